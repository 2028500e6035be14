"""Does the consent that a case or a referral names cover it today? (decisions, *Consent*)"""

from collections.abc import Iterator, Mapping

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank
from mentor_xl.consent import consent_needed, fault_of
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import AgencyReferral, Case, Consent

ASK = "Ask for consent and enter it on Consents; then name it here."


@check("active-without-consent", Severity.ERROR)
def active_without_consent(seen: Inspection) -> Iterator[Finding]:
    """Does every active case name the consent to it?

    Why: Without consent to mentoring, only the letter that asks for it may be written.
    Do: Ask for consent and enter it on Consents; then name it here.
    Fires: Cases: Consent ID=
    Silent: Cases: Consent ID=K1
    """
    for case in seen.casebook.cases:
        if case.status == "Active" and is_blank(case, "consent_id"):
            fitting = _fitting(seen, case)
            fix = f"{fitting} would fit: if it is meant, name it here." if fitting else ASK
            yield Finding(case, "consent_id", "The case is active, and names no consent.", fix)


def _fitting(seen: Inspection, case: Case) -> str:
    """The ID of a consent that would cover a case, to suggest; it is never taken unasked."""
    for consent in seen.casebook.consents_of(case.pupil_id):
        is_sound = consent.withdrawn_on is None and fault_of(seen.casebook, consent, seen.today) is None
        if consent.purpose == "Mentoring" and is_sound:
            return quoted_id(consent.consent_id)
    return ""


@check("referral-without-consent", Severity.ERROR)
def referral_without_consent(seen: Inspection) -> Iterator[Finding]:
    """Does every agency referral name the consent that its agency needs?

    Why: Without it the letter is held back: a family decides whom it is spoken of to.
    Do: Ask for consent and enter it on Consents; then name it here.
    Fires: Agency referrals: Consent ID=, Sent on=, Acknowledged on=
    Silent: Agency referrals: Consent ID=K2
    """
    for referral, agency, gate in seen.agency_gates:
        if gate.code == "no-agency-consent" and is_blank(referral, "sent_on"):
            message = f"It names no consent, and the agency needs that of {_WHO[consent_needed(agency)]}."
            yield Finding(referral, "consent_id", message)


_WHO: Mapping[str, str] = {
    "Parent": "a parent", "Pupil": "the pupil", "Parent and pupil": "a parent and the pupil",
    "Not required": "nobody", "Safeguarding lead only": "nobody",
}  # fmt: skip


@check("sent-without-consent", Severity.ERROR)
def sent_without_consent(seen: Inspection) -> Iterator[Finding]:
    """Did every referral that was sent have the consent that its agency needs?

    Why: What was told to an agency cannot be taken back; the family has to hear of it.
    Do: Name the consent if there is one. If there is none, tell the safeguarding lead.
    Fires: Agency referrals: Consent ID=
    Silent: Agency referrals: Consent ID=K2
    """
    for referral in seen.casebook.agency_referrals:
        agency = seen.casebook.agency(referral.agency)
        if agency is None or consent_needed(agency) in ("Not required", "Safeguarding lead only"):
            continue
        if referral.sent_on is not None and is_blank(referral, "consent_id"):
            message = f"It was sent on {short(referral.sent_on)}, and names no consent."
            yield Finding(referral, "consent_id", message)


@check("sent-before-consent", Severity.ERROR, blocks=())
def sent_before_consent(seen: Inspection) -> Iterator[Finding]:
    """Was the consent given before the referral was sent?

    Why: What was told to an agency cannot be taken back; the family has to hear of it.
    Do: Correct the date that is wrong. If both are right, tell the safeguarding lead.
    Fires: Consents 2: Given on=2026-11-13
    Silent: Consents 2: Given on=2026-11-06
    """
    for referral in seen.casebook.agency_referrals:
        consent = _named(seen, referral)
        if consent is None or consent.override_by or consent.given_on is None or referral.sent_on is None:
            continue
        if referral.sent_on < consent.given_on:
            message = (
                f"It was sent on {short(referral.sent_on)}; consent was given on {short(consent.given_on)}."
            )
            yield Finding(referral, "sent_on", message)


@check("mentoring-before-consent", Severity.QUERY)
def mentoring_before_consent(seen: Inspection) -> Iterator[Finding]:
    """Was consent to mentoring given before it started?

    Why: The family should decide before the first session, not after it.
    Do: Correct the date that is wrong; or say on the Explanations sheet how it came about.
    Fires: Cases: Started on=2026-09-16
    Silent: Cases: Started on=2026-09-18
    """
    for case in seen.casebook.cases:
        consent = _named(seen, case)
        if consent is None or consent.given_on is None or case.started_on is None:
            continue
        if case.started_on < consent.given_on <= seen.today:
            message = (
                f"It started on {short(case.started_on)}; consent was given on {short(consent.given_on)}."
            )
            yield Finding(case, "started_on", message)


