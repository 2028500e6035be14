"""Do care, plans and part-time timetables agree with the row of the pupil?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank, is_filled
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import Pupil


@check("care-event-without-care", Severity.QUERY)
def care_event_without_care(seen: Inspection) -> Iterator[Finding]:
    """Does Looked after tell of everybody who came into care?

    Why: The education plan and its legal days are asked for only while Looked after says so.
    Do: Fill in Looked after and Came into care on Pupils; or correct the event.
    Fires: Events: Event=Came into care, Date=2026-10-05, Ends on=, Days=, Reasons=
    Silent:
        Events: Event=Came into care, Date=2026-10-05, Ends on=, Days=, Reasons=
        Pupils: Looked after=Looked after, Came into care=2026-10-05
    """
    for event in seen.casebook.events:
        pupil = seen.casebook.pupil(event.pupil_id)
        if event.event == "Came into care" and pupil and _says_no_care(pupil):
            yield Finding(event, "event", "On Pupils, Looked after does not say that the pupil is in care.")


@check("education-plan-without-care", Severity.QUERY)
def education_plan_without_care(seen: Inspection) -> Iterator[Finding]:
    """Is every pupil with a review of looked-after children looked after?

    Why: Letters about the review would go to the wrong people.
    Do: Correct Looked after on Pupils, or the review.
    Fires: Reviews also: Review=Personal education plan, Booked for=2026-12-02, Held on=
    Silent:
        Pupils: Looked after=Looked after, Came into care=2026-10-26
        Reviews also: Review=Personal education plan, Booked for=2026-12-02, Held on=
    """
    for review in seen.casebook.reviews:
        pupil = seen.casebook.pupil(review.pupil_id)
        if (
            review.review not in ("Personal education plan", "Looked-after review")
            or review.held_on
            or not pupil
        ):
            continue
        if _says_no_care(pupil):
            yield Finding(review, "review", "On Pupils, Looked after does not say that the pupil is in care.")


@check("plan-review-without-plan", Severity.QUERY)
def plan_review_without_plan(seen: Inspection) -> Iterator[Finding]:
    """Does everybody with an annual review have a plan?

    Why: Annual reviews are asked for only where SEN status is E.
    Do: Fill in SEN status and EHCP issued; or clear EHCP last review.
    Fires: Pupils: SEN status=K, EHCP issued=, EHCP last review=2025-12-01
    Silent: Pupils: SEN status=E, EHCP issued=2024-03-04, EHCP last review=2026-11-05
    """
    for pupil in seen.on_roll:
        if (
            is_filled(pupil, "ehcp_last_review")
            and is_blank(pupil, "ehcp_issued")
            and pupil.sen_status in ("N", "K")
        ):
            yield Finding(
                pupil,
                "ehcp_last_review",
                f"EHCP last review is filled, and SEN status is {pupil.sen_status}.",
            )


@check("part-time-too-long", Severity.QUERY)
def part_time_too_long(seen: Inspection) -> Iterator[Finding]:
    """Does every part-time timetable end within twelve weeks?

    Why: It lasts only as long as it has to; authorities allow six to twelve weeks (reference 2.3).
    Do: Agree an earlier end with the parents, and a day to look at it.
    Fires: Pupils: Part-time timetable=Yes, Part-time timetable ends=2027-07-21
    Silent: Pupils: Part-time timetable=Yes, Part-time timetable ends=2026-12-11
    """
    for pupil in seen.on_roll:
        ends = pupil.part_time_timetable_ends
        if pupil.part_time_timetable and ends is not None and (ends - seen.today).days > 84:
            yield Finding(pupil, "part_time_timetable_ends", f"It is to last until {short(ends)}.")


@check("part-time-end-without-timetable", Severity.QUERY)
def part_time_end_without_timetable(seen: Inspection) -> Iterator[Finding]:
    """Is there a part-time timetable wherever its end is still to come?

    Why: A part-time timetable that is not marked is never reviewed.
    Do: Change Part-time timetable to Yes; or clear Part-time timetable ends.
    Fires: Pupils: Part-time timetable=No, Part-time timetable ends=2026-12-11
    Silent: Pupils: Part-time timetable=No, Part-time timetable ends=2026-10-23
    """
    for pupil in seen.on_roll:
        ends = pupil.part_time_timetable_ends
        if pupil.part_time_timetable or "part_time_timetable" in pupil.unread:
            continue
        if ends is not None and ends >= seen.today:
            message = f"It is to end on {short(ends)}, and is not marked Yes."
            yield Finding(pupil, "part_time_timetable", message)


def _says_no_care(pupil: Pupil) -> bool:
    return pupil.looked_after in (None, "No") and "looked_after" not in pupil.unread
