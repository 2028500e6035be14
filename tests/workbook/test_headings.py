"""Which sheet and which column is which, however a school writes the names."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.casebook import SHEETS
from mentor_xl.problems import Problem
from mentor_xl.records import Cell, CellError, Column, Pupil, Record, columns_of
from mentor_xl.workbook.grid import MarkdownGrid, Row
from mentor_xl.workbook.reading import Reading, read_casebook
from mentor_xl.workbook.sheets import (
    HEADING_ROWS,
    KnownSheet,
    find_headings,
    fold,
    nearest_sheet,
    sheet_by_name,
    without_remark,
)
from mentor_xl.workbook.tables import Table

TABLES = {name: record for name, record in SHEETS.items() if name != "settings"}

every_table = pytest.mark.parametrize("record", TABLES.values(), ids=TABLES)
every_alias = pytest.mark.parametrize(
    ("record", "column", "alias"),
    [
        pytest.param(record, column, alias, id=f"{record.sheet_name}: {alias}")
        for record in TABLES.values()
        for column in columns_of(record)
        for alias in column.aliases
    ],
)


def understood(record: type[Record], headings: Sequence[Cell]) -> dict[str, int]:
    """Attribute to the column it was found in."""
    found = find_headings("Any", record, [(1, headings)])
    return {} if found is None else {name: index for name, (index, _) in found.layout.columns.items()}


def read(text: str) -> Reading:
    return read_casebook(MarkdownGrid(text))


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.code) for problem in reading.problems]


# -- names -------------------------------------------------------------------------------------------


@every_table
def test_every_heading_is_understood_in_the_order_of_the_contract(record: type[Record]) -> None:
    columns = columns_of(record)
    found = understood(record, [column.heading for column in columns])
    assert found == {column.attribute: index for index, column in enumerate(columns)}


@every_alias
def test_every_alias_is_understood(record: type[Record], column: Column, alias: str) -> None:
    headings = [alias if other is column else other.heading for other in columns_of(record)]
    assert understood(record, headings)[column.attribute] == headings.index(alias)


def _loudly(heading: str) -> str:
    return heading.upper()


def _quietly(heading: str) -> str:
    return heading.lower()


def _with_stray_spaces(heading: str) -> str:
    return f"  {heading.replace(' ', '   ')} "


def _with_no_break_spaces(heading: str) -> str:
    return "\xa0" + heading.replace(" ", "\xa0")


def _on_two_lines(heading: str) -> str:
    return heading.replace(" ", "\n")


def _with_a_carriage_return(heading: str) -> str:
    return heading.replace(" ", "\r\n")


def _without_spaces(heading: str) -> str:
    return heading.replace(" ", "")


def _with_underscores(heading: str) -> str:
    return heading.replace(" ", "_")


def _with_a_mark(heading: str) -> str:
    return f"• {heading}: *"


def _with_a_curly_apostrophe(heading: str) -> str:
    return heading.replace("'", "’")


def _with_a_remark(heading: str) -> str:
    return f"{heading} (dd/mm/yyyy)"


@pytest.mark.parametrize(
    "write",
    [
        _loudly,
        _quietly,
        _with_stray_spaces,
        _with_no_break_spaces,
        _on_two_lines,
        _with_a_carriage_return,
        _without_spaces,
        _with_underscores,
        _with_a_mark,
        _with_a_curly_apostrophe,
        _with_a_remark,
    ],
)
@every_table
def test_a_heading_is_understood_however_it_is_written(record: type[Record], write: object) -> None:
    assert callable(write)
    columns = columns_of(record)
    found = understood(record, [write(column.heading) for column in columns])
    assert found == {column.attribute: index for index, column in enumerate(columns)}


@given(st.permutations(columns_of(Pupil)))
def test_headings_may_stand_in_any_order(columns: list[Column]) -> None:
    found = understood(Pupil, [column.heading for column in columns])
    assert found == {column.attribute: index for index, column in enumerate(columns)}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("D.O.B. (dd/mm/yyyy)", "D.O.B."),
        ("Pupil premium (Yes/No)", "Pupil premium"),
        ("Pupil premium [Y/N]", "Pupil premium"),
        ("Due soon within (school days)", "Due soon within"),
        ("Energy in (1-5)", "Energy in"),
        ("Attendance (%)", "Attendance"),
        ("Date (left)", "Date (left)"),
        ("Phone (mother)", "Phone (mother)"),
        ("Notes (Kay)", "Notes (Kay)"),
        ("(dd/mm/yyyy) D.O.B.", "(dd/mm/yyyy) D.O.B."),
    ],
)
def test_a_remark_on_how_to_fill_a_column_is_not_part_of_its_name(heading: str, name: str) -> None:
    assert without_remark(heading) == name


def test_a_heading_with_a_remark_gives_way_to_the_heading_itself() -> None:
    reading = read("""
        # Pupils
        | Form (text) | Pupil ID | Form | Surname | Forename | DOB (dd/mm/yyyy) |
        | old | 004511 | 8H | Hartley | Rosalind | 2013-05-05 |
    """)
    (pupil,) = reading.casebook.pupils
    assert (pupil.form, pupil.own) == ("8H", {"Form (text)": "old"})
    assert reading.problems == ()


# -- the heading row ---------------------------------------------------------------------------------


def _rows(*rows: Sequence[Cell], first: int = 1) -> list[Row]:
    return list(enumerate(rows, first))


def test_a_title_above_the_headings_is_no_heading() -> None:
    found = find_headings(
        "Pupils",
        Pupil,
        _rows(["Pupil ID list 2026", None], [None], ["Year", "Adm No", "DOB"], ["8", "004511", None]),
    )
    assert found is not None
    assert found.layout.heading_row == 3
    assert found.layout.columns == {
        "year_group": (0, "Year"),
        "pupil_id": (1, "Adm No"),
        "date_of_birth": (2, "DOB"),
    }


def test_of_two_rows_the_one_with_more_headings_is_the_heading_row() -> None:
    found = find_headings(
        "Pupils",
        Pupil,
        _rows(["Form", None, "Year"], ["Adm No", "Surname", "First name"], ["Form", "Year", None]),
    )
    assert found is not None
    assert found.layout.heading_row == 2


@pytest.mark.parametrize(("row", "is_found"), [(HEADING_ROWS, True), (HEADING_ROWS + 1, False)])
def test_headings_are_looked_for_in_the_first_twenty_rows(row: int, is_found: bool) -> None:
    found = find_headings("Pupils", Pupil, _rows(["Adm No", "Surname"], first=row))
    assert (found is not None) is is_found


@pytest.mark.parametrize(
    "cells", [[], [None], ["Adm No"], ["One", "Two"], [1, 2.5, True], [CellError("#N/A")]]
)
def test_a_row_in_which_fewer_than_two_headings_are_known_is_none(cells: Sequence[Cell]) -> None:
    assert find_headings("Pupils", Pupil, _rows(cells)) is None


@given(st.lists(st.lists(st.one_of(st.none(), st.integers(), st.text()), max_size=6), max_size=6))
def test_no_row_stops_the_search(rows: list[list[Cell]]) -> None:
    found = find_headings("Pupils", Pupil, _rows(*rows))
    assert found is None or len(found.layout.columns) > 1


# -- columns -----------------------------------------------------------------------------------------

SOUND = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth |
| 004511   | Hartley       | Rosalind       | 2013-05-05    |
"""


