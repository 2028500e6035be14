"""How the ideas for speech and language go in class: to the therapist, and to those who teach the pupil."""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import BY_REPLY_DAY, ask, signature
from letter_templates._drawn.referrals import TARGET_COLUMNS
from letter_templates._drawn.tables import list_of
from letter_templates._drawn.words import Place, bullets_of, line, otherwise, when
from mentor_xl import look


def salt_update_for_agencies() -> Document:
    """To the therapist: what we do in class, what we see, what we ask."""
    page = new_page("How communication strategies go in school", look.AGENCY_TYPE)
    open_letter(
        page,
        "How it is going: {{ pupil.legal_name }}, born {{ pupil.date_of_birth }}",
        is_confidential=True,
    )
    line(
        page,
        "Normal",
        "Thank you for your help with how {{ pupil.known_as }} understands, speaks and takes part. Here is "
        "what we do in class, and what we see.",
    )
    ask(
        page,
        "Please tell us what to keep, what to change, and when you will see {{ pupil.known_as }} again.",
        f"Please let us know{BY_REPLY_DAY}: {{{{ contact_us }}}}.",
    )
    _strategies(page)
    with when(page, "evidence or sessions"):
        line(page, "Heading 2", "What we see")
        bullets_of(page, "point in evidence", "{{ point }}")
        with when(page, "sessions"):
            line(page, "List Bullet", "{{ sessions }}")
    _talking(page)
    line(
        page,
        "Normal",
        "We go on with what works, and will write again after the next review.",
        keep_next=True,
        before=8,
    )
    signature(page)
    return page


def salt_update_for_teachers() -> Document:
    """To colleagues: what to do in class, and what to look out for."""
    page = new_page(
        "What helps with talking and understanding in class",
        look.REPORT_TYPE,
        is_posted=False,
        readers="For the staff who teach this pupil",
    )
    line(page, "Heading 1", "In class with {{ pupil.known_as }}: talking and understanding")
    line(
        page,
        "Normal",
        "{{ pupil.full_name }}, {{ pupil.year }}{% if pupil.form %}, {{ pupil.form }}{% endif %}. These are "
        "the strategies that we all use, so that every lesson feels alike.",
    )
    ask(
        page,
        "Please use these in every lesson, and tell us one thing that went well and one that did not.",
        f"A line is enough{BY_REPLY_DAY}: {{{{ contact_us }}}}.",
    )
    _strategies(page)
    _talking(page)
    return page


def _strategies(page: Place) -> None:
    line(page, "Heading 2", "Targets and strategies")
    with when(page, "targets"):
        list_of(
            page, "Targets: what is done for each, and where it is now", "target in targets", TARGET_COLUMNS
        )
        otherwise(page)
        line(page, "Normal", "No target is recorded yet. We choose the first one together.")


def _talking(page: Place) -> None:
    with when(page, "talking"):
        line(page, "Heading 2", "How {{ pupil.known_as }} likes to be talked with, and what helps")
        bullets_of(page, "point in talking", "{{ point }}")
