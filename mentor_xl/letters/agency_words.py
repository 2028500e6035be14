"""What a letter to an agency says of who the pupil is, who agreed, and who may know of the referral."""

from collections.abc import Mapping

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate
from mentor_xl.dates import in_words
from mentor_xl.documents import PupilFile
from mentor_xl.letters.agency_forms import Form
from mentor_xl.name_at_home import called, is_legal_at_home, is_to_be_asked
from mentor_xl.pupil_view import PupilView
from mentor_xl.wording import in_a_list

THROUGH_SCHOOL = "Please get in touch through the school, not through the family."
"""Where the family may not know of the referral."""


def filled(words: str, values: Mapping[str, str]) -> str:
    """Words of the table with the names put in."""
    return words.format_map(values)


def who_is(file: PupilFile) -> str:
    """``Ana is in Year 9 at Weir School.``"""
    year = PupilView(file.pupil, Audience.AGENCY, file.today, file.calendar.nation).year
    school = file.casebook.settings.school_name or "our school"
    return f"{called(file.pupil, Audience.AGENCY)} is {f'in {year}' if year else 'a pupil'} at {school}."


def family_knows(form: Form, gate: Gate) -> bool:
    """Whether the family is certain to know of a referral, and may be named and contacted.

    Not where consent was set aside, where only the pupil agreed, or where the agency is one to which the
    family is never led; where nobody had to agree, only if such a referral is always told to them.
    """
    if gate.is_overridden or form.family == "never":
        return False
    if gate.consent is None:
        return form.family == "told"
    return gate.consent.basis in ("Parent", "Parent and pupil")


def consent_in_words(file: PupilFile, gate: Gate, form: Form) -> str:
    """Who agreed, and when; where the family may not know, that contact is through the school."""
    through_school = "" if family_knows(form, gate) else f" {THROUGH_SCHOOL}"
    consent = gate.consent
    if consent is None:
        return f"{form.without_consent}{through_school}"
    if gate.is_overridden:
        return f"The designated safeguarding lead has decided about sharing this referral.{through_school}"
    name = called(file.pupil, Audience.AGENCY)
    day = f" on {in_words(consent.given_on)}" if consent.given_on else ""
    if form.family == "never" or consent.basis == "Pupil":
        return f"{name} agreed to this referral{day}.{through_school}"
    given_by = consent.given_by or "A parent or carer"
    has_both = consent.basis == "Parent" or name.casefold() in given_by.casefold()
    who = given_by if has_both else in_a_list([given_by, name])
    return f"{who} agreed to this referral{day}.{through_school}"


def copies(file: PupilFile, form: Form, *, tells_family: bool) -> str:
    """Who gets a copy, where that differs from one kind of agency to another.

    Not a family that may not know the name in it.
    """
    if not tells_family or is_legal_at_home(file.pupil) or is_to_be_asked(file.pupil):
        return "No copy of this letter goes to the family."
    if form.copy_to == "parents":
        return "A copy goes to the parents or carers, to keep and to bring to the appointment."
    senco = file.casebook.settings.senco
    return f"A copy goes to {senco}, our SENCO." if form.copy_to == "SENCO" and senco else ""
