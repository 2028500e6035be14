"""The school's calendar: every answer against a table, or against walking from day to day."""

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl.records import CalendarPeriod
from mentor_xl.school_calendar import SchoolCalendar, WorkingDays
from mentor_xl.vocabulary import DayKind, Nation

D = dt.date
DAY = dt.timedelta(days=1)
NATIONS: tuple[Nation, ...] = ("England", "Wales", "Scotland", "Northern Ireland")


def row(first: str, last: str | None, kind: DayKind, name: str | None = None) -> CalendarPeriod:
    return CalendarPeriod(
        from_=D.fromisoformat(first), to=D.fromisoformat(last) if last else None, kind=kind, name=name
    )


YEAR = (
    row("2026-11-02", "2026-12-18", "Half term", "Autumn 2"),
    row("2026-09-03", "2026-10-23", "Half term", "Autumn 1"),
    row("2027-01-05", "2027-02-12", "Half term", "Spring 1"),
    row("2027-02-22", "2027-03-25", "Half term", "Spring 2"),
    row("2027-04-12", "2027-05-28", "Half term", "Summer 1"),
    row("2027-06-07", "2027-07-21", "Half term", "Summer 2"),
    row("2026-11-27", None, "INSET day", "Trust training"),
    row("2027-06-07", None, "INSET day"),
    row("2026-10-08", "2026-10-09", "Closure", "Boiler"),
    row("2027-05-03", None, "Extra school day", "Bank holiday revision"),
    row("2026-09-19", None, "Extra school day", "Open day"),
)
ENGLAND = SchoolCalendar.from_periods(YEAR, "England")
EMPTY = SchoolCalendar.from_periods((), None)

covered_days = st.dates(D(2026, 9, 3), D(2027, 8, 31))
any_days = st.dates(D(2020, 1, 1), D(2032, 12, 31))


def from_day_to_day(start: dt.date, step: int) -> list[dt.date]:
    """The oracle: every covered day after ``start``, one by one."""
    days, day = [], start + step * DAY
    while ENGLAND.covers(day):
        days.append(day)
        day += step * DAY
    return days


# -- one day -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (D(2026, 9, 2), "outside the Calendar sheet"),
        (D(2026, 9, 3), None),
        (D(2026, 9, 5), "Saturday"),
        (D(2026, 9, 6), "Sunday"),
        (D(2026, 9, 19), None),
        (D(2026, 10, 8), "closure"),
        (D(2026, 10, 9), "closure"),
        (D(2026, 10, 23), None),
        (D(2026, 10, 26), "half-term or school holiday"),
        (D(2026, 11, 27), "INSET day"),
        (D(2026, 12, 25), "bank holiday: Christmas Day"),
        (D(2026, 12, 26), "Saturday"),
        (D(2026, 12, 28), "bank holiday: Boxing Day (substitute day)"),
        (D(2027, 5, 3), None),
        (D(2027, 5, 31), "bank holiday: Spring Bank Holiday"),
        (D(2027, 6, 7), "INSET day"),
        (D(2027, 8, 31), "half-term or school holiday"),
        (D(2027, 9, 1), "outside the Calendar sheet"),
    ],
)
def test_a_day_is_a_school_day_or_says_why_not(day: dt.date, why: str | None) -> None:
    assert ENGLAND.why_closed(day) == why
    assert ENGLAND.is_school_day(day) == (why is None)
    assert ENGLAND.is_closed(day) == (why not in (None, "outside the Calendar sheet"))


def test_a_day_inside_a_half_term_that_is_a_bank_holiday_is_closed() -> None:
    without_extra = [one for one in YEAR if one.kind != "Extra school day"]
    calendar = SchoolCalendar.from_periods(without_extra, "England")
    assert calendar.is_closed(D(2027, 5, 3))
    assert ENGLAND.is_school_day(D(2027, 5, 3))


def test_an_extra_school_day_wins_over_an_inset_day_and_a_closure() -> None:
    periods = [
        row("2026-09-03", "2026-10-23", "Half term", "Autumn 1"),
        row("2026-09-07", "2026-09-08", "INSET day"),
        row("2026-09-08", "2026-09-09", "Closure"),
        row("2026-09-08", None, "Extra school day"),
    ]
    calendar = SchoolCalendar.from_periods(periods, "England")
    open_days = [calendar.is_school_day(D(2026, 9, day)) for day in (7, 8, 9)]
    assert open_days == [False, True, False]


