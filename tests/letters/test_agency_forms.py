"""What each kind of agency is told, and what it must never be told (reference 1.7, L4 to L13, and 5.1)."""

import re
from collections.abc import Iterable

import pytest
from a_caseload import Row, a, all_text, cells_of, made, the_document
from agency_caseload import KINDS, REASONS, WHOLE, referral_to

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.documents import Document
from mentor_xl.letters.agency_context import AgencyReferralLetter
from mentor_xl.letters.agency_forms import FORMS, form_of
from mentor_xl.vocabulary import LISTS

ALL_KINDS = sorted(KINDS)


def documents(kind: str, *rows: Row, **cells: str) -> list[Document]:
    slug = "camhs-referral" if kind == "CAMHS" else "agency-referral"
    found = made(slug, *(rows or WHOLE), *referral_to(kind, **cells))
    return [one for one in found if isinstance(one, Document)]


def letter(kind: str, *rows: Row, **cells: str) -> AgencyReferralLetter:
    context = the_document(documents(kind, *rows, **cells), Audience.AGENCY).context
    assert isinstance(context, AgencyReferralLetter)
    return context


def said(told: AgencyReferralLetter) -> str:
    """What the letter itself says: a school's own template may print of the pupil what the matrix allows."""
    blank = AgencyReferralLetter.model_construct(**{**dict(told), "pupil": None})
    return all_text(blank)


def with_cells(sheet: str, cells: str, rows: Iterable[Row] = WHOLE) -> tuple[Row, ...]:
    """The caseload with some cells changed in every row of one sheet."""
    return tuple(
        (name, {**(row or {}), **cells_of(cells)}) if name == sheet else (name, row) for name, row in rows
    )


def without(*sheets: str) -> tuple[Row, ...]:
    return tuple(row for row in WHOLE if row[0] not in sheets)


# -- the table ---------------------------------------------------------------------------------------------


def test_every_kind_of_agency_has_a_letter_of_its_own_but_social_care() -> None:
    assert set(FORMS) | {"Social care"} == set(LISTS["AgencyKind"])
    assert set(KINDS) == set(FORMS)


def test_no_two_kinds_open_alike_or_ask_the_same() -> None:
    assert len({form.opening for form in FORMS.values()}) == len(FORMS)
    assert len({form.asks for form in FORMS.values()}) == len(FORMS)


def test_a_kind_that_a_school_added_itself_gets_the_general_letter() -> None:
    assert form_of("Horse riding") is FORMS["Other"]


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_letter_names_the_pupil_and_the_reason_and_asks_for_something(kind: str) -> None:
    told = letter(kind)
    assert told.referral.opening.startswith("I am writing")
    assert "Rowan is in Year 9 at Weir School." in told.referral.opening
    assert "Please" in told.referral.asks
    assert REASONS[kind] in [section.text for section in told.sections]
    assert "{" not in all_text(told)


DIAGNOSIS = re.compile(r"\b(diagnos(?!is)\w+|suffers?|disorder|syndrome)\b", re.IGNORECASE)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_no_words_of_ours_diagnose_or_blame(kind: str) -> None:
    form = FORMS[kind]
    ours = " ".join((form.subject, form.opening, form.asks, *(heading for _, heading in form.sections)))
    assert not DIAGNOSIS.search(ours)
    assert not re.search(r"\b(refus\w+|offen[cd]\w+|police|caught|fail\w+|lazy)\b", ours, re.IGNORECASE)


# -- which sections ----------------------------------------------------------------------------------------

