"""The action plan as the family, the pupil and the staff read it: only what is open, in the pupil's words."""

from docx.document import Document

from letter_templates._drawn.families import asked_of_staff, gap, part, staff_page, written_by
from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import BY_REPLY_DAY, ask, interpreter, signature
from letter_templates._drawn.reviews_for_pupils import close_page, open_page
from letter_templates._drawn.tables import Column, Detail, box, details, list_of, say
from letter_templates._drawn.words import Place, bullets, each, line, otherwise, when
from mentor_xl import look

_NOT_YET = "'not yet recorded'"
_WHEN_NEXT = (
    "{{ target.review_by or ('It is time to look again' if target.is_time else 'No day is set yet') }}"
)


# -- the family ------------------------------------------------------------------------------------


def plan_for_parents() -> Document:
    """A letter: each target with what helps, and who does what."""
    page = new_page("Our plan together", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "{{ pupil.known_as }}: our plan, and who does what")
    line(
        page,
        "Normal",
        "{{ pupil.known_as }} has chosen what to work on, with our help. Here is the plan, so that we all "
        "know it: each aim in the words that {{ pupil.known_as }} chose, what helps, and when we look again.",
    )
    interpreter(page)
    ask(
        page,
        f"Please read this with {{{{ pupil.known_as }}}}. If something does not fit, tell us{BY_REPLY_DAY}: "
        "{{ contact_us }}.",
    )
    with each(page, "target in targets"):
        line(page, "Heading 2", "“{{ target.target }}”", before=12)
        details(page, "One aim of the plan", _ONE_TARGET)
    line(page, "Heading 2", "Who does what", before=12)
    details(page, "Who does what", _WHO, stays_with_next=True)
    signature(page)
    return page


_ONE_TARGET = (
    Detail("Where it began", f"{{{{ target.baseline or {_NOT_YET} }}}}"),
    Detail("What helps", "{{ target.how }}", when="target.how"),
    Detail("Help from others", "{{ target.help_needed }}", when="target.help_needed"),
    Detail(
        "Agreed",
        "{{ [target.set_on, target.agreed_with] | select | join(': ') }}",
        when="target.set_on or target.agreed_with",
    ),
    Detail("We look again", _WHEN_NEXT),
)
_WHO = (
    Detail("{{ pupil.known_as }}", "tries things out, and says what helps and what does not"),
    Detail(
        "{{ mentor or 'The mentor' }}",
        "{% if how_often %}meets with {{ pupil.known_as }} ({{ how_often }}), {% else %}meets with "
        "{{ pupil.known_as }}, {% endif %}and notices each step forward",
    ),
    Detail("Teachers", "know the plan, and make room for it in lessons"),
    Detail("You at home", "ask now and then how it is going, and tell us what you see"),
    Detail("Next meeting", "{{ next_review }}", when="next_review"),
)


# -- the pupil -------------------------------------------------------------------------------------


def plan_for_pupils() -> Document:
    """The pupil's own page; where `low_demand` holds it has no days, and everything may be changed."""
    page = new_page("Your plan", look.PUPIL_TYPE)
    open_page(page)
    with when(page, "low_demand"):
        _things_you_said(page)
        otherwise(page)
        _your_plan(page)
    close_page(page)
    return page


def _your_plan(page: Place) -> None:
    line(page, "Heading 1", "Your plan")
    line(
        page,
        "Normal",
        "You chose this. I think it is a good plan, and I am on your side. Small steps count.",
    )
    with each(page, "target in targets"):
        cell = box(page, "“{{ target.target }}”", "One aim of your plan")
        part(cell, "target.baseline", "Where you began: {{ target.baseline }}")
        part(cell, "target.how", "What helps: {{ target.how }}")
        part(cell, "target.help_needed", "Help from others: {{ target.help_needed }}")
        say(
            cell,
            "{% if target.review_by %}We look at it together on {{ target.review_by }}"
            "{% elif target.is_time %}It is time to look at it together"
            "{% else %}We have not set a day to look at it yet{% endif %}",
        )
        gap(page)
    line(page, "Heading 2", "Who does what")
    bullets(
        page,
        [
            "You try things out, and tell me what helps and what does not.",
            "I listen, help with the plan, and notice what goes well.",
            "Your teachers know the plan and make room for it.",
        ],
    )
    gap(page)
    asked = box(page, "What I ask of you", "What I ask of you")
    say(
        asked,
        "Please tell me if an aim no longer fits. We can change it, or make it smaller.",
        stays_with_next=True,
    )


def _things_you_said(page: Place) -> None:
    line(page, "Heading 1", "Things you said you would like")
    line(
        page,
        "Normal",
        "I wrote down what you told me, so that you can look at it if you like. It is yours to change.",
    )
    with each(page, "target in targets"):
        cell = box(page, "“{{ target.target }}”", "Something you said")
        part(cell, "target.how", "Something that could help: {{ target.how }}")
        part(cell, "target.help_needed", "What others could do: {{ target.help_needed }}")
        gap(page)
    line(page, "Normal", "Some things that are always fine:", before=8, keep_next=True)
    bullets(
        page,
        [
            "changing the words, swapping one for another, or crossing one out",
            "leaving it for now, and coming back to it, or not",
            "a different way, place or person",
            "keeping this page, giving it back, or drawing on it.",
        ],
    )
    line(
        page,
        "Normal",
        "I noticed how much thought you put into this. I am around, if you feel like talking about it.",
        before=8,
        keep_next=True,
    )


# -- the staff -------------------------------------------------------------------------------------


def plan_for_staff() -> Document:
    """One page: what the pupil works on, and what helps in a lesson."""
    page = staff_page("Action plan: for staff", "{{ pupil.full_name }}: what we are working on")
    asked_of_staff(
        page,
        "Please make room in your lessons for what helps. When you see it go well, say so quietly, and let "
        "{{ signatory.name }} know.",
    )
    line(page, "Heading 2", "The plan, in the words that {{ pupil.known_as }} chose")
    list_of(page, "The plan", "target in targets", _FOR_STAFF)
    with when(page, "help_from_staff"):
        line(page, "Heading 2", "Help that was asked for")
        with each(page, "help in help_from_staff"):
            line(page, "List Bullet", "{{ help }}")
    with when(page, "next_review"):
        line(page, "After table", "Next meeting about the plan: {{ next_review }}.", before=10)
    written_by(page)
    return page


_FOR_STAFF = (
    Column("What {{ pupil.known_as }} works on", 56, "{{ target.target }}"),
    Column("Where it began", 34, f"{{{{ target.baseline or {_NOT_YET} }}}}"),
    Column("What helps", 38, "{{ target.how or 'ask ' ~ pupil.known_as }}"),
    Column("We look again", 32, _WHEN_NEXT),
)
