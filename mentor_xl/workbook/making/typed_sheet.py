"""A sheet that people type in: every column as its record declares it, and the rows of a casebook."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.records import Column, Record, columns_of
from mentor_xl.vocabulary import LISTS
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.drop_downs import rule_for
from mentor_xl.workbook.making.due_colours import COLOURED, colour_due_dates
from mentor_xl.workbook.making.table_sheet import LAST_ROW, ColumnLook, Plain, draw_table, letter

_FREEZE: Mapping[str, str] = {"Pupils": "E2", "Calendar": "A2"}
"""Where more than the key stays in sight; elsewhere the first column does."""
_NOTE_WIDTH, _WIDEST = 44.0, 30.0
_LONGEST_LINE = 36
_LONG_KEYS = frozenset({"ref:Agencies", "ref:Scales", "ref:Groups"})
_BOLD = 1.12
"""The width of a bold letter, in figures."""
_BUTTON = 3.0
"""Characters that the filter's button takes beside a heading."""
_WORDED_DATE, _WORDED_DUE = 19.5, 25.0
"""Widths of a date with the word of its state beside it."""
_WIDTH_OF_KIND: Mapping[str, float] = {
    "date": 12, "int": 9, "number": 9, "yes/no": 9, "refs;": 24, "list;": 26, "text;": 26,
}  # fmt: skip


def draw_typed_sheet(sheet: Worksheet, record: type[Record], records: Sequence[Record]) -> None:
    """Draw the sheet of one kind of record: its table, what its columns accept, and their colours."""
    columns = columns_of(record)
    looks = [_look(sheet.title, column) for column in columns]
    rows = [[value_of(one, column) for column in columns] for one in records]
    draw_table(sheet, looks, rows, freeze=_FREEZE.get(sheet.title, "B2"))
    sheet.sheet_properties.tabColor = look.SLATE
    for index, column in enumerate(columns):
        sheet.add_data_validation(rule_for(column, f"{letter(index)}2:{letter(index)}{LAST_ROW}"))
    colour_due_dates(sheet, columns)


def value_of(record: Record, column: Column) -> Plain:
    """A field as a cell holds it: several values are parted by semicolons."""
    value = getattr(record, column.attribute)
    return "; ".join(value) if isinstance(value, tuple) else value


def _look(title: str, column: Column) -> ColumnLook:
    return ColumnLook(
        heading=column.heading,
        width=_wide_enough(column.heading, _width(title, column)),
        form=_form(column),
        align=dress.CENTRE if column.base in ("int", "number", "yes/no") else dress.LEFT,
        ground=look.CALC if column.is_filled_by_us else None,
        is_note=_is_long(column),
    )


def _is_long(column: Column) -> bool:
    """Whether people write a sentence there."""
    return column.base == "note" or (column.base == "text" and len(column.example) > _LONGEST_LINE)


def _form(column: Column) -> str:
    if column.kind == "calc date":
        return dress.DUE_FORMAT
    known = {"date": dress.DATE_FORMAT, "int": dress.WHOLE_FORMAT, "number": dress.NUMBER_FORMAT}
    return known.get(column.base, dress.TEXT_FORMAT)


def _width(title: str, column: Column) -> float:
    if (title, column.heading) in COLOURED:
        return _WORDED_DUE if column.kind == "calc date" else _WORDED_DATE
    if _is_long(column):
        return _NOTE_WIDTH
    if column.base == "list":
        return min(_WIDEST, max(map(len, LISTS[column.target])) + 2)
    if column.kind in _LONG_KEYS:
        return _WIDEST
    if column.base == "text":
        return 9 if len(column.example) <= 3 else min(_WIDEST, max(14, len(column.example) * 1.3))
    return _WIDTH_OF_KIND.get(column.base, 12)


def _wide_enough(heading: str, width: float) -> float:
    """The width, or what a heading in two lines and the filter's button beside it need."""
    letters = max(map(len, heading.split()))
    while len(textwrap.wrap(heading, letters)) > 2:
        letters += 1
    width = max(width, letters * _BOLD + _BUTTON)
    in_one_line = len(heading) * _BOLD
    return in_one_line + _BUTTON if in_one_line <= width < in_one_line + _BUTTON else width
