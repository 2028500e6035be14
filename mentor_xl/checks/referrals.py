"""Do the referrals into mentoring hang together, and does each one lead somewhere?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, filled_alone, is_blank, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Referral

LONGEST_WAIT = 30
"""School days, six school weeks: about a half term (reference 2.5, check locally)."""
LONGEST_TO_A_CASE = 10
"""School days from the decision to a case."""
_NOT_TOLD_BY_SCHOOL = frozenset({"Self-harm", "Drugs or alcohol", "Teenage pregnancy"})
"""Barriers that parents are not told of as a matter of course (reference 6.2)."""


@check("decided-before-received", Severity.ERROR)
def decided_before_received(seen: Inspection) -> Iterator[Finding]:
    """Was every referral received before it was decided?

    Why: Waiting times are counted from the one day to the other.
    Do: Correct the date that is wrong.
    Fires: Referrals: Received on=2026-09-21, Decided on=2026-09-18
    Silent: Referrals: Received on=2026-09-18, Decided on=2026-09-18
    """
    message = "Decided on, {later}, is before Received on, {earlier}."
    return out_of_order(seen.casebook.referrals, "received_on", "decided_on", message)


@check("decision-without-date", Severity.QUERY)
def decision_without_date(seen: Inspection) -> Iterator[Finding]:
    """Does every decision have a date?

    Why: Without it nobody can say how long families wait.
    Do: Fill in the day of the decision.
    Fires: Referrals: Decision=Accepted, Decided on=
    Silent: Referrals: Decision=Waiting, Decided on=
    """
    for referral in seen.casebook.referrals:
        if referral.decision in ("Accepted", "Declined", "Redirected") and is_blank(referral, "decided_on"):
            yield Finding(referral, "decided_on", f"The decision is {referral.decision}, and has no date.")


@check("date-without-decision", Severity.QUERY)
def date_without_decision(seen: Inspection) -> Iterator[Finding]:
    """Does every decision that has a date say what was decided?

    Why: The pupil stays on the waiting list until it does.
    Do: Choose the decision; or clear its date.
    Fires: Referrals: Decision=Waiting, Decided on=2026-09-17
    Silent: Referrals: Decision=Declined, Decided on=2026-09-17
    """
    for referral in seen.casebook.referrals:
        decided = referral.decided_on
        if decided and (referral.decision == "Waiting" or is_blank(referral, "decision")):
            message = f"It was decided on {short(decided)}, but Decision does not say what."
            yield Finding(referral, "decision", message)


@check("parents-not-informed", Severity.QUERY)
def parents_not_informed(seen: Inspection) -> Iterator[Finding]:
    """Were parents told of every referral that was accepted?

    Why: Consent asked for out of the blue is seldom given. Self-harm, drugs and pregnancy are left out:
        there, telling parents is decided case by case.
    Do: Talk with the parents, and fill in the day.
    Fires: Referrals: Parent informed on=
    Silent: Referrals: Parent informed on=, Main barrier=Self-harm
    """
    for referral in seen.casebook.referrals:
        barriers = {referral.main_barrier, *(referral.other_barriers or ())}
        if (
            referral.decision != "Accepted"
            or barriers & _NOT_TOLD_BY_SCHOOL
            or seen.has_left(referral.pupil_id)
        ):
            continue
        if is_blank(referral, "parent_informed_on") and "main_barrier" not in referral.unread:
            yield Finding(referral, "parent_informed_on", "It was accepted, and no parent is said to know.")


@check("waiting-too-long", Severity.QUERY)
def waiting_too_long(seen: Inspection) -> Iterator[Finding]:
    """Is every referral decided within a half term?

    Why: A child who waits unseen is worse off for having been referred.
    Do: Decide; or talk with the pupil and write on the Explanations sheet until when they wait.
    Fires: Referrals: Decision=Waiting, Decided on=, Received on=2026-09-14
    Silent: Referrals: Decision=Waiting, Decided on=, Received on=2026-11-16
    """
    for referral in seen.casebook.referrals:
        received = referral.received_on
        is_open = referral.decision == "Waiting" or _is_undecided(seen, referral)
        if not is_open or received is None or seen.has_left(referral.pupil_id):
            continue
        days = seen.calendar.known_school_days_after(received, seen.today)
        if days > LONGEST_WAIT:
            message = f"It has waited for {days} school days, since {short(received)}."
            yield Finding(referral, "decision", message)


def _is_undecided(seen: Inspection, referral: Referral) -> bool:
    """Whether nothing is said of a decision, on a sheet that has the column."""
    says_nothing = is_blank(referral, "decision") and is_blank(referral, "decided_on")
    return says_nothing and seen.has_column("Referrals", "decision")


@check("accepted-without-case", Severity.QUERY)
def accepted_without_case(seen: Inspection) -> Iterator[Finding]:
    """Has every referral that was accepted led to a case?

    Why: The family was promised help, and nobody has begun.
    Do: Add the case, or name the referral on the one that there is.
    Fires: Cases: Referral ID=, Pupil ID=004490
    Silent: Cases: Referral ID=, Pupil ID=004511
    """
    with_case = {case.referral_id for case in seen.casebook.cases}
    for referral in seen.casebook.referrals:
        decided = referral.decided_on
        if referral.decision != "Accepted" or decided is None or referral.referral_id in with_case:
            continue
        if seen.casebook.cases_of(referral.pupil_id) or seen.has_left(referral.pupil_id):
            continue
        if seen.calendar.known_school_days_after(decided, seen.today) > LONGEST_TO_A_CASE:
            message = f"It was accepted on {short(decided)}, and there is no case for the pupil."
            yield Finding(referral, "decision", message)


@check("waiting-though-left", Severity.QUERY)
def waiting_though_left(seen: Inspection) -> Iterator[Finding]:
    """Is every pupil who waits still at the school?

    Why: The waiting list is longer than it need be.
    Do: Decide the referral: Declined or Redirected.
    Fires:
        Pupils: Leaving date=2026-10-16
        Referrals: Decision=Waiting, Decided on=
    Silent: Referrals: Decision=Waiting, Decided on=
    """
    for referral in seen.casebook.referrals:
        if referral.decision == "Waiting" and seen.has_left(referral.pupil_id):
            yield Finding(referral, "decision", "The decision is Waiting, and the pupil has left.")


@check("referred-twice", Severity.QUERY)
def referred_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil who waits have one referral that waits?

    Why: Two people may have asked for the same help; one decision will do.
    Do: Decide one of them, and note on it that the other goes on.
    Fires:
        Referrals: Decision=Waiting, Decided on=
        Referrals also: Referral ID=R2, Decision=Waiting, Decided on=
    Silent: Referrals also: Referral ID=R2, Decision=Waiting, Decided on=
    """
    waiting = (referral for referral in seen.casebook.referrals if referral.decision == "Waiting")
    for first, again in alike(waiting, lambda referral: referral.pupil_id):
        message = f"Referral {quoted_id(first.referral_id)} of the same pupil waits too."
        yield Finding(again, "decision", message)


@check("barrier-named-twice", Severity.NOTE)
def barrier_named_twice(seen: Inspection) -> Iterator[Finding]:
    """Is the main barrier left out of the other barriers?

    Why: It is counted once all the same.
    Do: Nothing to do; you may take it out of Other barriers.
    Fires: Referrals: Main barrier=Friendship, Other barriers=Attendance; Friendship
    Silent: Referrals: Main barrier=Friendship, Other barriers=Attendance
    """
    for referral in seen.casebook.referrals:
        if referral.main_barrier and referral.main_barrier in (referral.other_barriers or ()):
            yield Finding(referral, "other_barriers", "The main barrier is among the other barriers too.")


@check("referrer-role-missing", Severity.NOTE)
def referrer_role_missing(seen: Inspection) -> Iterator[Finding]:
    """Does every referral say what role the person has who made it?

    Why: Reports count who asks for help; the name alone does not say.
    Do: Choose Referrer role.
    Fires: Referrals: Referred by=Mr J Penrose, Referrer role=
    Silent: Referrals: Referred by=Mr J Penrose, Referrer role=Head of year
    """
    message = "Referred by is filled, and Referrer role is blank."
    return filled_alone(seen.casebook.referrals, "referred_by", "referrer_role", message)
