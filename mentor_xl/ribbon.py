"""What happens when a button of Excel's ribbon is pressed: which book is meant, what is done, what is told.

Every button calls what its command calls; here they only part in how they tell of it. The one place, with
``workbook.live``, that knows xlwings; its parts under another licence (``xlwings.pro``) are never loaded.
"""

from __future__ import annotations

import atexit
import contextlib
import datetime as dt
import importlib
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from mentor_xl import __version__
from mentor_xl.addin.buttons import PROTOCOL
from mentor_xl.errors import MentorError, MissingHere, WrongUse, own_fault
from mentor_xl.live import checking, dating, writing
from mentor_xl.live.front import HEADING, Answer, Front
from mentor_xl.live.open_book import OpenBook
from mentor_xl.live.remembered import Remembered

if TYPE_CHECKING:
    from xlwings import App

OWN_FAULT = 70
STATUS_STANDS = 12.0
"""Seconds that an answer stays in the status bar before Excel gets it back."""


def about(front: Front) -> Answer:
    """The versions in use, where letters go, and where help is."""
    return Answer(
        f"{HEADING} {__version__}\n\nLetters of this workbook go to:\n{front.folder}\n"
        f"To choose another folder, change letters_folder in:\n{front.remembered.settings}\n\n"
        "Every button has a command that does the same: mentor-xl --help.\n"
        "If the buttons are missing or tell of another version: mentor-xl addin status.\n\n"
        "Nothing leaves this computer.",
        is_to_be_read=True,
    )


BUTTONS: Mapping[str, Callable[[Front], Answer]] = MappingProxyType(
    {
        "check": checking.check,
        "next-problem": checking.next_problem,
        "explain": checking.explain,
        "update-dates": dating.update_dates,
        "due-now": dating.due_now,
        "letters": writing.letters,
        "progress-report": writing.progress_report,
        "build-all": writing.build_all,
        "preview": writing.preview,
        "open-folder": writing.open_folder,
        "new-workbook": writing.new_workbook,
        "about": about,
    }
)
"""The word after ``mentor_xl ribbon`` to what it does."""
WITHOUT_A_BOOK = frozenset({"new-workbook"})


def press(
    app: App,
    entry: str,
    kind: str = "",
    *,
    today: dt.date,
    remembered: Remembered,
    open_file: Callable[[Path], object],
    speaks: tuple[int, str] = (PROTOCOL, __version__),
    sleep: Callable[[float], object] = time.sleep,
) -> int:
    """Do what a button says in the book that is open in front; the exit code, as commands have it.

    ``speaks``: how the add-in speaks, and its version. Whatever goes wrong is one sentence in Excel, and its
    place in our code a line in ``log.txt``: never the text of a fault, which might quote the workbook.
    """
    try:
        _refuse_another_protocol(*speaks)
        book = _book_in_front(app, sleep, is_needed=entry not in WITHOUT_A_BOOK)
        front = Front(
            book=book,
            today=today,
            remembered=remembered,
            open_file=open_file,
            is_agreed=lambda question: app.alert(question, HEADING, "ok_cancel") == "ok",
            open_book=app.books.open,
            kind=kind,
        )
        _tell(app, book, BUTTONS[entry](front), sleep)
    except MentorError as fault:
        return _told_fault(app, str(fault), fault.exit_code)
    except Exception as fault:  # noqa: BLE001 - its text might quote the workbook; its place cannot
        where = _logged(remembered, entry, fault)
        return _told_fault(app, f"{HEADING} went wrong, not you. Please send this file: {where}", OWN_FAULT)
    return 0


def _book_in_front(app: App, sleep: Callable[[float], object], *, is_needed: bool) -> OpenBook:
    try:
        book = app.books.active
        there = bool(book.name)
    except Exception as fault:
        if is_needed:
            raise _no_book() from fault
        there = False
    if is_needed and not there:
        raise _no_book()
    return OpenBook(app, book, sleep)


def _no_book() -> MentorError:
    return MentorError(
        "No workbook can be changed. Open your caseload; if a yellow bar says Protected View, choose Enable "
        "Editing; then press the button again."
    )


def _tell(app: App, book: OpenBook, answer: Answer, sleep: Callable[[float], object]) -> None:
    if answer.is_to_be_read:
        book.say(None)
        app.alert(answer.text, HEADING)
        return
    book.say(answer.text)
    sleep(STATUS_STANDS)
    if app.status_bar == answer.text[:250]:
        book.say(None)


def _told_fault(app: App, sentence: str, code: int) -> int:
    with contextlib.suppress(Exception):
        app.status_bar = False
    with contextlib.suppress(Exception):
        app.alert(sentence, HEADING, mode="critical")
    return code


def _logged(remembered: Remembered, entry: str, fault: Exception) -> Path:
    path = remembered.cache / "log.txt"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{HEADING} {__version__}, {entry}\n{own_fault(fault)}\n", encoding="utf-8")
    return path


# -- reaching Excel ----------------------------------------------------------------------------------------


def _refuse_another_protocol(protocol: int, version: str) -> None:
    """Whether the add-in in Excel speaks as this Mentor XL does.

    Raises:
        WrongUse: it does not.
    """
    if protocol != PROTOCOL:
        raise WrongUse(
            f"The buttons in Excel are of Mentor XL {version[:20]}, and Mentor XL itself is {__version__}. "
            f"Close Excel, type mentor-xl addin install, and open Excel again."
        )


def excel_of(window: int) -> App:
    """The Excel that the window belongs to.

    Raises:
        MissingHere: there is no Excel for Windows here, or xlwings is not installed.
    """
    if sys.platform == "win32":
        load_xlwings()
        return _attached(window)
    raise MissingHere(
        "The buttons need Excel for Windows, which is not on this machine. Every button has a command "
        "that does the same: mentor-xl --help."
    )


def load_xlwings() -> None:
    """Load xlwings without its parts under another licence, which it would else try for.

    Raises:
        MissingHere: it is not installed.
    """
    modules: dict[str, Any] = sys.modules
    modules.setdefault("xlwings.pro", None)
    try:
        importlib.import_module("xlwings")
    except ImportError as error:
        raise MissingHere(
            "What speaks with Excel is missing. Type: python -m pip install mentor-xl[excel]"
        ) from error


if sys.platform == "win32":

    def _attached(window: int) -> App:
        import xlwings  # noqa: PLC0415 - only a press needs it
        from xlwings import _xlwindows  # noqa: PLC0415

        _xlwindows.N_COM_ATTEMPTS = 1  # xlwings would try for ever; ``patiently`` knows when to stop
        atexit.unregister(_xlwindows.cleanup)  # it would end every Excel without a window, whosever it is
        return xlwings.App(impl=_xlwindows.App(xl=window))
