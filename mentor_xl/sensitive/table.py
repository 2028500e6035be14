"""The table of sensitive words: a file of tab-separated lines that a person can read, check and add to."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from mentor_xl.sensitive.phrases import Phrase, Phrases, Spot

DISCLOSURE = "disclosure"
"""The theme of what was done to a child, or what a child fears: for the safeguarding lead alone."""
_EVERY = "*"
"""In place of a theme: its ``unless`` holds for every row."""
_TEXTS_KEPT = 65_536


class Row(NamedTuple):
    """A line of the table."""

    theme: str
    phrase: str
    unless: str
    """Phrases in which the same words are harmless, parted by ``;``."""
    fires: str
    """A sentence in which it is found."""
    silent: str
    """One like it in which it is not."""


@cache
def rows() -> tuple[Row, ...]:
    """The table, line by line, without the lists that it defines and what is harmless in every theme."""
    return tuple(row for row in _lines() if row.theme[0] not in f"@{_EVERY}")


@cache
def _lines() -> tuple[Row, ...]:
    text = files("mentor_xl.sensitive").joinpath("words.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines()[1:] if line.strip() and not line.startswith("#")]
    return tuple(Row(*(*line.split("\t"), "", "", "")[:5]) for line in lines)


@cache
def _phrases() -> Phrases:
    lists = {row.theme[1:]: row.phrase for row in _lines() if row.theme.startswith("@")}
    harmless = tuple(part for row in _lines() if row.theme == _EVERY for part in _parted(row.unless))
    phrases = (Phrase(row.theme, row.phrase, (*_parted(row.unless), *harmless)) for row in rows())
    return Phrases(phrases, lists)


def _parted(unless: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, unless.split(";"))))


@lru_cache(maxsize=_TEXTS_KEPT)
def spots_in(text: str) -> tuple[Spot, ...]:
    """Where in a text words of any theme stand."""
    return _phrases().spots(text)


def themes_in(text: str) -> frozenset[str]:
    """The themes that a text touches."""
    return frozenset(spot.theme for spot in spots_in(text))
