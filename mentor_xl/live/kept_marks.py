"""Which cells did Mentor XL mark, and what did they look like before? Kept in the book itself, well hidden.

Each line holds a formula that points at its cell, so Excel moves it along when rows are added or taken out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentor_xl.live.addresses import Area, At, cell_name, column_number
from mentor_xl.live.open_book import OpenBook
from mentor_xl.workbook.as_text import clean, quoted_title

TITLE = "_MentorXL"
VERY_HIDDEN = 2
"""Excel's own number for a sheet that *Unhide* does not list."""
_HEADINGS = ("Marked cells", "Ground before", "Ground now", "Note", "What the note says")
_WHERE = re.compile(r"=ROW\((?:'((?:[^']|'')+)'|([^'!()]+))!\$?([A-Z]{1,3})\$?(\d{1,7})\)")
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Kept:
    """One cell that was marked."""

    sheet: str
    at: At
    before: str | None
    """The ground it had, ``#FFFF00``; ``None``: no fill."""
    ground: str
    """The ground it was given."""
    has_note: bool
    """Whether the note on it is ours."""
    said: str

    @property
    def cell(self) -> tuple[str, At]:
        """The cell it is about."""
        return self.sheet, self.at


def kept_marks(book: OpenBook) -> tuple[Kept, ...]:
    """The cells marked before, where they are now; one whose row was taken out is forgotten."""
    if TITLE not in book.titles():
        return ()
    last = book.ask(lambda: book.sheet(TITLE).used_range.last_cell.row)
    if last < 2:
        return ()
    area = Area(2, 1, last, len(_HEADINGS))
    formulas, values = book.formulas(TITLE, area), book.read(TITLE, area)
    found = (_kept(formula[0], value) for formula, value in zip(formulas, values, strict=True))
    return tuple(one for one in found if one is not None)


def _kept(formula: str, values: Sequence[object]) -> Kept | None:
    where = _WHERE.fullmatch(formula)
    if where is None:
        return None
    quoted, bare, letters, row = where.groups()
    sheet = quoted.replace("''", "'") if quoted else bare
    _, before, ground, note, said = ("" if value is None else str(value) for value in values)
    known = None if before == _NONE else before
    return Kept(sheet, (int(row), column_number(letters)), known, ground, note == "ours", said)


def begin(book: OpenBook) -> None:
    """Add the hidden sheet to a book that Mentor XL has not written in yet.

    Raises:
        Protected: the book's structure is protected.
    """
    sheet = book.add_sheet(TITLE)
    book.ask(lambda: setattr(sheet, "visible", VERY_HIDDEN))


def keep_marks(book: OpenBook, marks: Iterable[Kept]) -> None:
    """Write down which cells are marked, in place of what was written before."""
    marks = tuple(marks)
    if TITLE in book.titles():
        book.ask(lambda: book.sheet(TITLE).clear_contents())
    else:
        begin(book)
    rows = [("", mark.before or _NONE, mark.ground, "ours" if mark.has_note else "", clean(mark.said))
            for mark in marks]  # fmt: skip
    book.write(TITLE, (1, 1), [_HEADINGS, *rows])
    pointers = [f"=ROW({quoted_title(mark.sheet)}!{cell_name(mark.at)})" for mark in marks]
    book.write_formulas(TITLE, (2, 1), pointers)
