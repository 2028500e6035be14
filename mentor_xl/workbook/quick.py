"""The rows of a sheet that need no second look, read a column at a time.

Most cells of most workbooks are plain: the same few values, dates that are dates, IDs that exist. Such a
cell is read once for all its likes. A row with any other cell is read by itself, with all that may have to
be said about it (``rows``).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import repeat
from typing import Any, Final

from mentor_xl.records import Cell, CellError, Column, Record
from mentor_xl.workbook.keys import Keys
from mentor_xl.workbook.rows import IN_WORDS
from mentor_xl.workbook.said import Converter, Said, plain_text, says_not_known
from mentor_xl.workbook.sheets import KnownSheet
from mentor_xl.workbook.tables import ALIKE


class _SecondLook:
    """What stands for a cell that is not plain."""


SECOND_LOOK: Final = _SecondLook()

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
        if not set(map(type, cells)) <= ALIKE:
            return list(map(self.look, cells))
        as_typed = self._as_typed(set(cells))
        self.update(zip(as_typed, as_typed, strict=True))
        return list(map(self.__getitem__, cells))

    def _as_typed(self, cells: set[Cell]) -> Collection[Cell]:
        """Those of the cells that are their own value, found without much ado."""
        if self._base == "ref":
            return self._sure & cells
        return list(filter(_is_plain_text, cells)) if self._convert is plain_text else ()

    def look(self, cell: Cell) -> Any:
        """The value of a plain cell, or ``SECOND_LOOK``."""
        value = self._looked(cell)
        self.needs_second_looks |= value is SECOND_LOOK
        return value

    def _looked(self, cell: Cell) -> Any:
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


def _is_plain_text(cell: Cell) -> bool:
    return type(cell) is str and cell.isascii() and cell.strip() == cell != "" and not says_not_known(cell)


def plain_records(
    sheet: KnownSheet, converters: Sequence[Converter], keys: Keys
) -> Iterator[Record | int]:
    """The record of each row of the sheet, or where the row stands, counted from 0, for a second look.

    A row that is blank gives nothing.
    """
    table, second_looks = sheet.table, set[int]()
    blank: Collection[int] = range(len(table))
    fields: dict[str, Iterable[Any]] = {
        name: repeat(field.default) for name, field in sheet.record.model_fields.items()
    }
    for column, convert in zip(sheet.columns, converters, strict=True):
        plain = _Plain(column, convert, keys)
        values = fields[column.attribute] = plain.all_of(table.columns[sheet.index(column)])
        if plain.needs_second_looks:
            second_looks.update(at for at, value in enumerate(values) if value is SECOND_LOOK)
        if sheet.key is column and sheet.name == "pupils":
            second_looks.update(at for at, value in enumerate(values) if not _is_surely_no_name(value))
        if blank:
            blank = {at for at in blank if values[at] is None}
    fields["row_number"], fields["own"] = table.numbers, _own_columns(sheet)
    # What stands for a missing column has no end; the rows' numbers have.
    rows = map(dict, map(zip, repeat(tuple(fields)), zip(*fields.values(), strict=False)))
    for at, row in enumerate(rows):
        if at in second_looks:
            yield at
        elif at not in blank:
            yield sheet.record.of_read(row)


def _is_surely_no_name(pupil_id: Any) -> bool:
    """Whether an ID is all figures: any other might be a name."""
    return type(pupil_id) is str and pupil_id.isdigit()


def _own_columns(sheet: KnownSheet) -> Iterator[dict[str, Cell]]:
    """What stands in the school's own columns, row by row."""
    own = sheet.layout.own
    if not own:
        return iter([{} for _ in sheet.table.numbers])
    cells = zip(*(sheet.table.columns[index] for index in own.values()), strict=True)
    return (dict(zip(own, map(_without_blanks, row), strict=True)) for row in cells)


def _without_blanks(cell: Cell) -> Cell:
    return None if type(cell) is str and not plain_text(cell) else cell
