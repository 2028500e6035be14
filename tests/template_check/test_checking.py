"""Are faults told at their place, all at once, in order, and is nothing said of a template that will do?"""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from template_check.sketches import SHIPPED, codes_in, drawn, file_of, findings_in
from word.drafts import letterhead, saved, with_part

from mentor_xl.problems import Severity
from mentor_xl.template_check import (
    Finding,
    check_template,
    errors_in,
    installed_fonts,
    look_over,
    template_file,
)
from mentor_xl.word.faults import TemplateFault
from mentor_xl.word.fields import fields_of
from mentor_xl.word.parts import unzipped, zipped

LETTERS = Path(__file__).parents[2] / "letter_templates"


CANNOT_BE_READ = "The template is not a Word document that can be read."
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
NO_PACKAGE = zipped({"readme.txt": b"hello"})
WORKBOOK = (Path(__file__).parents[2] / "workbook_templates" / "example_caseload.xlsx").read_bytes()
CUT_SHORT = with_part(drawn("x"), {"word/document.xml": b"<w:document"})


def _the(code: str, sketch: str) -> Finding:
    (finding,) = (one for one in findings_in(sketch) if one.code == code)
    return finding


def _places(sketch: str) -> list[tuple[str, str]]:
    return [(one.code, str(one.spot)) for one in findings_in(sketch) if one.severity is Severity.ERROR]


# -- shipped ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_template_has_no_error_and_no_query(name: str) -> None:
    found = check_template(file_of(name), (LETTERS / name).read_bytes(), frozenset({"arial"}))
    assert [str(one) for one in found if one.needs_a_look] == []


# -- places ------------------------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_with_its_place() -> None:
    assert _places(
        "Dear {{ pupil.knwon_as }} ¶ [row] a | {{ reply_bye }} ¶ {% if x ¶ {{ pupil.upn }} ¶ "
        "[header] {{ schol }}"
    ) == [
        ("unknown-field", "body, paragraph 1"),
        ("unknown-field", "body, paragraph 3"),
        ("tag-not-closed", "body, paragraph 4"),
        ("not-released", "body, paragraph 5"),
        ("unknown-field", "header, paragraph 1"),
    ]


def test_a_finding_quotes_its_paragraph_and_cuts_a_long_one() -> None:
    finding = _the("unknown-field", f"{{{{ reply_bye }}}} {'word ' * 40}")
    assert finding.spot.excerpt.startswith("{{ reply_bye }} word")
    assert finding.spot.excerpt.endswith("…")
    assert len(finding.spot.excerpt) == 80


def test_parts_are_called_as_the_faults_of_writing_call_them() -> None:
    document = Document()
    letterhead(document)
    document.sections[0].first_page_header.add_paragraph("{{ schol.name }}")
    found = check_template(file_of("consent.docx"), saved(document))
    assert "first-page header, paragraph 2" in {str(one.spot) for one in found if one.code == "unknown-field"}


def test_fields_are_checked_even_where_other_tags_are_broken() -> None:
    assert {"unknown-field", "block-not-closed", "tag-not-understood"} <= codes_in(
        "{% if reply_by %} ¶ {{ a b }} ¶ {% for one in signers %}{{ one.name }}"
    )


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("{{ pupil.knwon_as }}", "pupil.known_as"),
        ("{{ Pupil.known_as }}", "pupil.known_as"),
        ("{{ known_as }}", "pupil.known_as"),
        ("{{ salutation }}", "recipient.salutation"),
        ("{{ school.nmae }}", "school.name"),
        ("{{ replyby }}", "reply_by"),
    ],
)
def test_the_nearest_field_is_named(wrong: str, meant: str) -> None:
    assert _the("unknown-field", wrong).fix == f"Did you mean “{meant}”?"


def test_inside_a_loop_the_nearest_is_named_as_the_loop_has_it() -> None:
    finding = _the("unknown-field", "review-outcome.docx: {% for t in targets %}{{ t.taget }}{% endfor %}")
    assert finding.what == "targets[] has no field “taget”."
    assert finding.fix == "Did you mean “target”?"


def test_a_field_that_only_another_edition_has_is_not_there() -> None:
    assert "unknown-field" in codes_in("progress-report.parent.docx: {{ case.tier }}")
    assert "unknown-field" not in codes_in("progress-report.leader.docx: {{ case.tier }}")


def test_where_one_file_serves_two_readers_the_one_who_lacks_a_field_is_named() -> None:
    both = template_file(Path("progress-report.docx"), [])
    found = check_template(both, drawn("{{ case.tier }} {{ pupil.notes }}"))
    assert {one.code: one.what for one in found if one.needs_a_look} == {
        "unknown-field": "This letter has no field “case” in the edition for: parent.",
        "not-released": "pupil.notes may not be told to parents.",
    }


def test_a_misspelt_filter_is_named() -> None:
    finding = _the("tag-not-understood", "{{ pupil.known_as|uper }}")
    assert "There is no filter called “uper”. Did you mean “upper”?" in finding.what


# -- language ------------------------------------------------------------------------------------------------


def _in_languages(usual: str, *of_runs: str) -> set[str]:
    """What is said of the language of a paragraph whose runs name these; empty: a run that names none."""
    document = Document(io.BytesIO(drawn(f"[language {usual}] x")))
    paragraph = document.paragraphs[0]
    paragraph.clear()
    for language in of_runs:
        run = paragraph.add_run("words ")
        if language:
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), language)
            run._r.get_or_add_rPr().append(mark)
    found = check_template(file_of("consent.docx"), saved(document))
    return {f"{one.code}: {one.spot}" for one in found if "language" in one.code}


