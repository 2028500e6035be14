"""The school's year around a day, and those beside it: half terms, 190 days for pupils, five for training."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from mentor_xl.records import CalendarPeriod
from mentor_xl.school_calendar import SchoolCalendar, WorkingDays

_DAY = dt.timedelta(days=1)
_FRIDAY = 4
_PUPIL_DAYS = 190
"""School days of a year in a maintained school (reference 4)."""


def school_years(today: dt.date) -> tuple[CalendarPeriod, ...]:
    """Three school years, the one that ``today`` lies in between the other two."""
    this_year = today.year - (today.month < 9)
    offices = WorkingDays("England")
    return tuple(
        period for year in range(this_year - 1, this_year + 2) for period in _school_year(year, offices)
    )


def calendar_of(periods: tuple[CalendarPeriod, ...]) -> SchoolCalendar:
    """The school days of those periods in England."""
    return SchoolCalendar.from_periods(periods, "England")


def _school_year(year: int, offices: WorkingDays) -> Iterator[CalendarPeriod]:
    """Six half terms and five training days of the school year that begins in September of ``year``."""
    good_friday = next(
        day for day, name in offices.bank_holidays.items() if name == "Good Friday" and day.year == year + 1
    )
    october, may = _last_monday(year, 10, 27), _last_monday(year + 1, 5, 31)
    february = _monday_from(dt.date(year + 1, 2, 12))
    first, january = _weekday_from(dt.date(year, 9, 2)), _weekday_from(dt.date(year + 1, 1, 4))
    half_terms = [
        ("Autumn 1", first, october - 3 * _DAY),
        ("Autumn 2", october + 7 * _DAY, _friday_by(dt.date(year, 12, 21))),
        ("Spring 1", january, february - 3 * _DAY),
        ("Spring 2", february + 7 * _DAY, good_friday - _DAY),
        ("Summer 1", good_friday + 17 * _DAY, may - 3 * _DAY),
    ]
    training = [first, _friday_by(dt.date(year, 11, 30)), january, february - 3 * _DAY]
    spans = [(begins, ends) for _, begins, ends in half_terms]
    summer = may + 7 * _DAY
    last_day = _summer_ends(spans, summer, training, offices)
    half_terms.append(("Summer 2", summer, last_day))
    for name, begins, ends in half_terms:
        yield CalendarPeriod(from_=begins, to=ends, kind="Half term", name=name)
    for number, day in enumerate((*training, last_day), 1):
        yield CalendarPeriod(from_=day, kind="INSET day", name=f"Training day {number}")


def _summer_ends(
    spans: list[tuple[dt.date, dt.date]], summer: dt.date, training: list[dt.date], offices: WorkingDays
) -> dt.date:
    """The day after the pupils' last one: staff stay for the last training day."""
    whole = (*spans, (summer, summer + 80 * _DAY))
    days = (begins + n * _DAY for begins, ends in whole for n in range((ends - begins).days + 1))
    taught = (day for day in days if offices.is_working_day(day) and day not in training)
    return _weekday_from(next(islice(taught, _PUPIL_DAYS - 1, None)) + _DAY)


def _monday_from(day: dt.date) -> dt.date:
    return day + (-day.weekday() % 7) * _DAY


def _last_monday(year: int, month: int, last: int) -> dt.date:
    day = dt.date(year, month, last)
    return day - day.weekday() * _DAY


def _weekday_from(day: dt.date) -> dt.date:
    return day if day.weekday() <= _FRIDAY else _monday_from(day)


def _friday_by(day: dt.date) -> dt.date:
    return day - ((day.weekday() - _FRIDAY) % 7) * _DAY
