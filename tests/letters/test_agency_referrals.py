"""When a pupil is referred to an agency, through which document, and what the agency is told."""

import pytest
from a_caseload import TODAY, Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import HeldBack
from mentor_xl.letters.agency_context import AgencyReferralLetter
from mentor_xl.letters.agency_hand_off import HandOffSheet

MENTORING = a("Consents")
AGREED = a("Consents", "Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS")
LETTER = ["agency Agencies!2"]


def referred(*rows: Row, kind: str = "camhs-referral", asked: bool = False) -> list[str]:
    return outcome(made(kind, *_with_usual(rows), asked=asked))


def letter(*rows: Row, kind: str = "camhs-referral") -> AgencyReferralLetter:
    context = the_document(made(kind, *_with_usual(rows)), Audience.AGENCY).context
    assert isinstance(context, AgencyReferralLetter)
    return context


def sheet(*rows: Row) -> HandOffSheet:
    context = the_document(made("mash-hand-off", *_with_usual(rows)), Audience.LEADER).context
    assert isinstance(context, HandOffSheet)
    return context


def _with_usual(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    given = {name for name, _ in rows}
    usual = (a("Agencies"), a("Agency referrals"), MENTORING, AGREED)
    return (*rows, *(row for row in usual if row[0] not in given))


# -- its moment ------------------------------------------------------------------------------------------

MOMENTS = {
    "": LETTER,
    "Sent on=2026-11-20": [],
    "Sent on=2026-11-23": [],
    "Closed on=2026-11-20": [],
    "Sent on=2026-11-06; Closed on=2026-11-20": [],
    "Sent on=last week": ["not-a-date"],
    "Closed on=soon": ["not-a-date"],
    "Agency=No such service": [],
}


@pytest.mark.parametrize("cells", MOMENTS)
def test_a_referral_is_written_while_it_is_neither_sent_nor_closed(cells: str) -> None:
    assert referred(a("Agency referrals", cells)) == MOMENTS[cells]


def test_a_person_may_ask_for_one_that_was_sent_but_not_for_one_that_is_closed() -> None:
    assert referred(a("Agency referrals", "Sent on=2026-11-20"), asked=True) == LETTER
    assert referred(a("Agency referrals", "Closed on=2026-11-20"), asked=True) == []


def test_a_referral_to_an_agency_that_is_not_there_is_said_and_not_made() -> None:
    rows = (a("Agency referrals", "Agency=No such service"),)
    assert referred(*rows, kind="agency-referral") == ["unknown-agency"]
    assert referred(*rows, kind="camhs-referral") == []


WHICH = {
    "Kind=CAMHS": "camhs-referral",
    "Kind=Bereavement": "agency-referral",
    "Kind=Receiving school": "agency-referral",
    "Kind=Social care; Consent needed=Not required": "mash-hand-off",
    "Kind=Social care; Consent needed=Parent": "mash-hand-off",
    "Kind=CAMHS; Consent needed=Safeguarding lead only": "mash-hand-off",
    "Kind=Other; Consent needed=Safeguarding lead only": "mash-hand-off",
}


@pytest.mark.parametrize("agency", WHICH)
def test_the_agencys_kind_says_which_document_a_referral_becomes_and_it_becomes_one(agency: str) -> None:
    rows = (a("Agencies", agency),)
    kinds = ("camhs-referral", "agency-referral", "mash-hand-off")
    found = {kind for kind in kinds if any("!" in one for one in referred(*rows, kind=kind))}
    assert found == {WHICH[agency]}


@pytest.mark.parametrize("agency", ["Kind=", "Kind=Childrens social care", "Kind=MASH"])
def test_an_agency_of_a_kind_that_nobody_can_read_may_be_social_care_and_gets_nothing(agency: str) -> None:
    assert referred(a("Agencies", agency), kind="agency-referral") == ["unread-agency"]


# -- its gates --------------------------------------------------------------------------------------------

GATES = {
    ("", "Withdrawn on=2026-11-20"): "consent-withdrawn",
    ("", "Agency=; Purpose=Agency referral"): "consent-other-agency",
    ("", "Purpose=Mentoring"): "consent-other-purpose",
    ("", "Basis=Parent"): "consent-too-little",
    ("Consent ID=", ""): "no-agency-consent",
}


@pytest.mark.parametrize(("referral", "consent"), GATES)
@pytest.mark.parametrize("asked", [False, True])
def test_no_letter_goes_to_an_agency_without_the_consent_it_needs(
    referral: str, consent: str, *, asked: bool
) -> None:
    agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}")
    found = referred(MENTORING, agreed, a("Agency referrals", referral), asked=asked)
    assert found == [GATES[referral, consent]]