def test_the_usual_language_matters_only_where_words_rely_on_it() -> None:
    assert _in_languages("en-US", "en-GB", "") == {"other-language: whole document"}
    assert _in_languages("none", "en-GB", "") == {"no-language: whole document"}
    assert _in_languages("en-US", "en-GB", "cy-GB") == set()
    assert _in_languages("none", "en-GB") == set()


def test_a_run_in_another_language_is_found_at_its_paragraph() -> None:
    assert _in_languages("en-GB", "", "fr-FR") == {"other-language: body, paragraph 1"}


# -- not Word, or not to be used ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (b"", CANNOT_BE_READ),
        (b"hello", CANNOT_BE_READ),
        (OLD_WORD, "The template is an old .doc file or has a password."),
        (CUT_SHORT, CANNOT_BE_READ),
        (NO_PACKAGE, CANNOT_BE_READ),
        (WORKBOOK, CANNOT_BE_READ),
    ],
)
def test_what_is_no_word_document_has_that_one_finding(source: bytes, what: str) -> None:
    looked = look_over(file_of("consent.docx"), source)
    assert not looked.is_word
    (finding,) = looked.findings
    assert (finding.code, finding.what) == ("not-a-word-document", what)
    with pytest.raises(TemplateFault):
        check_template(file_of("consent.docx"), source)


def test_a_block_across_a_tables_edge_is_found_when_all_else_is_in_order() -> None:
    found = findings_in("{% if reply_by %} ¶ [row] {% endif %} | x")
    assert [one.code for one in found if one.needs_a_look] == ["template-fault"]


def test_only_errors_stop_a_schools_own_template() -> None:
    source = drawn("[picture] Our number: {{ pupil.upn }} CAMHS")
    assert {one.code for one in errors_in(file_of("consent.docx"), source)} == {"not-released"}
    assert errors_in(file_of("consent.docx"), drawn("[picture] CAMHS")) == ()


def test_a_finding_as_a_sentence_has_file_place_fault_and_what_to_do() -> None:
    (finding,) = errors_in(file_of("consent.docx"), drawn("{{ pupil.knwon_as }}"))
    assert str(finding) == (
        "consent.docx (body, paragraph 1): pupil has no field “knwon_as”. Did you mean “pupil.known_as”?"
    )


def test_the_fonts_of_this_machine_do_not_stop_a_check() -> None:
    found = check_template(file_of("consent.docx"), drawn("Dear parents"), installed_fonts())
    assert "font-missing" not in {one.code for one in found}


CONSENT = (LETTERS / "consent.docx").read_bytes()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_is_answered_and_never_breaks_the_check(data: st.DataObject) -> None:
    damaged = bytearray(CONSENT)
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    looked = look_over(file_of("consent.docx"), bytes(damaged))
    assert looked.is_word or len(looked.findings) == 1


@pytest.mark.parametrize("part", sorted(unzipped(CONSENT)))
def test_a_file_that_lacks_a_part_is_answered(part: str) -> None:
    entries = unzipped(CONSENT)
    del entries[part]
    looked = look_over(file_of("consent.docx"), zipped(entries))
    assert looked.is_word or len(looked.findings) == 1


@pytest.mark.parametrize(
    ("part", "size"),
    [("word/media/big.png", 31_000_000), ("word/document.xml", 2_100_000), ("x.rels", 2_100_000)],
)
def test_a_file_that_unpacks_to_more_than_a_letter_needs_is_not_unpacked(part: str, size: int) -> None:
    looked = look_over(file_of("consent.docx"), zipped({**unzipped(CONSENT), part: bytes(size)}))
    (finding,) = looked.findings
    assert "make its pictures smaller" in str(finding)


# -- whatever is typed -------------------------------------------------------------------------------------

TYPED = st.lists(
    st.sampled_from(
        [
            "{{", "}}", "{%", "%}", "{{ pupil.known_as }}", "{% if reply_by %}", "{% else %}", "{% endif %}",
            "{%p for s in signers %}", "{%p endfor %}", "{% elif signers %}", "{% set a = 1 %}",
            "{% set a %}", "{% endset %}", "{%tr if a %}", "{{ s|upper }}", "{# x #}", "{% raw %}",
            "{% endraw %}", "{{ }}",
            "{% macro m(a) %}", "{% endmacro %}", "{{ m(1) }}", "{% vm %}", "{% cellbg a %}", "word", " ¶ ",
            "{{ signers[0] }}", "{% 1 %}", "{{ 'a' ~ \"b\" }}", "\u200b", "“", "{%- if a -%}",
        ]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(TYPED)
def test_whatever_is_typed_is_answered_and_never_passed_if_it_cannot_be_used(typed: list[str]) -> None:
    source = drawn("".join(typed))
    errors = errors_in(file_of("consent.docx"), source)
    try:
        fields_of(source)
    except TemplateFault:
        assert errors


# -- the guide ----------------------------------------------------------------------------------------------


def test_what_the_guide_shows_can_be_used_as_it_stands() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
    by_hand = guide.partition("<!-- made")[0]
    found_in = re.findall(r"`([^`\n]*\{[^`\n]*)`|^(.*\{%p .*)$", by_hand, re.MULTILINE)
    shown = [one for pair in found_in for one in pair]
    paragraphs = [f"[row] {one}" if "{%tr" in one or "target." in one else one for one in shown if one]
    assert len(paragraphs) >= 8
    found = findings_in(f"review-outcome.docx: {' ¶ '.join(paragraphs)}")
    assert [str(one) for one in found if one.needs_a_look] == []