def _named(seen: Inspection, record: Case | AgencyReferral) -> Consent | None:
    """The consent that a record names, where it is the same pupil's."""
    consent = seen.casebook.consent(record.consent_id)
    return consent if consent is not None and consent.pupil_id == record.pupil_id else None


# -- the consent that is named does not hold --------------------------------------------------------


@check("consent-withdrawn", Severity.ERROR)
def consent_withdrawn(seen: Inspection) -> Iterator[Finding]:
    """Does every consent that is relied on still stand?

    Why: From the day it is withdrawn it allows nothing.
    Do: Talk with the family. Close the case, or name a new consent.
    Fires: Consents: Withdrawn on=2026-11-10
    Silent: Consents: Withdrawn on=2027-01-11
    """
    return _not_holding(seen, "consent-withdrawn", "was withdrawn on {withdrawn_on}")


@check("consent-past-review", Severity.ERROR)
def consent_past_review(seen: Inspection) -> Iterator[Finding]:
    """Has every consent that is relied on been looked at again in time?

    Why: Consent given long ago may no longer be meant.
    Do: Ask again, and enter the new consent on a row of its own.
    Fires: Consents: Review by=2026-11-13
    Silent: Consents: Review by=2026-11-23
    """
    return _not_holding(seen, "consent-past-review", "was to be reviewed by {review_by}")


@check("consent-not-yet-given", Severity.ERROR)
def consent_not_yet_given(seen: Inspection) -> Iterator[Finding]:
    """Has every consent that is relied on been given already?

    Why: Until that day it allows nothing.
    Do: Correct Given on, or wait for the day.
    Fires: Consents: Given on=2026-12-01
    Silent: Consents: Given on=2026-09-18
    """
    return _not_holding(seen, "consent-not-yet", "is given only on {given_on}")


@check("consent-of-another-pupil", Severity.ERROR)
def consent_of_another_pupil(seen: Inspection) -> Iterator[Finding]:
    """Is every consent that is relied on the same pupil's?

    Why: One family cannot agree for another.
    Do: Name the pupil's own consent.
    Fires: Consents: Pupil ID=004490, Given by=
    Silent: Consents: Pupil ID=004511
    """
    return _not_holding(seen, "consent-other-pupil", "is another pupil’s")


@check("consent-for-another-purpose", Severity.ERROR)
def consent_for_another_purpose(seen: Inspection) -> Iterator[Finding]:
    """Is every consent that is relied on for this purpose?

    Why: Who agrees to photographs has not agreed to mentoring.
    Do: Name the consent for this purpose, or ask for one.
    Fires: Cases: Consent ID=K2
    Silent: Cases: Consent ID=K1
    """
    return _not_holding(seen, "consent-other-purpose", "is for another purpose")


@check("consent-for-another-agency", Severity.ERROR)
def consent_for_another_agency(seen: Inspection) -> Iterator[Finding]:
    """Is every consent to a referral for this agency?

    Why: A family agrees to one service at a time.
    Do: Ask for consent to this agency.
    Fires:
        Agencies also: Agency=Riverside Counselling, Kind=Counselling
        Agency referrals: Agency=Riverside Counselling
    Silent: Agency referrals: Agency=Hollowbridge CAMHS
    """
    return _not_holding(seen, "consent-other-agency", "is for another agency")


@check("consent-by-too-few", Severity.ERROR)
def consent_by_too_few(seen: Inspection) -> Iterator[Finding]:
    """Was every consent to a referral given by those whom the agency needs?

    Why: Many services see nobody unless parent and pupil both agreed (reference 6.6).
    Do: Ask the others too, and correct Basis on Consents.
    Fires: Consents 2: Basis=Parent
    Silent: Consents 2: Basis=Parent and pupil
    """
    return _not_holding(seen, "consent-too-little", "was not given by all those whom the agency needs")


def _not_holding(seen: Inspection, code: str, fault: str) -> Iterator[Finding]:
    """The cases and open referrals whose consent does not hold for one reason."""
    for case, gate in seen.mentoring_gates:
        if gate.code == code:
            yield Finding(case, "consent_id", _sentence(seen, case, fault))
    for referral, _, gate in seen.agency_gates:
        # Once it was sent, a consent that ran its time has served.
        has_served = code == "consent-past-review" and referral.sent_on is not None
        if gate.code == code and not has_served:
            yield Finding(referral, "consent_id", _sentence(seen, referral, fault))


def _sentence(seen: Inspection, record: Case | AgencyReferral, fault: str) -> str:
    """``Consent K4 was withdrawn on Tue 10 Nov 2026.``"""
    consent = seen.casebook.consent(record.consent_id)
    if consent is None:
        return "The consent that is named here does not hold."
    dates = {name: getattr(consent, name) for name in ("given_on", "review_by", "withdrawn_on")}
    said = fault.format(**{name: short(day) for name, day in dates.items() if day is not None})
    return f"Consent {quoted_id(consent.consent_id)} {said}."
