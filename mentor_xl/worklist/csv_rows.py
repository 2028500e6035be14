"""The dates as comma-separated values, which Excel and other programs open."""

import csv
import io
from collections.abc import Iterable

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import Due
from mentor_xl.worklist.grouping import ShownNames

HEADINGS = (
    "State", "Act by", "Legal last day", "Pupil ID", "What", "Mentor", "Form", "Counted from", "Booked for",
    "Held on", "Strength", "Rule", "Reference", "Sheet", "Row", "Key", "Why",
)  # fmt: skip
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(dues: Iterable[Due], casebook: Casebook) -> bytes:
    """One date a line, with a heading line: RFC 4180 (commas, CRLF), UTF-8 with a byte order mark.

    Without the mark Excel reads the file in the code page of the machine. A cell that Excel would take for
    a formula begins with an apostrophe.
    """
    return b"\xef\xbb\xbf" + csv_text(dues, casebook).encode("utf-8", errors="replace")


def csv_text(dues: Iterable[Due], casebook: Casebook) -> str:
    """The same as text, for a terminal."""
    written = io.StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(HEADINGS)
    shown = ShownNames(casebook)
    for due in dues:
        lines.writerow([_harmless(cell) for cell in _cells(due, shown)])
    return written.getvalue()


def _cells(due: Due, shown: ShownNames) -> tuple[object, ...]:
    row = due.as_json()
    days = ("legal_last_day", "counted_from", "booked_for", "held_on", "act_by")
    legal, counted_from, booked, held, act_by = (row[day] for day in days)
    mentor, form = shown.mentor(due.mentor), shown.form(due.form)
    return (
        due.state, act_by, legal, due.ref, due.name, mentor, form, counted_from, booked, held, due.strength,
        due.rule, due.reference, due.about.sheet, due.about.row, due.about.key, due.why,
    )  # fmt: skip


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
