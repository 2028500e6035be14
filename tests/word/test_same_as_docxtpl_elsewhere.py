"""docxtpl as the judge once more: of what stands beside the plain text, of rarer parts and odd characters."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docxtpl import InlineImage, Listing, RichText
from word.drafts import draft, footnote, png, table
from word.judge import Case, assert_docxtpl_agrees, case

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

TEXT_BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>{{ boxed }}</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
CONTENT_CONTROL = (
    f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val='Name'/><w:text/></w:sdtPr><w:sdtContent>"
    "<w:p><w:r><w:t>Control: {{ name }}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
FIELD = (
    f"<w:p {nsdecls('w', 'r')}><w:hyperlink w:anchor='here' w:tooltip='{{{{ name }}}}'>"
    "<w:r><w:t>ring {{ name }}</w:t></w:r></w:hyperlink>"
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    "<w:r><w:instrText xml:space='preserve'> HYPERLINK \"https://example.org/{{ ref }}\" </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{{ ref }}</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    "<w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>"
)


def part_of_its_own(kind: str) -> Any:
    """A document with another part of text, in which docxtpl does not look: endnotes, comments."""

    def shape(document: WordDocument) -> None:
        one = kind.rstrip("s")
        blob = (
            f"<w:{kind} {nsdecls('w')}><w:{one} w:id='2'><w:p><w:r><w:t>{{{{ name }}}} &amp; {kind}</w:t>"
            f"</w:r></w:p></w:{one}></w:{kind}>"
        ).encode()
        part = Part(PackURI(f"/word/{kind}.xml"), f"{TYPE}.{kind}+xml", blob, document.part.package)
        document.part.relate_to(part, f"{RELATION}/{kind}")

    return shape


def every_running_head(document: WordDocument) -> None:
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    heads = (section.header, section.even_page_header, section.first_page_header)
    feet = (section.footer, section.even_page_footer, section.first_page_footer)
    for number, place in enumerate((*heads, *feet)):
        place.paragraphs[0].text = f"{number}: {{{{ name }}}}\tand {{% if ref %}}{{{{ ref }}}}{{% endif %}}"
        place.add_paragraph("{%p for t in targets %}")
        place.add_paragraph("{{ t.text }}")
        place.add_paragraph("{%p endfor %}")
    second = document.add_section()
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Second section of {{ name }}"


def in_the_header(text: str) -> Any:
    def shape(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = text
        document.sections[0].footer.paragraphs[0].text = text

    return shape


def raw(*xml: str) -> Any:
    """Paragraphs, or what stands in their place, as XML."""

    def shape(document: WordDocument) -> None:
        for each in xml:
            document.element.body.insert(0, parse_xml(each))

    return shape


def text_box(document: WordDocument) -> None:
    words = "<w:r><w:t>around {{ name }}</w:t></w:r>"
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{TEXT_BOX}{words}</w:p>"))


def nested_loops(document: WordDocument) -> None:
    """Rows in rows, and in the cells of each another table with rows."""
    listed = "{% for t in g.targets %}{{ t.text }}{% if not loop.last %}, {% endif %}{% endfor %}"
    table(
        document,
        ("{%tr for g in groups %}", ""),
        ("{{ g.name }}", listed),
        ("{%tr for t in g.targets %}", ""),
        ("{{ loop.index }}", "{{ t.text }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    )
    outer = document.add_table(rows=3, cols=1)
    outer.rows[0].cells[0].text = "{%tr for g in groups %}"
    inner = outer.rows[1].cells[0].add_table(rows=3, cols=2)
    rows = (("{%tr for t in g.targets %}", ""), ("{{ t.no }}", "{{ t.text }}"), ("{%tr endfor %}", ""))
    for row, texts in zip(inner.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    outer.rows[2].cells[0].text = "{%tr endfor %}"


def spans(document: WordDocument) -> None:
    table(document, ("{% colspan width %}{{ name }}", "second", "third"), ("a", "b", "c"))


def horizontally_merged(document: WordDocument) -> None:
    table(
        document,
        ("{%tc for t in targets %}", "{% hm %}Targets", "{%tc endfor %}"),
        ("{%tc for t in targets %}", "{{ t.text }}", "{%tc endfor %}"),
    )


def shaded(document: WordDocument) -> None:
    table(
        document,
        ("{%tr for t in targets %}", ""),
        ("{% cellbg t.colour %}{{ t.no }}", "{% vm %}{{ name }}"),
        ("{%tr endfor %}", ""),
    )


def conditional_rows(document: WordDocument) -> None:
    table(
        document,
        ("{%tr if ref %}", ""),
        ("with", "{{ ref }}"),
        ("{%tr else %}", ""),
        ("without", ""),
        ("{%tr endif %}", ""),
        ("{%tr if nothing %}", ""),
        ("never", "seen"),
        ("{%tr endif %}", ""),
    )


def pictures_table(document: WordDocument) -> None:
    table(document, ("{%tr for p in ps %}", ""), ("{{ p }}", "x"), ("{%tr endfor %}", ""))


def links_in_macros(document: WordDocument) -> None:
    relation = document.part.relate_to("https://example.org/", f"{RELATION}/hyperlink", is_external=True)
    link = (
        f"<w:p {nsdecls('w', 'r')}><w:r><w:t>see </w:t></w:r><w:hyperlink r:id='{relation}'>"
        "<w:r><w:t>{{ name }}</w:t></w:r></w:hyperlink></w:p>"
    )
    for before, after in (("{%p macro see() %}", "{%p endmacro %}"), ("{%p set seen %}", "{%p endset %}")):
        document.add_paragraph(before)
        document.element.body.insert(-1, parse_xml(link))
        document.add_paragraph(after)
    document.add_paragraph("{{p see() }}")
    document.add_paragraph("{{p seen }}")


def remarks(document: WordDocument) -> None:
    document.add_paragraph("one {# a remark #}two")
    document.add_paragraph("{#p a paragraph that is a remark #}")
    table(document, ("{#tr a row that is one #}", ""), ("a", "b"))


TARGETS = [
    {"no": 1, "text": "Say hello", "colour": "FFF1CC"},
    {"no": 2, "text": "Ask & answer <twice>", "colour": "DDEBF7"},
]
NAMED = {"name": "Zoë O’Neil & sons", "ref": "MXL/26/x", "targets": TARGETS}
RICH = RichText("bold ", bold=True)
RICH.add("& <italic>\nnext\tstop", italic=True, font="Arial", underline="single", strike=True)


def picture(tpl: Any, **size: Any) -> InlineImage:
    return InlineImage(tpl, io.BytesIO(png(40, 20)), **size)


CASES = [
    case("endnotes", draft("{{ name }}", shaped_by=part_of_its_own("endnotes")), **NAMED),
    case("comments", draft("{{ name }}", shaped_by=part_of_its_own("comments")), **NAMED),
    case("even, first and second sections", draft(shaped_by=every_running_head), **NAMED),
    # No line end in the text around a box: docxtpl leaves it raw there, we write it as anywhere else.
    case("text box", draft("after {{ name }}", shaped_by=text_box), boxed="in\nthe\tbox", name="a & b"),
    case("content controls", draft("x", shaped_by=raw(CONTENT_CONTROL)), **NAMED),
    case("links and fields", draft("x", shaped_by=raw(FIELD)), name="Ms & Mr <X>", ref="a\nb"),
    case(
        "tables in tables in loops",
        draft(shaped_by=nested_loops),
        groups=[{"name": "A", "targets": TARGETS}, {"name": "B", "targets": []}],
    ),
    case("spans that are computed", draft(shaped_by=spans), width=2, **NAMED),
    case("cells merged across a loop", draft(shaped_by=horizontally_merged), **NAMED),
    case("merged and shaded in a loop", draft(shaped_by=shaded), **NAMED),
    case("rows that are left out", draft(shaped_by=conditional_rows), nothing="", ref="x"),
    case("rows that are left out, the other way", draft(shaped_by=conditional_rows), nothing=1, ref=""),
    case("links in macros and blocks", draft("x", shaped_by=links_in_macros), **NAMED),
    case("remarks", draft(shaped_by=remarks)),
    case("rich text in headers", draft("x", shaped_by=in_the_header("a {{r rich }} b")), rich=RICH),
    case("rich text in a table", draft(shaped_by=lambda d: table(d, ("{{r rich }}", "b"))), rich=RICH),
    case("rich text in runs", draft("a {%r if rich %}{{r rich }}{%r endif %} b"), rich=RICH),
    case("listings in headers", draft("x", shaped_by=in_the_header("{{ l }}")), l=Listing("a\nb\ac\td\fe")),
    case("listings in a table", draft(shaped_by=lambda d: table(d, ("{{ l }}", "b"))), l=Listing("a\nb\ac")),
    case("breaks in headers", draft("x", shaped_by=in_the_header("1{{ name }}2")), name="a\n\tb"),
    case("breaks in footnotes", draft(shaped_by=lambda d: footnote(d, "{{ name }} x")), name="a\nb\tc"),
    case("beyond the first plane", draft("{{ a }}{{ b }}"), a="😀👩🏽‍🏫𝒳", b="🇬🇧\u200d\ufe0f"),
    case("right to left and combined", draft("{{ a }} {{ b }}"), a="\u202bשלום\u202c", b="e\u0301 \u2028 x"),
    case("printable characters", draft("{{ a }}"), a="".join(map(chr, (*range(32, 127), *range(160, 592))))),
    case("spaces at the ends", draft("{{ a }}", "x{{ a }}y"), a="  two  "),
    case("nothing between", draft("{{ a }}{{ a }}", "{{ a }}"), a=""),
    case("long text", draft("{{ a }}", "{{ b }}"), a="long & longer " * 6000, b="x"),
    Case(
        "pictures in a header and the body",
        draft("{{ p }}", shaped_by=in_the_header("{{ p }}{{ q }}")),
        lambda tpl: {"p": picture(tpl, width=Mm(20)), "q": picture(tpl, height=Mm(5))},
    ),
    Case(
        "pictures in a loop in a table",
        draft(shaped_by=pictures_table),
        lambda tpl: {"ps": [picture(tpl, width=Mm(n)) for n in (10, 20)]},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_part_is_what_docxtpl_writes(case: Case) -> None:
    assert_docxtpl_agrees(case)
