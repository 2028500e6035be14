"""Does every question fire on its own examples, stay silent on those in order, and explain itself?"""

from collections.abc import Iterator

import pytest
from template_check.sketches import codes_in, findings_in

from mentor_xl.catalogue import MEANINGS
from mentor_xl.checks import CHECKS
from mentor_xl.explanations import explanations
from mentor_xl.problems import Severity
from mentor_xl.template_check import QUESTIONS

ALL = tuple(QUESTIONS.values())


def _examples(kind: str) -> Iterator[tuple[str, str]]:
    for question in ALL:
        for sketch in getattr(question, kind):
            yield question.code, sketch


@pytest.mark.parametrize(("code", "sketch"), list(_examples("fires")))
def test_a_question_fires_on_its_example(code: str, sketch: str) -> None:
    found = [finding for finding in findings_in(sketch) if finding.code == code]
    assert found
    assert all(finding.severity is QUESTIONS[code].severity for finding in found)
    assert all(finding.what.endswith((".", "?")) and finding.fix.endswith((".", "?")) for finding in found)


@pytest.mark.parametrize(("code", "sketch"), list(_examples("silent")))
def test_a_question_is_silent_on_what_is_in_order(code: str, sketch: str) -> None:
    assert code not in codes_in(sketch)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.code)
def test_a_question_explains_itself(question: object) -> None:
    told = QUESTIONS[question.code]  # type: ignore[attr-defined]
    assert told.question.endswith("?")
    assert told.why.endswith(".")
    assert told.do[0].isupper()
    assert told.fires
    assert told.silent


def test_no_code_means_two_things() -> None:
    assert len(QUESTIONS) == len(ALL)
    assert set(QUESTIONS).intersection(CHECKS) == set()
    assert set(QUESTIONS).intersection(MEANINGS) == set()


@pytest.mark.parametrize("code", [*QUESTIONS, "template-fault", "not-a-word-document"])
def test_every_code_is_explained(code: str) -> None:
    lines = explanations()[code]
    assert lines[0].startswith(f"{code} (")
    assert {"Asks", "Why", "Do"} <= {line.partition(":")[0] for line in lines}


def test_hints_on_wording_are_never_more_than_notes() -> None:
    hints = ("long-sentence", "hard-to-read", "jargon", "words-that-judge", "demand-words")
    assert {QUESTIONS[code].severity for code in hints} == {Severity.NOTE}


def test_a_sound_template_has_nothing_wrong_with_it() -> None:
    sound = "consent.docx: [Heading 1] Help in school ¶ Dear {{ pupil.known_as }}, thank you."
    assert {finding.code for finding in findings_in(sound, frozenset({"arial"}))} == set()
