"""Books to be opened: the small school's, with columns for Mentor XL to fill, and cells that are wrong."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from cli import small_school

TODAY = dt.date.fromisoformat(small_school.TODAY)

WITH_OUR_COLUMNS = (
    small_school.WHOLE
    .replace("on | Consent ID |\n| C1", "on | Consent ID | Next review | Review state |\n| C1")
    .replace("Booked for | Time  | Place       |", "Booked for | Time  | Place  | Due | Act by | State |")
)  # fmt: skip
"""Cases and Reviews have the grey columns, empty; the other sheets are as they were."""

THE_BAD = (
    ("Pupils", 3, 5, "31/02/2014"),
    ("Contacts", 3, 3, "=1/0"),
    ("Cases", 2, 4, "Activ"),
)
"""Cells that are put wrong: sheet, row, column, what is typed there."""
A_NOTE, A_GROUND = "Ring before nine", "FFFFFF00"


def spoil(book: Any) -> None:
    """Put cells wrong; one of them carries a person's own note, another a person's own colour."""
    for sheet, row, column, typed in THE_BAD:
        book[sheet].cell(row, column).value = typed
    own = book["Pupils"].cell(3, 5)
    own.comment = openpyxl.comments.Comment(A_NOTE, "KS")
    yellow = openpyxl.styles.PatternFill("solid", start_color=A_GROUND, end_color=A_GROUND)
    book["Cases"].cell(2, 4).fill = yellow
    book["Pupils"].cell(2, 2).fill = yellow
    book["Pupils"].cell(2, 2).comment = openpyxl.comments.Comment("Has a twin", "KS")


def saved(path: Path, text: str | None = None, change: Callable[[Any], None] | None = None) -> Path:
    """The book as a file."""
    small_school.saved(path, text or WITH_OUR_COLUMNS)
    if change:
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
    return path
