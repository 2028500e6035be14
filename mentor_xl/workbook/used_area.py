"""How far the sheets of a file reach, found before calamine makes room for every cell in between.

One cell at XFD1048576 makes calamine ask for 17 thousand million cells and ends the whole process.
"""

import re
from functools import lru_cache
from typing import Never
from xml.parsers import expat

from mentor_xl.errors import UnreadableWorkbook

MOST_CELLS = 5_000_000
MOST_ROWS = 100_000
"""Of a sheet, with something in them."""
MOST_ROWS_ALIKE, MOST_CELLS_ALIKE = 2_000, 500_000
"""Of an .ods, that one other row or cell stands for: nobody types so many."""
MOST_TAGS = 5_000_000
DEEPEST = 200
"""How many elements may stand one inside the other."""
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

DAMAGED = "This workbook is damaged. Open it in Excel, let Excel repair it, and save it as .xlsx."
HARMFUL = "It was not read, to keep this computer safe. Ask for a new copy, saved from Excel as .xlsx."


def check_sheet(part: bytes) -> None:
    """Raise if the filled cells of one sheet's XML span more than ``MOST_CELLS``.

    Its ``<dimension>`` is not asked: it may say anything.
    """
    if _DOUBLED in part or not any(_stays_inside(part, box) for box in _BOXES):
        _walk(part, _SheetWalk())


def check_tables(part: bytes) -> None:
    """Raise if the tables of an .ods, repeats counted, span more than ``MOST_CELLS`` together.

    Together, because the reader unpacks all of them on opening.
    """
    if part.count(b"<") > MOST_TAGS:
        raise UnreadableWorkbook(f"This workbook has more cells than any caseload. {HARMFUL}")
    _walk(part, _TablesWalk())


_DOUBLED = b'" r="'
"""Where a place follows another attribute: it may be a second one, and no two readers agree on those."""


def _box(columns: bytes, rows: bytes) -> tuple[re.Pattern[bytes], ...]:
    """Patterns that each find a cell outside a box, or spelled as Excel never spells it.

    Of what else an element's tag says nothing matters: a reader takes the first ``r``, and here it is first.
    """
    return (
        re.compile(rb'<c(?! r="%b%b"|[A-Za-z])' % (columns, rows)),
        re.compile(rb":c[\s/>]"),
    )


_BOXES = (
    _box(rb"A?[A-Z]", rb"[1-8]?\d{1,4}"),  # as far as AZ89999
    _box(rb"[A-Z]{1,2}", rb"[1-6]?\d{1,3}"),  # as far as ZZ6999
)
"""Within a box there are fewer than ``MOST_CELLS`` cells."""


def _stays_inside(part: bytes, box: tuple[re.Pattern[bytes], ...]) -> bool:
    # A search that finds nothing runs at the speed of C; only other sheets are walked cell by cell.
    return not any(pattern.search(part) for pattern in box)


class _Area:
    """The smallest rectangle round what is filled, counted from 0, its last row and column included."""

    def __init__(self) -> None:
        self.top, self.left = LAST_ROW, LAST_COLUMN
        self.bottom = self.right = -1
        self.rows = 0

    def include(self, top: int, left: int, bottom: int, right: int) -> None:
        if self.top <= top and self.left <= left and bottom <= self.bottom and right <= self.right:
            return
        self.top, self.left = min(self.top, top), min(self.left, left)
        self.bottom, self.right = max(self.bottom, bottom), max(self.right, right)
        if bottom >= LAST_ROW or right >= LAST_COLUMN or self.cells() > MOST_CELLS:
            self.refuse(bottom, right)

    def count_rows(self, more: int) -> None:
        self.rows += more
        if self.rows > MOST_ROWS:
            self.refuse(self.bottom, self.right)

    def refuse(self, bottom: int, right: int) -> Never:
        raise UnreadableWorkbook(
            f"A sheet of this workbook is filled as far as row {bottom + 1}, column {right + 1}. "
            "That is too far: delete the rows below its records and the columns beside them, and save it."
        )

    def cells(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1) if self.bottom >= 0 else 0


