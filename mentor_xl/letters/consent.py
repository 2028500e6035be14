"""Consent to mentoring, with the information sheet: to the parents of a pupil nobody has agreed for yet."""

from collections.abc import Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import OPEN_STATUSES, mentoring_consent
from mentor_xl.documents import Context, Envelope, PupilFile, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    mentor_of,
    referral_of,
    reply_day,
    shared_parts,
    staff_name,
    to_family,
    who_signs,
)
from mentor_xl.records import Case, Referral
from mentor_xl.wording import count_of


class MentoringOffer(Context):
    """What the family is offered."""

    mentor: str = Field(
        description="The mentor's name; empty where none is chosen yet.", examples=["Mrs Kathleen Salt"]
    )
    mentor_title: str = Field(description="What mentors are called here.", examples=["Learning mentor"])
    how_often: str = Field(description="How often they meet.", examples=["Weekly"])
    how_long: str = Field(description="How long it lasts.", examples=["About 12 sessions"])
    aim: str = Field(description="What the mentoring is for.", examples=["To feel settled in Year 8"])


class ConsentLetter(LetterContext):
    """What the consent letter can print."""

    mentoring: MentoringOffer
    strengths: str = Field(
        description="What already goes well, from the referral.",
        examples=["Kind to younger pupils; good at drawing"],
    )
    signers: tuple[str, ...] = Field(
        description="Those addressed who have parental responsibility.",
        examples=[("Mrs Folake Adeyemi", "Mr Tunde Adeyemi")],
    )


@letter(
    "Consent to mentoring",
    to=(Audience.PARENT,),
    when="a referral is waiting or accepted, or a case is open, without valid consent to mentoring",
    contexts=(ConsentLetter,),
    needs_consent=False,
)
def consent(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, once for a pupil, while consent to mentoring is missing."""
    wanting = _what_waits_for_consent(file)
    if wanting is None:
        return
    case, referral = wanting
    key = case.case_id if case else referral.referral_id if referral else file.pupil.pupil_id
    yield Wanted(
        row_key=key,
        to=to_family(file),
        signs=who_signs(file, case.mentor if case else None),
        context=lambda envelope: _context(file, envelope, case, referral),
        drawn_from=tuple(filter(None, (case, referral))),
    )


def _what_waits_for_consent(file: PupilFile) -> tuple[Case | None, Referral | None] | None:
    """The open case or referral that has no valid consent; ``None`` where nothing waits.

    Where a person asks for the letter, what waits comes first, and what has consent already after it.
    """
    book, pupil_id = file.casebook, file.pupil.pupil_id
    open_cases = [case for case in book.cases_of(pupil_id) if case.status in OPEN_STATUSES]
    lacking = [case for case in open_cases if not mentoring_consent(book, case, file.today).is_open]
    for case in (*lacking, *(open_cases if file.is_asked_for else ())):
        return case, referral_of(file, case)
    referral = None if open_cases else _referral_not_taken_up(file)
    return (None, referral) if referral or file.is_asked_for else None


def _referral_not_taken_up(file: PupilFile) -> Referral | None:
    """A referral that waits or was accepted, and that no case has come of yet."""
    book, pupil_id = file.casebook, file.pupil.pupil_id
    cases = book.cases_of(pupil_id)
    named = {case.referral_id for case in cases if case.referral_id}
    # A case that names no referral came of those before it.
    began = [case.started_on for case in cases if case.started_on and not case.referral_id]
    for referral in book.referrals_of(pupil_id):
        is_open = referral.decision in ("Waiting", "Accepted") and referral.referral_id not in named
        if is_open and not any(referral.received_on and referral.received_on <= day for day in began):
            return referral
    return None


def _context(
    file: PupilFile, envelope: Envelope, case: Case | None, referral: Referral | None
) -> ConsentLetter:
    parts = shared_parts(file, envelope, reply_by=reply_day(file))
    return ConsentLetter.model_validate(
        {
            **parts,
            "mentoring": _offer(file, case),
            "strengths": (referral.strengths if referral else None) or "",
            "signers": envelope.to.signers,
        }
    )


HOW_OFTEN = {
    "Weekly": "Once a week",
    "Twice a week": "Twice a week",
    "Fortnightly": "Every two weeks",
    "Half-termly": "Once each half term",
    "As needed": "When it helps",
}


def _offer(file: PupilFile, case: Case | None) -> MentoringOffer:
    mentor = mentor_of(file, case) if case else None
    sessions = case.planned_sessions if case else None
    title = (mentor.role if mentor else None) or file.casebook.settings.mentor_title or "Mentor"
    return MentoringOffer(
        mentor=staff_name(mentor) if mentor else "",
        mentor_title=title.lower() if mentor else title,
        how_often=HOW_OFTEN.get(case.frequency or "", "") if case else "",
        how_long=f"About {count_of(sessions, 'session')}, then we look at it together" if sessions else "",
        aim=(case.aim or "") if case else "",
    )