def test_the_schools_own_columns_are_kept_with_every_row() -> None:
    reading = read("""
        # Pupils
        | House  colour | Pupil ID | Surname | Forename | DOB | 2026 | |
        | Red | 004511 | Hartley | Rosalind | 2013-05-05 | #N/A | stray |
        | | 004512 | Adair | Sol | 2013-05-06 | 7 | |
    """)
    first, second = reading.casebook.pupils
    assert first.own == {"House colour": "Red", "2026": CellError("#N/A")}
    assert second.own == {"House colour": None, "2026": 7}
    assert reading.problems == ()


def test_a_heading_on_two_lines_is_shown_on_one() -> None:
    cells = ["Adm\nNo", "Legal\xa0surname", "Legal\r\nforename ", "D.O.B.", "House\ncolour"]
    found = find_headings("Pupils", Pupil, _rows(cells))
    assert found is not None
    assert [heading for _, heading in found.layout.columns.values()] == [
        "Legal surname", "Legal forename", "Adm No", "D.O.B.",
    ]  # fmt: skip
    assert found.layout.own == {"House colour": 4}


def test_a_place_has_the_heading_as_it_is_typed() -> None:
    reading = read("""
        # My pupils
        # pupils @3
        | Adm No | Surname | Forename | D.O.B. |
        | 004511 | Hartley | Rosalind | TBC    |
    """)
    (problem,) = reading.problems
    assert (str(problem.place), problem.place.heading) == ("pupils!D4", "D.O.B.")
    assert problem.message == "D.O.B. says “TBC”, and it has to be filled."


