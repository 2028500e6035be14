"""What has been released: letters that are frozen, when and by whom, and what each was made from.

``ledger.json`` stands beside the manifest in the output folder. It holds no name: a person is the row they
were taken from; their address, and every field that a letter prints, is a digest. See ``digests``.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mentor_xl.digests import KEYED, address_digest, row_digest, whose
from mentor_xl.documents import Document
from mentor_xl.editions import Figures, figures_of
from mentor_xl.errors import MentorError
from mentor_xl.outputs import MANIFEST, has_letters_of_nobody, put_back, sha256_of

LEDGER = "ledger.json"
_ISSUE = re.compile(r"(?P<stem>.+-[0-9a-f]{6})(-(?P<issue>\d+))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter: a draft until somebody releases it, and then never made again nor changed."""

    path: str
    reference: str
    kind: str
    ref: str | None
    """The pupil's ID; none for a report about the whole caseload."""
    audience: str
    recipient: str
    """The sheet and row of the recipient, ``Contacts!14``."""
    sha256: str
    template_sha256: str
    address_sha256: str
    row_sha256: str
    made_from: Mapping[str, str]
    """A digest of every field it prints; as ``made_from`` gives them."""
    override: str = ""
    """The row that sets consent aside on safeguarding grounds, ``Consents!7``."""
    released_on: str = ""
    """Empty: it is a draft."""
    by: str = ""
    """The code of the member of staff who released it."""
    is_changed_by_hand: bool = False
    """Whether somebody had changed it in Word before it was released."""
    answer_by: str = ""
    """The day by which it asks for an answer, ``2026-11-30``; empty where it asks for none."""
    was_asked_for: bool = False
    """Whether a person named kind and pupil, so that the usual moment need not have come."""
    open_questions: tuple[str, ...] = ()
    """What is asked about words that stand in it and is not answered: ``disclosure-in-text Reviews!J4``."""
    figures: Figures | None = None
    """What its figures come to, where editions of it are compared."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A release that was undone. Why is told on that day's sheet only: it is a person's text."""

    path: str
    reference: str
    kind: str
    ref: str | None
    released_on: str
    released_by: str
    on: str
    by: str
    """The code of the member of staff who took it back."""
    sheet: str
    """The release sheet that says why."""


def draft(
    document: Document, path: str, sha256: str, template_sha256: str, fields: Mapping[str, str]
) -> Entry:
    """The entry of a letter that was just made, but for what was asked of whom."""
    return Entry(
        path=path,
        reference=document.reference,
        kind=document.kind,
        ref=document.ref,
        audience=document.audience.value,
        recipient=document.recipient.row,
        sha256=sha256,
        template_sha256=template_sha256,
        address_sha256=address_digest(document),
        row_sha256=row_digest(fields),
        made_from=fields,
        override=document.override,
        figures=figures_of(document),
    )


@dataclass(frozen=True)
class Ledger:
    """All letters of one output folder: those that were released, the drafts, and what was undone."""

    released: tuple[Entry, ...] = ()
    drafts: tuple[Entry, ...] = ()
    taken_back: tuple[TakenBack, ...] = ()

    @cached_property
    def _by_path(self) -> dict[str, Entry]:
        return {entry.path: entry for entry in self.released}

    @cached_property
    def _by_content(self) -> dict[tuple[str, ...], Entry]:
        return {(e.kind, e.ref or "", e.address_sha256, e.row_sha256): e for e in self.released}

    def has_released(self, path: str) -> bool:
        """Whether what lies at a path is a released letter."""
        return path in self._by_path

    def same_letter(self, path: str, document: Document, fields: Mapping[str, str]) -> Entry | None:
        """The released letter that this one would be: at its path, or under another row of a sorted sheet."""
        content = (*whose(document), address_digest(document), row_digest(fields))
        return self._by_path.get(path) or self._by_content.get(content)

    def as_text(self) -> str:
        """The file's text."""
        return json.dumps(asdict(self), indent=1) + "\n"


def read_ledger(folder: Path) -> Ledger:
    """The ledger of an output folder; an empty one where nothing was made there yet.

    Raises:
        MentorError: it cannot be read, or is gone. Going on could make a released letter again.
    """
    put_back(folder)
    return _read(folder)


