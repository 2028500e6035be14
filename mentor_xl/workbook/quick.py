"""The rows of a sheet that need no second look, read a column at a time.

Most cells of most workbooks are plain: the same few values, dates that are dates, IDs that exist. Such a
cell is read once for all its likes. A row with any other cell is read by itself, with all that may have to
be said about it (``rows``).
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat, zip_longest
from types import NoneType
from typing import Any, Final

from mentor_xl.records import Cell, CellError, Column
from mentor_xl.workbook.keys import Keys
from mentor_xl.workbook.rows import IN_WORDS
from mentor_xl.workbook.said import Converter, Said, plain_text, says_not_known
from mentor_xl.workbook.sheets import KnownSheet


class _SecondLook:
    """What stands for a cell that is not plain."""


SECOND_LOOK: Final = _SecondLook()

_ALIKE = frozenset({str, NoneType, dt.date, int, float})
"""Kinds of cells that are equal only to their like: ``True`` would pass for 1."""


class _Plain(dict[Any, Any]):
    """What each cell of a column comes to; a cell not met before is looked at when it is asked for."""

    def __init__(self, column: Column, convert: Converter, keys: Keys) -> None:
        super().__init__()
        self._column = column
        self.needs_second_looks = False
        """Whether any of its cells did."""
        self._convert = convert
        self._keys = keys
        self._base = column.base
        self._sure = keys.sure(column.target) if self._base == "ref" else frozenset()

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self.look(cell)
        return value

    def all_of(self, cells: Sequence[Cell]) -> list[Any]:
        """What the column comes to, cell by cell."""
        if set(map(type, cells)) <= _ALIKE:
            return list(map(self.__getitem__, cells))
        return list(map(self.look, cells))

    def look(self, cell: Cell) -> Any:
        """The value of a plain cell, or ``SECOND_LOOK``."""
        value = self._looked(cell)
        self.needs_second_looks |= value is SECOND_LOOK
        return value

    def _looked(self, cell: Cell) -> Any:
        if cell in self._sure:
            return cell
        if type(cell) is CellError:
            return SECOND_LOOK
        text = "" if cell is None else plain_text(cell)
        if not text:
            return SECOND_LOOK if self._column.must else None
        if self._base == "refs;":
            return SECOND_LOOK
        value = text if self._convert is plain_text else self._convert(cell)
        if type(value) is Said or (self._base in IN_WORDS and says_not_known(text)):
            return SECOND_LOOK
        return self._referred(value) if self._base == "ref" else value

    def _referred(self, typed: str) -> Any:
        if self._keys.was_refused(self._column.target, typed):
            return SECOND_LOOK
        found = self._keys.find(self._column, typed)
        return SECOND_LOOK if type(found) is Said else found


def plain_rows(
    sheet: KnownSheet, converters: Sequence[Converter], keys: Keys
) -> Iterator[Mapping[str, Any] | None]:
    """For each row of the sheet its fields, or ``None`` where it needs a second look.

    A row that is blank gives no fields: an empty mapping.
    """
    if not sheet.rows:
        return
    cells = _by_column(sheet)
    columns: list[list[Any]] = []
    second_looks: set[int] = set()
    for column, convert in zip(sheet.columns, converters, strict=True):
        plain = _Plain(column, convert, keys)
        columns.append(plain.all_of(cells[sheet.index(column)]))
        if plain.needs_second_looks:
            second_looks.update(at for at, value in enumerate(columns[-1]) if value is SECOND_LOOK)
    names = [column.attribute for column in sheet.columns]
    blank = (None,) * len(names)
    headings = tuple(sheet.layout.own)
    own = [cells[index] for index in sheet.layout.own.values()]
    for at, values in enumerate(zip(*columns, strict=True)):
        if at in second_looks:
            yield None
        elif values == blank:
            yield {}
        else:
            fields = dict(zip(names, values, strict=True))
            fields["row_number"] = sheet.rows[at][0]
            if headings:
                others = (_without_blanks(of_column[at]) for of_column in own)
                fields["own"] = dict(zip(headings, others, strict=True))
            yield fields


def _by_column(sheet: KnownSheet) -> list[tuple[Cell, ...]]:
    """The cells below the headings, turned: a tuple for each column up to the last that is wanted."""
    layout = sheet.layout
    width = 1 + max((*layout.own.values(), *(index for index, _ in layout.columns.values())), default=0)
    found = list(zip_longest(*(cells for _, cells in sheet.rows)))[:width]
    blank = (None,) * len(sheet.rows)
    return [*found, *repeat(blank, width - len(found))]


def _without_blanks(cell: Cell) -> Cell:
    return None if type(cell) is str and not plain_text(cell) else cell
