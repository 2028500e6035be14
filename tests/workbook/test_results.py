"""Does the workbook of results lead to every cell, name nobody, and trust no text?"""

import datetime as dt
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mentor_xl import look
from mentor_xl.deadlines import About, Due
from mentor_xl.problems import Place, Problem, Severity
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.making import our_tables
from mentor_xl.workbook.our_sheets import headings_of
from mentor_xl.workbook.reading import read_casebook
from mentor_xl.workbook.results import LetterRow, write_results

TODAY = dt.date(2026, 11, 23)
ROOT = Path(__file__).parents[2]


def problem(**fields: Any) -> Problem:
    known = {
        "code": "unknown-pupil",
        "severity": Severity.ERROR,
        "place": Place("Contacts", 9, 0, "Pupil ID"),
        "message": "No pupil has the ID 009999.",
        "fix": "Correct the ID.",
        "ref": "009999",
        "blocks": ("row",),
    }
    return Problem(**{**known, **fields})


def due(**fields: Any) -> Due:
    known = {
        "ref": "004511", "rule": "mentoring-review", "reference": "MENTORING-REVIEW",
        "name": "Mentoring review", "about": About("Cases", 4, "C3"), "act_by": dt.date(2026, 12, 4),
        "state": "due soon", "strength": "soft", "mentor": "KSA", "form": "8B",
        "why": "6 school weeks after Mon 19 Oct 2026 is Fri 4 Dec 2026.",
    }  # fmt: skip
    return Due(**{**known, **fields})


def letter(**fields: Any) -> LetterRow:
    known = {
        "kind": "consent", "ref": "004513", "audience": "parent", "recipient": "Contacts!14", "state": "made",
        "path": "consent-a1b2c3.docx",
    }  # fmt: skip
    return LetterRow(**{**known, **fields})


def written(**fields: Any) -> bytes:
    known: dict[str, Any] = {
        "problems": (), "dues": (), "letters": (), "today": TODAY, "workbook_link": "../caseload.xlsx",
    }  # fmt: skip
    return write_results(**{**known, **fields})


def read(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def column(sheet: Any, heading: str) -> list[Any]:
    index = [cell.value for cell in sheet[1]].index(heading)
    return [row[index].value for row in sheet.iter_rows(min_row=2)]


# -- what stands there -----------------------------------------------------------------------------------


def test_the_summary_stands_first_and_every_list_is_a_table_that_can_be_sorted() -> None:
    book = read(written(problems=[problem()], dues=[due()], letters=[letter()]))
    assert book.sheetnames == ["Summary", "Problems", "Answers", "Due", "Letters", "Understood"]
    for title in book.sheetnames[1:]:
        (table,) = book[title].tables.values()
        assert table.autoFilter.ref == table.ref
        assert book[title].freeze_panes == "A2"


def test_nothing_found_nothing_due_and_nothing_made_is_a_workbook_too() -> None:
    book = read(written())
    words = {cell.value for row in book["Summary"] for cell in row}
    assert {"Nothing was found.", "Nothing is due.", "No letter was made."} <= words
    assert [table.ref for table in book["Problems"].tables.values()] == ["A1:H2"]


def test_a_problem_is_told_with_its_place_and_what_to_do() -> None:
    sheet = read(written(problems=[problem()]))["Problems"]
    told = {cell.value: row.value for cell, row in zip(sheet[1], sheet[2], strict=True)}
    assert told == {
        "Severity": "error",
        "Sheet": "Contacts",
        "Cell": "A9",
        "Pupil ID": "009999",
        "What is wrong": "No pupil has the ID 009999.",
        "What to do": "Correct the ID.",
        "Holds back": "row",
        "Code": "unknown-pupil",
    }


def test_serious_problems_come_first_and_keep_their_order_among_themselves() -> None:
    found = [
        problem(code="c", severity=Severity.NOTE),
        problem(code="b", severity=Severity.QUERY),
        problem(code="z", severity=Severity.ERROR),
        problem(code="a", severity=Severity.ERROR),
    ]
    assert column(read(written(problems=found))["Problems"], "Code") == ["z", "a", "b", "c"]


def test_urgent_dates_come_first_and_are_real_dates_with_their_weekday() -> None:
    late = due(state="overdue", act_by=dt.date(2026, 11, 6), ref="004512")
    sheet = read(written(dues=[due(), late]))["Due"]
    assert column(sheet, "State") == ["overdue", "due soon"]
    assert column(sheet, "Act by") == [dt.datetime(2026, 11, 6), dt.datetime(2026, 12, 4)]  # noqa: DTZ001
    assert sheet["B2"].number_format == "ddd d mmm yyyy"


def test_letters_held_back_come_first_with_the_reason() -> None:
    held = letter(kind="camhs-referral", state="held back", path="", why="No consent covers this referral.")
    sheet = read(written(letters=[letter(), held]))["Letters"]
    assert column(sheet, "State") == ["held back", "made"]
    assert column(sheet, "Why") == ["No consent covers this referral.", None]
    assert column(sheet, "Recipient") == ["Contacts!14", "Contacts!14"]


@pytest.mark.parametrize(
    ("title", "word"), [("Problems", "error"), ("Due", "overdue"), ("Letters", "held back")]
)
def test_a_colour_is_given_by_the_word_that_stands_in_the_cell(title: str, word: str) -> None:
    book = read(
        written(problems=[problem()], dues=[due(state="overdue")], letters=[letter(state="held back")])
    )
    rules = [rule for cells in book[title].conditional_formatting for rule in cells.rules]
    (mine,) = [rule for rule in rules if rule.formula == [f'A2="{word}"']]
    grounds = {f"FF{state.ground}" for state in look.STATES.values()}
    assert mine.dxf.fill.bgColor.rgb in grounds
    assert book[title]["A2"].value == word


def test_the_summary_holds_counts_and_no_pupil() -> None:
    book = read(
        written(problems=[problem()], dues=[due(), due(state="overdue")], letters=[letter()], version="9.8")
    )
    cells = {cell.coordinate: cell.value for row in book["Summary"] for cell in row if cell.value is not None}
    assert [cells[f"{letters}5"] for letters in "BDFHJL"] == [1, 0, 1, 1, 1, 0]
    assert cells["B3"] == "As things stand on Monday 23 November 2026"
    words = " ".join(map(str, cells.values()))
    assert "Mentor XL 9.8" in words
    assert not any(ref in words for ref in ("009999", "004511", "004513"))


# -- links -----------------------------------------------------------------------------------------------


def test_a_problem_leads_to_its_cell_in_the_users_own_workbook() -> None:
    place = Place("Year 8's list", 9, 1, "DOB")
    link = read(written(problems=[problem(place=place)]))["Problems"]["C2"].hyperlink
    assert (link.target, link.location) == ("../caseload.xlsx", "'Year 8''s list'!B9")


def test_a_date_leads_to_the_row_it_is_about() -> None:
    book = read(written(dues=[due()]))
    (cell,) = [cell for cell in book["Due"][2] if cell.hyperlink]
    assert (cell.value, cell.hyperlink.location) == ("Cases!4", "'Cases'!A4")


def test_a_letter_leads_to_its_file() -> None:
    book = read(written(letters=[letter()]))
    (cell,) = [cell for cell in book["Letters"][2] if cell.hyperlink]
    assert (cell.value, cell.hyperlink.target) == ("consent-a1b2c3.docx", "consent-a1b2c3.docx")


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("../caseload.xlsx", "../caseload.xlsx"),
        ("..\\my caseload #1.xlsx", "../my%20caseload%20%231.xlsx"),
        ("D:\\Schule\\50% done.xlsx", "file://" + "/D:/Schule/50%25%20done.xlsx"),
        ("//server/share/a.xlsx", "file://server/share/a.xlsx"),
        ("/srv/a.xlsx", "file://" + "/srv/a.xlsx"),
        ("Größe.xlsx", "Gr%C3%B6%C3%9Fe.xlsx"),
    ],
)
def test_a_path_is_written_as_a_link_has_it(path: str, address: str) -> None:
    assert our_tables.as_address(path) == address


