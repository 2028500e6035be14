"""Who the mentor is, and what mentor and pupil agree on."""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import interpreter, signature
from letter_templates._drawn.pupils_pages import (
    BETWEEN_US,
    LOW,
    SAFEGUARDING_LEAD,
    end_box,
    labelled_lines,
    listed,
    pupils_page,
    soft_box,
    told,
    worded,
)
from letter_templates._drawn.tables import Detail, details
from letter_templates._drawn.words import Place, bullets, line, otherwise, when
from mentor_xl import look

_PUPIL = "{{ pupil.known_as }}"

# -- the agreement --------------------------------------------------------------------------------


def agreement() -> Document:
    """Promises on both sides, signed; or promises on the mentor's alone, where asking would be too much."""
    page = pupils_page("Our mentoring agreement")
    with when(page, LOW):
        line(page, "Heading 1", "How this could work for us")
        line(page, "Under title", "{{ pupil.known_as }} and {{ mentor }}")
        _promises(page)
        _choices(page, "What is up to you", "One way it could go: we meet")
        told(page, "What stays between us", BETWEEN_US)
        _if_you_like(page)
        otherwise(page)
        line(page, "Heading 1", "Our mentoring agreement")
        line(page, "Under title", "{{ pupil.known_as }} and {{ mentor }}")
        _promises(page)
        _choices(page, "What you can choose", "To begin with, we plan to meet")
        listed(
            page,
            "What I hope you will do",
            ["come when you can, and let me know when you cannot", "tell me when something does not help"],
        )
        told(page, "What stays between us", BETWEEN_US)
        _signed(page)
    return page


def _promises(page: Place) -> None:
    listed(
        page,
        "What I promise you",
        [
            "I listen, and I take you seriously.",
            "I am there when I say I will be. If I cannot be, I let you know.",
            "I ask what you think before anything is planned.",
            "I tell you before I talk about you with others, whenever I can.",
        ],
    )


def _choices(page: Place, heading: str, meet: str) -> None:
    cell = soft_box(page, heading)
    for choice in (
        "what we talk about, and what we leave",
        "where we are: sitting, walking, drawing, outside",
        "taking a break, or stopping, without giving a reason",
        "how often we meet, and for how long",
    ):
        line(cell, "Soft bullet", choice)
    with when(cell, "mentoring.how_often"):
        sessions = "{% if mentoring.sessions %}, about {{ mentoring.sessions }}{% endif %}"
        line(cell, "Soft text", f"{meet} {{{{ mentoring.how_often }}}}{sessions}.", before=3)
    end_box(page)


def _signed(page: Place) -> None:
    line(page, "Soft text", "This is not a contract. Each of us can ask to change it at any time.")
    labelled_lines(
        page,
        "Lines for names and dates",
        ["{{ pupil.known_as }}, and the date", "{{ mentor }}, and the date"],
        (75, 85),
        height=13,
    )


def _if_you_like(page: Place) -> None:
    cell = soft_box(page, "If you like", "Room for the pupil, if they like")
    line(
        cell,
        "Soft text",
        "This page is yours. You could write on it, draw on it, cross something out, or leave it just as it "
        "is. It counts either way, and it can change at any time.",
    )
    end_box(page)
    labelled_lines(page, "A line for the mentor", ["{{ mentor }}, for my part"], (75, 85), height=13)


# -- who the mentor is ----------------------------------------------------------------------------


def meet_for_families() -> Document:
    """A letter of one page: who, what they do and do not do, when and how to reach them."""
    page = new_page("Meet the mentor", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "Meet {{ pupil.known_as }}’s mentor")
    line(
        page,
        "Normal",
        "{% if is_from_mentor %}I am {{ mentor }}, and I am the mentor who meets with {{ pupil.known_as }}."
        "{% else %}{{ mentor }} is the mentor who meets with {{ pupil.known_as }}.{% endif %} This letter "
        "says what a mentor does, and how to get in touch.",
    )
    interpreter(page)
    details(
        page,
        "Who the mentor is",
        (
            Detail("Mentor", "{{ mentor }}{% if mentor_role %}, {{ mentor_role }}{% endif %}"),
            Detail("In school", "{{ mentor_days }}", when="mentor_days"),
            Detail("They meet", "{{ mentoring.how_often | capitalize }}", when="mentoring.how_often"),
            Detail("Phone", "{{ mentor_phone }}", when="mentor_phone"),
            Detail("Email", "{{ mentor_email }}", when="mentor_email"),
        ),
    )
    line(page, "Heading 2", "What a mentor does")
    bullets(
        page,
        [
            f"listens to {_PUPIL}, and takes worries seriously",
            "helps to plan small steps, and notices what goes well",
            "talks with teachers about what helps, and keeps in touch with you.",
        ],
    )
    line(page, "Heading 2", "What a mentor does not do")
    line(
        page,
        "Normal",
        "A mentor is not a counsellor or a doctor, does not decide on punishments, and never promises to "
        "keep a secret: if somebody may not be safe, the mentor passes it on.",
    )
    line(
        page,
        "Normal",
        f"You know {_PUPIL} best. If something goes well at home, or something worries you, please "
        "{{ contact_mentor }}.",
        keep_next=True,
    )
    signature(page, with_phone=False)
    return page


_NOT_PASSED_ON = "I do not pass on what you tell me, unless somebody may not be safe."


def meet_for_pupils() -> Document:
    """A page in the mentor's own words."""
    page = pupils_page("Meet your mentor")
    line(page, "Heading 1", "Hello {{ pupil.known_as }}, I am {{ mentor }}")
    line(
        page,
        "Normal",
        worded(
            "I am a mentor at {{ school.name }}. I thought you might like to know a little about me first, "
            "so that nothing is a surprise.",
            "I am your mentor at {{ school.name }}. Here is a little about what I do, so that you know who "
            "you are meeting.",
        ),
        before=4,
    )
    listed(
        page,
        "What I do",
        [
            "I listen. What you think about school matters to me.",
            "I help to find small steps that make a day easier.",
            "I notice what goes well, and I tell people about it if you would like that.",
            "I talk with teachers about what helps you.",
        ],
    )
    listed(
        page,
        "What I do not do",
        [
            "I do not tell you off, and I do not decide on punishments.",
            "I am not a counsellor or a doctor.",
            f"{_NOT_PASSED_ON} Then I tell {SAFEGUARDING_LEAD}, and if I can, I tell you first.",
        ],
    )
    cell = soft_box(page, "When and where")
    with when(cell, "mentor_days"):
        line(cell, "Soft text", "I am in school {{ mentor_days }}.")
    with when(cell, "mentoring.how_often"):
        line(
            cell,
            "Soft text",
            worded(
                "We could meet {{ mentoring.how_often }}, or less, or more: as it suits you.",
                "We meet {{ mentoring.how_often }}.",
            ),
        )
    line(
        cell,
        "Soft text",
        worded(
            "It could be a room, a walk or somewhere outside. A few minutes are fine, and so is not today.",
            "If our usual place does not suit you, we can find another: a walk or outside are fine too.",
        ),
    )
    end_box(page)
    labelled_lines(page, "A line for the place", ["Where you can find me"], (55, 105), height=12)
    return page
