"""A workbook looked at whole on one day: what it says, what is due, and what is wrong in it.

read → calendar → due dates → checks. Nothing is written, and nothing is asked of the clock.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import mentor_xl.letters
import mentor_xl.reports
from mentor_xl.answers import still_open
from mentor_xl.casebook import Casebook
from mentor_xl.checks import Inspection, run_checks
from mentor_xl.deadlines import RULES, Due, due_dates, rules_in_force
from mentor_xl.documents import kinds
from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.problems import Problem, Severity, Waiting
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.grid import Grid
from mentor_xl.workbook.reading import Reading, read_casebook

REGISTERED = (mentor_xl.letters, mentor_xl.reports)
"""Importing these registers every kind of letter and report."""


@dataclass(frozen=True)
class Examined:
    """What a workbook says on one day."""

    reading: Reading
    calendar: SchoolCalendar
    dues: tuple[Due, ...]
    """Most urgent first."""
    problems: tuple[Problem, ...]
    """Serious first, then in the order of the sheets."""
    today: dt.date
    answered: int = 0
    """Queries that are silent because the Explanations sheet answers them."""

    @property
    def casebook(self) -> Casebook:
        """All the records."""
        return self.reading.casebook


def examine(grid: Grid, today: dt.date) -> Examined:
    """Look at a whole workbook.

    Raises:
        UnreadableWorkbook: no sheet of pupils was understood in it.
    """
    waiting = what_waits()
    reading = read_casebook(grid, waiting)
    if not reading.is_understood:
        raise UnreadableWorkbook(_nothing_understood(grid))
    casebook = reading.casebook
    calendar = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    dues = tuple(due_dates(casebook, calendar, today))
    found = run_checks(Inspection(casebook, calendar, dues, today), waiting)
    everything = list(_of_this_nation((*reading.problems, *found), calendar))
    unanswered = still_open(everything, casebook, today)
    problems = tuple(sorted(unanswered, key=_in_workbook_order(grid)))
    settled = len(everything) - len(problems)
    dues = tuple(_held_until_mended(dues, problems))
    return Examined(reading, calendar, dues, problems, today, settled)


def what_waits() -> Waiting:
    """Which documents and rules wait for which column: from what each says it uses."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, uses in (
        *((rule.slug, rule.uses) for rule in RULES),
        *((kind.slug, kind.uses) for kind in kinds().values()),
    ):
        for column in uses:
            found[column].append(name)
    return {column: tuple(dict.fromkeys(names)) for column, names in found.items()}


def _of_this_nation(problems: Iterable[Problem], calendar: SchoolCalendar) -> Iterator[Problem]:
    """The problems as far as they block anything here: another nation's rules wait for nothing."""
    elsewhere = {rule.slug for rule in RULES} - {rule.slug for rule in rules_in_force(calendar)}
    for problem in problems:
        if elsewhere.isdisjoint(problem.blocks):
            yield problem
        else:
            blocks = tuple(name for name in problem.blocks if name not in elsewhere)
            yield replace(problem, blocks=blocks)


def _in_workbook_order(grid: Grid) -> Callable[[Problem], tuple[int, int, int, int, str]]:
    """Serious first, then as the workbook has its sheets, rows and columns."""
    places: Mapping[str, int] = {title: index for index, title in enumerate(grid.sheet_names())}

    def key(problem: Problem) -> tuple[int, int, int, int, str]:
        place = problem.place
        return (
            problem.severity.rank,
            places.get(place.sheet, len(places)),
            place.row or 0,
            place.column or 0,
            problem.code,
        )

    return key


def _held_until_mended(dues: Iterable[Due], problems: Iterable[Problem]) -> Iterable[Due]:
    """Dates that hang on a cell which is certainly wrong are not given until it is put right."""
    wrong: dict[tuple[str, int, str], Problem] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.place.row:
            for slug in problem.blocks:
                wrong.setdefault((problem.place.sheet, problem.place.row, slug), problem)
    for due in dues:
        problem_here = wrong.get((due.about.sheet, due.about.row, due.rule))
        if problem_here and due.state != "held":
            yield replace(
                due,
                legal_last_day=None,
                act_by=None,
                state="needs a date",
                why=f"{problem_here.place} has to be put right first.",
                wanted=problem_here.place,
            )
        else:
            yield due


def _nothing_understood(grid: Grid) -> str:
    names = ", ".join(name[:31] for name in grid.sheet_names()[:10]) or "no sheet at all"
    return (
        "No pupils were found in this workbook. Mentor XL looks for a sheet named Pupils with headings such "
        f"as Pupil ID, Surname and Date of birth; here it found: {names}."
    )
