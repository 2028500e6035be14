"""Can every event have happened so, and does it agree with the pupil's own row? (reference 2)"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import Event, Pupil
from mentor_xl.vocabulary import EventKind


@check("event-ends-before-it-begins", Severity.ERROR)
def event_ends_before_it_begins(seen: Inspection) -> Iterator[Finding]:
    """Does every event end on or after the day it begins?

    Why: Meetings and legal days are counted from both.
    Do: Correct Date or Ends on.
    Fires: Events: Date=2026-10-05, Ends on=2026-10-02
    Silent: Events: Date=2026-10-05, Ends on=2026-10-06
    """
    message = "Ends on, {later}, is before Date, {earlier}."
    return out_of_order(seen.casebook.events, "date", "ends_on", message)


@check("event-twice", Severity.QUERY)
def event_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every event stand on one row?

    Why: Two suspensions of one day count twice towards the legal limits.
    Do: Delete the double.
    Fires: Events also: Days=0.5
    Silent: Events also: Date=2026-11-12, Ends on=2026-11-12
    """
    rows = (row for row in seen.casebook.events if row.event and row.event != "Other" and row.date)
    for first, again in alike(rows, lambda row: (row.pupil_id, row.event, row.date)):
        yield Finding(again, "event", f"Row {first.row_number} has the same event on the same day.")


@check("event-after-leaving", Severity.QUERY)
def event_after_leaving(seen: Inspection) -> Iterator[Finding]:
    """Was the pupil still at the school when it happened?

    Why: One of the two dates is wrong, or the event is another pupil's.
    Do: Correct the date, the Pupil ID or the pupil's Leaving date.
    Fires: Pupils: Leaving date=2026-10-02
    Silent: Pupils: Leaving date=2026-10-16
    """
    for event in seen.casebook.events:
        left = seen.left_on(event.pupil_id)
        if (
            event.date is not None
            and left is not None
            and event.date > left
            and event.event != "Left the school"
        ):
            yield Finding(event, "date", f"The pupil left on {short(left)}.")


# -- an event and the pupil's row ---------------------------------------------------------------------


@check("care-date-differs", Severity.QUERY)
def care_date_differs(seen: Inspection) -> Iterator[Finding]:
    """Does the event of coming into care agree with the pupil's row?

    Why: The education plan's legal days are counted from it.
    Do: Ask the social worker for the day, and correct the other one.
    Fires:
        Pupils: Looked after=Looked after, Came into care=2025-10-27
        Events: Event=Came into care, Date=2025-11-03, Ends on=
    Silent:
        Pupils: Looked after=Looked after, Came into care=2025-10-27
        Events: Event=Came into care, Date=2025-10-27, Ends on=
    """
    return _differing(seen, "Came into care", "came_into_care", "Came into care")


@check("plan-date-differs", Severity.QUERY)
def plan_date_differs(seen: Inspection) -> Iterator[Finding]:
    """Does the event of a plan being issued agree with the pupil's row?

    Why: Annual reviews are counted from it.
    Do: Take the day from the plan itself, and correct the other one.
    Fires:
        Pupils: SEN status=E, EHCP issued=2026-03-02
        Events: Event=EHC plan issued, Date=2026-03-09, Ends on=
    Silent:
        Pupils: SEN status=E, EHCP issued=2026-03-02
        Events: Event=EHC plan issued, Date=2026-03-02, Ends on=
    """
    return _differing(seen, "EHC plan issued", "ehcp_issued", "EHCP issued")


@check("leaving-date-differs", Severity.QUERY)
def leaving_date_differs(seen: Inspection) -> Iterator[Finding]:
    """Does the event of leaving agree with the pupil's row?

    Why: Letters and dates stop with Leaving date; without it they go on.
    Do: Fill in or correct Leaving date on Pupils.
    Fires: Events: Event=Left the school, Date=2026-11-13, Ends on=
    Silent:
        Pupils: Leaving date=2026-11-13
        Events: Event=Left the school, Date=2026-11-13, Ends on=
    """
    return _differing(seen, "Left the school", "leaving_date", "Leaving date", says_blank=True)


def _differing(
    seen: Inspection, kind: EventKind, attribute: str, heading: str, *, says_blank: bool = False
) -> Iterator[Finding]:
    """The latest event of a kind for each pupil, where the pupil's own date is another day."""
    latest: dict[str, Event] = {}
    for event in seen.casebook.events:
        before = latest.get(event.pupil_id)
        if (
            event.event == kind
            and event.date
            and (before is None or event.date > (before.date or event.date))
        ):
            latest[event.pupil_id] = event
    for pupil_id, event in latest.items():
        pupil = seen.casebook.pupil(pupil_id)
        if pupil is None or attribute in pupil.unread:
            continue
        own = _own_date(pupil, attribute)
        if own is None and says_blank:
            yield Finding(event, "date", f"{heading} on Pupils is blank.")
        elif own is not None and own != event.date:
            yield Finding(event, "date", f"{heading} on Pupils is {short(own)}.")


def _own_date(pupil: Pupil, attribute: str) -> dt.date | None:
    day: dt.date | None = getattr(pupil, attribute)
    return day
