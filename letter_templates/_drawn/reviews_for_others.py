"""Reviews as agencies and staff read of them: an invitation with room to add to it, and what was agreed."""

from docx.document import Document

from letter_templates._drawn.families import asked_of_staff, staff_page, written_by
from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import (
    BY_REPLY_DAY,
    NAMES,
    ask,
    lines_to_write_on,
    options,
    room_to_write,
    signature,
)
from letter_templates._drawn.reviews import WHEN_AND_TIME
from letter_templates._drawn.tables import Column, Detail, details, list_of
from letter_templates._drawn.words import bullets_of, line, when
from mentor_xl import look


def invitation_for_agencies() -> Document:
    """One page, and one page to answer on: who comes, or what the agency would like to be known."""
    page = new_page("Invitation to a review, for agencies", look.AGENCY_TYPE)
    open_letter(page, "Review meeting on {{ meeting.date }}: {{ pupil.legal_name }}", is_confidential=True)
    line(
        page,
        "Normal",
        "You are working with {{ pupil.known_as }}, and we would be glad to have you at this meeting. The "
        "family is invited, and so is {{ pupil.known_as }}. We start with what is going well, and agree "
        "together what would help next.",
    )
    ask(
        page,
        f"Please tell us{BY_REPLY_DAY} if somebody from {{{{ agency }}}} can come, or join by phone or "
        "video: {{ contact_us }}.",
        "If nobody can, please send us the answer page. The family will hear what you write.",
    )
    line(page, "Heading 2", "The pupil")
    details(page, "The pupil", (*NAMES, Detail("Date of birth", "{{ pupil.date_of_birth }}")))
    line(page, "Heading 2", "The meeting")
    details(
        page,
        "The meeting",
        (
            Detail("What", "{{ meeting.review_name }}"),
            Detail("When", WHEN_AND_TIME),
            Detail("Where", "{{ meeting.place }}, {{ school.name }}", when="meeting.place"),
            Detail("Where", "{{ school.name }}", when="not meeting.place"),
            Detail("Who will be there", "{{ meeting.who_comes }}", when="meeting.who_comes"),
        ),
        stays_with_next=True,
    )
    signature(page)
    _answer(page)
    return page


def _answer(page: Document) -> None:
    line(page, "Heading 2", "Your answer: meeting on {{ meeting.date }}", new_page=True)
    line(page, "Slip text", "From {{ agency }}. Please send this page back to {{ school.name }}.")
    options(
        page,
        "Somebody can come.",
        "Somebody can join by phone or video.",
        "Nobody can come, and what we would like to be known is below.",
    )
    lines_to_write_on(page, ("Who comes, and role", "Phone and email"))
    line(page, "Heading 2", "What you would like to be known", before=16)
    line(
        page,
        "Slip text",
        "The family and {{ pupil.known_as }} read this. What they have not agreed to share stays with you.",
    )
    for question in (
        "What have you worked on, and since when?",
        "What is going well?",
        "What would help next, in school, at home, or from you?",
    ):
        room_to_write(page, question, 3)
    lines_to_write_on(page, ("Signed and dated",), height=13)


def outcome_for_staff() -> Document:
    """One page: what was agreed, who does what, which targets go on."""
    page = staff_page("What was agreed, for staff", "{{ pupil.full_name }}: what we agreed")
    line(page, "Normal", "{{ review.name }}, {{ review.held_on }}.")
    asked_of_staff(
        page,
        "Please act on what names you or your subject, and make room for the targets in your lessons. Tell "
        "{{ signatory.name }} what works.",
    )
    line(page, "Heading 2", "What was agreed")
    line(page, "Normal", "{{ review.outcome }}")
    with when(page, "review.actions"):
        line(page, "Heading 2", "Who does what")
        bullets_of(page, "step in review.actions", "{{ step }}")
    with when(page, "targets"):
        line(page, "Heading 2", "Targets that go on")
        list_of(page, "Targets that go on", "target in targets", _GOING_ON)
    next_one = "{{ review.next_review or 'no day yet' }}"
    line(page, "After table", f"Next meeting: {next_one}.", before=10)
    written_by(page)
    return page


_GOING_ON = (
    Column("Target", 76, "{{ target.target }}"),
    Column("Where it began", 46, "{{ target.baseline or 'not yet recorded' }}"),
    Column("We look again", 38, "{{ target.review_by or 'no day set yet' }}"),
)
