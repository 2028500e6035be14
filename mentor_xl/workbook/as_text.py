"""How words and dates stand in a sheet of ours: text stays text whatever it says, in rows that fit it."""

import math
import re

TEXT_FORMAT = "@"
DUE_FORMAT = "ddd d mmm yyyy"
ROW_HEIGHT = 18.0
"""Points, of a row with one line."""
_LINE_HEIGHT = 13.0
_MOST_LINES = 4
_LETTERS_TO_A_WIDTH = 1.12
"""Excel measures a width in figures; letters are a little narrower."""
_LONGEST_TEXT = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def clean(text: str) -> str:
    """The text as a cell takes it: no character that a file of Excel cannot hold, and no more than fits."""
    return _NOT_IN_XML.sub("", text)[:_LONGEST_TEXT]


def begins_a_formula(text: str) -> bool:
    """Whether Excel would take the text for something else than text, if it were typed."""
    return text.startswith(_BEGINS_A_FORMULA)


def quoted_title(title: str) -> str:
    """A sheet's name as a formula or a link writes it."""
    return "'" + title.replace("'", "''") + "'"


def lines_of(value: object, width: float) -> int:
    """How many lines a text takes in a column of that width, as far as a row grows for it."""
    if not isinstance(value, str):
        return 1
    parts = (max(1, math.ceil(len(part) / (width * _LETTERS_TO_A_WIDTH))) for part in value.split("\n"))
    return min(_MOST_LINES, sum(parts))


def height_of(lines: int) -> float:
    """Points of a row with so many lines."""
    return lines * _LINE_HEIGHT + 4 if lines > 1 else ROW_HEIGHT
