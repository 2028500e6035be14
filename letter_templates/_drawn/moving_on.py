"""The hand-over to the next school: what makes for a good start there."""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import NAMES, ask, signature
from letter_templates._drawn.tables import Column, Detail, details, list_of
from letter_templates._drawn.words import bullets_of, line, when
from mentor_xl import look


def transition_handover() -> Document:
    """A letter with the plan; strengths come first."""
    page = new_page("Hand-over to the next school", look.AGENCY_TYPE)
    open_letter(page, "Moving on to your school: {{ pupil.legal_name }}", is_confidential=True)
    line(
        page,
        "Normal",
        "We would like {{ pupil.known_as }} to have a good start with you. {{ pupil.known_as }} has had a "
        "mentor here, and this is what has helped. {{ consent }}",
    )
    ask(
        page,
        "Please tell us who will be there for {{ pupil.known_as }} from the first day: {{ contact_us }}.",
        "We offer two things: a meeting of {{ pupil.known_as }}, that person and the mentor before the move; "
        "and help to choose a **buddy**, a pupil of yours who shows {{ pupil.known_as }} round at first.",
    )
    line(page, "Heading 2", "The pupil")
    details(
        page,
        "The pupil",
        (
            *NAMES,
            Detail("Date of birth", "{{ pupil.date_of_birth }}"),
            Detail("Year and form here", "{{ pupil.year }}{% if pupil.form %}, {{ pupil.form }}{% endif %}"),
            Detail("Good at", "{{ strengths }}", when="strengths"),
            Detail("Enjoys", "{{ likes }}", when="likes"),
        ),
    )
    with when(page, "what_helps or how_to_talk or adjustments"):
        line(page, "Heading 2", "What helps")
        details(
            page,
            "What helps",
            (
                Detail("What helps", "{{ help }}", when="what_helps", each="help in what_helps"),
                Detail("How to talk", "{{ how_to_talk }}", when="how_to_talk"),
                Detail("What we do differently", "{{ adjustments }}", when="adjustments"),
            ),
        )
    with when(page, "targets or went_well"):
        line(page, "Heading 2", "The plan", new_page=True)
    with when(page, "targets"):
        list_of(page, "Targets that go on", "target in targets", _TARGETS)
    with when(page, "went_well"):
        line(page, "After table", "Reached here, and what went with it:", keep_next=True)
        bullets_of(page, "target in went_well", "{{ target }}")
    with when(page, "support or dates"):
        line(page, "Heading 2", "Plans and dates")
        details(
            page,
            "Plans and dates",
            (
                Detail("In place", "{{ plan }}", when="support", each="plan in support"),
                Detail("Days to know", "{{ date.what }}: {{ date.by }}", when="dates", each="date in dates"),
            ),
        )
    line(
        page,
        "After table",
        "No safeguarding record is part of this letter, whether there is one or not. Such records go from "
        "safeguarding lead to safeguarding lead only. Ours is {{ safeguarding_lead or 'reached through the "
        "school office' }}.",
        before=8,
        keep_next=True,
    )
    signature(page)
    return page


_TARGETS = (
    Column("Target", 70, "{{ target.target }}"),
    Column("Where it began", 45, "{{ target.baseline or 'not yet recorded' }}"),
    Column("Where it is now", 45, "{{ target.score_words }}", steps="target.score"),
)
