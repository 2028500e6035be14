"""Which year group follows from a date of birth."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.school_calendar.year_groups import school_year, year_number

D = dt.date


@pytest.mark.parametrize(
    ("born", "number"),
    [(D(2013, 9, 1), 8), (D(2014, 8, 31), 8), (D(2014, 9, 1), 7), (D(2022, 8, 31), 0), (D(2022, 9, 1), -1)],
)
def test_a_year_group_is_of_those_born_from_one_september_to_the_next(born: dt.date, number: int) -> None:
    assert year_number(born, D(2026, 11, 23)) == number


def test_a_school_year_begins_on_the_first_of_september() -> None:
    assert (school_year(D(2026, 8, 31)), school_year(D(2026, 9, 1))) == (2025, 2026)


@given(st.dates(D(1990, 1, 1), D(2024, 12, 31)), st.dates(D(2024, 12, 31), D(2100, 1, 1)))
def test_everybody_moves_up_once_a_year(born: dt.date, today: dt.date) -> None:
    a_year_later = D(today.year + 1, today.month, min(today.day, 28))
    assert year_number(born, a_year_later) == year_number(born, today) + 1
