"""A whole workbook is read: one bad cell gives one problem, at its cell, and never a name."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbook.sound_book import (
    CASES,
    FIRST_ROW,
    PUPILS,
    STAFF,
    TABLES,
    RowsGrid,
    for_every_column,
    needed_by,
    read,
    records_of,
    sound_sheets,
    the_only,
    told,
    with_cell,
)

from mentor_xl.casebook import SHEETS
from mentor_xl.problems import Severity
from mentor_xl.records import Cell, CellError, Column, Record, columns_of
from mentor_xl.workbook.files import open_grid
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import read_casebook

# -- a sound workbook --------------------------------------------------------------------------------


def test_the_examples_of_every_column_make_a_workbook_without_a_problem() -> None:
    sheets = sound_sheets()
    reading = read_casebook(RowsGrid(sheets))
    assert told(reading) == []
    for title, record in TABLES.items():
        name = next(name for name, other in SHEETS.items() if other is record)
        records = getattr(reading.casebook, name)
        assert [one.row_number for one in records] == list(range(FIRST_ROW, len(sheets[title]) + 1)), title
        typed_in = {column.attribute for column in columns_of(record) if not column.is_filled_by_us}
        assert {attribute for attribute in typed_in if getattr(records[0], attribute) is None} == set(), title


def test_the_order_of_the_sheets_does_not_matter() -> None:
    sheets = sound_sheets()
    backwards = {title: sheets[title] for title in reversed(sheets)}
    assert read_casebook(RowsGrid(backwards)).casebook == read_casebook(RowsGrid(sheets)).casebook


def test_reading_twice_says_the_same() -> None:
    sheets = sound_sheets()
    sheets["Cases"][1][1] = "009999"
    grid = RowsGrid(sheets)
    assert read_casebook(grid) == read_casebook(grid)


def test_only_pupils_is_needed() -> None:
    reading = read(PUPILS)
    assert (reading.problems, reading.is_understood) == ((), True)
    assert len(reading.casebook.pupils) == 2
    assert reading.casebook.cases == ()


@pytest.mark.parametrize("text", ["", "# Sheet1\n| a | b |", STAFF, "# Pupils\n", "# Pupils\n| One | Two |"])
def test_without_pupils_a_workbook_is_not_understood(text: str) -> None:
    assert not read(text).is_understood


def test_a_hidden_sheet_with_a_known_name_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Pupils"
    sheet.append(["Pupil ID", "Surname", "Forename", "DOB"])
    sheet.append(["004511", "Hartley", "Rosalind", dt.date(2013, 5, 5)])
    hidden = book.create_sheet("Events")
    hidden.append(["Pupil ID", "Event", "Date"])
    hidden.append(["004511", "Suspension", dt.date(2026, 11, 12)])
    hidden.sheet_state = "veryHidden"
    book.save(tmp_path / "caseload.xlsx")
    reading = read_casebook(open_grid(tmp_path / "caseload.xlsx"))
    assert [event.event for event in reading.casebook.events] == ["Suspension"]
    assert reading.problems == ()


# -- rows --------------------------------------------------------------------------------------------


def test_row_numbers_are_excels_and_blank_rows_and_totals_are_no_pupils() -> None:
    reading = read("""
        # Pupils @3
        | Adm No | Surname | Forename | D.O.B. | House |
        | 004511 | Hartley | Rosalind | 2013-05-05 | Red |
        |        |         |          |            |     |
        |        |         |          |            | Blue |
        | 004512 | Adair   | Sol      |            |     |
        | '   |  |  |  |  |
        | Total on caseload: | 2 | | | |
    """)
    assert [pupil.row_number for pupil in reading.casebook.pupils] == [4, 7]
    assert told(reading) == [("Pupils!D7", "missing-value")]


@pytest.mark.parametrize("nothing", ["", " ", "\xa0", "\u200b", "\ufeff \u200e"])
def test_a_cell_with_nothing_but_spaces_is_blank(nothing: str) -> None:
    sheets: dict[str, list[list[Cell]]] = {
        "Pupils": [
            ["Pupil ID", "Legal surname", "Legal forename", "Date of birth", "Form"],
            ["004511", nothing, "Rosalind", dt.date(2013, 5, 5), nothing],
            [nothing] * 5,
            [nothing, "Adair", "Sol", dt.date(2013, 5, 6), "8H"],
        ]
    }
    reading = read_casebook(RowsGrid(sheets))
    assert told(reading) == [("Pupils!B2", "missing-value"), ("Pupils!A4", "missing-value")]
    (pupil,) = reading.casebook.pupils
    assert (pupil.form, pupil.unread) == (None, frozenset())


def test_a_short_row_and_a_long_row_are_read() -> None:
    sheets: dict[str, list[list[Cell]]] = {
        "Pupils": [
            ["Pupil ID", "Legal surname", "Legal forename", "Date of birth", "Form"],
            ["004511", "Hartley", "Rosalind", dt.date(2013, 5, 5)],
            ["004512", "Adair", "Sol", dt.date(2013, 5, 6), "8H", "stray", "stray"],
        ]
    }
    reading = read_casebook(RowsGrid(sheets))
    assert reading.problems == ()
    assert [pupil.form for pupil in reading.casebook.pupils] == [None, "8H"]


@pytest.mark.parametrize("surname", ["Total", "Count", "Sum", "Average", "Na", "NA", "Mean", "Unknown"])
def test_no_surname_makes_a_pupil_vanish(surname: str) -> None:
    reading = read(
        f"# Pupils\n| Surname | Forename | Adm No | DOB |\n| {surname} | Kay | 004511 | 2013-05-05 |"
    )
    assert [pupil.legal_surname for pupil in reading.casebook.pupils] == [surname]
    assert reading.problems == ()


def test_columns_that_we_fill_are_not_read() -> None:
    reading = read(
        PUPILS,
        STAFF,
        "# Cases\n| Case ID | Pupil ID | Mentor | Status | Next review | Review state |\n"
        "| C1 | 004511 | DWH | Active | soon | #N/A |\n|  |  |  |  | 2026-11-06 | due soon |",
    )
    assert reading.problems == ()
    (case,) = reading.casebook.cases
    assert (case.next_review, case.review_state) == (None, None)


# -- one bad cell, one problem -----------------------------------------------------------------------

BAD: dict[str, Cell] = {
    "date": "some day",
    "int": "some",
    "number": "some",
    "yes/no": "perhaps",
    "list": "nothing of the kind",
    "list;": "Attendance; nothing of the kind",
    "ref": "009999",
    "refs;": "004511; 009999; 009998",
}


@for_every_column(*BAD)
def test_one_bad_cell_is_one_problem_and_the_rest_of_its_row_is_read(
    record: type[Record], column: Column
) -> None:
    reading = with_cell(record, column, BAD[column.base])
    problem = the_only(reading)
    assert (problem.place.sheet, problem.place.row, problem.place.heading) == (
        record.sheet_name,
        FIRST_ROW,
        column.heading,
    )
    assert problem.severity is Severity.ERROR
    rows = [one for one in records_of(reading, record) if one.row_number == FIRST_ROW]
    if column.attribute in record.needs:
        assert (rows, problem.blocks) == ([], ("row",))
        return
    (row,) = rows
    assert row.unread == {column.attribute}
    assert getattr(row, column.attribute) in (None, ("004511",))


@for_every_column()
def test_an_error_cell_is_one_problem_wherever_it_stands(record: type[Record], column: Column) -> None:
    reading = with_cell(record, column, CellError("#N/A"))
    first = reading.problems[0]
    assert (first.code, first.place.row, first.place.heading) == ("error-cell", FIRST_ROW, column.heading)
    # An ID that is an error is nobody's: what refers to the row asks for its ID, once for each cell.
    if column.kind != "key":
        assert len(reading.problems) == 1
    kept = [one for one in records_of(reading, record) if one.row_number == FIRST_ROW]
    assert len(kept) == (column.attribute not in record.needs)


NOBODY_KNOWS = ("-", "n/a", "N/A", "none", "tbc", "TBC", "?")


@for_every_column()
def test_not_known_is_a_note_where_a_cell_may_be_blank_and_an_error_where_not(
    record: type[Record], column: Column
) -> None:
    texts = [text for text in NOBODY_KNOWS if (text, column.target) != ("none", "SocialCare")]
    if column.must_be_settled:
        texts = [one for one in texts if one in NOBODY_KNOWS[:4] and column.base != "yes/no"]
    reading = with_cell(record, column, *texts)
    code, severity = ("not-known-yet", Severity.ERROR) if column.must else ("not-known", Severity.NOTE)
    found = [p for p in reading.problems if p.code == code and p.place.heading == column.heading]
    assert [(p.place.row, p.severity) for p in found] == [
        (row, severity) for row in range(FIRST_ROW, FIRST_ROW + len(texts))
    ]
    assert all(f"“{text}”" in problem.message for text, problem in zip(texts, found, strict=True))
    if column.kind != "key":
        assert len(reading.problems) == len(found) + _doubled(record, texts)
    rows = [one for one in records_of(reading, record) if one.row_number < FIRST_ROW + len(texts)]
    assert len(rows) == (0 if column.attribute in record.needs else len(texts))
    for row in rows:
        assert getattr(row, column.attribute) is None
        assert row.unread == ({column.attribute} if column.must else frozenset())


def _doubled(record: type[Record], texts: Sequence[str]) -> int:
    """The rows that share their own ID, since one row was written down for each text."""
    return len(texts) if any(column.kind == "key" for column in columns_of(record)) else 0


def test_none_is_a_value_of_the_social_care_status() -> None:
    reading = read(PUPILS.replace("Date of birth", "Date of birth | Social care status").replace(
        "2013-05-05    |", "2013-05-05 | none |"))  # fmt: skip
    assert reading.problems == ()
    assert reading.casebook.pupils[0].social_care_status == "None"


@for_every_column()
def test_a_blank_cell_is_a_problem_only_where_it_must_be_filled(record: type[Record], column: Column) -> None:
    reading = with_cell(record, column, None)
    if column.must:
        first = reading.problems[0]
        assert (first.code, first.place.row, first.place.heading) == ("missing-value", 2, column.heading)
    elif column.kind != "key":
        assert reading.problems == ()


# -- whose problem it is -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "ref"),
    [
        ("# Pupils\n| Pupil ID | Surname | Forename | DOB |\n| 004513 | Adair | Sol | some day |", "004513"),
        ("# Cases\n| Case ID | Pupil ID | Mentor | Status |\n| C1 | 004511 | DWH | Waitin |", "004511"),
        ("# Cases\n| Case ID | Pupil ID | Mentor | Status |\n| C1 | 009999 | DWH | Active |", "009999"),
        ("# Cases\n| Case ID | Pupil ID | Mentor | Status |\n| C1 | Kay | DWH | Active |", None),
        ("# Cases\n| Case ID | Pupil ID | Mentor | Status |\n| C1 | #N/A | DWH | Active |", None),
        ("# Cases\n| Case ID | Pupil ID | Mentor | Status |\n| C1 |  | DWH | Active |", None),
        ("# Policies\n| Policy | Reviewed on |\n| Mentoring | some day |", None),
    ],
)
def test_a_problem_is_the_pupils_whom_the_row_is_about(sheet: str, ref: str | None) -> None:
    pupils = PUPILS if "# Pupils" not in sheet else ""
    assert the_only(read(pupils, STAFF, sheet)).ref == ref


def test_a_targets_problem_is_the_pupils_whose_case_it_is() -> None:
    problem = the_only(
        read(
            PUPILS,
            STAFF,
            CASES,
            "# Targets\n| Target ID | Case ID | Target | Set on | Review by | Status |\n"
            "| T1 | C1 | Lunch | some day | 2026-11-06 | Open |",
        )
    )
    assert (str(problem.place), problem.ref) == ("Targets!D2", "004511")


# -- what waits --------------------------------------------------------------------------------------

WAITING = {
    ("Pupils", "Date of birth"): ("camhs-referral", "some-rule"),
    ("Pupils", "Legal surname"): ("consent",),
    ("Settings", "School name"): ("consent",),
}


@pytest.mark.parametrize(
    ("dob", "blocks"),
    [
        ("some day", ("camhs-referral", "some-rule")),
        ("", ("camhs-referral", "some-rule")),
        ("#N/A", ("camhs-referral", "some-rule")),
        ("TBC", ("camhs-referral", "some-rule")),
        ("41275", ("camhs-referral", "some-rule")),
        ("14/03/2013", ()),
    ],
)
def test_a_cell_that_was_not_read_holds_up_what_uses_its_column(dob: str, blocks: tuple[str, ...]) -> None:
    text = f"# Pupils\n| Adm No | Surname | Forename | D.O.B. |\n| 004511 | Hartley | Rosalind | {dob} |"
    (problem,) = read_casebook(MarkdownGrid(text), WAITING).problems
    assert problem.blocks == blocks


def test_a_missing_column_holds_up_what_uses_it() -> None:
    text = "# Pupils\n| Adm No | Forename | D.O.B. |\n| 004511 | Rosalind | 2013-05-05 |\n"
    text += "# Settings\n| School name | #REF! |"
    problems = read_casebook(MarkdownGrid(text), WAITING).problems
    assert [(problem.code, problem.blocks) for problem in problems] == [
        ("missing-column", ("consent",)),
        ("error-cell", ("consent",)),
    ]


# -- the school's own values -------------------------------------------------------------------------


def test_a_list_that_may_grow_takes_the_schools_own_values_and_no_other_does() -> None:
    reading = read(
        PUPILS,
        """
        # Lists
        | Nation | barrier    | SenStatus | Relationship |
        | Narnia | Gaming     | Q         | #N/A         |
        |        | self-harm  |           | Nan          |
        |        | Gaming     |           |              |
        # Referrals
        | Referral ID | Pupil ID | Received on | Main barrier | Other barriers    |
        | R1          | 004511   | 2026-09-14  | gaming       | SELF-HARM; Gaming |
        # Settings
        | School name | Fernhollow |
        | Nation      | Narnia     |
        """,
    )
    assert told(reading) == [("Settings!B2", "not-on-list")]
    (referral,) = reading.casebook.referrals
    assert (referral.main_barrier, referral.other_barriers) == ("Gaming", ("Self-harm", "Gaming"))


def test_an_empty_lists_sheet_changes_nothing() -> None:
    assert read(PUPILS, "# Lists\n").problems == ()
    assert read(PUPILS, "# Lists\n| Barrier |").problems == ()


# -- anything at all ---------------------------------------------------------------------------------

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.text(max_size=12),
    st.sampled_from(["TBC", "none", "Total", "Yes", "004511", "C1", "DWH", "K", "2026-02-01", "{x}", "%s"]),
    st.just(CellError("#N/A")),
)


@given(title=st.sampled_from(list(TABLES)), data=st.data())
@settings(max_examples=150, deadline=None)
def test_no_cells_whatever_stop_the_reading(title: str, data: st.DataObject) -> None:
    sheets = sound_sheets(needed_by(title))
    headings = sheets[title][0]
    cells = st.lists(ANYTHING, max_size=len(headings) + 1)
    sheets[title] = [headings, *data.draw(st.lists(cells, max_size=4))]
    for problem in read_casebook(RowsGrid(sheets)).problems:
        assert "{" not in problem.fix
        assert problem.place.row is None or problem.place.row <= len(sheets[problem.place.sheet])


@given(st.dictionaries(st.text(max_size=8), st.lists(st.lists(ANYTHING, max_size=4), max_size=4), max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_sheets_whatever_stop_the_reading(sheets: dict[str, list[list[Cell]]]) -> None:
    first = next(iter(sheets.values()), [])
    reading = read_casebook(RowsGrid({**sheets, "Settings": first}))
    assert reading.casebook.pupils == ()
