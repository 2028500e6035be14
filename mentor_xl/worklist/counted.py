"""How is an amount counted, a unit a line: what counts, what is left out, and why?"""

import calendar as months
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from mentor_xl.dates import short
from mentor_xl.school_calendar import SchoolCalendar, plain_name
from mentor_xl.vocabulary import Unit

_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
_EACH_DAY_UP_TO = 14
"""Calendar days: above this, only each seventh is shown, for none is left out."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working: a day or a stretch of days, and what it counts for."""

    number: int | None
    """Which unit it is, counted from 1; ``None``: it is left out, or nothing is counted."""
    first: dt.date
    last: dt.date
    says: str

    def as_json(self) -> dict[str, object]:
        """The step as other programs read it, dates as 2026-11-23."""
        return {
            "number": self.number,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "says": self.says,
        }


@dataclass(frozen=True, slots=True)
class Amount:
    """What is counted: *14 calendar days before*."""

    n: int
    unit: Unit
    is_before: bool
    less_a_day: bool


def _calendar_days(_: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    sign = -1 if amount.is_before else 1
    for n in range(1, amount.n + 1):
        if amount.n <= _EACH_DAY_UP_TO or n % 7 == 0 or n == amount.n:
            day = anchor + sign * n * _DAY
            yield Step(n, day, day, "every day counts")


def _weeks(_: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    sign = -1 if amount.is_before else 1
    for n in range(1, amount.n + 1):
        day = anchor + sign * n * _WEEK
        yield Step(n, day, day, "every week counts")


def _months(_: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    sign = -1 if amount.is_before else 1
    for n in range(1, amount.n + 1):
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + sign * n, 12)
        last = months.monthrange(year, month + 1)[1]
        day = dt.date(year, month + 1, min(anchor.day, last))
        says = f"the month has no day {anchor.day}: its last" if anchor.day > last else "the same day"
        yield Step(n, day, day, says)


def _school_days(calendar: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    def left_out(day: dt.date) -> str:
        return "" if calendar.is_school_day(day) else why_closed(calendar, day)

    return _each_day(anchor, amount, left_out, "school day", calendar.covers)


def _working_days(calendar: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    def left_out(day: dt.date) -> str:
        if day.weekday() >= 5:
            return "weekend"
        holiday: str | None = calendar.working_days.bank_holidays.get(day)
        return f"bank holiday: {holiday}" if holiday else ""

    return _each_day(anchor, amount, left_out, "working day", lambda _: True)


def _each_day(
    anchor: dt.date,
    amount: Amount,
    left_out: Callable[[dt.date], str],
    what: str,
    is_known: Callable[[dt.date], bool],
) -> Iterator[Step]:
    day, counted, skipped = anchor, 0, list[dt.date]()
    while counted < amount.n:
        day += -_DAY if amount.is_before else _DAY
        if not is_known(day):
            yield Step(None, day, day, "the Calendar sheet does not reach this day")
            return
        if left_out(day):
            skipped.append(day)
            continue
        if skipped:
            yield _left_out(skipped, left_out)
            skipped = []
        counted += 1
        yield Step(counted, day, day, what)


def _left_out(days: list[dt.date], why: Callable[[dt.date], str]) -> Step:
    reasons = dict.fromkeys(map(why, sorted(days)))
    return Step(None, min(days), max(days), f"left out: {', '.join(reasons)}")


def _school_weeks(calendar: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    monday, counted = anchor - anchor.weekday() * _DAY, 0
    while counted < amount.n:
        monday += _WEEK
        days = [monday + n * _DAY for n in range(5)]
        if not any(map(calendar.covers, days)):
            yield Step(None, monday, days[-1], "the Calendar sheet does not reach this week")
            return
        is_open = [day for day in days if calendar.is_school_day(day)]
        closed = _closed_among(calendar, days)
        if not is_open:
            yield Step(None, monday, days[-1], f"left out: {closed}")
            continue
        counted += 1
        says = f"{len(is_open)} school day{'' if len(is_open) == 1 else 's'}"
        says += f"; closed {closed}" if closed else ""
        if counted == amount.n:
            says += f"; the last is {short(is_open[-1])}"
            yield Step(counted, monday, is_open[-1], says)
        else:
            yield Step(counted, monday, days[-1], says)


def _closed_among(calendar: SchoolCalendar, days: list[dt.date]) -> str:
    """``Fri (INSET day)``; the reason alone where the whole week is closed for it."""
    closed = [(day, why_closed(calendar, day)) for day in days if not calendar.is_school_day(day)]
    groups: list[tuple[str, list[dt.date]]]
    groups = [(why, [day for day, _ in of_one]) for why, of_one in groupby(closed, key=itemgetter(1))]
    if len(groups) == 1 and len(groups[0][1]) == len(days):
        return groups[0][0]
    return ", ".join(f"{' '.join(short(day)[:3] for day in of_one)} ({why})" for why, of_one in groups)


def _half_terms(calendar: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    return _periods(calendar, anchor, amount, are_terms=False)


def _terms(calendar: SchoolCalendar, anchor: dt.date, amount: Amount) -> Iterator[Step]:
    return _periods(calendar, anchor, amount, are_terms=True)


def _periods(calendar: SchoolCalendar, anchor: dt.date, amount: Amount, *, are_terms: bool) -> Iterator[Step]:
    word = "term" if are_terms else "half term"
    after = [one for one in (calendar.terms if are_terms else calendar.half_terms) if one.first > anchor]
    for n, period in enumerate(after[: amount.n], 1):
        name = plain_name(period.name)
        says = _called(name, word)
        last = calendar.last_school_day_by(period.last) or period.last
        if n == amount.n:
            says += f"; its last school day is {short(last)}"
        yield Step(n, period.first, last if n == amount.n else period.last, says)


def _called(name: str, word: str) -> str:
    """*Autumn 2*, *Autumn term*, *Terms 3 and 4*; where the name is not shown, *half term*."""
    if not name:
        return word
    return name if word in name.casefold() or any(map(str.isdigit, name)) else f"{name} {word}"


COUNTED: Mapping[str, Callable[[SchoolCalendar, dt.date, Amount], Iterator[Step]]] = MappingProxyType(
    {
        "calendar days": _calendar_days,
        "weeks": _weeks,
        "months": _months,
        "school days": _school_days,
        "working days": _working_days,
        "school weeks": _school_weeks,
        "half terms": _half_terms,
        "terms": _terms,
    }
)


def why_closed(calendar: SchoolCalendar, day: dt.date) -> str:
    """Why school is closed on a day, Saturday and Sunday in one word."""
    is_weekend = day.weekday() >= 5 and calendar.covers(day)
    return "weekend" if is_weekend else calendar.why_closed(day) or ""
