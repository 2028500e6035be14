"""Is every row of the calendar as long, as named and as dated as its kind can be? (reference 4)"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import CalendarPeriod

SHORTEST_HALF_TERM = dt.timedelta(days=9)
"""Between its first and last day: two school weeks."""
LONGEST_INSET = 5
"""Weekdays in a row: schools have five INSET days in a whole year (reference 4)."""
_YEARS_AWAY = dt.timedelta(days=5 * 366)


@check("half-term-too-short", Severity.QUERY)
def half_term_too_short(seen: Inspection) -> Iterator[Finding]:
    """Is every half term two weeks long at least?

    Why: With To blank a half term is one day long, and the rest of it counts as a holiday.
    Do: Fill in To, the last day of the half term; or correct From.
    Fires: Calendar 5: To=
    Silent: Calendar 5: To=2027-05-21
    """
    for row in seen.casebook.calendar:
        if row.kind != "Half term" or row.from_ is None or "to" in row.unread:
            continue
        if row.to is None:
            yield Finding(row, "to", "To is blank: this half term is one day long.")
        elif dt.timedelta(0) <= row.to - row.from_ < SHORTEST_HALF_TERM:
            days = (row.to - row.from_).days + 1
            yield Finding(row, "to", f"This half term is {days} {'day' if days == 1 else 'days'} long.")


@check("half-term-name-twice", Severity.QUERY)
def half_term_name_twice(seen: Inspection) -> Iterator[Finding]:
    """Has every half term of a school year a name of its own?

    Why: Terms are put together by their names: Autumn 1 and Autumn 2 make one term.
    Do: Correct the name or its number.
    Fires: Calendar 2: Name=Autumn 1
    Silent: Calendar 2: Name=Autumn 2
    """
    numbered = (row for row in seen.casebook.calendar if row.kind == "Half term" and _numbered(row))
    for first, again in alike(numbered, _year_and_name):
        yield Finding(again, "name", f"Row {first.row_number} has the same name in the same school year.")


def _numbered(row: CalendarPeriod) -> bool:
    """Whether a number ends the name: halves of a term that are not numbered may share theirs."""
    return row.from_ is not None and (row.name or "")[-1:].isdigit()


def _year_and_name(row: CalendarPeriod) -> tuple[int, str] | None:
    if row.from_ is None:
        return None
    return row.from_.year - (row.from_.month < 8), " ".join((row.name or "").casefold().split())


@check("inset-too-long", Severity.QUERY)
def inset_too_long(seen: Inspection) -> Iterator[Finding]:
    """Does every row of INSET days hold five school days at most?

    Why: Schools have five in a whole year; a To that is too late takes school days away from every count.
    Do: Correct To; leave it blank for one day.
    Fires: Calendar also: From=2026-11-26, To=2026-12-04, Kind=INSET day, Name=Training
    Silent: Calendar also: From=2026-11-26, To=2026-11-27, Kind=INSET day, Name=Training
    """
    for row in seen.casebook.calendar:
        if row.kind != "INSET day" or row.from_ is None or row.to is None or row.to < row.from_:
            continue
        length = (row.to - row.from_).days + 1
        days = sum((row.from_ + dt.timedelta(days=n)).weekday() < 5 for n in range(min(length, 400)))
        if days > LONGEST_INSET:
            yield Finding(row, "to", f"This row makes {days} INSET days in a row.")


@check("closed-day-twice", Severity.QUERY)
def closed_day_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every INSET day, closure and extra school day on the calendar once?

    Why: One of the two rows was meant for another day, and that day is counted wrongly.
    Do: Correct the date of one of them, or delete the double.
    Fires: Calendar also: From=2026-11-27, To=, Kind=INSET day, Name=More training
    Silent: Calendar also: From=2026-11-26, To=, Kind=INSET day, Name=More training
    """
    rows = (row for row in seen.casebook.calendar if row.kind not in (None, "Half term") and row.from_)
    for first, again in alike(rows, lambda row: (row.from_, row.kind)):
        yield Finding(again, "from_", f"Row {first.row_number} is a row of the same kind for that day.")


@check("extra-day-already-open", Severity.QUERY)
def extra_day_already_open(seen: Inspection) -> Iterator[Finding]:
    """Does every extra school day open a day on which school would be closed?

    Why: On a day that is open anyway it adds nothing; the day that was meant stays closed.
    Do: Correct From, or delete the row.
    Fires: Calendar also: From=2026-11-25, To=, Kind=Extra school day, Name=Open day
    Silent: Calendar also: From=2026-11-28, To=, Kind=Extra school day, Name=Open day
    """
    rows = seen.casebook.calendar
    closures = [row for row in rows if row.kind in ("INSET day", "Closure") and row.from_]
    for row in rows:
        day = row.from_ if row.kind == "Extra school day" else None
        if day is None or (row.to or day) != day or day.weekday() >= 5 or not seen.calendar.half_term_of(day):
            continue
        is_closed = any((one.from_ or day) <= day <= (one.to or one.from_ or day) for one in closures)
        if not is_closed and day not in seen.calendar.working_days.bank_holidays:
            yield Finding(row, "from_", f"{short(day)} is a school day anyway.")


@check("calendar-year-unlikely", Severity.QUERY)
def calendar_year_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is every row of the calendar within five years of today?

    Why: A slip in the year is made in a moment, and the day that was meant is counted wrongly.
    Do: Correct the year.
    Fires: Calendar also: From=2062-11-27, To=, Kind=INSET day, Name=Training
    Silent: Calendar also: From=2027-11-26, To=, Kind=INSET day, Name=Training
    """
    for row in seen.casebook.calendar:
        for attribute, day in (("from_", row.from_), ("to", row.to)):
            if day is not None and abs(day - seen.today) > _YEARS_AWAY:
                yield Finding(row, attribute, f"{short(day)} is years away from today.")
                break
