"""What a workbook file shows beyond the contract of a Grid, and how it says that it cannot be read."""

import datetime as dt
import hashlib
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import Convert
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workbook.by_hand import (
    MAIN,
    RELATIONS,
    STRICT_MAIN,
    STRICT_RELATIONS,
    cell,
    ods,
    row,
    text,
    xlsx,
    xlsx_parts,
    zipped,
)
from workbook.test_grids import A_CASELOAD, filled, written

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.files import FileGrid, open_grid
from mentor_xl.workbook.grid import MarkdownGrid, normal
from mentor_xl.workbook.guard import PasswordNeeded
from mentor_xl.workbook.written_dates import read_date


@pytest.fixture
def caseload(tmp_path: Path) -> Path:
    return written(MarkdownGrid(A_CASELOAD), tmp_path / "Caseload.XLSX")


def pupils(data: bytes, name: str = "caseload.xlsx") -> dict[int, list[Cell]]:
    return {number: list(cells) for number, cells in FileGrid(name, data).rows("Pupils")}


def test_reading_leaves_the_file_as_it_was_and_says_which_bytes_were_read(caseload: Path) -> None:
    data, changed_at = caseload.read_bytes(), caseload.stat().st_mtime_ns
    grid = open_grid(caseload)
    assert [list(grid.rows(sheet)) for sheet in grid.sheet_names()]
    assert (caseload.read_bytes(), caseload.stat().st_mtime_ns) == (data, changed_at)
    assert grid.sha256 == hashlib.sha256(data).hexdigest()
    assert (grid.name, grid.suffix) == ("Caseload.XLSX", ".xlsx")


def test_the_file_is_not_needed_once_it_is_open(caseload: Path) -> None:
    grid = open_grid(caseload)
    caseload.unlink()
    assert [number for number, _ in grid.rows("Pupils")] == [1, 3, 4, 5, 7]


def test_importing_the_module_does_not_import_a_reader() -> None:
    asked = "import sys, mentor_xl.workbook.files; print({'python_calamine', 'openpyxl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (dt.datetime.fromisoformat("2026-09-14T00:00"), "dd/mm/yyyy hh:mm", dt.date(2026, 9, 14)),
        (46279.395833333336, "dd/mm/yyyy hh:mm", dt.datetime.fromisoformat("2026-09-14T09:30")),
        (dt.time(9, 30), "hh:mm", dt.time(9, 30)),
        (dt.timedelta(hours=36), "[h]:mm", dt.timedelta(hours=36)),
        (41275, "General", 41275),
        (41275, "dd/mm/yyyy", dt.date(2013, 1, 1)),
        (0.5, "0%", 0.5),
    ],
)
def test_a_number_is_what_its_format_says(
    tmp_path: Path, value: float | dt.datetime, number_format: str, expected: Cell
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = value
    book.worksheets[0]["A1"].number_format = number_format
    book.save(tmp_path / "one.xlsx")
    [(_, cells)] = open_grid(tmp_path / "one.xlsx").rows("Sheet")
    assert (type(cells[0]), cells[0]) == (type(expected), expected)


def test_a_chart_sheet_is_named_and_has_no_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("Chart")
    book.save(tmp_path / "chart.xlsx")
    grid = open_grid(tmp_path / "chart.xlsx")
    assert (grid.sheet_names(), list(grid.rows("Chart"))) == (("Sheet", "Chart"), [])


def test_a_lone_cell_in_the_last_corner_is_read() -> None:
    found = pupils(xlsx('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'))
    assert [(number, len(cells), cells[-1]) for number, cells in found.items()] == [(1_048_576, 16_384, 7)]


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_folders_inside_a_workbook_may_be_written_either_way(separator: str) -> None:
    parts = xlsx_parts('<row r="1"><c r="A1"><v>7</v></c></row>')
    assert pupils(zipped({name.replace("/", separator): part for name, part in parts.items()})) == {1: [7]}


typed_text = st.text(st.sampled_from("abé’ễ 0-/&<>\"';,=#😀\n"), max_size=6)
typed_cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.integers(-(10**6), 10**6).map(lambda number: number / 64),
    st.dates(dt.date(1901, 1, 1), dt.date(2100, 1, 1)),
    typed_text,
)


