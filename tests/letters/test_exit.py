"""What is told when mentoring ends, to whom, and how little where the consent does not cover it."""

import datetime as dt
from typing import get_args

import pytest
from a_caseload import TODAY, Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.exit import ExitLetter
from mentor_xl.vocabulary import ClosingReason

EVERYBODY = ["parent Contacts!2", "pupil Pupils!2", "teacher Pupils!2"]
WITHOUT_STAFF = ["parent Contacts!2", "pupil Pupils!2", "no-consent-to-tell-staff"]
CLOSED = "Status=Closed; Closed on=2026-11-20; Closing reason=Targets met"
MET = "Status=Met; Strategy=Buddy; Help needed=A quiet table."


def exit_letter(*rows: Row, audience: Audience = Audience.PARENT, today: dt.date = TODAY) -> ExitLetter:
    context = the_document(made("exit", *rows, asked=True, today=today), audience).context
    assert isinstance(context, ExitLetter)
    return context


def test_it_is_made_only_where_somebody_asks_and_needs_no_consent() -> None:
    kind = kinds()["exit"]
    assert kind.is_on_request
    assert not kind.needs_consent


# The 30th school day after 5 October is 23 November.
MOMENTS = {
    "": EVERYBODY,
    "Closed on=2026-11-23": EVERYBODY,
    "Closed on=2026-11-24": [],
    "Closed on=2026-10-09": EVERYBODY,
    "Closed on=2026-09-14": [],
    "Closed on=": [],
    "Status=Active": [],
    "Status=Paused": [],
}


@pytest.mark.parametrize("cells", MOMENTS)
def test_it_is_told_for_thirty_school_days_after_closing(cells: str) -> None:
    assert outcome(made("exit", a("Cases", f"{CLOSED}; {cells}"))) == MOMENTS[cells]


ASKED = {
    "Closed on=2026-03-02": EVERYBODY,
    "Status=Active; Closed on=; Closing reason=": EVERYBODY,
    "Status=Active; Closed on=; Closing reason=; Consent ID=": WITHOUT_STAFF,
}


@pytest.mark.parametrize("cells", ASKED)
def test_a_person_may_ask_for_the_letter_before_the_end_or_long_after(cells: str) -> None:
    consent = a("Consents", "Given on=2026-01-10; Review by=2026-12-31")
    assert outcome(made("exit", a("Cases", f"{CLOSED}; {cells}"), consent, asked=True)) == ASKED[cells]


def test_without_a_case_there_is_nothing_to_end() -> None:
    assert outcome(made("exit", no("Cases"), asked=True)) == ["no-case"]
    assert outcome(made("exit", no("Cases"))) == []


SHORT = """
# Calendar
| From       | To         | Kind      | Name     |
| 2026-11-16 | 2026-12-18 | Half term | Autumn 2 |
"""


def test_where_the_calendar_cannot_say_how_long_ago_it_was_the_letter_waits() -> None:
    case = a("Cases", f"{CLOSED}; Closed on=2026-11-12")
    assert outcome(made("exit", case, calendar=SHORT)) == ["needs-calendar"] * 3


# -- consent -----------------------------------------------------------------------------------------------

TELLS: dict[str, tuple[str, str, bool]] = {
    "consent holds": (CLOSED, "", True),
    "its review day passed after the end": (CLOSED, "Review by=2026-11-21", True),
    "its review day passed before the end": (CLOSED, "Review by=2026-11-19", False),
    "withdrawn before the end": (CLOSED, "Withdrawn on=2026-11-16", False),
    "withdrawn after the end": (CLOSED, "Withdrawn on=2026-11-21", False),
    "withdrawn today": (CLOSED, "Withdrawn on=2026-11-23", False),
    "to be withdrawn": (CLOSED, "Withdrawn on=2026-11-30", True),
    "closed because it was withdrawn": (f"{CLOSED}; Closing reason=Consent withdrawn", "", False),
    "a reason that nobody can read": (f"{CLOSED}; Closing reason=see file", "", False),
    "never named": (f"{CLOSED}; Consent ID=", "", False),
    "for something else": (CLOSED, "Purpose=Photographs", False),
    "withdrawn while it goes on": ("Status=Active", "Withdrawn on=2026-11-16", False),
    "it goes on": ("Status=Active", "", True),
}


