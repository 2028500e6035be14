"""When is a plan's annual review due, its meeting, the invitations before it and the report after it?

The clock is the law's: a review is complete when the authority has decided, up to four weeks after the
meeting, so that the meeting's own last day is four weeks before the review's (reference 2.1).
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mentor_xl.deadlines.bookings import Reviews
from mentor_xl.deadlines.counting import Reckoning
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.problems import Place
from mentor_xl.records import Pupil
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)
PLAN_COLUMNS = (("Pupils", "EHCP issued"), ("Pupils", "EHCP last review"), ("Reviews", "Held on"))
"""What a plan's reviews are counted from."""


class Plan(NamedTuple):
    """A pupil's plan, its reviews, and the day that the next one is counted from."""

    matter: Matter
    reviews: Reviews
    dates: tuple[dt.date, ...]
    """Issue, last review noted, reviews held: earliest first."""
    counted_from: dt.date
    disagrees: bool
    """Whether *EHCP last review* and the last annual review held are different days."""


Answer = Callable[[DeadlineRule, Diary, Plan], Iterator[Due]]


def for_each_plan(
    rule: DeadlineRule, diary: Diary, answer: Answer, who: Callable[[Pupil], bool] | None = None
) -> Iterator[Due]:
    """What a rule says about every pupil with a plan that can be counted from, or about some of them."""
    for pupil in diary.pupils_who(has_plan):
        if who is not None and not who(pupil):
            continue
        matter = Matter(pupil, pupil, diary.mentor_of(pupil))
        reviews = diary.reviews(pupil, rule.review)
        issued = pupil.ehcp_issued or diary.happened(pupil, "EHC plan issued").last_day
        noted = (issued, pupil.ehcp_last_review, *(row.held_on for row in reviews.held))
        dates = tuple(sorted(day for day in noted if day is not None and day <= diary.today))
        wanted = diary.unreadable(rule, pupil, *reviews.rows)
        if wanted or not dates:
            place = wanted or diary.casebook.place(pupil, "ehcp_issued")
            yield diary.needs_a_date(rule, matter, place, reviews.coming)
        else:
            disagrees = _disagrees(pupil, reviews)
            yield from answer(rule, diary, Plan(matter, reviews, dates, dates[-1], disagrees))


def has_plan(pupil: Pupil) -> bool:
    """SEN status E; where it is blank or cannot be read, a date of the plan."""
    dates = ("ehcp_issued", "ehcp_last_review")
    return pupil.sen_status == "E" or (
        pupil.sen_status is None
        and any(getattr(pupil, date) is not None or date in pupil.unread for date in dates)
    )


def _disagrees(pupil: Pupil, reviews: Reviews) -> bool:
    noted = pupil.ehcp_last_review
    return noted is not None and bool(reviews.held) and reviews.held[-1].held_on != noted


def annual_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Every 12 months, from the latest of the day of issue, the last review noted and the last one held."""
    return for_each_plan(rule, diary, _annual_review)


def _annual_review(rule: DeadlineRule, diary: Diary, plan: Plan) -> Iterator[Due]:
    if plan.reviews.held:
        last = plan.reviews.held[-1]
        before = [day for day in plan.dates if last.held_on and day < last.held_on]
        reckoning = diary.reckon(rule, before[-1]) if before else None
        yield diary.held(rule, plan.matter, last.held_on, last, reckoning)
    yield _due(rule, diary, plan, diary.reckon(rule, plan.counted_from))


def _due(rule: DeadlineRule, diary: Diary, plan: Plan, reckoning: Reckoning) -> Due:
    coming = plan.reviews.coming
    return diary.due(rule, plan.matter, reckoning, coming, anchor_disagrees=plan.disagrees)


def meetings(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The meeting, early enough for the authority to decide within the 12 months."""
    return for_each_plan(rule, diary, _meeting)


def _meeting(rule: DeadlineRule, diary: Diary, plan: Plan) -> Iterator[Due]:
    yield _due(rule, diary, plan, _meet_by(rule, diary, plan))


def _meet_by(rule: DeadlineRule, diary: Diary, plan: Plan) -> Reckoning:
    review = diary.reckon(diary.in_force(EHCP_ANNUAL_REVIEW), plan.counted_from)
    if review.legal_last_day is None:
        return review
    return diary.reckon(rule, review.legal_last_day, "the annual review's last legal day")


