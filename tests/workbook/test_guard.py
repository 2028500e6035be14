"""What is no workbook, or was built to do harm, is refused in a sentence before a reader sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from workbook.by_hand import cell, claiming, ods, ods_parts, row, table, text, xlsx, xlsx_parts, zipped

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.workbook.files import FileGrid
from mentor_xl.workbook.guard import LARGEST_FILE, MOST_PARTS, PasswordNeeded, check_before_reading
from mentor_xl.workbook.used_area import (
    DEEPEST,
    MOST_CELLS,
    MOST_ROWS,
    MOST_ROWS_ALIKE,
    check_sheet,
    check_tables,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
SHEET = "xl/worksheets/sheet1.xml"
ONE_CELL = '<row r="1"><c r="A1"><v>7</v></c></row>'
HONEST = xlsx(ONE_CELL)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def refusal(data: bytes, suffix: str = ".xlsx") -> str:
    with pytest.raises(UnreadableWorkbook) as told:
        check_before_reading(data, suffix)
    return str(told.value)


@pytest.mark.parametrize(
    ("data", "suffix", "words"),
    [
        (b"", ".xlsx", "empty"),
        (b"Pupil ID,Legal surname\r\n004511,Adeyemi\r\n", ".xlsx", "plain text, perhaps a .csv"),
        ("Pupil ID\tSurname".encode("utf-16"), ".xls", "plain text"),
        (b"\xef\xbb\xbf\r\n<html><body><table><tr><td>004511</td></tr></table>", ".xls", "web page"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', ".xls", "XML"),
        (b"%PDF-1.7 \0", ".xlsx", "PDF"),
        (b"\x89PNG\0\0", ".xlsx", "not a workbook"),
        (zipped({"word/document.xml": "<w/>"}), ".xlsx", "a Word document"),
        (zipped({"ppt/presentation.xml": "<p/>"}), ".xlsx", "a PowerPoint presentation"),
        (zipped({"xl/workbook.bin": b"\0"}), ".xlsx", "binary workbook"),
        (zipped({"Index/Document.iwa": b"\0"}), ".xlsx", "a Numbers document"),
        (zipped({"caseload.xlsx": HONEST}), ".xlsx", "not a workbook, though it has the name"),
        (stream("WordDocument"), ".xls", "a Word document"),
        (stream("Contents"), ".xls", "not a workbook but something else"),
    ],
)
def test_what_is_no_workbook_is_called_what_it_is(data: bytes, suffix: str, words: str) -> None:
    assert words in refusal(data, suffix)


@pytest.mark.parametrize(
    "data",
    [
        stream("EncryptedPackage"),
        zipped({**ods_parts(), "META-INF/manifest.xml": "<m><e><manifest:encryption-data/></e></m>"}),
        zipped({"mimetype": "x", "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}),
    ],
)
def test_an_encrypted_workbook_asks_for_its_password(data: bytes) -> None:
    with pytest.raises(PasswordNeeded, match="password"):
        check_before_reading(data, ".xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK" + bytes(LARGEST_FILE), "50 MB"),
        (zipped({**xlsx_parts(ONE_CELL), **{f"{n}.bin": b"" for n in range(MOST_PARTS)}}), "unpack to more"),
        (claiming(HONEST, SHEET, size=500_000_001), "unpack to more"),
        (claiming(HONEST, SHEET, size=200_000_001, packed=2_000_000), "no sheet has"),
        (claiming(HONEST, SHEET, size=10_000_001, packed=50_000), "no sheet has"),
        (zipped({**xlsx_parts(ONE_CELL), "xl/Workbook.xml": "<w/>"}), "not put together"),
        (zipped({**xlsx_parts(ONE_CELL), "/xl/extra.xml": "<x/>"}), "not put together"),
        (zipped({**xlsx_parts(ONE_CELL), "C:\\extra.xml": "<x/>"}), "not put together"),
        (zipped({**xlsx_parts(ONE_CELL), "xl/../../extra.xml": "<x/>"}), "not put together"),
        (claiming(HONEST, SHEET, offset=0), "not put together"),
        (claiming(HONEST, SHEET, method=12), "damaged"),
        (claiming(HONEST, SHEET, crc=1), "damaged"),
        (claiming(HONEST, SHEET, size=20), "damaged"),
        (HONEST[: len(HONEST) // 2], "damaged"),
        (b"PK\x03\x04 and nothing else", "damaged"),
    ],
    ids=[
        "too large",
        "too many parts",
        "sum",
        "one part",
        "ratio",
        "same name twice",
        "absolute",
        "drive",
        "up and out",
        "overlap",
        "unknown method",
        "wrong sum",
        "says less than it holds",
        "cut off",
        "only a name",
    ],
)
def test_a_zip_that_could_do_harm_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "docProps/app.xml", "customXml/item1.xml", "_rels/x.rels"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_dtd_is_refused_in_any_part_and_encoding(part: str, encoding: str) -> None:
    laughs = '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "DTD" in refusal(zipped({**xlsx_parts(ONE_CELL), part: laughs.encode(encoding)}))


def test_a_picture_with_a_dtd_is_never_looked_at() -> None:
    picture = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>'
    assert check_before_reading(zipped({**xlsx_parts(ONE_CELL), "xl/media/logo.svg": picture}), ".xlsx")


FAR = "<v>7</v></c></row>"


@pytest.mark.parametrize(
    "rows",
    [
        ONE_CELL + '<row r="1048576"><c r="XFD1048576">' + FAR,
        '<row r="1"><c r="A1"><v>7</v></c><c r="XFD1048576">' + FAR,
        ONE_CELL + "<row r='1048576'><c r='XFD1048576'>" + FAR,
        ONE_CELL + '<row\tr = "1048576"><c\nr = "XFD1048576">' + FAR,
        ONE_CELL + '<row r="1048576"><c s="1" r="XFD1048576">' + FAR,
        ONE_CELL + '<row r="1048576"><c r="xfd1048576">' + FAR,
        ONE_CELL + '<row r="1048576"><c t="n" x=">" r="XFD1048576">' + FAR,
        ONE_CELL + '<row r="1048575"/><row><c r="A1048576"/>' + "<c/>" * 9 + "<c>" + FAR,
        ONE_CELL + '<x:row xmlns:x="main" r="1048576"><x:c r="XFD1048576"><x:v>7</x:v></x:c></x:row>',
        ONE_CELL + '<row r="1"><c r="XFE1">' + FAR,
        ONE_CELL + '<row r="1"><c r="ZZZZZZZZ1">' + FAR,
        ONE_CELL + '<row r="1048577"><c>' + FAR,
        ONE_CELL + '<row r="1"><c r="ALM5000">' + FAR,
        ONE_CELL + '<row r="90000"><c r="BD90000"><is><t>far</t></is></c></row>',
        "".join(f'<row r="{n}"><c r="A{n}"><v>7</v></c></row>' for n in range(1, MOST_ROWS + 2)),
    ],
)
def test_a_cell_too_far_away_is_found_however_it_is_written(rows: str) -> None:
    dimension = '<dimension ref="A1:B2"/>'
    sheet = f'<worksheet xmlns="main">{dimension}<sheetData>{rows}</sheetData></worksheet>'
    assert "row" in refusal(zipped({**xlsx_parts(""), SHEET: sheet}))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1" r="XFD1048576">' + FAR,
        '<row r="1"><c r="1A">' + FAR,
        '<row r="1"><c r="A0">' + FAR,
        '<row r="999999999"><c>' + FAR,
        '<row r="99999"><c r="A99999">' + "<a>" * DEEPEST + "</a>" * DEEPEST + FAR,
        '<row r="1"><!-- </sheetData> --><c x="</sheetData>" r="XFD1048576">' + FAR,
    ],
)
def test_a_sheet_that_no_program_writes_is_damaged(rows: str) -> None:
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        FileGrid("caseload.xlsx", xlsx(rows)).rows("Pupils")


FORMATTED = '<row r="1048576"><c r="XFD1048576" s="4"/></row>'
LIKE_A_CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>fig:c  &lt;c r="ZZZ9"</t></is></c></row>'


@pytest.mark.parametrize(
    "inside",
    [
        f'<dimension ref="A1:XFD1048576"/><sheetData>{ONE_CELL}</sheetData>',
        f"<sheetData>{ONE_CELL}{FORMATTED}</sheetData>",
        f"<sheetData>{LIKE_A_CELL}</sheetData>",
        f'<sheetData>{ONE_CELL}</sheetData><xdr:row xmlns:xdr="d">9999999</xdr:row>',
    ],
    ids=["a dimension that lies", "a format in the last cell", "text like a cell", "a button's anchor"],
)
def test_an_honest_sheet_is_read_whatever_it_looks_like(inside: str) -> None:
    sheet = f"<worksheet>{inside}</worksheet>"
    grid = FileGrid("caseload.xlsx", zipped({**xlsx_parts(""), SHEET: sheet}))
    assert len(list(grid.rows("Pupils"))) == 1


corners = st.tuples(st.integers(1, 1_048_576), st.integers(1, 16_384))
near_corners = st.tuples(st.integers(1, 9_000), st.integers(1, 800))


@given(
    corners=st.lists(st.one_of(corners, near_corners), min_size=1, max_size=3), quote=st.sampled_from("'\"")
)
def test_a_sheet_is_refused_exactly_when_its_rectangle_is_too_large(
    corners: list[tuple[int, int]], quote: str
) -> None:
    cells = (
        f"<c r={quote}{get_column_letter(column)}{number}{quote}><v>1</v></c>" for number, column in corners
    )
    rows, columns = zip(*corners, strict=True)
    area = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
    sheet = f'<worksheet><sheetData><row r="1">{"".join(cells)}</row></sheetData></worksheet>'.encode()
    if area > MOST_CELLS:
        with pytest.raises(UnreadableWorkbook, match="filled as far as row"):
            check_sheet(sheet)
    else:
        check_sheet(sheet)


ONE = row(text("x"))
UNDER = text("x").replace("table-", "covered-table-")
SHORT = '<table:table-row><table:table-cell office:value=""/></table:table-row>'


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ([table("Pupils", row(text("x"), repeated=1_048_576), row(text("x")))], "row 1048576"),
        ([table("Pupils", row(text("x", repeated=16_384), repeated=400))], "row 400, column 16384"),
        ([table("Pupils", row(cell(repeated=16_000), text("x"), repeated=400))], "row 400, column 16001"),
        (
            [table("Pupils", row(text("x")), row(cell(), repeated=1_048_000), row(text("x", repeated=9)))],
            "row 1048002",
        ),
        ([table("Pupils", row(text("x", repeated=99_999)))], "column 99999"),
        (
            [
                table(f"Sheet {n}", ONE, row(cell(), repeated=299_998), row(*[text("x")] * 10))
                for n in range(2)
            ],
            "6000000 cells",
        ),
        ([table("Pupils", ONE, row(text("x"), repeated=MOST_ROWS_ALIKE + 2))], "row 2003, column 1"),
        ([table("Pupils", *[row(text("x"), repeated=99)] * 200)], "row 2079, column 1"),
        ([table(f"Sheet {n}", row(text("x"), repeated=999)) for n in range(99)], "row 999, column 1"),
        ([table("Pupils", *[row(text("x", repeated=16_000))] * 40)], "column 16000"),
        (
            [table("Pupils", row(text("x"), text("x").replace("table-", "covered-table-"), repeated=2_099))],
            "row 2099",
        ),
        ([table("Pupils", *[SHORT] * (MOST_ROWS + 1))], f"row {MOST_ROWS + 1}"),
        ([table("Pupils", row(cell("", "<a>" * DEEPEST + "</a>" * DEEPEST)))], "damaged"),
        (["<table:table-cell>" * DEEPEST + "</table:table-cell>" * DEEPEST], "damaged"),
        ([table("Pupils", row(text("x"), repeated=-5))], "damaged"),
        (["<table:table>"], "damaged"),
    ],
    ids=[
        "rows",
        "both",
        "after a gap",
        "after blank rows",
        "columns",
        "sheets together",
        "filled rows",
        "a little, and often",
        "a little on many sheets",
        "filled cells",
        "under a merged cell",
        "rows that are all there",
        "one inside the other",
        "cell inside cell",
        "less than none",
        "cut",
    ],
)
def test_an_ods_that_repeats_without_end_is_refused(tables: list[str], words: str) -> None:
    assert words in refusal(zipped(ods_parts(*tables)), ".ods")


def test_an_ods_of_nothing_but_tags_is_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mentor_xl.workbook.used_area.MOST_TAGS", 9)
    with pytest.raises(UnreadableWorkbook, match="more cells"):
        check_tables(b"<a><b/><c/><d/><e/><f/><g/><h/><i/></a>")


def test_rows_that_a_school_has_alike_are_read() -> None:
    rows = [row(text("x"), text("No", repeated=30), repeated=999), row(cell(), text("merged"), repeated=5)]
    assert len(list(FileGrid("caseload.ods", ods(*rows)).rows("Pupils"))) == 1_004


def test_an_ods_whose_blank_rows_go_on_to_the_end_of_the_sheet_is_honest() -> None:
    rows = [
        row(text("x"), cell(repeated=16_383)),
        row(cell('table:style-name="ce1"', repeated=16_384), repeated=1_048_575),
    ]
    assert list(FileGrid("caseload.ods", ods(*rows)).rows("Pupils")) == [(1, ["x"])]


@pytest.mark.parametrize("name", ["Workbook", "WORKBOOK", "Book"])
def test_an_xls_is_known_by_the_stream_inside_it(name: str) -> None:
    assert not check_before_reading(stream(name), ".xls")


def test_every_refusal_is_for_a_person() -> None:
    told = [refusal(data) for data in (b"", b"a,b", HONEST[:50], stream("x"), zipped({"a.txt": "b"}))]
    assert all(sentence.endswith(".") and "\n" not in sentence and len(sentence) < 200 for sentence in told)
