"""The plain way to count: one day after another, with nothing looked up and nothing prepared.

Written apart from the engine, from the rules of counting alone: an oracle for tests, a rival for benchmarks.
"""

import calendar as months
import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mentor_xl.records import CalendarPeriod
from mentor_xl.vocabulary import Unit

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class PlainYear:
    """A school's year as its sheet says it: half terms with their names, closed days, bank holidays."""

    half_terms: tuple[tuple[str, dt.date, dt.date], ...]
    closed: Collection[dt.date]
    bank_holidays: Collection[dt.date]

    @cached_property
    def first(self) -> dt.date:
        """The first day that the sheet speaks of."""
        return min(first for _, first, _ in self.half_terms)

    @cached_property
    def last(self) -> dt.date:
        """The last; the holiday after the summer term belongs to it."""
        last = max(last for *_, last in self.half_terms)
        return last.replace(month=8, day=31) if last.month in (6, 7) else last

    def is_known(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    @cached_property
    def open_days(self) -> frozenset[dt.date]:
        """Gone through once: a walk then only asks whether a day is among them."""
        days = (
            first + place * DAY
            for _, first, last in self.half_terms
            for place in range((last - first).days + 1)
        )
        return frozenset(day for day in days if self.works(day) and day not in self.closed)

    def is_open(self, day: dt.date) -> bool:
        return day in self.open_days

    def walk(self, day: dt.date, is_counted: Callable[[dt.date], bool], n: int) -> dt.date | None:
        """The nth counted day after (or before) a day; ``None`` past the sheet's edge."""
        step = DAY if n > 0 else -DAY
        left = abs(n)
        while left:
            day += step
            if not self.is_known(day):
                return None
            left -= is_counted(day)
        return day

    def works(self, day: dt.date) -> bool:
        return day.weekday() < 5 and day not in self.bank_holidays

    def add_working_days(self, day: dt.date, n: int) -> dt.date:
        step = DAY if n > 0 else -DAY
        left = abs(n)
        while left:
            day += step
            left -= self.works(day)
        return day

    def add_school_weeks(self, day: dt.date, n: int) -> dt.date | None:
        monday = day - day.weekday() * DAY
        while n:
            monday += 7 * DAY
            if monday > self.last:
                return None
            n -= any(self.is_open(monday + place * DAY) for place in range(5))
        return max(monday + place * DAY for place in range(5) if self.is_open(monday + place * DAY))

    def add_periods(self, day: dt.date, n: int, periods: Sequence[tuple[dt.date, dt.date]]) -> dt.date | None:
        later = [period for period in periods if period[0] > day]
        if len(later) < n:
            return None
        end = later[n - 1][1]
        while not self.is_open(end):
            end -= DAY
        return end

    def terms(self) -> Iterator[tuple[dt.date, dt.date]]:
        """Autumn 1 and Autumn 2 of one school year are one term."""
        halves = [(first, last) for _, first, last in self.half_terms]
        return ((first, last) for (first, _), (_, last) in zip(halves[::2], halves[1::2], strict=True))

    def count(  # noqa: PLR0911  a line for each unit
        self, unit: Unit, amount: int, anchor: dt.date, *, is_hard: bool, is_notice: bool = False
    ) -> dt.date | None:
        """The day that a rule's time arrives at."""
        n = -amount if is_notice else amount
        if unit == "calendar days":
            return anchor + n * DAY
        if unit == "weeks":
            return anchor + 7 * n * DAY
        if unit == "working days":
            return self.add_working_days(anchor, n)
        if unit == "months":
            return _months(anchor, n, is_hard=is_hard and not is_notice)
        if not self.is_known(anchor):
            return None
        if unit == "school days":
            return self.walk(anchor, self.is_open, n)
        if unit == "school weeks":
            return self.add_school_weeks(anchor, n)
        if unit == "half terms":
            return self.add_periods(anchor, n, [(first, last) for _, first, last in self.half_terms])
        return self.add_periods(anchor, n, list(self.terms()))

    def act_by(self, day: dt.date, anchor: dt.date, *, is_hard: bool) -> dt.date | None:
        """A hard day goes back to a school day, but not to before its anchor; a soft one to the nearest."""
        if not self.is_known(day):
            return None
        return self._back(day, anchor) if is_hard else self._nearest(day)

    def _back(self, day: dt.date, anchor: dt.date) -> dt.date | None:
        back = day
        while self.is_known(back) and not self.is_open(back):
            back -= DAY
        if not self.is_known(back):
            return None
        return back if back >= anchor else day

    def _nearest(self, day: dt.date) -> dt.date | None:
        for distance in range(60):
            for near in (day - distance * DAY, day + distance * DAY):
                if not self.is_known(near):
                    return None
                if self.is_open(near):
                    return near
        return None


def plain_year(rows: Iterable[CalendarPeriod], bank_holidays: Collection[dt.date]) -> PlainYear:
    """The year of a *Calendar* sheet without extra school days."""
    named = [(row.name or "", row.from_, row.to or row.from_, row.kind) for row in rows]
    half_terms = [
        (n, first, last) for n, first, last, kind in named if kind == "Half term" and first and last
    ]
    closed = frozenset(first for _, first, _, kind in named if kind != "Half term" and first)
    return PlainYear(tuple(sorted(half_terms, key=lambda one: one[1])), closed, frozenset(bank_holidays))


def _months(day: dt.date, n: int, *, is_hard: bool) -> dt.date:
    place = day.year * 12 + day.month - 1 + n
    year, month = place // 12, place % 12 + 1
    length = months.monthrange(year, month)[1]
    if day.day > length:
        return dt.date(year, month, length)
    return dt.date(year, month, day.day) - is_hard * DAY
