"""What cannot go on: the few faults that stop a command, each shown as one sentence and an exit code."""

import errno
import os
import traceback
from pathlib import Path


class MentorError(Exception):
    """A fault that a person can act on. Its text is the sentence shown, without a traceback."""

    exit_code = 1


class WrongUse(MentorError):
    """The command was asked for something that does not make sense."""

    exit_code = 2


class UnreadableWorkbook(MentorError):
    """The workbook could not be opened, or nothing in it was understood."""

    exit_code = 3


class MissingHere(MentorError):
    """Something that the work needs is not on this machine: a template, LibreOffice, Excel."""

    exit_code = 4


class NotWritten(MentorError):
    """A file could not be written: the disk is full, the folder is shut, or else ``otherwise``."""

    def __init__(self, fault: OSError, otherwise: str) -> None:
        super().__init__(DISK_FULL if is_of_a_full_disk(fault) else _SHUT if _is_shut(fault) else otherwise)


DISK_FULL = "The disk is full. Make room on it, or write into another folder, and try again."
_SHUT = "You may not write in this folder. Choose another one, or ask whoever looks after the computers."


def is_of_a_full_disk(fault: BaseException) -> bool:
    """Whether there was no room, on the disk or in what this person may have of it."""
    full = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
    return isinstance(fault, OSError) and fault.errno in full


def _is_shut(fault: OSError) -> bool:
    """Whether the folder is what refuses: Windows refuses a file that is open in Word in the same words."""
    if fault.errno == errno.EROFS:
        return True
    if not isinstance(fault, PermissionError):
        return False
    places = [Path(os.fsdecode(name)) for name in (fault.filename, fault.filename2) if name]
    return any(not os.path.lexists(place) or not os.access(place.parent, os.W_OK) for place in places)


def own_fault(fault: Exception) -> str:
    """What to report of a fault that nobody foresaw: its kind and places in our code, not its text."""
    home = Path(__file__).parent
    lines = [
        "Mentor XL went wrong, not you. Please report these lines: they quote nothing from the workbook."
    ]
    for frame in traceback.extract_tb(fault.__traceback__):
        if home in Path(frame.filename).parents:
            place = Path(frame.filename).relative_to(home).as_posix()
            lines.append(f"  {place}, line {frame.lineno}, in {frame.name}")
    return "\n".join([*lines, f"  {type(fault).__name__}"])