SENT = a("Agency referrals", "Sent on=2026-11-06")


def test_what_was_sent_without_consent_is_told_and_what_was_sent_with_it_is_past() -> None:
    def sent(consent: str) -> list[HeldBack]:
        agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}")
        found = made("camhs-referral", *_with_usual((SENT, MENTORING, agreed)))
        return [one for one in found if isinstance(one, HeldBack)]

    assert sent("") == []
    # Consent that ended after the letter went was there when it went.
    assert sent("Withdrawn on=2026-11-10") == []
    assert sent("Review by=2026-11-10") == []
    (late,) = sent("Given on=2026-11-09")
    assert late.codes == ("consent-not-yet",)
    assert late.why.startswith("It was sent on 6 November 2026 without the consent it needs.")
    (gone,) = sent("Withdrawn on=2026-11-06")
    assert gone.codes == ("consent-withdrawn",)


def test_a_hand_off_sheet_needs_no_consent_to_a_referral() -> None:
    social_care = a("Agencies", "Agency=MASH; Kind=Social care; Consent needed=Safeguarding lead only")
    rows = (social_care, a("Agency referrals", "Agency=MASH; Consent ID="))
    assert referred(*rows, kind="mash-hand-off") == ["leader Settings!9"]
    assert referred(*rows, a("Settings", "Designated safeguarding lead="), kind="mash-hand-off") == [
        "no-safeguarding-lead"
    ]


# -- what an agency is told ----------------------------------------------------------------------------------


def test_an_agency_is_written_to_at_its_address_by_the_name_it_gave() -> None:
    recipient = letter(
        a("Agencies", "Address line 1=Wonford House; Town=Exeford; Postcode=ex2 5af")
    ).recipient
    assert recipient.address_lines == (
        "The Referrals Team", "Exe CAMHS", "Wonford House", "Exeford", "EX2 5AF",
    )  # fmt: skip
    assert recipient.salutation == "Dear Referrals Team"


GREETED = {
    "Contact name=Dr A. Malik": "Dear Dr Malik",
    "Contact name=": "Dear Exe CAMHS team",
    "Contact name=Duty desk": "Dear Duty desk",
}


@pytest.mark.parametrize("agency", GREETED)
def test_an_agency_is_greeted_as(agency: str) -> None:
    assert letter(a("Agencies", agency)).recipient.salutation == GREETED[agency]


CONSENTS = {
    "Basis=Parent and pupil; Given by=Mrs A Aske": "Mrs A Aske and Rowan agreed to this referral "
    "on 10 September 2026.",
    "Basis=Parent and pupil; Given by=Mrs A Aske and Rowan": "Mrs A Aske and Rowan agreed to this referral "
    "on 10 September 2026.",
    "Basis=Parent and pupil; Given by=": "A parent or carer and Rowan agreed to this referral "
    "on 10 September 2026.",
    "Basis=Pupil; Competence judged by=Mrs N Okoye": "Rowan agreed to this referral on 10 September 2026. "
    "Please get in touch through the school, not through the family.",
}


@pytest.mark.parametrize("consent", CONSENTS)
def test_a_letter_says_who_agreed_and_when(consent: str) -> None:
    agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}")
    assert letter(MENTORING, agreed).consent == CONSENTS[consent]


