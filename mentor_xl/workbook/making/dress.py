"""How a cell of a workbook looks: the house's fonts, grounds and lines as openpyxl wants them."""

from __future__ import annotations

from typing import cast

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.workbook import as_text

SheetCell = Cell
"""A cell of a sheet that is being drawn, as against the values of the grids that are read."""

TEXT_FORMAT = as_text.TEXT_FORMAT
DATE_FORMAT = "dd/mm/yyyy"
DUE_FORMAT = as_text.DUE_FORMAT
WHOLE_FORMAT = "0"
NUMBER_FORMAT = "General"

LEFT = Alignment(horizontal="left", vertical="center")
CENTRE = Alignment(horizontal="center", vertical="center")
WRAPPED = Alignment(horizontal="left", vertical="center", wrap_text=True)
CENTRE_WRAPPED = Alignment(horizontal="center", vertical="center", wrap_text=True)
INDENTED = Alignment(horizontal="left", vertical="center", indent=1)
INDENTED_WRAPPED = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
INDENTED_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)

_OWN_FORMATS_FROM = 200
"""Number formats of conditional looks count from here: out of the way of those of the cells."""


def font(size: float = look.WORKBOOK_TYPE, colour: str = look.INK, *, bold: bool = False) -> Font:
    """The house's type in one size, colour and weight."""
    return Font(name=look.FONT, size=size, color=f"FF{colour}", bold=bold)


def link_font(size: float = look.WORKBOOK_TYPE, *, bold: bool = False) -> Font:
    """The type of a link: accent and underlined, so that it is seen without colour too."""
    return Font(name=look.FONT, size=size, color=f"FF{look.ACCENT}", underline="single", bold=bold)


def ground(colour: str) -> PatternFill:
    """A plain filled ground."""
    return PatternFill("solid", start_color=f"FF{colour}", end_color=f"FF{colour}")


def line(colour: str = look.LINE, weight: str = "thin") -> Side:
    """One line of a cell's frame."""
    return Side(style=weight, color=f"FF{colour}")  # type: ignore[arg-type]  # a literal of openpyxl's own


RULE_BELOW = Border(bottom=line())
"""The thin line between rows."""


def cell_at(sheet: Worksheet, row: int, column: int) -> SheetCell:
    """The cell in a row and a column, both counted from 1."""
    return cast("SheetCell", sheet.cell(row, column))


def put(
    cell: SheetCell,
    value: str | float | None = None,
    *,
    type_: Font | None = None,
    fill: PatternFill | None = None,
    border: Border | None = None,
    align: Alignment = LEFT,
    form: str | None = None,
) -> SheetCell:
    """Write our own words, number or formula into one cell, dressed. Never for text of a user."""
    cell.value = value
    cell.font = type_ or font()
    cell.alignment = align
    if fill is not None:
        cell.fill = fill
    if border is not None:
        cell.border = border
    if form is not None:
        cell.number_format = form
    return cell


def heading(cell: SheetCell, words: str, *, is_centred: bool = False) -> None:
    """Dress the heading of a column: white on the accent."""
    white, align = font(colour=look.WHITE, bold=True), CENTRE_WRAPPED if is_centred else WRAPPED
    put(cell, words, type_=white, fill=ground(look.ACCENT), align=align, form=TEXT_FORMAT)


def state_style(word: str, date_format: str | None = None) -> DifferentialStyle:
    """What a state adds to a cell: its colours, and on a date the word that the colours mean."""
    state = look.STATES[word]
    shown = None
    if date_format is not None:
        number = _OWN_FORMATS_FROM + 2 * list(look.STATES).index(word) + (date_format == DUE_FORMAT)
        shown = NumberFormat(numFmtId=number, formatCode=f'{date_format} "{word}"')
    return coloured(state.ink, state.ground, shown)


def coloured(ink: str, paper: str, shown: NumberFormat | None = None) -> DifferentialStyle:
    """A conditional look in two colours."""
    fill = PatternFill(bgColor=f"FF{paper}", fill_type="solid")
    return DifferentialStyle(font=Font(color=f"FF{ink}"), fill=fill, numFmt=shown)


def quiet() -> DifferentialStyle:
    """A conditional look that takes a colour away."""
    return DifferentialStyle(font=Font(color=f"FF{look.INK}"))
