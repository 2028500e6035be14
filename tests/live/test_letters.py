"""The buttons that write, on an open book: the same letters as the command, in their folder, and the log."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.commands import files_in, on_book
from cli.small_school import NAMES, NOTES
from live.conftest import Desk

from mentor_xl.cli import run
from mentor_xl.live.selected import PLEASE_SELECT

pytestmark = pytest.mark.libreoffice
Lay = Callable[..., Desk]


def letters_in(folder: Path) -> dict[str, str]:
    """Every letter in a folder and its digest."""
    return {path: digest for path, digest in files_in(folder).items() if path.endswith(".docx")}


def folder_of(desk: Desk) -> Path:
    return desk.home / "Documents" / "Mentor XL" / "caseload"


def test_build_all_writes_what_the_command_writes_byte_for_byte(desk: Lay, tmp_path: Path) -> None:
    book = desk()
    book.book.impl.save(str(tmp_path / "as_saved.xlsx"))
    assert book.press("build-all") == 0
    output = tmp_path / "by_command"
    run(on_book(("build",), tmp_path / "as_saved.xlsx", "-o", str(output)))
    assert letters_in(folder_of(book)) == letters_in(output) != {}


def test_letters_are_for_the_pupils_selected_and_are_opened(desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A3")
    book.press("letters", "consent")
    made = letters_in(folder_of(book))
    assert [path.split("/")[0] for path in made] == ["900002"]
    assert book.opened == [folder_of(book) / path for path in made]
    assert book.said[-1].startswith("Mentor XL: 1 letter written, 0 held back.")


@pytest.mark.parametrize(
    ("sheet", "address", "refs"),
    [
        ("Cases", "B2:B3", {"900001", "900003"}),
        ("Targets", "A2", {"900001"}),
        ("Pupils", "A:A", {"900001", "900002", "900003"}),
        ("Pupils", "A2,A4", {"900001", "900003"}),
    ],
)
def test_a_selection_on_any_sheet_with_pupils_will_do(
    desk: Lay, sheet: str, address: str, refs: set[str]
) -> None:
    book = desk()
    book.select(sheet, address)
    book.press("preview")
    assert {path.parent.name for path in book.home.rglob("cache/preview/*/*/*.docx")} <= refs
    assert book.boxes or book.said


def test_rows_that_are_hidden_are_not_meant(desk: Lay) -> None:
    book = desk()
    book.book.sheets["Pupils"].impl.own.Rows.getByIndex(1).IsVisible = False
    book.select("Pupils", "A2:A4")
    book.press("progress-report")
    assert {path.split("/")[0] for path in letters_in(folder_of(book))} == {"900003"}


def test_due_and_problems_say_whose_rows_they_are(desk: Lay) -> None:
    book = desk()
    book.press("update-dates")
    book.select("Due", "A2")
    book.press("progress-report")
    ref = book.book.sheets["Due"].range("D2").raw_value
    assert {path.split("/")[0] for path in letters_in(folder_of(book))} == {ref}


def test_with_nobody_selected_it_says_what_to_select(desk: Lay) -> None:
    book = desk()
    for entry in ("letters", "progress-report", "preview"):
        book.select("Staff", "A2")
        book.press(entry, "consent")
        assert book.boxes == [PLEASE_SELECT]
    assert letters_in(book.home) == {}


def test_what_is_held_back_is_said_with_its_reason(desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A3")
    book.press("letters", "review-outcome")
    book.press("progress-report")
    assert letters_in(folder_of(book)) == {}
    assert "0 letters written" in (book.boxes or book.said)[-1]


def test_the_log_lists_what_the_folder_holds(desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A3")
    book.press("letters", "consent")
    book.select("Cases", "A2")
    book.press("progress-report")
    rows = book.book.sheets["Letters log"].used_range.raw_value[1:]
    assert {row[6] for row in rows if row[0] == "made"} == set(letters_in(folder_of(book)))
    formula = book.book.sheets["Letters log"].range("G2").formula
    assert formula.startswith('=HYPERLINK("')


def test_a_preview_is_read_only_and_leaves_the_folder_alone(desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A2:A3")
    book.press("preview")
    assert not folder_of(book).exists()
    shown = sorted(book.home.rglob("cache/preview/*/*/*.docx"))
    assert shown
    assert not any(path.stat().st_mode & stat.S_IWRITE for path in shown)
    book.press("preview")
    assert len(list((book.home / "cache" / "preview").iterdir())) == 1


def test_a_book_that_was_never_saved_works(desk: Lay, excel: Any) -> None:
    book = desk()
    new = excel.books.add()
    for sheet in book.book.sheets:
        cells = sheet.used_range
        copy = new.sheets.add(sheet.name)
        area = copy.range(cells.address)
        area.number_format = "@"
        area.impl._ranges[0].setDataArray(cells.impl._ranges[0].getDataArray())
    _days_are_days(new, book.book)
    book.book.impl.close()
    book.book = new
    assert book.open_book().folder is None
    for entry in ("check", "update-dates", "build-all"):
        assert book.press(entry) == 0
    assert letters_in(book.home / "Documents")


def _days_are_days(new: Any, old: Any) -> None:
    for sheet in old.sheets:
        used = sheet.used_range
        for row, cells in enumerate(used.raw_value, used.row):
            for column, value in enumerate(cells, used.column):
                if hasattr(value, "year"):
                    new.sheets[sheet.name].range((row, column)).number_format = "dd/mm/yyyy"


def test_a_book_in_the_cloud_works(desk: Lay, excel: Any) -> None:
    book = desk()
    address = "https://fernhill.sharepoint.com/sites/Mentors/Shared Documents/caseload.xlsx"
    excel.impl.books.seen_as[str(book.path)] = address
    assert book.open_book().whole_name == address
    assert book.open_book().folder is None
    for entry in ("check", "update-dates", "build-all", "open-folder"):
        assert book.press(entry) == 0
    assert letters_in(folder_of(book))
    assert book.opened[-1] == folder_of(book)


def test_the_schools_own_templates_are_used_where_the_book_lies_on_this_computer(desk: Lay) -> None:
    book = desk()
    own = book.path.parent / "letter_templates"
    own.mkdir()
    (own / "consent.docx").write_bytes(b"no template at all")
    book.select("Pupils", "A3")
    book.press("letters", "consent")
    assert letters_in(folder_of(book)) == {}
    assert "1 held back" in book.boxes[-1]


def test_no_name_is_said_whatever_is_pressed(desk: Lay) -> None:
    book = desk()
    book.select("Pupils", "A2:A4")
    told = []
    entries = ("check", "next-problem", "explain", "update-dates", "due-now", "letters", "progress-report")
    for entry in (*entries, "build-all", "preview", "open-folder", "about"):
        book.press(entry, "consent")
        told += book.boxes + book.said
    text = " ".join(told).casefold()
    assert not [name for name in (*NAMES, *NOTES) if name.casefold() in text]


def test_open_folder_says_so_where_there_is_none(desk: Lay) -> None:
    book = desk()
    book.press("open-folder")
    assert book.opened == []
    assert book.boxes == ["No letter of this workbook has been written yet."]


def test_new_workbook_makes_one_beside_the_letters_and_opens_it(desk: Lay, excel: Any) -> None:
    book = desk()
    book.press("new-workbook")
    path = book.home / "Documents" / "Mentor XL" / "Caseload.xlsx"
    assert path.is_file()
    assert path.name in [one.name for one in excel.books]
    book.press("new-workbook")
    assert (path.parent / "Caseload 2.xlsx").is_file()


def test_about_tells_where_letters_go(desk: Lay) -> None:
    book = desk()
    book.press("about")
    assert str(folder_of(book)) in book.boxes[0]
