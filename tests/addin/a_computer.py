"""A Windows computer for tests: its drive C is a folder of this machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Any

from mentor_xl.addin.computer import Computer

ROAMING = PureWindowsPath(r"C:\People\zoe\AppData\Roaming")
PYTHON = PureWindowsPath(r"C:\Program Files\Python\python.exe")
XLSTART = ROAMING / "Microsoft" / "Excel" / "XLSTART" / "mentor_xl.xlam"


@dataclass
class FakeRegistry:
    """The user's part of a registry: key to names to texts."""

    keys: dict[str, dict[str, str]] = field(default_factory=dict)

    def values(self, key: str) -> Mapping[str, str]:
        """As ``Registry`` says."""
        return self.keys.get(key, {})


def a_computer(folder: Path, **other: Any) -> Computer:
    """A computer with Python and Excel, on which nothing of ours has been put yet."""

    def file(path: PureWindowsPath) -> Path:
        return folder.joinpath(path.drive.rstrip(":"), *path.parts[1:])

    for name in ("python.exe", "pythonw.exe"):
        put(file(PYTHON.with_name(name)), b"MZ")
    usual: dict[str, Any] = {
        "env": {
            "APPDATA": str(ROAMING),
            "PROGRAMFILES": r"C:\Program Files",
            "PROGRAMFILES(X86)": r"C:\Program Files (x86)",
            "PROGRAMW6432": r"C:\Program Files",
            "COMMONPROGRAMFILES": r"C:\Program Files\Common Files",
        },
        "registry": FakeRegistry(),
        "python": PYTHON,
        "file": file,
        "runs_excel": lambda: False,
        "is_held": lambda _: False,
        "code_page": "cp1252",
    }
    return Computer(**{**usual, **other})


def put(path: Path, data: bytes) -> None:
    """Write a file and the folders it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def files_on(folder: Path) -> dict[str, bytes]:
    """Every file of the computer but Python's own, by its place."""
    every = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in every.items() if "/Python/" not in name}