def doubled(headings: str) -> list[Problem]:
    reading = read(f"""
        # Pupils
        | {headings} | Forename | DOB |
        | 1 | 004511 | Hartley | Rosalind | 2013-05-05 |
    """)
    return [problem for problem in reading.problems if problem.code == "doubled-column"]


@pytest.mark.parametrize(
    ("headings", "cell"),
    [
        ("ID | Pupil ID | Surname", "A1"),
        ("Pupil ID | Adm No | Surname", "B1"),
        ("Pupil ID | pupil  id | Surname", "B1"),
        ("Adm No | MIS ID | Surname", "B1"),
    ],
)
def test_of_two_columns_with_one_meaning_the_other_is_told(headings: str, cell: str) -> None:
    (problem,) = doubled(headings)
    assert (problem.place.cell, problem.message) == (
        cell,
        "Two columns are understood as Pupil ID; this one is taken for one of your own.",
    )


def test_a_heading_counts_before_an_alias_wherever_it_stands() -> None:
    reading = read("""
        # Pupils
        | ID | Pupil ID | Surname | Forename | DOB |
        | 1  | 004511   | Hartley | Rosalind | 2013-05-05 |
    """)
    (pupil,) = reading.casebook.pupils
    assert (pupil.pupil_id, pupil.own) == ("004511", {"ID": 1})


def test_a_heading_of_one_column_is_no_alias_of_another() -> None:
    for record in TABLES.values():
        headings = [column.heading for column in columns_of(record)]
        found = understood(record, list(reversed(headings)))
        assert found == {
            column.attribute: len(headings) - 1 - index for index, column in enumerate(columns_of(record))
        }


def test_a_missing_column_is_one_problem_with_the_column_it_may_be() -> None:
    reading = read("""
        # Pupils @3
        | Pupil ID | Legal surnme | Forename | DOB |
        | 004511   | Hartley      | Rosalind | 2013-05-05 |
        | 004512   | Adair        | Sol      | 2013-05-06 |
    """)
    (problem,) = reading.problems
    assert (problem.code, str(problem.place), problem.place.heading) == (
        "missing-column",
        "Pupils!A3",
        "Legal surname",
    )
    assert problem.message == (
        "There is no column Legal surname on this sheet. Is it the column “Legal surnme”?"
    )
    assert len(reading.casebook.pupils) == 2


def test_a_missing_column_that_looks_like_none_has_no_hint() -> None:
    reading = read("# Pupils\n| Pupil ID | Surname | Forename |\n| 004511 | Hartley | Rosalind |")
    assert [problem.message for problem in reading.problems] == [
        "There is no column Date of birth on this sheet."
    ]


