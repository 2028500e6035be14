"""Can scores be compared: on their scales, far enough apart, by the same people? (reference 3.7)"""

from collections.abc import Iterator
from itertools import pairwise

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import filled_alone, grouped, is_blank
from mentor_xl.problems import Severity

_PHASES = {"Entry": 0, "Middle": 1, "Exit": 2, "Follow-up": 3}


@check("score-outside-scale", Severity.ERROR)
def score_outside_scale(seen: Inspection) -> Iterator[Finding]:
    """Does every score lie on its scale?

    Why: One score that cannot be spoils every average and every chart.
    Do: Take the score again from the form; or correct the range on Scales.
    Fires: Measures: Score=47
    Silent: Measures: Score=0
    """
    for measure in seen.casebook.measures:
        scale, score = seen.casebook.scale(measure.measure), measure.score
        if scale is None or score is None:
            continue
        too_low = scale.lowest is not None and score < scale.lowest
        if too_low or (scale.highest is not None and score > scale.highest):
            bounds = f"from {_number(scale.lowest)} to {_number(scale.highest)}"
            yield Finding(measure, "score", f"The score is {score:g}; the scale runs {bounds}.")


def _number(value: float | None) -> str:
    return "anything" if value is None else f"{value:g}"


@check("measured-again-too-soon", Severity.QUERY)
def measured_again_too_soon(seen: Inspection) -> Iterator[Finding]:
    """Has enough time passed before a measure is taken again?

    Why: Many forms ask about the last weeks; taken too soon, both ask about the same ones (reference 2.5).
    Do: Correct the date, or leave one of the two out.
    Fires: Measures also: Taken on=2026-10-06, Phase=Middle
    Silent: Measures also: Taken on=2026-11-17, Phase=Middle
    """
    for measures in seen.measure_series:
        for before, again in pairwise(measures):
            scale = seen.casebook.scale(again.measure)
            gap = scale.repeat_no_sooner_than if scale else None
            if gap is None or before.taken_on is None or again.taken_on is None:
                continue
            days = (again.taken_on - before.taken_on).days
            if 0 < days < gap:
                yield Finding(
                    again, "taken_on", f"Taken {days} days after the last time; wait at least {gap}."
                )


@check("measured-twice", Severity.QUERY)
def measured_twice(seen: Inspection) -> Iterator[Finding]:
    """Was every measure taken once on a day?

    Why: Of two scores nobody knows which one counts.
    Do: Delete the wrong one.
    Fires: Measures also: Score=12
    Silent: Measures also: Informant=Parent
    """
    for measures in seen.measure_series:
        for before, again in pairwise(measures):
            if before.taken_on == again.taken_on:
                yield Finding(again, "taken_on", f"Row {before.row_number} has the same measure of that day.")


@check("phases-out-of-order", Severity.QUERY)
def phases_out_of_order(seen: Inspection) -> Iterator[Finding]:
    """Were entry, middle, exit and follow-up taken in that order?

    Why: How far a pupil has come is read from entry to exit.
    Do: Correct Phase or Taken on. A pupil who comes back begins with Entry again.
    Fires:
        Measures: Phase=Exit
        Measures also: Taken on=2026-11-17, Phase=Middle
    Silent: Measures also: Taken on=2026-11-17, Phase=Exit
    """
    for measures in seen.measure_series:
        for before, again in pairwise(measures):
            ranks = _PHASES.get(before.phase or ""), _PHASES.get(again.phase or "")
            if again.phase != "Entry" and None not in ranks and (ranks[1] or 0) < (ranks[0] or 0):
                message = f"{again.phase} is later than {before.phase} in row {before.row_number}."
                yield Finding(again, "phase", message)


@check("informants-differ", Severity.QUERY)
def informants_differ(seen: Inspection) -> Iterator[Finding]:
    """Was the exit measure filled in by somebody who filled in the entry measure?

    Why: A teacher's score is never compared with a parent's or a pupil's (reference 3.7).
    Do: Ask the first person again; or correct Informant.
    Fires: Measures also: Informant=Parent, Taken on=2026-11-17, Phase=Exit
    Silent: Measures also: Informant=Teacher, Taken on=2026-11-17, Phase=Exit
    """
    rows = (row for row in seen.casebook.measures if row.measure and row.informant)
    for measures in grouped(rows, lambda row: (row.pupil_id, row.measure)):
        at_entry = {row.informant for row in measures if row.phase == "Entry"}
        for row in measures:
            if row.phase == "Exit" and at_entry and row.informant not in at_entry:
                yield Finding(row, "informant", f"{row.informant} gave no entry score to compare it with.")


@check("scale-backwards", Severity.ERROR)
def scale_backwards(seen: Inspection) -> Iterator[Finding]:
    """Does every scale run from its lowest score up to its highest?

    Why: No score lies on a scale that runs backwards; which way is better is said by Better is.
    Do: Correct Lowest or Highest.
    Fires: Scales: Lowest=40, Highest=0
    Silent: Scales: Lowest=0, Highest=40
    """
    for scale in seen.casebook.scales:
        if scale.lowest is not None and scale.highest is not None and scale.highest <= scale.lowest:
            yield Finding(scale, "highest", f"Highest is {scale.highest:g}, and Lowest is {scale.lowest:g}.")


@check("scale-without-range", Severity.QUERY)
def scale_without_range(seen: Inspection) -> Iterator[Finding]:
    """Does every scale that is used have its lowest and highest score?

    Why: Without them no mistyped score is found.
    Do: Take them from the form's handbook.
    Fires: Scales: Highest=
    Silent: Scales: Highest=40
    """
    used = {(measure.measure or "").casefold() for measure in seen.casebook.measures}
    scales = [scale for scale in seen.casebook.scales if scale.measure.casefold() in used]
    yield from filled_alone(scales, "lowest", "highest", "The scale has no highest score.")
    yield from filled_alone(scales, "highest", "lowest", "The scale has no lowest score.")
    for scale in scales:
        if is_blank(scale, "lowest") and is_blank(scale, "highest"):
            yield Finding(scale, "lowest", "The scale has no lowest and no highest score.")


@check("too-young-to-answer", Severity.QUERY)
def too_young_to_answer(seen: Inspection) -> Iterator[Finding]:
    """Is everybody old enough who filled in an SDQ about themselves?

    Why: The form that pupils fill in is made for those from 11 to 17 (reference 3.7).
    Do: Correct Informant; or take the teacher's or the parent's form.
    Fires:
        Pupils: Date of birth=2018-01-01, Year group=
        Measures: Informant=Pupil
    Silent: Measures: Informant=Pupil
    """
    for measure in seen.casebook.measures:
        pupil, day = seen.casebook.pupil(measure.pupil_id), measure.taken_on
        if measure.informant != "Pupil" or not (measure.measure or "").casefold().startswith("sdq"):
            continue
        if pupil is None or pupil.date_of_birth is None or day is None:
            continue
        born = pupil.date_of_birth
        age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        if age < 11:
            yield Finding(measure, "informant", f"The pupil was {age}; the pupil's own form begins at 11.")
