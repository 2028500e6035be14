"""Which drafts may leave, and what stands in the way of the others: draft → released.

A released letter is frozen: the ledger knows it, and no later run makes it again or changes it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mentor_xl.build import path_of
from mentor_xl.digests import made_from, what_changed
from mentor_xl.documents import Document, HeldBack, kinds
from mentor_xl.errors import WrongUse
from mentor_xl.examine import Examined
from mentor_xl.frozen import manifest_of
from mentor_xl.ledger import (
    Entry,
    Ledger,
    issue_of,
    issues_of,
    name_of,
    read_ledger,
)
from mentor_xl.outputs import sha256_of
from mentor_xl.planning import Selection, plan
from mentor_xl.safety import SafetyGate, SecondLook, reason
from mentor_xl.staff_codes import StaffCode, from_manifest, member, staff_codes
from mentor_xl.stationery import Stationery


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which drafts somebody wants to release: all, or those of certain kinds, pupils or file names."""

    kinds: tuple[str, ...] = ()
    pupils: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    """Stems of files, ``consent-1a2b3c``."""

    def covers(self, entry: Entry) -> bool:
        """Whether a draft is among them."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.pupils or entry.ref in self.pupils)
            and (not self.letters or bool({issue_of(entry.path)[0], name_of(entry.path)} & {*self.letters}))
        )


@dataclass(frozen=True, slots=True)
class NotReleased:
    """A draft that stays one, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True)
class Today:
    """The workbook as it stands on the day of release, to hold the drafts against."""

    examined: Examined
    stationery: Stationery


@dataclass(frozen=True)
class Release:
    """What came of it."""

    ledger: Ledger
    released: tuple[Entry, ...]
    stays: tuple[NotReleased, ...]
    documents: Mapping[str, Document]
    """What the workbook would make today, by path; nothing where no workbook was given."""
    looks: Mapping[str, SecondLook]
    """What to look at in those that are released, by path; nothing where no workbook was given."""
    by: str
    """The code of the member of staff, as the Staff sheet spells it."""


def look_over(
    folder: Path, chosen: Chosen, by: str, day: str, *, today: Today | None, with_changes: bool = False
) -> Release:
    """Decide which of the chosen drafts can be released. Nothing is written.

    Raises:
        WrongUse: there are no letters in the folder, or none such as were chosen; nobody has the code.
    """
    ledger = ledger_of(folder)
    by = who_releases(folder, by, day, today).code if by else ""
    drafts = [entry for entry in ledger.drafts if chosen.covers(entry)]
    if not drafts and chosen != Chosen():
        raise WrongUse("None of the drafts in this folder is such a letter.")
    planned = _planned_today(today, ledger, drafts) if today else {}
    found = {entry.path: _found(entry, planned) for entry in drafts}
    gate = SafetyGate(today.examined.casebook, today.examined.today) if today else None
    released, stays, looks = [], [], {}
    for entry in drafts:
        digest = _digest_on_disk(folder, entry)
        why = _on_disk(entry, digest, day, with_changes=with_changes)
        item, data = found[entry.path], b""
        if today and gate and not why:
            why, data = _since(entry, item, today), (folder / entry.path).read_bytes()
            why = why or (_unsafe(data, item, gate) if isinstance(item, Document) else "")
        why = why or (_asked(entry.open_questions) if gate is None else "")
        if why:
            stays.append(NotReleased(entry, why))
            continue
        by_hand = digest != entry.sha256
        now = replace(entry, sha256=digest, released_on=day, by=by, is_changed_by_hand=by_hand)
        released.append(replace(now, open_questions=()))
        if gate and isinstance(item, Document):
            looks[entry.path] = gate.second_look(data, item)
    documents = {path: item for path, item in found.items() if isinstance(item, Document)}
    return Release(ledger, tuple(released), tuple(stays), documents, looks, by)


def ledger_of(folder: Path) -> Ledger:
    """The ledger of a folder that holds letters.

    Raises:
        WrongUse: there are none.
    """
    ledger = read_ledger(folder)
    if not ledger.drafts and not ledger.released:
        raise WrongUse("There are no letters of Mentor XL in this folder. Make them first: mentor-xl build.")
    return ledger


