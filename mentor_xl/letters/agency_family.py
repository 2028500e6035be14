"""Who of the family stands in a page for an agency or the safeguarding lead, and how each can be reached."""

from pydantic import Field

from mentor_xl.documents import Context, PupilFile
from mentor_xl.recipients import ADDRESS_WITHHELD, is_kept_away, is_withheld, pupils_address
from mentor_xl.records import Contact
from mentor_xl.wording import formal_name, in_a_list, name_on_envelope, phone_number


class Person(Context):
    """A member of the family, or a carer."""

    name: str = Field(description="Title and name.", examples=["Mrs Ada Aske"])
    relationship: str = Field(description="To the pupil.", examples=["Mother"])
    parental_responsibility: str = Field(description="Yes, No or Not known.", examples=["Yes"])
    phone: str = Field(
        description="A phone number; empty where it is withheld or not recorded.", examples=["07700 900111"]
    )
    note: str = Field(
        description="What has to be known before this person is called.",
        examples=["court restriction: do not contact"],
    )


def family_of(file: PupilFile, *, restricted: bool = False) -> tuple[Person, ...]:
    """Contacts as a page lists them; those with a court restriction only where a leader reads it."""
    contacts = file.casebook.contacts_of(file.pupil.pupil_id)
    return tuple(_person(contact) for contact in contacts if restricted or not is_kept_away(contact))


def _person(contact: Contact) -> Person:
    withheld = is_withheld(contact)
    notes = (
        "court restriction: do not contact" if is_kept_away(contact) else "",
        ADDRESS_WITHHELD.lower() if withheld else "",
    )
    pr = {"Yes": "Yes", "No": "No"}.get(contact.parental_responsibility or "", "Not known")
    return Person(
        name=name_on_envelope(contact) or formal_name(contact),
        relationship=contact.relationship or "",
        parental_responsibility=pr,
        phone="through the school" if withheld else phone_number(contact.phone),
        note="; ".join(filter(None, notes)),
    )


def access_wanted(file: PupilFile) -> str:
    """What makes it easier for the family to take part: an interpreter, large print."""
    contacts = [c for c in file.casebook.contacts_of(file.pupil.pupil_id) if not is_kept_away(c)]
    languages = dict.fromkeys(contact.language for contact in contacts if contact.interpreter)
    wants = [f"an interpreter ({language})" if language else "an interpreter" for language in languages]
    if any(contact.format == "Large print" for contact in contacts):
        wants.append("letters in large print")
    text = in_a_list(wants)
    return f"The family would like {text}." if text else ""


def address_of_pupil(file: PupilFile) -> str:
    """The pupil's address in one line."""
    return ", ".join(pupils_address(file.casebook, file.pupil)) or "not yet recorded"
