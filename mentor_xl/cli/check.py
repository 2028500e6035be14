"""``mentor-xl check``: what is wrong in a workbook, at which cell, and what to do."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from mentor_xl.casebook import Casebook
from mentor_xl.cli.options import (
    Shown,
    json_option,
    names_option,
    naming,
    open_and_examine,
    option_set,
    reading_options,
)
from mentor_xl.cli.screen import say, say_json, state_word, table
from mentor_xl.problems import Problem, Severity, count_by_severity


@click.command("check")
@option_set(*reading_options, json_option, names_option)
def check_command(
    *, workbook: Path, today: dt.date, password_file: Path | None, as_json: bool, names: bool
) -> int:
    """Find what is wrong in BOOK, at which cell, and what to do.

    Exit code 1 for an error or a query; notes alone are 0.
    """
    opened = open_and_examine(workbook, today, password_file)
    problems = opened.examined.problems
    counts = count_by_severity(problems)
    if as_json:
        say_json(
            {
                "workbook": opened.grid.name,
                "today": today,
                "problems": [problem_as_json(problem) for problem in problems],
                "summary": {severity.value: count for severity, count in counts.items()},
            }
        )
    else:
        shown = naming(opened.examined.casebook, names=names)
        _show(problems, shown)
        _show_left_alone(opened.examined.reading.left_alone, opened.examined.casebook)
        _sum_up(counts)
    return int(bool(counts[Severity.ERROR] or counts[Severity.QUERY]))


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """A problem as other programs read it."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "sheet": problem.place.sheet,
        "cell": problem.place.cell,
        "row": problem.place.row,
        "heading": problem.place.heading,
        "ref": problem.ref,
        "message": problem.message,
        "fix": problem.fix,
        "blocks": list(problem.blocks),
        "answer": {"row_key": problem.row_key, "code": problem.words} if problem.words else None,
    }


def _show(problems: Iterable[Problem], shown: Shown) -> None:
    """One mistake made often is one entry, with its cells."""
    for severity in Severity:
        alike = _alike(problem for problem in problems if problem.severity is severity)
        if alike:
            say()
            say(_TITLES[severity], bold=True)
            table(("cell", "pupil", "what, and what to do"), (_row(group, shown) for group in alike))


_TITLES = {
    Severity.ERROR: "Errors: certainly wrong",
    Severity.QUERY: "Queries: please look",
    Severity.NOTE: "Notes: how it was understood",
}
_SEVERAL = 3
"""One mistake made at least this often, in one column, is one entry."""
_MOST_CELLS = 12


def _alike(problems: Iterable[Problem]) -> list[list[Problem]]:
    groups: dict[tuple[str, str, int | None], list[Problem]] = {}
    for problem in problems:
        key = (problem.code, problem.place.sheet, problem.place.column)
        groups.setdefault(key, []).append(problem)
    return [part for group in groups.values() for part in _together(group)]


def _together(group: list[Problem]) -> Iterable[list[Problem]]:
    """Two that differ are shown by themselves; of more, one sentence stands for all."""
    says_one_thing = len({problem.message for problem in group}) == 1
    return [group] if says_one_thing or len(group) >= _SEVERAL else ([problem] for problem in group)


def _row(group: list[Problem], shown: Shown) -> tuple[str, str, str]:
    first = group[0]
    place = str(first.place)
    if len(group) > 1:
        cells = [_cell_and_code(problem) for problem in group]
        more = f" and {len(cells) - _MOST_CELLS} more" if len(cells) > _MOST_CELLS else ""
        often = f"{len(group)} times: {', '.join(cells[:_MOST_CELLS])}{more}."
        like = often if len({problem.message for problem in group}) == 1 else f"Like it {often}"
        return place, "", f"{first.message} {first.fix} {like}"
    return place, shown(first.ref), f"{first.message} {first.what_to_do}"


def _cell_and_code(problem: Problem) -> str:
    cell = problem.place.cell or problem.place.sheet
    return f"{cell} (code {problem.words})" if problem.words else cell


def _show_left_alone(sheets: Sequence[str], casebook: Casebook) -> None:
    """The sheets that are the school's own; one that is called after a pupil is counted, not named."""
    if not sheets:
        return
    called = (name for p in casebook.pupils for name in (p.legal_surname, p.legal_forename, p.known_as))
    names = {word for name in called for word in _words(name or "")}
    shown = [sheet for sheet in sheets if not names & _words(sheet)]
    if len(shown) < len(sheets):
        shown.append(f"{len(sheets) - len(shown)} called after pupils")
    say()
    say(f"Left alone, as the school's own: {', '.join(shown)}.")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _sum_up(counts: dict[Severity, int]) -> None:
    say()
    say(", ".join(counted(severity, count) for severity, count in counts.items()))
    if counts[Severity.ERROR]:
        say("Next: put the errors right in Excel, save, and check again.")
    elif counts[Severity.QUERY]:
        say("Next: look at the queries; what is right can stay.")
    else:
        say("Nothing stands in the way.")


def counted(severity: Severity, count: int) -> str:
    """``3 errors``, ``one query`` in figures: ``1 query``."""
    several = {"error": "errors", "query": "queries", "note": "notes"}[severity.value]
    return f"{count} {state_word(severity.value) if count == 1 else several}"
