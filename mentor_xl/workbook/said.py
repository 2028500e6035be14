"""A cell's value together with what has to be said about it."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mentor_xl.problems import quoted
from mentor_xl.records import Cell, CellError
from mentor_xl.signs import AS_NO

NOT_KNOWN = frozenset({"-", "–", "—", "n/a", "none", "tbc", "?", "??", "???"})
"""Texts that mean nobody knows (workbook, rules for every sheet)."""

_NOT_KNOWN_BUT_IN_WORDS = NOT_KNOWN | {"na", "n.a.", "nk", "n/k", "tba", "tbd", "unknown", "not known"}
"""In a date or a number NA can only mean that; among words it is a surname, or somebody's initials."""

_LONGEST = max(map(len, _NOT_KNOWN_BUT_IN_WORDS))

_STRAY_SPACES: Mapping[int, str | None] = {
    0xA0: " ", 0x2007: " ", 0x202F: " ",
    **dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF)),
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
}  # fmt: skip
"""No-break spaces, and marks without width that come along when text is pasted."""


@dataclass(frozen=True, slots=True)
class Said:
    """A value together with what has to be said about its cell."""

    value: Any
    code: str
    details: Mapping[str, str]
    is_read: bool = False
    """Whether the value was understood all the same."""


Converter = Callable[[Cell], Any]
"""Takes a cell in normal form; gives its value, or ``Said`` where something has to be told."""


def plain_text(cell: Cell) -> str:
    """A cell's text without stray spaces: no-break and zero-width ones too."""
    if isinstance(cell, str):
        return (cell if cell.isascii() else _without_stray_spaces(cell)).strip()
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, dt.datetime):
        return cell.strftime("%d/%m/%Y %H:%M")
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, dt.time):
        return cell.strftime("%H:%M")
    return str(cell)


def _without_stray_spaces(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_STRAY_SPACES))


def says_not_known(text: str, *, in_words: bool = True) -> bool:
    """Whether a text means that nobody knows. ``in_words``: whether it stands where words belong."""
    if len(text) > _LONGEST:
        return False
    return text.casefold() in (NOT_KNOWN if in_words else _NOT_KNOWN_BUT_IN_WORDS)


def says_nothing(text: str) -> bool:
    """Whether such a text means that there is nothing to say: a dash, and not a question mark."""
    return text.casefold() in AS_NO


def refused(code: str, value: object, **details: str) -> Said:
    """A cell that could not be read, with the code that says why."""
    return Said(None, code, {"value": quoted(value), **details})


def read_as(value: Any, code: str, known: str, **details: str) -> Said:
    """A cell that was understood, with a note of how. ``known`` is a word of ours or a date: no name."""
    return Said(value, code, {"value": f"“{known}”", **details}, is_read=True)


def error_cell(error: CellError) -> Said:
    """A cell that shows an error of Excel's or of LibreOffice's."""
    shown = error.text if re.fullmatch(r"#[A-Z0-9_/]{1,20}[!?]?|Err:\d{3}", error.text) else ""
    return Said(None, "error-cell", {"value": shown or "of an unknown kind"})


def figure(number: float) -> str:
    """A number as a sentence shows it, one without end too; nought has no sign."""
    return f"{number + 0:.15g}".replace("-", "−")
