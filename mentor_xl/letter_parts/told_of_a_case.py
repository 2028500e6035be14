"""What letters tell of a case: its targets, measures and reviews, as far as they are certain."""

import datetime as dt
from collections.abc import Iterable, Sequence

from pydantic import Field

from mentor_xl.dates import in_words, with_weekday
from mentor_xl.documents import Context, PupilFile
from mentor_xl.progress import Change
from mentor_xl.records import Case, Referral, Review, Target
from mentor_xl.vocabulary import ReviewKind
from mentor_xl.wording import SCORE_WORDS

# -- targets and measures ------------------------------------------------------------------------


class TargetLine(Context):
    """A target as a table shows it."""

    target: str = Field(
        description="The target, in the pupil's words.", examples=["Ask for help before I leave the room"]
    )
    baseline: str = Field(description="Where it began.", examples=["Once a week"])
    score: int | None = Field(description="From −2 to 2; none where it has not been scored.", examples=[1])
    score_words: str = Field(description="What the score says.", examples=["More than hoped"])
    status: str = Field(description="Open, Met, Partly met, Not met, Changed.", examples=["Open"])
    review_by: str = Field(description="When it is looked at again.", examples=["4 December 2026"])


class MeasureLine(Context):
    """A questionnaire filled in at entry and again."""

    measure: str = Field(description="The measure's name.", examples=["Wellbeing"])
    informant: str = Field(description="Who filled it in.", examples=["Teacher"])
    entry: str = Field(description="The score at entry.", examples=["3"])
    latest: str = Field(description="The latest score.", examples=["6"])
    words: str = Field(description="What the change says.", examples=["a step forward"])


def target_lines(file: PupilFile, targets: Iterable[Target]) -> tuple[TargetLine, ...]:
    """The targets that can be told: those whose words are there."""
    return tuple(_target_line(file, target, target.target) for target in targets if target.target)


def _target_line(file: PupilFile, target: Target, words: str) -> TargetLine:
    score = sound_score(file, target)
    review_by = sound_review_day(file, target)
    return TargetLine(
        target=words,
        baseline=target.baseline or "",
        score=score,
        score_words="Not scored yet" if score is None else SCORE_WORDS[score],
        status=target.status or "",
        review_by=in_words(review_by) if review_by else "",
    )


def sound_score(file: PupilFile, target: Target) -> int | None:
    """A target's score, unless an error stands against it."""
    return target.score if file.is_sound(target, "score") else None


def sound_review_day(file: PupilFile, target: Target) -> dt.date | None:
    """The day a target is looked at again, unless an error stands against it."""
    return target.review_by if file.is_sound(target, "review_by") else None


def measure_lines(changes: Sequence[Change]) -> tuple[MeasureLine, ...]:
    """Measures as a table shows them."""
    return tuple(
        MeasureLine(
            measure=change.measure,
            informant=change.informant,
            entry=f"{change.entry:g}",
            latest=f"{change.latest:g}",
            words=change.in_words,
        )
        for change in changes
    )


# -- cases and reviews -----------------------------------------------------------------------------


def latest_case(file: PupilFile) -> Case | None:
    """The pupil's active case, else one that rests, waits or has closed; the latest started of several."""
    cases = file.casebook.cases_of(file.pupil.pupil_id)
    for status in ("Active", "Paused", "Waiting", "Closed"):
        of_status = [case for case in cases if case.status == status]
        if of_status:
            return max(of_status, key=lambda case: (case.started_on or dt.date.min, case.row_number))
    return None


def referral_of(file: PupilFile, case: Case) -> Referral | None:
    """The referral that a case names, where it is about the same pupil: nobody reads of another's."""
    referral = file.casebook.referral(case.referral_id)
    is_own = referral is not None and referral.pupil_id == file.pupil.pupil_id
    return referral if is_own else None


def is_held(review: Review, today: dt.date) -> bool:
    """Whether a review was held by today; a day to come is a slip (decisions, *Dates: rules*)."""
    return review.held_on is not None and review.held_on <= today


def next_review(file: PupilFile, kind: ReviewKind = "Mentoring review") -> str:
    """The day of the next review of a kind that families can be told: one that is booked. Else empty."""
    booked = [
        review.booked_for
        for review in file.casebook.reviews_of(file.pupil.pupil_id)
        if review.review == kind and review.booked_for and not is_held(review, file.today)
    ]
    coming = [day for day in booked if day >= file.today and file.calendar.is_school_day(day)]
    return with_weekday(min(coming)) if coming else ""
