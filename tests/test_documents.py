"""What holds a document back, whatever its kind, and how one is told from another."""

import json
import re

import pytest
from a_caseload import ID, TODAY, Row, a, made, no, outcome, problems_in, text_of, the_document

from mentor_xl.audience import Audience
from mentor_xl.build import held_as_manifest
from mentor_xl.documents import Context, Document, HeldBack, kinds, six_characters
from mentor_xl.examine import examine
from mentor_xl.planning import Selection, plan
from mentor_xl.workbook.grid import MarkdownGrid

USUAL_KINDS = (
    "consent", "review-invitation", "review-outcome", "camhs-referral", "agency-referral", "mash-hand-off",
    "progress-report",
)  # fmt: skip

FULL = (
    a("Reviews"),
    a("Reviews", "Booked for=; Held on=2026-11-16; Outcome=Going well"),
    a("Sessions"),
    a("Targets"),
    a("Agencies"),
    a("Agencies", "Agency=Balloons; Kind=Bereavement"),
    a("Agencies", "Agency=MASH; Kind=Social care; Consent needed=Safeguarding lead only"),
    a("Agency referrals"),
    a("Agency referrals", "Agency referral ID=A2; Agency=Balloons; Consent ID=K3"),
    a("Agency referrals", "Agency referral ID=A3; Agency=MASH; Consent ID="),
    a("Consents", "Consent ID=K1"),
    a("Consents", "Consent ID=K2; Purpose=Agency referral; Agency=Exe CAMHS"),
    a("Consents", "Consent ID=K3; Purpose=Agency referral; Agency=Balloons"),
)
"""A workbook in which every kind has its moment, but the consent letter."""


def planned(*rows: Row, **chosen: tuple[str, ...]) -> list[Document | HeldBack]:
    """What a whole run decides on, checks and all."""
    examined = examine(MarkdownGrid(text_of(*rows)), TODAY)
    return list(plan(examined, Selection(**chosen)))


def in_short(found: list[Document | HeldBack]) -> set[tuple[str, str, str]]:
    return {(one.kind, one.ref, what) for one, what in zip(found, outcome(found), strict=True)}


def test_the_kinds_are_those_that_the_decisions_name() -> None:
    assert tuple(slug for slug, kind in kinds().items() if not kind.is_on_request) == USUAL_KINDS


def test_a_kind_that_is_made_on_request_is_made_for_whoever_names_it_alone() -> None:
    plans = {"action-plan"}
    assert not plans & {one.kind for one in planned(*FULL)}
    assert plans == {one.kind for one in planned(*FULL, kinds=("action-plan",))}


def test_a_whole_workbook_gives_every_kind_to_those_it_is_for() -> None:
    assert in_short(planned(*FULL)) == {
        ("review-invitation", ID, "parent Contacts!2"),
        ("review-invitation", ID, "pupil Pupils!2"),
        ("review-outcome", ID, "parent Contacts!2"),
        ("camhs-referral", ID, "agency Agencies!2"),
        ("agency-referral", ID, "agency Agencies!3"),
        ("mash-hand-off", ID, "leader Settings!9"),
        ("progress-report", ID, "parent Contacts!2"),
        ("progress-report", ID, "leader Settings!8"),
    }


def test_every_document_is_of_an_audience_and_a_context_that_its_kind_declares() -> None:
    for document in planned(*FULL):
        assert isinstance(document, Document)
        kind = kinds()[document.kind]
        assert document.audience in kind.audiences
        assert type(document.context) in kind.contexts


# -- consent to mentoring ------------------------------------------------------------------------------

NO_CONSENT = {
    "withdrawn": a("Consents", "Withdrawn on=2026-11-20"),
    "past its review": a("Consents", "Review by=2026-11-20"),
    "not given yet": a("Consents", "Given on=2026-11-24"),
    "for something else": a("Consents", "Purpose=Photographs"),
    "none": no("Consents"),
}


@pytest.mark.parametrize("why", NO_CONSENT)
def test_without_consent_to_mentoring_nothing_but_the_consent_letter_is_made(why: str) -> None:
    rows = [row for row in FULL if row[0] != "Consents"]
    agency = [row for row in FULL if row[0] == "Consents" and row[1] and row[1]["Consent ID"] != "K1"]
    found = planned(*rows, NO_CONSENT[why], *agency)
    assert {one.kind for one in found if isinstance(one, Document)} == {"consent"}
    assert {one.kind for one in found if isinstance(one, HeldBack)} == set(USUAL_KINDS) - {"consent"}


