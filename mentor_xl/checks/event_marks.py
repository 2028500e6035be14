"""Does the pupil's row say what a recent event says? (reference 2.1, 2.2)"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity


class _Mark(NamedTuple):
    """What an event says of a pupil, and what on Pupils speaks against it while it is recent."""

    event: str
    attribute: str
    heading: str
    against: tuple[object, ...]
    within: int


_SAYS_LESS = ("None", "Early help")
_CARE, _CARE_HEADING = "social_care_status", "Social care status"
_MARKS = (
    _Mark("EHC plan issued", "sen_status", "SEN status", ("N", "K"), 400),
    _Mark("Medical plan agreed", "medical_plan", "Medical plan", (False,), 200),
    _Mark("Part-time timetable started", "part_time_timetable", "Part-time timetable", (False,), 30),
    _Mark("Child protection conference", _CARE, _CARE_HEADING, _SAYS_LESS, 60),
    _Mark("Child in need plan started", _CARE, _CARE_HEADING, _SAYS_LESS, 60),
    _Mark("Early help started", _CARE, _CARE_HEADING, ("None",), 60),
)


@check("event-unlike-pupil", Severity.QUERY)
def event_unlike_pupil(seen: Inspection) -> Iterator[Finding]:
    """Does Pupils say what a recent event says?

    Why: Reviews are asked for by what stands on Pupils.
    Do: Bring Pupils up to date; or fill in Ends on, or correct the event.
    Fires:
        Events: Event=Medical plan agreed, Ends on=, Days=, Reasons=
        Pupils: Medical plan=No
    Silent: Events: Event=Medical plan agreed, Ends on=, Days=, Reasons=
    """
    for event in seen.casebook.events:
        pupil = seen.casebook.pupil(event.pupil_id)
        if pupil is None or event.date is None or event.ends_on is not None or event.date > seen.today:
            continue
        for mark in _MARKS:
            is_recent = seen.today - event.date <= dt.timedelta(days=mark.within)
            if event.event == mark.event and is_recent and getattr(pupil, mark.attribute) in mark.against:
                said = getattr(pupil, mark.attribute)
                shown = "No" if said is False else said
                message = f"{mark.heading} on Pupils says {shown}; this was on {short(event.date)}."
                yield Finding(event, "event", message)


@check("joining-date-differs", Severity.QUERY)
def joining_date_differs(seen: Inspection) -> Iterator[Finding]:
    """Does the event of joining agree with the pupil's row?

    Why: Nothing is due before the Admission date.
    Do: Take the day from your school's system, and correct the other one.
    Fires:
        Pupils: Admission date=2025-09-02
        Events: Event=Joined the school, Date=2026-10-05, Ends on=, Days=, Reasons=
    Silent:
        Pupils: Admission date=2026-10-05
        Events: Event=Joined the school, Date=2026-10-05, Ends on=, Days=, Reasons=
    """
    for event in seen.casebook.events:
        pupil = seen.casebook.pupil(event.pupil_id) if event.event == "Joined the school" else None
        joined = pupil.admission_date if pupil else None
        if joined is not None and event.date is not None and joined != event.date:
            yield Finding(event, "date", f"Admission date on Pupils is {short(joined)}.")


@check("passport-empty", Severity.NOTE)
def passport_empty(seen: Inspection) -> Iterator[Finding]:
    """Does every passport say something?

    Why: A page without the pupil's words helps no teacher.
    Do: Fill it in with the pupil; or delete the row.
    Fires: Passports: I like=
    Silent: Passports: I like=Dogs and drawing.
    """
    for passport in seen.casebook.passports:
        words = (
            passport.strengths, passport.i_like, passport.what_worries_me, passport.what_helps,
            passport.what_does_not_help, passport.how_to_talk_with_me, passport.adjustments,
            passport.see_me_clearly,
        )  # fmt: skip
        if not any(words):
            yield Finding(passport, None, "Nothing is written in this passport.")