@given(rows=st.lists(st.lists(typed_cells, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_typed_is_what_is_read(tmp_path: Path, rows: list[list[Any]]) -> None:
    book = openpyxl.Workbook()
    for number, cells in enumerate(rows, 1):
        for column, value in enumerate(cells, 1):
            book.worksheets[0].cell(number, column).value = value
            if isinstance(value, str):
                book.worksheets[0].cell(number, column).data_type = "s"
    book.save(tmp_path / "typed.xlsx")
    typed = [(number, [normal(value) for value in cells]) for number, cells in enumerate(rows, 1)]
    assert filled(open_grid(tmp_path / "typed.xlsx").rows("Sheet")) == filled(iter(typed))


# Error cells, wherever they stand


@pytest.mark.parametrize("target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize(("main", "relations"), [(MAIN, RELATIONS), (STRICT_MAIN, STRICT_RELATIONS)])
def test_an_error_is_found_by_any_path_and_in_strict_files(target: str, main: str, relations: str) -> None:
    rows = '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><v>7</v></c></row>'
    parts = xlsx_parts(rows, target=target, main=main, relations=relations)
    assert pupils(zipped(parts)) == {2: [None, CellError("#DIV/0!"), 7]}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row><c/><c t="e"><v>#N/A</v></c></row>', {1: [None, CellError("#N/A")]}),
        ('<row><c><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row>', {1: [1], 2: [CellError("#N/A")]}),
        ('<row r="4"><c r="A4" t="e" vm="1"><f>B1&gt;2</f><v>#REF!</v></c></row>', {4: [CellError("#REF!")]}),
        ('<row r="1"><c r="A1" t="e"><v>#GETTING_DATA</v></c></row>', {1: [CellError("#GETTING_DATA")]}),
        (
            '<row><c r="A1" t="e"/><c r="B1"><v>2</v></c><c r="C1" t="e"></c><c r="D1"><v>4</v></c></row>',
            {1: [None, 2, None, 4]},
        ),
        (
            '<row r="1"><c r="A1" t="str"><v>#N/A</v></c><c r="B1" t="e"><v>#N/A</v></c></row>',
            {1: ["#N/A", CellError("#N/A")]},
        ),
    ],
    ids=[
        "no references",
        "no row numbers",
        "a formula's",
        "unknown to calamine",
        "no value",
        "beside its text",
    ],
)
def test_an_error_is_found_however_its_cell_is_written(rows: str, expected: dict[int, list[Cell]]) -> None:
    assert filled(iter(pupils(xlsx(rows)).items())) == filled(iter(expected.items()))


def test_an_error_is_found_under_a_namespace_prefix() -> None:
    rows = '<x:row r="1"><x:c r="A1" t="e"><x:v>#NAME?</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>'
    assert pupils(zipped(xlsx_parts(rows, prefix="x"))) == {1: [CellError("#NAME?"), 2]}


AN_ERROR = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
A_FLOAT = 'office:value-type="float" office:value="{}" calcext:value-type="float"'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            row(cell(), repeated=3)
            + row(
                cell(repeated=2),
                cell(
                    AN_ERROR,
                    "<office:annotation><text:p>why</text:p></office:annotation><text:p>#N/A</text:p>",
                ),
            ),
            {4: [None, None, CellError("#N/A")]},
        ),
        (
            row(cell(AN_ERROR, "<text:p>Err:502</text:p>", repeated=2), repeated=2),
            {1: [CellError("Err:502")] * 2, 2: [CellError("Err:502")] * 2},
        ),
        (
            row(cell('office:value-type="error"', "<text:p>#REF!</text:p>"), cell(A_FLOAT.format(5))),
            {1: [CellError("#REF!"), 5]},
        ),
        (
            row(
                cell('office:value-type="boolean" office:boolean-value="true"', "<text:p>TRUE</text:p>"),
                cell('table:formula="of:=FALSE()" ' + A_FLOAT.format(0), "<text:p>FALSE</text:p>"),
                cell(A_FLOAT.format(1), "<text:p>1</text:p>"),
            ),
            {1: [True, False, 1]},
        ),
        (row(text("a<text:tab/>b<text:line-break/>c</text:p><text:p>d")), {1: ["a\tb\nc\nd"]}),
        (
            row(
                cell(
                    'office:value-type="date" office:date-value="2026-09-14T00:00:00"',
                    "<text:p>14/09/26</text:p>",
                )
            ),
            {1: [dt.date(2026, 9, 14)]},
        ),
    ],
    ids=["under a comment", "repeated", "office:value-type", "booleans", "tabs and breaks", "midnight"],
)
def test_an_ods_shows_what_stands_in_it(rows: str, expected: dict[int, list[Cell]]) -> None:
    found = pupils(ods(rows), "caseload.ods")
    assert filled(iter(found.items())) == filled(iter(expected.items()))


# Numbers that no day has, under the format of a day: each is told at its cell, and the sheet is read

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="46" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
NO_DAYS = ("1e308", "-1.5E+308", "Infinity", "-INF", "NaN", "99999999999", "-4294967296.5", "1E10")


