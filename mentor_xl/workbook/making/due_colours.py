"""Which dates turn colour as their day comes near, and while what holds? With the word beside the colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.records import Column
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.table_sheet import LAST_ROW, letter

DUE_SOON_BY = "DueSoonBy"
"""The defined name of the last day that counts as due soon: so many school days after today."""

COLOURED: Mapping[tuple[str, str], str] = {
    ("Pupils", "Part-time timetable ends"): '{Part-time timetable}="Yes"',
    ("Cases", "Next review"): '{Status}="Active"',
    ("Consents", "Review by"): 'AND({Withdrawn on}="",COUNTIFS({Pupil ID:},{Pupil ID},{Purpose:},{Purpose},'
    '{Given on:},">"&{Given on})=0)',
    ("Targets", "Review by"): '{Status}="Open"',
    (
        "Agency referrals",
        "Chase on",
    ): 'AND({Acknowledged on}="",{Closed on}="",OR({Outcome}="",{Outcome}="Waiting"))',
    ("Reviews", "Due"): '{Held on}=""',
    ("Reviews", "Act by"): '{Held on}=""',
    ("Passports", "Review by"): 'COUNTIFS({Pupil ID:},{Pupil ID},{Version date:},">"&{Version date})=0',
    ("Policies", "Review by"): "{Reviewed on}<{Review by}",
}
"""(sheet, heading) of a date to come, to what holds while it still matters; ``{Heading}`` is that row's cell
and ``{Heading:}`` its whole column."""

_WORDED = frozenset({("Cases", "Review state"), ("Reviews", "State")})
"""Columns that hold the word of a state themselves."""


def colour_due_dates(sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Give every date to come of this sheet its conditional colours."""
    for index, column in enumerate(columns):
        at = (sheet.title, column.heading)
        if at in COLOURED:
            form = dress.DUE_FORMAT if column.kind == "calc date" else dress.DATE_FORMAT
            _colour_date(sheet, index, form, _still_matters(COLOURED[at], columns))
        elif at in _WORDED:
            colour_state_words(sheet, f"{letter(index)}2:{letter(index)}{LAST_ROW}")


def _still_matters(condition: str, columns: Sequence[Column]) -> str:
    for index, column in enumerate(columns):
        at = letter(index)
        condition = condition.replace(f"{{{column.heading}:}}", f"${at}:${at}")
        condition = condition.replace(f"{{{column.heading}}}", f"${at}2")
    return condition


def _colour_date(sheet: Worksheet, index: int, form: str, still_matters: str) -> None:
    at = letter(index)
    day, cells = f"${at}2", f"{at}2:{at}{LAST_ROW}"
    past = f"AND(ISNUMBER({day}),{day}<TODAY(),{still_matters})"
    near = f"AND(ISNUMBER({day}),{day}>=TODAY(),{day}<={DUE_SOON_BY},{still_matters})"
    for word, formula in (("overdue", past), ("due soon", near)):
        rule = Rule(type="expression", dxf=dress.state_style(word, form), formula=[formula], stopIfTrue=True)
        sheet.conditional_formatting.add(cells, rule)


def colour_state_words(sheet: Worksheet, cells: str) -> None:
    """Colour every cell of a column that says a state."""
    first = cells.split(":", maxsplit=1)[0]
    for word in look.STATES:
        rule = Rule(
            type="expression", dxf=dress.state_style(word), formula=[f'{first}="{word}"'], stopIfTrue=True
        )
        sheet.conditional_formatting.add(cells, rule)
