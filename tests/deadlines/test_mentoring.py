"""Mentoring reviews, target reviews and follow-ups."""

import datetime as dt

import pytest
from deadlines.a_school import PUPIL, D, dues_of, of_rule, the_only

TODAY = D(2026, 11, 23)


def case(
    *,
    status: str = "Active",
    started: str = "2026-09-14",
    planned_end: str = "",
    closed: str = "",
    look: str = "",
) -> str:
    return f"""
    # Staff
    | Staff code | Forename | Surname | Role            |
    | KSA        | Jo       | Salt    | Learning mentor |
    # Cases
    | Case ID | Pupil ID | Mentor | Status   | Started on | Planned end   | Closed on | Follow up on |
    | C1      | 000001   | KSA    | {status} | {started}  | {planned_end} | {closed}  | {look}       |
    """


def reviews(*rows: str, kind: str = "Mentoring review") -> str:
    """Rows of *counted from, booked for, held on*."""
    lines = "\n".join(f"| 000001 | {kind} | {row} |" for row in rows)
    return f"\n# Reviews\n| Pupil ID | Review | Counted from | Booked for | Held on |\n{lines}\n"


@pytest.mark.parametrize(
    ("rows", "counted_from", "act_by"),
    [
        ((), D(2026, 9, 14), D(2026, 11, 6)),
        (("2026-09-21||",), D(2026, 9, 21), D(2026, 11, 13)),
        (("2026-09-21|2026-12-01|",), D(2026, 9, 21), D(2026, 11, 13)),
        (("||2026-10-23",), D(2026, 10, 23), D(2026, 12, 11)),
        (("||2026-10-23", "2026-11-16||"), D(2026, 10, 23), D(2026, 12, 11)),
        (("||2026-11-16", "||2026-10-23"), D(2026, 11, 16), D(2027, 1, 15)),
        (("||2026-11-24",), D(2026, 9, 14), D(2026, 11, 6)),  # held tomorrow: a slip, not an anchor
        (("||2026-09-11",), D(2026, 9, 14), D(2026, 11, 6)),  # before the case: another case's
        (("||2026-09-14",), D(2026, 9, 14), D(2026, 11, 6)),
    ],
)
def test_a_mentoring_review_counts_from_the_last_one_held_else_counted_from_else_the_start(
    rows: tuple[str, ...], counted_from: dt.date, act_by: dt.date
) -> None:
    dues = dues_of(PUPIL + case() + (reviews(*rows) if rows else ""), TODAY)
    (due,) = [one for one in of_rule(dues, "mentoring-review") if one.state != "held"]
    assert (due.counted_from, due.act_by, due.legal_last_day) == (counted_from, act_by, None)
    assert (due.about.sheet, due.about.key, due.mentor) == ("Cases", "C1", "KSA")


def test_only_the_latest_review_held_is_shown_and_it_says_by_when_it_was_due() -> None:
    dues = dues_of(PUPIL + case() + reviews("||2026-09-30", "||2026-11-09", "|2026-12-17|"), TODAY)
    (held,) = [one for one in dues if one.state == "held"]
    assert (held.held_on, held.counted_from, held.act_by) == (D(2026, 11, 9), D(2026, 9, 30), D(2026, 11, 20))
    (coming,) = [one for one in of_rule(dues, "mentoring-review") if one.state != "held"]
    assert (coming.booked_for, coming.review_row) == (D(2026, 12, 17), 4)


@pytest.mark.parametrize(
    ("planned_end", "act_by"),
    [
        ("2026-10-14", D(2026, 10, 14)),  # before six weeks are over
        ("2026-10-31", D(2026, 10, 23)),  # a Saturday after half term: the last school day before it
        ("2026-11-06", D(2026, 11, 6)),
        ("2026-12-18", D(2026, 11, 6)),
        ("2026-09-01", D(2026, 11, 6)),  # ends before it starts: that end is no end
        ("2026-09-14", D(2026, 11, 6)),
        ("2028-01-10", D(2026, 11, 6)),
    ],
)
def test_a_mentoring_review_is_not_later_than_the_planned_end(planned_end: str, act_by: dt.date) -> None:
    due = the_only(dues_of(PUPIL + case(planned_end=planned_end), TODAY), "mentoring-review")
    assert due.act_by == act_by
    assert ("planned to end" in due.why) == (act_by < D(2026, 11, 6))


def test_a_planned_end_stands_in_where_six_weeks_on_lie_beyond_the_calendar() -> None:
    last = case(started="2027-06-28", planned_end="2027-07-16")
    assert the_only(dues_of(PUPIL + last, D(2027, 6, 28)), "mentoring-review").act_by == D(2027, 7, 16)
    unknown = the_only(dues_of(PUPIL + case(started="2027-06-28"), D(2027, 6, 28)), "mentoring-review")
    assert (unknown.act_by, unknown.state) == (None, "needs calendar")


