"""Addresses: many cells in few words, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.live.addresses import LAST_COLUMN, LAST_ROW, Area, addresses_of, areas_of
from mentor_xl.live.own_sheets import hyperlink, to_cell

CELLS = st.sets(st.tuples(st.integers(1, 2000), st.integers(1, 800)), max_size=200)


@given(CELLS)
def test_addresses_name_exactly_the_cells_and_none_is_longer_than_excel_takes(
    cells: set[tuple[int, int]],
) -> None:
    found: list[tuple[int, int]] = []
    for address in addresses_of(cells):
        assert len(address) <= 255
        for area in areas_of(address):
            found += [(row, area.left) for row in range(area.top, area.bottom + 1)]
            assert area.left == area.right
    assert sorted(found) == sorted(cells)


@pytest.mark.parametrize(
    ("address", "areas"),
    [
        ("$A$2", [Area(2, 1, 2, 1)]),
        ("$A$2:$C$9", [Area(2, 1, 9, 3)]),
        ("$4:$6", [Area(4, 1, 6, LAST_COLUMN)]),
        ("$B:$B", [Area(1, 2, LAST_ROW, 2)]),
        ("$A$2,$A$5:$A$7", [Area(2, 1, 2, 1), Area(5, 1, 7, 1)]),
        ("AB12", [Area(12, 28, 12, 28)]),
    ],
)
def test_what_a_person_selected(address: str, areas: list[Area]) -> None:
    assert list(areas_of(address)) == areas


@pytest.mark.parametrize(
    ("sheet", "shown", "formula"),
    [
        ("Pupils", "S8", "=HYPERLINK(\"#'Pupils'!S8\",\"S8\")"),
        ("Ann's", "S8", "=HYPERLINK(\"#'Ann''s'!S8\",\"S8\")"),
        ('Co "x"', '"', "=HYPERLINK(\"#'Co \"\"x\"\"'!S8\",\"\"\"\")"),
        ("x" * 300, "S8", '="S8"'),
    ],
)
def test_a_link_is_a_formula_of_our_own_whatever_the_sheet_is_called(
    sheet: str, shown: str, formula: str
) -> None:
    assert hyperlink(to_cell(sheet, "S8"), shown) == formula


def test_where_there_is_nothing_to_show_there_is_no_formula() -> None:
    assert hyperlink("#'Pupils'!S8", None) == ""
