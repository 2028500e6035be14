"""What has been released: letters that are frozen, when and by whom, and what each was made from.

``ledger.json`` stands beside the manifest in the output folder. It holds no name: a person is the row they
were taken from; their address, and every field that a letter prints, is a digest.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mentor_xl.dates import day_of
from mentor_xl.documents import Document
from mentor_xl.errors import MentorError
from mentor_xl.outputs import MANIFEST, has_letters_of_nobody, put_back, sha256_of

LEDGER = "ledger.json"
_NOT_OF_THE_ROW = ("letter", "reply_by")
"""What changes with the day a letter is dated, not with what it was made from."""
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
    )


@dataclass(frozen=True)
class Ledger:
    """All letters of one output folder: those that were released, in that order, and the drafts."""

    released: tuple[Entry, ...] = ()
    drafts: tuple[Entry, ...] = ()

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
        content = (*_whose(document), address_digest(document), row_digest(fields))
        return self._by_path.get(path) or self._by_content.get(content)

    def as_text(self) -> str:
        """The file's text."""
        states = {"released": self.released, "drafts": self.drafts}
        rows = {state: [asdict(entry) for entry in entries] for state, entries in states.items()}
        return json.dumps(rows, indent=1) + "\n"


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
        return Ledger(released, drafts)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        fault = MentorError(f"{LEDGER} in the output folder could not be read{_SO_NOBODY_KNOWS}")
    raise fault


_SO_NOBODY_KNOWS = (
    ", so nobody can say which letters have been released. Put it back from a copy, or write into another "
    "folder."
)


def _entry(row: dict[str, Any]) -> Entry:
    """An entry as the file has it.

    Raises:
        TypeError: something in it is not what ``as_text`` writes.
    """
    for name, value in row.items():
        if type(value) is not _NOT_TEXT.get(name, str) and (name, value) != ("ref", None):
            raise TypeError(name)
    return Entry(**row)


_NOT_TEXT = {"made_from": dict, "is_changed_by_hand": bool, "was_asked_for": bool}


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


# -- what a letter was made from ---------------------------------------------------------------


def made_from(document: Document, fields: Iterable[str]) -> dict[str, str]:
    """A digest of each field that the letter prints, by the field's name: ``meeting.date``, ``targets``.

    Two digests differ where the text would. Fields of the day alone (the date, the day to answer by) are
    left out: a letter is not another one because it is made on Tuesday.
    """
    names = dict.fromkeys(_name(path) for path in fields)
    return {
        name: _digest(*_whose(document), name, repr(_value(document.context, name)))
        for name in sorted(names)
        if name.partition(".")[0] not in _NOT_OF_THE_ROW
    }


def answer_by(document: Document, fields: Iterable[str]) -> str:
    """The day by which a letter asks for an answer, ``2026-11-30``; empty where it prints none."""
    day = day_of(getattr(document.context, "reply_by", "")) if "reply_by" in fields else None
    return day.isoformat() if day else ""


def _name(path: str) -> str:
    """``targets[].score`` is the field *targets*; ``pupil.known_as`` the pupil's *known_as*."""
    first, *rest = path.partition("[")[0].split(".")
    return ".".join((first, *rest[:1]))


def _value(context: object, name: str) -> object:
    value = context
    for step in name.split("."):
        value = getattr(value, step, None)
    return value


def address_digest(document: Document) -> str:
    """A digest of the name and address on the envelope."""
    return _digest(*_whose(document), *document.recipient.address_lines)


def _whose(document: Document) -> tuple[str, str]:
    """What keeps the digests of two pupils apart, though both live at one address."""
    return document.kind, document.ref or ""


def row_digest(fields: Mapping[str, str]) -> str:
    """One digest for all that a letter was made from."""
    return _digest(*(f"{name}={digest}" for name, digest in sorted(fields.items())))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def what_changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that differ between two makings of a letter."""
    return tuple(name for name in sorted({*before, *now}) if before.get(name) != now.get(name))


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
    name = path.rpartition("/")[2].removesuffix(".docx")
    found = _ISSUE.fullmatch(name)
    return (found["stem"], int(found["issue"] or 1)) if found else (name, 1)
