"""What a workbook looks like to everything above: sheet names, and plain rows with their Excel row number.

A file, the book open in Excel and a test's Markdown table are all a ``Grid``; one contract suite runs
over each of them.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from mentor_xl.records import Cell, CellError

Row = tuple[int, Sequence[Cell]]
"""The row's number as Excel shows it, and its cells from column A."""


@runtime_checkable
class Grid(Protocol):
    """A workbook, reduced to what can be read from any of its forms."""

    def sheet_names(self) -> tuple[str, ...]:
        """Every sheet, hidden ones too, in the workbook's order."""

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of a sheet in order; rows that are wholly blank may be left out."""

    def shows_errors(self) -> bool:
        """Whether an error cell can be told from a blank one (in .xls it cannot)."""


def normal(value: object) -> Cell:
    """The normal form of a cell as a reader hands it over.

    Blank becomes ``None``, a whole float an ``int``, a datetime at midnight a ``date``; text keeps its
    own spaces (records strip them).
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool | str | int | CellError):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e18 else value
    if isinstance(value, dt.datetime):
        is_midnight = value.time() == dt.time(0)
        return value.date() if is_midnight else value
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return value
    return str(value)


class MarkdownGrid:
    """A whole workbook as text, for tests and examples.

    ``# Pupils`` begins a sheet; below it stands a Markdown table whose first line is row 1 of the sheet
    (``# Pupils @3`` makes it row 3); a line of dashes is no row. ``2026-09-14`` is a date, ``88.4`` a
    number, ``TRUE`` a boolean, ``#N/A`` an error; an apostrophe before a value makes it text, as in Excel.
    """

    def __init__(self, text: str) -> None:
        self._sheets: dict[str, list[Row]] = {}
        sheet, number = "", 0
        for line in (line.strip() for line in text.splitlines()):
            if line.startswith("# "):
                sheet, _, start = line[2:].partition(" @")
                sheet, number = sheet.strip(), int(start or 1)
                self._sheets[sheet] = []
            elif line.startswith("|") and not re.fullmatch(r"[|\s:-]*---[|\s:-]*", line):
                cells = [_typed(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
                self._sheets[sheet].append((number, cells))
                number += 1

    def sheet_names(self) -> tuple[str, ...]:
        """The sheets in the order they are written."""
        return tuple(self._sheets)

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of a sheet."""
        return iter(self._sheets[sheet])

    def shows_errors(self) -> bool:
        """Errors are written as ``#N/A``."""
        return True


def _typed(cell: str) -> Cell:  # noqa: PLR0911 - one line for each form a cell may have
    cell = cell.replace("\\|", "|")
    if cell.startswith("'"):
        return normal(cell[1:])
    if cell in ("TRUE", "FALSE"):
        return cell == "TRUE"
    if re.fullmatch(r"#(N/A|VALUE!|REF!|DIV/0!|NAME\?|NULL!|NUM!)", cell):
        return CellError(cell)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return dt.date.fromisoformat(cell)
    if re.fullmatch(r"-?(0|[1-9]\d*)", cell):
        return int(cell)
    if re.fullmatch(r"-?\d*\.\d+", cell):
        return normal(float(cell))
    return cell or None
