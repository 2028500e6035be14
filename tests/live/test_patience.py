"""What is done while Excel is busy, and what of a cell is left when Excel hands it over?"""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from live.fake_excel import App, Busy

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.live.addresses import Area
from mentor_xl.records import CellError
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.live import BUSY, WAITS, ExcelBusy, LiveGrid, patiently, plain

A_BOOK = MarkdownGrid("# Pupils\n| Pupil ID |\n| '004511 |")


@pytest.mark.parametrize("hresult", sorted(BUSY))
@pytest.mark.parametrize("times", [1, len(WAITS)])
def test_a_busy_excel_is_asked_again_after_a_while(hresult: int, times: int) -> None:
    app, slept = App("Book1", A_BOOK), list[float]()
    grid = LiveGrid(app.books.active, slept.append)
    app.rejections = [hresult] * times
    assert list(grid.rows("Pupils")) == [(1, ["Pupil ID"]), (2, ["004511"])]
    assert slept == list(WAITS[:times])


def test_an_excel_that_stays_busy_is_told_in_a_sentence_that_helps() -> None:
    app = App("Book1", A_BOOK)
    grid = LiveGrid(app.books.active, lambda _: None)
    app.rejections = [-2147418111] * (len(WAITS) + 1)
    with pytest.raises(ExcelBusy, match="press Enter"):
        list(grid.rows("Pupils"))


def test_while_a_person_types_excel_wraps_its_answer_and_is_understood() -> None:
    told = [RuntimeError(-2147352567, "Exception", (0, None, None, None, 0, -2146777998), None)]

    def ask() -> str:
        if told:
            raise told.pop()
        return "done"

    assert patiently(ask, lambda _: None) == "done"


@pytest.mark.parametrize("fault", [Busy(-2147352567), ValueError("no"), KeyError("x")])
def test_any_other_fault_is_not_asked_again(fault: Exception) -> None:
    asked = []

    def ask() -> None:
        asked.append(1)
        raise fault

    with pytest.raises(type(fault)):
        patiently(ask, lambda _: None)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("given", "is_"),
    [
        ("", None), (None, None), (" x ", " x "), (True, True), (3.0, 3), (88.4, 88.4), ("#N/A", "#N/A"),
        (-2146826246, CellError("#N/A")), (-2146826281, CellError("#DIV/0!")),
        (-2146826243, CellError("#SPILL!")),
        (-2146826200, CellError("#ERROR!")), (Decimal("12.50"), 12.5), (Decimal(12), 12),
        (dt.datetime(2026, 9, 14, tzinfo=dt.UTC), dt.date(2026, 9, 14)),
        (dt.datetime(2026, 9, 13, 23, 59, 59, 999_995, tzinfo=dt.UTC), dt.date(2026, 9, 14)),
        (dt.datetime(2026, 9, 14, 9, 30, tzinfo=dt.UTC), dt.datetime(2026, 9, 14, 9, 30)),  # noqa: DTZ001
        (dt.datetime(1899, 12, 30, 15, 30, tzinfo=dt.UTC), dt.time(15, 30)),
    ],
)  # fmt: skip
def test_a_cell_of_excel_in_normal_form(given: Any, is_: Any) -> None:
    assert plain(given) == is_
    assert type(plain(given)) is type(is_)


def test_a_sheet_in_use_to_its_end_is_not_read() -> None:
    app = App("Book1", A_BOOK)
    book = app.books.active
    book.sheets[0].cells[1_048_576, 16_384] = "x"
    with pytest.raises(UnreadableWorkbook, match="too far for a caseload"):
        list(LiveGrid(book).rows("Pupils"))


def test_the_digest_is_of_the_cells_that_were_read() -> None:
    def digest(text: str) -> str:
        grid = LiveGrid(App("Book1", MarkdownGrid(text)).books.active)
        list(grid.rows("Pupils"))
        return grid.sha256

    assert digest("# Pupils\n| a |") == digest("# Pupils\n| a |") != digest("# Pupils\n| b |")


def test_area_knows_its_cells() -> None:
    assert (2, 3) in Area(1, 1, 2, 3)
    assert (3, 3) not in Area(1, 1, 2, 3)
