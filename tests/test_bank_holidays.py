"""Is the table of bank holidays what the package ``holidays`` says, and does every nation get its own?"""

import datetime as dt

import pytest
from bank_holidays_as_kept import PLACE, as_module

from mentor_xl.school_calendar.working_days import WorkingDays
from mentor_xl.vocabulary import Nation


def test_the_table_is_what_the_program_makes_now() -> None:
    assert PLACE.read_text(encoding="utf-8") == as_module()


@pytest.mark.parametrize(
    ("nation", "day", "name"),
    [
        ("England", dt.date(2026, 12, 28), "Boxing Day (substitute day)"),
        ("Wales", dt.date(2026, 4, 3), "Good Friday"),
        ("Scotland", dt.date(2026, 11, 30), "Saint Andrew's Day"),
        ("Northern Ireland", dt.date(2026, 3, 17), "Saint Patrick's Day"),
    ],
)
def test_each_nation_has_its_own_days(nation: Nation, day: dt.date, name: str) -> None:
    assert WorkingDays(nation).bank_holidays[day] == name
