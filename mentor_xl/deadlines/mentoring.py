"""When is a mentoring review due, a target's review, and a look back after a case has closed?

None of these is law: all are soft, and their numbers are good practice that a school may change
(reference 2.5).
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from mentor_xl.dates import short
from mentor_xl.deadlines.counting import Reckoning
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Case, Review, Session

_A_YEAR = dt.timedelta(days=366)


def mentoring_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """One for each active case, from the last review held in it, else Counted from, else Started on."""
    for case in diary.casebook.cases:
        pupil = diary.pupil(case.pupil_id)
        if pupil is None or (case.status in (None, "Waiting") and "status" not in case.unread):
            continue
        matter = Matter(pupil, case, case.mentor)
        reviews = diary.reviews(pupil, rule.review)
        held = [row for row in reviews.held_from(case.started_on) if _is_in(case, row.held_on)]
        reckoning = _next_mentoring_review(rule, diary, case, reviews.coming, held)
        wanted = diary.unreadable(rule, case, *reviews.rows)
        if held and not wanted:
            yield diary.held(rule, matter, held[-1].held_on, held[-1], _last(rule, diary, case, held))
        if wanted or (reckoning is None and case.status == "Active"):
            place = wanted or diary.casebook.place(case, "started_on")
            yield diary.needs_a_date(rule, matter, place, reviews.coming)
        elif reckoning is not None and case.status == "Active":
            yield diary.due(rule, matter, reckoning, reviews.coming)


def _is_in(case: Case, held_on: dt.date | None) -> bool:
    closed_on = case.closed_on if case.status == "Closed" else None
    return held_on is not None and (closed_on is None or held_on <= closed_on)


def _next_mentoring_review(
    rule: DeadlineRule, diary: Diary, case: Case, coming: Review | None, held: Sequence[Review]
) -> Reckoning | None:
    last_held = held[-1].held_on if held else None
    anchor = last_held or (coming.counted_from if coming else None) or case.started_on
    return _not_past(case.planned_end, diary, diary.reckon(rule, anchor)) if anchor else None


def _last(rule: DeadlineRule, diary: Diary, case: Case, held: Sequence[Review]) -> Reckoning | None:
    """By when the last review held was due."""
    anchor = held[-2].held_on if len(held) > 1 else held[-1].counted_from or case.started_on
    return diary.reckon(rule, anchor) if anchor else None


def _not_past(planned_end: dt.date | None, diary: Diary, reckoning: Reckoning) -> Reckoning:
    """The last review is held before the case ends; a planned end before the anchor ends nothing."""
    anchor = reckoning.counted_from
    if planned_end is None or anchor is None or not diary.calendar.covers(anchor):
        return reckoning
    if reckoning.act_by is not None and reckoning.act_by <= planned_end:
        return reckoning
    last = diary.calendar.last_school_day_by(planned_end)
    if last is None or last <= anchor:
        return reckoning
    why = f"{reckoning.why} The case is planned to end on {short(planned_end)}: by {short(last)}."
    closed = reckoning.is_on_closed_day
    return Reckoning(anchor, last, reckoning.legal_last_day, last, why, is_on_closed_day=closed)


def target_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The target's own Review by, while it is open and its case goes on."""
    for target in diary.casebook.targets:
        case = diary.casebook.case(target.case_id)
        pupil = diary.pupil(case.pupil_id) if case else None
        if case is None or pupil is None or case.status in ("Paused", "Closed"):
            continue
        if target.status != "Open" and "status" not in target.unread:
            continue
        matter = Matter(pupil, target, case.mentor)
        coming = diary.reviews(pupil, rule.review).coming
        wanted = diary.unreadable(rule, target)
        if wanted or target.review_by is None:
            place = wanted or diary.casebook.place(target, "review_by")
            yield diary.needs_a_date(rule, matter, place, coming)
        elif target.set_on is not None and target.review_by < target.set_on:
            place = diary.casebook.place(target, "review_by")
            yield diary.needs_a_date(rule, matter, place, coming, "is before the day the target was set")
        else:
            reckoning = diary.reckon_on(rule, target.review_by, "The target's Review by")
            yield diary.due(rule, matter, reckoning, coming)