@every_table
def test_only_columns_that_must_be_there_are_missed(record: type[Record]) -> None:
    sheet = f"# {record.sheet_name}\n"
    must = [column.heading for column in columns_of(record) if column.must]
    others = [column.heading for column in columns_of(record) if not column.must]
    some = read(f"{sheet}| {' | '.join([*must, *others[:1]])} |")
    assert told(some) == []
    if len(others) > 1:
        none = read(f"{sheet}| {' | '.join(others)} |")
        assert [problem.place.heading for problem in none.problems] == must


# -- sheets ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_known_in_any_letters(name: str) -> None:
    title = SHEETS[name].sheet_name
    for typed in (
        title,
        title.upper(),
        f" {title.lower()} ",
        title.replace(" ", "_"),
        title.replace(" ", ""),
    ):
        assert sheet_by_name()[fold(typed)] == name


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Pupil", "Pupils"),
        ("Pupils2", "Pupils"),
        ("Pupils (2)", "Pupils"),
        ("Agency referal", "Agency referrals"),
        ("Contact", "Contacts"),
        ("Setings", "Settings"),
        ("old 2025", None),
        ("Sheet1", None),
        ("Rota", None),
    ],
)
def test_a_sheet_under_a_near_name_is_recognised(typed: str, meant: str | None) -> None:
    assert nearest_sheet(typed) == meant


def test_a_sheet_under_a_near_name_is_left_alone_and_asked_about() -> None:
    reading = read(SOUND + "# Contact\n| Pupil ID | Surname |\n| 004511 | Hartley |\n# Rota\n| Monday |")
    assert told(reading) == [("Contact", "misspelt-sheet")]
    assert reading.problems[0].message == "This sheet is left alone. Did you mean Contacts?"
    assert reading.left_alone == ("Contact", "Rota")
    assert reading.casebook.contacts == ()


CONTACTS = """
# Contacts
| Pupil ID | Priority | Surname | Relationship | Send letters |
"""


def test_a_copy_of_a_sheet_that_is_there_is_left_alone_without_a_word() -> None:
    reading = read(
        SOUND + "# Pupils (2)\n| Pupil ID | Surname |\n| 004511 | Hartley |\n# Setings\n# Settings\n"
    )
    assert [problem.code for problem in reading.problems] == ["missing-value"]
    assert reading.left_alone == ("Pupils (2)", "Setings")


def test_a_near_name_is_asked_about_while_the_sheet_itself_is_empty() -> None:
    reading = read(SOUND + CONTACTS + "# Contact\n| Pupil ID | Surname |\n| 004511 | Hartley |")
    assert told(reading) == [("Contact", "misspelt-sheet")]


def test_of_two_sheets_with_one_name_the_second_is_told() -> None:
    reading = read(SOUND + SOUND.replace("# Pupils", "# PUPILS ").replace("004511", "004512"))
    assert told(reading) == [("PUPILS", "doubled-sheet")]
    assert reading.problems[0].message == "Two sheets are understood as Pupils; this one is left alone."
    assert [pupil.pupil_id for pupil in reading.casebook.pupils] == ["004511"]


def test_an_empty_sheet_does_not_stand_in_the_way_of_a_filled_one() -> None:
    reading = read("# pupils\n" + SOUND)
    assert [pupil.pupil_id for pupil in reading.casebook.pupils] == ["004511"]


@pytest.mark.parametrize("title", ["Start", "Dashboard", "Due", "Problems", "Letters log", "Lists"])
def test_our_own_sheets_are_neither_read_nor_listed(title: str) -> None:
    reading = read(SOUND + f"# {title}\n| Pupil ID | Surname |\n| 009999 | X |")
    assert (reading.problems, reading.left_alone) == ((), ())


def test_a_sheet_without_headings_is_one_problem_and_what_refers_to_it_none() -> None:
    reading = read(
        SOUND
        + """
        # Staff
        | Who | What |
        | DWH | mentors |
        # Cases
        | Case ID | Pupil ID | Mentor | Status |
        | C1 | 004511 | DWH | Active |
    """
    )
    assert told(reading) == [("Staff", "no-headings")]
    (case,) = reading.casebook.cases
    assert (case.mentor, case.unread) == (None, {"mentor"})


