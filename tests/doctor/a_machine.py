"""A computer for the doctor: Windows, the tab in Excel, all in order; its drive C is a folder here."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

from addin.a_computer import a_computer, put

from mentor_xl import __version__
from mentor_xl.addin.place import install, to_be_placed
from mentor_xl.doctor.machine import Installed, Machine, Ran, Root, Value
from mentor_xl.outputs import sha256_of
from mentor_xl.shipped import Folder, shipped_folder

HOME = PureWindowsPath(r"C:\People\zoe")
PYTHON = PureWindowsPath(r"C:\Program Files\Python\python.exe")
NOW = dt.datetime(2099, 11, 23, 9, 30, tzinfo=dt.UTC)
OFFICE = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
APP_PATHS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths"


@dataclass
class FakeRegistry:
    """A registry: root and key to names in small letters to values."""

    written: dict[tuple[Root, str], dict[str, Value]] = field(default_factory=dict)

    def values(self, root: Root, key: str) -> Mapping[str, Value]:
        """As ``Registry`` says."""
        return self.written.get((root, key), {})

    def keys(self, root: Root, key: str) -> tuple[str, ...]:
        """As ``Registry`` says."""
        below = f"{key}\\"
        here = [name for place, name in self.written if place == root]
        return tuple(name.removeprefix(below) for name in here if name.startswith(below))


def registry(*lines: tuple[Root, str, str, Value]) -> FakeRegistry:
    """A registry with Office and Word in it, and these lines: root, key, name, value."""
    usual: tuple[tuple[Root, str, str, Value], ...] = (
        ("HKLM", OFFICE, "VersionToReport", "16.0.18227.20152"),
        ("HKLM", OFFICE, "Platform", "x64"),
        ("HKLM", rf"{APP_PATHS}\winword.exe", "", r"C:\Program Files\Microsoft Office\WINWORD.EXE"),
        ("HKLM", r"SYSTEM\CurrentControlSet\Control\CI\Policy", "VerifiedAndReputablePolicyState", 0),
    )
    made = FakeRegistry()
    for root, key, name, value in (*usual, *lines):
        made.written.setdefault((root, key), {})[name.lower()] = value
    return made


def answers(words: Sequence[str]) -> Ran:
    """What the programs of a computer in order say."""
    if words[-1] == "print(1)":
        return Ran(0, "1")
    return Ran(0, "LibreOffice 24.2 x" if "soffice" in words[0] else f"mentor-xl, version {__version__}")


def blocked(error: int) -> Any:
    """A computer that lets no program start, as Windows would say it."""

    def run(_: Sequence[str]) -> Ran:
        fault = OSError("It may not start.")
        fault.winerror = error  # type: ignore[attr-defined]
        raise fault

    return run


def a_machine(folder: Path, *, with_tab: bool = True, **other: Any) -> Machine:
    """Such a computer, but for what is said otherwise."""
    computer = a_computer(folder)
    shipped = (shipped_folder("workbook_templates") / "mentor_xl.xlam").read_bytes()
    if with_tab:
        install(computer, to_be_placed(computer, shipped))
    put(folder / "C" / "Program Files" / "Python" / "Scripts" / "mentor-xl.exe", b"MZ")
    package = folder / "package"
    put(package / "_data" / "letter_templates" / "consent.docx", b"as it came")
    put(package / "cli.py", b"")
    (folder / "C" / "People" / "zoe" / "Documents").mkdir(parents=True, exist_ok=True)

    def file(path: PurePath) -> Path:
        return folder.joinpath(path.drive.rstrip(":"), *path.parts[1:])

    usual: dict[str, Any] = {
        "platform": "win32",
        "env": {**computer.env, "USERNAME": "zoe"},
        "registry": registry(),
        "file": file,
        "run": answers,
        "home": HOME,
        "now": NOW,
        "encoding": "utf-8",
        "python": PYTHON,
        "base": PYTHON.parent,
        "python_version": (3, 13),
        "bits": 64,
        "scripts": PYTHON.parent / "Scripts",
        "why_not_loaded": lambda _: "",
        "is_there": lambda _: True,
        "package": package,
        "installed": Installed(
            __version__, {"_data/letter_templates/consent.docx": sha256_of(b"as it came"), "cli.py": "x"}
        ),
        "shipped": shipped_folder,
        "fonts": frozenset({"arial"}),
        "libreoffice": Path("soffice"),
        "free_bytes": lambda _: 50 * 1024**3,
        "output": HOME / "Documents" / "Mentor XL",
        "computer": computer,
    }
    return Machine(**{**usual, **other})


def on_linux(folder: Path, **other: Any) -> Machine:
    """A computer that runs Linux, all in order."""
    put(folder / "bin" / "python3", b"")
    put(folder / "bin" / "mentor-xl", b"")
    usual = {
        "with_tab": False,
        "platform": "linux",
        "env": {"USER": "zoe"},
        "registry": FakeRegistry(),
        "file": Path,
        "home": folder,
        "python": folder / "bin" / "python3",
        "base": folder,
        "scripts": folder / "bin",
        "output": folder / "letters",
        "computer": None,
    }
    return a_machine(folder, **{**usual, **other})


def with_lines(machine: Machine, *lines: tuple[Root, str, str, Value]) -> Machine:
    """The same computer with these lines in its registry."""
    return replace(machine, registry=registry(*lines))


def templates_in(folder: Path) -> Any:
    """A computer whose letter templates are those in a folder."""

    def shipped(name: Folder) -> Path:
        return folder if name == "letter_templates" else shipped_folder(name)

    return shipped