class _SheetWalk:
    """A sheet of an .xlsx: a cell without a reference follows the one before it."""

    def __init__(self) -> None:
        self.area = _Area()
        self.depth = self.row = self.column = 0
        self.cell, self.filled_row = (0, 0), -1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            _refuse()
        kind = name.rpartition(":")[2]
        if kind == "c":
            self.cell = _position(attributes["r"]) if "r" in attributes else (self.row, self.column)
            self.column = self.cell[1] + 1
        elif kind in ("v", "is"):
            self.area.include(*self.cell, *self.cell)
            if self.cell[0] != self.filled_row:
                self.filled_row = self.cell[0]
                self.area.count_rows(1)
        elif kind == "row" and "r" in attributes:
            self.row, _ = _position(attributes["r"])

    def end(self, name: str) -> None:
        self.depth -= 1
        if name.rpartition(":")[2] == "row":
            self.row, self.column = self.row + 1, 0


class _TablesWalk:
    """The tables of an .ods: one row or one cell may stand for thousands."""

    def __init__(self) -> None:
        self.area = _Area()
        self.depth = self.cells_before = self.rows_alike = self.cells_alike = 0
        self.row = self.repeats = self.column = self.filled = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            _refuse()
        if name in _CELLS:
            repeats = _repeats(attributes, "table:number-columns-repeated")
            self.column += repeats
            if not attributes.keys().isdisjoint(_FILLED):
                self.filled = self.column
                self.cells_alike += repeats - 1
        elif name == "table:table-row":
            self.repeats = _repeats(attributes, "table:number-rows-repeated")
            self.column = self.filled = 0

    def end(self, name: str) -> None:
        self.depth -= 1
        if name == "table:table-row":
            if self.filled:
                self.area.include(self.row, 0, self.row + self.repeats - 1, self.filled - 1)
                self.area.count_rows(self.repeats)
                self._count_alike(self.repeats - 1)
            self.row += self.repeats
        elif name == "table:table":
            self._begin_another()

    def _count_alike(self, rows: int) -> None:
        self.rows_alike += rows
        self.cells_alike += rows * self.filled
        if self.rows_alike > MOST_ROWS_ALIKE or self.cells_alike > MOST_CELLS_ALIKE:
            self.area.refuse(self.area.bottom, self.area.right)

    def _begin_another(self) -> None:
        self.cells_before += self.area.cells()
        if self.cells_before > MOST_CELLS:
            raise UnreadableWorkbook(
                f"The sheets of this workbook have {self.cells_before} cells together: too many to read. "
                "Delete old sheets and the rows below the last records, and save it again."
            )
        self.area, self.row = _Area(), 0


def _walk(part: bytes, walk: _SheetWalk | _TablesWalk) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)  # noqa: FBT003 - takes no keywords: this is all of it
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise UnreadableWorkbook(DAMAGED) from fault


_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_FILLED = frozenset(
    {"table:formula"}
    | {f"office:{kind}" for kind in ("value-type", "value", "string-value", "date-value")}
    | {f"office:{kind}" for kind in ("time-value", "boolean-value")}
)
_REFERENCE = re.compile(r"([A-Za-z]*)0*([1-9]\d{0,7})")


def _position(reference: str) -> tuple[int, int]:
    """``B12`` as row and column from 0; a bare ``12`` is a row."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise UnreadableWorkbook(DAMAGED)
    return int(found[2]) - 1, _column(found[1])


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return max(column - 1, 0)


def _repeats(attributes: dict[str, str], key: str) -> int:
    if key not in attributes:
        return 1
    repeats = int(attributes[key])
    if repeats < 0:
        raise UnreadableWorkbook(DAMAGED)
    return repeats


def _refuse(*_: object) -> Never:
    raise UnreadableWorkbook(DAMAGED)
