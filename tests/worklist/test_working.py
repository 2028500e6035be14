"""Is every date's working what a person with the calendar would write down?"""

import datetime as dt
from dataclasses import replace
from typing import get_args

import pytest
from deadlines.a_school import CALENDAR, PUPIL, casebook_of, dues_of, the_only
from deadlines.the_cases import CASES as EVERY_RULE
from deadlines.the_cases import TWO_YEARS

from mentor_xl.dates import short
from mentor_xl.deadlines import RULES, Due
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import Unit
from mentor_xl.worklist.counted import COUNTED, Step
from mentor_xl.worklist.working import working

D = dt.date
TODAY = D(2026, 11, 23)

CASE = "\n# Cases\n| Case ID | Pupil ID | Status | Started on | Planned end |\n"
PLAN = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth | SEN status | EHCP issued |
| 000001   | Aske          | Rowan          | 2013-05-05    | E          | {} |
"""
CARE = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth | Looked after | Came into care |
| 000001   | Aske          | Rowan          | 2013-05-05    | Looked after | {} |
"""


def _year(calendar: str = CALENDAR) -> SchoolCalendar:
    casebook = casebook_of("", calendar)
    return SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)


def _lines(text: str, slug: str, *, calendar: str = CALENDAR) -> list[str]:
    due = the_only([one for one in dues_of(text, TODAY, calendar=calendar) if one.state != "held"], slug)
    return [_line(step) for step in working(_year(calendar), due)]


def _line(step: Step) -> str:
    days = short(step.first) if step.first == step.last else f"{short(step.first)} - {short(step.last)}"
    return f"{step.number or '-'} {days}: {step.says}"


def test_school_weeks_are_shown_each_with_those_left_out() -> None:
    lines = _lines(PUPIL + CASE + "| C1 | 000001 | Active | 2026-09-21 | |", "mentoring-review")
    assert lines == [
        "- Mon 21 Sep 2026: counted from here: day 0",
        "1 Mon 28 Sep 2026 - Fri 2 Oct 2026: 5 school days",
        "2 Mon 5 Oct 2026 - Fri 9 Oct 2026: 4 school days; closed Fri (closure)",
        "3 Mon 12 Oct 2026 - Fri 16 Oct 2026: 5 school days",
        "4 Mon 19 Oct 2026 - Fri 23 Oct 2026: 5 school days",
        "- Mon 26 Oct 2026 - Fri 30 Oct 2026: left out: half-term or school holiday",
        "5 Mon 2 Nov 2026 - Fri 6 Nov 2026: 5 school days",
        "6 Mon 9 Nov 2026 - Fri 13 Nov 2026: 5 school days; the last is Fri 13 Nov 2026",
        "- Fri 13 Nov 2026: a school day: act by then",
    ]


def test_the_last_school_week_ends_before_an_inset_day() -> None:
    lines = _lines(PUPIL + CASE + "| C1 | 000001 | Active | 2026-10-09 | |", "mentoring-review")
    assert lines[-2].endswith("4 school days; closed Fri (INSET day); the last is Thu 26 Nov 2026")
    assert lines[-1] == "- Thu 26 Nov 2026: a school day: act by then"


def test_a_planned_end_that_comes_first_is_told() -> None:
    lines = _lines(PUPIL + CASE + "| C1 | 000001 | Active | 2026-11-09 | 2026-12-18 |", "mentoring-review")
    assert lines[-1] == "- Fri 18 Dec 2026: brought forward to this day: see the sentence"


def test_months_of_the_law_end_the_day_before_and_roll_back_over_a_holiday() -> None:
    lines = _lines(PLAN.format("2026-01-02"), "ehcp-annual-review")
    closed = "weekend, half-term or school holiday, bank holiday: Christmas Day"
    closed += ", bank holiday: Boxing Day (substitute day), bank holiday: New Year's Day"
    assert lines[12:] == [
        "12 Sat 2 Jan 2027: the same day",
        "- Fri 1 Jan 2027: the months end the day before",
        "- Fri 1 Jan 2027: the last legal day",
        f"- Sat 19 Dec 2026 - Fri 1 Jan 2027: school is closed: {closed}",
        "- Fri 18 Dec 2026: act by then: the last school day before",
    ]


