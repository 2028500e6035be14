"""A certificate across a page of A4: for what, the day, and who signs; never why somebody has a mentor."""

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from letter_templates._drawn.pupils_pages import centred, pupils_page
from letter_templates._drawn.shapes import Shape, draw_group_in_line, draw_on_page
from letter_templates._drawn.tables import add_row, table
from letter_templates._drawn.words import line, otherwise, when
from mentor_xl import look
from mentor_xl.look import Area

_TYPE = look.TypeSizes(body=18, headings=(30, 18, 18))
_MARGIN = 28.0
_TEXT_WIDTH = look.PAGE.height - 2 * _MARGIN
_SIGN_WIDTH = 78.0
_SEAL = 26.0


def certificate() -> Document:
    """One landscape page; where praise itself can weigh on somebody, it says what was noticed."""
    page = pupils_page("Certificate", _TYPE)
    _turn(page)
    _head(page)
    _foot(page)
    with when(page, "low_demand"):
        centred(page, "Heading 1", "Something we noticed", before=32)
        _name(page, "We noticed this, and were glad:")
        otherwise(page)
        with when(page, "achievement.is_target"):
            centred(page, "Heading 1", "Target reached", before=32)
            otherwise(page)
            centred(page, "Heading 1", "Certificate of achievement", before=32)
        _name(page, "for")
    centred(page, "Letterhead certificate words", "{{ achievement.words }}")
    with when(page, "achievement.date"):
        centred(page, "Letterhead certificate text", "{{ achievement.date }}", before=10)
    _signatures(page)
    return page


def _name(page: Document, after: str) -> None:
    centred(page, "Letterhead certificate name", "{{ pupil.full_name }}", before=32)
    centred(page, "Letterhead certificate text", after, before=10)


def _turn(page: Document) -> None:
    section = page.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(look.PAGE.height), Mm(look.PAGE.width)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin, section.bottom_margin = Mm(34), Mm(20)
    section.header_distance, section.footer_distance = Mm(20), Mm(15)


def _frame(paragraph: Paragraph) -> None:
    """Two rounded lines around the page; they print in grey as well."""
    for inset, width in ((9.0, 3.0), (11.5, 0.75)):
        frame = Area(inset, inset, look.PAGE.height - 2 * inset, look.PAGE.width - 2 * inset)
        rounded = (("adj", round(4500 * (1 - (inset - 9) / 20))),)
        draw_on_page(paragraph, Shape("roundRect", width, look.ACCENT, adjusted=rounded), frame)


def _seal(paragraph: Paragraph) -> None:
    parts = (("star24", _SEAL, look.ACCENT), ("ellipse", 17.0, look.WHITE), ("star5", 11.0, look.ACCENT))
    shapes = []
    for form, side, colour in parts:
        edge = (_SEAL - side) / 2
        shapes.append((Shape(form, 0, fill=colour), Area(edge, edge, side, side)))
    draw_group_in_line(paragraph, shapes, _SEAL, _SEAL)


def _head(page: Document) -> None:
    """The logo and the school's name in the middle, in place of the letterhead."""
    header = page.sections[0].first_page_header
    logo = header.tables[0].rows[0].cells[1].paragraphs[0]
    for old in list(header._element):
        header._element.remove(old)
    header._element.append(logo._p)
    logo.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _frame(logo)
    centred(header, "Letterhead school", "{{ school.name }}")


def _foot(page: Document) -> None:
    """The reference alone: it is one page, and hangs on a wall."""
    for footer in (page.sections[0].first_page_footer, page.sections[0].footer):
        for old in list(footer._element):
            footer._element.remove(old)
        centred(footer, "Letterhead line", "{{ letter.reference }}")


def _signatures(page: Document) -> None:
    """The mentor's and the headteacher's, with the seal between; a line for the date where none is named."""
    between = _TEXT_WIDTH - 2 * _SIGN_WIDTH
    centred(page, "Letterhead certificate text", "")
    row = add_row(table(page, "Sign table", (_SIGN_WIDTH, between, _SIGN_WIDTH), "Signatures"))
    mentor, seal, head = row.cells
    line(mentor, "Letterhead sign here", "{{ signatory.name }}")
    line(mentor, "Letterhead signs as", "{{ signatory.role or 'Mentor' }}")
    _seal(line(seal, "Letterhead signs as"))
    line(head, "Letterhead sign here", "{{ school.headteacher }}")
    line(head, "Letterhead signs as", "{{ 'Headteacher' if school.headteacher else 'Date' }}")
