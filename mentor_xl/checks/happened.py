"""Has everything that is written down as done happened, and is no count below nothing? On every sheet."""

from collections.abc import Iterator, Mapping

from mentor_xl.casebook import SHEETS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import columns_of

_DONE: Mapping[str, tuple[str, ...]] = {
    "pupils": ("ehcp_issued", "ehcp_last_review", "came_into_care", "dsl_informed_on"),
    "referrals": ("received_on", "parent_informed_on", "decided_on"),
    "cases": ("closed_on",),
    "consents": ("given_on", "withdrawn_on"),
    "barriers": ("assessed_on",),
    "targets": ("scored_on",),
    "steps": ("done_on",),
    "measures": ("taken_on",),
    "agencies": ("checked_on",),
    "agency_referrals": ("decided_on", "sent_on", "acknowledged_on", "closed_on"),
    "reviews": ("invited_on", "report_sent_on"),
    "peer_pairs": ("mentor_trained_on", "ended_on"),
    "rewards": ("date",),
    "passports": ("version_date",),
    "policies": ("reviewed_on",),
}
"""Dates of what is done: a day to come is a slip. Sessions and reviews held have checks of their own."""

_MAY_BE_BELOW_NOTHING = frozenset({"lowest", "highest", "score"})


@check("not-yet-happened", Severity.ERROR)
def not_yet_happened(seen: Inspection) -> Iterator[Finding]:
    """Is everything that is written down as done over?

    Why: What is done is counted from its day, and is not asked for again.
    Do: Correct the date; a plan belongs in a column for plans.
    Fires: Referrals: Decided on=2027-09-17
    Silent: Referrals: Decided on=2026-09-17
    """
    for name, attributes in _DONE.items():
        headings = {column.attribute: column.heading for column in columns_of(SHEETS[name])}
        for record in getattr(seen.casebook, name):
            for attribute in attributes:
                day = getattr(record, attribute)
                if day is not None and day > seen.today:
                    yield Finding(
                        record, attribute, f"{headings[attribute]}, {short(day)}, is still to come."
                    )


@check("event-to-come", Severity.QUERY)
def event_to_come(seen: Inspection) -> Iterator[Finding]:
    """Has every event happened?

    Why: A suspension or a move may be decided for a day to come; more often the date is a slip.
    Do: Correct the date; or say on the Explanations sheet that it is so decided.
    Fires: Events: Date=2027-10-05, Ends on=2027-10-05
    Silent: Events: Date=2026-10-05
    """
    for event in seen.casebook.events:
        if event.date is not None and event.date > seen.today:
            yield Finding(event, "date", f"Date, {short(event.date)}, is still to come.")


@check("meeting-to-come", Severity.ERROR)
def meeting_to_come(seen: Inspection) -> Iterator[Finding]:
    """Has every peer meeting that happened taken place?

    Why: A meeting to come would count as one that was held.
    Do: Correct the date; write meetings down after they were held.
    Fires: Peer meetings: Date=2026-12-01, Happened=Yes
    Silent: Peer meetings: Date=2026-11-17, Happened=Yes
    """
    for meeting in seen.casebook.peer_meetings:
        if meeting.happened and meeting.date is not None and meeting.date > seen.today:
            yield Finding(meeting, "date", f"{short(meeting.date)} is still to come.")


@check("below-nothing", Severity.ERROR)
def below_nothing(seen: Inspection) -> Iterator[Finding]:
    """Is every count nothing or more?

    Why: Nobody misses minus two sessions; one such figure spoils every total.
    Do: Correct the number.
    Fires: Attendance: Late=-3
    Silent: Attendance: Late=0
    """
    for name, record_class in SHEETS.items():
        counted = [
            column
            for column in columns_of(record_class)
            if column.base in ("int", "number")
            and column.lowest is None
            and column.attribute not in _MAY_BE_BELOW_NOTHING
        ]
        rows = (seen.casebook.settings,) if name == "settings" else getattr(seen.casebook, name)
        for column in counted:
            for record in rows:
                value = getattr(record, column.attribute)
                if value is not None and value < 0:
                    yield Finding(
                        record, column.attribute, f"{column.heading} is {value:g}.".replace("-", "−")
                    )
