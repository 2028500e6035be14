"""What is counted and scored: measures, attendance, behaviour, steps of a return, rewards."""

import datetime as dt
from random import Random

from mentor_xl.records import AttendanceRow, BehaviourRow, Measure, RewardGiven, Step
from mentor_xl.school_calendar import SchoolPeriod
from mentor_xl.vocabulary import Informant, MeasurePhase, Reward
from mentor_xl.workbook.sample import words
from mentor_xl.workbook.sample.draft import Draft, Story

_MIDDLE_AFTER = 30
"""School days after the start."""
_LADDER = (
    ("Walk to the gate with my mentor", "Managed", "The reception desk"),
    ("Sit in reception for ten minutes", "Managed", "The mentor room"),
    ("One hour in the mentor room", "Stepped back", "Half an hour, then longer"),
    ("Half an hour in the mentor room, then the garden", "Managed", "Art, with my mentor beside me"),
    ("Art lesson with my mentor beside me", None, None),
    ("Art lesson on my own", None, None),
)


def write_numbers(draft: Draft, story: Story) -> None:
    """Everything that is counted of a pupil on the caseload."""
    _write_measures(draft, story)
    _write_counts(draft, story)
    if story.role.has("steps"):
        _write_steps(draft, story)
    if draft.chance.random() < 0.5:
        _write_reward(draft, story)


# -- measures ----------------------------------------------------------------------------------------


def _write_measures(draft: Draft, story: Story) -> None:
    """At the start, and again on the way or at the end, by the same people."""
    started = story.started_on
    entry, middle = draft.school_day(3, started), draft.school_day(_MIDDLE_AFTER, started)
    takings: list[tuple[dt.date, MeasurePhase]] = [(entry, "Entry")]
    if story.closed_on:
        takings.append((draft.school_day(-1, story.closed_on), "Exit"))
    elif middle <= draft.today:
        takings.append((middle, "Middle"))
    begun_at = {"SDQ total difficulties": draft.chance.randrange(13, 24), "Scaling question, 1 to 10": 3}
    informants: dict[str, Informant] = {
        "SDQ total difficulties": "Teacher",
        "Scaling question, 1 to 10": "Pupil",
    }
    for name, first in begun_at.items():
        for place, (day, phase) in enumerate(takings):
            score = first + place * _change(draft.chance, name)
            draft.add(
                Measure(
                    pupil_id=story.pupil_id,
                    measure=name,
                    informant=informants[name],
                    taken_on=day,
                    phase=phase,
                    score=float(score),
                )
            )


def _change(chance: Random, name: str) -> int:
    """Most things get better, some stay, a few get harder."""
    if name.startswith("SDQ"):
        return chance.choice((-7, -5, -4, -3, -2, 0, 1))
    return chance.choice((-1, 0, 1, 2, 3, 4))


# -- attendance and behaviour --------------------------------------------------------------------------


def _write_counts(draft: Draft, story: Story) -> None:
    """The last two half terms that are over."""
    over = [period for period in draft.calendar.half_terms if period.last < draft.today][-2:]
    poor = story.role.barrier in ("Attendance", "Anxiety or school refusal", "Medical")
    for period in over:
        attended = _attendance(draft, story, period, poor=poor)
        story.pupil = story.pupil.model_copy(update={"attendance_percent": attended})
        draft.add(_behaviour(draft, story, period))


def _attendance(draft: Draft, story: Story, period: SchoolPeriod, *, poor: bool) -> float:
    """Add a row and give the percentage."""
    chance = draft.chance
    possible = 2 * (draft.calendar.count_school_days(period.first, period.last) or 1)
    share = chance.uniform(0.62, 0.86) if poor else chance.uniform(0.88, 1.0)
    attended = min(possible, round(possible * share))
    authorised = round((possible - attended) * chance.uniform(0.5, 1.0))
    draft.add(
        AttendanceRow(
            pupil_id=story.pupil_id,
            from_=period.first,
            to=period.last,
            possible_sessions=possible,
            attended_sessions=attended,
            authorised=authorised,
            unauthorised=possible - attended - authorised,
            late=chance.randrange(0, 9),
        )
    )
    return round(100 * attended / possible, 1)


def _behaviour(draft: Draft, story: Story, period: SchoolPeriod) -> BehaviourRow:
    chance = draft.chance
    lively = story.role.barrier in ("Behaviour", "Anger", "Risk of exclusion")
    return BehaviourRow(
        pupil_id=story.pupil_id,
        from_=period.first,
        to=period.last,
        positive_points=chance.randrange(8, 60),
        negative_points=chance.randrange(9, 30) if lively else chance.randrange(0, 8),
        removals=chance.randrange(1, 6) if lively else 0,
        suspension_sessions=0,
    )


# -- steps and rewards -----------------------------------------------------------------------------------


def _write_steps(draft: Draft, story: Story) -> None:
    for number, (what, outcome, then) in enumerate(_LADDER, 1):
        day = draft.school_day(number * 6 - 28)
        draft.add(
            Step.model_validate(
                {
                    "pupil_id": story.pupil_id,
                    "step": number,
                    "what": what,
                    "planned_for": day,
                    "done_on": day if outcome else None,
                    "outcome": outcome,
                    "next": then,
                }
            )
        )


def _write_reward(draft: Draft, story: Story) -> None:
    rewards: tuple[Reward, ...] = ("Praise", "Sticker", "Certificate", "Certificate", "Prize")
    draft.add(
        RewardGiven(
            pupil_id=story.pupil_id,
            date=draft.school_day(-draft.chance.randrange(1, 15)),
            for_=draft.one_of(words.REWARDS),
            reward=draft.chance.choice(rewards),
        )
    )
