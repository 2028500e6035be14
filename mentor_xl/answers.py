"""Which queries somebody has answered on the Explanations sheet, so that they are not asked again.

An answer names the check, the sheet and the row by its key: the record's ID, or where the sheet has none
the pupil's ID with the date (or, for a contact, the priority). It holds up to and including *Until*.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.problems import Problem, Severity
from mentor_xl.records import Explanation, Record, columns_of

_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")


_OWNERS = ("pupil_id", "pair_id", "staff_code", "group")
"""What a row without an ID of its own belongs to, in the order in which it is asked for."""


def still_open(problems: Iterable[Problem], casebook: Casebook, today: dt.date) -> tuple[Problem, ...]:
    """The problems without the queries that have been answered. Errors and notes cannot be answered away."""
    answered = _answers(casebook, today)
    if not answered:
        return tuple(problems)
    return tuple(problem for problem in problems if not _is_answered(problem, answered, casebook))


def row_keys(record: Record) -> frozenset[str]:
    """How an explanation may name a row, folded: ``c1``, or ``004511 2026-09-15``, ``004511 2``."""
    columns = columns_of(type(record))
    key = next((column for column in columns if column.kind == "key"), None)
    if key:
        return frozenset({folded_key(str(getattr(record, key.attribute)))})
    owner = next(filter(None, (getattr(record, name, None) for name in _OWNERS)), None)
    besides = (getattr(record, c.attribute) for c in columns if c.base == "date" or c.heading == "Priority")
    return frozenset(folded_key(f"{owner} {value}") for value in besides if owner and value is not None)


def answered_codes(casebook: Casebook, today: dt.date | None) -> frozenset[tuple[str, int, str]]:
    """Sheet as typed, row and code of every query that somebody has answered."""
    answers = _answers(casebook, today or dt.date.max) if casebook.explanations else {}
    return frozenset(
        (sheet, row, folded_key(answer.check or ""))
        for (sheet, row), of_row in answers.items()
        for answer in of_row
    )


def _answers(casebook: Casebook, today: dt.date) -> dict[tuple[str, int], list[Explanation]]:
    """(sheet as typed, row) to the answers that are in force for it."""
    in_force = [e for e in casebook.explanations if e.explanation and not (e.until and e.until < today)]
    found: defaultdict[tuple[str, int], list[Explanation]] = defaultdict(list)
    for name, record in SHEETS.items():
        of_sheet = [e for e in in_force if folded_key(e.sheet or "") == folded_key(record.sheet_name)]
        for row in getattr(casebook, name) if of_sheet and name != "settings" else ():
            place = casebook.place(row)
            for answer in of_sheet:
                if folded_key(answer.row_key or "") in row_keys(row):
                    found[place.sheet, row.row_number].append(answer)
    return found


def _is_answered(
    problem: Problem, answered: dict[tuple[str, int], list[Explanation]], casebook: Casebook
) -> bool:
    if problem.severity is not Severity.QUERY or problem.place.row is None:
        return False
    headings = _headings(problem, casebook)
    return any(
        folded_key(answer.check or "") == problem.code
        and (not answer.heading or folded_key(answer.heading) in headings)
        for answer in answered.get((problem.place.sheet, problem.place.row), ())
    )


def _headings(problem: Problem, casebook: Casebook) -> set[str]:
    """The column a problem is about, as the user typed it and as it is called here."""
    found = {problem.place.heading or ""}
    for record in SHEETS.values():
        layout = casebook.layouts.get(record.sheet_name)
        if layout and layout.sheet == problem.place.sheet:
            column = -1 if problem.place.column is None else problem.place.column
            at = {index: attribute for attribute, (index, _) in layout.columns.items()}
            found |= {c.heading for c in columns_of(record) if c.attribute == at.get(column)}
    return {folded_key(heading) for heading in found}


def folded_key(text: str) -> str:
    """Without case and stray spaces, dates in one form."""
    return " ".join(_one_form(part) for part in text.casefold().split())


def _one_form(part: str) -> str:
    british = _BRITISH.fullmatch(part)
    if british:
        day, month, year = british.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    return part
