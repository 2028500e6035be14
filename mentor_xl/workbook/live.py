"""The book that is open in Excel as a ``Grid``: read sheet by sheet, each in one go, with patience.

Nothing needs the book's path: one that was never saved, or lies in OneDrive, reads like any other.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from mentor_xl.errors import MentorError, UnreadableWorkbook
from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.grid import Row, normal
from mentor_xl.workbook.used_area import MOST_CELLS

if TYPE_CHECKING:
    from xlwings import Book, Sheet

T = TypeVar("T")

# -- patience ----------------------------------------------------------------------------------------------

_EXCEPTION_TOLD = -2147352567
BUSY = frozenset({-2147418111, -2147417846, -2146777998})
"""What Excel answers while somebody types in a cell or a box is open: rejected, retry later, 0x800AC472."""
WAITS = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2)
"""Seconds to wait before each further try."""


class ExcelBusy(MentorError):
    """Excel did not answer for as long as a person would wait."""


def patiently(ask: Callable[[], T], sleep: Callable[[float], object] = time.sleep) -> T:
    """What Excel answers; asked again, a few times, while it is busy.

    Raises:
        ExcelBusy: it is busy still.
    """
    for wait in WAITS:
        try:
            return ask()
        except Exception as fault:
            if not is_busy(fault):
                raise
        sleep(wait)
    try:
        return ask()
    except Exception as fault:
        if not is_busy(fault):
            raise
        raise ExcelBusy(
            "Excel is busy. If you are typing in a cell, press Enter; if a box is open, close it. "
            "Then press the button again."
        ) from None


def is_busy(fault: Exception) -> bool:
    """Whether a fault says that Excel is busy, and nothing worse."""
    if type(fault).__name__ == "ExcelBusyError":
        return True
    told = fault.args
    number = getattr(fault, "hresult", told[0] if told else None)
    if number == _EXCEPTION_TOLD and len(told) > 2 and told[2]:
        number = told[2][-1]
    return number in BUSY


# -- reading -----------------------------------------------------------------------------------------------

_ERRORS = MappingProxyType(
    {
        2000: "#NULL!", 2007: "#DIV/0!", 2015: "#VALUE!", 2023: "#REF!", 2029: "#NAME?", 2036: "#NUM!",
        2042: "#N/A", 2043: "#GETTING_DATA", 2045: "#SPILL!", 2046: "#CONNECT!", 2047: "#BLOCKED!",
        2048: "#UNKNOWN!", 2049: "#FIELD!", 2050: "#CALC!",
    }
)  # fmt: skip
_FIRST_ERROR = -2146828288
"""Excel hands an error over as a whole number this far below zero; every other number has a fraction."""
_DAY_0 = dt.date(1899, 12, 30)
_HALF_A_SECOND = dt.timedelta(milliseconds=500)


class LiveGrid:
    """A book that is open in Excel. Each sheet is read once, when its rows are first asked for."""

    def __init__(self, book: Book, sleep: Callable[[float], object] = time.sleep) -> None:
        self._sleep = sleep
        self._sheets: dict[str, Sheet] = self._ask(lambda: {sheet.name: sheet for sheet in book.sheets})
        self.name: str = self._ask(lambda: book.name)
        """The book's name as its window shows it, without a folder."""
        self._read: dict[str, tuple[Row, ...]] = {}

    def _ask(self, ask: Callable[[], T]) -> T:
        return patiently(ask, self._sleep)

    def sheet_names(self) -> tuple[str, ...]:
        """Every sheet, hidden ones too, in the book's order."""
        return tuple(self._sheets)

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of a sheet that hold anything.

        Raises:
            KeyError: no sheet has this name.
            UnreadableWorkbook: the sheet is larger than any caseload.
            ExcelBusy: Excel does not answer.
        """
        if sheet not in self._read:
            self._read[sheet] = tuple(self._rows(self._sheets[sheet], sheet))
        return iter(self._read[sheet])

    def _rows(self, sheet: Sheet, title: str) -> Iterator[Row]:
        used = self._ask(lambda: sheet.used_range)
        top, left, (height, width) = self._ask(lambda: (used.row, used.column, used.shape))
        if height * width > MOST_CELLS:
            raise UnreadableWorkbook(
                f"The sheet {title[:31]} is in use down to row {top + height - 1:,}: too far for a caseload. "
                "Delete the empty rows and columns beyond your own, save, and try again."
            )
        beside: list[Cell] = [None] * (left - 1)
        for number, cells in enumerate(as_rows(self._ask(lambda: used.raw_value)), top):
            row = [plain(cell) for cell in cells]
            if row.count(None) < len(row):
                yield number, beside + row

    def shows_errors(self) -> bool:
        """Excel tells an error cell from a blank one."""
        return True

    @property
    def sha256(self) -> str:
        """Of the cells that were read, as hexadecimal digits: the book need not be a file yet."""
        digest = hashlib.sha256()
        for sheet, rows in sorted(self._read.items()):
            digest.update(repr((sheet, rows)).encode())
        return digest.hexdigest()


def as_rows(value: Any) -> Sequence[Sequence[Any]]:
    """What Excel hands over of an area as rows of cells; one cell alone comes bare."""
    return value if isinstance(value, list | tuple) else ((value,),)


def plain(value: Any) -> Cell:
    """The normal form of a cell as Excel hands it over."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return None if value == "" else value
    if kind is float:
        return int(value) if value.is_integer() else value
    if kind is int and _FIRST_ERROR <= value < _FIRST_ERROR + 0x10000:
        return CellError(_ERRORS.get(value - _FIRST_ERROR, "#ERROR!"))
    if isinstance(value, dt.datetime):
        return _moment(value)
    return normal(float(value) if isinstance(value, Decimal) else value)


def _moment(value: dt.datetime) -> Cell:
    """A day, a time of day or both: Excel's own days have a zone and parts of a second that nobody typed."""
    moment = dt.datetime(*value.timetuple()[:6], value.microsecond) + _HALF_A_SECOND  # noqa: DTZ001
    moment = moment.replace(microsecond=0)
    return moment.time() if moment.date() == _DAY_0 else normal(moment)
