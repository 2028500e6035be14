"""Which days do offices work, and which day is n working days from another one? In every year."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from mentor_xl.vocabulary import Nation

KNOWN_YEARS = range(1950, 2101)
"""The years whose bank holidays are known; a school's workbook has no others, but for slips."""


class WorkingDays:
    """Monday to Friday less a nation's bank holidays; school holidays do not matter (reference 2.6).

    The nominal day of a bank holiday and its substitute are both closed. One-off bank holidays are those
    that stand in ``bank_holidays``: it has to be made anew when another one is proclaimed.
    """

    def __init__(self, nation: Nation) -> None:
        self.bank_holidays: Mapping[dt.date, str] = dict(sorted(_bank_holidays(nation)))
        self._off = [day.toordinal() for day in self.bank_holidays if day.weekday() < 5]
        # How many working days stand before each bank holiday: turns a count back into a date.
        self._worked = [_weekdays_to(ordinal) - 1 - place for place, ordinal in enumerate(self._off)]

    def is_working_day(self, day: dt.date) -> bool:
        """Whether offices work on this day."""
        return day.weekday() < 5 and day not in self.bank_holidays

    def add(self, day: dt.date, n: int) -> dt.date:
        """The nth working day after ``day`` (before it when n is negative); ``day`` itself for 0."""
        if n == 0:
            return day
        ordinal = day.toordinal()
        return self._numbered(self._up_to(ordinal) + n if n > 0 else self._up_to(ordinal - 1) + 1 + n)

    def _up_to(self, ordinal: int) -> int:
        return _weekdays_to(ordinal) - bisect_right(self._off, ordinal)

    def _numbered(self, number: int) -> dt.date:
        weeks, days = divmod(number + bisect_left(self._worked, number) - 1, 5)
        return dt.date.fromordinal(weeks * 7 + days + 1)


def _bank_holidays(nation: Nation) -> Iterator[tuple[dt.date, str]]:
    from mentor_xl.school_calendar.bank_holidays import KEPT  # noqa: PLC0415  not every command needs dates

    name, is_here = "", False
    for line in KEPT.splitlines():
        if line.startswith("  "):
            for day in line.split() if is_here else ():
                yield dt.date(int(day[:4]), int(day[4:6]), int(day[6:])), name
        else:
            name, _, nations = line.partition(" | ")
            is_here = nation[0] in nations


def _weekdays_to(ordinal: int) -> int:
    """Mondays to Fridays up to and with a day; day 1, 1 January of year 1, is a Monday."""
    weeks, days = divmod(ordinal, 7)
    return weeks * 5 + min(days, 5)