def follow_ups(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """How the pupil is some weeks after the case closed: Follow up on, else the rule's own time."""
    return _follow_ups(rule, diary, place=0)


def later_follow_ups(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The second look, a term after closing; none where Follow up on says when to look."""
    return _follow_ups(rule, diary, place=1)


def _follow_ups(rule: DeadlineRule, diary: Diary, *, place: int) -> Iterator[Due]:
    for case in diary.casebook.cases:
        pupil = diary.pupil(case.pupil_id)
        if pupil is None or case.status != "Closed" or (place and case.follow_up_on):
            continue
        matter = Matter(pupil, case, case.mentor)
        reviews = diary.reviews(pupil, rule.review)
        if _is_long_closed(case, diary.today):
            continue
        reckoning = _look_back_on(rule, diary, case)
        wanted = diary.unreadable(rule, case, *reviews.rows)
        held = reviews.held_from(case.closed_on)
        if wanted or reckoning is None:
            missing = wanted or diary.casebook.place(case, "closed_on")
            if place == 0:  # one cell, said once
                yield diary.needs_a_date(rule, matter, missing, reviews.coming)
        elif len(held) > place:
            yield diary.held(rule, matter, held[place].held_on, held[place], reckoning)
        else:
            yield diary.due(rule, matter, reckoning, reviews.coming)


def _is_long_closed(case: Case, today: dt.date) -> bool:
    """A look back that nobody took within a year is over: it would stay overdue for ever."""
    days = [day for day in (case.closed_on, case.follow_up_on) if day is not None]
    return bool(days) and max(days) + _A_YEAR < today


def _look_back_on(rule: DeadlineRule, diary: Diary, case: Case) -> Reckoning | None:
    if case.follow_up_on is not None:
        return diary.reckon_on(rule, case.follow_up_on, "The case's Follow up on")
    return diary.reckon(rule, case.closed_on) if case.closed_on is not None else None


# -- who waits ---------------------------------------------------------------------------------------------


def waiting_contacts(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """A word with whoever waits to be mentored, again and again, from the day of the referral."""
    for referral in diary.casebook.referrals:
        pupil = diary.pupil(referral.pupil_id)
        if pupil is None or referral.decision != "Waiting":
            continue
        matter = Matter(pupil, referral, diary.mentor_of(pupil))
        wanted = diary.unreadable(rule, referral)
        if wanted or referral.received_on is None:
            yield diary.needs_a_date(rule, matter, wanted or diary.casebook.place(referral, "received_on"))
            continue
        met = (_met_on(one, diary.today) for one in diary.casebook.sessions_of(pupil.pupil_id))
        last = max((day for day in met if day is not None), default=referral.received_on)
        yield diary.due(rule, matter, diary.reckon(rule, max(last, referral.received_on)))


def _met_on(session: Session, today: dt.date) -> dt.date | None:
    """The day of a session that the pupil or the home came to."""
    is_past = session.date is not None and session.date <= today
    return session.date if is_past and session.attended == "Attended" else None


MENTORING_RULES = (
    DeadlineRule(
        slug="mentoring-review",
        reference="MENTORING-REVIEW",
        name="Mentoring review",
        amount=6,
        unit="school weeks",
        strength="soft",
        source="Good practice: programmes of 6 to 12 weekly sessions, reviewed at 6 (reference 2.5)",
        check_locally=True,
        review="Mentoring review",
        uses=(
            ("Cases", "Status"),
            ("Cases", "Started on"),
            ("Reviews", "Held on"),
            ("Reviews", "Counted from"),
        ),
        find=mentoring_reviews,
    ),
    DeadlineRule(
        slug="target-review",
        reference="TARGET-REVIEW",
        name="Target review",
        unit="fixed date",
        strength="soft",
        source="The action plan itself: the target's Review by (reference 1.2)",
        review="Target review",
        uses=(("Targets", "Status"), ("Targets", "Set on"), ("Targets", "Review by")),
        find=target_reviews,
    ),
    DeadlineRule(
        slug="follow-up",
        reference="FOLLOW-UP",
        name="Follow-up after closing",
        amount=6,
        unit="weeks",
        strength="soft",
        source="Good practice: a look back after the exit (reference 2.5)",
        check_locally=True,
        review="Follow-up after closing",
        uses=(("Cases", "Closed on"), ("Cases", "Follow up on"), ("Reviews", "Held on")),
        find=follow_ups,
    ),
    DeadlineRule(
        slug="follow-up-term",
        reference="FOLLOW-UP",
        name="Second follow-up after closing",
        amount=1,
        unit="terms",
        strength="soft",
        source="Good practice: a look back after the exit (reference 2.5)",
        check_locally=True,
        review="Follow-up after closing",
        uses=(("Cases", "Closed on"), ("Cases", "Follow up on"), ("Reviews", "Held on")),
        find=later_follow_ups,
    ),
    DeadlineRule(
        slug="waiting-contact",
        reference="WAITING-CONTACT",
        name="Contact while waiting",
        amount=1,
        unit="half terms",
        strength="soft",
        source="Good practice: families on the waiting list hear every half term (reference 2.5)",
        check_locally=True,
        uses=(("Referrals", "Received on"), ("Referrals", "Decision")),
        find=waiting_contacts,
    ),
)
