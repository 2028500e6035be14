"""What was typed about one pupil, and which cell some words of a letter come from."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import zip_longest

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience, Release, release
from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.checks.free_text import Written, free_columns
from mentor_xl.problems import Place
from mentor_xl.records import BarrierAssessment, Pupil, Record, columns_of
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
        self._with_postcode: dict[str, bool] = {}
        self._sensitive: dict[str, frozenset[str]] = {}
        self._sorted: dict[str, dict[str, tuple[Record, ...]]] = {}

    def free_text_of(self, pupil_id: str) -> tuple[Written, ...]:
        """The pupil's cells of free text that hold something."""
        if pupil_id not in self._free:
            self._free[pupil_id] = tuple(_free_text(self._rows(pupil_id, _WITH_FREE_TEXT)))
        return self._free[pupil_id]

    def cells_of(self, pupil_id: str) -> tuple[Telling, ...]:
        """The same cells by their words."""
        if pupil_id not in self._telling:
            cells = self.free_text_of(pupil_id)
            self._telling[pupil_id] = tuple([Telling(cell, self._folds.of(cell.text)) for cell in cells])
        return self._telling[pupil_id]

    def has_postcode(self, pupil_id: str) -> bool:
        """Whether somebody typed a postcode in one of them."""
        if pupil_id not in self._with_postcode:
            text = "\n".join([cell.text for cell in self.free_text_of(pupil_id)])
            has_one = bool(_DIGIT.search(text)) and any(cell.postcodes for cell in self.cells_of(pupil_id))
            self._with_postcode[pupil_id] = has_one
        return self._with_postcode[pupil_id]

    def sensitive_barriers_of(self, pupil_id: str) -> frozenset[str]:
        """The sensitive barriers that the pupil's rows give."""
        if pupil_id not in self._sensitive:
            referrals = self.casebook.referrals_of(pupil_id)
            assessed = (row.barrier for row in self.barriers_of(pupil_id))
            said = {barrier for r in referrals for barrier in (r.main_barrier, *(r.other_barriers or ()))}
            self._sensitive[pupil_id] = SENSITIVE_BARRIERS & said.union(assessed)
        return self._sensitive[pupil_id]

    def barriers_of(self, pupil_id: str) -> tuple[BarrierAssessment, ...]:
        """The pupil's rows on *Barriers*."""
        rows = self._of("barriers", pupil_id)
        return tuple(row for row in rows if isinstance(row, BarrierAssessment))

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
            for heading, value in record.own.items():
                if isinstance(value, str):
                    yield self.casebook.own_place(record, heading), joined(self._folds.of(value))
            for attribute in _texts_of(type(record)):
                value = getattr(record, attribute)
                text = "\n".join(value) if isinstance(value, tuple) else value
                if isinstance(text, str):
                    yield self.casebook.place(record, attribute), joined(self._folds.of(text))

    def _rows(self, pupil_id: str, sheets: Iterable[str]) -> Iterator[Record]:
        pupil = self.casebook.pupil(pupil_id)
        if pupil is not None:
            yield pupil
        for sheet in sheets:
            yield from self._of(sheet, pupil_id)
        yield from self.casebook.targets_of(pupil_id)

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
_WITH_FREE_TEXT = tuple(name for name in _ABOUT_A_PUPIL if free_columns(SHEETS[name]))


def _texts_of(record: type[Record]) -> tuple[str, ...]:
    if record is Pupil:
        return free_columns(record)
    return tuple(column.attribute for column in columns_of(record))


def _free_text(records: Iterable[Record]) -> Iterator[Written]:
    for record in records:
        for attribute in free_columns(type(record)):
            text = getattr(record, attribute)
            if text:
                yield Written(record, attribute, text)


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
