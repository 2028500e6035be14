"""What somebody answered on the Explanations sheet: queries not to ask again, words that may go out.

An answer names the check, the sheet and the row by its key: the record's ID, or where the sheet has none
the pupil's ID with the date (or, for a contact, the priority). It holds up to and including *Until*. One
about the words of a cell gives their code too, so that it ends when they change; its *Readers* may have them.
"""

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from mentor_xl.audience import Audience
from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.problems import Problem, Severity
from mentor_xl.records import Explanation, Record, columns_of

_BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")


_OWNERS = ("pupil_id", "pair_id", "staff_code", "group")
"""What a row without an ID of its own belongs to, in the order in which it is asked for."""


_LETTERS = "bcdfghjkmnpqrstvwxz"
"""Letters of a code: no vowel, so that no word comes of them, and no figure that Excel would reckon with."""


@lru_cache(maxsize=4096)
def code_of(text: str) -> str:
    """Four letters that stand for the words of a cell as they are now."""
    number = int.from_bytes(hashlib.sha256(text.encode(errors="surrogatepass")).digest()[:8], "big")
    return "".join(_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(4)).upper()


class Answers:
    """The answers that are in force on a day."""

    def __init__(self, casebook: Casebook, today: dt.date) -> None:
        self._casebook = casebook
        self._of_row: defaultdict[tuple[str, int], list[Explanation]] = defaultdict(list)
        in_force = [e for e in casebook.explanations if e.explanation and not (e.until and e.until < today)]
        for name, record in SHEETS.items():
            of_sheet = [e for e in in_force if folded_key(e.sheet or "") == folded_key(record.sheet_name)]
            for row in getattr(casebook, name) if of_sheet and name != "settings" else ():
                place = casebook.place(row)
                for answer in of_sheet:
                    if folded_key(answer.row_key or "") in row_keys(row):
                        self._of_row[place.sheet, row.row_number].append(answer)

    def codes(self) -> frozenset[tuple[str, int, str]]:
        """Sheet as typed, row and code of what is answered."""
        rows = self._of_row.items()
        return frozenset((*row, folded_key(one.check or "")) for row, answers in rows for one in answers)

    def to(self, problem: Problem) -> tuple[Explanation, ...]:
        """The answers to a query; one about words has to give their code."""
        found = self._of_row.get((problem.place.sheet, problem.place.row or 0), ())
        if problem.severity is not Severity.QUERY or not found:
            return ()
        headings = _headings(problem, self._casebook)
        return tuple(
            answer
            for answer in found
            if folded_key(answer.check or "") == problem.code
            and (not answer.heading or folded_key(answer.heading) in headings)
            and (not problem.words or (answer.code or "").strip().upper() == problem.words)
        )


def readers_of(answer: Explanation) -> frozenset[Audience]:
    """Those whose letters may hold the words that an answer is about; blank: nobody's."""
    names = map(folded_key, (answer.readers or "").split(";"))
    return frozenset(_READERS[name] for name in names if name in _READERS)


_READERS = {
    **{audience.value: audience for audience in Audience},
    **{f"{audience.value}s": audience for audience in Audience},
    "receiving school": Audience.SCHOOL,
}


def still_open(problems: Iterable[Problem], casebook: Casebook, today: dt.date) -> tuple[Problem, ...]:
    """The problems without the queries that have been answered. Errors and notes cannot be answered away."""
    answers = Answers(casebook, today)
    return tuple(problem for problem in problems if not answers.to(problem))


def row_keys(record: Record) -> frozenset[str]:
    """How an explanation may name a row, folded: ``c1``, or ``004511 2026-09-15``, ``004511 2``."""
    return frozenset(map(folded_key, _ways_to_name(record)))


def row_key(record: Record) -> str:
    """How an answer that is offered names a row."""
    return next(iter(_ways_to_name(record)), "")


def _ways_to_name(record: Record) -> tuple[str, ...]:
    columns = columns_of(type(record))
    key = next((column for column in columns if column.kind == "key"), None)
    if key:
        return (str(getattr(record, key.attribute)),)
    owner = next(filter(None, (getattr(record, name, None) for name in _OWNERS)), None)
    besides = [column for column in columns if column.base == "date" or column.heading in _NUMBERED]
    values = (getattr(record, column.attribute) for column in besides)
    found = tuple(f"{owner} {value}" for value in values if owner and value is not None)
    may_go_without = owner and not any(column.must for column in besides)
    return found or ((str(owner),) if may_go_without else ())


_NUMBERED = ("Priority", "Step")


def answered_codes(casebook: Casebook, today: dt.date | None) -> frozenset[tuple[str, int, str]]:
    """Sheet as typed, row and code of every query that somebody has answered."""
    return Answers(casebook, today or dt.date.max).codes() if casebook.explanations else frozenset()


def _headings(problem: Problem, casebook: Casebook) -> set[str]:
    """The column a problem is about, as the user typed it and as it is called here."""
    found = {problem.place.heading or ""}
    for record in SHEETS.values():
        layout = casebook.layouts.get(record.sheet_name)
        if layout and layout.sheet == problem.place.sheet:
            column = -1 if problem.place.column is None else problem.place.column
            at = {index: attribute for attribute, (index, _) in layout.columns.items()}
            found |= {c.heading for c in columns_of(record) if c.attribute == at.get(column)}
    return {folded_key(heading) for heading in found}


def folded_key(text: str) -> str:
    """Without case and stray spaces, dates in one form."""
    return " ".join(_one_form(part) for part in text.casefold().split())


def _one_form(part: str) -> str:
    british = _BRITISH.fullmatch(part)
    if british:
        day, month, year = british.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    return part
