"""The plan of a return to school: small steps, a part-time timetable with its end, who to go to.

It is told to the family, to the pupil and to those who teach. It speaks of coming back, never of why a
pupil was away.
"""

import datetime as dt
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import in_words, with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    has_own_letters,
    latest_case,
    next_review,
    reads_low_demand,
    reply_day,
    shared_parts,
    to_family,
    to_pupil,
    to_teachers,
    who_signs,
)
from mentor_xl.letters.return_steps import StepLine, day_to_come, step_line, steps_of, was_tried
from mentor_xl.letters.who_to_go_to import PersonToGoTo, nothing_to_tell, people_to_go_to, staff_copy
from mentor_xl.records import Event, Step
from mentor_xl.vocabulary import ReviewKind

LATELY = dt.timedelta(days=30)
"""How long after time away a plan of the return is made unless a pupil is named."""
LONG_AGO = dt.timedelta(days=90)
"""After this a return is over, and nobody is reminded of it."""
_LOOKED_AT_IN: tuple[ReviewKind, ...] = (
    "Part-time timetable review",
    "Reintegration meeting",
    "Mentoring review",
)
"""The meetings that look at such a plan, the one that is about it first."""


class PlanOfReturn(Context):
    """How the pupil comes back."""

    steps: tuple[StepLine, ...] = Field(description="Every step, in order.")
    next_step: str = Field(
        description="The first step that is still to come; empty where none is.",
        examples=["Art lesson with my mentor beside me"],
    )
    next_step_on: str = Field(
        description="The day of the next step; empty where none is set.",
        examples=["Wednesday 25 November 2026"],
    )
    part_time_until: str = Field(
        description="The last day of a part-time timetable; empty where there is none.",
        examples=["Thursday 10 December 2026"],
    )
    back_on: str = Field(
        description="The first day back after time away; empty where no day is known.",
        examples=["Thursday 22 October 2026"],
    )
    is_back: bool = Field(description="Whether that day has come.", examples=[True])
    review: str = Field(
        description="The day of the meeting that looks at the plan; empty where none is booked.",
        examples=["Tuesday 1 December 2026"],
    )


class ReintegrationPlan(LetterContext):
    """What the plan of a return can print."""

    plan: PlanOfReturn = Field(description="The plan.")
    people: tuple[PersonToGoTo, ...] = Field(description="Who the pupil can go to.")
    signers: tuple[str, ...] = Field(
        description="Those addressed who have parental responsibility, and so may agree to the plan.",
        examples=[("Mrs Ada Aske",)],
    )
    low_demand: bool = Field(
        description="Whether the pupil's profile asks for invitational wording.", examples=[False]
    )


@letter(
    "Plan of a return to school",
    to=(Audience.PARENT, Audience.PUPIL, Audience.TEACHER),
    when="a step is still to come, a timetable is part-time, or a pupil comes back these weeks",
    contexts=(ReintegrationPlan,),
    uses=(("Steps", "What"), ("Pupils", "Part-time timetable"), ("Pupils", "Part-time timetable ends")),
    on_request=True,
)
def reintegration_plan(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, one for the pupil and one for the staff."""
    steps, away = steps_of(file), _last_away(file)
    if not _has_come(file, steps, away):
        if file.is_asked_for:
            yield nothing_to_tell(file, _NOTHING, "no-plan-of-return")
        return
    case = latest_case(file)
    family = () if has_own_letters(file) else to_family(file)
    wanted = Wanted(
        row_key=file.pupil.pupil_id,
        to=(*family, to_pupil(file)),
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _context(file, envelope, steps, away),
        drawn_from=tuple(filter(None, (case, away, *steps))),
        refusal=_refusal(file),
    )
    yield wanted
    yield staff_copy(wanted, to_teachers(file))


_NOTHING = "There are no steps, no part-time timetable and no first day back to tell of."


def _has_come(file: PupilFile, steps: tuple[Step, ...], away: Event | None) -> bool:
    if file.is_asked_for:
        return bool(steps or away or file.pupil.part_time_timetable)
    is_back_lately = away is not None and _ends(away) + LATELY >= file.today
    is_under_way = any(not was_tried(file, step) for step in steps)
    return is_under_way or is_back_lately or bool(file.pupil.part_time_timetable)


def _last_away(file: PupilFile) -> Event | None:
    """The latest suspension whose last day is certain: the day back is counted from it."""
    rows = [
        event
        for event in file.casebook.events
        if event.pupil_id == file.pupil.pupil_id and event.event == "Suspension" and event.ends_on
    ]
    since = file.today - LONG_AGO
    sound = [event for event in rows if _ends(event) >= since and file.is_sound(event, "ends_on")]
    return max(sound, key=_ends, default=None)


def _ends(event: Event) -> dt.date:
    return event.ends_on or dt.date.min


# -- what stands in the way ------------------------------------------------------------------------


def _refusal(file: PupilFile) -> Refusal | None:
    """A part-time timetable is for a short time with an end that is told (reference 2.3, PTT-END)."""
    if not file.pupil.part_time_timetable:
        return None
    ends = _part_time_ends(file)
    if ends is None:
        why = "The part-time timetable has no end, and a plan has to name one."
        return Refusal(why, "part-time-without-end")
    if ends < file.today:
        why = f"The part-time timetable was to end on {in_words(ends)}: agree first what comes now."
        return Refusal(why, "part-time-past-its-end")
    return None


def _part_time_ends(file: PupilFile) -> dt.date | None:
    """*Part-time timetable ends*, else the last day that the latest event of its start names."""
    ends = file.pupil.part_time_timetable_ends
    if ends is not None and file.is_sound(file.pupil, "part_time_timetable_ends"):
        return ends
    started = [
        event.ends_on
        for event in file.casebook.events
        if event.pupil_id == file.pupil.pupil_id
        and event.event == "Part-time timetable started"
        and event.ends_on
        and file.is_sound(event, "ends_on")
    ]
    return max(started, default=None)


# -- what it tells ---------------------------------------------------------------------------------


def _context(
    file: PupilFile, envelope: Envelope, steps: tuple[Step, ...], away: Event | None
) -> ReintegrationPlan:
    is_for_home = envelope.to.audience is Audience.PARENT
    reply_by = reply_day(file) if is_for_home else None
    return ReintegrationPlan.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_by),
            "plan": _plan(file, steps, away),
            "people": people_to_go_to(file, latest_case(file)),
            "signers": envelope.to.signers,
            "low_demand": reads_low_demand(file),
        }
    )


def _plan(file: PupilFile, steps: tuple[Step, ...], away: Event | None) -> PlanOfReturn:
    to_come = next((step for step in steps if not was_tried(file, step)), None)
    ends = _part_time_ends(file) if file.pupil.part_time_timetable else None
    back_on = file.calendar.next_school_day(_ends(away)) if away else None
    reviews = (next_review(file, kind) for kind in _LOOKED_AT_IN)
    return PlanOfReturn(
        steps=tuple(step_line(file, step) for step in steps),
        next_step=(to_come.what or "") if to_come else "",
        next_step_on=day_to_come(file, to_come) if to_come else "",
        part_time_until=with_weekday(ends) if ends else "",
        back_on=with_weekday(back_on) if back_on else "",
        is_back=back_on is not None and back_on <= file.today,
        review=next(filter(None, reviews), ""),
    )
