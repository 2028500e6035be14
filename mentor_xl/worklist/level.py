"""Which reviews could move out of weeks that hold too many, and how would each mentor's weeks change?

A proposal for a person: nothing is moved in the workbook. A date is never moved past its legal day, and one
that is booked, late, or that another date is counted from, stays where it is.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import RULES, Due
from mentor_xl.school_calendar import SchoolCalendar

MOST_IN_A_WEEK = 5
"""Reviews that one mentor can hold well in a week beside the sessions; a school's own choice."""
REACH = 2
"""School weeks that a review may move, earlier or later: far enough to ease a week, near enough to fit."""

_DAY = dt.timedelta(days=1)
Slot = tuple[str, dt.date]
"""A mentor and a Monday."""


@dataclass(frozen=True, slots=True)
class Move:
    """One review, and the day that is proposed for it."""

    due: Due
    mentor: str
    before: dt.date
    after: dt.date


@dataclass(frozen=True, slots=True)
class Load:
    """How many reviews one mentor has in one week, as things are and with the moves."""

    mentor: str
    monday: dt.date
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Levelling:
    """The moves that are proposed, in the order of their days, and what they do."""

    most: int
    moves: tuple[Move, ...]
    loads: tuple[Load, ...]
    """The weeks that were too full and those that the moves change."""

    @property
    def still_too_full(self) -> tuple[Load, ...]:
        """The weeks that hold too many all the same."""
        return tuple(load for load in self.loads if load.after > self.most)


class _Bounds(NamedTuple):
    first: dt.date
    last: dt.date


def level(
    dues: Iterable[Due],
    calendar: SchoolCalendar,
    casebook: Casebook,
    today: dt.date,
    most: int = MOST_IN_A_WEEK,
) -> Levelling:
    """Propose moves so that no mentor has more than ``most`` reviews in a week, as far as that goes."""
    dues = [due for due in dues if due.state != "held"]
    reviews = [due for due in dues if _is_ahead(due, today)]
    counted_from = {(due.ref, due.counted_from) for due in dues}
    load = Counter((due.mentor or "", _monday(_day(due))) for due in reviews)
    before = dict(load)
    moves: list[Move] = []
    for slot in sorted(before, key=lambda one: (one[1], one[0])):
        free = _free_to_move(reviews, slot, counted_from)
        for due in free:
            if load[slot] <= most:
                break
            day = _better_day(due, load, calendar, _bounds(due, calendar, casebook, today), most)
            if day is not None:
                load[slot] -= 1
                load[slot[0], _monday(day)] += 1
                moves.append(Move(due, slot[0], _day(due), day))
    return Levelling(most, tuple(sorted(moves, key=_in_order)), tuple(_loads(before, load, most)))


def _is_ahead(due: Due, today: dt.date) -> bool:
    """Whether it is a review on a mentor's list, for today or later, that nobody is late with."""
    is_open = due.state in ("due soon", "planned") and due.act_by is not None
    return is_open and due.mentor is not None and due.rule in _REVIEWS and _day(due) >= today


_REVIEWS = frozenset(rule.slug for rule in RULES if rule.review and not rule.is_authority_clock)
"""The reviews whose day is the school's to choose: what the authority calls cannot be moved here."""


def _day(due: Due) -> dt.date:
    """The day on which the work falls: the one booked, else the day to act by."""
    return due.booked_for or due.act_by or dt.date.max


def _free_to_move(
    reviews: Iterable[Due], slot: Slot, counted_from: set[tuple[str, dt.date | None]]
) -> list[Due]:
    """The reviews of one week that may move: soft ones first, and of these the latest first."""
    here = [
        due
        for due in reviews
        if (due.mentor, _monday(_day(due))) == slot
        and due.booked_for is None
        and not _is_counted_from(due, counted_from)
    ]
    return sorted(here, key=_easiest_first)


def _is_counted_from(due: Due, counted_from: set[tuple[str, dt.date | None]]) -> bool:
    """Whether another of the pupil's dates is counted from this one, as an invitation from its meeting."""
    its_days = {due.act_by, due.legal_last_day} - {due.counted_from, None}
    return any((due.ref, day) in counted_from for day in its_days)


def _easiest_first(due: Due) -> tuple[bool, int, str, str, int]:
    return (due.strength == "hard", -_day(due).toordinal(), due.ref, due.rule, due.about.row)


def _bounds(due: Due, calendar: SchoolCalendar, casebook: Casebook, today: dt.date) -> _Bounds:
    """The first and the last day that a review may move to."""
    act_by = due.act_by or today
    first = today + _DAY
    if due.counted_from is not None and due.counted_from < act_by:
        first = max(first, due.counted_from + _DAY)
    # A day that somebody wrote down, and one that the law sets, is a promise: only earlier will do.
    is_promised = due.counted_from is not None and calendar.nearest_school_day(due.counted_from) == act_by
    if due.strength == "hard" or is_promised:
        return _Bounds(first, act_by)
    return _Bounds(first, min([dt.date.max, *_ends(due, casebook)]))


def _ends(due: Due, casebook: Casebook) -> Iterator[dt.date]:
    """After which a review would have no sense: the pupil's last day, the case's planned end."""
    pupil = casebook.pupil(due.ref)
    if pupil is not None and pupil.leaving_date is not None:
        yield pupil.leaving_date
    case = casebook.case(due.about.key) if due.about.sheet == "Cases" else None
    if case is not None and case.planned_end is not None and case.planned_end >= _day(due):
        yield case.planned_end


def _better_day(
    due: Due, load: Mapping[Slot, int], calendar: SchoolCalendar, bounds: _Bounds, most: int
) -> dt.date | None:
    """The day in the nearest week with room, the earlier of two as near; ``None`` where there is none."""
    act_by = _day(due)
    weeks: defaultdict[dt.date, list[dt.date]] = defaultdict(list)
    reach = _weeks_in_reach(calendar, _monday(act_by))
    for day in (monday + n * _DAY for monday in reach for n in range(5)):
        if bounds.first <= day <= bounds.last and calendar.is_school_day(day):
            weeks[_monday(day)].append(day)
    for monday in reach:
        if weeks[monday] and load.get((due.mentor or "", monday), 0) < most:
            same_weekday = [day for day in weeks[monday] if day.weekday() <= act_by.weekday()]
            return same_weekday[-1] if same_weekday else weeks[monday][0]
    return None


def _weeks_in_reach(calendar: SchoolCalendar, monday: dt.date) -> list[dt.date]:
    """The Mondays of the school weeks around one, nearest first, the earlier before the later."""
    later = [_monday(day) for n in range(1, REACH + 1) if (day := calendar.add_school_weeks(monday, n))]
    earlier: list[dt.date] = []
    day = calendar.previous_school_day(monday)
    while day is not None and len(earlier) < REACH:
        earlier.append(_monday(day))
        day = calendar.previous_school_day(_monday(day))
    pairs = [(place, week) for weeks in (earlier, later) for place, week in enumerate(weeks)]
    return [week for _, week in sorted(pairs)]


def _loads(before: Mapping[Slot, int], after: Mapping[Slot, int], most: int) -> Iterator[Load]:
    for mentor, monday in sorted({*before, *after}):
        old, new = before.get((mentor, monday), 0), after.get((mentor, monday), 0)
        if old > most or old != new:
            yield Load(mentor, monday, old, new)


def _in_order(move: Move) -> tuple[str, dt.date, dt.date, str, str, int]:
    return (move.mentor, move.before, move.after, move.due.ref, move.due.rule, move.due.about.row)


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * _DAY
