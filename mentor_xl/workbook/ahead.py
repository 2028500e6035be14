"""The sheets of a file, read in a thread of their own while the ones before them are looked at.

calamine is no Python: while it reads, another thread runs on. Only a few sheets are read ahead, so that
their cells do not fill the memory.
"""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_AHEAD = 2


class SheetsAhead:
    """Gives each sheet of a book; those that were announced are read before they are asked for."""

    def __init__(self, book: "CalamineWorkbook") -> None:
        self.names = tuple(book.sheet_names)
        self._book = book
        self._thread: ThreadPoolExecutor | None = None
        self._announced: deque[str] = deque()
        self._coming: dict[str, Future[CalamineSheet]] = {}

    def announce(self, sheets: Sequence[str]) -> None:
        """Say which sheets will be asked for, in this order."""
        self._thread = self._thread or ThreadPoolExecutor(max_workers=1)
        self._announced = deque(sheets)
        self._go_on()

    def sheet(self, name: str) -> "CalamineSheet":
        """The sheet of this name. Raises whatever calamine does."""
        if self._thread is None:
            return self._book.get_sheet_by_name(name)
        # A book can be asked by one thread at a time: by this one, from then on.
        coming = self._coming.pop(name, None) or self._thread.submit(self._book.get_sheet_by_name, name)
        try:
            return coming.result()
        finally:
            self._go_on()

    def _go_on(self) -> None:
        while self._thread and self._announced and len(self._coming) < _AHEAD:
            name = self._announced.popleft()
            self._coming[name] = self._thread.submit(self._book.get_sheet_by_name, name)
