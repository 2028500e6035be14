"""``mentor-xl calendar``: the school year as one page, its school days counted, and what is wrong with it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from mentor_xl.cli.check import problem_as_json
from mentor_xl.cli.options import json_option, open_and_examine, option_set, reading_options
from mentor_xl.cli.screen import say, say_json, state_word, table
from mentor_xl.dates import MONTHS, short
from mentor_xl.problems import Problem, Severity
from mentor_xl.school_calendar import YearPage, year_pages
from mentor_xl.school_calendar.year_pages import MARKS, SOURCE, Month, school_year_of


@click.command("calendar")
@option_set(*reading_options)
@click.option("--all", "with_past", is_flag=True, help="Show also the years that are over.")
@json_option
def calendar_command(
    *, workbook: Path, today: dt.date, password_file: Path | None, with_past: bool, as_json: bool
) -> int:
    """Show the school year in BOOK as a page, and count its school days.

    Exit code 1 for an error or a query about the Calendar sheet.
    """
    opened = open_and_examine(workbook, today, password_file)
    examined = opened.examined
    pages = year_pages(examined.calendar)
    layout = examined.casebook.layouts.get("Calendar")
    sheet = layout.sheet if layout else "Calendar"
    problems = [problem for problem in examined.problems if problem.place.sheet == sheet]
    if as_json:
        say_json(
            {
                "workbook": opened.grid.name,
                "today": today,
                "nation": examined.calendar.nation,
                "years": [_as_json(page) for page in pages],
                "problems": [problem_as_json(problem) for problem in problems],
            }
        )
    else:
        coming = [page for page in pages if with_past or page.year >= school_year_of(today)]
        _show(coming or pages[-1:], problems)
    return int(any(problem.severity is not Severity.NOTE for problem in problems))


def _as_json(page: YearPage) -> dict[str, Any]:
    return {
        "year": f"{page.year}/{page.year + 1}",
        "half_terms": [
            {"name": one.name, "from": one.first, "to": one.last, "school_days": one.school_days}
            for one in page.half_terms
        ],
        "school_days": page.school_days,
        "expected": page.expected,
        "is_whole": page.is_whole,
        "special_days": {kind: list(days) for kind, days in page.special_days.items()},
    }


def _show(pages: Sequence[YearPage], problems: Sequence[Problem]) -> None:
    if not pages:
        say("The Calendar sheet has no half term that can be read.")
    for page in pages:
        _show_page(page)
    if pages:
        marks = [f"{mark} {kind}" for kind, mark in MARKS.items()]
        say("  ".join(marks[:4]))
        say("  ".join(marks[4:]))
        say("Before each week stands the day of the month on which it begins.")
    _show_problems(problems)
    say()
    if problems:
        say("Next: put the Calendar sheet right in Excel, save, and look again.")
    else:
        say("Next: compare it with the term dates that your school has published.")


def _show_page(page: YearPage) -> None:
    say(f"School year {page.year}/{page.year + 1}", bold=True)
    say()
    table(("month", "Monday to Friday", "school days"), map(_month, page.months))
    say()
    rows = (
        (half_term.name, short(half_term.first), short(half_term.last), f"{half_term.school_days:>3}")
        for half_term in page.half_terms
    )
    table(("half term", "from", "to", "school days"), rows)
    for kind, days in page.special_days.items():
        if days:
            say(_listed(f"{kind}s ({len(days)})", days))
    say()
    say(_verdict(page))
    say()


def _month(month: Month) -> tuple[str, str, str]:
    weeks = "  ".join(f"{week.first.day:>2} {week.marks}" for week in month.weeks)
    return f"{MONTHS[month.first.month - 1][:3]} {month.first.year}", weeks, f"{month.school_days:>3}"


def _listed(what: str, days: Iterable[dt.date]) -> str:
    """The days in lines of three, so that they fit the width."""
    told = [short(day) for day in days]
    lines = [", ".join(told[place : place + 3]) for place in range(0, len(told), 3)]
    return f"{what}: " + ",\n    ".join(lines)


def _verdict(page: YearPage) -> str:
    total = f"{page.school_days} school days"
    if not page.is_whole:
        return f"{total} so far: the year is not whole on the sheet."
    if page.expected is None:
        return f"{total}. How many there should be is not known here: check locally."
    if page.days_too_many == 0:
        return f"{total}, as there should be."
    off, word = abs(page.days_too_many), "more" if page.days_too_many > 0 else "fewer"
    days = "day" if off == 1 else "days"
    return (
        f"{state_word('query')}: {total}, {off} {days} {word} than a maintained school's {page.expected}.\n"
        "INSET days or a holiday may be missing. Academies set their own.\n"
        f"({SOURCE})"
    )


def _show_problems(problems: Sequence[Problem]) -> None:
    if problems:
        say()
        rows = (
            (state_word(one.severity.value), str(one.place), f"{one.message} {one.fix}") for one in problems
        )
        table(("", "cell", "what, and what to do"), rows)
