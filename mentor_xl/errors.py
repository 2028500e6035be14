"""What cannot go on: the few faults that stop a command, each shown as one sentence and an exit code."""

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
