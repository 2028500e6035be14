"""How does a workbook with a password reach the commands, and where does the password not go?"""

from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY, READING, answered, files_in, in_a_process, on_book
from msoffcrypto.format.ooxml import OOXMLFile

from mentor_xl.cli import run

Say = pytest.CaptureFixture[str]
PASSWORD = "Wéathervane 7"  # noqa: S105 - it guards nothing


@pytest.fixture
def locked(book: Path) -> Path:
    """The small school's workbook, encrypted."""
    place = book.with_name("locked.xlsx")
    with book.open("rb") as plain, place.open("wb") as file:
        OOXMLFile(plain).encrypt(PASSWORD, file)
    return place


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    """The password in a file, as Notepad saves it."""
    place = tmp_path / "password.txt"
    place.write_text(PASSWORD + "\r\n", encoding="utf-8-sig", newline="")
    return place


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_with_its_password_a_workbook_is_read_as_any_other(
    command: tuple[str, ...], locked: Path, book: Path, password_file: Path, capsys: Say
) -> None:
    code = run(on_book(command, locked, "--password-file", str(password_file)))
    said = capsys.readouterr()
    assert run(on_book(command, book)) == code
    assert said.out.replace("locked.xlsx", book.name) == capsys.readouterr().out


def test_the_password_goes_nowhere(locked: Path, password_file: Path, tmp_path: Path, capsys: Say) -> None:
    out = tmp_path / "out"
    run(on_book(("build",), locked, "-o", str(out), "--password-file", str(password_file)))
    said = capsys.readouterr()
    assert PASSWORD not in said.out + said.err
    assert all(PASSWORD.encode() not in (out / name).read_bytes() for name in files_in(out))


def test_a_program_that_gives_no_password_gets_3_and_is_not_kept_waiting(locked: Path) -> None:
    done = in_a_process("check", locked, *ON_THE_DAY)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"needs a password" in done.stderr


def test_a_person_at_a_terminal_is_asked_for_it(
    locked: Path, monkeypatch: pytest.MonkeyPatch, capsys: Say
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: PASSWORD)
    assert run(["check", str(locked), *ON_THE_DAY]) == 1
    assert PASSWORD not in "".join(capsys.readouterr())


def test_a_wrong_password_gives_3(locked: Path, tmp_path: Path, capsys: Say) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("guess", encoding="utf-8")
    assert run(["check", str(locked), "--password-file", str(wrong), *ON_THE_DAY]) == 3
    assert "does not open" in capsys.readouterr().err


def test_a_password_file_that_is_not_there_gives_2(locked: Path, tmp_path: Path, capsys: Say) -> None:
    missing = tmp_path / "nowhere.txt"
    assert run(["check", str(locked), "--password-file", str(missing), *ON_THE_DAY]) == 2
    assert "password file" in capsys.readouterr().err.lower()


def test_a_password_is_not_needed_for_a_workbook_that_has_none(
    book: Path, password_file: Path, capsys: Say
) -> None:
    code, answer = answered(capsys, "check", book, "--json", "--password-file", password_file, *ON_THE_DAY)
    assert (code, answer["workbook"]) == (1, book.name)
