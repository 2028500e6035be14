"""Which pupils does the selection mean? Those of its rows, on any sheet that says whose rows they are."""

from collections.abc import Iterator
from typing import Any

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.live.addresses import Area
from mentor_xl.live.open_book import OpenBook
from mentor_xl.workbook.said import plain_text
from mentor_xl.workbook.sheets import fold

PLEASE_SELECT = (
    "Select one or more rows of pupils first, on Pupils or on any other sheet with a Pupil ID. "
    "Then press the button again."
)


def selected_pupils(book: OpenBook, casebook: Casebook) -> tuple[str, ...]:
    """The pupil IDs of the rows that are selected, each once; rows that a filter hides are not meant."""
    sheet, areas = book.selected()
    found = [
        (row, ref)
        for row, ref in _pupils_by_row(book, casebook, sheet)
        if any(area.top <= row <= area.bottom for area in areas)
    ]
    is_one_row = len({row for row, _ in found}) == 1
    shown = {row for row, _ in found if is_one_row or not book.is_hidden(sheet, row)}
    return tuple(dict.fromkeys(ref for row, ref in found if row in shown))


def _pupils_by_row(book: OpenBook, casebook: Casebook, sheet: str) -> Iterator[tuple[int, str]]:
    for name, record in SHEETS.items():
        layout = casebook.layouts.get(record.sheet_name)
        if layout is not None and layout.sheet == sheet:
            for one in getattr(casebook, name, ()) if name != "settings" else ():
                ref = _pupil_of(one, casebook)
                if ref:
                    yield one.row_number, ref
            return
    yield from _by_heading(book, casebook, sheet)


def _pupil_of(record: Any, casebook: Casebook) -> str | None:
    ref: str | None = getattr(record, "pupil_id", None)
    if ref is None and getattr(record, "case_id", None):
        case = casebook.case(record.case_id)
        return case.pupil_id if case else None
    return ref


def _by_heading(book: OpenBook, casebook: Casebook, sheet: str) -> Iterator[tuple[int, str]]:
    """On our own sheets, and on a school's: the rows below a heading *Pupil ID*."""
    column: int | None = None
    for number, cells in book.grid.rows(sheet):
        if column is None:
            headings = [fold(cell) if isinstance(cell, str) else "" for cell in cells]
            column = headings.index("pupilid") if "pupilid" in headings else None
        elif column < len(cells) and cells[column] is not None:
            pupil = casebook.pupil(plain_text(cells[column]))
            if pupil:
                yield number, pupil.pupil_id


def row_selected(areas: tuple[Area, ...]) -> tuple[int, int] | None:
    """The cell that the selection begins with."""
    return (areas[0].top, areas[0].left) if areas else None
