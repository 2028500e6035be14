"""Does an agency ask for the consent that its kind usually needs, and do answers agree? (reference 6.6)"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.consent import THE_PUPIL_DECIDES
from mentor_xl.problems import Severity

_USUALLY_AGREED_TO = frozenset(
    {
        "CAMHS", "GP", "Drugs and alcohol", "Bereavement", "Teenage pregnancy", "Speech and language",
        "Counselling", "Educational psychology", "Youth club", "Family support",
    }
)  # fmt: skip
"""Kinds to which nobody is referred unasked (reference 6.6, check locally)."""


@check("agency-consent-unlikely", Severity.QUERY)
def agency_consent_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Does every agency need the consent that its kind usually needs?

    Why: With Not required a letter about a child is made that no family was asked about (reference 6.6).
    Do: Ask the agency, and choose who has to agree. It differs from place to place: check locally.
    Fires: Agencies: Kind=Counselling, Consent needed=Not required
    Silent: Agencies: Kind=Education welfare, Consent needed=Not required
    """
    for agency in seen.casebook.agencies:
        if agency.consent_needed != "Not required" or agency.kind not in _USUALLY_AGREED_TO:
            continue
        is_the_pupils = agency.kind in THE_PUPIL_DECIDES
        who = "the pupil usually agrees first" if is_the_pupils else "families usually agree first"
        message = f"Consent needed says Not required; for {agency.kind} {who}. Check locally."
        yield Finding(agency, "consent_needed", message)


@check("closed-but-waiting", Severity.QUERY)
def closed_but_waiting(seen: Inspection) -> Iterator[Finding]:
    """Does every agency referral that is closed say how it ended?

    Why: Whether referrals lead to help is read from how they end.
    Do: Choose the outcome; or clear Closed on if the agency has not answered.
    Fires: Agency referrals: Closed on=2026-11-20, Outcome=Waiting
    Silent: Agency referrals: Closed on=2026-11-20, Outcome=Accepted
    """
    for referral in seen.casebook.agency_referrals:
        if referral.closed_on is not None and referral.outcome == "Waiting":
            yield Finding(referral, "outcome", "It is closed, and the outcome is Waiting.")
