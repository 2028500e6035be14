"""Where only the legal forename goes home, what somebody typed does not tell the family another."""

from pathlib import Path

import pytest
from a_caseload import TODAY, Row, a, casebook_of
from safety.planted import TO, a_document, letter_file, p
from safety.test_gate_in_build import run
from word.drafts import draft

from mentor_xl.audience import Audience
from mentor_xl.safety import SafetyGate

DANIELLE = "Legal forename=Daniel; Known as=Danielle; Pronouns=she/her; Name for letters home=Known as"
HOME = DANIELLE.replace("home=Known as", "home=Legal forename")
HELD = {
    "Danielle said that lunch is calmer.": True,
    "We agreed on danielle’s plan for lunch.": True,
    "Lunch is calmer now, and she knows whom to ask.": True,
    "Her friends wait at the gate.": True,
    "Daniel said that lunch is calmer.": False,
    "They all sat together at the new table.": False,
    "Mrs Danielle Salt will ring on Friday.": False,
}


def rows(outcome: str, home: str = HOME, **more: str) -> tuple[Row, ...]:
    review = {"Booked for": "", "Held on": "2026-11-16", "Outcome": outcome, **more}
    staff = a("Staff", "Forename=Danielle")
    return (a("Pupils", home), staff, ("Reviews", {**(a("Reviews")[1] or {}), **review}), a("Targets"))


def held(letter: bytes, outcome: str, home: str = HOME, to: Audience = Audience.PARENT) -> dict[str, str]:
    gate = SafetyGate(casebook_of(*rows(outcome, home)), TODAY)
    return {one.code: one.why for one in gate.faults_in(letter, a_document(to))}


@pytest.mark.parametrize("outcome", HELD)
def test_a_typed_name_or_pronoun_holds_the_parents_letter_and_names_its_cell(outcome: str) -> None:
    found = held(letter_file(body=p("Dear Mrs Aske,") + p(outcome)), outcome)
    assert ("name-not-for-home" in found) is HELD[outcome]
    if HELD[outcome]:
        assert "Reviews!F2 (Outcome)" in found["name-not-for-home"]
        assert "anielle" not in found["name-not-for-home"]


def test_the_pupil_and_colleagues_may_read_it() -> None:
    said = "Danielle said that she likes lunch."
    for reader in TO.keys() - {Audience.PARENT, Audience.GOVERNORS}:
        assert "name-not-for-home" not in held(letter_file(body=p(said)), said, to=reader)
    assert "name-not-for-home" not in held(letter_file(body=p(said)), said, home=DANIELLE)


def test_a_name_that_is_a_word_tells_only_where_it_is_written_as_a_name() -> None:
    home = HOME.replace("Danielle", "Will")
    for said, is_held in (("We think Will is calmer at lunch.", True), ("Lunch will be calmer.", False)):
        assert ("name-not-for-home" in held(letter_file(body=p(said)), said, home)) is is_held


def test_of_several_cells_that_hold_it_the_one_that_is_printed_is_named() -> None:
    letter = letter_file(body=p("We meet in Danielle’s form room on Thursday."))
    gate = SafetyGate(casebook_of(*rows("Danielle is calmer.", Place="Danielle’s form room")), TODAY)
    (found,) = gate.faults_in(letter, a_document())
    assert "Reviews!G2 (Place)" in found.why


@pytest.mark.parametrize("part", ["header", "footer", "comments"])
def test_no_part_of_the_file_may_hold_it(part: str) -> None:
    assert "name-not-for-home" in held(letter_file(**{part: p("About Danielle Aske")}), "All is well.")


def test_only_the_letter_that_tells_it_stays(tmp_path: Path) -> None:
    template = draft("{{ recipient.salutation }},", "{{ review.outcome }}")
    result = run(tmp_path, template, rows("Danielle is calmer at lunch."))
    assert [one.codes for one in result.held_back] == [("name-not-for-home",)]
