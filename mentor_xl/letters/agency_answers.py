"""What is written to an agency after a referral: a question where no answer came, and thanks for one.

Neither tells more about the child than the referral did. A letter may go astray, so they give the name, and
the reference that stands on our letter; the date of birth only where the agency takes its own form, which
does not carry our reference.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate, agency_consent, is_the_safeguarding_leads
from mentor_xl.dates import in_words, with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter, six_characters
from mentor_xl.letter_parts import LetterContext, next_review, shared_parts, who_signs
from mentor_xl.letters.agency_context import REPLY_WITHIN
from mentor_xl.letters.agency_forms import form_of
from mentor_xl.letters.agency_referrals import UNKNOWN_KIND, is_of_unknown_kind, kind_of, to_agency
from mentor_xl.letters.agency_words import THROUGH_SCHOOL, family_knows
from mentor_xl.name_at_home import called
from mentor_xl.records import Agency, AgencyReferral

_ANSWER_WITHIN = 5
"""Working days for a short answer to a question."""
_USES = (
    ("Agency referrals", "Agency"),
    ("Agency referrals", "Sent on"),
    ("Agency referrals", "Acknowledged on"),
    ("Agency referrals", "Closed on"),
    ("Agencies", "Kind"),
    ("Agencies", "Consent needed"),
    ("Agencies", "Reply expected within"),
)


class OurReferral(Context):
    """What identifies a referral to those who have it."""

    sent_on: str = Field(description="The day it was sent.", examples=["5 October 2026"])
    hoped_by: str = Field(
        description="The day by which an answer was hoped for.", examples=["Monday 19 October 2026"]
    )
    reference: str = Field(
        description="The reference on our letter; empty where the agency takes its own form.",
        examples=["TH/26/agency-referral/1a2b3c"],
    )
    born: str = Field(
        description="The date of birth, where there is no reference to go by; else empty.",
        examples=["5 May 2013"],
    )
    is_accepted: bool = Field(description="Whether the agency said yes.", examples=[True])


class AgencyQuestion(LetterContext):
    """What a question about a referral can print."""

    referral: OurReferral = Field(description="The referral that is asked about.")


class AgencyThanks(AgencyQuestion):
    """What a letter of thanks can print besides."""

    promises: tuple[str, ...] = Field(
        description="How school will tell the agency how it goes.",
        examples=[["We write to you after each review."]],
    )


@letter(
    "Question to an agency that has not answered",
    to=(Audience.AGENCY,),
    when="an agency referral was sent, nobody acknowledged it, and the day to ask again has come",
    contexts=(AgencyQuestion,),
    uses=_USES,
    on_request=True,
)
def agency_chaser(file: PupilFile) -> Iterator[Wanted]:
    """One for each referral without an answer."""
    for referral, agency in _sent(file):
        if file.is_asked_for or _is_unanswered(file, referral, agency):
            yield _wanted(file, referral, agency, _question)


@letter(
    "Thanks to an agency",
    to=(Audience.AGENCY,),
    when="an agency acknowledged or accepted a referral that is not closed",
    contexts=(AgencyThanks,),
    uses=_USES,
    on_request=True,
)
def agency_thanks(file: PupilFile) -> Iterator[Wanted]:
    """One for each referral that was answered."""
    for referral, agency in _sent(file):
        is_heard_of = referral.acknowledged_on is not None and referral.acknowledged_on <= file.today
        if file.is_asked_for or referral.outcome == "Accepted" or is_heard_of:
            yield _wanted(file, referral, agency, _thanks)


# -- when ----------------------------------------------------------------------------------------------


def _sent(file: PupilFile) -> Iterator[tuple[AgencyReferral, Agency]]:
    """The pupil's referrals that have gone, as far as can be read, and are not closed."""
    for referral in file.casebook.agency_referrals_of(file.pupil.pupil_id):
        agency = file.casebook.agency(referral.agency)
        has_gone = referral.sent_on is not None and referral.sent_on <= file.today
        if agency and (has_gone or "sent_on" in referral.unread) and referral.closed_on is None:
            yield referral, agency


def _is_unanswered(file: PupilFile, referral: AgencyReferral, agency: Agency) -> bool:
    """Whether the day to ask again has come, as the due dates have it; else as the agency's row says."""
    has_answered = referral.acknowledged_on is not None or referral.outcome not in (None, "Waiting")
    if {"sent_on", "acknowledged_on"} & referral.unread:
        return True  # it is held back, and the cell is named
    if has_answered:
        return False
    for due in file.dues:
        if due.about.sheet == referral.sheet_name and due.about.row == referral.row_number and due.act_by:
            return file.today >= due.act_by
    return file.today > _hoped_by(file, referral, agency)


