"""What do commands tell other programs by their exit code, and a person by one sentence?"""

import errno
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, READING, in_a_process, on_book
from cli.small_school import SETTINGS, WHOLE, saved
from lxml import etree

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]


# -- 0 and 1 ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_workbook_with_nothing_to_look_at_gives_0(command: tuple[str, ...], quiet_book: Path) -> None:
    assert run(on_book(command, quiet_book)) == 0


def test_a_build_with_nothing_to_look_at_gives_0(quiet_book: Path, tmp_path: Path) -> None:
    assert run(["build", str(quiet_book), "-o", str(tmp_path / "out"), *ON_THE_DAY]) == 0


@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["build", "-h"], ["explain", "overdue"]], ids=" ".join
)
def test_a_question_about_mentor_xl_itself_gives_0(words: list[str]) -> None:
    assert run(words) == 0


@pytest.mark.parametrize("command", [words for words in READING if words[0] != "due"], ids=" ".join)
def test_queries_and_letters_held_back_give_1(command: tuple[str, ...], book: Path) -> None:
    assert run(on_book(command, book)) == 1


def test_due_gives_1_only_where_a_date_could_not_be_read(book: Path, tmp_path: Path) -> None:
    assert run(["due", str(book), *ON_THE_DAY]) == 0
    spoilt = saved(tmp_path / "spoilt.xlsx", WHOLE.replace("Active | 2026-10-12", "Active | '31/02/2026"))
    assert run(["due", str(spoilt), *ON_THE_DAY]) == 1


# -- an output that cannot be written ---------------------------------------------------------------


def _below_a_file(folder: Path) -> Path:
    (folder / "a_file").write_text("not a folder", encoding="utf-8")
    return folder / "a_file" / "out"


def _with_the_results_in_the_way(folder: Path) -> Path:
    (folder / "out" / "results.xlsx" / "x").mkdir(parents=True)
    return folder / "out"


@pytest.mark.parametrize("made_unwritable", [_below_a_file, _with_the_results_in_the_way])
def test_an_output_that_cannot_be_written_gives_1_and_a_sentence(
    made_unwritable: Callable[[Path], Path], book: Path, tmp_path: Path, capsys: Say
) -> None:
    out = made_unwritable(tmp_path)
    assert run(["build", str(book), "-o", str(out), *ON_THE_DAY]) == 1
    said = capsys.readouterr().err
    assert "could not be written" in said
    assert said.count("\n") == 1
    assert not (out / "manifest.json").exists()


