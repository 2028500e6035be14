"""What does the add-in need to know of the computer it is put on? Asked of Windows here, and nowhere else.

Whatever decides is given a ``Computer``, so that it can be tried on any machine.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Protocol

from mentor_xl.errors import MissingHere


class Registry(Protocol):
    """The user's own part of the Windows registry (HKEY_CURRENT_USER), to read."""

    def values(self, key: str) -> Mapping[str, str]:
        """The texts under a key, by name; empty where there is no such key."""
        ...


@dataclass(frozen=True, kw_only=True)
class Computer:
    """A Windows computer, as the user who is logged on sees it."""

    env: Mapping[str, str]
    """The environment, with names in capitals."""
    registry: Registry
    python: PureWindowsPath
    """The Python that runs."""
    file: Callable[[PureWindowsPath], Path]
    """Where a file of that computer is, for this process to open."""
    runs_excel: Callable[[], bool]
    """Whether this user has an Excel open."""
    is_held: Callable[[Path], bool]
    """Whether another program holds a file so that it cannot be written."""
    code_page: str = "mbcs"
    """How VBA reads a text file."""

    def folder(self, name: str) -> PureWindowsPath:
        """The folder that a variable of the environment names.

        Raises:
            MissingHere: it names none.
        """
        path = PureWindowsPath(self.env.get(name, ""))
        if not path.is_absolute():
            raise MissingHere(f"Windows does not say where {name} is, so there is no place for the add-in.")
        return path


NOT_WINDOWS = (
    "Excel for Windows is not on this machine, and the add-in works nowhere else. "
    "Every button has a command that does the same: mentor-xl --help."
)


def this_computer() -> Computer:
    """The computer that this runs on.

    Raises:
        MissingHere: it does not run Windows.
    """
    if sys.platform == "win32":
        return Computer(
            env={name.upper(): value for name, value in os.environ.items()},
            registry=_WindowsRegistry(),
            python=PureWindowsPath(sys.executable),
            file=Path,
            runs_excel=_has_a_window_of_excel,
            is_held=cannot_be_written,
        )
    raise MissingHere(NOT_WINDOWS)


def cannot_be_written(path: Path) -> bool:
    """Whether a file is there and may not be opened to write: a program holds it, or it is read-only."""
    try:
        with path.open("r+b"):
            return False
    except PermissionError:
        return True
    except OSError:
        return False


if sys.platform == "win32":
    import ctypes
    import winreg

    class _WindowsRegistry:
        """The registry of this computer."""

        def values(self, key: str) -> Mapping[str, str]:
            """As ``Registry`` says."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    count = winreg.QueryInfoKey(opened)[1]
                    found = [winreg.EnumValue(opened, place) for place in range(count)]
            except OSError:
                return {}
            return {name: value for name, value, _ in found if isinstance(value, str)}

    def _has_a_window_of_excel() -> bool:
        """Whether Excel is open in this session; a list of programs would show other people's too."""
        return bool(ctypes.windll.user32.FindWindowW("XLMAIN", None))
