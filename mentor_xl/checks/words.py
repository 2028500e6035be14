"""Which words in a note call for a second look: words of a disclosure, words that judge?

Both lists are wide on purpose. A person looks; nothing is decided here, and no word is ever repeated.
"""

import re
from collections import defaultdict
from functools import cache

from mentor_xl.checks.words_of_disclosure import DISCLOSED, FAMILY
from mentor_xl.sensitive import DISCLOSURE, themes_in

_NOT_OF_ONESELF = r"(?<!feel )(?<!felt )(?<!feels )(?<!feeling )(?<!i['’]m )(?<!i am )"
_JUDGING = (
    r"laz(?:y|iness)",
    r"manipulat\w+",
    r"attention[- ]seek\w*",
    r"naughty",
    r"spoil(?:t|ed) (?:child|boy|girl|brat)",
    r"liars?",
    *(rf"{_NOT_OF_ONESELF}{word}" for word in ("stupid", "useless", "hopeless")),
    r"a nightmare",
    r"brat",
    r"rude(?! awakening| health)",
    r"defian(?:t|ce)",
    r"refus(?:es|ed|ing) (?:to|point)",
    r"won['’]t (?:try|engage|bother|listen)",
    r"can['’]?t be bothered",
    r"couldn['’]t care less",
    r"doesn['’]t care",
    r"kick(?:s|ed|ing) off",
    r"play(?:s|ed|ing) up",
    r"wind(?:s|ing)? (?:people|staff|others|everyone) up",
    r"bad (?:attitude|parents?|parenting|mother|father|child|boy|girl)",
    r"poor parent(?:s|ing)",
    r"problem child",
    r"trouble ?maker",
    r"drama queen",
    r"overdramatic",
    r"cry(?:ing)? wolf",
    r"unteachable",
    r"low ability",
    r"psycho",
    r"(?:usual|typical) (?:tantrum|strop|drama)",
    r"typical of (?:him|her|them|this family)",
    r"wants (?:the )?attention",
    r"(?:is|are|was) (?:a|such a) (?:bully|pest|menace|thug|madam)",
    r"chaotic (?:family|home|household|mother|mum|father|dad|parents?)",
    rf"{FAMILY} (?:can['’]?t|cannot|couldn['’]t) cope",
    r"sulk(?:s|ing|y)",
    r"(?:sly|sneaky|devious|arrogant|pathetic|gobby|mouthy|bone idle|work-?shy|neurotic)",
    r"(?:difficult|awkward) (?:parent|mother|mum|father|dad|family)s?",
    r"waste of (?:time|space)",
    r"aggressive (?:boy|girl|child|pupil|parent|mother|father|family)",
    r"(?:always (?:moaning|whingeing|lying)|lies all the time)",
    r"nutter",
    r"mental case",
    r"feral",
    r"chav\w*",
    r"dysfunctional",
    r"non[- ]compliant",
)


_FEW_LETTERS = 4


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all of them, sorted by first letters: most words of a note are passed at a glance.

    It begins with the sign before a word, for which a search looks much faster than for a word's edge.
    """
    by_letters: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        letters = sorted(_first_letters(word))
        # With many letters a pattern stands once for all of them: as often as that it would be slow to build.
        for first in letters if len(letters) <= _FEW_LETTERS else ("".join(letters),):
            by_letters[first].append(word)
    alternatives = (f"(?=[{first}])(?:{'|'.join(found)})" for first, found in sorted(by_letters.items()))
    return re.compile(rf"\W(?:{'|'.join(alternatives)})\b")


def _holds(any_of: re.Pattern[str], text: str) -> bool:
    return any_of.search(f" {text.lower()}") is not None


def _first_letters(pattern: str) -> set[str]:
    """The letters that a text may begin with to match a pattern: of a letter, or of a group ``(?:a|b)``."""
    pattern = re.sub(r"^(?:\(\?<![^)]*\))+", "", pattern)
    if not pattern.startswith("(?:"):
        return {pattern[0]}
    depth, start, parts = 0, 3, []
    for at, sign in enumerate(pattern):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth == 0 or (depth == 1 and sign == "|"):
            parts.append(pattern[start:at])
            start = at + 1
        if depth == 0:
            break
    found = set().union(*map(_first_letters, parts))
    return found | _first_letters(pattern[at + 2 :]) if pattern[at + 1 : at + 2] == "?" else found


def may_hold_a_disclosure(text: str) -> bool:
    """Whether a text may hold what a child disclosed: the safeguarding lead's, never this workbook's."""
    return _holds(_any_of(DISCLOSED), text)


def may_be_sensitive(text: str) -> bool:
    """Whether a text speaks of a theme that is for few readers."""
    return bool(themes_in(text) - {DISCLOSURE})


def may_judge(text: str) -> bool:
    """Whether a text may judge a child or a family instead of saying what was seen (reference 1.5b)."""
    return _holds(_any_of(_JUDGING), text)
