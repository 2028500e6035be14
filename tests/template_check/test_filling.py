"""Are the fields that a workbook never fills found, and is no value ever told?"""

from a_caseload import TODAY, a, made, the_document
from template_check.sketches import drawn, file_of

from mentor_xl.audience import Audience
from mentor_xl.documents import Context
from mentor_xl.template_check import never_filled

assert TODAY


def _contexts() -> list[Context]:
    found = made("consent", a("Consents", "Withdrawn on=2026-10-01"))
    return [the_document(found, Audience.PARENT).context]


def _empty(sketch: str, contexts: list[Context]) -> list[str]:
    return [one.what for one in never_filled(file_of("consent.docx"), drawn(sketch), contexts)]


def test_a_field_that_is_empty_in_every_letter_is_named_once_with_its_place() -> None:
    sketch = "Dear {{ pupil.known_as }} ¶ {% if strengths %}{{ recipient.interpreter }}{% endif %}"
    _, finding = never_filled(file_of("consent.docx"), drawn(sketch), _contexts())
    assert finding.what == "recipient.interpreter is empty in every letter of this workbook."
    assert str(finding.spot) == "body, paragraph 2"
    assert not finding.needs_a_look


def test_what_is_filled_is_not_named() -> None:
    assert _empty("{{ school.name }} {{ recipient.address_lines[0] }} {{ pupil.form }}", _contexts()) == []


def test_of_a_list_that_is_always_empty_the_list_alone_is_named() -> None:
    contexts = [one.model_copy(update={"signers": ()}) for one in _contexts()]
    found = _empty("{% for one in signers %}{{ one }}{% endfor %}", contexts)
    assert found == ["signers is empty in every letter of this workbook."]


def test_one_letter_that_fills_a_field_is_enough() -> None:
    (full,) = _contexts()
    empty = full.model_copy(update={"signers": ()})
    assert _empty("{% for one in signers %}{{ one }}{% endfor %}", [empty, full]) == []


def test_where_no_letter_could_be_made_that_is_said() -> None:
    assert "no pupil for whom this letter could be made" in _empty("{{ school.name }}", [])[0]


def test_a_field_that_may_not_be_told_breaks_nothing() -> None:
    found = _empty("{{ pupil.notes }}", _contexts())
    assert found == ["pupil.notes is empty in every letter of this workbook."]


def test_no_value_is_told() -> None:
    told = " ".join(_empty("{{ pupil.known_as }} {{ recipient.interpreter }} {{ strengths }}", _contexts()))
    assert "Rowan" not in told
    assert "Aske" not in told
