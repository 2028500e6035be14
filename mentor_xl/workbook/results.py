"""The workbook of results that lies beside the letters: counts, problems, what is due, what was made.

The user's own workbook is never written; every row here leads to its cell there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from mentor_xl.deadlines import Due
from mentor_xl.problems import Problem
from mentor_xl.workbook.our_sheets import HELD_BACK, HeadingRow, LetterRow

__all__ = ["LetterRow", "letter_order", "write_results"]


def write_results(
    *,
    problems: Iterable[Problem],
    dues: Iterable[Due],
    letters: Iterable[LetterRow],
    today: dt.date,
    workbook_link: str,
    version: str = "",
    headings: Iterable[HeadingRow] = (),
) -> bytes:
    """``results.xlsx`` as bytes; the same arguments give the same bytes.

    ``workbook_link`` is the path of the user's workbook from the folder that the results will lie in,
    ``../caseload.xlsx``, or an absolute path. Serious problems come first and urgent dates; letters that
    are held back come before those made. Nothing that comes from a workbook becomes a formula or a link.
    """
    from mentor_xl.workbook.making.results_book import draw_results  # noqa: PLC0415  openpyxl is slow to import

    return draw_results(
        sorted(problems, key=lambda problem: problem.severity.rank),
        sorted(dues, key=lambda due: due.urgency),
        sorted(letters, key=letter_order),
        today=today,
        workbook=workbook_link,
        version=version,
        headings=tuple(headings),
    )


def letter_order(letter: LetterRow) -> tuple[bool, str, str, str]:
    """Those held back first, then by kind and pupil."""
    return (letter.state != HELD_BACK, letter.kind, letter.ref, letter.recipient)
