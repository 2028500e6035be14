"""Who the pupils are, and who may be written to about them: *Pupils* and *Contacts*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import Hold, Key, Note, PupilRef, Record, column


class Pupil(Record):
    """Every pupil this workbook speaks of, one row each; the other sheets point here by Pupil ID."""

    sheet_name = "Pupils"
    needs = ("pupil_id",)

    holds: tuple[Hold, ...] = ()
    """Why letters about the pupil wait, beside what stands in columns of ours (``standing``)."""

    pupil_id: Key = column(
        "Pupil ID", Group.ADMIN,
        "The school’s own number for the pupil, as text so that its zeros stay; never used again.",
        must=True, aliases=(
            "Adm No", "Admission number", "Admission no", "MIS ID", "ID", "Pupil no", "Student ID",
            "Unique ID", "Adno",
        ),
        example="004511",
    )
    upn: str | None = column(
        "UPN", Group.ADMIN,
        "The 13-character unique pupil number from your school’s system. It is never printed.",
        aliases=("Unique pupil number",), example="B801200005001",
    )
    legal_surname: str | None = column(
        "Legal surname", Group.IDENTITY, "The surname in the school’s admission register.",
        must=True, aliases=("Surname", "Last name", "Family name", "Legal Last Name"), example="Hartley",
    )
    legal_forename: str | None = column(
        "Legal forename", Group.IDENTITY,
        "The forename in the admission register. Where Known as is filled, letters use that instead.",
        must=True, aliases=("Forename", "First name", "Given name", "Legal First Name"), example="Rosalind",
    )
    known_as: str | None = column(
        "Known as", Group.IDENTITY,
        "The name the pupil goes by, used in everything that is written; blank: the legal forename.",
        aliases=("Preferred name", "Preferred forename", "Chosen name"), example="Rosie",
    )
    pronouns: str | None = column(
        "Pronouns", Group.IDENTITY,
        "she/her, he/him, they/them or the pupil’s own words; blank: the name is repeated, not guessed.",
        example="she/her",
    )
    name_for_letters_home: vocabulary.NameHome | None = column(
        "Name for letters home", Group.IDENTITY,
        "Which name the family’s letters use. Asked only where the family may not know the name used here.",
        aliases=("Name at home",), example="Known as", must_be_settled=True,
    )
    sex: str | None = column(
        "Sex", Group.IDENTITY, "As recorded; printed only where an agency’s form asks for it.",
        aliases=("Gender", "Sex recorded"), example="F",
    )
    date_of_birth: dt.date | None = column(
        "Date of birth", Group.IDENTITY, "The pupil’s date of birth: day, month, year.",
        must=True, aliases=("DOB", "D.O.B.", "Birth date"), example="17/03/2014",
    )
    year_group: str | None = column(
        "Year group", Group.IDENTITY,
        "N1, N2, R or a number from 1 to 14; blank: worked out from the date of birth.",
        aliases=("Year", "Yr", "NC Year", "NCY", "Yr group"), example="8",
    )
    form: str | None = column(
        "Form", Group.IDENTITY, "The pupil’s form, class or tutor group.",
        aliases=(
            "Tutor group", "Reg", "Reg group", "Registration group", "Class", "Tutor", "Form Group",
            "Registration Form", "Class name",
        ),
        example="8H",
    )
    admission_date: dt.date | None = column(
        "Admission date", Group.ADMIN, "The pupil’s first day at this school. Nothing is due before it.",
        aliases=("Date of admission", "Joined"), example="02/09/2025",
    )
    leaving_date: dt.date | None = column(
        "Leaving date", Group.ADMIN,
        "The pupil’s last day here. Keep the row: letters and due dates stop from the day after.",
        aliases=("Date of leaving", "Left"), example="21/07/2027", must_be_settled=True,
    )
    sen_status: vocabulary.SenStatus | None = column(
        "SEN status", Group.NEED,
        "Special educational needs: N none, K support from the school, E education, health and care plan.",
        aliases=("SEN", "SEN provision", "SEND", "SEND status"), example="E",
    )
    sen_type_1: vocabulary.SenType | None = column(
        "SEN type 1", Group.NEED, "The code of the main need. Fill it with K or E; leave it blank with N.",
        aliases=("Primary need", "SEN need 1", "SEN Primary Need"), example="SEMH",
    )
    sen_type_2: vocabulary.SenType | None = column(
        "SEN type 2", Group.NEED, "The code of a second need, if there is one; not the same as the first.",
        aliases=("Secondary need", "SEN need 2", "SEN Secondary Need"), example="SLCN",
    )
    ehcp_issued: dt.date | None = column(
        "EHCP issued", Group.NEED,
        "The day the pupil’s plan (EHC plan, or your nation’s own) was issued. Annual reviews count from it.",
        aliases=("EHC plan issued", "Plan issued"), example="12/01/2024",
    )
    ehcp_last_review: dt.date | None = column(
        "EHCP last review", Group.NEED,
        "The day of the plan’s last annual review. The next is counted from the latest day known.",
        aliases=("Last annual review",), example="09/12/2025",
    )
    pupil_premium: bool | None = column(
        "Pupil premium", Group.DISADVANTAGE, "Yes if the school receives pupil premium money for this pupil.",
        aliases=("PP", "Pupil Premium Indicator", "Disadvantaged (PP)"), example="Yes",
    )
    free_school_meals: bool | None = column(
        "Free school meals", Group.DISADVANTAGE, "Yes if the pupil may have free school meals now.",
        aliases=("FSM", "FSM Eligible"), example="Yes",
    )
    eal: bool | None = column(
        "EAL", Group.DISADVANTAGE, "Yes if English is an additional language for this pupil.",
        aliases=("EAL Status",), example="No",
    )
    first_language: str | None = column(
        "First language", Group.IDENTITY, "The language the pupil first learned at home, in words.",
        aliases=("Home language",), example="English",
    )
    looked_after: vocabulary.LookedAfter | None = column(
        "Looked after", Group.CARE,
        "Whether the pupil is in a local authority’s care now, was in the past, or neither.",
        aliases=(
            "LAC", "CLA", "In Care (LAC)", "In care", "In LA care", "Looked after child", "Is looked after",
            "CLA status",
        ),
        example="Looked after", must_be_settled=True,
    )
    came_into_care: dt.date | None = column(
        "Came into care", Group.CARE,
        "The day the pupil came into care. The first personal education plan is counted from it.",
        example="26/10/2026",
    )
    social_care_status: vocabulary.SocialCare | None = column(
        "Social care status", Group.CARE,
        "A flag only, as the safeguarding lead advises. The reasons are never written in this workbook.",
        aliases=("Social care",), example="Looked after", must_be_settled=True,
    )
    young_carer: vocabulary.YoungCarer | None = column(
        "Young carer", Group.CARE, "Whether the pupil helps to look after someone at home, and who said so.",
        example="No",
    )
    medical_plan: bool | None = column(
        "Medical plan", Group.NEED, "Yes if the pupil has an individual healthcare plan.",
        aliases=("IHCP", "Health care plan"), example="No",
    )
    medication: str | None = column(
        "Medication", Group.NEED, "Medicines the pupil takes, for a referral to a health service.",
        aliases=("Medicines",), example="Inhaler",
    )
    gp_practice: str | None = column(
        "GP practice", Group.NEED, "The family doctor’s surgery, for a referral to a health service.",
        aliases=("GP", "Doctor", "Surgery"), example="Hollowbridge Surgery",
    )
    part_time_timetable: bool | None = column(
        "Part-time timetable", Group.NEED, "Yes while the pupil is on a part-time timetable.",
        aliases=("PTT", "Reduced timetable"), example="Yes",
    )
    part_time_timetable_ends: dt.date | None = column(
        "Part-time timetable ends", Group.NEED,
        "The day the part-time timetable ends. It must always have an end.",
        example="11/12/2026",
    )
    low_demand_approach: bool | None = column(
        "Low-demand approach", Group.NEED,
        "Yes if demands are hard for this pupil (PDA): all that they read then invites and never tells.",
        aliases=("PDA", "Low demand"), example="No",
    )
    attendance_percent: float | None = column(
        "Attendance %", Group.ATTENDANCE, "The latest attendance: a number from 0 to 100 without the % sign.",
        aliases=("Attendance", "Att %", "Attendance percentage"), example="93.5", lowest=0, highest=100,
    )
    dsl_informed_on: dt.date | None = column(
        "DSL informed on", Group.ADMIN,
        "The day the safeguarding lead was told: the only trace of a disclosure this workbook may hold.",
        example="05/10/2026",
    )
    notes: Note | None = column(
        "Notes", Group.NOTES,
        "Short facts; only school leaders see them. Never a disclosure: tell the safeguarding lead.",
        example="Likes to sit near the door.",
    )


class Contact(Record):
    """Parents, carers and others for each pupil, and who of them may get letters."""

    sheet_name = "Contacts"
    needs = ("pupil_id",)

    holds: tuple[Hold, ...] = ()
    """What keeps letters from this person, beside what stands in columns of ours (``standing``)."""

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil whose contact this is: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    priority: int | None = column(
        "Priority", Group.CONTACT, "The order to reach people in: 1 first, then 2, 3 and so on.",
        must=True, aliases=("Order",), example="1",
    )
    title: str | None = column(
        "Title", Group.CONTACT,
        "Mr, Mrs, Ms, Mx, Dr or what the person uses. Blank: letters use the full name, never a guess.",
        example="Mrs",
    )
    forename: str | None = column(
        "Forename", Group.CONTACT, "The person’s first name.",
        aliases=("First name",), example="Miriam",
    )
    surname: str | None = column(
        "Surname", Group.CONTACT, "The person’s own surname, which may not be the pupil’s.",
        must=True, aliases=("Last name",), example="Hartley",
    )
    relationship: vocabulary.Relationship | None = column(
        "Relationship", Group.CONTACT, "Who this person is to the pupil.",
        must=True, example="Mother",
    )
    parental_responsibility: vocabulary.YesNoUnknown | None = column(
        "Parental responsibility", Group.CONTACT,
        "Whether the person has a parent’s rights in law. Choose Unknown rather than guess.",
        aliases=("PR",), example="Yes",
    )
    lives_with_pupil: bool | None = column(
        "Lives with pupil", Group.CONTACT, "Yes if the pupil lives with this person.",
        aliases=("Lives with",), example="Yes",
    )
    address_line_1: str | None = column(
        "Address line 1", Group.CONTACT,
        "House and street. Blank, but lives with the pupil: the first such contact’s address is used.",
        aliases=("Address", "Address 1"), example="12 Fern Lane", must_be_settled=True,
    )
    address_line_2: str | None = column(
        "Address line 2", Group.CONTACT, "The second line of the address; leave blank if there is none.",
        aliases=("Address 2",), example="Little Hollow",
    )
    town: str | None = column(
        "Town", Group.CONTACT, "The town in the person’s address.",
        example="Hollowbridge",
    )
    postcode: str | None = column(
        "Postcode", Group.CONTACT, "The person’s postcode. Mind the letter O and the figure 0.",
        example="AB1 2DE",
    )
    phone: str | None = column(
        "Phone", Group.CONTACT, "The best number for this person. Type it as text so that its 0 stays.",
        aliases=("Mobile", "Telephone"), example="07700 900123",
    )
    email: str | None = column(
        "Email", Group.CONTACT, "The person’s own email address, not one shared with another home.",
        aliases=("E-mail",), example="m.hartley@example.org",
    )
    language: str | None = column(
        "Language", Group.CONTACT, "The language this person reads and speaks most easily.",
        example="English",
    )
    interpreter: bool | None = column(
        "Interpreter", Group.CONTACT, "Yes if this person would like an interpreter at meetings.",
        example="No",
    )
    format: vocabulary.Format | None = column(
        "Format", Group.CONTACT,
        "How this person reads best: Standard, Large print, Easy read or Translated.",
        example="Standard",
    )
    send_letters: bool | None = column(
        "Send letters", Group.CONTACT,
        "Yes if this person may have letters. While it is blank, their letters are held back.",
        aliases=("Letters", "Correspondence"), example="Yes",
    )
    court_restriction: bool | None = column(
        "Court restriction", Group.CONTACT,
        "Yes if a court limits contact: no letter is made for them, whatever Send letters says.",
        aliases=(
            "Non-contact", "No contact", "Court order", "Court order?", "Court Order Restricted Access",
            "Restricted access", "Restriction", "Injunction", "Do not contact", "Non-molestation order",
            "Prohibited steps",
        ),
        example="No", must_be_settled=True,
    )
    do_not_disclose_address: bool | None = column(
        "Do not disclose address", Group.CONTACT,
        "Yes if nobody may learn this address: it shows only on this person’s own letters.",
        aliases=("Address withheld",), example="No", must_be_settled=True,
    )
