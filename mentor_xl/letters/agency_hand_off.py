"""What the safeguarding lead's hand-off sheet can print: facts to make contact with, and no account."""

from pydantic import Field

from mentor_xl.consent import Gate, named_consent
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile
from mentor_xl.letter_parts import LetterContext, shared_parts
from mentor_xl.letters.agency_context import AgencyBlock, agency_block, medical_plan, sen_in_words
from mentor_xl.letters.agency_family import Person, access_wanted, address_of_pupil, family_of
from mentor_xl.records import Agency, AgencyReferral


class HandOff(Context):
    """The facts of the matter that the sheet may hold."""

    urgency: str = Field(description="How urgent it is.", examples=["Urgent"])
    access: str = Field(
        description="An interpreter, large print.",
        examples=["The family would like an interpreter (Polish)."],
    )


class HandOffSheet(LetterContext):
    """What the hand-off sheet can print. There is no field for what was said or seen."""

    agency: AgencyBlock = Field(description="The service to contact.")
    referral: HandOff = Field(description="How urgent it is, and what makes it easier to take part.")
    pupil_address: str = Field(description="Where the pupil lives.", examples=["12 Fern Lane, Exeford"])
    family: tuple[Person, ...] = Field(description="The family, with whoever must not be called.")
    first_language: str = Field(description="The pupil's first language.", examples=["Polish"])
    sen: str = Field(description="Special educational needs.", examples=["SEN support: autism"])
    needs: str = Field(
        description="Whether there is a medical plan.", examples=["A medical plan is in place in school."]
    )
    attendance: str = Field(description="The latest attendance.", examples=["88.4%"])
    consent: str = Field(
        description="Whether agreement to this contact is on record.",
        examples=["Mrs Ada Aske agreed on 10 September 2026."],
    )


def hand_off(file: PupilFile, envelope: Envelope, referral: AgencyReferral, agency: Agency) -> HandOffSheet:
    """The context of the safeguarding lead's sheet."""
    pupil = file.pupil
    percent = pupil.attendance_percent
    return HandOffSheet.model_validate(
        {
            **shared_parts(file, envelope),
            "agency": agency_block(agency, is_for_leader=True),
            "referral": HandOff(urgency=referral.urgency or "", access=access_wanted(file)),
            "pupil_address": address_of_pupil(file),
            "family": family_of(file, restricted=True),
            "first_language": pupil.first_language or "",
            "sen": sen_in_words(file),
            "needs": medical_plan(file),
            "attendance": "" if percent is None else f"{percent:g}%",
            "consent": _agreed(named_consent(file.casebook, referral, agency, file.today)),
        }
    )


def _agreed(gate: Gate) -> str:
    """Whether somebody agreed: none is needed where a child may come to significant harm (reference 6.6)."""
    consent = gate.consent
    if not gate.is_open or consent is None or consent.given_on is None:
        return "No agreement is on record."
    return f"{consent.given_by or 'Somebody'} agreed on {in_words(consent.given_on)}."
