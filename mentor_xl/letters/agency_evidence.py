"""What school has counted: attendance in sessions, steps of a return, targets, questionnaires."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from pydantic import Field

from mentor_xl.dates import in_words
from mentor_xl.documents import Context, PupilFile
from mentor_xl.letter_parts import MeasureLine, latest_case, measure_lines, target_lines
from mentor_xl.letter_parts.passports import agreed_passport
from mentor_xl.progress import changes, count_sessions, sessions_of_case
from mentor_xl.records import AttendanceRow, Measure, Step, Target
from mentor_xl.wording import count_of

_PERIODS = 6
"""A school year has six half terms; older ones say little of today."""
_NOT_KEPT = "–"


class AttendanceLine(Context):
    """Attendance in one period, counted in sessions."""

    period: str = Field(description="The half term, or its first and last day.", examples=["Autumn 1, 2026"])
    possible: str = Field(description="How many there were.", examples=["74"])
    attended: str = Field(description="How many the pupil came to.", examples=["52"])
    authorised: str = Field(description="Missed with leave.", examples=["14"])
    unauthorised: str = Field(description="Missed without leave.", examples=["8"])
    late: str = Field(description="How many times late.", examples=["5"])
    percent: str = Field(description="Attended of possible.", examples=["70%"])


class StepLine(Context):
    """One step of a return to lessons."""

    what: str = Field(description="The step.", examples=["One lesson a day with a friend"])
    when: str = Field(description="Done on, or planned for.", examples=["Done on 9 November 2026"])
    outcome: str = Field(description="How it went.", examples=["Managed"])


class WorkedOn(Context):
    """A target, what is done for it, and how far it was reached."""

    target: str = Field(description="The target, in the pupil's words.", examples=["Finish 4 lessons a day"])
    strategy: str = Field(
        description="The approach and the help.", examples=["Organisation, a card with three steps"]
    )
    baseline: str = Field(description="Where it began.", examples=["2 of 5"])
    score: int | None = Field(description="From −2 to 2; none where it has not been scored.", examples=[1])
    score_words: str = Field(description="What the score says.", examples=["More than hoped"])


# -- attendance --------------------------------------------------------------------------------------


def attendance_lines(file: PupilFile) -> tuple[AttendanceLine, ...]:
    """The latest periods that have ended or begun, in order; a row with an error in it is left out."""
    rows = [row for row in file.casebook.attendance if row.pupil_id == file.pupil.pupil_id]
    sound = sorted((row for row in rows if _is_sound(file, row)), key=lambda row: row.from_ or dt.date.min)
    return tuple(_line(file, row) for row in sound[-_PERIODS:])


_COUNTED = ("from_", "to", "possible_sessions", "attended_sessions")


def _is_sound(file: PupilFile, row: AttendanceRow) -> bool:
    has_all = all(getattr(row, name) is not None and file.is_sound(row, name) for name in _COUNTED)
    return has_all and row.from_ is not None and row.from_ <= file.today


def _line(file: PupilFile, row: AttendanceRow) -> AttendanceLine:
    possible, attended = row.possible_sessions or 0, row.attended_sessions or 0
    others = {
        name: str(getattr(row, name))
        if getattr(row, name) is not None and file.is_sound(row, name)
        else _NOT_KEPT
        for name in ("authorised", "unauthorised", "late")
    }
    return AttendanceLine(
        period=_period(file, row),
        possible=str(possible),
        attended=str(attended),
        percent=f"{100 * attended / possible:.0f}%" if possible else _NOT_KEPT,
        **others,
    )


def _period(file: PupilFile, row: AttendanceRow) -> str:
    """The half term's name where the row is that half term, to the week; else the days."""
    first, last = row.from_ or file.today, row.to or file.today
    half_term = file.calendar.half_term_of(first)
    if half_term is None or not half_term.name or not _are_near(half_term.first, first):
        return f"{in_words(first)} to {in_words(last)}"
    if _are_near(half_term.last, last):
        return f"{half_term.name}, {first.year}"
    return (
        f"{half_term.name}, so far"
        if half_term.last >= file.today
        else f"{half_term.name}, to {in_words(last)}"
    )


def _are_near(one: dt.date, other: dt.date) -> bool:
    return abs((one - other).days) < 7


# -- steps ----------------------------------------------------------------------------------------------


