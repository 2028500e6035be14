"""A date in words, the same on every machine: no locale is asked."""

import datetime as dt

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def in_words(day: dt.date) -> str:
    """``23 November 2026``, as a letter is dated (reference 5.2)."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: dt.date) -> str:
    """``Thursday 26 November 2026``, as a meeting or a last day is given."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def day_of(words: str) -> dt.date | None:
    """The day that ``with_weekday`` or ``in_words`` wrote; ``None`` for any other text."""
    *_, number, month, year = ("", "", "", *words.split())
    try:
        return dt.date(int(year), MONTHS.index(month) + 1, int(number))
    except ValueError:
        return None


def short(day: dt.date) -> str:
    """``Mon 14 Sep 2026``, as tables and reasons give it."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"
