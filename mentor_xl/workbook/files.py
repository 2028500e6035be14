"""A workbook file as a ``Grid``: its bytes read once, checked, and never written."""

import datetime as dt
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.grid import Row, normal
from mentor_xl.workbook.guard import PasswordNeeded, check_before_reading, check_file
from mentor_xl.workbook.mending import ERROR_MARK
from mentor_xl.workbook.packing import Part, package_of
from mentor_xl.workbook.password import unlocked
from mentor_xl.workbook.used_area import DAMAGED

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


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
        self._book = _opened(parts, data)

    def sheet_names(self) -> tuple[str, ...]:
        """Every sheet, hidden ones and charts too, in the workbook's order."""
        return tuple(self._book.sheet_names)

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of a sheet that hold anything.

        Raises:
            KeyError: no sheet has this name.
            UnreadableWorkbook: the sheet is damaged.
        """
        if sheet not in self._book.sheet_names:
            raise KeyError(sheet)
        with _faults_in_words():
            rows = _rows(self._book.get_sheet_by_name(sheet))
        return _with_errors(rows) if self._may_hold_errors else rows

    def shows_errors(self) -> bool:
        """Whether error cells are seen: not in an .xls, whatever its file is called."""
        return self._is_made_of_parts


def _opened(parts: Sequence[Part], data: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only a command that reads a file pays for it

    with _faults_in_words():
        return CalamineWorkbook.from_filelike(BytesIO(package_of(parts) if parts else data))


def _rows(sheet: "CalamineSheet") -> Iterator[Row]:
    if sheet.start is None:
        return
    beside: list[Cell] = [None] * sheet.start[1]
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row = _normal_row(cells)
        if row.count(None) < len(row):
            yield number, beside + row


def _with_errors(rows: Iterator[Row]) -> Iterator[Row]:
    for number, row in rows:
        yield number, [_as_error(cell) if type(cell) is str else cell for cell in row]


def _as_error(text: str) -> Cell:
    return CellError(text.removeprefix(ERROR_MARK)) if text.startswith(ERROR_MARK) else text


_AS_THEY_ARE = frozenset({int, bool, dt.date})


def _normal_row(cells: Sequence[Any]) -> list[Cell]:
    """``normal`` for each cell, the common kinds decided here: 400,000 calls would cost too much."""
    return [
        (cell or None)
        if (kind := type(cell)) is str
        else (int(cell) if cell.is_integer() else cell)
        if kind is float
        else (cell if kind in _AS_THEY_ARE else normal(cell))
        for cell in cells
    ]


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
