"""What are Windows' Task Scheduler and cron to be told, so that a build runs by itself? Texts only.

The task: Microsoft, *Task Scheduler Schema*, version 1.2. The line: *crontab(5)*.
"""

import datetime as dt
import os
import re
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from xml.etree import ElementTree as ET

from mentor_xl.errors import WrongUse

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_FIRST = "2024-01-01"
"""A Monday in the past: from when on the task runs. It is no date of anybody's."""
_SCHOOL_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_VARIABLE = re.compile(r"%[^%\\/:]+%|\$\(")
"""What is named between two %; no name of a variable has in it what parts the folders of a path."""
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|]')


@dataclass(frozen=True, slots=True)
class Run:
    """A program with its words, and the folder in which it starts."""

    program: PurePath
    words: Sequence[str]
    folder: PurePath


def build_words(book: PurePath, output: PurePath, more: Sequence[str]) -> tuple[str, ...]:
    """What Python is told: to build a workbook, and to take no module from the folder it starts in."""
    return ("-P", "-m", "mentor_xl", "build", os.fspath(book), "-o", os.fspath(output), *more)


# -- Task Scheduler ------------------------------------------------------------------------------------------


def task_name(book: PurePath) -> str:
    """What the task is called."""
    return f"Mentor XL {_NOT_IN_A_NAME.sub(' ', book.stem).strip()}".strip()


def task_xml(run: Run, at: dt.time) -> str:
    """The task as XML, without the line that says how it is encoded.

    It runs with the user's own rights while the user is logged on, so no password is kept.

    Raises:
        WrongUse: a path has what a task cannot hold, or what Task Scheduler would take for a variable.
    """
    texts = (os.fspath(run.program), *run.words, os.fspath(run.folder))
    _refuse(texts, _CONTROL, "a character that cannot stand in a task")
    _refuse(texts, _VARIABLE, "a % or $( that Task Scheduler would take for a variable")
    ET.register_namespace("", NAMESPACE)
    task = ET.Element(_name("Task"), version="1.2")
    _put(task, {"RegistrationInfo": {"Description": "Mentor XL: checks a caseload and writes its letters."}})
    _put(task, {"Triggers": {"CalendarTrigger": _trigger(at)}})
    principal = ET.SubElement(ET.SubElement(task, _name("Principals")), _name("Principal"), id="Author")
    _put(principal, {"LogonType": "InteractiveToken", "RunLevel": "LeastPrivilege"})
    _put(task, {"Settings": _SETTINGS})
    actions = ET.SubElement(task, _name("Actions"), Context="Author")
    _put(actions, {"Exec": _exec(run)})
    ET.indent(task)
    return ET.tostring(task, encoding="unicode") + "\n"


def task_file(run: Run, at: dt.time) -> bytes:
    """The task as Task Scheduler itself writes it to a file: in two-byte characters, and saying so."""
    text = '<?xml version="1.0" encoding="UTF-16"?>\n' + task_xml(run, at)
    return b"\xff\xfe" + text.replace("\n", "\r\n").encode("utf-16-le")


Tree = Mapping[str, "str | Tree"]
_SETTINGS: Tree = {
    "MultipleInstancesPolicy": "IgnoreNew",
    "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false",
    "StartWhenAvailable": "true",
    "RunOnlyIfNetworkAvailable": "false",
    "Enabled": "true",
    "WakeToRun": "false",
    "ExecutionTimeLimit": "PT1H",
}


def _trigger(at: dt.time) -> Tree:
    days: Tree = {"DaysOfWeek": dict.fromkeys(_SCHOOL_DAYS, ""), "WeeksInterval": "1"}
    return {"StartBoundary": f"{_FIRST}T{at:%H:%M:%S}", "Enabled": "true", "ScheduleByWeek": days}


def _exec(run: Run) -> Tree:
    return {
        "Command": os.fspath(run.program),
        "Arguments": subprocess.list2cmdline(run.words),
        "WorkingDirectory": os.fspath(run.folder),
    }


def _put(parent: ET.Element, tree: Tree) -> None:
    for name, value in tree.items():
        element = ET.SubElement(parent, _name(name))
        if isinstance(value, str):
            element.text = value or None
        else:
            _put(element, value)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


# -- cron ----------------------------------------------------------------------------------------------------


def crontab_line(run: Run, at: dt.time) -> str:
    """A line for ``crontab -e``.

    Raises:
        WrongUse: a path has a line break, a control character or a backslash, which crons read differently.
    """
    texts = (os.fspath(run.program), *run.words)
    _refuse(texts, _CONTROL, "a character that cannot stand in a crontab")
    _refuse(texts, re.compile(r"\\"), "a backslash, which cron would take for something else")
    # To cron, a % that has no backslash before it ends the command.
    command = shlex.join(texts).replace("%", r"\%")
    return f"{at.minute} {at.hour} * * 1-5 {command}"


def _refuse(texts: Sequence[str], pattern: re.Pattern[str], what: str) -> None:
    if any(pattern.search(text) for text in texts):
        raise WrongUse(f"A path has {what}. Rename that folder or file, or choose another.")
