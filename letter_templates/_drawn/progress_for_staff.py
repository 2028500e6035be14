"""The progress report for the staff who teach a pupil: targets, what helps, what is next."""

from docx.document import Document

from letter_templates._drawn.families import asked_of_staff, staff_page, written_by
from letter_templates._drawn.parts import targets
from letter_templates._drawn.tables import figure_cards
from letter_templates._drawn.words import bullets_of, line, when


def progress_for_staff() -> Document:
    """One page; why there is a mentor stands nowhere in it."""
    page = staff_page("Progress report for staff", "{{ pupil.full_name }}: how it is going")
    figure_cards(page)
    line(page, "Normal", "{{ summary }}", before=8)
    asked_of_staff(
        page,
        "Please make room for the targets in your lessons, and notice what goes well. Tell "
        "{{ signatory.name }} what you see.",
    )
    line(page, "Heading 2", "Targets")
    targets(page)
    with when(page, "what_helps"):
        line(page, "Heading 2", "What helps")
        bullets_of(page, "help in what_helps", "{{ help }}")
    line(page, "Heading 2", "What happens next")
    bullets_of(page, "step in next_steps", "{{ step }}")
    line(page, "List Bullet", "Next review: {{ next_review or 'no day yet' }}.")
    written_by(page)
    return page
