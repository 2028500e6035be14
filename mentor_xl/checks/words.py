"""Which words in a note call for a second look: words of a disclosure, words that judge?

Both lists are wide on purpose. A person looks; nothing is decided here, and no word is ever repeated.
"""

import re
from itertools import groupby

_FAMILY = (
    r"(?:(?:step|half|foster)[- ]?)?"
    r"(?:mum|mam|mother|dad|father|brother|sister|uncle|aunt|carer|parent|cousin|nan|gran\w*)s?"
)
_SOMEBODY = (
    r"(?:him|me|them|us|the (?:child|baby)|her(?! (?:target|goal|best|stride)s?\b)"
    rf"|(?:his|her|my|their) {_FAMILY})"
)

_HARM = (
    "hits?", "hitting", "beats?", "beaten", "beating", "hurts?", "hurting", "punch(?:e[sd]|ing)?",
    "kick(?:s|ed|ing)?", "slap(?:s|ped|ping)?", "smack(?:s|ed|ing)?", "chok(?:e[sd]?|ing)",
    "burn(?:s|t|ed|ing)?", "threaten(?:s|ed|ing)?", "touch(?:e[sd]|ing)",
)  # fmt: skip
_FEAR = ("scared", "afraid", "frightened", "terrified")
_DISCLOSED = (
    # what a note calls it
    r"disclos\w+",
    r"abus(?:e[ds]?|ing|ive|er)",
    r"neglect\w*",
    r"domestic (?:violence|abuse)",
    r"exploit(?:ed|ation|ing)",
    r"radicali[sz]\w*",
    r"traffick\w*",
    r"county lines",
    r"gang (?:crime|involve\w*)",
    r"knife (?:crime|involve\w*)",
    r"forced marriage",
    r"fgm",
    r"honour[- ]based",
    # what was done to a child; he beat me at chess is another thing
    *(rf"{harm} {_SOMEBODY}(?! (?:at|in|to|by|on points)\b)" for harm in _HARM),
    rf"lock(?:s|ed) {_SOMEBODY} (?:in|out)",
    rf"thr(?:ows?|ew|own) (?:things|something) at {_SOMEBODY}",
    r"assault\w*",
    r"strangl\w*",
    r"bruis(?:e|es|ed|ing)",
    r"black eye",
    r"molest\w*",
    r"rap(?:ed?|ing|ist)",
    r"sexual\w*",
    r"sext(?:s|ed|ing)",
    r"nudes?",
    r"incest",
    r"groom(?:ed|ing)",
    # what a child does or fears
    r"self[- ]?harm\w*",
    r"suicid\w*",
    r"overdos\w*",
    r"kill (?:him|her|my|them)sel\w+",
    r"cut(?:s|ting)? (?:him|her|my|them)sel\w+",
    r"want(?:s|ed)? to die",
    r"carr(?:y|ies|ied|ying) a (?:knife|blade|weapon)",
    *(rf"{fear} (?:(?:to go|of going|at) )?home" for fear in (*_FEAR, "not safe", "unsafe")),
    *(rf"{fear} of (?:his|her|their|my) {_FAMILY}" for fear in _FEAR),
    r"no (?:food|heating|bed) at home",
    r"left alone (?:at home|all night|overnight)",
)

_JUDGING = (
    r"laz(?:y|iness)",
    r"manipulat\w+",
    r"attention[- ]seek\w*",
    r"naughty",
    r"spoil(?:t|ed) (?:child|boy|girl|brat)",
    r"liars?",
    r"stupid",
    r"useless",
    r"hopeless",
    r"a nightmare",
    r"brat",
    r"rude",
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
    r"nutter",
    r"mental case",
    r"feral",
    r"chav\w*",
    r"dysfunctional",
    r"non[- ]compliant",
)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all of them, sorted by first letter: most words of a note are passed at a glance."""
    by_letter = groupby(sorted(words), key=lambda word: word[0])
    alternatives = (f"(?={letter})(?:{'|'.join(of_letter)})" for letter, of_letter in by_letter)
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


_MAY_BE_DISCLOSED = _any_of(_DISCLOSED)
_MAY_JUDGE = _any_of(_JUDGING)


def may_hold_a_disclosure(text: str) -> bool:
    """Whether a text may hold what a child disclosed: the safeguarding lead's, never this workbook's."""
    return _MAY_BE_DISCLOSED.search(text.lower()) is not None


def may_judge(text: str) -> bool:
    """Whether a text may judge a child or a family instead of saying what was seen (reference 1.5b)."""
    return _MAY_JUDGE.search(text.lower()) is not None
