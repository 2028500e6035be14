"""Where do the add-in and its companions go, and what has been put there by us?

The add-in goes to XLSTART, the one folder of the user's own that Excel trusts without being told. A receipt
says what was put where; what it does not list, or what has changed since, is never taken away.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PureWindowsPath

from mentor_xl import __version__
from mentor_xl.addin.buttons import PROTOCOL
from mentor_xl.addin.computer import Computer
from mentor_xl.addin.package import FILE_NAME
from mentor_xl.addin.shortcut import shortcut
from mentor_xl.addin.vba import FILE_NAME as PATH_FILE
from mentor_xl.addin.vba import FOLDER_NAME
from mentor_xl.errors import MentorError, NotWritten
from mentor_xl.outputs import sha256_of

RECEIPT = "addin.json"
SENT = "-P -m mentor_xl addin sent"
"""What *Send to* starts; Explorer adds the paths of the files that were chosen."""

_WHAT_SEND_TO_DOES = "Check this caseload and write its letters. Nothing leaves this computer."


@dataclass(frozen=True, slots=True)
class Placed:
    """A file of ours: what it is for, where it goes, its bytes."""

    what: str
    path: PureWindowsPath
    data: bytes

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return sha256_of(self.data)


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the receipt."""

    what: str
    path: str
    sha256: str


ADDIN, PYTHON, SEND_TO = "add-in", "path of Python", "Send to"


def places(computer: Computer) -> Mapping[str, PureWindowsPath]:
    """Where each of the three files goes on this computer."""
    roaming = computer.folder("APPDATA")
    return {
        ADDIN: roaming / "Microsoft" / "Excel" / "XLSTART" / FILE_NAME,
        PYTHON: roaming / FOLDER_NAME / PATH_FILE,
        SEND_TO: roaming / "Microsoft" / "Windows" / "SendTo" / "Mentor XL.lnk",
    }


def receipt_place(computer: Computer) -> PureWindowsPath:
    """Where the receipt is."""
    return computer.folder("APPDATA") / FOLDER_NAME / RECEIPT


def to_be_placed(computer: Computer, addin: bytes, *, send_to_only: bool = False) -> tuple[Placed, ...]:
    """What an installation puts on this computer.

    Raises:
        MentorError: Python is in a place that VBA or a shortcut cannot name.
    """
    where = places(computer)
    sent = Placed(SEND_TO, where[SEND_TO], shortcut(console_python(computer), SENT, _WHAT_SEND_TO_DOES))
    if send_to_only:
        return (sent,)
    # The add-in comes last: once it is there, all that it needs is there.
    return (
        Placed(PYTHON, where[PYTHON], path_file(windowless_python(computer), computer.code_page)),
        sent,
        Placed(ADDIN, where[ADDIN], addin),
    )


def windowless_python(computer: Computer) -> PureWindowsPath:
    """The Python that shows no black window, where it is there; else the one that runs."""
    return _beside(computer, "pythonw.exe")


def console_python(computer: Computer) -> PureWindowsPath:
    """The Python that shows what it says."""
    return _beside(computer, "python.exe")


def _beside(computer: Computer, name: str) -> PureWindowsPath:
    python = computer.python
    if len(python.drive) != 2 or not python.root or python.name.lower() not in {"python.exe", "pythonw.exe"}:
        raise MentorError(
            "This Python is not a python.exe on a drive of this computer, so Excel cannot start it. "
            "Install Mentor XL with a Python that is on drive C."
        )
    other = python.with_name(name)
    return other if computer.file(other).is_file() else python


def path_file(python: PureWindowsPath, code_page: str) -> bytes:
    """What the add-in reads: one line, as VBA reads text.

    Raises:
        MentorError: VBA could not read a character of the path.
    """
    try:
        return f"{python}\r\n".encode(code_page)
    except UnicodeEncodeError as error:
        raise MentorError(
            "Python is in a folder whose name has characters that Excel's macros cannot read. Install Python "
            "and Mentor XL in a folder with plain letters only, for all users."
        ) from error