@pytest.mark.parametrize(
    ("last", "nation", "covered_to"),
    [
        (D(2027, 7, 21), "England", D(2027, 8, 31)),
        (D(2027, 6, 25), "Northern Ireland", D(2027, 8, 31)),
        (D(2027, 6, 25), "Scotland", D(2027, 7, 31)),
        (D(2027, 5, 28), "England", D(2027, 5, 28)),
        (D(2027, 8, 6), "England", D(2027, 8, 6)),
    ],
)
def test_a_year_that_ends_in_june_or_july_is_known_to_the_end_of_the_summer_holiday(
    last: dt.date, nation: Nation, covered_to: dt.date
) -> None:
    period = CalendarPeriod(from_=D(2027, 4, 12), to=last, kind="Half term", name="Summer 1")
    assert SchoolCalendar.from_periods([period], nation).covered_to == covered_to


def test_inset_days_and_closures_do_not_lengthen_what_the_calendar_covers() -> None:
    periods = [row("2026-09-01", "2026-09-02", "INSET day"), *YEAR, row("2027-09-01", None, "Closure")]
    calendar = SchoolCalendar.from_periods(periods, "England")
    assert (calendar.covered_from, calendar.covered_to) == (D(2026, 9, 3), D(2027, 8, 31))


def test_an_empty_calendar_covers_nothing_and_answers_nothing() -> None:
    day = D(2026, 11, 23)
    assert not EMPTY.covers(day)
    assert not EMPTY.is_school_day(day)
    assert not EMPTY.is_closed(day)
    assert EMPTY.nearest_school_day(day) is None
    assert EMPTY.last_school_day_by(day) is None
    assert EMPTY.add_school_days(day, 3) is None
    assert EMPTY.add_school_weeks(day, 1) is None
    assert EMPTY.add_terms(day, 1) is None
    assert EMPTY.count_school_days(day, day) is None
    assert EMPTY.add_working_days(day, 5) == D(2026, 11, 30)


@pytest.mark.parametrize(
    "unusable",
    [
        CalendarPeriod(from_=None, to=D(2026, 10, 23), kind="Half term"),
        CalendarPeriod(from_=D(2026, 9, 3), to=D(2026, 10, 23), kind=None),
        CalendarPeriod(from_=D(2026, 10, 23), to=D(2026, 9, 3), kind="Half term"),
        CalendarPeriod(from_=D(2026, 9, 3), to=D(9999, 12, 31), kind="Half term"),
        CalendarPeriod(from_=D(206, 9, 3), to=None, kind="Half term"),
    ],
)
def test_a_row_that_cannot_be_understood_is_left_out(unusable: CalendarPeriod) -> None:
    assert SchoolCalendar.from_periods([unusable], "England").covered_from is None


# -- the school day next to a day ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "by", "following", "nearest"),
    [
        # an ordinary Monday
        (D(2026, 11, 23), D(2026, 11, 23), D(2026, 11, 24), D(2026, 11, 23)),
        # Saturday and Sunday
        (D(2026, 11, 14), D(2026, 11, 13), D(2026, 11, 16), D(2026, 11, 13)),
        (D(2026, 11, 15), D(2026, 11, 13), D(2026, 11, 16), D(2026, 11, 16)),
        # the INSET day before a weekend
        (D(2026, 11, 27), D(2026, 11, 26), D(2026, 11, 30), D(2026, 11, 26)),
        # half term: Wednesday is 5 days from each side, and ties go back
        (D(2026, 10, 28), D(2026, 10, 23), D(2026, 11, 2), D(2026, 10, 23)),
        (D(2026, 10, 29), D(2026, 10, 23), D(2026, 11, 2), D(2026, 11, 2)),
        # Christmas
        (D(2026, 12, 25), D(2026, 12, 18), D(2027, 1, 5), D(2026, 12, 18)),
        (D(2027, 1, 1), D(2026, 12, 18), D(2027, 1, 5), D(2027, 1, 5)),
        # August: by 11 August nothing in September can be nearer; from then on nobody knows
        (D(2027, 8, 11), D(2027, 7, 21), None, D(2027, 7, 21)),
        (D(2027, 8, 12), D(2027, 7, 21), None, None),
        # outside
        (D(2027, 9, 1), None, None, None),
        (D(2026, 9, 2), None, None, None),
    ],
)
def test_the_school_day_next_to_a_day(
    day: dt.date, by: dt.date | None, following: dt.date | None, nearest: dt.date | None
) -> None:
    assert ENGLAND.last_school_day_by(day) == by
    assert ENGLAND.next_school_day(day) == following
    assert ENGLAND.nearest_school_day(day) == nearest


