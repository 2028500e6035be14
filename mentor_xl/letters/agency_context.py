"""What a referral to an agency, and the safeguarding lead's hand-off sheet, can print."""

from pydantic import Field

from mentor_xl.audience import SENSITIVE_BARRIERS
from mentor_xl.consent import Gate
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile
from mentor_xl.letter_parts import LetterContext, MeasureLine, measure_lines, shared_parts
from mentor_xl.progress import changes
from mentor_xl.pupil_view import called
from mentor_xl.recipients import ADDRESS_WITHHELD, is_kept_away, is_withheld, pupils_address
from mentor_xl.records import Agency, AgencyReferral, Contact, Pupil, Referral
from mentor_xl.wording import formal_name, in_a_list, name_on_envelope, phone_number

REPLY_WITHIN = 10
"""Working days in which an agency answers, where its row does not say (decisions, *Agency chase*)."""


class AgencyBlock(Context):
    """The agency that is asked."""

    name: str = Field(description="The agency's name.")
    contact: str = Field(description="The person or team there.")
    phone: str = Field(description="Its phone number.")
    email: str = Field(description="Its e-mail address.")
    checked_on: str = Field(description="When the details were last checked; leaders only, else empty.")


class Person(Context):
    """A member of the family, or a carer."""

    name: str = Field(description="Title and name.")
    relationship: str = Field(description="To the pupil.")
    parental_responsibility: str = Field(description="Yes, No or Not known.")
    phone: str = Field(description="A phone number; empty where it is withheld or not recorded.")
    note: str = Field(description="What has to be known before this person is called.")


class AgencyRequest(Context):
    """What the agency is asked, and what it needs to know."""

    urgency: str
    why_now: str = Field(description="The reason, as the mentor wrote it.")
    how_long: str
    support_tried: str
    strengths: str
    pupils_view: str
    risks_known: str = Field(description="One fixed sentence: ask the safeguarding lead.")
    desired_outcome: str
    attendance: str
    sen: str
    needs: str
    access: str = Field(description="An interpreter, large print.")


class AgencyReferralLetter(LetterContext):
    """What a referral letter can print."""

    agency: AgencyBlock
    referral: AgencyRequest
    pupil_address: str
    family: tuple[Person, ...]
    consent: str = Field(description="Who agreed, and when.")
    measures: tuple[MeasureLine, ...]


class HandOff(Context):
    """The facts of the matter that the sheet may hold."""

    urgency: str
    access: str


class HandOffSheet(LetterContext):
    """What the hand-off sheet can print. There is no field for what was said or seen."""

    agency: AgencyBlock
    referral: HandOff
    pupil_address: str
    family: tuple[Person, ...]
    first_language: str


def referral_letter(
    file: PupilFile, envelope: Envelope, referral: AgencyReferral, agency: Agency, gate: Gate
) -> AgencyReferralLetter:
    """The context of a letter to an agency.

    Where parents may not know of the referral, nobody there is given a number to ring them on.
    """
    tells_family = _family_knows(gate)
    days = agency.reply_expected_within or REPLY_WITHIN
    reply_by = file.calendar.add_working_days(file.today, days)
    measures = changes(file.casebook, file.casebook.measures_of(file.pupil.pupil_id), file.today)
    return AgencyReferralLetter.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_by),
            "agency": _agency(agency),
            "referral": _request(file, referral, access=_access(file) if tells_family else ""),
            "pupil_address": _address(file),
            "family": _family(file) if tells_family else (),
            "consent": _consent_in_words(file, gate),
            "measures": measure_lines(measures),
        }
    )


def hand_off(file: PupilFile, envelope: Envelope, referral: AgencyReferral, agency: Agency) -> HandOffSheet:
    """The context of the safeguarding lead's sheet."""
    return HandOffSheet.model_validate(
        {
            **shared_parts(file, envelope),
            "agency": _agency(agency, is_for_leader=True),
            "referral": HandOff(urgency=referral.urgency or "", access=_access(file)),
            "pupil_address": _address(file),
            "family": _family(file, restricted=True),
            "first_language": file.pupil.first_language or "",
        }
    )


def _family_knows(gate: Gate) -> bool:
    """Whether the family knows of a referral: not for certain where only the pupil agreed, or nobody did."""
    return not gate.is_overridden and (gate.consent is None or gate.consent.basis != "Pupil")


def _agency(agency: Agency, *, is_for_leader: bool = False) -> AgencyBlock:
    return AgencyBlock(
        name=agency.agency,
        contact=agency.contact_name or "",
        phone=phone_number(agency.phone),
        email=agency.email or "",
        checked_on=in_words(agency.checked_on) if agency.checked_on and is_for_leader else "",
    )


