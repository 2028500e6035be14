"""A caseload of several pupils, for reports that are about no one of them.

``several(7)`` is seven pupils alike, each with a referral, a consent and an active case;
``the_page(kind, …)`` is what the one document of a kind for an audience prints.
"""

import datetime as dt
from collections.abc import Iterable

from a_caseload import TODAY, Row, a, text_of

from mentor_xl.audience import Audience
from mentor_xl.build import plan
from mentor_xl.documents import Context, Document, HeldBack
from mentor_xl.examine import examine
from mentor_xl.planning import Selection
from mentor_xl.workbook.grid import MarkdownGrid


def several(number: int, pupil: str = "", case: str = "", referral: str = "", first: int = 1) -> list[Row]:
    """So many pupils, ``000001`` and on, with the cells that are given changed in the rows of each."""
    rows: list[Row] = []
    for n in range(first, first + number):
        ref = f"{n:06}"
        names = (
            f"Legal surname=Surname{_word(n)}; Legal forename=Forename{_word(n)}; Known as=Known{_word(n)}"
        )
        rows += [
            a("Pupils", f"Pupil ID={ref}; {names}; Year group=8; {pupil}"),
            a("Referrals", f"Referral ID=R{n}; Pupil ID={ref}; {referral}"),
            a("Cases", f"Case ID=C{n}; Pupil ID={ref}; Referral ID=R{n}; Consent ID=K{n}; {case}"),
            a("Consents", f"Consent ID=K{n}; Pupil ID={ref}"),
        ]
    return rows


def _word(n: int) -> str:
    """A number as letters, as names have no figures."""
    return "".join("abcdefghij"[int(figure)] for figure in str(n))


def planned(
    kind: str, *rows: Row, pupils: Iterable[str] = (), today: dt.date = TODAY
) -> list[Document | HeldBack]:
    """Every document of a kind, made or held back."""
    examined = examine(MarkdownGrid(text_of(*rows)), today)
    return list(plan(examined, Selection((kind,), tuple(pupils))))


def the_page(
    kind: str, audience: Audience, *rows: Row, pupils: Iterable[str] = (), today: dt.date = TODAY
) -> Context:
    """What the one document of a kind for an audience prints."""
    (document,) = (
        one
        for one in planned(kind, *rows, pupils=pupils, today=today)
        if isinstance(one, Document) and one.audience is audience
    )
    return document.context
