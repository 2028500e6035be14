"""The whole job on one workbook: examine it, decide what shall be written to whom, write it, tell of it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mentor_xl.digests import answer_by, made_from, what_changed
from mentor_xl.documents import Context, Document, HeldBack
from mentor_xl.editions import why_not_beside
from mentor_xl.errors import WrongUse
from mentor_xl.examine import Examined
from mentor_xl.ledger import (
    LEDGER,
    Entry,
    Ledger,
    disturbed,
    draft,
    issue_of,
    issues_of,
    read_ledger,
    still,
)
from mentor_xl.outputs import (
    CASELOAD,
    PRINT_PACK_PDF,
    PRINT_PACK_WORD,
    OutputFile,
    made_before,
    safe_name,
    sha256_of,
    workbook_before,
    write_outputs,
)
from mentor_xl.planning import Selection, plan
from mentor_xl.problems import Severity
from mentor_xl.safety import SafetyGate, reason
from mentor_xl.staff_codes import as_manifest, staff_codes
from mentor_xl.stationery import Stationery
from mentor_xl.word.faults import RenderError, TemplateFault
from mentor_xl.word.render import render

Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made."""

    document: Document
    path: str
    """In the output folder, with forward slashes."""
    sha256: str
    template_sha256: str
    made_from: Mapping[str, str]
    """A digest of every field it prints (``digests.made_from``)."""
    answer_by: str
    """The day by which it asks for an answer, ``2026-11-30``."""
    open_questions: tuple[str, ...]
    """As ``SafetyGate.open_questions_of`` gives them: it cannot be released while there are any."""

    def as_draft(self, *, was_asked_for: bool) -> Entry:
        """Its entry in the ledger."""
        entry = draft(self.document, self.path, self.sha256, self.template_sha256, self.made_from)
        asked = self.open_questions
        return replace(entry, answer_by=self.answer_by, was_asked_for=was_asked_for, open_questions=asked)

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
            "open_questions": list(self.open_questions),
        }


@dataclass(frozen=True, slots=True)
class Frozen:
    """A letter that was released before, and so is neither made again nor changed."""

    released: Entry
    changed: tuple[str, ...]
    """The fields that would read otherwise today, ``meeting.date``."""

    @property
    def stem(self) -> str:
        """What asks for it to be issued anew."""
        return issue_of(self.released.path)[0]


