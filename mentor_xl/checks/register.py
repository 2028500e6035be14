"""How a check is declared, and how what it finds becomes a problem at its cell."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from mentor_xl.answers import row_key
from mentor_xl.catalogue import Meaning
from mentor_xl.checks.inspection import Inspection
from mentor_xl.problems import Place, Problem, Severity, Waiting
from mentor_xl.records import Record, columns_of

_LABEL = re.compile(r"^(Why|Do|Fires|Silent):[ \t]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found. Where it stands on the sheet is worked out from the record."""

    where: Record | Place
    attribute: str | None
    """The field whose cell is meant; ``None``: the whole row."""
    message: str
    """What is wrong: IDs, dates, numbers and short list values only, never a name, note or address."""
    fix: str = ""
    """What to do; blank: the check's own ``Do:`` line."""
    severity: Severity | None = None
    """Where it is not the check's own."""
    ref: str | None = None
    """The pupil's ID, where the record does not say it."""
    words: str = ""
    """The four letters that stand for the words of the cell, where it is about what they say."""


Find = Callable[[Inspection], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One question that is asked of the whole caseload."""

    code: str
    severity: Severity
    find: Find
    question: str
    why: str
    do: str
    fires: tuple[str, ...]
    """Rows, ``Cases: Status=Closed, Closed on=``, that make a sound workbook answer the question wrongly."""
    silent: tuple[str, ...]
    """Rows like them that are in order."""
    blocks: tuple[str, ...] | None = None
    """What an error holds back; ``None``: whatever uses the cell."""

    @property
    def meaning(self) -> Meaning:
        """What the code stands for, in the form that the codes met while reading have too."""
        return Meaning(self.code, self.severity, self.question, self.why, message="", fix=self.do)

    def problems(self, seen: Inspection, waiting: Waiting) -> Iterator[Problem]:
        """What this check finds, without what was said already when the cell was read."""
        for finding in self.find(seen):
            if not _was_said(finding):
                yield self._problem(finding, seen, waiting)

    def _problem(self, finding: Finding, seen: Inspection, waiting: Waiting) -> Problem:
        where, severity = finding.where, finding.severity or self.severity
        place = where if isinstance(where, Place) else seen.casebook.place(where, finding.attribute)
        ref = finding.ref or (None if isinstance(where, Place) else seen.pupil_id_of(where))
        blocks: tuple[str, ...] = ()
        if severity is Severity.ERROR or finding.words:
            blocks = self.blocks if self.blocks is not None else _waiting_for(finding, waiting)
        fix, words = finding.fix or self.do, finding.words
        key = row_key(where) if words and isinstance(where, Record) else ""
        return Problem(self.code, severity, place, finding.message, fix, ref, blocks, words, key)


def check(
    code: str,
    severity: Severity,
    *,
    blocks: tuple[str, ...] | None = None,
) -> Callable[[Find], Check]:
    """Turn a function into the check of this code; its docstring explains it.

    The docstring's first line is the question; then ``Why:``, ``Do:``, and the examples ``Fires:`` and
    ``Silent:``, a row a line.
    """

    def declared(find: Find) -> Check:
        question, *labelled = _LABEL.split(inspect.cleandoc(find.__doc__ or ""))
        told = dict(zip(labelled[::2], labelled[1::2], strict=True))
        missing = {"Why", "Do", "Fires", "Silent"} - told.keys()
        if missing or not question.strip():
            raise TypeError(f"The docstring of the check {code} lacks {sorted(missing) or 'its question'}.")
        return Check(
            code=code,
            severity=severity,
            find=find,
            question=_joined(question),
            why=_joined(told["Why"]),
            do=_joined(told["Do"]),
            fires=_rows(told["Fires"]),
            silent=_rows(told["Silent"]),
            blocks=blocks,
        )

    return declared


def _joined(text: str) -> str:
    return " ".join(text.split())


def _rows(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


# -- a finding becomes a problem ------------------------------------------------------------------


def _was_said(finding: Finding) -> bool:
    """Whether reading has said it: the cell could not be read, or is blank where it must not be."""
    record, attribute = finding.where, finding.attribute
    if isinstance(record, Place) or attribute is None:
        return False
    return attribute in record.unread or (
        attribute in _must(type(record)) and getattr(record, attribute) is None
    )


@cache
def _must(record: type[Record]) -> frozenset[str]:
    return frozenset(column.attribute for column in columns_of(record) if column.must)


def _waiting_for(finding: Finding, waiting: Waiting) -> tuple[str, ...]:
    if isinstance(finding.where, Place) or finding.attribute is None:
        return ()
    record = type(finding.where)
    headings = {column.attribute: column.heading for column in columns_of(record)}
    return waiting.get((record.sheet_name, headings.get(finding.attribute, "")), ())
