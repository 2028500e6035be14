"""The reports about the whole caseload: how it stands, and what the year came to."""

from collections.abc import Sequence

from docx.document import Document

from letter_templates._drawn.counts import count_table, count_tables
from letter_templates._drawn.house import new_page
from letter_templates._drawn.tables import Column, add_row, figure_cards, list_of, rows, table
from letter_templates._drawn.words import Place, bullets_of, line, otherwise, run, when
from mentor_xl import look

_WRITTEN_BY = "Written by {{ signatory.name }}{% if signatory.role %}, {{ signatory.role }}{% endif %}."


def caseload_report() -> Document:
    """Names stand in it: it stays with those who lead."""
    page = new_page(
        "Report on the caseload",
        look.REPORT_TYPE,
        is_posted=False,
        readers="May be read by the pastoral manager, the SENCO and the headteacher",
    )
    line(page, "Heading 1", "The caseload on {{ letter.date }}")
    line(page, "Under subject", _WRITTEN_BY)
    figure_cards(page)
    line(page, "Normal", "{{ summary }}", before=8)
    line(page, "Heading 2", "Overdue or to act on now")
    _or_else(page, "late", _DUE, "Nothing is overdue.")
    line(page, "Heading 2", "Who waits")
    _or_else(page, "waiting", _WAITING, "Nobody is waiting.")
    line(page, "Heading 2", "Active cases without a next review")
    _or_else(page, "without_review", _OPEN, "Every active case has one.")
    line(page, "Heading 2", "Who has how many")
    _mentors(page)
    line(page, "Heading 2", "By tier")
    _or_else(page, "tiers", _TIERS, "No case is open.", is_short=True)
    with when(page, "to_mend"):
        line(page, "Heading 2", "To put right in the workbook")
        line(page, "Normal", "{{ to_mend }}")
    line(page, "Heading 2", "Due soon")
    _or_else(page, "soon", _DUE, "Nothing is due soon.")
    return page


def _or_else(
    page: Place, value: str, columns: Sequence[Column], words: str, *, is_short: bool = False
) -> None:
    with when(page, value):
        list_of(page, words, f"item in {value}", columns, is_short=is_short)
        otherwise(page)
        line(page, "Normal", words)


_DUE = (
    Column("Pupil", 46, "{{ item.pupil }}"),
    Column("What", 47, "{{ item.what }}"),
    Column("By", 32, "{{ item.when }}"),
    Column("State", 20, "**{{ item.state }}**"),
    Column("Mentor", 15, "{{ item.mentor or '–' }}"),
)
_WAITING = (
    Column("Pupil", 56, "{{ item.pupil }}"),
    Column("Priority", 20, "**{{ item.priority }}**"),
    Column("Referred on", 40, "{{ item.since }}"),
    Column("Waited", 20, "{{ item.waited }}"),
    Column("For", 24, "{{ item.stands_at }}"),
)
_OPEN = (
    Column("Pupil", 56, "{{ item.pupil }}"),
    Column("Case", 16, "{{ item.case }}"),
    Column("Mentor", 18, "{{ item.mentor or '–' }}"),
    Column("What is missing", 70, "{{ item.why }}"),
)
_TIERS = (
    Column("Tier", 56, "{{ item.tier }}"),
    Column("Active", 34, "{{ item.active }}"),
    Column("Paused", 34, "{{ item.paused }}"),
    Column("Waiting to start", 36, "{{ item.waiting }}"),
)


def _mentors(page: Document) -> None:
    with when(page, "mentors"):
        drawn = table(
            page, "Details table", (46, 16, 18, 16, 22, 42), "Mentors, their cases and their places"
        )
        heading = add_row(drawn, is_heading=True).cells
        for cell, words in zip(heading, ("Mentor", "Active", "Paused", "Places", "Free", ""), strict=True):
            line(cell, "List heading", words)
        with rows(drawn, "for item in mentors"):
            *cells, bar = add_row(drawn).cells
            for cell, words in zip(cells, ("mentor", "active", "paused", "places", "free"), strict=True):
                line(cell, "List text", f"{{{{ item.{words} }}}}", keep_next=True)
            run(line(bar, "List text", keep_next=True), "{{ item.bar }}", "Step reached")
        otherwise(page)
        line(page, "Normal", "No mentor on the Staff sheet has a case or a place.")


# -- evaluation ----------------------------------------------------------------------------------------


def evaluation_for_leaders() -> Document:
    """With the hours of each mentor."""
    page = _evaluation("Evaluation of mentoring, for those who lead", "For the leadership of the school")
    line(page, "Heading 2", "Mentors")
    count_table(page, "mentors")
    _limits(page)
    return page


def evaluation_for_governors() -> Document:
    """Nothing but aggregates."""
    page = _evaluation("Evaluation of mentoring, for governors", "For the governing board")
    _limits(page)
    return page


def _evaluation(title: str, readers: str) -> Document:
    page = new_page(title, look.REPORT_TYPE, is_posted=False, readers=readers)
    line(page, "Heading 1", "What mentoring came to this school year")
    line(
        page,
        "Under subject",
        "{{ period }}. No pupil is named, and no figure is about fewer than {{ least_shown }} "
        f"pupils. {_WRITTEN_BY}",
    )
    figure_cards(page)
    line(page, "Normal", "{{ summary }}", before=8)
    for heading, tables in (
        ("How it went", "outcomes"),
        ("Who was supported", "who"),
        ("What was done", "service"),
    ):
        with when(page, tables):
            line(page, "Heading 2", heading)
            count_tables(page, tables)
    line(page, "Heading 2", "What it took")
    count_table(page, "cost")
    return page


def _limits(page: Document) -> None:
    line(page, "Heading 2", "What these figures cannot say")
    bullets_of(page, "limit in cannot_say", "{{ limit }}")