ORDER = {
    "CAMHS": "reason evidence attendance strengths risks tried view family's-view others measures",
    "GP": "reason evidence attendance strengths tried view risks",
    "School nurse": "reason strengths tried view risks",
    "Education welfare": "reason attendance evidence view tried steps strengths risks",
    "Drugs and alcohol": "reason view tried strengths risks",
    "Bereavement": "reason tried strengths view practical risks",
    "Teenage pregnancy": "reason view tried risks",
    "Speech and language": "reason evidence targets tried talking strengths view risks",
    "Counselling": "view reason strengths tried practical risks",
    "Youth club": "view strengths reason practical",
    "Family support": "reason view family's-view strengths tried practical risks",
    "Educational psychology": "reason evidence strengths view targets done measures attendance others risks",
    "Receiving school": "reason strengths talking tried view risks",
    "Other": "reason strengths risks tried view",
}


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_the_sections_come_in_the_order_of_the_kind(kind: str) -> None:
    assert " ".join(part.replace(" ", "-") for part, _ in FORMS[kind].sections) == ORDER[kind]


def test_a_section_without_anything_to_say_is_left_out() -> None:
    bare = without("Barriers", "Attendance", "Steps", "Measures", "Passports", "Targets", "Sessions")
    headings = [section.heading for section in letter("Education welfare", *bare).sections]
    assert not any("Attendance" in heading or "Steps" in heading for heading in headings)
    assert not any(section.table for section in letter("Educational psychology", *bare).sections)


def test_every_table_that_a_section_asks_for_is_there() -> None:
    for kind in ALL_KINDS:
        told = letter(kind)
        tables = {"attendance": told.attendance, "steps": told.steps, "targets": told.targets,
                  "measures": told.measures}  # fmt: skip
        asked = {section.table for section in told.sections if section.table}
        assert asked == {name for name, lines in tables.items() if lines}, kind


# -- what is told: a mark in every place ---------------------------------------------------------------------

MARKS = {
    "how long": "SINCE YEAR SEVEN", "tried": "REPORT CARD", "strengths": "BICYCLES", "view": "QUIETER PLEASE",
    "phone": "07700 900111", "father": "Bo Aske", "address": "12 Fern Lane", "interpreter": "interpreter",
    "language": "POLISH", "sen": "social, emotional", "medical": "medical plan", "percent": "71.5%",
    "timetable": "Part-time", "sessions table": "Autumn 1, 2026", "step": "Meet at the gate",
    "target": "Finish one piece of work", "passport": "Short sentences", "score": "Wellbeing",
    "anxiety": "6 of 10 assemblies", "lateness": "7 of 15 Mondays", "speech": "4 of 5 lessons",
    "motivation": "1 written task in 5",
}  # fmt: skip
FAMILY = "phone father address interpreter"
TOLD = {
    "CAMHS": f"how-long tried strengths view {FAMILY} sen medical percent timetable sessions-table score "
    "anxiety",
    "GP": f"how-long tried strengths view {FAMILY} medical percent sessions-table anxiety",
    "School nurse": f"how-long tried strengths view {FAMILY} medical percent",
    "Education welfare": f"how-long tried strengths view {FAMILY} sen medical timetable sessions-table step "
    "anxiety lateness",
    "Drugs and alcohol": "strengths view",
    "Bereavement": f"strengths {FAMILY}",
    "Teenage pregnancy": "view",
    "Speech and language": f"how-long tried strengths view {FAMILY} sen medical language target passport "
    "speech",
    "Counselling": "how-long tried strengths view medical",
    "Youth club": f"strengths view {FAMILY} medical",
    "Family support": f"strengths view {FAMILY}",
    "Educational psychology": f"how-long tried strengths view {FAMILY} sen medical language timetable "
    "sessions-table target score speech motivation",
    "Receiving school": f"strengths view {FAMILY} sen medical percent passport",
    "Other": f"how-long tried strengths view {FAMILY} sen medical percent timetable",
}
NEVER = {
    ("Agency referrals", "Risks known"): "RAN AWAY",
    ("Pupils", "Notes"): "OFFICE NOTE",
    ("Sessions", "Note"): "SESSION NOTE",
    ("Sessions", "Place"): "ROOM NINE",
    ("Behaviour", "Reasons"): "BEHAVIOUR REASON",
    ("Events", "Note"): "EVENT NOTE",
    ("Measures", "Note"): "MEASURE NOTE",
    ("Reviews", "Outcome"): "REVIEW OUTCOME",
    ("Referrals", "Referred by"): "WHO REFERRED",
    ("Pupils", "Social care status"): "Child protection",
    ("Barriers", "Evidence"): "SENSITIVE EVIDENCE",
}


