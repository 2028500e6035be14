"""What a date typed as text, or as a plain number, means: read strictly, day first, never guessed."""

import datetime as dt
import re
import unicodedata
from typing import Any, NamedTuple

from mentor_xl.dates import MONTHS, WEEKDAYS, in_words
from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.said import Said, figure, plain_text, read_as, refused

FIRST_YEAR, LAST_YEAR = 1901, 2199
"""Years that a school's workbook can mean; a blank that a formula shows as a date lies in 1899 or 1900."""

_MONTHS = {month[:length].lower(): n for n, month in enumerate(MONTHS, 1) for length in (3, 9)} | {"sept": 9}
_SHORT_DAYS = ("Mon", "Tue", "Tues", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
_WEEKDAY = re.compile(rf"({'|'.join((*WEEKDAYS, *_SHORT_DAYS))})\b[.,]?\s*", re.IGNORECASE)
_TIME = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?$", re.IGNORECASE)
_FIGURES = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_MONTH_IN_WORDS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ /.-]([a-z]{3,9})[ /.-]([0-9]{4}|[0-9]{2})")
_DASHES = str.maketrans("–—−", "---")
_FIRST_EXCEL_DAY = dt.date(1899, 12, 30)


def read_date(cell: Cell) -> Any:
    """A cell of a date column as a ``date``, or ``Said``."""
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        return cell if FIRST_YEAR <= cell.year <= LAST_YEAR else _impossible(cell)
    if isinstance(cell, CellError | dt.time | dt.timedelta | bool):
        return refused("not-a-date", plain_text(cell))
    if isinstance(cell, int | float):
        return _numbered_day(cell)
    return _written_date(" ".join(unicodedata.normalize("NFKC", plain_text(cell)).split()))


def _impossible(day: dt.date) -> Said:
    return Said(None, "impossible-year", {"value": in_words(day)})


def _numbered_day(number: float) -> Said:
    """Excel counts days from the end of 1899; 20000 to 80000 is 1954 to 2119."""
    if 20000 <= number <= 80000:
        meant = _FIRST_EXCEL_DAY + dt.timedelta(days=int(number))
        return Said(None, "number-date", {"value": figure(number), "meant": in_words(meant)})
    return Said(None, "not-a-date", {"value": figure(number)})


class _Parts(NamedTuple):
    """What stands in a text that holds a date and nothing else."""

    day: int
    month: int
    year: str
    weekday: str
    """Its first three letters; empty where none is written."""
    month_may_come_first: bool
    """Whether an American would read it with the month first."""


def _written_date(text: str) -> Said:
    parts = _parts_of(text)
    if parts is None:
        return refused("not-a-date", text)
    if len(parts.year) == 2:
        return Said(None, "two-digit-year", {"value": f"“{text}”"})
    try:
        meant = dt.date(int(parts.year), parts.month, parts.day)
    except ValueError:
        is_month_first = parts.month_may_come_first and parts.day <= 12 < parts.month <= 31
        return Said(None, "us-date" if is_month_first else "not-a-date", {"value": f"“{text}”"})
    if not FIRST_YEAR <= meant.year <= LAST_YEAR:
        return _impossible(meant)
    weekday = WEEKDAYS[meant.weekday()]
    if not weekday.startswith(parts.weekday):
        details = {"value": f"“{text}”", "meant": in_words(meant), "weekday": weekday}
        return Said(None, "wrong-weekday", details)
    return read_as(meant, "text-date", text, meant=in_words(meant))


def _parts_of(text: str) -> _Parts | None:
    tidy = re.sub(r"\s*([/.-])\s*", r"\1", text.translate(_DASHES))
    weekday = _WEEKDAY.match(tidy)
    named = weekday[1][:3].capitalize() if weekday else ""
    tidy = _TIME.sub("", tidy[weekday.end() :] if weekday else tidy)
    if found := _FIGURES.fullmatch(tidy):
        return _Parts(int(found[1]), int(found[3]), found[4], named, month_may_come_first=True)
    if found := _YEAR_FIRST.fullmatch(tidy):
        return _Parts(int(found[3]), int(found[2]), found[1], named, month_may_come_first=False)
    found = _MONTH_IN_WORDS.fullmatch(" ".join(tidy.replace(",", " ").split()).lower())
    if found and found[2] in _MONTHS:
        return _Parts(int(found[1]), _MONTHS[found[2]], found[3], named, month_may_come_first=False)
    return None
