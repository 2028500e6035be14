"""When does a family get the school's report for a child protection conference? (reference 2.2)"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.deadlines.courses import Find
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.protection import conferences_of
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Pupil, Review
from mentor_xl.vocabulary import Nation, ReviewKind, Unit

_ENGLAND: tuple[Nation, ...] = ("England",)
_CONFERENCE: ReviewKind = "Child protection conference"


def conference_reports(*, is_initial: bool) -> Find:
    """The school's report, before the conference that is booked; done when *Report sent on* is filled."""

    def find(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
        for pupil_id in diary.pupil_ids_reviewed(_CONFERENCE):
            pupil = diary.pupil(pupil_id)
            coming = diary.reviews(pupil, _CONFERENCE).coming if pupil else None
            booked = coming.booked_for if coming else None
            if pupil is None or coming is None or booked is None or booked < diary.today:
                continue
            if _is_initial(diary, pupil) == is_initial:
                yield _report(rule, diary, Matter(pupil, coming, diary.mentor_of(pupil)), coming, booked)

    return find


def _report(rule: DeadlineRule, diary: Diary, matter: Matter, coming: Review, booked: dt.date) -> Due:
    reckoning = diary.reckon(rule, booked, "the day booked")
    if coming.report_sent_on is not None and coming.report_sent_on <= diary.today:
        return diary.held(rule, matter, coming.report_sent_on, reckoning=reckoning)
    return diary.due(rule, matter, reckoning)


def _is_initial(diary: Diary, pupil: Pupil) -> bool:
    """Whether the next conference is the first one since the latest strategy discussion."""
    discussed = diary.happened(pupil, "Strategy discussion").last_day
    held = conferences_of(diary, pupil)
    return not held or (discussed is not None and held[-1][0] < discussed)


def _report_rule(slug: str, name: str, amount: int, unit: Unit, *, is_initial: bool) -> DeadlineRule:
    return DeadlineRule(
        slug=slug,
        reference="CP-RPT",
        name=name,
        amount=amount,
        unit=unit,
        direction="before",
        strength="soft",
        check_locally=True,
        source="Local safeguarding procedures: shared with the family before the conference (reference 2.2)",
        nations=_ENGLAND,
        review=_CONFERENCE,
        uses=(("Reviews", "Booked for"), ("Reviews", "Report sent on")),
        find=conference_reports(is_initial=is_initial),
    )


CONFERENCE_REPORT_RULES = (
    _report_rule(
        "initial-conference-report", "Report for an initial conference", 2, "calendar days", is_initial=True
    ),
    _report_rule("conference-report", "Report for a review conference", 3, "working days", is_initial=False),
)
