"""Sheets for the office that no pupil or family gets: what is released, for a second pair of eyes."""

from docx.document import Document
from docx.table import _Cell

from letter_templates._drawn.house import new_page
from letter_templates._drawn.parts import lines_to_write_on
from letter_templates._drawn.tables import Column, Detail, add_row, details, list_of, rows, table
from letter_templates._drawn.words import each, line, run, when
from mentor_xl import look

_WIDTHS = (9.0, 116.0, 35.0)
_READ_BY = (
    "Read by **{{ letter.readers }}: {{ letter.to }}**{% if letter.where %}, {{ letter.where }}{% endif %}"
)


def release_sheet() -> Document:
    """A block a letter: a box to tick, who reads it, what was typed in it; then two people sign."""
    page = new_page(
        "Release sheet", look.REPORT_TYPE, is_posted=False, readers="For the school office: not for families"
    )
    line(page, "Heading 1", "{{ heading }}")
    line(page, "Normal", "{{ what_it_is }}")
    with when(page, "letters"):
        _letters(page)
    with when(page, "overrides"):
        line(page, "Heading 2", "Sent without consent, on safeguarding grounds")
        list_of(page, "Who set consent aside, and why", "override in overrides", _OVERRIDE)
    with when(page, "stays"):
        line(page, "Heading 2", "Still drafts: not to be sent")
        list_of(page, "What stays a draft, and why", "stay in stays", _STAY)
    with when(page, "taken_back"):
        line(page, "Heading 2", "Taken back")
        list_of(page, "What was taken back, by whom and why", "one in taken_back", _TAKEN_BACK)
    line(page, "Heading 2", "A second pair of eyes", keep_next=True)
    with when(page, "letters"):
        line(page, "Normal", _ASKED, keep_next=True)
    lines_to_write_on(page, ("Checked by", "On", "Signed"))
    return page


_ASKED = (
    "For each letter: is it about the right pupil, is it for the right person, is the address theirs, "
    "and is there nothing in it that this person should not read?"
)
_OVERRIDE = (
    Column("Pupil", 33, "{{ override.pupil }}"),
    Column("Who decided", 40, "{{ override.by }}"),
    Column("Why", 87, "{{ override.reason }}"),
)
_STAY = (
    Column("Pupil", 33, "{{ stay.pupil }}"),
    Column("What", 40, "{{ stay.title }}"),
    Column("Why", 87, "{{ stay.why }}"),
)
_TAKEN_BACK = (
    Column("Pupil", 33, "{{ one.pupil }}"),
    Column("What and who", 67, "{{ one.what }}. {{ one.who }}."),
    Column("Why", 60, "{{ one.why }}"),
)


def _letters(page: Document) -> None:
    """A row for each letter, which no page break divides unless a great deal was typed in it."""
    drawn = table(page, "Details table", _WIDTHS, "The letters: a box to tick, who reads it, what was typed")
    words = ("OK", "The letter, who reads it, and what a person typed in it", "File")
    for cell, heading in zip(add_row(drawn, is_heading=True).cells, words, strict=True):
        line(cell, "List heading", heading)
    with rows(drawn, "for letter in letters"):
        for condition, divides in ((_FEW, False), (f"not ({_FEW})", True)):
            with rows(drawn, f"if {condition}"):
                _letter(add_row(drawn, divides=divides).cells)


_FEW = "letter.quotes | length <= 12"


def _letter(cells: tuple[_Cell, ...]) -> None:
    box, words, file = cells
    line(box, "List text", "[ ]")
    line(words, "List text", "**{{ letter.pupil }}** · {{ letter.title }}")
    line(words, "List text", _READ_BY)
    with each(words, "quote in letter.quotes"):
        run(line(words, "List text", "“{{ quote.text }}” "), "{{ quote.place }}", "Quiet")
    with each(words, "note in letter.notes"):
        line(words, "List text", "**Look twice:** {{ note }}")
    line(file, "List text", "{{ letter.file }}")


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


_SORTS = (
    Column("What was planted", 52, "{{ one.what }}"),
    Column("Planted", 16, "{{ one.planted }}"),
    Column("Held", 13, "{{ one.held }}"),
    Column("May have it", 15, "{{ one.told }}"),
    Column("Let through", 17, "**{{ one.let_through | length }}**"),
    Column("What would have had to fail", 47, "{{ one.gate }}"),
)


def rehearsal() -> Document:
    """What was tried on the school's own workbook and what came of it, on one page to file."""
    page = new_page(
        "Rehearsal",
        look.REPORT_TYPE,
        is_posted=False,
        readers="For the data protection officer: no pupil is named",
    )
    line(page, "Heading 1", "Rehearsal on our own workbook, {{ letter.date }}")
    line(page, "Normal", "**{{ verdict }}**")
    line(page, "Normal", _HOW)
    details(page, "What was looked at", _LOOKED_AT)
    line(page, "Heading 2", "What was planted and what became of it")
    list_of(page, "Each sort, how many, and what became of them", "one in sorts", _SORTS)
    with when(page, "got_out"):
        line(page, "Heading 2", "Let through")
        with each(page, "place in got_out"):
            line(page, "List Bullet", "{{ place }}")
        with when(page, "more"):
            line(page, "Normal", "And {{ more }} more: --json lists them all.")
    line(page, "Heading 2", "Who to ask", keep_next=True)
    line(page, "Normal", _ASK)
    lines_to_write_on(page, ("Filed by", "On"))
    return page


_HOW = (
    "Made-up names, numbers and sentences were planted in copies of the workbook, wherever letters print. "
    "Each letter was searched: text, properties, charts and file names. Held counts the letters that were "
    "stopped, and what no letter printed."
)
_LOOKED_AT = (
    Detail("Workbook", "{{ workbook }}"),
    Detail("Its SHA-256", "{{ sha256 }}"),
    Detail("Mentor XL", "{{ version }}"),
    Detail("Looked at", "{{ letters }} letters, of every kind that the workbook gives, to every reader"),
)
_ASK = "{{ ask }}, or whoever keeps the workbook. The same command on the same file gives the same figures."
