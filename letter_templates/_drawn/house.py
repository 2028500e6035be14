"""What stands on every page: paper, letterhead, the address in its window, reference, page numbers."""

import base64
import io
from typing import TypeVar

import docx
from docx.document import Document
from docx.section import Section, _Footer, _Header
from docx.shared import Mm
from docx.table import _Cell

from letter_templates._drawn.fittings import fit_out
from letter_templates._drawn.package import drop_unused_parts, name_the_document
from letter_templates._drawn.tables import add_row, stand_at_the_foot, table
from letter_templates._drawn.words import Place, each, field, line, otherwise, run, when
from mentor_xl import look
from mentor_xl.look import Area

HAS_ADDRESS = "recipient.address_lines"
_RULE_AND_MARGIN = 1.7
"""Millimetres that the rule and the space under the letterhead take."""
Margin = TypeVar("Margin", _Header, _Footer)

OTHER_FORMATS = "Large print, easy read or another language? Please ask us."
"""Stands in the foot, so that it never makes a page longer and never leaves with a reply slip."""
LOGO_ALT_TEXT = "School logo"
"""By this the letter's maker finds the picture that it replaces with the school's own, or takes out."""
_CLEAR_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII="
)
"""One see-through point as a PNG."""


def new_page(
    title: str,
    sizes: look.TypeSizes,
    *,
    is_posted: bool = True,
    readers: str = "",
    is_for_families: bool = False,
) -> Document:
    """A blank page of the house: styles, paper, letterhead on the first page, page numbers on every page.

    A page that `is_posted` leaves room for the address window; `readers` says at the foot who may read it;
    what `is_for_families` offers other formats at the foot of the first page.
    """
    document = docx.Document()
    drop_unused_parts(document)
    name_the_document(document, title)
    fit_out(document, sizes)
    section = document.sections[0]
    _set_paper(section)
    _letterhead(section.first_page_header, is_posted)
    line(_cleared(section.header), "header", "{{ letter.reference }}")
    _foot(section.first_page_footer, readers, OTHER_FORMATS if is_for_families else "")
    _foot(section.footer, readers)
    return document


def _set_paper(section: Section) -> None:
    section.page_width, section.page_height = Mm(look.PAGE.width), Mm(look.PAGE.height)
    section.left_margin, section.right_margin = Mm(look.TEXT.left), Mm(look.PAGE.width - look.TEXT.right)
    section.top_margin, section.bottom_margin = Mm(look.TEXT.top), Mm(look.PAGE.height - look.TEXT.bottom)
    section.header_distance, section.footer_distance = Mm(look.HEADER_FROM_TOP), Mm(look.FOOTER_FROM_BOTTOM)
    section.gutter = Mm(0)
    section.different_first_page_header_footer = True


def _letterhead(header: _Header, is_posted: bool) -> None:
    """Name and line at left, logo at right, a thin rule; then the room that the address window takes."""
    _cleared(header)
    widths = (look.TEXT.width - look.LOGO_WIDTH, look.LOGO_WIDTH)
    row = add_row(table(header, "Letterhead table", widths, "The school"), height=look.LOGO_HEIGHT)
    school, logo = row.cells
    for cell in (school, logo):
        stand_at_the_foot(cell)
    line(school, "Letterhead school", "{{ school.name }}")
    line(school, "Letterhead line", "{{ school.letterhead_line }}")
    _logo(logo)
    if is_posted:
        with when(header, HAS_ADDRESS):
            _room_above_text(header, look.BODY_STARTS)
            otherwise(header)
            _room_above_text(header, look.PLAIN_BODY_STARTS)
    else:
        _room_above_text(header, look.PLAIN_BODY_STARTS)


def _room_above_text(header: _Header, body_starts: float) -> None:
    """The paragraph that Word wants after a table is as high as it takes for the text to begin there."""
    room = line(header, "Letterhead line").paragraph_format
    room.line_spacing = Mm(body_starts - look.HEADER_FROM_TOP - look.LOGO_HEIGHT - _RULE_AND_MARGIN)
    room.space_after = Mm(0)


def _logo(cell: _Cell) -> None:
    paragraph = line(cell, "Letterhead logo")
    side = Mm(look.LOGO_HEIGHT)
    picture = paragraph.add_run().add_picture(io.BytesIO(_CLEAR_DOT), side, side)
    named = picture._inline.docPr
    named.set("name", LOGO_ALT_TEXT)
    named.set("descr", LOGO_ALT_TEXT)


def _foot(footer: _Footer, readers: str, offer: str = "") -> None:
    """Reference and page number; above them an offer, and on a report who may read it, with its date."""
    _cleared(footer)
    if readers or offer:
        line(footer, "footer", ". ".join(filter(None, (readers, offer))))
    paragraph = line(footer, "footer", "{{ letter.reference }}\t")
    if readers:
        run(paragraph, "{{ letter.date }} · ")
    run(paragraph, "Page ")
    field(paragraph, "PAGE")
    run(paragraph, " of ")
    field(paragraph, "NUMPAGES")


def _cleared(part: Margin) -> Margin:
    """A header or footer of its own, without the empty paragraph it is born with."""
    part.is_linked_to_previous = False
    for paragraph in part.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    return part


def address_window(place: Place) -> None:
    """The address, fixed where the window of a DL or C5 envelope shows it; nothing if there is no address."""
    frame = look.ADDRESS_FRAME
    with each(place, "line in recipient.address_lines", frame=frame):
        line(place, "Window address", "{{ line }}", frame=frame)


def reference_and_date(place: Place, *, is_confidential: bool = False, frame: Area | None = None) -> None:
    """Reference and date, beside the window or above the text; "confidential" never shows in the window."""
    if is_confidential:
        line(place, "Confidential", "Private and confidential", frame=frame)
    line(place, "Reference", "Our reference", frame=frame)
    line(place, "Reference", "{{ letter.reference }}", frame=frame)
    line(place, "Date", "{{ letter.date }}", frame=frame)


def open_letter(place: Place, subject: str, *, is_confidential: bool = False) -> None:
    """Everything above the first sentence; a letter without an address keeps no room for the window."""
    with when(place, HAS_ADDRESS):
        address_window(place)
        reference_and_date(place, is_confidential=is_confidential, frame=look.REFERENCE_FRAME)
        otherwise(place)
        reference_and_date(place, is_confidential=is_confidential)
    line(place, "Salutation", "{{ recipient.salutation }},")
    line(place, "Heading 1", subject)
