"""What is for few readers is seen in any column, held from those it is not for, and told to the others."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from a_caseload import TODAY, Row, a, reading_of
from safety.planted import OWN, TO, a_document, letter_file, p, the_casebook

from mentor_xl.answers import code_of
from mentor_xl.audience import Audience
from mentor_xl.casebook import SHEETS, Casebook, own_column
from mentor_xl.checks.free_text import _NAMES_AND_PLACES, _OF_NO_PUPIL, typed_columns
from mentor_xl.documents import Document
from mentor_xl.recipients import Recipient
from mentor_xl.records import columns_of
from mentor_xl.safety import SafetyGate, reason
from mentor_xl.vocabulary import GROWING
from mentor_xl.wording import Greeting

PLANTED = "Room 3 pregnancy midwife appointment"

# -- every typed text is free text ---------------------------------------------------------------------

_ABOUT: dict[str, dict[str, Any]] = {
    "targets": {"case_id": "CX"}, "groups": {"group": "Chess club", "pupils": (OWN,)},
    "peer_pairs": {"pair_id": "P1", "mentor_pupil": OWN, "mentee_pupil": "555014"},
    "peer_meetings": {"pair_id": "P1"}, "agencies": {"agency": "Tide"}, "scales": {"measure": "Stars"},
}  # fmt: skip
"""How a row of a sheet without a Pupil ID is about the pupil."""
_BESIDE: dict[str, tuple[str, dict[str, Any]]] = {
    "targets": ("cases", {"case_id": "CX", "pupil_id": OWN}),
    "peer_meetings": ("peer_pairs", _ABOUT["peer_pairs"]),
    "agencies": ("agency_referrals", {"agency_referral_id": "R9", "pupil_id": OWN, "agency": "Tide"}),
    "scales": ("measures", {"pupil_id": OWN, "measure": "Stars"}),
}
"""The row beside it that says so."""


def _with_row(book: Casebook, name: str, fields: dict[str, Any]) -> Casebook:
    record = SHEETS[name].model_validate({"row_number": 90, **fields})
    return replace(book, **{name: (*getattr(book, name), record)})


def _with_words(name: str, attribute: str, text: str) -> Casebook:
    """The school with a row about the pupil in which somebody typed a text."""
    book = the_casebook()
    key = {"agencies": "agency", "scales": "measure", "groups": "group"}.get(name)
    column = next((one for one in columns_of(SHEETS[name]) if one.attribute == attribute), None)
    value = (text,) if column is not None and column.base in ("text;", "list;") else text
    fields = {**_ABOUT.get(name, {"pupil_id": OWN}), attribute: value}
    if attribute.startswith(own_column("")):
        del fields[attribute]
        fields["own"] = {attribute.removeprefix(own_column("")): text}
    if name == "pupils":
        pupil = book.pupil(OWN)
        assert pupil is not None
        others = tuple(one for one in book.pupils if one is not pupil)
        return replace(book, pupils=(pupil.model_copy(update=fields), *others))
    if name in _BESIDE:
        sheet, beside = _BESIDE[name]
        beside = {one: text if one == key and attribute == key else said for one, said in beside.items()}
        book = _with_row(book, sheet, beside)
    return _with_row(book, name, fields)


def _every_column() -> Iterator[tuple[str, str]]:
    for name, record in SHEETS.items():
        if record.sheet_name not in _OF_NO_PUPIL:
            yield from ((name, attribute) for attribute in (*typed_columns(record), own_column("House")))


def test_words_typed_in_any_column_about_the_pupil_are_seen() -> None:
    unseen = []
    letter = letter_file(body=p(f"We meet in {PLANTED} at ten."))
    for name, attribute in _every_column():
        gate = SafetyGate(_with_words(name, attribute, PLANTED), TODAY)
        if "sensitive-in-text" not in {one.code for one in gate.faults_in(letter, a_document())}:
            unseen.append((name, attribute))
    assert unseen == []


def test_a_column_of_words_that_is_not_looked_through_is_a_name_a_place_or_of_no_pupil() -> None:
    left_out = {
        (record.sheet_name, column.attribute)
        for record in SHEETS.values()
        for column in columns_of(record)
        if (column.base in ("text", "text;", "note") or column.target in GROWING)
        and column.attribute not in typed_columns(record)
    }
    of_pupils = {one for one in left_out if one[0] not in _OF_NO_PUPIL}
    assert {attribute for _, attribute in of_pupils} <= _NAMES_AND_PLACES


# -- which reader, which theme ---------------------------------------------------------------------------

SAID = {
    "self-harm": "He has been cutting his arms again.",
    "drugs or alcohol": "He smokes weed before school.",
    "domestic abuse": "They moved to a refuge in June.",
    "social care status": "She is on a child protection plan.",
    "pregnancy and sexual health": "She is pregnant and sees the midwife.",
}
TOLD = "He said that his uncle hurt him."


def _agency(kind: str) -> tuple[Casebook, Document]:
    book = _with_row(the_casebook(), "agencies", {"agency": "The service", "kind": kind})
    row = book.agencies[-1].row_number
    to = Recipient(Audience.AGENCY, f"Agencies!{row}", Greeting("", "Dear colleague", "Yours faithfully"))
    return book, Document("consent", OWN, to, "WS/26/consent/1a2b3c", a_document().context)


def _held(book: Casebook, document: Document, text: str) -> bool:
    book = _with_row(book, "reviews", {"pupil_id": OWN, "outcome": text})
    found = SafetyGate(book, TODAY).faults_in(letter_file(body=p(text)), document)
    return bool({"sensitive-in-text", "disclosure-in-text"} & {one.code for one in found})


@pytest.mark.parametrize(
    ("kind", "may_read"),
    [
        ("CAMHS", set(SAID)), ("Counselling", set(SAID)), ("School nurse", set(SAID)),
        ("Drugs and alcohol", {"drugs or alcohol"}), ("Teenage pregnancy", {"pregnancy and sexual health"}),
        ("Family support", {"domestic abuse", "social care status"}), ("Speech and language", set()),
        ("Youth club", set()), ("Receiving school", set()),
    ],
)  # fmt: skip
def test_a_service_reads_of_what_it_is_there_for(kind: str, may_read: set[str]) -> None:
    book, document = _agency(kind)
    assert {theme for theme, text in SAID.items() if not _held(book, document, text)} == may_read
    assert _held(book, document, TOLD)


@pytest.mark.parametrize(
    ("reader", "may_read"),
    [
        (Audience.PARENT, set()), (Audience.TEACHER, set()), (Audience.PEER, set()),
        (Audience.PUPIL, set(SAID) - {"domestic abuse"}), (Audience.LEADER, set(SAID)),
    ],
)  # fmt: skip
def test_a_reader_in_school_or_at_home_reads_what_is_theirs(reader: Audience, may_read: set[str]) -> None:
    document = a_document(reader)
    assert {theme for theme, text in SAID.items() if not _held(the_casebook(), document, text)} == may_read
    assert _held(the_casebook(), document, TOLD)


def test_social_cares_own_review_and_a_looked_after_childs_carers_are_not_asked_about_it() -> None:
    said, document = SAID["social care status"], a_document()
    own = _with_row(
        the_casebook(), "reviews", {"pupil_id": OWN, "review": "Core group", "outcome": said}
    )
    letter = letter_file(body=p(said))
    assert "sensitive-in-text" not in {one.code for one in SafetyGate(own, TODAY).faults_in(letter, document)}
    pupil = own.pupil(OWN)
    assert pupil is not None
    others = tuple(one for one in own.pupils if one is not pupil)
    in_care = replace(own, pupils=(pupil.model_copy(update={"looked_after": "Looked after"}), *others))
    assert not _held(in_care, document, said)
    assert _held(in_care, a_document(Audience.TEACHER), said)


# -- answers ---------------------------------------------------------------------------------------------

LEAD: Row = ("Staff", {"Staff code": "DSL", "Forename": "Sue", "Surname": "Lowe",
                       "Role": "Designated safeguarding lead"})  # fmt: skip


@pytest.mark.parametrize(
    ("reader", "by", "leaves"),
    [
        (Audience.TEACHER, "DSL", True), (Audience.AGENCY, "dsl", True), (Audience.TEACHER, "KSA", False),
        (Audience.PARENT, "DSL", False), (Audience.PUPIL, "DSL", False),
    ],
)  # fmt: skip
def test_only_the_lead_lets_a_disclosure_pass_and_never_to_the_family(
    reader: Audience, by: str, leaves: bool
) -> None:
    answer = {
        "Check": "disclosure-in-text", "Sheet": "Reviews", "Row key": "000001 2026-11-16", "By": by,
        "Explanation": "Agreed with the family", "Readers": "teacher; agency; parent; pupil",
        "Code": code_of(TOLD),
    }  # fmt: skip
    review = a("Reviews", f"Booked for=; Held on=2026-11-16; Outcome={TOLD}")
    rows = (LEAD, a("Pupils"), a("Contacts"), a("Cases"), review, ("Explanations", answer))
    gate = SafetyGate(reading_of(*rows).casebook, TODAY)
    document = replace(a_document(reader), recipient=TO[reader])
    found = {one.code for one in gate.faults_in(letter_file(body=p(TOLD)), document)}
    assert ("disclosure-in-text" not in found) is leaves


# -- what a person is told -------------------------------------------------------------------------------


def test_a_recorded_barrier_is_not_blamed_for_words_that_were_typed() -> None:
    said = SAID["self-harm"]
    book = _with_row(the_casebook(), "barriers", {"pupil_id": OWN, "barrier": "Self-harm"})
    book = _with_row(book, "reviews", {"pupil_id": OWN, "outcome": said})
    found = SafetyGate(book, TODAY).faults_in(letter_file(body=p(said)), a_document())
    assert [one.do.partition("(")[2].partition(")")[0] for one in found] == ["Outcome"]
    by_template = SafetyGate(book, TODAY).faults_in(letter_file(body=p("Self-harm")), a_document())
    assert {one.code for one in by_template} == {"sensitive-in-text"}


def test_every_reason_of_a_held_letter_is_told_with_its_cell() -> None:
    book = the_casebook()
    for row, text in enumerate((SAID["self-harm"], TOLD, SAID["drugs or alcohol"]), 91):
        review = {"pupil_id": OWN, "outcome": text, "row_number": row}
        book = replace(book, reviews=(*book.reviews, SHEETS["reviews"].model_validate(review)))
    letter = letter_file(body="".join(map(p, (SAID["self-harm"], TOLD, SAID["drugs or alcohol"]))))
    why = reason(SafetyGate(book, TODAY).faults_in(letter, a_document()))
    assert [f"{row} (Outcome)" in why for row in (91, 92, 93)] == [True, True, True]


def test_a_lead_who_has_left_lets_nothing_pass() -> None:
    left = (LEAD[0], {**(LEAD[1] or {}), "Left on": "2026-08-31"})
    answer = {
        "Check": "disclosure-in-text", "Sheet": "Reviews", "Row key": "000001 2026-11-16", "By": "DSL",
        "Explanation": "Agreed", "Readers": "teacher", "Code": code_of(TOLD),
    }  # fmt: skip
    review = a("Reviews", f"Booked for=; Held on=2026-11-16; Outcome={TOLD}")
    rows = (left, a("Pupils"), a("Contacts"), a("Cases"), review, ("Explanations", answer))
    document = a_document(Audience.TEACHER)
    found = SafetyGate(reading_of(*rows).casebook, TODAY).faults_in(letter_file(body=p(TOLD)), document)
    assert "disclosure-in-text" in {one.code for one in found}
