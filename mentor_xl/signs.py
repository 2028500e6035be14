"""Which words in a heading or a cell speak of a court, of secrecy, a death, care, or of having left?

Where a school keeps these under a heading of its own, or in words, nobody may be written to until
somebody has looked (decisions, *Who gets a letter*): in doubt, the words count.
"""

import datetime as dt
import re
from functools import lru_cache

from mentor_xl.records import Cell

AS_NO = frozenset({"-", "–", "—", "n/a", "na", "n.a.", "none", "nil"})
"""Texts that people type for No where a plain No belongs."""

_NO = AS_NO | {"no", "n", "false", "f", "0", "☐", "never", "not applicable"}
_YES = frozenset({"yes", "y", "true", "t", "1", "✓", "✔", "☑"})


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()


def says_no(cell: Cell) -> bool:
    """Whether a cell is blank or plainly says No; nothing else is No."""
    return not _text(cell) or _text(cell).casefold() in _NO


def says_yes(cell: Cell) -> bool:
    """Whether a cell plainly says Yes."""
    return _text(cell).casefold() in _YES


@lru_cache(maxsize=1024)
def _heading(typed: str) -> str:
    """A heading as plain words: ``is_lookedAfter?`` is ``is looked after``."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", typed)
    return " ".join(re.sub(r"[\W_]+", " ", parted.replace("'", "").replace("’", "")).casefold().split())


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{' '.join(pattern.split())})\b".replace(" | ", "|"), re.IGNORECASE)


# -- headings of Contacts --------------------------------------------------------------------------

_ORDER = re.compile(r"\borders?\b(?! (?:of|no|number|date|ref)\b)")
_NO_ORDER = _words(
    "(?:sort|display|call|calling|priority|uniform|lunch|dinner|meal|milk|photo|standing|book|print|mailing"
    "|alphabetical|birth|seating|running|reading|list) orders?"
)
_COURT = _words(
    r"courts? | restrict\w* | injunctions? | no contact | non ?contact | not (?:to )?(?:be )?contact(?:ed)?"
    r" | dont contact | non ?mol\w* | molest\w* | prohibit\w* | restrain\w* | bail | barred | banned"
)
_SECRET = _words(
    r"disclos\w* | with ?held | address (?:is )?(?:confidential|secret|hidden|private) | refuge"
    r" | (?:confidential|secret|hidden|private|safe) address"
)
_NO_POST = _words("do not (?:post|send|write|mail) | no (?:post|letters|mail|correspondence)")
_DEAD = _words("deceased | died | dead | death")


def is_figure(cell: Cell) -> bool:
    """Whether a cell holds a figure: an order in a row, and no court's."""
    return _text(cell).isdigit()


def speaks_of_restriction(heading: str, cell: Cell) -> bool:
    """Whether a column of Contacts that we do not know says of somebody that a court restricts them."""
    words = _heading(heading)
    if says_no(cell):
        return False
    return bool(_COURT.search(words)) or (_speaks_of_an_order(words) and not is_figure(cell))


def _speaks_of_an_order(words: str) -> bool:
    return bool(_ORDER.search(_NO_ORDER.sub(" ", words)))


def speaks_of_secrecy(heading: str, cell: Cell) -> bool:
    """Whether a column of Contacts that we do not know says that nobody may learn where somebody lives."""
    return not says_no(cell) and bool(_SECRET.search(_heading(heading)))


# -- cells of Contacts -----------------------------------------------------------------------------

