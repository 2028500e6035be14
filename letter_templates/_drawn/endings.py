"""The end of mentoring as the family, the pupil and the staff read it: what was reached, and an open door.

Where the consent does not cover what was done, each edition only says that it has ended.
"""

from docx.document import Document

from letter_templates._drawn.families import (
    asked_of_staff,
    gap,
    people_to_go_to,
    staff_page,
    written_by,
)
from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import interpreter, signature
from letter_templates._drawn.reviews_for_pupils import close_page, open_page
from letter_templates._drawn.tables import box, say
from letter_templates._drawn.words import Place, bullets, bullets_of, line, otherwise, when
from mentor_xl import look

_ENDS = (
    "{% if goodbye.has_ended %}has come to an end{% elif goodbye.ends_on %}is planned to end on "
    "{{ goodbye.ends_on }}{% else %}is coming to an end{% endif %}"
)
_A_DAY = "goodbye.follow_up"


# -- the family ------------------------------------------------------------------------------------


def exit_for_parents() -> Document:
    """One page."""
    page = new_page("Mentoring comes to an end", look.PARENT_TYPE, is_for_families=True)
    open_letter(page, "{{ pupil.known_as }}: mentoring comes to an end")
    with when(page, "tells_of_the_work"):
        _what_was_done(page)
        otherwise(page)
        line(
            page,
            "Normal",
            "This is to let you know that mentoring has come to an end for {{ pupil.known_as }}. That is all "
            "right with us, and nothing else changes in school.",
        )
        interpreter(page)
        cell = box(page, "If you would like it again", "If you would like it again")
        say(
            cell,
            "There is nothing that you have to do. Our door stays open: if you or {{ pupil.known_as }} would "
            "like mentoring again, or just to talk, please {{ contact_us }}.",
        )
    people_to_go_to(page, "Who {{ pupil.known_as }} can go to")
    line(
        page,
        "Normal",
        "{% if goodbye.offers_follow_up %}The door stays open: for a word or for more, {{ pupil.known_as }} "
        "or you can simply ask. {% endif %}Thank you for your trust.",
        before=8,
        keep_next=True,
    )
    signature(page)
    return page


def _what_was_done(page: Place) -> None:
    line(page, "Normal", f"Mentoring for {{{{ pupil.known_as }}}} {_ENDS}. {{{{ goodbye.reason }}}}")
    with when(page, "goodbye.together"):
        line(page, "Normal", "{{ goodbye.together }}")
    interpreter(page)
    cell = box(page, "What we ask of you", "What we ask of you")
    say(
        cell,
        "{% if goodbye.follow_up %}We would like to look back with you and {{ pupil.known_as }} on "
        "**{{ goodbye.follow_up }}**. Please tell us if that day is hard: {{ contact_us }}."
        "{% elif goodbye.offers_follow_up %}{% if goodbye.has_ended %}In a few weeks{% else %}A few weeks "
        "after that{% endif %} we would like to ask how things are. Please tell us if you would rather we "
        "did not, or if you would like to hear from us sooner: {{ contact_us }}.{% else %}If you would like "
        "us to tell the new school what helps, please say so: {{ contact_us }}.{% endif %}",
    )
    _reached(page, "What {{ pupil.known_as }} has reached")
    _helped(page, "What helped, and can go on helping")


def _reached(page: Place, heading: str) -> None:
    with when(page, "goodbye.reached"):
        line(page, "Heading 2", heading)
        bullets_of(page, "target in goodbye.reached", "“{{ target }}”")


def _helped(page: Place, heading: str) -> None:
    with when(page, "goodbye.what_helped"):
        line(page, "Heading 2", heading)
        bullets_of(page, "help in goodbye.what_helped", "{{ help }}")


# -- the pupil -------------------------------------------------------------------------------------


def exit_for_pupils() -> Document:
    """A letter from the mentor; it asks for nothing, whoever reads it."""
    page = new_page("From your mentor", look.PUPIL_TYPE)
    open_page(page)
    with when(page, "tells_of_the_work"):
        _well_done(page)
        otherwise(page)
        line(page, "Heading 1", "Our time together has ended")
        line(
            page,
            "Normal",
            "This is to let you know that mentoring has come to an end. That is all right, and nobody is "
            "cross. I am still glad to see you around school.",
        )
    people_to_go_to(page, "People you can go to")
    _open_door(page)
    close_page(page)
    return page


def _well_done(page: Place) -> None:
    line(page, "Heading 1", "Our time together, and what comes next")
    line(page, "Normal", f"Our mentoring {_ENDS}. I have liked getting to know you.")
    with when(page, "goodbye.reached"):
        cell = box(page, "What you have done", "What you have done")
        bullets_of(cell, "target in goodbye.reached", "“{{ target }}”")
        say(cell, "You did that. I saw it.")
        gap(page)
    _helped(page, "What helped you, and is yours to keep")
    with when(page, _A_DAY):
        line(
            page,
            "Normal",
            "{% if low_demand %}There is a time to look back together, if you like: "
            "{{ goodbye.follow_up }}. It could be another day, another way, or not at all."
            "{% else %}On {{ goodbye.follow_up }} we look back together at how things are going.{% endif %}",
            before=8,
        )


def _open_door(page: Place) -> None:
    gap(page)
    cell = box(page, "The door stays open", "The door stays open")
    say(
        cell,
        "You are welcome any time, for a chat or for more. There is nothing to explain.",
        stays_with_next=True,
    )


# -- the staff -------------------------------------------------------------------------------------


def exit_for_staff() -> Document:
    """One page: that it ends, what to keep doing, whom to tell."""
    page = staff_page("Mentoring ends: for staff", "{{ pupil.full_name }}: mentoring comes to an end")
    line(page, "Normal", f"Mentoring for {{{{ pupil.known_as }}}} {_ENDS}.")
    asked_of_staff(
        page,
        "Please keep up what helps, and notice what goes well. If you see a change, "
        "tell {{ mentor or signatory.name }}.",
    )
    with when(page, "goodbye.what_helped"):
        line(page, "Heading 2", "What helps, and can stay")
        bullets_of(page, "help in goodbye.what_helped", "{{ help }}")
        otherwise(page)
        line(page, "Heading 2", "What helps, and can stay")
        bullets(
            page,
            [
                "A friendly word at the door.",
                "Praise for effort, quietly and soon.",
                "One adult whom {{ pupil.known_as }} can go to.",
            ],
        )
    with when(page, "goodbye.follow_up"):
        line(
            page,
            "After table",
            "We look back with {{ pupil.known_as }} on {{ goodbye.follow_up }}, and will ask how lessons go.",
            before=10,
        )
    people_to_go_to(page, "Who {{ pupil.known_as }} can go to")
    written_by(page)
    return page
