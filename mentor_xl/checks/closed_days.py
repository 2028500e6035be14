"""Do closed days close something, and does nothing begin on them that needs an open school?"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import CalendarPeriod

_A_HOLIDAYS_NAME = ("holiday", "break", "vacation", "half term", "half-term", "christmas", "easter", "summer")


@check("closed-day-already-closed", Severity.QUERY)
def closed_day_already_closed(seen: Inspection) -> Iterator[Finding]:
    """Does every INSET day and closure stand on a day that would be a school day?

    Why: On a weekend or in a holiday it closes nothing; the day that was meant counts as a school day.
    Do: Correct From and To, or delete the row.
    Fires:
        Calendar also: From=2026-11-28, To=, Kind=INSET day, Name=Training
        Calendar also: From=2026-10-28, To=, Kind=INSET day, Name=Training
    Silent:
        Calendar also: From=2026-11-26, To=, Kind=INSET day, Name=Training
        Calendar also: From=2026-09-02, To=, Kind=INSET day, Name=Before term begins
        Calendar also: From=2026-12-21, To=2027-01-04, Kind=Closure, Name=Christmas holiday
    """
    rows = [row for row in seen.casebook.calendar if row.kind in ("INSET day", "Closure")]
    named = frozenset(day for row in rows for day in _days_of(row))
    for row in rows:
        days = _days_of(row)
        if row.from_ is None or not days:
            continue
        if all(day.weekday() >= 5 for day in days):
            message = f"{short(row.from_)} is at a weekend, when school is closed anyway."
            yield Finding(row, "from_", message)
        elif _is_in_a_holiday(seen, row, days, named):
            yield Finding(row, "from_", f"{short(row.from_)} is in a holiday, when school is closed anyway.")


def _days_of(row: CalendarPeriod) -> tuple[dt.date, ...]:
    """The days of a row, at most those of a term."""
    if row.from_ is None:
        return ()
    length = ((row.to or row.from_) - row.from_).days
    return tuple(row.from_ + dt.timedelta(days=n) for n in range(min(length, 120) + 1))


def _is_in_a_holiday(
    seen: Inspection, row: CalendarPeriod, days: tuple[dt.date, ...], named: frozenset[dt.date]
) -> bool:
    """Whether a row lies in a holiday and is not the holiday itself, nor next to the term it belongs to."""
    covered = seen.calendar.covers(days[0]) and seen.calendar.covers(days[-1])
    if not covered or any(seen.calendar.half_term_of(day) for day in days):
        return False
    is_named_so = any(word in (row.name or "").casefold() for word in _A_HOLIDAYS_NAME)
    if row.kind == "Closure" and (is_named_so or _is_bank_holiday(seen, days)):
        return False
    return not any(_touches_a_term(seen, days, step, named) for step in (-1, 1))


def _is_bank_holiday(seen: Inspection, days: tuple[dt.date, ...]) -> bool:
    return len(days) == 1 and days[0] in seen.calendar.working_days.bank_holidays


def _touches_a_term(
    seen: Inspection, days: tuple[dt.date, ...], step: int, named: frozenset[dt.date]
) -> bool:
    """Whether only weekends and days of the same sort part it from a half term: before it, or after it."""
    day = days[0] if step < 0 else days[-1]
    for _ in range(14):
        day += dt.timedelta(days=step)
        if seen.calendar.half_term_of(day):
            return True
        if day.weekday() < 5 and day not in named and day not in seen.calendar.working_days.bank_holidays:
            return False
    return False


@check("suspended-on-closed-day", Severity.QUERY)
def suspended_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Does every suspension begin on a day when school is open?

    Why: Its days are counted from there, and so is what governors and families have a right to.
    Do: Correct Date.
    Fires: Events: Date=2026-10-03, Ends on=2026-10-05
    Silent: Events: Date=2026-10-05
    """
    for event in seen.casebook.events:
        if event.event != "Suspension" or event.date is None or event.date > seen.today:
            continue
        if why := seen.why_closed(event.date):
            yield Finding(event, "date", f"School was closed on {short(event.date)} ({why}).")
