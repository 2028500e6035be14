"""A copy of the casebook with other words in some of its cells: the workbook itself is never touched."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from mentor_xl.casebook import SHEETS, Casebook, own_column
from mentor_xl.checks.free_text import typed_columns
from mentor_xl.records import Column, Record, columns_of

_NOT_ABOUT_PUPILS = frozenset(
    ("settings", "calendar", "staff", "scales", "agencies", "training", "policies", "rules", "explanations")
)
_STEER = frozenset({"pronouns", "year_group", "phone", "time"})
"""Other words there change which letters are made, or to whom."""


class Cell(NamedTuple):
    """A cell of a casebook."""

    sheet: str
    """The casebook's field."""
    row: int
    """Counted from 0."""
    attribute: str

    @property
    def column(self) -> Column | None:
        """How it is declared; ``None``: it is the school's own."""
        columns = columns_of(SHEETS[self.sheet])
        return next((column for column in columns if column.attribute == self.attribute), None)

    def record(self, casebook: Casebook) -> Record:
        """Its row."""
        found: Record = getattr(casebook, self.sheet)[self.row]
        return found

    def place(self, casebook: Casebook) -> str:
        """``Reviews!J4 (Outcome)``; the heading tells where the workbook has no such column."""
        place = casebook.place(self.record(casebook), self.attribute)
        return f"{place} ({place.heading})"


def text_cells(casebook: Casebook) -> Iterator[Cell]:
    """Every cell about a pupil in which people type words, be it blank, and the UPN."""
    for sheet in (one for one in SHEETS if one not in _NOT_ABOUT_PUPILS):
        plain = [attribute for attribute in typed_columns(SHEETS[sheet]) if _is_plain(sheet, attribute)]
        more = ["upn"] if sheet == "pupils" else []
        for index, record in enumerate(getattr(casebook, sheet)):
            yield from (Cell(sheet, index, one) for one in (*plain, *more, *map(own_column, record.own)))


def _is_plain(sheet: str, attribute: str) -> bool:
    column = Cell(sheet, 0, attribute).column
    return column is not None and column.base in ("text", "text;", "note") and attribute not in _STEER


def with_texts(casebook: Casebook, texts: Mapping[Cell, str]) -> Casebook:
    """A copy in which these cells hold these words."""
    by_row: defaultdict[tuple[str, int], list[tuple[Cell, str]]] = defaultdict(list)
    for cell, text in texts.items():
        by_row[cell.sheet, cell.row].append((cell, text))
    sheets = {sheet: list(getattr(casebook, sheet)) for sheet, _ in by_row}
    for (sheet, index), cells in by_row.items():
        record: Record = sheets[sheet][index]
        update: dict[str, object] = {"own": dict(record.own)}
        for cell, text in cells:
            _put(update, cell, text)
        sheets[sheet][index] = record.model_copy(update={**update, "unread": record.unread - update.keys()})
    return replace(casebook, **{sheet: tuple(rows) for sheet, rows in sheets.items()})  # type: ignore[arg-type]


def _put(update: dict[str, object], cell: Cell, text: str) -> None:
    own, column = update["own"], cell.column
    if column is None and isinstance(own, dict):
        own[cell.attribute.removeprefix(own_column(""))] = text
    else:
        update[cell.attribute] = (text,) if column and column.base == "text;" else text
