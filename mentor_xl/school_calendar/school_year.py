"""The school's own year, built once from the *Calendar* sheet, with every answer ready to be looked up.

A day that the sheet does not reach is answered with ``None``, which means *needs calendar*: never a guess
(reference 2.6 and section 4).
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentor_xl.school_calendar.periods import CalendarRow, SchoolPeriod, containing, terms_of, usable
from mentor_xl.school_calendar.working_days import WorkingDays
from mentor_xl.vocabulary import Nation

_DAY = dt.timedelta(days=1)
_WEEKEND = {5: "Saturday", 6: "Sunday"}
_HOLIDAY = "half-term or school holiday"
_BEYOND = "outside the Calendar sheet"


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """School days, weeks and terms of one school, and the working days of its nation."""

    nation: Nation
    covered_from: dt.date | None
    """The first day that the sheet says anything about; ``None`` where it is empty."""
    covered_to: dt.date | None
    half_terms: tuple[SchoolPeriod, ...]
    """In order of their first day."""
    terms: tuple[SchoolPeriod, ...]
    school_days: tuple[dt.date, ...]
    working_days: WorkingDays
    _closed: Mapping[dt.date, str]
    """INSET days and closures, in words."""
    _open: frozenset[dt.date]
    _weeks: tuple[dt.date, ...]
    """The Mondays of the weeks with a school day on Monday to Friday."""
    _last_of_week: tuple[dt.date, ...]

    @classmethod
    def from_periods(cls, periods: Iterable[CalendarRow], nation: Nation | None) -> "SchoolCalendar":
        """Build the calendar from the *Calendar* sheet; a blank nation is England.

        School days are Monday to Friday inside a *Half term*, less INSET days, closures and bank holidays,
        plus extra school days, which win over all of these. A row that cannot be understood is left out.
        """
        nation = nation or "England"
        working_days = WorkingDays(nation)
        rows = sorted(usable(periods), key=lambda row: (row[1].first, row[1].last))
        half_terms = tuple(period for kind, period in rows if kind == "Half term")
        extra = [period for kind, period in rows if kind == "Extra school day"]
        closed = {
            day: "INSET day" if kind == "INSET day" else "closure"
            for kind, period in rows
            if kind in ("INSET day", "Closure")
            for day in period.days
        }
        taught = {
            day
            for period in half_terms
            for day in period.days
            if working_days.is_working_day(day) and day not in closed
        }
        school_days = tuple(sorted(taught.union(*(period.days for period in extra))))
        weeks = {_monday(day): day for day in school_days if day.weekday() < 5}
        return cls(
            nation=nation,
            covered_from=min((period.first for period in (*half_terms, *extra)), default=None),
            covered_to=_covered_to((*half_terms, *extra), nation),
            half_terms=half_terms,
            terms=terms_of(half_terms),
            school_days=school_days,
            working_days=working_days,
            _closed=closed,
            _open=frozenset(school_days),
            _weeks=tuple(weeks),
            _last_of_week=tuple(weeks.values()),
        )

    # -- one day ------------------------------------------------------------------------------------

    def covers(self, day: dt.date) -> bool:
        """Whether the sheet says what this day is."""
        return (
            self.covered_from is not None
            and self.covered_to is not None
            and self.covered_from <= day <= self.covered_to
        )

    def is_school_day(self, day: dt.date) -> bool:
        """Whether the sheet says that school is open; ``False`` also where it does not reach."""
        return day in self._open

    def is_closed(self, day: dt.date) -> bool:
        """Whether the sheet says that school is closed; ``False`` also where it does not reach."""
        return self.covers(day) and day not in self._open

    def why_closed(self, day: dt.date) -> str | None:
        """Why school is closed: *Saturday*, *bank holiday: Good Friday*; ``None`` on a school day.

        What the school itself calls an INSET day or a closure is its own text, and stays unsaid.
        """
        if day in self._open:
            return None
        if not self.covers(day):
            return _BEYOND
        if day.weekday() in _WEEKEND:
            return _WEEKEND[day.weekday()]
        if day in self._closed:
            return self._closed[day]
        holiday = self.working_days.bank_holidays.get(day)
        return _in_words("bank holiday", holiday) if holiday else _HOLIDAY

    def half_term_of(self, day: dt.date) -> SchoolPeriod | None:
        """The half term that a day lies in; ``None`` in a holiday and outside the calendar."""
        return containing(self.half_terms, day)

    def term_of(self, day: dt.date) -> SchoolPeriod | None:
        """The term that a day lies in, its half-term holiday included."""
        return containing(self.terms, day)

    # -- the school day next to a day -------------------------------------------------------------

    def last_school_day_by(self, day: dt.date) -> dt.date | None:
        """The last school day on or before ``day``."""
        return self._at(bisect_right(self.school_days, day) - 1) if self.covers(day) else None

    def first_school_day_from(self, day: dt.date) -> dt.date | None:
        """The first school day on or after ``day``."""
        return self._at(bisect_left(self.school_days, day)) if self.covers(day) else None

    def previous_school_day(self, day: dt.date) -> dt.date | None:
        """The last school day before ``day``."""
        return self.add_school_days(day, -1)

    def next_school_day(self, day: dt.date) -> dt.date | None:
        """The first school day after ``day``."""
        return self.add_school_days(day, 1)

    def nearest_school_day(self, day: dt.date) -> dt.date | None:
        """The nearest school day by calendar days, ties back.

        ``None`` also where a day that the sheet does not reach might be nearer.
        """
        if self.covered_from is None or self.covered_to is None or not self.covers(day):
            return None
        back, on = self.last_school_day_by(day), self.first_school_day_from(day)
        # The days just outside the sheet may be school days: they stand in for a side that is not known.
        days_back = day - (back or self.covered_from - _DAY)
        days_on = (on or self.covered_to + _DAY) - day
        return back if days_back <= days_on else on

    # -- counting -----------------------------------------------------------------------------------

    def add_school_days(self, day: dt.date, n: int) -> dt.date | None:
        """The nth school day after ``day`` (before it when n is negative); ``day`` itself for 0."""
        if n == 0 or not self.covers(day):
            return day if n == 0 else None
        if n > 0:
            return self._at(bisect_right(self.school_days, day) + n - 1)
        return self._at(bisect_left(self.school_days, day) + n)

    def nth_school_day_from(self, day: dt.date, n: int) -> dt.date | None:
        """The nth school day when the first school day on or after ``day`` is day 1 (suspensions)."""
        return self._at(bisect_left(self.school_days, day) + n - 1) if self.covers(day) else None

    def count_school_days(self, first: dt.date, last: dt.date) -> int | None:
        """How many school days lie from ``first`` to ``last``, both included."""
        if not (self.covers(first) and self.covers(last)):
            return None
        return max(0, bisect_right(self.school_days, last) - bisect_left(self.school_days, first))

    def known_school_days_after(self, day: dt.date, up_to: dt.date) -> int:
        """How many of the sheet's school days lie after ``day``, up to and with ``up_to``."""
        return max(0, bisect_right(self.school_days, up_to) - bisect_right(self.school_days, day))

    def add_working_days(self, day: dt.date, n: int) -> dt.date:
        """The nth working day after ``day`` (before it when n is negative); needs no *Calendar* sheet."""
        return self.working_days.add(day, n)

    def add_school_weeks(self, day: dt.date, n: int) -> dt.date | None:
        """The last Monday–Friday school day of the nth school week after ``day``'s week, n at least 1.

        A school week has at least one school day on Monday to Friday.
        """
        place = bisect_right(self._weeks, _monday(day)) + n - 1
        return self._last_of_week[place] if self.covers(day) and place < len(self._weeks) else None

    def weeks_left_out(self, after: dt.date, until: dt.date) -> tuple[dt.date, ...]:
        """The Mondays of the weeks without school, after one day's week and before another's."""
        first, last = _monday(after), _monday(until)
        held = set(self._weeks[bisect_right(self._weeks, first) : bisect_left(self._weeks, last)])
        mondays = (first + 7 * week * _DAY for week in range(1, (last - first).days // 7))
        return tuple(monday for monday in mondays if monday not in held)

    def add_half_terms(self, day: dt.date, n: int) -> dt.date | None:
        """The last school day of the nth half term that begins after ``day``, n at least 1."""
        return self._end_of_nth(self.half_terms, day, n)

    def add_terms(self, day: dt.date, n: int) -> dt.date | None:
        """The last school day of the nth term that begins after ``day``, n at least 1."""
        return self._end_of_nth(self.terms, day, n)

    def _end_of_nth(self, periods: Sequence[SchoolPeriod], day: dt.date, n: int) -> dt.date | None:
        place = bisect_right(periods, day, key=lambda period: period.first) + n - 1
        if not self.covers(day) or place >= len(periods) or not periods[place].is_whole:
            return None
        return self.last_school_day_by(periods[place].last)

    def _at(self, place: int) -> dt.date | None:
        return self.school_days[place] if 0 <= place < len(self.school_days) else None


def _in_words(what: str, name: str) -> str:
    return f"{what}: {name}" if name else what


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * _DAY


def _covered_to(periods: Sequence[SchoolPeriod], nation: Nation) -> dt.date | None:
    """A year that ends in June or July is known to be holiday to the end of August (Scotland: of July)."""
    last = max((period.last for period in periods), default=None)
    if last is None or last.month not in (6, 7):
        return last
    return last.replace(month=7 if nation == "Scotland" else 8, day=31)
