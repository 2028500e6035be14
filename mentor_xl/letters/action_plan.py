"""The time-bound action plan: each target that is open, what helps, who does what, when it is looked at."""

from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import OPEN_STATUSES
from mentor_xl.dates import with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    has_own_letters,
    latest_case,
    next_review,
    reads_low_demand,
    reply_day,
    shared_parts,
    sound_review_day,
    to_family,
    to_pupil,
    to_teachers,
    who_signs,
)
from mentor_xl.letters.approaches import approach_in_words
from mentor_xl.letters.consent import HOW_OFTEN
from mentor_xl.letters.who_to_go_to import mentor_name, nothing_to_tell, staff_copy
from mentor_xl.records import Case, Target


class PlannedTarget(Context):
    """A target that is open."""

    target: str = Field(
        description="The target, in the pupil's words.",
        examples=["I will sit with someone at lunch on three days"],
    )
    baseline: str = Field(
        description="Where it began; empty where nothing is recorded.", examples=["On one day a week"]
    )
    how: str = Field(
        description="The approach, in words a family understands; empty where none is chosen.",
        examples=["a small circle of classmates who help"],
    )
    help_needed: str = Field(
        description="The help that the pupil needs from others.", examples=["A quiet table kept free"]
    )
    agreed_with: str = Field(description="Who agreed it.", examples=["Pupil, parent and form tutor"])
    set_on: str = Field(
        description="The day it was agreed; empty where none is certain.",
        examples=["Thursday 17 September 2026"],
    )
    review_by: str = Field(
        description="The day it is looked at again; empty where none is set, or it has come.",
        examples=["Monday 7 December 2026"],
    )
    is_time: bool = Field(
        description="Whether the day to look at it again has come already.", examples=[False]
    )


class ActionPlan(LetterContext):
    """What an action plan can print."""

    targets: tuple[PlannedTarget, ...] = Field(description="The targets that are open.")
    mentor: str = Field(description="The mentor's name; empty where none is known.", examples=["Mrs K Salt"])
    how_often: str = Field(
        description="How often mentor and pupil meet; empty where not known.", examples=["once a week"]
    )
    help_from_staff: tuple[str, ...] = Field(
        description="The help that is needed, each thing once.", examples=[("A quiet table kept free",)]
    )
    next_review: str = Field(
        description="The next meeting about the mentoring; empty where none is booked.",
        examples=["Monday 30 November 2026"],
    )
    low_demand: bool = Field(
        description="Whether the pupil's profile asks for invitational wording.", examples=[False]
    )


@letter(
    "Action plan",
    to=(Audience.PARENT, Audience.PUPIL, Audience.TEACHER),
    when="an open case has a target that is open",
    contexts=(ActionPlan,),
    uses=(("Targets", "Target"), ("Targets", "Status")),
    on_request=True,
)
def action_plan(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, one for the pupil and one for the staff, with every target that is open."""
    case = latest_case(file)
    targets = _open_targets(file, case) if case else ()
    if case is None or not targets:
        if file.is_asked_for:
            yield nothing_to_tell(file, _NOTHING, "no-open-target")
        return
    family = () if has_own_letters(file) else to_family(file)
    wanted = Wanted(
        row_key=case.case_id,
        to=(*family, to_pupil(file)),
        signs=who_signs(file, case.mentor),
        context=lambda envelope: _context(file, envelope, case, targets),
        drawn_from=(case, *targets),
    )
    yield wanted
    yield staff_copy(wanted, to_teachers(file))


_NOTHING = "No target of an open case is open, so there is no plan to tell of."


def _open_targets(file: PupilFile, case: Case) -> tuple[Target, ...]:
    """The open targets of a case that goes on, in the sheet's order."""
    if case.status not in OPEN_STATUSES:
        return ()
    targets = file.casebook.targets_of_case(case.case_id)
    return tuple(target for target in targets if target.status == "Open" and target.target)


def _context(
    file: PupilFile, envelope: Envelope, case: Case, targets: tuple[Target, ...]
) -> ActionPlan:
    is_for_home = envelope.to.audience is Audience.PARENT
    return ActionPlan.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_day(file) if is_for_home else None),
            "targets": tuple(_planned(file, target) for target in targets),
            "mentor": mentor_name(file, case),
            "how_often": HOW_OFTEN.get(case.frequency or "", "").lower(),
            "help_from_staff": _each_once(target.help_needed for target in targets),
            "next_review": next_review(file),
            "low_demand": reads_low_demand(file),
        }
    )


def _planned(file: PupilFile, target: Target) -> PlannedTarget:
    has_day = target.set_on is not None and target.set_on <= file.today and file.is_sound(target, "set_on")
    day = sound_review_day(file, target)
    is_to_come = day is not None and day >= file.today
    return PlannedTarget(
        target=(target.target or "").rstrip("."),
        baseline=target.baseline or "",
        how=approach_in_words(target.strategy),
        help_needed=target.help_needed or "",
        agreed_with=target.agreed_with or "",
        set_on=with_weekday(target.set_on) if target.set_on and has_day else "",
        review_by=with_weekday(day) if day and is_to_come else "",
        is_time=day is not None and not is_to_come,
    )


def _each_once(notes: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.strip().rstrip(".") for note in notes if note))
