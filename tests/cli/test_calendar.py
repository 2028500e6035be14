"""Does ``calendar`` show the year as it is, count its days, and say what is wrong with it?"""

from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, answered, in_a_process, on_book
from cli.small_school import WHOLE, saved

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]


def _page(book: Path, capsys: Say, *more: str) -> tuple[int, str]:
    code = run(on_book(("calendar",), book, *more))
    return code, capsys.readouterr().out


def _with(tmp_path: Path, *rows: str) -> Path:
    added = "".join(f"| {row} |\n" for row in rows)
    return saved(tmp_path / "with.xlsx", WHOLE.replace("\n# Staff", f"{added}\n# Staff"))


def test_a_month_is_a_row_of_weeks(tmp_path: Path, capsys: Say) -> None:
    inset, closure = "2026-11-27 | | INSET day | Training", "2026-11-12 | 2026-11-13 | Closure | Snow"
    extra = "2026-12-21 | | Extra school day | Play"
    _, page = _page(_with(tmp_path, inset, closure, extra), capsys)
    lines = page.splitlines()
    assert "Oct 2026   1    ##   5 #####  12 #####  19 #####  26 .....   17" in lines
    assert "Nov 2026   2 #####   9 ###CC  16 #####  23 ####I  30 #       18" in lines
    assert "Dec 2026   1  ####   7 #####  14 #####  21 X...B  28 B...    15" in lines


def test_half_terms_are_counted_and_special_days_listed(tmp_path: Path, capsys: Say) -> None:
    _, page = _page(_with(tmp_path, "2026-11-27 | | INSET day | Training"), capsys)
    assert "Autumn 1   Thu 3 Sep 2026   Fri 23 Oct 2026   37" in page
    assert "Autumn 2   Mon 2 Nov 2026   Fri 18 Dec 2026   34" in page
    assert "INSET days (1): Fri 27 Nov 2026" in page
    assert "bank holidays (1): Mon 3 May 2027" in page


def test_a_year_that_is_not_190_days_long_is_told_with_the_law(book: Path, capsys: Say) -> None:
    code, page = _page(book, capsys)
    assert code == 0
    assert "192 school days, 2 days more than a maintained school's 190." in page
    assert "Education (School Day and School Year) (England) Regulations 1999" in page


def test_a_year_of_190_days_is_as_it_should_be(tmp_path: Path, capsys: Say) -> None:
    inset = [f"{day} | | INSET day |" for day in ("2026-09-03", "2027-01-05")]
    code, page = _page(_with(tmp_path, *inset), capsys)
    assert code == 0
    assert "190 school days, as there should be." in page


def test_where_the_law_is_not_known_nothing_is_claimed(tmp_path: Path, capsys: Say) -> None:
    book = saved(tmp_path / "wales.xlsx", WHOLE.replace("| England ", "| Wales "))
    _, page = _page(book, capsys)
    assert "check locally" in page
    assert "190" not in page


def test_a_gap_and_an_overlap_are_named_at_their_cells(tmp_path: Path, capsys: Say) -> None:
    text = WHOLE.replace("| 2027-01-05 | 2027-02-12 | Half term | Spring 1 |\n", "")
    text = text.replace("2026-10-23 |", "2026-11-06 |")
    code, page = _page(saved(tmp_path / "gap.xlsx", text), capsys)
    assert code == 1
    assert "Nothing is said of the 9 weeks between Fri 18 Dec 2026" in " ".join(page.split())
    assert "Calendar!A3" in page
    assert page.splitlines()[-1].startswith("Next: put the Calendar sheet right")


def test_next_year_follows_on_and_a_year_that_is_over_is_left_out(tmp_path: Path, capsys: Say) -> None:
    book = _with(
        tmp_path,
        "2025-09-02 | 2025-10-24 | Half term | Autumn 1",
        "2027-09-02 | 2027-10-22 | Half term | Autumn 1",
    )
    _, page = _page(book, capsys)
    assert [line for line in page.splitlines() if line.startswith("School year")] == [
        "School year 2026/2027", "School year 2027/2028"
    ]  # fmt: skip
    assert "the year is not whole on the sheet" in page
    _, page = _page(book, capsys, "--all")
    assert "School year 2025/2026" in page


def test_json_has_the_days_of_each_half_term_and_of_each_kind(tmp_path: Path, capsys: Say) -> None:
    book = _with(tmp_path, "2026-11-27 | | INSET day | Training")
    code, answer = answered(capsys, "calendar", book, "--json", *ON_THE_DAY)
    assert code == 0
    assert list(answer) == ["workbook", "today", "nation", "years", "problems"]
    (year,) = answer["years"]
    assert list(year) == ["year", "half_terms", "school_days", "expected", "is_whole", "special_days"]
    assert (year["year"], year["school_days"], year["expected"]) == ("2026/2027", 191, 190)
    assert sum(one["school_days"] for one in year["half_terms"]) == year["school_days"]
    assert year["special_days"]["INSET day"] == ["2026-11-27"]


def test_an_empty_sheet_is_said(tmp_path: Path, capsys: Say) -> None:
    head, _, rest = WHOLE.partition("# Calendar")
    book = saved(tmp_path / "none.xlsx", head + "# Staff" + rest.partition("# Staff")[2])
    _, page = _page(book, capsys)
    assert "no half term that can be read" in page


def test_the_page_is_the_same_on_a_windows_console(book: Path) -> None:
    pages = [
        in_a_process(*on_book(("calendar",), book), PYTHONIOENCODING=name).stdout.decode(name)
        for name in ("cp1252", "utf-8", "ascii")
    ]
    assert "Sep 2026" in pages[0]
    assert pages[0] == pages[1] == pages[2]