def who_releases(folder: Path, by: str, day: str, today: Today | None) -> StaffCode:
    """The member of staff with a code: as the workbook has it, or without one what ``build`` kept of it.

    Raises:
        WrongUse: nobody has it, or nobody can say.
        MentorError: the manifest cannot be read.
    """
    if today:
        return member(staff_codes(today.examined.casebook, today.examined.today), by, day)
    return member(from_manifest(manifest_of(folder)), by, day)


# -- what stands in the way --------------------------------------------------------------------

_GONE = "Its file is gone. Build it again."
_BY_HAND = (
    "It was changed in Word since it was made. Read it again; then release it as it stands with "
    "--with-changes, or build it again."
)


def _digest_on_disk(folder: Path, entry: Entry) -> str:
    """The digest of a draft's file; empty where it cannot be read."""
    try:
        return sha256_of((folder / entry.path).read_bytes())
    except OSError:
        return ""


def _on_disk(entry: Entry, digest: str, day: str, *, with_changes: bool) -> str:
    if not digest:
        return _GONE
    if digest != entry.sha256:
        return "" if with_changes else _BY_HAND
    if entry.answer_by and entry.answer_by < day:
        return f"It asks for an answer by {entry.answer_by}, which has passed. Build it again."
    return ""


_Planned = Mapping[tuple[bool, str], Document | HeldBack]
"""By whether a person asked for it, and its path or its key."""


def _planned_today(today: Today, ledger: Ledger, drafts: Sequence[Entry]) -> _Planned:
    """What the workbook would make of these drafts today, made or held back.

    What nobody asked for has to be at its moment still.
    """
    known = {pupil.pupil_id for pupil in today.examined.casebook.pupils}
    found: dict[tuple[bool, str], Document | HeldBack] = {}
    for was_asked_for in (False, True):
        entries = [entry for entry in drafts if entry.was_asked_for is was_asked_for]
        slugs = tuple(dict.fromkeys(entry.kind for entry in entries if entry.kind in kinds()))
        pupils = tuple(dict.fromkeys(entry.ref for entry in entries if entry.ref in known))
        selection = Selection(slugs, pupils if was_asked_for else ())
        if not slugs or selection.is_asked_for is not was_asked_for:
            continue
        for item in plan(today.examined, selection, issues_of(ledger, ())):
            if isinstance(item, Document):
                found[was_asked_for, path_of(item)] = item
            else:
                found.setdefault((was_asked_for, _key(item.kind, item.ref, item.recipient)), item)
    return found


def _key(kind: str, ref: str | None, recipient: str | None) -> str:
    return f"{kind}|{ref}|{recipient}"


def _found(entry: Entry, planned: _Planned) -> Document | HeldBack | None:
    document = planned.get((entry.was_asked_for, entry.path))
    return document or planned.get((entry.was_asked_for, _key(entry.kind, entry.ref, entry.recipient)))


def _since(entry: Entry, document: Document | HeldBack | None, today: Today) -> str:
    """What has changed in the workbook since a draft was made, so that it must not leave as it is."""
    if not isinstance(document, Document):
        why = document.why if document else "The workbook no longer asks for it."
        return f"It would not be made now: {why}"
    if kinds()[entry.kind].is_about_caseload:  # It is as of its day.
        return ""
    printed = made_from(document, today.stationery.fields(document))
    changed = what_changed(entry.made_from, printed)
    if changed:
        return f"The workbook has changed since it was made ({', '.join(changed)}). Build it again."
    return ""


def _unsafe(data: bytes, document: Document, gate: SafetyGate) -> str:
    """What the safety gate finds in the file as it stands: somebody may have changed it in Word."""
    faults = gate.faults_in(data, document)
    return reason(faults) if faults else _asked(gate.open_questions_of(data, document))


def _asked(questions: Sequence[str]) -> str:
    if not questions:
        return ""
    return f"Questions are open about what was typed ({', '.join(questions)}). Answer each on Explanations."