@pytest.mark.parametrize("kind", sorted(set(USUAL_KINDS) - {"consent"}))
def test_to_ask_for_a_kind_by_name_opens_no_gate(kind: str) -> None:
    rows = (*(row for row in FULL if row[0] != "Consents"), NO_CONSENT["withdrawn"])
    found = planned(*rows, kinds=(kind,), pupils=(ID,))
    assert found
    assert not any(isinstance(one, Document) for one in found)


@pytest.mark.parametrize("kind", USUAL_KINDS)
def test_to_ask_for_a_kind_by_name_sends_nothing_to_somebody_kept_away(kind: str) -> None:
    contacts = a("Contacts", "Court restriction=Yes")
    found = planned(*FULL, contacts, kinds=(kind,), pupils=(ID,))
    assert not any(one.audience is Audience.PARENT for one in found if isinstance(one, Document))


# -- pupils who get nothing --------------------------------------------------------------------------------


@pytest.mark.parametrize(("leaving", "is_here"), [("2026-11-22", False), ("2026-11-23", True), ("", True)])
def test_letters_stop_on_the_day_after_the_leaving_date(leaving: str, is_here: bool) -> None:
    assert bool(planned(*FULL, a("Pupils", f"Leaving date={leaving}"))) is is_here


@pytest.mark.parametrize(("first", "second"), [(ID, ID), ("ab12", "ab12"), ("ab12", "AB12")])
def test_two_pupils_with_one_id_get_nothing_at_all(first: str, second: str) -> None:
    rows = [(sheet, {**(cells or {}), "Pupil ID": first}) for sheet, cells in FULL]
    twins = (a("Pupils", f"Pupil ID={first}"), a("Pupils", f"Pupil ID={second}"))
    found = planned(*rows, *twins, a("Contacts", f"Pupil ID={first}"), a("Cases", f"Pupil ID={first}"))
    assert not any(isinstance(one, Document) for one in found)


def test_a_doubled_id_holds_a_document_back_even_if_somebody_asks_for_it_directly() -> None:
    found = made("review-invitation", a("Reviews"), a("Pupils"), a("Pupils", "Known as=Robin"))
    assert set(outcome(found)) == {"duplicate-id"}


def test_a_case_on_two_rows_is_nobodys_to_report_on() -> None:
    rows = (
        a("Pupils"), a("Pupils", "Pupil ID=000002"), a("Contacts"),
        a("Cases"), a("Cases", "Pupil ID=000002"), a("Sessions"),
        a("Targets", "Target=SOMEBODY ELSES TARGET"),
    )  # fmt: skip
    assert not any(isinstance(one, Document) for one in made("progress-report", *rows))


# -- cells that are wrong --------------------------------------------------------------------------------

WRONG_CELLS = {
    ("review-invitation", "Pupils", "Legal surname=#N/A"): "error-cell",
    ("review-invitation", "Pupils", "Legal forename="): "missing-value",
    ("review-invitation", "Reviews", "Review=Coffee morning"): "unread-review",
    ("review-invitation", "Reviews", "Booked for=26 Nov?"): "unread-review",
    (
        "review-outcome",
        "Reviews",
        "Review=LAC; Held on=2026-11-16; Outcome=Well; Booked for=",
    ): "unread-review",
    ("camhs-referral", "Pupils", "Date of birth=TBC"): "no-date-of-birth",
    ("camhs-referral", "Agency referrals", "Reason="): "no-reason",
    ("camhs-referral", "Agency referrals", "Sent on=last week"): "not-a-date",
    ("camhs-referral", "Agency referrals", "Closed on=soon"): "not-a-date",
    ("camhs-referral", "Agencies", "Consent needed=ask them"): "unread-agency",
    ("agency-referral", "Agencies", "Kind=Childrens services"): "unread-agency",
    ("agency-referral", "Agencies", "Kind="): "unread-agency",
}


@pytest.mark.parametrize(("kind", "sheet", "cells"), WRONG_CELLS)
def test_a_document_waits_for_a_cell_that_it_cannot_do_without(kind: str, sheet: str, cells: str) -> None:
    rest = [row for row in FULL if row[0] not in (sheet, "Agencies", "Reviews", "Agency referrals")]
    ours = [a(name) for name in ("Agencies", "Reviews", "Agency referrals") if name != sheet]
    found = made(kind, *rest, *ours, a(sheet, cells))
    assert set(outcome(found)) == {WRONG_CELLS[kind, sheet, cells]}


def test_a_wrong_upn_or_attendance_holds_nothing_back() -> None:
    wrong = a("Pupils", "UPN=X1; Attendance %=105; Free school meals=perhaps")
    assert problems_in(wrong)
    assert in_short(planned(*FULL, wrong)) == in_short(planned(*FULL))


