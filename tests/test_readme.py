"""Does the README say what is so: its commands, their helps and exit codes, the letters, the places it names?

``python tests/test_readme.py`` writes the README's part about commands anew.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from mentor_xl import cli as command_line
from mentor_xl.cli import COMMANDS, cli, run
from mentor_xl.documents import kinds
from mentor_xl.examine import REGISTERED

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
BEGIN, END = "<!-- commands: written anew by `python tests/test_readme.py` -->", "<!-- end of commands -->"
MAIN_JOB, TESTS = re.findall(r"```\n(python -m pip .* && .*)\n```", TEXT)
"""The two commands of the first screen."""


def _section(heading: str) -> str:
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


# -- the two commands --------------------------------------------------------------------------------------


def test_the_first_screen_has_two_commands_and_no_more() -> None:
    assert re.findall(r"```\n(.*?)\n```", _section("Try it"), re.DOTALL) == [MAIN_JOB, TESTS]
    assert TEXT.index(TESTS) < TEXT.index("\n## What it makes")


def test_the_main_job_on_the_example_does_what_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install, _, job = MAIN_JOB.partition(" && ")
    assert install == "python -m pip install ."
    assert job.startswith("python -m mentor_xl build ")
    words = shlex.split(job)[3:]
    book = ROOT / words[1]
    monkeypatch.chdir(tmp_path)
    assert run([words[0], str(book), *words[2:]]) == 1
    assert "ends with exit code 1" in _section("Try it")
    assert {"manifest.json", "results.xlsx"} < {path.name for path in (tmp_path / "out").iterdir()}
    made = {path.name.rpartition("-")[0] for path in tmp_path.glob("out/*/*.docx")}
    assert {"consent", "review-invitation", "progress-report"} <= made <= set(_kinds_told())


def test_the_test_command_installs_the_extra_and_is_what_continuous_integration_runs() -> None:
    assert TESTS == 'python -m pip install -e ".[test]" && python -m pytest'
    (pattern,) = re.findall(r"grep -x '(.*)' README.md", (ROOT / ".ci" / "run").read_text(encoding="utf-8"))
    assert [line for line in TEXT.splitlines() if re.fullmatch(pattern, line)] == [TESTS]


# -- what it tells ---------------------------------------------------------------------------------------


def _kinds_told() -> list[str]:
    return re.findall(r"^\| `([a-z-]+)` \|", _section("What it makes"), re.MULTILINE)


def test_every_kind_of_letter_that_is_usual_is_told() -> None:
    assert REGISTERED
    assert _kinds_told() == [slug for slug, kind in kinds().items() if not kind.is_on_request]


def test_every_exit_code_is_told() -> None:
    told = dict(re.findall(r"^\| (\d+) \| (.*) \|$", TEXT, re.MULTILINE))
    _, _, codes = (command_line.__doc__ or "").partition("rely on:")
    assert told == dict(re.findall(r"(\d+) ([^·]+?)(?: ·|\.$)", " ".join(codes.split())))
    assert len(told) == 7


def test_the_commands_and_their_helps_are_those_of_the_program() -> None:
    told = TEXT.partition(BEGIN)[2].partition(END)[0]
    assert told == commands_part(), "python tests/test_readme.py writes it anew"


def commands_part() -> str:
    """The README's part about commands, as the program helps."""
    helps = "\n".join(_help(name) for name in COMMANDS)
    folded = f"<details>\n<summary>Each command in full</summary>\n\n```\n{helps}```\n\n</details>"
    return f"\n```\n{_help()}```\n\n{folded}\n\n"


def _help(name: str | None = None) -> str:
    above = cli.make_context("mentor-xl", [], resilient_parsing=True, terminal_width=80)
    if name is None:
        return cli.get_help(above) + "\n"
    command = cli.get_command(above, name)
    assert command is not None
    context = command.make_context(name, [], parent=above, resilient_parsing=True, terminal_width=80)
    return "\n".join([command.get_help(context) + "\n", *_helps_below(command, context)])


def _helps_below(command: click.Command, context: click.Context) -> Iterator[str]:
    """The helps of the commands that a command is the head of."""
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        inner = command.get_command(context, name)
        assert inner is not None
        below = inner.make_context(name, [], parent=context, resilient_parsing=True, terminal_width=80)
        yield inner.get_help(below) + "\n"


# -- the places it names -----------------------------------------------------------------------------------


def _places() -> Iterator[str]:
    yield from re.findall(r"\]\(([^)#:]+)\)", TEXT)
    yield from re.findall(
        r"`((?:mentor_xl|letter_templates|workbook_templates|tests|docs|\.ci)/[^` ]+)`", TEXT
    )


@pytest.mark.parametrize("place", sorted(set(_places())))
def test_the_places_it_names_are_there(place: str) -> None:
    assert (ROOT / place).exists()


def test_the_templates_it_names_are_there() -> None:
    assert (ROOT / "letter_templates" / "review-invitation.pupil.docx").is_file()


if __name__ == "__main__":
    before, _, rest = TEXT.partition(BEGIN)
    README.write_text(
        before + BEGIN + commands_part() + END + rest.partition(END)[2], encoding="utf-8", newline="\n"
    )
