"""A sheet column by column is the sheet row by row."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.records import Cell
from mentor_xl.workbook.grid import normal
from mentor_xl.workbook.tables import NormalCells, Table

ROWS = [(2, ["a", None, 1]), (3, [None]), (5, [None, "b"])]

DAYS_WITH_TIMES = [dt.datetime.combine(dt.date(1990, 1, 1), dt.time(hour)) for hour in (0, 9)]

raw_cells = st.one_of(
    st.sampled_from(["", "a", True, False, 0, 1, 1.0, 0.0, -0.0, 2.5]),
    st.dates(dt.date(1990, 1, 1), dt.date(1990, 1, 3)),
    st.sampled_from([*DAYS_WITH_TIMES, dt.time(9), dt.timedelta(1)]),
)


def table() -> Table:
    return Table.of_rows(ROWS)


def test_short_rows_are_filled_up_with_blanks() -> None:
    assert list(table().rows()) == [(2, ["a", None, 1]), (3, [None, None, None]), (5, [None, "b", None])]


def test_of_no_rows_there_is_an_empty_table() -> None:
    assert (len(Table.of_rows([])), list(Table.of_rows([]).rows())) == (0, [])


def test_rows_are_counted_as_excel_does() -> None:
    assert [number for number, _ in table().up_to(3)] == [2, 3]
    assert [number for number, _ in table().below(2).rows()] == [3, 5]
    assert len(table().below(5)) == 0


def test_rows_can_be_left_out_by_their_place() -> None:
    assert list(table().without({0, 1}).rows()) == [(5, [None, "b", None])]


def test_a_blank_row_is_left_out_and_no_other() -> None:
    assert list(table().without_blanks().numbers) == [2, 5]


def test_the_first_filled_cell_of_a_row_may_stand_in_any_column() -> None:
    assert list(table().first_filled()) == ["a", None, "b"]


@given(st.lists(raw_cells))
def test_a_column_comes_to_what_its_cells_come_to(cells: list[object]) -> None:
    found = NormalCells().column(cells)
    expected: list[Cell] = [normal(cell) for cell in cells]
    assert [(type(cell), cell) for cell in found] == [(type(cell), cell) for cell in expected]


