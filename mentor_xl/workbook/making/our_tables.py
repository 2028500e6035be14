"""The sheets that Mentor XL fills, drawn: *Due*, *Problems* and *Letters*."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.workbook.as_text import quoted_title
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.due_colours import colour_state_words
from mentor_xl.workbook.making.table_sheet import (
    LAST_ROW,
    ColumnLook,
    draw_table,
    unshare_style,
)
from mentor_xl.workbook.our_sheets import COLOURS_OF, LINKED, OurColumn

T = TypeVar("T")


def _nowhere(_: object) -> None:
    """No link."""


_MOST_LINKS = 65_000
"""Excel opens no sheet with more than 65,530 links."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a cell leads: a file, a place in a workbook, or both."""

    file: str | None = None
    """Its address, as ``as_address`` writes it; ``None``: the workbook that holds the link."""
    sheet: str | None = None
    cell: str | None = None

    @property
    def location(self) -> str | None:
        """The place inside a workbook."""
        return f"{quoted_title(self.sheet)}!{self.cell or 'A1'}" if self.sheet else None


def as_address(path: str) -> str:
    """A path as a link in a workbook writes it: forward slashes, and no sign that means something else."""
    forward = path.replace("\\", "/")
    if re.match(r"[A-Za-z]:/", forward):
        return "file:///" + forward[:2] + quote(forward[2:])
    if forward.startswith("//"):
        return "file:" + quote(forward)
    if forward.startswith("/"):
        return "file://" + quote(forward)
    return quote(forward)


def draw_our_table(
    sheet: Worksheet,
    columns: Sequence[OurColumn[T]],
    things: Sequence[T],
    link_of: Callable[[T], Link | None] = _nowhere,
) -> None:
    """Draw one of our sheets with what is to be shown on it, and a link from each row to its place."""
    looks = [_look(column) for column in columns]
    rows = [[column.value(thing) for column in columns] for thing in things]
    draw_table(sheet, looks, rows, freeze="A2")
    sheet.sheet_properties.tabColor = look.ACCENT
    _colour_words(sheet, columns[0].heading)
    _link_rows(sheet, columns, [link_of(thing) for thing in things[:_MOST_LINKS]])


def _look(column: OurColumn[T]) -> ColumnLook:
    form = dress.DUE_FORMAT if column.is_date else dress.TEXT_FORMAT
    return ColumnLook(column.heading, column.width, form, is_note=column.is_note)


def _colour_words(sheet: Worksheet, heading: str) -> None:
    """The first column says how things stand, in a word and its colours."""
    cells = f"A2:A{LAST_ROW}"
    if sheet.title == "Due" and heading == "State":
        colour_state_words(sheet, cells)
        return
    for word, state in COLOURS_OF.items():
        rule = Rule(
            type="expression", dxf=dress.state_style(state), formula=[f'A2="{word}"'], stopIfTrue=True
        )
        sheet.conditional_formatting.add(cells, rule)


def _link_rows(sheet: Worksheet, columns: Sequence[OurColumn[T]], links: Sequence[Link | None]) -> None:
    linked = next((number for number, column in enumerate(columns, 1) if column.heading in LINKED), None)
    if linked is None:
        return
    type_ = dress.link_font()
    for row, link in enumerate(links, 2):
        cell = dress.cell_at(sheet, row, linked)
        if link is not None and cell.value is not None:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, target=link.file, location=link.location)
            unshare_style(cell)
            cell.font = type_
