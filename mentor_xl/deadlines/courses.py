"""What began with an event, which reviews look after it, and when are the first and the next of them due?

Most of the reference's rules are of this shape; a theme names the event, the reviews, and who it goes on for.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mentor_xl.deadlines.bookings import Reviews
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Event, Pupil, Review
from mentor_xl.vocabulary import EventKind

Find = Callable[[DeadlineRule, Diary], Iterator[Due]]


class Course(NamedTuple):
    """Something that began for a pupil, and the reviews of it."""

    matter: Matter
    event: Event
    """The latest of its kind."""
    began: dt.date
    goes_on: bool
    """Whether it still does: what has ended shows only what was held."""
    reviews: Reviews
    held: tuple[Review, ...]
    """Since it began, the latest last."""


Answer = Callable[[DeadlineRule, Diary, Course], Iterator[Due]]
GoesOn = Callable[[Pupil, Event, dt.date], bool]
"""Whether what began with the pupil's event still goes on today."""


def until_it_ends(pupil: Pupil, event: Event, today: dt.date) -> bool:  # noqa: ARG001
    """It goes on to the event's *Ends on*; for good where that is blank."""
    return event.ends_on is None or event.ends_on >= today


def since(kind: EventKind, answer: Answer, goes_on: GoesOn = until_it_ends) -> Find:
    """A rule's ``find``: its answer for every pupil's latest event of a kind."""

    def find(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
        for pupil in diary.pupils_with(kind):
            happened = diary.happened(pupil, kind)
            reviews = diary.reviews(pupil, rule.review)
            event = happened.last or happened.unread[-1]
            matter = Matter(pupil, event, diary.mentor_of(pupil))
            lasts = goes_on(pupil, event, diary.today)
            wanted = diary.unreadable(rule, *happened.unread, event, pupil, *reviews.rows)
            if wanted or event.date is None:
                place = wanted or diary.casebook.place(event, "date")
                if lasts:
                    yield diary.needs_a_date(rule, matter, place, reviews.coming)
            else:
                held = reviews.held_from(event.date)
                yield from answer(rule, diary, Course(matter, event, event.date, lasts, reviews, held))

    return find


def the_first(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """One review, counted from the day it began."""
    reckoning = diary.reckon(rule, course.began)
    if course.held:
        yield diary.held(rule, course.matter, course.held[0].held_on, course.held[0], reckoning)
    elif course.goes_on:
        yield diary.due(rule, course.matter, reckoning, course.reviews.coming)


def the_next(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """After the first review another one and another, each counted from the one before."""
    if course.held:
        yield from each_from(rule, diary, course, first_day=None)


def every_one(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """Reviews again and again, the first counted from the day it began."""
    return each_from(rule, diary, course, first_day=course.began)


def each_from(
    rule: DeadlineRule, diary: Diary, course: Course, *, first_day: dt.date | None
) -> Iterator[Due]:
    """The last review held, by when it was due, and the next one."""
    days = [day for day in (first_day, *(row.held_on for row in course.held)) if day is not None]
    if course.held and len(days) > 1:
        yield diary.held(rule, course.matter, days[-1], course.held[-1], diary.reckon(rule, days[-2]))
    if course.goes_on and days:
        yield diary.due(rule, course.matter, diary.reckon(rule, days[-1]), course.reviews.coming)


def once_unrecorded(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """One day that no sheet can mark as done: let go when it has been over for long."""
    reckoning = diary.reckon(rule, course.began)
    if course.goes_on and not diary.is_let_go(reckoning):
        yield diary.due(rule, course.matter, reckoning)
