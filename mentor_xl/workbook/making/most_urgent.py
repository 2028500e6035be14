"""The list at the foot of the Dashboard: the first ten rows of the Due sheet, with names."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.due_colours import colour_state_words
from mentor_xl.workbook.making.figures import HAS_DUE
from mentor_xl.workbook.making.formulas import whole
from mentor_xl.workbook.making.page import HEADING_SIZE, block, heights

_ROW = 25
_MOST = 10
LIST_ENDS = _ROW + _MOST + 2
"""The last row of the page."""
_COLUMNS = (
    ("State", "B", "B"),
    ("Act by", "C", "D"),
    ("What", "E", "F"),
    ("Pupil", "G", "H"),
    ("Form", "I", "I"),
    ("Mentor", "J", "J"),
    ("Row", "K", "M"),
)
"""A heading, and the first and last column under it."""


def draw_most_urgent(sheet: Worksheet) -> None:
    """Draw the list; it fills when the Due sheet is filled."""
    title = dress.font(HEADING_SIZE, look.ACCENT, bold=True)
    block(sheet, f"B{_ROW}:D{_ROW}", "The ten most urgent", type_=title)
    _say_when_empty(sheet)
    white, accent = dress.font(colour=look.WHITE, bold=True), dress.ground(look.ACCENT)
    for heading, first, last in _COLUMNS:
        cells = f"{first}{_ROW + 1}:{last}{_ROW + 1}"
        block(sheet, cells, heading, type_=white, fill=accent, align=dress.INDENTED)
        for number in range(1, _MOST + 1):
            _draw_cell(sheet, f"{first}{_ROW + 1 + number}:{last}{_ROW + 1 + number}", heading, number)
    heights(sheet, {_ROW: 24, _ROW + 1: 20} | dict.fromkeys(range(_ROW + 2, _ROW + 2 + _MOST), 18.0))
    colour_state_words(sheet, f"B{_ROW + 2}:B{_ROW + 1 + _MOST}")


def _draw_cell(sheet: Worksheet, cells: str, heading: str, number: int) -> None:
    block(
        sheet,
        cells,
        _formula(heading, number),
        type_=dress.link_font() if heading == "Row" else None,
        border=dress.RULE_BELOW,
        align=dress.INDENTED,
        form=dress.DUE_FORMAT if heading == "Act by" else None,
    )


def _formula(heading: str, number: int) -> str:
    wanted = "Pupil ID" if heading == "Pupil" else heading
    value = f"INDEX({whole('Due', wanted)},{number + 1})"
    shown = {"Pupil": _name_of, "Row": _link_to}.get(heading, str)(value)
    return f'=IF({value}="","",{shown})'


def _name_of(pupil_id: str) -> str:
    """The name a pupil goes by, or the ID where nobody has it."""
    found = f"MATCH({pupil_id},{whole('Pupils', 'Pupil ID')},0)"
    headings = ("Known as", "Legal forename", "Legal surname")
    known, legal, surname = (f"INDEX({whole('Pupils', heading)},{found})" for heading in headings)
    return f'IFERROR(IF({known}="",{legal},{known})&" "&{surname},{pupil_id})'


def _link_to(place: str) -> str:
    """``Agency referrals!3`` as a link to that row."""
    return f'HYPERLINK("#\'"&SUBSTITUTE({place},"!","\'!A"),{place})'


def _say_when_empty(sheet: Worksheet) -> None:
    """One sentence beside the heading while there is nothing to list."""
    words = "Nothing yet. When Mentor XL has worked out the dates, the most urgent stand here."
    small = dress.font(look.SMALL, look.SLATE)
    block(sheet, f"E{_ROW}:M{_ROW}", f'=IF({HAS_DUE},"","{words}")', type_=small)
