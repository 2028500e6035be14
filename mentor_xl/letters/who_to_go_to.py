"""Whom can a pupil or a family go to; what do staff get; what if a letter has nothing to tell?"""

from dataclasses import replace

from pydantic import Field

from mentor_xl.documents import Context, PupilFile, Wanted
from mentor_xl.letter_parts import mentor_of, staff_name
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Case, StaffMember


class PersonToGoTo(Context):
    """Somebody in school who is there for the pupil."""

    name: str = Field(description="The person's name.", examples=["Mrs Kathleen Salt"])
    role: str = Field(description="Who that is in school, in small letters.", examples=["learning mentor"])
    days: str = Field(description="The days they are in; empty where not known.", examples=["Mon-Thu"])


def people_to_go_to(file: PupilFile, case: Case | None) -> tuple[PersonToGoTo, ...]:
    """The mentor, then the pastoral manager as Settings names them: somebody is there every day."""
    mentor = mentor_of(file, case) if case else None
    manager = file.casebook.settings.pastoral_manager
    found = [_mentor(mentor)] if mentor else []
    is_one_person = bool(mentor and manager and manager.split()[-1] == (mentor.surname or "").split()[-1])
    if manager and not is_one_person:
        found.append(PersonToGoTo(name=manager, role="pastoral manager", days=""))
    return tuple(found)


def _mentor(mentor: StaffMember) -> PersonToGoTo:
    role = mentor.role or "Mentor"
    is_abbreviation = role.isupper()
    return PersonToGoTo(
        name=staff_name(mentor),
        role=role if is_abbreviation else role[0].lower() + role[1:],
        days=mentor.days_worked or "",
    )


def mentor_name(file: PupilFile, case: Case | None) -> str:
    """The case's mentor by name; empty where there is none, or they have left."""
    mentor = mentor_of(file, case) if case else None
    return staff_name(mentor) if mentor else ""


def staff_copy(wanted: Wanted, staff: Recipient | NoLetter) -> Wanted:
    """The staff's edition of what a family gets: a letter of its own, on the pupil's row like the pupil's."""
    return replace(wanted, row_key=f"{wanted.row_key}|staff", to=(staff,))


def nothing_to_tell(file: PupilFile, why: str, code: str) -> Wanted:
    """The answer to a person who asked for a letter that would have nothing in it."""
    return Wanted(
        row_key=file.pupil.pupil_id,
        to=(NoLetter(f"Pupils!{file.pupil.row_number}", why, code),),
        signs=None,
        context=lambda _: Context(),
    )
