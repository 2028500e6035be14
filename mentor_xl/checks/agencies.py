"""Are agencies fit to be referred to, and do referrals to them move on? (reference 6.6)"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, filled_alone, is_blank, is_filled, out_of_order
from mentor_xl.consent import is_the_safeguarding_leads
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import AgencyReferral

NOT_SENT_WITHIN = 10
"""School days from the decision; check locally."""
URGENT_NOT_SENT_WITHIN = 1
_LONGEST_REPLY = 120
"""Working days, half a year."""


@check("agency-not-checked", Severity.QUERY)
def agency_not_checked(seen: Inspection) -> Iterator[Finding]:
    """Were every agency's details looked at in the last year?

    Why: Services move, close and change their forms; a referral to an old address exposes a child.
    Do: Ring the service or look at its page, and fill in today's date.
    Fires: Agencies: Checked on=2025-01-09
    Silent: Agencies: Checked on=2025-11-23
    """
    for agency in seen.casebook.agencies:
        if is_blank(agency, "checked_on"):
            yield Finding(agency, "checked_on", "This agency's details were never checked.")
        elif agency.checked_on is not None and agency.checked_on < _a_year_before(seen.today):
            message = (
                f"This agency's details were last checked on {short(agency.checked_on)}, over a year ago."
            )
            yield Finding(agency, "checked_on", message)


def _a_year_before(day: dt.date) -> dt.date:
    is_leap_day = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


@check("agency-without-address", Severity.QUERY)
def agency_without_address(seen: Inspection) -> Iterator[Finding]:
    """Can every agency be reached to which a referral waits to be sent?

    Why: A letter needs an address, or at least somewhere secure to send it.
    Do: Fill in the address or the e-mail address.
    Fires:
        Agencies: Address line 1=, Email=
        Agency referrals: Sent on=, Acknowledged on=
    Silent:
        Agencies: Address line 1=
        Agency referrals: Sent on=, Acknowledged on=
    """
    waiting = {
        (referral.agency or "").casefold() for referral in _open(seen) if is_blank(referral, "sent_on")
    }
    for agency in seen.casebook.agencies:
        if agency.agency.casefold() in waiting and all(
            is_blank(agency, cell) for cell in ("address_line_1", "email")
        ):
            yield Finding(
                agency, "address_line_1", "A referral waits, and there is no address and no e-mail."
            )


@check("reply-time-unlikely", Severity.QUERY)
def reply_time_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is a reply expected within days that make sense?

    Why: The day to ask again is counted from it, in working days.
    Do: Type a number from 1 to 120; blank means 10.
    Fires: Agencies: Reply expected within=500
    Silent: Agencies: Reply expected within=15
    """
    for agency in seen.casebook.agencies:
        days = agency.reply_expected_within
        if days is not None and (days == 0 or days > _LONGEST_REPLY):
            yield Finding(agency, "reply_expected_within", f"A reply is expected within {days} working days.")


# -- referrals to them -------------------------------------------------------------------------------


@check("safeguarding-leads-referral", Severity.QUERY)
def safeguarding_leads_referral(seen: Inspection) -> Iterator[Finding]:
    """Are referrals to social care left to the safeguarding lead?

    Why: What they rest on belongs in the safeguarding file, never in this workbook; only a hand-off sheet is
        made here, without any account.
    Do: Speak with the safeguarding lead now, and give them the hand-off sheet. Keep only the date here.
    Fires:
        Agencies: Kind=Social care, Consent needed=Safeguarding lead only
        Agency referrals: Consent ID=
    Silent: Agencies: Kind=CAMHS
    """
    for referral in _open(seen):
        agency = seen.casebook.agency(referral.agency)
        if agency is not None and is_the_safeguarding_leads(agency):
            yield Finding(referral, "agency", "This referral is the safeguarding lead’s to make.")


@check("referral-not-sent", Severity.QUERY)
def referral_not_sent(seen: Inspection) -> Iterator[Finding]:
    """Was every referral sent soon after it was decided?

    Why: The family was told that help would be asked for.
    Do: Make the letter and send it; or close the referral if it is not wanted any more.
    Fires: Agency referrals: Sent on=, Acknowledged on=, Decided on=2026-11-06
    Silent: Agency referrals: Sent on=, Acknowledged on=, Decided on=2026-11-16
    """
    held_back = {referral.row_number for referral, _, gate in seen.agency_gates if not gate.is_open}
    for referral in _open(seen):
        agency = seen.casebook.agency(referral.agency)
        if is_filled(referral, "sent_on") or referral.decided_on is None or agency is None:
            continue
        if referral.row_number in held_back or is_the_safeguarding_leads(agency):
            continue
        if seen.has_left(referral.pupil_id):
            continue
        days = seen.calendar.known_school_days_after(referral.decided_on, seen.today)
        longest = URGENT_NOT_SENT_WITHIN if referral.urgency == "Urgent" else NOT_SENT_WITHIN
        if days >= longest:
            message = (
                f"It was decided on {short(referral.decided_on)}, {days} school days ago, and is not sent."
            )
            yield Finding(referral, "sent_on", message)


