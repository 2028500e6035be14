"""Can every date be counted, and is what was counted as it should be? (decisions, *Dates*)"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Place, Severity
from mentor_xl.records import columns_of

_ASKED_ELSEWHERE = frozenset({("Cases", "closed_on")})
"""Blank cells that a check of their own asks for."""


@check("date-to-count-from", Severity.QUERY)
def date_to_count_from(seen: Inspection) -> Iterator[Finding]:
    """Is there a date to count from for everything that has to be done in time?

    Why: Without it nobody is reminded: the review may be long overdue.
    Do: Fill in the date.
    Fires: Pupils: SEN status=E, EHCP issued=
    Silent: Pupils: SEN status=E, EHCP issued=2026-03-02
    """
    told: set[Place] = set()
    for due in seen.dues:
        place = due.wanted
        if due.state != "needs a date" or place is None or place.row is None or place in told:
            continue
        told.add(place)
        record = seen.record_at(place.sheet, place.row)
        attribute = _attribute(seen, place)
        if record is None or attribute is None or not is_blank(record, attribute):
            continue
        if (record.sheet_name, attribute) not in _ASKED_ELSEWHERE:
            message = f"{place.heading} is blank: “{due.name}” is counted from it."
            yield Finding(record, attribute, message, ref=due.ref)


def _attribute(seen: Inspection, place: Place) -> str | None:
    """The field whose cell a place is."""
    record = seen.record_at(place.sheet, place.row)
    if record is None:
        return None
    layout = seen.casebook.layouts.get(record.sheet_name)
    typed = {name: heading for name, (_, heading) in layout.columns.items()} if layout else {}
    headings = {column.attribute: column.heading for column in columns_of(type(record))} | typed
    return next((name for name, heading in headings.items() if heading == place.heading), None)


@check("plan-reviews-disagree", Severity.QUERY)
def plan_reviews_disagree(seen: Inspection) -> Iterator[Finding]:
    """Does EHCP last review agree with the annual reviews that were held?

    Why: The next annual review is counted from the latest of them.
    Do: Bring EHCP last review on Pupils up to date, or correct Held on on Reviews.
    Fires:
        Pupils: SEN status=E, EHCP issued=2024-03-04, EHCP last review=2025-12-01
        Reviews also: Review=Annual review of EHC plan, Booked for=, Held on=2026-11-05
    Silent:
        Pupils: SEN status=E, EHCP issued=2024-03-04, EHCP last review=2026-11-05
        Reviews also: Review=Annual review of EHC plan, Booked for=, Held on=2026-11-05
    """
    told: set[str] = set()
    for due in seen.dues:
        pupil = seen.casebook.pupil(due.ref)
        if not due.anchor_disagrees or due.ref in told or pupil is None:
            continue
        told.add(due.ref)
        noted = f" is {short(pupil.ehcp_last_review)}" if pupil.ehcp_last_review else ""
        message = f"EHCP last review{noted}; the last annual review held on Reviews is another day."
        yield Finding(pupil, "ehcp_last_review", message)


@check("date-moved-far", Severity.NOTE)
def date_moved_far(seen: Inspection) -> Iterator[Finding]:
    """Was a date moved by more than ten days to reach a day when school is open?

    Why: A date in the summer holiday lands in another term; nobody should be surprised by it.
    Do: Nothing to do; book an earlier day if that is too late.
    Fires: Targets: Review by=2027-08-11
    Silent: Targets: Review by=2026-12-20
    """
    for due in seen.dues:
        if not due.moved_more_than_10_days or due.state == "held":
            continue
        record = seen.record_at(due.about.sheet, due.about.row)
        if record is not None and due.act_by:
            message = f"“{due.name}” was moved by {due.moved_days} days, to {short(due.act_by)}."
            yield Finding(record, None, message, ref=due.ref)


@check("legal-day-on-closed-day", Severity.NOTE)
def legal_day_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Is there a school day on which a legal day can still be met?

    Why: Where it falls in a holiday that began before it was counted from, no school day lies between.
    Do: Act in the holiday, or agree another day with the authority.
    Fires:
        Pupils: Looked after=Looked after, Came into care=2027-07-22
    Silent: Pupils: Looked after=Looked after, Came into care=2026-10-26
    """
    for due in seen.dues:
        if not due.is_on_closed_day or due.state == "held":
            continue
        record = seen.record_at(due.about.sheet, due.about.row)
        if record is not None and due.legal_last_day:
            message = f"“{due.name}” has to be done by {short(due.legal_last_day)}, when school is closed."
            yield Finding(record, None, message, ref=due.ref)