OVERRIDDEN = (
    "Withdrawn on=2026-11-01; Override by=MS NAMED; Override reason=ASKING RAISES THE RISK; "
    "Basis=Not required"
)


@pytest.mark.parametrize("consent", ["Basis=Pupil; Competence judged by=Mrs N Okoye", OVERRIDDEN])
def test_an_agency_gets_no_number_to_ring_a_family_on_that_may_not_know(consent: str) -> None:
    agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}")
    told = letter(MENTORING, agreed, a("Contacts", "Phone=07700 900111; Interpreter=Yes; Language=Urdu"))
    assert told.family == ()
    assert told.referral.access == ""
    assert "07700" not in all_text(told)
    assert "through the school" in told.consent


def test_who_overrode_and_why_stands_in_no_letter() -> None:
    agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {OVERRIDDEN}")
    told = all_text(letter(MENTORING, agreed))
    assert "MS NAMED" not in told
    assert "ASKING" not in told


def test_the_release_sheet_learns_which_row_set_consent_aside() -> None:
    def row(consent: str) -> str:
        agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}")
        found = made("camhs-referral", *_with_usual((MENTORING, agreed)))
        return the_document(found, Audience.AGENCY).override

    assert row(OVERRIDDEN) == "Consents!3"
    assert row("") == ""
    assert row("Override by=MS NAMED; Override reason=Not needed after all") == ""


def test_the_family_is_named_without_those_whom_a_court_keeps_away() -> None:
    kept_away = "Priority=2; Title=Mr; Forename=Carl; Surname=Jones; Send letters=No; Phone=07700 900116; "
    elsewhere = "Address line 1=9 Dock Lane; Interpreter=Yes; Language=Welsh; Format=Large print; "
    for restriction in ("Yes", "ask"):
        row = a("Contacts", f"{kept_away}{elsewhere}Court restriction={restriction}")
        told = letter(a("Contacts", "Phone=1392555019"), row)
        assert [(one.name, one.phone) for one in told.family] == [("Mrs Ada Aske", "01392 555019")]
        assert not any(word in all_text(told) for word in ("Jones", "900116", "Dock", "Welsh", "large print"))


def test_a_withheld_address_and_number_reach_no_agency() -> None:
    for flag in ("Yes", "ask"):
        told = letter(
            a("Contacts", f"Do not disclose address={flag}; Phone=07700 900118; Email=ada@mail.example")
        )
        assert told.pupil_address == "Address withheld – contact the school"
        assert [one.phone for one in told.family] == ["through the school"]
        assert not any(word in all_text(told) for word in ("Fern", "EX4", "900118", "ada@"))


REFERRAL = (
    "How long a concern=SINCE Y7; Strategies tried=REPORT CARD; Strengths=Football; Pupil's view=I get angry"
)


@pytest.mark.parametrize(
    ("barriers", "is_told"),
    [
        ("Main barrier=Behaviour", True),
        ("Main barrier=Behaviour; Other barriers=Motivation", True),
        ("Main barrier=Drugs or alcohol", False),
        ("Main barrier=Self-harm", False),
        ("Main barrier=Teenage pregnancy", False),
        ("Main barrier=Behaviour; Other barriers=Self-harm", False),
        ("Main barrier=Vaping", False),
    ],
)
def test_what_was_written_of_a_sensitive_barrier_is_not_carried_over(barriers: str, *, is_told: bool) -> None:
    told = letter(a("Referrals", f"{barriers}; {REFERRAL}"))
    assert (told.referral.how_long == "SINCE Y7") is is_told
    assert (told.referral.support_tried == "REPORT CARD") is is_told
    assert told.referral.strengths == "Football"
    assert not any(word in all_text(told) for word in ("Drugs", "Self-harm", "pregnancy", "Vaping"))


def test_risks_are_one_fixed_sentence_that_points_to_the_safeguarding_lead() -> None:
    told = letter(a("Agency referrals", "Risks known=RAN AWAY TWICE"))
    assert "Ms H. Lindqvist" in told.referral.risks_known
    assert "RAN AWAY" not in all_text(told)
    plain = letter(a("Agency referrals", "Risks known="), a("Settings", "Designated safeguarding lead="))
    assert "our designated safeguarding lead" in plain.referral.risks_known


