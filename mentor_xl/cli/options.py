"""The arguments that commands share: the workbook, the day, the form of the answer."""

import datetime as dt
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from mentor_xl.casebook import Casebook
from mentor_xl.cli.screen import complain
from mentor_xl.errors import WrongUse
from mentor_xl.examine import Examined, examine
from mentor_xl.workbook.files import FileGrid, open_grid
from mentor_xl.workbook.guard import PasswordNeeded

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day as 2026-11-23 or 23/11/2026."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that was typed; a sentence where it is none."""
        if isinstance(value, dt.date):
            return value
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return dt.datetime.strptime(value, form).date()  # noqa: DTZ007 - a day has no time zone
            except ValueError:
                continue
        return self.fail(f"{value} is not a day. Type it as 2026-11-23.", param, ctx)


workbook_argument = click.argument("workbook", metavar="BOOK", type=click.Path(path_type=Path))

today_option = click.option(
    "--today",
    type=Day(),
    metavar="DAY",
    default=dt.date.today,
    show_default="today",
    help="Work everything out as on this day, 2026-11-23.",
)
password_option = click.option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A file that holds the workbook's password. Without it, the password is asked for.",
)
reading_options = (workbook_argument, today_option, password_option)
"""What every command that reads a workbook takes."""
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for another program.")
names_option = click.option("--names", is_flag=True, help="Show pupils' names too, on a terminal only.")


def option_set(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Several options as one decorator, the first shown first."""

    def apply(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return apply


@dataclass(frozen=True)
class Opened:
    """A workbook that was read and examined."""

    grid: FileGrid
    examined: Examined


def open_and_examine(workbook: Path, today: dt.date, password_file: Path | None = None) -> Opened:
    """Read a workbook and look at it whole; where it needs a password, ask for it.

    Raises:
        UnreadableWorkbook: it could not be read, or nothing in it was understood.
    """
    grid = _opened(workbook, password_file)
    return Opened(grid, examine(grid, today))


def _opened(workbook: Path, password_file: Path | None) -> FileGrid:
    if password_file is None:
        try:
            return open_grid(workbook)
        except PasswordNeeded:
            if not sys.stdin.isatty():
                raise
            return open_grid(workbook, click.prompt("Password of the workbook", hide_input=True, err=True))
    try:
        password = password_file.read_text(encoding="utf-8-sig").strip("\r\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise WrongUse("The password file could not be read.") from fault
    return open_grid(workbook, password)


Shown = Callable[[str | None], str]
"""How a pupil is shown in a table."""


def naming(casebook: Casebook, *, names: bool) -> Shown:
    """How a pupil is shown: the ID alone, or with the name where a person at a terminal asked for it."""
    if names and not sys.stdout.isatty():
        complain("Names are shown on a terminal only, never in a file or another program.")
        names = False

    def shown(ref: str | None) -> str:
        pupil = casebook.pupil(ref) if names else None
        return f"{ref} {pupil.known_as or pupil.legal_forename} {pupil.legal_surname}" if pupil else ref or ""

    return shown
