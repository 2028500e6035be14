"""Do commands speak on every console: code pages, plain ASCII, eighty columns, no colour in a file?"""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from cli.commands import OF_THE_SCHOOL, ON_THE_DAY, READING, in_a_process, on_book
from cli.small_school import PUPILS, SETTINGS, saved

from mentor_xl.cli import COMMANDS, run
from mentor_xl.cli.screen import WIDTH

CONSOLES = {
    "Windows, Western": {"PYTHONIOENCODING": "cp1252"},
    "Windows, DOS": {"PYTHONIOENCODING": "cp850"},
    "plain ASCII": {"PYTHONIOENCODING": "ascii"},
    "a server": {"LC_ALL": "C"},
}
WORDS = [words for words in (*READING, *OF_THE_SCHOOL, ("due", "--level")) if "--json" not in words]
FAR_WORDS = "# Số điện thoại ✓\n| 名 |\n| x |\n"
"""A sheet of the school's own whose title no Windows code page has."""


@pytest.fixture
def far_book(tmp_path: Path) -> Path:
    """A workbook with letters that old consoles do not have."""
    return saved(
        tmp_path / "school" / "Übersicht ✓.xlsx",
        SETTINGS + PUPILS.replace("Pupil ID", "Pupil ID ✓") + FAR_WORDS,
    )


@pytest.mark.parametrize("console", CONSOLES)
def test_no_console_makes_a_command_fail(console: str, far_book: Path, tmp_path: Path) -> None:
    looks = (("check",), ("check", "--json"), ("calendar",), ("due", "--reasons"), ("due", "--csv"))
    commands = [on_book(words, far_book) for words in (*looks, ("due", "--why", "900001"))]
    commands += [
        on_book(("build",), far_book, "-o", str(tmp_path / "out")),
        ["explain", "overdue"],
        ["--help"],
    ]
    for command in commands:
        done = in_a_process(*command, **CONSOLES[console])
        assert done.returncode in (0, 1), (command, done.stderr)
        assert done.stderr == b""


@pytest.mark.parametrize("console", CONSOLES)
def test_json_is_the_same_on_every_console(console: str, far_book: Path) -> None:
    command = on_book(("check", "--json"), far_book)
    here, usual = (
        in_a_process(*command, **env) for env in (CONSOLES[console], {"PYTHONIOENCODING": "utf-8"})
    )
    encoding = CONSOLES[console].get("PYTHONIOENCODING", "utf-8")
    assert json.loads(here.stdout.decode(encoding)) == json.loads(usual.stdout.decode("utf-8"))


def test_a_console_without_them_gets_plain_quotes_and_dashes(far_book: Path) -> None:
    done = in_a_process(*on_book(("check",), far_book), PYTHONIOENCODING="ascii")
    assert b"Queries: please look" in done.stdout
    assert done.stdout.isascii()


@pytest.mark.parametrize("command", WORDS, ids=" ".join)
def test_what_is_piped_holds_no_colour_and_fits_eighty_columns(command: Sequence[str], book: Path) -> None:
    lines = in_a_process(*on_book(command, book)).stdout.decode().splitlines()
    assert lines
    assert [line for line in lines if "\x1b" in line] == []
    assert [line for line in lines if len(line) > WIDTH] == []


def test_a_word_of_a_state_is_coloured_at_a_terminal(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run(["due", str(book), *ON_THE_DAY])
    assert "\x1b[31m\x1b[1moverdue\x1b[0m" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Usage: mentor-xl {command} ")
    assert "--help" in said


def test_an_answer_ends_with_what_to_do_next(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(book), *ON_THE_DAY])
    assert capsys.readouterr().out.splitlines()[-1].startswith("Next: ")
