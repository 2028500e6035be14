"""The note for the adults on an educational visit: what helps one pupil to have a good day."""

from docx.document import Document

from letter_templates._drawn.families import gap, staff_page
from letter_templates._drawn.parts import lines_to_write_on
from letter_templates._drawn.tables import Detail, box, details, say
from letter_templates._drawn.words import Place, bullets_of, each, line, otherwise, when


def visit_note() -> Document:
    """One page: the visit is written in by hand, for no sheet of the workbook keeps it."""
    page = staff_page("Support note for a visit", "{{ pupil.known_as }}: a good day out")
    lines_to_write_on(page, ("Visit and day", "Who leads it, and mobile"), height=9)
    gap(page)
    _before_you_go(page)
    line(page, "Heading 2", "What helps")
    details(
        page,
        "What helps",
        (
            Detail("Good at", "{{ strengths }}", when="strengths"),
            Detail("What helps", "{{ help }}", when="what_helps", each="help in what_helps"),
            Detail("How to talk", "{{ how_to_talk }}", when="how_to_talk"),
            Detail("What we do differently", "{{ adjustments }}", when="adjustments"),
            Detail("What may be hard", "{{ what_worries }}", when="what_worries"),
            Detail("What does not help", "{{ what_does_not_help }}", when="what_does_not_help"),
            Detail(
                "So far",
                "Nothing is written down yet. Ask {{ pupil.known_as }} before the day.",
                when="not (what_helps or adjustments or how_to_talk)",
            ),
        ),
    )
    _time_out(page)
    _whom_to_call(page)
    return page


def _before_you_go(page: Place) -> None:
    cell = box(page, "Before you go", "Before you go")
    say(cell, "Go through the day with {{ pupil.known_as }} a day or two before: who, where, when, what if.")
    with each(cell, "thing in before_you_go"):
        say(cell, "{{ thing }}")


def _time_out(page: Place) -> None:
    line(page, "Heading 2", "If it gets too much")
    with when(page, "has_card"):
        line(
            page,
            "Normal",
            "{{ pupil.known_as }} has a time-out card, and it counts on a visit too. When it is shown, there "
            "are no questions.",
        )
        otherwise(page)
        line(page, "Normal", "A break is always allowed, and is not a sanction.")
    lines_to_write_on(page, ("Quiet place there", "Adult who goes along", "Back with the group"), height=9)


def _whom_to_call(page: Place) -> None:
    line(page, "Heading 2", "Whom to call")
    line(
        page,
        "Normal",
        "Call the school office{% if school.phone %} on **{{ school.phone }}**{% endif %}. It reaches the "
        "family, and people who know {{ pupil.known_as }} well{% if people %}:{% else %}.{% endif %}",
    )
    bullets_of(
        page, "person in people", "{{ person.name }}{% if person.role %}, {{ person.role }}{% endif %}"
    )
    line(page, "Normal", "In danger, call 999 first.", before=4)
