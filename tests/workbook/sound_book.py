"""A workbook with every sheet and column, filled with the columns' own examples: nothing is wrong in it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

import pytest

from mentor_xl.casebook import SHEETS
from mentor_xl.problems import Problem
from mentor_xl.records import Cell, Column, Record, columns_of
from mentor_xl.workbook.grid import MarkdownGrid, Row
from mentor_xl.workbook.reading import Reading, read_casebook

TABLES: Mapping[str, type[Record]] = {
    record.sheet_name: record for name, record in SHEETS.items() if name != "settings"
}
FIRST_ROW = 2
"""The row of every sheet's first record."""


class RowsGrid:
    """Sheets given as lists of rows, the first of them row 1."""

    def __init__(self, sheets: Mapping[str, Sequence[Sequence[Cell]]], *, shows_errors: bool = True) -> None:
        self._sheets = sheets
        self._shows_errors = shows_errors

    def sheet_names(self) -> tuple[str, ...]:
        return tuple(self._sheets)

    def rows(self, sheet: str) -> Iterator[Row]:
        return iter(list(enumerate(self._sheets[sheet], 1)))

    def shows_errors(self) -> bool:
        return self._shows_errors


def typed(column: Column) -> Cell:
    """A column's example as it would stand in its cell."""
    if column.base == "date":
        day, month, year = map(int, column.example.split("/"))
        return dt.date(year, month, day)
    return column.example or None


@cache
def keys_used() -> dict[str, list[str]]:
    """Every ID that an example names, by the sheet it belongs to; the sheet's own example first."""
    found: dict[str, list[str]] = {title: [] for title in TABLES}
    for title, record in TABLES.items():
        found[title] += [column.example for column in columns_of(record) if column.kind == "key"]
    for record in TABLES.values():
        for column in columns_of(record):
            if column.base in ("ref", "refs;"):
                found[column.target] += column.example.split("; ")
    return {title: list(dict.fromkeys(keys)) for title, keys in found.items()}


@cache
def needed_by(title: str) -> frozenset[str]:
    """A sheet, and those that its rows refer to."""
    targets = {column.target for column in columns_of(TABLES[title]) if column.base in ("ref", "refs;")}
    return frozenset({title}).union(*(needed_by(target) for target in targets - {title}))


def sound_sheets(titles: frozenset[str] = frozenset(TABLES)) -> dict[str, list[list[Cell]]]:
    """The sheets: the headings of each, and a row for each of its keys that any example names."""
    sheets: dict[str, list[list[Cell]]] = {}
    for title, record in TABLES.items():
        if title not in titles:
            continue
        columns = columns_of(record)
        row = [typed(column) for column in columns]
        keys = keys_used()[title]
        rows = [[key, *row[1:]] for key in keys] if keys else [row]
        sheets[title] = [[column.heading for column in columns], *rows]
    sheets["Settings"] = [["Setting", "Value"]]
    sheets["Settings"] += [[column.heading, column.example] for column in columns_of(SHEETS["settings"])]
    return sheets


# -- a small workbook in text --------------------------------------------------------------------------

PUPILS = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth |
| 004511   | Hartley       | Rosalind       | 2013-05-05    |
| 004512   | Adair         | Sol            | 2013-05-06    |
"""
STAFF = """
# Staff
| Staff code | Forename | Surname  | Role            |
| DWH        | Dana     | Whitlock | Learning mentor |
"""
CASES = """
# Cases
| Case ID | Pupil ID | Mentor | Status |
| C1      | 004511   | DWH    | Active |
"""


def read(*texts: str) -> Reading:
    return read_casebook(MarkdownGrid("\n".join(texts)))


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.code) for problem in reading.problems]


def the_only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    return problem


# -- column by column ----------------------------------------------------------------------------------

OfAColumn = Callable[[type[Record], Column], None]
OfASheet = Callable[[type[Record]], None]


def for_every_column(*bases: str) -> Callable[[OfAColumn], OfASheet]:
    """Ask the same of every column, of these kinds or of all, that people type in; one test a sheet."""

    def of_every_column(ask: OfAColumn) -> OfASheet:
        @pytest.mark.parametrize("record", TABLES.values(), ids=TABLES)
        def of_a_sheet(record: type[Record]) -> None:
            for column in columns_of(record):
                if not column.is_filled_by_us and (not bases or column.base in bases):
                    try:
                        ask(record, column)
                    except AssertionError as failure:
                        failure.add_note(f"The column is {column.heading}.")
                        raise

        of_a_sheet.__name__ = ask.__name__
        return of_a_sheet

    return of_every_column


def with_cell(record: type[Record], column: Column, *cells: Cell) -> Reading:
    """A sound workbook with the first row of a sheet once for each cell, which stands in one column."""
    sheets = sound_sheets(needed_by(record.sheet_name))
    headings, row, *others = sheets[record.sheet_name]
    at = headings.index(column.heading)
    changed = [[*row[:at], cell, *row[at + 1 :]] for cell in cells]
    sheets[record.sheet_name] = [headings, *changed, *others]
    return read_casebook(RowsGrid(sheets))


def records_of(reading: Reading, record: type[Record]) -> Sequence[Record]:
    name = next(name for name, other in SHEETS.items() if other is record)
    found: Sequence[Record] = getattr(reading.casebook, name)
    return found
