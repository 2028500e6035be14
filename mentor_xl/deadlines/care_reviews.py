"""When does the authority review a looked-after pupil's care, and when is a plan looked at after a move?

The reviews are called by the independent reviewing officer: a school can only ask (reference 2.2).
"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.deadlines.bookings import Reviews
from mentor_xl.deadlines.courses import Course, since, the_first
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.looked_after import IN_CARE, for_each_pupil_in_care
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Event, Pupil
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)
_NEW_TO_CARE = dt.timedelta(days=274)
"""Nine months: one review on record and longer in care, and the earlier ones were not written down here."""


def first_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Within 20 working days of coming into care."""
    return for_each_pupil_in_care(rule, diary, _first)


def _first(
    rule: DeadlineRule, diary: Diary, matter: Matter, reviews: Reviews, came: dt.date
) -> Iterator[Due]:
    reckoning = diary.reckon(rule, came)
    held = reviews.held_from(came)
    if held and _is_new(diary, came):
        yield diary.held(rule, matter, held[0].held_on, held[0], reckoning)
    elif not held and _is_new(diary, came):
        yield diary.due(rule, matter, reckoning, reviews.coming)


def second_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Within three months of the first; of a pupil under nine months in care, with one review held."""
    return for_each_pupil_in_care(rule, diary, _second, asks=False)


def _second(
    rule: DeadlineRule, diary: Diary, matter: Matter, reviews: Reviews, came: dt.date
) -> Iterator[Due]:
    held = reviews.held_from(came)
    if not held or not _is_new(diary, came):
        return
    reckoning = diary.reckon(rule, held[0].held_on or came)
    if len(held) > 1:
        yield diary.held(rule, matter, held[1].held_on, held[1], reckoning)
    else:
        yield diary.due(rule, matter, reckoning, reviews.coming)


def later_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Within six months of the one before."""
    return for_each_pupil_in_care(rule, diary, _later, asks=False)


def _later(
    rule: DeadlineRule, diary: Diary, matter: Matter, reviews: Reviews, came: dt.date
) -> Iterator[Due]:
    held = reviews.held_from(came)
    if len(held) < 2 and _is_new(diary, came):
        return
    if not held:
        place = diary.casebook.place(matter.pupil, "came_into_care")
        reason = "is long ago, and Reviews has no looked-after review that was held"
        yield diary.needs_a_date(rule, matter, place, reviews.coming, reason)
        return
    if len(held) > 2 or not _is_new(diary, came):
        before = held[-2].held_on if len(held) > 1 else None
        reckoning = diary.reckon(rule, before) if before else None
        yield diary.held(rule, matter, held[-1].held_on, held[-1], reckoning)
    yield diary.due(rule, matter, diary.reckon(rule, held[-1].held_on or came), reviews.coming)


def _is_new(diary: Diary, came: dt.date) -> bool:
    return diary.today < came + _NEW_TO_CARE


def _in_care(pupil: Pupil, event: Event, today: dt.date) -> bool:  # noqa: ARG001
    return pupil.looked_after == "Looked after"


def _plan_after_a_move(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """The plan is looked at again; a placement that began with care itself has its first plan instead."""
    came = course.matter.pupil.came_into_care
    if came is None or course.began > came:
        yield from the_first(rule, diary, course)


CARE_REVIEW_RULES = (
    DeadlineRule(
        slug="care-review-first",
        reference="LAC-1",
        name="First looked-after review",
        amount=20,
        unit="working days",
        strength="hard",
        source="Independent reviewing officer: within 20 working days of coming into care (reference 2.2)",
        nations=_ENGLAND,
        is_authority_clock=True,
        review="Looked-after review",
        uses=IN_CARE,
        find=first_reviews,
    ),
    DeadlineRule(
        slug="care-review-second",
        reference="LAC-2",
        name="Second looked-after review",
        amount=3,
        unit="months",
        strength="hard",
        source="Independent reviewing officer: within 3 months of the first review (reference 2.2)",
        nations=_ENGLAND,
        is_authority_clock=True,
        review="Looked-after review",
        uses=IN_CARE,
        find=second_reviews,
    ),
    DeadlineRule(
        slug="care-review",
        reference="LAC-3",
        name="Looked-after review",
        amount=6,
        unit="months",
        strength="soft",
        source="Independent reviewing officer: within 6 months; no source read yet (reference 2.2)",
        check_locally=True,
        nations=_ENGLAND,
        is_authority_clock=True,
        review="Looked-after review",
        uses=IN_CARE,
        find=later_reviews,
    ),
    DeadlineRule(
        slug="pep-after-move",
        reference="PEP-MOVE",
        name="Personal education plan after a change of placement",
        amount=20,
        unit="working days",
        strength="soft",
        source="Virtual school guidance of some authorities: within 20 working days (reference 2.2)",
        check_locally=True,
        nations=_ENGLAND,
        review="Personal education plan",
        uses=(("Events", "Date"), ("Pupils", "Looked after"), ("Reviews", "Held on")),
        find=since("Change of placement", _plan_after_a_move, _in_care),
    ),
)
