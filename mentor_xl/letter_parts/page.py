"""What letters print around their own words: the school, the addressee, who signs, the day to answer by."""

import datetime as dt

from pydantic import Field

from mentor_xl.dates import in_words, with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile
from mentor_xl.letter_parts.people import staff_name
from mentor_xl.pupil_view import PupilView
from mentor_xl.recipients import Recipient
from mentor_xl.records import Settings, StaffMember
from mentor_xl.wording import phone_number, postcode


class School(Context):
    """The school as its letterhead shows it."""

    name: str = Field(description="The school's name.", examples=["Thornfield High School"])
    letterhead_line: str = Field(
        description="Address, phone and e-mail in one line.",
        examples=["1 School Lane, Exeford EX4 1AA · 01392 555014"],
    )
    phone: str = Field(description="The school's phone number.", examples=["01392 555014"])
    email: str = Field(description="The school's e-mail address.", examples=["office@thornfield.example"])
    website: str = Field(description="The school's website.", examples=["www.thornfield.example"])
    headteacher: str = Field(
        description="The headteacher's name as Settings has it.", examples=["Mrs A. Head"]
    )
    senco: str = Field(description="The SENCO's name as Settings has it.", examples=["Mr D. Pryce"])
    safeguarding_lead: str = Field(
        description="The designated safeguarding lead's name.", examples=["Ms H. Lindqvist"]
    )


class LetterHead(Context):
    """What identifies this letter."""

    reference: str = Field(description="The letter's reference.", examples=["TH/26/consent/1a2b3c"])
    date: str = Field(description="The day it is dated.", examples=["23 November 2026"])


class Addressee(Context):
    """Who the letter goes to."""

    name: str = Field(description="The name on the envelope.", examples=["Mr and Mrs Adeyemi"])
    address_lines: tuple[str, ...] = Field(
        description="Name and address, six lines at most.",
        examples=[("Mr and Mrs Adeyemi", "12 Fern Lane", "Exeford", "EX4 3AB")],
    )
    salutation: str = Field(description="The greeting.", examples=["Dear Mr and Mrs Adeyemi"])
    close: str = Field(description="The close.", examples=["Yours sincerely"])
    interpreter: str = Field(description="The language, where an interpreter is wanted.", examples=["Polish"])


class Signatory(Context):
    """Who signs."""

    name: str = Field(description="The name below the signature.", examples=["Mrs Kathleen Salt"])
    role: str = Field(description="The role.", examples=["Learning mentor"])
    days_worked: str = Field(description="The days worked.", examples=["Mon-Thu"])
    phone: str = Field(description="A phone number or extension.", examples=["ext. 214"])
    email: str = Field(description="An e-mail address.", examples=["k.salt@thornfield.example"])


class LetterContext(Context):
    """What every letter can print."""

    school: School
    letter: LetterHead
    recipient: Addressee
    signatory: Signatory
    pupil: PupilView = Field(description="The pupil, as far as this audience may be told.")
    contact_us: str = Field(
        description="How to get in touch, as it follows 'please'.",
        examples=["phone 01392 555014 or email k.salt@thornfield.example"],
    )
    reply_by: str = Field(description="The day to answer by.", examples=["Friday 27 November 2026"])


def school_of(settings: Settings) -> School:
    """The school from its Settings sheet."""
    town = " ".join(filter(None, (settings.town, postcode(settings.postcode))))
    address = ", ".join(filter(None, (settings.address_line_1, settings.address_line_2, town)))
    phone = phone_number(settings.phone)
    return School(
        name=settings.school_name or "",
        letterhead_line=" · ".join(filter(None, (address, phone, settings.email))),
        phone=phone,
        email=settings.email or "",
        website=settings.website or "",
        headteacher=settings.headteacher or "",
        senco=settings.senco or "",
        safeguarding_lead=settings.designated_safeguarding_lead or "",
    )


def addressee(recipient: Recipient) -> Addressee:
    """The addressee of one envelope; the postcode is its last line, in capitals."""
    *lines, last = recipient.address_lines or ("",)
    return Addressee(
        name=recipient.greeting.name,
        address_lines=(*lines, postcode(last)) if recipient.address_lines else (),
        salutation=recipient.greeting.salutation,
        close=recipient.greeting.close,
        interpreter=recipient.interpreter,
    )


def signatory_of(member: StaffMember) -> Signatory:
    """The signature block of a member of staff."""
    return Signatory(
        name=staff_name(member),
        role=member.role or "",
        days_worked=member.days_worked or "",
        phone=phone_number(member.phone),
        email=member.email or "",
    )


def contact_us(school: School, signatory: Signatory) -> str:
    """How to get in touch, to follow *please*: ``phone 01392 555014 or email k.salt@…``."""
    has_own_line = sum(map(str.isdigit, signatory.phone)) >= 9
    extension = f" ({signatory.phone})" if signatory.phone and not has_own_line and school.phone else ""
    phone = signatory.phone if has_own_line else f"{school.phone}{extension}"
    email = signatory.email or school.email
    ways = [way for way in (phone and f"phone {phone}", email and f"email {email}") if way]
    return " or ".join(ways) or "speak to the school office"


def shared_parts(
    file: PupilFile, envelope: Envelope, *, reply_by: dt.date | None = None
) -> dict[str, object]:
    """The fields of ``LetterContext``."""
    school, signatory = school_of(file.casebook.settings), signatory_of(envelope.signs)
    return {
        "school": school,
        "letter": LetterHead(reference=envelope.reference, date=in_words(file.today)),
        "recipient": addressee(envelope.to),
        "signatory": signatory,
        "pupil": PupilView(file.pupil, envelope.to.audience, file.today, file.calendar.nation),
        "contact_us": contact_us(school, signatory),
        "reply_by": with_weekday(reply_by) if reply_by else "",
    }


def reply_day(file: PupilFile, *, before: dt.date | None = None, school_days: int = 5) -> dt.date | None:
    """The day to answer by: some school days from today, at the latest the school day before a meeting.

    ``None`` where the calendar cannot say, or no day is left.
    """
    day = file.calendar.add_school_days(file.today, school_days)
    if before:
        eve = file.calendar.previous_school_day(before)
        day = min(filter(None, (day, eve)), default=None)
    return day if day and day > file.today else None