def _marked() -> tuple[Row, ...]:
    rows = with_cells(
        "Referrals",
        "How long a concern=SINCE YEAR SEVEN; Strategies tried=REPORT CARD; Strengths=BICYCLES; "
        "Pupil's view=QUIETER PLEASE",
    )
    rows = with_cells(
        "Pupils", "First language=POLISH; Notes=OFFICE NOTE; Social care status=Child protection", rows
    )
    rows = with_cells("Sessions", "Note=SESSION NOTE; Place=ROOM NINE", rows)
    rows = with_cells("Measures", "Note=MEASURE NOTE", rows)
    rows = with_cells("Referrals", "Referred by=WHO REFERRED", rows)
    rows = with_cells("Contacts", "Language=Welsh", rows)
    return (
        *rows,
        a(
            "Behaviour",
            "Pupil ID=000001; From=2026-09-03; To=2026-10-23; Removals=7; Reasons=BEHAVIOUR REASON",
        ),
        a("Events", "Pupil ID=000001; Event=Suspension; Date=2026-10-05; Note=EVENT NOTE"),
        a("Reviews", "Held on=2026-11-16; Booked for=; Outcome=REVIEW OUTCOME"),
    )


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_each_kind_of_agency_is_told_this_and_nothing_else(kind: str) -> None:
    told = said(letter(kind, *_marked(), referral="Support tried=; Risks known=RAN AWAY"))
    found = {name for name, mark in MARKS.items() if mark in told}
    assert found == {name.replace("-", " ") for name in TOLD[kind].split()}
    assert [mark for mark in NEVER.values() if mark in told] == []


def test_the_marks_are_all_told_to_somebody() -> None:
    told = {name for names in TOLD.values() for name in names.split()}
    assert {name.replace("-", " ") for name in told} == set(MARKS)


# -- sensitive matters -------------------------------------------------------------------------------------

SAME_MATTER = {"Drugs or alcohol": "Drugs and alcohol", "Teenage pregnancy": "Teenage pregnancy"}


@pytest.mark.parametrize("barrier", sorted(SENSITIVE_BARRIERS))
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_words_on_a_sensitive_matter_go_only_to_the_agency_that_is_there_for_it(
    kind: str, barrier: str
) -> None:
    rows = with_cells(
        "Referrals", f"Main barrier={barrier}; Pupil's view=OWN WORDS; How long a concern=HOW LONG; "
        "Strategies tried=TRIED HERE"
    )  # fmt: skip
    told = said(letter(kind, *rows, referral="Support tried="))
    assert ("OWN WORDS" in told) is (SAME_MATTER.get(barrier) == kind)
    assert "HOW LONG" not in told
    assert "TRIED HERE" not in told


def test_no_kind_of_agency_is_told_the_evidence_of_a_sensitive_barrier() -> None:
    rows = tuple(
        a("Barriers", f"Pupil ID=000001; Assessed on=2026-09-22; Barrier={barrier}; Evidence=SEEN {barrier}")
        for barrier in SENSITIVE_BARRIERS
    )
    for kind in ALL_KINDS:
        assert "SEEN" not in said(letter(kind, *without("Barriers"), *rows))


def test_a_service_learns_of_other_services_only_where_that_is_no_secret() -> None:
    def others(kind: str) -> str:
        other = referral_to(kind, referral="Sent on=2026-11-02; Outcome=Accepted")
        sections = letter("CAMHS", *WHOLE, *other).sections
        return next((one.text for one in sections if one.heading == "Others who help"), "")

    assert others("Speech and language") == "Talk Together (Speech and language)"
    assert others("Education welfare") == "Attendance Service (Education welfare)"
    for kind in ("Drugs and alcohol", "Teenage pregnancy", "Counselling", "Bereavement", "Family support"):
        assert others(kind) == ""


