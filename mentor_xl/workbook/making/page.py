"""A sheet that is drawn as a page: blocks of merged cells, cards of figures, links, and how it prints."""

from __future__ import annotations

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.workbook.as_text import quoted_title
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.table_sheet import set_up_print

TITLE_SIZE = 20.0
SUBTITLE_SIZE = 11.0
HEADING_SIZE = 12.0
_CARD_ROW = 5


def set_up_page(sheet: Worksheet, widths: dict[str, float]) -> None:
    """A white page without gridlines that prints on one sheet of paper."""
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.showRowColHeaders = False
    sheet.sheet_properties.tabColor = look.ACCENT
    for column, width in widths.items():
        sheet.column_dimensions[column].width = width
    set_up_print(sheet)
    sheet.page_setup.fitToHeight = 1


def heights(sheet: Worksheet, rows: dict[int, float]) -> None:
    """Set the heights of rows, in points."""
    for row, height in rows.items():
        sheet.row_dimensions[row].height = height


def block(
    sheet: Worksheet,
    cells: str,
    value: str | float | None = None,
    *,
    type_: Font | None = None,
    fill: PatternFill | None = None,
    border: Border | None = None,
    align: Alignment = dress.LEFT,
    form: str | None = None,
) -> dress.SheetCell:
    """Write our own words or formula into a range of cells as one; ground and frame cover all of it."""
    corner, *others = [cell for row in sheet[cells] for cell in row] if ":" in cells else [sheet[cells]]
    for cell in others:
        if fill is not None:
            cell.fill = fill
        if border is not None:
            cell.border = border
    first: dress.SheetCell = corner
    dress.put(first, value, type_=type_, fill=fill, border=border, align=align, form=form)
    if others:
        sheet.merge_cells(cells)
    return first


def title_band(sheet: Worksheet, across: str, title: str, subtitle: str) -> None:
    """The coloured band with the page's name, in rows 2 and 3. ``across``: its columns, ``B:M``."""
    first, last = across.split(":")
    accent = dress.ground(look.ACCENT)
    name, words = dress.font(TITLE_SIZE, look.WHITE, bold=True), dress.font(SUBTITLE_SIZE, look.WHITE)
    block(sheet, f"{first}2:{last}2", title, type_=name, fill=accent, align=dress.INDENTED)
    block(sheet, f"{first}3:{last}3", subtitle, type_=words, fill=accent, align=dress.INDENTED)
    heights(sheet, {1: 9, 2: 38, 3: 24, 4: 12})


def draw_card(sheet: Worksheet, across: str, figure: str | int, label: str, ink: str, title: str) -> None:  # noqa: PLR0917
    """A figure on its card in rows 5 and 6, its label a link to a sheet; a nought is left uncoloured."""
    first, last = across.split(":")
    top, below = f"{first}{_CARD_ROW}:{last}{_CARD_ROW}", f"{first}{_CARD_ROW + 1}:{last}{_CARD_ROW + 1}"
    paper, gap = dress.ground(look.PAPER), dress.line(look.WHITE, "thick")
    edge = Border(top=dress.line(look.ACCENT, "medium"), right=gap)
    number = dress.font(look.CARD_NUMBER, ink, bold=True)
    block(
        sheet,
        top,
        figure,
        type_=number,
        fill=paper,
        border=edge,
        align=dress.INDENTED,
        form=dress.WHOLE_FORMAT,
    )
    small = dress.font(look.SMALL, look.SLATE)
    words = block(
        sheet, below, label, type_=small, fill=paper, border=Border(right=gap), align=dress.INDENTED
    )
    link_to_sheet(words, title)
    nought = Rule(type="expression", dxf=dress.quiet(), formula=[f"{first}{_CARD_ROW}=0"])
    sheet.conditional_formatting.add(f"{first}{_CARD_ROW}", nought)
    heights(sheet, {_CARD_ROW: 34, _CARD_ROW + 1: 20, _CARD_ROW + 2: 12})


def link_to_sheet(cell: dress.SheetCell, title: str) -> None:
    """Make a cell lead to the first cell of another sheet of this workbook."""
    cell.hyperlink = Hyperlink(
        ref=cell.coordinate, location=f"{quoted_title(title)}!A1", tooltip=f"Go to {title}"
    )
