"""Which styles do the templates have, and how is each set? Every size of type stands in a style.

Large print makes the styles grow, so nothing may hold a size of its own. Styles named "Letterhead …"
and "Window …" stay as they are: an envelope's window does not grow.
"""

from dataclasses import dataclass

from mentor_xl import look

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def twips(millimetres: float) -> int:
    """Millimetres as Word counts lengths, in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Look:
    """How one paragraph style differs from the style it is based on; spacing and size in points."""

    name: str
    based_on: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    pitch: float | None = None
    """Exact distance from line to line; none: the usual spacing."""
    keep_next: bool = False
    keep_lines: bool = False
    align: str = ""
    indent: float = 0
    """Hanging indent in millimetres."""
    tab: float = 0
    """A right tab, in millimetres from the margin."""
    rule: str = ""
    """``top dashed``: a line above the paragraph."""
    outline: int | None = None
    bullet: bool = False
    single: bool = False


def style_id(name: str) -> str:
    """The identifier of a style: its name without spaces, a capital on each word."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def house_styles(sizes: look.TypeSizes) -> tuple[Look, ...]:
    """Every paragraph style of one family of pages."""
    first, second, third = sizes.headings
    small = look.SMALL
    return (
        Look("Normal", size=sizes.body, colour=look.INK, after=look.AFTER_PARAGRAPH),
        Look("heading 1", size=first, bold=True, colour=look.ACCENT, before=4, after=4, keep_next=True,
             keep_lines=True, outline=0, single=True),
        Look("heading 2", size=second, bold=True, colour=look.ACCENT, before=7, after=1, keep_next=True,
             keep_lines=True, outline=1),
        Look("heading 3", size=third, bold=True, colour=look.ACCENT, before=8, after=2, keep_next=True,
             keep_lines=True, outline=2),
        Look("List Bullet", after=2, indent=6, bullet=True),
        Look("header", size=small, colour=look.SLATE, after=0, single=True, align="right"),
        Look("footer", size=small, colour=look.SLATE, after=0, single=True, tab=look.TEXT.width),
        Look("Letterhead school", size=look.SCHOOL_NAME, bold=True, colour=look.ACCENT, after=2, single=True),
        Look("Letterhead line", size=small, colour=look.SLATE, after=3, single=True),
        Look("Letterhead logo", size=small, after=0, single=True, align="right"),
        Look("Window address", size=look.ADDRESS, after=0, pitch=look.ADDRESS_LINE_PITCH),
        Look("Reference", size=small, colour=look.SLATE, after=0, single=True),
        Look("Confidential", "Reference", bold=True, colour=look.INK, after=4),
        Look("Date", before=4, after=14, single=True),
        Look("Salutation", after=4),
        Look("Under subject", colour=look.SLATE),
        Look("After table", before=6),
        Look("Closing", before=6, after=0, keep_next=True, keep_lines=True),
        Look("Signature", before=look.SIGNATURE_ROOM * 72 / 25.4, after=0, keep_next=True, keep_lines=True,
             single=True),
        Look("Signature details", before=2, after=0, keep_lines=True, single=True),
        Look("Table label", colour=look.SLATE, after=0, single=True),
        Look("Table text", after=0, single=True),
        Look("Table bullet", "List Bullet", after=1, single=True),
        Look("List text", size=sizes.body - 1, after=0, single=True),
        Look("Step bar", "List text", size=small, after=1.5),
        Look("List heading", size=sizes.body - 1, bold=True, colour=look.SLATE, after=0, keep_next=True,
             single=True),
        Look("Box text", after=3, keep_lines=True),
        Look("Card number", size=look.CARD_NUMBER, bold=True, colour=look.ACCENT, after=0, single=True,
             align="center", keep_next=True),
        Look("Card label", size=small, colour=look.SLATE, after=0, single=True, align="center"),
        Look("Slip cut", size=small, colour=look.SLATE, before=14, after=4, keep_next=True, single=True,
             rule="top dashed"),
        Look("Slip text", after=5, keep_next=True, keep_lines=True, single=True),
        Look("Slip option", "Slip text", before=2, after=6, indent=10.5),
        Look("Slip label", "Slip text", colour=look.SLATE, after=1),
        Look("Slip question", "Slip text", before=10, after=0),
        Look("Slip cell", "Slip text", before=4, after=2),
        Look("Slip small", "Slip text", size=small, colour=look.SLATE, before=4, after=0),
        Look("Tag", size=8, colour=look.SLATE, after=0, single=True),
    )  # fmt: skip