@settings(deadline=None)
@given(covered_days)
def test_the_nearest_school_day_is_what_walking_both_ways_finds(day: dt.date) -> None:
    back = next((one for one in [day, *from_day_to_day(day, -1)] if ENGLAND.is_school_day(one)), None)
    on = next((one for one in [day, *from_day_to_day(day, 1)] if ENGLAND.is_school_day(one)), None)
    assert ENGLAND.last_school_day_by(day) == back
    assert ENGLAND.first_school_day_from(day) == on
    if back and on:
        assert ENGLAND.nearest_school_day(day) == (back if day - back <= on - day else on)


# -- school days -----------------------------------------------------------------------------------------


@settings(deadline=None)
@given(covered_days, st.integers(1, 230))
def test_adding_school_days_is_what_walking_finds(day: dt.date, n: int) -> None:
    ahead = [one for one in from_day_to_day(day, 1) if ENGLAND.is_school_day(one)]
    behind = [one for one in from_day_to_day(day, -1) if ENGLAND.is_school_day(one)]
    assert ENGLAND.add_school_days(day, n) == (ahead[n - 1] if n <= len(ahead) else None)
    assert ENGLAND.add_school_days(day, -n) == (behind[n - 1] if n <= len(behind) else None)


@settings(deadline=None)
@given(covered_days, st.integers(1, 100))
def test_school_days_counted_on_and_back_again_come_home(day: dt.date, n: int) -> None:
    there = ENGLAND.add_school_days(day, n)
    if there and ENGLAND.is_school_day(day):
        assert ENGLAND.add_school_days(there, -n) == day
        assert ENGLAND.known_school_days_after(day, there) == n
        assert ENGLAND.count_school_days(day, there) == n + 1


def test_no_school_days_on_is_the_day_itself() -> None:
    assert ENGLAND.add_school_days(D(2026, 11, 28), 0) == D(2026, 11, 28)


@pytest.mark.parametrize(
    ("first", "n", "nth"),
    [
        (D(2026, 11, 20), 1, D(2026, 11, 20)),
        (D(2026, 11, 20), 6, D(2026, 11, 30)),  # past the weekend and the INSET day
        (D(2026, 10, 24), 1, D(2026, 11, 2)),  # suspended on a Saturday of half term
        (D(2027, 7, 20), 3, None),
    ],
)
def test_the_nth_school_day_of_a_suspension_counts_its_first_day_as_day_1(
    first: dt.date, n: int, nth: dt.date | None
) -> None:
    assert ENGLAND.nth_school_day_from(first, n) == nth


def test_school_days_between_two_days_are_not_counted_past_the_calendar() -> None:
    assert ENGLAND.count_school_days(D(2026, 11, 23), D(2026, 11, 29)) == 4
    assert ENGLAND.count_school_days(D(2026, 11, 29), D(2026, 11, 23)) == 0
    assert ENGLAND.count_school_days(D(2027, 7, 1), D(2027, 9, 2)) is None


