"""When was a pupil suspended, for how many school days, and for how many in the term that the law counts by?

The law's terms lie between its reference dates, 31 December, Easter Monday and 31 July, whatever the school's
own terms are (SI 2012/1033 reg. 2; reference 2.3).
"""

import datetime as dt
import math
from collections.abc import Iterator
from typing import NamedTuple

from mentor_xl.deadlines.diary import Diary
from mentor_xl.records import Event, Pupil
from mentor_xl.school_calendar import SchoolCalendar

_DAY = dt.timedelta(days=1)


class Suspension(NamedTuple):
    """One suspension, or several that touch."""

    events: tuple[Event, ...]
    first: dt.date
    last: dt.date
    """The last day that the sheet gives or that its days come to."""

    @property
    def event(self) -> Event:
        """The row of the latest of them."""
        return self.events[-1]


def suspensions_of(diary: Diary, pupil: Pupil) -> tuple[Suspension, ...]:
    """The pupil's suspensions, those that touch as one, earliest first."""
    found: list[Suspension] = []
    for event in diary.happened(pupil, "Suspension").past:
        if event.date is None:
            continue
        last = _last_day(diary.calendar, event, event.date)
        if found and event.date <= _next_day(diary.calendar, found[-1].last):
            before = found.pop()
            found.append(Suspension((*before.events, event), before.first, max(before.last, last)))
        else:
            found.append(Suspension((event,), event.date, last))
    return tuple(found)


def _last_day(calendar: SchoolCalendar, event: Event, first: dt.date) -> dt.date:
    """*Ends on*, else the school day that *Days* come to, else the first day itself."""
    if event.ends_on is not None:
        return max(event.ends_on, first)
    if event.days is None or not 0 < event.days <= 190:
        return first
    days = math.ceil(event.days)
    beyond_the_sheet = first + (days - 1) * 7 // 5 * _DAY
    return calendar.nth_school_day_from(first, days) or beyond_the_sheet


def _next_day(calendar: SchoolCalendar, day: dt.date) -> dt.date:
    """The next school day; where the sheet does not reach it, the next Monday to Friday."""
    following = calendar.next_school_day(day)
    if following is not None:
        return following
    return day + max(1, 7 - day.weekday() if day.weekday() > 3 else 1) * _DAY


# -- the law's terms ---------------------------------------------------------------------------------------


def days_in_term(diary: Diary, pupil: Pupil, day: dt.date) -> float:
    """School days of suspension in the law's term that ``day`` lies in, up to and with that day's.

    A suspension counts where it began. Where *Days* is blank, the school days from *Date* to *Ends on* do.
    """
    began, ends = term_by_law(diary.calendar, day)
    past = diary.happened(pupil, "Suspension").past
    return sum(_days(diary.calendar, one) for one in past if one.date and began <= one.date <= min(day, ends))


def _days(calendar: SchoolCalendar, event: Event) -> float:
    if event.days is not None:
        return event.days if math.isfinite(event.days) else 0
    if event.date is None or event.ends_on is None:
        return 0
    return calendar.count_school_days(event.date, event.ends_on) or 0


def term_by_law(calendar: SchoolCalendar, day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of the term between two reference dates; each date ends its own term."""
    ends = [*_reference_dates(calendar, day.year - 1), *_reference_dates(calendar, day.year)]
    last = next(one for one in ends if one >= day)
    before = max(one for one in ends if one < day)
    return before + _DAY, last


def _reference_dates(calendar: SchoolCalendar, year: int) -> Iterator[dt.date]:
    yield easter_monday(calendar, year)
    yield dt.date(year, 7, 31)
    yield dt.date(year, 12, 31)


def easter_monday(calendar: SchoolCalendar, year: int) -> dt.date:
    """Easter Monday: a bank holiday, wherever it is one; else the Monday after Good Friday."""
    holidays = calendar.working_days.bank_holidays
    days = (dt.date(year, 3, 22) + number * _DAY for number in range(36))
    good_friday = next((day for day in days if "Good Friday" in holidays.get(day, "")), None)
    return (good_friday or dt.date(year, 4, 5)) + 3 * _DAY
