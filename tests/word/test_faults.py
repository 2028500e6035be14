"""What a person is told when a template and a letter do not fit: part, paragraph and field, never a value."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from docx.document import Document as WordDocument
from word.drafts import draft, footnote, in_runs, table, words

from mentor_xl.word.faults import RenderError, TemplateFault
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

A_NAME = "Zebedee Quillfeather"


def refused(template: bytes, context: Mapping[str, Any]) -> RenderError:
    with pytest.raises(RenderError) as raised:
        render(Template.compile(template), context)
    assert A_NAME not in "".join(traceback.format_exception(raised.value))
    assert raised.value.__context__ is None
    return raised.value


@dataclass
class Pupil:
    known_as: str | None = A_NAME
    born: date | None = None


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        ("{{ pupil.nickname }}", "pupil.nickname", "missing"),
        ("{{ nobody }}", "nobody", "missing"),
        ("{{ nobody.name }}", "nobody", "missing"),
        ("{% if pupil.nickname %}x{% endif %}", "pupil.nickname", "missing"),
        ("{{ pupil.born }}", "pupil.born", "blank"),
        ("{{ pupil.born.year }}", "pupil.born", "blank"),
        ("{{ pupil.born|upper }}", "pupil.born", "blank"),
        ("{{ pupil.known_as ~ ' ' ~ pupil.born }}", "pupil.born", "blank"),
        ("{{ nothing }}", "nothing", "blank"),
        ('{{ own["House colour"] }}', 'own["House colour"]', "missing"),
        ('{{ own["Tutor group"] }}', 'own["Tutor group"]', "blank"),
        ("{{ own.get('House colour') }}", 'own["House colour"]', "blank"),
        ("{% for t in targets %}{{ t.reason }}{% endfor %}", "targets[].reason", "missing"),
        ("{% for t in targets %}{{ t.review_by }}{% endfor %}", "targets[].review_by", "blank"),
        ("{% for s in steps %}{{ s }}{% endfor %}", "steps[]", "blank"),
        ("{{ nobodies[0].name }}", "nobodies", "missing"),
        ("{{ yes }}", "yes", "unprintable"),
        ("{{ targets }}", "targets", "unprintable"),
        ("{{ pupil }}", "pupil", "unprintable"),
        ("{{ pupil.known_as + 1 }}", "pupil.known_as", "fault"),
        ("{{ targets.append(1) }}", "targets", "refused"),
    ],
)
def test_a_letter_stops_at_the_field_it_cannot_print(text: str, field: str | None, reason: str) -> None:
    context = {
        "pupil": Pupil(),
        "targets": [{"text": A_NAME, "review_by": None}],
        "steps": [None],
        "own": {"Tutor group": None},
        "nothing": None,
        "yes": True,
    }
    fault = refused(draft("First", "", f"Then {text} here"), context)
    assert (fault.part, fault.paragraph, fault.text) == ("body", 3, f"Then {text} here")
    assert (fault.field, fault.reason) == (field, reason)
    assert f"paragraph 3: “Then {text} here”" in str(fault)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ born or 'not yet recorded' }}", "not yet recorded"),
        ("{{ born|default('not yet recorded') }}", "not yet recorded"),
        ("{{ never|default('not yet recorded') }}", "not yet recorded"),
        ("{% if born %}x{% else %}not yet recorded{% endif %}", "not yet recorded"),
        ("{{ 'none' if pupil.born is none else 'some' }}", "none"),
        ("{{ 'none' if pupil.born == none else 'some' }}", "none"),
        ("{{ 'there' if never is defined else 'not there' }}", "not there"),
    ],
)
def test_a_blank_may_be_asked_about(text: str, said: str) -> None:
    assert words(render(Template.compile(draft(text)), {"born": None, "pupil": Pupil()})) == [said]


def test_the_word_none_is_said_where_somebody_is_called_that() -> None:
    assert words(render(Template.compile(draft("Dear {{ n }}")), {"n": "None"})) == ["Dear None"]


def test_paragraphs_are_counted_before_rows_and_paragraphs_are_taken_away() -> None:
    def shape(document: WordDocument) -> None:
        document.add_paragraph("{%p if yes %}")
        loop = (("{%tr for t in targets %}", "x"), ("{{ t.no }}", "y"), ("{%tr endfor %}", ""))
        table(document, ("No", "Target"), *loop)
        document.add_paragraph("{%p endif %}")
        in_runs(document, "last {", "{ pup", "il.x }", "}")

    template = draft("zero", shaped_by=shape)
    assert refused(template, {"yes": True, "targets": [{}], "pupil": {}}).paragraph == 7
    in_the_end = refused(template, {"yes": True, "targets": [], "pupil": {}})
    assert (in_the_end.paragraph, in_the_end.text) == (12, "last {{ pupil.x }}")
    assert refused(template, {"pupil": {}}).paragraph == 2


@pytest.mark.parametrize(
    "part", ["first-page header", "header", "footer", "footnotes", "document properties, title"]
)
def test_every_part_is_named_as_people_name_it(part: str) -> None:
    def shape(document: WordDocument) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "{{ letterhead }}"
        section.header.paragraphs[0].text = "{{ reference }}"
        section.footer.paragraphs[0].text = "{{ page }}"
        document.core_properties.title = "{{ title }}"
        footnote(document, "{{ note }}")

    names = {"letterhead": "first-page header", "reference": "header", "page": "footer", "note": "footnotes",
             "title": "document properties, title"}  # fmt: skip
    context = {name: "x" for name, where in names.items() if where != part}
    assert refused(draft("x", shaped_by=shape), context).part == part


@pytest.mark.parametrize(
    ("paragraphs", "at", "what"),
    [
        (["a", "{% if x %}"], 2, "cannot be understood"),
        (["a", "b {{ x.y | colour }}"], 2, "No filter named 'colour'"),
        (["{{ x", "}}"], 1, "not closed in the same paragraph"),
        (["a", "{%tr for x in y %}", "{%tr endfor %}"], 2, "must stand in a table row"),
        (["{{ name|safe }}"], 1, "No filter named 'safe'"),
        (["a", "{% autoescape false %}{{ x }}{% endautoescape %}"], 2, "cannot switch escaping off"),
        (["a", "{% include 'b.docx' %}"], 2, "cannot include"),
        (["a", "{% import 'b.docx' as b %}"], 2, "cannot import"),
        (["a", "{{ x y }}"], 2, "cannot be understood"),
    ],
)
def test_a_template_whose_tags_do_not_fit_is_refused_once(paragraphs: list[str], at: int, what: str) -> None:
    with pytest.raises(TemplateFault, match=what) as raised:
        Template.compile(draft(*paragraphs))
    assert raised.value.place is not None
    assert raised.value.place.paragraph == at


def test_a_block_that_begins_inside_a_table_and_ends_outside_is_refused() -> None:
    def shape(document: WordDocument) -> None:
        table(document, ("{% if x %}a",))
        document.add_paragraph("b{% endif %}")

    with pytest.raises(TemplateFault, match="A if begins and ends in different places"):
        Template.compile(draft(shaped_by=shape))


@pytest.mark.parametrize("data", [b"", b"not a zip", draft("x")[:200]])
def test_a_file_that_is_not_a_word_document_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(TemplateFault, match=r"^The template is not a Word document that can be read"):
        Template.compile(data)


def test_a_long_paragraph_is_quoted_in_part() -> None:
    fault = refused(draft("{{ gone }} " + "word " * 100), {})
    assert len(fault.text) > 300
    assert len(str(fault)) < 260


def test_a_tag_that_docxtpl_made_counts_with_the_tag_before_it() -> None:
    template = draft("{{ a }}", "no tag", shaped_by=lambda document: table(document, ("{% vm %}x",)))
    fault = refused(template, {"a": "b"})
    assert (fault.paragraph, fault.field) == (1, "loop")


def test_a_fault_survives_the_way_from_one_process_to_another() -> None:
    fault = refused(draft("{{ gone }}"), {})
    there = pickle.loads(pickle.dumps(fault))  # noqa: S301  our own
    assert (str(there), there.place, there.field, there.reason) == (
        str(fault),
        fault.place,
        "gone",
        "missing",
    )
    with pytest.raises(TemplateFault) as raised:
        Template.compile(draft("{% for x in y %}"))
    again = pickle.loads(pickle.dumps(raised.value))  # noqa: S301  our own
    assert (str(again), again.place) == (str(raised.value), raised.value.place)