# -- working days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nation", "day", "n", "there"),
    [
        ("England", D(2026, 10, 26), 10, D(2026, 11, 9)),  # half term counts
        ("England", D(2026, 10, 26), 20, D(2026, 11, 23)),
        ("England", D(2026, 12, 24), 1, D(2026, 12, 29)),  # Christmas, weekend, Boxing Day's substitute
        ("England", D(2026, 12, 29), -1, D(2026, 12, 24)),
        ("England", D(2027, 3, 25), 1, D(2027, 3, 30)),  # Good Friday and Easter Monday
        ("Scotland", D(2027, 3, 25), 1, D(2027, 3, 29)),  # Easter Monday is no bank holiday there
        ("Scotland", D(2026, 11, 27), 1, D(2026, 12, 1)),  # St Andrew's Day
        ("Scotland", D(2026, 6, 12), 1, D(2026, 6, 16)),  # the World Cup
        ("Northern Ireland", D(2027, 3, 16), 1, D(2027, 3, 18)),  # St Patrick's Day
        ("Northern Ireland", D(2027, 7, 9), 1, D(2027, 7, 13)),
        ("Wales", D(2027, 5, 28), 1, D(2027, 6, 1)),
        ("England", D(2028, 2, 28), 1, D(2028, 2, 29)),  # leap day
        ("England", D(2026, 11, 28), 1, D(2026, 11, 30)),
        ("England", D(2026, 11, 28), -1, D(2026, 11, 27)),
        ("England", D(2026, 11, 28), 0, D(2026, 11, 28)),
        ("England", D(1890, 1, 4), 1, D(1890, 1, 6)),
    ],
)
def test_working_days_leave_out_weekends_and_the_nation_s_bank_holidays(
    nation: Nation, day: dt.date, n: int, there: dt.date
) -> None:
    assert WorkingDays(nation).add(day, n) == there


@pytest.mark.parametrize("nation", NATIONS)
def test_working_days_are_what_walking_finds(nation: Nation) -> None:
    working_days = WorkingDays(nation)

    @settings(deadline=None)
    @given(any_days, st.integers(1, 60), st.sampled_from([1, -1]))
    def check(day: dt.date, n: int, way: int) -> None:
        walked, left = day, n
        while left:
            walked += way * DAY
            left -= walked.weekday() < 5 and walked not in working_days.bank_holidays
        assert working_days.add(day, way * n) == walked

    check()


# -- school weeks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "n", "there"),
    [
        (D(2026, 9, 14), 6, D(2026, 11, 6)),
        (D(2026, 9, 21), 6, D(2026, 11, 13)),
        (D(2026, 10, 5), 6, D(2026, 11, 26)),  # the Friday is an INSET day
        (D(2026, 10, 23), 6, D(2026, 12, 11)),
        (D(2026, 10, 28), 1, D(2026, 11, 6)),  # from the half term holiday itself
        (D(2026, 9, 28), 1, D(2026, 10, 7)),  # the boiler: closed on Thursday and Friday
        (D(2026, 9, 7), 1, D(2026, 9, 18)),  # the Saturday after it is no end of a school week
        (D(2026, 12, 14), 1, D(2027, 1, 8)),  # a week that begins on a Tuesday counts
        (D(2027, 7, 12), 1, D(2027, 7, 21)),
        (D(2027, 7, 19), 1, None),
        (D(2026, 9, 2), 1, None),
    ],
)
def test_school_weeks_end_on_the_last_school_day_of_the_week(
    day: dt.date, n: int, there: dt.date | None
) -> None:
    assert ENGLAND.add_school_weeks(day, n) == there


@settings(deadline=None)
@given(covered_days, st.integers(1, 45))
def test_school_weeks_are_what_walking_from_week_to_week_finds(day: dt.date, n: int) -> None:
    monday = day - day.weekday() * DAY
    ends = []
    while ENGLAND.covers(monday := monday + 7 * DAY):
        week = [one for one in (monday + place * DAY for place in range(5)) if ENGLAND.is_school_day(one)]
        ends += week[-1:]
    assert ENGLAND.add_school_weeks(day, n) == (ends[n - 1] if n <= len(ends) else None)


def test_the_weeks_left_out_are_those_without_school() -> None:
    assert ENGLAND.weeks_left_out(D(2026, 10, 20), D(2026, 11, 6)) == (D(2026, 10, 26),)
    assert ENGLAND.weeks_left_out(D(2026, 11, 9), D(2027, 1, 8)) == (D(2026, 12, 21), D(2026, 12, 28))
    assert ENGLAND.weeks_left_out(D(2026, 11, 9), D(2026, 11, 20)) == ()


