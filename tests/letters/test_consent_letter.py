"""When the consent letter is made, to whom, and what it tells."""

import pytest
from a_caseload import Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import Document
from mentor_xl.letters.consent import ConsentLetter

NONE = no("Consents")
NO_CASE = no("Cases")


def consent(*rows: Row, asked: bool = False) -> list[str]:
    return outcome(made("consent", *rows, asked=asked))


def letter(*rows: Row, asked: bool = False) -> ConsentLetter:
    context = the_document(made("consent", *rows, asked=asked), Audience.PARENT).context
    assert isinstance(context, ConsentLetter)
    return context


# -- its moment ------------------------------------------------------------------------------------------

LETTER = ["parent Contacts!2"]
MOMENTS: dict[str, tuple[tuple[Row, ...], list[str]]] = {
    "an active case without consent": ((a("Cases", "Consent ID="),), LETTER),
    "a paused case without consent": ((a("Cases", "Consent ID=; Status=Paused"),), LETTER),
    "a waiting case without consent": ((a("Cases", "Consent ID=; Status=Waiting"),), LETTER),
    "a closed case without consent": ((a("Cases", "Consent ID=; Status=Closed"),), []),
    "a case with consent": ((a("Cases"),), []),
    "a case whose consent was withdrawn today": ((a("Consents", "Withdrawn on=2026-11-23"),), LETTER),
    "a case whose consent is withdrawn tomorrow": ((a("Consents", "Withdrawn on=2026-11-24"),), []),
    "a case whose consent had its last day yesterday": ((a("Consents", "Review by=2026-11-22"),), LETTER),
    "a case whose consent has its last day today": ((a("Consents", "Review by=2026-11-23"),), []),
    "a second open case without consent": ((a("Cases"), a("Cases", "Case ID=C2; Consent ID=")), LETTER),
    "a waiting referral": ((NO_CASE, a("Referrals", "Decision=Waiting")), LETTER),
    "an accepted referral": ((NO_CASE, a("Referrals")), LETTER),
    "a declined referral": ((NO_CASE, a("Referrals", "Decision=Declined")), []),
    "a redirected referral": ((NO_CASE, a("Referrals", "Decision=Redirected")), []),
    "an undecided referral": ((NO_CASE, a("Referrals", "Decision=")), []),
    "a referral that a closed case came of": ((a("Cases", "Status=Closed"), a("Referrals")), []),
    "a referral that a closed case came of without naming it": (
        (a("Cases", "Status=Closed; Referral ID="), a("Referrals")),
        [],
    ),
    "a new referral after a closed case": (
        (
            a("Cases", "Status=Closed; Referral ID="),
            a("Referrals", "Referral ID=R2; Received on=2026-11-16; Decision=Waiting"),
        ),
        LETTER,
    ),
    "a waiting referral beside an open case with consent": (
        (a("Cases"), a("Referrals", "Referral ID=R2; Decision=Waiting")),
        [],
    ),
    "nothing at all": ((NO_CASE, no("Referrals")), []),
}


@pytest.mark.parametrize("when", MOMENTS)
def test_the_consent_letter_is_wanted_for(when: str) -> None:
    rows, expected = MOMENTS[when]
    assert consent(*rows) == expected


@pytest.mark.parametrize("rows", [(), (NO_CASE, no("Referrals")), (a("Cases", "Status=Closed"),)])
def test_a_person_may_ask_for_it_whenever_they_wish(rows: tuple[Row, ...]) -> None:
    assert consent(*rows, asked=True) == LETTER


def test_a_case_that_lacks_consent_comes_before_one_that_has_it_when_somebody_asks() -> None:
    cases = (a("Cases", "Aim=Has consent"), a("Cases", "Case ID=C2; Aim=Lacks consent; Consent ID="))
    assert letter(*cases, asked=True).mentoring.aim == "Lacks consent"


def test_it_is_made_once_however_many_cases_and_referrals_wait() -> None:
    rows = (NONE, a("Cases"), a("Cases", "Case ID=C2"), a("Referrals", "Referral ID=R2; Decision=Waiting"))
    assert consent(*rows) == LETTER


# -- what it tells ----------------------------------------------------------------------------------------


def test_only_those_with_parental_responsibility_get_a_line_to_sign() -> None:
    father = "Priority=2; Title=Mr; Forename=Bo; Relationship=Father; Parental responsibility=Unknown"
    assert letter(NONE, a("Contacts"), a("Contacts", father)).signers == ("Mrs Ada Aske",)
    assert letter(NONE, a("Contacts", "Parental responsibility=No")).signers == ()


def test_it_tells_the_strengths_and_nothing_else_of_the_referral() -> None:
    cells = (
        "Main barrier=Drugs or alcohol; Other barriers=Attendance; Strengths=Kind to younger pupils; "
        "How long a concern=SINCE EASTER; Strategies tried=REPORT CARD; Changes wanted=FEWER REMOVALS; "
        "Referred by=MR ELSE"
    )
    told = letter(NONE, a("Referrals", cells))
    assert told.strengths == "Kind to younger pupils"
    assert not any(word in all_text(told) for word in ("Drugs", "EASTER", "REPORT", "REMOVALS", "ELSE"))


def test_the_strengths_of_another_pupils_referral_are_never_told() -> None:
    rows = (
        NONE,
        a("Pupils"),
        a("Pupils", "Pupil ID=000002"),
        a("Referrals", "Pupil ID=000002; Strengths=HERS"),
    )
    assert letter(*rows).strengths == ""


def test_it_offers_the_cases_mentor_unless_they_have_left() -> None:
    named = letter(NONE, a("Staff"), a("Staff", "Staff code=RTW; Surname=Tweddle"), a("Cases", "Mentor=RTW"))
    assert named.mentoring.mentor == "Mrs Kathleen Tweddle"
    left = (a("Staff"), a("Staff", "Staff code=RTW; Surname=Tweddle; Left on=2026-10-23"))
    assert letter(NONE, *left, a("Cases", "Mentor=RTW")).mentoring.mentor == ""


def test_a_referral_without_a_case_offers_no_mentor_by_name() -> None:
    offer = letter(NO_CASE, a("Settings", "Mentor title=Inclusion mentor")).mentoring
    assert (offer.mentor, offer.mentor_title) == ("", "Inclusion mentor")


def test_it_asks_for_an_answer_five_school_days_on_where_the_calendar_reaches() -> None:
    # The 27th is an INSET day: 24, 25, 26, 30 November, 1 December.
    assert letter(NONE).reply_by == "Tuesday 1 December 2026"
    found = made("consent", NONE, calendar="")
    assert isinstance(found[0], Document)
    assert found[0].context.reply_by == ""  # type: ignore[attr-defined]


def test_two_homes_get_a_letter_each_with_their_own_name_to_sign() -> None:
    father = "Priority=2; Title=Mr; Forename=Bo; Relationship=Father; Address line 1=9 Dock Lane"
    found = made("consent", NONE, a("Contacts"), a("Contacts", father))
    signers = [one.context.signers for one in found if isinstance(one, Document)]  # type: ignore[attr-defined]
    assert signers == [("Mrs Ada Aske",), ("Mr Bo Aske",)]
