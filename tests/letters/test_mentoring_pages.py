"""To whom what mentoring is, the agreement and the mentor's page go, and what they are given."""

import pytest
from a_caseload import Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.mentoring_pages import MentoringPage, MentorIntroduced

BOTH = ["parent Contacts!2", "pupil Pupils!2"]
KINDS = {"mentoring-information": BOTH, "mentoring-agreement": BOTH[1:], "meet-your-mentor": BOTH}


def page(kind: str, audience: Audience, *rows: Row) -> MentoringPage:
    context = the_document(made(kind, *rows), audience).context
    assert isinstance(context, MentoringPage)
    return context


def introduction(audience: Audience, *rows: Row) -> MentorIntroduced:
    context = page("meet-your-mentor", audience, *rows)
    assert isinstance(context, MentorIntroduced)
    return context


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", ["Active", "Waiting", "Paused"])
def test_each_is_made_while_a_case_is_open(kind: str, status: str) -> None:
    assert outcome(made(kind, a("Cases", f"Status={status}"))) == KINDS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_none_is_made_without_an_open_case_unless_somebody_asks(kind: str) -> None:
    closed = a("Cases", "Status=Closed; Closing reason=Targets met; Closed on=2026-11-02")
    assert made(kind, closed) == []
    assert outcome(made(kind, closed, asked=True)) == KINDS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_none_is_made_without_consent_to_mentoring(kind: str) -> None:
    held = made(kind, a("Cases", "Consent ID="))
    assert outcome(held) == ["no-consent"] * len(KINDS[kind])


@pytest.mark.parametrize("kind", ["mentoring-information", "mentoring-agreement"])
def test_asking_for_one_sets_no_gate_aside(kind: str) -> None:
    assert set(outcome(made(kind, no("Cases"), asked=True))) == {"no-consent"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_young_person_who_is_written_to_gets_the_pupils_edition_alone(kind: str) -> None:
    grown = a("Pupils", "Date of birth=2009-01-10; SEN status=E; Year group=13")
    assert outcome(made(kind, grown)) == ["pupil Pupils!2"]


# -- what they tell ----------------------------------------------------------------------------------------


def test_pupils_read_the_mentors_name_as_they_say_it_and_families_the_whole_name() -> None:
    assert page("mentoring-information", Audience.PUPIL).mentor == "Mrs Salt"
    assert page("mentoring-information", Audience.PARENT).mentor == "Mrs Kathleen Salt"


def test_a_mentor_without_a_title_is_called_by_the_whole_name() -> None:
    assert page("mentoring-agreement", Audience.PUPIL, a("Staff", "Title=")).mentor == "Kathleen Salt"


TIMES = {
    "Frequency=Weekly; Planned sessions=12": ("once a week", "12 sessions"),
    "Frequency=Half-termly; Planned sessions=1": ("once each half term", "one session"),
    "Frequency=; Planned sessions=": ("", ""),
    "Frequency=Weekly; Planned sessions=a few": ("once a week", ""),
}


@pytest.mark.parametrize("cells", TIMES)
def test_how_often_and_how_many_times_they_meet_is_told_where_it_is_known(cells: str) -> None:
    together = page("mentoring-agreement", Audience.PUPIL, a("Cases", cells)).mentoring
    assert (together.how_often, together.sessions) == TIMES[cells]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("typed", "low"), [("Yes", True), ("No", False), ("see plan", True)])
def test_the_wording_follows_the_pupils_profile(kind: str, typed: str, *, low: bool) -> None:
    pupil = a("Pupils", f"Low-demand approach={typed}")
    assert page(kind, Audience.PUPIL, pupil).low_demand is low


def test_the_mentor_is_introduced_with_days_phone_and_email() -> None:
    staff = a("Staff", "Days worked=Mon-Thu; Phone=ext 214; Email=k.salt@weir.example")
    told = introduction(Audience.PARENT, staff)
    assert (told.mentor_role, told.mentor_days) == ("Learning mentor", "Mon-Thu")
    assert (told.mentor_phone, told.mentor_email) == ("ext 214", "k.salt@weir.example")
    assert told.contact_mentor == "phone 01392 555014 (ext 214) or email k.salt@weir.example"


def test_how_many_pupils_a_mentor_has_room_for_is_nobodys_business() -> None:
    assert "77" not in all_text(introduction(Audience.PARENT, a("Staff", "Places=77")))


NOBODY = ["no-mentor"] * 2
GONE = {"Left on=2026-10-31": NOBODY, "Left on=2026-12-31": BOTH, "Left on=soon": NOBODY}


@pytest.mark.parametrize("cells", GONE)
def test_nobody_is_introduced_who_has_left(cells: str) -> None:
    staff = (a("Staff", cells), a("Staff", "Staff code=RTW; Surname=Tweddle"))
    assert outcome(made("meet-your-mentor", *staff)) == GONE[cells]


def test_a_mentor_who_signs_no_letters_is_introduced_by_somebody_who_does() -> None:
    staff = (a("Staff", "Signs letters=No"), a("Staff", "Staff code=RTW; Surname=Tweddle"))
    told = introduction(Audience.PARENT, *staff)
    assert (told.mentor, told.signatory.name) == ("Mrs Kathleen Salt", "Mrs Kathleen Tweddle")
    assert not told.is_from_mentor
    assert introduction(Audience.PARENT).is_from_mentor
