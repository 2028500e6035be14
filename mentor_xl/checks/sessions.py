"""Could every session have taken place as it is written: on that day, with that pupil, in that case?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, is_blank, is_filled
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Case

LONGEST_USUAL = 180
"""Minutes; visits and clubs may be longer."""
SHORTEST_USUAL = 5
_MAY_BE_SHORT = frozenset({"Home contact", "Breaktime", "Drop-in", "In class"})
_BELONG_TO_A_CASE = frozenset({"One-to-one", "In class", "Home visit", "Mediation", "Transition"})
"""Kinds of session that are part of mentoring; a drop-in or a first talk may come before it."""
_MAY_BE_ON_CLOSED_DAYS = frozenset({"Home contact", "Home visit", "Meeting", "Educational visit"})


@check("session-in-future", Severity.ERROR)
def session_in_future(seen: Inspection) -> Iterator[Finding]:
    """Has every session taken place?

    Why: A session to come would count as contact that nobody has had.
    Do: Correct the date; write sessions down after they were held.
    Fires: Sessions: Date=2027-03-01
    Silent: Sessions: Date=2026-11-23
    """
    for session in seen.casebook.sessions:
        if session.date is not None and session.date > seen.today:
            yield Finding(session, "date", f"{short(session.date)} is still to come.")


@check("session-after-leaving", Severity.ERROR)
def session_after_leaving(seen: Inspection) -> Iterator[Finding]:
    """Was every session held while the pupil was at the school?

    Why: The session is another pupil's, or one of the dates is wrong.
    Do: Correct the date, the Pupil ID or the pupil's Leaving date.
    Fires: Pupils: Leaving date=2026-11-13
    Silent: Pupils: Leaving date=2026-11-17
    """
    for session in seen.casebook.sessions:
        if session.date is None or session.date <= seen.first_leaving:
            continue
        left = seen.left_on(session.pupil_id)
        if left is not None and left < session.date <= seen.today:
            yield Finding(session, "date", f"The pupil left on {short(left)}.")


@check("session-before-admission", Severity.QUERY)
def session_before_admission(seen: Inspection) -> Iterator[Finding]:
    """Had every pupil joined the school before their first session?

    Why: But for transition work, a mentor meets nobody before they join.
    Do: Correct the date or the pupil's Admission date.
    Fires: Pupils: Admission date=2026-11-18
    Silent: Pupils: Admission date=2026-11-17
    """
    for session in seen.casebook.sessions:
        pupil = seen.casebook.pupil(session.pupil_id)
        joined = pupil.admission_date if pupil else None
        if session.date is None or joined is None or session.kind == "Transition":
            continue
        if session.date < joined and session.date <= seen.today:
            yield Finding(session, "date", f"The pupil joined the school on {short(joined)}.")


@check("session-on-closed-day", Severity.QUERY)
def session_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Was school open on the day of every session?

    Why: On a day when school is closed the date is nearly always a slip.
    Do: Correct the date; or say on the Explanations sheet where you met.
    Fires: Sessions: Date=2026-11-01
    Silent: Sessions: Date=2026-10-28, Kind=Home contact
    """
    for session in seen.casebook.sessions:
        day = session.date
        if day is None or day > seen.today or session.kind in _MAY_BE_ON_CLOSED_DAYS:
            continue
        if session.attended != "Cancelled by school" and seen.calendar.is_closed(day):
            yield Finding(session, "date", f"School was closed on {short(day)} ({seen.why_closed(day)}).")


@check("session-outside-case", Severity.QUERY)
def session_outside_case(seen: Inspection) -> Iterator[Finding]:
    """Was every mentoring session held between the start and the close of a case?

    Why: It is counted with no case, and reports leave it out. Drop-ins, clubs and first talks are free.
    Do: Correct the date, or the days of the case.
    Fires: Sessions: Date=2026-09-16
    Silent: Sessions: Date=2026-09-16, Kind=Drop-in
    """
    spans: defaultdict[str | None, list[tuple[dt.date, dt.date]]] = defaultdict(list)
    for case in seen.casebook.cases:
        spans[case.pupil_id].append(_span(case))
    for session in seen.casebook.sessions:
        if session.kind not in _BELONG_TO_A_CASE or session.date is None or session.date > seen.today:
            continue
        cases = spans.get(session.pupil_id)
        if cases and not any(first <= session.date <= last for first, last in cases):
            yield Finding(session, "date", f"The pupil had no case on {short(session.date)}.")


