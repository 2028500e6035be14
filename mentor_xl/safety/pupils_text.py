"""What was typed about one pupil, and which cell some words of a letter come from."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest

from mentor_xl.audience import Audience, Release, release
from mentor_xl.casebook import SHEETS, Casebook, own_column, text_in
from mentor_xl.checks.free_text import Written, is_note, typed_columns
from mentor_xl.problems import Place
from mentor_xl.records import (
    MentoringGroup,
    PeerMeeting,
    PeerPair,
    Pupil,
    Record,
    Session,
    columns_of,
)
from mentor_xl.safety.words import Folds, grouped, joined

_ENOUGH = 2


@dataclass(eq=False)
class Telling:
    """A cell of free text by its plain words, and what of it may be known again in a letter."""

    written: Written
    words: list[str]

    def may_stand_among(self, there: AbstractSet[str]) -> bool:
        """Whether it may stand among the words of a letter, whole or in part.

        Of every two words the longer is looked for, and two of them have to be there: six words of the cell
        in a row hold two such pairs at least.
        """
        return len(there & self._longer) >= min(_ENOUGH, len(self._longer))

    @cached_property
    def _longer(self) -> frozenset[str]:
        """Of every two words the longer."""
        pairs = zip_longest(self.words[::2], self.words[1::2], fillvalue="")
        return frozenset([one if len(one) >= len(two) else two for one, two in pairs])

    @cached_property
    def postcodes(self) -> list[tuple[str, str]]:
        """Its postcodes, each in its halves."""
        return _POSTCODE.findall(self.written.text.casefold())


_DIGIT = re.compile(r"\d")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s?(\d[a-z]{2})\b")


class Typed:
    """Every row about a pupil, sheet by sheet; what is never asked for is never sorted."""

    def __init__(self, casebook: Casebook, folds: Folds) -> None:
        self.casebook = casebook
        self._folds = folds
        self._free: dict[str, tuple[Written, ...]] = {}
        self._telling: dict[str, tuple[Telling, ...]] = {}
        self._notes: dict[str, tuple[Telling, ...]] = {}
        self._with_postcode: dict[str, bool] = {}
        self._sorted: dict[str, dict[str, tuple[Record, ...]]] = {}

    def free_text_of(self, pupil_id: str) -> tuple[Written, ...]:
        """The cells about the pupil in which somebody typed words; what stands in a column twice, once."""
        if pupil_id not in self._free:
            found: dict[tuple[object, ...], Written] = {}
            for cell in self._written(pupil_id):
                kind = getattr(cell.record, "review", None)  # Of social care's own less is asked.
                found.setdefault((type(cell.record), kind, cell.attribute, cell.text), cell)
            self._free[pupil_id] = tuple(found.values())
        return self._free[pupil_id]

    def cells_of(self, pupil_id: str) -> tuple[Telling, ...]:
        """The same cells by their words."""
        if pupil_id not in self._telling:
            cells = self.free_text_of(pupil_id)
            self._telling[pupil_id] = tuple([Telling(cell, self._folds.of(cell.text)) for cell in cells])
        return self._telling[pupil_id]

    def notes_of(self, pupil_id: str) -> tuple[Telling, ...]:
        """Those of them that stand in columns of notes."""
        if pupil_id not in self._notes:
            self._notes[pupil_id] = tuple(cell for cell in self.cells_of(pupil_id) if is_note(cell.written))
        return self._notes[pupil_id]

    def has_postcode(self, pupil_id: str) -> bool:
        """Whether somebody typed a postcode in one of them."""
        if pupil_id not in self._with_postcode:
            text = "\n".join([cell.text for cell in self.free_text_of(pupil_id)])
            has_one = bool(_DIGIT.search(text)) and any(cell.postcodes for cell in self.cells_of(pupil_id))
            self._with_postcode[pupil_id] = has_one
        return self._with_postcode[pupil_id]

    def source_of(self, phrase: str, pupil_id: str, line: str) -> Place | None:
        """The cell about the pupil in which somebody typed a phrase: of several, one that stands in a line.

        Contacts, and who the pupil is, are where they should be: they are no source to mend.
        """
        found = [(place, text) for place, text in self._typed_cells(pupil_id) if phrase in text]
        whole = (place for place, text in found if text in line)
        return next(whole, found[0][0] if found else None)

    def _typed_cells(self, pupil_id: str) -> Iterator[tuple[Place, str]]:
        """Every text about the pupil in plain words, the school's own columns first."""
        for record in self._rows(pupil_id, _ABOUT_A_PUPIL):
            for attribute in (*map(own_column, record.own), *_texts_of(type(record))):
                text = text_in(record, attribute)
                if text:
                    yield self.casebook.place(record, attribute), joined(self._folds.of(text))

    def _written(self, pupil_id: str) -> Iterator[Written]:
        for record in self._rows(pupil_id, _WITH_TYPED_TEXT):
            for attribute in (*typed_columns(type(record)), *map(own_column, record.own)):
                text = text_in(record, attribute)
                if text:
                    yield Written(record, attribute, text)

    def _rows(self, pupil_id: str, sheets: Iterable[str]) -> Iterator[Record]:
        pupil = self.casebook.pupil(pupil_id)
        if pupil is not None:
            yield pupil
        for sheet in sheets:
            yield from self._of(sheet, pupil_id)
        yield from self.casebook.targets_of(pupil_id)
        yield from self._beside(pupil_id)

    def _beside(self, pupil_id: str) -> Iterator[Record]:
        """Rows that are not this pupil's alone: pairs, groups, and what the pupil's rows refer to."""
        book = self.casebook
        for pair in self._pairs.get(pupil_id, ()):
            yield from (pair, *self._meetings.get(pair.pair_id, ()))
        for group in self._groups.get(pupil_id, ()):
            yield from (group, *self._group_sessions.get(group.group.casefold(), ()))
        names = [row.agency for row in book.agency_referrals_of(pupil_id)]
        names += [row.agency for row in book.consents_of(pupil_id)]
        yield from filter(None, map(book.agency, dict.fromkeys(names)))
        yield from filter(None, map(book.scale, {row.measure: None for row in book.measures_of(pupil_id)}))

    @cached_property
    def _pairs(self) -> dict[str, tuple[PeerPair, ...]]:
        pairs = self.casebook.peer_pairs
        return grouped((who, pair) for pair in pairs for who in {pair.mentor_pupil, pair.mentee_pupil})

    @cached_property
    def _meetings(self) -> dict[str, tuple[PeerMeeting, ...]]:
        return grouped((row.pair_id, row) for row in self.casebook.peer_meetings)

    @cached_property
    def _groups(self) -> dict[str, tuple[MentoringGroup, ...]]:
        return grouped((who, group) for group in self.casebook.groups for who in group.pupils or ())

    @cached_property
    def _group_sessions(self) -> dict[str, tuple[Session, ...]]:
        return grouped((row.group.casefold(), row) for row in self.casebook.sessions if row.group)

    def _of(self, sheet: str, pupil_id: str) -> tuple[Record, ...]:
        """A pupil's rows on a sheet: as the casebook has sorted them, where it has."""
        look_up = getattr(self.casebook, f"{sheet}_of", None)
        if look_up is not None:
            rows: tuple[Record, ...] = look_up(pupil_id)
            return rows
        if sheet not in self._sorted:
            records = getattr(self.casebook, sheet)
            self._sorted[sheet] = grouped((record.pupil_id or "", record) for record in records)
        return self._sorted[sheet].get(pupil_id, ())


_ABOUT_A_PUPIL = tuple(
    name
    for name, record in SHEETS.items()
    if "pupil_id" in record.model_fields and name not in ("pupils", "contacts")
)
_WITH_TYPED_TEXT = (*_ABOUT_A_PUPIL, "contacts")


def _texts_of(record: type[Record]) -> tuple[str, ...]:
    if record is Pupil:
        return typed_columns(record)
    return tuple(column.attribute for column in columns_of(record))


@cache
def cells_told(audience: Audience) -> frozenset[tuple[type[Record], str]]:
    """The columns of free text that a reader may be told, each by record and field."""
    return frozenset(
        (record, column.attribute)
        for record in SHEETS.values()
        for column in columns_of(record)
        if release(audience, column.group) is Release.FULL
        or (record.sheet_name, column.attribute, audience) in _TOLD_BESIDE
    )


_TOLD_BESIDE = frozenset({("Consents", "override_reason", Audience.LEADER)})
"""Cells that decisions (*Consent*) let a reader have beside the table."""
