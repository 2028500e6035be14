"""A workbook read in a process of its own, which may take only so much memory and time.

calamine reads an .xls or .ods whole on opening and makes room for whatever it says of itself; when there is
none it ends the whole process, and a fault of its own is printed on stderr. Here only the other process ends,
unheard. It costs an ordinary file 50 ms. So are the few .xlsx read whose text could unfold.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from mentor_xl.errors import UnreadableWorkbook
from mentor_xl.workbook import limited_reader
from mentor_xl.workbook.used_area import DAMAGED, HARMFUL

_PATIENCE = 15
"""Seconds on the clock: the only bound that Windows has."""
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class LimitedSheet:
    """What calamine calls a sheet, as far as it is asked for here."""

    start: tuple[int, int] | None
    rows: list[list[Any]]

    def to_python(self) -> list[list[Any]]:
        """Its cells from ``start`` on."""
        return self.rows


class LimitedBook:
    """The sheets of a book, all of them read. Raises UnreadableWorkbook."""

    def __init__(self, package: bytes) -> None:
        self._sheets = dict(_sheets(BytesIO(_told_of(package))))
        self.names = tuple(self._sheets)

    def announce(self, sheets: Sequence[str]) -> None:
        """Nothing is left to be read ahead."""

    def sheet(self, name: str) -> LimitedSheet:
        """The sheet of this name."""
        return self._sheets[name]


def _told_of(package: bytes) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", str(Path(limited_reader.__file__))],
            input=package,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=_PATIENCE,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired as slow:
        raise UnreadableWorkbook(_TOO_MUCH) from slow
    except OSError as fault:
        raise UnreadableWorkbook(
            "This computer lets no reader of such files start. Open it in Excel and save it as .xlsx."
        ) from fault
    if done.returncode:
        # It says 1 of a fault that it met; a bound that it met ends it from outside.
        raise UnreadableWorkbook(DAMAGED if done.returncode == 1 else _TOO_MUCH)
    return done.stdout


_TOO_MUCH = f"This workbook asks for more memory or time than any caseload needs. {HARMFUL}"


def _sheets(told: BytesIO) -> Iterator[tuple[str, LimitedSheet]]:
    end = len(told.getbuffer())
    while told.tell() < end:
        name, start = pickle.load(told)  # noqa: S301 - our own program wrote it
        rows: list[list[Any]] = []
        while piece := pickle.load(told):  # noqa: S301
            rows += piece
        yield name, LimitedSheet(start, rows)
