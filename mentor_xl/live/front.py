"""What every button needs: the book, the day, where things are remembered, and how to ask and to open."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mentor_xl.examine import Examined, examine
from mentor_xl.live.kept_marks import TITLE, begin
from mentor_xl.live.open_book import OpenBook
from mentor_xl.live.place_kept import place_kept
from mentor_xl.live.remembered import Remembered
from mentor_xl.stationery import Stationery, stationery_for
from mentor_xl.word.kept_on_disk import TemplatesOnDisk

HEADING = "Mentor XL"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a press came to, in words. They name no pupil."""

    text: str
    is_to_be_read: bool = False
    """Whether it is shown in a box, to be closed; else in the status bar."""


STOPPED = Answer("Nothing was changed.")


@dataclass(frozen=True)
class Front:
    """One press of one button."""

    book: OpenBook
    today: dt.date
    remembered: Remembered
    open_file: Callable[[Path], object]
    """Opens a file or a folder as a double click would."""
    is_agreed: Callable[[str], bool]
    """Asks the person in a box whether to go on."""
    open_book: Callable[[Path], object]
    """Opens a workbook in this Excel."""
    kind: str = ""
    """The kind of letter that is asked for."""

    @cached_property
    def examined(self) -> Examined:
        """The book looked at whole, once for a press.

        Raises:
            UnreadableWorkbook: it is no caseload.
        """
        self.book.say("Mentor XL is reading this workbook…")
        return examine(self.book.grid, self.today)

    @cached_property
    def folder(self) -> Path:
        """Where the letters of this book go."""
        return self.remembered.folder_of(self.book.whole_name)

    @cached_property
    def stationery(self) -> tuple[Stationery, str]:
        """What letters are written on, and a sentence where the logo cannot be used."""
        store = TemplatesOnDisk(self.remembered.cache / "templates")
        return stationery_for(self.examined.casebook.settings, self.book.folder, store=store)

    def may_write_here(self) -> bool:
        """Whether the person agrees that cells are changed: asked once for each book."""
        if TITLE in self.book.titles():
            return True
        is_agreed = self.is_agreed(
            "Mentor XL is going to write in this workbook: it marks cells with problems, fills its own grey "
            "columns, and rebuilds the sheets Due, Problems and Letters log. What you typed stays.\n\n"
            "Undo (Ctrl+Z) cannot take this back, nor what you typed before it. Save first if you want to be "
            "able to go back. You are asked this once for each workbook."
        )
        if is_agreed:
            with place_kept(self.book):
                begin(self.book)
        return is_agreed

    def progress(self, what: str) -> Callable[[int, int], None]:
        """Tells in the status bar how far it is: now and then, for each telling costs time."""
        last = 0

        def tell(done: int, of: int) -> None:
            nonlocal last
            if of and done * 10 // of > last:
                last = done * 10 // of
                self.book.say(f"Mentor XL: {what} {done} of {of}…")

        return tell
