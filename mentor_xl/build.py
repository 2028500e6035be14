"""The whole job on one workbook: examine it, decide what shall be written to whom, write it, tell of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mentor_xl.deadlines import Due
from mentor_xl.documents import Context, Document, HeldBack, Kind, PupilFile, documents_of, kinds
from mentor_xl.errors import WrongUse
from mentor_xl.examine import Examined
from mentor_xl.outputs import OutputFile, made_before, safe_name, sha256_of, write_outputs
from mentor_xl.problems import Problem, Severity
from mentor_xl.records import Pupil
from mentor_xl.stationery import Stationery
from mentor_xl.word.faults import RenderError, TemplateFault
from mentor_xl.word.render import render

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which documents are wanted: all that are at their moment, or certain kinds, for certain pupils."""

    kinds: tuple[str, ...] = ()
    """Empty: every kind that is not made on request only."""
    pupils: tuple[str, ...] = ()
    """Pupil IDs; empty: everyone."""

    @property
    def is_asked_for(self) -> bool:
        """Whether a person named kind and pupil, which sets the moment aside, though never a gate."""
        return bool(self.kinds and self.pupils)

    def covers(self, kind: str, ref: str) -> bool:
        """Whether this run would make such a document if it were wanted."""
        return self.takes(kind) and (not self.pupils or ref in self.pupils)

    def takes(self, slug: str) -> bool:
        """Whether this run makes a kind of document: one that is named, or the usual ones."""
        if self.kinds:
            return slug in self.kinds
        kind = kinds().get(slug)
        return kind is None or not kind.is_on_request


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made."""

    document: Document
    path: str
    """In the output folder, with forward slashes."""
    sha256: str
    template_sha256: str

    def as_manifest(self) -> dict[str, Any]:
        """Its row in the manifest. No name stands in it."""
        return {
            "kind": self.document.kind,
            "ref": self.document.ref,
            "audience": self.document.audience.value,
            "recipient": self.document.recipient.row,
            "path": self.path,
            "sha256": self.sha256,
            "template_sha256": self.template_sha256,
        }


@dataclass(frozen=True)
class Build:
    """What came of it."""

    examined: Examined
    made: tuple[Made, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    set_aside: tuple[str, ...] = ()
    """Where earlier letters lie that somebody had changed by hand: they are kept under another name."""

    @property
    def has_something_to_look_at(self) -> bool:
        """Whether there is an error, an open query or a letter held back (decisions, *Problems*)."""
        return bool(self.held_back) or any(p.severity is not Severity.NOTE for p in self.examined.problems)


def plan(examined: Examined, selection: Selection) -> Iterator[Document | HeldBack]:
    """Every document that is wanted, made or held back, kind by kind and pupil by pupil.

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
    for kind in wanted:
        for pupil in pupils:
            pupils_dues = tuple(dues[pupil.pupil_id])
            file = PupilFile(
                examined.casebook,
                examined.calendar,
                pupil,
                pupils_dues,
                examined.today,
                is_asked_for=selection.is_asked_for,
                wrong=wrong,
            )
            yield from documents_of(kind, file, problems[pupil.pupil_id], prefix)


def _kinds_of(selection: Selection) -> tuple[Kind, ...]:
    known = kinds()
    unknown = [slug for slug in selection.kinds if slug not in known]
    if unknown:
        raise WrongUse(f"There is no kind of letter called {unknown[0]}. There are: {', '.join(known)}.")
    return tuple(kind for slug, kind in known.items() if selection.takes(slug))


def _pupils_of(examined: Examined, selection: Selection) -> tuple[Pupil, ...]:
    """Those on roll. Of an ID on several rows the first stands for all: its documents are all held back."""
    casebook = examined.casebook
    unknown = [ref for ref in selection.pupils if not any(p.pupil_id == ref for p in casebook.pupils)]
    if unknown:
        raise WrongUse(f"No pupil has the ID {unknown[0]}.")
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


# -- writing -----------------------------------------------------------------------------------


@dataclass
class _Written:
    files: list[OutputFile] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)


def write_documents(
    planned: Sequence[Document | HeldBack], stationery: Stationery, progress: Progress | None = None
) -> tuple[list[OutputFile], list[Made], list[HeldBack]]:
    """The bytes of every planned document; one whose template will not do is held back with the reason."""
    written = _Written()
    for number, item in enumerate(planned, 1):
        if isinstance(item, HeldBack):
            written.held_back.append(item)
        else:
            _write(item, stationery, written)
        if progress:
            progress(number, len(planned))
    return written.files, written.made, written.held_back


def _write(document: Document, stationery: Stationery, written: _Written) -> None:
    try:
        template = stationery.template(document)
        data = render(template, fields_of(document.context))
    except (RenderError, TemplateFault) as fault:
        why = str(fault)
        held = HeldBack(
            document.kind,
            document.ref,
            document.recipient.row,
            why,
            ("template-fault",),
            audience=document.audience,
        )
        written.held_back.append(held)
        return
    path = f"{safe_name(document.ref)}/{document.file_name}"
    written.files.append(OutputFile(path, data))
    written.made.append(Made(document, path, sha256_of(data), stationery.digest(document)))


def fields_of(context: Context) -> dict[str, object]:
    """What a template can print, by name."""
    return {name: getattr(context, name) for name in type(context).model_fields}


@dataclass(frozen=True, slots=True)
class Source:
    """The workbook that was read: its file name and digest."""

    name: str
    sha256: str


def build(
    examined: Examined,
    source: Source,
    folder: Path,
    stationery: Stationery,
    selection: Selection,
    *,
    also: Callable[[Build], Sequence[OutputFile]],
    progress: Progress | None = None,
) -> Build:
    """Make everything that is wanted, in ``folder``: documents, what ``also`` adds, and the manifest."""
    planned = list(plan(examined, selection))
    files, made, held_back = write_documents(planned, stationery, progress)
    result = Build(examined, tuple(made), tuple(held_back))
    before = made_before(folder)
    kept = [row for row in before if not selection.covers(row["kind"], row["ref"])]
    manifest = {
        "today": examined.today.isoformat(),
        "workbook": {"name": source.name, "sha256": source.sha256},
        "made": [*(one.as_manifest() for one in made), *kept],
        "held_back": [held_as_manifest(held) for held in held_back],
    }
    covered = [row["path"] for row in before if selection.covers(row["kind"], row["ref"])]
    set_aside = write_outputs(folder, [*files, *also(result)], manifest, covered)
    return replace(result, set_aside=tuple(set_aside))


def held_as_manifest(held: HeldBack) -> dict[str, Any]:
    """A document that was held back, as the manifest has it."""
    return {
        "kind": held.kind,
        "ref": held.ref,
        "recipient": held.recipient,
        "why": held.why,
        "codes": list(held.codes),
    }
