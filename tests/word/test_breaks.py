"""Line ends and tabs in a rendered part, written as Word wants them."""

from __future__ import annotations

import pytest

from mentor_xl.word.breaks import has_break, with_breaks

BOLD = "<w:rPr><w:b/></w:rPr>"
CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'
TEXT = '<w:t xml:space="preserve">'


def paragraph(text: str, *, properties: str = CENTRED, run: str = BOLD) -> str:
    return f'<w:p w:rsidR="1">{properties}<w:r w:rsidR="2">{run}{TEXT}{text}</w:t></w:r></w:p>'


@pytest.mark.parametrize("nest", [True, False])
@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", f"a</w:t><w:br/>{TEXT}b"),
        ("a\tb", f"a</w:t></w:r><w:r>{BOLD}<w:tab/></w:r><w:r>{BOLD}{TEXT}b"),
        ("a\ab", f"a</w:t></w:r></w:p><w:p>{CENTRED}<w:r>{BOLD}{TEXT}b"),
        (
            "a\fb",
            f'a</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>{CENTRED}<w:r>{BOLD}{TEXT}b',
        ),
    ],
)
def test_a_break_keeps_the_look_of_its_paragraph_and_run(text: str, written: str, nest: bool) -> None:
    before, after = paragraph("before", properties=""), paragraph("after", run="")
    xml = (before + paragraph(text) + after).encode()
    expected = before + paragraph("#").replace("#", written) + after
    assert with_breaks(xml, paragraphs_nest=nest).decode() == expected


def test_a_text_box_does_not_lend_its_look_to_the_paragraph_around_it() -> None:
    box = f"<w:r><w:txbxContent>{paragraph('in')}</w:txbxContent></w:r>"
    xml = f"<w:p>{box}<w:r><w:t>x\ty</w:t></w:r></w:p>".encode()
    written = with_breaks(xml, paragraphs_nest=True).decode()
    assert written.endswith(f"<w:r><w:t>x</w:t></w:r><w:r><w:tab/></w:r><w:r>{TEXT}y</w:t></w:r></w:p>")


@pytest.mark.parametrize("nest", [True, False])
def test_space_between_elements_and_in_attributes_stays(nest: bool) -> None:
    xml = b'<w:body>\n  <w:p>\n\t<w:r w:x="a\tb">\n<w:t>c</w:t>\n<w:tab/></w:r>\n</w:p>\n<w:p/>\n</w:body>'
    assert with_breaks(xml, paragraphs_nest=nest) == xml


def test_a_break_that_means_nothing_where_it_stands_does_not_reach_the_file() -> None:
    assert with_breaks(b'<w:shd w:fill="F\x07F\x0c"/>', paragraphs_nest=False) == b'<w:shd w:fill="FF"/>'


@pytest.mark.parametrize(
    ("xml", "has"), [(b"a b", False), (b"a\nb", True), (b"\t", True), (b"\a", True), (b"\f", True)]
)
def test_most_letters_have_no_break_at_all(xml: bytes, has: bool) -> None:
    assert has_break(xml) is has
