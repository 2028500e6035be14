"""``mentor-xl due``: what is due for whom, by when, and why."""

import datetime as dt
from collections import Counter
from pathlib import Path

import click

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
from mentor_xl.dates import short
from mentor_xl.deadlines import RULES, STATES, Due, State
from mentor_xl.examine import Examined


@click.command("due")
@option_set(*reading_options)
@click.option("--all", "with_held", is_flag=True, help="Show also what is done and what is far off.")
@click.option("--why", "with_why", is_flag=True, help="Show how each date was counted.")
@option_set(json_option, names_option)
def due_command(
    *,
    workbook: Path,
    today: dt.date,
    password_file: Path | None,
    with_held: bool,
    with_why: bool,
    as_json: bool,
    names: bool,
) -> int:
    """Show every date in BOOK that is due, the most urgent first.

    Exit code 1 where a date could not be read.
    """
    opened = open_and_examine(workbook, today, password_file)
    dues = opened.examined.dues
    if as_json:
        rows = [due.as_json() for due in dues]
        say_json({"workbook": opened.grid.name, "today": today, "due": rows})
    else:
        _show(dues, naming(opened.examined.casebook, names=names), with_held=with_held, with_why=with_why)
    return int(_has_unread_date(opened.examined))


def _has_unread_date(examined: Examined) -> bool:
    """Whether a cell that a date is counted from could not be read."""
    slugs = {rule.slug for rule in RULES}
    return any(slugs & set(problem.blocks) for problem in examined.problems)


def _show(dues: tuple[Due, ...], shown: Shown, *, with_held: bool, with_why: bool) -> None:
    far_off: tuple[State, ...] = ("held", "planned")
    rows = [due for due in dues if with_held or due.state not in far_off]
    if rows:
        headings = ("state", "by", "pupil", "what")
        table(headings, (_row(due, shown(due.ref), with_why=with_why) for due in rows))
    counts = Counter(due.state for due in dues)
    say()
    say(", ".join(f"{counts[state]} {state}" for state in STATES if counts[state]) or "Nothing is due.")
    if not with_held and any(counts[state] for state in far_off):
        say("Next: --all shows what is planned and done, --why how each date was counted.")


def _row(due: Due, pupil: str, *, with_why: bool) -> tuple[str, str, str, str]:
    by = due.act_by or due.legal_last_day
    besides = [
        f"by law {short(due.legal_last_day)}" if due.legal_last_day and due.legal_last_day != by else "",
        f"booked for {short(due.booked_for)}" if due.booked_for else "",
    ]
    told = "; ".join(filter(None, besides))
    what = f"{due.name} ({told})" if told else due.name
    why = f". {due.why}" if with_why else ""
    return state_word(due.state), short(by) if by else "-", pupil, f"{what}{why}"
