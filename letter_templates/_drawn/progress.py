"""The reports on one pupil's progress: one for the family, one for those who lead the school."""

from docx.document import Document

from letter_templates._drawn.house import new_page, open_letter
from letter_templates._drawn.parts import (
    BY_REPLY_DAY,
    ask,
    interpreter,
    signature,
    targets,
    what_happens_next,
)
from letter_templates._drawn.referrals import MEASURE_COLUMNS
from letter_templates._drawn.tables import Column, Detail, details, figure_cards, list_of
from letter_templates._drawn.words import Place, line, when
from mentor_xl import look


def progress_for_parents() -> Document:
    """A report that is also a letter: it has the family's address and one thing asked."""
    page = new_page(
        "How mentoring is going", look.PARENT_TYPE, readers="For parents and carers", is_for_families=True
    )
    open_letter(page, "How mentoring is going for {{ pupil.known_as }}")
    figure_cards(page)
    line(page, "Normal", "{{ summary }}", before=8)
    interpreter(page)
    ask(
        page,
        f"Please tell us{BY_REPLY_DAY} how this looks to you and {{{{ pupil.known_as }}}}: "
        "{{ contact_us }}.",
    )
    line(page, "Heading 2", "Targets")
    targets(page)
    with when(page, "what_helps"):
        line(page, "After table", f"**What helps:** {_WHAT_HELPS}")
    with when(page, "measures"):
        line(page, "Heading 2", "Questionnaires")
        list_of(page, "Questionnaires", "measure in measures", MEASURE_COLUMNS)
    what_happens_next(page, "next_steps", "review", "next_review")
    signature(page)
    return page


_WHAT_HELPS = "{% for help in what_helps %}{{ help | trim('.') }}{{ '.' if loop.last else '; ' }}{% endfor %}"


def progress_for_leaders() -> Document:
    """Denser, with the case, the sessions and the dates that are due."""
    page = new_page(
        "Progress in mentoring",
        look.REPORT_TYPE,
        is_posted=False,
        readers="May be read by the pastoral manager, the SENCO and the headteacher",
    )
    line(page, "Heading 1", "{{ pupil.full_name }}: progress in mentoring")
    figure_cards(page)
    line(page, "Normal", "{{ summary }}", before=8)
    line(page, "Heading 2", "Targets")
    targets(page)
    with when(page, "measures"):
        line(page, "Heading 2", "Questionnaires")
        list_of(page, "Questionnaires", "measure in measures", MEASURE_COLUMNS)
    line(page, "Heading 2", "The mentoring")
    details(page, "The mentoring", _MENTORING)
    _due(page)
    return page


_NOT_YET = "'not yet recorded'"
_MENTORING = (
    Detail("Year and form", "{{ pupil.year }}{% if pupil.form %}, {{ pupil.form }}{% endif %}"),
    Detail("Mentor", "{{ case.mentor }}", when="case.mentor"),
    Detail("Status and tier", "{{ case.status }}{% if case.tier %}, {{ case.tier }}{% endif %}"),
    Detail(
        "Started",
        f"{{{{ case.started_on or {_NOT_YET} }}}} · planned end {{{{ case.planned_end or {_NOT_YET} }}}}",
    ),
    Detail("Main barrier", "{{ case.main_barrier }}", when="case.main_barrier"),
    Detail("Aim", "{{ case.aim }}", when="case.aim"),
    Detail("Sessions", "{{ sessions_summary }}"),
    Detail(
        "Questionnaires",
        "None has been filled in twice yet, so there is nothing to compare.",
        when="not measures",
    ),
    Detail("What helps", "{{ help }}", when="what_helps", each="help in what_helps"),
    Detail("Next steps", "{{ step }}", when="next_steps", each="step in next_steps"),
    Detail("Next review", "{{ next_review or 'not yet booked' }}"),
    Detail("Written by", "{{ signatory.name }}{% if signatory.role %}, {{ signatory.role }}{% endif %}"),
)


def _due(page: Place) -> None:
    with when(page, "dates"):
        line(page, "Heading 2", "Dates")
        list_of(
            page,
            "Dates that are due",
            "date in dates",
            (
                Column("What", 80, "{{ date.what }}"),
                Column("When", 48, "{{ date.when }}"),
                Column("State", 32, "**{{ date.state }}**"),
            ),
        )
