"""What a referral to an agency can print, and how it is filled for the kind of agency."""

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.consent import Gate
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile
from mentor_xl.letter_parts import LetterContext, MeasureLine, shared_parts
from mentor_xl.letters.agency_evidence import (
    AttendanceLine,
    StepLine,
    WorkedOn,
    attendance_lines,
    scores,
    step_lines,
    worked_on,
)
from mentor_xl.letters.agency_family import Person, access_wanted, address_of_pupil, family_of
from mentor_xl.letters.agency_forms import Form, form_of
from mentor_xl.letters.agency_sections import Section, Told, sections_of
from mentor_xl.letters.agency_words import consent_in_words, copies, family_knows, filled, who_is
from mentor_xl.name_at_home import called
from mentor_xl.records import Agency, AgencyReferral
from mentor_xl.wording import in_a_list, phone_number

REPLY_WITHIN = 10
"""Working days in which an agency answers, where its row does not say (decisions, *Agency chase*)."""


class AgencyBlock(Context):
    """The agency that is asked."""

    name: str = Field(description="The agency's name.", examples=["Hollowbridge CAMHS"])
    kind: str = Field(description="Its kind, as on the Agencies sheet.", examples=["CAMHS"])
    contact: str = Field(description="The person or team there.", examples=["The referrals team"])
    phone: str = Field(description="Its phone number.", examples=["01632 960150"])
    email: str = Field(description="Its e-mail address.", examples=["referrals@camhs.example"])
    own_form: bool = Field(
        description="Whether it takes only its own form, so that the letter goes with that.", examples=[False]
    )
    checked_on: str = Field(
        description="When the details were last checked; leaders only, else empty.",
        examples=["7 September 2026"],
    )


class AgencyRequest(Context):
    """What the agency is asked, and what it needs to know. What its kind is not told is empty."""

    subject: str = Field(description="What the letter is, before the name.", examples=["Referral"])
    opening: str = Field(
        description="The first sentences, as they are for this kind of agency.",
        examples=["I am writing to ask for your support for Ana. Ana is in Year 9 at Weir School."],
    )
    asks: str = Field(
        description="What is asked, as it is for this kind of agency.",
        examples=["Please tell us what you can offer Ana, and how long it may be until then."],
    )
    urgency: str = Field(description="How urgent it is.", examples=["Soon"])
    why_now: str = Field(
        description="The reason, as the mentor wrote it.",
        examples=["Has not stayed in lessons since the summer."],
    )
    how_long: str = Field(description="How long it has been a concern.", examples=["Since Year 7"])
    support_tried: str = Field(
        description="What was tried, and what came of it.",
        examples=["Weekly mentoring: two more lessons a day."],
    )
    strengths: str = Field(description="What goes well.", examples=["Kind to younger pupils."])
    pupils_view: str = Field(description="The pupil's own words.", examples=["I would like it quieter."])
    risks_known: str = Field(
        description="One fixed sentence: ask the safeguarding lead.",
        examples=["Please speak with Ms Lindqvist about risk before the first appointment."],
    )
    desired_outcome: str = Field(
        description="What the mentor hopes for.", examples=["Advice on the way back into lessons."]
    )
    attendance: str = Field(description="The latest attendance.", examples=["88.4%"])
    timetable: str = Field(
        description="A sentence where the timetable is part-time.",
        examples=["Part-time until 18 December 2026"],
    )
    sen: str = Field(
        description="Special educational needs, in words.", examples=["SEN support: speech and language"]
    )
    needs: str = Field(
        description="Whether there is a medical plan.", examples=["A medical plan is in place in school."]
    )
    language: str = Field(description="The first language.", examples=["Polish"])
    access: str = Field(
        description="An interpreter, large print.",
        examples=["The family would like an interpreter (Polish)."],
    )


class AgencyReferralLetter(LetterContext):
    """What a referral letter can print."""

    agency: AgencyBlock = Field(description="The agency that is asked.")
    referral: AgencyRequest = Field(description="What is asked, and the facts.")
    sections: tuple[Section, ...] = Field(
        description="What is told, in the order that suits this kind of agency."
    )
    pupil_address: str = Field(description="Where the pupil lives.", examples=["12 Fern Lane, Exeford"])
    family: tuple[Person, ...] = Field(description="The family; nobody where they may not know.")
    consent: str = Field(
        description="Who agreed, and when.",
        examples=["Mrs Ada Aske and Ana agreed to this referral on 10 September 2026."],
    )
    copies: str = Field(
        description="Who gets a copy; empty where that is as usual.",
        examples=["A copy goes to Mr D. Pryce, our SENCO."],
    )
    measures: tuple[MeasureLine, ...] = Field(description="Questionnaires, each with its scores.")
    targets: tuple[WorkedOn, ...] = Field(
        description="Targets, the strategy for each, and how far it was reached."
    )
    attendance: tuple[AttendanceLine, ...] = Field(description="Attendance in sessions, period by period.")
    steps: tuple[StepLine, ...] = Field(description="Steps of a return to lessons.")