def test_a_planned_end_is_no_answer_for_a_case_from_before_the_calendar() -> None:
    text = PUPIL + case(started="2026-06-01", planned_end="2026-12-11")
    due = the_only(dues_of(text, TODAY), "mentoring-review")
    assert (due.act_by, due.state) == (None, "needs calendar")


@pytest.mark.parametrize(("status", "states"), [("Waiting", []), ("Paused", ["held"]), ("Closed", ["held"])])
def test_a_case_that_is_not_active_has_only_the_review_that_was_held(status: str, states: list[str]) -> None:
    text = PUPIL + case(status=status, closed="2026-11-20") + reviews("||2026-10-23")
    assert [due.state for due in of_rule(dues_of(text, TODAY), "mentoring-review")] == states


def test_a_review_after_the_case_was_closed_is_not_the_case_s() -> None:
    text = PUPIL + case(status="Closed", closed="2026-10-16") + reviews("||2026-10-23")
    assert of_rule(dues_of(text, TODAY), "mentoring-review") == []


def test_two_active_cases_have_a_review_each() -> None:
    both = PUPIL + case() + "| C2 | 000001 | KSA | Active | 2026-10-05 | | | |\n"
    dues = of_rule(dues_of(both, TODAY), "mentoring-review")
    assert {due.about.key: due.act_by for due in dues} == {"C1": D(2026, 11, 6), "C2": D(2026, 11, 26)}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (case(started=""), "Cases!E2"),
        (case(started="Easter"), "Cases!E2"),
        (case(status="Aktiv"), "Cases!D2"),
        (case() + reviews("||last week"), "Reviews!E2"),
        (case() + reviews("soon||"), "Reviews!C2"),
    ],
)
def test_a_mentoring_review_without_a_date_says_which_cell_to_look_at(text: str, cell: str) -> None:
    due = the_only(dues_of(PUPIL + text, TODAY), "mentoring-review")
    assert (due.state, due.act_by, str(due.wanted)) == ("needs a date", None, cell)
    assert cell in due.why


def test_the_counted_from_of_a_review_that_was_held_no_longer_matters() -> None:
    dues = of_rule(dues_of(PUPIL + case() + reviews("soon||2026-10-23"), TODAY), "mentoring-review")
    assert [due.state for due in dues] == ["due soon", "held"]


# -- which booking is shown --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "booked_for"),
    [
        (("|2026-12-01|", "|2026-11-26|"), D(2026, 11, 26)),  # the next
        (("|2026-11-10|", "|2026-12-01|"), D(2026, 12, 1)),
        (("|2026-11-03|", "|2026-11-10|"), D(2026, 11, 10)),  # both passed, neither held: the later one
        (("||", "|2026-11-26|"), D(2026, 11, 26)),
        (("|2026-10-20|", "||2026-10-23"), None),  # booked before the one that was held
        (("|2026-11-23|",), TODAY),
    ],
)
def test_the_booking_shown_is_the_next_one(rows: tuple[str, ...], booked_for: dt.date | None) -> None:
    dues = of_rule(dues_of(PUPIL + case() + reviews(*rows), TODAY), "mentoring-review")
    assert [due.booked_for for due in dues if due.state != "held"] == [booked_for]


# -- targets -----------------------------------------------------------------------------------------------


def target(
    status: str = "Open", *, set_on: str = "2026-09-14", by: str = "2026-12-04", case_id: str = "C1"
) -> str:
    return f"""
    # Targets
    | Target ID | Case ID   | Target       | Set on   | Review by | Status   |
    | T1        | {case_id} | Ask for help | {set_on} | {by}      | {status} |
    """


@pytest.mark.parametrize(
    ("by", "act_by", "state"),
    [
        ("2026-12-04", D(2026, 12, 4), "due soon"),
        ("2026-12-25", D(2026, 12, 18), "planned"),
        ("2026-11-01", D(2026, 11, 2), "overdue"),
        ("2026-11-27", D(2026, 11, 26), "due soon"),
    ],
)
def test_an_open_target_is_reviewed_by_its_own_date(by: str, act_by: dt.date, state: str) -> None:
    due = the_only(dues_of(PUPIL + case() + target(by=by), TODAY), "target-review")
    assert (due.act_by, due.state, due.about.key) == (act_by, state, "T1")


def test_a_target_may_be_reviewed_on_the_day_it_was_set() -> None:
    due = the_only(dues_of(PUPIL + case() + target(set_on="2026-12-04"), TODAY), "target-review")
    assert due.act_by == D(2026, 12, 4)


