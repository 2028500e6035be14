"""Which words in a note call for a second look: words of a disclosure, words that judge?

Both lists are wide on purpose. A person looks; nothing is decided here, and no word is ever repeated.
"""

import re

from mentor_xl.sensitive import DISCLOSURE, themes_in

_FAMILY = (
    r"(?:(?:step|half|foster)[- ]?)?"
    r"(?:mum|mam|mother|dad|father|brother|sister|uncle|aunt|carer|parent|cousin|nan|gran\w*)s?"
)
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
    rf"{_FAMILY} (?:can['’]?t|cannot|couldn['’]t) cope",
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
# A search for the sign before a word looks much faster than one for a word's edge.
_JUDGES = re.compile(rf"\W(?:{'|'.join(_JUDGING)})\b")


def may_hold_a_disclosure(text: str) -> bool:
    """Whether a text may hold what a child disclosed: the safeguarding lead's, never this workbook's."""
    return DISCLOSURE in themes_in(text)


def may_be_sensitive(text: str) -> bool:
    """Whether a text speaks of a theme that is for few readers."""
    return bool(themes_in(text) - {DISCLOSURE})


def may_judge(text: str) -> bool:
    """Whether a text may judge a child or a family instead of saying what was seen (reference 1.5b)."""
    return _JUDGES.search(f" {text.lower()}") is not None
