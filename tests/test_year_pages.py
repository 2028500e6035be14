"""Is a school year's page true day by day, and does the law's number of school days fit the year?"""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.records import CalendarPeriod
from mentor_xl.school_calendar import SchoolCalendar, plain_name, year_pages
from mentor_xl.school_calendar.year_pages import MARKS, expected_school_days, kind_of_day, school_year_of
from mentor_xl.vocabulary import DayKind, Nation

D = dt.date
DAY = dt.timedelta(days=1)


def row(first: str, last: str | None, kind: DayKind, name: str | None = None) -> CalendarPeriod:
    return CalendarPeriod(
        from_=D.fromisoformat(first), to=D.fromisoformat(last) if last else None, kind=kind, name=name
    )


YEAR = (
    row("2026-09-03", "2026-10-23", "Half term", "Autumn 1"),
    row("2026-11-02", "2026-12-18", "Half term", "Autumn 2"),
    row("2027-01-05", "2027-02-12", "Half term", "Spring 1"),
    row("2027-02-22", "2027-03-25", "Half term", "Spring 2"),
    row("2027-04-12", "2027-05-28", "Half term", "Summer 1"),
    row("2027-06-07", "2027-07-21", "Half term", "Summer 2"),
    row("2026-11-27", None, "INSET day", "Trust training"),
    row("2026-10-08", "2026-10-09", "Closure", "Boiler"),
    row("2027-05-03", None, "Extra school day", "Revision"),
    row("2026-09-19", None, "Extra school day", "Open day"),
)
CALENDAR = SchoolCalendar.from_periods(YEAR, "England")
(PAGE,) = year_pages(CALENDAR)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2026-09-02", "not on the sheet"),
        ("2026-09-03", "school day"),
        ("2026-09-19", "extra school day"),
        ("2026-10-09", "closure"),
        ("2026-10-26", "holiday"),
        ("2026-11-27", "INSET day"),
        ("2026-12-25", "bank holiday"),
        ("2027-05-03", "extra school day"),
        ("2027-07-31", "holiday"),
    ],
)
def test_every_kind_of_day_has_its_mark(day: str, kind: str) -> None:
    assert kind_of_day(CALENDAR, D.fromisoformat(day)) == kind
    assert len(MARKS[kind]) == 1


def test_marks_are_all_different_and_plain() -> None:
    assert len(set(MARKS.values())) == len(MARKS)
    assert "".join(MARKS.values()).isascii()


def test_months_and_half_terms_each_add_up_to_the_year() -> None:
    saturday = 1
    assert sum(month.school_days for month in PAGE.months) == PAGE.school_days == len(CALENDAR.school_days)
    assert sum(one.school_days for one in PAGE.half_terms) == PAGE.school_days
    marks = "".join(week.marks for month in PAGE.months for week in month.weeks)
    assert marks.count("#") + marks.count("X") == PAGE.school_days - saturday


@given(st.dates(D(2026, 9, 1), D(2027, 7, 31)))
def test_every_weekday_stands_in_its_month_and_week(day: dt.date) -> None:
    month = next(one for one in PAGE.months if (one.first.year, one.first.month) == (day.year, day.month))
    if day.weekday() < 5:
        monday = day - day.weekday() * DAY
        (week,) = [one for one in month.weeks if one.first - one.first.weekday() * DAY == monday]
        assert week.marks[day.weekday()] == MARKS[kind_of_day(CALENDAR, day)]
        assert len(week.marks) == 5


def test_special_days_are_those_of_term_time() -> None:
    assert PAGE.special_days["INSET day"] == (D(2026, 11, 27),)
    assert PAGE.special_days["closure"] == (D(2026, 10, 8), D(2026, 10, 9))
    assert PAGE.special_days["extra school day"] == (D(2026, 9, 19), D(2027, 5, 3))
    assert PAGE.special_days["bank holiday"] == ()


@pytest.mark.parametrize(
    ("year", "nation", "days"),
    [
        (2020, "England", 190),
        (2021, "England", 189),
        (2022, "England", 188),
        (2026, "England", 190),
        (2026, "Wales", None),
        (2026, "Scotland", None),
        (2026, "Northern Ireland", None),
    ],
)
def test_a_year_has_190_days_less_its_one_off_bank_holidays(
    year: int, nation: Nation, days: int | None
) -> None:
    assert expected_school_days(year, nation) == days


def test_how_far_a_year_is_off_is_said_of_whole_years_only() -> None:
    assert (PAGE.school_days, PAGE.days_too_many) == (191, 1)
    (half,) = year_pages(SchoolCalendar.from_periods(YEAR[:2], "England"))
    assert not half.is_whole
    assert half.days_too_many == 0
    (abroad,) = year_pages(SchoolCalendar.from_periods(YEAR, "Scotland"))
    assert abroad.days_too_many == 0


def test_each_school_year_has_its_page_and_august_begins_one() -> None:
    scottish = (row("2026-08-17", "2026-10-09", "Half term", "Term 1"), *YEAR[1:])
    next_year = (*YEAR, row("2027-09-02", "2027-10-22", "Half term", "Autumn 1"))
    for rows, years in ((scottish, [2026]), (next_year, [2026, 2027])):
        calendar = SchoolCalendar.from_periods(rows, "Scotland")
        assert [page.year for page in year_pages(calendar)] == years
    assert (school_year_of(D(2027, 7, 31)), school_year_of(D(2027, 8, 1))) == (2026, 2027)


def test_an_empty_sheet_has_no_page() -> None:
    assert year_pages(SchoolCalendar.from_periods((), None)) == ()


@pytest.mark.parametrize(
    "name", ["Autumn 1", "Spring term", "Term 3", "half term 2", "Lent", "Terms 3 and 4"]
)
def test_the_usual_names_are_shown(name: str) -> None:
    assert plain_name(name) == name


@pytest.mark.parametrize("name", ["", "Zeffie", "Autumn Quillfeather", "=1+1", "Autumn 12345"])
def test_other_names_are_not(name: str) -> None:
    assert plain_name(name) == ""