def test_an_answer_is_asked_for_in_the_agencys_own_working_days() -> None:
    assert letter(a("Agencies", "Reply expected within=5")).reply_by == "Monday 30 November 2026"
    assert letter(a("Agencies", "Reply expected within=")).reply_by == "Monday 7 December 2026"


def test_needs_and_attendance_are_told_in_words() -> None:
    told = letter(
        a("Pupils", "SEN status=K; SEN type 1=SEMH; SEN type 2=SLCN; Attendance %=71.5; Medical plan=Yes")
    )
    assert told.referral.sen == (
        "SEN support: social, emotional and mental health and speech, language and communication"
    )
    assert told.referral.attendance == "71.5%"
    assert told.referral.needs == "A medical plan is in place in school."


# -- the hand-off sheet ------------------------------------------------------------------------------------

SOCIAL_CARE = a("Agencies", "Kind=Social care; Consent needed=Safeguarding lead only; Checked on=2026-09-01")


def test_a_hand_off_sheet_warns_of_whoever_must_not_be_called() -> None:
    rows = [
        a("Contacts"),
        a("Contacts", "Priority=2; Forename=Bo; Send letters=No; Court restriction=Yes"),
        a("Contacts", "Priority=3; Forename=Cy; Send letters=No; Court restriction=ask"),
    ]
    assert [one.note for one in sheet(SOCIAL_CARE, *rows).family] == [
        "",
        "court restriction: do not contact",
        "court restriction: do not contact",
    ]


def test_a_hand_off_sheet_holds_no_account_of_what_was_said() -> None:
    said = "Reason=SHE SAID; Risks known=HIT; Support tried=TALKED; Desired outcome=SAFETY"
    told = all_text(sheet(SOCIAL_CARE, a("Agency referrals", said), a("Sessions", "Note=DISCLOSED")))
    assert not any(word in told for word in ("SHE SAID", "HIT", "TALKED", "SAFETY", "DISCLOSED"))


def test_a_hand_off_sheet_has_the_facts_that_a_front_door_asks_for() -> None:
    told = sheet(
        SOCIAL_CARE,
        a("Pupils", "SEN status=E; SEN type 1=ASD; Medical plan=Yes; Attendance %=88.4; "
          "First language=Polish"),
    )  # fmt: skip
    assert told.sen == "Education, health and care plan: autism"
    assert told.needs == "A medical plan is in place in school."
    assert told.attendance == "88.4%"
    assert told.first_language == "Polish"


AGREEMENTS = {
    "": "Mrs A Aske agreed on 10 September 2026.",
    "Given by=": "Somebody agreed on 10 September 2026.",
    "Withdrawn on=2026-11-01": "No agreement is on record.",
    "Agency=": "No agreement is on record.",
}


@pytest.mark.parametrize("consent", AGREEMENTS)
def test_a_hand_off_sheet_says_whether_anybody_agreed_and_needs_nobody_to(consent: str) -> None:
    agreed = a("Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS; {consent}")
    assert sheet(SOCIAL_CARE, MENTORING, agreed).consent == AGREEMENTS[consent]
    assert sheet(SOCIAL_CARE, a("Agency referrals", "Consent ID=")).consent == "No agreement is on record."


def test_a_hand_off_sheet_says_when_the_services_details_were_checked() -> None:
    assert sheet(SOCIAL_CARE).agency.checked_on == "1 September 2026"
    assert letter(a("Agencies", "Checked on=2026-09-01")).agency.checked_on == ""


def test_an_agency_referral_is_the_pupils_own() -> None:
    rows = (a("Pupils"), a("Pupils", "Pupil ID=000002"), a("Agency referrals", "Pupil ID=000002"))
    assert made("camhs-referral", *_with_usual(rows), today=TODAY) == []
    assert referred(*rows, no("Agencies")) == []
