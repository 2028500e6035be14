"""Does one child stand on two rows under two IDs?"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded, names_of
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import grouped
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.records import Pupil

NEARLY = 0.8
"""How alike two spellings of one name are; twins' names are less alike."""


@check("pupil-twice", Severity.QUERY)
def pupil_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every child have one row and one ID?

    Why: A child with two rows has half a history on each, and letters that know only one half.
    Do: If it is one child, keep the row with your school's ID and point the other sheets to it. If they
        are two, say so on the Explanations sheet.
    Fires: Pupils also: Pupil ID=004512, UPN=, Legal forename=Rosalynd, Known as=
    Silent:
        Pupils also: Pupil ID=004512, UPN=, Legal forename=Thomas, Known as=
        Pupils also: Pupil ID=004513, UPN=, Date of birth=2013-08-31
    """
    for one, other in _pairs(seen):
        for pupil, second in ((one, other), (other, one)):
            yield Finding(pupil, None, f"This may be the same child as pupil {quoted_id(second.pupil_id)}.")


def _pairs(seen: Inspection) -> Iterator[tuple[Pupil, Pupil]]:
    """Pupils who may be one child: alike in name with one birthday, or one name with nearly one birthday."""
    for born_together in grouped(seen.casebook.pupils, lambda pupil: pupil.date_of_birth):
        for first, second in combinations(map(_named, born_together), 2):
            if first.pupil.pupil_id != second.pupil.pupil_id and _are_alike(first, second):
                yield first.pupil, second.pupil
    for namesakes in grouped(seen.casebook.pupils, _full_name):
        for one, other in combinations(namesakes, 2):
            if one.pupil_id != other.pupil_id and _born_nearly_alike(one, other):
                yield one, other


def _full_name(pupil: Pupil) -> str | None:
    if not (pupil.legal_surname and pupil.legal_forename):
        return None
    return f"{folded(pupil.legal_forename)} {folded(pupil.legal_surname)}"


class _Named(NamedTuple):
    """A pupil and the names to be compared, folded."""

    pupil: Pupil
    surname: str
    forenames: tuple[str, ...]


def _named(pupil: Pupil) -> _Named:
    return _Named(pupil, folded(pupil.legal_surname or ""), tuple(map(folded, names_of(pupil))))


def _are_alike(one: _Named, other: _Named) -> bool:
    if one.surname in other.forenames and other.surname in one.forenames:
        return True
    if not _nearly(one.surname, other.surname):
        return False
    return any(_nearly(name, second) for name in one.forenames for second in other.forenames)


def _nearly(one: str, other: str) -> bool:
    if not one or not other:
        return False
    if one == other:
        return True
    if 2 * sum(map(other.__contains__, one)) < NEARLY * (len(one) + len(other)):
        return False  # Too few letters in common, in whatever order: seen much sooner.
    return SequenceMatcher(None, one, other).ratio() >= NEARLY


def _born_nearly_alike(one: Pupil, other: Pupil) -> bool:
    """Whether two birthdays differ by one slip: the day, the month or the year, or day for month."""
    first, second = one.date_of_birth, other.date_of_birth
    if first is None or second is None or first == second:
        return False
    if first.year == second.year and (first.day, first.month) == (second.month, second.day):
        return True
    parts = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    return sum(mine == theirs for mine, theirs in parts) == 2
