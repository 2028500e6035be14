"""The grey columns that Mentor XL fills on sheets people type in, filled: next review, due, act by, state.

Only those columns, and only beside rows that were understood. One that holds formulas is the school's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mentor_xl.casebook import SHEETS, Casebook, SheetLayout
from mentor_xl.deadlines import Due
from mentor_xl.live.addresses import Area
from mentor_xl.live.open_book import OpenBook
from mentor_xl.records import Record, columns_of
from mentor_xl.workbook.our_sheets import OurCell, calculated


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of it."""

    cells: int
    """That hold a date or a state now."""
    left_alone: tuple[str, ...] = ()
    """Columns that hold formulas of the school's own, and sheets that are protected."""


def fill_dates(book: OpenBook, casebook: Casebook, dues: Sequence[Due]) -> Filled:
    """Fill every column of ours that this book has. ``dues``: the most urgent first."""
    values = calculated(dues)
    cells = 0
    left_alone: list[str] = []
    for name, record in SHEETS.items():
        layout = casebook.layouts.get(record.sheet_name)
        columns = _columns(record, layout) if layout else []
        if layout is None or not columns:
            continue
        if book.is_protected(layout.sheet):
            left_alone.append(layout.sheet)
            continue
        rows = sorted(one.row_number for one in getattr(casebook, name))
        for attribute, column, heading in columns:
            said = {row: values.get((record.sheet_name, row), {}).get(attribute) for row in rows}
            if _fill(book, layout.sheet, column, said):
                cells += sum(value is not None for value in said.values())
            else:
                left_alone.append(f"{layout.sheet}, {heading}")
    return Filled(cells, tuple(left_alone))


def _columns(record: type[Record], layout: SheetLayout) -> list[tuple[str, int, str]]:
    """The columns of ours that the sheet has: field, number counted from 1, heading as typed."""
    return [
        (column.attribute, layout.columns[column.attribute][0] + 1, layout.columns[column.attribute][1])
        for column in columns_of(record)
        if column.is_filled_by_us and column.attribute in layout.columns
    ]


def _fill(book: OpenBook, sheet: str, column: int, said: dict[int, OurCell]) -> bool:
    """Write a column, run of rows by run of rows; whether it could be."""
    runs = list(_runs(said))
    for first, last in runs:
        if any(one.startswith("=") for (one,) in book.formulas(sheet, Area(first, column, last, column))):
            return False
    for first, last in runs:
        book.write(sheet, (first, column), [[said[row]] for row in range(first, last + 1)])
    return True


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Rows that follow each other: between them may stand what is not ours, as a line of totals."""
    first = last = None
    for row in rows:
        if last is not None and first is not None and row != last + 1:
            yield first, last
            first = row
        first, last = first or row, row
    if first is not None and last is not None:
        yield first, last
