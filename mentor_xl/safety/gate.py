"""May a finished letter leave: does anything stand in it that must not, or is anything missing?

The answer comes from the file itself, read anew; how it was made does not matter (decisions, *Privacy*).
"""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mentor_xl.casebook import Casebook
from mentor_xl.documents import Document
from mentor_xl.safety.few_readers import Questions, open_questions, words_for_few
from mentor_xl.safety.findings import MEANINGS, Finding
from mentor_xl.safety.holes import empty_fields, left_in
from mentor_xl.safety.kept_from_home import kept_from_home
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.lone_names import LoneNames, named_in_free_text, own_forename
from mentor_xl.safety.looked_at import LookedAt
from mentor_xl.safety.mentions import other_pupils
from mentor_xl.safety.not_for_them import what_they_may_not_be_told
from mentor_xl.safety.pupils_text import Typed
from mentor_xl.safety.register import Register
from mentor_xl.safety.rendered import Packed, Reader, names_as_part, packed_in
from mentor_xl.safety.second_look import SecondLook, second_look
from mentor_xl.safety.sight import Sight, What
from mentor_xl.safety.ways_to_reach import (
    addresses,
    kept_away,
    phones,
    pieces_of_addresses,
    postcodes_typed,
)

_PARTS_KEPT = 256
"""Parts that letters share, such as a page's styles, are read once."""


class SafetyGate:
    """The gate for the letters of one workbook.

    ``reader``: that of a gate before this one, which has read most of the templates' paragraphs.
    """

    def __init__(self, casebook: Casebook, today: dt.date, reader: Reader | None = None) -> None:
        self._register = Register(casebook)
        self._typed = Typed(casebook, self._register.folds)
        self._names = LoneNames(casebook, self._typed, self._register.folds, today)
        self._questions = Questions(casebook, self._typed, self._register.folds)
        self._answered = LookedAt(casebook, today)
        self._reader = reader or Reader()
        self._last: tuple[bytes, Document, tuple[Letter, list[Finding]]] | None = None
        self._hidden = lru_cache(maxsize=_PARTS_KEPT)(self._register.sight)
        self._looked_at = lru_cache(maxsize=_PARTS_KEPT)(self._look_at)

    def faults_in(self, data: bytes, document: Document) -> tuple[Finding, ...]:
        """Why a finished letter must not leave; nothing where it may.

        ``data``: the letter's file, or what is left of it.
        """
        try:
            letter, broken = self._letter(data, document)
        except ValueError:
            return (_unreadable(""),)
        return tuple(dict.fromkeys((*_faults(letter), *self._words_typed(letter), *broken)))

    def open_questions_of(self, data: bytes, document: Document) -> tuple[str, ...]:
        """The questions about words that stand in a letter which nobody has answered.

        Codes and cells alone, ``disclosure-in-text Reviews!J4``: they are written down.
        """
        return tuple(open_questions(self._letter(data, document)[0], self._questions, self._answered))

    def second_look(self, data: bytes, document: Document) -> SecondLook:
        """What a second pair of eyes should see of a letter in which the gate found no fault."""
        return second_look(self._letter(data, document)[0])

    def _letter(self, data: bytes, document: Document) -> tuple[Letter, list[Finding]]:
        """The letter as it is looked at; what is asked of it one after the other looks at it once."""
        if self._last is None or self._last[0] is not data or self._last[1] is not document:
            self._last = data, document, self._opened(data, document)
        return self._last[2]

    def _opened(self, data: bytes, document: Document) -> tuple[Letter, list[Finding]]:
        packed = list(packed_in(data))
        seen = [self._looked_at(one) for one in packed]
        sights = [sight for one in seen for sight in one.sights]
        named = names_as_part([one.name for one in packed])
        if named:
            sights.append(self._register.sight(named))
        letter = Letter(document, sights, self._register, self._typed)
        return letter, [_unreadable(f"in the {one.broken}") for one in seen if one.broken]

    def _words_typed(self, letter: Letter) -> Iterator[Finding]:
        yield from named_in_free_text(letter, self._names, self._answered)
        yield from words_for_few(letter, self._questions, self._answered)

    def _look_at(self, packed: Packed) -> "_LookedAt":
        opened = self._reader.opened(packed)
        sights = [self._hidden(one) if one.is_hidden else self._register.sight(one) for one in opened.parts]
        telling = tuple(one for one in sights if one.has_something or one.is_of_this_letter)
        return _LookedAt(telling, opened.broken)


class _LookedAt(NamedTuple):
    """What one file in a letter's file comes to."""

    sights: tuple[Sight, ...]
    broken: str


def _unreadable(where: str) -> Finding:
    return Finding("unreadable-letter", "It is broken", where, MEANINGS["unreadable-letter"].fix)


_OF_PUPILS = (What.NAME, What.NAME_TURNED, What.ID, What.UPN)
_WAYS = (What.ADDRESS, What.EMAIL)


def _faults(letter: Letter) -> Iterator[Finding]:
    for sight, hit in letter.hits():
        kinds = {known.what for known in hit.entries}
        if not kinds.isdisjoint(_OF_PUPILS):
            yield from other_pupils(letter, sight, hit)
        if What.ADULT in kinds:
            yield from kept_away(letter, sight, hit)
        if not kinds.isdisjoint(_WAYS):
            yield from addresses(letter, sight, hit)
        if What.PIECE in kinds:
            yield from pieces_of_addresses(letter, sight, hit)
    for sight in letter.sights:
        if sight.phones:
            yield from phones(letter, sight)
        if sight.left:
            yield from left_in(letter, sight)
    yield from postcodes_typed(letter)
    yield from own_forename(letter)
    yield from kept_from_home(letter)
    yield from what_they_may_not_be_told(letter)
    yield from empty_fields(letter)