def read_receipt(computer: Computer) -> tuple[Listed, ...]:
    """What we put on this computer; nothing where there is no receipt that can be read.

    A line about any other place than ours is left out: a receipt is only a file, and could say anything.
    """
    ours = {str(path).lower() for path in places(computer).values()}
    try:
        told = json.loads(computer.file(receipt_place(computer)).read_text(encoding="utf-8"))
        lines = [Listed(str(one["what"]), str(one["path"]), str(one["sha256"])) for one in told["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return ()
    return tuple(line for line in lines if line.path.lower() in ours)


def digest(computer: Computer, path: PureWindowsPath) -> str | None:
    """The digest of the file at a place; ``None``: there is none."""
    try:
        return sha256_of(computer.file(path).read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MentorError(f"{path.name} could not be read. Close Excel and try again.") from error


def install(computer: Computer, files: Sequence[Placed], *, force: bool = False) -> None:
    """Put files in their places, each whole or not at all, and write the receipt.

    Raises:
        MentorError: Excel is open; a file there is not ours; a place cannot be written.
    """
    refuse_while_excel_runs(computer, files)
    if not force and (strange := [one.path.name for one in files if is_strange(computer, one)]):
        raise MentorError(
            f"There is another {strange[0]} already, which Mentor XL did not put there or which was changed "
            "since (signed, it may be). Add --force to put this one in its place."
        )
    for one in files:
        _write(computer, one.path, one.data)
        _write_receipt(computer, [*_others(computer, one), Listed(one.what, str(one.path), one.sha256)])


def refuse_while_excel_runs(computer: Computer, files: Sequence[Placed] | Sequence[Listed]) -> None:
    """Stop where Excel is open and would not let go of the add-in.

    Raises:
        MentorError: it is.
    """
    if any(one.what == ADDIN for one in files) and is_in_use(computer):
        raise MentorError("Excel is open. Save your work, close every window of Excel, and try again.")


def is_in_use(computer: Computer) -> bool:
    """Whether Excel is open, here or, with this add-in, on another computer that shares the profile.

    An owner file ``~$`` says nothing: after a crash it stays for good.
    """
    return computer.runs_excel() or computer.is_held(computer.file(places(computer)[ADDIN]))


def is_strange(computer: Computer, one: Placed) -> bool:
    """Whether something else is at the place, which is not as we left it."""
    there = digest(computer, one.path)
    known = {line.sha256 for line in read_receipt(computer) if line.path.lower() == str(one.path).lower()}
    return there is not None and there not in {one.sha256, *known}


def remove(computer: Computer) -> Iterator[tuple[Listed, bool]]:
    """Take away what the receipt lists; with each, whether it is gone (else it was changed, and stays).

    Raises:
        MentorError: Excel is open; a file cannot be taken away.
    """
    listed = read_receipt(computer)
    refuse_while_excel_runs(computer, listed)
    for line in listed:
        path = PureWindowsPath(line.path)
        there = digest(computer, path)
        is_ours = there in {None, line.sha256}
        if is_ours:
            _unlink(computer, path)
        yield line, is_ours
    _unlink(computer, receipt_place(computer))
    folder = computer.file(receipt_place(computer).parent)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _unlink(computer: Computer, path: PureWindowsPath) -> None:
    try:
        computer.file(path).unlink(missing_ok=True)
    except OSError as error:
        raise MentorError(f"{path.name} could not be taken away. Close Excel and try again.") from error


def _others(computer: Computer, one: Placed) -> list[Listed]:
    return [line for line in read_receipt(computer) if line.path.lower() != str(one.path).lower()]


def _write_receipt(computer: Computer, lines: Sequence[Listed]) -> None:
    told = {"version": __version__, "protocol": PROTOCOL, "files": [asdict(line) for line in lines]}
    text = json.dumps(told, ensure_ascii=True, indent=2) + "\n"
    _write(computer, receipt_place(computer), text.encode())


def _write(computer: Computer, path: PureWindowsPath, data: bytes) -> None:
    """Write a file whole or not at all.

    It is made in our own folder: Excel opens whatever it finds in XLSTART, a half-made file too.
    """
    making = computer.file(receipt_place(computer).with_name("being-made.tmp"))
    target = computer.file(path)
    try:
        making.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(parents=True, exist_ok=True)
        making.write_bytes(data)
        making.replace(target)
    except OSError as error:
        making.unlink(missing_ok=True)
        raise NotWritten(error, f"{path.name} could not be written. Close Excel and try again.") from error