@check("session-without-case", Severity.QUERY)
def session_without_case(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil with mentoring sessions have a case?

    Why: Without a case there is no mentor, no consent and no review.
    Do: Add the case; or choose Drop-in if it was one.
    Fires: Sessions: Pupil ID=004490
    Silent: Sessions: Pupil ID=004490, Kind=Drop-in
    """
    for session in seen.casebook.sessions:
        if session.kind not in _BELONG_TO_A_CASE or not session.pupil_id:
            continue
        if session.pupil_id in seen.casebook.duplicated_pupils or seen.casebook.cases_of(session.pupil_id):
            continue
        yield Finding(session, "pupil_id", f"Pupil {quoted_id(session.pupil_id)} has no case.")


def _span(case: Case) -> tuple[dt.date, dt.date]:
    """The first and the last day of a case, as far as they are known."""
    if case.started_on is None:
        return dt.date.min, dt.date.max
    last = case.closed_on if case.status == "Closed" else None
    return case.started_on, last or dt.date.max


# -- who was there ---------------------------------------------------------------------------------


@check("session-of-nobody", Severity.ERROR)
def session_of_nobody(seen: Inspection) -> Iterator[Finding]:
    """Does every session say which pupil or which group it was with?

    Why: A session of nobody counts for nobody.
    Do: Fill in Pupil ID; for a group, Group.
    Fires: Sessions: Pupil ID=, Group=
    Silent: Sessions: Pupil ID=, Group=Lego club, Kind=Group
    """
    for session in seen.casebook.sessions:
        if session.kind != "Group" and is_blank(session, "pupil_id") and is_blank(session, "group"):
            yield Finding(session, "pupil_id", "It says neither which pupil nor which group it was with.")


@check("group-session-without-group", Severity.ERROR)
def group_session_without_group(seen: Inspection) -> Iterator[Finding]:
    """Does every group session name its group?

    Why: It is counted for the group's pupils, and nobody knows who they were.
    Do: Choose the group; or change Kind if it was with one pupil.
    Fires: Sessions: Kind=Group, Group=
    Silent: Sessions: Kind=Group, Group=Lego club, Pupil ID=
    """
    for session in seen.casebook.sessions:
        if session.kind == "Group" and is_blank(session, "group"):
            yield Finding(session, "group", "Kind is Group, and Group is blank.")


@check("group-without-group-kind", Severity.QUERY)
def group_without_group_kind(seen: Inspection) -> Iterator[Finding]:
    """Is Group filled only for sessions that a group had?

    Why: The session counts for each pupil of the group.
    Do: Change Kind to Group; or clear Group.
    Fires: Sessions: Kind=One-to-one, Group=Lego club
    Silent: Sessions: Kind=Club, Group=Lego club, Pupil ID=
    """
    for session in seen.casebook.sessions:
        if session.kind == "One-to-one" and is_filled(session, "group"):
            yield Finding(session, "group", "A group is named, and Kind is One-to-one.")


@check("not-there-but-scored", Severity.QUERY)
def not_there_but_scored(seen: Inspection) -> Iterator[Finding]:
    """Are energy scores given only by pupils who came?

    Why: Scores of somebody who was not there spoil the pupil's picture.
    Do: Clear the scores; or change Attended if the pupil did come.
    Fires: Sessions: Attended=Absent, Energy in=2, Energy out=4
    Silent: Sessions: Attended=Absent, Energy in=, Energy out=
    """
    for session in seen.casebook.sessions:
        if session.attended in (None, "Attended"):
            continue
        filled = [name for name in ("energy_in", "energy_out") if getattr(session, name) is not None]
        if filled:
            message = f"Attended says {session.attended}, and there are energy scores."
            yield Finding(session, filled[0], message)


@check("session-twice", Severity.QUERY)
def session_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every session written down once?

    Why: Two rows count as two sessions.
    Do: Delete the double; or say on the Explanations sheet that you met twice that day.
    Fires: Sessions also: Next step=
    Silent: Sessions also: Kind=Home contact
    """
    rows = (row for row in seen.casebook.sessions if row.date and row.kind and row.mentor)
    for first, again in alike(
        rows, lambda row: (row.date, row.pupil_id, row.group, row.mentor, row.kind, row.minutes, row.attended)
    ):
        if again.pupil_id or again.group:
            yield Finding(again, None, f"Row {first.row_number} has the same session.")


@check("very-long-session", Severity.QUERY)
def very_long_session(seen: Inspection) -> Iterator[Finding]:
    """Is every session shorter than three hours, apart from visits and clubs?

    Why: It is often hours typed for minutes, or a whole morning written as one session.
    Do: Correct Minutes, or write the sessions one by one.
    Fires: Sessions: Minutes=400
    Silent: Sessions: Minutes=400, Kind=Educational visit
    """
    for session in seen.casebook.sessions:
        minutes = session.minutes
        if minutes is None or session.kind in ("Educational visit", "Club"):
            continue
        if minutes > LONGEST_USUAL:
            yield Finding(session, "minutes", f"The session lasted {minutes} minutes.")


@check("very-short-session", Severity.QUERY)
def very_short_session(seen: Inspection) -> Iterator[Finding]:
    """Did every session that was held last five minutes or more?

    Why: Hours are easily typed for minutes: 1 for 60. The time is added up.
    Do: Correct Minutes.
    Fires: Sessions: Minutes=1
    Silent: Sessions: Minutes=1, Kind=Home contact
    """
    for session in seen.casebook.sessions:
        minutes = session.minutes
        if minutes is None or minutes >= SHORTEST_USUAL or session.attended != "Attended":
            continue
        if session.kind not in _MAY_BE_SHORT:
            lasted = "1 minute" if minutes == 1 else f"{minutes} minutes"
            yield Finding(session, "minutes", f"The session lasted {lasted}.")
