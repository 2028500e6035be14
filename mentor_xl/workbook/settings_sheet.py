"""The Settings sheet: one setting a line, its name in one column and its value in the next."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mentor_xl.casebook import SheetLayout
from mentor_xl.problems import Place
from mentor_xl.records import Cell, CellError, Column, Settings, columns_of
from mentor_xl.workbook.cells import converter
from mentor_xl.workbook.grid import Row
from mentor_xl.workbook.said import Said, error_cell, plain_text, says_not_known
from mentor_xl.workbook.sheets import fold, without_remark
from mentor_xl.workbook.telling import Telling

_NAMES: Mapping[str, Column] = {
    fold(name): column for column in columns_of(Settings) for name in (column.heading, *column.aliases)
}


def read_settings(
    title: str, rows: Sequence[Row], lists: Mapping[str, Sequence[str]], telling: Telling
) -> tuple[Settings, SheetLayout, dict[str, int]]:
    """The school's settings, how the sheet is laid out, and the row of each setting that was found.

    A line whose name is not known is the school's own and is left alone.
    """
    names_at = _column_of_names(rows)
    values: dict[str, Any] = {}
    unread: set[str] = set()
    found: dict[str, int] = {}
    for number, typed, column, cell in _lines(rows, names_at):
        place = Place(title, number, names_at + 1, typed)
        if column.attribute in found:
            telling.say("doubled-setting", place, {"heading": typed})
            continue
        found[column.attribute] = number
        said = _said(column, cell, lists)
        if said.code:
            waits = () if said.is_read or said.code == "not-known" else telling.waits_for(Settings, column)
            telling.say(said.code, place, {"heading": typed, **said.details}, blocks=waits)
        if said.value is not None:
            values[column.attribute] = said.value
        elif said.code not in ("", "missing-value", "not-known"):
            unread.add(column.attribute)
    if "school_name" not in found:
        telling.say("missing-value", Place(title), {"heading": "School name"})
    settings = Settings.model_validate({**values, "unread": frozenset(unread)})
    return settings, SheetLayout(title, columns={"value": (names_at + 1, "Value")}), found


def _column_of_names(rows: Sequence[Row]) -> int:
    """The column, counted from 0, in which most names of settings stand."""
    standing = Counter(
        index for _, cells in rows for index, cell in enumerate(cells) if _setting(cell) is not None
    )
    return max(standing, key=lambda index: (standing[index], -index), default=0)


def _setting(cell: Cell) -> Column | None:
    return _NAMES.get(fold(without_remark(plain_text(cell)))) if isinstance(cell, str) else None


def _lines(rows: Sequence[Row], names_at: int) -> Iterator[tuple[int, str, Column, Any]]:
    """Each line that is understood: its row, the setting's name as typed, its column, its value's cell."""
    for number, cells in rows:
        name = cells[names_at] if len(cells) > names_at else None
        column = _setting(name)
        if column is not None:
            typed = " ".join(plain_text(name).split())
            yield number, typed, column, cells[names_at + 1] if len(cells) > names_at + 1 else None


def _said(column: Column, cell: Any, lists: Mapping[str, Sequence[str]]) -> Said:
    """A setting's value; the code is empty where nothing has to be said."""
    if isinstance(cell, CellError):
        return error_cell(cell)
    text = "" if cell is None else plain_text(cell)
    if not text:
        return Said(None, "missing-value" if column.must else "", {})
    if says_not_known(text, in_words=column.base in ("text", "note")):
        return Said(None, "not-known-yet" if column.must else "not-known", {"value": f"“{text}”"})
    value = converter(column, lists)(cell)
    return value if isinstance(value, Said) else Said(value, "", {})
