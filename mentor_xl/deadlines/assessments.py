"""By when has the authority to decide on a plan: after a request to assess, and after an annual review?

These clocks are the authority's: a school can only ask. Nothing moves them, a summer of closed schools
neither (reference 2.1). No sheet holds its answers, so that a day is let go some weeks after it.
"""

import datetime as dt
from collections.abc import Callable, Iterator

from mentor_xl.deadlines.courses import Course, since
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Pupil
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)
_REQUESTED = (("Events", "Date"), ("Pupils", "EHCP issued"))


def issued_since(diary: Diary, pupil: Pupil, day: dt.date) -> dt.date | None:
    """The first day on or after ``day`` on which a plan of the pupil's was issued."""
    noted = (pupil.ehcp_issued, diary.happened(pupil, "EHC plan issued").since(day))
    return min((one for one in noted if one is not None and day <= one <= diary.today), default=None)


def _until_a_draft(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """Until a draft plan has come: then the authority has decided."""
    pupil = course.matter.pupil
    drafted = diary.happened(pupil, "EHC draft plan received").since(course.began)
    if drafted is None and issued_since(diary, pupil, course.began) is None:
        yield from _asked_for(rule, diary, course.matter, course.began)


def _until_issued(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    issued = issued_since(diary, course.matter.pupil, course.began)
    if issued is not None:
        yield diary.held(rule, course.matter, issued, reckoning=diary.reckon(rule, course.began))
    else:
        yield from _asked_for(rule, diary, course.matter, course.began)


def _asked_for(rule: DeadlineRule, diary: Diary, matter: Matter, began: dt.date) -> Iterator[Due]:
    reckoning = diary.reckon(rule, began)
    if not diary.is_let_go(reckoning):
        yield diary.due(rule, matter, reckoning)


def _time_to_comment(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """The family's time for comments, which nobody may cut short; shown until it is over."""
    reckoning = diary.reckon(rule, course.began)
    is_over = reckoning.reached is None or diary.today > reckoning.reached
    if not is_over and issued_since(diary, course.matter.pupil, course.began) is None:
        yield diary.due(rule, course.matter, reckoning)


def decisions_after_reviews(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """To keep, change or end the plan: counted from the last annual review held."""
    for pupil in diary.pupils():
        reviews = diary.reviews(pupil, rule.review)
        day = reviews.held[-1].held_on if reviews.held else None
        if day is None or pupil.sen_status in ("N", "K") or diary.unreadable(rule, *reviews.rows):
            continue
        matter = Matter(pupil, reviews.held[-1], diary.mentor_of(pupil))
        if issued_since(diary, pupil, day) is None:
            yield from _asked_for(rule, diary, matter, day)


def _clock(  # noqa: PLR0917  a row of a table
    slug: str,
    reference: str,
    name: str,
    weeks: int,
    source: str,
    find: Callable[[DeadlineRule, Diary], Iterator[Due]],
) -> DeadlineRule:
    return DeadlineRule(
        slug=slug,
        reference=reference,
        name=name,
        amount=weeks,
        unit="weeks",
        strength="hard",
        source=source,
        nations=_ENGLAND,
        is_authority_clock=True,
        uses=_REQUESTED,
        find=find,
    )


ASSESSMENT_RULES = (
    _clock(
        "assessment-decision",
        "NA-6",
        "Decision whether to assess for an EHC plan",
        6,
        "SEND Regulations 2014 reg. 5(1): within 6 weeks of the request",
        since("EHC needs assessment requested", _until_a_draft),
    ),
    _clock(
        "plan-decision",
        "NA-16",
        "Decision whether to issue an EHC plan",
        16,
        "SEND Regulations 2014: a decision not to issue within 16 weeks of the request (reference 2.1)",
        since("EHC needs assessment requested", _until_a_draft),
    ),
    _clock(
        "plan-issued",
        "NA-20",
        "EHC plan issued",
        20,
        "SEND Regulations 2014: the final plan within 20 weeks of the request (reference 2.1)",
        since("EHC needs assessment requested", _until_issued),
    ),
    DeadlineRule(
        slug="draft-plan-comments",
        reference="NA-DRAFT",
        name="Time for comments on a draft EHC plan",
        amount=15,
        unit="calendar days",
        strength="soft",
        source="SEND Regulations 2014: the family has at least 15 days to comment (reference 2.1)",
        nations=_ENGLAND,
        is_authority_clock=True,
        is_not_before=True,
        uses=_REQUESTED,
        find=since("EHC draft plan received", _time_to_comment),
    ),
    DeadlineRule(
        slug="ehcp-decision",
        reference="EHCP-DEC",
        name="Decision after an annual review",
        amount=4,
        unit="weeks",
        strength="hard",
        source="The authority's decision within 4 weeks of the meeting (SEND Regulations 2014 reg. 20)",
        nations=_ENGLAND,
        is_authority_clock=True,
        review="Annual review of EHC plan",
        uses=(("Reviews", "Held on"), ("Pupils", "EHCP issued")),
        find=decisions_after_reviews,
    ),
)
