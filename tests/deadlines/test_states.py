"""Which state a date has on which day (decisions, *Dates: states*)."""

import datetime as dt
from dataclasses import replace

import pytest
from deadlines.a_school import CALENDAR, PUPIL, D, dues_of, the_only

from mentor_xl.deadlines import RULES, STATES, Due

PLAN = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth | SEN | EHCP issued |
| 000001   | Aske          | Rowan          | 2013-05-05    | E   | {issued}    |
"""
"""With 29 October 2025 the legal day is 28 October 2026, in half term, and the act-by day 23 October."""

TARGET = """
# Cases
| Case ID | Pupil ID | Mentor | Status   | Started on |
| C1      | 000001   | KSA    | {status} | 2026-09-14 |
# Targets
| Target ID | Case ID | Target        | Set on     | Review by | Status |
| T1        | C1      | Ask for help  | 2026-09-14 | {by}      | Open   |
"""


def plan_review(issued: str, today: dt.date, settings: str = "") -> Due:
    return the_only(dues_of(settings + PLAN.format(issued=issued), today), "ehcp-annual-review")


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (D(2026, 9, 3), "planned"),
        (D(2026, 9, 30), "planned"),  # 16 school days left: the 9th is the boiler's
        (D(2026, 10, 1), "due soon"),  # 15
        (D(2026, 10, 22), "due soon"),
        (D(2026, 10, 23), "due soon"),  # the act-by day itself
        (D(2026, 10, 24), "act now"),
        (D(2026, 10, 28), "act now"),  # the legal day itself
        (D(2026, 10, 29), "overdue"),
        (D(2029, 1, 1), "overdue"),
    ],
)
def test_a_hard_date_goes_from_planned_to_overdue(today: dt.date, state: str) -> None:
    due = plan_review("2025-10-29", today)
    assert (due.legal_last_day, due.act_by) == (D(2026, 10, 28), D(2026, 10, 23))
    assert due.state == state


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (D(2026, 10, 30), "planned"),  # the act-by day is Thursday 26: the Friday is an INSET day
        (D(2026, 11, 5), "due soon"),
        (D(2026, 11, 26), "due soon"),
        (D(2026, 11, 27), "overdue"),
    ],
)
def test_a_soft_date_is_overdue_the_day_after_the_day_it_was_moved_to(today: dt.date, state: str) -> None:
    due = the_only(dues_of(PUPIL + TARGET.format(status="Active", by="2026-11-27"), today), "target-review")
    assert (due.act_by, due.legal_last_day, due.moved_days) == (D(2026, 11, 26), None, 1)
    assert due.state == state


def test_a_soft_date_moved_by_more_than_10_days_says_so() -> None:
    text = PUPIL + TARGET.format(status="Active", by="2027-08-{day}")
    moved = [the_only(dues_of(text.format(day=day), D(2027, 7, 1)), "target-review") for day in ("01", "02")]
    assert [(one.moved_days, one.moved_more_than_10_days) for one in moved] == [(11, True), (12, True)]
    near = the_only(dues_of(text.replace("2027-08-{day}", "2027-07-31"), D(2027, 7, 1)), "target-review")
    assert (near.moved_days, near.moved_more_than_10_days) == (10, False)


@pytest.mark.parametrize(
    ("issued", "today", "state"),
    [
        ("2026-10-01", D(2026, 11, 23), "needs calendar"),  # due on 30 September 2027
        ("2020-10-01", D(2026, 11, 23), "overdue"),  # the legal day has passed all the same
        ("2026-10-01", D(2027, 9, 30), "needs calendar"),
        ("2026-10-01", D(2027, 10, 1), "overdue"),
    ],
)
def test_a_date_the_calendar_does_not_reach_needs_the_calendar_until_it_has_passed(
    issued: str, today: dt.date, state: str
) -> None:
    due = plan_review(issued, today)
    assert due.act_by is None
    assert due.legal_last_day is not None
    assert due.state == state
    assert "The Calendar sheet does not reach it" in due.why


@pytest.mark.parametrize(
    ("by", "state"),
    [
        ("2027-09-10", "needs calendar"),
        ("2027-08-20", "needs calendar"),  # early September may be nearer than July
        ("2026-08-14", "needs a date"),  # before the target was set
    ],
)
def test_a_soft_date_the_calendar_does_not_reach_is_never_guessed(by: str, state: str) -> None:
    due = the_only(dues_of(PUPIL + TARGET.format(status="Active", by=by), D(2026, 11, 23)), "target-review")
    assert (due.act_by, due.state) == (None, state)


def test_a_soft_date_in_august_is_not_overdue_while_the_school_day_next_to_it_may_be_in_september() -> None:
    text = PUPIL + TARGET.format(status="Active", by="2027-08-20")
    assert the_only(dues_of(text, D(2027, 8, 25)), "target-review").state == "needs calendar"


def test_a_soft_date_from_before_the_calendar_is_overdue_although_nobody_can_say_which_school_day() -> None:
    text = PUPIL + TARGET.format(status="Active", by="2026-08-14").replace("2026-09-14", "2026-05-11")
    due = the_only(dues_of(text, D(2026, 11, 23)), "target-review")
    assert (due.act_by, due.state) == (None, "overdue")


@pytest.mark.parametrize(("within", "state"), [("14", "planned"), ("15", "due soon"), ("", "due soon")])
def test_due_soon_is_as_near_as_settings_say(within: str, state: str) -> None:
    settings = f"\n# Settings\n| Setting | Value |\n| Due soon within | {within} |\n"
    assert plan_review("2025-10-29", D(2026, 10, 1), settings).state == state


def test_a_rule_s_own_warning_wins_over_the_school_s_setting() -> None:
    (rule,) = [one for one in RULES if one.slug == "ehcp-annual-review"]
    text, today = PLAN.format(issued="2025-10-29"), D(2026, 10, 1)
    for days, state in ((14, "planned"), (15, "due soon")):
        dues = dues_of(text, today, overrides=(replace(rule, warn_within=days),))
        assert the_only(dues, "ehcp-annual-review").state == state


@pytest.mark.parametrize("today", [D(2026, 10, 24), D(2026, 10, 29)])
def test_the_authority_s_clock_is_never_the_school_s_overdue(today: dt.date) -> None:
    (rule,) = [one for one in RULES if one.slug == "ehcp-annual-review"]
    theirs = replace(rule, is_authority_clock=True)
    dues = dues_of(PLAN.format(issued="2025-10-29"), today, overrides=(theirs,))
    assert the_only(dues, "ehcp-annual-review").state == "chase"


def test_a_school_without_a_calendar_still_has_its_legal_days() -> None:
    dues = dues_of(PLAN.format(issued="2026-01-12"), D(2026, 11, 23), calendar="")
    due = the_only(dues, "ehcp-annual-review")
    assert (due.legal_last_day, due.act_by, due.state) == (D(2027, 1, 11), None, "needs calendar")
    assert the_only(dues, "ehcp-meeting").legal_last_day == D(2026, 12, 14)
    assert the_only(dues, "ehcp-invitation").legal_last_day == D(2026, 11, 30)


# -- whose dates count -----------------------------------------------------------------------------------

LEAVER = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth | SEN | EHCP issued | Joined     | Leaving date |
| 000001   | Aske          | Rowan          | 2013-05-05    | E   | 2024-10-29  | {admitted} | {left}       |
# Reviews
| Pupil ID | Review                    | Held on    | Report sent on |
| 000001   | Annual review of EHC plan | 2025-10-20 | 2025-10-24     |
"""


