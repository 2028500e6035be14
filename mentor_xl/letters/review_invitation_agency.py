"""Invitations to a review for the agencies that work with the pupil, with room for what they can add.

An agency is told the meeting, and whose it is: nothing of why there is one.
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate, agency_consent
from mentor_xl.documents import Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import LetterContext, latest_case, reply_day, shared_parts, who_signs
from mentor_xl.letters.agency_referrals import kind_of, to_agency
from mentor_xl.letters.review_invitation import Meeting, is_to_come, meeting_of, why_not_invited
from mentor_xl.letters.who_to_go_to import nothing_to_tell
from mentor_xl.records import Agency, AgencyReferral, Review


class AgencyReviewInvitation(LetterContext):
    """What the agencies' invitation can print."""

    meeting: Meeting = Field(description="The meeting that has been booked.")
    agency: str = Field(description="The agency's name.", examples=["Willow Bereavement"])


@letter(
    "Invitation to a review, for agencies",
    to=(Audience.AGENCY,),
    when="a review is booked, and an agency has acknowledged a referral that is not closed",
    contexts=(AgencyReviewInvitation,),
    uses=(
        ("Reviews", "Review"),
        ("Reviews", "Booked for"),
        ("Agency referrals", "Agency"),
        ("Agency referrals", "Consent ID"),
        ("Agencies", "Kind"),
        ("Agencies", "Consent needed"),
    ),
    on_request=True,
)
def review_invitation_agency(file: PupilFile) -> Iterator[Wanted]:
    """One for each review that is booked and each agency that works with the pupil."""
    reviews = [r for r in file.casebook.reviews_of(file.pupil.pupil_id) if is_to_come(file, r)]
    partners = list(_partners(file))
    if file.is_asked_for and not (reviews and partners):
        yield nothing_to_tell(file, _NOTHING, "no-agency-to-invite")
    for review in reviews:
        for referral, agency in partners:
            yield _wanted(file, review, referral, agency)


_NOTHING = "There is no review to come, or no agency that has acknowledged a referral of this pupil."


def _partners(file: PupilFile) -> Iterator[tuple[AgencyReferral, Agency]]:
    """The agencies that know of the pupil from a referral which they took up and nobody has closed."""
    for referral in file.casebook.agency_referrals_of(file.pupil.pupil_id):
        agency = file.casebook.agency(referral.agency)
        is_known = referral.acknowledged_on is not None and referral.acknowledged_on <= file.today
        is_over = referral.closed_on is not None or referral.outcome in ("Declined", "Closed")
        if agency and is_known and not is_over and not {"closed_on", "outcome"} & referral.unread:
            yield referral, agency


def _wanted(file: PupilFile, review: Review, referral: AgencyReferral, agency: Agency) -> Wanted:
    case = latest_case(file)
    gate = agency_consent(file.casebook, referral, agency, file.today)
    return Wanted(
        row_key=f"{review.pupil_id}|{review.review}|{review.booked_for}|{referral.agency_referral_id}",
        to=(to_agency(agency),),
        signs=who_signs(file, case.mentor if case else None),
        context=partial(_context, file, review, agency),
        drawn_from=tuple(filter(None, (review, referral, agency, gate.consent, case))),
        refusal=why_not_invited(file, review) or _refusal(agency, gate),
    )


def _refusal(agency: Agency, gate: Gate) -> Refusal | None:
    """Families come to these meetings: nobody is invited of whom the family may not know."""
    if agency.kind is None or {"kind", "consent_needed"} & agency.unread:
        return Refusal("The agency's kind, or the consent it needs, could not be read.", "unread-agency")
    if kind_of(agency) == "mash-hand-off":
        why = "The designated safeguarding lead invites social care."
        return Refusal(why, "safeguarding-lead-invites")
    if not gate.is_open:
        return Refusal(gate.why, gate.code)
    if gate.is_overridden or (gate.consent is not None and gate.consent.basis == "Pupil"):
        why = "The family may not know of this referral, and families come to reviews."
        return Refusal(why, "family-may-not-know")
    return None


def _context(
    file: PupilFile, review: Review, agency: Agency, envelope: Envelope
) -> AgencyReviewInvitation:
    reply_by = reply_day(file, before=review.booked_for)
    return AgencyReviewInvitation.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_by),
            "meeting": meeting_of(review).model_copy(update={"review_name": review.review or ""}),
            "agency": agency.agency,
        }
    )
