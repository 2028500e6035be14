"""A workbook looked at whole on one day: what it says, what is due, and what is wrong in it.

read → calendar → due dates → checks. Nothing is written, and nothing is asked of the clock.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import mentor_xl.letters
import mentor_xl.reports
from mentor_xl.answers import still_open
from mentor_xl.casebook import Casebook
from mentor_xl.checks import Inspection, run_checks
from mentor_xl.deadlines import RULES, Due, due_dates, overrides_from, rules_in_force
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
    reading = read_casebook(grid, waiting, today)
    if not reading.is_understood:
        raise UnreadableWorkbook(_nothing_understood(grid))
    casebook = reading.casebook
    calendar = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    dues = tuple(due_dates(casebook, calendar, today))
    found = run_checks(Inspection(casebook, calendar, dues, today), waiting)
    told = _of_this_row(_said_once((*reading.problems, *found)), casebook)
    everything = list(_of_this_school(told, calendar, casebook))
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


def _said_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without the notes that a cell says nobody knows, where more is asked of that cell."""
    asked = {problem.place for problem in problems if problem.severity is not Severity.NOTE}
    return (problem for problem in problems if problem.code != "not-known" or problem.place not in asked)


_EVENTS_OF: Mapping[str, frozenset[str]] = {
    slug: frozenset(events)
    for slugs, events in (
        (("assessment-decision", "plan-decision", "plan-issued"),
         ("EHC needs assessment requested", "EHC draft plan received", "EHC plan issued")),
        (("draft-plan-comments",), ("EHC draft plan received", "EHC plan issued")),
        (("medical-plan-review",), ("Medical plan agreed",)),
        (("pep-after-move",), ("Change of placement",)),
        (("protection-initial", "core-group-first", "core-group", "protection-review-first",
          "protection-review-first-wales", "protection-review"),
         ("Strategy discussion", "Child protection conference")),
        (("in-need-planning", "in-need-review"), ("Child in need plan started",)),
        (("early-help-first", "early-help-review", "early-help-again"), ("Early help started",)),
        (("suspension-day-6", "governors-50", "reintegration"), ("Suspension",)),
        (("governors-15",), ("Suspension", "Permanent exclusion")),
        (("exclusion-day-6",), ("Permanent exclusion",)),
        (("part-time-end", "part-time-review"), ("Part-time timetable started",)),
        (("off-site-review",), ("Off-site direction",)),
        (("managed-move-trial",), ("Managed move started",)),
    )
    for slug in slugs
}  # fmt: skip
"""Rules to the kinds of event that they look at; a rule that is not here may look at any."""

_REVIEWS_OF: Mapping[str, frozenset[str]] = {
    **{rule.slug: frozenset({rule.review}) for rule in RULES if rule.review},
    # Core groups follow the conference, and are counted from it.
    "core-group-first": frozenset({"Core group", "Child protection conference"}),
    "core-group": frozenset({"Core group", "Child protection conference"}),
}


def _of_this_row(problems: Iterable[Problem], casebook: Casebook) -> Iterator[Problem]:
    """The problems as far as they block anything for their row: a review of one kind holds up no other."""
    kinds: dict[tuple[str, int | None], tuple[str, Mapping[str, frozenset[str]]]] = {}
    for name, rows, rules in (
        ("Reviews", ((row.row_number, row.review) for row in casebook.reviews), _REVIEWS_OF),
        ("Events", ((row.row_number, row.event) for row in casebook.events), _EVENTS_OF),
    ):
        layout = casebook.layouts.get(name)
        if layout is not None:
            kinds |= {(layout.sheet, number): (kind, rules) for number, kind in rows if kind}
    for problem in problems:
        found = kinds.get((problem.place.sheet, problem.place.row)) if problem.blocks else None
        if found is None:
            yield problem
        else:
            kind, rules = found
            yield _without(problem, {slug for slug in problem.blocks if kind not in rules.get(slug, {kind})})


def _of_this_school(
    problems: Iterable[Problem], calendar: SchoolCalendar, casebook: Casebook
) -> Iterator[Problem]:
    """The problems as far as they block anything here: no rule of another nation, or switched off."""
    here = rules_in_force(calendar, overrides_from(casebook.rules))
    elsewhere = {rule.slug for rule in RULES} - {rule.slug for rule in here}
    return (_without(problem, elsewhere) for problem in problems)


def _without(problem: Problem, names: AbstractSet[str]) -> Problem:
    """A problem that does not block these."""
    if names.isdisjoint(problem.blocks):
        return problem
    return replace(problem, blocks=tuple(name for name in problem.blocks if name not in names))


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