@pytest.mark.parametrize("status", ["Met", "Partly met", "Not met", "Changed"])
def test_a_target_that_is_no_longer_open_has_no_date(status: str) -> None:
    assert of_rule(dues_of(PUPIL + case() + target(status), TODAY), "target-review") == []


def test_a_target_of_no_case_has_no_date() -> None:
    assert of_rule(dues_of(PUPIL + case() + target(case_id="C99"), TODAY), "target-review") == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (target(by=""), "Targets!E2"),
        (target(by="next term"), "Targets!E2"),
        (target(set_on="2026-12-05"), "Targets!E2"),
        (target(set_on="a while ago"), "Targets!D2"),
        (target(status="Perhaps"), "Targets!F2"),
    ],
)
def test_a_target_without_a_believable_date_says_which_cell_to_look_at(text: str, cell: str) -> None:
    due = the_only(dues_of(PUPIL + case() + text, TODAY), "target-review")
    assert (due.state, str(due.wanted)) == ("needs a date", cell)


# -- follow-ups --------------------------------------------------------------------------------------------


def test_a_closed_case_is_looked_at_again_after_six_weeks_and_after_a_term() -> None:
    dues = dues_of(PUPIL + case(status="Closed", closed="2026-09-18"), TODAY)
    assert [(due.rule, due.act_by, due.state) for due in dues] == [
        ("follow-up", D(2026, 11, 2), "overdue"),  # Friday 30 October is in half term
        ("follow-up-term", D(2027, 3, 25), "planned"),
    ]


def test_a_follow_up_date_of_the_school_s_own_is_the_only_one() -> None:
    dues = dues_of(PUPIL + case(status="Closed", closed="2026-09-18", look="2026-12-12"), TODAY)
    assert [(due.rule, due.act_by, due.state) for due in dues] == [("follow-up", D(2026, 12, 11), "due soon")]


@pytest.mark.parametrize(
    ("rows", "states"),
    [
        (("||2026-11-04",), {"follow-up": "held", "follow-up-term": "planned"}),
        (("||2026-11-04", "||2026-11-18"), {"follow-up": "held", "follow-up-term": "held"}),
        (("||2026-09-10",), {"follow-up": "overdue", "follow-up-term": "planned"}),  # before it closed
        (("|2026-11-30|",), {"follow-up": "overdue", "follow-up-term": "planned"}),
    ],
)
def test_each_follow_up_held_serves_one_date(rows: tuple[str, ...], states: dict[str, str]) -> None:
    text = PUPIL + case(status="Closed", closed="2026-09-18") + reviews(*rows, kind="Follow-up after closing")
    assert {due.rule: due.state for due in dues_of(text, TODAY)} == states


@pytest.mark.parametrize("closed", ["", "in the summer"])
def test_a_case_closed_on_no_known_day_asks_for_it_once(closed: str) -> None:
    (due,) = dues_of(PUPIL + case(status="Closed", closed=closed), TODAY)
    assert (due.rule, due.state, str(due.wanted)) == ("follow-up", "needs a date", "Cases!G2")


@pytest.mark.parametrize(
    ("closed", "look", "has_dates"),
    [
        ("2025-11-24", "", True),
        ("2025-11-21", "", False),  # a year and a day ago: nobody takes that look any more
        ("2024-01-12", "", False),
        ("2024-01-12", "2026-01-16", True),  # the school's own day was later
        ("2024-01-12", "2025-03-14", False),
    ],
)
def test_a_look_back_that_nobody_took_within_a_year_is_let_go(
    closed: str, look: str, *, has_dates: bool
) -> None:
    text = PUPIL + case(status="Closed", started="2024-01-08", closed=closed, look=look)
    assert bool(dues_of(text, TODAY)) == has_dates


# -- who waits ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "met", "act_by"),
    [
        ("Waiting", "", D(2026, 12, 18)),
        ("Waiting", "2026-11-12 | Attended", D(2027, 2, 12)),
        ("Waiting", "2026-11-12 | Absent", D(2026, 12, 18)),
        ("Waiting", "2026-09-03 | Attended", D(2026, 12, 18)),  # before the referral
        ("Accepted", "", None),
        ("", "", None),
    ],
)
def test_whoever_waits_hears_once_every_half_term(decision: str, met: str, act_by: dt.date | None) -> None:
    text = f"""
    # Referrals
    | Referral ID | Pupil ID | Received on | Main barrier | Decision   |
    | R1          | 000001   | 2026-09-14  | Friendship   | {decision} |
    # Sessions
    | Pupil ID | Mentor | Kind         | Minutes | Date | Attended |
    | 000001   | KSA    | Home contact | 10      | {met or "|"} |
    """
    dues = of_rule(dues_of(PUPIL + text, TODAY), "waiting-contact")
    assert [due.act_by for due in dues] == ([act_by] if act_by else [])
