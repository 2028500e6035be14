"""What a letter's file holds: the same bytes for the same input, legal XML, nobody's name beside the text."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docxtpl import Listing, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup
from word.drafts import draft, in_runs, jpeg, parts, png, relations, table, with_part, words

from mentor_xl.errors import MissingHere
from mentor_xl.word.faults import RenderError
from mentor_xl.word.pictures import InsertedDocument, Picture
from mentor_xl.word.render import render, rendered
from mentor_xl.word.template import Template, TemplateCache
from mentor_xl.word.variant import Logo, Variant


def letter(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].text = "{{ ref }}"
    document.core_properties.title = "Letter {{ ref }}"
    document.core_properties.author = "Jo Bloggs"
    document.core_properties.last_modified_by = "Jo Bloggs"
    in_runs(document, "Dear {", "{ name }", "},")
    loop = (("{%tr for t in targets %}", ""), ("{{ t }}", "{{ loop.index }}"), ("{%tr endfor %}", ""))
    table(document, ("a", "b"), *loop)


LETTER = draft(shaped_by=letter)
CONTEXT = {"ref": "MXL/26/abc", "name": "Mr & Mrs “Ng”", "targets": ["one", "two\nlines"]}

IN_A_NEW_PROCESS = """
import sys
from mentor_xl.word.render import render
from mentor_xl.word.template import Template
context = {"ref": "MXL/26/abc", "name": "Mr & Mrs “Ng”", "targets": ["one", "two\\nlines"]}
sys.stdout.buffer.write(render(Template.compile(sys.stdin.buffer.read()), context))
"""

NEEDED_BY_A_COMPILED_TEMPLATE = """
import sys
import mentor_xl.word.render, mentor_xl.word.template, mentor_xl.word.variant, mentor_xl.word.fields
slow = {"docx", "docxtpl", "lxml", "openpyxl", "pydantic"}
print(sorted({name.partition(".")[0] for name in sys.modules} & slow))
"""


def python(program: str, data: bytes = b"") -> bytes:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", program]
    return subprocess.run(command, input=data, capture_output=True, check=True, cwd=root).stdout


def test_the_same_letter_has_the_same_bytes_every_time_and_in_every_process() -> None:
    once = render(Template.compile(LETTER), CONTEXT)
    assert once == render(Template.compile(LETTER), CONTEXT)
    assert once == python(IN_A_NEW_PROCESS, LETTER)


def test_no_letter_shows_in_the_one_after_it() -> None:
    template = Template.compile(LETTER)
    first = render(template, CONTEXT)
    render(template, {**CONTEXT, "name": "Somebody Else", "targets": []})
    assert render(template, CONTEXT) == first


def test_rendering_a_compiled_template_imports_neither_docxtpl_nor_lxml() -> None:
    assert python(NEEDED_BY_A_COMPILED_TEMPLATE).strip() == b"[]"


def test_every_part_opens_and_every_date_is_fixed() -> None:
    made = render(Template.compile(LETTER), CONTEXT)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
        assert len(set(package.namelist())) == len(package.namelist())
    for name, data in parts(made).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
    opened = Document(io.BytesIO(made))
    assert opened.paragraphs[0].text == "Dear Mr & Mrs “Ng”,"
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == [
        ["a", "b"], ["one", "1"], ["two\nlines", "2"],
    ]  # fmt: skip


def test_the_properties_keep_the_title_and_forget_who_wrote_the_template() -> None:
    made = render(Template.compile(LETTER), CONTEXT)
    shown = Document(io.BytesIO(made)).core_properties
    assert (shown.title, shown.author, shown.last_modified_by) == ("Letter MXL/26/abc", "Mentor XL", "")
    assert shown.created is not None
    assert shown.created.year == 1980
    assert not any(b"Bloggs" in data for data in parts(made).values())


def test_a_title_is_escaped_once() -> None:
    template = draft("x", shaped_by=lambda d: setattr(d.core_properties, "title", "A & {{ b }}"))
    made = render(Template.compile(template), {"b": "<c> & d"})
    assert Document(io.BytesIO(made)).core_properties.title == "A & <c> & d"


def test_other_peoples_properties_and_the_thumbnail_are_left_out() -> None:
    named = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
    template = draft("x")
    before = parts(template)
    assert "docProps/thumbnail.jpeg" in before
    relation = (
        b'<Relationship Id="rId99" Target="docProps/custom.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/custom-properties"/></Relationships>'
    )
    kind = (
        b'<Override PartName="/docProps/custom.xml" ContentType="application/vnd.'
        b'openxmlformats-officedocument.custom-properties+xml"/></Types>'
    )
    labelled = with_part(
        template,
        {
            "docProps/custom.xml": named,
            "_rels/.rels": before["_rels/.rels"].replace(b"</Relationships>", relation),
            "[Content_Types].xml": before["[Content_Types].xml"].replace(b"</Types>", kind),
        },
    )
    after = parts(render(Template.compile(labelled), {}))
    assert not {"docProps/custom.xml", "docProps/thumbnail.jpeg"} & after.keys()
    assert b"custom.xml" not in after["[Content_Types].xml"] + after["_rels/.rels"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_gives_a_file_that_opens_and_loses_only_what_xml_forbids(text: str) -> None:
    made = render(TEXTS, {"a": text})
    forbidden = {*map(chr, range(32)), "\ud800", "\ufffe", "\uffff"} - {"\n", "\t"}
    plain = "".join(
        each for each in text.replace("\r\n", "\n").replace("\r", "\n")
        if each not in forbidden and not "\ud800" <= each <= "\udfff"
    )  # fmt: skip
    assert words(made) == [f"<{plain}>"]


TEXTS = Template.compile(draft("<{{ a }}>"))


@pytest.mark.parametrize("text", ["a\ab", "a\fb", "a\x0bb", "a\x00b", "a\ud83db", "a\uffffb"])
def test_a_cell_cannot_bring_a_new_page_or_an_illegal_character(text: str) -> None:
    assert words(render(TEXTS, {"a": text})) == ["<ab>"]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_is_one_line_break(ends: str) -> None:
    made = parts(render(TEXTS, {"a": f"one{ends}two"}))["word/document.xml"]
    assert made.count(b"<w:br/>") == 1
    assert b"\r" not in made


def test_a_listing_may_begin_a_new_paragraph() -> None:
    assert words(render(TEXTS, {"a": Listing("one\atwo\x00")})) == ["<one", "two>"]


def test_braces_in_a_value_stay_as_they_were_typed() -> None:
    typed = "{{ pupil.name }} {_{ x }_} {% if %}"
    assert words(render(TEXTS, {"a": typed})) == [f"<{typed}>"]


def test_a_value_cannot_become_xml() -> None:
    assert words(render(TEXTS, {"a": "</w:t><w:br/>&amp;"})) == ["<</w:t><w:br/>&amp;>"]


def test_a_key_wins_over_a_method_of_the_same_name() -> None:
    template = Template.compile(draft("{% for i in review.items %}{{ i }}{% endfor %}{{ review.copy }}"))
    assert words(render(template, {"review": {"items": ["a", "b"], "copy": "c"}})) == ["abc"]


def test_a_picture_has_its_alt_text_its_size_and_one_file_however_often_it_is_shown() -> None:
    picture = Picture(png(40, 20), width_mm=30, description='A "bar" chart & more')
    made = render(Template.compile(draft("{{ p }}", "{{ p }}")), {"p": picture})
    shapes = Document(io.BytesIO(made)).inline_shapes
    assert [(shape.width, shape.height) for shape in shapes] == [(1_080_000, 540_000)] * 2
    xml = parts(made)["word/document.xml"].decode()
    assert xml.count('descr="A &quot;bar&quot; chart &amp; more"') == 2
    assert 'id="1001"' in xml
    assert 'id="1002"' in xml
    assert [name for name in parts(made) if name.startswith("word/media/")] == ["word/media/image1.png"]


def test_a_jpeg_is_shown_too() -> None:
    made = render(Template.compile(draft("{{ p }}")), {"p": Picture(jpeg(30, 10), height_mm=5)})
    assert "media/image1.jpeg" in relations(made, "word/document.xml").values()


def test_a_picture_of_another_kind_is_refused_with_its_place() -> None:
    with pytest.raises(RenderError, match="not a PNG or JPEG file") as raised:
        render(Template.compile(draft("x", "{{ p }}")), {"p": Picture(b"GIF89a....")})
    assert (raised.value.field, raised.value.paragraph) == ("p", 2)


def test_parts_can_be_replaced_for_one_letter() -> None:
    template = Template.compile(LETTER)
    plain = render(template, CONTEXT)
    changed = render(template, CONTEXT, replaced={"word/webSettings.xml": b"<x/>"})
    assert parts(changed) == {**parts(plain), "word/webSettings.xml": b"<x/>"}
    assert render(template, CONTEXT) == plain


def test_an_inserted_document_goes_through_docxtpl_and_says_so() -> None:
    pytest.importorskip("docxcompose", reason="docxtpl inserts documents with docxcompose")
    template = Template.compile(draft("Dear {{ name }}", "{{p other }}", shaped_by=letter))
    made = rendered(template, {**CONTEXT, "other": InsertedDocument(draft("Inserted"))})
    assert made.rendered_by == "docxtpl"
    assert words(made.data)[:2] == ["Dear Mr & Mrs “Ng”", "Inserted"]
    again = rendered(template, {**CONTEXT, "other": InsertedDocument(draft("Inserted"))})
    assert again.data == made.data


def test_without_docxcompose_an_inserted_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl.subdoc", None)
    with pytest.raises(MissingHere, match="needs docxcompose"):
        render(Template.compile(draft("{{p other }}")), {"other": InsertedDocument(draft("Inserted"))})


def test_a_fault_beside_an_inserted_document_is_found_with_its_place() -> None:
    with pytest.raises(RenderError) as raised:
        render(Template.compile(draft("{{p other }}", "{{ gone }}")), {"other": InsertedDocument(draft("x"))})
    assert (raised.value.field, raised.value.paragraph) == ("gone", 2)


def test_a_cache_gives_back_the_same_template_and_forgets_the_one_not_used_for_longest() -> None:
    cache = TemplateCache(limit=2)
    first, second, third = (draft(text) for text in ("one", "two", "three"))
    kept = Template.compile(first, cache=cache)
    Template.compile(second, cache=cache)
    assert Template.compile(first, cache=cache) is kept
    Template.compile(third, cache=cache)
    assert len(cache) == 2
    assert Template.compile(first, cache=cache) is kept
    assert Template.compile(second, cache=cache) is not None


def test_a_cache_tells_variants_of_one_template_apart() -> None:
    cache = TemplateCache()
    large = Variant(font_scale=1.5)
    with_logo = Variant(logo=Logo.of(png()))
    asked = (Variant(), large, with_logo, large)
    made = [Template.compile(LETTER, variant=variant, cache=cache) for variant in asked]
    assert made[1] is made[3]
    assert len({template.key for template in made}) == 3


def test_a_store_behind_the_cache_outlives_it() -> None:
    class Shelf:
        def __init__(self) -> None:
            self.kept: dict[str, Template] = {}

        def load(self, key: str) -> Template | None:
            return self.kept.get(key)

        def save(self, template: Template) -> None:
            self.kept[template.key] = template

    shelf = Shelf()
    made = Template.compile(LETTER, cache=TemplateCache(store=shelf))
    assert Template.compile(LETTER, cache=TemplateCache(store=shelf)) is made


def test_a_cache_keeps_at_least_one_template() -> None:
    with pytest.raises(ValueError, match="at least one"):
        TemplateCache(limit=0)


def test_rich_text_with_a_link_of_another_document_is_refused() -> None:
    linked = RichText("ring us", url_id="rId7")
    with pytest.raises(RenderError, match="cannot be printed") as raised:
        render(Template.compile(draft("x", "{{r linked }}")), {"linked": linked})
    assert (raised.value.field, raised.value.paragraph) == ("linked", 2)


@pytest.mark.parametrize(
    "value",
    [Decimal("1.50"), date(2026, 9, 14), time(8, 30), 2.5, -3, Markup("&amp;")],
)
def test_numbers_dates_and_markup_are_printed_as_they_are(value: object) -> None:
    made = parts(render(TEXTS, {"a": value}))["word/document.xml"].decode()
    assert f"&lt;{value}&gt;" in made


@pytest.mark.parametrize("value", [True, ["a"], {"a": 1}, object(), b"a"])
def test_what_is_neither_words_nor_a_number_is_refused(value: object) -> None:
    with pytest.raises(RenderError, match="cannot be printed"):
        render(TEXTS, {"a": value})


def test_words_of_a_list_of_words_are_escaped_like_any_other() -> None:
    class Kind(StrEnum):
        BOTH = "<a> & b"

    assert words(render(TEXTS, {"a": Kind.BOTH})) == ["<<a> & b>"]


def test_what_a_macro_or_a_block_printed_is_not_escaped_again() -> None:
    said = "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(a) }} {% set b %}{{ a }}{% endset %}{{ b }} {{ a|e }}"
    assert words(render(Template.compile(draft(said)), {"a": "<&>"})) == ["[<&>] <&> <&>"]
