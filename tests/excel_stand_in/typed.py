"""What becomes of a value that Excel is handed over COM, and how Excel hands one back."""

import datetime as dt
import re
from typing import Any

DAY_0 = dt.datetime(1899, 12, 30, tzinfo=dt.UTC)
TEXT_FORMAT = "@"
_ERROR = -2146828288
ERRORS = {
    "#NULL!": _ERROR + 2000, "#DIV/0!": _ERROR + 2007, "#VALUE!": _ERROR + 2015, "#REF!": _ERROR + 2023,
    "#NAME?": _ERROR + 2029, "#NUM!": _ERROR + 2036, "#N/A": _ERROR + 2042,
}  # fmt: skip
OF_LIBREOFFICE = {
    502: "#VALUE!", 503: "#NUM!", 504: "#REF!", 519: "#VALUE!", 521: "#NULL!", 522: "#REF!", 524: "#REF!",
    525: "#NAME?", 532: "#DIV/0!", 32767: "#N/A",
}  # fmt: skip


class Formula(str):
    """Text that Excel takes for a formula."""

    __slots__ = ()


def as_typed(value: Any, number_format: str) -> Any:  # noqa: PLR0911 - one line for each form
    """What a cell holds after ``Range.Value = value``: a number, a text, a ``Formula``, or nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, bool | int | float):
        return float(value)
    if isinstance(value, dt.datetime | dt.date):
        return as_number(value)
    text = str(value)
    if text.startswith("'"):
        return text[1:]
    if number_format == TEXT_FORMAT:
        return text
    if text.startswith("="):
        return Formula(text)
    if re.fullmatch(r"[+-]?\d+(\.\d*)?(e[+-]?\d+)?%?", text.strip(), re.IGNORECASE):
        return float(text.strip().rstrip("%"))
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip()):
        return as_number(dt.date(int(match[3]), int(match[2]), int(match[1])))
    if text[0] in "+-@":
        return Formula("=" + text.lstrip("@"))
    return text


def as_number(value: dt.date) -> float:
    """A day as a cell holds it."""
    moment = dt.datetime(*value.timetuple()[:6], tzinfo=dt.UTC)
    return (moment - DAY_0).total_seconds() / 86400


def as_moment(number: float) -> dt.datetime:
    """A cell's number as a day, with a zone as COM has it."""
    return DAY_0 + dt.timedelta(days=number)
