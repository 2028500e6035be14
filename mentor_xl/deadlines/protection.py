"""When do a child protection plan's conferences and core groups meet?

Counted from the latest strategy discussion and the conferences on *Events* and *Reviews*; the first
conference after the discussion is the initial one. The authority calls these meetings: a school can only
ask (reference 2.2). A *Social care status* other than child protection ends them.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mentor_xl.deadlines.bookings import Reviews
from mentor_xl.deadlines.courses import Find
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Event, Pupil, Review
from mentor_xl.vocabulary import EventKind, Nation, ReviewKind, Unit

_ENGLAND: tuple[Nation, ...] = ("England",)
_WITH_WALES: tuple[Nation, ...] = ("England", "Wales")
_USES = (("Events", "Date"), ("Reviews", "Held on"), ("Pupils", "Social care status"))
_CONFERENCE: ReviewKind = "Child protection conference"
_HAPPENED: EventKind = "Child protection conference"


class Protection(NamedTuple):
    """One pupil's conferences, since the strategy discussion that led to them."""

    pupil: Pupil
    mentor: str | None
    conferences: tuple[tuple[dt.date, Event | Review], ...]
    """The initial one first; each with the row that says so."""
    booked: Reviews
    goes_on: bool

    @property
    def matter(self) -> Matter:
        """About the row of the initial conference."""
        return Matter(self.pupil, self.conferences[0][1], self.mentor)


Answer = Callable[[DeadlineRule, Diary, Protection], Iterator[Due]]


