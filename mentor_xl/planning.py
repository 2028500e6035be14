"""Which documents are wanted of a workbook: for which pupils, of which kinds, made or held back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mentor_xl.deadlines import Due
from mentor_xl.documents import CaseloadFile, Document, HeldBack, Kind, PupilFile, kinds
from mentor_xl.errors import WrongUse
from mentor_xl.examine import Examined
from mentor_xl.gates import documents_of
from mentor_xl.problems import Problem, Severity, quoted_id
from mentor_xl.records import Pupil


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents are wanted: all that are at their moment, or certain kinds, for certain pupils."""

    kinds: tuple[str, ...] = ()
    """Empty: every kind that is not made on request only."""
    pupils: tuple[str, ...] = ()
    """Pupil IDs; empty: everyone."""
    again: tuple[str, ...] = ()
    """Released letters to be issued anew, by the stem of their file: ``consent-1a2b3c``."""

    @property
    def is_asked_for(self) -> bool:
        """Whether a person named kind and pupil, which sets the moment aside, though never a gate."""
        return bool(self.kinds and self.pupils)

    def covers(self, kind: str, ref: str | None) -> bool:
        """Whether this run would make such a document if it were wanted."""
        return self.takes(kind) and (not self.pupils or ref in self.pupils)

    def takes(self, slug: str) -> bool:
        """Whether this run makes a kind of document: one that is named, or the usual ones."""
        if self.kinds:
            return slug in self.kinds
        kind = kinds().get(slug)
        return kind is None or not kind.is_on_request


def plan(
    examined: Examined, selection: Selection, issues: Mapping[str, int] = MappingProxyType({})
) -> Iterator[Document | HeldBack]:
    """Every document that is wanted, made or held back, kind by kind and pupil by pupil.

    ``issues``: as ``documents_of`` takes them.

    Raises:
        WrongUse: a kind or a pupil that is asked for does not exist.
    """
    wanted = _kinds_of(selection)
    pupils = _pupils_of(examined, selection)
    prefix = examined.casebook.settings.reference_prefix or "MXL"
    problems = _by_pupil(examined.problems)
    wrong = frozenset(p.place for p in examined.problems if p.severity is Severity.ERROR)
    dues: defaultdict[str, list[Due]] = defaultdict(list)
    for due in examined.dues:
        dues[due.ref].append(due)
    whole = CaseloadFile(
        casebook=examined.casebook,
        calendar=examined.calendar,
        dues=examined.dues,
        today=examined.today,
        is_asked_for=True,
        wrong=wrong,
        problems=examined.problems,
    )
    for kind in wanted:
        if kind.is_about_caseload:
            yield from documents_of(kind, whole, (), prefix, issues)
            continue
        for pupil in pupils:
            file = PupilFile(
                casebook=examined.casebook,
                calendar=examined.calendar,
                pupil=pupil,
                dues=tuple(dues[pupil.pupil_id]),
                today=examined.today,
                is_asked_for=selection.is_asked_for,
                wrong=wrong,
            )
            yield from documents_of(kind, file, problems[pupil.pupil_id], prefix, issues)


def _kinds_of(selection: Selection) -> tuple[Kind, ...]:
    known = kinds()
    unknown = [slug for slug in selection.kinds if slug not in known]
    if unknown:
        raise WrongUse(f"There is no kind of letter called {unknown[0]}. There are: {', '.join(known)}.")
    whole = [slug for slug in selection.kinds if known[slug].is_about_caseload]
    if whole and selection.pupils:
        raise WrongUse(f"{whole[0]} is about the whole caseload: leave out --pupil.")
    return tuple(kind for slug, kind in known.items() if selection.takes(slug))


def _pupils_of(examined: Examined, selection: Selection) -> tuple[Pupil, ...]:
    """Those on roll. Of an ID on several rows the first stands for all: its documents are all held back."""
    casebook = examined.casebook
    unknown = [ref for ref in selection.pupils if not any(p.pupil_id == ref for p in casebook.pupils)]
    if unknown:
        raise WrongUse(f"No pupil has the ID {quoted_id(unknown[0])}.")
    first_of_each = {pupil.pupil_id: pupil for pupil in reversed(casebook.pupils)}
    return tuple(
        pupil
        for pupil in casebook.pupils
        if pupil is first_of_each[pupil.pupil_id]
        and not has_left(pupil, examined.today)
        and (not selection.pupils or pupil.pupil_id in selection.pupils)
    )


def has_left(pupil: Pupil, today: dt.date) -> bool:
    """Whether a pupil has left: from the day after the leaving date (decisions, *Dates: states*)."""
    return pupil.leaving_date is not None and pupil.leaving_date < today


def _by_pupil(problems: Sequence[Problem]) -> defaultdict[str, list[Problem]]:
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.ref:
            found[problem.ref].append(problem)
    return found
