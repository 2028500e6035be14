"""What families and pupils are told of mentoring, who the mentor is, and what mentor and pupil agree on."""

from collections.abc import Callable, Iterator

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.documents import Envelope, PupilFile, Refusal, Wanted, letter
from mentor_xl.letter_parts import (
    contact_us,
    has_own_letters,
    mentor_of,
    school_of,
    signatory_of,
    to_family,
    to_pupil,
    who_signs,
)
from mentor_xl.letters.pupils_page import PupilsPage, TimeTogether, page_case, page_parts, time_together
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Case, StaffMember


class MentoringPage(PupilsPage):
    """What a page about mentoring can print."""

    mentoring: TimeTogether
    mentor_days: str = Field(
        description="The days the mentor is in school; empty where they are not known.",
        examples=["Monday to Thursday"],
    )


class MentorIntroduced(MentoringPage):
    """What a page that introduces the mentor can print."""

    mentor_role: str = Field(description="What the mentor is in school.", examples=["Learning mentor"])
    mentor_phone: str = Field(description="The mentor's phone number or extension.", examples=["ext 214"])
    mentor_email: str = Field(
        description="The mentor's e-mail address.", examples=["k.salt@thornfield.example"]
    )
    contact_mentor: str = Field(
        description="How to reach the mentor, as it follows 'please'.",
        examples=["phone 01392 555014 (ext 214)"],
    )
    is_from_mentor: bool = Field(description="Whether the mentor signs it.", examples=[True])


_OPEN_CASE = "the pupil has an open case"


@letter(
    "What mentoring is",
    to=(Audience.PARENT, Audience.PUPIL),
    when=_OPEN_CASE,
    contexts=(MentoringPage,),
    on_request=True,
)
def mentoring_information(file: PupilFile) -> Iterator[Wanted]:
    """One sheet for each home and one for the pupil: what mentoring is and is not, and their choice."""
    case = page_case(file)
    if case or file.is_asked_for:
        yield _wanted(file, case, (*_family(file), to_pupil(file)), _page(file, case))


@letter(
    "Mentoring agreement",
    to=(Audience.PUPIL,),
    when=_OPEN_CASE,
    contexts=(MentoringPage,),
    on_request=True,
)
def mentoring_agreement(file: PupilFile) -> Iterator[Wanted]:
    """What mentor and pupil promise each other; to a low-demand profile only the mentor promises."""
    case = page_case(file)
    if case or file.is_asked_for:
        yield _wanted(file, case, (to_pupil(file),), _page(file, case))


@letter(
    "Meet your mentor",
    to=(Audience.PARENT, Audience.PUPIL),
    when="the pupil has an open case with a mentor",
    contexts=(MentorIntroduced,),
    uses=(("Cases", "Mentor"),),
    on_request=True,
)
def meet_your_mentor(file: PupilFile) -> Iterator[Wanted]:
    """Who the mentor of the case is, in a letter to each home and on a page for the pupil."""
    case = page_case(file)
    if case is None and not file.is_asked_for:
        return
    mentor = mentor_of(file, case) if case else None
    refusal = None if mentor else Refusal("The case names no mentor who is in school.", "no-mentor")
    everyone = (*_family(file), to_pupil(file))
    yield _wanted(file, case, everyone, _introduction(file, case, mentor), refusal)


def _family(file: PupilFile) -> tuple[Recipient | NoLetter, ...]:
    """The homes; nobody where the young person is written to instead, in the pupil's edition."""
    return () if has_own_letters(file) else to_family(file)


def _wanted(
    file: PupilFile,
    case: Case | None,
    to: tuple[Recipient | NoLetter, ...],
    context: Callable[[Envelope], PupilsPage],
    refusal: Refusal | None = None,
) -> Wanted:
    return Wanted(
        row_key=case.case_id if case else file.pupil.pupil_id,
        to=to,
        signs=who_signs(file, case.mentor if case else None),
        context=context,
        drawn_from=(case,) if case else (),
        refusal=refusal,
    )


def _parts(file: PupilFile, envelope: Envelope, case: Case | None) -> dict[str, object]:
    mentor = (mentor_of(file, case) if case else None) or envelope.signs
    return {
        **page_parts(file, envelope, case),
        "mentoring": time_together(file, case),
        "mentor_days": mentor.days_worked or "",
    }


def _page(file: PupilFile, case: Case | None) -> Callable[[Envelope], MentoringPage]:
    return lambda envelope: MentoringPage.model_validate(_parts(file, envelope, case))


def _introduction(
    file: PupilFile, case: Case | None, mentor: StaffMember | None
) -> Callable[[Envelope], MentorIntroduced]:
    def context(envelope: Envelope) -> MentorIntroduced:
        shown = signatory_of(mentor or envelope.signs)
        return MentorIntroduced.model_validate(
            {
                **_parts(file, envelope, case),
                "mentor_role": shown.role,
                "mentor_phone": shown.phone,
                "mentor_email": shown.email,
                "contact_mentor": contact_us(school_of(file.casebook.settings), shown),
                "is_from_mentor": mentor is envelope.signs,
            }
        )

    return context