@check("own-form-only", Severity.NOTE)
def own_form_only(seen: Inspection) -> Iterator[Finding]:
    """Does the agency take a letter?

    Why: Many services take only their own form or web page.
    Do: Fill in the agency's own form; the letter's text can be copied into it.
    Fires:
        Agencies: Own form only=Yes
        Agency referrals: Sent on=, Acknowledged on=
    Silent: Agencies: Own form only=Yes
    """
    for referral in _open(seen):
        agency = seen.casebook.agency(referral.agency)
        if agency is None or not agency.own_form_only or is_the_safeguarding_leads(agency):
            continue
        if is_blank(referral, "sent_on"):
            yield Finding(referral, "agency", "This agency takes only its own form.")


@check("sent-before-decided", Severity.ERROR)
def sent_before_decided(seen: Inspection) -> Iterator[Finding]:
    """Was every referral decided before it was sent?

    Why: One of the two dates is wrong.
    Do: Correct Sent on or Decided on.
    Fires: Agency referrals: Decided on=2026-11-02, Sent on=2026-10-30
    Silent: Agency referrals: Decided on=2026-11-02, Sent on=2026-11-02
    """
    message = "Sent on, {later}, is before Decided on, {earlier}."
    return out_of_order(seen.casebook.agency_referrals, "decided_on", "sent_on", message)


@check("acknowledged-before-sent", Severity.ERROR)
def acknowledged_before_sent(seen: Inspection) -> Iterator[Finding]:
    """Was every referral sent before the agency said that it has it?

    Why: The day to ask again is counted from the one and ends with the other.
    Do: Correct Acknowledged on or Sent on.
    Fires: Agency referrals: Sent on=2026-11-06, Acknowledged on=2026-11-05
    Silent: Agency referrals: Sent on=2026-11-06, Acknowledged on=2026-11-06
    """
    message = "Acknowledged on, {later}, is before Sent on, {earlier}."
    return out_of_order(seen.casebook.agency_referrals, "sent_on", "acknowledged_on", message)


@check("acknowledged-but-not-sent", Severity.ERROR)
def acknowledged_but_not_sent(seen: Inspection) -> Iterator[Finding]:
    """Has every referral that an agency acknowledged been sent?

    Why: Without Sent on the letter would be made once more.
    Do: Fill in Sent on.
    Fires: Agency referrals: Sent on=, Acknowledged on=2026-11-13
    Silent: Agency referrals: Sent on=, Acknowledged on=
    """
    message = "The agency acknowledged it, and Sent on is blank."
    return filled_alone(seen.casebook.agency_referrals, "acknowledged_on", "sent_on", message)


@check("outcome-but-not-sent", Severity.QUERY)
def outcome_but_not_sent(seen: Inspection) -> Iterator[Finding]:
    """Has every referral with an answer been sent?

    Why: Without Sent on the letter would be made once more.
    Do: Fill in Sent on; or clear the outcome.
    Fires: Agency referrals: Sent on=, Acknowledged on=, Outcome=Accepted
    Silent: Agency referrals: Sent on=, Acknowledged on=, Outcome=
    """
    for referral in seen.casebook.agency_referrals:
        answered = referral.outcome in ("Accepted", "Declined", "More information wanted")
        if answered and is_blank(referral, "sent_on") and is_blank(referral, "acknowledged_on"):
            yield Finding(referral, "sent_on", f"The outcome is {referral.outcome}, and Sent on is blank.")


@check("closed-before-sent", Severity.ERROR)
def closed_before_sent(seen: Inspection) -> Iterator[Finding]:
    """Was every referral sent before it was closed?

    Why: One of the two dates is wrong.
    Do: Correct Closed on or Sent on.
    Fires: Agency referrals: Sent on=2026-11-06, Closed on=2026-11-04
    Silent: Agency referrals: Sent on=2026-11-06, Closed on=2026-11-20
    """
    message = "Closed on, {later}, is before Sent on, {earlier}."
    return out_of_order(seen.casebook.agency_referrals, "sent_on", "closed_on", message)


@check("referred-to-agency-twice", Severity.QUERY)
def referred_to_agency_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil have one open referral to an agency at a time?

    Why: The service opens two files, and nobody answers either.
    Do: Close the one that is out of date.
    Fires: Agency referrals also: Agency referral ID=A2
    Silent: Agency referrals also: Agency referral ID=A2, Closed on=2026-11-20
    """
    rows = (referral for referral in _open(seen) if referral.agency)
    for first, again in alike(rows, lambda row: (row.pupil_id, (row.agency or "").casefold())):
        code = quoted_id(first.agency_referral_id)
        yield Finding(
            again, "agency", f"Agency referral {code} of the same pupil to this agency is open too."
        )


def _open(seen: Inspection) -> Iterator[AgencyReferral]:
    return (row for row in seen.casebook.agency_referrals if is_blank(row, "closed_on"))
