"""The front at work on a real open document, as a person has it before them."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from live.books import TODAY, saved

from mentor_xl.live.open_book import OpenBook
from mentor_xl.live.remembered import Remembered
from mentor_xl.ribbon import press


@dataclass
class Desk:
    """An open book, and what a press of a button shows and opens."""

    app: Any
    book: Any
    path: Path
    home: Path
    said: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)

    @property
    def remembered(self) -> Remembered:
        return Remembered(self.home / "settings", self.home / "Documents", self.home / "cache")

    @property
    def boxes(self) -> list[str]:
        """What was shown in a box."""
        found: list[str] = self.app.impl.alerts
        return found

    def press(self, entry: str, kind: str = "", today: dt.date = TODAY) -> int:
        """Press a button; the exit code."""
        self.boxes.clear()
        return press(
            self.app,
            entry,
            kind,
            today=today,
            remembered=self.remembered,
            open_file=self.opened.append,
            sleep=lambda _: self.said.append(str(self.app.status_bar)),
        )

    def open_book(self) -> OpenBook:
        """The book as the front sees it."""
        return OpenBook(self.app, self.book, lambda _: None)

    def select(self, sheet: str, address: str) -> None:
        self.book.sheets[sheet].impl.activate()
        self.book.sheets[sheet].range(address).select()

    def cells(self, sheet: str) -> dict[str, Any]:
        """Every cell of a sheet that holds anything, by its name."""
        used = self.book.sheets[sheet].used_range
        return {
            f"{row},{column}": value
            for row, cells in enumerate(used.raw_value, used.row)
            for column, value in enumerate(cells, used.column)
            if value is not None
        }

    def grounds(self, sheet: str) -> dict[tuple[int, int], Any]:
        """The ground of each cell in use that has one."""
        used = self.book.sheets[sheet].used_range
        places = [
            (used.row + down, used.column + right)
            for down in range(used.shape[0])
            for right in range(used.shape[1])
        ]
        found = self.open_book().colours(sheet, places, frozenset())
        return {at: colour for at, colour in found.items() if colour is not None}

    def notes(self, sheet: str) -> dict[tuple[int, int], str]:
        return {at: note.text for at, note in self.open_book().notes(sheet).items()}


@pytest.fixture
def desk(excel: Any, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Opens a book: the small one, or one that is given as Markdown."""
    opened: list[Any] = []

    def lay(text: str | None = None, change: Callable[[Any], None] | None = None) -> Desk:
        path = saved(tmp_path / "caseload.xlsx", text, change)
        book = excel.books.open(str(path))
        opened.append(book)
        excel.impl.answers.clear()
        return Desk(excel, book, path, tmp_path)

    yield lay
    for one in list(excel.books):
        one.close()
    excel.impl.books.seen_as.clear()
