"""A sheet turned: its cells column by column, as they are read soonest.

A caseload has a hundred times more rows than columns, and the cells of a column are alike.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from types import NoneType
from typing import Any, ClassVar, Protocol, runtime_checkable

from mentor_xl.records import Cell
from mentor_xl.workbook.grid import Grid, Row, normal

ALIKE = frozenset({str, NoneType, dt.date, dt.datetime, int, float})
"""Kinds of cells that are equal only to their like: ``True`` would pass for 1."""


@dataclass(frozen=True)
class Table:
    """The cells of a sheet in normal form; every column has a cell for each row."""

    numbers: Sequence[int]
    """The rows' numbers as Excel shows them."""
    columns: Sequence[Sequence[Cell]]
    """From column A."""

    @classmethod
    def of_rows(cls, rows: Iterable[Row]) -> "Table":
        """The table that these rows make; a short row is filled up with blanks."""
        kept = list(rows)
        return cls([number for number, _ in kept], list(zip_longest(*(cells for _, cells in kept))))

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.numbers)

    def row(self, at: int) -> list[Cell]:
        """The cells of one row; ``at`` counts the rows here from 0."""
        return [cells[at] for cells in self.columns]

    def rows(self) -> Iterator[Row]:
        """The rows, one after the other."""
        return ((number, self.row(at)) for at, number in enumerate(self.numbers))

    def up_to(self, number: int) -> Iterator[Row]:
        """The rows down to the one with this number."""
        for at, found in enumerate(self.numbers):
            if found > number:
                return
            yield found, self.row(at)

    def below(self, number: int) -> "Table":
        """The rows under the one with this number."""
        start = next((at for at, found in enumerate(self.numbers) if found > number), len(self))
        return Table(self.numbers[start:], [cells[start:] for cells in self.columns])

    def without(self, left_out: set[int]) -> "Table":
        """The rows but those at these places, counted from 0."""
        if not left_out:
            return self
        kept = [at for at in range(len(self)) if at not in left_out]
        return Table([self.numbers[at] for at in kept], [[col[at] for at in kept] for col in self.columns])

    def without_blanks(self) -> "Table":
        """The rows in which anything stands."""
        blank: Collection[int] = range(len(self))
        for cells in self.columns:
            blank = {at for at in blank if cells[at] is None}
            if not blank:
                break
        return self.without(set(blank))

    def first_filled(self) -> Sequence[Cell]:
        """Of each row the first cell in which anything stands."""
        found: Sequence[Cell] = (None,) * len(self)
        for cells in self.columns:
            if None not in found:
                break
            found = [cell if first is None else first for first, cell in zip(found, cells, strict=True)]
        return found


@runtime_checkable
class HasTables(Protocol):
    """A grid that has its sheets as tables."""

    def read_ahead(self, sheets: Sequence[str]) -> None:
        """Be told which sheets will be asked for, and in which order."""

    def table(self, sheet: str) -> Table:
        """The cells of a sheet."""


def table_of(grid: Grid, sheet: str) -> Table:
    """A sheet of any grid as a table."""
    return grid.table(sheet) if isinstance(grid, HasTables) else Table.of_rows(grid.rows(sheet))


class NormalCells(dict[Any, Cell]):
    """The normal form of the cells of a table, found once for all that are alike."""

    as_they_are: ClassVar[frozenset[type]] = frozenset({str, dt.date})
    """Kinds of cells that are in normal form already, but for blanks."""

    def __missing__(self, cell: object) -> Cell:
        """Find the normal form of a cell not met before."""
        found = self[cell] = self.one(cell)
        return found

    def one(self, cell: object) -> Cell:
        """The normal form of a cell as a reader hands it over."""
        return normal(cell)

    def column(self, cells: Sequence[Any]) -> list[Cell]:
        """The normal forms of a whole column."""
        kinds = set(map(type, cells))
        if kinds <= self.as_they_are:
            return [cell or None for cell in cells]
        return list(map(self.__getitem__ if kinds <= ALIKE else self.one, cells))
