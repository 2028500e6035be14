"""``mentor-xl due``: what is due for whom, by when, and why."""

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from mentor_xl.cli.levelling import show_level
from mentor_xl.cli.options import (
    Opened,
    Shown,
    json_option,
    names_option,
    naming,
    open_and_examine,
    option_set,
    reading_options,
)
from mentor_xl.cli.screen import say, say_json, state_word, table
from mentor_xl.cli.workings import show_working
from mentor_xl.dates import short
from mentor_xl.deadlines import RULES, Due, State
from mentor_xl.errors import NotWritten
from mentor_xl.examine import Examined
from mentor_xl.worklist.csv_rows import as_csv, csv_text
from mentor_xl.worklist.grouping import By, DueList, count_by_state, lists_by
from mentor_xl.worklist.level import MOST_IN_A_WEEK

FAR_OFF: tuple[State, ...] = ("held", "planned")


@click.command("due")
@option_set(*reading_options)
@click.option("--all", "with_far", is_flag=True, help="Show also what is done and what is far off.")
@click.option("--reasons", is_flag=True, help="Show how each date was counted.")
@click.option("--by", type=click.Choice(("mentor", "form")), help="A list for each mentor, or each form.")
@click.option("--why", "ref", metavar="ID", help="Show the dates of this pupil, counted day by day.")
@click.option("--level", is_flag=True, help="Propose moves out of weeks that hold too many reviews.")
@click.option(
    "--most",
    type=click.IntRange(1, 100),
    metavar="N",
    help=f"With --level: how many a mentor can hold in a week.  [default: {MOST_IN_A_WEEK}]",
)
@click.option(
    "--ics",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what is to be done to FILE, for a calendar program.",
)
@click.option("--initials", is_flag=True, help="With --ics: show pupils' initials beside their IDs.")
@click.option("--csv", "with_csv", is_flag=True, help="Answer in lines of CSV, as Excel opens them.")
@option_set(json_option, names_option)
def due_command(
    *,
    workbook: Path,
    today: dt.date,
    password_file: Path | None,
    with_far: bool,
    reasons: bool,
    by: By | None,
    ref: str | None,
    level: bool,
    most: int | None,
    ics: Path | None,
    initials: bool,
    with_csv: bool,
    as_json: bool,
    names: bool,
) -> int:
    """Show every date in BOOK that is due, the most urgent first.

    Exit code 1 where a date could not be read.
    """
    _one_answer({"--why": ref, "--level": level, "--ics": ics, "--csv": with_csv, "--by": by})
    _one_answer({"--json": as_json, "--csv": with_csv, "--ics": ics})
    _only_with({"--most": most is not None}, "--level", is_there=level)
    _only_with({"--initials": initials}, "--ics", is_there=ics is not None)
    if ics is not None and ics.suffix.lower() != ".ics":
        raise click.UsageError("Give the calendar file a name that ends in .ics.")
    opened = open_and_examine(workbook, today, password_file)
    shown = naming(opened.examined.casebook, names=names)
    if ref is not None:
        show_working(opened, ref, shown, with_held=with_far, as_json=as_json)
    elif level:
        show_level(opened, shown, most or MOST_IN_A_WEEK, as_json=as_json)
    elif ics is not None:
        _write_ics(opened, ics, initials=initials)
    elif with_csv:
        _say_csv(opened.examined)
    elif as_json:
        _say_json(opened, by)
    else:
        _show(opened.examined, shown, by, with_far=with_far, reasons=reasons)
    return int(_has_unread_date(opened.examined))


def _one_answer(asked: dict[str, object]) -> None:
    given = [name for name, value in asked.items() if value]
    if len(given) > 1:
        raise click.UsageError(f"Choose one of {' and '.join(given)}.")


def _only_with(asked: dict[str, bool], other: str, *, is_there: bool) -> None:
    for name, is_asked in asked.items():
        if is_asked and not is_there:
            raise click.UsageError(f"{name} goes with {other}.")


def _has_unread_date(examined: Examined) -> bool:
    """Whether a cell that a date is counted from could not be read."""
    slugs = {rule.slug for rule in RULES}
    return any(slugs & set(problem.blocks) for problem in examined.problems)


# -- for other programs -------------------------------------------------------------------------


def _say_json(opened: Opened, by: By | None) -> None:
    examined = opened.examined
    answer: dict[str, object] = {"workbook": opened.grid.name, "today": examined.today}
    if by is None:
        answer["due"] = [due.as_json() for due in examined.dues]
    else:
        answer["by"] = by
        answer["lists"] = [
            {by: one.name, "counts": one.counts, "due": [due.as_json() for due in one.dues]}
            for one in lists_by(examined.dues, by, examined.casebook)
        ]
    say_json(answer)


def _say_csv(examined: Examined) -> None:
    """Bytes into a file or another program, whatever code page the console has; text on a terminal."""
    if sys.stdout.isatty():
        say(csv_text(examined.dues, examined.casebook).replace("\r\n", "\n").rstrip("\n"))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(as_csv(examined.dues, examined.casebook))
        sys.stdout.buffer.flush()


def _write_ics(opened: Opened, file: Path, *, initials: bool) -> None:
    from mentor_xl.ics import as_ics, dues_shown  # noqa: PLC0415 - the other answers need not wait for it

    examined = opened.examined
    shown = dues_shown(examined.dues)
    data = as_ics(shown, examined.calendar, examined.casebook, examined.today, initials=initials)
    try:
        file.write_bytes(data)
    except OSError as error:
        why = f"{file.name} could not be written. Is it open in another program?"
        raise NotWritten(error, why) from error
    say(f"Made {file} with {len(shown)} dates.")
    say("Next: import it into a calendar of your own. Another import moves what has moved.")


# -- for a person ---------------------------------------------------------------------------------


def _show(examined: Examined, shown: Shown, by: By | None, *, with_far: bool, reasons: bool) -> None:
    lists = lists_by(examined.dues, by, examined.casebook) if by else (DueList("", examined.dues),)
    for one in lists:
        rows = [due for due in one.dues if with_far or due.state not in FAR_OFF]
        if by:
            say(f"{by.capitalize()} {one.name}" if one.name else f"No {by}", bold=True)
        if rows:
            headings = ("state", "by", "pupil", "what")
            table(headings, (_row(due, shown(due.ref), with_why=reasons) for due in rows))
        if by:
            say(_counted(one.dues))
            say()
    if not by:
        say()
    say(f"In all: {_counted(examined.dues)}" if by else _counted(examined.dues))
    if not with_far and any(due.state in FAR_OFF for due in examined.dues):
        say("Next: --all shows what is planned and done, --reasons how each date was counted.")


def _counted(dues: Iterable[Due]) -> str:
    counts = count_by_state(dues)
    return ", ".join(f"{count} {state}" for state, count in counts.items()) or "Nothing is due."


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
