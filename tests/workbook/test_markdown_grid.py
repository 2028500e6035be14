"""A workbook written as text says exactly what its cells hold."""

import datetime as dt

import pytest

from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.grid import MarkdownGrid, normal


def cells(row: str) -> list[Cell]:
    ((_, found),) = MarkdownGrid(f"# Pupils\n{row}").rows("Pupils")
    return list(found)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Hartley", "Hartley"),
        ("", None),
        ("'", None),
        ("' 8 ", " 8"),
        ("004511", "004511"),
        ("4511", 4511),
        ("-15", -15),
        ("0", 0),
        ("88.4", 88.4),
        ("-.5", -0.5),
        ("7.0", 7),
        ("'88.4", "88.4"),
        ("TRUE", True),
        ("FALSE", False),
        ("Yes", "Yes"),
        ("2026-09-14", dt.date(2026, 9, 14)),
        ("'2026-09-14", "2026-09-14"),
        ("14/09/2026", "14/09/2026"),
        ("#N/A", CellError("#N/A")),
        ("#DIV/0!", CellError("#DIV/0!")),
        ("#1", "#1"),
        (r"Reading \| writing", "Reading | writing"),
        ("-", "-"),
    ],
)
def test_a_cell_has_the_type_that_its_text_says(text: str, cell: Cell) -> None:
    (found,) = cells(f"| {text} |")
    assert (type(found), found) == (type(cell), cell)


def test_rows_are_numbered_from_where_the_sheet_says() -> None:
    grid = MarkdownGrid(
        "# Pupils @3\n| a | b |\n| --- | :---: |\n|  |  |\n| 1 | - |\n\nwords\n# Empty\n# Rota @2\n| x |"
    )
    assert grid.sheet_names() == ("Pupils", "Empty", "Rota")
    assert list(grid.rows("Pupils")) == [(3, ["a", "b"]), (4, [None, None]), (5, [1, "-"])]
    assert list(grid.rows("Empty")) == []
    assert list(grid.rows("Rota")) == [(2, ["x"])]


def test_a_row_of_single_dashes_is_a_row_of_cells() -> None:
    assert cells("| - | - |") == ["-", "-"]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("", None),
        (" ", " "),
        (7.0, 7),
        (-0.0, 0),
        (7.5, 7.5),
        (True, True),
        (dt.datetime.fromisoformat("2026-09-14T00:00"), dt.date(2026, 9, 14)),
        (dt.datetime.fromisoformat("2026-09-14T09:30"), dt.datetime.fromisoformat("2026-09-14T09:30")),
        (dt.time(9, 30), dt.time(9, 30)),
        (dt.timedelta(hours=36), dt.timedelta(hours=36)),
        (CellError("#N/A"), CellError("#N/A")),
        (1 + 0j, "(1+0j)"),
    ],
)
def test_the_normal_form_of_what_a_reader_hands_over(value: object, cell: Cell) -> None:
    found = normal(value)
    assert (type(found), found) == (type(cell), cell)
