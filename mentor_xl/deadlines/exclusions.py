"""What does a suspension or an exclusion set going: other education, governors' meetings, the way back?

Days are school days; the first one on or after the suspension's date is day 1, and suspensions that touch
are one (reference 2.3). English law.
"""

import datetime as dt
from collections.abc import Callable, Iterator

from mentor_xl.dates import short
from mentor_xl.deadlines.counting import Reckoning, settle
from mentor_xl.deadlines.courses import Course, Find, since
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.deadlines.suspended import Suspension, days_in_term, suspensions_of
from mentor_xl.records import Pupil
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)
_SUSPENDED = (("Events", "Date"), ("Events", "Ends on"), ("Events", "Days"))

Answer = Callable[[DeadlineRule, Diary, Pupil, tuple[Suspension, ...]], Iterator[Due]]


def _for_each_suspended(answer: Answer) -> Find:
    """A rule's ``find``: its answer for everyone with a suspension whose date can be read."""

    def find(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
        for pupil in diary.pupils_with("Suspension"):
            happened = diary.happened(pupil, "Suspension")
            wanted = diary.unreadable(rule, *happened.unread, *happened.past[-1:])
            if wanted:
                record = (*happened.unread, *happened.past)[-1]
                yield diary.needs_a_date(rule, Matter(pupil, record, diary.mentor_of(pupil)), wanted)
            elif happened.past:
                yield from answer(rule, diary, pupil, suspensions_of(diary, pupil))

    return find


# -- other education -------------------------------------------------------------------------------------


def _sixth_day(
    rule: DeadlineRule, diary: Diary, pupil: Pupil, suspensions: tuple[Suspension, ...]
) -> Iterator[Due]:
    """Where a suspension that still lasts has a sixth school day: nothing says that it was arranged."""
    suspension = suspensions[-1]
    reckoning = _nth_day(rule, diary, suspension.first)
    sixth = reckoning.reached
    could_reach_it = suspension.last > suspension.first + dt.timedelta(days=rule.amount)
    if suspension.last < diary.today or not (sixth <= suspension.last if sixth else could_reach_it):
        return
    yield diary.due(rule, Matter(pupil, suspension.event, diary.mentor_of(pupil)), reckoning)


def _sixth_day_of_exclusion(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    reckoning = _nth_day(rule, diary, course.began)
    if not diary.is_let_go(reckoning):
        yield diary.due(rule, course.matter, reckoning)


def _nth_day(rule: DeadlineRule, diary: Diary, first: dt.date) -> Reckoning:
    """*From the sixth school day*: the first school day on or after the date is day 1."""
    reached = diary.calendar.nth_school_day_from(first, rule.amount)
    counted = f"School day {rule.amount}, the first on or after {short(first)} being day 1,"
    if reached is None:
        return Reckoning(first, None, None, None, f"{counted} lies beyond the Calendar sheet.")
    return settle(diary.calendar, rule, first, reached, f"{counted} is {short(reached)}.")


# -- governors ---------------------------------------------------------------------------------------------


def governors_must_meet(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """After an exclusion for good, and when suspensions come to more than 15 school days in a term."""
    yield from since("Permanent exclusion", _meeting_after)(rule, diary)
    yield from _for_each_suspended(_meeting_beyond(15, 190))(rule, diary)


def _meeting_after(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    return _unless_let_go(rule, diary, course.matter, diary.reckon(rule, course.began))


def _meeting_beyond(above: int, up_to: int) -> Answer:
    """The meeting that the latest suspension calls for, by the days in the law's term so far."""

    def answer(
        rule: DeadlineRule, diary: Diary, pupil: Pupil, suspensions: tuple[Suspension, ...]
    ) -> Iterator[Due]:
        event = suspensions[-1].event
        if event.date is None:
            return
        days = days_in_term(diary, pupil, event.date)
        if above < days <= up_to:
            matter = Matter(pupil, event, diary.mentor_of(pupil))
            what = f"the notice of {days:g} days in one term"
            yield from _unless_let_go(rule, diary, matter, diary.reckon(rule, event.date, what))

    return answer


def _unless_let_go(rule: DeadlineRule, diary: Diary, matter: Matter, reckoning: Reckoning) -> Iterator[Due]:
    if not diary.is_let_go(reckoning):
        yield diary.due(rule, matter, reckoning)


# -- the way back ------------------------------------------------------------------------------------------


def _reintegration(
    rule: DeadlineRule, diary: Diary, pupil: Pupil, suspensions: tuple[Suspension, ...]
) -> Iterator[Due]:
    """Before the pupil is back: on the last school day of the suspension, or before it."""
    suspension = suspensions[-1]
    reviews = diary.reviews(pupil, rule.review)
    matter = Matter(pupil, suspension.event, diary.mentor_of(pupil))
    reckoning = _last_day_of(rule, diary, suspension)
    held = reviews.held_from(suspension.first)
    wanted = diary.unreadable(rule, *reviews.rows)
    if wanted:
        yield diary.needs_a_date(rule, matter, wanted, reviews.coming)
    elif held:
        yield diary.held(rule, matter, held[0].held_on, held[0], reckoning)
    elif not diary.is_let_go(reckoning):
        yield diary.due(rule, matter, reckoning, reviews.coming)


def _last_day_of(rule: DeadlineRule, diary: Diary, suspension: Suspension) -> Reckoning:
    why = f"The suspension ends on {short(suspension.last)}"
    last = diary.calendar.last_school_day_by(suspension.last)
    if last is None or last == suspension.last:
        return settle(diary.calendar, rule, suspension.first, suspension.last, f"{why}.")
    why = f"{why}: the last school day by then is {short(last)}."
    return settle(diary.calendar, rule, suspension.first, last, why)


EXCLUSION_RULES = (
    DeadlineRule(
        slug="suspension-day-6",
        reference="SUS-D6",
        name="Education from the sixth day of a suspension",
        amount=6,
        unit="school days",
        strength="hard",
        source="Full-time education from the sixth school day (suspension guidance; reference 2.3)",
        nations=_ENGLAND,
        keeps_its_unit=True,
        uses=_SUSPENDED,
        find=_for_each_suspended(_sixth_day),
    ),
    DeadlineRule(
        slug="exclusion-day-6",
        reference="SUS-D6",
        name="Education from the sixth day of a permanent exclusion",
        amount=6,
        unit="school days",
        strength="hard",
        source="The authority's: full-time education from the sixth school day (reference 2.3)",
        nations=_ENGLAND,
        is_authority_clock=True,
        keeps_its_unit=True,
        uses=(("Events", "Date"),),
        find=since("Permanent exclusion", _sixth_day_of_exclusion),
    ),
    DeadlineRule(
        slug="governors-15",
        reference="GOV-15",
        name="Governors decide on reinstatement",
        amount=15,
        unit="school days",
        strength="hard",
        source="SI 2012/1033 reg. 24(1): within 15 school days of the notice",
        nations=_ENGLAND,
        uses=_SUSPENDED,
        find=governors_must_meet,
    ),
    DeadlineRule(
        slug="governors-50",
        reference="GOV-50",
        name="Governors' meeting, if the parents make representations",
        amount=50,
        unit="school days",
        strength="hard",
        source="SI 2012/1033 reg. 24(1)(c): within 50 school days of the notice",
        nations=_ENGLAND,
        uses=_SUSPENDED,
        find=_for_each_suspended(_meeting_beyond(5, 15)),
    ),
    DeadlineRule(
        slug="reintegration",
        reference="REINT",
        name="Reintegration meeting",
        unit="fixed date",
        strength="soft",
        source="Good practice: the day before the return, which may not hang on it (reference 2.3)",
        nations=_ENGLAND,
        review="Reintegration meeting",
        uses=(*_SUSPENDED, ("Reviews", "Held on")),
        find=_for_each_suspended(_reintegration),
    ),
)
