"""Every field that a shipped template reads is there, and may be told to those the template is for."""

import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import mentor_xl
import mentor_xl.letters
import mentor_xl.reports
from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.documents import Context, Kind, kinds
from mentor_xl.pupil_view import PupilView
from mentor_xl.records import Pupil, columns_of
from mentor_xl.word.fields import fields_of

REGISTERED = (mentor_xl.letters, mentor_xl.reports)
TEMPLATES = sorted((Path(mentor_xl.__file__).parents[1] / "letter_templates").glob("*.docx"))
NAMES = frozenset({"known_as", "full_name", "legal_name", "year", "own"})
"""What a pupil's view has besides the columns."""


def audiences_of(path: Path) -> tuple[Kind, tuple[Audience, ...]]:
    """The kind a template is of, and whom it is for: those who have no edition of their own."""
    slug, _, edition = path.stem.partition(".")
    kind = kinds()[slug]
    if edition:
        return kind, (Audience(edition),)
    others = {
        Audience(other.stem.partition(".")[2]) for other in TEMPLATES if other.stem.startswith(f"{slug}.")
    }
    return kind, tuple(audience for audience in kind.audiences if audience not in others)


def context_of(kind: Kind, audience: Audience) -> type[Context]:
    if len(kind.contexts) == 1:
        return kind.contexts[0]
    return dict(zip(kind.audiences, kind.contexts, strict=True))[audience]


def uses() -> Iterator[tuple[str, Audience, str]]:
    for path in TEMPLATES:
        _, audiences = audiences_of(path)
        for field in sorted({use.field for use in fields_of(path.read_bytes())}):
            for audience in audiences:
                yield path.name, audience, field


USES = list(uses())


def leads_to(annotation: object, steps: list[str]) -> bool:
    """Whether a field of this type has the rest of a dotted path."""
    if not steps:
        return True
    step, *rest = steps
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return any(leads_to(part, steps) for part in typing.get_args(annotation))
    if step == "[]":
        elements = [part for part in typing.get_args(annotation) if part is not ...]
        return typing.get_origin(annotation) in (tuple, list) and all(leads_to(e, rest) for e in elements)
    if annotation is PupilView:
        columns = {column.attribute for column in columns_of(Pupil)}
        return step == "own" or (not rest and step in columns | NAMES)
    if isinstance(annotation, type) and issubclass(annotation, Context):
        field = annotation.model_fields.get(step)
        return field is not None and leads_to(field.annotation, rest)
    return False


def steps_of(field: str) -> list[str]:
    return re.findall(r"\[\]|[^.\[\]\"]+", field)


@pytest.mark.parametrize(("template", "audience", "field"), USES)
def test_a_template_reads_only_what_its_letter_has(template: str, audience: Audience, field: str) -> None:
    kind, _ = audiences_of(Path(template))
    assert leads_to(context_of(kind, audience), steps_of(field))


def test_the_reader_of_fields_would_notice_one_that_is_missing() -> None:
    letter = kinds()["consent"].contexts[0]
    assert not leads_to(letter, ["mentoring", "cost"])
    assert not leads_to(letter, ["pupil", "shoe_size"])
    assert not leads_to(letter, ["strengths", "[]"])
    assert not leads_to(letter, ["signers", "[]", "name"])


PUPILS_FIELDS = sorted({(t, audience, f) for t, audience, f in USES if f.startswith("pupil.")})


@pytest.mark.parametrize(("template", "audience", "field"), PUPILS_FIELDS)
def test_a_template_reads_of_the_pupil_only_what_its_audience_is_told(
    template: str, audience: Audience, field: str
) -> None:
    assert template
    _, name, *_ = steps_of(field)
    group = {c.attribute: c.group for c in columns_of(Pupil)}.get(name, Group.IDENTITY)
    assert release(audience, group) is Release.FULL


def test_no_template_prints_a_upn_a_note_the_pupils_number_or_a_column_of_one_schools_own() -> None:
    never = {"pupil.upn", "pupil.notes", "pupil.pupil_id", "pupil.dsl_informed_on"}
    read = {field for _, _, field in USES}
    assert not never & read
    assert not any(field.startswith("pupil.own") for field in read)


def test_every_kind_has_a_template_for_everybody_it_goes_to() -> None:
    found = {
        (kind.slug, audience)
        for path in TEMPLATES
        for kind, them in [audiences_of(path)]
        for audience in them
    }
    assert found == {(kind.slug, audience) for kind in kinds().values() for audience in kind.audiences}
