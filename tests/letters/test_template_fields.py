"""Every field that a shipped template reads is there, and may be told to those the template is for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import mentor_xl
from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.examine import REGISTERED
from mentor_xl.template_check import context_of, templates_in_use
from mentor_xl.template_check.field_tree import follow
from mentor_xl.word.paths import ELEMENT, dotted
from mentor_xl.word.paths import Path as FieldPath
from mentor_xl.word.template import Template

assert REGISTERED
TEMPLATES = templates_in_use([(Path(mentor_xl.__file__).parents[1] / "letter_templates", True)])


def uses() -> Iterator[tuple[str, Audience, FieldPath]]:
    """What each letter's own code reads, and not only what the template check sees in the file."""
    for file in TEMPLATES:
        compiled = Template.compile(file.path.read_bytes())
        paths = {path for part in compiled.parts for _, path in part.paths}
        for path in sorted(paths):
            for audience in file.audiences:
                yield file.name, audience, path


USES = list(uses())


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_template_is_of_a_kind_and_read_by_somebody(template: object) -> None:
    file = next(one for one in TEMPLATES if one is template)
    assert file.kind is not None
    assert file.audiences


def _called(use: object) -> str:
    return dotted(use) if isinstance(use, tuple) else str(use)


@pytest.mark.parametrize(("template", "audience", "path"), USES, ids=_called)
def test_a_template_reads_only_what_its_letter_has_and_its_reader_may_be_told(
    template: str, audience: Audience, path: FieldPath
) -> None:
    kind = next(file.kind for file in TEMPLATES if file.name == template)
    assert kind is not None
    assert follow(context_of(kind, audience), path, audience).state == "there"


@pytest.mark.parametrize(
    ("path", "state"),
    [
        (("mentoring", "cost"), "unknown"),
        (("pupil", "shoe_size"), "unknown"),
        (("strengths", ELEMENT, "first"), "no list"),
        (("signers", ELEMENT, "name"), "unknown"),
        (("signers", "name"), "a list"),
        (("pupil", "upn"), "not told"),
    ],
)
def test_the_reader_of_fields_would_notice_one_that_is_missing(path: FieldPath, state: str) -> None:
    letter = kinds()["consent"].contexts[0]
    assert follow(letter, path, Audience.PARENT).state == state


def test_no_template_prints_a_upn_a_note_the_pupils_number_or_a_column_of_one_schools_own() -> None:
    never = {"pupil.upn", "pupil.notes", "pupil.pupil_id", "pupil.dsl_informed_on"}
    read = {dotted(path) for _, _, path in USES}
    assert not never & read
    assert not any(field.startswith("pupil.own") for field in read)


def test_every_kind_has_a_template_for_everybody_it_goes_to() -> None:
    found = {(file.kind.slug, audience) for file in TEMPLATES if file.kind for audience in file.audiences}
    assert found == {(kind.slug, audience) for kind in kinds().values() for audience in kind.audiences}
