"""The letters around a review that families get: the invitation to it, and what was agreed there."""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import (
    BY_REPLY_DAY,
    ask,
    interpreter,
    lines_to_write_on,
    options,
    pupil_on_slip,
    room_to_write,
    signature,
    targets,
    what_happens_next,
)
from letter_templates._drawn.tables import Detail, details
from letter_templates._drawn.words import line, when
from mentor_xl import look

WHEN_AND_TIME = "**{{ meeting.date }}{% if meeting.time %}, {{ meeting.time }}{% endif %}**"


def invitation() -> Document:
    """One page, and one page to answer on with room for what the family wants to say."""
    page = new_page("Invitation to a meeting", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "{{ pupil.known_as }}: meeting on {{ meeting.date }}")
    line(
        page,
        "Normal",
        "Please come to a meeting about how school is going for {{ pupil.known_as }}. We will start with "
        "what is going well. Then we will agree together what would help next.",
    )
    with when(page, "meeting.explained"):
        line(page, "Normal", "{{ meeting.explained }}")
    line(
        page,
        "Normal",
        "You know {{ pupil.known_as }} best, so what you think matters to us. {{ pupil.known_as }} is "
        "invited too, and can come for all of it, for part of it, or send some words instead.",
    )
    interpreter(page)
    ask(
        page,
        f"Please tell us{BY_REPLY_DAY} if you can come. Send back the answer page, or {{{{ contact_us }}}}.",
        "If that day is hard, we can find another, or you can join by phone.",
    )
    line(page, "Heading 2", "The meeting")
    details(
        page,
        "The meeting",
        (
            Detail("What", "{{ meeting.review_name }}"),
            Detail("When", WHEN_AND_TIME),
            Detail("Where", "{{ meeting.place }}", when="meeting.place"),
            Detail("Who will be there", "{{ meeting.who_comes }}", when="meeting.who_comes"),
        ),
        stays_with_next=True,
    )
    signature(page)
    _reply(page)
    return page


def _reply(page: Document) -> None:
    line(page, "Heading 2", "Your answer: meeting on {{ meeting.date }}", new_page=True)
    line(page, "Slip text", "Please fill in this page and send it back to school.")
    pupil_on_slip(page)
    options(
        page,
        "I can come.",
        "I would like to join by phone or video.",
        "I cannot come on that day. Another day would be better (please write it below).",
        "I would like an interpreter, or help to get there and take part.",
    )
    lines_to_write_on(page, ("My name", "Phone", "Days that suit me"))
    line(page, "Heading 2", "What you would like us to know", before=16)
    line(page, "Slip text", "You can leave this blank, and tell us at the meeting instead.")
    for question in ("What is going well?", "What is hard at the moment?", "What would help?"):
        room_to_write(page, question, 2)
    lines_to_write_on(page, ("Signed and dated",), height=13)


def outcome() -> Document:
    """What was said, where each target stands, what happens next."""
    page = new_page("What we agreed at the review", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "What we agreed for {{ pupil.known_as }}")
    with_whom = "{% if review.attended_by %} Who was there: {{ review.attended_by }}.{% endif %}"
    line(page, "Under subject", f"{{{{ review.name }}}}, {{{{ review.held_on }}}}.{with_whom}")
    line(
        page,
        "Normal",
        "Thank you to everyone who took part. This letter says what we agreed, so that we all have the "
        "same plan.",
    )
    interpreter(page)
    ask(
        page,
        f"Please read this with {{{{ pupil.known_as }}}}. If something is missing or not right, "
        f"tell us{BY_REPLY_DAY}: {{{{ contact_us }}}}.",
    )
    line(page, "Heading 2", "What we talked about")
    line(page, "Normal", "{{ review.outcome }}")
    line(page, "Heading 2", "Targets")
    targets(page, with_days=True)
    what_happens_next(page, "review.actions", "meeting", "review.next_review")
    signature(page)
    return page
