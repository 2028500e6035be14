"""Are suspensions whole, and within what the law allows? (reference 2.3, 3.5)"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import grouped, is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import Event

MOST_SUSPENDED = 45
"""School days in a school year (reference 2.3)."""
_REASONS = frozenset(
    (
        "PP", "PA", "VP", "VA", "OW", "BU", "RA", "LG", "DS", "SM", "DA", "DM", "TH", "DB", "PH",
        "MT", "OT",
    )
)  # fmt: skip
"""Reasons for suspension that returns know (reference 3.5)."""


@check("suspension-without-days", Severity.QUERY)
def suspension_without_days(seen: Inspection) -> Iterator[Finding]:
    """Does every suspension say how many school days it covers?

    Why: Governors' duties begin after 5 and after 15 days in a term; a half day counts.
    Do: Fill in Days.
    Fires: Events: Event=Suspension, Days=
    Silent: Events: Event=Suspension, Days=0.5
    """
    for event in _suspensions(seen):
        if is_blank(event, "days"):
            yield Finding(event, "days", "The suspension does not say how many school days it covers.")


@check("suspension-days-differ", Severity.QUERY)
def suspension_days_differ(seen: Inspection) -> Iterator[Finding]:
    """Has every suspension as many days as there are school days from its first to its last?

    Why: The sixth school day and the governors' meeting are counted from these days.
    Do: Correct Days, Date or Ends on.
    Fires: Events: Event=Suspension, Date=2026-10-05, Ends on=2026-10-05, Days=2
    Silent: Events: Event=Suspension, Date=2026-10-05, Ends on=2026-10-06, Days=1.5
    """
    for event in _suspensions(seen):
        if event.date is None or event.ends_on is None or event.days is None:
            continue
        days = seen.calendar.count_school_days(event.date, event.ends_on)
        if days is not None and (event.days > days or event.days <= days - 1):
            there = f"there is {days} school day" if days == 1 else f"there are {days} school days"
            message = f"Days says {event.days:g}; {there} from Date to Ends on."
            yield Finding(event, "days", message)


@check("suspensions-overlap", Severity.QUERY)
def suspensions_overlap(seen: Inspection) -> Iterator[Finding]:
    """Is every day of suspension counted once?

    Why: The days are counted towards legal limits, and each day counts once.
    Do: Correct the days of one of them.
    Fires: Events also: Event=Suspension, Date=2026-09-30, Ends on=2026-10-06, Days=5
    Silent: Events also: Event=Suspension, Date=2026-10-06, Ends on=2026-10-06, Days=1
    """
    for of_one in grouped(_suspensions(seen), lambda event: event.pupil_id):
        for one, other in pairwise(sorted(of_one, key=lambda event: event.date or dt.date.min)):
            last = one.ends_on or one.date
            if last is not None and other.date is not None and one.date != other.date <= last:
                yield Finding(
                    other, "date", f"The suspension of row {one.row_number} lasts to {short(last)}."
                )


@check("suspended-too-long", Severity.QUERY)
def suspended_too_long(seen: Inspection) -> Iterator[Finding]:
    """Is everybody suspended for 45 school days a year at most?

    Why: The law allows no more, whichever schools they were in (reference 2.3).
    Do: Tell the headteacher at once; or correct Days.
    Fires: Events: Event=Suspension, Days=46, Ends on=
    Silent: Events: Event=Suspension, Days=45, Ends on=
    """
    days_of: defaultdict[tuple[str, int], float] = defaultdict(float)
    last_of: dict[tuple[str, int], Event] = {}
    for event in _suspensions(seen):
        if event.date is not None and event.days is not None:
            year = (event.pupil_id, event.date.year - (event.date.month < 8))
            days_of[year] += event.days
            last_of[year] = event
    for year, days in days_of.items():
        if days > MOST_SUSPENDED:
            yield Finding(last_of[year], "days", f"Suspended for {days:g} school days in one school year.")


@check("too-many-reasons", Severity.QUERY)
def too_many_reasons(seen: Inspection) -> Iterator[Finding]:
    """Does every suspension have three reasons at most?

    Why: Returns take up to three (reference 3.5).
    Do: Keep the three that matter most.
    Fires: Events: Event=Suspension, Reasons=DB; DM; PP; TH
    Silent: Events: Event=Suspension, Reasons=DB; DM; PP
    """
    for event in _suspensions(seen):
        reasons = _reasons(event)
        if len(reasons) > 3:
            yield Finding(event, "reasons", f"There are {len(reasons)} reasons; three at most are returned.")


@check("reason-unknown", Severity.QUERY)
def reason_unknown(seen: Inspection) -> Iterator[Finding]:
    """Is every reason for a suspension one of the official codes?

    Why: Returns know only these, and a sentence here may tell too much (reference 3.5).
    Do: Type codes of two letters with a semicolon between them, as in DB; DM.
    Fires: Events: Event=Suspension, Reasons=Fighting again
    Silent: Events: Event=Suspension, Reasons=db; DM
    """
    for event in _suspensions(seen):
        unknown = [reason for reason in _reasons(event) if reason.upper() not in _REASONS]
        if unknown:
            message = (
                f"{len(unknown)} of the reasons {'is' if len(unknown) == 1 else 'are'} no official code."
            )
            yield Finding(event, "reasons", message)


def _suspensions(seen: Inspection) -> Iterator[Event]:
    return (event for event in seen.casebook.events if event.event == "Suspension")


def _reasons(event: Event) -> list[str]:
    parts = (event.reasons or "").replace(",", ";").split(";")
    return [part.strip() for part in parts if part.strip()]


@check("days-not-in-halves", Severity.QUERY)
def days_not_in_halves(seen: Inspection) -> Iterator[Finding]:
    """Are days counted in whole and half days?

    Why: A day has two sessions; a lunchtime counts as a half (reference 2.3).
    Do: Type 0.5, 1, 1.5 and so on.
    Fires: Events: Days=0.3
    Silent: Events: Days=0.5
    """
    for event in seen.casebook.events:
        if event.days is not None and event.days > 0 and event.days * 2 != int(event.days * 2):
            yield Finding(event, "days", f"Days is {event.days:g}.")


@check("suspension-without-reason", Severity.NOTE)
def suspension_without_reason(seen: Inspection) -> Iterator[Finding]:
    """Where reasons for suspensions are usually written down, has every suspension one?

    Why: Returns ask for at least one reason (reference 3.5).
    Do: Type up to three codes of two letters, as in DB; DM.
    Fires:
        Events also: Date=2026-11-12, Ends on=2026-11-12, Reasons=
        Events also: Date=2026-11-19, Ends on=2026-11-19
        Events also: Date=2026-09-22, Ends on=2026-09-22
    Silent: Events: Reasons=
    """
    suspensions = list(_suspensions(seen))
    if 4 * sum(event.reasons is not None for event in suspensions) >= 3 * len(suspensions):
        for event in suspensions:
            if is_blank(event, "reasons"):
                yield Finding(event, "reasons", "This suspension has no reason.")
