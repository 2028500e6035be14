"""What does each school year look like, day by day, and has it as many school days as it should?"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mentor_xl.school_calendar.periods import SchoolPeriod
from mentor_xl.school_calendar.school_year import SchoolCalendar
from mentor_xl.vocabulary import Nation

_DAY = dt.timedelta(days=1)
_TERM_WORDS = re.compile(
    r"(autumn|winter|christmas|michaelmas|spring|lent|easter|summer|trinity|half|term|terms|ht|and|&|-|"
    r"first|second|[1-6])",
    re.IGNORECASE,
)

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "school day": "#",
        "holiday": ".",
        "INSET day": "I",
        "bank holiday": "B",
        "closure": "C",
        "extra school day": "X",
        "not on the sheet": "?",
    }
)
"""What a day is, and its mark on the page: signs that every console has."""

SCHOOL_DAYS_OF_A_YEAR = 190
"""380 sessions, two a day: The Education (School Day and School Year) (England) Regulations 1999, reg. 3
(reference 4). Academies, voluntary aided and foundation schools set their own."""
SOURCE = "Education (School Day and School Year) (England) Regulations 1999, reg. 3"
ONE_OFF_BANK_HOLIDAYS = (dt.date(2022, 6, 3), dt.date(2022, 9, 19), dt.date(2023, 5, 8))
"""Bank holidays that a year had more than other years: each makes it a day shorter (reference 4)."""


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Friday of one week, as far as it lies in one month."""

    first: dt.date
    """The first of its days in the month."""
    marks: str
    """Five signs; a space for a day of another month."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month as a row of weeks."""

    first: dt.date
    weeks: tuple[Week, ...]
    school_days: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half term, and how many school days it has."""

    name: str
    first: dt.date
    last: dt.date
    school_days: int


@dataclass(frozen=True, slots=True)
class YearPage:
    """A school year, August to July, as the *Calendar* sheet has it."""

    year: int
    """The year in which it begins."""
    months: tuple[Month, ...]
    half_terms: tuple[Stretch, ...]
    school_days: int
    special_days: Mapping[str, tuple[dt.date, ...]]
    """Kind of day, such as *INSET day*, to its days in term time."""
    expected: int | None
    """School days that the year should have; ``None``: Mentor XL knows no number for this nation."""

    @property
    def is_whole(self) -> bool:
        """Whether the sheet has all of it: six half terms, or three terms that were typed whole."""
        spans = (self.half_terms[-1].last - self.half_terms[0].first).days if self.half_terms else 0
        return len(self.half_terms) >= 3 and spans > 270

    @property
    def days_too_many(self) -> int:
        """How many more school days it has than it should; negative: fewer. 0 where nobody can say."""
        return self.school_days - self.expected if self.expected is not None and self.is_whole else 0


def year_pages(calendar: SchoolCalendar) -> tuple[YearPage, ...]:
    """A page for each school year that the sheet has a half term of."""
    years = dict.fromkeys(school_year_of(period.first) for period in calendar.half_terms)
    return tuple(_page(calendar, year) for year in years)


def school_year_of(day: dt.date) -> int:
    """The year in which the school year of a day begins: August is the first month of the new one."""
    return day.year - (day.month < 8)


def expected_school_days(year: int, nation: Nation) -> int | None:
    """190 in England, less the bank holidays that the year had more than others."""
    if nation != "England":
        return None
    return SCHOOL_DAYS_OF_A_YEAR - sum(school_year_of(day) == year for day in ONE_OFF_BANK_HOLIDAYS)


def plain_name(name: str) -> str:
    """A half term's or term's name where it is made of the usual words, else nothing: it might be anybody."""
    words = name.split()
    return name if words and all(map(_TERM_WORDS.fullmatch, words)) else ""


def kind_of_day(calendar: SchoolCalendar, day: dt.date) -> str:
    """What a day is: a key of ``MARKS``."""
    if not calendar.covers(day):
        return "not on the sheet"
    if calendar.is_school_day(day):
        taught = calendar.half_term_of(day) is not None and calendar.working_days.is_working_day(day)
        return "school day" if taught else "extra school day"
    why = (calendar.why_closed(day) or "").partition(":")[0]
    return why if why in MARKS else "holiday"


def _page(calendar: SchoolCalendar, year: int) -> YearPage:
    half_terms = tuple(
        _stretch(calendar, period, place)
        for place, period in enumerate(
            (one for one in calendar.half_terms if school_year_of(one.first) == year), 1
        )
    )
    first, last = dt.date(year, 8, 1), dt.date(year + 1, 7, 31)
    days = [first + n * _DAY for n in range((last - first).days + 1)]
    of_year = [day for day in days if calendar.is_school_day(day)]
    begins = min((half_terms[0].first, *of_year[:1]))
    ends = max((*(one.last for one in half_terms), *of_year[-1:]))
    months = tuple(_month(calendar, month) for month in _months(begins, ends))
    special: dict[str, tuple[dt.date, ...]] = {}
    for kind in ("INSET day", "bank holiday", "closure", "extra school day"):
        special[kind] = tuple(day for day in days if _is_special(calendar, day, kind))
    return YearPage(
        year=year,
        months=months,
        half_terms=half_terms,
        school_days=len(of_year),
        special_days=special,
        expected=expected_school_days(year, calendar.nation),
    )


def _is_special(calendar: SchoolCalendar, day: dt.date, kind: str) -> bool:
    if kind_of_day(calendar, day) != kind:
        return False
    return kind == "extra school day" or (day.weekday() < 5 and calendar.half_term_of(day) is not None)


def _stretch(calendar: SchoolCalendar, period: SchoolPeriod, place: int) -> Stretch:
    days = calendar.count_school_days(period.first, period.last) or 0
    return Stretch(plain_name(period.name) or f"Half term {place}", period.first, period.last, days)


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + 31 * _DAY).replace(day=1)


def _month(calendar: SchoolCalendar, first: dt.date) -> Month:
    days = [first + n * _DAY for n in range(31) if (first + n * _DAY).month == first.month]
    weeks: dict[dt.date, list[dt.date]] = {}
    for day in days:
        if day.weekday() < 5:
            weeks.setdefault(day - day.weekday() * _DAY, []).append(day)
    rows = tuple(Week(of_week[0], _marks(calendar, of_week)) for of_week in weeks.values())
    return Month(first, rows, sum(map(calendar.is_school_day, days)))


def _marks(calendar: SchoolCalendar, days: list[dt.date]) -> str:
    by_weekday = {day.weekday(): MARKS[kind_of_day(calendar, day)] for day in days}
    return "".join(by_weekday.get(weekday, " ") for weekday in range(5))
