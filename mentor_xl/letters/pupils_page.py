"""What the pupil's own pages share: which case and mentor they are about, and how they are worded."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import OPEN_STATUSES
from mentor_xl.documents import Context, Envelope, PupilFile, Refusal, Wanted
from mentor_xl.letter_parts import (
    LetterContext,
    latest_case,
    mentor_of,
    reads_low_demand,
    shared_parts,
    staff_name,
    who_signs,
)
from mentor_xl.letters.consent import HOW_OFTEN
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Case, StaffMember
from mentor_xl.wording import count_of, polite_title


class PupilsPage(LetterContext):
    """What every page of the pupil's own can print."""

    mentor: str = Field(
        description="The mentor's name, as pupils say it on their own pages; else that of whoever signs.",
        examples=["Mrs Salt"],
    )
    low_demand: bool = Field(
        description="Whether the pupil's profile asks for invitational wording; only where the pupil reads.",
        examples=[True],
    )


class TimeTogether(Context):
    """How often pupil and mentor meet, and how many times."""

    how_often: str = Field(
        description="How often they meet, inside a sentence; empty where it is not known.",
        examples=["once a week"],
    )
    sessions: str = Field(
        description="How many sessions are planned; empty where it is not known.", examples=["12 sessions"]
    )


def time_together(file: PupilFile, case: Case | None) -> TimeTogether:
    """What a case plans, as far as it can be used."""
    planned = case.planned_sessions if case and file.is_sound(case, "planned_sessions") else None
    return TimeTogether(
        how_often=HOW_OFTEN.get(case.frequency or "", "").lower() if case else "",
        sessions=count_of(planned, "session") if planned else "",
    )


def page_case(file: PupilFile) -> Case | None:
    """The case that a page is about: one that is open; where a person asks, the latest that there is."""
    case = latest_case(file)
    is_open = case is not None and case.status in OPEN_STATUSES
    return case if is_open or file.is_asked_for else None


def page_parts(file: PupilFile, envelope: Envelope, case: Case | None) -> dict[str, object]:
    """The fields of ``PupilsPage``."""
    mentor = (mentor_of(file, case) if case else None) or envelope.signs
    is_for_pupil = envelope.to.audience is Audience.PUPIL
    return {
        **shared_parts(file, envelope),
        "mentor": _called_by_pupils(mentor) if is_for_pupil else staff_name(mentor),
        "low_demand": is_for_pupil and reads_low_demand(file),
    }


def _called_by_pupils(member: StaffMember) -> str:
    """``Mrs Salt``; the whole name where no title is known."""
    title = polite_title(member.title)
    return f"{title} {member.surname}" if title and member.surname else staff_name(member)


def nothing_to_print(
    file: PupilFile, to: Sequence[Recipient | NoLetter], why: Refusal
) -> Iterator[Wanted]:
    """Says why there is nothing to make, where somebody asked for this pupil's page; else nothing at all."""
    if file.is_asked_for:
        yield Wanted(
            row_key=file.pupil.pupil_id,
            to=to,
            signs=who_signs(file, None),
            context=lambda envelope: PupilsPage.model_validate(page_parts(file, envelope, None)),
            refusal=why,
        )
