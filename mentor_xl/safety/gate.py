"""May a finished letter leave: does anything stand in it that must not, or is anything missing?

The answer comes from the file itself, read anew; how it was made does not matter (decisions, *Privacy*).
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from mentor_xl.casebook import Casebook
from mentor_xl.documents import Document
from mentor_xl.safety.findings import Finding
from mentor_xl.safety.holes import empty_fields, left_in
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.lone_names import LoneNames, named_in_free_text, own_forename
from mentor_xl.safety.mentions import other_pupils
from mentor_xl.safety.not_for_them import sensitive_barriers, what_they_may_not_be_told
from mentor_xl.safety.pupils_text import Typed
from mentor_xl.safety.register import Register, Sight, What
from mentor_xl.safety.rendered import Packed, Reader, names_as_part, packed_in
from mentor_xl.safety.ways_to_reach import addresses, kept_away, phones, postcodes_typed

_PARTS_KEPT = 256
"""Parts that letters share, such as a page's styles, are read once."""


class SafetyGate:
    """The gate for the letters of one workbook."""

    def __init__(self, casebook: Casebook, today: dt.date) -> None:
        self._register = Register(casebook)
        self._typed = Typed(casebook)
        self._names = LoneNames(casebook, self._register.folds, today)
        self._reader = Reader()
        self._sights = lru_cache(maxsize=_PARTS_KEPT)(self._sights_of)
        self._sight = lru_cache(maxsize=_PARTS_KEPT)(self._register.sight)

    def faults_in(self, data: bytes, document: Document) -> tuple[Finding, ...]:
        """Why a finished letter must not leave; nothing where it may.

        ``data``: the letter's file. Raises ValueError where it is not a Word file.
        """
        letter = Letter(document, tuple(self._everything_in(data)), self._register, self._typed)
        return tuple(dict.fromkeys(_faults(letter, self._names)))

    def _everything_in(self, data: bytes) -> Iterator[Sight]:
        found = list(packed_in(data))
        for packed in found:
            yield from (one for one in self._sights(packed) if one.has_something or one.is_of_this_letter)
        named = names_as_part([packed.name for packed in found])
        if named:
            yield self._register.sight(named)

    def _sights_of(self, packed: Packed) -> tuple[Sight, ...]:
        return tuple(self._sight(part) for part in self._reader.parts_of(packed))


def _faults(letter: Letter, names: LoneNames) -> Iterator[Finding]:
    for sight, hit in letter.hits():
        kinds = {known.what for known in hit.entries}
        if not kinds.isdisjoint((What.NAME, What.NAME_TURNED, What.ID, What.UPN)):
            yield from other_pupils(letter, sight, hit)
        if What.ADULT in kinds:
            yield from kept_away(letter, sight, hit)
        if not kinds.isdisjoint((What.ADDRESS, What.EMAIL)):
            yield from addresses(letter, sight, hit)
        if What.SENSITIVE in kinds:
            yield from sensitive_barriers(letter, sight, hit)
    for sight in letter.sights:
        if sight.phones:
            yield from phones(letter, sight)
        if sight.left:
            yield from left_in(letter, sight)
    yield from postcodes_typed(letter)
    yield from named_in_free_text(letter, names)
    yield from own_forename(letter)
    yield from what_they_may_not_be_told(letter)
    yield from empty_fields(letter)