@pytest.mark.parametrize("why", TELLS)
def test_nothing_is_told_of_the_work_where_the_consent_does_not_cover_it(why: str) -> None:
    case, consent, tells = TELLS[why]
    rows = (
        a("Cases", case),
        a("Consents", consent),
        a("Targets", f"{MET}; Target=WORDS"),
        a("Sessions"),
        a("Reviews", "Review=Follow-up after closing"),
    )
    if "Closing reason=see file" in case:
        # A cell that could not be read holds the letter back before anything is told.
        assert outcome(made("exit", *rows, asked=True))[:2] == ["not-on-list"] * 2
        return
    for audience in (Audience.PARENT, Audience.PUPIL):
        letter = exit_letter(*rows, audience=audience)
        assert letter.tells_of_the_work is tells
        said = all_text(letter.goodbye)
        assert bool(letter.goodbye.reached) is tells
        assert any(word in said for word in ("WORDS", "met with", "December", "table")) is tells


def test_staff_are_written_to_only_where_the_consent_covers_it() -> None:
    withdrawn = a("Consents", "Withdrawn on=2026-11-16")
    assert outcome(made("exit", a("Cases", CLOSED), withdrawn)) == WITHOUT_STAFF
    assert outcome(made("exit", a("Cases", CLOSED))) == EVERYBODY


# -- what it tells -----------------------------------------------------------------------------------------


def reasons() -> tuple[str, ...]:
    return get_args(get_args(ClosingReason)[0])


@pytest.mark.parametrize("reason", reasons())
def test_why_it_ends_is_told_kindly_and_never_by_the_name_on_the_list(reason: str) -> None:
    letter = exit_letter(a("Cases", f"{CLOSED}; Closing reason={reason}"))
    assert reason not in all_text(letter)
    assert bool(letter.goodbye.reason) is (reason not in ("Consent withdrawn", "Other"))


def test_where_it_was_not_the_right_thing_nobody_is_told_how_often_they_met() -> None:
    rows = (a("Sessions"), a("Cases", f"{CLOSED}; Closing reason=Disengaged"))
    assert exit_letter(*rows).goodbye.together == ""
    assert exit_letter(a("Sessions"), a("Cases", CLOSED)).goodbye.together == (
        "Rowan has met with Mrs Kathleen Salt once."
    )


def test_what_was_reached_and_what_helped_are_those_of_the_targets_that_were_met() -> None:
    rows = (
        a("Cases", CLOSED),
        a("Targets", f"{MET}; Target=First."),
        a("Targets", f"{MET}; Target ID=T2; Target=Second; Strategy="),
        a("Targets", "Target ID=T3; Target=Third; Status=Not met; Strategy=Coaching"),
    )
    told = exit_letter(*rows).goodbye
    assert told.reached == ("First", "Second")
    assert told.what_helped == ("A buddy to go round with", "A quiet table")


def test_the_day_to_look_back_is_told_where_it_is_booked_and_a_private_date_never() -> None:
    case = a("Cases", f"{CLOSED}; Follow up on=2026-12-17")
    assert exit_letter(case).goodbye.follow_up == ""
    booked = a("Reviews", "Review=Follow-up after closing; Booked for=2027-01-14")
    assert exit_letter(case, booked).goodbye.follow_up == "Thursday 14 January 2027"
    assert "17 December" not in all_text(exit_letter(case, booked))


def test_nobody_looks_back_with_a_pupil_who_moves_to_another_school() -> None:
    assert not exit_letter(a("Cases", f"{CLOSED}; Closing reason=Moved school")).goodbye.offers_follow_up
    assert exit_letter(a("Cases", CLOSED)).goodbye.offers_follow_up


ENDS = {
    "Status=Active; Planned end=2026-12-18": (False, "18 December 2026"),
    "Status=Active; Planned end=2026-11-20": (False, ""),
    "Status=Active; Planned end=": (False, ""),
    f"{CLOSED}; Planned end=2026-12-18": (True, ""),
}


@pytest.mark.parametrize("cells", ENDS)
def test_before_the_end_the_day_that_is_planned_is_told_if_it_is_still_to_come(cells: str) -> None:
    told = exit_letter(a("Cases", cells)).goodbye
    assert (told.has_ended, told.ends_on) == ENDS[cells]


def test_a_family_kept_away_by_a_court_gets_no_goodbye_either() -> None:
    found = outcome(made("exit", a("Cases", CLOSED), a("Contacts", "Court restriction=Yes")))
    assert found == ["court-restriction", *EVERYBODY[1:]]
