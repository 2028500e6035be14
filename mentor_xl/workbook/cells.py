"""What the text, number or date in a cell means for the column it stands in.

A converter takes one cell in normal form and gives its value, or ``Said``: a value (``None`` where it
could not be read) with the problem that has to be told.
"""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mentor_xl.records import Cell, Column
from mentor_xl.workbook.other_names import OTHER_NAMES, RETIRED
from mentor_xl.workbook.said import Converter, Said, figure, plain_text, read_as, refused
from mentor_xl.workbook.written_dates import read_date


def converter(column: Column, list_values: Mapping[str, Sequence[str]]) -> Converter:
    """How a cell of this column is read. ``list_values`` holds the values of every list by its name."""
    makers: Mapping[str, Callable[[], Converter]] = {
        "date": lambda: read_date,
        "int": lambda: _whole_number(column),
        "number": lambda: _number(column),
        "yes/no": lambda: _yes_or_no,
        "list": lambda: _on_list(column.target, list_values[column.target]),
        "list;": lambda: _each(_on_list(column.target, list_values[column.target])),
        "text;": lambda: _each(plain_text),
        "refs;": lambda: _each(plain_text, separators=";,\n"),
    }
    return makers.get(column.base, lambda: plain_text)()


# -- numbers -----------------------------------------------------------------------------------


def _number(column: Column) -> Converter:
    is_percentage = column.heading.endswith("%")

    def read(cell: Cell) -> Any:
        number = _as_number(cell)
        if number is None:
            return refused("not-a-number", plain_text(cell))
        if _is_outside(number, column):
            return _outside(number, column)
        if is_percentage and 0 < number <= 1:
            meant = figure(round(number * 100, 2))
            return Said(None, "fraction-of-hundred", {"value": figure(number), "meant": meant})
        return float(number)

    return read


def _whole_number(column: Column) -> Converter:
    def read(cell: Cell) -> Any:
        if type(cell) is not int:
            number = _as_number(cell)
            if number is None:
                return refused("not-a-number", plain_text(cell))
            if number != int(number):
                return Said(None, "not-whole", {"value": figure(number)})
            cell = int(number)
        return _outside(cell, column) if _is_outside(cell, column) else cell

    return read


def _is_outside(number: float, column: Column) -> bool:
    return (column.lowest is not None and number < column.lowest) or (
        column.highest is not None and number > column.highest
    )


def _outside(number: float, column: Column) -> Said:
    lowest, highest = figure(column.lowest or 0), figure(column.highest or 0)
    return Said(None, "out-of-range", {"value": figure(number), "lowest": lowest, "highest": highest})


def _as_number(cell: Cell) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return cell if abs(cell) < 1e15 else None
    text = plain_text(cell).replace("−", "-").removeprefix("£").removesuffix("%").strip()
    return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else None


_NUMBER = re.compile(r"[+-]?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})?(\.[0-9]{1,15})?(?<=[0-9])")
"""A comma parts thousands and nothing else: 1,5 may be one and a half, or 15 with a slip."""

# -- yes or no, and lists ------------------------------------------------------------------------

_YES = frozenset({"yes", "y", "true", "t", "1", "✓", "✔", "☑"})
_NO = frozenset({"no", "n", "false", "f", "0", "☐"})
"""A cross is in neither: some tick a box with it, and some cross things out."""


def _yes_or_no(cell: Cell) -> Any:
    folded = plain_text(cell).casefold()
    if folded in _YES:
        return True
    if folded in _NO:
        return False
    return refused("not-yes-or-no", plain_text(cell))


SAME: Mapping[str, Mapping[str, str]] = {
    "YesNoUnknown": {"Y": "Yes", "N": "No"},
    "LookedAfter": {"N": "No"},
    "SocialCare": {"No": "None", "N": "None"},
    "YoungCarer": {"N": "No"},
}
"""Other ways of writing a value that need no word."""


def _fold(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text).strip().casefold()


def _on_list(name: str, values: Sequence[str]) -> Converter:
    known: dict[str, Any] = {_fold(value): value for value in values}
    for other, meant in SAME.get(name, {}).items():
        known.setdefault(_fold(other), meant)
    for other, meant in OTHER_NAMES.get(name, {}).items():
        known.setdefault(_fold(other), read_as(meant, "read-as", other, meant=meant))
    for code, meant in RETIRED.get(name, {}).items():
        known.setdefault(_fold(code), refused("retired-code", code, meant=meant))

    def read(cell: Cell) -> Any:
        text = plain_text(cell)
        found = known.get(_fold(text))
        return _off_list(text, values) if found is None else found

    return read


def _off_list(text: str, values: Sequence[str]) -> Said:
    return refused("not-on-list", text, hint=did_you_mean(text, values) or _choices(values))


MOST_CHOICES = 8
"""Values of a list that a sentence can still name."""


def _choices(values: Sequence[str]) -> str:
    """`` It can be A, B or C.`` for a short list, or nothing."""
    if not 2 <= len(values) <= MOST_CHOICES:
        return ""
    return f" It can be {', '.join(values[:-1])} or {values[-1]}."


def did_you_mean(text: str, values: Sequence[str]) -> str:
    """`` Did you mean …?`` for the nearest of the known values, or nothing."""
    folded = {_fold(value): value for value in values}
    near = difflib.get_close_matches(_fold(text), list(folded), n=1, cutoff=0.75)
    return f" Did you mean {folded[near[0]]}?" if near else ""


def _each(one: Converter, separators: str = ";\n") -> Converter:
    """A converter of cells that hold several values parted by semicolons, or on a line each."""
    return lambda cell: _several(cell, one, separators)


def _several(cell: Cell, one: Converter, separators: str) -> Any:
    parts = filter(None, (plain_text(part) for part in re.split(f"[{separators}]", plain_text(cell))))
    values: list[str] = []
    for part in parts:
        value = one(part)
        if isinstance(value, Said):
            if value.value is None:
                return value
            value = value.value
        values.append(value)
    return tuple(values)
