"""``mentor-xl doctor``: whether this computer has what Mentor XL needs, and who can mend what is wrong."""

import textwrap
from collections.abc import Sequence
from pathlib import Path

import click

from mentor_xl import __version__
from mentor_xl.cli.screen import WIDTH, say, say_json, table
from mentor_xl.doctor import CHECKS, Result, State, Who, consult, this_machine
from mentor_xl.errors import MissingHere

_COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red", State.SKIP: "cyan"}


@click.command("doctor")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where letters are to go; without it, Mentor XL in Documents.",
)
@click.option("--all", "show_all", is_flag=True, help="Show also what does not matter here.")
# Not options.json_option: that module needs the libraries of which this command says whether they are there.
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for another program.")
def doctor_command(*, output: Path | None, show_all: bool, as_json: bool) -> int:
    """Find out whether this computer has what Mentor XL needs.

    Nothing is changed and nothing is sent. Exit code 1 where there is something to look at, 4 where
    something is missing that the work needs.
    """
    results = consult(this_machine(output), CHECKS.values())
    if as_json:
        say_json(_as_json(results))
    else:
        _show(results, show_all=show_all)
    return _exit_code(results)


def _exit_code(results: Sequence[Result]) -> int:
    if any(one.state is State.FAIL for one in results):
        return MissingHere.exit_code
    return int(any(one.needs_a_look for one in results))


def _first(results: Sequence[Result]) -> Result | None:
    """The one to begin with: what the work needs, else the first to look at."""
    missing = [one for one in results if one.state is State.FAIL]
    return next((one for one in (*missing, *results) if one.needs_a_look), None)


def _as_json(results: Sequence[Result]) -> dict[str, object]:
    first = _first(results)
    return {
        "version": __version__,
        "checks": [_row_as_json(one) for one in results],
        "next": first.check.code if first else None,
    }


def _row_as_json(one: Result) -> dict[str, str]:
    return {
        "code": one.check.code,
        "theme": one.check.theme,
        "question": one.check.question,
        "state": one.state.value,
        "evidence": one.evidence,
        "remedy": one.do,
        "who": one.check.who.value if one.needs_a_look else "",
    }


def _show(results: Sequence[Result], *, show_all: bool) -> None:
    shown = [one for one in results if show_all or one.state is not State.SKIP]
    table(("", "about", "what, and what to do"), (_row(one) for one in shown))
    say()
    left_out = sum(one.state is State.SKIP for one in results)
    if left_out and not show_all:
        say(f"Left out, as of no matter here: {left_out}. To see all: mentor-xl doctor --all")
    first = _first(results)
    for line in textwrap.wrap(f"Next: {first.do}" if first else "Nothing stands in the way.", WIDTH):
        say(line)


def _row(one: Result) -> tuple[str, str, str]:
    state = click.style(one.state.value, fg=_COLOURS[one.state], bold=True)
    if not one.needs_a_look:
        return state, one.check.code, one.evidence
    helper = "" if one.check.who is Who.YOU else f" (Who can: {one.check.who.value}.)"
    return state, one.check.code, f"{one.evidence} {one.check.why} {one.do}{helper}"
