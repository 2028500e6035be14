"""One press of *Letters* in a fresh process, on an Excel of plain Python: nothing else is imported for it."""

import pickle
from pathlib import Path
from typing import Any

from live.fake_excel import App

from mentor_xl.live.remembered import Remembered
from mentor_xl.ribbon import press


class Kept:
    """A grid that was read before, so that no reader of files is imported."""

    def __init__(self, sheets: dict[str, list[Any]]) -> None:
        self._sheets = sheets

    def sheet_names(self) -> tuple[str, ...]:
        return tuple(self._sheets)

    def rows(self, sheet: str) -> Any:
        return iter(self._sheets[sheet])

    def shows_errors(self) -> bool:
        return True


def keep(grid: Any, path: Path) -> None:
    """Put a grid by."""
    path.write_bytes(pickle.dumps({name: list(grid.rows(name)) for name in grid.sheet_names()}))


def app_of(home: Path, row: int = 3) -> App:
    """An Excel with the book that was put by, a row of *Pupils* selected."""
    app = App("Book1", Kept(pickle.loads((home / "book.pickle").read_bytes())))  # noqa: S301 - our own
    book = app.books.active  # type: ignore[attr-defined]
    book.sheets["Pupils"].activate()
    book.sheets["Pupils"].range(f"A{row}").select()
    return app


def press_letter(home: Path, kind: str = "consent", row: int = 3) -> App:
    """Press the button; the Excel afterwards."""
    import datetime as dt  # noqa: PLC0415

    if not (home / "book.pickle").exists():
        from cli.small_school import WHOLE  # noqa: PLC0415

        from mentor_xl.workbook.grid import MarkdownGrid  # noqa: PLC0415

        keep(MarkdownGrid(WHOLE), home / "book.pickle")
    app = app_of(home, row)
    code = press(
        app,  # type: ignore[arg-type]
        "letters",
        kind,
        today=dt.date(2026, 11, 23),
        remembered=Remembered(home / "settings", home / "Documents", home / "cache"),
        open_file=str,
        sleep=lambda _: None,
    )
    assert code == 0, app.asked
    return app