_HARMLESS = _words(
    r"in (?:(?:alphabetical|good|any|working|number|the right|date) )?order"
    r" | (?:out of|pecking|birth|running|standing|sort) order"
    r" | order of | in which order | (?:law and|lunch|dinner|meal|uniform|book|milk|photo) orders?"
    r" | restrict\w* (?:diets?|eating|foods?|growth|timetables?|mobility|movements?|intake|patterns?"
    r"|interests?|vision|range)"
    r" | (?:diet\w*|foods?|mobility|growth|movements?|visual|medical|activity) restrict\w*"
    r" | non?[- ](?:\w+ )?contact (?:sports?|rugby|boxing|time|hours|details?|numbers?|phone|info\w*|e-?mail"
    r"|lens\w*|made|given|recorded|on file) | no (?:eye|other|emergency) contact"
    r" | (?:could|did|does|has|have|had) ?n['’]?o?t (?:been )?(?:able to )?(?:make )?contact(?:ed)?"
)
_ORDER_IN_WORDS = _words(
    r"orders? | courts?[- ](?:order|injunct|restrict|rul|direct|proceeding|case|hearing)\w* | restrict\w*"
    r" | injunctions? | non?[- ](?:\w+ )?contact | not? (?:to )?(?:have |be )?(?:\w+ )?contact(?:ed)?"
    r" | (?:don['’]?t|never) contact | supervised contact | non[- ]?mol\w* | molest\w* | prohibited"
    r" | restraining | bail conditions? | not (?:be )?(?:allowed|permitted) (?:to|near|on|contact)[ \w]*"
    r" | (?:not|never) (?:to )?(?:collect|see|pick up|approach)"
)
_DEATH = _words(
    r"deceased | dec['’]?d | dec(?=\W*\)) | died | passed away | passed on | the late"
    r" | late (?:mr|mrs|ms|miss|dr|mother|father|mum|dad|husband|wife)"
)
_DEATH_IN_A_NAME = re.compile(r"†|\blate\b|\bdead\b|\bdec\b|\br\.?i\.?p\b", re.IGNORECASE)
_RIP = re.compile(r"\bR\.?I\.?P\b")
_UNPOSTED = _words(
    r"(?:do not|don['’]?t|not to|never|must not) (?:be )?(?:post|send|mail|write|use|visit|disclose|share"
    r"|give|print)\w*"
    r" | no (?:post|letters?|mail|correspondence) | return(?:ed)? to sender | gone away | by hand only"
    r" | hand[- ]deliver\w* | (?:in|at) (?:a |an |the )?(?:\w+['’]?s? )?refuge | women['’]?s (?:refuge|aid)"
)
_REFUGE = _words(r"refuge | do not disclose | don['’]?t disclose | not to be disclosed")
_STEMS = (
    "order", "court", "restrict", "injunct", "contact", "molest", "non-mol", "non mol", "nonmol", "prohibit",
    "restrain", "bail", "dec", "died", "dead", "passed", "late", "rip", "r.i.p", "†", "not", "don't", "don’t",
    "dont", "never", "no post", "no letter", "no mail", "no corr", "return", "gone away", "hand", "refuge",
    "women",
)  # fmt: skip
_OF_A_NAME = frozenset({"title", "forename", "surname", "relationship"})
_OF_AN_ADDRESS = frozenset({"address_line_1", "address_line_2", "town"})


def may_say_more(text: str) -> bool:
    """Whether a closer look at a text is worth its while: asked of every row."""
    folded = text.casefold()
    return any(stem in folded for stem in _STEMS)


def says_order(text: str, attribute: str = "") -> bool:
    """Whether a text speaks of a court's order, or of no contact. In an address, an order has to be named."""
    found = _ORDER_IN_WORDS.search(_HARMLESS.sub(" ", text))
    is_street = attribute in _OF_AN_ADDRESS and found and found[0].casefold() in ("order", "orders")
    return bool(found) and not is_street


def says_dead(text: str, attribute: str = "") -> bool:
    """Whether a text speaks of a death; among names a single word is enough."""
    if _DEATH.search(text) or (attribute not in _OF_AN_ADDRESS and _RIP.search(text)):
        return True
    return attribute in _OF_A_NAME and bool(_DEATH_IN_A_NAME.search(text))


def says_do_not_post(text: str) -> bool:
    """Whether a text asks not to send anything there."""
    return bool(_UNPOSTED.search(text))


def says_secret(text: str) -> bool:
    """Whether a text says that nobody may learn where somebody lives."""
    return bool(_REFUGE.search(text))


def heading_says_dead(heading: str, cell: Cell) -> bool:
    """Whether a column that we do not know is for the dead, and says so."""
    return not says_no(cell) and bool(_DEAD.search(_heading(heading)))


def heading_says_do_not_post(heading: str, cell: Cell) -> bool:
    """Whether a column that we do not know is for those who get no post, and says so."""
    return not says_no(cell) and bool(_NO_POST.search(_heading(heading)))


# -- Pupils ------------------------------------------------------------------------------------------

