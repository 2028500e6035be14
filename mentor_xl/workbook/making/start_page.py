"""The Start page: how this workbook works, where its sheets are, and what is never written here."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl.styles import Border
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.casebook import SHEETS
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.page import (
    HEADING_SIZE,
    block,
    heights,
    link_to_sheet,
    set_up_page,
    title_band,
)

_ROW_HEIGHT = 21.0
LAYOUT = 1
"""Counts the changes to the sheets and headings of the workbook."""


@dataclass(frozen=True, slots=True)
class _Step:
    columns: str
    """The four columns of its card."""
    title: str
    words: str
    sheets: tuple[str, ...]


_STEPS = (
    _Step(
        "BCDE", "Tell it about your school",
        "Fill in the school, when it is open and who works with pupils. Letters and dates rest on this.",
        ("Settings", "Calendar", "Staff"),
    ),
    _Step(
        "GHIJ", "Write down as you go",
        "Add pupils and their families, then referrals, cases, consents, sessions and reviews: one row each.",
        ("Pupils", "Contacts", "Referrals", "Cases"),
    ),
    _Step(
        "LMNO", "Let Mentor XL do the rest",
        "It checks what is there, works out what is due and by when, and writes letters and reports in Word.",
        ("Dashboard", "Due", "Problems"),
    ),
)  # fmt: skip

_OURS: dict[str, str] = {
    "Due": "What is due, the most urgent first, and how each date was counted. Filled by Mentor XL.",
    "Problems": "What is wrong or unlikely, where, and what to do about it. Filled by Mentor XL.",
    "Letters log": "Which letters were made and which were held back, and why. Filled by Mentor XL.",
}
_NEVER = (
    "What a child disclosed. Tell the safeguarding lead at once; here goes only the day: DSL informed on.",
    "An account of abuse, of an assessment or of what a social worker said. A flag is enough.",
    "Opinions about a family, or another child’s name in a note. Families may ask to read what is here.",
)
_HELP = (
    "Stand on a cell and a note says what to type. A • in the note: the column must be filled.",
    "Grey columns and teal tabs are filled by Mentor XL. What is typed there is lost.",
    "Columns of your own are welcome, anywhere. Keep the headings that are there.",
    "More sheets: right-click a tab, choose Unhide. Your own list values: unhide Lists.",
    "Each problem says what to do. Its code says more: mentor-xl explain CODE.",
)


def draw_start(
    sheet: Worksheet, shown: Sequence[str], hidden: Iterable[str], version: str, remark: str
) -> None:
    """Draw the page. ``shown`` and ``hidden``: the titles of the other sheets."""
    set_up_page(sheet, {"A": 2.5, "F": 2.5, "K": 2.5, "P": 2.5} | dict.fromkeys("BCDEGHIJLMNO", 11.5))
    title_band(sheet, "B:O", "Mentoring caseload", remark)
    for number, step in enumerate(_STEPS, 1):
        _draw_step(sheet, number, step, shown)
    heights(sheet, {5: 34, 6: 20, 7: 46, 8: 24, 9: 14, 10: 24})
    last = _draw_contents(sheet, shown)
    _draw_hidden(sheet, last + 1, hidden)
    below = _draw_box(sheet, 10, "What never to write here", _NEVER, "act now")
    below = _draw_box(sheet, below + 1, "Good to know", _HELP, None)
    made_by = f"Mentor XL {version}".strip()
    small = dress.font(look.SMALL, look.SLATE)
    block(sheet, f"L{below + 1}:O{below + 1}", f"{made_by} · workbook layout {LAYOUT}", type_=small)


def _draw_step(sheet: Worksheet, number: int, step: _Step, shown: Sequence[str]) -> None:
    first, last, paper = step.columns[0], step.columns[-1], dress.ground(look.PAPER)
    edge = Border(top=dress.line(look.ACCENT, "medium"))
    big = dress.font(look.CARD_NUMBER, look.ACCENT, bold=True)
    block(sheet, f"{first}5:{last}5", number, type_=big, fill=paper, border=edge, align=dress.INDENTED)
    title = dress.font(HEADING_SIZE, bold=True)
    block(sheet, f"{first}6:{last}6", step.title, type_=title, fill=paper, align=dress.INDENTED)
    block(sheet, f"{first}7:{last}7", step.words, fill=paper, align=dress.INDENTED_TOP)
    for column in step.columns:
        sheet[f"{column}8"].fill = paper
    for column, title_ in zip(step.columns, (one for one in step.sheets if one in shown), strict=False):
        cell = dress.put(
            sheet[f"{column}8"], title_, type_=dress.link_font(bold=True), fill=paper, align=dress.INDENTED
        )
        link_to_sheet(cell, title_)


def _draw_contents(sheet: Worksheet, shown: Sequence[str]) -> int:
    """The sheets in sight, each a link with what it is for; gives the last row used."""
    heading = dress.font(HEADING_SIZE, look.ACCENT, bold=True)
    block(sheet, "B10:J10", "Go to a sheet", type_=heading)
    purposes = {
        record.sheet_name: inspect.cleandoc(record.__doc__ or "") for record in SHEETS.values()
    } | _OURS
    row = 10
    for row, title in enumerate((title for title in shown if title in purposes), 11):
        words = " ".join(purposes[title].split())
        link = block(sheet, f"B{row}:C{row}", title, type_=dress.link_font(), border=dress.RULE_BELOW)
        link_to_sheet(link, title)
        slate = dress.font(look.SMALL, look.SLATE)
        block(sheet, f"D{row}:J{row}", words, type_=slate, border=dress.RULE_BELOW)
        sheet.row_dimensions[row].height = _ROW_HEIGHT
    return row


def _draw_hidden(sheet: Worksheet, row: int, hidden: Iterable[str]) -> None:
    names = ", ".join(hidden)
    if names:
        small = dress.font(look.SMALL, look.SLATE)
        words = f"Hidden until you want them: {names}."
        block(sheet, f"B{row}:J{row}", words, type_=small, align=dress.WRAPPED)
        sheet.row_dimensions[row].height = 2 * _ROW_HEIGHT


def _draw_box(sheet: Worksheet, row: int, title: str, lines: Iterable[str], state: str | None) -> int:
    """A shaded box beside the contents; gives the row below it."""
    ink, paper = (look.STATES[state].ink, look.STATES[state].ground) if state else (look.ACCENT, look.PAPER)
    heading = dress.font(HEADING_SIZE, ink, bold=True)
    block(sheet, f"L{row}:O{row}", title, type_=heading, fill=dress.ground(paper), align=dress.INDENTED)
    for line in lines:
        rows = f"L{row + 1}:O{row + 2}"
        block(sheet, rows, line, fill=dress.ground(paper), align=dress.INDENTED_WRAPPED)
        row += 2
    return row + 1
