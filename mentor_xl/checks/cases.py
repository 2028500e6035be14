"""Does every case run in order, from its start to its close, with a pupil who is still here?"""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank, is_filled, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Case


@check("planned-end-before-start", Severity.ERROR)
def planned_end_before_start(seen: Inspection) -> Iterator[Finding]:
    """Is every case planned to end after it starts?

    Why: No review is asked for after the planned end.
    Do: Correct Planned end.
    Fires: Cases: Started on=2026-09-28, Planned end=2026-09-20
    Silent: Cases: Started on=2026-09-28, Planned end=2027-02-12
    """
    message = "Planned end, {later}, is before Started on, {earlier}."
    return out_of_order(seen.casebook.cases, "started_on", "planned_end", message)


@check("closed-before-start", Severity.ERROR)
def closed_before_start(seen: Inspection) -> Iterator[Finding]:
    """Was every case closed after it started?

    Why: Sessions and reviews belong to a case by its days.
    Do: Correct Closed on or Started on.
    Fires: Cases: Status=Closed, Closed on=2026-09-14, Closing reason=Planned end
    Silent: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Planned end
    """
    message = "Closed on, {later}, is before Started on, {earlier}."
    return out_of_order(seen.casebook.cases, "started_on", "closed_on", message)


@check("closed-without-date", Severity.ERROR)
def closed_without_date(seen: Inspection) -> Iterator[Finding]:
    """Does every closed case have the day on which it closed?

    Why: The look back after closing is counted from it.
    Do: Fill in the day; or change Status if mentoring goes on.
    Fires: Cases: Status=Closed, Closed on=, Closing reason=Planned end
    Silent: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Planned end
    """
    for case in seen.casebook.cases:
        if case.status == "Closed" and is_blank(case, "closed_on"):
            yield Finding(case, "closed_on", "The case is closed, and Closed on is blank.")


@check("closed-without-reason", Severity.ERROR)
def closed_without_reason(seen: Inspection) -> Iterator[Finding]:
    """Does every closed case have a reason for closing?

    Why: Whether mentoring helped is read from how cases end.
    Do: Choose the closing reason.
    Fires: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=
    Silent: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Targets met
    """
    for case in seen.casebook.cases:
        if case.status == "Closed" and is_blank(case, "closing_reason"):
            yield Finding(case, "closing_reason", "The case is closed, and Closing reason is blank.")


@check("closed-date-but-open", Severity.ERROR)
def closed_date_but_open(seen: Inspection) -> Iterator[Finding]:
    """Is every case with a closing day closed?

    Why: Dates and letters go on until Status says Closed.
    Do: Change Status to Closed; or clear Closed on.
    Fires: Cases: Status=Active, Closed on=2026-11-20
    Silent: Cases: Status=Active, Closed on=
    """
    for case in seen.casebook.cases:
        if case.status not in (None, "Closed") and is_filled(case, "closed_on"):
            message = f"Closed on is filled, and Status says {case.status}."
            yield Finding(case, "status", message)


@check("follow-up-before-closing", Severity.ERROR)
def follow_up_before_closing(seen: Inspection) -> Iterator[Finding]:
    """Is every follow-up planned for after the case closed?

    Why: It asks how the pupil gets on without mentoring.
    Do: Correct Follow up on.
    Fires: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Planned end, Follow up on=2026-11-02
    Silent: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Planned end, Follow up on=2027-01-22
    """
    message = "Follow up on, {later}, is before Closed on, {earlier}."
    return out_of_order(seen.casebook.cases, "closed_on", "follow_up_on", message)


@check("active-after-leaving", Severity.ERROR)
def active_after_leaving(seen: Inspection) -> Iterator[Finding]:
    """Is everybody with an open case still at the school?

    Why: A leaver has no more dates and letters; the mentor's place is free for another pupil.
    Do: Close the case with the reason Moved school.
    Fires: Pupils: Leaving date=2026-10-16
    Silent: Pupils: Leaving date=2026-12-18
    """
    for case in seen.casebook.cases:
        if case.status in ("Active", "Paused") and seen.has_left(case.pupil_id):
            pupil = seen.casebook.pupil(case.pupil_id)
            left = short(pupil.leaving_date) if pupil and pupil.leaving_date else "earlier"
            yield Finding(case, "status", f"Status says {case.status}, and the pupil left on {left}.")


@check("past-planned-end", Severity.QUERY)
def past_planned_end(seen: Inspection) -> Iterator[Finding]:
    """Is every active case still within its planned time?

    Why: Mentoring that never ends makes pupils lean on it, and keeps others waiting.
    Do: Review it with the pupil; then close the case or agree a new planned end.
    Fires: Cases: Planned end=2026-11-06
    Silent: Cases: Planned end=2026-12-18
    """
    for case in seen.active_cases:
        end, start = case.planned_end, case.started_on
        if end is not None and end < seen.today and (start is None or start <= end):
            yield Finding(case, "planned_end", f"The case was planned to end on {short(end)}, and is active.")


