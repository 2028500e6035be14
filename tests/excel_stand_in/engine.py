"""The engine: LibreOffice as xlwings' application, its documents as books, their sheets."""

import numbers
from pathlib import Path
from typing import Any

import xlwings
from xlwings import base_classes, utils

from excel_stand_in.cells import Cells, Note, Tables, box_of
from excel_stand_in.office import the_uno_module

FILTERS = {
    ".xlsx": "Calc MS Excel 2007 XML", ".xlsm": "Calc MS Excel 2007 VBA XML",
    ".xlam": "Calc MS Excel 2007 VBA XML", ".ods": "calc8",
}  # fmt: skip
_CALC = "com.sun.star.sheet.SpreadsheetDocument"


def properties(**values: Any) -> tuple[Any, ...]:
    """LibreOffice's own form of named arguments."""
    made = []
    for name, value in values.items():
        one = the_uno_module().createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


class Engine:
    """What xlwings calls an engine."""

    name, type = "libreoffice", "desktop"

    def __init__(self, desktop: Any) -> None:
        self.apps = Apps(self, desktop)

    @staticmethod
    def clean_value_data(data: Any, *_: Any) -> Any:
        """As xlwings wants values that it converts; the front reads them bare."""
        return [list(row) for row in data]

    @staticmethod
    def prepare_xl_data_element(value: Any, *_: Any) -> Any:
        """As xlwings hands a value over."""
        if isinstance(value, numbers.Number) and not isinstance(value, bool):
            return float(value)  # type: ignore[arg-type]
        return "" if value is None else value


