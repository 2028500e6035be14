"""An Excel of plain Python, for what needs no real one: how busy it is, how fast a press is."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from mentor_xl.live.addresses import Area, areas_of, cell_name
from mentor_xl.records import CellError
from mentor_xl.workbook.grid import Grid


class Busy(Exception):
    """What pywin32 raises: a number and a sentence."""

    def __init__(self, hresult: int) -> None:
        super().__init__(hresult, "Call was rejected by callee.", None, None)
        self.hresult = hresult


class Loose:
    """Takes whatever is set."""


class Cells:
    """Some cells of a sheet."""

    def __init__(self, sheet: "Sheet", areas: tuple[Area, ...]) -> None:
        self.__dict__.update(sheet=sheet, areas=areas, font=Loose(), api=Loose(), impl=self)

    row = property(lambda self: self.areas[0].top)
    column = property(lambda self: self.areas[0].left)
    shape = property(
        lambda self: (self.areas[0].bottom - self.row + 1, self.areas[0].right - self.column + 1)
    )
    last_cell = property(lambda self: Cells(self.sheet, (Area(*(self._corner * 2)),)))
    _corner = property(lambda self: (self.areas[0].bottom, self.areas[0].right))
    _name = property(lambda self: f"{cell_name((self.row, self.column))}:{cell_name(self._corner)}")
    address = property(lambda self: "$A$1" if self._name == "A1:A1" else self._name)
    row_height = 18.0

    def _places(self) -> Iterator[tuple[int, int]]:
        for area in self.areas:
            for row in range(area.top, area.bottom + 1):
                yield from ((row, column) for column in range(area.left, area.right + 1))

    @property
    def raw_value(self) -> Any:
        self.sheet.book.app.answer()
        area = self.areas[0]
        return tuple(
            tuple(self.sheet.cells.get((row, column)) for column in range(area.left, area.right + 1))
            for row in range(area.top, area.bottom + 1)
        )

    formula = property(
        lambda self: tuple(tuple(str(one or "") for one in row) for row in self.raw_value),
        lambda self, rows: self._write(rows),
    )
    value = property(lambda self: self.raw_value, lambda self, rows: self._write(rows))

    def _write(self, rows: Any) -> None:
        self.sheet.book.app.answer()
        for down, row in enumerate(rows):
            for right, one in enumerate(row):
                self.sheet.cells[self.row + down, self.column + right] = one

    color = property(
        lambda self: next((self.sheet.grounds.get(at) for at in self._places()), None),
        lambda self, colour: self.sheet.grounds.update(dict.fromkeys(self._places(), colour)),
    )

    def clear_contents(self) -> None:
        for at in [at for at in self.sheet.cells if any(at in area for area in self.areas)]:
            del self.sheet.cells[at]

    def select(self) -> None:
        self.sheet.book.app.selection = self

    def __setattr__(self, name: str, value: Any) -> None:
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)


class Tables(list[Any]):
    """The tables of a sheet."""

    def add(self, *_: Any, **__: Any) -> Any:
        table = Loose()
        table.resize = lambda _: None  # type: ignore[attr-defined]
        self.append(table)
        return table


class Sheet:
    """A sheet."""

    def __init__(self, book: "Book", name: str) -> None:
        self.book, self.name, self.visible = book, name, True
        self.cells: dict[tuple[int, int], Any] = {}
        self.grounds: dict[tuple[int, int], Any] = {}
        self.notes: list[Any] = []
        self.tables = Tables()
        self.impl = self.api = self
        self.ProtectContents = self.FilterMode = False

    @property
    def used_range(self) -> Cells:
        self.book.app.answer()
        rows = [row for row, _ in self.cells] or [1]
        columns = [column for _, column in self.cells] or [1]
        return Cells(self, (Area(1, 1, max(rows), max(columns)),))

    def range(self, first: Any, second: Any = None) -> Cells:
        if isinstance(first, str):
            return Cells(self, areas_of(first))
        return Cells(self, (Area(*first, *(second or first)),))

    def clear_contents(self) -> None:
        self.cells.clear()

    def activate(self) -> None:
        self.book.sheets.active = self


class Sheets(list[Sheet]):
    """The sheets of a book."""

    active: Sheet

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, int):
            return super().__getitem__(key)
        return next(one for one in self if one.name == key)

    def add(self, name: str, after: Any = None) -> Sheet:  # noqa: ARG002
        self.append(Sheet(self[0].book, name))
        return self[-1]


class Book:
    """A book that holds what a grid holds, as COM hands it over."""

    ProtectStructure = False

    def __init__(self, app: "App", name: str, grid: Grid) -> None:
        self.app, self.name, self.FullName, self.api = app, name, name, self
        self.sheets = Sheets()
        for title in grid.sheet_names():
            sheet = Sheet(self, title)
            self.sheets.append(sheet)
            for row, cells in grid.rows(title):
                filled = ((n, cell) for n, cell in enumerate(cells, 1) if cell is not None)
                sheet.cells.update({(row, n): over_com(cell) for n, cell in filled})
        self.sheets.active = self.sheets[0]


class App:
    """An Excel that is busy as often as it is told to be."""

    status_bar: Any = False
    screen_updating = True

    def __init__(self, name: str, grid: Grid) -> None:
        self.rejections: list[int] = []
        self.asked: list[str] = []
        self.books = self.api = self.ActiveWindow = Loose()
        self.ActiveWindow.ScrollRow = self.ActiveWindow.ScrollColumn = 1  # type: ignore[attr-defined]
        self.api.ActiveWindow = self.ActiveWindow  # type: ignore[attr-defined]
        self.books.active = Book(self, name, grid)  # type: ignore[attr-defined]
        self.books.open = print  # type: ignore[attr-defined]
        self.selection: Any = self.books.active.sheets[0].range("A1")  # type: ignore[attr-defined]

    def answer(self) -> None:
        """Refuse, while it is told to."""
        if self.rejections:
            raise Busy(self.rejections.pop())

    def alert(self, text: str, *_: Any, **__: Any) -> str:
        self.asked.append(text)
        return "ok"


def over_com(cell: Any) -> Any:
    """A cell as Excel hands it over: numbers with a fraction, days with a zone, errors as whole numbers."""
    if isinstance(cell, bool | str):
        return cell
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, CellError):
        return -2146828288 + 2042
    if isinstance(cell, dt.datetime):
        return cell.replace(tzinfo=dt.UTC)
    if isinstance(cell, dt.date):
        return dt.datetime(cell.year, cell.month, cell.day, tzinfo=dt.UTC)
    return cell