@check("active-before-start", Severity.QUERY)
def active_before_start(seen: Inspection) -> Iterator[Finding]:
    """Has every active case begun?

    Why: A case that begins later is Waiting until then.
    Do: Change Status to Waiting; or correct Started on.
    Fires: Cases: Started on=2027-01-11, Planned end=2027-03-19
    Silent: Cases: Started on=2027-01-11, Planned end=2027-03-19, Status=Waiting
    """
    for case in seen.casebook.cases:
        if case.status == "Active" and case.started_on is not None and case.started_on > seen.today:
            message = f"Status says Active, and the case starts only on {short(case.started_on)}."
            yield Finding(case, "started_on", message)


@check("cases-overlap", Severity.QUERY)
def cases_overlap(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil have one case at a time?

    Why: With two mentors and two plans, sessions and reviews cannot be told apart.
    Do: Close the one that is over; or keep one case and change its mentor.
    Fires: Cases also: Case ID=C2, Referral ID=, Started on=2026-11-02
    Silent: Cases also: Case ID=C2, Started on=2025-11-03, Status=Closed, Closed on=2026-03-20
    """
    for pupil_id in dict.fromkeys(case.pupil_id for case in seen.casebook.cases):
        cases = seen.casebook.cases_of(pupil_id)
        if len(cases) < 2 or pupil_id in seen.casebook.duplicated_pupils:
            continue
        begun = sorted((case for case in cases if _has_known_days(case)), key=_first_day)
        for one, other in combinations(begun, 2):
            if _first_day(other) <= _last_day(one):
                message = f"Case {quoted_id(one.case_id)} of the same pupil goes on at the same time."
                yield Finding(other, "started_on", message)


def _has_known_days(case: Case) -> bool:
    if case.started_on is None or case.status in (None, "Waiting"):
        return False
    return case.status != "Closed" or case.closed_on is not None


def _first_day(case: Case) -> dt.date:
    return case.started_on or dt.date.min


def _last_day(case: Case) -> dt.date:
    """The day before it closed: the next case may begin on the day that one closes."""
    if case.closed_on is None:
        return dt.date.max
    return case.closed_on - dt.timedelta(days=1)


# -- a case and its referral ---------------------------------------------------------------------------


@check("referral-of-another-pupil", Severity.ERROR)
def referral_of_another_pupil(seen: Inspection) -> Iterator[Finding]:
    """Is the referral that a case began with the same pupil's?

    Why: Letters would print one child's reasons in another child's name.
    Do: Correct Referral ID or Pupil ID.
    Fires: Cases: Pupil ID=004490
    Silent: Cases: Pupil ID=004511
    """
    for case in seen.casebook.cases:
        referral = seen.casebook.referral(case.referral_id)
        if referral is not None and referral.pupil_id != case.pupil_id:
            message = (
                f"Referral {quoted_id(referral.referral_id)} is for pupil {quoted_id(referral.pupil_id)}."
            )
            yield Finding(case, "referral_id", message)


@check("started-before-referral", Severity.QUERY)
def started_before_referral(seen: Inspection) -> Iterator[Finding]:
    """Did every case start after its referral was received?

    Why: One of the two dates is wrong, or the case has another referral.
    Do: Correct the date or the Referral ID.
    Fires: Cases: Started on=2026-09-07
    Silent: Cases: Started on=2026-09-21
    """
    for case in seen.casebook.cases:
        referral = seen.casebook.referral(case.referral_id)
        received = referral.received_on if referral and referral.pupil_id == case.pupil_id else None
        if received is not None and case.started_on is not None and case.started_on < received:
            message = f"Started on, {short(case.started_on)}, is before the referral came, {short(received)}."
            yield Finding(case, "started_on", message)


@check("case-not-accepted", Severity.QUERY)
def case_not_accepted(seen: Inspection) -> Iterator[Finding]:
    """Was the referral of every active case accepted?

    Why: A case that runs on a referral nobody accepted jumped the queue, or the decision was not noted.
    Do: Correct the decision on Referrals; or close the case.
    Fires: Referrals: Decision=Declined
    Silent: Referrals: Decision=Accepted
    """
    for case in seen.active_cases:
        referral = seen.casebook.referral(case.referral_id)
        if referral is not None and referral.decision in ("Waiting", "Declined", "Redirected"):
            message = (
                f"Referral {quoted_id(referral.referral_id)} is {referral.decision}, and the case is active."
            )
            yield Finding(case, "referral_id", message)
