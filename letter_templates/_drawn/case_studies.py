"""A case study without names: the one to pass on, and the one to look over first."""

from docx.document import Document

from letter_templates._drawn.families import gap
from letter_templates._drawn.house import new_page
from letter_templates._drawn.parts import lines_to_write_on, options
from letter_templates._drawn.tables import Column, box, list_of, say
from letter_templates._drawn.words import Place, bullets_of, line, when
from mentor_xl import look

_HEADING = "What helped {{ pseudonym }}"


def case_study_for_schools() -> Document:
    """One page, without reference, day of birth or figures."""
    page = new_page(
        "Case study", look.REPORT_TYPE, is_posted=False, readers="For colleagues in other schools"
    )
    line(page, "Heading 1", _HEADING)
    _study(page)
    return page


def case_study_for_leaders() -> Document:
    """The study, with what to look at before the other copy leaves the school."""
    page = new_page(
        "Case study, to look over",
        look.REPORT_TYPE,
        is_posted=False,
        readers="For whoever decides if the case study leaves the school",
    )
    line(page, "Heading 1", "To look over: what helped {{ pseudonym }}")
    cell = box(page, "Before it leaves the school", "Before it leaves the school")
    say(
        cell,
        "At least {{ at_least }} pupils of the caseload fit what is said of who this is. No program can know "
        "what people have heard. Please read it as somebody who knows the school.",
    )
    with when(cell, "left_out"):
        say(
            cell,
            "{% if left_out == 1 %}One text{% else %}{{ left_out }} texts{% endif %} of the workbook had a "
            "name, a day or a figure and {% if left_out == 1 %}was{% else %}were{% endif %} left out.",
        )
    gap(page)
    _study(page)
    line(page, "Heading 2", "Look at", before=14)
    options(
        page,
        "No word here makes me think of one pupil.",
        "The pupil and the family know, and are glad that we share it.",
        "The file has a name of its own: the one it was made under could be looked up.",
    )
    lines_to_write_on(page, ("Looked over by, and day",))
    return page


def _study(page: Place) -> None:
    line(page, "Normal", "{{ who }} {{ why }}")
    line(page, "Normal", "{{ what_was_done }}")
    with when(page, "targets"):
        line(page, "Heading 2", "What {{ pseudonym }} worked on")
        list_of(page, "Targets and where each came to", "target in targets", _TARGETS)
    with when(page, "approaches"):
        line(page, "Heading 2", "What the mentor did")
        bullets_of(page, "approach in approaches", "{{ approach }}")
    with when(page, "what_helped"):
        line(page, "Heading 2", "What helped")
        bullets_of(page, "help in what_helped", "{{ help }}")
    with when(page, "changes"):
        line(page, "Heading 2", "What changed")
        bullets_of(page, "change in changes", "{{ change }}")
        line(page, "Under subject", "This happened at the same time. It does not show what caused it.")


_TARGETS = (
    Column("Target, in the pupil’s words", 100, "{{ target.target }}"),
    Column("Where it is now", 60, "{{ target.score_words }}", steps="target.score"),
)