@pytest.mark.parametrize(
    ("admitted", "left", "has_done", "has_to_do"),
    [
        ("", "", True, True),
        ("", "2026-11-23", True, True),
        ("", "2026-11-22", True, False),
        ("2026-11-23", "", True, True),
        ("2026-11-24", "", False, False),
    ],
)
def test_a_leaver_has_only_what_was_done_and_nobody_has_dates_before_admission(
    admitted: str, left: str, has_done: bool, has_to_do: bool
) -> None:
    dues = dues_of(LEAVER.format(admitted=admitted, left=left), D(2026, 11, 23))
    done = {due.rule for due in dues if due.state == "held"}
    to_do = {due.rule for due in dues if due.state != "held"}
    assert done == ({"ehcp-annual-review", "ehcp-report"} if has_done else set())
    assert to_do == ({"ehcp-annual-review", "ehcp-meeting", "ehcp-invitation"} if has_to_do else set())


def test_an_id_on_two_rows_has_no_dates() -> None:
    doubled = PLAN.format(issued="2025-10-29") + "| 000001 | Beck | Ash | 2013-05-06 | E | 2025-10-29 |\n"
    assert dues_of(doubled, D(2026, 11, 23)) == []


@pytest.mark.parametrize("status", ["Paused", "Closed"])
def test_a_paused_or_closed_case_stops_mentoring_dates_only(status: str) -> None:
    text = PLAN.format(issued="2025-10-29") + TARGET.format(status=status, by="2026-11-27")
    slugs = {due.rule for due in dues_of(text, D(2026, 11, 23))}
    assert slugs.isdisjoint({"mentoring-review", "target-review"})
    assert "ehcp-annual-review" in slugs


