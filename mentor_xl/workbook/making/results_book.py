"""The workbook of results: a page of counts, then problems, what is due, and the letters."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from mentor_xl import look
from mentor_xl.dates import with_weekday
from mentor_xl.deadlines import STATES, Due
from mentor_xl.problems import Problem, Severity, count_by_severity
from mentor_xl.workbook.making import dress
from mentor_xl.workbook.making.due_colours import colour_state_words
from mentor_xl.workbook.making.our_tables import Link, as_address, draw_our_table
from mentor_xl.workbook.making.page import HEADING_SIZE, block, draw_card, heights, set_up_page, title_band
from mentor_xl.workbook.making.steady import new_workbook, saved
from mentor_xl.workbook.making.table_sheet import write
from mentor_xl.workbook.our_sheets import (
    ANSWER_COLUMNS,
    ANSWERS,
    DUE_COLUMNS,
    HEADING_COLUMNS,
    HELD_BACK,
    LETTER_COLUMNS,
    MADE,
    PROBLEM_COLUMNS,
    HeadingRow,
    LetterRow,
    to_be_answered,
)

_COUNTS_ROW = 9


def draw_results(
    problems: Sequence[Problem],
    dues: Sequence[Due],
    letters: Sequence[LetterRow],
    *,
    today: dt.date,
    workbook: str,
    version: str,
    headings: Sequence[HeadingRow],
) -> bytes:
    """Draw and save it. ``workbook`` is the path of the user's workbook."""
    book, address = new_workbook("Results"), as_address(workbook)
    titles = ("Summary", "Problems", ANSWERS, "Due", "Letters", "Understood")
    summary, wrong, answers, due, made, understood = map(book.create_sheet, titles)
    draw_our_table(
        wrong, PROBLEM_COLUMNS, problems, lambda one: Link(address, one.place.sheet, one.place.cell)
    )
    draw_our_table(answers, ANSWER_COLUMNS, to_be_answered(problems))
    draw_our_table(due, DUE_COLUMNS, dues, lambda one: Link(address, one.about.sheet, f"A{one.about.row}"))
    draw_our_table(
        made, LETTER_COLUMNS, letters, lambda one: Link(as_address(one.path)) if one.path else None
    )
    draw_our_table(
        understood, HEADING_COLUMNS, headings, lambda one: Link(address, one.sheet, one.cell)
    )
    _draw_summary(summary, problems, dues, letters, today)
    _sign(summary, version)
    return saved(book)


def _draw_summary(
    sheet: Worksheet,
    problems: Sequence[Problem],
    dues: Sequence[Due],
    letters: Sequence[LetterRow],
    today: dt.date,
) -> None:
    """Counts only: no pupil can be told from them."""
    set_up_page(sheet, {"A": 2.5} | dict.fromkeys("BCDEFGHIJKLM", 12.5))
    title_band(sheet, "B:M", "Results", f"As things stand on {with_weekday(today)}")
    severities, states = count_by_severity(problems), Counter(due.state for due in dues)
    outcomes = Counter(letter.state for letter in letters)
    overdue, soon = states["overdue"] + states["act now"], states["due soon"] + states["chase"]
    draw_card(sheet, "B:C", severities[Severity.ERROR], "errors", _ink("overdue"), "Problems")
    draw_card(sheet, "D:E", severities[Severity.QUERY], "queries", _ink("due soon"), "Problems")
    draw_card(sheet, "F:G", overdue, "overdue or to act on now", _ink("overdue"), "Due")
    draw_card(sheet, "H:I", soon, "due soon", _ink("due soon"), "Due")
    draw_card(sheet, "J:K", outcomes[MADE], "letters made", _ink("planned"), "Letters")
    draw_card(sheet, "L:M", outcomes[HELD_BACK], "letters held back", _ink("act now"), "Letters")
    by_sheet = Counter(problem.place.sheet for problem in problems)
    by_kind = Counter(letter.kind for letter in letters if letter.state == MADE)
    by_state: dict[str, int] = {state: states[state] for state in STATES if states[state]}
    _draw_counts(sheet, "BDE", "Problems by sheet", by_sheet, "Nothing was found.")
    _draw_counts(sheet, "FHI", "Due by state", by_state, "Nothing is due.")
    _draw_counts(sheet, "JLM", "Letters made", by_kind, "No letter was made.")
    colour_state_words(sheet, f"F{_COUNTS_ROW + 1}:F{_COUNTS_ROW + len(STATES)}")


def _ink(state: str) -> str:
    return look.STATES[state].ink


def _draw_counts(sheet: Worksheet, columns: str, title: str, counts: Mapping[str, int], nothing: str) -> None:
    """A small table. ``columns``: the first and the last of the word, and that of the number."""
    first, last, number_at = columns[0], columns[1], columns[2]
    heading = dress.font(HEADING_SIZE, look.ACCENT, bold=True)
    block(sheet, f"{first}{_COUNTS_ROW}:{number_at}{_COUNTS_ROW}", title, type_=heading)
    heights(sheet, {_COUNTS_ROW: 24})
    if not counts:
        slate = dress.font(colour=look.SLATE)
        block(sheet, f"{first}{_COUNTS_ROW + 1}:{number_at}{_COUNTS_ROW + 1}", nothing, type_=slate)
    for row, (word, number) in enumerate(counts.items(), _COUNTS_ROW + 1):
        cell = block(sheet, f"{first}{row}:{last}{row}", border=dress.RULE_BELOW, align=dress.INDENTED)
        write(cell, word)
        form = dress.WHOLE_FORMAT
        dress.put(sheet[f"{number_at}{row}"], number, border=dress.RULE_BELOW, align=dress.CENTRE, form=form)
        heights(sheet, {row: 18})


def _sign(sheet: Worksheet, version: str) -> None:
    row = sheet.max_row + 2
    small = dress.font(look.SMALL, look.SLATE)
    block(sheet, f"B{row}:M{row}", f"Mentor XL {version}".strip(), type_=small)