def _request(file: PupilFile, referral: AgencyReferral, *, access: str) -> AgencyRequest:
    came_in = _referral_into_mentoring(file)
    # What was written of a sensitive barrier is told to nobody but in the words of this referral.
    concern = None if came_in is None or _is_sensitive(came_in) else came_in
    pupil = file.pupil
    return AgencyRequest(
        urgency=referral.urgency or "",
        why_now=referral.reason or "",
        how_long=(concern.how_long_a_concern or "") if concern else "",
        support_tried=referral.support_tried or (concern.strategies_tried if concern else None) or "",
        strengths=(came_in.strengths or "") if came_in else "",
        pupils_view=(came_in.pupils_view or "") if came_in else "",
        risks_known=_ask_the_safeguarding_lead(file),
        desired_outcome=referral.desired_outcome or "",
        attendance="" if pupil.attendance_percent is None else f"{pupil.attendance_percent:g}%",
        sen=_sen_in_words(pupil),
        needs="A medical plan is in place in school." if pupil.medical_plan else "",
        access=access,
    )


def _referral_into_mentoring(file: PupilFile) -> Referral | None:
    """The latest referral that brought the pupil to mentoring."""
    referrals = [r for r in file.casebook.referrals_of(file.pupil.pupil_id) if r.received_on]
    return max(referrals, key=lambda r: (r.received_on or file.today, r.row_number), default=None)


def _is_sensitive(referral: Referral) -> bool:
    barriers = {referral.main_barrier, *(referral.other_barriers or ())}
    return bool(SENSITIVE_BARRIERS & barriers) or bool({"main_barrier", "other_barriers"} & referral.unread)


def _ask_the_safeguarding_lead(file: PupilFile) -> str:
    """An agency hears of risk and care from the safeguarding lead alone (reference 6.2)."""
    name = file.casebook.settings.designated_safeguarding_lead
    lead = f"{name}, our designated safeguarding lead," if name else "our designated safeguarding lead"
    return f"Please speak with {lead} about risk and safeguarding before the first appointment."


_SEN_STATUS = {"K": "SEN support", "E": "Education, health and care plan"}
_SEN_TYPES = {
    "SPLD": "specific learning difficulty", "MLD": "moderate learning difficulty",
    "SLD": "severe learning difficulty", "PMLD": "profound and multiple learning difficulty",
    "SEMH": "social, emotional and mental health", "SLCN": "speech, language and communication",
    "HI": "hearing impairment", "VI": "vision impairment", "MSI": "multi-sensory impairment",
    "PD": "physical disability", "ASD": "autism", "DS": "Down syndrome", "OTH": "other need",
    "NSA": "no specialist assessment yet",
}  # fmt: skip


def _sen_in_words(pupil: Pupil) -> str:
    status = _SEN_STATUS.get(pupil.sen_status or "", "")
    types = [_SEN_TYPES[kind] for kind in (pupil.sen_type_1, pupil.sen_type_2) if kind]
    return f"{status}: {in_a_list(types)}" if status and types else status


def _access(file: PupilFile) -> str:
    contacts = [c for c in file.casebook.contacts_of(file.pupil.pupil_id) if not is_kept_away(c)]
    languages = dict.fromkeys(contact.language for contact in contacts if contact.interpreter)
    wants = [f"an interpreter ({language})" if language else "an interpreter" for language in languages]
    if any(contact.format == "Large print" for contact in contacts):
        wants.append("letters in large print")
    text = in_a_list(wants)
    return f"The family would like {text}." if text else ""


def _address(file: PupilFile) -> str:
    return ", ".join(pupils_address(file.casebook, file.pupil)) or "not yet recorded"


def _family(file: PupilFile, *, restricted: bool = False) -> tuple[Person, ...]:
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


def _consent_in_words(file: PupilFile, gate: Gate) -> str:
    consent = gate.consent
    if consent is None:
        return "This agency needs no consent for a referral."
    if gate.is_overridden:
        return f"The designated safeguarding lead has decided about sharing this referral. {_THROUGH_SCHOOL}"
    name = called(file.pupil)
    day = f" on {in_words(consent.given_on)}" if consent.given_on else ""
    if consent.basis == "Pupil":
        return f"{name} agreed to this referral{day}. {_THROUGH_SCHOOL}"
    given_by = consent.given_by or "A parent or carer"
    has_both = consent.basis == "Parent" or name.casefold() in given_by.casefold()
    who = given_by if has_both else in_a_list([given_by, name])
    return f"{who} agreed to this referral{day}."


_THROUGH_SCHOOL = "Please get in touch through the school, not through the family."
"""Where the family may not know of the referral."""
