"""Invitations to a review that has been booked: to the parents, and to the pupil in their own edition."""

from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    has_own_letters,
    is_held,
    latest_case,
    reads_low_demand,
    reply_day,
    shared_parts,
    to_family,
    to_pupil,
    who_signs,
)
from mentor_xl.records import Review
from mentor_xl.wording import REVIEWS_IN_WORDS, clock_time

NOT_OURS = frozenset(
    {"Looked-after review", "Child protection conference", "Core group", "Child in need review"}
)
"""Reviews that children's social care runs, and invites to."""


class Meeting(Context):
    """The meeting that has been booked."""

    review_name: str = Field(description="What the meeting is.", examples=["A meeting about mentoring"])
    explained: str = Field(
        description="A sentence that explains it; empty where the name says it all.",
        examples=["We look at the extra help in school."],
    )
    date: str = Field(description="The day.", examples=["Thursday 26 November 2026"])
    time: str = Field(description="The time.", examples=["2.15pm"])
    place: str = Field(description="The place.", examples=["Room 4"])
    who_comes: str = Field(description="Who will be there.", examples=["Mrs Salt, Mr Pryce"])


class ReviewInvitation(LetterContext):
    """What an invitation can print."""

    meeting: Meeting
    low_demand: bool = Field(
        description="Whether the pupil's profile asks for invitational wording.", examples=[True]
    )


@letter(
    "Invitation to a review",
    to=(Audience.PARENT, Audience.PUPIL),
    when="a review is booked for today or later, is not held yet, and school is open that day",
    contexts=(ReviewInvitation,),
    uses=(("Reviews", "Review"), ("Reviews", "Booked for")),
)
def review_invitation(file: PupilFile) -> Iterator[Wanted]:
    """One for each home and one for the pupil, for each review that is booked."""
    for review in file.casebook.reviews_of(file.pupil.pupil_id):
        if is_to_come(file, review):
            yield _wanted(file, review)


def is_to_come(file: PupilFile, review: Review) -> bool:
    """Whether a review is booked for today or later, or for a day that nobody can read."""
    if is_held(review, file.today):
        return False
    if review.booked_for is None:
        return "booked_for" in review.unread
    return review.booked_for >= file.today


def _wanted(file: PupilFile, review: Review) -> Wanted:
    case = latest_case(file)
    family = () if has_own_letters(file) else to_family(file)
    return Wanted(
        row_key=f"{review.pupil_id}|{review.review}|{review.booked_for}",
        to=(*family, to_pupil(file)),
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _context(file, envelope, review),
        drawn_from=tuple(filter(None, (review, case))),
        refusal=why_not_invited(file, review),
    )


def why_not_invited(file: PupilFile, review: Review) -> Refusal | None:
    """Why school invites nobody to a review: it is not the school's, or its day will not do."""
    day = review.booked_for
    if review.review in NOT_OURS:
        return Refusal("Children's social care invites to this meeting.", "not-ours-to-invite")
    if review.review is None:
        return Refusal("What kind of review it is could not be read.", "unread-review")
    if day is None:
        return Refusal("The day it is booked for could not be read.", "unread-review")
    if not file.calendar.covers(day):
        return Refusal(f"The Calendar sheet does not reach {with_weekday(day)}.", "needs-calendar")
    if not file.calendar.is_school_day(day):
        reason = file.calendar.why_closed(day)
        return Refusal(f"School is closed on {with_weekday(day)}: {reason}.", "booked-on-closed-day")
    return None


def _context(file: PupilFile, envelope: Envelope, review: Review) -> ReviewInvitation:
    is_for_pupil = envelope.to.audience is Audience.PUPIL
    # A date to answer by goes to the adults alone: a pupil answers by turning up, or not.
    reply_by = None if is_for_pupil else reply_day(file, before=review.booked_for)
    return ReviewInvitation.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_by),
            "meeting": meeting_of(review),
            "low_demand": reads_low_demand(file),
        }
    )


def meeting_of(review: Review) -> Meeting:
    """The meeting as an invitation tells it."""
    words = REVIEWS_IN_WORDS.get(review.review or "", "a review meeting")
    return Meeting(
        review_name=words[0].upper() + words[1:],
        explained=_EXPLAINED.get(review.review or "", ""),
        date=with_weekday(review.booked_for) if review.booked_for else "",
        time=clock_time(review.time),
        place=review.place or "",
        who_comes=review.attended_by or "",
    )


_EXPLAINED = {
    "Annual review of EHC plan": "An education, health and care plan is looked at by everyone together "
    "once a year. We check what has changed and what should stay in the plan.",
    "Personal education plan": "A personal education plan says what helps a child who is looked after to "
    "learn. We look at it together every term.",
    "SEN support review": "We look at the extra help in school: what has worked, and what to do next.",
}
