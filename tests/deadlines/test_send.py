"""The annual review of a plan: the review, its meeting, the invitations and the report."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only

from mentor_xl.deadlines import Due

TODAY = D(2026, 11, 23)


def plan(issued: str = "", reviewed: str = "", sen: str = "E") -> str:
    return f"""
    # Pupils
    | Pupil ID | Legal surname | Legal forename | Date of birth | SEN   | EHCP issued | EHCP last review |
    | 000001   | Aske          | Rowan          | 2013-05-05    | {sen} | {issued}    | {reviewed}       |
    """


def meeting(*rows: str) -> str:
    """Rows of *invited on, booked for, held on, report sent on*."""
    lines = "\n".join(f"| 000001 | Annual review of EHC plan | {row} |" for row in rows)
    return f"# Reviews\n| Pupil ID | Review | Invited on | Booked for | Held on | Report sent on |\n{lines}\n"


def to_do(text: str, slug: str, today: dt.date = TODAY) -> Due:
    (due,) = [one for one in of_rule(dues_of(text, today), slug) if one.state != "held"]
    return due


@pytest.mark.parametrize(
    ("text", "counted_from", "legal", "disagrees"),
    [
        (plan("2025-12-09"), D(2025, 12, 9), D(2026, 12, 8), False),
        (plan("2024-01-22", "2025-12-09"), D(2025, 12, 9), D(2026, 12, 8), False),
        # issued again after the review
        (plan("2026-02-02", "2025-12-09"), D(2026, 2, 2), D(2027, 2, 1), False),
        (plan("2024-01-22", "2025-12-09") + meeting("||2025-12-09|"), D(2025, 12, 9), D(2026, 12, 8), False),
        (plan("2024-01-22", "2024-12-09") + meeting("||2025-12-09|"), D(2025, 12, 9), D(2026, 12, 8), True),
        (plan("2024-01-22", "2025-12-09") + meeting("||2025-11-30|"), D(2025, 12, 9), D(2026, 12, 8), True),
        (plan("2024-01-22") + meeting("||2025-12-09|"), D(2025, 12, 9), D(2026, 12, 8), False),
        # tomorrow has not happened yet
        (plan("2025-12-09", "2026-11-24") + meeting("||2026-11-24|"), D(2025, 12, 9), D(2026, 12, 8), False),
        (plan("2024-02-29"), D(2024, 2, 29), D(2025, 2, 28), False),
        (plan("2027-12-09", "2025-12-09"), D(2025, 12, 9), D(2026, 12, 8), False),
    ],
)
def test_a_plan_is_reviewed_within_12_months_of_the_latest_of_its_dates(
    text: str, counted_from: dt.date, legal: dt.date, disagrees: bool
) -> None:
    due = to_do(text, "ehcp-annual-review")
    assert (due.counted_from, due.legal_last_day, due.anchor_disagrees) == (counted_from, legal, disagrees)
    assert due.about.sheet == "Pupils"


@pytest.mark.parametrize(
    ("sen", "issued", "has_plan"),
    [
        ("E", "2025-12-09", True),
        ("E", "", True),
        ("K", "2025-12-09", False),
        ("N", "", False),
        ("", "2025-12-09", True),
        ("P", "2025-12-09", True),
        ("P", "", False),
        ("", "", False),
    ],
)
def test_a_plan_is_sen_status_e_or_a_date_where_that_is_not_known(
    sen: str, issued: str, has_plan: bool
) -> None:
    assert bool(dues_of(plan(issued, sen=sen), TODAY)) == has_plan


def test_a_pupil_with_a_plan_needs_no_case_to_have_dates() -> None:
    dues = dues_of(plan("2025-12-09"), TODAY)
    slugs = {"ehcp-annual-review", "ehcp-meeting", "ehcp-invitation", "ehcp-report"}
    assert {due.rule for due in dues} == slugs
    assert {due.mentor for due in dues} == {None}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (plan(), "Pupils!F2"),
        (plan("2027-01-04"), "Pupils!F2"),  # issued in the future: nothing to count from
        (plan("2025-12-09", "before Easter"), "Pupils!G2"),
        (plan("in Year 5"), "Pupils!F2"),
        (plan("2025-12-09") + meeting("||at last|"), "Reviews!E2"),
    ],
)
def test_a_plan_without_a_readable_date_says_which_cell_to_look_at(text: str, cell: str) -> None:
    dues = [due for due in dues_of(text, TODAY) if due.rule.startswith("ehcp")]
    assert {(due.state, str(due.wanted)) for due in dues} == {("needs a date", cell)}
    assert len(dues) == 4


def test_the_meeting_is_28_days_before_the_review_s_legal_day() -> None:
    due = to_do(plan("2025-12-09"), "ehcp-meeting")
    assert (due.counted_from, due.legal_last_day, due.act_by) == (
        D(2026, 12, 8),
        D(2026, 11, 10),
        D(2026, 11, 10),
    )
    assert due.why == "28 days before Tue 8 Dec 2026, the annual review's last legal day, is Tue 10 Nov 2026."


def test_a_meeting_whose_legal_day_is_in_august_is_held_in_july() -> None:
    due = to_do(plan("2026-09-10"), "ehcp-meeting")
    assert (due.legal_last_day, due.act_by) == (D(2027, 8, 12), D(2027, 7, 21))


@pytest.mark.parametrize(
    ("row", "counted_from", "legal", "act_by"),
    [
        ("|||", D(2026, 11, 10), D(2026, 10, 27), D(2026, 10, 23)),
        ("|2026-12-02||", D(2026, 12, 2), D(2026, 11, 18), D(2026, 11, 18)),
        ("|2026-12-11||", D(2026, 12, 11), D(2026, 11, 27), D(2026, 11, 26)),
    ],
)
def test_invitations_go_two_weeks_before_the_booking_else_before_the_meeting_s_act_by_day(
    row: str, counted_from: dt.date, legal: dt.date, act_by: dt.date
) -> None:
    due = to_do(plan("2025-12-09") + meeting(row), "ehcp-invitation")
    assert (due.counted_from, due.legal_last_day, due.act_by) == (counted_from, legal, act_by)


def test_invitations_count_from_the_meeting_s_act_by_day_not_from_its_legal_day() -> None:
    # legal day of the review 24 November, of the meeting 27 October in half term: meet by 23 October
    due = to_do(plan("2025-11-25"), "ehcp-invitation", D(2026, 10, 1))
    assert (due.counted_from, due.legal_last_day, due.act_by) == (
        D(2026, 10, 23),
        D(2026, 10, 9),
        D(2026, 10, 8),
    )


def test_invitations_that_went_out_are_done() -> None:
    due = the_only(dues_of(plan("2025-12-09") + meeting("2026-10-20|2026-11-06||"), TODAY), "ehcp-invitation")
    assert (due.state, due.held_on, due.legal_last_day) == ("held", D(2026, 10, 20), D(2026, 10, 23))


def test_invitations_dated_tomorrow_have_not_gone_out() -> None:
    assert to_do(plan("2025-12-09") + meeting("2026-11-24|2026-12-02||"), "ehcp-invitation").held_on is None


@pytest.mark.parametrize(
    ("rows", "counted_from", "legal", "state"),
    [
        (("||2026-11-10|",), D(2026, 11, 10), D(2026, 11, 24), "due soon"),
        (("||2026-11-06|",), D(2026, 11, 6), D(2026, 11, 20), "overdue"),
        (("|2026-12-02||",), D(2026, 12, 2), D(2026, 12, 16), "planned"),
        (("|||",), None, None, "needs a date"),
        ((), None, None, "needs a date"),
    ],
)
def test_the_report_is_due_two_weeks_after_the_meeting(
    rows: tuple[str, ...], counted_from: dt.date | None, legal: dt.date | None, state: str
) -> None:
    due = to_do(plan("2025-12-09") + (meeting(*rows) if rows else ""), "ehcp-report")
    assert (due.counted_from, due.legal_last_day, due.state) == (counted_from, legal, state)
    if state == "needs a date":
        assert due.wanted is not None
        assert (due.wanted.sheet, due.wanted.heading) == ("Reviews", "Booked for")


def test_a_report_that_was_sent_is_done_and_the_next_waits_for_a_booking() -> None:
    held = plan("2024-12-09") + meeting("||2025-11-10|2025-11-20")
    assert [(one.state, one.held_on) for one in of_rule(dues_of(held, TODAY), "ehcp-report")] == [
        ("held", D(2025, 11, 20))
    ]
    booked = held + "| 000001 | Annual review of EHC plan | | 2026-12-02 | | |\n"
    assert [(one.state, one.legal_last_day) for one in of_rule(dues_of(booked, TODAY), "ehcp-report")] == [
        ("planned", D(2026, 12, 16)),
        ("held", D(2025, 11, 24)),
    ]


def test_a_review_that_was_held_is_shown_beside_the_next_and_starts_its_12_months() -> None:
    text = plan("2024-11-20") + meeting("||2025-11-10|2025-11-20")
    first, second = sorted(of_rule(dues_of(text, TODAY), "ehcp-annual-review"), key=lambda due: due.state)
    assert (first.state, first.held_on, first.counted_from) == ("held", D(2025, 11, 10), D(2024, 11, 20))
    assert first.legal_last_day == D(2025, 11, 19)
    assert (second.state, second.legal_last_day) == ("overdue", D(2026, 11, 9))


def test_a_booking_that_cannot_be_read_holds_back_the_invitations_but_not_the_review() -> None:
    text = plan("2025-12-09") + meeting("|after lunch||")
    states = {due.rule: due.state for due in dues_of(text, TODAY)}
    assert states["ehcp-invitation"] == states["ehcp-report"] == "needs a date"
    assert (states["ehcp-annual-review"], states["ehcp-meeting"]) == ("due soon", "overdue")
