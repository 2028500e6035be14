"""A date in words is the same on every machine."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.dates import MONTHS, WEEKDAYS, day_of, in_words, short, with_weekday


def test_a_date_in_words_has_no_leading_zero_and_no_ordinal() -> None:
    day = dt.date(2026, 11, 5)
    assert in_words(day) == "5 November 2026"
    assert with_weekday(day) == "Thursday 5 November 2026"
    assert short(day) == "Thu 5 Nov 2026"


@pytest.mark.parametrize(("month", "shown"), [(5, "1 May 2026"), (9, "1 Sep 2026"), (6, "1 Jun 2026")])
def test_a_short_month_has_three_letters(month: int, shown: str) -> None:
    assert short(dt.date(2026, month, 1)).endswith(shown)


@given(st.dates())
def test_every_day_can_be_told_from_its_words(day: dt.date) -> None:
    number, month, year = in_words(day).split()
    assert dt.date(int(year), MONTHS.index(month) + 1, int(number)) == day
    assert with_weekday(day) == f"{WEEKDAYS[day.weekday()]} {in_words(day)}"
    assert WEEKDAYS[day.isoweekday() - 1].startswith(short(day)[:3])
    assert day_of(in_words(day)) == day_of(with_weekday(day)) == day


@pytest.mark.parametrize("words", ["", "soon", "31 June 2026", "November 2026", "by Friday", "5 Nov 2026"])
def test_other_words_are_no_day(words: str) -> None:
    assert day_of(words) is None