def test_a_bereavement_service_hears_who_died_from_the_referrals_own_reason_alone() -> None:
    rows = with_cells(
        "Referrals", "Main barrier=Bereavement; How long a concern=SINCE DAD DIED; "
        "Strategies tried=AFTER DAD; Pupil's view=I MISS DAD"
    )  # fmt: skip
    rows = (
        *rows,
        a("Barriers", "Pupil ID=000001; Assessed on=2026-09-22; Barrier=Bereavement; Evidence=DAD"),
    )
    told = letter("Bereavement", *rows, referral="Support tried=")
    assert "DAD" not in said(told)
    assert "grandfather died in July" in said(told)
    assert "Rowan can say this best. Please begin by asking." in [one.text for one in told.sections]


# -- the family ----------------------------------------------------------------------------------------------

NO_WAY_HOME = ("07700", "Fern Lane", "Ada", "Bo Aske", "EX4 3AB", "Polish", "interpreter")


@pytest.mark.parametrize("basis", ["Pupil", "Parent and pupil"])
def test_a_pregnancy_service_gets_no_way_home_whoever_agreed(basis: str) -> None:
    told = letter("Teenage pregnancy", consent=f"Basis={basis}; Given by=Mrs Ada Aske")
    assert not any(word in said(told) for word in NO_WAY_HOME)
    assert told.consent == (
        "Rowan agreed to this referral on 10 September 2026. "
        "Please get in touch through the school, not through the family."
    )
    assert told.copies == "No copy of this letter goes to the family."
    assert told.pupil_address == "Please write to Rowan at school"
    assert "Please do not write, call or text home." in told.referral.asks


FAMILY_MAY_NOT_KNOW = [
    kind
    for kind in ALL_KINDS
    if KINDS[kind][1] in ("Pupil", "Parent and pupil") and kind != "Teenage pregnancy"
]


@pytest.mark.parametrize("kind", FAMILY_MAY_NOT_KNOW)
def test_where_only_the_pupil_agreed_no_agency_gets_a_way_home(kind: str) -> None:
    told = letter(kind, consent="Basis=Pupil; Competence judged by=Mrs N Okoye; Given by=Rowan")
    assert told.family == ()
    assert not any(word in said(told) for word in NO_WAY_HOME)
    assert "through the school" in told.consent
    assert told.copies == "No copy of this letter goes to the family."


def test_a_statutory_service_is_told_of_the_family_without_anybodys_consent() -> None:
    told = letter("Education welfare")
    assert [person.name for person in told.family] == ["Mrs Ada Aske", "Mr Bo Aske"]
    assert told.consent == "No consent is needed for this referral. We let the family know that we make it."


def test_a_service_that_needs_no_consent_is_otherwise_given_no_way_home() -> None:
    told = letter("Counselling", agency="Consent needed=Not required")
    assert told.family == ()
    assert told.consent == (
        "This agency needs no consent for a referral. "
        "Please get in touch through the school, not through the family."
    )


COPIES = {
    "GP": "A copy goes to the parents or carers, to keep and to bring to the appointment.",
    "Speech and language": "A copy goes to Mr D. Pryce, our SENCO.",
    "Educational psychology": "A copy goes to Mr D. Pryce, our SENCO.",
    "Drugs and alcohol": "No copy of this letter goes to the family.",
    "Family support": "",
}


@pytest.mark.parametrize("kind", COPIES)
def test_a_letter_says_who_gets_a_copy(kind: str) -> None:
    assert letter(kind).copies == COPIES[kind]


# -- tables ------------------------------------------------------------------------------------------------


