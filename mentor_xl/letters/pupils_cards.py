"""Cards and sheets for a pupil's hand: time out, small steps, things to do, how I am today.

Nothing that a mentor noted at a session stands on them.
"""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import MONTHS
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import to_pupil, who_signs
from mentor_xl.letters.pupils_page import PupilsPage, nothing_to_print, page_case, page_parts
from mentor_xl.records import Case, Step

_APPROACH = "Time-out card"


class LadderStep(Context):
    """One step of the ladder."""

    number: str = Field(description="Its number: 1 is the first and smallest.", examples=["2"])
    what: str = Field(description="What the pupil tries.", examples=["Art lesson with my mentor beside me"])
    state: str = Field(description="How far it is, in a word or two.", examples=["done"])
    is_done: bool = Field(description="Whether it was managed.", examples=[True])
    day: str = Field(
        description="The day it is planned for, while it is to come.", examples=["25 November"]
    )


class LadderPage(PupilsPage):
    """What the ladder can print."""

    steps: tuple[LadderStep, ...] = Field(description="The steps, the last one first.")


class ToDoPage(PupilsPage):
    """What the to-do list can print."""

    targets: tuple[str, ...] = Field(
        description="What the pupil is working on, in their words.", examples=[("Finish one piece of work",)]
    )


_OPEN_CASE = "the pupil has an open case"


@letter(
    "Time-out card",
    to=(Audience.PUPIL,),
    when=f"the pupil has an open case, and {_APPROACH} is a strategy of theirs",
    contexts=(PupilsPage,),
    on_request=True,
)
def time_out_card(file: PupilFile) -> Iterator[Wanted]:
    """Cards to cut out: what the pupil does, and on the back what the adult knows."""
    case = page_case(file)
    if file.is_asked_for or (case and _has_time_out(file, case)):
        yield _wanted(file, case, PupilsPage)


def _has_time_out(file: PupilFile, case: Case) -> bool:
    pupil_id, book = file.pupil.pupil_id, file.casebook
    return (
        any(target.strategy == _APPROACH for target in book.targets_of_case(case.case_id))
        or any(session.approach == _APPROACH for session in book.sessions_of(pupil_id))
        or any(one.pupil_id == pupil_id and one.strategy == _APPROACH for one in book.barriers)
    )


@letter(
    "Ladder of small steps",
    to=(Audience.PUPIL,),
    when="the pupil has an open case, and steps on the Steps sheet",
    contexts=(LadderPage,),
    uses=(("Steps", "Step"), ("Steps", "What")),
    on_request=True,
)
def step_ladder_card(file: PupilFile) -> Iterator[Wanted]:
    """The pupil's steps as a ladder, those that were managed ticked."""
    case = page_case(file)
    if case is None and not file.is_asked_for:
        return
    rows = [row for row in file.casebook.steps if row.pupil_id == file.pupil.pupil_id]
    steps = sorted((row for row in rows if row.what and row.step), key=lambda row: -(row.step or 0))
    if steps or any({"what", "step"} & row.unread for row in rows):
        lines = tuple(_step(file, step) for step in steps)
        yield _wanted(file, case, LadderPage, rows=tuple(rows), steps=lines)
    else:
        none = Refusal("The Steps sheet has no step of this pupil.", "no-steps")
        yield from nothing_to_print(file, (to_pupil(file),), none)


_STATES = {
    "Managed": "done",
    "Partly": "part of the way",
    "Stepped back": "we chose a smaller step",
    "Not tried": "another day",
}
"""What a pupil reads of how a step went: going back is part of the way, and never counts against anybody."""


def _step(file: PupilFile, step: Step) -> LadderStep:
    was_tried = step.done_on is not None and file.is_sound(step, "done_on")
    is_to_come = not was_tried and step.outcome is None
    has_day = is_to_come and step.planned_for and file.is_sound(step, "planned_for")
    return LadderStep(
        number=str(step.step),
        what=step.what or "",
        state=_STATES.get(step.outcome or "", "tried" if was_tried else ""),
        is_done=step.outcome == "Managed",
        day=_day(step.planned_for) if has_day and step.planned_for else "",
    )


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


@letter(
    "To-do list",
    to=(Audience.PUPIL,),
    when=_OPEN_CASE,
    contexts=(ToDoPage,),
    on_request=True,
)
def to_do_list(file: PupilFile) -> Iterator[Wanted]:
    """What the pupil is working on, and lines to fill."""
    case = page_case(file)
    if case or file.is_asked_for:
        rows = file.casebook.targets_of_case(case.case_id) if case else ()
        words = tuple(row.target for row in rows if row.status == "Open" and row.target)
        yield _wanted(file, case, ToDoPage, targets=words)


@letter(
    "How I am today",
    to=(Audience.PUPIL,),
    when=_OPEN_CASE,
    contexts=(PupilsPage,),
    on_request=True,
)
def emotion_check_in(file: PupilFile) -> Iterator[Wanted]:
    """A sheet to circle on: energy in and out, and words for feelings."""
    case = page_case(file)
    if case or file.is_asked_for:
        yield _wanted(file, case, PupilsPage)


def _wanted(
    file: PupilFile,
    case: Case | None,
    page: type[PupilsPage],
    rows: tuple[Step, ...] = (),
    **fields: object,
) -> Wanted:
    def context(envelope: Envelope) -> PupilsPage:
        return page.model_validate({**page_parts(file, envelope, case), **fields})

    return Wanted(
        row_key=case.case_id if case else file.pupil.pupil_id,
        to=(to_pupil(file),),
        signs=who_signs(file, case.mentor if case else None),
        context=context,
        drawn_from=(*((case,) if case else ()), *rows),
    )
