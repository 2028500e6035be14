"""A workbook that was made to fill the memory ends in a sentence, and nothing else is heard of it."""

import struct
import sys
from pathlib import Path

import pytest
from workbook.by_hand import MAIN, RELATIONS, cell, ods, row, text, xlsx_parts, zipped

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.workbook import guard, limited
from mentor_xl.workbook.chains import has_a_loop
from mentor_xl.workbook.files import FileGrid, open_grid
from mentor_xl.workbook.guard import check_before_reading

EXAMPLE = Path(__file__).parents[2] / "workbook_templates" / "example_caseload.xlsx"
HONEST = ods(row(text("Pupil ID")), row(text("004511")))
NEEDS_LIMITS = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")

END, FREE, TABLE, LIST = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFC


def compound(
    links: dict[int, int] | None = None, small: dict[int, int] | None = None, listed: tuple[int, ...] = ()
) -> bytes:
    """An .xls of 30 sectors: the table, the directory, that of the small ones, then lists of tables."""
    after = {0: TABLE, 1: END, 2: END, **dict.fromkeys(range(3, 3 + len(listed)), LIST), **(links or {})}
    sectors = [
        _sector(after),
        b"Workbook".decode().encode("utf-16-le").ljust(512, b"\0"),
        _sector(small or {}),
    ]
    sectors += [_sector({127: following}) for following in listed]
    lists = (3, len(listed)) if listed else (END, 0)
    header = struct.pack("<8s16x5H6x9L", guard._OLE, 62, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 2, 1, *lists)
    return b"".join([header, _sector({0: 0})[: 512 - len(header)], *sectors]).ljust(31 * 512, b"\0")


def _sector(numbers: dict[int, int]) -> bytes:
    return struct.pack("<128L", *(numbers.get(at, FREE) for at in range(128)))


LOOPS = {
    "a sector after itself": compound({1: 1}),
    "a long way round": compound({1: 20, 20: 25, 25: 7, 7: 20}),
    "small sectors": compound(small={0: 3, 3: 9, 9: 0}),
    "the small sectors' table": compound({2: 12, 12: 2}),
    "the list of tables": compound(listed=(3,)),
    "the list of tables, two sectors long": compound(listed=(4, 3)),
}


@pytest.mark.parametrize("data", LOOPS.values(), ids=LOOPS)
def test_a_chain_that_comes_back_to_itself_is_refused_before_it_is_followed(data: bytes) -> None:
    with pytest.raises(UnreadableWorkbook, match="round in circles"):
        check_before_reading(data, ".xls")


@pytest.mark.parametrize(
    "data",
    [
        compound({1: 20, 20: 25, 25: END, 7: 20}, small={0: 3, 3: END}),
        compound(listed=(4, END)),
        compound({1: 900}),
        compound()[:700],
        guard._OLE,
    ],
    ids=["two ways to one end", "a list", "beyond the file", "cut off", "a signature alone"],
)
def test_a_chain_that_ends_or_breaks_off_is_no_loop(data: bytes) -> None:
    assert not has_a_loop(data)


# -- read in a process of its own ----------------------------------------------------------------------


def test_a_fault_of_the_reader_is_not_heard(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableWorkbook, match="damaged"):
        FileGrid("caseload.xls", compound({1: 900}))
    assert capfd.readouterr() == ("", "")


def with_shared(rows: str, strings: str, said: str = "") -> bytes:
    parts = {name: str(part) for name, part in xlsx_parts(rows).items()}
    link = f'<Relationship Id="r8" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    ways = "xl/_rels/workbook.xml.rels"
    parts[ways] = parts[ways].replace("</Relationships>", f"{link}</Relationships>")
    return zipped({**parts, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" {said}>{strings}</sst>'})


def in_rows(cells: str, count: int) -> str:
    return "".join(f'<row r="{n}">{cells.format(n=n)}</row>' for n in range(1, count + 1))


LONG = "a" * 900_000
UNFOLDING = {
    "text that rows share": ods(row(text("Pupil ID")), row(text(LONG), repeated=1_900)),
    "text that cells share": ods(row(text(LONG, repeated=9_000))),
    "spaces": ods(row(text('<text:s text:c="2000000000"/>'))),
    "far apart": ods(
        row(text("a"), cell(repeated=16_000), text("b")), row(cell(), repeated=290), row(text("c"))
    ),
    "text of an .xlsx": with_shared(
        in_rows('<c r="A{n}" t="s"><v>0</v></c>', 900), f"<si><t>{LONG}</t></si>"
    ),
    "under a prefix": with_shared(
        in_rows("<c r='A{n}' t='s'><v >0</v ></c >", 900), f"<x:si xmlns:x='{MAIN}'><x:t>{LONG}</x:t></x:si >"
    ),
}


@NEEDS_LIMITS
@pytest.mark.parametrize("data", UNFOLDING.values(), ids=UNFOLDING)
def test_what_unfolds_ends_the_other_process_alone(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableWorkbook, match="more memory or time than any caseload"):
        FileGrid("caseload.xlsx", data)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_says_it_shares_more_texts_than_it_has_is_refused() -> None:
    data = with_shared(
        in_rows('<c r="A{n}" t="s"><v>0</v></c>', 2), "<si><t>x</t></si>", 'uniqueCount = "4000000000"'
    )
    with pytest.raises(UnreadableWorkbook, match="not put together"):
        FileGrid("caseload.xlsx", data)


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "_PATIENCE", 0.001)
    with pytest.raises(UnreadableWorkbook, match="more memory or time"):
        FileGrid("caseload.ods", HONEST)


def test_a_computer_that_starts_no_reader_is_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(UnreadableWorkbook, match=r"lets no reader of such files start.*save it as \.xlsx"):
        FileGrid("caseload.ods", HONEST)


def test_what_is_read_apart_is_what_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = open_grid(EXAMPLE)
    monkeypatch.setattr(guard, "LARGEST_TEXT", -1)
    apart = open_grid(EXAMPLE)
    assert type(apart._sheets) is limited.LimitedBook
    assert apart.sheet_names() == here.sheet_names()
    for sheet in here.sheet_names():
        assert list(apart.rows(sheet)) == list(here.rows(sheet))
