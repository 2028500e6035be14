"""Which reviews of a plan does a pupil's age or year call for: under five, before moving on?"""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from mentor_xl.deadlines.courses import Find
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.deadlines.send import PLAN_COLUMNS, Plan, for_each_plan, has_plan
from mentor_xl.records import Pupil
from mentor_xl.school_calendar.year_groups import school_year, year_number
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)
_YEAR = re.compile(r"(?:year|yr|y)?\s*0?(\d{1,2})", re.IGNORECASE)


def reviews_under_five(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """Another look some months after the last one, until the fifth birthday, beside the annual review."""

    def is_under_five(pupil: Pupil) -> bool:
        fifth = _birthday(pupil, 5)
        return fifth is not None and diary.today < fifth

    return for_each_plan(rule, diary, _before_the_fifth_birthday, is_under_five)


def _before_the_fifth_birthday(rule: DeadlineRule, diary: Diary, plan: Plan) -> Iterator[Due]:
    fifth = _birthday(plan.matter.pupil, 5)
    reckoning = diary.reckon(rule, plan.counted_from)
    if fifth is not None and (reckoning.reached or diary.today) < fifth:
        # The row that is booked is the annual review's, whose own day is a later one.
        yield diary.due(rule, plan.matter, reckoning)


def _birthday(pupil: Pupil, age: int) -> dt.date | None:
    born = pupil.date_of_birth
    if born is None or born.year > dt.MAXYEAR - age:
        return None
    is_leap_day = (born.month, born.day) == (2, 29)
    return dt.date(born.year + age, 3, 1) if is_leap_day else born.replace(year=born.year + age)


# -- moving on -----------------------------------------------------------------------------------------


def before_moving_on(is_moving_on: Callable[[Diary, int], bool], month: int, day: int) -> Find:
    """The plan is reviewed and changed before a fixed day of the year in which a pupil moves on.

    Shown from September; done by an annual review held since then.
    """

    def find(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
        began = dt.date(school_year(diary.today), 9, 1)
        for pupil in diary.pupils_who(has_plan):
            year = year_of(pupil, diary.today)
            if year is not None and is_moving_on(diary, year):
                yield _moving_on(rule, diary, pupil, began, dt.date(began.year + 1, month, day))

    return find


def _moving_on(rule: DeadlineRule, diary: Diary, pupil: Pupil, began: dt.date, last: dt.date) -> Due:
    matter = Matter(pupil, pupil, diary.mentor_of(pupil))
    reviews = diary.reviews(pupil, rule.review)
    held = reviews.held_from(began)
    what = "The pupil moves on this school year, and the last day for the review"
    reckoning = diary.reckon_on(rule, last, what, began)
    if held:
        return diary.held(rule, matter, held[-1].held_on, held[-1], reckoning)
    wanted = diary.unreadable(rule, *reviews.rows)
    if wanted:
        return diary.needs_a_date(rule, matter, wanted, reviews.coming)
    return diary.due(rule, matter, reckoning, reviews.coming)


def _leaves_primary(diary: Diary, year: int) -> bool:
    return year == 6 and diary.casebook.settings.phase == "Primary"


def _leaves_compulsory_school(diary: Diary, year: int) -> bool:  # noqa: ARG001
    return year == 11


def year_of(pupil: Pupil, today: dt.date) -> int | None:
    """The year group as typed, else by the date of birth (reference 3.3); ``None`` below Year 1."""
    typed = _YEAR.fullmatch((pupil.year_group or "").strip())
    if typed:
        return int(typed[1])
    if pupil.date_of_birth is None or pupil.year_group:
        return None
    year = year_number(pupil.date_of_birth, today)
    return year if year >= 1 else None


_MOVES_ON = (("Pupils", "Year group"), ("Pupils", "Date of birth"), ("Reviews", "Held on"))

PLAN_STAGE_RULES = (
    DeadlineRule(
        slug="ehcp-under-five",
        reference="EHCP-U5",
        name="Review of a plan under five",
        amount=3,
        unit="months",
        strength="soft",
        source="SEND Code of Practice 9.178: to be considered every 3 to 6 months",
        nations=_ENGLAND,
        check_locally=True,
        review="Annual review of EHC plan",
        uses=(*PLAN_COLUMNS, ("Pupils", "Date of birth")),
        find=reviews_under_five,
    ),
    DeadlineRule(
        slug="phase-transfer",
        reference="EHCP-PT15",
        name="EHC plan before secondary school",
        unit="fixed date",
        strength="hard",
        source="SEND Regulations 2014 reg. 18(1)(b): reviewed and amended before 15 February",
        nations=_ENGLAND,
        review="Annual review of EHC plan",
        uses=_MOVES_ON,
        find=before_moving_on(_leaves_primary, 2, 14),
    ),
    DeadlineRule(
        slug="phase-transfer-post-16",
        reference="EHCP-PT31",
        name="EHC plan before post-16",
        unit="fixed date",
        strength="hard",
        source="SEND Regulations 2014 reg. 18(1)(a): reviewed and amended before 31 March",
        nations=_ENGLAND,
        review="Annual review of EHC plan",
        uses=_MOVES_ON,
        find=before_moving_on(_leaves_compulsory_school, 3, 30),
    ),
)
