"""Suspensions and exclusions: the sixth day, the governors, the way back (reference 2.3)."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only
from deadlines.the_cases import TWO_YEARS, event, pupil, reviews

from mentor_xl.deadlines.suspended import easter_monday, term_by_law
from mentor_xl.school_calendar import SchoolCalendar

ENGLAND = SchoolCalendar.from_periods((), "England")


def suspensions(*rows: str) -> str:
    """Rows of *date, ends on, days*."""
    return pupil() + event(*(f"Suspension | {row}" for row in rows))


# -- the sixth school day ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "legal"),
    [
        (("2026-09-14 | 2026-09-21 |",), D(2026, 9, 21)),
        (("2026-09-14 | 2026-09-18 |",), None),  # five days
        (("2026-09-14 | | 6",), D(2026, 9, 21)),
        (("2026-09-14 | | 5.5",), D(2026, 9, 21)),
        (("2026-09-14 | | 5",), None),
        (("2026-09-14 | |",), None),
        (("2026-09-12 | 2026-09-21 |",), D(2026, 9, 21)),  # from a Saturday: Monday is day 1
        (("2026-09-14 | 2026-09-16 |", "2026-09-17 | 2026-09-22 |"), D(2026, 9, 21)),  # they touch
        (("2026-09-14 | 2026-09-18 |", "2026-09-21 | 2026-09-22 |"), D(2026, 9, 21)),  # over a weekend
        (("2026-09-14 | 2026-09-16 |", "2026-09-18 | 2026-09-22 |"), None),  # a day in school between them
        (("2026-09-14 | 2026-09-21 |", "2026-09-16 | 2026-09-17 |"), D(2026, 9, 21)),  # one inside another
    ],
)
def test_a_suspension_s_first_school_day_is_day_1_and_those_that_touch_are_one(
    rows: tuple[str, ...], legal: dt.date | None
) -> None:
    today = max(D.fromisoformat(row[:10]) for row in rows)
    dues = of_rule(dues_of(suspensions(*rows), today), "suspension-day-6")
    assert [due.legal_last_day for due in dues] == ([legal] if legal else [])


def test_the_sixth_day_says_how_it_was_counted() -> None:
    due = the_only(dues_of(suspensions("2026-09-12 | 2026-09-25 |"), D(2026, 9, 14)), "suspension-day-6")
    assert due.why == "School day 6, the first on or after Sat 12 Sep 2026 being day 1, is Mon 21 Sep 2026."


@pytest.mark.parametrize(
    ("today", "states"),
    [(D(2026, 9, 21), ["due soon"]), (D(2026, 9, 22), ["overdue"]), (D(2026, 9, 26), [])],
)
def test_the_sixth_day_is_shown_until_the_suspension_ends(today: dt.date, states: list[str]) -> None:
    dues = of_rule(dues_of(suspensions("2026-09-14 | 2026-09-25 |"), today), "suspension-day-6")
    assert [due.state for due in dues] == states


@pytest.mark.parametrize(
    ("today", "states"),
    [(D(2026, 9, 21), ["due soon"]), (D(2026, 9, 22), ["chase"]), (D(2026, 11, 3), [])],
)
def test_after_an_exclusion_the_sixth_day_is_the_authority_s(today: dt.date, states: list[str]) -> None:
    text = pupil() + event("Permanent exclusion | 2026-09-14 | |")
    assert [due.state for due in of_rule(dues_of(text, today), "exclusion-day-6")] == states


# -- governors ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (D(2026, 9, 1), D(2026, 8, 1), D(2026, 12, 31)),
        (D(2026, 12, 31), D(2026, 8, 1), D(2026, 12, 31)),
        (D(2027, 1, 1), D(2027, 1, 1), D(2027, 3, 29)),
        (D(2027, 3, 29), D(2027, 1, 1), D(2027, 3, 29)),  # Easter Monday
        (D(2027, 3, 30), D(2027, 3, 30), D(2027, 7, 31)),
        (D(2027, 7, 31), D(2027, 3, 30), D(2027, 7, 31)),
        (D(2027, 8, 1), D(2027, 8, 1), D(2027, 12, 31)),
    ],
)
def test_the_law_s_terms_end_on_its_reference_dates(day: dt.date, first: dt.date, last: dt.date) -> None:
    assert term_by_law(ENGLAND, day) == (first, last)


@pytest.mark.parametrize(
    ("year", "day"), [(2024, D(2024, 4, 1)), (2027, D(2027, 3, 29)), (2038, D(2038, 4, 26))]
)
@pytest.mark.parametrize("nation", ["England", "Scotland", "Northern Ireland"])
def test_easter_monday_is_known_also_where_it_is_no_bank_holiday(
    year: int, day: dt.date, nation: str
) -> None:
    assert easter_monday(SchoolCalendar.from_periods((), nation), year) == day  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "slug"),
    [
        (("2026-11-16 | | 5",), None),
        (("2026-11-16 | | 5.5",), "governors-50"),
        (("2026-09-14 | | 4", "2026-11-16 | | 2"), "governors-50"),
        (("2026-09-14 | | 10", "2026-11-16 | | 5"), "governors-50"),
        (("2026-09-14 | | 10", "2026-11-16 | | 5.5"), "governors-15"),
        (("2026-07-06 | | 10", "2026-11-16 | | 5.5"), "governors-50"),  # last term's days are over
        (("2026-09-14 | 2026-09-25 |", "2026-11-16 | 2026-11-23 |"), "governors-15"),  # 10 and 6 counted
    ],
)
def test_governors_meet_by_the_days_in_the_law_s_term(rows: tuple[str, ...], slug: str | None) -> None:
    dues = dues_of(suspensions(*rows), D(2026, 11, 23), calendar=TWO_YEARS)
    assert [due.rule for due in dues if due.rule.startswith("governors")] == ([slug] if slug else [])


def test_a_suspension_after_the_new_year_begins_a_new_count() -> None:
    text = suspensions("2026-12-07 | | 10", "2027-01-05 | | 5")
    assert not [due for due in dues_of(text, D(2027, 1, 25)) if due.rule == "governors-15"]


@pytest.mark.parametrize(
    ("today", "states"),
    [(D(2026, 10, 5), ["due soon"]), (D(2026, 10, 6), ["overdue"]), (D(2026, 11, 17), [])],
)
def test_the_governors_decide_on_an_exclusion_within_15_school_days(
    today: dt.date, states: list[str]
) -> None:
    text = pupil() + event("Permanent exclusion | 2026-09-14 | |")
    dues = of_rule(dues_of(text, today), "governors-15")
    assert [due.state for due in dues] == states
    assert all(due.legal_last_day == D(2026, 10, 5) for due in dues)


# -- the way back ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "held", "act_by", "state"),
    [
        ("2026-11-19 | 2026-11-26 |", "", D(2026, 11, 26), "due soon"),
        ("2026-11-19 | 2026-11-29 |", "", D(2026, 11, 26), "due soon"),  # Sunday after the INSET day
        ("2026-11-19 | | 3", "", D(2026, 11, 23), "due soon"),
        ("2026-11-17 | 2026-11-18 |", "", D(2026, 11, 18), "overdue"),
        ("2026-11-17 | 2026-11-18 |", "2026-11-19", D(2026, 11, 18), "held"),
        ("2026-11-17 | 2026-11-18 |", "2026-11-16", D(2026, 11, 18), "overdue"),  # an earlier one's
    ],
)
def test_the_way_back_is_talked_about_on_the_last_school_day_of_a_suspension(
    row: str, held: str, act_by: dt.date, state: str
) -> None:
    text = suspensions(row) + reviews(f"Reintegration meeting | | {held}")
    due = the_only(dues_of(text, D(2026, 11, 23)), "reintegration")
    assert (due.act_by, due.state, due.legal_last_day) == (act_by, state, None)


def test_a_return_of_long_ago_is_let_go() -> None:
    assert of_rule(dues_of(suspensions("2026-10-05 | 2026-10-06 |"), D(2026, 11, 23)), "reintegration") == []


@pytest.mark.parametrize(
    ("row", "cell"), [("last week | |", "Events!C2"), ("2026-11-16 | Friday |", "Events!D2")]
)
def test_a_suspension_that_cannot_be_read_says_which_cell_to_look_at(row: str, cell: str) -> None:
    dues = dues_of(suspensions(row), D(2026, 11, 23))
    assert {(due.state, str(due.wanted)) for due in dues} == {("needs a date", cell)}
