"""Does a letter name a pupil it is not about: by forename and surname, by ID or by UPN?"""

import re
from collections.abc import Iterator

from mentor_xl.checks.ordinary_words import MONTHS, is_only_a_word
from mentor_xl.safety.findings import Finding
from mentor_xl.safety.letter import TITLE_BEFORE, Letter, called_by_id
from mentor_xl.safety.sight import Known, Sight, What
from mentor_xl.safety.words import Hit

NAMES = (What.NAME, What.NAME_TURNED)


def other_pupils(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    """What a pupil's name, ID or UPN in a letter comes to; nothing where it may stand there."""
    kinds = {known.what for known in hit.entries}
    if not kinds.isdisjoint(NAMES):
        yield from _name(letter, sight, hit)
    if What.ID in kinds:
        yield from _id(letter, sight, hit)
    if What.UPN in kinds:
        yield from _upn(letter, sight, hit)


def _owners(hit: Hit[Known], *kinds: What) -> list[str]:
    return [known.owner for known in hit.entries if known.what in kinds]


def _named(owner: str) -> str:
    return f"It names another pupil ({called_by_id(owner)})"


# -- full names -------------------------------------------------------------------------------------


def _name(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    owners = set(_owners(hit, *NAMES))
    if not owners.isdisjoint(letter.may_name) or (letter.may_name and any(map(letter.is_about, owners))):
        return
    if letter.is_right(sight, hit):
        return
    is_turned = not _owners(hit, What.NAME)
    if not _stands_as_name(sight, hit, is_turned=is_turned):
        return
    if letter.ref in owners:
        what = "It names its own pupil, which this reader may not be told,"
        yield letter.finding("not-for-this-audience", sight, hit, what)
    else:
        yield letter.finding("names-another-pupil", sight, hit, _named(min(owners)))


_BESIDE = re.compile(r"[^\S\n]*(?:[-‐‑–_/]|\.(?=\S|$))?\s*")
_AFTER_AN_INITIAL = re.compile(r"\.?\s*")
_WITH_COMMA = re.compile(r"[^\S\n]*,[^\S\n]*\n?[^\S\n]*")


def _stands_as_name(sight: Sight, hit: Hit[Known], *, is_turned: bool) -> bool:
    """Whether words side by side are written as one name, and not by chance next to each other."""
    text, spans = sight.part.text, sight.spans[hit.begins : hit.ends]
    begins, ends = spans[0][0], spans[-1][1]
    words = [text[one:other] for one, other in spans]
    gaps = [text[spans[at][1] : spans[at + 1][0]] for at in range(len(spans) - 1)]
    has_own_lines = _has_own_lines(text, begins, ends)
    if any("\n" in gap for gap in gaps) and not has_own_lines:
        return False
    commas = [gap for gap in gaps if "," in gap]
    for word, gap in zip(words, gaps, strict=False):
        allowed = _WITH_COMMA if "," in gap else _AFTER_AN_INITIAL if len(word) == 1 else _BESIDE
        is_sentence_end = gap.startswith(".") and len(gap) > 1 and len(word) > 1
        if not allowed.fullmatch(gap) or is_sentence_end:
            return False
    if is_turned and not (commas or has_own_lines or _has_surname_in_capitals(words) or "." in gaps):
        return False
    if commas and (not is_turned or len(commas) > 1 or _is_in_a_list(text, begins, ends)):
        return False
    if TITLE_BEFORE.search(text, max(0, begins - 12), begins):
        return False
    return not _are_ordinary(hit.phrase, words) and not _is_date(text, hit.phrase, begins, ends)


def _has_own_lines(text: str, begins: int, ends: int) -> bool:
    """Whether nothing else stands in the lines: the cells of a table, or a name over two lines."""
    before, after = text.rfind("\n", 0, begins) + 1, text.find("\n", ends)
    rest = text[before:begins] + text[ends : after if after >= 0 else len(text)]
    return not any(map(str.isalnum, rest))


_GOES_ON = re.compile(r",\s*[^\W\d]|\s+(?:and|or|&)\s")
_BEGAN_BEFORE = re.compile(r"[^\W\d],[^\S\n]*\Z")
_ANY_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr)\.?[^\S\n]*\Z", re.IGNORECASE)


def _is_in_a_list(text: str, begins: int, ends: int) -> bool:
    """``James, Oliver and Ruby`` are three forenames; ``Mrs James, Oliver`` are two people."""
    before = text[max(0, begins - 12) : begins]
    return bool(_GOES_ON.match(text, ends) or _BEGAN_BEFORE.search(before) or _ANY_TITLE.search(before))


def _has_surname_in_capitals(words: list[str]) -> bool:
    return len(words[0]) > 1 and words[0].isupper() and not words[-1].isupper()


def _are_ordinary(phrase: tuple[str, ...], words: list[str]) -> bool:
    """Whether small letters show that only words are meant: “will young people be there”."""
    has_capitals = all(word[0].isupper() for word in words)
    return not has_capitals and all(is_only_a_word(word) or is_only_a_word(word[:-1]) for word in phrase)


_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?\s*\Z")
_NUMBER_AFTER = re.compile(r"\s*\d")


def _is_date(text: str, phrase: tuple[str, ...], begins: int, ends: int) -> bool:
    is_before = phrase[0] in MONTHS and bool(_NUMBER_BEFORE.search(text, max(0, begins - 10), begins))
    return is_before or (phrase[-1] in MONTHS and bool(_NUMBER_AFTER.match(text, ends)))


# -- IDs --------------------------------------------------------------------------------------------


def _upn(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    owners = _owners(hit, What.UPN)
    if letter.ref in owners:
        yield letter.finding("not-for-this-audience", sight, hit, "It holds a UPN, which is never printed,")
    else:
        yield letter.finding("names-another-pupil", sight, hit, _named(owners[0]))


def _id(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    owners = _owners(hit, What.ID)
    if not any(map(letter.is_about, owners)) and _is_meant_as_id(letter, sight, hit, owners[0]):
        yield letter.finding("names-another-pupil", sight, hit, _named(owners[0]))


_SAID_TO_BE = re.compile(
    r"(?:\bIDs?|\bpupils?|\badm(?:ission)?\.?(?: no\.?| number)?|\bMIS(?: ID)?)[\s:.#(–-]*\Z", re.IGNORECASE
)
_PHONE_LIKE = re.compile(r"[+(]?\d[\d ().\-\u00a0]{7,}\d")


def _is_meant_as_id(letter: Letter, sight: Sight, hit: Hit[Known], owner: str) -> bool:
    """Whether what looks like an ID is one.

    Five signs or more with three digits among them count anywhere but in a longer number, a sum of money, a
    reference or a web address. A shorter ID, one of letters alone and one that another row has for its own
    ID count only where the text says that an ID comes: ``ID 12``, ``pupil 12``, ``Adm No 12``.
    """
    text = sight.part.text
    begins, ends = sight.spans[hit.begins][0], sight.spans[hit.ends - 1][1]
    if re.sub(r"\W", "", text[begins:ends]).casefold() != re.sub(r"\W", "", owner).casefold():
        return False
    if _SAID_TO_BE.search(text, max(0, begins - 24), begins):
        return not re.match(r"\d|[./:]\d|%", text[ends : ends + 2])
    signs = re.sub(r"[\W_]", "", owner)
    is_telling = len(signs) >= 5 and sum(map(str.isdigit, signs)) >= 3
    is_another_row = owner.casefold() in letter.register.keys_of_other_rows
    return is_telling and not is_another_row and _stands_alone(text, begins, ends)


def _stands_alone(text: str, begins: int, ends: int) -> bool:
    before, after = text[max(0, begins - 2) : begins], text[ends : ends + 2]
    if before[-1:] in ("£", "€", "$", "+") or after[:1] == "%":
        return False
    is_in_number = re.search(r"\d[.,:-]$", before) or re.match(r"[.,:-]\d", after)
    run = re.split(r"\s", text[max(0, begins - 60) : begins])[-1], re.split(r"\s", text[ends : ends + 60])[0]
    others = [re.sub(r"\W", "", piece) for half in run for piece in half.split("/")]
    is_reference = "/" in "".join(run) and any(len(piece) not in (0, ends - begins) for piece in others)
    around = text[max(0, begins - 20) : ends + 20]
    at = begins - max(0, begins - 20)
    is_in_phone = any(
        one.start() <= at < one.end() and sum(map(str.isdigit, one[0])) >= 9
        for one in _PHONE_LIKE.finditer(around)
    )
    return not (is_in_number or is_reference or is_in_phone)
