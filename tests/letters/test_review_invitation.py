"""When families and pupils are invited to a review, and what the invitation tells."""

import datetime as dt
from typing import get_args

import pytest
from a_caseload import CALENDAR, TODAY, Row, a, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.review_invitation import NOT_OURS, ReviewInvitation
from mentor_xl.vocabulary import ReviewKind

BOTH = ["parent Contacts!2", "pupil Pupils!2"]
D = dt.date


def invited(cells: str, *rows: Row, today: dt.date = TODAY, calendar: str = CALENDAR) -> list[str]:
    return outcome(made("review-invitation", a("Reviews", cells), *rows, today=today, calendar=calendar))


def letter(audience: Audience, *rows: Row, today: dt.date = TODAY) -> ReviewInvitation:
    context = the_document(made("review-invitation", *rows, today=today), audience).context
    assert isinstance(context, ReviewInvitation)
    return context


MOMENTS = {
    "Booked for=2026-11-22": [],
    "Booked for=2026-11-23": BOTH,
    "Booked for=2026-11-24": BOTH,
    "Booked for=2027-02-12": BOTH,
    "Booked for=": [],
    "Booked for=26 Nov?": ["unread-review"] * 2,
    "Booked for=2026-11-27": ["booked-on-closed-day"] * 2,
    "Booked for=2026-11-28": ["booked-on-closed-day"] * 2,
    "Booked for=2026-12-25": ["booked-on-closed-day"] * 2,
    "Booked for=2027-02-13": ["needs-calendar"] * 2,
    "Booked for=2027-06-01": ["needs-calendar"] * 2,
    "Held on=2026-11-20": [],
    "Held on=2026-11-23": [],
    "Held on=2026-12-04": BOTH,
    "Review=Coffee morning": ["unread-review"] * 2,
}


@pytest.mark.parametrize("cells", MOMENTS)
def test_a_review_is_invited_to_when_it_is_to_come_on_an_open_day(cells: str) -> None:
    assert invited(cells) == MOMENTS[cells]


def test_without_a_calendar_nobody_is_invited_to_what_may_be_a_closed_day() -> None:
    assert invited("", calendar="") == ["needs-calendar"] * 2


def test_a_reason_of_closure_is_told_without_the_words_that_somebody_typed() -> None:
    held = made("review-invitation", a("Reviews", "Booked for=2026-11-27"))
    assert [one.why for one in held] == ["School is closed on Friday 27 November 2026: INSET day."] * 2  # type: ignore[union-attr]


def kinds_of_review() -> tuple[str, ...]:
    return get_args(get_args(ReviewKind)[0])


@pytest.mark.parametrize("kind", kinds_of_review())
def test_children_s_social_care_invites_to_its_own_meetings_and_school_to_the_others(kind: str) -> None:
    expected = ["not-ours-to-invite"] * 2 if kind in NOT_OURS else BOTH
    assert invited(f"Review={kind}") == expected


def test_each_booked_review_has_its_own_invitation() -> None:
    rows = (a("Reviews"), a("Reviews", "Review=SEN support review; Booked for=2026-12-08"))
    assert outcome(made("review-invitation", *rows)) == BOTH * 2


# -- what it tells ------------------------------------------------------------------------------------------


def test_it_tells_the_day_the_time_and_the_place() -> None:
    meeting = letter(Audience.PARENT, a("Reviews", "Place=Room 4; Attended by=Mr Reyes")).meeting
    assert (meeting.date, meeting.time, meeting.place) == ("Thursday 3 December 2026", "2.15pm", "Room 4")
    assert meeting.who_comes == "Mr Reyes"


REPLY_BY = {
    "2026-12-10": "Tuesday 1 December 2026",
    "2026-12-01": "Monday 30 November 2026",
    "2026-11-30": "Thursday 26 November 2026",
    "2026-11-25": "Tuesday 24 November 2026",
    "2026-11-24": "",
    "2026-11-23": "",
}


@pytest.mark.parametrize("booked", REPLY_BY)
def test_adults_answer_in_five_school_days_or_by_the_school_day_before(booked: str) -> None:
    assert letter(Audience.PARENT, a("Reviews", f"Booked for={booked}")).reply_by == REPLY_BY[booked]


def test_a_pupil_is_given_no_day_to_answer_by() -> None:
    assert letter(Audience.PUPIL, a("Reviews")).reply_by == ""


LOW_DEMAND = {"Yes": True, "No": False, "": False, "see plan": True}


@pytest.mark.parametrize("typed", LOW_DEMAND)
def test_a_pupil_with_a_low_demand_profile_is_never_told_what_to_do(typed: str) -> None:
    pupil = a("Pupils", f"Low-demand approach={typed}")
    assert letter(Audience.PUPIL, a("Reviews"), pupil).low_demand is LOW_DEMAND[typed]


def test_the_pupils_edition_is_given_by_hand_and_greets_by_the_name_they_use() -> None:
    recipient = letter(Audience.PUPIL, a("Reviews")).recipient
    assert recipient.address_lines == ()
    assert (recipient.salutation, recipient.close) == ("Dear Rowan", "Best wishes")


def test_the_last_case_signs_after_it_closed() -> None:
    staff = (a("Staff"), a("Staff", "Staff code=RTW; Surname=Tweddle"))
    closed = a("Cases", "Status=Closed; Closing reason=Targets met; Mentor=RTW")
    review = a("Reviews", "Review=Follow-up after closing")
    assert letter(Audience.PARENT, review, closed, *staff).signatory.name == "Mrs Kathleen Tweddle"
