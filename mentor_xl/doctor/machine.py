"""What may the doctor know of a computer? Given to every check, so that any can be tried anywhere."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal, Protocol

from mentor_xl.addin.computer import Computer
from mentor_xl.shipped import Folder

WINDOWS = "win32"
Root = Literal["HKCU", "HKLM"]
"""The user's own part of the Windows registry, and the one for everybody on the computer."""
Value = str | int | bytes


class Registry(Protocol):
    """The Windows registry, to read."""

    def values(self, root: Root, key: str) -> Mapping[str, Value]:
        """What stands under a key, by name in small letters; empty where there is no such key."""
        ...

    def keys(self, root: Root, key: str) -> tuple[str, ...]:
        """The names of the keys below a key."""
        ...


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a program that was run."""

    code: int
    said: str


Run = Callable[[Sequence[str]], Ran]
"""Runs a program to its end; raises OSError where the computer does not let it start."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What the installer of packages wrote down about Mentor XL."""

    version: str
    digests: Mapping[str, str]
    """The SHA-256 of each file in the package, by its path in it; empty for a checkout."""


@dataclass(frozen=True, kw_only=True)
class Machine:
    """A computer, as the one who works on it sees it."""

    platform: str
    """As ``sys.platform`` has it."""
    env: Mapping[str, str]
    """The environment, with names in capitals."""
    registry: Registry
    file: Callable[[PurePath], Path]
    """Where a file of that computer is, for this process to open."""
    run: Run
    home: PurePath
    now: dt.datetime
    encoding: str
    """Of what is shown."""
    python: PurePath
    base: PurePath
    """Where the Python is installed that this one, perhaps a place of its own, was made from."""
    python_version: tuple[int, int]
    bits: int
    scripts: PurePath
    """Where the small program ``mentor-xl`` is put."""
    why_not_loaded: Callable[[str], str]
    """Why a library cannot be used; empty: it can."""
    is_there: Callable[[str], bool]
    """Whether a library is installed, found out without loading it."""
    package: Path
    installed: Installed | None
    shipped: Callable[[Folder], Path]
    fonts: frozenset[str] | None
    """Folded; None where nobody can say."""
    libreoffice: Path | None
    free_bytes: Callable[[Path], int]
    output: PurePath
    """Where letters are to go."""
    computer: Computer | None
    """The same one, as the add-in sees it; None where Excel for Windows cannot be."""

    @property
    def is_windows(self) -> bool:
        """Whether it runs Windows."""
        return self.platform == WINDOWS

    @property
    def has_tab(self) -> bool:
        """Whether Excel would find the add-in, in the user's own place or in one for all users."""
        if self.computer is None:
            return False
        from mentor_xl.addin.place import ADDIN, places  # noqa: PLC0415 - needs libraries
        from mentor_xl.addin.standing import other_copies  # noqa: PLC0415

        own = self.computer.file(places(self.computer)[ADDIN])
        return own.is_file() or any(other_copies(self.computer))

    @property
    def has_send_to(self) -> bool:
        """Whether Mentor XL is in Explorer's Send to."""
        if self.computer is None:
            return False
        from mentor_xl.addin.place import SEND_TO, places  # noqa: PLC0415 - needs libraries

        return self.computer.file(places(self.computer)[SEND_TO]).is_file()

    def number(self, root: Root, key: str, name: str) -> int | None:
        """A number in the registry, which some tools write as text."""
        value = self.registry.values(root, key).get(name.lower())
        if isinstance(value, str):
            return int(value) if value.strip().isdigit() else None
        return value if isinstance(value, int) else None

    def text(self, root: Root, key: str, name: str = "") -> str:
        """A text in the registry; empty where there is none."""
        value = self.registry.values(root, key).get(name.lower())
        return value if isinstance(value, str) else ""

    def without_names(self, text: str) -> str:
        """A text in which the user's own folder and account are not told."""
        own, account = re.escape(str(self.home)), self.env.get("USERNAME") or self.env.get("USER") or ""
        flags = re.IGNORECASE if self.is_windows else re.NOFLAG
        if len(str(self.home)) > 1:
            place = "%USERPROFILE%" if self.is_windows else "~"
            text = re.sub(rf"{own}(?![\w.-])", lambda _: place, text, flags=flags)
        if account:
            text = re.sub(rf"(?<=[\\/]){re.escape(account)}(?![\w.-])", "...", text, flags=flags)
        return text
