"""The letters that ask an agency for help: what we see, what helps, what was tried, who agreed."""

from dataclasses import dataclass

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import BY_REPLY_DAY, NAMES, ask, signature
from letter_templates._drawn.tables import Column, Detail, details, list_of, say
from letter_templates._drawn.words import Place, line, when
from mentor_xl import look


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a referral; it stands only where there is something to say."""

    heading: str
    value: str


def camhs_referral() -> Document:
    """To a child and adolescent mental health service, in the order in which such services ask."""
    page = new_page("Referral to a mental health service", look.AGENCY_TYPE)
    open_letter(page, _SUBJECT, is_confidential=True)
    line(
        page,
        "Normal",
        "I am writing to refer {{ pupil.known_as }} to your service. {{ pupil.known_as }} is in "
        "{{ pupil.year }} at {{ school.name }}. This letter says what we see in school, what goes well "
        "and what we have tried. It does not offer a diagnosis.",
    )
    _asked(page, "Please tell us if you can see {{ pupil.known_as }}, and what we can do meanwhile.")
    _about(page)
    _sections(page, _WHAT_WE_SEE)
    _measures(page)
    _sections(page, _WHAT_OTHERS_SAY)
    _family(page)
    _end(page)
    return page


def agency_referral() -> Document:
    """To any other agency: the same letter, asking what that agency can offer."""
    page = new_page("Referral to another service", look.AGENCY_TYPE)
    open_letter(page, _SUBJECT, is_confidential=True)
    line(
        page,
        "Normal",
        "I am writing to ask for help from {{ agency.name }} for {{ pupil.known_as }}, who is in "
        "{{ pupil.year }} at {{ school.name }}. We say what we see in school; we do not offer a diagnosis.",
    )
    _asked(page, "Please tell us what you can offer {{ pupil.known_as }}, and when.")
    _about(page)
    _sections(page, _WHAT_WE_SEE)
    _measures(page)
    _sections(page, _WHAT_OTHERS_SAY)
    _family(page)
    _end(page)
    return page


_SUBJECT = "Referral: {{ pupil.legal_name }}, born {{ pupil.date_of_birth }}"
_WHAT_WE_SEE = (
    Section("Why we are writing now", "referral.why_now"),
    Section("What goes well", "referral.strengths"),
    Section("Risk and safeguarding", "referral.risks_known"),
    Section("What we have tried, and what came of it", "referral.support_tried"),
)
_WHAT_OTHERS_SAY = (Section("What {{ pupil.known_as }} says", "referral.pupils_view"),)


def _asked(page: Place, usual: str) -> None:
    cell = ask(page)
    with when(cell, "referral.desired_outcome"):
        say(cell, "What we hope for: {{ referral.desired_outcome }}")
    say(cell, usual)
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
            Detail("How long a concern", "{{ referral.how_long }}", when="referral.how_long"),
            Detail("How urgent", "{{ referral.urgency }}", when="referral.urgency"),
            Detail("Special educational needs", "{{ referral.sen }}", when="referral.sen"),
            Detail("Needs", "{{ referral.needs }}", when="referral.needs"),
            Detail("Attendance", "{{ referral.attendance }}", when="referral.attendance"),
            Detail("To make it easier to take part", "{{ referral.access }}", when="referral.access"),
        ),
    )


def _family(page: Place) -> None:
    with when(page, "family"):
        line(page, "Heading 2", "Family and carers")
        list_of(page, "Family and carers", "person in family", FAMILY_COLUMNS, is_short=True)


FAMILY_COLUMNS = (
    Column("Name", 50, "{{ person.name }}"),
    Column("Relationship", 35, "{{ person.relationship }}"),
    Column("Parental responsibility", 35, "{{ person.parental_responsibility }}"),
    Column("Phone", 40, "{{ person.phone or 'not yet recorded' }}"),
)


def _sections(page: Place, sections: tuple[Section, ...]) -> None:
    for section in sections:
        with when(page, section.value):
            line(page, "Heading 2", section.heading)
            line(page, "Normal", f"{{{{ {section.value} }}}}")


MEASURE_COLUMNS = (
    Column("Measure", 42, "{{ measure.measure }}"),
    Column("Filled in by", 26, "{{ measure.informant }}"),
    Column("At the start", 24, "{{ measure.entry }}"),
    Column("Latest", 24, "{{ measure.latest }}"),
    Column("In words", 44, "{{ measure.words }}"),
)


def _measures(page: Place) -> None:
    with when(page, "measures"):
        line(page, "Heading 2", "Questionnaires")
        list_of(page, "Questionnaires", "measure in measures", MEASURE_COLUMNS, is_short=True)


def _end(page: Document) -> None:
    line(page, "Heading 2", "Who agreed to this referral")
    line(page, "Normal", "{{ consent }}")
    line(page, "Heading 2", "Our part")
    line(
        page,
        "Normal",
        "We go on working with {{ pupil.known_as }} in school, and would like to plan with you.",
        keep_next=True,
    )
    signature(page)
