"""Are reviews booked for days on which they can be held, and in time?"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.dates import short
from mentor_xl.deadlines import RULES, Due
from mentor_xl.problems import Severity
from mentor_xl.records import Review

_NOT_THE_MEETING = frozenset({"ehcp-annual-review", "ehcp-invitation", "ehcp-report", "pep-start"})
"""Rules whose date is not that of the meeting that is booked."""


@check("booked-on-closed-day", Severity.QUERY)
def booked_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Is school open on the day that a review is booked for?

    Why: Families would stand at a locked door; the invitation is held back.
    Do: Book another day; or say on the Explanations sheet where you meet.
    Fires: Reviews also: Held on=, Booked for=2026-11-27
    Silent: Reviews also: Held on=, Booked for=2026-11-26
    """
    for review, booked in _bookings(seen):
        if booked >= seen.today and seen.calendar.is_closed(booked):
            reason = seen.why_closed(booked)
            yield Finding(review, "booked_for", f"School is closed on {short(booked)} ({reason}).")


_CLOCKS_OF_OTHERS = frozenset(rule.slug for rule in RULES if rule.is_authority_clock)
"""Meetings that the authority calls: it is not the school that books them late."""


@check("booked-after-legal-day", Severity.ERROR, blocks=())
def booked_after_legal_day(seen: Inspection) -> Iterator[Finding]:
    """Is every review that the law gives a last day booked in time?

    Why: A family has a right to it by that day. The invitation goes out all the same.
    Do: Book an earlier day. If that day is over, tell the SENCO or the authority why, and meet soon.
    Fires:
        Pupils: SEN status=E, EHCP issued=2026-01-05
        Reviews also: Review=Annual review of EHC plan, Held on=, Booked for=2026-12-15
    Silent:
        Pupils: SEN status=E, EHCP issued=2026-02-02
        Reviews also: Review=Annual review of EHC plan, Held on=, Booked for=2026-12-15
    """
    for review, due in _booked_late(seen, "hard"):
        if due.rule in _CLOCKS_OF_OTHERS:
            continue
        message = f"Booked for {_on(review)}; by law the last day is {_last_day(due)}."
        yield Finding(review, "booked_for", message)


@check("booked-late", Severity.QUERY)
def booked_late(seen: Inspection) -> Iterator[Finding]:
    """Is every other review booked by the day on which it is due?

    Why: Support that nobody looks at for too long drifts.
    Do: Book an earlier day; or say on the Explanations sheet why it is later.
    Fires: Reviews also: Held on=, Booked for=2027-02-09
    Silent: Reviews also: Held on=, Booked for=2026-12-10
    """
    for review, due in _booked_late(seen, "soft"):
        yield Finding(review, "booked_for", f"Booked for {_on(review)}; it is due by {_last_day(due)}.")


def _booked_late(seen: Inspection, strength: str) -> Iterator[tuple[Review, Due]]:
    """Bookings ahead that lie after the last day of what they are for; one for each booking."""
    rows = {review.row_number: review for review in seen.casebook.reviews}
    told: set[int] = set()
    for due in seen.dues:
        review = rows.get(due.review_row or 0)
        if review is None or due.strength != strength or due.state == "held" or due.rule in _NOT_THE_MEETING:
            continue
        booked, last = review.booked_for, due.last_day
        if booked is None or last is None or booked < seen.today or _is_held(review, seen.today):
            continue
        if booked > last and review.row_number not in told:
            told.add(review.row_number)
            yield review, due


def _is_held(review: Review, today: dt.date) -> bool:
    """Whether the meeting took place, as far as can be true."""
    return review.held_on is not None and review.held_on <= today


def _on(review: Review) -> str:
    return short(review.booked_for) if review.booked_for else ""


def _last_day(due: Due) -> str:
    return short(due.last_day) if due.last_day else ""


def _bookings(seen: Inspection) -> Iterator[tuple[Review, dt.date]]:
    """The reviews that are booked and not held, of pupils who have not left."""
    for review in seen.casebook.reviews:
        if (
            review.booked_for is not None
            and is_blank(review, "held_on")
            and not seen.has_left(review.pupil_id)
        ):
            yield review, review.booked_for


@check("booked-and-not-held", Severity.QUERY)
def booked_and_not_held(seen: Inspection) -> Iterator[Finding]:
    """Was every review whose day has passed held?

    Why: A review that is not written down counts as not held.
    Do: Fill in Held on; or book another day.
    Fires: Reviews also: Held on=, Booked for=2026-11-18
    Silent: Reviews also: Held on=, Booked for=2026-11-23
    """
    for review, booked in _bookings(seen):
        if booked < seen.today:
            message = f"It was booked for {short(booked)}, and nothing says that it was held."
            yield Finding(review, "held_on", message)
