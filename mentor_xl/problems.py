"""What is wrong in the workbook, where exactly, and what to do about it.

Mistakes that people make in a workbook are values, never exceptions: every one of them is found in
one go and shown at its cell. A message quotes identifiers, dates, numbers and list values only:
never a name, a note or an address (decisions, *Problems*).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_QUOTE = 30
"""Characters of a list value that a message may quote (decisions, *Problems*)."""


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Wrong for certain: it holds back what depends on it."""
    QUERY = "query"
    """Unlikely or unwise: a person looks, and corrects it or explains it."""
    NOTE = "note"
    """What Mentor XL understood; nothing to do unless it understood wrongly."""

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.QUERY: 1, Severity.NOTE: 2}


def column_letters(column: int) -> str:
    """Excel's letters of a column that is counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, a row or a sheet of the user's workbook."""

    sheet: str
    row: int | None = None
    """The row as Excel numbers it, from 1."""
    column: int | None = None
    """The column counted from 0: column A is 0."""
    heading: str | None = None
    """The heading as the user typed it."""

    @property
    def cell(self) -> str | None:
        """The cell as Excel names it, ``S8``; the row's first cell when no column is meant."""
        if self.row is None:
            return None
        return f"{column_letters(self.column or 0)}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.row else self.sheet


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place."""

    code: str
    """A readable code, ``unknown-pupil``; ``mentor-xl explain CODE`` says more."""
    severity: Severity
    place: Place
    message: str
    """What is wrong, in a mentor's words."""
    fix: str
    """What to do."""
    ref: str | None = None
    """The pupil's ID, where the problem is about one pupil."""
    blocks: tuple[str, ...] = ()
    """Document kinds and rule slugs that wait for this to be put right; ``row``: the row is left out."""
    words: str = ""
    """Where it is about what a cell says: the four letters that stand for its words, for an answer."""
    row_key: str = ""
    """How such an answer names the row."""

    @property
    def what_to_do(self) -> str:
        """``fix``, with the code that an answer has to give."""
        return f"{self.fix} The code is {self.words}." if self.words else self.fix


Waiting = Mapping[tuple[str, str], tuple[str, ...]]
"""(sheet, heading) to the document kinds and rules that use that column: what waits for a bad cell."""


UNSAID = "that stands there"
"""What a message says in place of an ID that might be a name: “No pupil has the ID that stands there.”"""


def quoted(value: object) -> str:
    """What somebody typed, as a message may show it: figures, dates, IDs and single letters.

    Words in the wrong cell might be a name or a note, so they are never repeated.
    """
    text = str(value).strip()
    is_figures = not any(map(str.isalpha, text))
    is_shown = len(text) <= LONGEST_QUOTE and (is_figures or len(text) == 1 or looks_like_an_id(text))
    return f"“{text}”" if is_shown else "words"


def quoted_id(value: object) -> str:
    """An ID or a staff code that the workbook has, as a message may show it.

    What looks neither like an ID nor like initials might be a name, so it stays unsaid.
    """
    text = str(value).strip()
    return text if looks_like_an_id(text) or _INITIALS.fullmatch(text) else UNSAID


_INITIALS = re.compile(r"[A-Z]{1,4}|[A-Z]{2}[a-z]{1,2}")


def looks_like_an_id(text: str) -> bool:
    """Whether a text is surely a code and no name: in one piece, with a figure, hardly a letter more.

    ``004511``, ``C12`` and ``2026/014`` are; ``Kay`` and ``Amy1`` are not.
    """
    if not re.fullmatch(r"[A-Za-z0-9./_-]{1,20}", text) or re.search(r"[A-Za-z][a-z]", text):
        return False
    letters, figures = len(re.findall(r"[A-Za-z]", text)), len(re.findall(r"[0-9]", text))
    return figures > 0 and (letters <= 2 or letters <= figures)


def count_by_severity(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many errors, queries and notes there are; every severity has an entry."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
    return counts
