"""Counting in every unit, and rolling what was counted to a school day (reference 2.6)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest
from deadlines.a_school import CALENDAR, casebook_of
from deadlines.day_by_day import plain_year
from deadlines.the_cases import TWO_YEARS
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl import vocabulary
from mentor_xl.deadlines import DeadlineRule, Due, Strength
from mentor_xl.deadlines.counting import count, reckon
from mentor_xl.deadlines.diary import Diary
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import Unit

D = dt.date
YEAR = SchoolCalendar.from_periods(casebook_of("", CALENDAR).calendar, "England")
UNITS: tuple[Unit, ...] = get_args(get_args(vocabulary.Unit)[0])
NEEDS_NO_CALENDAR: tuple[Unit, ...] = ("calendar days", "weeks", "months", "working days")

GOES_BACK: tuple[Unit, ...] = ("calendar days", "weeks", "school days", "working days")


def nothing(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:  # noqa: ARG001
    return iter(())


def rule(unit: Unit, amount: int, strength: Strength = "hard", *, is_notice: bool = False) -> DeadlineRule:
    return DeadlineRule(
        slug="a-rule",
        reference="A-RULE",
        name="A rule",
        amount=amount,
        unit=unit,
        direction="before" if is_notice else "after",
        strength=strength,
        source="for a test",
        uses=(),
        find=nothing,
    )


@pytest.mark.parametrize(
    ("unit", "amount", "anchor", "reached"),
    [
        ("fixed date", 0, D(2026, 11, 28), D(2026, 11, 28)),
        ("calendar days", 15, D(2026, 11, 20), D(2026, 12, 5)),
        ("calendar days", 1, D(2028, 2, 28), D(2028, 2, 29)),
        ("weeks", 6, D(2026, 9, 14), D(2026, 10, 26)),
        ("weeks", 2, D(2026, 12, 18), D(2027, 1, 1)),
        ("school days", 5, D(2026, 10, 21), D(2026, 11, 4)),
        ("school days", 1, D(2026, 11, 26), D(2026, 11, 30)),
        ("school days", 1, D(2026, 10, 24), D(2026, 11, 2)),
        ("school days", 1, D(2027, 7, 21), None),
        ("school days", 1, D(2026, 9, 2), None),
        ("working days", 10, D(2026, 10, 26), D(2026, 11, 9)),
        ("working days", 2, D(2026, 12, 24), D(2026, 12, 30)),
        ("working days", 10, D(2031, 4, 7), D(2031, 4, 23)),
        ("school weeks", 6, D(2026, 9, 14), D(2026, 11, 6)),
        ("school weeks", 1, D(2027, 7, 20), None),
        ("half terms", 1, D(2026, 9, 3), D(2026, 12, 18)),
        ("half terms", 1, D(2026, 10, 27), D(2026, 12, 18)),
        ("terms", 1, D(2026, 10, 26), D(2027, 3, 25)),
        ("terms", 3, D(2026, 9, 3), None),
    ],
)
def test_time_is_counted_in_the_rule_s_own_unit(
    unit: Unit, amount: int, anchor: dt.date, reached: dt.date | None
) -> None:
    assert count(YEAR, rule(unit, amount), anchor) == reached


@pytest.mark.parametrize(
    ("anchor", "months", "hard", "soft"),
    [
        (D(2025, 12, 9), 12, D(2026, 12, 8), D(2026, 12, 9)),
        (D(2027, 3, 1), 12, D(2028, 2, 29), D(2028, 3, 1)),
        (D(2028, 2, 29), 12, D(2029, 2, 28), D(2029, 2, 28)),  # clamped: not one day less again
        (D(2028, 2, 29), 48, D(2032, 2, 28), D(2032, 2, 29)),
        (D(2026, 8, 31), 3, D(2026, 11, 30), D(2026, 11, 30)),
        (D(2026, 1, 31), 1, D(2026, 2, 28), D(2026, 2, 28)),
        (D(2026, 9, 30), 3, D(2026, 12, 29), D(2026, 12, 30)),
        (D(2026, 12, 1), 1, D(2026, 12, 31), D(2027, 1, 1)),
    ],
)
def test_within_months_ends_the_day_before_for_the_law_and_on_the_day_for_good_practice(
    anchor: dt.date, months: int, hard: dt.date, soft: dt.date
) -> None:
    assert count(YEAR, rule("months", months), anchor) == hard
    assert count(YEAR, rule("months", months, "soft"), anchor) == soft


@pytest.mark.parametrize(
    ("unit", "amount", "meeting", "last"),
    [
        ("calendar days", 14, D(2026, 11, 10), D(2026, 10, 27)),
        ("weeks", 2, D(2026, 12, 1), D(2026, 11, 17)),
        ("months", 5, D(2027, 9, 1), D(2027, 4, 1)),
        ("months", 3, D(2027, 5, 31), D(2027, 2, 28)),
        ("school days", 2, D(2026, 11, 30), D(2026, 11, 25)),  # the INSET day is no notice
        ("school days", 1, D(2026, 9, 3), None),
        ("working days", 3, D(2026, 12, 30), D(2026, 12, 23)),
    ],
)
def test_notice_counts_back_from_a_meeting_that_is_not_counted(
    unit: Unit, amount: int, meeting: dt.date, last: dt.date | None
) -> None:
    assert count(YEAR, rule(unit, amount, is_notice=True), meeting) == last


@pytest.mark.parametrize("unit", ["school weeks", "half terms", "terms"])
def test_nobody_gives_notice_in_school_weeks_or_terms(unit: Unit) -> None:
    with pytest.raises(ValueError, match="notice"):
        count(YEAR, rule(unit, 1, is_notice=True), D(2026, 11, 23))


@pytest.mark.parametrize("anchor", [D(1, 1, 1), D(206, 9, 14), D(9999, 12, 31)])
@pytest.mark.parametrize("unit", UNITS)
def test_a_year_that_is_a_slip_of_the_keyboard_is_not_counted_from(unit: Unit, anchor: dt.date) -> None:
    assert count(YEAR, rule(unit, 12), anchor) is None


@pytest.mark.parametrize(
    ("legal", "act_by", "why"),
    [
        (D(2026, 11, 24), D(2026, 11, 24), "Tue 24 Nov 2026."),
        (D(2026, 11, 29), D(2026, 11, 26), "School is closed that day (Sunday): act by Thu 26 Nov 2026."),
        (
            D(2026, 11, 27),
            D(2026, 11, 26),
            "School is closed that day (INSET day): act by Thu 26 Nov 2026.",
        ),
        (D(2026, 12, 25), D(2026, 12, 18), "(bank holiday: Christmas Day): act by Fri 18 Dec 2026."),
        (D(2027, 8, 20), D(2027, 7, 21), "(half-term or school holiday): act by Wed 21 Jul 2027."),
        (D(2027, 9, 1), None, "The Calendar sheet does not reach it."),
    ],
)
def test_a_hard_day_moves_back_to_the_last_school_day(
    legal: dt.date, act_by: dt.date | None, why: str
) -> None:
    reckoning = reckon(YEAR, rule("weeks", 6), legal - dt.timedelta(weeks=6))
    assert (reckoning.legal_last_day, reckoning.act_by) == (legal, act_by)
    assert reckoning.why.endswith(why)
    assert reckoning.moved_days == 0


def test_a_hard_day_is_never_moved_to_before_what_it_is_counted_from() -> None:
    reckoning = reckon(YEAR, rule("calendar days", 5), D(2026, 10, 25))
    assert reckoning.act_by == reckoning.legal_last_day == D(2026, 10, 30)
    assert reckoning.is_on_closed_day
    assert "no school day lies before it" in reckoning.why


@pytest.mark.parametrize(
    ("day", "moved_to", "by"),
    [
        (D(2026, 11, 24), D(2026, 11, 24), 0),
        (D(2026, 10, 28), D(2026, 10, 23), 5),  # a tie goes back
        (D(2026, 10, 29), D(2026, 11, 2), 4),
        (D(2027, 4, 3), D(2027, 3, 25), 9),
        (D(2027, 8, 5), D(2027, 7, 21), 15),
        (D(2027, 8, 20), None, 0),
    ],
)
def test_a_soft_date_moves_to_the_nearest_school_day(day: dt.date, moved_to: dt.date | None, by: int) -> None:
    reckoning = reckon(YEAR, rule("weeks", 1, "soft"), day - dt.timedelta(weeks=1))
    assert (reckoning.legal_last_day, reckoning.act_by, reckoning.moved_days) == (None, moved_to, by)


@pytest.mark.parametrize(
    ("one", "anchor", "why"),
    [
        (
            rule("school weeks", 6, "soft"),
            D(2026, 9, 14),
            "6 school weeks after Mon 14 Sep 2026, half term left out, is Fri 6 Nov 2026.",
        ),
        (
            rule("school weeks", 6, "soft"),
            D(2026, 11, 9),
            "6 school weeks after Mon 9 Nov 2026, 2 weeks without school left out, is Fri 8 Jan 2027.",
        ),
        (
            rule("school weeks", 1, "soft"),
            D(2026, 11, 9),
            "1 school week after Mon 9 Nov 2026 is Fri 20 Nov 2026.",
        ),
        (
            rule("school weeks", 6, "soft"),
            D(2027, 7, 5),
            "6 school weeks after Mon 5 Jul 2027 lie beyond the Calendar sheet.",
        ),
        (rule("months", 12), D(2025, 12, 9), "12 months from Tue 9 Dec 2025 end on Tue 8 Dec 2026."),
        (
            rule("calendar days", 14, is_notice=True),
            D(2026, 12, 1),
            "14 days before Tue 1 Dec 2026 is Tue 17 Nov 2026.",
        ),
    ],
)
def test_the_reason_is_a_sentence_that_a_person_can_check(
    one: DeadlineRule, anchor: dt.date, why: str
) -> None:
    assert reckon(YEAR, one, anchor).why == why


def test_the_reason_says_what_is_counted_from_where_the_date_alone_would_puzzle() -> None:
    reckoning = reckon(YEAR, rule("weeks", 1), D(2026, 11, 9), "the day booked")
    assert reckoning.why == "1 week after Mon 9 Nov 2026, the day booked, is Mon 16 Nov 2026."


anchors = st.dates(D(2026, 8, 1), D(2027, 9, 30))


@settings(deadline=None)
@given(anchors, st.sampled_from(UNITS), st.integers(1, 60))
def test_the_day_to_act_by_is_a_school_day_in_time_or_is_flagged(
    anchor: dt.date, unit: Unit, amount: int
) -> None:
    reckoning = reckon(YEAR, rule(unit, amount), anchor)
    if reckoning.act_by is None:
        assert reckoning.legal_last_day is None or not YEAR.covers(reckoning.legal_last_day)
    else:
        assert reckoning.legal_last_day is not None
        assert anchor <= reckoning.act_by <= reckoning.legal_last_day or unit == "fixed date"
        assert YEAR.is_school_day(reckoning.act_by) != reckoning.is_on_closed_day


@settings(deadline=None)
@given(anchors, st.sampled_from(UNITS), st.integers(1, 60))
def test_a_soft_date_is_a_school_day_and_has_no_legal_day(anchor: dt.date, unit: Unit, amount: int) -> None:
    reckoning = reckon(YEAR, rule(unit, amount, "soft"), anchor)
    assert reckoning.legal_last_day is None
    if reckoning.act_by is not None:
        assert YEAR.is_school_day(reckoning.act_by)


@settings(deadline=None)
@given(anchors, anchors, st.sampled_from(UNITS), st.integers(1, 60), st.sampled_from(["hard", "soft"]))
def test_what_starts_later_is_due_no_earlier(
    one: dt.date, other: dt.date, unit: Unit, amount: int, strength: Strength
) -> None:
    earlier, later = (count(YEAR, rule(unit, amount, strength), day) for day in sorted((one, other)))
    if earlier and later:
        assert earlier <= later


@settings(deadline=None)
@given(anchors, st.sampled_from(UNITS), st.integers(1, 60))
def test_a_longer_time_never_ends_earlier(anchor: dt.date, unit: Unit, amount: int) -> None:
    shorter, longer = (count(YEAR, rule(unit, n), anchor) for n in (amount, amount + 1))
    if shorter and longer:
        assert shorter <= longer


@settings(deadline=None)
@given(st.dates(D(2015, 1, 1), D(2040, 1, 1)), st.sampled_from(NEEDS_NO_CALENDAR), st.integers(1, 60))
def test_what_needs_no_calendar_always_has_a_legal_last_day(anchor: dt.date, unit: Unit, amount: int) -> None:
    assert reckon(YEAR, rule(unit, amount), anchor).legal_last_day is not None


@settings(deadline=None)
@given(anchors, st.sampled_from(GOES_BACK), st.integers(1, 60))
def test_notice_undoes_a_count_from_a_school_day(anchor: dt.date, unit: Unit, amount: int) -> None:
    there = count(YEAR, rule(unit, amount), anchor)
    if there and YEAR.is_school_day(anchor):
        assert count(YEAR, rule(unit, amount, is_notice=True), there) == anchor


# -- next to a plain count ---------------------------------------------------------------------------------

SHEET = casebook_of("", TWO_YEARS).calendar
LONG = SchoolCalendar.from_periods(SHEET, "England")
PLAIN = plain_year(SHEET, LONG.working_days.bank_holidays)
COUNTED: tuple[Unit, ...] = tuple(unit for unit in UNITS if unit != "fixed date")


@given(st.dates(D(2026, 8, 1), D(2028, 9, 30)), st.sampled_from(COUNTED), st.integers(1, 60), st.booleans())
def test_every_unit_comes_to_the_day_that_going_day_by_day_comes_to(
    anchor: dt.date, unit: Unit, amount: int, is_hard: bool
) -> None:
    reached = PLAIN.count(unit, amount, anchor, is_hard=is_hard)
    reckoning = reckon(LONG, rule(unit, amount, "hard" if is_hard else "soft"), anchor)
    assert reckoning.reached == reached
    assert reckoning.act_by == (PLAIN.act_by(reached, anchor, is_hard=is_hard) if reached else None)


@given(st.dates(D(2026, 8, 1), D(2028, 9, 30)), st.sampled_from(GOES_BACK), st.integers(1, 60))
def test_notice_comes_to_the_day_that_going_back_day_by_day_comes_to(
    meeting: dt.date, unit: Unit, amount: int
) -> None:
    reached = PLAIN.count(unit, amount, meeting, is_hard=True, is_notice=True)
    assert count(LONG, rule(unit, amount, is_notice=True), meeting) == reached


@given(st.dates(D(2026, 9, 3), D(2028, 8, 31)), st.integers(1, 60))
def test_a_day_before_which_nothing_may_be_done_is_never_moved_back(anchor: dt.date, amount: int) -> None:
    not_before = replace(rule("calendar days", amount, "soft"), is_not_before=True)
    reckoning = reckon(LONG, not_before, anchor)
    assert reckoning.legal_last_day is None
    if reckoning.act_by is not None and reckoning.reached is not None:
        assert reckoning.act_by >= reckoning.reached
        assert LONG.is_school_day(reckoning.act_by)


@given(st.dates(D(2026, 9, 3), D(2028, 7, 20)), st.integers(1, 12))
def test_the_nth_school_day_is_counted_from_the_first_one_on_or_after_a_date(day: dt.date, n: int) -> None:
    first = day
    while not PLAIN.is_open(first) and PLAIN.is_known(first):
        first += dt.timedelta(days=1)
    expected = PLAIN.walk(first, PLAIN.is_open, n - 1) if n > 1 else first
    assert LONG.nth_school_day_from(day, n) == expected
