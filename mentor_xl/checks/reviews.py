"""Is every review that was held written down as it can have been?"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, filled_alone, is_blank, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Review

OUTCOME_WITHIN = 10
"""School days after the meeting, for its outcome to be written down."""


@check("held-in-future", Severity.ERROR)
def held_in_future(seen: Inspection) -> Iterator[Finding]:
    """Has every review that was held taken place?

    Why: The next review would be counted from a day to come; this one is taken as not held.
    Do: Correct the date; a day to come belongs under Booked for.
    Fires: Reviews: Held on=2026-12-04
    Silent: Reviews: Held on=2026-11-23
    """
    for review in seen.casebook.reviews:
        if review.held_on is not None and review.held_on > seen.today:
            yield Finding(review, "held_on", f"Held on, {short(review.held_on)}, is still to come.")


@check("held-before-anchor", Severity.QUERY)
def held_before_anchor(seen: Inspection) -> Iterator[Finding]:
    """Was every review held after the day that it is counted from?

    Why: A review of something that had not begun is not counted.
    Do: Correct Held on or Counted from.
    Fires: Reviews: Counted from=2026-11-09, Held on=2026-11-06
    Silent: Reviews: Counted from=2026-09-21, Held on=2026-11-06
    """
    yield from out_of_order(
        seen.casebook.reviews,
        "counted_from",
        "held_on",
        "Held on, {later}, is before Counted from, {earlier}.",
    )
    for review in seen.casebook.reviews:
        begun = _begun(seen, review) if review.counted_from is None else None
        if begun is not None and review.held_on is not None and review.held_on < begun:
            message = f"Held on, {short(review.held_on)}, is before it began, {short(begun)}."
            yield Finding(review, "held_on", message)


def _begun(seen: Inspection, review: Review) -> dt.date | None:
    """The day before which a review of this kind cannot have been held."""
    pupil = seen.casebook.pupil(review.pupil_id)
    if pupil is None:
        return None
    if review.review == "Annual review of EHC plan":
        return pupil.ehcp_issued if pupil.ehcp_last_review is None else None
    if review.review == "Personal education plan":
        return pupil.came_into_care
    if review.review == "Mentoring review":
        return min(
            (case.started_on for case in seen.casebook.cases_of(pupil.pupil_id) if case.started_on),
            default=None,
        )
    return None


@check("invited-after-meeting", Severity.ERROR)
def invited_after_meeting(seen: Inspection) -> Iterator[Finding]:
    """Did every invitation go out before the meeting?

    Why: One of the dates is wrong; notice is counted between them.
    Do: Correct Invited on, or the day of the meeting.
    Fires: Reviews: Invited on=2026-11-10
    Silent: Reviews: Invited on=2026-10-20
    """
    for review in seen.casebook.reviews:
        met = review.held_on or review.booked_for
        if review.invited_on is not None and met is not None and review.invited_on > met:
            message = f"Invited on, {short(review.invited_on)}, is after the meeting, {short(met)}."
            yield Finding(review, "invited_on", message)


@check("report-before-meeting", Severity.ERROR)
def report_before_meeting(seen: Inspection) -> Iterator[Finding]:
    """Was every report sent after the meeting?

    Why: The report says what the meeting found.
    Do: Correct Report sent on or Held on.
    Fires: Reviews: Report sent on=2026-11-05
    Silent: Reviews: Report sent on=2026-11-06
    """
    message = "Report sent on, {later}, is before Held on, {earlier}."
    return out_of_order(seen.casebook.reviews, "held_on", "report_sent_on", message)


@check("report-without-meeting", Severity.QUERY)
def report_without_meeting(seen: Inspection) -> Iterator[Finding]:
    """Was every meeting whose report was sent held?

    Why: Without Held on the review stays overdue.
    Do: Fill in Held on.
    Fires: Reviews: Held on=, Booked for=2026-11-23, Report sent on=2026-11-09
    Silent: Reviews: Report sent on=2026-11-09
    """
    message = "Report sent on is filled, and Held on is blank."
    return filled_alone(seen.casebook.reviews, "report_sent_on", "held_on", message)


@check("review-without-outcome", Severity.QUERY)
def review_without_outcome(seen: Inspection) -> Iterator[Finding]:
    """Does every review that was held lately say what came of it?

    Why: The family gets the outcome in a letter, and none is made while it is blank.
    Do: Write the outcome in words for the family.
    Fires: Reviews: Outcome=
    Silent: Reviews: Outcome=Mentoring goes on until Christmas.
    """
    for review in seen.casebook.reviews:
        held = review.held_on
        if (
            held is None
            or held > seen.today
            or not is_blank(review, "outcome")
            or seen.has_left(review.pupil_id)
        ):
            continue
        days = seen.calendar.known_school_days_after(held, seen.today)
        if OUTCOME_WITHIN < days <= 3 * OUTCOME_WITHIN:
            yield Finding(review, "outcome", f"It was held on {short(held)}, and has no outcome.")


@check("review-twice", Severity.QUERY)
def review_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every review have one row?

    Why: Two rows make two invitations.
    Do: Delete the double.
    Fires: Reviews also: Time=3.30pm
    Silent: Reviews also: Review=Target review
    """
    rows = (row for row in seen.casebook.reviews if row.review and (row.booked_for or row.held_on))
    for first, again in alike(rows, lambda row: (row.pupil_id, row.review, row.booked_for, row.held_on)):
        yield Finding(again, "review", f"Row {first.row_number} has the same review on the same day.")


@check("mentoring-review-without-case", Severity.QUERY)
def mentoring_review_without_case(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil with a mentoring review have a case?

    Why: The review is of a case; without one it is counted for nothing.
    Do: Add the case, or correct the Pupil ID.
    Fires: Reviews: Pupil ID=004490
    Silent: Reviews: Pupil ID=004511
    """
    for review in seen.casebook.reviews:
        if review.review != "Mentoring review" or review.pupil_id in seen.casebook.duplicated_pupils:
            continue
        if not seen.casebook.cases_of(review.pupil_id):
            yield Finding(review, "pupil_id", f"Pupil {quoted_id(review.pupil_id)} has no case.")
