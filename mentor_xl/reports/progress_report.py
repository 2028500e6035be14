"""How mentoring is going for one pupil: a report for the family, and one for those who lead."""

from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import SENSITIVE_BARRIERS, Audience
from mentor_xl.consent import mentoring_consent
from mentor_xl.dates import in_words, short
from mentor_xl.documents import Context, Envelope, PupilFile, Wanted, report, without_consent
from mentor_xl.letter_parts import (
    LetterContext,
    MeasureLine,
    TargetLine,
    latest_case,
    measure_lines,
    mentor_of,
    next_review,
    referral_of,
    reply_day,
    shared_parts,
    sound_review_day,
    sound_score,
    staff_name,
    target_lines,
    to_family,
    to_leader,
    who_signs,
)
from mentor_xl.name_at_home import called
from mentor_xl.progress import SessionCount, changes, count_sessions, is_met, sessions_of_case
from mentor_xl.records import Case, Target
from mentor_xl.wording import count_of


class Card(Context):
    """One of the four figures at the top."""

    number: str = Field(description="The figure.", examples=["93.5%"])
    label: str = Field(description="What it counts.", examples=["attendance"])


class CaseLine(Context):
    """The case as a leader's report shows it."""

    mentor: str = Field(description="The mentor's name.", examples=["Mrs Kathleen Salt"])
    main_barrier: str = Field(
        description="The main barrier; a sensitive one is not named.",
        examples=["Friendship"],
    )
    started_on: str = Field(description="When mentoring began.", examples=["14 September 2026"])
    planned_end: str = Field(description="When it is planned to end.", examples=["12 February 2027"])
    status: str = Field(description="Where the case stands.", examples=["Active"])
    tier: str = Field(description="How much help it is.", examples=["Targeted"])
    aim: str = Field(description="What the mentoring is for.", examples=["To feel settled in Year 8"])


class DateLine(Context):
    """Something that is due."""

    what: str = Field(description="What is due.", examples=["Target review (T1)"])
    when: str = Field(description="By when.", examples=["Fri 4 Dec 2026"])
    state: str = Field(description="How urgent it is.", examples=["due soon"])


class ProgressReport(LetterContext):
    """What a progress report can print."""

    cards: tuple[Card, Card, Card, Card] = Field(description="The four figures at the top.")
    summary: str = Field(
        description="A sentence or two that say how it is going.",
        examples=["Rowan has met with Mrs Kathleen Salt 6 times since 14 September 2026."],
    )
    targets: tuple[TargetLine, ...] = Field(description="The targets of the case.")
    measures: tuple[MeasureLine, ...] = Field(description="Questionnaires, each with its scores.")
    what_helps: tuple[str, ...] = Field(
        description="What went with targets that went well.",
        examples=[("A calm start", "Sitting near the door")],
    )
    next_steps: tuple[str, ...] = Field(
        description="What is still being worked on, and when it is looked at again.",
        examples=[("“Ask for help”: we look at it again by 4 December 2026.",)],
    )
    next_review: str = Field(
        description="The day of the next review; empty where none is booked.",
        examples=["Thursday 3 December 2026"],
    )


class LeaderProgressReport(ProgressReport):
    """What the leader's edition can print besides."""

    case: CaseLine
    sessions_summary: str = Field(
        description="Sessions attended of those offered.",
        examples=["6 of 8 attended. The last was on Mon 16 Nov 2026."],
    )
    attendance: str = Field(description="Attendance; empty where it is not known.", examples=["93.5%"])
    dates: tuple[DateLine, ...] = Field(description="What is due next.")


@report(
    "Progress report",
    to=(Audience.PARENT, Audience.LEADER),
    when="a case is active and has a scored target or an attended session",
    contexts=(ProgressReport, LeaderProgressReport),
)
def progress_report(file: PupilFile) -> Iterator[Wanted]:
    """One for each home and one for the leader, for each active case that has something to tell."""
    cases = [c for c in file.casebook.cases_of(file.pupil.pupil_id) if c.status == "Active"]
    last = latest_case(file)
    if file.is_asked_for and not cases and last:
        cases = [last]
    for case in cases:
        sessions = count_sessions(sessions_of_case(file.casebook, case), file.today)
        targets = file.casebook.targets_of_case(case.case_id)
        has_score = any(sound_score(file, target) is not None for target in targets)
        if has_score or sessions.attended or file.is_asked_for:
            yield _wanted(file, case, sessions)


def _wanted(file: PupilFile, case: Case, sessions: SessionCount) -> Wanted:
    gate = mentoring_consent(file.casebook, case, file.today)
    return Wanted(
        row_key=case.case_id,
        to=(*to_family(file), to_leader(file)),
        signs=who_signs(file, case.mentor),
        context=lambda envelope: _context(file, envelope, case, sessions),
        drawn_from=tuple(filter(None, (case, referral_of(file, case), gate.consent))),
        refusal=None if gate.is_open else without_consent(gate),
    )


