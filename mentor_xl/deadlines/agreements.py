"""When is a consent to be reviewed, and when is an agency to be asked why it has not answered?

Neither is law: both are soft, and their numbers are good practice that a school may change (reference 2.5).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from mentor_xl.dates import short
from mentor_xl.deadlines.bookings import Reviews
from mentor_xl.deadlines.counting import Reckoning, span
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import AgencyReferral, Consent

_LONGEST_REPLY = 366
"""Working days: an agency's *Reply expected within* above this is a slip of the keyboard."""


def consent_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The consent's own Review by, else 12 months from when it was given or last reviewed."""
    for consent in _consents_in_use(diary):
        pupil = diary.pupil(consent.pupil_id)
        if pupil is None:
            continue
        matter = Matter(pupil, consent, diary.mentor_of(pupil))
        reviews = diary.reviews(pupil, rule.review)
        reckoning = _review_on(rule, diary, consent, reviews)
        wanted = diary.unreadable(rule, consent, *(() if consent.review_by else reviews.rows))
        if wanted or reckoning is None:
            place = wanted or diary.casebook.place(consent, "given_on")
            yield diary.needs_a_date(rule, matter, place, reviews.coming)
        else:
            yield diary.due(rule, matter, reckoning, reviews.coming)


def _review_on(rule: DeadlineRule, diary: Diary, consent: Consent, reviews: Reviews) -> Reckoning | None:
    if consent.review_by is not None:
        return diary.reckon_on(rule, consent.review_by, "The consent's Review by")
    held = reviews.held_from(consent.given_on)
    anchor = held[-1].held_on if held else consent.given_on
    return diary.reckon(rule, anchor) if anchor else None


def _consents_in_use(diary: Diary) -> Iterator[Consent]:
    """The latest consent of each purpose and agency, unless withdrawn or all that names it is closed."""
    latest: dict[tuple[str, str, str], Consent] = {}
    for consent in sorted(diary.casebook.consents, key=lambda one: one.given_on or dt.date.min):
        latest[consent.pupil_id, consent.purpose or consent.consent_id, consent.agency or ""] = consent
    still_needed = _still_needed(diary)
    for consent in latest.values():
        is_withdrawn = consent.withdrawn_on is not None and consent.withdrawn_on <= diary.today
        if not is_withdrawn and still_needed.get(consent.consent_id.casefold(), True):
            yield consent


def _still_needed(diary: Diary) -> dict[str, bool]:
    """Each consent that a case or an agency referral names: whether one of those is still open."""
    named = [(case.consent_id, case.status != "Closed") for case in diary.casebook.cases]
    named += [(one.consent_id, one.closed_on is None) for one in diary.casebook.agency_referrals]
    needed: dict[str, bool] = {}
    for consent_id, is_open in named:
        if consent_id:
            needed[consent_id.casefold()] = needed.get(consent_id.casefold(), False) or is_open
    return needed


def agency_chases(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The first school day after the day an agency should have answered by; once."""
    for referral in diary.casebook.agency_referrals:
        if not _is_to_the_front_door(diary, referral):
            yield from _chased(rule, diary, referral)


def front_door_chases(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The same for a referral to social care, which answers sooner than others."""
    for referral in diary.casebook.agency_referrals:
        if _is_to_the_front_door(diary, referral):
            yield from _chased(rule, diary, referral)


def _is_to_the_front_door(diary: Diary, referral: AgencyReferral) -> bool:
    """To an agency of the kind *Social care* that has no reply time of its own on Agencies."""
    agency = diary.casebook.agency(referral.agency)
    if agency is None or "reply_expected_within" in agency.unread:
        return False
    return agency.kind == "Social care" and agency.reply_expected_within is None


def _chased(rule: DeadlineRule, diary: Diary, referral: AgencyReferral) -> Iterator[Due]:
    pupil = diary.pupil(referral.pupil_id)
    if pupil is None or _has_answered(referral):
        return
    if referral.sent_on is None and "sent_on" not in referral.unread:
        return
    matter = Matter(pupil, referral, referral.written_by or diary.mentor_of(pupil))
    agency = diary.casebook.agency(referral.agency)
    within = agency.reply_expected_within if agency else None
    wanted = diary.unreadable(rule, referral, agency)
    if wanted:
        yield diary.needs_a_date(rule, matter, wanted)
    elif agency and within is not None and not 0 <= within <= _LONGEST_REPLY:
        place = diary.casebook.place(agency, "reply_expected_within")
        yield diary.needs_a_date(rule, matter, place, reason="cannot be a number of working days")
    elif referral.sent_on:
        own = rule if within is None else replace(rule, amount=within, unit="working days")
        yield diary.due(rule, matter, _chase(own, diary, referral.sent_on))


def _has_answered(referral: AgencyReferral) -> bool:
    return (
        referral.acknowledged_on is not None
        or referral.closed_on is not None
        or referral.outcome not in (None, "Waiting")
    )


def _chase(rule: DeadlineRule, diary: Diary, sent_on: dt.date) -> Reckoning:
    reply = diary.reckon(rule, sent_on)
    if reply.reached is None:
        return reply
    counted = f"{span(rule)} after {short(sent_on)} is {short(reply.reached)}"
    chase_on = diary.calendar.next_school_day(reply.reached)
    if chase_on is None:
        why = f"{counted}; the Calendar sheet does not reach the school day after it."
        return replace(reply, act_by=None, moved_days=0, why=why)
    why = f"{counted}; the first school day after it is {short(chase_on)}."
    return replace(reply, reached=chase_on, act_by=chase_on, moved_days=0, why=why)


AGREEMENT_RULES = (
    DeadlineRule(
        slug="consent-review",
        reference="CONSENT-REVIEW",
        name="Consent review",
        amount=12,
        unit="months",
        strength="soft",
        source="Good practice: consent is specific and current (reference 2.5)",
        check_locally=True,
        review="Consent review",
        uses=(("Consents", "Given on"), ("Consents", "Review by"), ("Reviews", "Held on")),
        find=consent_reviews,
    ),
    DeadlineRule(
        slug="agency-chase",
        reference="AGENCY-CHASE",
        name="Agency chase",
        amount=10,
        unit="working days",
        strength="soft",
        source="Good practice: ask when nobody has acknowledged a referral (reference 2.5)",
        check_locally=True,
        uses=(("Agency referrals", "Sent on"), ("Agencies", "Reply expected within")),
        find=agency_chases,
    ),
    DeadlineRule(
        slug="social-care-chase",
        reference="MASH-ACK",
        name="Social care referral chase",
        amount=1,
        unit="working days",
        strength="soft",
        source="Local procedures: the authority decides on a referral within 1 working day (reference 2.2)",
        check_locally=True,
        uses=(("Agency referrals", "Sent on"), ("Agencies", "Reply expected within")),
        find=front_door_chases,
    ),
)
