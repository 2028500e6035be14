"""A school to count dates in: its calendar, and what is due for the rows a test writes."""

import datetime as dt

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import DeadlineRule, Due, due_dates
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import read_casebook

D = dt.date

CALENDAR = """
# Calendar
| From       | To         | Kind      | Name     |
| 2026-09-03 | 2026-10-23 | Half term | Autumn 1 |
| 2026-11-02 | 2026-12-18 | Half term | Autumn 2 |
| 2027-01-05 | 2027-02-12 | Half term | Spring 1 |
| 2027-02-22 | 2027-03-25 | Half term | Spring 2 |
| 2027-04-12 | 2027-05-28 | Half term | Summer 1 |
| 2027-06-07 | 2027-07-21 | Half term | Summer 2 |
| 2026-11-27 |            | INSET day | Trust training |
| 2027-06-07 |            | INSET day | Reports  |
| 2026-10-09 |            | Closure   | Boiler   |
"""

PUPIL = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Date of birth |
| 000001   | Aske          | Rowan          | 2013-05-05    |
"""


def casebook_of(text: str, calendar: str = CALENDAR) -> Casebook:
    """The casebook of a workbook written as Markdown, with the school's calendar added."""
    return read_casebook(MarkdownGrid(calendar + text)).casebook


def dues_of(
    text: str, today: dt.date, *, calendar: str = CALENDAR, overrides: tuple[DeadlineRule, ...] | None = None
) -> list[Due]:
    """Everything due on one day."""
    casebook = casebook_of(text, calendar)
    year = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    return due_dates(casebook, year, today, overrides)


def of_rule(dues: list[Due], slug: str) -> list[Due]:
    """The dues of one rule, the most urgent first."""
    return [due for due in dues if due.rule == slug]


def the_only(dues: list[Due], slug: str) -> Due:
    """The one due of a rule."""
    (due,) = of_rule(dues, slug)
    return due