def test_a_plan_from_29_february_ends_on_the_last_of_february() -> None:
    lines = _lines(PLAN.format("2024-02-29"), "ehcp-annual-review")
    assert "12 Fri 28 Feb 2025: the month has no day 29: its last" in lines
    assert "- Fri 28 Feb 2025: the last legal day" in lines


def test_notice_counts_back_day_by_day_or_week_by_week() -> None:
    lines = _lines(PLAN.format("2025-12-16"), "ehcp-meeting")
    assert lines[:3] == [
        "- Tue 15 Dec 2026: counted from here: day 0",
        "7 Tue 8 Dec 2026: every day counts",
        "14 Tue 1 Dec 2026: every day counts",
    ]
    assert lines[5] == "- Tue 17 Nov 2026: the last legal day"


def test_working_days_leave_out_weekends_and_bank_holidays_but_not_school_holidays() -> None:
    lines = _lines(CARE.format("2026-10-16"), "pep-start")
    assert "- Sat 17 Oct 2026 - Sun 18 Oct 2026: left out: weekend" in lines
    assert "6 Mon 26 Oct 2026: working day" in lines
    assert lines[-4:] == [
        "10 Fri 30 Oct 2026: working day",
        "- Fri 30 Oct 2026: the last legal day",
        "- Sat 24 Oct 2026 - Fri 30 Oct 2026: school is closed: weekend, half-term or school holiday",
        "- Fri 23 Oct 2026: act by then: the last school day before",
    ]


def test_a_bank_holiday_is_named_where_it_is_left_out() -> None:
    lines = _lines(CARE.format("2026-12-18"), "pep-ready", calendar=CALENDAR)
    left_out = "left out: bank holiday: Christmas Day, weekend, bank holiday: Boxing Day"
    assert any(left_out in one for one in lines)


def test_a_term_is_shown_by_its_name_and_last_day() -> None:
    held = "\n# Reviews\n| Pupil ID | Review | Held on |\n| 000001 | Personal education plan | 2026-09-15 |\n"
    lines = _lines(CARE.format("2026-09-08") + held, "pep-termly")
    assert lines[1] == (
        "1 Tue 5 Jan 2027 - Thu 25 Mar 2027: Spring term; its last school day is Thu 25 Mar 2027"
    )


def test_an_agency_s_own_time_is_the_one_that_is_counted() -> None:
    text = """
# Agencies
| Agency | Reply expected within |
| Fern   | 3                     |

# Agency referrals
| Agency referral ID | Pupil ID | Agency | Sent on    |
| A1                 | 000001   | Fern   | 2026-11-24 |
"""
    lines = _lines(PUPIL + text, "agency-chase")
    assert lines[1:] == [
        "1 Wed 25 Nov 2026: working day",
        "2 Thu 26 Nov 2026: working day",
        "3 Fri 27 Nov 2026: working day",
        "- Fri 27 Nov 2026 - Sun 29 Nov 2026: school is closed: INSET day, weekend",
        "- Mon 30 Nov 2026: act by then: the first school day after",
    ]


def test_a_day_that_stands_in_the_workbook_says_how_it_moved() -> None:
    text = CASE + "| C1 | 000001 | Active | 2026-09-21 | |\n"
    text += "\n# Targets\n| Target ID | Case ID | Set on | Review by | Status |\n"
    text += "| T1 | C1 | 2026-09-21 | 2026-10-30 | Open |\n"
    assert _lines(PUPIL + text, "target-review") == [
        "- Fri 30 Oct 2026: stands in the workbook: nothing is counted",
        "- Fri 30 Oct 2026 - Sun 1 Nov 2026: school is closed: half-term or school holiday, weekend",
        "- Mon 2 Nov 2026: act by then: the nearest school day, 3 days away; Fri 23 Oct 2026 is 7 days away",
    ]


