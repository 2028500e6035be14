"""Which fields a template reads, as the letters' contexts name them."""

from __future__ import annotations

import pytest
from docx.document import Document as WordDocument
from word.drafts import draft, footnote, table

from mentor_xl.word.faults import TemplateFault
from mentor_xl.word.fields import FieldUse, fields_of


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("{{ pupil.known_as }}", ["pupil.known_as"]),
        ("{{ reference }}", ["reference"]),
        ('{{ pupil.own["House colour"] }}', ['pupil.own["House colour"]']),
        ("{{ pupil['known_as'] }}", ["pupil.known_as"]),
        ('{{ pupil.own.get("House colour") }}', ['pupil.own["House colour"]']),
        ("{{ targets[0].text }}", ["targets[].text"]),
        (
            "{% for t in targets %}{{ t.target }} {{ loop.index }}{% endfor %}",
            ["targets", "targets[].target"],
        ),
        (
            "{% for t in case.targets %}{% for s in t.steps %}{{ s }}{% endfor %}{% endfor %}",
            ["case.targets", "case.targets[].steps", "case.targets[].steps[]"],
        ),
        (
            "{% for t in targets if t.open %}{{ t.text }}{% else %}{{ none_yet }}{% endfor %}",
            ["targets", "targets[].open", "targets[].text", "none_yet"],
        ),
        ("{% for k, v in pupil.own.items() %}{{ k }}{{ v.x }}{% endfor %}", ["pupil.own", "pupil.own[].x"]),
        ("{% for a, b in pairs %}{{ b.name }}{% endfor %}", ["pairs", "pairs[][].name"]),
        (
            "{% for t in targets|sort(attribute='review.by')|reverse|list %}{{ t.text }}{% endfor %}",
            ["targets", "targets[].review.by", "targets[].text"],
        ),
        ("{{ targets|map(attribute='text')|join(', ') }}", ["targets", "targets[].text"]),
        (
            "{% for x in targets|map(attribute='text') %}{{ x.short }}{% endfor %}",
            ["targets", "targets[].text", "targets[].text.short"],
        ),
        (
            "{{ (targets|selectattr('status', 'equalto', wanted)|first).text }}",
            ["targets[].text", "targets", "targets[].status", "wanted"],
        ),
        (
            (
                "{% for kind, some in targets|groupby('kind') %}{{ kind }}"
                "{% for t in some %}{{ t.text }}{% endfor %}{% endfor %}"
            ),
            ["targets", "targets[].kind", "targets[].text"],
        ),
        (
            "{% if pupil.a and not pupil.b == other.c %}{% elif d is defined %}x{% endif %}",
            ["pupil.a", "pupil.b", "other.c", "d"],
        ),
        (
            "{% set p = pupil.contact %}{{ p.name }}{% set n = p.name|upper %}{{ n }}",
            ["pupil.contact", "pupil.contact.name"],
        ),
        ("{% set words %}{{ inside }}{% endset %}{{ words }}", ["inside"]),
        (
            "{% with c = pupil.contact %}{{ c.name }}{% endwith %}{{ c }}",
            ["pupil.contact", "pupil.contact.name", "c"],
        ),
        (
            (
                "{% macro row(t, n=1) %}{{ t.text }}{{ n }}{{ school }}{% endmacro %}"
                "{% for x in targets %}{{ row(x) }}{% endfor %}"
            ),
            ["targets", "targets[]", "targets[].text", "school"],
        ),
        ("{% macro unused(t) %}{{ t.text }}{{ school }}{% endmacro %}", ["school"]),
        ("{{ born.strftime('%d') ~ range(2)|join }}", ["born"]),
        ("{{ marks[which.one] }}", ["marks[]", "which.one"]),
        ("{{ a if b else c.d }}", ["b", "a", "c.d"]),
        ("{% raw %}{{ not_read }}{% endraw %}{# {{ nor_this }} #}", []),
    ],
)
def test_the_fields_of_a_template(text: str, fields: list[str]) -> None:
    assert sorted({use.field for use in fields_of(draft(text))}) == sorted(fields)


def test_every_use_says_where_it_stands() -> None:
    def shape(document: WordDocument) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ school.name }}"
        loop = (("{%tr for t in targets %}", ""), ("{{ t.text }}", "{{ t.text }}"), ("{%tr endfor %}", ""))
        table(document, *loop)
        footnote(document, "{{ school.name }}")
        document.core_properties.subject = "About {{ kind }}"

    assert fields_of(draft("Dear {{ parent.name }} and {{ parent.name }}", shaped_by=shape)) == (
        FieldUse("parent.name", "body", 1, "Dear {{ parent.name }} and {{ parent.name }}"),
        FieldUse("targets", "body", 2, "{%tr for t in targets %}"),
        FieldUse("targets[].text", "body", 4, "{{ t.text }}"),
        FieldUse("targets[].text", "body", 5, "{{ t.text }}"),
        FieldUse("school.name", "footer", 1, "{{ school.name }}"),
        FieldUse("school.name", "footnotes", 1, "{{ school.name }}"),
        FieldUse("kind", "document properties, subject", None, "About {{ kind }}"),
    )


def test_a_template_that_cannot_be_used_has_no_fields_but_a_fault() -> None:
    with pytest.raises(TemplateFault):
        fields_of(draft("{% for x in y %}"))
