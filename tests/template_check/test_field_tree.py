"""Is the list of fields whole, described, and true for each reader?"""

import pytest
from template_check.sketches import REGISTERED

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.documents import kinds
from mentor_xl.pupil_view import NotReleased, PupilView
from mentor_xl.records import Pupil, columns_of
from mentor_xl.template_check import TemplateField, fields_of_kind
from mentor_xl.template_check.field_tree import follow
from mentor_xl.word.paths import ELEMENT

assert REGISTERED
EDITIONS = [(kind.slug, audience) for kind in kinds().values() for audience in kind.audiences]


def _fields(slug: str, audience: Audience) -> dict[str, TemplateField]:
    return {field.path: field for field in fields_of_kind(kinds()[slug], audience)}


@pytest.mark.parametrize(("slug", "audience"), EDITIONS)
def test_every_field_of_every_kind_is_described_and_has_an_example(slug: str, audience: Audience) -> None:
    found = _fields(slug, audience)
    groups = {path.removesuffix("[]") for path in found if f"{path}." in "".join(found)}
    assert [path for path, field in found.items() if not field.description.endswith(".")] == []
    without = {path for path, field in found.items() if not field.example}
    assert {path.removesuffix("[]") for path in without} <= groups


@pytest.mark.parametrize(("slug", "audience"), EDITIONS)
def test_every_field_that_is_listed_can_be_read(slug: str, audience: Audience) -> None:
    contexts = kinds()[slug].contexts
    context = contexts[0] if len(contexts) == 1 else contexts[kinds()[slug].audiences.index(audience)]
    for path in _fields(slug, audience):
        steps = path.replace('["House"]', ".House").replace("[]", f".{ELEMENT}").split(".")
        assert follow(context, tuple(steps), audience).state == "there", path


@pytest.mark.parametrize("audience", Audience)
def test_of_the_pupil_just_what_the_view_lets_through_is_told(audience: Audience) -> None:
    view = PupilView(Pupil(pupil_id="000001"), audience, __import__("datetime").date(2026, 11, 23))
    names = {column.attribute for column in columns_of(Pupil)} | {"full_name", "legal_name", "year", "own"}
    for name in names - {"upn"}:
        told = follow(PupilView, (name,), audience).state in ("there", "own columns")
        assert told == _lets_through(view, name), name


def _lets_through(view: PupilView, name: str) -> bool:
    try:
        getattr(view, name)
    except NotReleased:
        return False
    return True


def test_nobody_at_all_is_told_a_upn() -> None:
    assert release(Audience.LEADER, Group.ADMIN) is Release.FULL
    assert {follow(PupilView, ("upn",), audience).state for audience in Audience} == {"not told"}


def test_a_parents_list_has_no_notes_and_a_leaders_has() -> None:
    assert "pupil.notes" not in _fields("progress-report", Audience.PARENT)
    assert "pupil.notes" in _fields("progress-report", Audience.LEADER)


def test_a_date_is_shown_as_it_is_printed() -> None:
    assert _fields("consent", Audience.PARENT)["pupil.date_of_birth"].example == "17 March 2014"


def test_a_list_and_what_may_be_blank_are_marked() -> None:
    found = _fields("review-outcome", Audience.PARENT)
    assert found["targets[]"].is_list
    assert found["targets[].score"].may_be_blank
    assert not found["targets[].target"].may_be_blank
