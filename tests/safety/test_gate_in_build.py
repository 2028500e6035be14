"""A run with a school's own templates that print what they must not: those letters stay, the others go."""

import json
from pathlib import Path

import pytest
from a_caseload import TODAY, Row, a, text_of
from docx.document import Document as WordDocument
from safety.planted import school
from word.drafts import draft

from mentor_xl.answers import code_of
from mentor_xl.build import Build, Source, build
from mentor_xl.examine import examine
from mentor_xl.explanations import explanations
from mentor_xl.planning import Selection
from mentor_xl.safety import MEANINGS
from mentor_xl.shipped import shipped_folder
from mentor_xl.stationery import Stationery
from mentor_xl.workbook.grid import MarkdownGrid

GREETING = "{{ recipient.salutation }},"


OUTCOME, REPORT = "review-outcome", "progress-report"


def run(
    folder: Path, template: bytes, rows: tuple[Row, ...] = (), kinds: tuple[str, ...] = (OUTCOME,)
) -> Build:
    """The letters of these kinds about the pupil, outcome letters on the school's own template."""
    own = folder / "own"
    own.mkdir()
    (own / f"{OUTCOME}.docx").write_bytes(template)
    examined = examine(MarkdownGrid(text_of(*(rows or sound_school()))), TODAY)
    return build(
        examined,
        Source("caseload.xlsx", "0"),
        folder / "out",
        Stationery((own, shipped_folder("letter_templates"))),
        Selection(kinds=kinds, pupils=("000001",)),
        also=lambda _: [],
    )


def sound_school(**review: str) -> tuple[Row, ...]:
    """The school, its review without the words that were planted in it."""
    rows = [row for row in school() if row[0] not in ("Reviews", "Referrals")]
    cells = {"Booked for": "", "Held on": "2026-11-16", "Outcome": "Going well", "Actions": "", **review}
    return (*rows, a("Referrals"), ("Reviews", {**(a("Reviews")[1] or {}), **cells}), a("Targets"),
        a("Sessions"))


def codes_of(result: Build) -> set[str]:
    return {code for held in result.held_back for code in held.codes} & MEANINGS.keys()


def in_header(text: str) -> bytes:
    def shape(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = text

    return draft(GREETING, "{{ review.outcome }}", shaped_by=shape)


def with_title(text: str) -> bytes:
    def shape(document: WordDocument) -> None:
        document.core_properties.title = text

    return draft(GREETING, "{{ review.outcome }}", shaped_by=shape)


TEMPLATES = {
    "an old letter saved as a template": ("names-another-pupil", draft(GREETING,
        "Anna Smith is doing well.")),
    "an old letter's ID in the header": ("names-another-pupil", in_header("Our pupil: 004512")),
    "an old letter's title": ("names-another-pupil", with_title("Letter about Anna Smith")),
    "an old letter's address": ("another-address", draft("Mrs Smith", "5 High Street", GREETING)),
    "somebody else's address to write to": ("withheld-address", draft(GREETING,
        "Write to 3 Mill Rise, EX1 1AA.")),
    "a field left empty in a sentence": (
        "left-empty", draft(GREETING, "We meet on {{ review.next_review }}.")),
    "braces meant to be read": ("leftover-tag", draft(GREETING, "{_{ name }_}")),
    "the restricted father in small print": ("restricted-contact", draft(GREETING, "cc Mr David Aske")),
    "what only the office knows": ("not-for-this-audience", draft(GREETING, "UPN B801200005001")),
}  # fmt: skip


@pytest.mark.parametrize(("code", "template"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_schools_own_template_that_prints_too_much_is_stopped(
    tmp_path: Path, code: str, template: bytes
) -> None:
    result = run(tmp_path, template)
    assert code in codes_of(result)
    assert not result.made


CELLS = {
    "another pupil in the outcome": ("names-another-pupil", {"Outcome": "He sat with Anna Smith again."}),
    "another pupil's forename in the outcome": ("names-another-pupil",
        {"Outcome": "He sat with Annie again."}),
    "another pupil among the actions": ("names-another-pupil", {"Actions": "Ring home; sit with Anna Smith"}),
    "somebody kept away among those who came": ("restricted-contact",
        {"Attended by": "Mrs Aske, Mr D Aske, Mr Aske"}),
    "a street of an aunt": ("another-address", {"Outcome": "He may stay at 77 Long Row on Fridays."}),
    "a tag typed in a cell": ("leftover-tag", {"Outcome": "{{ pupil.notes }}"}),
}  # fmt: skip
PLAIN = draft(GREETING, "{{ review.outcome }}", "{{ review.attended_by }}",
    "{{ review.actions | join('; ') }}")


@pytest.mark.parametrize(("code", "review"), CELLS.values(), ids=CELLS.keys())
def test_what_a_cell_brings_into_a_letter_is_stopped_and_its_cell_named(
    tmp_path: Path, code: str, review: dict[str, str]
) -> None:
    result = run(tmp_path, PLAIN, rows=sound_school(**review))
    held = next(held for held in result.held_back if code in held.codes)
    assert "Reviews!" in held.why


@pytest.mark.parametrize(
    ("answer", "leaves"),
    [
        ({}, True),
        ({"Readers": "Parents; agency"}, True),
        ({"Readers": ""}, False),
        ({"Readers": "agency"}, False),
        ({"Code": ""}, False),
        ({"Code": code_of("He sat with Annie today.")}, False),
        ({"Heading": "Place"}, False),
        ({"Check": "sensitive-in-text"}, False),
        ({"Until": "2026-11-01"}, False),
    ],
)
def test_words_leave_once_somebody_answered_for_just_these_words_and_readers(
    tmp_path: Path, answer: dict[str, str], leaves: bool
) -> None:
    outcome = "He sat with Annie again."
    row = {
        "Check": "other-pupil-named", "Sheet": "Reviews", "Row key": "000001 2026-11-16",
        "Heading": "Outcome", "Explanation": "Annie is the school's dog", "By": "KSA",
        "Readers": "parent", "Code": code_of(outcome),
    }  # fmt: skip
    rows = (*sound_school(Outcome=outcome), ("Explanations", {**row, **answer}))
    assert bool(run(tmp_path, PLAIN, rows=rows).made) is leaves


def test_without_anything_planted_every_letter_goes(tmp_path: Path) -> None:
    result = run(tmp_path, PLAIN)
    assert codes_of(result) == set()
    assert {made.document.kind for made in result.made} == {OUTCOME}


def test_one_letter_that_is_stopped_stops_no_other(tmp_path: Path) -> None:
    result = run(tmp_path, draft(GREETING, "Anna Smith is doing well."), kinds=(OUTCOME, REPORT))
    assert {held.kind for held in result.held_back if held.codes == ("names-another-pupil",)} == {OUTCOME}
    assert {made.document.kind for made in result.made} == {REPORT}


def test_a_stopped_letter_is_nowhere_on_disk_and_its_reason_in_the_manifest(tmp_path: Path) -> None:
    run(tmp_path, draft(GREETING, "Anna Smith is doing well."))
    out = tmp_path / "out"
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    held = [row for row in manifest["held_back"] if row["codes"] == ["names-another-pupil"]]
    assert held
    assert "Smith" not in json.dumps(held)
    assert not list(out.rglob("*.docx"))


def test_every_code_of_the_gate_is_explained() -> None:
    words = explanations()
    for code in MEANINGS:
        assert words[code][0] == f"{code} (error)"
        assert len(words[code]) == 4
