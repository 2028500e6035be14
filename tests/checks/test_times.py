"""Which texts are times at which a meeting can begin?"""

import pytest

from mentor_xl.checks.identifiers import email_fault, phone_figures
from mentor_xl.checks.in_school import time_fault


@pytest.mark.parametrize(
    "typed",
    [
        "3.30pm", "3:30 pm", "14:15", "14.15", "14:15:00", "9.30", "9:30-10:15", "2.15 to 3pm", "12 noon",
        "4 o'clock", "After school", "Lunchtime", "Period 3", "09:00", "10am", "3pm", "tbc with family", "P5",
        "8.45 a.m.", "at the end of the day",
    ],
)  # fmt: skip
def test_times_and_words_are_let_be(typed: str) -> None:
    assert time_fault(typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("25:00", "is no time of day"),
        ("14.75", "is no time of day"),
        ("0.604166667", "is no time of day"),
        ("3.30am", "is in the night"),
        ("02:15", "is in the night"),
        ("23:30", "is in the night"),
        ("2.15", "may be in the morning or in the afternoon"),
        ("3", "may be in the morning or in the afternoon"),
    ],
)
def test_what_is_no_time_to_meet_is_told(typed: str, why: str) -> None:
    assert time_fault(typed) == why


@pytest.mark.parametrize(
    ("email", "why"),
    [
        ("mailto:a@b.uk", "begins with mailto:, which is no part of it"),
        ("a@" + "gmial.com", "ends in a name that is nearly gmail.com"),
        ("a@" + "school.con", "ends in .con, which is usually .com"),
        ("01632 960150", "is a telephone number or another figure"),
        ("a,b@c.uk", "has a comma in it"),
    ],
)
def test_the_slip_in_an_email_address_is_named(email: str, why: str) -> None:
    assert email_fault(email) == why


def test_two_numbers_are_one_however_they_are_written() -> None:
    assert phone_figures("+44 1632 960100") == phone_figures("01632 960 100") != ""


def test_an_extension_is_nobodys_own_number() -> None:
    assert phone_figures("01632 960100 ext 4") == ""
