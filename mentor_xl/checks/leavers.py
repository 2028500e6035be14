"""Is everybody who has left marked so, and has everything stopped for them?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.problems import Severity, quoted_id


@check("moved-but-on-roll", Severity.QUERY)
def moved_but_on_roll(seen: Inspection) -> Iterator[Finding]:
    """Has everybody who moved school a Leaving date?

    Why: Letters and dates go on until Leaving date is filled.
    Do: Fill in Leaving date on Pupils; or correct Closing reason.
    Fires: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Moved school
    Silent:
        Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Moved school
        Pupils: Leaving date=2026-11-20
    """
    for case in seen.casebook.cases:
        pupil = seen.casebook.pupil(case.pupil_id)
        if case.closing_reason == "Moved school" and pupil and is_blank(pupil, "leaving_date"):
            yield Finding(
                case, "closing_reason", "The pupil moved school, and has no Leaving date on Pupils."
            )


@check("excluded-but-on-roll", Severity.QUERY)
def excluded_but_on_roll(seen: Inspection) -> Iterator[Finding]:
    """Has everybody who was permanently excluded a Leaving date, or an answer why not?

    Why: Until the review is over a pupil stays on roll; after that, letters and dates must stop.
    Do: Fill in Leaving date; or say on the Explanations sheet that the decision is being reviewed.
    Fires: Events: Event=Permanent exclusion, Date=2026-10-05, Ends on=, Days=, Reasons=DB
    Silent:
        Events: Event=Permanent exclusion, Date=2026-10-05, Ends on=, Days=, Reasons=DB
        Pupils: Leaving date=2026-11-27
    """
    for event in seen.casebook.events:
        pupil = seen.casebook.pupil(event.pupil_id)
        if event.event == "Permanent exclusion" and pupil and is_blank(pupil, "leaving_date"):
            yield Finding(event, "event", "The pupil has no Leaving date on Pupils.")


@check("referral-for-a-leaver", Severity.QUERY)
def referral_for_a_leaver(seen: Inspection) -> Iterator[Finding]:
    """Is everybody for whom an agency is to be asked still at the school?

    Why: No letter is made for a leaver; the next school has to know what was planned.
    Do: Tell the next school, and fill in Closed on.
    Fires:
        Pupils: Leaving date=2026-11-20
        Agency referrals: Sent on=, Acknowledged on=, Outcome=
    Silent: Agency referrals: Sent on=, Acknowledged on=, Outcome=
    """
    for referral in seen.casebook.agency_referrals:
        if referral.sent_on is None and referral.closed_on is None and seen.has_left(referral.pupil_id):
            yield Finding(referral, "pupil_id", f"Pupil {quoted_id(referral.pupil_id)} has left.")


@check("leaver-in-the-pool", Severity.QUERY)
def leaver_in_the_pool(seen: Inspection) -> Iterator[Finding]:
    """Is everybody in the pool still at the school?

    Why: Pairs are suggested from the pool.
    Do: Delete the row.
    Fires: Pupils 2: Leaving date=2026-10-23
    Silent: Pupils 2: Leaving date=2026-12-18
    """
    for entry in seen.casebook.peer_pool:
        if seen.has_left(entry.pupil_id):
            yield Finding(entry, "pupil_id", f"Pupil {quoted_id(entry.pupil_id)} has left.")