@pytest.mark.parametrize("number", [*NO_DAYS, "-5", "0", "2958466"])
@pytest.mark.parametrize("form", ['s="1"', 's="2"', 't="n" s="2" cm="1"', ""])
def test_a_number_that_no_day_has_is_no_damage(number: str, form: str) -> None:
    bad = f'<c r="A2" {form}><f>B2*2</f><v>{number}</v></c>'
    rows = f'<row r="1"><c r="A1"><v>7</v></c></row><row r="2">{bad}<c r="B2" s="1"><v>46279</v></c></row>'
    parts = xlsx_parts(rows)
    link = f'<Relationship Id="r9" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    ways = str(parts["xl/_rels/workbook.xml.rels"]).replace("</Relationships>", link)
    read = pupils(zipped({**parts, "xl/_rels/workbook.xml.rels": ways, "xl/styles.xml": STYLES}))
    assert read[2][1] == dt.date(2026, 9, 14)
    if number in NO_DAYS:
        assert (read_date(read[2][0]).value, read_date(read[2][0]).code) == (None, "not-a-date")


@pytest.mark.parametrize(
    "inside",
    [
        'office:value-type="float" office:value="1e308"',
        'office:value-type="float" office:value="Infinity"',
        'office:value-type="date" office:date-value="99999-99-99T99:99"',
        'office:value-type="time" office:time-value="PT99999999999999H"',
    ],
)
def test_so_it_is_in_an_ods(inside: str) -> None:
    [(_, cells)] = FileGrid("caseload.ods", ods(row(cell(inside), text("x")))).rows("Pupils")
    assert (read_date(cells[0]).code, cells[1]) == ("not-a-date", "x")


@pytest.mark.parametrize(
    "data",
    [
        xlsx('<row r="1"><c r="A1" t="e">' + ' t="e">' * 300_000 + "</c></row>"),
        xlsx('<row r="1"><c r="A1" t="e">' + ' t="e"' * 300_000 + "</c></row>"),
        xlsx('<row r="1"><c' + ' s="1"' * 300_000 + "><v>1e99</v></c></row>"),
        ods(row("<table:table-cell " + " ".join(f'x{n}:value-type="error"' for n in range(100_000)) + "/>")),
        ods(row(cell('office:value-type="error"', "<office:annotation/>" * 200_000))),
    ],
    ids=["error cells", "half of them", "formats", "kinds of value", "comments"],
)
def test_what_is_mended_is_looked_for_once(data: bytes) -> None:
    """It would take hours if each of them were looked for in all that follows."""
    with suppress(UnreadableWorkbook):
        list(FileGrid("caseload.xlsx", data).rows("Pupils"))


# What cannot be read


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere.xlsx", "no such file"),
        ("folder.xlsx", "folder"),
        ("pupils.csv", "Save it as .xlsx"),
        ("pupils.docx", "Only .xlsx, .xlsm, .xls and .ods"),
        ("pupils", "Only .xlsx, .xlsm, .xls and .ods"),
        ("~$caseload.xlsx", "note that Excel keeps"),
        ("empty.xlsx", "empty"),
    ],
)
def test_what_cannot_be_opened_is_told_in_words(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    for made in ("pupils.csv", "pupils.docx", "pupils", "~$caseload.xlsx"):
        (tmp_path / made).write_text("Pupil ID")
    (tmp_path / "empty.xlsx").touch()
    with pytest.raises(UnreadableWorkbook, match=words) as told:
        open_grid(tmp_path / name)
    assert name not in str(told.value)


@pytest.mark.parametrize(
    ("fault", "words"),
    [(PermissionError("Tolu.xlsx"), "Close it in Excel"), (OSError("Tolu.xlsx"), "drive")],
)
def test_a_file_that_will_not_open_is_told_in_words(
    caseload: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError, words: str
) -> None:
    def refuse(_: Path) -> bytes:
        raise fault

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableWorkbook, match=words) as told:
        open_grid(caseload)
    assert "Tolu" not in str(told.value)


def test_a_sheet_that_is_not_in_the_file_is_damage() -> None:
    grid = FileGrid("caseload.xlsx", zipped(xlsx_parts("", target="worksheets/sheet9.xml")))
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        grid.rows("Pupils")


def test_a_workbook_without_its_list_of_sheets_is_damage() -> None:
    parts = xlsx_parts("")
    del parts["xl/_rels/workbook.xml.rels"]
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        FileGrid("caseload.xlsx", zipped(parts))


@pytest.mark.libreoffice
def test_an_xls_that_needs_a_password_says_so(caseload: Path, soffice: Convert) -> None:
    data = bytearray(soffice(caseload, "xls").read_bytes())
    second_record = data.index(b"\x09\x08\x10\x00") + 20
    data[second_record : second_record + 2] = b"\x2f\x00"  # FilePass: what follows is encrypted
    with pytest.raises(PasswordNeeded):
        FileGrid("caseload.xls", bytes(data))


@pytest.mark.libreoffice
def test_an_xls_under_the_name_of_an_xlsx_is_read_and_hides_its_errors(
    caseload: Path, soffice: Convert
) -> None:
    grid = FileGrid("caseload.xlsx", soffice(caseload, "xls").read_bytes())
    assert (len(list(grid.rows("Pupils"))), grid.shows_errors()) == (5, False)
