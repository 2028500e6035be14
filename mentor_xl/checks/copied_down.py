"""Was anything dragged down a column by mistake, or left as a formula that was never worked out?"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from mentor_xl.casebook import SHEETS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import Record, columns_of

SHORTEST_RUN = 4
"""Rows in a row: triplets are rare, quadruplets no caseload has."""
_LONGER_RUN = 5

_ONE_BY_ONE: Mapping[str, tuple[str, ...]] = {
    "pupils": ("admission_date", "leaving_date", "ehcp_issued", "ehcp_last_review", "came_into_care"),
    "cases": ("planned_end",),
    "consents": ("given_on", "review_by"),
    "targets": ("review_by",),
    "agencies": ("checked_on",),
    "passports": ("review_by",),
    "policies": ("reviewed_on", "review_by"),
}
"""Dates of which no five follow each other day by day; sessions and the like may."""


@check("birthdays-in-a-row", Severity.QUERY)
def birthdays_in_a_row(seen: Inspection) -> Iterator[Finding]:
    """Are the birthdays of neighbouring rows as different as birthdays are?

    Why: When a cell is dragged down, Excel repeats the date or adds a day to it on every row.
    Do: Take the dates of birth of these rows again from your school's system.
    Fires:
        Pupils also: Pupil ID=004512, UPN=, Legal forename=Thomas, Known as=, Date of birth=2014-03-18
        Pupils also: Pupil ID=004513, UPN=, Legal forename=Alice, Known as=, Date of birth=2014-03-19
        Pupils also: Pupil ID=004514, UPN=, Legal forename=Bettina, Known as=, Date of birth=2014-03-20
        Pupils also: Pupil ID=004515, UPN=, Legal forename=Carlos, Known as=, Date of birth=2014-03-21
    Silent:
        Pupils also: Pupil ID=004512, UPN=, Legal forename=Thomas, Known as=, Date of birth=2014-03-18
        Pupils also: Pupil ID=004513, UPN=, Legal forename=Alice, Known as=, Date of birth=2014-03-19
    """
    for run in _runs(seen.casebook.pupils, "date_of_birth", SHORTEST_RUN, (0, 1)):
        message = f"{len(run)} rows, {run[0].row_number} to {run[-1].row_number}, have {_how(run)}."
        for pupil in run[1:]:
            yield Finding(pupil, "date_of_birth", message)


def _how(run: Sequence[Record]) -> str:
    is_one = getattr(run[0], "date_of_birth", None) == getattr(run[1], "date_of_birth", None)
    return "the same date of birth" if is_one else "birthdays a day apart"


@check("dates-in-a-row", Severity.QUERY)
def dates_in_a_row(seen: Inspection) -> Iterator[Finding]:
    """Are dates that have nothing to do with each other other than a day apart?

    Why: When a cell is dragged down, Excel adds a day to the date on every row.
    Do: Correct the dates of these rows; hold Ctrl while dragging, and Excel copies the date as it is.
    Fires:
        Consents also: Consent ID=K5, Review by=2027-07-16
        Consents also: Consent ID=K6, Review by=2027-07-17
        Consents also: Consent ID=K7, Review by=2027-07-18
        Consents also: Consent ID=K8, Review by=2027-07-19
        Consents also: Consent ID=K9, Review by=2027-07-20
    Silent: Consents also: Consent ID=K5, Review by=2027-07-17
    """
    for name, attributes in _ONE_BY_ONE.items():
        records = getattr(seen.casebook, name)
        headings = {column.attribute: column.heading for column in columns_of(SHEETS[name])}
        for attribute in attributes:
            for run in _runs(records, attribute, _LONGER_RUN, (1,)):
                first: dt.date = getattr(run[0], attribute)
                rows = f"is a day later on each of {len(run)} rows"
                message = f"From {short(first)} on, {headings[attribute]} {rows}."
                for record in run[1:]:
                    yield Finding(record, attribute, message)


def _runs(
    records: Sequence[Record], attribute: str, shortest: int, steps: tuple[int, ...]
) -> Iterator[Sequence[Record]]:
    """The longest stretches of neighbouring rows whose dates go on by one of the steps, in days."""
    days = list(map(attrgetter(attribute), records))
    for step in steps:
        start = 0
        for at in range(1, len(days) + 1):
            before, day = days[at - 1], days[at] if at < len(days) else None
            if before is not None and day is not None and (day - before).days == step:
                continue
            if at - start >= shortest:
                yield records[start:at]
            start = at


# -- formulas --------------------------------------------------------------------------------------


@check("formula-as-text", Severity.QUERY)
def formula_as_text(seen: Inspection) -> Iterator[Finding]:
    """Was every formula worked out?

    Why: In a cell formatted as text Excel shows a formula as it is typed; a letter would print it.
    Do: Type what the formula should say.
    Fires: Contacts: Town==VLOOKUP(A2;Pupils!A:F;3)
    Silent: Contacts: Town=Hollowbridge
    """
    for name, record_class in SHEETS.items():
        records = (seen.casebook.settings,) if name == "settings" else getattr(seen.casebook, name)
        for column in columns_of(record_class) if records else ():
            if column.base not in ("text", "note") or column.attribute in _NAMES:
                continue
            typed = set(map(attrgetter(column.attribute), records))
            formulas = {text for text in typed if text and text[0] == "=" and len(text) > 1}
            for record in records if formulas else ():
                if getattr(record, column.attribute) in formulas:
                    yield Finding(record, column.attribute, f"{column.heading} holds a formula as text.")


_NAMES = frozenset({"legal_surname", "legal_forename", "known_as"})
"""Columns in which a formula is found as no name."""
