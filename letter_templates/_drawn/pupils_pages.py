"""What do the pupil's own pages share: soft boxes, ladders, cards to cut out, room to write?

They are given by hand, so there is no window. All that holds words is paragraphs and tables, which grow with
them; the rounded ends of a box are shapes behind, and where they are not shown its corners are square.
"""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.table import Table, _Cell, _Row

from letter_templates._drawn.house import new_page
from letter_templates._drawn.shapes import Shape, draw_by_paragraph
from letter_templates._drawn.style_sheet import border, paragraph_style, table_style
from letter_templates._drawn.styles import NAMESPACES, Look
from letter_templates._drawn.tables import add_row, shade, stand_at_the_foot, table
from letter_templates._drawn.words import Place, line
from mentor_xl import look

WIDTH = look.TEXT.width
LOW = "low_demand"
_END = 2.5
"""Millimetres that the rounded head and foot of a box add to it, and the radius of its corners."""
_BEHIND = 12.0
"""How high the shapes at a box's head and foot are: no seam between its rows shows on them."""
_ROUND, _SQUARE = round(_END / _BEHIND * 100_000), 0


def pupils_page(
    title: str,
    sizes: look.TypeSizes = look.PUPIL_TYPE,
    *,
    readers: str = "",
    is_for_families: bool = False,
) -> Document:
    """A page of the house with the styles that only the pupil's own pages have."""
    page = new_page(title, sizes, is_posted=False, readers=readers, is_for_families=is_for_families)
    drawn = "".join(paragraph_style(style) for style in _styles(sizes)) + _table_styles()
    sheet = page.part._styles_part._element
    for style in list(parse_xml(f"<w:styles {NAMESPACES}>{drawn}</w:styles>")):
        sheet.append(style)
    return page


def _styles(sizes: look.TypeSizes) -> tuple[Look, ...]:
    body = sizes.body
    return (
        Look("Under title", colour=look.SLATE, after=6, single=True),
        Look("Gap", size=6, after=0, single=True),
        Look("Box end", size=4, after=0, pitch=_END * 72 / 25.4, keep_next=True),
        Look("Box foot", "Box end", after=5),
        Look("Soft text", after=2, keep_lines=True, keep_next=True),
        Look("Tight text", "Soft text", size=max(11, body - 2), after=0, single=True),
        Look("Soft bullet", "List Bullet", after=1, keep_lines=True, keep_next=True),
        Look("Write text", size=body - 1, after=0, single=True),
        Look("Write label", "Write text", colour=look.SLATE),
        Look("Quiet note", size=body - 2, colour=look.SLATE, before=4, after=4, single=True),
        Look("Card line", size=body - 1, after=3, single=True),
        Look("Task box", "Write text", before=6),
        Look("Step number", "Card title", size=body + 5, after=0, align="center"),
        Look("Step words", after=0, single=True),
        Look("Step state", size=body - 2, bold=True, colour=look.ACCENT, after=0, single=True),
        Look("Scale number", size=body + 5, bold=True, after=0, single=True, align="center", keep_next=True),
        Look("Card title", size=body, bold=True, colour=look.ACCENT, after=2, single=True),
        Look("Letterhead certificate name", size=30, bold=True, after=4, single=True),
        Look("Letterhead certificate text", size=18, after=0, single=True),
        Look("Letterhead certificate words", "Card title", size=22, before=6, after=4),
        Look("Letterhead sign here", size=14, before=60, after=2, single=True, rule="top", align="center"),
        Look("Letterhead signs as", size=12, colour=look.SLATE, after=0, single=True, align="center"),
        Look("Scale word", size=body - 2, colour=look.SLATE, after=0, single=True, align="center"),
    )


def _table_styles() -> str:
    def drawn(edge: str, kind: str, size: int = 6) -> str:
        return f'<w:{edge} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{look.SLATE}"/>'

    rails = border("left", look.ACCENT, 48) + border("right", look.ACCENT, 48)
    cut = "".join(drawn(edge, "dashed") for edge in ("top", "left", "bottom", "right", "insideH"))
    return "".join(
        (
            table_style("Soft box", "", (0, 5, 0, 5)),
            table_style("Sign table", "", (0, 0, 0, 0)),
            table_style("Ladder", rails + border("insideH", look.ACCENT, 24), (2.4, 4, 2.4, 4)),
            table_style("Zones", _grid(), (2.5, 4, 2.5, 4)),
            table_style("Cut cards", cut + drawn("insideV", "dotted"), (4, 6, 3, 6)),
            table_style("Scale", _grid(), (2, 1, 2, 1)),
        )
    )


