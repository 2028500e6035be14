"""A caseload that looks real and belongs to nobody: for trying Mentor XL out, and for measuring it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import Due, due_dates
from mentor_xl.records import Record
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.workbook.blank import EVERYTHING, make_caseload, sheets_shown
from mentor_xl.workbook.our_sheets import calculated
from mentor_xl.workbook.sample.cases import write_plan, write_referral, write_sessions
from mentor_xl.workbook.sample.draft import Draft, Story
from mentor_xl.workbook.sample.meetings import write_meetings
from mentor_xl.workbook.sample.numbers import write_numbers
from mentor_xl.workbook.sample.outside import write_agency_referrals
from mentor_xl.workbook.sample.peers import write_group, write_peers
from mentor_xl.workbook.sample.pupils import make_story
from mentor_xl.workbook.sample.roles import ROLES
from mentor_xl.workbook.sample.school import (
    SETTINGS,
    make_agencies,
    make_policies,
    make_staff,
    make_training,
    mentors_of,
)
from mentor_xl.workbook.sample.school_year import calendar_of, school_years
from mentor_xl.workbook.sample.slips import plant_slips
from mentor_xl.workbook.scales import SHIPPED_SCALES

R = TypeVar("R", bound=Record)

_REMARK = "An example. The school and every child and adult in it are made up."

__all__ = ["make_sample", "sample_casebook"]


def make_sample(*, pupils: int, seed: int, today: dt.date) -> bytes:
    """A caseload workbook of made-up pupils as an .xlsx file; the same arguments give the same bytes."""
    casebook, calendar = _written(pupils, seed, today)
    dues = due_dates(casebook, calendar, today)
    everything = sheets_shown([EVERYTHING])
    return make_caseload(_with_calculated(casebook, dues), shown=everything, dues=dues, remark=_REMARK)


def sample_casebook(*, pupils: int, seed: int, today: dt.date) -> Casebook:
    """The same caseload as records."""
    return _written(pupils, seed, today)[0]


def _with_calculated(casebook: Casebook, dues: Iterable[Due]) -> Casebook:
    """The casebook with its grey columns filled, as the ribbon would."""
    filled = calculated(dues)

    def fill(title: str, records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(one.model_copy(update=filled.get((title, one.row_number))) for one in records)

    return replace(
        casebook,
        cases=fill("Cases", casebook.cases),
        reviews=fill("Reviews", casebook.reviews),
        agency_referrals=fill("Agency referrals", casebook.agency_referrals),
    )


def _written(pupils: int, seed: int, today: dt.date) -> tuple[Casebook, SchoolCalendar]:
    chance = Random(seed)  # noqa: S311  made-up people need no secrets
    periods = school_years(today)
    draft = Draft(today, chance, calendar_of(periods), SETTINGS)
    staff = make_staff(chance, pupils)
    draft.add(*periods, *staff, *make_agencies(today), *SHIPPED_SCALES)
    draft.add(*make_policies(today), *make_training(staff, today))
    mentors = mentors_of(staff)
    for first in range(0, pupils, len(ROLES)):
        _write_thirty(draft, range(first, min(pupils, first + len(ROLES))), mentors)
    return draft.casebook(), draft.calendar


def _write_thirty(draft: Draft, numbers: range, mentors: tuple[str, ...]) -> None:
    """Play every part once."""
    stories: list[Story] = []
    for role, number in zip(ROLES, numbers, strict=False):
        sibling = stories[0] if role.has("sibling of the first") else None
        story = make_story(draft, role, number, sibling)
        story.mentor = mentors[number % len(mentors)]
        _write_story(draft, story)
        stories.append(story)
    write_group(draft, stories, numbers.start // len(ROLES))
    write_peers(draft, stories)
    draft.add(*(story.pupil for story in stories))


def _write_story(draft: Draft, story: Story) -> None:
    if story.role.barrier:
        write_referral(draft, story)
    if story.case_id:
        write_plan(draft, story)
        write_sessions(draft, story)
        write_numbers(draft, story)
    write_meetings(draft, story)
    write_agency_referrals(draft, story)
    plant_slips(draft, story)
