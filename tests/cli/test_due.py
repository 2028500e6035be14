"""Does ``due`` answer in every form that is asked for: lists, working, lines, a calendar, a proposal?"""

import csv
import io
from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, answered, in_a_process, on_book
from cli.small_school import WHOLE, saved
from icalendar import Calendar

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]


def _said(capsys: Say, book: Path, *words: str) -> str:
    assert run(on_book(("due", *words), book)) == 0
    return capsys.readouterr().out


# -- lists ------------------------------------------------------------------------------------------------


def test_each_mentor_s_list_has_its_heading_and_its_counts(book: Path, capsys: Say) -> None:
    text = _said(capsys, book, "--by", "mentor")
    mine, others = text.split("No mentor") if "No mentor" in text else (text, "")
    assert mine.startswith("Mentor AMM\n")
    assert "1 overdue" in mine
    assert "In all: " in (others or mine)


def test_lists_in_json_hold_every_date_with_counts(book: Path, capsys: Say) -> None:
    _, whole = answered(capsys, "due", book, "--json", *ON_THE_DAY)
    code, answer = answered(capsys, "due", book, "--json", "--by", "mentor", *ON_THE_DAY)
    assert code == 0
    assert list(answer) == ["workbook", "today", "by", "lists"]
    assert list(answer["lists"][0]) == ["mentor", "counts", "due"]
    assert answer["lists"][0]["mentor"] == "AMM"
    rows = [due for one in answer["lists"] for due in one["due"]]
    assert sorted(map(str, rows)) == sorted(map(str, whole["due"]))


# -- the working ------------------------------------------------------------------------------------------


def test_why_shows_each_week_what_was_left_out_and_the_sentence(book: Path, capsys: Say) -> None:
    text = _said(capsys, book, "--why", "900001")
    assert "Mentoring review (mentoring-review), about Cases row 2" in text
    assert "  count  day                           what\n" in text
    assert "      6  Mon 2 Nov - Fri 6 Nov 2026    5 school days; the last is Fri 6 Nov 2026" in text
    assert "         Mon 26 Oct - Fri 30 Oct 2026  left out: half-term or school holiday" in text
    assert "6 school weeks after Mon 14 Sep 2026, half term left out, is Fri 6 Nov 2026." in text
    assert "900003" not in text


def test_why_in_json_adds_the_steps_to_each_date(book: Path, capsys: Say) -> None:
    _, answer = answered(capsys, "due", book, "--json", "--why", "900001", *ON_THE_DAY)
    assert answer["ref"] == "900001"
    review = next(due for due in answer["due"] if due["rule"] == "mentoring-review")
    assert review["working"][0] == {
        "number": None, "from": "2026-09-14", "to": "2026-09-14", "says": "counted from here: day 0"
    }  # fmt: skip
    assert review["working"][-1]["to"] == review["act_by"]


@pytest.mark.parametrize(
    ("ref", "hint"),
    [("900009", "No pupil has the ID 900009"), ("Zeffie", "No pupil has the ID that stands there")],
)
def test_why_of_nobody_is_wrong_use(ref: str, hint: str, book: Path, capsys: Say) -> None:
    assert run(on_book(("due", "--why", ref), book)) == 2
    said = capsys.readouterr()
    assert hint in said.err
    assert said.out == ""


def test_why_of_an_id_on_two_rows_says_so(tmp_path: Path, capsys: Say) -> None:
    text = WHOLE.replace("| '900002  | Thornycroft   |", "| '900001  | Thornycroft   |")
    book = saved(tmp_path / "twice.xlsx", text)
    assert run(on_book(("due", "--why", "900001"), book)) == 2
    assert "stands on two rows" in capsys.readouterr().err


def test_reasons_stand_behind_each_date(book: Path, capsys: Say) -> None:
    plain, reasons = _said(capsys, book), _said(capsys, book, "--reasons")
    assert "6 school weeks after" not in plain
    assert "6 school weeks after" in reasons


# -- lines --------------------------------------------------------------------------------------------------


def test_csv_is_bytes_for_excel_on_every_console(book: Path) -> None:
    outs = {
        in_a_process(*on_book(("due", "--csv"), book), PYTHONIOENCODING=name).stdout
        for name in ("utf-8", "cp1252", "ascii")
    }
    (data,) = outs
    assert data.startswith(b"\xef\xbb\xbfState,Act by,")
    assert b"\r\r\n" not in data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert "900001" in {row["Pupil ID"] for row in rows}