_CARE = _words(
    r"care | looked after | lookedafter | p?lac | cla | adopt\w* | social | cpp? | cin | child protection"
    r" | child in need | foster\w* | sgo | guardianship | kinship"
)
_NO_CARE = _words(
    r"(?:health|health and|health and social|health social|child|day|intimate|personal|after school"
    r"|wrap ?around|breakfast|medical|skin|pastoral|dental|eye|self|hair|before school) care"
    r" | social (?:and )?(?:emotional|skills?|stor\w+|media|communication|interaction|groups?|clubs?|times?"
    r"|studies|development|action|thinking|science)"
)
_CARE_ALONE = frozenset(
    ("lac", "cla", "looked after", "looked after child", "child looked after", "in care", "in foster care",
     "fostered", "in the care of the local authority")
)  # fmt: skip
_NOT_IN_CARE = re.compile(
    r"not (?:currently )?(?:in care|looked after|lac|cla|adopted|known to social \w+)", re.IGNORECASE
)


def speaks_of_care(heading: str, cell: Cell) -> bool:
    """Whether a column of Pupils that we do not know says that a child is, or may be, in somebody's care."""
    if says_no(cell) or _NOT_IN_CARE.fullmatch(_text(cell)):
        return False
    words = _heading(heading)
    if _CARE.search(_NO_CARE.sub(" ", words)) or (_speaks_of_an_order(words) and not is_figure(cell)):
        return True
    return not _CARE_ALONE.isdisjoint(_parts(cell))


def _parts(cell: Cell) -> list[str]:
    return [part.strip() for part in re.split(r"[;,/|\n]", _text(cell).casefold())]


_ENROLMENT = _words(
    r"enrol\w* | status | roll | on ?roll | off ?roll | leavers? | left | leaving | attending"
)
_OF_THE_ROLL = _words(
    r"enrol\w* | roll | on ?roll | off ?roll | (?:pupil|student|school|learner|admission|registration|record)"
    r" status"
)
_ON_ROLL = _words(r"on ?roll | (?:still )?enrolled | attending | current (?:pupil|student)")
_LEAVER = _words(r"leavers? | left | off ?roll | leaving reason | reason for leaving")
_NO_LEAVER = _words(
    r"leavers?(?: s)? (?:hoodie|hoody|book|party|photo|assembly|ball|prom|day|gift|mass|meal|trip|size)\w*"
    r" | left (?:hand\w*|eye|ear|foot|side|over\w*)"
)
_HAS_LEFT = _words(
    r"left | leavers? | off[- ]?roll | not on roll | (?:removed|taken) (?:from|off) (?:the )?roll | deceased"
    r" | died | no longer (?:here|on roll|at|attending|enrolled|in school|a (?:pupil|student))"
)
_MAY_HAVE_LEFT = _words(
    r"no longer | withdrawn | ceased | inactive | archived | ex[- ](?:pupil|student) | former | dead"
    r" | moved | transferred | gone"
)
_HAS_NOT = _words("(?:not|never|has ?n['’]?t) (?:yet )?(?:a )?(?:left|leaver)")
_LEFT_ALONE = frozenset(
    {"off roll", "off-roll", "deceased", "left school", "has left", "no longer on roll", "leaver"}
)
_FORM_LEFT = re.compile(
    r"[\Wz]*(?:left|leavers?|has left|off[- ]?roll|not on roll|deceased|archived?)\W*", re.IGNORECASE
)


def speaks_of_leaving(heading: str, cell: Cell) -> bool:
    """Whether a column of Pupils that we do not know says that a pupil has left, or died."""
    text, words = _text(cell), _NO_LEAVER.sub(" ", _heading(heading))
    if says_no(cell):
        return bool(text and _ON_ROLL.search(words))
    if _HAS_NOT.search(text):
        return False
    if _DEAD.search(words) or not _LEFT_ALONE.isdisjoint(_parts(cell)):
        return True
    if _LEAVER.search(words) and (says_yes(cell) or isinstance(cell, dt.date) or "reason" in words):
        return True
    is_of_the_roll = words == "status" or bool(_OF_THE_ROLL.search(words))
    has_left = _ENROLMENT.search(words) and _HAS_LEFT.search(text)
    return bool(has_left or (is_of_the_roll and _MAY_HAVE_LEFT.search(text)))


def form_says_left(form: str | None) -> bool:
    """Whether what stands for a form or a year group says that the pupil has left."""
    return bool(form and _FORM_LEFT.fullmatch(form.strip()))
