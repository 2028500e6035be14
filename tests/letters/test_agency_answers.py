"""When an agency is asked again or thanked, and how little of the child is told in it."""

import re

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document
from agency_caseload import WHOLE, referral_to

from mentor_xl.audience import Audience
from mentor_xl.documents import HeldBack, kinds
from mentor_xl.letters.agency_answers import AgencyQuestion, AgencyThanks

KIND = "Bereavement"
TO_AGENCY = ["agency Agencies!2"]


def found(slug: str, referral: str, agency: str = "", consent: str = "", *, asked: bool = False) -> list[str]:
    return outcome(made(slug, *_rows(referral, agency, consent), asked=asked))


def _rows(referral: str, agency: str = "", consent: str = "", kind: str = KIND) -> tuple[Row, ...]:
    return (*WHOLE, *referral_to(kind, referral=referral, agency=agency, consent=consent))


def question(referral: str = "Sent on=2026-11-02", **cells: str) -> AgencyQuestion:
    context = the_document(made("agency-chaser", *_rows(referral, **cells)), Audience.AGENCY).context
    assert isinstance(context, AgencyQuestion)
    return context


def thanks(referral: str = "Sent on=2026-11-02; Outcome=Accepted", **cells: str) -> AgencyThanks:
    context = the_document(made("agency-thanks", *_rows(referral, **cells)), Audience.AGENCY).context
    assert isinstance(context, AgencyThanks)
    return context


def test_neither_is_made_unless_somebody_asks_for_the_kind() -> None:
    assert kinds()["agency-chaser"].is_on_request
    assert kinds()["agency-thanks"].is_on_request


# -- the moment ---------------------------------------------------------------------------------------------

CHASED = {
    # Ten working days from 6 November end on the 20th; the first school day after it is today.
    "Sent on=2026-11-06": TO_AGENCY,
    "Sent on=2026-11-09": [],
    "Sent on=2026-11-06; Outcome=Waiting": TO_AGENCY,
    "Sent on=2026-11-06; Acknowledged on=2026-11-13": [],
    "Sent on=2026-11-06; Acknowledged on=last week": ["not-a-date"],
    "Sent on=lately": ["not-a-date"],
    "Sent on=2026-11-06; Outcome=Declined": [],
    "Sent on=2026-11-06; Outcome=More information wanted": [],
    "Sent on=2026-11-06; Closed on=2026-11-20": [],
    "Sent on=": [],
    "Sent on=2026-11-30": [],
}


@pytest.mark.parametrize("referral", CHASED)
def test_an_agency_is_asked_again_from_the_day_to_chase_until_it_answers(referral: str) -> None:
    assert found("agency-chaser", referral) == CHASED[referral]


def test_an_agency_has_its_own_time_to_answer() -> None:
    assert found("agency-chaser", "Sent on=2026-11-16", "Reply expected within=4") == TO_AGENCY
    assert found("agency-chaser", "Sent on=2026-11-16", "Reply expected within=5") == []


def test_who_asks_for_one_need_not_wait_but_something_must_have_been_sent() -> None:
    assert found("agency-chaser", "Sent on=2026-11-20", asked=True) == TO_AGENCY
    assert found("agency-thanks", "Sent on=2026-11-20", asked=True) == TO_AGENCY
    for slug in ("agency-chaser", "agency-thanks"):
        assert found(slug, "Sent on=", asked=True) == []
        assert found(slug, "Sent on=2026-11-02; Closed on=2026-11-20", asked=True) == []


THANKED = {
    "Sent on=2026-11-02; Acknowledged on=2026-11-09": TO_AGENCY,
    "Sent on=2026-11-02; Outcome=Accepted": TO_AGENCY,
    "Sent on=2026-11-02; Outcome=Declined": [],
    "Sent on=2026-11-02; Acknowledged on=2026-11-30": [],
    "Sent on=2026-11-02": [],
}


@pytest.mark.parametrize("referral", THANKED)
def test_an_agency_is_thanked_once_it_has_answered(referral: str) -> None:
    assert found("agency-thanks", referral) == THANKED[referral]