def _read(folder: Path) -> Ledger:
    place = folder / LEDGER
    if not place.exists():
        if (folder / MANIFEST).exists():
            raise MentorError(f"{LEDGER} is no longer in the output folder{_SO_NOBODY_KNOWS}")
        if has_letters_of_nobody(folder):
            raise MentorError(f"There are letters in the output folder, but no {LEDGER}{_SO_NOBODY_KNOWS}")
        return Ledger()
    try:
        rows = json.loads(place.read_text(encoding="utf-8"))
        released, drafts = (tuple(map(_entry, rows[state])) for state in ("released", "drafts"))
        taken_back = tuple(TakenBack(**_sound(row)) for row in rows.get("taken_back", ()))
        return Ledger(released, drafts, taken_back)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        fault = MentorError(f"{LEDGER} in the output folder could not be read{_SO_NOBODY_KNOWS}")
    raise fault


_SO_NOBODY_KNOWS = (
    ", so nobody can say which letters have been released. Put it back from a copy, or write into another "
    "folder."
)


def _entry(row: dict[str, Any]) -> Entry:
    """An entry as the file has it. Digests of an earlier version, which were not keyed, are let go."""
    is_keyed = not KEYED.isdisjoint(_sound(row)["made_from"])
    made_from = row["made_from"] if is_keyed else {}
    figures = Figures(**row["figures"]) if row.get("figures") else None
    asked = tuple(row.get("open_questions", ()))
    return Entry(**{**row, "made_from": made_from, "open_questions": asked, "figures": figures})


def _sound(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the file.

    Raises:
        TypeError: something in it is not what ``as_text`` writes.
    """
    for name, value in row.items():
        is_none = value is None and name in ("ref", "figures")
        if not is_none and type(value) is not _NOT_TEXT.get(name, str):
            raise TypeError(name)
    return row


_NOT_TEXT = {
    "made_from": dict, "is_changed_by_hand": bool, "was_asked_for": bool, "open_questions": list,
    "figures": dict,
}  # fmt: skip


def still(folder: Path, ledger: Ledger) -> None:
    """Make sure that nobody has written into a folder since its ledger was read.

    Raises:
        MentorError: somebody has: what they released would be made again.
    """
    if _read(folder) != ledger:
        why = "Somebody else has written into this folder at the same time. Nothing was written: try again."
        raise MentorError(why)


def disturbed(folder: Path, ledger: Ledger) -> tuple[str, ...]:
    """Where released letters lie that are gone, or are not as they were released."""
    return tuple(entry.path for entry in ledger.released if not _is_as_released(folder, entry))


def _is_as_released(folder: Path, entry: Entry) -> bool:
    try:
        return sha256_of((folder / entry.path).read_bytes()) == entry.sha256
    except OSError:
        return False


# -- issues ------------------------------------------------------------------------------------


def issues_of(ledger: Ledger, again: Iterable[str]) -> dict[str, int]:
    """Which issue of each released letter is at hand, by its stem: ``{"consent-1a2b3c": 2}``.

    The latest released one; the next, where there is a draft of it or ``again`` asks for it.
    """
    latest: dict[str, int] = {}
    for entry in ledger.released:
        stem, issue = issue_of(entry.path)
        latest[stem] = max(issue, latest.get(stem, 1))
    drafts = (issue_of(entry.path) for entry in ledger.drafts)
    wanted = {*again, *(stem for stem, issue in drafts if issue == latest.get(stem, 0) + 1)}
    return {stem: issue + (stem in wanted) for stem, issue in latest.items()}


def issue_of(path: str) -> tuple[str, int]:
    """A letter's stem and which issue of it this is: ``S1/consent-1a2b3c-2.docx`` is the second."""
    name = name_of(path)
    found = _ISSUE.fullmatch(name)
    return (found["stem"], int(found["issue"] or 1)) if found else (name, 1)


def name_of(path: str) -> str:
    """A letter's file without its folder and ending: ``consent-1a2b3c-2``."""
    return path.rpartition("/")[2].removesuffix(".docx")