def _context(file: PupilFile, envelope: Envelope, case: Case, sessions: SessionCount) -> ProgressReport:
    targets = file.casebook.targets_of_case(case.case_id)
    review, name = next_review(file), called(file.pupil, envelope.to.audience)
    measures = changes(file.casebook, file.casebook.measures_of(case.pupil_id), file.today)
    fields: dict[str, object] = {
        **shared_parts(file, envelope, reply_by=reply_day(file, school_days=10)),
        "cards": _cards(file, sessions, targets, review),
        "summary": _summary(name, _with_whom(file, case), case, sessions, targets),
        "targets": target_lines(file, targets),
        "measures": measure_lines(measures),
        "what_helps": what_helps(file, targets),
        "next_steps": next_steps(file, targets),
        "next_review": review,
    }
    if envelope.to.audience is Audience.PARENT:
        return ProgressReport.model_validate(fields)
    return LeaderProgressReport.model_validate({**fields, **_for_leader(file, case, sessions)})


def _cards(
    file: PupilFile, sessions: SessionCount, targets: tuple[Target, ...], review: str
) -> tuple[Card, ...]:
    attendance = file.pupil.attendance_percent
    met = sum(map(is_met, targets))
    return (
        Card(number="–" if attendance is None else f"{attendance:g}%", label="attendance"),
        Card(number=f"{sessions.attended} of {sessions.offered}", label="sessions attended"),
        Card(number=f"{met} of {len(targets)}" if targets else "–", label="targets met"),
        Card(number=day_and_month(review), label="next review"),
    )


def day_and_month(review: str) -> str:
    """``26 Nov`` of ``Thursday 26 November 2026``."""
    parts = review.split()
    return f"{parts[1]} {parts[2][:3]}" if len(parts) == 4 else "–"


def _with_whom(file: PupilFile, case: Case) -> str:
    """The case's own mentor, who may not be the one who signs."""
    mentor = mentor_of(file, case)
    return staff_name(mentor) if mentor else "a mentor"


def _summary(name: str, mentor: str, case: Case, sessions: SessionCount, targets: tuple[Target, ...]) -> str:
    since = f" since {in_words(case.started_on)}" if case.started_on else ""
    times = "once" if sessions.attended == 1 else count_of(sessions.attended, "time")
    met = sum(map(is_met, targets))
    sentences = [
        f"{name} has met with {mentor} {times}{since}."
        if sessions.attended
        else f"{name} and {mentor} are getting to know each other."
    ]
    if met:
        sentences.append(f"{count_of(met, 'target is', 'targets are').capitalize()} met so far.")
    elif targets:
        working_on = count_of(len(targets), "target")
        sentences.append(f"There {'is' if len(targets) == 1 else 'are'} {working_on} to work towards.")
    return " ".join(sentences)


def what_helps(file: PupilFile, targets: tuple[Target, ...]) -> tuple[str, ...]:
    """The approaches and the help that went with targets which went well."""
    went_well = [t for t in targets if is_met(t) or _scored_well(sound_score(file, t))]
    helped = (help_ for target in went_well for help_ in (target.strategy, target.help_needed))
    return tuple(dict.fromkeys(filter(None, helped)))


def _scored_well(score: int | None) -> bool:
    return score is not None and score >= 0


def next_steps(file: PupilFile, targets: tuple[Target, ...]) -> tuple[str, ...]:
    """What is still being worked on, and when it is looked at again."""
    still_open = [target for target in targets if target.status in ("Open", "Partly met") and target.target]
    steps = tuple(f"“{target.target}”: {_when_next(file, target)}." for target in still_open)
    return steps or ("We choose the next target together.",)


def _when_next(file: PupilFile, target: Target) -> str:
    day = sound_review_day(file, target)
    if day is None:
        return "we go on with it"
    is_to_come = day >= file.today
    return f"we look at it again by {in_words(day)}" if is_to_come else "it is time to look at it again"


def _for_leader(file: PupilFile, case: Case, sessions: SessionCount) -> dict[str, object]:
    mentor = file.casebook.staff_member(case.mentor)
    referral = referral_of(file, case)
    last = f" The last was on {short(sessions.last_attended)}." if sessions.last_attended else ""
    attendance = file.pupil.attendance_percent
    has_end = file.is_sound(case, "planned_end")
    return {
        "case": CaseLine(
            mentor=staff_name(mentor) if mentor else "",
            main_barrier=_barrier_for_leader(referral.main_barrier if referral else None),
            started_on=in_words(case.started_on) if case.started_on else "",
            planned_end=in_words(case.planned_end) if case.planned_end and has_end else "",
            status=case.status or "",
            tier=case.tier or "",
            aim=case.aim or "",
        ),
        "sessions_summary": f"{sessions.attended} of {sessions.offered} attended.{last}",
        "attendance": "" if attendance is None else f"{attendance:g}%",
        "dates": tuple(_dates(file)),
    }


def _barrier_for_leader(barrier: str | None) -> str:
    """A sensitive barrier is named by the safeguarding lead alone (reference 6.2)."""
    if barrier in SENSITIVE_BARRIERS:
        return "Sensitive: ask the safeguarding lead"
    return barrier or ""


def _dates(file: PupilFile) -> Iterator[DateLine]:
    for due in file.dues:
        if due.state != "held":
            day = due.last_day or due.act_by
            is_of_a_row = due.about.sheet != "Pupils"
            what = f"{due.name} ({due.about.key})" if is_of_a_row else due.name
            yield DateLine(what=what, when=short(day) if day else "–", state=due.state)