# -- order and form --------------------------------------------------------------------------------------


def test_the_most_urgent_comes_first() -> None:
    text = PLAN.format(issued="2025-10-29") + TARGET.format(status="Active", by="2026-12-18")
    dues = dues_of(text, D(2026, 11, 23))
    ranks = [STATES.index(due.state) for due in dues]
    assert len(set(ranks)) > 2
    assert ranks == sorted(ranks)
    overdue = [due.act_by or due.legal_last_day for due in dues if due.state == "overdue"]
    assert overdue == sorted(day for day in overdue if day)


def test_the_same_workbook_on_the_same_day_gives_the_same_dates() -> None:
    text = PLAN.format(issued="2025-10-29") + TARGET.format(status="Active", by="2026-12-18")
    assert dues_of(text, D(2026, 11, 23)) == dues_of(text, D(2026, 11, 23))


def test_a_due_as_json_has_the_contract_s_fields_and_nothing_else() -> None:
    assert plan_review("2025-10-29", D(2026, 10, 1)).as_json() == {
        "ref": "000001",
        "rule": "ehcp-annual-review",
        "reference": "EHCP-AR",
        "name": "Annual review of EHC plan",
        "about": {"sheet": "Pupils", "row": 2, "key": "000001"},
        "counted_from": "2025-10-29",
        "legal_last_day": "2026-10-28",
        "act_by": "2026-10-23",
        "booked_for": None,
        "held_on": None,
        "state": "due soon",
        "strength": "hard",
        "why": "12 months from Wed 29 Oct 2025 end on Wed 28 Oct 2026. School is closed that day"
        " (half-term or school holiday): act by Fri 23 Oct 2026.",
    }


def test_a_booking_is_shown_and_changes_no_state() -> None:
    plan, today = PLAN.format(issued="2025-10-29"), D(2026, 10, 29)
    row = """
    # Reviews
    | Pupil ID | Review                    | Booked for |
    | 000001   | Annual review of EHC plan | 2026-11-30 |
    """
    booked = the_only(dues_of(plan + row, today), "ehcp-annual-review")
    assert (booked.state, booked.booked_for, booked.review_row) == ("overdue", D(2026, 11, 30), 2)
    assert plan_review("2025-10-29", today).state == booked.state


@pytest.mark.parametrize(
    ("nation", "by", "act_by"),
    [
        ("England", "2027-07-12", D(2027, 6, 25)),
        ("England", "2027-07-20", D(2027, 6, 25)),
        ("Northern Ireland", "2027-07-20", D(2027, 6, 25)),
        ("Scotland", "2027-07-12", D(2027, 6, 25)),
        ("Scotland", "2027-07-20", None),  # school may be back in the first days of August
    ],
)
def test_in_scotland_the_summer_is_known_to_the_end_of_july(
    nation: str, by: str, act_by: dt.date | None
) -> None:
    year = CALENDAR.replace("2027-07-21", "2027-06-25")
    text = f"# Settings\n| Setting | Value |\n| Nation | {nation} |\n" + PUPIL
    text += TARGET.format(status="Active", by=by)
    due = the_only(dues_of(text, D(2027, 6, 1), calendar=year), "target-review")
    assert due.act_by == act_by
    assert (due.state == "needs calendar") == (act_by is None)
