"""*Update review dates* and *Due now* on an open book: the grey columns, the sheet *Due*, nothing else."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from live.books import TODAY, WITH_OUR_COLUMNS
from live.conftest import Desk

from mentor_xl.examine import examine
from mentor_xl.workbook.files import open_grid
from mentor_xl.workbook.live import plain
from mentor_xl.workbook.our_sheets import calculated

pytestmark = pytest.mark.libreoffice
Lay = Callable[..., Desk]


def column(desk: Desk, sheet: str, heading: str) -> list[Any]:
    """The cells below a heading."""
    used = desk.book.sheets[sheet].used_range.raw_value
    place = used[0].index(heading)
    return [plain(row[place]) for row in used[1:]]


def test_the_grey_columns_hold_what_due_says(desk: Lay) -> None:
    book = desk()
    assert book.press("update-dates") == 0
    expected = calculated(examine(open_grid(book.path), TODAY).dues)
    for sheet, fields in (
        ("Cases", {"Next review": "next_review", "Review state": "review_state"}),
        ("Reviews", {"Due": "due", "Act by": "act_by", "State": "state"}),
    ):
        for heading, name in fields.items():
            found = column(book, sheet, heading)
            assert found == [expected.get((sheet, row), {}).get(name) for row in (2, 3)]
            assert any(found)


def test_nothing_that_was_typed_changes(desk: Lay) -> None:
    book = desk()
    sheets = ("Settings", "Calendar", "Staff", "Pupils", "Contacts", "Consents", "Targets", "Sessions")
    before = {sheet: book.cells(sheet) for sheet in sheets}
    typed = {at: value for at, value in book.cells("Reviews").items() if int(at.split(",")[1]) <= 5}
    book.press("update-dates")
    assert {sheet: book.cells(sheet) for sheet in sheets} == before
    now = book.cells("Reviews")
    assert {at: now[at] for at in typed} == typed


def test_a_date_that_is_no_longer_due_is_taken_out(desk: Lay) -> None:
    book = desk()
    book.press("update-dates")
    book.book.sheets["Cases"].range("D3").value = "Closed"
    book.press("update-dates")
    assert column(book, "Cases", "Next review")[1] is None


def test_formulas_of_the_school_are_left_and_said(desk: Lay) -> None:
    book = desk(change=lambda own: own["Cases"].__setitem__("G2", "=E2+42"))
    book.press("update-dates")
    assert book.book.sheets["Cases"].range("G2").formula == "=E2+42"
    assert "Left as they are: Cases, Next review" in book.said[-1]


def test_due_lists_every_date_the_most_urgent_first(desk: Lay) -> None:
    book = desk()
    book.press("update-dates")
    dues = examine(open_grid(book.path), TODAY).dues
    rows = book.book.sheets["Due"].used_range.raw_value[1:]
    shown = [(row[0], plain(row[1]), row[2], row[3]) for row in rows]
    ordered = sorted(dues, key=lambda due: due.urgency)
    assert shown == [(due.state, due.act_by, due.name, due.ref) for due in ordered]


def test_an_id_with_noughts_in_front_stays_one(desk: Lay) -> None:
    book = desk(WITH_OUR_COLUMNS.replace("900001", "000001"))
    book.press("update-dates")
    assert "000001" in [row[3] for row in book.book.sheets["Due"].used_range.raw_value]


def test_fewer_dates_leave_nothing_of_the_earlier_ones(desk: Lay) -> None:
    book = desk()
    book.press("update-dates")
    before = book.book.sheets["Due"].used_range.shape[0]
    book.book.sheets["Cases"].range("D2:D3").value = [["Closed"], ["Closed"]]
    book.press("update-dates")
    cells = book.cells("Due")
    rows = {int(at.split(",")[0]) for at in cells}
    assert len(rows) < before
    assert rows == set(range(1, len(rows) + 1))
    assert book.book.sheets["Due"].tables[0].range.shape[0] == max(len(rows), 2)


def test_due_now_shows_the_sheet_from_its_top(desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A2")
    book.press("due-now")
    where = book.open_book().where()
    assert (where.sheet, where.selected) == ("Due", "$A$2")


def test_the_day_is_the_one_that_is_given(desk: Lay) -> None:
    book = desk()
    book.press("update-dates", today=TODAY + dt.timedelta(days=60))
    assert "overdue" in book.said[-1]
