"""The rows of a sheet that need no second look, read a column at a time.

Most cells of most workbooks are plain: the same few values, dates that are dates, IDs that exist. Such a
cell is read once for all its likes. A row with any other cell is read by itself, with all that may have to
be said about it (``rows``).
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
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
        self._convert = convert
        self._keys = keys
        self._refers = column.base == "ref"
        self._is_in_words = column.base in IN_WORDS

    def __missing__(self, cell: Cell) -> Any:
        value = self[cell] = self.look(cell)
        return value

    def look(self, cell: Cell) -> Any:
        """The value of a plain cell, or ``SECOND_LOOK``."""
        if cell is None or (type(cell) is str and not plain_text(cell)):
            return SECOND_LOOK if self._column.must else None
        if type(cell) is CellError or self._column.base == "refs;":
            return SECOND_LOOK
        value = self._convert(cell)
        if type(value) is Said or (self._is_in_words and says_not_known(plain_text(cell))):
            return SECOND_LOOK
        return self._referred(value) if self._refers else value

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
    columns = [
        _read(_Plain(column, convert, keys), cells[sheet.index(column)])
        for column, convert in zip(sheet.columns, converters, strict=True)
    ]
    names = [column.attribute for column in sheet.columns]
    headings = tuple(sheet.layout.own)
    own = [cells[index] for index in sheet.layout.own.values()]
    owns = zip(*own, strict=True) if own else repeat((), len(sheet.rows))
    for (number, _), values, others in zip(sheet.rows, zip(*columns, strict=True), owns, strict=True):
        if SECOND_LOOK in values:
            yield None
        elif values.count(None) == len(values):
            yield {}
        else:
            fields = dict(zip(names, values, strict=True))
            fields["row_number"] = number
            if headings:
                fields["own"] = dict(zip(headings, map(_without_blanks, others), strict=True))
            yield fields


def _by_column(sheet: KnownSheet) -> list[tuple[Cell, ...]]:
    """The cells below the headings, turned: a tuple for each column up to the last that is wanted."""
    layout = sheet.layout
    width = 1 + max((*layout.own.values(), *(index for index, _ in layout.columns.values())), default=0)
    rows = (cells if len(cells) >= width else [*cells, *repeat(None, width)] for _, cells in sheet.rows)
    return list(zip(*(row[:width] for row in rows), strict=True))


def _read(plain: _Plain, cells: Sequence[Cell]) -> list[Any]:
    if set(map(type, cells)) <= _ALIKE:
        return [plain[cell] for cell in cells]
    return [plain.look(cell) for cell in cells]


def _without_blanks(cell: Cell) -> Cell:
    return None if type(cell) is str and not plain_text(cell) else cell
