"""What everything that Mentor XL makes looks like: colours, sizes and measures, each in this one place.

Letters, reports, charts, workbook and terminal all take their values from here. Colours are six
hexadecimal digits without ``#``, type sizes are points, lengths are millimetres unless said otherwise.
"""

from dataclasses import dataclass
from types import MappingProxyType

INK = "1F2933"
"""Text."""
SLATE = "52606D"
"""Labels, references, small print."""
LINE = "CBD2D9"
"""Thin lines between rows."""
PAPER = "F5F7FA"
"""The ground of a shaded box or card."""
ACCENT = "0B6E75"
"""Headings, rules and header rows; white text on it can be read."""
SOFT = "E4EAEE"
"""The ground of a rounded box on a pupil's own page: a grey that a black-and-white printer still shows."""
WHITE = "FFFFFF"
CALC = "F0F2F4"
"""The ground of a column that Mentor XL fills."""
STEP_RULE = "7B8794"
"""The frame of a step that is not reached: seen on a black-and-white print, quieter than ink."""

CHART_SERIES = ("0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00")
"""Colours of a chart's series in this order; people who see colours differently can tell them apart."""
CHART_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")
"""A marker for each series, so that a black-and-white print can be read too."""


@dataclass(frozen=True, slots=True)
class StateLook:
    """How one state of a due date is shown: the word always stands beside the colour."""

    word: str
    ink: str
    ground: str


_QUIET = (SLATE, PAPER)
_SOON = ("7A4B00", "FFF1CC")
STATES = MappingProxyType(
    {
        look.word: look
        for look in (
            StateLook("overdue", "8A1C13", "FDE2E1"),
            StateLook("act now", "7A2E00", "FFE3CC"),
            StateLook("chase", *_SOON),
            StateLook("due soon", *_SOON),
            StateLook("needs a date", *_SOON),
            StateLook("needs calendar", *_SOON),
            StateLook("planned", "1B5E20", "DFF3E3"),
            StateLook("not before", *_QUIET),
            StateLook("held", *_QUIET),
        )
    }
)
"""Every state that `due` can give, the most pressing first."""

FONT = "Arial"
"""Everywhere: a twin with the same widths stands on every machine."""
LINE_SPACING = 1.15
AFTER_PARAGRAPH = 6.0


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """The sizes of one family of pages: body text and the three headings below each other."""

    body: float
    headings: tuple[float, float, float]


REPORT_TYPE = TypeSizes(body=11, headings=(16, 13, 11))
AGENCY_TYPE = TypeSizes(body=11, headings=(13, 11, 11))
PARENT_TYPE = TypeSizes(body=12, headings=(14, 12, 12))
PUPIL_TYPE = TypeSizes(body=13, headings=(16, 13, 13))
LARGE_PRINT = 18.0
"""Body size of a letter in large print; the other sizes grow with it."""
SMALL = 9.0
"""References, the school's line, labels of figures, page numbers."""
SCHOOL_NAME = 15.0
ADDRESS = 10.0
CARD_NUMBER = 20.0
WORKBOOK_TYPE = 10.0
WORKBOOK_HEADER_ROW = 30.0
"""Height of the heading row of a sheet, in points."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, from the page's top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The distance of the right edge from the left edge of the page."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The distance of the lower edge from the top of the page."""
        return self.top + self.height


PAGE = Area(0, 0, 210, 297)
"""A4, upright."""
TEXT = Area(25, 20, 160, 259)
"""What the margins leave: 25 at the sides, 20 above, 18 below."""
HEADER_FROM_TOP = 12.0
FOOTER_FROM_BOTTOM = 8.0
LOGO_HEIGHT = 20.0
LOGO_WIDTH = 35.0
"""The most a school's logo may take of the letterhead."""
FOLDS = (99.0, 198.0)
"""Where a letter is folded for a DL envelope, from the top (reference 5.4)."""
WINDOW = Area(25, 57, 80, 24)
"""What shows in the window of a DL or C5 envelope however the letter lies in it (reference 5.4)."""
WINDOW_REACH = Area(10, 46, 100, 46)
"""All that can show when the letter slides in its envelope: a 90 × 35 window, 20 from the left and 18 up,
and an envelope 11 taller and 10 wider than the folded sheet. Nothing but the address may stand here."""
ADDRESS_FRAME = Area(25, 57.2, 75, 23.4)
ADDRESS_LINES = 6
ADDRESS_LINE_PITCH = 11.0
"""Points from line to line, so that six lines stay inside the window."""
REFERENCE_FRAME = Area(115, 57, 70, 24)
"""Reference and date stand beside the window, out of its reach."""
BODY_STARTS = 93.0
"""Where the text of a letter with an address begins."""
PLAIN_BODY_STARTS = 42.0
"""Where the text begins on a page that is not put in a window envelope."""
SIGNATURE_ROOM = 18.0