def _for_each(answer: Answer) -> Find:
    """A rule's ``find``: its answer for everyone with a conference on record."""

    def find(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
        with_events = dict.fromkeys(one.pupil_id for one in diary.pupils_with(_HAPPENED))
        with_reviews = diary.pupil_ids_reviewed(_CONFERENCE)
        for pupil_id in dict.fromkeys((*with_events, *with_reviews)):
            pupil = diary.pupil(pupil_id)
            if pupil is not None:
                yield from _answered(rule, diary, pupil, answer)

    return find


def _answered(rule: DeadlineRule, diary: Diary, pupil: Pupil, answer: Answer) -> Iterator[Due]:
    goes_on = pupil.social_care_status in (None, "Child protection")
    booked = diary.reviews(pupil, _CONFERENCE)
    happened = diary.happened(pupil, _HAPPENED)
    mentor = diary.mentor_of(pupil)
    wanted = diary.unreadable(rule, pupil, *happened.unread, *booked.rows)
    if wanted:
        rows = (*happened.unread, *happened.past, *booked.rows)
        if goes_on:
            yield diary.needs_a_date(rule, Matter(pupil, rows[0], mentor), wanted, booked.coming)
        return
    conferences = _since_the_discussion(diary, pupil, conferences_of(diary, pupil))
    if conferences:
        yield from answer(rule, diary, Protection(pupil, mentor, conferences, booked, goes_on))


def conferences_of(diary: Diary, pupil: Pupil) -> tuple[tuple[dt.date, Event | Review], ...]:
    """Every conference on record, as an event or as a review that was held; one a day, earliest first."""
    found: dict[dt.date, Event | Review] = {}
    for event in diary.happened(pupil, _HAPPENED).past:
        if event.date is not None:
            found.setdefault(event.date, event)
    for review in diary.reviews(pupil, _CONFERENCE).held:
        if review.held_on is not None:
            found.setdefault(review.held_on, review)
    return tuple(sorted(found.items(), key=lambda one: one[0]))


def _since_the_discussion(
    diary: Diary, pupil: Pupil, conferences: tuple[tuple[dt.date, Event | Review], ...]
) -> tuple[tuple[dt.date, Event | Review], ...]:
    """From the latest strategy discussion that a conference followed; all where there is none."""
    discussions = [one.date for one in diary.happened(pupil, "Strategy discussion").past if one.date]
    led_to = [day for day in discussions if conferences and day <= conferences[-1][0]]
    return tuple(one for one in conferences if not led_to or one[0] >= led_to[-1])


# -- conferences -----------------------------------------------------------------------------------------


def initial_conferences(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """After a strategy discussion; not every one leads to a conference, so that the day is let go."""
    for pupil in diary.pupils_with("Strategy discussion"):
        happened = diary.happened(pupil, "Strategy discussion")
        reviews = diary.reviews(pupil, _CONFERENCE)
        matter = Matter(pupil, (*happened.unread, *happened.past)[-1], diary.mentor_of(pupil))
        wanted = diary.unreadable(rule, *happened.unread, *reviews.rows)
        discussed = happened.last_day
        if wanted or discussed is None:
            place = wanted or diary.casebook.place(matter.record, "date")
            yield diary.needs_a_date(rule, matter, place, reviews.coming)
            continue
        reckoning = diary.reckon(rule, discussed)
        later = [day for day, _ in conferences_of(diary, pupil) if day >= discussed]
        if later:
            yield diary.held(rule, matter, later[0], reckoning=reckoning)
        elif not diary.is_let_go(reckoning):
            yield diary.due(rule, matter, reckoning, reviews.coming)


def _first_review(rule: DeadlineRule, diary: Diary, plan: Protection) -> Iterator[Due]:
    reckoning = diary.reckon(rule, plan.conferences[0][0])
    if len(plan.conferences) > 1:
        yield diary.held(rule, plan.matter, plan.conferences[1][0], reckoning=reckoning)
    elif plan.goes_on:
        yield diary.due(rule, plan.matter, reckoning, plan.booked.coming)


def _later_review(rule: DeadlineRule, diary: Diary, plan: Protection) -> Iterator[Due]:
    days = [day for day, _ in plan.conferences]
    if len(days) > 2:
        yield diary.held(rule, plan.matter, days[-1], reckoning=diary.reckon(rule, days[-2]))
    if len(days) > 1 and plan.goes_on:
        yield diary.due(rule, plan.matter, diary.reckon(rule, days[-1]), plan.booked.coming)


def _first_core_group(rule: DeadlineRule, diary: Diary, plan: Protection) -> Iterator[Due]:
    initial = plan.conferences[0][0]
    groups = diary.reviews(plan.pupil, rule.review)
    held, reckoning = groups.held_from(initial), diary.reckon(rule, initial)
    if held:
        yield diary.held(rule, plan.matter, held[0].held_on, held[0], reckoning)
    elif plan.goes_on:
        yield diary.due(rule, plan.matter, reckoning, groups.coming)


def _later_core_group(rule: DeadlineRule, diary: Diary, plan: Protection) -> Iterator[Due]:
    groups = diary.reviews(plan.pupil, rule.review)
    days = [day for row in groups.held_from(plan.conferences[0][0]) if (day := row.held_on)]
    if len(days) > 1:
        reckoning = diary.reckon(rule, days[-2])
        yield diary.held(rule, plan.matter, days[-1], groups.held[-1], reckoning)
    if days and plan.goes_on:
        yield diary.due(rule, plan.matter, diary.reckon(rule, days[-1]), groups.coming)


def _rule(  # noqa: PLR0917  a row of a table
    slug: str,
    reference: str,
    name: str,
    amount: int,
    unit: Unit,
    source: str,
    nations: tuple[Nation, ...],
    find: Find,
    *,
    review: ReviewKind = _CONFERENCE,
    is_local: bool = False,
) -> DeadlineRule:
    return DeadlineRule(
        slug=slug,
        reference=reference,
        name=name,
        amount=amount,
        unit=unit,
        strength="soft" if is_local else "hard",
        check_locally=is_local,
        source=source,
        nations=nations,
        is_authority_clock=True,
        review=review,
        uses=_USES,
        find=find,
    )


PROTECTION_RULES = (
    _rule(
        "protection-initial",
        "CP-ICPC",
        "Initial child protection conference",
        15,
        "working days",
        "Local safeguarding procedures: 15 working days from the strategy discussion (reference 2.2)",
        _ENGLAND,
        initial_conferences,
    ),
    _rule(
        "core-group-first",
        "CP-CORE1",
        "First core group",
        10,
        "working days",
        "Local and Wales safeguarding procedures: within 10 working days of the conference (reference 2.2)",
        _WITH_WALES,
        _for_each(_first_core_group),
        review="Core group",
    ),
    _rule(
        "core-group",
        "CP-CORE",
        "Core group",
        1,
        "months",
        "Local safeguarding procedures: monthly; Wales at least every 6 weeks (reference 2.2)",
        _WITH_WALES,
        _for_each(_later_core_group),
        review="Core group",
        is_local=True,
    ),
    _rule(
        "protection-review-first",
        "CP-R1",
        "First review conference",
        3,
        "months",
        "Within 3 months of the initial conference; no source read yet for England (reference 2.2)",
        _ENGLAND,
        _for_each(_first_review),
        is_local=True,
    ),
    _rule(
        "protection-review-first-wales",
        "CP-R1",
        "First review conference in Wales",
        3,
        "months",
        "Wales Safeguarding Procedures: within 3 months of the initial conference (reference 2.2)",
        ("Wales",),
        _for_each(_first_review),
    ),
    _rule(
        "protection-review",
        "CP-R2",
        "Review conference",
        6,
        "months",
        "London Child Protection Procedures 4.1.22; Wales Safeguarding Procedures: within 6 months",
        _WITH_WALES,
        _for_each(_later_review),
    ),
)
