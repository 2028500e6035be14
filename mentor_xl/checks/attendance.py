"""Do the figures of attendance and behaviour add up? (reference 2.4)"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import grouped, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import AttendanceRow, BehaviourRow

_POINTS_APART = 5
"""Percentage points between two figures of one pupil's attendance."""


@check("attendance-period-backwards", Severity.ERROR)
def attendance_period_backwards(seen: Inspection) -> Iterator[Finding]:
    """Does every period of attendance end on or after the day it begins?

    Why: Attendance is compared over periods of equal length.
    Do: Correct From or To.
    Fires: Attendance: From=2026-10-23, To=2026-09-03
    Silent: Attendance: From=2026-09-03, To=2026-10-23
    """
    message = "To, {later}, is before From, {earlier}."
    return out_of_order(seen.casebook.attendance, "from_", "to", message)


@check("behaviour-period-backwards", Severity.ERROR)
def behaviour_period_backwards(seen: Inspection) -> Iterator[Finding]:
    """Does every period of behaviour end on or after the day it begins?

    Why: Behaviour is compared over periods of equal length.
    Do: Correct From or To.
    Fires: Behaviour: From=2026-10-23, To=2026-09-03
    Silent: Behaviour: From=2026-09-03, To=2026-10-23
    """
    message = "To, {later}, is before From, {earlier}."
    return out_of_order(seen.casebook.behaviour, "from_", "to", message)


@check("attendance-more-than-possible", Severity.ERROR)
def attendance_more_than_possible(seen: Inspection) -> Iterator[Finding]:
    """Do sessions attended and missed come to no more than were possible?

    Why: Attendance over 100 % spoils every average.
    Do: Take the figures again from your school's system.
    Fires: Attendance: Possible sessions=70, Attended sessions=72
    Silent: Attendance: Possible sessions=74, Attended sessions=68
    """
    for row in seen.casebook.attendance:
        possible, counted = row.possible_sessions, _counted(row)
        if possible is None or row.attended_sessions is None or counted <= possible:
            continue
        cell = "attended_sessions" if row.attended_sessions > possible else "possible_sessions"
        message = f"{counted} sessions are attended or missed, and {possible} were possible."
        yield Finding(row, cell, message)


@check("attendance-does-not-add-up", Severity.QUERY)
def attendance_does_not_add_up(seen: Inspection) -> Iterator[Finding]:
    """Do sessions attended and missed come to the sessions that were possible?

    Why: What is left over was neither attended nor missed, so some figure is out of date.
    Do: Take the figures again from your school's system.
    Fires: Attendance: Authorised=1
    Silent: Attendance: Authorised=4
    """
    for row in seen.casebook.attendance:
        figures = (row.possible_sessions, row.attended_sessions, row.authorised, row.unauthorised)
        if None not in figures and _counted(row) < (row.possible_sessions or 0):
            message = f"{_counted(row)} of {row.possible_sessions} possible sessions are accounted for."
            yield Finding(row, "possible_sessions", message)


def _counted(row: AttendanceRow) -> int:
    return (row.attended_sessions or 0) + (row.authorised or 0) + (row.unauthorised or 0)


@check("late-more-than-attended", Severity.QUERY)
def late_more_than_attended(seen: Inspection) -> Iterator[Finding]:
    """Did everybody come at least as often as they came late?

    Why: Who is late has come.
    Do: Take the figures again from your school's system.
    Fires: Attendance: Late=70
    Silent: Attendance: Late=3
    """
    for row in seen.casebook.attendance:
        if row.late is not None and row.attended_sessions is not None and row.late > row.attended_sessions:
            yield Finding(row, "late", f"Late {row.late} times in {row.attended_sessions} sessions attended.")


@check("more-sessions-than-days", Severity.QUERY)
def more_sessions_than_days(seen: Inspection) -> Iterator[Finding]:
    """Were there at most two possible sessions for each school day?

    Why: A morning and an afternoon make a day; the period or the figure is wrong.
    Do: Correct From, To or Possible sessions.
    Fires: Attendance: Possible sessions=90, Attended sessions=84
    Silent: Attendance: Possible sessions=74, Attended sessions=68
    """
    for row in seen.casebook.attendance:
        if row.from_ is None or row.to is None or row.possible_sessions is None:
            continue
        days = seen.calendar.count_school_days(row.from_, row.to)
        if days is not None and row.possible_sessions > 2 * days:
            message = f"{row.possible_sessions} sessions were possible on {days} school days."
            yield Finding(row, "possible_sessions", message)


@check("attendance-periods-overlap", Severity.QUERY)
def attendance_periods_overlap(seen: Inspection) -> Iterator[Finding]:
    """Is every day of a pupil's attendance counted once?

    Why: Days that stand in two periods are counted twice.
    Do: Correct the days of one of the periods.
    Fires: Attendance also: From=2026-10-12, To=2026-11-20
    Silent: Attendance also: From=2026-11-02, To=2026-11-20, Possible sessions=30, Attended sessions=24
    """
    return _overlapping(seen.casebook.attendance)


@check("behaviour-periods-overlap", Severity.QUERY)
def behaviour_periods_overlap(seen: Inspection) -> Iterator[Finding]:
    """Is every day of a pupil's behaviour record counted once?

    Why: Days that stand in two periods are counted twice.
    Do: Correct the days of one of the periods.
    Fires: Behaviour also: From=2026-10-12, To=2026-11-20
    Silent: Behaviour also: From=2026-11-02, To=2026-11-20
    """
    return _overlapping(seen.casebook.behaviour)


def _overlapping(rows: tuple[AttendanceRow, ...] | tuple[BehaviourRow, ...]) -> Iterator[Finding]:
    dated = (row for row in rows if row.from_ is not None and row.to is not None and row.from_ <= row.to)
    for of_one in grouped(dated, lambda row: row.pupil_id):
        for one, other in pairwise(sorted(of_one, key=lambda row: (_first(row), row.row_number))):
            if one.to is not None and other.from_ is not None and other.from_ <= one.to:
                message = f"It begins on {short(other.from_)}; row {one.row_number} ends on {short(one.to)}."
                yield Finding(other, "from_", message)


def _first(row: AttendanceRow | BehaviourRow) -> dt.date:
    return row.from_ or dt.date.min


@check("attendance-disagrees", Severity.QUERY)
def attendance_disagrees(seen: Inspection) -> Iterator[Finding]:
    """Is the attendance on Pupils near the latest period on Attendance?

    Why: Letters print the figure on Pupils; reports work with the sheet.
    Do: Bring the older of the two up to date.
    Fires: Pupils: Attendance %=60
    Silent: Pupils: Attendance %=93.5
    """
    latest = {
        row.pupil_id: row for row in sorted(seen.casebook.attendance, key=lambda row: row.to or dt.date.min)
    }
    for pupil in seen.on_roll:
        row, figure = latest.get(pupil.pupil_id), pupil.attendance_percent
        if row is None or figure is None or row.attended_sessions is None or not row.possible_sessions:
            continue
        counted = 100 * row.attended_sessions / row.possible_sessions
        if counted <= 100 and abs(counted - figure) > _POINTS_APART:
            message = (
                f"Attendance is {figure:g} % here and {counted:.1f} % in the latest period on Attendance."
            )
            yield Finding(pupil, "attendance_percent", message)
