"""The plan of a return as the pupil reads it; where `low_demand` holds, ideas that ask for nothing."""

from docx.document import Document

from letter_templates._drawn.families import gap, people_to_go_to
from letter_templates._drawn.house import new_page
from letter_templates._drawn.returns import COMES_BACK, STEPS
from letter_templates._drawn.reviews_for_pupils import close_page, open_page
from letter_templates._drawn.tables import box, list_of, say
from letter_templates._drawn.words import Place, bullets, bullets_of, line, otherwise, when
from mentor_xl import look


def return_for_pupils() -> Document:
    """The pupil's own page; where `low_demand` holds, it tells what was thought of and asks for nothing."""
    page = new_page("Your plan for coming back", look.PUPIL_TYPE)
    open_page(page)
    with when(page, "low_demand"):
        _ideas(page)
        otherwise(page)
        _your_plan(page)
    close_page(page)
    return page


def _your_plan(page: Place) -> None:
    line(page, "Heading 1", "Your plan for being in school")
    line(
        page,
        "Normal",
        "It is good to have you here. We only go on when a step feels all right.",
    )
    with when(page, COMES_BACK):
        line(page, "Normal", "I look forward to seeing you on **{{ plan.back_on }}**.")
    with when(page, "plan.next_step"):
        cell = box(page, "Your next step", "Your next step")
        say(cell, "**{{ plan.next_step }}**")
        with when(cell, "plan.next_step_on"):
            say(cell, "{{ plan.next_step_on }}")
    with when(page, "plan.steps"):
        line(page, "Heading 2", "All the steps", before=12)
        list_of(page, "All the steps", "step in plan.steps", STEPS)
        line(
            page,
            "After table",
            "You can go back a step at any time, and nobody minds."
            "{% if plan.review %} We look at the plan together on {{ plan.review }}.{% endif %}",
        )
    _when_it_ends(page)
    people_to_go_to(page, "People you can go to")
    gap(page)
    asked = box(page, "What I ask of you", "What I ask of you")
    say(
        asked,
        "Please tell me if a step feels too big. We will make it smaller.",
        stays_with_next=True,
    )


def _when_it_ends(page: Place) -> None:
    with when(page, "plan.part_time_until"):
        line(
            page,
            "Normal",
            "Your shorter timetable lasts until {{ plan.part_time_until }}. Then you are here for the whole "
            "day again. If you are ready sooner, so are we.",
        )
    with when(page, "plan.review and not plan.steps"):
        line(page, "Normal", "We look at the plan together on {{ plan.review }}.")


def _ideas(page: Place) -> None:
    line(page, "Heading 1", "Some small steps, for you to look at")
    line(
        page,
        "Normal",
        "It is good to have you here. I wanted nothing to come as a surprise.",
    )
    with when(page, "plan.next_step"):
        cell = box(page, "One idea for what could come next", "One idea for what could come next")
        say(cell, "**{{ plan.next_step }}**")
        say(cell, "Or something smaller, or something else. You choose.")
    with when(page, "plan.steps"):
        line(page, "Heading 2", "What we have thought of so far", before=12)
        bullets_of(
            page,
            "step in plan.steps",
            "{{ step.what }}{% if step.went %} – you have tried this one{% endif %}",
        )
    line(page, "Normal", "Some things that are always fine:", before=8, keep_next=True)
    bullets(
        page,
        [
            "leaving a step out, swapping it, or going back to another",
            "stopping in the middle, and trying on another day, or not",
            "telling me in a note or a drawing, or through somebody you trust.",
        ],
    )
    people_to_go_to(page, "People who are glad to see you")
    line(
        page,
        "Normal",
        "You may have a better idea. I would like to hear it, if you feel like it.",
        before=8,
        keep_next=True,
    )
