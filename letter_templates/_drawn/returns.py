"""The plan of a return to school, as the family, the pupil and the staff read it.

It speaks of coming back and never of why somebody was away; to step back is a normal part of it.
"""

from docx.document import Document

from letter_templates._drawn.families import (
    PEOPLE,
    asked_of_staff,
    staff_page,
    written_by,
)
from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import (
    BY_REPLY_DAY,
    ask,
    cut_here,
    interpreter,
    lines_to_write_on,
    options,
    pupil_on_slip,
    room_to_write,
    signature,
)
from letter_templates._drawn.tables import Column, Detail, details, list_of
from letter_templates._drawn.words import bullets, line, when
from mentor_xl import look

_BACK = "plan.back_on and plan.is_back"
COMES_BACK = "plan.back_on and not plan.is_back"
_NEXT = "{{ plan.next_step }}{% if plan.next_step_on %}, {{ plan.next_step_on }}{% endif %}"
_WHEN = "{{ step.went or step.planned_for or 'We choose the day together' }}"
STEPS = (
    Column("Step", 20, "{{ step.number }}"),
    Column("What", 69, "{{ step.what }}"),
    Column("When, and how it went", 71, _WHEN),
)
_STEPPING_BACK = (
    "Going back to a smaller step is a normal part of coming back. It never counts against "
    "{{ pupil.known_as }}."
)


# -- the family ------------------------------------------------------------------------------------


def return_for_parents() -> Document:
    """A letter with the steps, and a slip for those who may agree to the plan."""
    page = new_page("A plan for coming back to school", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "{{ pupil.known_as }}: our plan for coming back to school")
    line(
        page,
        "Normal",
        "We are glad to have {{ pupil.known_as }} with us. Here is our plan, one small step at a time.",
    )
    with when(page, COMES_BACK):
        line(
            page,
            "Normal",
            "We look forward to seeing {{ pupil.known_as }} on **{{ plan.back_on }}**. {{ pupil.known_as }} "
            "is welcome that day, whatever in this plan is still open.",
        )
    interpreter(page)
    ask(
        page,
        "Please read it with {{ pupil.known_as }} and {% if signers %}send back the slip{% else %}talk with "
        f"us{{% endif %}}{BY_REPLY_DAY}.",
        "If a step looks too big or too soon, we will change it: please {{ contact_us }}.",
    )
    _the_plan(page)
    _the_steps(page, "The steps")
    signature(page)
    with when(page, "signers"):
        _slip(page)
    return page


def _the_plan(page: Document) -> None:
    line(page, "Heading 2", "The plan")
    details(
        page,
        "The plan",
        (
            Detail("Back in school", "Since {{ plan.back_on }}", when=_BACK),
            Detail("Next step", _NEXT, when="plan.next_step"),
            Detail(
                "Part-time until",
                "{{ plan.part_time_until }} at the latest, then full time",
                when="plan.part_time_until",
            ),
            Detail(
                "We look at the plan",
                "{{ plan.review or 'We will write to you with a day' }}",
            ),
            PEOPLE,
        ),
        stays_with_next=True,
    )


def _the_steps(page: Document, heading: str) -> None:
    with when(page, "plan.steps"):
        line(page, "Heading 2", heading)
        list_of(page, "The steps of the return", "step in plan.steps", STEPS)
        line(page, "After table", _STEPPING_BACK, keep_next=True)


def _slip(page: Document) -> None:
    cut_here(page, "Reply slip: the plan for {{ pupil.known_as }}")
    pupil_on_slip(page)
    options(
        page,
        "I agree to this plan.",
        "I would like to change something, or to talk first. Please call me.",
    )
    with when(page, "plan.steps"):
        room_to_write(page, "What would you like us to know? You can leave this blank.", 3)
    lines_to_write_on(page, ("Signed and dated",), height=13)


# -- the staff -------------------------------------------------------------------------------------


def return_for_staff() -> Document:
    """One page: the next step, the steps, and how to make it easy."""
    page = staff_page("A return to school: for staff", "{{ pupil.full_name }}: coming back, step by step")
    asked_of_staff(
        page,
        "{% if plan.next_step %}Please make room for the next step: **{{ plan.next_step }}**"
        "{% if plan.next_step_on %}, {{ plan.next_step_on }}{% endif %}. "
        "{% elif plan.back_on and not plan.is_back %}Please help to make **{{ plan.back_on }}** an easy "
        "first day. {% endif %}Please tell {{ signatory.name }} on the same day how it went.",
    )
    line(page, "Heading 2", "The plan")
    details(
        page,
        "The plan",
        (
            Detail("First day back", "{{ plan.back_on }}", when="plan.back_on"),
            Detail("Part-time until", "{{ plan.part_time_until }}", when="plan.part_time_until"),
            Detail("We look at the plan", "{{ plan.review or 'no day yet' }}"),
            PEOPLE,
        ),
    )
    with when(page, "plan.steps"):
        line(page, "Heading 2", "The steps")
        list_of(page, "The steps of the return", "step in plan.steps", STEPS)
        line(page, "After table", _STEPPING_BACK)
    line(page, "Heading 2", "What makes it easier")
    bullets(
        page,
        [
            "A quiet “good to see you”, without an audience.",
            "The same seat near the door, and a way out that needs no asking.",
            "Work that can be begun today; what was missed can wait.",
            "Nobody asks, in front of others, where {{ pupil.known_as }} has been.",
        ],
    )
    written_by(page)
    return page



