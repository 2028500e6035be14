"""A sheet that holds one table: headings, looks of its columns, its rows, and how it prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.problems import column_letters
from mentor_xl.workbook.as_text import ROW_HEIGHT, begins_a_formula, clean, height_of, lines_of
from mentor_xl.workbook.making import dress

LAST_ROW = 1_048_576
"""The last row of a sheet: what holds for a column holds to its end."""
_DAY_0 = dt.date(1899, 12, 30)
"""Day 0 as Excel numbers days."""

Plain = None | str | int | float | bool | dt.date
"""What a cell of a row may be given as."""


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """One column of a table as it is drawn."""

    heading: str
    width: float
    """In characters, as Excel counts them."""
    form: str = dress.TEXT_FORMAT
    align: Alignment = dress.LEFT
    ground: str | None = None
    is_note: bool = False
    """Whether long text is folded into several lines."""


def letter(index: int) -> str:
    """Excel's letters of a column counted from 0."""
    return column_letters(index)


def table_name(title: str) -> str:
    """``tblAgencyReferrals``."""
    words = title.split()
    return "tbl" + "".join(word[:1].upper() + word[1:] for word in words)


def draw_table(
    sheet: Worksheet, columns: Sequence[ColumnLook], rows: Sequence[Sequence[Plain]], *, freeze: str = "B2"
) -> None:
    """Draw a table with its headings in row 1; one blank row where there is none yet."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScaleNormal = 100
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.freeze_panes = freeze
    for number, column in enumerate(columns, 1):
        dress.heading(
            dress.cell_at(sheet, 1, number), column.heading, is_centred=column.align is dress.CENTRE
        )
    sheet.row_dimensions[1].height = look.WORKBOOK_HEADER_ROW
    _dress_columns(sheet, columns)
    _write_rows(sheet, columns, rows)
    _add_table(sheet, columns, max(len(rows), 1) + 1)
    set_up_print(sheet, repeat="1:1")


def _dress_columns(sheet: Worksheet, columns: Sequence[ColumnLook]) -> None:
    """Columns are dressed to their end: what is typed below the table looks and counts as in it."""
    for number, column in enumerate(columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.font = dress.font()
        dimension.border = dress.RULE_BELOW
        dimension.alignment = _alignment(column)
        dimension.number_format = column.form
        if column.ground:
            dimension.fill = dress.ground(column.ground)


def _alignment(column: ColumnLook) -> Alignment:
    return dress.WRAPPED if column.is_note else column.align


def _add_table(sheet: Worksheet, columns: Sequence[ColumnLook], last_row: int) -> None:
    name = table_name(sheet.title)
    ref = f"A1:{letter(len(columns) - 1)}{last_row}"
    table = Table(displayName=name, ref=ref, autoFilter=AutoFilter(ref=ref))
    for number, column in enumerate(columns, 1):
        table.tableColumns.append(TableColumn(id=number, name=column.heading))
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)


def set_up_print(sheet: Worksheet, *, repeat: str | None = None) -> None:
    """A4 on its side, as wide as the page, headings on every page, sheet and page number at the foot."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if repeat:
        sheet.print_title_rows = repeat
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.7
    sheet.oddFooter = HeaderFooterItem(left=_footer("&A"), right=_footer("Page &P of &N"))


def _footer(words: str) -> _HeaderFooterPart:
    return _HeaderFooterPart(words, font=f"{look.FONT},Regular", size=int(look.SMALL), color=look.SLATE)


# -- rows ------------------------------------------------------------------------------------------


def _write_rows(sheet: Worksheet, columns: Sequence[ColumnLook], rows: Iterable[Sequence[Plain]]) -> None:
    styles = [_style_of(sheet, number) for number in range(1, len(columns) + 1)]
    notes = [(index, column.width) for index, column in enumerate(columns) if column.is_note]
    for row_number, row in enumerate(rows, 2):
        for number, (value, style) in enumerate(zip(row, styles, strict=True), 1):
            if value is not None:
                cell = dress.cell_at(sheet, row_number, number)
                cell._style = style  # type: ignore[attr-defined]  # noqa: SLF001  a tenth of the time
                write(cell, value)
        lines = max((lines_of(row[index], width) for index, width in notes), default=1)
        if lines > 1:
            sheet.row_dimensions[row_number].height = height_of(lines)


def _style_of(sheet: Worksheet, number: int) -> object:
    """The style of a column, to be shared by its cells."""
    return sheet.column_dimensions[get_column_letter(number)]._style  # type: ignore[attr-defined]  # noqa: SLF001


def write(cell: dress.SheetCell, value: Plain) -> None:
    """Write a value that may come from a user: text stays text, whatever it begins with."""
    if isinstance(value, bool):
        value = "Yes" if value else "No"
    elif isinstance(value, dt.date):
        value = (value - _DAY_0).days
    if not isinstance(value, str):
        cell.value = value
        return
    text = clean(value)
    cell.value = text
    cell.data_type = "s"
    if begins_a_formula(text):
        unshare_style(cell)
        cell.quotePrefix = True


def unshare_style(cell: dress.SheetCell) -> None:
    """Give a cell of a table a style of its own, before it is changed: its column's cells share one."""
    cell._style = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
