"""One contract for every Grid: a table in Markdown and each kind of file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Convert

from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.files import FileGrid, open_grid
from mentor_xl.workbook.grid import Grid, MarkdownGrid
from mentor_xl.workbook.live import LiveGrid

A_CASELOAD = """
# Pupils
| Caseload 2026/27 (kept by KS) | | | | | |
| | | | | | |
| Adm No | Legal surname | D.O.B. | Yr | Attendance % | On roll |
| '004511 | O’Neill | 2014-02-11 | 8 | 88.4 | TRUE |
| '004512 | Nguyễn & <Sons> | '14/03/2013 | -2 | 0 | FALSE |
| | | | | | |
| '004520\u00a0 | | 41275 | #N/A | 100 | |
# Empty
# old 2025
| | | | | | |
| | | '- | 2026-09-01 | | #DIV/0! |
# Café & "Co"
| '#N/A | '=1+1 | 12.5 | 1000000 | | '2026-09-14 |
"""


def written(source: MarkdownGrid, path: Path) -> Path:
    """The same cells as an .xlsx, with what is text kept as text."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in source.sheet_names():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("old") else "visible"
        for number, cells in source.rows(name):
            for column, value in enumerate(cells, 1):
                cell = sheet.cell(number, column)
                cell.value = str(value) if isinstance(value, CellError) else value
                if isinstance(value, str):
                    cell.data_type = "s"
    book.save(path)
    return path


def a_grid(kind: str, folder: Path, convert: Callable[[], Convert]) -> Grid:
    source = MarkdownGrid(A_CASELOAD)
    if kind == "markdown":
        return source
    if kind in ("xlsx", "xlsm"):
        return open_grid(written(source, folder / f"caseload.{kind}"))
    return open_grid(convert()(written(source, folder / "caseload.xlsx"), kind))


@pytest.fixture(
    scope="module",
    params=[
        "markdown",
        "xlsx",
        "xlsm",
        pytest.param("xls", marks=pytest.mark.libreoffice),
        pytest.param("ods", marks=pytest.mark.libreoffice),
        pytest.param("open in Excel", marks=pytest.mark.libreoffice),
    ],
)
def grid(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Grid:
    folder = tmp_path_factory.mktemp(request.param.replace(" ", "_"))
    if request.param == "open in Excel":
        path = written(MarkdownGrid(A_CASELOAD), folder / "caseload.xlsx")
        return LiveGrid(request.getfixturevalue("excel").books.open(path))
    return a_grid(request.param, folder, lambda: request.getfixturevalue("soffice"))


def filled(rows: Iterator[tuple[int, Any]]) -> dict[int, list[tuple[type, Cell]]]:
    """Row number to cells with their types, without blank rows and the blank cells at a row's end."""
    found = {}
    for number, cells in rows:
        kept = list(cells)
        while kept and kept[-1] is None:
            kept.pop()
        if kept:
            found[number] = [(type(cell), cell) for cell in kept]
    return found


def test_is_a_grid(grid: Grid) -> None:
    assert isinstance(grid, Grid)


def test_names_every_sheet_in_order_the_hidden_one_too(grid: Grid) -> None:
    assert grid.sheet_names() == ("Pupils", "Empty", "old 2025", 'Café & "Co"')


@pytest.mark.parametrize("sheet", ["Pupils", "old 2025", 'Café & "Co"'])
def test_gives_each_cell_in_normal_form_from_column_a_with_the_row_number_excel_shows(
    grid: Grid, sheet: str
) -> None:
    expected = filled(MarkdownGrid(A_CASELOAD).rows(sheet))
    if not grid.shows_errors():
        blank = [
            (number, [None if kind is CellError else cell for kind, cell in row])
            for number, row in expected.items()
        ]
        expected = filled(iter(blank))
    assert filled(grid.rows(sheet)) == expected


def test_an_empty_sheet_has_no_rows(grid: Grid) -> None:
    assert list(grid.rows("Empty")) == []


def test_rows_can_be_asked_for_again(grid: Grid) -> None:
    assert filled(grid.rows("Pupils")) == filled(grid.rows("Pupils"))


def test_a_sheet_that_is_not_there_is_a_key_error_at_once(grid: Grid) -> None:
    with pytest.raises(KeyError):
        grid.rows("Contacts")


def test_only_xls_hides_its_errors(grid: Grid) -> None:
    is_xls = isinstance(grid, FileGrid) and grid.suffix == ".xls"
    assert grid.shows_errors() is not is_xls
