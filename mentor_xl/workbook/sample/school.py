"""The school that does not exist, its staff, the services around it, and what its office keeps."""

import datetime as dt
import unicodedata
from random import Random

from mentor_xl.records import Agency, Policy, Settings, StaffMember, TrainingRecord
from mentor_xl.workbook.sample.names import make_person

DOMAIN = "wrenfield.example"
TOWN = "Hollowbridge"
SETTINGS = Settings(
    school_name="Wrenfield Academy",
    urn="999001",
    laestab="999/4001",
    phase="Secondary",
    nation="England",
    address_line_1="Quarry Lane",
    town=TOWN,
    postcode="HW4 7BD",
    phone="01632 960100",
    email=f"office@{DOMAIN}",
    website=f"www.{DOMAIN}",
    headteacher="Mrs H Lindqvist",
    senco="Mr D Pryce-Owen",
    designated_safeguarding_lead="Ms N Okafor",
    pastoral_manager="Mrs R Tweddle",
    reference_prefix="WRA",
    due_soon_within=15,
    hide_counts_below=5,
    hourly_cost=18.5,
    letter_font_size=12,
    name_both_parents=False,
    mentor_title="Learning mentor",
)
"""Unique reference and LAESTAB number 999: no authority has it."""

_OFFICE = (
    ("HLI", "Mrs", "Hanna", "Lindqvist", "Headteacher", True),
    ("DPO", "Mr", "Dylan", "Pryce-Owen", "SENCO", True),
    ("NOK", "Ms", "Nkechi", "Okafor", "Designated safeguarding lead", True),
    ("RTW", "Mrs", "Rhona", "Tweddle", "Pastoral manager", True),
    ("JMB", "Mr", "Joseph", "Mbeki-Lowe", "Attendance officer", False),
)
_MENTORS = (
    ("KSA", "Mrs", "Kathleen", "Salt", "Learning mentor", "Monday to Thursday"),
    ("AFE", "Mr", "Anselm", "Ferreira", "Learning mentor", "Monday to Friday"),
    ("PJD", "Ms", "Parveen", "Jandu", "Behaviour support mentor", "Tuesday to Friday"),
)
_MOST_MENTORS = 60
_CASES_EACH = 12


def make_staff(chance: Random, pupils: int) -> tuple[StaffMember, ...]:
    """The office, and a mentor for about eighteen pupils, three at least."""
    office = [
        StaffMember(
            staff_code=code,
            title=title,
            forename=forename,
            surname=surname,
            role=role,
            email=work_email(forename, surname),
            phone=f"01632 9601{number:02}",
            days_worked="Monday to Friday",
            signs_letters=signs,
        )
        for number, (code, title, forename, surname, role, signs) in enumerate(_OFFICE, 1)
    ]
    named = [_mentor(mentor, number) for number, mentor in enumerate(_MENTORS, 20)]
    more = range(max(0, min(_MOST_MENTORS, -(-pupils // 18)) - len(named)))
    return (*office, *named, *(_another_mentor(chance, number) for number in more))


def _mentor(who: tuple[str, str, str, str, str, str], line: int) -> StaffMember:
    code, title, forename, surname, role, days = who
    return StaffMember(
        staff_code=code,
        title=title,
        forename=forename,
        surname=surname,
        role=role,
        email=work_email(forename, surname),
        phone=f"01632 9601{line:02}",
        days_worked=days,
        signs_letters=True,
        places=_CASES_EACH,
        hourly_cost=18.5,
    )


def _another_mentor(chance: Random, number: int) -> StaffMember:
    person = make_person(chance)
    title = chance.choice(("Mrs", "Ms", "Miss")) if person.is_woman else "Mr"
    code = f"{plain(person.forename)[:1]}{plain(person.surname)[:1]}{number + 10}".upper()
    days = "Monday to Friday"
    return _mentor((code, title, person.forename, person.surname, "Learning mentor", days), 30 + number)


def mentors_of(staff: tuple[StaffMember, ...]) -> tuple[str, ...]:
    """The codes of those who mentor."""
    return tuple(member.staff_code for member in staff if member.places)


def plain(name: str) -> str:
    """A name in the letters that an address may have: ``Łukasz`` is ``Lukasz``."""
    letters = name.translate(str.maketrans("łŁøØđĐß", "lLoOdDs"))
    folded = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return "".join(letter for letter in folded if letter.isalpha())


def work_email(forename: str, surname: str) -> str:
    """An e-mail address at the school."""
    return f"{plain(forename)[:1]}.{plain(surname)}@{DOMAIN}".lower()


_AGENCIES = (
    ("Hollowbridge CAMHS", "CAMHS", "The referral team", "Linden House", "Parent and pupil"),
    ("Clear Path", "Drugs and alcohol", "Young people’s worker", "12 Ferry Road", "Pupil"),
    ("Willow Bereavement", "Bereavement", "Family team", "3 Chapel Walk", "Parent and pupil"),
    ("Attendance Service", "Education welfare", "Duty officer", "Civic Centre", "Not required"),
    ("Hollowbridge MASH", "Social care", "Front door", "Civic Centre", "Safeguarding lead only"),
    ("Talk Together", "Speech and language", "Therapy team", "The Clinic", "Parent"),
    ("Riverside Youth", "Youth club", "Ms Ocampo", "The Old Boathouse", "Parent and pupil"),
)
_NOT_CHECKED_LATELY = "Willow Bereavement"


def make_agencies(today: dt.date) -> tuple[Agency, ...]:
    """The services that the school refers to; one was last looked at too long ago."""
    return tuple(
        Agency.model_validate(
            {
                "agency": name,
                "kind": kind,
                "contact_name": contact,
                "address_line_1": street,
                "town": TOWN,
                "postcode": f"HW1 {number}AB",
                "email": f"referrals@{plain(name).lower()}.example",
                "phone": f"01632 96021{number}",
                "own_form_only": kind == "Social care",
                "consent_needed": consent,
                "reply_expected_within": 10,
                "checked_on": today - dt.timedelta(days=480 if name == _NOT_CHECKED_LATELY else 70),
            }
        )
        for number, (name, kind, contact, street, consent) in enumerate(_AGENCIES)
    )


def make_policies(today: dt.date) -> tuple[Policy, ...]:
    """The policies that mentoring rests on; one is to be looked at again soon."""
    year = dt.timedelta(days=365)
    reviewed = (
        ("Mentoring", "Pastoral manager", 130),
        ("Safeguarding", "Headteacher", 80),
        ("SEND", "SENCO", 200),
        ("Behaviour", "Deputy head", 352),
    )
    return tuple(
        Policy(policy=f"{name} policy", owner=owner, reviewed_on=day, review_by=day + year)
        for name, owner, day in (
            (name, owner, today - dt.timedelta(days=ago)) for name, owner, ago in reviewed
        )
    )


def make_training(staff: tuple[StaffMember, ...], today: dt.date) -> tuple[TrainingRecord, ...]:
    """What the mentors learned lately."""
    courses = (
        ("Listening and questions", 6.0, "Mentor network", 400),
        ("Safeguarding, yearly", 2.0, "School", 81),
        ("Emotional literacy", 2.5, "Educational psychology service", 33),
    )
    return tuple(
        TrainingRecord(
            staff_code=member.staff_code,
            date=today - dt.timedelta(days=ago),
            title=title,
            hours=hours,
            provider=provider,
        )
        for member in staff
        if member.places
        for title, hours, provider, ago in courses
    )
