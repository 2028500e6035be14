"""What cannot go on: the few faults that stop a command, each shown as one sentence and an exit code."""


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
