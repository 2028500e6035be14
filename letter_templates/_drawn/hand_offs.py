"""The sheet that hands a safeguarding matter to the designated safeguarding lead: facts, no account."""

from docx.document import Document

from letter_templates._drawn.house import new_page
from letter_templates._drawn.parts import NAMES, lines_to_write_on, options
from letter_templates._drawn.tables import Column, Detail, box, details, list_of, say
from letter_templates._drawn.words import line, otherwise, when
from mentor_xl import look

_CHECKLIST = (
    "I have spoken with the member of staff who raised this.",
    "What was said or seen is written in the safeguarding record, in the words used, with time and name.",
    "I have decided whether to tell the family first. We tell them, unless that could put somebody at risk.",
    "If this asks for support, the family has agreed. Where a child may come to harm, nobody has to agree.",
    "I have phoned, and I have written down when, to whom I spoke and what was agreed.",
    "I have sent the written referral in the way this service asks for.",
    "The headteacher has been told.",
    "There is a day by which I call again if nobody has answered.",
    "There is a plan for today: who keeps an eye out, and whom the pupil can go to.",
    "This sheet is in the safeguarding file, and no copy is left elsewhere.",
)


def mash_hand_off() -> Document:
    """An internal sheet; what was said is not in it, and has no place to be."""
    page = new_page(
        "Hand-off to the designated safeguarding lead",
        look.REPORT_TYPE,
        is_posted=False,
        readers="For the designated safeguarding lead only",
    )
    line(page, "Heading 1", "Hand-off to the designated safeguarding lead")
    to = "{% if school.safeguarding_lead %}For {{ school.safeguarding_lead }}. {% endif %}"
    by = "{{ signatory.name }}, {{ signatory.role }}"
    line(page, "Normal", f"{to}Prepared on {{{{ letter.date }}}} by {by}.")
    cell = box(page, "What this sheet is, and is not", "What this sheet is, and is not")
    say(cell, "It holds the facts that are needed to make contact with {{ agency.name }}.")
    say(
        cell,
        "**No account of what was said or seen is kept here, or anywhere in the mentoring records.** The "
        "safeguarding lead writes the referral and keeps the account in the safeguarding record.",
    )
    say(cell, "If a child is in danger now, call 999.")
    _pupil(page)
    _people(page)
    _service(page)
    line(page, "Heading 2", "Checklist for the safeguarding lead", new_page=True)
    options(page, *_CHECKLIST)
    lines_to_write_on(page, ("Spoken to, and when", "Number they gave", "Call again on", "Signed and dated"))
    return page


def _pupil(page: Document) -> None:
    line(page, "Heading 2", "The pupil")
    details(
        page,
        "The pupil",
        (
            *NAMES,
            Detail("Date of birth", "{{ pupil.date_of_birth }}"),
            Detail("Year and form", "{{ pupil.year }}{% if pupil.form %}, {{ pupil.form }}{% endif %}"),
            Detail("Address", "{{ pupil_address }}"),
            Detail("First language", "{{ first_language }}", when="first_language"),
            Detail("Special educational needs", "{{ sen }}", when="sen"),
            Detail("Needs", "{{ needs }}", when="needs"),
            Detail("Attendance", "{{ attendance }}", when="attendance"),
            Detail("To make it easier to take part", "{{ referral.access }}", when="referral.access"),
            Detail("How urgent", "{{ referral.urgency }}", when="referral.urgency"),
            Detail("Agreement", "{{ consent }}"),
        ),
    )


def _people(page: Document) -> None:
    line(page, "Heading 2", "People to call")
    with when(page, "family"):
        list_of(page, "People to call", "person in family", _PEOPLE_COLUMNS, is_short=True)
        otherwise(page)
        line(page, "Normal", "No family contact is in the caseload workbook. The school office holds more.")


_PEOPLE_COLUMNS = (
    Column("Name", 56, "{{ person.name }}{% if person.note %} – {{ person.note }}{% endif %}"),
    Column("Relationship", 34, "{{ person.relationship }}"),
    Column("Parental responsibility", 32, "{{ person.parental_responsibility }}"),
    Column("Phone", 38, "{{ person.phone or 'not yet recorded' }}"),
)


def _service(page: Document) -> None:
    line(page, "Heading 2", "The service to contact")
    details(
        page,
        "The service to contact",
        (
            Detail("Service", "{{ agency.name }}"),
            Detail("Contact", "{{ agency.contact }}", when="agency.contact"),
            Detail("Phone", "{{ agency.phone or 'not yet recorded: check today' }}"),
            Detail("E-mail", "{{ agency.email }}", when="agency.email"),
            Detail("Details checked on", "{{ agency.checked_on or 'not yet recorded: check first' }}"),
        ),
    )
