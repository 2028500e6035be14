"""Which cells get a mark, in which colour, and what does its note say?"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mentor_xl import look
from mentor_xl.live.addresses import At
from mentor_xl.problems import Problem, Severity
from mentor_xl.workbook.our_sheets import COLOURS_OF

OUR_WORD = "Mentor XL:"
"""How every note of ours begins."""
_WIDTH = 46
"""Characters in a line of a note."""
_MOST_SAID = 4
"""Problems of one cell that its note tells in full."""
_HEADINGS = {
    Severity.ERROR: "this needs putting right",
    Severity.QUERY: "please look at this",
    Severity.NOTE: "this is how it was understood",
}
GROUNDS = {severity: f"#{look.STATES[COLOURS_OF[severity.value]].ground}" for severity in Severity}
"""The ground of a marked cell, by how much it matters."""
OUR_GROUNDS = frozenset(GROUNDS.values())


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be shown at one cell."""

    sheet: str
    at: At
    severity: Severity
    said: str
    """The whole note."""

    @property
    def ground(self) -> str:
        """Its colour, ``#FDE2E1``."""
        return GROUNDS[self.severity]


def marks_of(problems: Iterable[Problem]) -> tuple[Mark, ...]:
    """A mark for each cell that has a problem, in the order given: the most serious first."""
    found: defaultdict[tuple[str, At], list[Problem]] = defaultdict(list)
    for problem in problems:
        place = problem.place
        if place.row is not None:
            found[place.sheet, (place.row, (place.column or 0) + 1)].append(problem)
    return tuple(_mark(sheet, at, here) for (sheet, at), here in found.items())


def _mark(sheet: str, at: At, problems: list[Problem]) -> Mark:
    gravest = min((problem.severity for problem in problems), key=lambda severity: severity.rank)
    lines = [f"{OUR_WORD} {_HEADINGS[gravest]}."]
    for problem in problems[:_MOST_SAID]:
        lines += ["", *_folded(problem.message), *_folded(problem.what_to_do)]
    if len(problems) > _MOST_SAID:
        lines += ["", f"And {len(problems) - _MOST_SAID} more: see the sheet Problems."]
    return Mark(sheet, at, gravest, "\n".join(lines))


def _folded(sentence: str) -> list[str]:
    return textwrap.wrap(sentence, _WIDTH, break_long_words=False)


def in_one_line(said: str) -> str:
    """What a note says, for the status bar."""
    _, _, rest = said.partition("\n")
    return " ".join(rest.split())