def _grid() -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(border(edge, look.STEP_RULE, 12) for edge in edges)


def soft_box(place: Place, heading: str, says: str = "") -> _Cell:
    """A rounded, shaded box with a heading; what it says is drawn into the cell that is given back.

    ``end_box`` closes it. The heading has a row of its own, as in ``box``: the foot stays with it.
    """
    draw_by_paragraph(line(place, "Box end"), _end(_ROUND, _SQUARE), WIDTH, _BEHIND)
    drawn = table(place, "Soft box", (WIDTH,), says or heading)
    head, rest = (add_row(drawn).cells[0] for _ in range(2))
    for cell in (head, rest):
        shade(cell, look.SOFT)
    line(head, "Heading 2", heading, before=0, keep_next=True)
    return rest


def end_box(place: Place) -> None:
    """The rounded foot of a box, and the space under it."""
    foot = line(place, "Box foot")
    foot.paragraph_format.keep_with_next = False
    draw_by_paragraph(foot, _end(_SQUARE, _ROUND), WIDTH, _BEHIND, lifted=_BEHIND - _END)


def _end(above: int, below: int) -> Shape:
    return Shape("round2SameRect", 0, fill=look.SOFT, adjusted=(("adj1", above), ("adj2", below)))


def worded(low_demand: str, usual: str) -> str:
    """Words that invite, for a profile that asks for low demand; else the usual ones."""
    return f"{{% if low_demand %}}{low_demand}{{% else %}}{usual}{{% endif %}}"


def gap(place: Place) -> None:
    """A little space between two tables; without it Word would make one table of them."""
    line(place, "Gap")


def told(place: Place, heading: str, *sentences: str) -> None:
    """A soft box that says something, and the space under it."""
    cell = soft_box(place, heading)
    for sentence in sentences:
        line(cell, "Soft text", sentence)
    end_box(place)


def listed(place: Place, heading: str, items: Sequence[str]) -> None:
    """A soft box with a bullet for each thing, and the space under it."""
    cell = soft_box(place, heading)
    for item in items:
        line(cell, "Soft bullet", item)
    end_box(place)


def centred(place: Place, style: str, words: str, *, before: float | None = None) -> None:
    """A line in the middle of its place."""
    line(place, style, words, before=before).alignment = WD_ALIGN_PARAGRAPH.CENTER


def stand_in_the_middle(row: _Row) -> None:
    """Let what the cells of a row say stand half way down."""
    for cell in row.cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER


def write_lines(place: Place, says: str, rows: int, *, width: float = WIDTH, height: float = 11) -> None:
    """Empty lines to write on, each so many millimetres high."""
    drawn = table(place, "Write lines", (width,), says)
    for _ in range(rows):
        line(add_row(drawn, height=height).cells[0], "Write text")


def labelled_lines(
    place: Place, says: str, labels: Sequence[str], widths: tuple[float, float], *, height: float = 11
) -> Table:
    """Lines to write on with what belongs there in front."""
    drawn = table(place, "Write lines", widths, says)
    for label in labels:
        row = add_row(drawn, height=height)
        for cell in row.cells:
            stand_at_the_foot(cell)
        line(row.cells[0], "Write label", label)
        line(row.cells[1], "Write text")
    return drawn


SAFEGUARDING_LEAD = (
    "{% if school.safeguarding_lead %}{{ school.safeguarding_lead }}, {% endif %}the person in school whose "
    "job is to keep pupils safe"
)
BETWEEN_US = (
    "What you tell me stays between us as far as it can. I never promise to keep a secret, because there is "
    "one thing I cannot keep to myself: if I think that you or somebody else may not be safe, I tell "
    f"{SAFEGUARDING_LEAD}. If I can, I tell you first."
)
"""The limits of confidentiality, in the mentor's words to a pupil (reference 1.5, boundaries)."""
