"""Large print and the school's logo, worked into a template before it is compiled."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from word.drafts import draft, jpeg, letterhead, parts, png, relations, saved

from mentor_xl.word.faults import PictureRefused
from mentor_xl.word.render import render
from mentor_xl.word.restyle import restyled
from mentor_xl.word.template import Template
from mentor_xl.word.variant import PLAIN, Logo, Variant

LARGE_PRINT = Variant(font_scale=1.5)


def sized(document: WordDocument) -> None:
    styles = document.styles
    styles["Normal"].font.size = Pt(12)
    window = styles.add_style("Window address", WD_STYLE_TYPE.PARAGRAPH)
    window.base_style = styles["Normal"]
    styles.add_style("Letterhead school", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(15)
    styles.add_style("Window mark", WD_STYLE_TYPE.CHARACTER)
    styles.add_style("Quiet", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)
    document.sections[0].header.paragraphs[0].add_run("head").font.size = Pt(8)
    document.add_paragraph("in the window", style="Window address").add_run("x").font.size = Pt(10)
    document.add_paragraph("said").add_run("direct").font.size = Pt(10.5)


def large(template: bytes) -> WordDocument:
    return Document(io.BytesIO(render(Template.compile(template, variant=LARGE_PRINT), {})))


def test_large_print_multiplies_styles_and_direct_sizes() -> None:
    document = large(draft(shaped_by=sized))
    assert document.styles["Normal"].font.size == Pt(18)
    assert document.styles["Quiet"].font.size == Pt(13.5)
    assert document.paragraphs[1].runs[1].font.size == Pt(16)  # 15.75, to the half point


def test_large_print_leaves_header_letterhead_and_window_as_they_are() -> None:
    document = large(draft(shaped_by=sized))
    assert document.styles["Letterhead school"].font.size == Pt(15)
    assert document.styles["Window address"].font.size == Pt(12)  # what it inherited before Normal grew
    assert document.styles["Window mark"].font.size is None  # a mark takes the size of what it marks
    assert document.paragraphs[0].runs[1].font.size == Pt(10)
    assert document.sections[0].header.paragraphs[0].runs[0].font.size == Pt(8)


def test_a_template_that_says_no_size_grows_from_words_own_ten_points() -> None:
    def shape(document: WordDocument) -> None:
        for size in list(document.styles.element.iter(qn("w:sz"), qn("w:szCs"))):
            size.getparent().remove(size)

    defaults = large(draft("x", shaped_by=shape)).styles.element.find(qn("w:docDefaults"))
    assert [size.get(qn("w:val")) for size in defaults.iter(qn("w:sz"))] == ["30"]
    names = [child.tag.partition("}")[2] for child in defaults.find(f".//{qn('w:rPr')}")]
    assert names.index("sz") < names.index("szCs") < names.index("lang")


def test_a_template_with_nothing_to_change_stays_the_same_bytes() -> None:
    template = draft("x", shaped_by=sized)
    assert restyled(template, PLAIN) is template


@pytest.mark.parametrize("scale", [0, -1, 0.1, 100, float("nan")])
def test_a_scale_that_nobody_could_read_is_refused(scale: float) -> None:
    with pytest.raises(ValueError, match="font_scale"):
        Variant(font_scale=scale)


LETTER = draft("Dear {{ name }}", shaped_by=letterhead)


def first_header(made: bytes) -> str:
    headers = {name: data for name, data in parts(made).items() if name.startswith("word/header")}
    return next(name for name, data in headers.items() if b"School " in data)


def lettered(logo: Logo | None) -> bytes:
    return render(Template.compile(LETTER, variant=Variant(logo=logo)), {"name": "x"})


@pytest.mark.parametrize(
    ("data", "extension", "wide_mm", "high_mm"),
    [
        (png(200, 100), "png", 40, 20),
        (png(100, 100), "png", 20, 20),
        (png(600, 100), "png", 60, 10),
        (png(1, 10), "png", 2, 20),
        (jpeg(30, 10), "jpeg", 60, 20),
    ],
)
def test_the_logo_takes_the_placeholders_place_in_its_own_ratio(
    data: bytes, extension: str, wide_mm: float, high_mm: float
) -> None:
    made = lettered(Logo.of(data))
    assert parts(made)[f"word/media/school_logo.{extension}"] == data
    header = first_header(made)
    assert list(relations(made, header).values()) == [f"media/school_logo.{extension}"]
    xml = parts(made)[header].decode()
    assert xml.count(f'cx="{round(wide_mm * 36_000)}" cy="{round(high_mm * 36_000)}"') == 2
    assert png(10, 10, grey=1) not in parts(made).values()
    assert png(6, 6, grey=2) in parts(made).values()
    assert Document(io.BytesIO(made)).sections[0].first_page_header.paragraphs[0].text == "School "


def test_the_logo_is_no_wider_than_its_cell() -> None:
    def shape(document: WordDocument) -> None:
        letterhead(document)
        header = document.sections[0].first_page_header
        cell = header.add_table(rows=1, cols=1, width=Mm(35)).rows[0].cells[0]
        cell.paragraphs[0]._p.append(header.paragraphs[0].runs[1]._r)

    made = render(Template.compile(draft(shaped_by=shape), variant=Variant(logo=Logo.of(png(70, 10)))), {})
    extent = re.search(rb'<wp:extent cx="(\d+)" cy="(\d+)"', parts(made)[first_header(made)])
    assert extent is not None
    assert [round(int(side) / 36_000, 1) for side in extent.groups()] == [35, 5]


def test_without_a_logo_the_placeholder_and_its_picture_are_gone() -> None:
    made = lettered(None)
    header = first_header(made)
    assert b"<w:drawing" not in parts(made)[header]
    assert relations(made, header) == {}
    assert png(10, 10, grey=1) not in parts(made).values()
    assert png(6, 6, grey=2) in parts(made).values()


def test_a_placeholders_cropping_and_vector_twin_do_not_stay_with_the_logo() -> None:
    def shape(document: WordDocument) -> None:
        letterhead(document)
        header = document.sections[0].first_page_header._element
        blip = next(header.iter(qn("a:blip")))
        blip.append(blip.makeelement(qn("a:extLst")))
        blip.addnext(blip.makeelement(qn("a:srcRect"), {"l": "10"}))

    made = render(Template.compile(draft(shaped_by=shape), variant=Variant(logo=Logo.of(png(4, 4)))), {})
    xml = parts(made)[first_header(made)]
    assert b"extLst" not in xml
    assert b"srcRect" not in xml


def test_a_letter_with_a_logo_is_the_same_every_time() -> None:
    assert lettered(Logo.of(png(3, 3))) == lettered(Logo.of(png(3, 3)))


def test_a_template_without_a_place_for_the_logo_stays_as_it_is() -> None:
    template = saved(Document())
    assert restyled(template, Variant(logo=Logo.of(png()))) is template


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg/>", b"BM", png()[:20], b"\xff\xd8\xff\xe0", jpeg(0, 5)]
)
def test_a_logo_that_is_neither_png_nor_jpeg_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefused, match=r"Save it as \.png or \.jpg"):
        Logo.of(data)