@pytest.mark.parametrize("where", ["mentor_xl.cli.check.say", "mentor_xl.cli.options.examine"])
def test_a_full_disk_is_no_fault_of_ours_wherever_it_is_met(
    where: str, book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(where, full)
    assert run(["check", str(book), *ON_THE_DAY]) == 1
    assert capsys.readouterr().err.startswith("The disk is full. ")


def test_no_room_for_the_results_while_they_are_drawn_is_a_full_disk(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    def full(*_: object) -> None:
        raise etree.SerialisationError("IO_EFBIG")

    monkeypatch.setattr("openpyxl.Workbook.save", full)
    assert run(["build", str(book), "-o", str(tmp_path / "out"), *ON_THE_DAY]) == 1
    assert "The disk is full" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


# -- 2: wrong use ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        (["--today", "23.11.2026", "-o", "out"], "23.11.2026 is not a day"),
        (["--letters", "nonsense", "-o", "out", *ON_THE_DAY], "no kind of letter called nonsense"),
        (["--pupil", "123456", "-o", "out", *ON_THE_DAY], "No pupil has the ID 123456"),
        (["--pupil", "Zeffie Quill", "-o", "out", *ON_THE_DAY], "No pupil has the ID that stands there"),
        (["--templates", "nowhere", "-o", "out", *ON_THE_DAY], "There is no folder nowhere"),
        (["--colour", "pink", "-o", "out"], "No such option"),
        ([], "-o DIR"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_wrong_use_of_build_gives_2_and_says_what_to_type(
    more: list[str], hint: str, book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.chdir(book.parent)
    assert run(["build", book.name, *more]) == 2
    said = capsys.readouterr()
    assert hint in said.err
    assert said.out == ""
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["chekc"], "No such command"),
        (["check"], "Missing argument"),
        (["explain", "overdeu"], "Did you mean overdue"),
        (["new", "caseload.xls"], "ends in .xlsx"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_words_that_make_no_command_give_2(words: list[str], hint: str, capsys: Say) -> None:
    assert run(words) == 2
    assert hint in capsys.readouterr().err


# -- 3: a workbook that could not be read -------------------------------------------------------------


def _missing(folder: Path) -> Path:
    return folder / "nowhere.xlsx"


def _a_folder(folder: Path) -> Path:
    return folder


def _text_under_another_name(folder: Path) -> Path:
    (folder / "list.xlsx").write_text("Surname,Forename\n", encoding="utf-8")
    return folder / "list.xlsx"


def _without_pupils(folder: Path) -> Path:
    return saved(folder / "stock.xlsx", "# Stock\n| Item | Price |\n| Pens | 3 |\n")


def _settings_alone(folder: Path) -> Path:
    return saved(folder / "settings.xlsx", SETTINGS)


NOT_A_CASELOAD = (_missing, _a_folder, _text_under_another_name, _without_pupils, _settings_alone)


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.parametrize("given", NOT_A_CASELOAD)
def test_what_is_not_a_caseload_gives_3_and_a_sentence(
    given: Callable[[Path], Path], command: tuple[str, ...], tmp_path: Path, capsys: Say
) -> None:
    assert run(on_book(command, given(tmp_path))) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().endswith(".")
    assert "Traceback" not in said.err


def test_a_workbook_without_pupils_is_told_what_is_looked_for_and_what_was_found(
    tmp_path: Path, capsys: Say
) -> None:
    run(["check", str(_without_pupils(tmp_path)), *ON_THE_DAY])
    said = capsys.readouterr().err
    assert "sheet named Pupils" in said
    assert "Stock" in said


# -- 4: something is missing on this machine ----------------------------------------------------------


def test_a_pdf_without_libreoffice_gives_4_and_leaves_the_word_files(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.setattr("mentor_xl.word.pdf.find_libreoffice", lambda: None)
    assert run(["build", str(book), "-o", str(tmp_path / "out"), "--pdf", *ON_THE_DAY]) == 4
    assert "LibreOffice" in capsys.readouterr().err
    assert list((tmp_path / "out").rglob("*.docx"))


# -- 130: interrupted ---------------------------------------------------------------------------------


def test_ctrl_c_while_reading_gives_130(book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say) -> None:
    monkeypatch.setattr("mentor_xl.cli.options.open_grid", lambda _: signal.raise_signal(signal.SIGINT))
    assert run(["check", str(book), *ON_THE_DAY]) == 130
    assert "Stopped" in capsys.readouterr().err


def test_ctrl_c_while_letters_are_written_gives_130_and_leaves_nothing_half_done(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mentor_xl.build.render", lambda *_: signal.raise_signal(signal.SIGINT))
    assert run(["build", str(book), "-o", str(tmp_path / "out"), *ON_THE_DAY]) == 130
    assert not list(tmp_path.glob("out/**/*"))


# -- a fault of our own -------------------------------------------------------------------------------


def test_a_fault_of_our_own_is_told_by_its_place_without_what_stands_in_the_workbook(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    def breaks(*_: object) -> None:
        raise KeyError("Quillfeather")

    monkeypatch.setattr("mentor_xl.cli.options.examine", breaks)
    assert run(["check", str(book), *ON_THE_DAY]) == 70
    said = capsys.readouterr().err
    assert "KeyError" in said
    assert "cli/options.py" in said
    assert "Quillfeather" not in said


# -- in a process of its own ----------------------------------------------------------------------------


def test_the_process_ends_with_the_same_codes(book: Path, quiet_book: Path, tmp_path: Path) -> None:
    assert in_a_process("check", quiet_book, *ON_THE_DAY).returncode == 0
    assert in_a_process("check", book, *ON_THE_DAY).returncode == 1
    assert in_a_process("build", book, *ON_THE_DAY).returncode == 2
    missing = in_a_process("due", tmp_path / "nowhere.xlsx")
    assert (missing.returncode, missing.stdout) == (3, b"")
    assert b"There is no such file" in missing.stderr
