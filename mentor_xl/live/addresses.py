"""How cells are named to Excel: many in one address, and an address read back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentor_xl.problems import column_letters

At = tuple[int, int]
"""A cell: its row and its column, both counted from 1."""

_LONGEST = 250
"""Characters of an address that Excel takes for certain."""
_AREA = re.compile(r"\$?([A-Z]*)\$?(\d*)(?::\$?([A-Z]*)\$?(\d*))?")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, at: At) -> bool:
        """Whether a cell lies in it."""
        return self.top <= at[0] <= self.bottom and self.left <= at[1] <= self.right


def cell_name(at: At) -> str:
    """``S8``."""
    return f"{column_letters(at[1] - 1)}{at[0]}"


def column_number(letters: str) -> int:
    """The column of Excel's letters, counted from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def areas_of(address: str) -> tuple[Area, ...]:
    """The rectangles of an address, ``$A$2:$B$9,$D:$D``; whole rows and columns reach to their end."""
    found = []
    for part in address.split(","):
        match = _AREA.fullmatch(part.strip())
        if match is None:
            continue
        left, top, right, bottom = match.groups()
        last_row, last_column = bottom or top, right or left
        found.append(
            Area(
                int(top or 1),
                column_number(left) or 1,
                int(last_row or LAST_ROW),
                column_number(last_column) or LAST_COLUMN,
            )
        )
    return tuple(found)


def addresses_of(cells: Iterable[At]) -> Iterator[str]:
    """As few addresses as name all these cells, ``S8:S12,T3``, none longer than Excel takes."""
    address = ""
    for part in _runs(cells):
        if address and len(address) + 1 + len(part) > _LONGEST:
            yield address
            address = ""
        address = f"{address},{part}" if address else part
    if address:
        yield address


def _runs(cells: Iterable[At]) -> Iterator[str]:
    """Cells that lie below each other are one run."""
    start: At | None = None
    end: At | None = None
    for column, row in sorted({(column, row) for row, column in cells}):
        if end is not None and (row, column) == (end[0] + 1, end[1]):
            end = (row, column)
            continue
        if start is not None and end is not None:
            yield _named(start, end)
        start = end = (row, column)
    if start is not None and end is not None:
        yield _named(start, end)


def _named(start: At, end: At) -> str:
    return cell_name(start) if start == end else f"{cell_name(start)}:{cell_name(end)}"
