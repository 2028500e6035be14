"""The computer that this runs on, as the doctor sees it; the one place that asks it."""

import base64
import binascii
import datetime as dt
import importlib
import importlib.util
import os
import shutil
import struct
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

import mentor_xl
from mentor_xl.addin.computer import Computer, this_computer
from mentor_xl.doctor.machine import Installed, Machine, Ran, Registry, Root, Value
from mentor_xl.errors import MissingHere
from mentor_xl.shipped import shipped_folder
from mentor_xl.word.pdf import find_libreoffice

_PATIENCE = 60
"""Seconds that a program may take to say which it is; LibreOffice's first start is slow."""


def this_machine(output: Path | None = None) -> Machine:
    """The computer that this runs on; ``output``: where letters are to go."""
    return Machine(
        platform=sys.platform,
        env={name.upper(): value for name, value in os.environ.items()},
        registry=_registry(),
        file=Path,
        run=run_to_its_end,
        home=Path.home(),
        now=dt.datetime.now().astimezone(),
        encoding=getattr(sys.stdout, "encoding", None) or "",
        python=Path(sys.executable),
        base=Path(sys.base_prefix),
        python_version=(sys.version_info.major, sys.version_info.minor),
        bits=8 * struct.calcsize("P"),
        scripts=Path(sysconfig.get_path("scripts")),
        why_not_loaded=why_not_loaded,
        is_there=lambda library: importlib.util.find_spec(library) is not None,
        package=Path(mentor_xl.__file__).parent,
        installed=_installed(),
        shipped=shipped_folder,
        fonts=_fonts(),
        libreoffice=find_libreoffice(),
        free_bytes=lambda folder: shutil.disk_usage(folder).free,
        output=(output or Path.home() / "Documents" / "Mentor XL").absolute(),
        computer=_computer(),
    )


def run_to_its_end(words: Sequence[str]) -> Ran:
    """Run a program with nobody to answer it.

    Raises:
        OSError: it could not be started, or took too long.
    """
    try:
        done = subprocess.run(  # noqa: S603 - Python, LibreOffice or our own program
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as slow:
        raise OSError("It took too long.") from slow
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace").strip())


def why_not_loaded(library: str) -> str:
    """Import a library, its compiled parts too; why it cannot be used, or nothing."""
    try:
        importlib.import_module(library)
    except ModuleNotFoundError:
        return "is not installed"
    except Exception as fault:  # noqa: BLE001 - whatever a blocked or broken library throws is the finding
        return f"cannot be loaded ({type(fault).__name__})"
    return ""


def _installed() -> Installed | None:
    try:
        found = metadata.distribution("mentor-xl")
    except metadata.PackageNotFoundError:
        return None
    digests = {}
    for file in found.files or ():
        if file.parts[0] == "mentor_xl" and file.hash is not None and file.hash.mode == "sha256":
            digests["/".join(file.parts[1:])] = as_hexadecimal(file.hash.value)
    return Installed(found.version, digests)


def as_hexadecimal(recorded: str) -> str:
    """A digest as installers write it down (base 64 without its end), as Mentor XL writes it."""
    try:
        return base64.urlsafe_b64decode(recorded + "=" * (-len(recorded) % 4)).hex()
    except (binascii.Error, ValueError):
        return recorded


def _fonts() -> frozenset[str] | None:
    try:
        from mentor_xl.template_check import installed_fonts  # noqa: PLC0415 - needs libraries
    except ImportError:
        return None
    return installed_fonts()


def _computer() -> Computer | None:
    try:
        return this_computer()
    except MissingHere:
        return None


class NoRegistry:
    """What stands for the registry where there is none."""

    def values(self, root: Root, key: str) -> Mapping[str, Value]:  # noqa: ARG002 - as Registry has it
        """Nothing."""
        return {}

    def keys(self, root: Root, key: str) -> tuple[str, ...]:  # noqa: ARG002
        """None."""
        return ()


def _registry() -> Registry:
    if sys.platform == "win32":
        return _WindowsRegistry()
    else:  # noqa: RET505 - mypy would take what follows for unreachable on Windows
        return NoRegistry()


if sys.platform == "win32":
    import winreg

    _ROOTS = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}
    _READ = winreg.KEY_READ | winreg.KEY_WOW64_64KEY

    class _WindowsRegistry:
        """The registry of this computer, its 64-bit part."""

        def values(self, root: Root, key: str) -> Mapping[str, Value]:
            """As ``Registry`` says."""
            try:
                with winreg.OpenKey(_ROOTS[root], key, 0, _READ) as opened:
                    count = winreg.QueryInfoKey(opened)[1]
                    listed = [winreg.EnumValue(opened, place) for place in range(count)]
            except OSError:
                return {}
            return {name.lower(): value for name, value, _ in listed if isinstance(value, str | int | bytes)}

        def keys(self, root: Root, key: str) -> tuple[str, ...]:
            """As ``Registry`` says."""
            try:
                with winreg.OpenKey(_ROOTS[root], key, 0, _READ) as opened:
                    count = winreg.QueryInfoKey(opened)[0]
                    return tuple(winreg.EnumKey(opened, place) for place in range(count))
            except OSError:
                return ()
