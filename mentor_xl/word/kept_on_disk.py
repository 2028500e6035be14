"""Compiled templates in a folder, so that the next run need not compile them: which file may be believed?

The files hold compiled code, which runs as whoever loads it. So a file is read only where nobody but this
user can have written it, and only when it is whole and made by this very engine, Python and Jinja. Anything
else is passed over in silence and made again: what is kept here spares time and is never needed.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import jinja2

from mentor_xl.word.as_plain_data import plain_data, template_from
from mentor_xl.word.template import Template

MOST_KEPT = 64
"""Files: a school has some dozens of letters, each in one or two sizes. The oldest make room."""

_ENDING = ".template"
_DIGEST = 32
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class TemplatesOnDisk:
    """A TemplateStore in a folder of this user's own, which is made when the first template is kept.

    On Windows the folder's own rights decide who can write there: give one inside the user's profile.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()

    @cached_property
    def _maker(self) -> bytes:
        """Other bytes for every engine that could compile a template otherwise."""
        versions = (sys.version, jinja2.__version__, _version("docxtpl"), _version("python-docx"))
        said = hashlib.sha256("\n".join(versions).encode())
        for module in sorted(Path(__file__).parent.glob("*.py")):
            said.update(module.read_bytes())
        return said.digest()

    def _file(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(self._maker + key.encode()).hexdigest()}{_ENDING}"

    def load(self, key: str) -> Template | None:
        """The template kept under the key, if there is one that can be believed."""
        if not _only_ours(self._folder):
            return None
        kept = _read(self._file(key))
        digest, data = kept[:_DIGEST], kept[_DIGEST:]
        if not data or digest != hashlib.sha256(self._maker + data).digest():
            return None
        try:
            template = template_from(marshal.loads(data))  # noqa: S302  only we can have written it
        except (EOFError, ValueError, TypeError, LookupError):
            return None
        return template if template.key == key else None

    def save(self, template: Template) -> None:
        """Keep a template; where that cannot be done, it is not kept."""
        data = marshal.dumps(plain_data(template))
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _only_ours(self._folder):
                file = self._file(template.key)
                self._make_room_beside(file)
                _write(file, hashlib.sha256(self._maker + data).digest() + data)

    def _make_room_beside(self, file: Path) -> None:
        others = [each for each in self._folder.glob(f"*{_ENDING}") if each != file]
        others.sort(key=lambda each: each.stat().st_mtime)
        for each in others[: max(0, len(others) - MOST_KEPT + 1)]:
            each.unlink(missing_ok=True)


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


def _only_ours(folder: Path) -> bool:
    """Whether nobody else can put a file here: each folder on the way is ours or the system's, and shut."""
    if not hasattr(os, "getuid"):
        return folder.is_dir()
    try:
        steps = [(step == folder, step.stat()) for step in (folder, *folder.parents)]
    except OSError:
        return False
    return all(_is_shut(found, its_own=its_own) for its_own, found in steps)


def _is_shut(found: os.stat_result, *, its_own: bool) -> bool:
    owners = {os.getuid()} if its_own else {os.getuid(), 0}
    # In a folder like /tmp everybody may write, but nobody may move what is another's.
    is_shared = not its_own and bool(found.st_mode & stat.S_ISVTX)
    return found.st_uid in owners and (is_shared or not found.st_mode & _OTHERS_MAY_WRITE)


def _read(file: Path) -> bytes:
    """What a plain file of our own holds; nothing where it is a link, another's, or not there."""
    try:
        with _opened(file) as number, open(number, "rb", closefd=False) as kept:
            found = os.fstat(number)
            is_plain = stat.S_ISREG(found.st_mode)
            is_ours = not hasattr(os, "getuid") or _is_shut(found, its_own=True)
            return kept.read() if is_plain and is_ours else b""
    except OSError:
        return b""


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[int]:
    number = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    try:
        yield number
    finally:
        os.close(number)


def _write(file: Path, data: bytes) -> None:
    """All of it or nothing, whoever else writes the same file at the same time."""
    number, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with open(number, "wb") as new:  # noqa: PTH123  it is open
            new.write(data)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
