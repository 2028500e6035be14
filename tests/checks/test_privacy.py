"""No name, note or address leaves the workbook in a message, whatever stands in its cells."""

import pytest
from checks.example_workbook import Sheets, grid_of, inspect, sheets_with
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl.casebook import SHEETS
from mentor_xl.checks import run_checks
from mentor_xl.problems import Problem
from mentor_xl.records import Column, columns_of
from mentor_xl.workbook.reading import read_casebook

PLANTED = "Quillfeather"
"""A word that stands in no sentence of ours."""

_COLUMNS: dict[str, tuple[Column, ...]] = {
    record.sheet_name: columns_of(record) for record in SHEETS.values() if record.sheet_name != "Settings"
}
_HEADINGS = [(sheet, column) for sheet, columns in _COLUMNS.items() for column in columns]
_ODD = (
    "", "0", "-1", "99999", "2.5", "Yes", "No", "E", "N", "NSA", "Closed", "Waiting", "Active", "Group",
    "Absent", "Looked after", "004511", "004490", "009999", "K1", "K2", "K3", "C1", "C9", "DWH",
    "Hollowbridge CAMHS", "1900-01-01", "2012-02-29", "2026-09-21", "2026-11-22", "2026-11-23", "2026-11-27",
    "2027-08-11", "2099-12-31", "9999-12-31", "'14/03/2013", "#N/A", "TRUE", "Mr & Mrs", PLANTED,
    f"{PLANTED.lower()} hit me; lazy 943 476 5919", f"07700 {PLANTED}", f"{PLANTED}@example",
    f"{PLANTED[:4].upper()}1 1AA", "=HYPERLINK(1)",
)  # fmt: skip


def _problems(sheets: Sheets) -> list[Problem]:
    return run_checks(inspect(read_casebook(grid_of(sheets)).casebook))


def _says_planted(problem: Problem) -> bool:
    said = f"{problem.message} {problem.fix}".casefold()
    return PLANTED.casefold() in said or f"{PLANTED[:4]}1 1aa".casefold() in said


def _plant(kinds: tuple[str, ...], text: str) -> Sheets:
    sheets = sheets_with()
    for sheet, columns in _COLUMNS.items():
        for column in columns:
            if column.base in kinds:
                for row in sheets.get(sheet, ()):
                    row[column.heading] = text
    return sheets


@pytest.mark.parametrize(
    "text",
    [
        PLANTED,
        f"{PLANTED} disclosed that he is lazy, 943 476 5919",
        f"=HYPERLINK({PLANTED})",
        f"{PLANTED}@",
        f"0{PLANTED}",
    ],
)
def test_words_planted_in_every_text_come_out_in_no_message(text: str) -> None:
    problems = _problems(_plant(("text", "text;", "note"), text))
    assert problems, "the planted words break something that checks notice"
    assert not any(map(_says_planted, problems))


def test_words_planted_among_ids_and_lists_come_out_in_no_message() -> None:
    sheets = sheets_with([f"Pupils also: Pupil ID={PLANTED}, UPN=B801200005001"])
    for sheet in ("Contacts", "Cases", "Sessions", "Reviews", "Consents"):
        for row in sheets[sheet]:
            row["Pupil ID"] = PLANTED
    problems = _problems(sheets)
    assert problems
    assert not any(map(_says_planted, problems))


@given(
    st.lists(
        st.tuples(st.sampled_from(_HEADINGS), st.sampled_from(_ODD), st.booleans()), min_size=1, max_size=12
    )
)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_the_cells_every_question_is_asked_and_nothing_private_said(
    changes: list[tuple[tuple[str, Column], str, bool]],
) -> None:
    sheets = sheets_with()
    for (sheet, column), value, is_in_a_new_row in changes:
        rows = sheets.setdefault(sheet, [{}])
        if is_in_a_new_row:
            rows.append(dict(rows[0]))
        rows[-1][column.heading] = value
    reading = read_casebook(grid_of(sheets))
    refused = {(p.place.sheet, p.place.cell) for p in reading.problems if p.severity.value == "error"}
    for problem in run_checks(inspect(reading.casebook)):
        assert not _says_planted(problem)
        assert problem.message.endswith((".", "?"))
        if problem.severity.value == "error":
            assert (problem.place.sheet, problem.place.cell) not in refused or problem.place.column is None
