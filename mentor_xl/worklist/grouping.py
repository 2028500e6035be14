"""On whose list is each date: the mentor's, or the form's?"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import STATES, Due, State
from mentor_xl.problems import quoted_id

By = Literal["mentor", "form"]

NOT_SHOWN = "not shown, as it might be a name"


@dataclass(frozen=True, slots=True)
class DueList:
    """The dates of one mentor or one form, most urgent first."""

    name: str
    """A staff code or a form as it may be shown; blank where there is none."""
    dues: tuple[Due, ...]

    @property
    def counts(self) -> dict[State, int]:
        """How many of each state there are, most urgent first; no state without any."""
        return count_by_state(self.dues)


def count_by_state(dues: Iterable[Due]) -> dict[State, int]:
    """How many dates are in each state, most urgent first; a state without any has no entry."""
    counts = Counter(due.state for due in dues)
    return {state: counts[state] for state in STATES if counts[state]}


def lists_by(dues: Iterable[Due], by: By, casebook: Casebook) -> tuple[DueList, ...]:
    """The dates of each mentor or form, in the order of their names; those of nobody come last."""
    lists: dict[tuple[str, str], list[Due]] = {}
    shown = ShownNames(casebook)
    for due in dues:
        typed = (due.mentor if by == "mentor" else due.form) or ""
        name = shown.mentor(due.mentor) if by == "mentor" else shown.form(due.form)
        lists.setdefault((name, typed.casefold() if name == NOT_SHOWN else name.casefold()), []).append(due)
    ordered = sorted(lists.items(), key=lambda one: (_place_of(one[0][0]), *map(_in_order, one[0])))
    return tuple(DueList(name, tuple(of_one)) for (name, _), of_one in ordered)


def _place_of(heading: str) -> int:
    """Sorts what is shown first, nobody's last."""
    return 2 if not heading else int(heading == NOT_SHOWN)


def _in_order(text: str) -> tuple[tuple[bool, int, str], ...]:
    """Sorts 8H before 10A, and both before Oak."""
    parts = re.findall(r"(\d*)(\D*)", text)
    return tuple((not figures, int(figures or 0), rest.casefold()) for figures, rest in parts)


class ShownNames:
    """Which staff codes and forms may be shown: nothing that has a pupil's or a contact's name in it."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        called = [name for one in casebook.pupils for name in (one.legal_surname, one.legal_forename)]
        called += [one.known_as for one in casebook.pupils]
        called += [name for one in casebook.contacts for name in (one.forename, one.surname)]
        self._names = {word for name in called if name for word in _words(name)}

    def mentor(self, code: str | None) -> str:
        """A staff code as the Staff sheet has it; one it does not have only where it is surely a code."""
        member = self._casebook.staff_member(code) if code else None
        if member is not None and not self._names & _words(member.staff_code):
            return member.staff_code
        return self._coded(code)

    def form(self, form: str | None) -> str:
        """A form as it was typed, if it is short."""
        if form and len(form) <= 20 and not self._names & _words(form):
            return form
        return self._coded(form)

    def _coded(self, text: str | None) -> str:
        if not text:
            return ""
        return text if quoted_id(text) == text and not self._names & _words(text) else NOT_SHOWN


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d]{2,}", text.casefold()))
