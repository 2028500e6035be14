"""Sheets for the office that no pupil or family gets: what is released, for a second pair of eyes."""

from docx.document import Document

from letter_templates._drawn.house import new_page
from letter_templates._drawn.parts import lines_to_write_on
from letter_templates._drawn.tables import Column, list_of
from letter_templates._drawn.words import line, when
from mentor_xl import look

_COLUMNS = (
    Column("Pupil", 32, "{{ letter.pupil }}"),
    Column("What", 32, "{{ letter.title }}"),
    Column("To", 54, "{{ letter.to }}"),
    Column("File", 30, "{{ letter.file }}{% if letter.note %}. **{{ letter.note }}**{% endif %}"),
    Column("OK", 12, "[ ]"),
)


def release_sheet() -> Document:
    """One line a letter, a box to tick, and two people who sign."""
    page = new_page(
        "Release sheet", look.REPORT_TYPE, is_posted=False, readers="For the school office: not for families"
    )
    line(page, "Heading 1", "{{ heading }}")
    line(page, "Normal", "{{ what_it_is }}")
    list_of(page, "The letters: one line each, with a box to tick", "letter in letters", _COLUMNS)
    with when(page, "overrides"):
        line(page, "Heading 2", "Sent without consent, on safeguarding grounds")
        list_of(
            page,
            "Who set consent aside, and why",
            "override in overrides",
            (
                Column("Pupil", 33, "{{ override.pupil }}"),
                Column("Who decided", 40, "{{ override.by }}"),
                Column("Why", 87, "{{ override.reason }}"),
            ),
        )
    line(page, "Heading 2", "A second pair of eyes", keep_next=True)
    line(
        page,
        "Normal",
        "For each letter: is it about the right pupil, is it for the right person, is the address theirs, "
        "and is there nothing in it that this person should not read?",
        keep_next=True,
    )
    lines_to_write_on(page, ("Checked by", "On", "Signed"))
    return page


_SAME = "{% if letter.shares_envelope %} (same envelope){% endif %}"
_PACK = (
    Column("No.", 9, "{{ letter.number }}"),
    Column("To", 61, f"**{{{{ letter.to }}}}**, {{{{ letter.address }}}}{_SAME}"),
    Column("What", 32, "{{ letter.title }}"),
    Column("About", 30, "{{ letter.pupil }}"),
    Column("Page", 13, "{{ letter.page }}"),
    Column("Pages", 15, "{{ letter.pages }}"),
)


def print_pack() -> Document:
    """The list in front of all letters, in the order in which they come out of the printer."""
    page = new_page(
        "Print pack", look.REPORT_TYPE, is_posted=False, readers="For the school office: not for families"
    )
    line(page, "Heading 1", "Letters to print and post")
    line(page, "Normal", "{{ summary }}")
    list_of(page, "The letters in posting order", "letter in letters", _PACK)
    return page