def referral_letter(
    file: PupilFile, envelope: Envelope, referral: AgencyReferral, agency: Agency, gate: Gate
) -> AgencyReferralLetter:
    """The context of a letter to an agency.

    Where the family may not know of the referral, nobody there is given an address, a number or a name.
    """
    form = form_of(agency.kind)
    told = Told(file, referral, form, tells_family=family_knows(form, gate))
    parts = {part for part, _ in form.sections}
    days = agency.reply_expected_within or REPLY_WITHIN
    return AgencyReferralLetter.model_validate(
        {
            **shared_parts(file, envelope, reply_by=file.calendar.add_working_days(file.today, days)),
            "agency": agency_block(agency),
            "referral": _request(told, agency),
            "sections": sections_of(told),
            "pupil_address": _address(told),
            "family": family_of(file) if told.tells_family else (),
            "consent": consent_in_words(file, gate, form),
            "copies": copies(file, form, tells_family=told.tells_family),
            "measures": scores(file) if "measures" in parts else (),
            "targets": worked_on(file) if "targets" in parts else (),
            "attendance": attendance_lines(file) if "attendance" in parts else (),
            "steps": step_lines(file) if "steps" in parts else (),
        }
    )


def agency_block(agency: Agency, *, is_for_leader: bool = False) -> AgencyBlock:
    """The agency's own details."""
    return AgencyBlock(
        name=agency.agency,
        kind=agency.kind or "",
        contact=agency.contact_name or "",
        phone=phone_number(agency.phone),
        email=agency.email or "",
        own_form=bool(agency.own_form_only),
        checked_on=in_words(agency.checked_on) if agency.checked_on and is_for_leader else "",
    )


def _address(told: Told) -> str:
    if told.tells_family:
        return address_of_pupil(told.file)
    return f"Please write to {called(told.file.pupil, Audience.AGENCY)} at school"


def _request(told: Told, agency: Agency) -> AgencyRequest:
    form, referral, name = told.form, told.referral, called(told.file.pupil, Audience.AGENCY)
    words = {"name": name, "who": who_is(told.file), "agency": agency.agency}
    return AgencyRequest(
        subject=form.subject,
        opening=filled(form.opening, words),
        asks=filled(form.asks, words),
        urgency=referral.urgency or "",
        why_now=referral.reason or "",
        how_long=told.how_long,
        support_tried=told.support_tried,
        strengths=told.strengths,
        pupils_view=told.pupils_view,
        risks_known=told.risks_known,
        desired_outcome=referral.desired_outcome or "",
        **_facts(told, form),
    )


def _facts(told: Told, form: Form) -> dict[str, str]:
    """The rows of the table about the pupil that this kind of agency is told."""
    pupil = told.file.pupil
    percent = "" if pupil.attendance_percent is None else f"{pupil.attendance_percent:g}%"
    return {
        "attendance": percent if "attendance" in form.facts else "",
        "timetable": _timetable(told) if "timetable" in form.facts else "",
        "sen": sen_in_words(told.file) if "sen" in form.facts else "",
        "needs": medical_plan(told.file) if "needs" in form.facts else "",
        "language": (pupil.first_language or "") if "language" in form.facts else "",
        "access": access_wanted(told.file) if "access" in form.facts and told.tells_family else "",
    }


def _timetable(told: Told) -> str:
    pupil = told.file.pupil
    if not pupil.part_time_timetable:
        return ""
    ends = pupil.part_time_timetable_ends
    is_to_come = ends is not None and ends >= told.file.today
    return f"Part-time until {in_words(ends)}" if ends and is_to_come else "Part-time"


def medical_plan(file: PupilFile) -> str:
    """That there is a plan; what it says is for those who keep it."""
    return "A medical plan is in place in school." if file.pupil.medical_plan else ""


_SEN_STATUS = {"K": "SEN support", "E": "Education, health and care plan"}
_SEN_TYPES = {
    "SPLD": "specific learning difficulty", "MLD": "moderate learning difficulty",
    "SLD": "severe learning difficulty", "PMLD": "profound and multiple learning difficulty",
    "SEMH": "social, emotional and mental health", "SLCN": "speech, language and communication",
    "HI": "hearing impairment", "VI": "vision impairment", "MSI": "multi-sensory impairment",
    "PD": "physical disability", "ASD": "autism", "DS": "Down syndrome", "OTH": "other need",
    "NSA": "no specialist assessment yet",
}  # fmt: skip


def sen_in_words(file: PupilFile) -> str:
    """``SEN support: autism``; the status as the school recorded it."""
    pupil = file.pupil
    status = _SEN_STATUS.get(pupil.sen_status or "", "")
    types = [_SEN_TYPES[kind] for kind in (pupil.sen_type_1, pupil.sen_type_2) if kind]
    return f"{status}: {in_a_list(types)}" if status and types else status
