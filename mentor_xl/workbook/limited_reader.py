"""The other half of ``limited``: a program that reads a workbook under bounds of memory and time.

It is started by its path, so it imports calamine and nothing of ours. The workbook comes in on stdin; on
stdout go, for each sheet, its name and first filled cell, then its rows in pieces, the last of them empty.
"""

import pickle
import sys
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO

MEMORY = 250_000_000
SECONDS = 4
"""Of the processor: a slow or busy computer makes no file harmful."""
MOST_TOLD = 60_000_000
"""Bytes on stdout, which whoever started this has to hold."""
TOO_MUCH = 3
_PIECE = 500
"""Rows."""


def _take_limits() -> None:
    """Also no core dump: one would leave the workbook on the disk. Windows has none of these bounds."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        for what, most in (("DATA", MEMORY), ("CPU", SECONDS), ("CORE", 0)):
            with suppress(ValueError, OSError):  # The computer's own bound is lower.
                resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (most, most))


def _told_of(workbook: bytes) -> Iterator[object]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only once the limits hold

    book = CalamineWorkbook.from_filelike(BytesIO(workbook))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        yield name, sheet.start
        rows = sheet.to_python() if sheet.start else []
        for at in range(0, len(rows) + _PIECE, _PIECE):
            yield rows[at : at + _PIECE]


def main() -> int:
    """Read and tell; the exit code."""
    _take_limits()
    told = 0
    try:
        for piece in _told_of(sys.stdin.buffer.read()):
            told += sys.stdout.buffer.write(pickle.dumps(piece, pickle.HIGHEST_PROTOCOL))
            if told > MOST_TOLD:
                return TOO_MUCH
    except MemoryError:
        return TOO_MUCH
    return 0


if __name__ == "__main__":
    sys.exit(main())