def test_where_the_calendar_ends_the_working_says_so() -> None:
    lines = _lines(PUPIL + CASE + "| C1 | 000001 | Active | 2027-07-01 | |", "mentoring-review")
    assert lines[-1].endswith("the Calendar sheet does not reach this week")


def test_nothing_is_worked_where_there_is_no_date() -> None:
    due = the_only(dues_of(PUPIL + CASE + "| C1 | 000001 | Active | | |", TODAY), "mentoring-review")
    assert working(_year(), due) == ()


@pytest.mark.parametrize("start", [D(2026, 9, 3) + n * dt.timedelta(days=1) for n in range(0, 200, 3)])
def test_the_working_ends_on_the_day_that_is_given(start: dt.date) -> None:
    text = PUPIL + CASE + f"| C1 | 000001 | Active | {start} | |"
    dues: list[Due] = [due for due in dues_of(text, D(2027, 6, 1)) if due.act_by]
    (due,) = [one for one in dues if one.rule == "mentoring-review"]
    steps = working(_year(), due)
    assert (steps[0].last, steps[-1].last) == (due.counted_from, due.act_by)
    assert [step.number for step in steps if step.number] == [1, 2, 3, 4, 5, 6]


def test_every_unit_that_a_rule_may_have_can_be_shown() -> None:
    units = set(get_args(get_args(Unit)[0]))
    assert units == {*COUNTED, "fixed date"}


def test_a_school_s_own_amount_is_the_one_that_is_counted() -> None:
    shipped = next(rule for rule in RULES if rule.slug == "mentoring-review")
    text = PUPIL + CASE + "| C1 | 000001 | Active | 2026-11-02 | |"
    for own, last in (
        (replace(shipped, amount=3), 3),
        (replace(shipped, amount=2, unit="months"), 2),
        (replace(shipped, amount=1, unit="half terms"), 1),
    ):
        due = the_only(dues_of(text, TODAY, overrides=(own,)), "mentoring-review")
        steps = working(_year(), due)
        assert [step.number for step in steps if step.number][-1] == last
        assert steps[-1].last == due.act_by


def test_a_numbered_school_day_counts_the_first_day_too() -> None:
    text = PUPIL + "\n# Events\n| Pupil ID | Event | Date | Ends on | Days |\n"
    text += "| 000001 | Permanent exclusion | 2026-11-19 | | |\n"
    assert _lines(text, "exclusion-day-6") == [
        "- Thu 19 Nov 2026: counted from here: a school day on it is day 1",
        "1 Thu 19 Nov 2026: school day",
        "2 Fri 20 Nov 2026: school day",
        "- Sat 21 Nov 2026 - Sun 22 Nov 2026: left out: weekend",
        "3 Mon 23 Nov 2026: school day",
        "4 Tue 24 Nov 2026: school day",
        "5 Wed 25 Nov 2026: school day",
        "6 Thu 26 Nov 2026: school day",
        "- Thu 26 Nov 2026: the last legal day",
        "- Thu 26 Nov 2026: a school day: act by then",
    ]


@pytest.mark.parametrize("day", [D(2026, 10, 14), D(2026, 12, 10), D(2027, 1, 29)], ids=str)
@pytest.mark.parametrize("slug", EVERY_RULE)
def test_the_working_of_every_rule_comes_to_the_day_that_is_given(slug: str, day: dt.date) -> None:
    text = EVERY_RULE[slug].replace("{d}", str(day)).replace("{before}", str(day - dt.timedelta(days=7)))
    casebook = casebook_of(text, TWO_YEARS)
    year = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    for due in dues_of(text, day + dt.timedelta(days=3), calendar=TWO_YEARS):
        steps = working(year, due)
        if due.act_by is not None:
            assert steps[-1].last == due.act_by
        counted = [step.last for step in steps if step.number]
        if due.legal_last_day is not None and counted:
            assert due.legal_last_day in (counted[-1], counted[-1] - dt.timedelta(days=1))
