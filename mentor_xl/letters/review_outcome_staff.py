"""What was agreed at a review, for the staff who teach and support the pupil: what to do from now on."""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.documents import Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    TargetLine,
    is_held,
    latest_case,
    shared_parts,
    sound_review_day,
    target_lines,
    to_teachers,
    who_signs,
)
from mentor_xl.letters.review_invitation import NOT_OURS
from mentor_xl.letters.review_outcome import (
    RECENT,
    HeldReview,
    held_review,
    was_held_lately,
    why_not_told,
)
from mentor_xl.letters.who_to_go_to import nothing_to_tell
from mentor_xl.records import Review, Target

NOT_FOR_STAFF = frozenset(
    {"Personal education plan", "Early help review", "Medical plan review", "Consent review"}
)
"""Reviews whose very name tells of care, health or consent: staff hear of these from those who lead."""


class StaffReviewOutcome(LetterContext):
    """What the staff's copy can print."""

    review: HeldReview = Field(description="The review that was held.")
    targets: tuple[TargetLine, ...] = Field(
        description="The targets that are still open."
    )


@letter(
    "What was agreed at a review, for staff",
    to=(Audience.TEACHER,),
    when=f"a review with an outcome was held in the last {RECENT} school days",
    contexts=(StaffReviewOutcome,),
    uses=(("Reviews", "Review"), ("Reviews", "Held on")),
    on_request=True,
)
def review_outcome_staff(file: PupilFile) -> Iterator[Wanted]:
    """One for each review that was held lately; where a pupil is named, for the last that was held."""
    reviews = [
        review
        for review in file.casebook.reviews_of(file.pupil.pupil_id)
        if review.outcome and review.review not in NOT_OURS and is_held(review, file.today)
    ]
    was_lately = [(review, was_held_lately(file, review)) for review in reviews]
    told = [(review, lately is None) for review, lately in was_lately if lately is not False]
    if not told and file.is_asked_for:
        last = max(reviews, key=lambda review: review.held_on or file.today, default=None)
        told = [(last, False)] if last else []
        if last is None:
            yield nothing_to_tell(file, "No review with an outcome was held.", "no-outcome")
    for review, needs_calendar in told:
        yield _wanted(file, review, needs_calendar=needs_calendar and not file.is_asked_for)


def _wanted(file: PupilFile, review: Review, *, needs_calendar: bool) -> Wanted:
    case = latest_case(file)
    return Wanted(
        row_key=f"{review.pupil_id}|{review.review}|{review.held_on}",
        to=(to_teachers(file),),
        signs=who_signs(file, case.mentor if case else None),
        context=partial(_context, file, review),
        drawn_from=tuple(filter(None, (review, case))),
        refusal=why_not_told(review, needs_calendar=needs_calendar) or _refusal(review),
    )


def _refusal(review: Review) -> Refusal | None:
    if review.review in NOT_FOR_STAFF:
        why = "What kind of review it was is not for all staff: those who lead tell whoever has to know."
        return Refusal(why, "not-for-staff")
    return None


def _context(file: PupilFile, review: Review, envelope: Envelope) -> StaffReviewOutcome:
    case = latest_case(file)
    targets = file.casebook.targets_of_case(case.case_id) if case else ()
    still_open = [target for target in targets if target.status in ("Open", "Partly met")]
    # Among staff a review goes by its own name, not by what families are told that it is.
    held = held_review(file, review).model_copy(update={"name": review.review or ""})
    return StaffReviewOutcome.model_validate(
        {
            **shared_parts(file, envelope),
            "review": held,
            "targets": tuple(_going_on(file, target) for target in still_open if target.target),
        }
    )


def _going_on(file: PupilFile, target: Target) -> TargetLine:
    """A target that goes on; a day to look at it that has passed is not told as one to come."""
    (told,) = target_lines(file, (target,))
    day = sound_review_day(file, target)
    has_passed = day is not None and day < file.today
    return told.model_copy(update={"review_by": "at the next meeting"}) if has_passed else told
