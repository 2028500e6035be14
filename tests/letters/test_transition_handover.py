"""What the next school is told, when, and what never goes with it."""

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.transition_handover import TransitionHandover

KIND = "transition-handover"
SCHOOL = (
    "Agency=Weir College; Kind=Receiving school; Contact name=Ms Nwosu; Address line 1=College Road; "
    "Town=Exeford"
)
PASSPORT: Row = (
    "Passports",
    {
        "Pupil ID": "000001", "Version date": "2026-10-05", "Strengths": "Patient with animals",
        "I like": "Maps", "What helps": "A picture of the day", "How to talk with me": "Side by side",
        "Adjustments": "Leaves early", "Agreed with": "Pupil and parent",
    },
)  # fmt: skip


def moving(*changed: Row) -> list[Row]:
    """A pupil on the move, in order; a row that is changed takes the place of its sheet's usual one."""
    usual = [
        a("Pupils", "Leaving date=2026-12-18; SEN status=K; SEN type 1=SLCN"),
        a("Agencies", SCHOOL),
        a("Agency referrals", "Agency=Weir College"),
        a("Consents"),
        a("Consents", "Consent ID=K2; Purpose=Agency referral; Agency=Weir College"),
    ]
    sheets = {sheet for sheet, _ in changed}
    return [*(row for row in usual if row[0] not in sheets), *changed]


def told(*changed: Row) -> TransitionHandover:
    context = the_document(made(KIND, *moving(*changed)), Audience.SCHOOL).context
    assert isinstance(context, TransitionHandover)
    return context


def test_it_goes_to_the_school_that_an_agency_referral_names() -> None:
    assert outcome(made(KIND, *moving())) == ["school Agencies!2"]
    letter = told()
    assert letter.recipient.address_lines == ("Ms Nwosu", "Weir College", "College Road", "Exeford")


NOWHERE = {
    "another kind of agency": (a("Agencies", "Agency=Weir College; Kind=CAMHS"),),
    "a closed referral": (a("Agency referrals", "Agency=Weir College; Closed on=2026-11-01"),),
}


@pytest.mark.parametrize("why", NOWHERE)
def test_without_a_receiving_school_there_is_nobody_to_hand_it_to(why: str) -> None:
    assert made(KIND, *moving(*NOWHERE[why])) == []
    assert outcome(made(KIND, *moving(*NOWHERE[why]), asked=True)) == ["no-receiving-school"]


MOVES: dict[str, tuple[tuple[Row, ...], str]] = {
    "a leaver": ((), "school Agencies!2"),
    "nobody who moves": ((a("Pupils"),), "not-moving"),
    "Year 11 of a secondary school": (
        (a("Pupils", "Year group=11"), a("Settings", "Phase=Secondary")),
        "school Agencies!2",
    ),
    "Year 6 of a secondary school": (
        (a("Pupils", "Year group=6"), a("Settings", "Phase=Secondary")),
        "not-moving",
    ),
    "Year 6 of a primary school": (
        (a("Pupils", "Year group=6"), a("Settings", "Phase=Primary")),
        "school Agencies!2",
    ),
    "a managed move": (
        (
            a("Pupils"),
            ("Events", {"Pupil ID": "000001", "Event": "Managed move started", "Date": "2026-11-02"}),
        ),
        "school Agencies!2",
    ),
}


@pytest.mark.parametrize("why", MOVES)
def test_it_is_for_a_pupil_who_is_about_to_move(why: str) -> None:
    rows, expected = MOVES[why]
    assert outcome(made(KIND, *moving(*rows), asked=True)) == [expected]


def consents(cells: str) -> tuple[Row, ...]:
    return a("Consents"), a(
        "Consents", f"Consent ID=K2; Purpose=Agency referral; Agency=Weir College; {cells}"
    )


GATES = {
    "Withdrawn on=2026-11-20": "consent-withdrawn",
    "Agency=Exe CAMHS": "consent-other-agency",
    "Basis=Pupil": "consent-too-little",
    "Withdrawn on=2026-11-20; Override by=Ms H Lindqvist; Override reason=Risk": "handover-overridden",
}


@pytest.mark.parametrize("cells", GATES)
def test_it_waits_for_consent_and_no_safeguarding_ground_takes_its_place(cells: str) -> None:
    assert outcome(made(KIND, *moving(*consents(cells)), asked=True)) == [GATES[cells]]


def test_without_consent_to_mentoring_it_is_held_back_too() -> None:
    assert outcome(made(KIND, *moving(a("Cases", "Consent ID=")))) == ["no-consent"]


def test_it_tells_strengths_what_helps_and_the_plan() -> None:
    rows = (
        PASSPORT,
        a("Targets", "Help needed=A quiet corner"),
        a("Targets", "Target ID=T2; Target=Two lessons; Status=Met; Strategy=Coaching"),
    )
    letter = told(*rows)
    assert (letter.strengths, letter.likes, letter.how_to_talk) == (
        "Patient with animals",
        "Maps",
        "Side by side",
    )
    assert letter.what_helps == ("A picture of the day", "A quiet corner")
    assert [target.target for target in letter.targets] == ["Finish one piece of work"]
    assert letter.went_well == ("“Two lessons”: Coaching",)
    assert letter.support == ("SEN support: speech, language and communication.",)


def test_it_says_who_agreed_and_with_whom_their_safeguarding_lead_speaks() -> None:
    letter = told()
    assert "10 September 2026" in letter.consent
    assert letter.safeguarding_lead == "Ms H. Lindqvist"


CARE = (
    "Leaving date=2026-12-18; Social care status=Child protection; Looked after=Looked after; "
    "Came into care=2026-10-26; DSL informed on=2026-10-01; Notes=Told her tutor"
)
EVENT = {"Pupil ID": "000001", "Event": "Strategy discussion", "Date": "2026-11-02", "Note": "Bruises"}
NEVER = {
    "care": a("Pupils", CARE),
    "barrier": a("Referrals", "Main barrier=Bereavement"),
    "note": a("Sessions", "Note=Cried for an hour; Next step=Ask the police"),
    "event": ("Events", EVENT),
}
WORDS = (
    "rotection",
    "care",
    "Told her",
    "Bereavement",
    "Cried",
    "police",
    "Bruises",
    "trategy",
    "October 2026",
)


@pytest.mark.parametrize("why", NEVER)
def test_nothing_of_the_safeguarding_file_of_notes_or_of_reasons_goes_with_it(why: str) -> None:
    text = all_text(told(NEVER[why]))
    assert not [word for word in WORDS if word in text]


def test_only_dates_about_learning_and_health_are_told() -> None:
    pupil = a("Pupils", "Leaving date=2026-12-18; SEN status=E; SEN type 1=ASD; EHCP issued=2025-12-10; "
              "Looked after=Looked after; Came into care=2026-10-26")  # fmt: skip
    assert {date.what for date in told(pupil).dates} == {"Annual review of EHC plan"}
