"""What stands in the sheets that Mentor XL fills: *Due*, *Problems* and *Letters*, column by column.

The new workbook, ``results.xlsx`` and the book that is open in Excel all show these same columns.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.deadlines import Due
from mentor_xl.problems import Problem, Severity, column_letters
from mentor_xl.records import Explanation, columns_of

T = TypeVar("T")

OurCell = None | str | int | dt.date
"""What one of our cells holds."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter that was made, or held back and why."""

    kind: str
    ref: str
    """The pupil's ID."""
    audience: str
    recipient: str
    """The recipient's row, ``Contacts!14``."""
    state: str
    """*made* or *held back*."""
    why: str = ""
    path: str = ""
    """Where its file lies, from the folder that the list is in."""


MADE, HELD_BACK = "made", "held back"


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading of the user's workbook, and what it was taken for."""

    sheet: str
    """The sheet's name as typed."""
    cell: str
    heading: str
    """As typed."""
    taken_for: str | None
    """The column it is here; ``None``: the school's own, which is left alone."""


def headings_of(casebook: Casebook) -> Iterator[HeadingRow]:
    """Every heading that was read, sheet by sheet, from left to right."""
    for record in SHEETS.values():
        layout = casebook.layouts.get(record.sheet_name)
        if layout is None or layout.heading_row is None:
            continue
        called = {column.attribute: column.heading for column in columns_of(record)}
        known = [(index, typed, called[name]) for name, (index, typed) in layout.columns.items()]
        own = [(index, typed, None) for typed, index in layout.own.items()]
        for index, typed, taken_for in sorted([*known, *own], key=lambda one: one[0]):
            cell = f"{column_letters(index)}{layout.heading_row}"
            yield HeadingRow(layout.sheet, cell, typed, taken_for)


@dataclass(frozen=True, slots=True)
class OurColumn(Generic[T]):
    """One column of a sheet that Mentor XL fills."""

    heading: str
    width: float
    """In characters."""
    value: Callable[[T], OurCell]
    is_date: bool = False
    is_note: bool = False


DUE_COLUMNS: tuple[OurColumn[Due], ...] = (
    OurColumn("State", 15, lambda due: due.state),
    OurColumn("Act by", 18, lambda due: due.act_by, is_date=True),
    OurColumn("What", 30, lambda due: due.name),
    OurColumn("Pupil ID", 12, lambda due: due.ref),
    OurColumn("Form", 9, lambda due: due.form),
    OurColumn("Mentor", 10, lambda due: due.mentor),
    OurColumn("Last day by law", 18, lambda due: due.legal_last_day, is_date=True),
    OurColumn("Booked for", 18, lambda due: due.booked_for, is_date=True),
    OurColumn("Held on", 18, lambda due: due.held_on, is_date=True),
    OurColumn("Why", 70, lambda due: due.why, is_note=True),
    OurColumn("Row", 20, lambda due: f"{due.about.sheet}!{due.about.row}"),
)

PROBLEM_COLUMNS: tuple[OurColumn[Problem], ...] = (
    OurColumn("Severity", 11, lambda problem: problem.severity.value),
    OurColumn("Sheet", 18, lambda problem: problem.place.sheet),
    OurColumn("Cell", 9, lambda problem: problem.place.cell),
    OurColumn("Pupil ID", 12, lambda problem: problem.ref),
    OurColumn("What is wrong", 60, lambda problem: problem.message, is_note=True),
    OurColumn("What to do", 60, lambda problem: problem.what_to_do, is_note=True),
    OurColumn("Holds back", 32, lambda problem: ", ".join(problem.blocks) or None, is_note=True),
    OurColumn("Code", 22, lambda problem: problem.code),
)

_ANSWERED: Mapping[str, Callable[[Problem], OurCell]] = {
    "check": lambda problem: problem.code,
    "sheet": lambda problem: problem.place.sheet,
    "row_key": lambda problem: problem.row_key,
    "heading": lambda problem: problem.place.heading,
    "code": lambda problem: problem.words,
}
ANSWER_COLUMNS: tuple[OurColumn[Problem], ...] = tuple(
    OurColumn(column.heading, 22, _ANSWERED.get(column.attribute, lambda _: None))
    for column in columns_of(Explanation)
)
"""A row of *Explanations* as it may be pasted there: why, who may read it and by whom is for a person."""
ANSWERS = "Answers"


def to_be_answered(problems: Iterable[Problem]) -> list[Problem]:
    """The queries about what a cell says, which are answered for just those words."""
    return [problem for problem in problems if problem.words]


LETTER_COLUMNS: tuple[OurColumn[LetterRow], ...] = (
    OurColumn("State", 12, lambda letter: letter.state),
    OurColumn("Letter", 24, lambda letter: letter.kind),
    OurColumn("Pupil ID", 12, lambda letter: letter.ref),
    OurColumn("For", 14, lambda letter: letter.audience),
    OurColumn("Recipient", 18, lambda letter: letter.recipient),
    OurColumn("Why", 66, lambda letter: letter.why or None, is_note=True),
    OurColumn("File", 44, lambda letter: letter.path or None),
)

HEADING_COLUMNS: tuple[OurColumn[HeadingRow], ...] = (
    OurColumn("Sheet", 22, lambda row: row.sheet),
    OurColumn("Cell", 9, lambda row: row.cell),
    OurColumn("Heading", 34, lambda row: row.heading),
    OurColumn("Taken for", 34, lambda row: row.taken_for or "the school's own: left alone"),
)

COLOURS_OF: Mapping[str, str] = {
    Severity.ERROR.value: "overdue", Severity.QUERY.value: "due soon", Severity.NOTE.value: "held",
    MADE: "planned", HELD_BACK: "act now",
}  # fmt: skip
"""A word in the first column that is no state of a date, to the state whose colours it has."""

LINKED = frozenset({"Cell", "Row", "File"})
"""The headings under which a link to the place stands."""

OUR_TITLES: Mapping[str, tuple[OurColumn[Due] | OurColumn[Problem] | OurColumn[LetterRow], ...]] = {
    "Due": DUE_COLUMNS,
    "Problems": PROBLEM_COLUMNS,
    "Letters log": LETTER_COLUMNS,
}
"""The sheets of a caseload workbook that Mentor XL fills and rebuilds whole."""


# -- columns that Mentor XL fills on sheets that people type in ------------------------------------------

_NOT_THE_MEETING = frozenset({"ehcp-invitation", "ehcp-report"})
"""Rules about what goes before and after a meeting: their day is not that of the review."""


def calculated(dues: Iterable[Due]) -> dict[tuple[str, int], dict[str, OurCell]]:
    """What the grey columns say: sheet and row to field and value. ``dues``: the most urgent first."""
    found: dict[tuple[str, int], dict[str, OurCell]] = {}
    for due in dues:
        about = (due.about.sheet, due.about.row)
        if due.rule == "mentoring-review":
            found.setdefault(about, {"next_review": due.act_by, "review_state": due.state})
        elif due.rule == "agency-chase":
            found.setdefault(about, {"chase_on": due.act_by})
        if due.review_row is not None and due.rule not in _NOT_THE_MEETING:
            day = due.legal_last_day or due.act_by
            review = ("Reviews", due.review_row)
            found.setdefault(review, {"due": day, "act_by": due.act_by, "state": due.state})
    return found
