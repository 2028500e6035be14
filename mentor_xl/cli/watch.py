"""``mentor-xl watch``: every workbook that is saved into a folder is built; Excel need not start anything."""

import datetime as dt
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import click

from mentor_xl.build import Build
from mentor_xl.cli.build import build_book
from mentor_xl.cli.options import Day, Opened, open_and_examine, option_set
from mentor_xl.cli.paper import templates_option
from mentor_xl.cli.screen import complain, say
from mentor_xl.cli.watched_folder import WatchedFolder, is_open
from mentor_xl.errors import MentorError, MissingHere, UnreadableWorkbook, WrongUse
from mentor_xl.examine import examine
from mentor_xl.planning import Selection
from mentor_xl.word.pdf import convert_to_pdf, find_libreoffice
from mentor_xl.workbook.files import open_grid

LOOK_EVERY = 2.0
"""Seconds between two looks. Folders are looked at, not listened to: network drives tell of no changes."""
OUTPUT = "Mentor XL"
OWN_FAULT = 70
_FOLDER = click.Path(path_type=Path, file_okay=False)

Make = Callable[[Path, Path], Build]
"""Builds a workbook into a folder."""


@click.command("watch")
@click.argument("folder", metavar="FOLDER", type=_FOLDER)
@click.option(
    "-o", "--output", type=_FOLDER, metavar="DIR", help="Where to write; without it, Mentor XL in FOLDER."
)
@click.option("--once", is_flag=True, help="Do what is there now, and end.")
@click.option(
    "--rest",
    type=click.FloatRange(0, 3600),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a workbook must be unchanged.",
)
@option_set(templates_option)
@click.option("--pdf", is_flag=True, help="Make a PDF of every document too (needs LibreOffice).")
@click.option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A file that holds the password of the workbooks. Nobody is asked for it.",
)
@click.option("--today", type=Day(), metavar="DAY", help="Work everything out as on this day.")
def watch_command(
    *,
    folder: Path,
    output: Path | None,
    once: bool,
    rest: float,
    templates: Path | None,
    pdf: bool,
    password_file: Path | None,
    today: dt.date | None,
) -> int:
    """Build every workbook that is saved into FOLDER, each into a folder of its own.

    A workbook is built when it is new or has changed, is at rest and is not open. One that has not changed
    is not built again. Stop it with Ctrl-C.
    """
    if not folder.is_dir():
        raise WrongUse(f"There is no folder {folder}.")
    if pdf and find_libreoffice() is None:
        raise MissingHere("PDFs need LibreOffice, which is not on this machine. Leave --pdf out.")
    watched = WatchedFolder(folder, output or folder / OUTPUT, rest)

    def make(book: Path, into: Path) -> Build:
        opened = _opened(book, today or dt.date.today(), password_file)  # noqa: DTZ011 - the day here
        return _built(opened, book, into, templates, with_pdf=pdf)

    watcher = Watcher(watched, make)
    if once:
        return watcher.once()
    say(f"Watching {folder}: save a workbook there. Letters go to {watched.output}. Ctrl-C stops it.")
    watcher.until_stopped()
    return 0


def _opened(book: Path, today: dt.date, password_file: Path | None) -> Opened:
    """A workbook without anybody being asked for its password: nobody may be there."""
    if password_file:
        return open_and_examine(book, today, password_file)
    grid = open_grid(book)
    return Opened(grid, examine(grid, today))


def _built(opened: Opened, book: Path, into: Path, templates: Path | None, *, with_pdf: bool) -> Build:
    result = build_book(opened, book, into, Selection(), templates)
    if with_pdf:
        convert_to_pdf([into / made.path for made in result.made])
    return result


@dataclass
class Watcher:
    """Deals with the workbooks of a folder one at a time, and tells a line of each."""

    watched: WatchedFolder
    make: Make
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _told: dict[Path, str] = field(default_factory=dict)
    """The last thing told of each, so that it is not told again at every look."""

    def once(self) -> int:
        """Deal with what is there now; the gravest exit code of it."""
        try:
            if self.watched.workbooks():
                self.watched.at_rest(self.clock())
                self.sleep(self.watched.rest)
            codes = self._look()
        except OSError as fault:
            raise MentorError(f"{self.watched.folder} could not be read.") from fault
        if not codes:
            say("Nothing has changed: nothing was built.")
        return max(codes, default=0)

    def until_stopped(self) -> None:
        """Look again and again. A folder that cannot be reached for a while ends nothing."""
        folder = self.watched.folder
        while True:
            try:
                self._look()
                if self._told.pop(folder, None):
                    say(f"{folder} is there again.")
            except OSError:
                self._tell(folder, "cannot be reached now. It is looked for until it is there again.")
            self.sleep(LOOK_EVERY)

    def _look(self) -> list[int]:
        """Deal with each workbook whose turn it is; an exit code for each of which something was told."""
        at_rest = self.watched.at_rest(self.clock())
        doubles = dict(self.watched.doubles())
        codes = []
        for book in at_rest:
            if book in doubles:
                self._tell(book, f"not built: it has the name of {doubles[book].name}. Give it another.")
                codes.append(1)
            elif self.watched.was_built(book):
                self.watched.dealt_with(book)
            elif is_open(book):
                self._tell(book, "open. It is built when it has been closed.")
                codes.append(1)
            else:
                codes.append(self._deal_with(book))
        return codes

    def _deal_with(self, book: Path) -> int:
        into = self.watched.folder_of(book)
        try:
            result = self.make(book, into)
        except MentorError as fault:
            self._tell(book, str(fault))
            self._put_off(book, is_for_good=isinstance(fault, UnreadableWorkbook | WrongUse))
            return fault.exit_code
        except Exception as fault:  # noqa: BLE001 - one workbook must not end the watch; its text might quote it
            self._tell(book, f"Mentor XL went wrong ({type(fault).__name__}). Try mentor-xl build on it.")
            self._put_off(book, is_for_good=True)
            return OWN_FAULT
        finally:
            gc.collect()  # Commands run without it; this one goes on for days.
        self.watched.dealt_with(book)
        self._told.pop(book, None)
        made, held = len(result.made), len(result.held_back)
        say(f"{book.name}: {made} documents made, {held} held back. They are in {into}")
        return int(result.has_something_to_look_at)

    def _put_off(self, book: Path, *, is_for_good: bool) -> None:
        if is_for_good:
            self.watched.dealt_with(book)
        else:
            self.watched.try_later(book, self.clock())

    def _tell(self, place: Path, what: str) -> None:
        if self._told.get(place) != what:
            self._told[place] = what
            complain(f"{place.name}: {what}")
