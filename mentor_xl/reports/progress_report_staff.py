"""How mentoring is going, for the staff who teach and support the pupil: targets, what helps, what is next.

Why the pupil has a mentor, scores and attendance are not told (reference 6.2): nothing here needs them.
"""

from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import mentoring_consent
from mentor_xl.dates import in_words
from mentor_xl.documents import Envelope, PupilFile, Wanted, report, without_consent
from mentor_xl.letter_parts import (
    LetterContext,
    TargetLine,
    latest_case,
    mentor_of,
    next_review,
    shared_parts,
    sound_review_day,
    staff_name,
    target_lines,
    to_teachers,
    who_signs,
)
from mentor_xl.letter_parts.caseload import Figure
from mentor_xl.letter_parts.passports import agreed_passport
from mentor_xl.name_at_home import called
from mentor_xl.progress import is_met
from mentor_xl.records import Case, Target
from mentor_xl.reports.progress_report import day_and_month, next_steps, what_helps
from mentor_xl.wording import count_of


class StaffProgressReport(LetterContext):
    """What the staff's edition can print."""

    cards: tuple[Figure, Figure, Figure, Figure] = Field(
        description="The four figures at the top.", examples=["1 of 2 targets met"]
    )
    summary: str = Field(
        description="A sentence or two that say how it is going.", examples=["Tolu meets with a mentor."]
    )
    targets: tuple[TargetLine, ...] = Field(description="The targets.", examples=["Ask for help"])
    what_helps: tuple[str, ...] = Field(description="What helps.", examples=["Time-out card"])
    next_steps: tuple[str, ...] = Field(description="What comes next.", examples=["“Ask for help”"])
    next_review: str = Field(description="The next review.", examples=["Thursday 26 November 2026"])


@report(
    "Progress report for staff",
    to=(Audience.TEACHER,),
    when="a case is active; for a pupil who is named, the last case",
    contexts=(StaffProgressReport,),
    on_request=True,
)
def progress_report_staff(file: PupilFile) -> Iterator[Wanted]:
    """One for each active case."""
    cases = [case for case in file.casebook.cases_of(file.pupil.pupil_id) if case.status == "Active"]
    last = latest_case(file)
    if file.is_asked_for and not cases and last:
        cases = [last]
    for case in cases:
        gate = mentoring_consent(file.casebook, case, file.today)
        yield Wanted(
            row_key=f"{case.case_id}|staff",
            to=(to_teachers(file),),
            signs=who_signs(file, case.mentor),
            context=partial(_context, file, case),
            drawn_from=tuple(filter(None, (case, gate.consent))),
            refusal=None if gate.is_open else without_consent(gate),
        )


def _context(file: PupilFile, case: Case, envelope: Envelope) -> StaffProgressReport:
    targets = file.casebook.targets_of_case(case.case_id)
    review = next_review(file)
    passport = agreed_passport(file)
    own_words = passport.what_helps if passport else None
    return StaffProgressReport.model_validate(
        {
            **shared_parts(file, envelope),
            "cards": _cards(file, targets, review),
            "summary": _summary(file, case, targets),
            "targets": target_lines(file, targets),
            "what_helps": tuple(filter(None, (own_words, *what_helps(file, targets)))),
            "next_steps": next_steps(file, targets),
            "next_review": review,
        }
    )


def _cards(
    file: PupilFile, targets: tuple[Target, ...], review: str
) -> tuple[Figure, Figure, Figure, Figure]:
    met = sum(map(is_met, targets))
    now = [target for target in targets if target.status in ("Open", "Partly met")]
    days = [day for target in now if (day := sound_review_day(file, target))]
    coming = [day for day in days if day >= file.today]
    next_look = in_words(min(coming)).split() if coming else []
    return (
        Figure(number=str(len(now)) if targets else "–", label="targets worked on now"),
        Figure(number=f"{met} of {len(targets)}" if targets else "–", label="targets met"),
        Figure(
            number=f"{next_look[0]} {next_look[1][:3]}" if next_look else "–", label="next look at a target"
        ),
        Figure(number=day_and_month(review), label="next review"),
    )


def _summary(file: PupilFile, case: Case, targets: tuple[Target, ...]) -> str:
    name, mentor = called(file.pupil, Audience.TEACHER), mentor_of(file, case)
    met = sum(map(is_met, targets))
    with_whom = staff_name(mentor) if mentor else "a mentor"
    has = "has met" if case.status == "Closed" else "meets"
    told = f"{count_of(met, 'target is', 'targets are')} met so far." if met else ""
    return f"{name} {has} with {with_whom}. {told[:1].upper()}{told[1:]}".strip()