# -- the gates ----------------------------------------------------------------------------------------------

GATES = {
    ("", "Given on=2026-11-09"): "consent-not-yet",
    ("", "Withdrawn on=2026-11-20"): "consent-withdrawn",
    ("", "Review by=2026-11-20"): "agency Agencies!2",
    ("", "Agency=Exe CAMHS"): "consent-other-agency",
    ("Kind=Social care", ""): "safeguarding-leads",
    ("Consent needed=Safeguarding lead only", ""): "safeguarding-leads",
    ("Kind=MASH", ""): "unread-agency",
}


@pytest.mark.parametrize(("agency", "consent"), GATES)
@pytest.mark.parametrize("slug", ["agency-chaser", "agency-thanks"])
def test_nothing_more_is_written_where_consent_was_missing_or_is_gone(
    slug: str, agency: str, consent: str
) -> None:
    assert found(slug, "Sent on=2026-11-02", agency, consent, asked=True) == [GATES[agency, consent]]


def test_social_care_is_the_safeguarding_leads_to_ask() -> None:
    (held,) = made("agency-chaser", *_rows("Sent on=2026-11-02", "Kind=Social care"))
    assert isinstance(held, HeldBack)
    assert "theirs to ask" in held.why


def test_a_letter_that_follows_an_override_says_which_row_it_rests_on() -> None:
    consent = "Withdrawn on=2026-11-20; Override by=Ms H. Lindqvist; Override reason=Waiting raises the risk"
    document = the_document(made("agency-chaser", *_rows("Sent on=2026-11-02", "", consent)), Audience.AGENCY)
    assert re.fullmatch(r"Consents!\d+", document.override)


# -- how little is told -------------------------------------------------------------------------------

NOT_AGAIN = (
    "grandfather", "quiet place", "Somebody to talk with", "Fern Lane", "07700", "Ada", "bicycles",
    "social, emotional", "medical", "Soon",
)  # fmt: skip


@pytest.mark.parametrize("own_form", ["Yes", "No"])
def test_no_more_is_told_of_the_child_than_it_takes_to_find_the_referral(own_form: str) -> None:
    agency = f"Own form only={own_form}"
    for context in (question(agency=agency), thanks(agency=agency)):
        text = all_text(type(context).model_construct(**{**dict(context), "pupil": None}))
        assert not any(word in text for word in NOT_AGAIN)
        assert ("5 May 2013" in text) is (own_form == "Yes")


def test_our_reference_is_the_one_that_stood_on_the_referral() -> None:
    sent = the_document(made("agency-referral", *_rows("Sent on=")), Audience.AGENCY).reference
    assert question().referral.reference == sent
    assert question(agency="Own form only=Yes").referral.reference == ""


def test_a_question_says_when_it_was_sent_and_by_when_an_answer_is_hoped_for() -> None:
    told = question()
    assert told.referral.sent_on == "2 November 2026"
    assert told.referral.hoped_by == "Monday 16 November 2026"
    assert told.reply_by == "Monday 30 November 2026"


def test_thanks_say_how_school_goes_on() -> None:
    assert thanks().promises[0] == (
        "We look at how it is going with Rowan at each review, and write to you after it."
    )
    booked = (*_rows("Sent on=2026-11-02; Outcome=Accepted"), a("Reviews"))
    context = the_document(made("agency-thanks", *booked), Audience.AGENCY).context
    assert isinstance(context, AgencyThanks)
    assert "The next is on Thursday 3 December 2026." in context.promises[0]


def test_thanks_to_a_service_of_which_the_family_may_not_know_ask_it_to_keep_to_school() -> None:
    rows = _rows("Sent on=2026-11-02; Outcome=Accepted", kind="Drugs and alcohol")
    context = the_document(made("agency-thanks", *rows), Audience.AGENCY).context
    assert "through the school" in all_text(context)
    assert "through the school" not in all_text(thanks())


def test_only_a_yes_is_thanked_as_one() -> None:
    assert thanks().referral.is_accepted
    assert not thanks("Sent on=2026-11-02; Acknowledged on=2026-11-09").referral.is_accepted
