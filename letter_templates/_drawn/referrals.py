"""The letters that ask an agency for help: what we see, what helps, what was tried, who agreed.

One page serves every kind of agency: its sections come in the order that suits the kind. CAMHS has a
template of its own, so that a school can change that letter alone.
"""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import BY_REPLY_DAY, NAMES, ask, signature
from letter_templates._drawn.tables import Column, Detail, details, list_of, say
from letter_templates._drawn.words import Place, bullets_of, line, when
from mentor_xl import look


def camhs_referral() -> Document:
    """To a child and adolescent mental health service, in the order in which such services ask."""
    return _referral("Referral to a mental health service")


def agency_referral() -> Document:
    """To any other agency: the words and the sections are those of its kind."""
    return _referral("Referral to another service")


def _referral(title: str) -> Document:
    page = new_page(title, look.AGENCY_TYPE)
    open_letter(
        page,
        "{{ referral.subject }}: {{ pupil.legal_name }}, born {{ pupil.date_of_birth }}",
        is_confidential=True,
    )
    line(page, "Normal", "{{ referral.opening }}")
    with when(page, "agency.own_form"):
        line(
            page,
            "Normal",
            "Your own referral form comes with this letter. These notes say the same in our words, and what "
            "the form has no room for.",
        )
    _asked(page)
    _about(page)
    _sections(page)
    _family(page)
    _end(page)
    return page


def _asked(page: Place) -> None:
    cell = ask(page)
    with when(cell, "referral.desired_outcome"):
        say(cell, "What we hope for: {{ referral.desired_outcome }}")
    say(cell, "{{ referral.asks }}")
    say(cell, f"Please let us know that you have this letter{BY_REPLY_DAY}: {{{{ contact_us }}}}.")


def _about(page: Place) -> None:
    form = "{{ pupil.year }}{% if pupil.form %}, {{ pupil.form }}{% endif %}"
    line(page, "Heading 2", "About {{ pupil.known_as }}")
    details(
        page,
        "About the pupil",
        (
            *NAMES,
            Detail("Date of birth", "{{ pupil.date_of_birth }}"),
            Detail("Address", "{{ pupil_address }}"),
            Detail("Year and form", form),
            Detail("First language", "{{ referral.language }}", when="referral.language"),
            Detail("How long a concern", "{{ referral.how_long }}", when="referral.how_long"),
            Detail("How urgent", "{{ referral.urgency }}", when="referral.urgency"),
            Detail("Special educational needs", "{{ referral.sen }}", when="referral.sen"),
            Detail("Needs", "{{ referral.needs }}", when="referral.needs"),
            Detail("Attendance", "{{ referral.attendance }}", when="referral.attendance"),
            Detail("Timetable", "{{ referral.timetable }}", when="referral.timetable"),
            Detail("Taking part", "{{ referral.access }}", when="referral.access"),
        ),
    )


# -- the sections ----------------------------------------------------------------------------------


def _sections(page: Place) -> None:
    """Every section: its heading, then whichever it has of a paragraph, a list and a table."""
    line(page, "Tag", "{%p for section in sections %}")
    line(page, "Heading 2", "{{ section.heading }}")
    with when(page, "section.text"):
        line(page, "Normal", "{{ section.text }}")
    bullets_of(page, "point in section.points", "{{ point }}")
    for name, loop, columns in _TABLES:
        with when(page, f"section.table == '{name}'"):
            list_of(page, _SAYS[name], loop, columns, is_short=name != "targets")
    line(page, "Tag", "{%p endfor %}")


MEASURE_COLUMNS = (
    Column("Measure", 42, "{{ measure.measure }}"),
    Column("Filled in by", 26, "{{ measure.informant }}"),
    Column("At the start", 24, "{{ measure.entry }}"),
    Column("Latest", 24, "{{ measure.latest }}"),
    Column("In words", 44, "{{ measure.words }}"),
)
_ATTENDANCE_COLUMNS = (
    Column("Half term", 42, "{{ period.period }}"),
    Column("Possible", 19, "{{ period.possible }}"),
    Column("Attended", 20, "{{ period.attended }}"),
    Column("With leave", 22, "{{ period.authorised }}"),
    Column("Without leave", 27, "{{ period.unauthorised }}"),
    Column("Late", 13, "{{ period.late }}"),
    Column("In all", 17, "{{ period.percent }}"),
)
_STEP_COLUMNS = (
    Column("Step", 72, "{{ step.what }}"),
    Column("When", 50, "{{ step.when }}"),
    Column("How it went", 38, "{{ step.outcome }}"),
)
TARGET_COLUMNS = (
    Column("Target", 52, "{{ target.target }}"),
    Column("What we do for it", 57, "{{ target.strategy or 'not yet recorded' }}"),
    Column("Where it is now", 51, "{{ target.score_words }}", steps="target.score"),
)
_TABLES = (
    ("attendance", "period in attendance", _ATTENDANCE_COLUMNS),
    ("steps", "step in steps", _STEP_COLUMNS),
    ("targets", "target in targets", TARGET_COLUMNS),
    ("measures", "measure in measures", MEASURE_COLUMNS),
)
_SAYS = {
    "attendance": "Attendance in sessions, a row for each period",
    "steps": "Steps back into school",
    "targets": "Targets: what is done for each, and where it is now",
    "measures": "Questionnaires",
}


# -- who, and how to answer --------------------------------------------------------------------------


def _family(page: Place) -> None:
    with when(page, "family"):
        line(page, "Heading 2", "Family and carers")
        list_of(page, "Family and carers", "person in family", FAMILY_COLUMNS, is_short=True)


FAMILY_COLUMNS = (
    Column("Name", 50, "{{ person.name }}"),
    Column("Relationship", 29, "{{ person.relationship }}"),
    Column("Parental responsibility", 43, "{{ person.parental_responsibility }}"),
    Column("Phone", 38, "{{ person.phone or 'not yet recorded' }}"),
)


def _end(page: Document) -> None:
    line(page, "Heading 2", "Who agreed to this referral")
    line(page, "Normal", "{{ consent }}{% if copies %} {{ copies }}{% endif %}")
    line(page, "Heading 2", "Our part")
    line(
        page,
        "Normal",
        "We go on working with {{ pupil.known_as }} in school, and would like to plan with you. "
        "{{ signatory.name }} is the person to speak with.{% if school.email %} In the school holidays, "
        "please write to {{ school.email }}.{% endif %}",
        keep_next=True,
    )
    signature(page)
