"""A table whose grid docxtpl would mend is found, and one that it would leave alone is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word.drafts import canonical

from mentor_xl.word.grids import grids_are_right
from mentor_xl.word.through_docxtpl import with_table_grids

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

cells = st.lists(st.integers(1, 3), max_size=4)
"""How many columns each cell of a row spans."""


def row(spans: list[int], inside: str = "") -> str:
    made = "".join(
        "<w:tc><w:p/></w:tc>"
        if span == 1
        else f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p/></w:tc>'
        for span in spans
    )
    return f'<w:tr w:rsidR="1">{made}<w:tc>{inside}<w:p/></w:tc></w:tr>'


def table(columns: int, rows: list[list[int]], inside: str = "") -> str:
    grid = '<w:gridCol w:w="900"/>' * columns
    made = "".join(row(each, inside) for each in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


tables = st.builds(table, st.integers(1, 6), st.lists(cells, min_size=1, max_size=3))
nested = st.builds(table, st.integers(1, 6), st.lists(cells, min_size=1, max_size=2), tables)


@given(st.lists(st.one_of(tables, nested), max_size=3))
def test_the_grids_are_right_exactly_where_docxtpl_changes_nothing(made: list[str]) -> None:
    xml = f"<w:document {W}><w:body>{''.join(made)}</w:body></w:document>".encode()
    assert grids_are_right(xml) is (canonical(with_table_grids(xml)) == canonical(xml))


@pytest.mark.parametrize(
    "xml",
    [
        '<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:gridSpan w:val="x"/></w:tc></w:tr></w:tbl>',
        "<w:tc></w:tc>",
    ],
)
def test_what_cannot_be_told_is_not_called_right(xml: str) -> None:
    assert not grids_are_right(xml.encode())


def test_a_table_without_a_grid_has_nothing_to_mend() -> None:
    assert grids_are_right(b"<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")


def test_the_mended_part_is_whole() -> None:
    xml = f"<w:document {W}><w:body>{table(1, [[1, 1]])}</w:body></w:document>".encode()
    assert len(etree.fromstring(with_table_grids(xml)).findall(".//{*}gridCol")) == 3


def test_beside_a_table_without_a_grid_the_others_stay_as_they_are() -> None:
    without = f"<w:tbl>{row([1])}</w:tbl>"
    xml = f"<w:document {W}><w:body>{without}{table(1, [[1, 1]])}</w:body></w:document>".encode()
    assert not grids_are_right(xml)
    assert with_table_grids(xml) == xml