# -- half terms and terms ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "n", "half_term_ends", "term_ends"),
    [
        (D(2026, 9, 3), 1, D(2026, 12, 18), D(2027, 3, 25)),
        (D(2026, 10, 26), 1, D(2026, 12, 18), D(2027, 3, 25)),
        (D(2026, 10, 26), 2, D(2027, 2, 12), D(2027, 7, 21)),
        (D(2026, 12, 25), 1, D(2027, 2, 12), D(2027, 3, 25)),
        (D(2027, 6, 7), 1, None, None),
        (D(2026, 9, 1), 1, None, None),
    ],
)
def test_half_terms_and_terms_after_a_day_begin_after_it(
    day: dt.date, n: int, half_term_ends: dt.date | None, term_ends: dt.date | None
) -> None:
    assert ENGLAND.add_half_terms(day, n) == half_term_ends
    assert ENGLAND.add_terms(day, n) == term_ends


def test_half_terms_whose_names_differ_by_their_number_make_a_term() -> None:
    names = [(term.name, term.first, term.last) for term in ENGLAND.terms]
    assert names == [
        ("Autumn", D(2026, 9, 3), D(2026, 12, 18)),
        ("Spring", D(2027, 1, 5), D(2027, 3, 25)),
        ("Summer", D(2027, 4, 12), D(2027, 7, 21)),
    ]


@pytest.mark.parametrize(
    ("names", "terms"),
    [
        (["Term 1", "Term 2", "Term 3", "Term 4", "Term 5", "Term 6"], ["12", "34", "56"]),
        (["Autumn 1", "Autumn 2", "Autumn 1", "Autumn 2", "Spring 1", "Spring 2"], ["12", "34", "56"]),
        (["1", "2", "3", "4", "5", "6"], ["12", "34", "56"]),
        (["autumn 1", "Autumn  2", "Spring", "Summer", "Autumn 2027", "Spring 2028"], ["12", *"3456"]),
        ([None, None, "", "", "Summer 1", "Summer 2"], [*"1234", "56"]),
    ],
)
def test_terms_are_made_of_names_alike(names: list[str | None], terms: list[str]) -> None:
    first = D(2026, 9, 7)
    periods = [
        CalendarPeriod(
            from_=first + 42 * place * DAY, to=first + (42 * place + 32) * DAY, kind="Half term", name=name
        )
        for place, name in enumerate(names)
    ]
    calendar = SchoolCalendar.from_periods(periods, "England")
    spans = [
        "".join(
            str(place)
            for place, half in enumerate(calendar.half_terms, 1)
            if term.first <= half.first and half.last <= term.last
        )
        for term in calendar.terms
    ]
    assert spans == terms


def test_nobody_knows_when_a_term_ends_whose_second_half_is_not_on_the_sheet() -> None:
    only_autumn_1 = [one for one in YEAR if one.name in ("Autumn 1", "Spring 1", "Spring 2")]
    summer = row("2026-06-01", "2026-07-20", "Half term", "Summer 2")
    calendar = SchoolCalendar.from_periods([summer, *only_autumn_1], "England")
    assert calendar.add_half_terms(D(2026, 7, 1), 1) == D(2026, 10, 23)
    assert calendar.add_terms(D(2026, 7, 1), 1) is None
    assert calendar.add_terms(D(2026, 7, 1), 2) == D(2027, 3, 25)


def test_a_day_lies_in_a_half_term_and_in_a_term() -> None:
    half_term, term = ENGLAND.half_term_of(D(2026, 11, 8)), ENGLAND.term_of(D(2026, 10, 28))
    assert half_term is not None
    assert half_term.name == "Autumn 2"
    assert term is not None
    assert term.name == "Autumn"
    assert ENGLAND.half_term_of(D(2026, 10, 28)) is None
    assert ENGLAND.term_of(D(2026, 12, 19)) is None
    assert ENGLAND.term_of(D(2026, 9, 2)) is None


def test_importing_the_calendar_does_not_import_the_bank_holidays() -> None:
    code = "import sys, mentor_xl.deadlines, mentor_xl.school_calendar; print('holidays' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
