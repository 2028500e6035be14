"""The book that is open in Excel, as far as Mentor XL writes in it: every call waits while Excel is busy.

Where a cell is already as it should be, nothing is written; nothing is ever selected but by ``go_to``.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any, TypeVar

from mentor_xl.errors import MentorError
from mentor_xl.live.addresses import Area, At, addresses_of, areas_of, cell_name
from mentor_xl.workbook.live import ExcelBusy, LiveGrid, as_rows, is_busy, patiently

if TYPE_CHECKING:
    from xlwings import App, Book, Note, Range, Sheet

T = TypeVar("T")


class Protected(MentorError):
    """The book's structure is protected, so that no sheet can be added."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a person has in front of them: the sheet, what is selected on it, and how far it is scrolled."""

    sheet: str
    selected: str
    scrolled: At


class OpenBook:
    """A book that is open in Excel."""

    def __init__(self, app: App, book: Book, sleep: Callable[[float], object] = time.sleep) -> None:
        self._app = app
        self._book = book
        self._sleep = sleep

    def ask(self, ask: Callable[[], T]) -> T:
        """What Excel answers, with patience while it is busy.

        Raises:
            ExcelBusy: it does not answer.
        """
        return patiently(ask, self._sleep)

    @cached_property
    def grid(self) -> LiveGrid:
        """The book to be read."""
        return LiveGrid(self._book, self._sleep)

    @cached_property
    def whole_name(self) -> str:
        """Its path, its address in the cloud, or its name alone while it was never saved."""
        return self.ask(lambda: str(self._book.api.FullName))

    @property
    def folder(self) -> Path | None:
        """The folder on this computer that it lies in; ``None``: it was never saved, or lies in the cloud."""
        name = self.whole_name
        is_path = "://" not in name and (Path(name).is_absolute() or PureWindowsPath(name).is_absolute())
        return Path(name).parent if is_path else None

    # -- telling ----------------------------------------------------------------------------------------

    def say(self, text: str | None) -> None:
        """Show a text in the status bar; ``None`` gives the bar back to Excel."""
        self.ask(lambda: setattr(self._app, "status_bar", text[:250] if text else False))

    @contextlib.contextmanager
    def unseen(self) -> Iterator[None]:
        """While this lasts, Excel does not redraw its window."""
        self.ask(lambda: setattr(self._app, "screen_updating", False))
        try:
            yield
        finally:
            self.ask(lambda: setattr(self._app, "screen_updating", True))

    # -- sheets -----------------------------------------------------------------------------------------

    def titles(self) -> tuple[str, ...]:
        """The sheets as they are now."""
        return self.ask(lambda: tuple(sheet.name for sheet in self._book.sheets))

    def sheet(self, title: str) -> Sheet:
        """The sheet of this name."""
        return self.ask(lambda: self._book.sheets[title])

    def add_sheet(self, title: str) -> Sheet:
        """A new sheet at the end.

        Raises:
            Protected: the book's structure is protected.
        """
        if self.ask(lambda: bool(self._book.api.ProtectStructure)):
            raise Protected(
                "This workbook is protected, so Mentor XL cannot add the sheets it fills. In Excel choose "
                "Review, Protect Workbook to take that off, and press the button again."
            )
        sheets = self._book.sheets
        return self.ask(lambda: sheets.add(title, after=sheets[len(sheets) - 1]))

    def is_protected(self, title: str) -> bool:
        """Whether the cells of a sheet are protected from changes."""
        return self.ask(lambda: bool(self.sheet(title).api.ProtectContents))

    # -- cells ------------------------------------------------------------------------------------------

    def range(self, title: str, address: str) -> Range:
        """Cells of a sheet by their address."""
        sheet = self.sheet(title)
        return self.ask(lambda: sheet.range(address))

    def read(self, title: str, area: Area) -> list[list[Any]]:
        """The cells as Excel hands them over."""
        cells = self.range(title, _address(area))
        return [list(row) for row in as_rows(self.ask(lambda: cells.raw_value))]

    def formulas(self, title: str, area: Area) -> list[list[str]]:
        """The cells as they are typed."""
        cells = self.range(title, _address(area))
        return [[str(one) for one in row] for row in as_rows(self.ask(lambda: cells.formula))]

    def write(self, title: str, at: At, rows: Sequence[Sequence[object]]) -> None:
        """Write an area in one go. Text of a user has to be made safe first (``own_sheets``)."""
        if rows:
            area = Area(*at, at[0] + len(rows) - 1, at[1] + len(rows[0]) - 1)
            cells = self.range(title, _address(area))
            self.ask(lambda: setattr(cells, "value", [list(row) for row in rows]))

    def write_formulas(self, title: str, at: At, formulas: Sequence[str]) -> None:
        """Write formulas of our own below each other."""
        if formulas:
            cells = self.range(title, _address(Area(*at, at[0] + len(formulas) - 1, at[1])))
            self.ask(lambda: setattr(cells, "formula", [[one] for one in formulas]))

    def set_height(self, title: str, rows: Iterable[int], height: float) -> None:
        """Give rows one height, in points."""
        for address in addresses_of((row, 1) for row in rows):
            found = self.range(title, address)
            self.ask(lambda found=found: setattr(found, "row_height", height))  # type: ignore[misc]

    # -- fills ------------------------------------------------------------------------------------------

    def fill(self, title: str, cells: Iterable[At], colour: str | None) -> None:
        """Give cells one ground, ``#FDE2E1``; ``None``: no fill."""
        for address in addresses_of(cells):
            found = self.range(title, address)
            self.ask(lambda found=found: setattr(found, "color", colour))  # type: ignore[misc]

    def ink(self, title: str, cells: Iterable[At], colour: str) -> None:
        """Write cells in one colour."""
        for address in addresses_of(cells):
            found = self.range(title, address)
            self.ask(lambda found=found: setattr(found.font, "color", colour))  # type: ignore[misc]

    def colours(self, title: str, cells: Iterable[At], likely: frozenset[str]) -> dict[At, str | None]:
        """The ground of each cell; few questions where many have none, or one of the ``likely`` ones."""
        found: dict[At, str | None] = {}
        waiting = [sorted(set(cells), key=lambda at: (at[1], at[0]))]
        while waiting:
            part = waiting.pop()
            addresses = list(addresses_of(part))
            colour = self._colour(title, addresses[0]) if len(addresses) == 1 else ...
            if len(part) > 1 and colour is not None and colour not in likely:
                half = len(part) // 2
                waiting += [part[:half], part[half:]]
            elif part:
                found.update(dict.fromkeys(part, None if colour is ... else colour))
        return found

    def _colour(self, title: str, address: str) -> Any:
        """One colour of all the cells; ``...`` where they differ."""
        cells = self.range(title, address)
        try:
            colour = self.ask(lambda: cells.color)
        except TypeError:  # xlwings cannot make a colour of Excel's “they differ”.
            return ...
        return None if colour is None else "#{:02X}{:02X}{:02X}".format(*map(int, colour))

    # -- notes ------------------------------------------------------------------------------------------

    def notes(self, title: str) -> dict[At, Note]:
        """Every note of a sheet, whoever wrote it."""
        sheet = self.sheet(title)

        def every() -> dict[At, Note]:
            return {(note.location.row, note.location.column): note for note in sheet.notes}

        return self.ask(every)

    def add_note(self, title: str, at: At, text: str) -> bool:
        """Write a note on a cell; whether there was room for one."""
        cell = self.range(title, cell_name(at))
        try:
            note = self.ask(lambda: cell.add_note(text))
        except ExcelBusy:
            raise
        except Exception:  # noqa: BLE001 - a threaded comment stands there, or Excel takes none
            return False
        with contextlib.suppress(Exception):  # How large its box is matters to nothing else.
            self.ask(lambda: setattr(note.api.Shape.TextFrame, "AutoSize", True))
        return True

    # -- where a person is ------------------------------------------------------------------------------

    def where(self) -> Where:
        """What the person has in front of them now."""

        def here() -> Where:
            window = self._app.api.ActiveWindow
            selected = self._app.selection
            address = selected.address if selected is not None else ""
            return Where(self._book.sheets.active.name, address, (window.ScrollRow, window.ScrollColumn))

        return self.ask(here)

    def selected(self) -> tuple[str, tuple[Area, ...]]:
        """The sheet that is open, and what is selected on it."""
        where = self.where()
        return where.sheet, areas_of(where.selected) if where.selected else ()

    def is_hidden(self, title: str, row: int) -> bool:
        """Whether a row is hidden, by a filter or by hand."""
        return self.ask(lambda: not self.sheet(title).range(f"A{row}").row_height)

    def go_to(self, title: str, at: At) -> None:
        """Show a cell and select it."""

        def go() -> None:
            sheet = self._book.sheets[title]
            if not sheet.visible:
                sheet.visible = True
            _show(sheet)
            sheet.range(at).select()

        self.ask(go)

    def go_back(self, where: Where) -> None:
        """Show again what the person had in front of them; what is so already is not touched."""

        def back() -> None:
            now = self.where()
            if now.sheet != where.sheet:
                _show(self._book.sheets[where.sheet])
                now = self.where()
            if where.selected and now.selected != where.selected:
                with contextlib.suppress(Exception):  # An address too long to be said whole.
                    self._book.sheets[where.sheet].range(where.selected).select()
            window = self._app.api.ActiveWindow
            if (window.ScrollRow, window.ScrollColumn) != where.scrolled:
                window.ScrollRow, window.ScrollColumn = where.scrolled

        self.ask(back)


def _show(sheet: Sheet) -> None:
    """Bring a sheet to the front of its book; xlwings' own way insists on being the only Excel."""
    sheet.impl.activate()


def _address(area: Area) -> str:
    return f"{cell_name((area.top, area.left))}:{cell_name((area.bottom, area.right))}"


__all__ = ["OpenBook", "Protected", "Where", "is_busy"]
