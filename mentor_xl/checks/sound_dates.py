"""Is any date far beyond what it can mean: years ahead, before the pupil was born, after they left?"""

import datetime as dt
from collections.abc import Iterator, Mapping

from mentor_xl.casebook import SHEETS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import AttendanceRow, BehaviourRow, columns_of

FAR_AHEAD = 800
"""Days: two school years and a little, the longest that anything here is planned."""

_PLANNED: Mapping[str, tuple[str, ...]] = {
    "pupils": ("part_time_timetable_ends",),
    "cases": ("started_on", "planned_end", "follow_up_on"),
    "consents": ("review_by",),
    "targets": ("review_by",),
    "steps": ("planned_for",),
    "reviews": ("counted_from", "booked_for"),
    "passports": ("review_by",),
    "groups": ("started_on", "ends_on"),
    "peer_pairs": ("started_on", "ends_on"),
    "explanations": ("until",),
}
"""Days to come; a leaving date, a plan and a policy may lie further off."""


@check("planned-far-ahead", Severity.QUERY)
def planned_far_ahead(seen: Inspection) -> Iterator[Finding]:
    """Is everything that is planned to be within two school years?

    Why: A slip in the year is made in a moment, 2036 for 2026; nobody is ever reminded of a day so far off.
    Do: Correct the year.
    Fires: Targets: Review by=2036-12-04
    Silent: Targets: Review by=2027-12-03
    """
    for name, attributes in _PLANNED.items():
        headings = {column.attribute: column.heading for column in columns_of(SHEETS[name])}
        for record in getattr(seen.casebook, name):
            for attribute in attributes:
                day = getattr(record, attribute)
                if day is not None and (day - seen.today).days > FAR_AHEAD:
                    yield Finding(record, attribute, f"{headings[attribute]}, {short(day)}, is years ahead.")


_OF_A_PUPIL: Mapping[str, str] = {
    "referrals": "received_on", "consents": "given_on", "barriers": "assessed_on", "sessions": "date",
    "steps": "done_on", "events": "date", "attendance": "from_", "behaviour": "from_",
    "measures": "taken_on", "reviews": "held_on", "passports": "version_date", "rewards": "date",
}  # fmt: skip
"""The day on which something happened to a pupil, by sheet."""


@check("before-birth", Severity.ERROR)
def before_birth(seen: Inspection) -> Iterator[Finding]:
    """Was the pupil born when it happened?

    Why: One of the two dates is wrong, and dates are counted from both.
    Do: Correct the date, the Pupil ID or the Date of birth.
    Fires: Events: Date=2010-01-04, Ends on=2010-01-04
    Silent: Events: Date=2026-10-05
    """
    births = (pupil.date_of_birth for pupil in seen.casebook.pupils if pupil.date_of_birth)
    last_birth = max((born for born in births if born <= seen.today), default=dt.date.min)
    for name, attribute in _OF_A_PUPIL.items():
        for record in getattr(seen.casebook, name):
            day = getattr(record, attribute)
            if day is None or day >= last_birth:
                continue
            pupil = seen.casebook.pupil(record.pupil_id)
            born = pupil.date_of_birth if pupil else None
            if born is not None and day < born <= seen.today:
                yield Finding(record, attribute, f"{short(day)} is before the pupil was born.")


_OF_A_LEAVER: Mapping[str, str] = {
    "attendance": "from_", "behaviour": "from_", "measures": "taken_on", "rewards": "date",
    "barriers": "assessed_on", "steps": "done_on", "reviews": "booked_for",
}  # fmt: skip
"""What a pupil has only while at the school; sessions, events and cases have checks of their own."""


@check("after-leaving", Severity.QUERY)
def after_leaving(seen: Inspection) -> Iterator[Finding]:
    """Was the pupil still at the school on every day that is written down?

    Why: The row is another pupil's, or one of the dates is wrong.
    Do: Correct the date, the Pupil ID or the pupil's Leaving date.
    Fires: Pupils: Leaving date=2026-09-11
    Silent: Pupils: Leaving date=2026-12-18
    """
    for name, attribute in _OF_A_LEAVER.items():
        for record in getattr(seen.casebook, name):
            day = getattr(record, attribute)
            if day is None or day <= seen.first_leaving:
                continue
            left = seen.left_on(record.pupil_id)
            if left is not None and left < day:
                yield Finding(record, attribute, f"The pupil left on {short(left)}.")


@check("period-not-over", Severity.QUERY)
def period_not_over(seen: Inspection) -> Iterator[Finding]:
    """Is every period of attendance and behaviour over?

    Why: Sessions to come are counted as missed, and the figure looks worse than it is.
    Do: Change To to the last day that is counted.
    Fires: Attendance: From=2026-11-02, To=2026-12-18
    Silent: Attendance: From=2026-11-02, To=2026-11-23, Possible sessions=30, Attended sessions=24
    """
    rows: tuple[AttendanceRow | BehaviourRow, ...] = (*seen.casebook.attendance, *seen.casebook.behaviour)
    for row in rows:
        if row.to is not None and row.to > seen.today:
            yield Finding(row, "to", f"To, {short(row.to)}, is still to come.")
