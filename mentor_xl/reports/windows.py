"""How were a pupil's attendance and behaviour before mentoring began, and how are they since?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from mentor_xl.documents import File
from mentor_xl.records import AttendanceRow, BehaviourRow, Case

SHORTEST = 40
"""Sessions that a window has at least: twenty school days (reference 7)."""


@dataclass(frozen=True, slots=True)
class Window:
    """One pupil's figures for one stretch of time."""

    possible: int
    attended: int
    points: int | None
    """Behaviour points of the same stretch; ``None`` where none are kept."""

    @property
    def is_persistent_absence(self) -> bool:
        """Whether 10% or more was missed; exactly 10% counts (reference 2.4)."""
        return (self.possible - self.attended) * 10 >= self.possible


def windows_of(file: File, case: Case) -> tuple[Window, Window] | None:
    """The last stretch that ended before the case began, and the last that lies more than half after it.

    ``None`` where there are not both, each of twenty school days at least.
    """
    if case.started_on is None:
        return None
    rows = [row for row in file.casebook.attendance if row.pupil_id == case.pupil_id and _is_sound(row)]
    before = [row for row in rows if row.to and row.to < case.started_on]
    since = [row for row in rows if row.to and row.to <= file.today and _middle(row) >= case.started_on]
    if not before or not since:
        return None
    return _window(file, _last(before)), _window(file, _last(since))


def _middle(row: AttendanceRow) -> dt.date:
    first, last = row.from_ or dt.date.min, row.to or dt.date.min
    return first + (last - first) / 2


def _is_sound(row: AttendanceRow) -> bool:
    possible, attended = row.possible_sessions, row.attended_sessions
    is_known = row.from_ is not None and row.to is not None and possible is not None and attended is not None
    return is_known and (possible or 0) >= SHORTEST and 0 <= (attended or 0) <= (possible or 0)


def _last(rows: Iterable[AttendanceRow]) -> AttendanceRow:
    return max(rows, key=lambda row: (str(row.to), row.row_number))


def _window(file: File, row: AttendanceRow) -> Window:
    behaviour = [
        other.negative_points
        for other in file.casebook.behaviour
        if _is_same_stretch(other, row) and other.negative_points is not None
    ]
    points = behaviour[-1] if behaviour else None
    return Window(row.possible_sessions or 0, row.attended_sessions or 0, points)


def _is_same_stretch(behaviour: BehaviourRow, attendance: AttendanceRow) -> bool:
    return (behaviour.pupil_id, behaviour.from_, behaviour.to) == (
        attendance.pupil_id,
        attendance.from_,
        attendance.to,
    )
