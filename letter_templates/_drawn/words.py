"""How are words put on a page: a paragraph in its style, and the template's own if and for around them?

Words carry two marks: ``**bold**`` and ``[ ]``, a box to tick. ``{{ field }}`` and ``{% if %}`` are the
language of the templates and go through as they are.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from docx.blkcntnr import BlockItemContainer
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from letter_templates._drawn.styles import style_id, twips
from mentor_xl.look import Area

Place = Document | BlockItemContainer
"""Where paragraphs and tables can stand: a document's body, a header, a cell."""

_MARKS = re.compile(r"(\*\*.+?\*\*|\[ \])")
_TICK_BOX = "\N{NO-BREAK SPACE}" * 4


def line(
    place: Place,
    style: str,
    words: str = "",
    *,
    keep_next: bool = False,
    before: float | None = None,
    new_page: bool = False,
    frame: Area | None = None,
) -> Paragraph:
    """One paragraph at the end of a place; `before` is space above it in points instead of the style's."""
    paragraph = _next_paragraph(place)
    paragraph._p.style = style_id(style)
    if frame:
        _stand_in(paragraph, frame)
    if keep_next:
        paragraph.paragraph_format.keep_with_next = True
    if new_page:
        paragraph.paragraph_format.page_break_before = True
    if before is not None:
        paragraph.paragraph_format.space_before = Pt(before)
    write(paragraph, words)
    return paragraph


def write(paragraph: Paragraph, words: str) -> None:
    """Add words with their marks to a paragraph."""
    for piece in _MARKS.split(words):
        if piece == "[ ]":
            run(paragraph, _TICK_BOX, "Tick box")
        elif piece.startswith("**"):
            run(paragraph, piece.strip("*"), "Strong")
        elif piece:
            run(paragraph, piece)


def run(paragraph: Paragraph, words: str, style: str = "") -> None:
    """Add one stretch of words, in a character style if one is named."""
    added = paragraph.add_run(words)
    if style:
        added._r.style = style_id(style)


@contextmanager
def when(place: Place, condition: str, *, frame: Area | None = None) -> Iterator[None]:
    """What is drawn inside stands in the letter only if the condition holds."""
    line(place, "Tag", f"{{%p if {condition} %}}", frame=frame)
    yield
    line(place, "Tag", "{%p endif %}", frame=frame)


def otherwise(place: Place) -> None:
    """What is drawn from here to the end of the `when` stands if the condition does not hold."""
    line(place, "Tag", "{%p else %}")


@contextmanager
def each(place: Place, loop: str, *, frame: Area | None = None) -> Iterator[None]:
    """What is drawn inside is repeated: ``each(place, "target in targets")``."""
    line(place, "Tag", f"{{%p for {loop} %}}", frame=frame)
    yield
    line(place, "Tag", "{%p endfor %}", frame=frame)


def bullets(place: Place, items: list[str]) -> None:
    """A bulleted list."""
    for item in items:
        line(place, "List Bullet", item)


def bullets_of(place: Place, loop: str, words: str, *, stays_with_next: bool = False) -> None:
    """A bulleted list with one bullet for each of what the letter is given."""
    with each(place, loop):
        line(place, "List Bullet", words, keep_next=stays_with_next)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word fills: PAGE, NUMPAGES."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f" {instruction} ")
    paragraph._p.append(simple)
    run_in_field = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run_in_field.append(text)
    simple.append(run_in_field)


def _next_paragraph(place: Place) -> Paragraph:
    """A cell is born with an empty paragraph: that one is used before another is added."""
    if isinstance(place, _Cell) and len(place.paragraphs) == 1:
        first: Paragraph = place.paragraphs[0]
        if first._p.pPr is None and not first.text:
            return first
    added: Paragraph = place.add_paragraph()
    return added


def _stand_in(paragraph: Paragraph, area: Area) -> None:
    """Fix a paragraph in a frame at a place on the page; paragraphs with the same frame share it."""
    frame = OxmlElement("w:framePr")
    settings = {
        "w": twips(area.width), "h": twips(area.height), "hRule": "atLeast", "hSpace": 0, "wrap": "around",
        "vAnchor": "page", "hAnchor": "page", "x": twips(area.left), "y": twips(area.top),
    }  # fmt: skip
    for name, value in settings.items():
        frame.set(qn(f"w:{name}"), str(value))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert(1, frame)  # after the style's name, which is always first
