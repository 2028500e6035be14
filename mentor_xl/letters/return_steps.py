"""How is each step of a return told: its day if it is still to come, how it went if it was tried?"""

import datetime as dt

from pydantic import Field

from mentor_xl.dates import in_words, with_weekday
from mentor_xl.documents import Context, PupilFile
from mentor_xl.records import Step

_TRIED = frozenset({"Managed", "Partly", "Stepped back"})


class StepLine(Context):
    """One step of the return."""

    number: str = Field(description="The number of the step; empty where none is typed.", examples=["2"])
    what: str = Field(
        description="What the pupil will try, in words they agree with.",
        examples=["Art lesson with my mentor beside me"],
    )
    planned_for: str = Field(
        description="The day of a step that is still to come; empty where no day to come is set.",
        examples=["Wednesday 25 November 2026"],
    )
    went: str = Field(
        description="How a step went that was tried; empty for one that is to come.",
        examples=["Managed on 15 October 2026"],
    )


def steps_of(file: PupilFile) -> tuple[Step, ...]:
    """The pupil's ladder, the first step first; rows without a number last, in the sheet's order."""
    own = [step for step in file.casebook.steps if step.pupil_id == file.pupil.pupil_id]
    return tuple(sorted(own, key=lambda step: (step.step is None, step.step or 0, step.row_number)))


def step_line(file: PupilFile, step: Step) -> StepLine:
    """A step as a table shows it."""
    return StepLine(
        number=str(step.step) if step.step else "",
        what=step.what or "",
        planned_for="" if was_tried(file, step) else day_to_come(file, step),
        went=_went(file, step) if was_tried(file, step) else "",
    )


def was_tried(file: PupilFile, step: Step) -> bool:
    """Whether a step was tried: its outcome says so, or, without one, a day that has come."""
    return step.outcome in _TRIED or (step.outcome is None and _done_on(file, step) is not None)


def _done_on(file: PupilFile, step: Step) -> dt.date | None:
    is_certain = step.done_on and step.done_on <= file.today and file.is_sound(step, "done_on")
    return step.done_on if is_certain else None


def day_to_come(file: PupilFile, step: Step) -> str:
    """A day that has passed is not told: nobody is reminded of a day that did not work out."""
    day = step.planned_for
    is_to_come = day is not None and day >= file.today and file.is_sound(step, "planned_for")
    return with_weekday(day) if day and is_to_come else ""


_WENT = {"Managed": "Managed", "Partly": "Partly there", "Stepped back": "Stepped back"}


def _went(file: PupilFile, step: Step) -> str:
    """How a step went; to step back is a normal part of a return (workbook, *Steps*)."""
    day = _done_on(file, step)
    words = _WENT.get(step.outcome or "", "Done")
    return f"{words} on {in_words(day)}" if day else words
