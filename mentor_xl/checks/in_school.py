"""Was school open when something was done there; and are the times of meetings times of day?"""

import re
from collections.abc import Iterator
from functools import cache

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Severity

_SCHOOLS_OWN = frozenset(
    {
        "Mentoring review", "Target review", "SEN support review", "Annual review of EHC plan",
        "Personal education plan", "Reintegration meeting", "Part-time timetable review",
        "Managed move review", "Medical plan review", "Passport review", "Transition review",
    }
)  # fmt: skip
"""Reviews that a school holds; an authority meets in the holidays too."""
BOOKED_WITHIN = 10
"""School days before a meeting by which its time has to be known."""


@check("review-held-on-closed-day", Severity.QUERY)
def review_held_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Was school open on the day of every review that the school held?

    Why: The next review is counted from it; on a weekend or in a holiday the date is nearly always a slip.
    Do: Correct Held on; or say on the Explanations sheet where you met.
    Fires: Reviews: Held on=2026-11-07
    Silent: Reviews: Held on=2026-11-06
    """
    for review in seen.casebook.reviews:
        day = review.held_on
        if day is None or day > seen.today or not seen.calendar.is_closed(day):
            continue
        if day.weekday() >= 5 or review.review in _SCHOOLS_OWN:
            yield Finding(review, "held_on", f"School was closed on {short(day)} ({seen.why_closed(day)}).")


@check("done-on-closed-day", Severity.QUERY)
def done_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Was school open when a step was taken or a reward handed over?

    Why: Both happen in school; a date at a weekend or in a holiday is nearly always a slip.
    Do: Correct the date; or say on the Explanations sheet how it came about.
    Fires: Steps: Done on=2026-10-10
    Silent: Steps: Done on=2026-10-12
    """
    for records, attribute in ((seen.casebook.steps, "done_on"), (seen.casebook.rewards, "date")):
        for record in records:
            day = getattr(record, attribute)
            if day is not None and day <= seen.today and seen.calendar.is_closed(day):
                why = seen.why_closed(day)
                yield Finding(record, attribute, f"School was closed on {short(day)} ({why}).")


@check("step-planned-for-closed-day", Severity.QUERY)
def step_planned_for_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Is school open on the day of every step that is still to come?

    Why: A pupil who has found the courage would stand at a locked door.
    Do: Agree another day.
    Fires: Steps: Planned for=2026-11-28, Done on=, Outcome=
    Silent: Steps: Planned for=2026-11-26, Done on=, Outcome=
    """
    for step in seen.casebook.steps:
        day = step.planned_for if is_blank(step, "done_on") else None
        if day is not None and day >= seen.today and seen.calendar.is_closed(day):
            why = seen.why_closed(day)
            yield Finding(step, "planned_for", f"School is closed on {short(day)} ({why}).")


# -- times of day ------------------------------------------------------------------------------------

_CLOCK = re.compile(
    r"(\d{1,2})(?:\s?[:.h]\s?(\d{1,2}))?(?::\d{2})?\s*(am|pm|a\.m\.?|p\.m\.?|noon|o['’]?clock)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:-|–|—|to|until|till|/|,|and|hrs?|hours)\s*", re.IGNORECASE)
_EARLIEST, _LATEST = 7, 21


@cache
def time_fault(typed: str) -> str | None:
    """Why a text is no time of day at which a meeting can begin; words alone are let be."""
    parts = [part for part in _BETWEEN.split(typed.strip()) if part]
    found = [_CLOCK.fullmatch(part) for part in parts]
    if not all(found):
        return "is no time of day" if re.fullmatch(r"[\d\s:.,;-]+", typed.strip()) else None
    faults = [fault for clock in found if clock is not None and (fault := _clock_fault(clock))]
    if _UNCLEAR in faults and any(clock[3] for clock in found if clock is not None):
        faults.remove(_UNCLEAR)  # 2.15 to 3pm
    return faults[0] if faults else None


_UNCLEAR = "may be in the morning or in the afternoon"


def _clock_fault(clock: re.Match[str]) -> str | None:
    hour, minutes, half = int(clock[1]), clock[2], (clock[3] or "").replace(".", "").casefold()
    if hour > 23 or (minutes and (int(minutes) > 59 or len(minutes) == 1)):
        return "is no time of day"
    if half in ("am", "pm") and hour in range(1, 13):
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not half and 1 <= hour < _EARLIEST and not clock[1].startswith("0"):
        return _UNCLEAR
    is_said_in_words = half == "noon" or half.startswith("o")
    return None if is_said_in_words or _EARLIEST <= hour <= _LATEST else "is in the night"


@check("time-unlikely", Severity.QUERY)
def time_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is the time of every review a time at which people meet?

    Why: The invitation prints it as it stands, and the family comes at that time.
    Do: Type it as in 2.15pm or 14:15.
    Fires: Reviews: Time=25:00
    Silent: Reviews: Time=3.30pm
    """
    for review in seen.casebook.reviews:
        if review.held_on is not None and review.held_on < seen.today:
            if review.time and time_fault(review.time) == "is no time of day":
                yield Finding(review, "time", "This is no time of day.")
            continue
        fault = time_fault(review.time) if review.time else None
        if fault:
            yield Finding(review, "time", f"This time {fault}.")


@check("place-is-a-time", Severity.QUERY)
def place_is_a_time(seen: Inspection) -> Iterator[Finding]:
    """Do places hold places, not times or dates?

    Why: Invitations print the place; a family that has only a time twice does not know where to go.
    Do: Move it to its own column, and fill in the place.
    Fires: Reviews: Place=3.30pm
    Silent: Reviews: Place=Room 4
    """
    for records in (seen.casebook.reviews, seen.casebook.sessions, seen.casebook.peer_pairs):
        for record in records:
            place = record.place
            if place and _IS_A_TIME.fullmatch(place):
                yield Finding(record, "place", "A time or a date stands where a place belongs.")


_IS_A_TIME = re.compile(
    r"\s*(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{1,2}/\d{1,2}/\d{2,4}.*)\s*",
    re.IGNORECASE,
)


@check("booked-without-time", Severity.NOTE)
def booked_without_time(seen: Inspection) -> Iterator[Finding]:
    """Has every review that is soon to be held a time?

    Why: The family cannot come when nobody has said when.
    Do: Fill in Time.
    Fires: Reviews also: Booked for=2026-11-26, Held on=, Time=
    Silent: Reviews also: Booked for=2026-11-26, Held on=, Time=3.30pm
    """
    if not seen.has_column("Reviews", "time"):
        return
    for review in seen.casebook.reviews:
        booked = review.booked_for
        if booked is None or booked < seen.today or not is_blank(review, "held_on"):
            continue
        if is_blank(review, "time") and not seen.has_left(review.pupil_id):
            days = seen.calendar.known_school_days_after(seen.today, booked)
            if days <= BOOKED_WITHIN:
                yield Finding(review, "time", f"It is booked for {short(booked)}, and has no time.")
