"""The whole caseload workbook, sheet by sheet in the order of the contract."""

from __future__ import annotations

from collections.abc import Sequence

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.deadlines import Due
from mentor_xl.records import Settings
from mentor_xl.workbook.making import drop_downs
from mentor_xl.workbook.making.dashboard import chart_words, draw_dashboard
from mentor_xl.workbook.making.our_tables import Link, draw_our_table
from mentor_xl.workbook.making.settings_page import draw_settings
from mentor_xl.workbook.making.start_page import draw_start
from mentor_xl.workbook.making.steady import new_workbook, saved
from mentor_xl.workbook.making.typed_sheet import draw_typed_sheet
from mentor_xl.workbook.our_sheets import DUE_COLUMNS, LETTER_COLUMNS, PROBLEM_COLUMNS

_BEFORE = ("Start", "Dashboard")
_AFTER = ("Due", "Problems", "Letters log")


def _row_of(due: Due) -> Link:
    """The row that a date is about, in the same workbook."""
    return Link(sheet=due.about.sheet, cell=f"A{due.about.row}")


def draw_caseload(
    casebook: Casebook, shown: frozenset[str], dues: Sequence[Due], *, version: str, remark: str
) -> bytes:
    """Draw and save it; ``shown`` are the typed sheets in sight, ``remark`` heads the Start page."""
    workbook = new_workbook("Mentoring caseload")
    typed = [record.sheet_name for record in SHEETS.values()]
    titles = [*_BEFORE, *typed, *_AFTER, drop_downs.TITLE]
    sheets = {title: workbook.create_sheet(title) for title in titles}
    for name, record in SHEETS.items():
        sheet = sheets[record.sheet_name]
        if record is Settings:
            draw_settings(sheet, casebook.settings)
        else:
            draw_typed_sheet(sheet, record, getattr(casebook, name))
        if record.sheet_name not in shown:
            sheet.sheet_state = "hidden"
    draw_our_table(sheets["Due"], DUE_COLUMNS, dues, _row_of)
    draw_our_table(sheets["Problems"], PROBLEM_COLUMNS, ())
    draw_our_table(sheets["Letters log"], LETTER_COLUMNS, ())
    drop_downs.draw_lists(sheets[drop_downs.TITLE])
    due_soon_by = draw_dashboard(sheets["Dashboard"])
    workbook.defined_names[due_soon_by.name] = due_soon_by
    in_sight = [title for title in titles if title in shown or title in (*_BEFORE, *_AFTER)]
    draw_start(sheets["Start"], in_sight, [title for title in typed if title not in shown], version, remark)
    return saved(workbook, chart_words())
