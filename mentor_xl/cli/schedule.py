"""``mentor-xl schedule``: what makes a build run by itself on school days, to be installed by hand."""

import datetime as dt
import sys
from pathlib import Path, PurePath
from typing import Any, Literal

import click

from mentor_xl.addin.computer import this_computer
from mentor_xl.addin.place import windowless_python
from mentor_xl.cli.options import option_set, workbook_argument
from mentor_xl.cli.scheduled import (
    Run,
    build_words,
    crontab_line,
    task_file,
    task_name,
    task_xml,
)
from mentor_xl.cli.screen import say, shows_unicode
from mentor_xl.errors import NotWritten, UnreadableWorkbook

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)
System = Literal["windows", "cron"]


class TimeOfDay(click.ParamType[dt.time]):
    """A time of day as 06:30."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.time:
        """The time that was typed; a sentence where it is none."""
        try:
            return dt.datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 - of any day, on this computer
        except ValueError:
            return self.fail(f"{value} is not a time of day. Type it as 06:30.", param, ctx)


@click.group("schedule")
def schedule_command() -> None:
    """Have a workbook built by itself on school days."""


@schedule_command.command("show")
@option_set(workbook_argument)
@click.option("-o", "--output", type=_FOLDER, metavar="DIR", required=True, help="Where letters are to go.")
@click.option("--at", type=TimeOfDay(), default="06:30", show_default=True, metavar="TIME", help="When.")
@click.option("--templates", type=_FOLDER, metavar="DIR", help="The school's own letter templates.")
@click.option("--pdf", is_flag=True, help="Make PDFs too (needs LibreOffice).")
@click.option("--password-file", type=_FILE, metavar="FILE", help="Where the workbook's password is kept.")
@click.option("--xml", type=_FILE, metavar="FILE", help="Write the task for Windows to this file.")
@click.option(
    "--for", "system", type=click.Choice(["windows", "cron"]), help="For another system than this one."
)
def show_schedule(
    *,
    workbook: Path,
    output: Path,
    at: dt.time,
    templates: Path | None,
    pdf: bool,
    password_file: Path | None,
    xml: Path | None,
    system: System | None,
) -> int:
    """Show what makes BOOK be built by itself, Monday to Friday, and how to install that.

    On Windows it is a task for Task Scheduler, elsewhere a line for cron. Nothing is installed.
    """
    if not workbook.is_file():
        raise UnreadableWorkbook(f"There is no workbook {workbook}.")
    more = _options(templates=templates, password_file=password_file, pdf=pdf)
    book = workbook.absolute()
    run = Run(_python(), build_words(book, output.absolute(), more), book.parent)
    if xml:
        _write_task(run, at, xml, task_name(book))
    elif (system or _THIS_SYSTEM) == "windows":
        _show_task(run, at)
    else:
        say(crontab_line(run, at))
        say()
        say("To install it: crontab -e, and put the line at the end. To stop it, take the line away.")
    return 0


_THIS_SYSTEM: System = "windows" if sys.platform == "win32" else "cron"


def _python() -> PurePath:
    """The Python that is to run: on Windows, the one that opens no window."""
    return windowless_python(this_computer()) if sys.platform == "win32" else Path(sys.executable)


def _options(*, templates: Path | None, password_file: Path | None, pdf: bool) -> list[str]:
    more = [f"--templates={templates.absolute()}"] if templates else []
    more += [f"--password-file={password_file.absolute()}"] if password_file else []
    return [*more, "--pdf"] if pdf else more


def _show_task(run: Run, at: dt.time) -> None:
    text = task_xml(run, at)
    if not shows_unicode(sys.stdout):
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    say(text)
    say("To have it as a file, and to be told how to install it: add --xml FILE.")


def _write_task(run: Run, at: dt.time, place: Path, name: str) -> None:
    data = task_file(run, at)
    try:
        place.write_bytes(data)
    except OSError as fault:
        raise NotWritten(fault, f"{place.name} could not be written there. Choose another folder.") from fault
    say(f"Made {place}")
    say("To install it: open Task Scheduler; Action, Import Task; choose the file.")
    say(f'Or type: schtasks /create /tn "{name}" /xml "{place.absolute()}"')
    say(f'To take it away: schtasks /delete /tn "{name}"')
