"""What the school is, when it is open and who works there: *Settings*, *Calendar* and *Staff*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import Key, Record, column


class Settings(Record):
    """The school, the people whose names letters need, and a few choices: one setting a row."""

    sheet_name = "Settings"

    school_name: str | None = column(
        "School name", Group.IDENTITY, "The school’s name as it should stand at the head of letters.",
        must=True, example="Fernhollow High School",
    )
    urn: str | None = column(
        "URN", Group.ADMIN, "The school’s unique reference number, six digits.",
        example="999001",
    )
    laestab: str | None = column(
        "LAESTAB", Group.ADMIN,
        "The school’s seven-digit number: three for the local authority, four for the school.",
        aliases=("LA/Estab", "DfE number"), example="9994001",
    )
    phase: vocabulary.SchoolPhase | None = column(
        "Phase", Group.ADMIN, "The kind of school; it decides which years are moving-on years.",
        example="Secondary",
    )
    nation: vocabulary.Nation | None = column(
        "Nation", Group.ADMIN,
        "Whose bank holidays apply. Dates set by English law are worked out in England only.",
        example="England",
    )
    address_line_1: str | None = column(
        "Address line 1", Group.IDENTITY, "The first line of the school’s address, for the head of letters.",
        example="1 School Lane",
    )
    address_line_2: str | None = column(
        "Address line 2", Group.IDENTITY,
        "The second line of the address, such as a village; leave blank if there is none.",
        example="Little Hollow",
    )
    town: str | None = column(
        "Town", Group.IDENTITY, "The town in the school’s address.",
        example="Hollowbridge",
    )
    postcode: str | None = column(
        "Postcode", Group.IDENTITY, "The school’s postcode. Mind the letter O and the figure 0.",
        example="AB1 2DE",
    )
    phone: str | None = column(
        "Phone", Group.IDENTITY,
        "The number families should ring, as letters print it. Type it as text so that its 0 stays.",
        example="01632 960100",
    )
    email: str | None = column(
        "Email", Group.IDENTITY, "The address families should write to, as letters print it.",
        example="office@example.org",
    )
    website: str | None = column(
        "Website", Group.IDENTITY, "The school’s website, as letters print it.",
        example="www.example.org",
    )
    headteacher: str | None = column(
        "Headteacher", Group.IDENTITY, "The headteacher’s name with title, as letters print it.",
        aliases=("Head",), example="Mr A Lindqvist",
    )
    senco: str | None = column(
        "SENCO", Group.IDENTITY,
        "The name, with title, of the special educational needs coordinator (SENCO).",
        example="Mrs P Adair",
    )
    designated_safeguarding_lead: str | None = column(
        "Designated safeguarding lead", Group.IDENTITY,
        "The name, with title, of the person in school to whom every disclosure goes.",
        aliases=("DSL",), example="Mrs N Okoye",
    )
    pastoral_manager: str | None = column(
        "Pastoral manager", Group.IDENTITY, "The name, with title, of the person who leads pastoral care.",
        example="Mr T Bellamy",
    )
    reference_prefix: str | None = column(
        "Reference prefix", Group.ADMIN,
        "The letters that begin the reference on every letter; blank means MXL.",
        example="MXL",
    )
    logo: str | None = column(
        "Logo", Group.ADMIN, "The file name of a picture kept beside this workbook; leave blank for no logo.",
        example="logo.png",
    )
    due_soon_within: int | None = column(
        "Due soon within", Group.ADMIN,
        "How many school days ahead a date is shown as due soon; blank means 15.",
        example="15",
    )
    hide_counts_below: int | None = column(
        "Hide counts below", Group.ADMIN,
        "Counts of pupils smaller than this are hidden, so that nobody is recognised; blank means 5.",
        example="5",
    )
    hourly_cost: float | None = column(
        "Hourly cost", Group.COST, "What one hour of mentoring costs in pounds: a number without the £ sign.",
        example="18.50",
    )
    letter_font_size: int | None = column(
        "Letter font size", Group.ADMIN,
        "The size of the type in letters to families, in points; blank means 12.",
        example="12",
    )
    name_both_parents: bool | None = column(
        "Name both parents", Group.ADMIN,
        "Yes: “Dear Mrs Khan and Mr Khan”. No or blank: “Dear Mr and Mrs Khan”.",
        example="No",
    )
    mentor_title: str | None = column(
        "Mentor title", Group.IDENTITY, "What your school calls its mentors, as it stands under a signature.",
        example="Learning mentor",
    )


class CalendarPeriod(Record):
    """The school’s own year: without it no school day can be counted, and dates wait for it."""

    sheet_name = "Calendar"

    from_: dt.date | None = column(
        "From", Group.ADMIN, "The first day of the period, or the one day meant.",
        must=True, example="02/09/2026",
    )
    to: dt.date | None = column(
        "To", Group.ADMIN, "The last day of the period; leave blank for one day.",
        example="23/10/2026",
    )
    kind: vocabulary.DayKind | None = column(
        "Kind", Group.ADMIN,
        "Half term: a period when school is open. INSET day: staff in, pupils not. Closure: shut.",
        must=True, example="Half term",
    )
    name: str | None = column(
        "Name", Group.ADMIN,
        "The period’s name. The halves of one term share it but for the number: Autumn 1, Autumn 2.",
        example="Autumn 1",
    )


class StaffMember(Record):
    """The people who mentor, sign letters or are named on other sheets, one row each."""

    sheet_name = "Staff"
    needs = ("staff_code",)

    staff_code: Key = column(
        "Staff code", Group.IDENTITY,
        "Initials or a short code that other sheets use for this person; no two people share one.",
        must=True, aliases=("Initials", "Code"), example="DWH",
    )
    title: str | None = column(
        "Title", Group.IDENTITY,
        "How the person is addressed: Mr, Mrs, Ms, Mx, Dr. Left blank, it is never guessed.",
        example="Ms",
    )
    forename: str | None = column(
        "Forename", Group.IDENTITY, "The person’s first name.",
        must=True, aliases=("First name",), example="Dana",
    )
    surname: str | None = column(
        "Surname", Group.IDENTITY, "The person’s surname, as letters print it.",
        must=True, aliases=("Last name",), example="Whitlock",
    )
    role: vocabulary.Role | None = column(
        "Role", Group.IDENTITY, "The person’s role in school, as it stands under a signature.",
        must=True, example="Learning mentor",
    )
    email: str | None = column(
        "Email", Group.IDENTITY, "The person’s work email, as letters print it.",
        example="d.whitlock@example.org",
    )
    phone: str | None = column(
        "Phone", Group.IDENTITY,
        "The person’s work number, as letters print it. Type it as text so that its 0 stays.",
        example="01632 960124",
    )
    days_worked: str | None = column(
        "Days worked", Group.IDENTITY,
        "The days the person is in school, so that families know when to ring.",
        example="Monday to Thursday",
    )
    signs_letters: bool | None = column(
        "Signs letters", Group.ADMIN, "Yes if letters may go out in this person’s name.",
        example="Yes",
    )
    places: int | None = column(
        "Places", Group.ADMIN, "How many pupils this person can mentor at once.",
        aliases=("Capacity",), example="12",
    )
    hourly_cost: float | None = column(
        "Hourly cost", Group.COST,
        "What one hour of this person’s time costs in pounds: a number without the £ sign.",
        example="18.50",
    )
    left_on: dt.date | None = column(
        "Left on", Group.ADMIN, "The person’s last day; leave blank while they work here. Keep the row.",
        example="31/08/2027",
    )