def _hoped_by(file: PupilFile, referral: AgencyReferral, agency: Agency) -> dt.date:
    days = agency.reply_expected_within or REPLY_WITHIN
    return file.calendar.add_working_days(referral.sent_on or file.today, days)


# -- whether --------------------------------------------------------------------------------------------

_NOT_OURS = Refusal(
    "Social care, and whoever only the safeguarding lead writes to, is theirs to ask: by phone, today.",
    "safeguarding-leads",
)


def _refusal(referral: AgencyReferral, agency: Agency, then: Gate, now: Gate) -> Refusal | None:
    """Consent had to be there when it was sent, and must not have been taken back since."""
    if is_of_unknown_kind(agency):
        return UNKNOWN_KIND
    if is_the_safeguarding_leads(agency):
        return _NOT_OURS
    if not then.is_open and referral.sent_on:
        why = f"It was sent on {in_words(referral.sent_on)} without the consent it needs. {then.why}"
        return Refusal(why, then.code)
    # A consent that was only due to be looked at again has served.
    if not now.is_open and now.code != "consent-past-review":
        return Refusal(now.why, now.code)
    return None


def _wanted(
    file: PupilFile,
    referral: AgencyReferral,
    agency: Agency,
    context: Callable[[PupilFile, AgencyReferral, Agency, Gate, Envelope], Context],
) -> Wanted:
    then = agency_consent(file.casebook, referral, agency, referral.sent_on or file.today)
    now = agency_consent(file.casebook, referral, agency, file.today)
    override = next((gate.consent for gate in (now, then) if gate.is_overridden), None)
    return Wanted(
        row_key=referral.agency_referral_id,
        to=(to_agency(agency),),
        signs=who_signs(file, referral.written_by),
        context=partial(context, file, referral, agency, now),
        drawn_from=tuple(filter(None, (referral, agency, now.consent))),
        refusal=_refusal(referral, agency, then, now),
        override=override,
    )


# -- what -------------------------------------------------------------------------------------------------


def _question(
    file: PupilFile, referral: AgencyReferral, agency: Agency, _: Gate, envelope: Envelope
) -> AgencyQuestion:
    answer_by = file.calendar.add_working_days(file.today, _ANSWER_WITHIN)
    return AgencyQuestion.model_validate(
        {
            **shared_parts(file, envelope, reply_by=answer_by),
            "referral": _our_referral(file, referral, agency, envelope),
        }
    )


def _thanks(
    file: PupilFile, referral: AgencyReferral, agency: Agency, gate: Gate, envelope: Envelope
) -> AgencyThanks:
    return AgencyThanks.model_validate(
        {
            **shared_parts(file, envelope),
            "referral": _our_referral(file, referral, agency, envelope),
            "promises": tuple(_promises(file, knows=family_knows(form_of(agency.kind), gate))),
        }
    )


def _promises(file: PupilFile, *, knows: bool) -> Iterator[str]:
    review = next_review(file)
    name = called(file.pupil, Audience.AGENCY)
    day = f" The next is on {review}." if review else ""
    yield f"We look at how it is going with {name} at each review, and write to you after it.{day}"
    yield "If something changes that you need to know, we tell you before the review."
    if not knows:
        yield THROUGH_SCHOOL


def _our_referral(
    file: PupilFile, referral: AgencyReferral, agency: Agency, envelope: Envelope
) -> OurReferral:
    born = file.pupil.date_of_birth
    sent_on = referral.sent_on or file.today
    return OurReferral(
        sent_on=in_words(sent_on),
        hoped_by=with_weekday(_hoped_by(file, referral, agency)),
        reference="" if agency.own_form_only else _reference(referral, agency, sent_on, envelope),
        born=in_words(born) if born and agency.own_form_only else "",
        is_accepted=referral.outcome == "Accepted",
    )


def _reference(referral: AgencyReferral, agency: Agency, sent_on: dt.date, envelope: Envelope) -> str:
    """The reference that our letter had if it was made in the year in which it was sent."""
    kind, row = kind_of(agency), to_agency(agency).row
    prefix = envelope.reference.rsplit("/", 3)[0]
    six = six_characters(kind, referral.pupil_id, referral.agency_referral_id, row)
    return f"{prefix}/{sent_on:%y}/{kind}/{six}"
