"""A workbook file as a ``Grid``: its bytes read once, checked, and never written."""

import datetime as dt
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.ahead import SheetsAhead
from mentor_xl.workbook.grid import Row, normal
from mentor_xl.workbook.guard import PasswordNeeded, check_before_reading, check_file, may_unfold
from mentor_xl.workbook.mending import ERROR_MARK
from mentor_xl.workbook.packing import package_of
from mentor_xl.workbook.password import unlocked
from mentor_xl.workbook.tables import NormalCells, Table
from mentor_xl.workbook.used_area import DAMAGED

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from mentor_xl.workbook.limited import LimitedBook, LimitedSheet


def open_grid(path: Path, password: str | None = None) -> "FileGrid":
    """The workbook at ``path``; ``password`` where it needs one to open.

    Raises:
        PasswordNeeded: it is encrypted, and no password was given.
        WrongPassword: the password is not the right one.
        UnreadableWorkbook: it is missing, locked, no workbook, damaged, too large or harmful; the text is
            one sentence or two for a person, without the file's name, which may be a pupil's.
    """
    try:
        check_file(path)
        data = path.read_bytes()
    except PermissionError as fault:
        raise UnreadableWorkbook(
            "This file is locked, or you have no permission to read it. Close it in Excel, or copy it to a "
            "folder of your own, and try again."
        ) from fault
    except OSError as fault:
        raise UnreadableWorkbook(
            "This file could not be read from its drive. Check that the drive or cloud folder is connected."
        ) from fault
    # A name that was typed in another encoding must not stop what is written about it.
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return FileGrid(name, data, password)


class FileGrid:
    """A workbook file, read-only. The cells of a sheet are read when its rows are asked for."""

    name: str
    """The file's name, without its folder."""
    suffix: str
    """``.xlsx``, ``.xlsm``, ``.xls`` or ``.ods``."""
    sha256: str
    """Of the bytes that were read, as hexadecimal digits."""

    def __init__(self, name: str, data: bytes, password: str | None = None) -> None:
        self.name = name
        self.suffix = Path(name).suffix.lower()
        self.sha256 = hashlib.sha256(data).hexdigest()
        try:
            parts = check_before_reading(data, self.suffix)
        except PasswordNeeded:
            if password is None:
                raise
            data = unlocked(data, password)
            parts = check_before_reading(data, self.suffix)
        self._is_made_of_parts = bool(parts)
        self._may_hold_errors = any(part.is_mended for part in parts)
        is_xlsx = bool(parts) and all(part.name != "content.xml" for part in parts)
        read = _read if is_xlsx and not may_unfold(parts) else _read_limited
        self._sheets = read(package_of(parts) if parts else data)
        self._names = self._sheets.names

    def sheet_names(self) -> tuple[str, ...]:
        """Every sheet, hidden ones and charts too, in the workbook's order."""
        return self._names

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of a sheet that hold anything.

        Raises:
            KeyError: no sheet has this name.
            UnreadableWorkbook: the sheet is damaged.
        """
        return self.table(sheet).rows()

    def table(self, sheet: str) -> Table:
        """The cells of a sheet by column; raises as ``rows`` does."""
        if sheet not in self._names:
            raise KeyError(sheet)
        cells = _MarkedCells() if self._may_hold_errors else NormalCells()
        with _faults_in_words():
            return _table(self._sheets.sheet(sheet), cells)

    def read_ahead(self, sheets: Sequence[str]) -> None:
        """Be told which sheets will be asked for, and in which order."""
        self._sheets.announce(sheets)

    def shows_errors(self) -> bool:
        """Whether error cells are seen: not in an .xls, whatever its file is called."""
        return self._is_made_of_parts


def _read(package: bytes) -> "SheetsAhead | LimitedBook":
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only a command that reads a file pays for it

    with _faults_in_words():
        return SheetsAhead(CalamineWorkbook.from_filelike(BytesIO(package)))


def _read_limited(package: bytes) -> "SheetsAhead | LimitedBook":
    from mentor_xl.workbook.limited import LimitedBook  # noqa: PLC0415 - slow to import, and seldom wanted

    return LimitedBook(package)


def _table(sheet: "CalamineSheet | LimitedSheet", cells: NormalCells) -> Table:
    if sheet.start is None:
        return Table((), ())
    top, left = sheet.start
    columns = [cells.column(column) for column in zip(*sheet.to_python(), strict=True)]
    filled = Table(range(top + 1, top + 1 + len(columns[0])), columns).without_blanks()
    # Only now what is blank beside them: there may be thousands of columns, and a million rows between.
    return Table(filled.numbers, [*repeat((None,) * len(filled), left), *filled.columns])


class _MarkedCells(NormalCells):
    """Cells of a file in which errors are marked."""

    as_they_are = frozenset({dt.date})

    def one(self, cell: object) -> Cell:
        if isinstance(cell, str) and cell.startswith(ERROR_MARK):
            return CellError(cell.removeprefix(ERROR_MARK))
        return normal(cell)


@contextmanager
def _faults_in_words() -> Iterator[None]:
    try:
        yield
    except Exception as fault:
        raise UnreadableWorkbook(DAMAGED) from fault
    except BaseException as fault:
        # A panic in Rust arrives as no Exception at all.
        if type(fault).__module__ != "pyo3_runtime":
            raise
        raise UnreadableWorkbook(DAMAGED) from fault
