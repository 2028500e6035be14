"""How did the caseload stand when the last half term ended?

Governors are told that, whichever day they ask until the next one ends: two reports a day apart would tell
of the one pupil who joined, or whose record changed, in between.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from mentor_xl.casebook import Casebook
from mentor_xl.documents import CaseloadFile, File, Refusal
from mentor_xl.records import CalendarPeriod, Pupil, Record


def end_of_last_half_term(file: File) -> dt.date | None:
    """The last day of the half term that ended last before today; ``None`` where nobody can say."""
    half_terms = (row for row in file.casebook.calendar if row.kind == "Half term")
    ends = (row.to for row in half_terms if row.to and file.is_sound(row, "to"))
    return max((day for day in ends if day < file.today), default=None)


def no_half_term(file: File) -> Refusal:
    """Names the cell in which the end of the first half term stands, or would have to be typed."""
    layout = file.casebook.layouts.get("Calendar")
    below = CalendarPeriod(row_number=layout.heading_row + 1 if layout and layout.heading_row else 0)
    first = next((row for row in file.casebook.calendar if row.kind == "Half term"), below)
    why = "Governors are told how it stood when the last half term ended, and none here has."
    return Refusal(f"{file.casebook.place(first, 'to')}: {why}", "no-half-term")


_BEGAN: Mapping[str, str] = MappingProxyType(
    {
        "pupils": "admission_date", "referrals": "received_on", "cases": "started_on", "targets": "set_on",
        "sessions": "date", "measures": "taken_on", "attendance": "to", "behaviour": "to",
    }
)  # fmt: skip
"""The day from which each row counts."""
_CHANGED: Mapping[str, tuple[str, Mapping[str, Any]]] = MappingProxyType(
    {
        "referrals": ("decided_on", {"decision": "Waiting", "decided_on": None}),
        "cases": ("closed_on", {"status": "Active", "closed_on": None, "closing_reason": None}),
        "targets": ("scored_on", {"score": None, "scored_on": None}),
    }
)
"""The day on which a row became what it is, and how it stood until then."""


def as_it_stood(file: CaseloadFile, day: dt.date) -> CaseloadFile:
    """The file on the evening of an earlier day. What has no date counts: nobody can say when it came."""
    rows = {sheet: _as_they_stood(file.casebook, sheet, day) for sheet in _BEGAN}
    return replace(file, casebook=replace(file.casebook, **rows), today=day)


def _as_they_stood(casebook: Casebook, sheet: str, day: dt.date) -> Any:
    rows = [row for row in getattr(casebook, sheet) if not _is_later(row, _BEGAN[sheet], day)]
    if sheet == "pupils":
        return tuple(_as_known_of(pupil, day) for pupil in rows)
    changed, before = _CHANGED.get(sheet, ("", {}))
    return tuple(_with(row, before) if changed and _is_later(row, changed, day) else row for row in rows)


def _as_known_of(pupil: Pupil, day: dt.date) -> Pupil:
    """Without care that began later; and before a first plan there was support from the school."""
    before: dict[str, Any] = {}
    if _is_later(pupil, "came_into_care", day):
        before["looked_after"] = None
        if pupil.social_care_status == "Looked after":
            before["social_care_status"] = None
    is_first_plan = pupil.ehcp_last_review is None or _is_later(pupil, "ehcp_last_review", day)
    if pupil.sen_status == "E" and is_first_plan and _is_later(pupil, "ehcp_issued", day):
        before["sen_status"] = "K"
    return _with(pupil, before) if before else pupil


def _is_later(row: Record, attribute: str, day: dt.date) -> bool:
    found = getattr(row, attribute)
    return found is not None and found > day


def _with(row: Any, cells: Mapping[str, Any]) -> Any:
    return row.model_copy(update=dict(cells))