def step_lines(file: PupilFile) -> tuple[StepLine, ...]:
    """The steps of a return, in their order."""
    steps = [s for s in file.casebook.steps if s.pupil_id == file.pupil.pupil_id and s.what]
    ordered = sorted(steps, key=lambda step: (step.step is None, step.step or 0))
    return tuple(
        StepLine(what=step.what or "", when=_when(file, step), outcome=_outcome(step)) for step in ordered
    )


def _when(file: PupilFile, step: Step) -> str:
    if step.done_on and step.done_on <= file.today and file.is_sound(step, "done_on"):
        return f"Done on {in_words(step.done_on)}"
    has_plan = step.planned_for and file.is_sound(step, "planned_for")
    return f"Planned for {in_words(step.planned_for)}" if step.planned_for and has_plan else "To come"


def _outcome(step: Step) -> str:
    # A step back is part of the way, and is said as plainly as the others (reference 1.5b).
    return {"Stepped back": "Went back a step for now"}.get(step.outcome or "", step.outcome or _NOT_KEPT)


# -- targets, sessions, questionnaires -----------------------------------------------------------------


def targets_now(file: PupilFile) -> tuple[Target, ...]:
    """The targets of the pupil's latest case."""
    case = latest_case(file)
    return file.casebook.targets_of_case(case.case_id) if case else ()


def worked_on(file: PupilFile) -> tuple[WorkedOn, ...]:
    """The targets of the latest case, each with its strategy and how far it was reached."""
    targets = [target for target in targets_now(file) if target.target]
    shown = zip(targets, target_lines(file, targets), strict=True)
    return tuple(
        WorkedOn(
            target=line.target,
            strategy=", ".join(filter(None, (target.strategy, target.help_needed))),
            baseline=line.baseline,
            score=line.score,
            score_words=line.score_words,
        )
        for target, line in shown
    )


def time_with_a_mentor(file: PupilFile, *, since: dt.date | None = None) -> str:
    """``8 of 10 sessions attended since 14 September 2026. Approaches: Coaching, Social skills.``"""
    case = latest_case(file)
    if case is None:
        return ""
    start = max(filter(None, (since, case.started_on)), default=None)
    sessions = [s for s in sessions_of_case(file.casebook, case) if not start or (s.date and s.date >= start)]
    counted = count_sessions(sessions, file.today)
    if not counted.attended:
        return ""
    used = Counter(
        s.approach
        for s in sessions
        if s.attended == "Attended" and s.approach and s.date and s.date <= file.today
    )
    named = ", ".join(approach for approach, _ in used.most_common(4))
    sentence = f"{counted.attended} of {count_of(counted.offered, 'session')} attended"
    started = f" since {in_words(start)}" if start else ""
    return f"{sentence}{started}." + (f" Approaches: {named}." if named else "")


def scores(file: PupilFile) -> tuple[MeasureLine, ...]:
    """Every questionnaire with its scores, also one that was filled in only once so far."""
    measures = [m for m in file.casebook.measures_of(file.pupil.pupil_id) if file.is_sound(m, "score")]
    twice = changes(file.casebook, measures, file.today)
    known = {(change.measure, change.informant) for change in twice}
    once = {
        (m.measure, m.informant): _taken_once(m)
        for m in measures
        if (m.measure, m.informant) not in known and m.taken_on and m.taken_on <= file.today
        if m.measure and m.informant and m.score is not None and _is_on_scale(file, m)
    }
    return (*measure_lines(twice), *once.values())


def _taken_once(measure: Measure) -> MeasureLine:
    return MeasureLine(
        measure=measure.measure or "",
        informant=measure.informant or "",
        entry=f"{measure.score:g}",
        latest=_NOT_KEPT,
        words=f"once, {in_words(measure.taken_on)}" if measure.taken_on else "once",
    )


def _is_on_scale(file: PupilFile, measure: Measure) -> bool:
    scale, score = file.casebook.scale(measure.measure), measure.score or 0
    lowest = scale.lowest if scale and scale.lowest is not None else score
    highest = scale.highest if scale and scale.highest is not None else score
    return lowest <= score <= highest


# -- passport ------------------------------------------------------------------------------------------------


def talking_points(file: PupilFile) -> Iterator[str]:
    """How the pupil likes to be talked with, and what helps, as the passport that they agreed says."""
    passport = agreed_passport(file)
    if passport:
        yield from filter(None, (passport.how_to_talk_with_me, passport.what_helps, passport.adjustments))
