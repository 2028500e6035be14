"""Does the status of a case go with its dates, its reason for closing and its consent?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id


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
