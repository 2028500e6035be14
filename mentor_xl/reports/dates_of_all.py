"""Which dates of the whole caseload are late or due soon, and which open cases have no next review?"""

from collections.abc import Iterator, Sequence

from pydantic import Field

from mentor_xl.audience import Audience, Group
from mentor_xl.dates import short
from mentor_xl.deadlines import RULES, Due
from mentor_xl.documents import CaseloadFile, Context
from mentor_xl.problems import quoted_id
from mentor_xl.pupil_view import PupilView
from mentor_xl.records import Case, Pupil, columns_of


class DueLine(Context):
    """Something that is late or due soon."""

    pupil: str = Field(description="The pupil.", examples=["Tolu Adeyemi"])
    what: str = Field(description="What has to be done.", examples=["Mentoring review"])
    when: str = Field(description="By which day.", examples=["Fri 6 Nov 2026"])
    state: str = Field(description="The state in words.", examples=["overdue"])
    mentor: str = Field(description="Whose list it is on.", examples=["KSA"])


class OpenLine(Context):
    """An open case that has no next review."""

    pupil: str = Field(description="The pupil.", examples=["Tolu Adeyemi"])
    case: str = Field(description="The case.", examples=["C1"])
    mentor: str = Field(description="The mentor’s code.", examples=["KSA"])
    why: str = Field(description="What is missing.", examples=["Started on is blank."])


CARE = "Ask the safeguarding lead"
"""What a leader reads in place of a date that tells of social care (reference 6.2: a flag, no more)."""
_CARE_COLUMNS = {("Pupils", column.heading) for column in columns_of(Pupil) if column.group is Group.CARE}
_CARE_REVIEWS = frozenset({"Child protection conference", "Early help review"})
_OF_CARE = frozenset(
    rule.slug
    for rule in RULES
    if rule.slug == "social-care-chase" or rule.review in _CARE_REVIEWS or _CARE_COLUMNS & set(rule.uses)
)


def due_lines(file: CaseloadFile, states: Sequence[str]) -> Iterator[DueLine]:
    """The dates in these states, the most urgent first; not those of an ID that stands on two rows."""
    for due in file.dues:
        pupil = file.casebook.pupil(due.ref)
        if due.state in states and pupil is not None:
            day = due.last_day or due.act_by
            yield DueLine(
                pupil=name_for_leader(file, pupil),
                what=CARE if is_of_care(due) else due.name,
                when=short(day) if day else "–",
                state=due.state,
                mentor=due.mentor or "",
            )


def is_of_care(due: Due) -> bool:
    """Whether the very name of a date tells that social care is at work."""
    return due.rule in _OF_CARE


def name_for_leader(file: CaseloadFile, pupil: Pupil) -> str:
    """A pupil's name and form, as far as the matrix lets a leader be told."""
    view = PupilView(pupil, Audience.LEADER, file.today, file.calendar.nation)
    return f"{view.full_name}, {view.form}" if view.form else view.full_name


def without_review(file: CaseloadFile, cases: Sequence[Case]) -> Iterator[OpenLine]:
    """Active cases for which no next mentoring review is known."""
    coming = {d.about.key: d for d in file.dues if d.rule == "mentoring-review" and d.state != "held"}
    for case in cases:
        due = coming.get(case.case_id)
        if case.status == "Active" and (due is None or due.act_by is None):
            pupil = file.casebook.pupil(case.pupil_id)
            yield OpenLine(
                pupil=name_for_leader(file, pupil) if pupil else f"Pupil {quoted_id(case.pupil_id)}",
                case=case.case_id,
                mentor=case.mentor or "",
                why=_what_is_missing(due) if pupil else "Nobody can say who this pupil is.",
            )


def _what_is_missing(due: Due | None) -> str:
    if due is None:
        return "No review before the planned end."
    if due.state == "needs calendar":
        return "The Calendar sheet does not reach that far."
    wanted = due.wanted
    return f"Fill in or put right {wanted}." if wanted else "A date is missing."
