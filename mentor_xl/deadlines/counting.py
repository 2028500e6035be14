"""Which day does a rule arrive at, counted from a date, and which school day is that to act by?

Counting and rolling are those of the reference, 2.6: count in the rule's own unit, then move a hard day
back to the last school day on or before it, and a soft one to the nearest.
"""

import calendar as months
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from mentor_xl.dates import short
from mentor_xl.deadlines.rule import DeadlineRule
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.school_calendar.working_days import KNOWN_YEARS

_NEVER_BACK = ("school weeks", "half terms", "terms")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What counting came to, and the sentence that says how."""

    counted_from: dt.date | None
    reached: dt.date | None
    """The day as counted, before it was moved to a school day; ``None``: it needs the calendar."""
    legal_last_day: dt.date | None
    act_by: dt.date | None
    """``None``: it needs the calendar."""
    why: str
    moved_days: int = 0
    is_on_closed_day: bool = False


def reckon(calendar: SchoolCalendar, rule: DeadlineRule, anchor: dt.date, what: str = "") -> Reckoning:
    """Count a rule's time from its anchor, which is day 0.

    ``what`` says what the anchor is, where the date alone would puzzle: *the last legal day*.
    """
    reached = count(calendar, rule, anchor)
    from_anchor = f"{span(rule)} {_preposition(rule)} {short(anchor)}{f', {what},' if what else ''}"
    if reached is None:
        lie = "lies" if rule.amount == 1 else "lie"
        return Reckoning(anchor, None, None, None, f"{from_anchor} {lie} beyond the Calendar sheet.")
    left_out = _left_out(calendar, rule, anchor, reached)
    verb = "end on" if _ends_before(rule) else "is"
    return settle(calendar, rule, anchor, reached, f"{from_anchor}{left_out} {verb} {short(reached)}.")


def reckon_on(
    calendar: SchoolCalendar, rule: DeadlineRule, day: dt.date, what: str, since: dt.date | None = None
) -> Reckoning:
    """A date that stands in the workbook, or in the law, as ``what``: nothing is counted.

    ``since`` is the day from when it is shown, where that is not the date itself.
    """
    return settle(calendar, rule, since or day, day, f"{what} is {short(day)}.")


def settle(
    calendar: SchoolCalendar, rule: DeadlineRule, anchor: dt.date, reached: dt.date, why: str
) -> Reckoning:
    """Find the school day to act by for a day that was counted or that stands in the workbook.

    A day before which nothing may be done moves on to the first school day on or after it.
    """
    if rule.is_not_before:
        return _rolled_on(calendar, anchor, reached, why)
    if rule.strength == "hard":
        return _rolled_back(calendar, anchor, reached, why, is_after=rule.direction == "after")
    nearest = calendar.nearest_school_day(reached)
    if nearest is None:
        return Reckoning(anchor, reached, None, None, f"{why} The Calendar sheet does not reach it.")
    if nearest != reached:
        why += f" School is closed that day ({calendar.why_closed(reached)}): moved to {short(nearest)}."
    return Reckoning(anchor, reached, None, nearest, why, moved_days=abs((nearest - reached).days))


def _rolled_on(calendar: SchoolCalendar, anchor: dt.date, reached: dt.date, why: str) -> Reckoning:
    first, why = calendar.first_school_day_from(reached), f"Not before then: {why}"
    if first is None:
        return Reckoning(anchor, reached, None, None, f"{why} The Calendar sheet does not reach it.")
    if first != reached:
        why += f" School is closed that day ({calendar.why_closed(reached)}): from {short(first)}."
    return Reckoning(anchor, reached, None, first, why, moved_days=(first - reached).days)


def _rolled_back(
    calendar: SchoolCalendar, anchor: dt.date, legal: dt.date, why: str, *, is_after: bool
) -> Reckoning:
    act_by = calendar.last_school_day_by(legal)
    if act_by is None:
        return Reckoning(anchor, legal, legal, None, f"{why} The Calendar sheet does not reach it.")
    if act_by == legal:
        return Reckoning(anchor, legal, legal, legal, why)
    closed = f"School is closed that day ({calendar.why_closed(legal)})"
    if is_after and act_by < anchor:
        why += f" {closed} and no school day lies before it: the legal day stands."
        return Reckoning(anchor, legal, legal, legal, why, is_on_closed_day=True)
    return Reckoning(anchor, legal, legal, act_by, f"{why} {closed}: act by {short(act_by)}.")


def count(calendar: SchoolCalendar, rule: DeadlineRule, anchor: dt.date) -> dt.date | None:
    """The day that a rule's amount arrives at, not yet moved; ``None`` where it needs the calendar.

    Months of a hard rule end the day before the same day n months on ("within 12 months beginning
    with"), unless that day had to be clamped to the month's end; those of a soft rule on the same day.
    """
    if anchor.year not in KNOWN_YEARS:
        return None
    if rule.direction == "before" and rule.unit in _NEVER_BACK:
        raise ValueError(f"nobody gives notice in {rule.unit}")
    n = -rule.amount if rule.direction == "before" else rule.amount
    if rule.unit == "months":
        return _months_on(anchor, n, less_a_day=_ends_before(rule))
    return _COUNTS[rule.unit](calendar, anchor, n)


_COUNTS: dict[str, Callable[[SchoolCalendar, dt.date, int], dt.date | None]] = {
    "fixed date": lambda calendar, day, n: day,  # noqa: ARG005  a date that stands in the workbook
    "calendar days": lambda calendar, day, n: day + dt.timedelta(days=n),  # noqa: ARG005
    "weeks": lambda calendar, day, n: day + dt.timedelta(weeks=n),  # noqa: ARG005
    "school days": SchoolCalendar.add_school_days,
    "working days": SchoolCalendar.add_working_days,
    "school weeks": SchoolCalendar.add_school_weeks,
    "half terms": SchoolCalendar.add_half_terms,
    "terms": SchoolCalendar.add_terms,
}


def _ends_before(rule: DeadlineRule) -> bool:
    return rule.unit == "months" and rule.strength == "hard" and rule.direction == "after"


def _months_on(day: dt.date, n: int, *, less_a_day: bool) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    last = months.monthrange(year, month + 1)[1]
    if day.day > last:
        return dt.date(year, month + 1, last)
    return dt.date(year, month + 1, day.day) - dt.timedelta(days=less_a_day)


def span(rule: DeadlineRule) -> str:
    """A rule's time in words: *6 school weeks*, *1 day*."""
    unit = "days" if rule.unit == "calendar days" else rule.unit
    return f"{rule.amount} {unit.removesuffix('s') if rule.amount == 1 else unit}"


def _preposition(rule: DeadlineRule) -> str:
    return "from" if _ends_before(rule) else rule.direction


def _left_out(calendar: SchoolCalendar, rule: DeadlineRule, anchor: dt.date, reached: dt.date) -> str:
    weeks = calendar.weeks_left_out(anchor, reached) if rule.unit == "school weeks" else ()
    if not weeks:
        return ""
    if len(weeks) == 1 and calendar.half_term_of(weeks[0]) is None:
        return ", half term left out,"
    return f", {len(weeks)} {'week' if len(weeks) == 1 else 'weeks'} without school left out,"
