"""Which agencies are invited to a review, and which never are."""

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.review_invitation_agency import AgencyReviewInvitation

LETTER = ["agency Agencies!2"]
REFERRAL = "Reason=REASON; Risks known=RISKS; Sent on=2026-11-03; Acknowledged on=2026-11-10"


def rows(referral: str = "", agency: str = "", consent: str = "", review: str = "") -> tuple[Row, ...]:
    return (
        a("Reviews", review),
        a("Agencies", agency),
        a("Agency referrals", f"{REFERRAL}; {referral}"),
        a("Consents"),
        a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}"),
    )


def found(*, asked: bool = False, **cells: str) -> list[str]:
    return outcome(made("review-invitation-agency", *rows(**cells), asked=asked))


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["review-invitation-agency"].is_on_request


REFERRALS = {
    "": LETTER,
    "Outcome=Accepted": LETTER,
    "Outcome=Waiting": LETTER,
    "Outcome=Declined": [],
    "Outcome=Closed": [],
    "Closed on=2026-11-20": [],
    "Closed on=lately": [],
    "Acknowledged on=": [],
    "Acknowledged on=2026-11-30": [],
    "Sent on=; Acknowledged on=": [],
    "Agency=Nobody": [],
}


@pytest.mark.parametrize("cells", REFERRALS)
def test_an_agency_is_invited_once_it_knows_of_the_pupil_and_until_its_part_is_over(cells: str) -> None:
    assert found(referral=cells) == REFERRALS[cells]


def test_a_person_who_asks_opens_no_gate_and_hears_that_nobody_is_to_be_invited() -> None:
    assert found(asked=True, referral="Acknowledged on=") == ["no-agency-to-invite"]
    assert found(asked=True, review="Booked for=") == ["no-agency-to-invite"]
    assert found(asked=True, consent="Withdrawn on=2026-11-20") == ["consent-withdrawn"]


CONSENTS = {
    "": LETTER,
    "Withdrawn on=2026-11-20": ["consent-withdrawn"],
    "Review by=2026-11-20": ["consent-past-review"],
    "Agency=Another": ["consent-other-agency"],
    "Basis=Parent": ["consent-too-little"],
    "Basis=Pupil; Competence judged by=Ms H. Lindqvist": ["family-may-not-know"],
    "Withdrawn on=2026-11-20; Override by=Ms H. Lindqvist; Override reason=Risk": ["family-may-not-know"],
}


@pytest.mark.parametrize("cells", CONSENTS)
def test_families_come_to_reviews_so_only_agencies_they_agreed_to_are_invited(cells: str) -> None:
    assert found(consent=cells) == CONSENTS[cells]


AGENCIES = {
    "Kind=Social care": ["safeguarding-lead-invites"],
    "Consent needed=Safeguarding lead only": ["safeguarding-lead-invites"],
    "Kind=": ["unread-agency"],
    "Consent needed=ask": ["unread-agency"],
    "Kind=Education welfare; Consent needed=Not required": LETTER,
}


@pytest.mark.parametrize("cells", AGENCIES)
def test_social_care_is_invited_by_the_safeguarding_lead_alone(cells: str) -> None:
    assert found(agency=cells) == AGENCIES[cells]


REVIEWS = {
    "Booked for=2026-11-27": ["booked-on-closed-day"],
    "Review=Core group": ["not-ours-to-invite"],
    "Held on=2026-11-20": [],
}


@pytest.mark.parametrize("cells", REVIEWS)
def test_a_review_that_families_are_not_invited_to_is_not_one_for_agencies(cells: str) -> None:
    assert found(review=cells) == REVIEWS[cells]


def letter(**cells: str) -> AgencyReviewInvitation:
    context = the_document(made("review-invitation-agency", *rows(**cells)), Audience.AGENCY).context
    assert isinstance(context, AgencyReviewInvitation)
    return context


def test_it_tells_the_meeting_under_its_own_name_and_nothing_of_the_referral() -> None:
    told = letter(review="Review=Reintegration meeting; Place=Room 4")
    assert told.meeting.review_name == "Reintegration meeting"
    assert (told.meeting.date, told.meeting.place) == ("Thursday 3 December 2026", "Room 4")
    assert (told.agency, told.reply_by) == ("Exe CAMHS", "Tuesday 1 December 2026")
    assert not any(word in all_text(told) for word in ("REASON", "RISKS", "Friendship"))