def test_attendance_is_told_half_term_by_half_term() -> None:
    first, second = letter("Education welfare").attendance
    assert (first.period, first.possible, first.attended, first.percent) == (
        "Autumn 1, 2026",
        "74",
        "52",
        "70%",
    )
    assert (first.authorised, first.unauthorised, first.late) == ("14", "8", "5")
    assert (second.period, second.late) == ("Autumn 2, so far", "–")


PERIODS = {
    "From=2026-09-07; To=2026-10-23": "Autumn 1, 2026",
    "From=2026-10-01; To=2026-10-16": "1 October 2026 to 16 October 2026",
    "From=2026-09-03; To=2026-10-02": "Autumn 1, to 2 October 2026",
    "From=2025-09-03; To=2025-10-24": "3 September 2025 to 24 October 2025",
}


@pytest.mark.parametrize("days", PERIODS)
def test_a_period_is_named_as_the_school_names_it(days: str) -> None:
    row = a("Attendance", f"Pupil ID=000001; {days}; Possible sessions=10; Attended sessions=9")
    (line,) = letter("Education welfare", *without("Attendance"), row).attendance
    assert line.period == PERIODS[days]


@pytest.mark.parametrize(
    "cells", ["From=soon", "Attended sessions=", "Possible sessions=many", "From=2026-12-01"]
)
def test_an_attendance_row_that_cannot_be_counted_is_left_out(cells: str) -> None:
    row = a("Attendance", "Pupil ID=000001; From=2026-09-03; To=2026-10-23; Possible sessions=74; "
            f"Attended sessions=52; {cells}")  # fmt: skip
    assert letter("Education welfare", *without("Attendance"), row).attendance == ()


def test_six_periods_are_told_at_most_and_the_latest_of_them() -> None:
    rows = [
        a("Attendance", f"Pupil ID=000001; From=2026-{month:02}-01; To=2026-{month:02}-20; "
          "Possible sessions=20; Attended sessions=10")
        for month in range(1, 10)
    ]  # fmt: skip
    periods = [line.period for line in letter("Education welfare", *without("Attendance"), *rows).attendance]
    assert len(periods) == 6
    assert periods[0].startswith("1 April 2026")


def test_steps_back_into_school_are_told_and_a_step_back_is_no_failure() -> None:
    steps = letter("Education welfare").steps
    assert [(step.when, step.outcome) for step in steps] == [
        ("Done on 9 November 2026", "Managed"),
        ("Done on 16 November 2026", "Went back a step for now"),
        ("Planned for 30 November 2026", "–"),
    ]


def test_a_questionnaire_taken_once_is_told_as_such() -> None:
    lines = {line.measure: (line.entry, line.latest, line.words) for line in letter("CAMHS").measures}
    assert lines == {
        "Wellbeing": ("3", "5", "a step forward"),
        "SDQ total difficulties": ("17", "–", "once, 15 September 2026"),
    }


def test_a_score_off_its_scale_is_told_to_nobody() -> None:
    rows = (*without("Measures"), a("Measures", "Score=11"))
    assert letter("CAMHS", *rows).measures == ()


def test_targets_come_with_what_is_done_for_each_and_how_far_it_was_reached() -> None:
    first, second = letter("Educational psychology").targets
    assert (first.strategy, first.score_words) == ("Organisation, a card with three steps", "More than hoped")
    assert (second.strategy, second.score_words) == ("Coaching", "Not scored yet")


def test_a_passport_that_nobody_agreed_goes_to_no_agency() -> None:
    draft = with_cells("Passports", "Agreed with=")
    assert "Short sentences" in said(letter("Speech and language"))
    assert "Short sentences" not in said(letter("Speech and language", *draft))


def test_an_agency_that_takes_only_its_own_form_gets_the_letter_as_notes_to_it() -> None:
    assert letter("Family support", agency="Own form only=Yes").agency.own_form
    assert not letter("Family support", agency="Own form only=").agency.own_form
