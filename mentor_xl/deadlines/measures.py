"""From when may a measure be taken again? Information, never a duty: such a day is never overdue.

A form that asks about the last weeks, taken too soon, asks about the same ones (reference 2.5, 3.7).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from mentor_xl.deadlines.counting import Reckoning
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Measure, Scale

_LONGEST_GAP = 730
"""Days: a *Repeat no sooner than* above this is a slip of the keyboard."""


def measures_again(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """For pupils with an active case, the latest of each measure and informant, until it may be repeated.

    The gap is the scale's own; the rule's where a scale that has one cannot be read. Scales of one form
    that come to the same day are shown once.
    """
    active = {case.pupil_id for case in diary.casebook.cases if case.status == "Active"}
    told: set[tuple[str, dt.date]] = set()
    for measure in _latest(diary):
        pupil = diary.pupil(measure.pupil_id)
        if pupil is None or pupil.pupil_id not in active:
            continue
        reckoning = _not_before(rule, diary, measure)
        day = reckoning.reached if reckoning else None
        if reckoning is None or day is None or day <= diary.today or (pupil.pupil_id, day) in told:
            continue
        told.add((pupil.pupil_id, day))
        yield diary.due(rule, Matter(pupil, measure, diary.mentor_of(pupil)), reckoning)


def _latest(diary: Diary) -> Iterator[Measure]:
    """The latest of each pupil, measure and informant."""
    latest: dict[tuple[str, str, str], Measure] = {}
    for one in diary.casebook.measures:
        if one.taken_on is None or one.taken_on > diary.today or one.measure is None:
            continue
        key = (one.pupil_id, one.measure.casefold(), one.informant or "")
        before = latest.get(key)
        if before is None or before.taken_on is None or before.taken_on < one.taken_on:
            latest[key] = one
    return iter(latest.values())


def _not_before(rule: DeadlineRule, diary: Diary, measure: Measure) -> Reckoning | None:
    scale = diary.casebook.scale(measure.measure)
    gap = _gap(rule, scale) if scale else None
    if gap is None or measure.taken_on is None:
        return None
    return diary.reckon(replace(rule, amount=gap), measure.taken_on)


def _gap(rule: DeadlineRule, scale: Scale) -> int | None:
    """Days; ``None`` where a scale may be taken again at any time."""
    days = scale.repeat_no_sooner_than
    if days is None:
        return rule.amount if "repeat_no_sooner_than" in scale.unread else None
    return days if 0 < days <= _LONGEST_GAP else None


MEASURE_RULES = (
    DeadlineRule(
        slug="measure-again",
        reference="MEASURE-AGAIN",
        name="Measure may be taken again",
        amount=28,
        unit="calendar days",
        strength="soft",
        source="Scales, Repeat no sooner than: SDQ 4 weeks, Boxall about a term (reference 2.5)",
        check_locally=True,
        is_not_before=True,
        keeps_its_unit=True,
        uses=(("Measures", "Taken on"), ("Scales", "Repeat no sooner than")),
        find=measures_again,
    ),
)