def test_every_heading_is_told_with_what_it_was_taken_for() -> None:
    casebook = read_casebook(
        MarkdownGrid("""
            # Pupils @3
            | Adm No | Surname | House colour | Forename |
            | '004511 | Khan | Red | Amina |
        """)
    ).casebook
    sheet = read(written(headings=headings_of(casebook)))["Understood"]
    assert column(sheet, "Cell") == ["A3", "B3", "C3", "D3"]
    assert column(sheet, "Heading") == ["Adm No", "Surname", "House colour", "Forename"]
    own = "the school's own: left alone"
    assert column(sheet, "Taken for") == ["Pupil ID", "Legal surname", own, "Legal forename"]
    assert sheet["B2"].hyperlink.location == "'Pupils'!A3"


def test_no_more_links_stand_on_a_sheet_than_excel_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(our_tables, "_MOST_LINKS", 2)
    sheet = read(written(problems=[problem() for _ in range(3)]))["Problems"]
    assert [bool(sheet[f"C{row}"].hyperlink) for row in (2, 3, 4)] == [True, True, False]
    assert sheet["C4"].value == "A9"


# -- text of users ---------------------------------------------------------------------------------------

LIKE_FORMULAS = ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x.example")']


@pytest.mark.parametrize("text", LIKE_FORMULAS)
def test_text_from_a_workbook_is_never_a_formula_or_a_link(text: str) -> None:
    found = problem(place=Place(text, 2, 0, text), message=text, fix=text, ref=text, blocks=(text,))
    data = written(
        problems=[found],
        dues=[due(ref=text, form=text, mentor=text, why=text)],
        letters=[letter(ref=text, recipient=text, why=text)],
    )
    book = read(data)
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    typed = [cell for cell in cells if cell.value == text]
    assert len(typed) >= 10
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in typed)
    targets = {cell.hyperlink.target for cell in cells if cell.hyperlink}
    assert targets <= {"../caseload.xlsx", "consent-a1b2c3.docx", None}


def test_a_cell_that_needs_a_mark_does_not_mark_its_whole_column() -> None:
    sheet = read(written(problems=[problem(message="=1"), problem(message="plain")]))["Problems"]
    assert (sheet["E2"].quotePrefix, sheet["E3"].quotePrefix) == (True, False)


# -- bytes -----------------------------------------------------------------------------------------------


def test_the_same_results_are_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, datetime as dt; from mentor_xl.workbook.results import LetterRow, write_results;"
        "row = LetterRow('consent', '004513', 'parent', 'Contacts!14', 'made', '', 'a.docx');"
        "data = write_results(problems=[], dues=[], letters=[row], today=dt.date(2026, 11, 23),"
        " workbook_link='a.xlsx');"
        "print(hashlib.sha256(data).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(told) == 1


def test_the_bytes_hold_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(written())) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-01-01T00:00:00Z" in package.read("docProps/core.xml")
