"""When is a looked-after pupil's personal education plan (PEP) to be started, ready and reviewed?

Counted in working days from the day the pupil came into care: school holidays and INSET days count
(reference 2.2). Only while the pupil is looked after.
"""

import datetime as dt
from collections.abc import Callable, Iterator

from mentor_xl.deadlines.bookings import Reviews
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Pupil
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)

Answer = Callable[[DeadlineRule, Diary, Matter, Reviews, dt.date], Iterator[Due]]


def for_each_pupil_in_care(
    rule: DeadlineRule, diary: Diary, answer: Answer, *, asks: bool = True
) -> Iterator[Due]:
    """What a rule says about every looked-after pupil whose day of coming into care is known.

    ``asks``: whether it says which cell is missing; of several rules about one review the first one does.
    """
    for pupil in diary.pupils_who(_are_in_care):
        matter = Matter(pupil, pupil, diary.mentor_of(pupil))
        reviews = diary.reviews(pupil, rule.review)
        wanted = diary.unreadable(rule, pupil, *reviews.rows)
        came = pupil.came_into_care or diary.happened(pupil, "Came into care").last_day
        if wanted or came is None:
            place = wanted or diary.casebook.place(pupil, "came_into_care")
            if asks:
                yield diary.needs_a_date(rule, matter, place, reviews.coming)
        else:
            yield from answer(rule, diary, matter, reviews, came)


def _are_in_care(pupil: Pupil) -> bool:
    """Whether the pupil is looked after; a cell that nobody can read beside a day in care says so too."""
    is_unclear = "looked_after" in pupil.unread and pupil.came_into_care is not None
    return pupil.looked_after == "Looked after" or is_unclear


def plans_started(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The first plan is started: a meeting is booked, or was held, since the pupil came into care."""
    return for_each_pupil_in_care(rule, diary, _started)


def _started(
    rule: DeadlineRule, diary: Diary, matter: Matter, reviews: Reviews, came: dt.date
) -> Iterator[Due]:
    reckoning = diary.reckon(rule, came)
    held = reviews.held_from(came)
    booked = [row for row in reviews.rows if row.booked_for is not None and row.booked_for >= came]
    if held:
        yield diary.held(rule, matter, held[0].held_on, held[0], reckoning)
    elif booked:
        yield diary.held(rule, matter, None, reviews.coming or booked[0], reckoning)
    else:
        yield diary.due(rule, matter, reckoning, reviews.coming)


def plans_ready(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The first plan is ready: a meeting was held since the pupil came into care."""
    return for_each_pupil_in_care(rule, diary, _ready)


def _ready(
    rule: DeadlineRule, diary: Diary, matter: Matter, reviews: Reviews, came: dt.date
) -> Iterator[Due]:
    reckoning = diary.reckon(rule, came)
    held = reviews.held_from(came)
    if held:
        yield diary.held(rule, matter, held[0].held_on, held[0], reckoning)
    else:
        yield diary.due(rule, matter, reckoning, reviews.coming)


def termly_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """One review a term: the one held serves its own term, the next is due by the end of the next.

    The first plan serves the term in which the pupil came into care.
    """
    return for_each_pupil_in_care(rule, diary, _termly)


def _termly(
    rule: DeadlineRule, diary: Diary, matter: Matter, reviews: Reviews, came: dt.date
) -> Iterator[Due]:
    held = reviews.held_from(came)
    days = [came, *(row.held_on for row in held if row.held_on)]
    if held:
        yield diary.held(rule, matter, days[-1], held[-1], diary.reckon(rule, days[-2]))
    # Until the first plan is ready, what is booked is the first plan's meeting.
    coming = reviews.coming if held else None
    yield diary.due(rule, matter, diary.reckon(rule, days[-1]), coming)


IN_CARE = (("Pupils", "Looked after"), ("Pupils", "Came into care"), ("Reviews", "Held on"))
"""What the dates of a pupil in care are counted from."""

LOOKED_AFTER_RULES = (
    DeadlineRule(
        slug="pep-start",
        reference="PEP-INIT",
        name="Personal education plan started",
        amount=10,
        unit="working days",
        strength="hard",
        source="Virtual school guidance: started within 10 working days of coming into care (reference 2.2)",
        nations=_ENGLAND,
        review="Personal education plan",
        uses=(*IN_CARE, ("Reviews", "Booked for")),
        find=plans_started,
    ),
    DeadlineRule(
        slug="pep-ready",
        reference="PEP-READY",
        name="Personal education plan ready",
        amount=20,
        unit="working days",
        strength="hard",
        source="Virtual school guidance: ready for the first statutory review, within 20 working days"
        " (reference 2.2)",
        nations=_ENGLAND,
        review="Personal education plan",
        uses=IN_CARE,
        find=plans_ready,
    ),
    DeadlineRule(
        slug="pep-termly",
        reference="PEP-TERM",
        name="Personal education plan",
        amount=1,
        unit="terms",
        strength="hard",
        source="Virtual school guidance: reviewed every school term (reference 2.2)",
        nations=_ENGLAND,
        review="Personal education plan",
        uses=IN_CARE,
        find=termly_reviews,
    ),
)