def test_csv_has_every_date_that_json_has(book: Path, capsys: Say) -> None:
    _, answer = answered(capsys, "due", book, "--json", *ON_THE_DAY)
    rows = list(csv.DictReader(io.StringIO(_said(capsys, book, "--csv").lstrip("\ufeff"), newline="")))
    assert [(row["Pupil ID"], row["Rule"], row["State"]) for row in rows] == [
        (due["ref"], due["rule"], due["state"]) for due in answer["due"]
    ]


def test_csv_at_a_terminal_is_text(book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert _said(capsys, book, "--csv").startswith("State,Act by,")


# -- a calendar file -------------------------------------------------------------------------------


def test_ics_writes_a_file_that_a_second_run_makes_the_same(book: Path, tmp_path: Path, capsys: Say) -> None:
    first, second = tmp_path / "one.ics", tmp_path / "two.ics"
    assert "Made " in _said(capsys, book, "--ics", str(first))
    _said(capsys, book, "--ics", str(second))
    assert first.read_bytes() == second.read_bytes()
    summaries = {str(one["SUMMARY"]) for one in Calendar.from_ical(first.read_bytes()).walk("VEVENT")}
    assert "Mentoring review: 900001" in summaries


def test_two_processes_write_the_same_calendar(book: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.ics" for seed in ("0", "4242")]
    for file in files:
        done = in_a_process(*on_book(("due", "--ics", str(file)), book), PYTHONHASHSEED=file.stem)
        assert done.returncode == 0, done.stderr
    assert files[0].read_bytes() == files[1].read_bytes()


def test_ics_never_takes_the_place_of_a_workbook(book: Path, capsys: Say) -> None:
    before = book.read_bytes()
    assert run(on_book(("due", "--ics", str(book)), book)) == 2
    assert "ends in .ics" in capsys.readouterr().err
    assert book.read_bytes() == before


def test_ics_that_cannot_be_written_is_one_sentence(book: Path, tmp_path: Path, capsys: Say) -> None:
    assert run(on_book(("due", "--ics", str(tmp_path / "nowhere" / "x.ics")), book)) == 1
    assert "could not be written" in capsys.readouterr().err


# -- a proposal ------------------------------------------------------------------------------------


def test_level_says_where_nothing_needs_to_move(book: Path, capsys: Say) -> None:
    assert _said(capsys, book, "--level") == "No mentor has more than 5 reviews in a week.\n"


def _full(folder: Path) -> Path:
    targets = "".join(f"| T{n} | C1 | Read | 2026-09-14 | 2026-12-10 | | | Open |\n" for n in range(2, 9))
    return saved(folder / "full.xlsx", WHOLE.replace("\n# Sessions", f"{targets}\n# Sessions"))


def test_level_says_from_when_to_when_and_how_the_weeks_change(tmp_path: Path, capsys: Say) -> None:
    text = _said(capsys, _full(tmp_path), "--level")
    assert "AMM     900001  Thu 10 Dec 2026" in text
    assert "AMM     Mon 7 Dec 2026     7     5" in text
    assert "Nothing was changed." in text
    _, answer = answered(capsys, "due", _full(tmp_path), "--level", "--json", *ON_THE_DAY)
    assert list(answer) == ["workbook", "today", "most", "moves", "weeks"]
    assert len(answer["moves"]) == 2
    assert {move["from"] for move in answer["moves"]} == {"2026-12-10"}
    assert {"mentor": "AMM", "monday": "2026-12-07", "before": 7, "after": 5} in answer["weeks"]


# -- wrong use ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--csv", "--json"), "Choose one of --json and --csv"),
        (("--level", "--why", "900001"), "Choose one of --why and --level"),
        (("--by", "house"), "house"),
        (("--most", "3"), "--most goes with --level"),
        (("--initials",), "--initials goes with --ics"),
        (("--level", "--most", "0"), "0"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_does_not_go_together_is_wrong_use(
    words: tuple[str, ...], hint: str, book: Path, capsys: Say
) -> None:
    assert run(on_book(("due", *words), book)) == 2
    said = capsys.readouterr()
    assert hint in said.err
    assert said.out == ""
