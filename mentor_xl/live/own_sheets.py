"""The sheets that Mentor XL fills in the open book: *Due*, *Problems* and *Letters log*, rebuilt whole.

A sheet of the same name that is somebody's own is left alone; ours then gets a name of its own. Nothing
that comes from the workbook becomes a formula.
"""

import contextlib
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from mentor_xl import look
from mentor_xl.live.addresses import Area, At
from mentor_xl.live.open_book import OpenBook
from mentor_xl.problems import column_letters
from mentor_xl.workbook.as_text import (
    DUE_FORMAT,
    ROW_HEIGHT,
    TEXT_FORMAT,
    begins_a_formula,
    clean,
    height_of,
    lines_of,
    quoted_title,
)
from mentor_xl.workbook.our_sheets import COLOURS_OF, LINKED, OurCell, OurColumn

if TYPE_CHECKING:
    from xlwings import Sheet

T = TypeVar("T")
_ANOTHER_NAME = "{title} (Mentor XL)"
_LINK_FORMAT = "General"
_UNDERLINED = _LANDSCAPE = 2
_LONGEST_LITERAL = 255
"""Characters that Excel takes between the quotation marks of a formula."""


def rebuild(
    book: OpenBook,
    title: str,
    columns: Sequence[OurColumn[T]],
    things: Sequence[T],
    link_of: Callable[[T], str | None],
) -> str:
    """Fill one of our sheets with what there is to show, and nothing else; the name it has.

    ``link_of``: where a row leads, ``#'Pupils'!S8`` or a file.

    Raises:
        Protected: the book's structure is protected, and the sheet is not there yet.
    """
    title, is_new = _ours(book, title, columns)
    sheet = book.add_sheet(title) if is_new else book.sheet(title)
    last = max(book.ask(lambda: sheet.used_range.last_cell.row), 2)
    book.ask(lambda: _empty(sheet, len(columns), last))
    if is_new:
        book.ask(lambda: _dress(sheet, columns))
    rows = [[_safe(column.value(thing)) for column in columns] for thing in things]
    bottom = max(len(rows), 1) + 1
    book.ask(lambda: _set_up_rows(sheet, columns, bottom))
    book.write(title, (1, 1), [[column.heading for column in columns], *rows])
    _link(book, title, columns, things, link_of)
    book.ask(lambda: _fit_table(sheet, title, len(columns), bottom))
    _colour(book, title, rows)
    _grow(book, title, columns, rows, last)
    return title


# -- which sheet is ours -----------------------------------------------------------------------------------


def _ours(book: OpenBook, title: str, columns: Sequence[OurColumn[T]]) -> tuple[str, bool]:
    """The name of our sheet in this book, and whether it has to be added."""
    there = {name.casefold(): name for name in book.titles()}
    for wanted in (title, _ANOTHER_NAME.format(title=title)):
        name = there.get(wanted.casefold())
        if name is None:
            return wanted, True
        if _is_ours(book, name, columns):
            return name, False
    raise ValueError(f"Two sheets called {title} are not ours.")


def _is_ours(book: OpenBook, name: str, columns: Sequence[OurColumn[T]]) -> bool:
    """Whether our headings stand on a sheet, or nothing does."""
    headings = [column.heading for column in columns]
    first = book.read(name, Area(1, 1, 1, len(columns)))[0]
    return first[:2] == headings[:2] or book.ask(lambda: book.sheet(name).used_range.address) == "$A$1"


# -- what it looks like ------------------------------------------------------------------------------------


def _empty(sheet: "Sheet", width: int, last: int) -> None:
    if sheet.api.FilterMode:
        sheet.api.ShowAllData()
    body = sheet.range((2, 1), (last, width))
    body.clear_contents()
    body.color = None


def _dress(sheet: "Sheet", columns: Sequence[OurColumn[T]]) -> None:
    """A sheet that is new gets the looks of those that ``mentor-xl new`` makes."""
    head = sheet.range((1, 1), (1, len(columns)))
    head.color = f"#{look.ACCENT}"
    head.row_height = look.WORKBOOK_HEADER_ROW
    every = sheet.range(f"A:{column_letters(len(columns) - 1)}")
    every.font.name, every.font.size, every.font.color = look.FONT, look.WORKBOOK_TYPE, f"#{look.INK}"
    head.font.bold, head.font.color = True, f"#{look.WHITE}"
    for number, column in enumerate(columns):
        whole = sheet.range(f"{column_letters(number)}:{column_letters(number)}")
        whole.column_width = column.width
    head.wrap_text = True
    head.vertical_alignment = "center"
    sheet.show_gridlines = False
    with contextlib.suppress(Exception):  # How it prints matters to nothing else; some have no printer.
        _set_up_page(sheet)


