"""``watch``: which workbooks in a folder are built, when, and what is told of it."""

import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.commands import files_in, in_a_process
from cli.small_school import NAMES, NOTES, PUPILS, SETTINGS, TODAY, saved

from mentor_xl.build import Build
from mentor_xl.cli import run, watched_folder
from mentor_xl.cli.watch import LOOK_EVERY, Watcher
from mentor_xl.cli.watched_folder import TRY_AGAIN, WatchedFolder
from mentor_xl.errors import MentorError, UnreadableWorkbook
from mentor_xl.examine import examine
from mentor_xl.workbook.files import open_grid

Say = pytest.CaptureFixture[str]
QUIET = SETTINGS + PUPILS.partition("# Contacts")[0]
ONCE = ("--once", "--rest", "0", "--today", TODAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The watched folder."""
    place = tmp_path / "in box"
    place.mkdir()
    return place


def once(folder: Path, *more: str) -> int:
    return run(["watch", str(folder), *ONCE, *more])


# -- what is there now ---------------------------------------------------------------------------------------


def test_a_workbook_is_built_into_a_folder_of_its_own(folder: Path, capsys: Say) -> None:
    saved(folder / "caseload.xlsx")
    assert once(folder) == 1
    made = folder / "Mentor XL" / "caseload"
    assert {"manifest.json", "results.xlsx", "ledger.json"} < set(files_in(made))
    assert any(name.endswith(".docx") for name in files_in(made))
    said = capsys.readouterr()
    assert said.out.startswith("caseload.xlsx: ")
    assert said.out.count("\n") == 1
    assert "held back" in said.out


def test_what_it_makes_is_what_build_makes(folder: Path, tmp_path: Path) -> None:
    book = saved(folder / "caseload.xlsx")
    once(folder, "-o", str(tmp_path / "watched"))
    run(["build", str(book), "-o", str(tmp_path / "built" / "caseload"), "--today", TODAY])
    assert files_in(tmp_path / "watched") == files_in(tmp_path / "built")


def test_an_unchanged_workbook_is_not_built_again(folder: Path, capsys: Say) -> None:
    book = saved(folder / "caseload.xlsx")
    once(folder)
    letters = files_in(folder / "Mentor XL")
    (folder / "Mentor XL" / "caseload" / "results.xlsx").unlink()
    os.utime(book, (1, 1))
    capsys.readouterr()
    assert once(folder) == 0
    assert capsys.readouterr().out == "Nothing has changed: nothing was built.\n"
    assert files_in(folder / "Mentor XL").keys() == letters.keys() - {"caseload/results.xlsx"}


def test_a_changed_one_is(folder: Path) -> None:
    saved(folder / "caseload.xlsx", QUIET)
    assert once(folder) == 0
    before = files_in(folder / "Mentor XL")
    saved(folder / "caseload.xlsx")
    assert once(folder) == 1
    assert len(files_in(folder / "Mentor XL")) > len(before)


def test_of_several_each_has_its_line_and_a_bad_one_stops_no_other(folder: Path, capsys: Say) -> None:
    (folder / "a bad one.xlsx").write_bytes(b"no workbook")
    saved(folder / "quiet.xlsx", QUIET)
    saved(folder / "whole.XLSX")
    assert once(folder) == UnreadableWorkbook.exit_code
    said = capsys.readouterr()
    assert [line.partition(":")[0] for line in said.out.splitlines()] == ["quiet.xlsx", "whole.XLSX"]
    assert said.err.startswith("a bad one.xlsx: ")
    assert sorted(place.name for place in (folder / "Mentor XL").iterdir()) == ["quiet", "whole"]


@pytest.mark.parametrize(
    "name", ["~$caseload.xlsx", ".caseload.xlsx", "caseload.xlsx.tmp", "A1B2C3D4", "notes.docx", "list.csv"]
)
def test_what_programs_leave_there_is_no_workbook(name: str, folder: Path, capsys: Say) -> None:
    (folder / name).write_bytes(b"anything")
    assert once(folder) == 0
    assert "nothing was built" in capsys.readouterr().out
    assert not (folder / "Mentor XL").exists()


def test_its_own_results_are_no_workbook_of_the_folder(folder: Path) -> None:
    book = saved(folder / "caseload.xlsx")
    run(["build", str(book), "-o", str(folder), "--today", TODAY])
    once(folder)
    assert [place.name for place in (folder / "Mentor XL").iterdir()] == ["caseload"]


def test_a_results_workbook_of_somebody_elses_is_a_workbook(folder: Path) -> None:
    saved(folder / "results.xlsx", QUIET)
    assert once(folder) == 0
    assert (folder / "Mentor XL" / "results" / "manifest.json").is_file()


def test_folders_below_are_not_looked_into(folder: Path) -> None:
    saved(folder / "last year" / "caseload.xlsx")
    assert once(folder) == 0
    assert not (folder / "Mentor XL").exists()


@pytest.mark.parametrize("owner", ["~$caseload.xlsx", ".~lock.caseload.xlsx#"])
def test_a_workbook_that_is_open_waits(owner: str, folder: Path, capsys: Say) -> None:
    saved(folder / "caseload.xlsx")
    (folder / owner).write_bytes(b"zoe")
    assert once(folder) == 1
    assert capsys.readouterr().err == "caseload.xlsx: open. It is built when it has been closed.\n"
    (folder / owner).unlink()
    once(folder)
    assert (folder / "Mentor XL" / "caseload" / "manifest.json").is_file()


def test_a_workbook_that_another_program_keeps_to_itself_waits(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    book = saved(folder / "caseload.xlsx")
    opening = Path.open

    def refused(path: Path, *rest: str, **more: str) -> object:
        if path == book:
            raise PermissionError(13, "held", str(path))
        return opening(path, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    assert once(folder) == 1
    assert "open. It is built" in capsys.readouterr().err


def test_on_windows_an_owner_file_that_a_crash_left_keeps_nobody_waiting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = saved(folder / "caseload.xlsx")
    (folder / "~$caseload.xlsx").write_bytes(b"zoe")
    monkeypatch.setattr(sys, "platform", "win32")
    assert not watched_folder.is_open(book)
    monkeypatch.setattr(watched_folder, "cannot_be_written", lambda _: True)
    assert watched_folder.is_open(book)


def test_two_workbooks_of_one_name_do_not_share_a_folder(folder: Path, capsys: Say) -> None:
    saved(folder / "caseload.xlsx", QUIET)
    saved(folder / "Caseload.xlsm", QUIET)
    assert once(folder) == 1
    said = capsys.readouterr()
    assert said.err == "Caseload.xlsm: not built: it has the name of caseload.xlsx. Give it another.\n"
    assert said.out.startswith("caseload.xlsx: ")


def test_a_name_that_no_folder_can_have_gets_a_safe_one(folder: Path) -> None:
    watched = WatchedFolder(folder, folder / "out", 0)
    assert watched.folder_of(folder / " . .xlsx").parent == folder / "out"
    assert watched.folder_of(folder / "Klasse 9ü.xlsx").name == "Klasse 9ü"
    assert watched.folder_of(folder / "ends in a dot..xlsx").name == "ends in a dot"


# -- wrong use ---------------------------------------------------------------------------------------------


def test_a_folder_that_is_not_there_gives_2(tmp_path: Path, capsys: Say) -> None:
    assert run(["watch", str(tmp_path / "nowhere"), "--once"]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_pdfs_without_libreoffice_give_4_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentor_xl.cli.watch.find_libreoffice", lambda: None)
    saved(folder / "caseload.xlsx")
    assert once(folder, "--pdf") == 4
    assert not (folder / "Mentor XL").exists()


def test_nothing_that_is_told_holds_a_name_or_a_note(folder: Path) -> None:
    saved(folder / "caseload.xlsx")
    (folder / "bad.xlsx").write_bytes(b"PK\x03\x04")
    done = in_a_process("watch", folder, *ONCE)
    said = (done.stdout + done.stderr).decode()
    assert [word for word in (*NAMES, *NOTES) if word in said] == []
    assert done.returncode == UnreadableWorkbook.exit_code


# -- again and again -----------------------------------------------------------------------------------------


class Day:
    """A clock that goes on only while the watch sleeps, with what happens at which second."""

    def __init__(self, *happens: tuple[float, Callable[[], object]]) -> None:
        self.now = 0.0
        self.happens = list(happens)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Goes on; what happens in the meantime, happens. Then somebody presses Ctrl-C."""
        self.now += seconds
        while self.happens and self.happens[0][0] <= self.now:
            self.happens.pop(0)[1]()
        if not self.happens:
            raise KeyboardInterrupt


def nothing() -> None:
    """So long the watch goes on."""


def watched(folder: Path, *happens: tuple[float, Callable[[], object]]) -> list[tuple[float, str]]:
    """What is built, and at which second, with a rest of 5 seconds."""
    day = Day(*happens)
    built: list[tuple[float, str]] = []

    def make(book: Path, _: Path) -> Build:
        built.append((day.now, book.name))
        return Build(examine(open_grid(book), dt.date(2026, 11, 23)))

    watcher = Watcher(WatchedFolder(folder, folder / "out", 5), make, day.clock, day.sleep)
    with pytest.raises(KeyboardInterrupt):
        watcher.until_stopped()
    return built


def test_a_workbook_is_built_when_it_has_been_unchanged_for_a_while(folder: Path) -> None:
    book = folder / "caseload.xlsx"
    first, later = (lambda: saved(book, QUIET)), (lambda: saved(book))
    built = watched(folder, (1, first), (5, later), (60, nothing))
    assert [name for _, name in built] == ["caseload.xlsx"]
    assert 5 + 5 <= built[0][0] <= 5 + 5 + 2 * LOOK_EVERY


def test_it_is_built_once_for_each_change(folder: Path) -> None:
    book = saved(folder / "caseload.xlsx", QUIET)
    built = watched(folder, (30, lambda: saved(book)), (60, nothing))
    assert [name for _, name in built] == ["caseload.xlsx", "caseload.xlsx"]
    assert built[1][0] > 30


def test_a_workbook_that_waited_is_built_once_it_is_closed(folder: Path, capsys: Say) -> None:
    saved(folder / "caseload.xlsx", QUIET)
    owner = folder / "~$caseload.xlsx"
    owner.write_bytes(b"zoe")
    built = watched(folder, (40, owner.unlink), (60, nothing))
    assert len(built) == 1
    assert 40 <= built[0][0] <= 40 + LOOK_EVERY
    assert capsys.readouterr().err.count("open.") == 1


def test_a_folder_that_goes_away_ends_nothing(folder: Path, tmp_path: Path, capsys: Say) -> None:
    saved(folder / "caseload.xlsx", QUIET)
    away = tmp_path / "away"
    built = watched(
        folder, (2, lambda: folder.rename(away)), (20, lambda: away.rename(folder)), (60, nothing)
    )
    assert [name for _, name in built] == ["caseload.xlsx"]
    said = capsys.readouterr()
    assert said.err.count("cannot be reached") == 1
    assert said.out.count("is there again") == 1


def with_faults(folder: Path, fault: Exception, until: float) -> tuple[list[float], Path]:
    """At which seconds a workbook is tried that always fails."""
    book = saved(folder / "caseload.xlsx", QUIET)
    day, tried = Day((until, nothing)), []

    def make(_: Path, __: Path) -> Build:
        tried.append(day.now)
        raise fault

    with pytest.raises(KeyboardInterrupt):
        Watcher(WatchedFolder(folder, folder / "out", 5), make, day.clock, day.sleep).until_stopped()
    return tried, book


def test_what_may_pass_is_tried_again_after_a_while_and_told_once(folder: Path, capsys: Say) -> None:
    tried, _ = with_faults(folder, MentorError("results.xlsx could not be written."), 3 * TRY_AGAIN)
    assert len(tried) == 3
    assert tried[1] - tried[0] >= TRY_AGAIN
    assert capsys.readouterr().err == "caseload.xlsx: results.xlsx could not be written.\n"


@pytest.mark.parametrize("fault", [UnreadableWorkbook("It is damaged."), ZeroDivisionError("Quillfeather")])
def test_what_will_not_pass_is_tried_again_when_the_workbook_changes(
    fault: Exception, folder: Path, capsys: Say
) -> None:
    tried, _ = with_faults(folder, fault, 3 * TRY_AGAIN)
    assert len(tried) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Quillfeather" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="There, Ctrl-C goes to every process of the console.")
def test_ctrl_c_ends_it_with_130(folder: Path) -> None:
    command = [sys.executable, "-m", "mentor_xl", "watch", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watch:
        assert watch.stdout is not None
        assert watch.stdout.readline().startswith("Watching ")
        watch.send_signal(signal.SIGINT)
        _, said = watch.communicate()
    assert watch.returncode == 130
    assert "nothing is half written" in said
