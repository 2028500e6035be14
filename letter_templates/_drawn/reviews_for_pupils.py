"""The invitation that a pupil reads: warm, in the first person, with ways to join in.

Where `low_demand` holds, other words stand here: they tell and invite, and ask for nothing by any day.
"""

from docx.document import Document

from letter_templates._drawn.house import HAS_ADDRESS, address_window, new_page, reference_and_date
from letter_templates._drawn.parts import BY_REPLY_DAY, cut_here, options, room_to_write, signature
from letter_templates._drawn.tables import box, say
from letter_templates._drawn.words import Place, bullets, line, otherwise, when
from mentor_xl import look

_WHEN = "{{ meeting.date }}{% if meeting.time %}, {{ meeting.time }}{% endif %}"


def invitation_for_pupils() -> Document:
    """One of two letters in one template: an invitation with a slip, or one that asks for nothing."""
    page = new_page("Invitation to your meeting", look.PUPIL_TYPE)
    open_page(page)
    with when(page, "low_demand"):
        _for_you_to_know(page)
        otherwise(page)
        _come_to_your_meeting(page)
    close_page(page)
    with when(page, "not low_demand"):
        _slip(page)
        _my_words(page)
    return page


def open_page(page: Document) -> None:
    """Address if there is one, date, and the name."""
    with when(page, HAS_ADDRESS):
        address_window(page)
        reference_and_date(page, frame=look.REFERENCE_FRAME)
        otherwise(page)
        line(page, "Date", "{{ letter.date }}")
    line(page, "Salutation", "{{ recipient.salutation }},")


def close_page(page: Document) -> None:
    """A pupil who gets it by hand sees the mentor anyway; one who gets it by post needs a number."""
    with when(page, HAS_ADDRESS):
        signature(page)
        otherwise(page)
        signature(page, with_phone=False)


def _come_to_your_meeting(page: Place) -> None:
    line(page, "Heading 1", "Your meeting on {{ meeting.date }}")
    line(
        page,
        "Normal",
        "I would like to invite you to a meeting about how school is going for you. It is your meeting, "
        "so what you think matters most.",
    )
    planned = box(page, "When and where", "When and where the meeting is")
    say(planned, f"**{_WHEN}**")
    with when(planned, "meeting.place"):
        say(planned, "{{ meeting.place }}")
    with when(planned, "meeting.who_comes"):
        say(planned, "Who will be there: {{ meeting.who_comes }}")
    line(
        page,
        "Normal",
        "We will talk about what is going well, what helps you, and what you would like next.",
        before=10,
    )
    line(
        page,
        "Normal",
        "You can come for all of it, or for part of it. You can bring somebody you trust. You can write, "
        "draw or record something. Or tell me before, and I will say it for you.",
    )
    asked = box(page, "What I ask of you", "What I ask of you")
    say(
        asked,
        f"Please let me know{BY_REPLY_DAY} how you would like to join in. Tell me when you see me, or "
        "tick a box on the slip and give it to me.",
        stays_with_next=True,
    )


def _for_you_to_know(page: Place) -> None:
    line(page, "Heading 1", "A meeting, for you to know about")
    line(
        page,
        "Normal",
        "I wanted to tell you about a meeting, so that it does not come as a surprise. Some people who "
        "care about how school feels for you are going to think together about what helps.",
    )
    planned = box(page, "What is planned", "What is planned")
    say(planned, f"The meeting is planned for {_WHEN}.")
    with when(planned, "meeting.place"):
        say(planned, "The place we have in mind: {{ meeting.place }}. It could be somewhere else.")
    with when(planned, "meeting.who_comes"):
        say(planned, "People who may be there: {{ meeting.who_comes }}.")
    line(
        page,
        "Normal",
        "You are welcome in any way that suits you. I wondered about these:",
        before=10,
        keep_next=True,
    )
    bullets(
        page,
        [
            "being there for all of it, or for a little of it",
            "a walk, or a quieter place, instead of a meeting room",
            "joining from another room, by phone or on a screen",
            "telling me some of it before, so that I can pass it on in your words",
            "a note, a drawing, a voice message, or something else of yours",
            "leaving it to the adults this time, and hearing about it afterwards if you like.",
        ],
    )
    line(
        page,
        "Normal",
        "You may have a better idea than any of these. If you like, you could tell me, circle something "
        "here, or send word with somebody you trust. It is fine to change your mind at any time.",
        before=8,
        keep_next=True,
    )


_MY_WORDS = (
    "What is going well",
    "What is hard at the moment",
    "What helps me",
    "What I would like",
)


def _my_words(page: Place) -> None:
    """What the pupil would like to be heard; the low-demand letter offers other ways, and no form."""
    line(page, "Heading 1", "My page for the meeting", new_page=True)
    line(
        page,
        "Slip text",
        "Write or draw as much or as little as you like. You can leave this page out, too.",
    )
    for question in _MY_WORDS:
        room_to_write(page, question, 3, height=11)
    line(page, "Slip question", "Who can read this page:")
    options(
        page,
        "Everybody at the meeting.",
        "Only my mentor, who says it for me.",
    )


def _slip(page: Place) -> None:
    cut_here(page, "How I would like to join in", cut="You can cut here and give me this part.")
    options(
        page,
        "I would like to come for all of it.",
        "I would like to come for part of it.",
        "I would like to tell you before, or write, draw or record something.",
        "I am not sure yet. Let us talk about it.",
    )
    line(page, "Slip small", "My name: {{ pupil.known_as }} · {{ letter.reference }}")
