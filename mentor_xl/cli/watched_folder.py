"""Which workbooks in a folder are to be built now: those that are new or changed, at rest, and not open?"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mentor_xl.addin.computer import cannot_be_written
from mentor_xl.cli.results import RESULTS
from mentor_xl.outputs import MANIFEST, safe_name, sha256_of
from mentor_xl.workbook.guard import SUFFIXES

TRY_AGAIN = 60.0
"""Seconds until a workbook is tried again that could not be built for a reason that may pass."""
_OWNERS = ("~${name}", ".~lock.{name}#")
"""What Excel, and what LibreOffice, puts beside a workbook that is open."""

Mark = tuple[int, int]
"""A file's size and the time of its last change: it is read only where these are new."""


@dataclass
class WatchedFolder:
    """A folder, and what is known of each workbook in it."""

    folder: Path
    output: Path
    """The letters of each workbook go to a folder of its own in here."""
    rest: float
    """Seconds for which a workbook must be unchanged."""
    _seen: dict[Path, tuple[Mark, float]] = field(default_factory=dict)
    """Each with its mark and since when it has it."""
    _done: dict[Path, Mark] = field(default_factory=dict)
    _not_before: dict[Path, float] = field(default_factory=dict)
    _digests: dict[Path, tuple[Mark, str]] = field(default_factory=dict)

    def at_rest(self, now: float) -> list[Path]:
        """The workbooks that have been unchanged for long enough and were not dealt with as they are.

        ``now``: seconds of any steady clock. Raises OSError where the folder cannot be reached.
        """
        there = {book: _mark(book) for book in self.workbooks()}
        self._seen = {
            book: self._seen[book] if self._seen.get(book, (None, 0))[0] == mark else (mark, now)
            for book, mark in there.items()
        }
        return [book for book in self._seen if self._is_its_turn(book, now)]

    def _is_its_turn(self, book: Path, now: float) -> bool:
        mark, since = self._seen[book]
        is_put_off = now < self._not_before.get(book, now)
        return now - since >= self.rest and self._done.get(book) != mark and not is_put_off

    def workbooks(self) -> list[Path]:
        """The workbooks in the folder, without what programs leave there and without our own results."""
        files = (path for path in sorted(self.folder.iterdir()) if path.suffix.lower() in SUFFIXES)
        return [path for path in files if path.name[0] not in "~." and path.is_file() and not _is_ours(path)]

    def doubles(self) -> Iterator[tuple[Path, Path]]:
        """Workbooks that have the name of another, each with that one: their letters would go to one folder.

        As of the last look.
        """
        first: dict[str, Path] = {}
        for book in sorted(self._seen, key=lambda path: SUFFIXES.index(path.suffix.lower())):
            other = first.setdefault(self.folder_of(book).name.casefold(), book)
            if other != book:
                yield book, other

    def folder_of(self, book: Path) -> Path:
        """Where the letters of a workbook go."""
        return self.output / (book.stem.strip(" .") or safe_name(book.name))

    def dealt_with(self, book: Path) -> None:
        """Take a workbook for done, until it changes again."""
        self._done[book] = self._seen[book][0]

    def try_later(self, book: Path, now: float) -> None:
        """Leave a workbook alone for a while."""
        self._not_before[book] = now + TRY_AGAIN

    def was_built(self, book: Path) -> bool:
        """Whether the letters that lie in its folder were made of just these bytes."""
        try:
            manifest = json.loads((self.folder_of(book) / MANIFEST).read_text(encoding="utf-8"))
            built: object = manifest["workbook"]["sha256"]
            return built == self._digest(book)
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _digest(self, book: Path) -> str:
        mark = self._seen[book][0]
        if self._digests.get(book, (None, ""))[0] != mark:
            self._digests[book] = mark, sha256_of(book.read_bytes())
        return self._digests[book][1]


def _mark(book: Path) -> Mark:
    try:
        told = book.stat()
    except OSError:  # It went away just now.
        return (0, 0)
    return told.st_size, told.st_mtime_ns


def _is_ours(path: Path) -> bool:
    """Whether it is the results of a build, which lie beside its manifest."""
    return path.name == RESULTS and path.with_name(MANIFEST).is_file()


def is_open(book: Path) -> bool:
    """Whether somebody has the workbook open, as far as another program can see."""
    try:
        with book.open("rb"):
            pass
    except PermissionError:
        return True
    owners = (book.with_name(owner.format(name=book.name)) for owner in _OWNERS)
    return any(owner.exists() and not _is_left_over(owner) for owner in owners)


def _is_left_over(owner: Path) -> bool:
    """Whether the program that put the file there is gone; only Windows, which holds such files, can tell."""
    return sys.platform == "win32" and not cannot_be_written(owner)
