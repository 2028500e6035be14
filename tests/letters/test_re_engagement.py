"""When a pupil who has not been seen is written to, and how little of that is told."""

import datetime as dt

import pytest
from a_caseload import TODAY, Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.re_engagement import ReEngagement

D = dt.date
BOTH = ["parent Contacts!2", "pupil Pupils!2"]


def session(day: str, attended: str = "Attended", cells: str = "") -> Row:
    return a("Sessions", f"Date={day}; Attended={attended}; {cells}")


def found(*sessions: Row, today: dt.date = TODAY, asked: bool = False) -> list[str]:
    return outcome(made("re-engagement", *(sessions or (no("Sessions"),)), today=today, asked=asked))


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["re-engagement"].is_on_request


# School days after 6 November and before today, the 23rd: 9 to 13 and 16 to 20.
LAST_SEEN = {"2026-11-09": [], "2026-11-06": BOTH, "2026-10-20": BOTH, "2026-11-23": []}


@pytest.mark.parametrize("day", LAST_SEEN)
def test_ten_school_days_without_a_session_are_a_while(day: str) -> None:
    assert found(session(day)) == LAST_SEEN[day]


IN_A_ROW = {
    ("Attended", "Absent"): [],
    ("Absent", "Attended"): [],
    ("Absent", "Absent"): BOTH,
    ("Declined", "Absent"): BOTH,
    ("Absent", "Cancelled by school"): [],
    ("Absent", "Cancelled by school", "Declined"): BOTH,
    ("Absent", "Attended", "Absent"): [],
    ("Absent",): [],
}


@pytest.mark.parametrize("attended", IN_A_ROW)
def test_two_sessions_in_a_row_that_were_not_attended_are_enough(attended: tuple[str, ...]) -> None:
    days = ("2026-11-16", "2026-11-18", "2026-11-20")
    sessions = [session(day, came) for day, came in zip(days, attended, strict=False)]
    assert found(session("2026-11-12"), *sessions) == IN_A_ROW[attended]


def test_the_order_is_that_of_the_days_and_not_of_the_rows() -> None:
    missed = (session("2026-11-17", "Absent"), session("2026-11-18", "Absent"))
    assert found(session("2026-11-20"), *missed) == []


def test_a_meeting_is_no_session_and_a_day_to_come_has_not_happened() -> None:
    seen_long_ago = session("2026-10-20")
    assert found(seen_long_ago, session("2026-11-20", "Attended", "Kind=Meeting")) == BOTH
    assert found(seen_long_ago, session("2026-11-24")) == BOTH


def test_a_session_of_a_group_that_the_pupil_is_in_counts() -> None:
    in_a_group = session("2026-11-20", cells="Pupil ID=; Group=Friday art; Kind=Group")
    theirs = a("Groups", "Group=Friday art; Pupils=000001")
    others = a("Groups", "Group=Friday art; Pupils=000002")
    pupils = (a("Pupils"), a("Pupils", "Pupil ID=000002"))
    assert found(session("2026-10-20"), in_a_group, theirs, *pupils) == []
    assert found(session("2026-10-20"), in_a_group, others, *pupils) == BOTH


def test_a_pupil_nobody_has_met_yet_is_counted_from_the_start() -> None:
    assert found() == BOTH
    assert outcome(made("re-engagement", no("Sessions"), a("Cases", "Started on=2026-11-18"))) == []
    assert outcome(made("re-engagement", no("Sessions"), a("Cases", "Started on="))) == []


SHORT = """
# Calendar
| From       | To         | Kind      | Name     |
| 2026-11-16 | 2026-12-18 | Half term | Autumn 2 |
"""


def test_where_the_calendar_cannot_say_how_long_it_is_the_letter_waits() -> None:
    rows = (session("2026-11-12"),)
    assert outcome(made("re-engagement", *rows, calendar=SHORT)) == ["needs-calendar"] * 2
    assert outcome(made("re-engagement", *rows, calendar=SHORT, asked=True)) == BOTH


CASES = {"Active": BOTH, "Paused": [], "Waiting": [], "Closed": []}


@pytest.mark.parametrize("status", CASES)
def test_only_an_active_case_loses_touch(status: str) -> None:
    assert outcome(made("re-engagement", no("Sessions"), a("Cases", f"Status={status}"))) == CASES[status]


def test_a_person_may_ask_for_a_pause_but_there_is_no_way_back_to_a_closed_case() -> None:
    paused, closed = a("Cases", "Status=Paused"), a("Cases", "Status=Closed; Closing reason=Planned end")
    assert outcome(made("re-engagement", paused, asked=True)) == BOTH
    assert outcome(made("re-engagement", closed, asked=True)) == ["no-open-case"]


# -- what it tells -----------------------------------------------------------------------------------------


def note(audience: Audience, *rows: Row) -> ReEngagement:
    context = the_document(made("re-engagement", *rows), audience).context
    assert isinstance(context, ReEngagement)
    return context


MISSED = (session("2026-11-12"), session("2026-11-16", "Absent"), session("2026-11-18", "Declined"))


@pytest.mark.parametrize("audience", [Audience.PARENT, Audience.PUPIL])
def test_neither_a_day_that_was_missed_nor_a_count_is_told(audience: Audience) -> None:
    text = all_text(note(audience, *MISSED))
    assert not any(word in text for word in ("12 November", "16 November", "18 November", "Absent", "Decl"))


CANCELLED = {
    ("Cancelled by school",): True,
    ("Absent", "Cancelled by school"): True,
    ("Cancelled by school", "Attended"): False,
    ("Absent", "Absent"): False,
}


@pytest.mark.parametrize("came", CANCELLED)
def test_school_says_where_it_called_off_a_session_itself(came: tuple[str, ...]) -> None:
    days = ("2026-10-12", "2026-10-14")
    sessions = [session(day, one) for day, one in zip(days, came, strict=False)]
    assert note(Audience.PARENT, *sessions).school_cancelled is CANCELLED[came]


def test_the_pupil_is_given_no_day_and_the_family_one() -> None:
    assert note(Audience.PUPIL, *MISSED).reply_by == ""
    assert note(Audience.PARENT, *MISSED).reply_by == "Tuesday 1 December 2026"