@dataclass(frozen=True)
class Build:
    """What came of it."""

    examined: Examined
    made: tuple[Made, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    frozen: tuple[Frozen, ...] = ()
    """What was released before."""
    disturbed: tuple[str, ...] = ()
    """Where released letters lie that are gone, or were changed since."""
    set_aside: tuple[str, ...] = ()
    """Where earlier letters lie that somebody had changed by hand: they are kept under another name."""
    took_the_place_of: str = ""
    """The other workbook whose letters the folder held; empty where it was this one, or none."""

    @property
    def has_something_to_look_at(self) -> bool:
        """Whether there is an error, an open query or a letter held back (decisions, *Problems*)."""
        return bool(self.held_back) or any(p.severity is not Severity.NOTE for p in self.examined.problems)


# -- writing -----------------------------------------------------------------------------------


@dataclass
class Written:
    """What came of the planned documents, before any of it is on disk."""

    files: list[OutputFile] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    frozen: list[Frozen] = field(default_factory=list)


def write_documents(
    planned: Sequence[Document | HeldBack],
    stationery: Stationery,
    ledger: Ledger,
    gate: SafetyGate,
    progress: Progress | None = None,
) -> Written:
    """The bytes of every planned document, but for those that were released before.

    One whose template will not do, or that the safety gate stops, is held back with the reason.
    """
    written = Written()
    for number, item in enumerate(planned, 1):
        if isinstance(item, HeldBack):
            written.held_back.append(item)
        else:
            _write(item, stationery, ledger, gate, written)
        if progress:
            progress(number, len(planned))
    return written


def path_of(document: Document) -> str:
    """Where a document lies in the output folder: in the pupil's own, or in that of the caseload."""
    folder = CASELOAD if document.ref is None else safe_name(document.ref)
    return f"{folder}/{document.file_name}"


def _write(
    document: Document, stationery: Stationery, ledger: Ledger, gate: SafetyGate, written: Written
) -> None:
    path = path_of(document)
    given = (e.figures for e in ledger.released if e.figures and e.kind == document.kind)
    if why_not := why_not_beside(document, given):
        written.held_back.append(_held(document, why_not, ("other-edition",)))
        return
    try:
        fields = stationery.fields(document)
        printed = made_from(document, fields)
        released = ledger.same_letter(path, document, printed)
        if released:
            written.frozen.append(Frozen(released, what_changed(released.made_from, printed)))
            return
        template = stationery.template(document)
        data = render(template, fields_of(document.context))
    except (RenderError, TemplateFault) as fault:
        written.held_back.append(_held(document, str(fault), ("template-fault",)))
        return
    faults = gate.faults_in(data, document)
    if faults:
        codes = tuple(dict.fromkeys(fault.code for fault in faults))
        written.held_back.append(_held(document, reason(faults), codes))
        return
    written.files.append(OutputFile(path, data))
    template_sha256, day = stationery.digest(document), answer_by(document, fields)
    asked = gate.open_questions_of(data, document)
    written.made.append(Made(document, path, sha256_of(data), template_sha256, printed, day, asked))


def _held(document: Document, why: str, codes: tuple[str, ...]) -> HeldBack:
    row = document.recipient.row
    return HeldBack(document.kind, document.ref, row, why, codes, audience=document.audience)


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
    ledger, before, other = read_ledger(folder), made_before(folder), workbook_before(folder)
    planned = list(plan(examined, selection, _issues(ledger, selection)))
    gate = SafetyGate(examined.casebook, examined.today)
    written = write_documents(planned, stationery, ledger, gate, progress)
    result = Build(examined, tuple(written.made), tuple(written.held_back), tuple(written.frozen))
    kept: list[dict[str, Any]] = []
    covered: list[dict[str, Any]] = []
    for row in before:
        is_kept = ledger.has_released(row["path"]) or not selection.covers(row["kind"], row["ref"])
        (kept if is_kept else covered).append(row)
    manifest = {
        "today": examined.today.isoformat(),
        "workbook": {"name": source.name, "sha256": source.sha256},
        "staff": as_manifest(staff_codes(examined.casebook, examined.today)),
        "made": [*(one.as_manifest() for one in written.made), *kept],
        "held_back": [held_as_manifest(held) for held in written.held_back],
    }
    drafts = [one.as_draft(was_asked_for=selection.is_asked_for) for one in written.made]
    entries = _ledger_with(ledger, drafts, {row["path"] for row in kept})
    files = [*written.files, *also(result), OutputFile(LEDGER, entries.as_text().encode())]
    outdated = _outdated(ledger, written.made, selection)
    still(folder, ledger)
    set_aside = write_outputs(folder, files, manifest, [row["path"] for row in covered], outdated)
    return replace(
        result,
        set_aside=tuple(set_aside),
        disturbed=disturbed(folder, ledger),
        took_the_place_of=other if other != source.name else "",
    )


def _ledger_with(ledger: Ledger, drafts: Sequence[Entry], kept: Collection[str]) -> Ledger:
    """The ledger with the drafts that stand in the folder now."""
    paths = {entry.path for entry in drafts}
    earlier = [entry for entry in ledger.drafts if entry.path in kept and entry.path not in paths]
    return replace(ledger, drafts=(*drafts, *earlier))


def _outdated(ledger: Ledger, made: Sequence[Made], selection: Selection) -> tuple[str, ...]:
    """The print pack of an earlier run, where it holds a letter that has gone or reads otherwise now."""
    now = {one.path: one.sha256 for one in made}
    earlier = (entry for entry in ledger.drafts if selection.covers(entry.kind, entry.ref))
    is_outdated = any(now.get(entry.path) != entry.sha256 for entry in earlier)
    return (PRINT_PACK_PDF, PRINT_PACK_WORD) if is_outdated else ()


def _issues(ledger: Ledger, selection: Selection) -> dict[str, int]:
    """Which issue of each released letter is at hand.

    Raises:
        WrongUse: a letter is to be issued anew that was not released.
    """
    issues = issues_of(ledger, selection.again)
    never = [stem for stem in selection.again if stem not in issues]
    if never:
        raise WrongUse(f"No letter {never[0]} has been released, so it cannot be issued anew.")
    return issues


def held_as_manifest(held: HeldBack) -> dict[str, Any]:
    """A document that was held back, as the manifest has it."""
    return {
        "kind": held.kind,
        "ref": held.ref,
        "recipient": held.recipient,
        "why": held.why,
        "codes": list(held.codes),
    }
