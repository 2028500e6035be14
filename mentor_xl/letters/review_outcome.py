"""What was agreed at a review that was held, told to the parents."""

import re
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    TargetLine,
    is_held,
    latest_case,
    next_review,
    shared_parts,
    target_lines,
    to_family,
    who_signs,
)
from mentor_xl.letters.review_invitation import NOT_OURS
from mentor_xl.records import Review
from mentor_xl.wording import REVIEWS_IN_WORDS

RECENT = 30
"""School days after a review in which its outcome is told (decisions, *What build makes*)."""
LONG_AGO = 120
"""Days in which there are more than 30 school days whatever the calendar, the summer holiday among them."""


class HeldReview(Context):
    """The review that was held."""

    name: str = Field(description="What the review was.", examples=["A meeting about mentoring"])
    held_on: str = Field(description="When it was held.", examples=["Thursday 12 November 2026"])
    attended_by: str = Field(
        description="Who was there, as it was typed.", examples=["Mrs Adeyemi, Mrs Salt"]
    )
    outcome: str = Field(
        description="What was talked about and agreed.", examples=["Mornings go better with a calm start"]
    )
    actions: tuple[str, ...] = Field(
        description="Who does what next.", examples=[("Mrs Salt: meet at the gate on Mondays",)]
    )
    next_review: str = Field(
        description="When the next review is; empty where no day is known.",
        examples=["Thursday 3 December 2026"],
    )


class ReviewOutcome(LetterContext):
    """What the outcome letter can print."""

    review: HeldReview
    targets: tuple[TargetLine, ...] = Field(description="The targets of the pupil's case.")


@letter(
    "What was agreed at a review",
    to=(Audience.PARENT,),
    when=f"a review with an outcome was held in the last {RECENT} school days",
    contexts=(ReviewOutcome,),
    uses=(("Reviews", "Review"), ("Reviews", "Held on")),
)
def review_outcome(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, for each review that was held lately."""
    for review in file.casebook.reviews_of(file.pupil.pupil_id):
        if review.outcome and review.review not in NOT_OURS and is_held(review, file.today):
            was_lately = True if file.is_asked_for else was_held_lately(file, review)
            if was_lately is not False:
                yield _wanted(file, review, needs_calendar=was_lately is None)


def was_held_lately(file: PupilFile, review: Review) -> bool | None:
    """Whether it was held in the last 30 school days, today among them; ``None``: the calendar cannot say."""
    if review.held_on is None or (file.today - review.held_on).days > LONG_AGO:
        return False
    since = file.calendar.count_school_days(review.held_on, file.today)
    if since is None and file.calendar.known_school_days_after(review.held_on, file.today) < RECENT:
        return None
    return since is not None and since <= RECENT


def _wanted(file: PupilFile, review: Review, *, needs_calendar: bool) -> Wanted:
    case = latest_case(file)
    return Wanted(
        row_key=f"{review.pupil_id}|{review.review}|{review.held_on}",
        to=to_family(file),
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _context(file, envelope, review),
        drawn_from=tuple(filter(None, (review, case))),
        refusal=why_not_told(review, needs_calendar=needs_calendar),
    )


def why_not_told(review: Review, *, needs_calendar: bool) -> Refusal | None:
    """Why an outcome waits: what the review was, or how long ago it was held, is not known."""
    if review.review is None:
        # It may be one of children's social care, whose outcome is not ours to tell.
        return Refusal("What kind of review it is could not be read.", "unread-review")
    if needs_calendar:
        return Refusal("The Calendar sheet does not say how long ago the review was held.", "needs-calendar")
    return None


def _context(file: PupilFile, envelope: Envelope, review: Review) -> ReviewOutcome:
    case = latest_case(file)
    targets = file.casebook.targets_of_case(case.case_id) if case else ()
    fields = {"review": held_review(file, review), "targets": target_lines(file, targets)}
    return ReviewOutcome.model_validate({**shared_parts(file, envelope), **fields})


def held_review(file: PupilFile, review: Review) -> HeldReview:
    """The review as those are told of it who were there, or who work with the pupil."""
    name = REVIEWS_IN_WORDS.get(review.review or "", "a review meeting")
    return HeldReview(
        name=name[0].upper() + name[1:],
        held_on=with_weekday(review.held_on) if review.held_on else "",
        attended_by=review.attended_by or "",
        outcome=review.outcome or "",
        actions=_separate(review.actions),
        next_review=next_review(file, review.review or "Mentoring review"),
    )


def _separate(actions: str | None) -> tuple[str, ...]:
    """Actions typed as lines or parted by semicolons, each on its own."""
    return tuple(part.strip() for part in re.split(r"[;\n]+", actions or "") if part.strip())