def test_nobody_to_sign_holds_every_copy_back() -> None:
    for staff in (no("Staff"), a("Staff", "Signs letters=No"), a("Staff", "Left on=2026-11-22")):
        assert set(outcome(made("review-invitation", a("Reviews"), staff))) == {"no-signatory"}


SIGNERS = {
    ("",): "Mrs Kathleen Salt",
    ("Signs letters=No", "Staff code=RTW; Surname=Tweddle"): "Mrs Kathleen Tweddle",
    ("Left on=2026-11-20", "Staff code=RTW; Surname=Tweddle"): "Mrs Kathleen Tweddle",
    ("Left on=2026-11-23", "Staff code=RTW; Surname=Tweddle"): "Mrs Kathleen Salt",
    ("Signs letters=ask", "Staff code=RTW; Surname=Tweddle"): "Mrs Kathleen Tweddle",
    ("Signs letters=No", "Staff code=DPR; Surname=Pryce; Role=SENCO"): "Mrs Kathleen Pryce",
    ("Role=SENCO",): "Mrs Kathleen Salt",
}


@pytest.mark.parametrize("staff", SIGNERS)
def test_the_cases_mentor_signs_else_a_mentor_who_may_else_somebody_who_may(staff: tuple[str, ...]) -> None:
    found = made("review-invitation", a("Reviews"), *(a("Staff", cells) for cells in staff))
    context = the_document(found, Audience.PARENT).context
    assert context.signatory.name == SIGNERS[staff]  # type: ignore[attr-defined]


# -- references and file names ---------------------------------------------------------------------------


def test_a_reference_is_the_same_on_every_run_and_holds_no_name() -> None:
    once, again = (
        [one for one in planned(*FULL) if isinstance(one, Document)],
        [one for one in planned(*FULL) if isinstance(one, Document)],
    )
    assert [one.reference for one in once] == [one.reference for one in again]
    for document in once:
        assert re.fullmatch(rf"WS/26/{document.kind}/[0-9a-f]{{6}}", document.reference)
        assert re.fullmatch(rf"{document.kind}-[0-9a-f]{{6}}\.docx", document.file_name)
        assert not re.search("rowan|rowena|aske|000001", document.file_name, re.IGNORECASE)


def test_no_two_letters_of_a_run_share_a_file_name() -> None:
    names = [one.file_name for one in planned(*FULL) if isinstance(one, Document)]
    assert len(set(names)) == len(names)


def test_a_reference_changes_with_kind_pupil_row_and_recipient_and_with_nothing_else() -> None:
    parts = ("consent", "000001", "C1", "Contacts!2")
    others = [(*parts[:i], "x", *parts[i + 1 :]) for i in range(4)]
    assert len({six_characters(*one) for one in (parts, *others)}) == 5
    assert six_characters(*parts) == six_characters(*parts)
    assert six_characters("a", "b", "c") != six_characters("a", "bc", "")


def test_a_letters_reference_outlives_a_change_of_wording_in_the_workbook() -> None:
    before = the_document(made("review-invitation", a("Reviews")), Audience.PARENT)
    after = the_document(made("review-invitation", a("Reviews", "Place=Hall; Time=10:00")), Audience.PARENT)
    assert before.reference == after.reference


def test_two_rows_that_ask_for_one_letter_get_one_and_the_second_is_said() -> None:
    found = made("review-invitation", a("Reviews"), a("Reviews", "Time=10:00"))
    assert outcome(found) == ["parent Contacts!2", "pupil Pupils!2", "asked-twice", "asked-twice"]


# -- what is told of what is held back ---------------------------------------------------------------------


def test_what_is_held_back_is_told_without_a_name_or_an_address() -> None:
    person = "Title=Mr; Forename=Xerxes; Surname=Quill; Address line 1=77 Sorrel Street; "
    for kind in USUAL_KINDS:
        for cells in (
            "Court restriction=Yes",
            "Send letters=",
            "Parental responsibility=No; Lives with pupil=No",
        ):
            rows = (
                *FULL,
                a("Pupils", "Known as=Zebedee; Legal surname=Quill"),
                a("Contacts", person + cells),
            )
            for held in made(kind, *rows, asked=True):
                if isinstance(held, HeldBack):
                    told = json.dumps(held_as_manifest(held))
                    assert not re.search("Xerxes|Quill|Sorrel|Zebedee|Aske", told)


def test_a_context_takes_no_field_that_it_does_not_declare() -> None:
    for kind in kinds().values():
        for context in kind.contexts:
            assert issubclass(context, Context)
            assert context.model_config["extra"] == "forbid"
