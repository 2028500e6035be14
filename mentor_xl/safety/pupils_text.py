"""What was typed about one pupil, and which cell some words of a letter come from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from mentor_xl.audience import Audience, Release, release
from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.checks.free_text import Written, free_columns
from mentor_xl.problems import Place
from mentor_xl.records import BarrierAssessment, Pupil, Record, columns_of
from mentor_xl.safety.words import Folds, grouped, joined

_ENOUGH = 2


def _longer_words(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(max(words[at : at + 2], key=len) for at in range(0, len(words), 2)))


class Typed:
    """Every row about a pupil, sheet by sheet; what is never asked for is never sorted."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self._free: dict[str, tuple[Written, ...]] = {}
        self._telling: dict[str, tuple[tuple[Written, tuple[str, ...]], ...]] = {}
        self._sorted: dict[str, dict[str, tuple[Record, ...]]] = {}

    def free_text_of(self, pupil_id: str) -> tuple[Written, ...]:
        """The pupil's cells of free text that hold something."""
        if pupil_id not in self._free:
            self._free[pupil_id] = tuple(_free_text(self._rows(pupil_id, _WITH_FREE_TEXT)))
        return self._free[pupil_id]

    def cells_sharing(self, there: frozenset[str], pupil_id: str, folds: Folds) -> tuple[Written, ...]:
        """The pupil's cells of free text that may stand among the words of a letter, whole or in part.

        Of every two words the longer is looked for, and two of them have to be there: six words of the cell
        in a row hold two such pairs at least.
        """
        if pupil_id not in self._telling:
            cells = self.free_text_of(pupil_id)
            self._telling[pupil_id] = tuple((cell, _longer_words(folds.of(cell.text))) for cell in cells)
        return tuple(
            cell
            for cell, words in self._telling[pupil_id]
            if len(there.intersection(words)) >= min(_ENOUGH, len(words))
        )

    def barriers_of(self, pupil_id: str) -> tuple[BarrierAssessment, ...]:
        """The pupil's rows on *Barriers*."""
        rows = self._of("barriers", pupil_id)
        return tuple(row for row in rows if isinstance(row, BarrierAssessment))

    def source_of(self, phrase: str, pupil_id: str, folds: Folds) -> Place | None:
        """The cell about the pupil in which somebody typed a phrase of plain words.

        Contacts, and who the pupil is, are where they should be: they are no source to mend.
        """
        for record in self._rows(pupil_id, _ABOUT_A_PUPIL):
            for heading, value in record.own.items():
                if isinstance(value, str) and phrase in joined(folds.of(value)):
                    return replace(self.casebook.place(record), heading=heading)
            for attribute in _texts_of(type(record)):
                value = getattr(record, attribute)
                text = "\n".join(value) if isinstance(value, tuple) else value
                if isinstance(text, str) and phrase in joined(folds.of(text)):
                    return self.casebook.place(record, attribute)
        return None

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