def _set_up_page(sheet: "Sheet") -> None:
    """A sheet that was just added is the one in front: its headings stay, and stand on every printed page."""
    red, green, blue = bytes.fromhex(look.ACCENT)
    sheet.api.Tab.Color = red | green << 8 | blue << 16
    window = sheet.book.app.api.ActiveWindow
    window.SplitRow = 1
    window.FreezePanes = True
    page = sheet.api.PageSetup
    page.PrintTitleRows = "$1:$1"
    page.LeftFooter, page.RightFooter = "&A", "Page &P of &N"
    page.Orientation, page.Zoom = _LANDSCAPE, False
    page.FitToPagesWide, page.FitToPagesTall = 1, False


def _set_up_rows(sheet: "Sheet", columns: Sequence[OurColumn[T]], bottom: int) -> None:
    """How the cells are read before anything is written: text is text, a date a date."""
    for number, column in enumerate(columns, 1):
        cells = sheet.range((2, number), (bottom, number))
        is_linked = column.heading in LINKED
        cells.number_format = _LINK_FORMAT if is_linked else DUE_FORMAT if column.is_date else TEXT_FORMAT
        cells.horizontal_alignment = "left"
        cells.vertical_alignment = "center"
        cells.wrap_text = column.is_note
        cells.font.color = f"#{look.ACCENT if is_linked else look.INK}"
        if is_linked:
            with contextlib.suppress(Exception):  # How a link looks matters to nothing else.
                cells.api.Font.Underline = _UNDERLINED


def _fit_table(sheet: "Sheet", title: str, width: int, bottom: int) -> None:
    area = sheet.range((1, 1), (bottom, width))
    if len(sheet.tables):
        sheet.tables[0].resize(area)
        return
    name = "tbl" + "".join(part[:1].upper() + part[1:] for part in title.split() if part.isalnum())
    table = sheet.tables.add(area, name=name, table_style_name="TableStyleLight1")
    table.show_table_style_row_stripes = False


def _colour(book: OpenBook, title: str, rows: Sequence[Sequence[OurCell]]) -> None:
    """The first column says how things stand, in a word and its colours."""
    cells: defaultdict[str, list[At]] = defaultdict(list)
    for number, row in enumerate(rows, 2):
        state = COLOURS_OF.get(str(row[0]), str(row[0]))
        if state in look.STATES:
            cells[state].append((number, 1))
    for state, places in cells.items():
        book.fill(title, places, f"#{look.STATES[state].ground}")
        book.ink(title, places, f"#{look.STATES[state].ink}")


def _grow(
    book: OpenBook, title: str, columns: Sequence[OurColumn[T]], rows: Sequence[Sequence[OurCell]], last: int
) -> None:
    """Rows as high as their longest text."""
    notes = [(index, column.width) for index, column in enumerate(columns) if column.is_note]
    heights: defaultdict[float, list[int]] = defaultdict(list)
    for number, row in enumerate(rows, 2):
        lines = max((lines_of(row[index], width) for index, width in notes), default=1)
        heights[height_of(lines)].append(number)
    heights[ROW_HEIGHT] += range(len(rows) + 2, last + 1)
    for height, numbers in heights.items():
        book.set_height(title, numbers, height)


# -- what stands in it -------------------------------------------------------------------------------------


def _safe(value: OurCell) -> OurCell:
    """A value as it may be written: text that Excel would take for a formula is marked as text."""
    if isinstance(value, str):
        text = clean(value)
        return f"'{text}" if begins_a_formula(text) else text
    return value if value is None or isinstance(value, dt.date) else int(value)


def _link(
    book: OpenBook,
    title: str,
    columns: Sequence[OurColumn[T]],
    things: Sequence[T],
    link_of: Callable[[T], str | None],
) -> None:
    """One column leads to the place that each row is about."""
    for number, column in enumerate(columns, 1):
        if column.heading in LINKED:
            links = [hyperlink(link_of(thing), column.value(thing)) for thing in things]
            book.write_formulas(title, (2, number), links)


def hyperlink(link: str | None, shown: OurCell) -> str:
    """The formula of a link; where it leads nowhere, its text as a formula of text alone."""
    text = _as_literal(clean(str(shown or "")))
    if not text:
        return ""
    is_short = link is not None and len(link) <= _LONGEST_LITERAL
    return f'=HYPERLINK("{_as_literal(link or "")}","{text}")' if is_short else f'="{text}"'


def _as_literal(text: str) -> str:
    """Text between the quotation marks of a formula."""
    return text[:_LONGEST_LITERAL].replace('"', '""')


def to_cell(sheet: str, cell: str | None) -> str:
    """Where a link to a cell of this book leads."""
    return f"#{quoted_title(sheet)}!{cell or 'A1'}"