def invitations(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Invitations and advice, two weeks before the day booked, else before the meeting's act-by day."""
    return for_each_plan(rule, diary, _invitation)


def _invitation(rule: DeadlineRule, diary: Diary, plan: Plan) -> Iterator[Due]:
    coming = plan.reviews.coming
    if coming and coming.booked_for:
        reckoning = diary.reckon(rule, coming.booked_for, "the day booked")
    else:
        meeting = _meet_by(diary.in_force(EHCP_MEETING), diary, plan)
        day = meeting.act_by or meeting.legal_last_day
        what = "the meeting's act-by day" if meeting.act_by else "the meeting's last legal day"
        reckoning = diary.reckon(rule, day, what) if day else meeting
    if coming and coming.invited_on and coming.invited_on <= diary.today:
        yield diary.held(rule, plan.matter, coming.invited_on, coming, reckoning)
    else:
        yield _due(rule, diary, plan, reckoning)


def reports(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The school's report, two weeks after the meeting: after the day held, else the day booked."""
    return for_each_plan(rule, diary, _report)


def _report(rule: DeadlineRule, diary: Diary, plan: Plan) -> Iterator[Due]:
    last, coming = plan.reviews.held[-1:], plan.reviews.coming
    for row in last:
        reckoning = diary.reckon(rule, row.held_on or plan.counted_from, "the day of the meeting")
        if row.report_sent_on:
            yield diary.held(rule, plan.matter, row.report_sent_on, row, reckoning)
        else:
            yield diary.due(rule, plan.matter, reckoning, row)
    if coming and coming.booked_for:
        reckoning = diary.reckon(rule, coming.booked_for, "the day booked")
        yield diary.due(rule, plan.matter, reckoning, coming)
    elif not last:
        place = Place("Reviews", heading="Booked for")
        wanted = diary.casebook.place(coming, "booked_for") if coming else place
        yield diary.needs_a_date(rule, plan.matter, wanted, coming)


EHCP_ANNUAL_REVIEW = DeadlineRule(
    slug="ehcp-annual-review",
    reference="EHCP-AR",
    name="Annual review of EHC plan",
    amount=12,
    unit="months",
    strength="hard",
    source="Children and Families Act 2014 s.44; SEND Code of Practice 9.169",
    nations=_ENGLAND,
    review="Annual review of EHC plan",
    uses=PLAN_COLUMNS,
    find=annual_reviews,
)

EHCP_MEETING = DeadlineRule(
    slug="ehcp-meeting",
    reference="EHCP-AR-M",
    name="EHC plan review meeting",
    amount=28,
    unit="calendar days",
    direction="before",
    strength="hard",
    source="Derived: the authority decides within 4 weeks of the meeting (SEND Regulations 2014 reg. 20)",
    nations=_ENGLAND,
    review="Annual review of EHC plan",
    uses=PLAN_COLUMNS,
    find=meetings,
)

SEND_RULES = (
    EHCP_ANNUAL_REVIEW,
    EHCP_MEETING,
    DeadlineRule(
        slug="ehcp-invitation",
        reference="EHCP-INV",
        name="EHC plan review invitation",
        amount=14,
        unit="calendar days",
        direction="before",
        strength="hard",
        source="Invitations and advice at least 2 weeks before the meeting (SEND Regulations 2014 reg. 20)",
        nations=_ENGLAND,
        review="Annual review of EHC plan",
        uses=(*PLAN_COLUMNS, ("Reviews", "Booked for"), ("Reviews", "Invited on")),
        find=invitations,
    ),
    DeadlineRule(
        slug="ehcp-report",
        reference="EHCP-RPT",
        name="EHC plan review report",
        amount=14,
        unit="calendar days",
        strength="hard",
        source="The school's report within 2 weeks of the meeting (SEND Regulations 2014 reg. 20)",
        nations=_ENGLAND,
        review="Annual review of EHC plan",
        uses=(*PLAN_COLUMNS, ("Reviews", "Booked for"), ("Reviews", "Report sent on")),
        find=reports,
    ),
    DeadlineRule(
        slug="idp-review",
        reference="IDP-REVIEW",
        name="Review of individual development plan",
        amount=12,
        unit="months",
        strength="hard",
        source="Additional Learning Needs and Education Tribunal (Wales) Act 2018 s.23(2)",
        nations=("Wales",),
        review="Annual review of EHC plan",
        uses=PLAN_COLUMNS,
        find=annual_reviews,
    ),
    DeadlineRule(
        slug="csp-review",
        reference="CSP-REVIEW",
        name="Review of co-ordinated support plan",
        amount=12,
        unit="months",
        strength="soft",
        source="No source read yet (reference 2.7)",
        check_locally=True,
        nations=("Scotland",),
        review="Annual review of EHC plan",
        uses=PLAN_COLUMNS,
        find=annual_reviews,
    ),
    DeadlineRule(
        slug="statement-review",
        reference="STATEMENT-REVIEW",
        name="Annual review of statement",
        amount=12,
        unit="months",
        strength="soft",
        source="No source read yet (reference 2.7)",
        check_locally=True,
        nations=("Northern Ireland",),
        review="Annual review of EHC plan",
        uses=PLAN_COLUMNS,
        find=annual_reviews,
    ),
)
