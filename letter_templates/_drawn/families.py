"""What do the letters about the work share: who to go to, the staff's page, one target after another?"""

from docx.document import Document

from letter_templates._drawn.house import new_page
from letter_templates._drawn.tables import Detail, box, details, say
from letter_templates._drawn.words import Place, bullets_of, line, when
from mentor_xl import look

A_PERSON = (
    "**{{ person.name }}**{% if person.role %}, {{ person.role }}{% endif %}"
    "{% if person.days %} (in school {{ person.days }}){% endif %}"
)
A_PERSON_PLAINLY = "{{ person.name }}{% if person.role %}, {{ person.role }}{% endif %}"
PEOPLE = Detail("Who to go to", A_PERSON_PLAINLY, when="people", each="person in people")
"""A row of a details table: those in school who are there for the pupil."""


def people_to_go_to(place: Place, heading: str) -> None:
    """Those in school who are there for the pupil, a bullet for each."""
    with when(place, "people"):
        line(place, "Heading 2", heading)
        bullets_of(place, "person in people", A_PERSON)


def part(place: Place, value: str, words: str) -> None:
    """A line in a box or a cell that stands only where there is something to say."""
    with when(place, value):
        line(place, "Box text", words)


def gap(place: Place) -> None:
    """A little air between what would otherwise touch: a list and a box, two boxes."""
    line(place, "Tag")


# -- staff -----------------------------------------------------------------------------------------


def staff_page(title: str, heading: str) -> Document:
    """A page for the staff of one pupil: it stays in school, and says who may read it."""
    page = new_page(
        title,
        look.REPORT_TYPE,
        is_posted=False,
        readers="For the staff who teach and support this pupil. Please do not display or pass on",
    )
    line(page, "Heading 1", heading)
    year = "{{ pupil.year }}{% if pupil.form %}, {{ pupil.form }}{% endif %}"
    line(page, "Under subject", f"{{{{ recipient.salutation }}}}. {year}. {{{{ letter.date }}}}.")
    return page


def asked_of_staff(page: Place, *sentences: str) -> None:
    """The one thing asked of colleagues."""
    cell = box(page, "What we ask of you", "What we ask of you")
    for sentence in sentences:
        say(cell, sentence)


def written_by(page: Place) -> None:
    """Who wrote a page that nobody signs, and how to reach them."""
    name = "{{ signatory.name }}{% if signatory.role %}, {{ signatory.role }}{% endif %}"
    days = "{% if signatory.days_worked %} · in school {{ signatory.days_worked }}{% endif %}"
    reach = "{{ [signatory.phone, signatory.email] | select | join(', ') }}"
    line(page, "Heading 2", "Questions and news")
    details(
        page,
        "Who wrote this page",
        (
            Detail("Written by", f"{name}{days}"),
            Detail("Contact", reach, when="signatory.phone or signatory.email"),
        ),
    )