class Apps(base_classes.Apps):
    def __init__(self, engine: Engine, desktop: Any) -> None:
        self.app = App(engine, desktop)

    def keys(self) -> list[int]:
        return [self.app.pid]

    def __iter__(self) -> Any:
        return iter([self.app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, pid: int) -> "App":
        return self.app


class App(base_classes.App):
    """LibreOffice; what would be shown in a box is kept in ``alerts``, and answered from ``answers``."""

    api = books = engine = selection = None
    screen_updating = display_alerts = visible = True
    status_bar: Any = False
    version, hwnd, pid = utils.VersionNumber("16.0"), 1, 1

    def __init__(self, engine: Engine, desktop: Any) -> None:
        self.engine, self.desktop = engine, desktop
        self.alerts: list[str] = []
        self.answers: list[str] = []
        self.books = Books(self)
        self.api = AppAsCom(self)

    @property
    def selection(self) -> Cells | None:  # noqa: F811
        book = self.books.active
        chosen = book.document.CurrentController.Model.CurrentSelection
        if chosen is None:
            return None
        many = hasattr(chosen, "RangeAddresses")
        areas = chosen.RangeAddresses if many else [chosen.RangeAddress]
        sheet = book.sheets(areas[0].Sheet + 1)
        return Cells(sheet, [box_of(area) for area in areas])

    def activate(self, steal_focus: bool = False) -> None:
        """It has no window to bring to the front."""

    def alert(self, prompt: str, title: str, buttons: str, mode: str, callback: Any) -> str:  # noqa: ARG002
        self.alerts.append(prompt)
        return self.answers.pop(0) if self.answers else "ok"


class AppAsCom:
    """The few of Excel's own members that the front asks the application for."""

    def __init__(self, app: App) -> None:
        self._app = app

    @property
    def ActiveWindow(self) -> "Window":  # noqa: N802
        return Window(self._app.books.active.document.CurrentController)


class Window:
    def __init__(self, controller: Any) -> None:
        object.__setattr__(self, "_controller", controller)

    @property
    def ScrollRow(self) -> int:  # noqa: N802
        return int(self._controller.getFirstVisibleRow()) + 1

    @property
    def ScrollColumn(self) -> int:  # noqa: N802
        return int(self._controller.getFirstVisibleColumn()) + 1

    def __setattr__(self, name: str, value: int) -> None:
        if name in ("SplitRow", "FreezePanes"):
            self._controller.freezeAtPosition(0, 1)
            return
        set_to = {"ScrollRow": "setFirstVisibleRow", "ScrollColumn": "setFirstVisibleColumn"}[name]
        getattr(self._controller, set_to)(value - 1)


class Books(base_classes.Books):
    app = api = None

    def __init__(self, app: App) -> None:
        self.app = app
        self.seen_as: dict[str, str] = {}
        """A document's own address to the whole name it is said to have, as in the cloud."""

    def _documents(self) -> list[Any]:
        listed, found = self.app.desktop.Components.createEnumeration(), []
        while listed.hasMoreElements():
            one = listed.nextElement()
            if one.supportsService(_CALC):
                found.append(one)
        return found[::-1]

    @property
    def active(self) -> "Book":
        front = self.app.desktop.CurrentComponent
        if front is None or not front.supportsService(_CALC):
            front = (self._documents() or [None])[0]
        if front is None:
            raise RuntimeError("no workbook is open")
        return Book(self.app, front)

    def __len__(self) -> int:
        return len(self._documents())

    def __iter__(self) -> Any:
        return (Book(self.app, one) for one in self._documents())

    def __call__(self, key: int | str) -> "Book":
        for place, book in enumerate(self, 1):
            if key in (place, book.name, book.fullname):
                return book
        raise KeyError(key)

    def add(self) -> "Book":
        return self._loaded("private:factory/scalc")

    def open(self, path: str, *_: Any, **__: Any) -> "Book":
        return self._loaded(Path(path).resolve().as_uri())

    def _loaded(self, address: str) -> "Book":
        wanted = properties(MacroExecutionMode=4)
        return Book(self.app, self.app.desktop.loadComponentFromURL(address, "_blank", 0, wanted))


class Book(base_classes.Book):
    app = api = None

    def __init__(self, app: App, document: Any) -> None:
        self.app, self.document = app, document
        self.api = BookAsCom(self)

    @property
    def fullname(self) -> str:
        url = self.document.URL
        return the_uno_module().fileUrlToSystemPath(url) if url else str(self.document.Title)

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    @property
    def sheets(self) -> "Sheets":
        return Sheets(self)

    def activate(self) -> None:
        self.document.CurrentController.Frame.activate()

    def save(self, path: str | None = None, password: str | None = None) -> None:  # noqa: ARG002
        path = str(Path(path or self.fullname).resolve())
        wanted = properties(FilterName=FILTERS[Path(path).suffix.lower()])
        self.document.storeToURL(Path(path).as_uri(), wanted)

    def close(self) -> None:
        self.document.close(True)

    def to_pdf(self, path: str, quality: Any = None) -> None:  # noqa: ARG002
        self.document.storeToURL(Path(path).resolve().as_uri(), properties(FilterName="calc_pdf_Export"))


class BookAsCom:
    """The few of Excel's own members that the front asks a book for."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def FullName(self) -> str:  # noqa: N802
        own = self._book.fullname
        return self._book.app.books.seen_as.get(own, own)

    @property
    def ProtectStructure(self) -> bool:  # noqa: N802
        return bool(self._book.document.isProtected())


class Sheets(base_classes.Sheets):
    book = api = None

    def __init__(self, book: Book) -> None:
        self.book, self._sheets = book, book.document.Sheets

    @property
    def active(self) -> "Sheet":
        return Sheet(self.book, self.book.document.CurrentController.ActiveSheet)

    def __len__(self) -> int:
        return int(self._sheets.Count)

    def __iter__(self) -> Any:
        return (Sheet(self.book, self._sheets.getByIndex(place)) for place in range(len(self)))

    def __call__(self, key: int | str) -> "Sheet":
        if isinstance(key, int):
            return Sheet(self.book, self._sheets.getByIndex(key - 1))
        for sheet in self:
            if sheet.name.casefold() == key.casefold():
                return sheet
        raise xlwings.NoSuchObjectError(key)

    def add(self, before: Any = None, after: "Sheet | None" = None, name: str | None = None) -> "Sheet":
        """Excel shows a new sheet at once, and so does this."""
        place = before.index - 1 if before else after.index if after else len(self)
        name = name or f"Sheet{len(self) + 1}"
        self._sheets.insertNewByName(name, place)
        sheet = self(name)
        sheet.activate()
        return sheet


class Sheet(base_classes.Sheet):
    book = api = name = visible = show_gridlines = None

    def __init__(self, book: Book, sheet: Any) -> None:
        self.book, self.own = book, sheet
        self.api = SheetAsCom(self)

    @property
    def name(self) -> str:  # noqa: F811
        return str(self.own.Name)

    @name.setter
    def name(self, value: str) -> None:
        self.own.Name = value

    @property
    def index(self) -> int:
        return int(self.own.RangeAddress.Sheet) + 1

    @property
    def visible(self) -> bool:  # noqa: F811
        return bool(self.own.IsVisible)

    @visible.setter
    def visible(self, value: Any) -> None:
        self.own.IsVisible = value is True

    def activate(self) -> None:
        self.book.document.CurrentController.setActiveSheet(self.own)

    select = activate

    def range(self, first: Any, second: Any = None) -> Cells:
        return Cells.of(self, first, second)

    @property
    def cells(self) -> Cells:
        return Cells.of(self, (1, 1), (1048576, 16384))

    @property
    def used_range(self) -> Cells:
        cursor = self.own.createCursor()
        cursor.gotoStartOfUsedArea(False)
        start = cursor.RangeAddress
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        return Cells(self, [(start.StartRow + 1, start.StartColumn + 1, end.EndRow + 1, end.EndColumn + 1)])

    @property
    def notes(self) -> list[Note]:
        listed = self.own.Annotations
        return [Note(self, listed.getByIndex(place).Position) for place in range(listed.Count)]

    @property
    def tables(self) -> Tables:
        return Tables(self)

    def clear_contents(self) -> None:
        self.used_range.clear_contents()


class SheetAsCom:
    """The few of Excel's own members that the front asks a sheet for."""

    FilterMode = False

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @property
    def ProtectContents(self) -> bool:  # noqa: N802
        return bool(self._sheet.own.isProtected())

    @property
    def PageSetup(self) -> "PageSetup":  # noqa: N802
        return PageSetup(self._sheet)

    @property
    def Tab(self) -> "Tab":  # noqa: N802
        return Tab(self._sheet)


class Tab:
    def __init__(self, sheet: Sheet) -> None:
        object.__setattr__(self, "_sheet", sheet)

    def __setattr__(self, name: str, value: int) -> None:
        self._sheet.own.TabColor = (value & 255) << 16 | value & 0xFF00 | value >> 16


class PageSetup:
    """How a sheet prints: a page style of its own."""

    def __init__(self, sheet: Sheet) -> None:
        styles = sheet.book.document.StyleFamilies.getByName("PageStyles")
        name = f"Page of {sheet.name}"
        if not styles.hasByName(name):
            styles.insertByName(name, sheet.book.document.createInstance("com.sun.star.style.PageStyle"))
            sheet.own.PageStyle = name
        object.__setattr__(self, "_style", styles.getByName(name))
        object.__setattr__(self, "_sheet", sheet)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "Orientation":
            self._style.IsLandscape = True
            self._style.Width, self._style.Height = 29700, 21000
        elif name == "FitToPagesWide":
            self._style.ScaleToPagesX, self._style.ScaleToPagesY = value, 0
        elif name == "PrintTitleRows":
            self._sheet.own.setTitleRows(self._sheet.own.getCellRangeByName("A1:A1").RangeAddress)
            self._sheet.own.setPrintTitleRows(True)


def the_app(desktop: Any) -> xlwings.App:
    """A LibreOffice that runs, as xlwings' application."""
    engine = xlwings.main.Engine(impl=Engine(desktop))
    xlwings.engines.add(engine)
    engine.activate()
    return xlwings.App(impl=engine.impl.apps.app)