@pytest.mark.parametrize("headings", ["Number | Pupil ID", "Case ID | Who"])
def test_a_sheet_without_what_its_rows_hang_on_is_one_problem_and_what_refers_to_it_none(
    headings: str,
) -> None:
    reading = read(
        SOUND
        + f"""
        # Cases
        | {headings} | Mentor | Status |
        | C1 | 004511 | | Active |
        # Targets
        | Target ID | Case ID | Target | Set on | Review by | Status |
        | T1 | C1 | Lunch | 2026-09-28 | 2026-11-06 | Open |
    """
    )
    assert [problem.code for problem in reading.problems] == ["missing-column"]
    assert reading.problems[0].blocks == ("row",)
    assert (reading.casebook.cases, reading.casebook.targets) == ((), ())


# -- lines of totals ---------------------------------------------------------------------------------


def is_total(name: str, *cells: Cell) -> bool:
    record = SHEETS[name]
    headings = [column.heading for column in columns_of(record)]
    found = find_headings("Any", record, [(1, headings)])
    assert found is not None
    return KnownSheet(name, record, found.layout, Table.of_rows([])).is_total(cells)


@pytest.mark.parametrize(
    "label",
    [
        "Total", "TOTAL", "Totals", "Total:", "total ", "Total on caseload:", "Total pupils", "Sub-total",
        "Subtotal", "Sub total", "Grand total", "Overall total:", "Caseload total", "Pupils in total:",
        "\xa0Total",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "rest", [[], [20], [None, 20], ["20"], [*[None] * 9, "see above"], [CellError("#REF!")]]
)
def test_a_line_of_totals_is_no_pupil(label: str, rest: list[Cell]) -> None:
    assert is_total("pupils", label, *rest)
    assert is_total("pupils", None, label, *rest)


@pytest.mark.parametrize(
    "label", ["Count", "Count:", "Average", "Averages", "Mean", "Sum", "Number of pupils", "No. of pupils"]
)
def test_other_labels_need_a_figure_beside_them(label: str) -> None:
    assert is_total("pupils", label, 20)
    assert is_total("pupils", label, None, None, None, None, 92.3)
    assert not is_total("pupils", label)


def test_sums_under_columns_that_must_be_filled_are_no_record() -> None:
    assert is_total("sessions", "Total", None, None, None, None, 240)
    assert is_total("attendance", "Total", None, None, 700, 650)
    assert is_total("pupils", "Total", 20, "Average:", None, None)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("pupils", ["004511", None, "Total", "Kay", None]),
        ("pupils", [4511, None, "Count", None, None]),
        ("pupils", [None, None, "Total", "Kay", None]),
        ("pupils", [None, None, "Sum", "Kay"]),
        ("pupils", [None, None, "Summers", "Kay"]),
        ("pupils", [None, None, "Summers"]),
        ("pupils", [None, None, "Count"]),
        ("pupils", ["SUM1", None, "Hartley", "Rosalind"]),
        ("pupils", ["Totaliser", 1]),
        ("pupils", [None, None, None, "Meaney", 5]),
        ("groups", ["Total Football"]),
        ("groups", ["Total Football", "Club", "DWH"]),
        ("groups", ["Counting club", 5]),
        ("scales", ["Total difficulties", 0, 40, "Lower"]),
        ("policies", ["Total communication policy", "Head"]),
        ("agencies", ["Mean Street Youth Centre", "Youth club"]),
        ("calendar", [None, None, "Half term", "Total"]),
        ("pupils", [None, None]),
    ],
)
def test_a_record_whose_name_sounds_like_a_total_does_not_vanish(name: str, cells: list[Cell]) -> None:
    assert not is_total(name, *cells)
