"""*Check*, *Next problem* and *Explain* on an open book: what is marked and said, what stays a person's."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from live.books import A_NOTE, TODAY, spoil
from live.conftest import Desk

from mentor_xl.examine import examine
from mentor_xl.live.kept_marks import TITLE
from mentor_xl.live.marks import GROUNDS, OUR_WORD
from mentor_xl.problems import Severity
from mentor_xl.workbook.live import LiveGrid

pytestmark = pytest.mark.libreoffice
Lay = Callable[..., Desk]
YELLOW = "#FFFF00"


def wrong_cells(desk: Desk) -> dict[tuple[str, tuple[int, int]], Severity]:
    """The cells that have a problem, each with what is gravest there."""
    found: dict[tuple[str, tuple[int, int]], Severity] = {}
    for problem in examine(LiveGrid(desk.book), TODAY).problems:
        if problem.place.row:
            place = problem.place.sheet, (problem.place.row, (problem.place.column or 0) + 1)
            found.setdefault(place, problem.severity)
    return found


def everything(desk: Desk) -> dict[str, Any]:
    """What every sheet that people type in holds, looks like and says."""
    sheets = [name for name in desk.open_book().titles() if name not in ("Problems", "Due", TITLE)]
    return {name: (desk.cells(name), desk.grounds(name), desk.notes(name)) for name in sheets}


def test_check_marks_every_cell_with_a_problem_and_no_other(desk: Lay) -> None:
    book = desk(change=spoil)
    before = everything(book)
    assert book.press("check") == 0
    wrong = wrong_cells(book)
    assert len(wrong) >= 3
    for sheet, (cells, grounds, notes) in everything(book).items():
        here = {at: GROUNDS[severity] for (title, at), severity in wrong.items() if title == sheet}
        assert cells == before[sheet][0]
        assert grounds == before[sheet][1] | here
        new = {at: text for at, text in notes.items() if at not in before[sheet][2]}
        assert set(new) == set(here) - set(before[sheet][2])
        assert all(text.startswith(OUR_WORD) for text in new.values())


def test_a_persons_own_notes_stay_also_on_a_cell_that_is_marked(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    assert book.notes("Pupils")[3, 5] == A_NOTE
    assert book.grounds("Pupils")[3, 5] == GROUNDS[Severity.ERROR]
    assert book.notes("Pupils")[2, 2] == "Has a twin"
    assert book.grounds("Pupils")[2, 2] == YELLOW


def test_to_check_again_changes_nothing(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    first = everything(book), book.cells("Problems"), book.cells(TITLE)
    book.press("check")
    assert (everything(book), book.cells("Problems"), book.cells(TITLE)) == first


def test_a_cell_that_is_put_right_looks_as_before_and_has_its_own_note_still(desk: Lay) -> None:
    book = desk(change=spoil)
    before = everything(book)
    book.press("check")
    book.book.sheets["Pupils"].range("E3").value = dt.date(2014, 2, 11)
    book.book.sheets["Cases"].range("D2").value = "Active"
    book.press("check")
    now = everything(book)
    assert (3, 5) not in now["Pupils"][1]
    assert now["Pupils"][2][3, 5] == before["Pupils"][2][3, 5] == A_NOTE
    assert (2, 4) not in book.notes("Cases")
    assert book.grounds("Cases")[2, 4] == YELLOW


def test_a_colour_that_a_person_gave_since_is_left(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    book.book.sheets["Pupils"].range("E3").color = "#00FF00"
    book.book.sheets["Pupils"].range("E3").value = dt.date(2014, 2, 11)
    book.press("check")
    assert book.grounds("Pupils")[3, 5] == "#00FF00"


def test_a_mark_goes_with_its_cell_when_rows_are_added_above(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    book.book.sheets["Cases"].impl.own.Rows.insertByIndex(1, 2)
    book.book.sheets["Cases"].range("D4").value = "Active"
    book.press("check")
    assert book.grounds("Cases")[4, 4] == YELLOW
    assert (4, 4) not in book.notes("Cases")


def test_problems_are_listed_with_a_link_to_each_cell(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    sheet = book.book.sheets["Problems"]
    last = sheet.used_range.last_cell.row
    rows = sheet.range(f"A2:H{last}").raw_value
    places = {(row[1], row[2]) for row in rows}
    assert {("Pupils", "E3"), ("Contacts", "C3"), ("Cases", "D2")} <= places
    row = next(number for number, cells in enumerate(rows, 2) if cells[2] == "D2")
    assert sheet.range(f"C{row}").formula == "=HYPERLINK(\"#'Cases'!D2\",\"D2\")"
    assert sheet.tables[0].range.address == f"$A$1:$H${last}"


def test_a_school_that_has_a_sheet_called_problems_keeps_it(desk: Lay) -> None:
    def add(own: Any) -> None:
        spoil(own)
        own.create_sheet("Problems").append(["Our own list", "of something"])

    book = desk(change=add)
    book.press("check")
    assert book.cells("Problems") == {"1,1": "Our own list", "1,2": "of something"}
    assert book.cells("Problems (Mentor XL)")["1,1"] == "Severity"
    book.press("check")
    assert book.open_book().titles().count("Problems (Mentor XL)") == 1


def test_a_protected_sheet_is_left_and_said(desk: Lay) -> None:
    def protect(own: Any) -> None:
        spoil(own)
        own["Cases"].protection.sheet = True

    book = desk(change=protect)
    before = book.grounds("Cases")
    book.press("check")
    assert book.grounds("Cases") == before
    assert "Protected, so not marked: Cases" in book.said[-1]


def test_what_is_before_a_person_stays(desk: Lay) -> None:
    book = desk(change=spoil)
    book.select("Contacts", "C2:D3")
    book.app.api.ActiveWindow.ScrollRow = 2
    before = book.open_book().where()
    assert before.selected == "$C$2:$D$3"
    for entry in ("check", "update-dates"):
        book.press(entry)
        assert book.open_book().where() == before


def test_a_person_is_asked_once_and_may_refuse(desk: Lay) -> None:
    book = desk(change=spoil)
    before = everything(book)
    book.app.impl.answers.append("cancel")
    book.press("check")
    assert "Ctrl+Z" in book.boxes[0]
    assert everything(book) == before
    assert TITLE not in book.open_book().titles()
    book.press("check")
    book.press("check")
    assert book.boxes == []


def test_next_problem_goes_from_one_to_the_next_and_round(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    count = len(wrong_cells(book))
    visited = []
    for _ in range(count):
        book.press("next-problem")
        where = book.open_book().where()
        visited.append((where.sheet, where.selected))
    assert len(set(visited)) == count
    assert f"{count} of {count}" in book.said[-1]
    book.press("next-problem")
    where = book.open_book().where()
    assert (where.sheet, where.selected) == visited[0]


def test_before_a_check_there_is_no_next_problem(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("next-problem")
    assert book.said == ["Mentor XL: no cell is marked. Press Check first."]


@pytest.mark.parametrize(
    ("sheet", "cell", "words"),
    [
        ("Pupils", "E3", ("Why:",)),
        ("Cases", "B2", ("Mentoring review", "6 school weeks")),
        ("Staff", "A2", ("Nothing was found in this cell",)),
    ],
)
def test_explain_says_what_was_found_or_how_the_date_was_counted(
    desk: Lay, sheet: str, cell: str, words: tuple[str, ...]
) -> None:
    book = desk(change=spoil) if sheet == "Pupils" else desk()
    book.select(sheet, cell)
    book.press("explain")
    assert all(word in book.boxes[0] for word in words)


def test_explain_understands_a_row_of_problems_and_of_due(desk: Lay) -> None:
    book = desk(change=spoil)
    book.press("check")
    book.press("update-dates")
    for sheet, words in (("Problems", "Why:"), ("Due", ".")):
        book.select(sheet, "D2")
        book.press("explain")
        assert words in book.boxes[0]
        assert "Nothing was found" not in book.boxes[0]
