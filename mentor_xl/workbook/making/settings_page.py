"""The Settings sheet: one setting a row, what it is for beside it, and what it accepts."""

from __future__ import annotations

from openpyxl.styles import Border
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.records import Settings, columns_of
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.drop_downs import rule_for
from mentor_xl.workbook.making.table_sheet import ColumnLook, draw_table, write

_COLUMNS = (
    ColumnLook("Setting", 30),
    ColumnLook("Value", 44, align=dress.INDENTED),
    ColumnLook("What it is for", 92),
)
_BEGINS_A_GROUP = frozenset({"address_line_1", "headteacher", "reference_prefix"})
_ROW_HEIGHT = 20.0


def draw_settings(sheet: Worksheet, settings: Settings) -> None:
    """Draw the sheet with a school's settings filled in."""
    columns = columns_of(Settings)
    draw_table(sheet, _COLUMNS, [(None, None, None)] * len(columns), freeze="A2")
    sheet.sheet_properties.tabColor = look.SLATE
    for row, column in enumerate(columns, 2):
        border = _edge(column.attribute)
        dress.put(dress.cell_at(sheet, row, 1), column.heading, type_=dress.font(bold=True), border=border)
        paper = dress.ground(look.PAPER)
        dress.put(
            dress.cell_at(sheet, row, 2),
            fill=paper,
            border=border,
            align=dress.INDENTED,
            form=_form(column.base),
        )
        write(dress.cell_at(sheet, row, 2), getattr(settings, column.attribute))
        slate = dress.font(colour=look.SLATE)
        dress.put(dress.cell_at(sheet, row, 3), column.description, type_=slate, border=border)
        sheet.row_dimensions[row].height = _ROW_HEIGHT
        sheet.add_data_validation(rule_for(column, f"B{row}"))


def _edge(attribute: str) -> Border:
    """A firmer line above the first setting of a group."""
    above = dress.line(look.ACCENT) if attribute in _BEGINS_A_GROUP else None
    return Border(top=above, bottom=dress.line())


def _form(base: str) -> str:
    return {"int": dress.WHOLE_FORMAT, "number": dress.NUMBER_FORMAT}.get(base, dress.TEXT_FORMAT)
