"""Does the status of a case go with its dates, its reason for closing and its consent?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id

MOST_SESSIONS = 120
"""Three a week for a school year."""


@check("closing-reason-but-open", Severity.QUERY)
def closing_reason_but_open(seen: Inspection) -> Iterator[Finding]:
    """Is every case with a reason for closing closed?

    Why: Dates and letters go on until Status says Closed.
    Do: Change Status to Closed and fill in Closed on; or clear Closing reason.
    Fires: Cases: Status=Active, Closing reason=Targets met
    Silent: Cases: Status=Active, Closing reason=
    """
    for case in seen.casebook.cases:
        if case.status in ("Waiting", "Active", "Paused") and case.closing_reason and case.closed_on is None:
            yield Finding(case, "status", f"Closing reason is filled, and Status says {case.status}.")


@check("waiting-though-started", Severity.QUERY)
def waiting_though_started(seen: Inspection) -> Iterator[Finding]:
    """Does every case wait only until it starts?

    Why: A case that waits has no reviews: nobody is reminded of it.
    Do: Change Status to Active; or correct Started on.
    Fires: Cases: Status=Waiting
    Silent: Cases: Status=Waiting, Started on=2027-01-11, Planned end=2027-03-19
    """
    for case in seen.casebook.cases:
        started = case.started_on
        if case.status == "Waiting" and started is not None and started < seen.today:
            yield Finding(case, "status", f"Status says Waiting, and Started on says {short(started)}.")


@check("consent-not-marked-withdrawn", Severity.QUERY)
def consent_not_marked_withdrawn(seen: Inspection) -> Iterator[Finding]:
    """Where a case closed because consent was withdrawn, does the consent say so?

    Why: A consent without Withdrawn on still allows letters.
    Do: Fill in Withdrawn on, on Consents; or correct Closing reason.
    Fires: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Consent withdrawn
    Silent:
        Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Consent withdrawn
        Consents: Withdrawn on=2026-11-20
    """
    for case in seen.casebook.cases:
        consent = seen.casebook.consent(case.consent_id)
        if case.closing_reason == "Consent withdrawn" and consent and is_blank(consent, "withdrawn_on"):
            yield Finding(
                case, "closing_reason", f"Consent {quoted_id(consent.consent_id)} is not marked as withdrawn."
            )


@check("follow-up-while-open", Severity.QUERY)
def follow_up_while_open(seen: Inspection) -> Iterator[Finding]:
    """Is a follow-up planned only for cases that are closed?

    Why: It asks how the pupil gets on without mentoring; while the case is open, reviews do that.
    Do: Clear Follow up on until the case closes; or change Status to Closed and fill in Closed on.
    Fires: Cases: Follow up on=2027-01-22
    Silent: Cases: Status=Closed, Closed on=2026-11-20, Closing reason=Planned end, Follow up on=2027-01-22
    """
    for case in seen.casebook.cases:
        if case.status in ("Waiting", "Active", "Paused") and case.follow_up_on and case.closed_on is None:
            message = f"Follow up on says {short(case.follow_up_on)}, and Status says {case.status}."
            yield Finding(case, "follow_up_on", message)


@check("case-without-start", Severity.QUERY)
def case_without_start(seen: Inspection) -> Iterator[Finding]:
    """Has every case that began its first day?

    Why: Sessions, targets and reviews belong to a case by its days.
    Do: Fill in Started on.
    Fires: Cases: Started on=
    Silent: Cases: Started on=, Status=Waiting
    """
    asked = {(due.wanted.sheet, due.wanted.row) for due in seen.dues if due.wanted is not None}
    for case in seen.casebook.cases:
        if case.status in (None, "Waiting") or not is_blank(case, "started_on"):
            continue
        place = seen.casebook.place(case, "started_on")
        if (place.sheet, place.row) not in asked:
            yield Finding(case, "started_on", f"Status says {case.status}, and Started on is blank.")


@check("planned-sessions-unlikely", Severity.QUERY)
def planned_sessions_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Are as many sessions planned as can be held?

    Why: Progress is shown against the number that was planned.
    Do: Correct Planned sessions.
    Fires: Cases: Planned sessions=400
    Silent: Cases: Planned sessions=12
    """
    for case in seen.casebook.cases:
        planned = case.planned_sessions
        if planned is not None and (planned == 0 or planned > MOST_SESSIONS):
            yield Finding(case, "planned_sessions", f"Planned sessions is {planned}.")
