"""The buttons that write letters, show what would be written, and open what was."""

import json
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from mentor_xl import __version__
from mentor_xl.build import Build, Source, build
from mentor_xl.documents import HeldBack
from mentor_xl.errors import NotWritten
from mentor_xl.live import checking, dating
from mentor_xl.live.front import STOPPED, Answer, Front
from mentor_xl.live.own_sheets import rebuild
from mentor_xl.live.place_kept import place_kept
from mentor_xl.live.selected import PLEASE_SELECT, selected_pupils
from mentor_xl.outputs import MANIFEST
from mentor_xl.planning import Selection
from mentor_xl.workbook.our_sheets import HELD_BACK, LETTER_COLUMNS, MADE, LetterRow
from mentor_xl.workbook.results import letter_order

LOG = "Letters log"
PROGRESS_REPORT = "progress-report"
_MANY = 10
"""So many pupils at once are asked about first."""
_MOST_OPENED = 3
"""So many letters are opened in Word; of more, their folder."""
_MOST_REASONS = 5


def letters(front: Front) -> Answer:
    """Write one kind of letter for the pupils selected, and open it."""
    return _for_selected(front, front.kind)


def progress_report(front: Front) -> Answer:
    """Write a progress report for the pupils selected, and open it."""
    return _for_selected(front, PROGRESS_REPORT)


def _for_selected(front: Front, kind: str) -> Answer:
    pupils = selected_pupils(front.book, front.examined.casebook)
    if not pupils:
        return Answer(PLEASE_SELECT, is_to_be_read=True)
    if len(pupils) > _MANY and not front.is_agreed(f"This is for {len(pupils)} pupils. Go on?"):
        return STOPPED
    if not front.may_write_here():
        return STOPPED
    result = write_letters(front, Selection((kind,), pupils))
    _open(front, result)
    return told(result, front.stationery[1])


def write_letters(front: Front, selection: Selection) -> Build:
    """Write what is wanted into the folder of this book, and rebuild *Letters log*."""
    examined, grid = front.examined, front.book.grid
    stationery, _ = front.stationery
    result = build(
        examined,
        Source(grid.name, grid.sha256),
        front.folder,
        stationery,
        selection,
        also=lambda _: (),
        progress=front.progress("writing"),
    )
    with place_kept(front.book):
        rows = sorted(_log(front.folder, result.held_back), key=letter_order)
        rebuild(front.book, LOG, LETTER_COLUMNS, rows, lambda row: _way_to(front.folder, row))
    return result


def _way_to(folder: Path, row: LetterRow) -> str | None:
    return str(folder / row.path) if row.path else None


def _log(folder: Path, held_back: Sequence[HeldBack]) -> Iterator[LetterRow]:
    """Every letter that the folder holds, those of earlier presses too, and what was held back just now."""
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    for made in manifest["made"]:
        told = {name: str(made[name] or "") for name in ("kind", "ref", "audience", "recipient", "path")}
        yield LetterRow(state=MADE, **told)
    for held in held_back:
        audience = held.audience.value if held.audience else ""
        yield LetterRow(held.kind, held.ref or "", audience, held.recipient or "", HELD_BACK, held.why)


def told(result: Build, fault: str = "") -> Answer:
    """What was written and what was not. Where nothing was, the reasons are to be read."""
    sentences = [f"{_counted(len(result.made))} written, {len(result.held_back)} held back."]
    if result.frozen:
        sentences.append(f"{len(result.frozen)} released before, and left as they are.")
    if result.set_aside:
        sentences.append(f"{len(result.set_aside)} changed by hand before, and kept beside the new ones.")
    if result.disturbed:
        sentences.append(f"{len(result.disturbed)} that were released are gone or were changed since.")
    sentences += [fault] if fault else []
    if result.made or not (result.held_back or result.disturbed):
        return Answer(f"Mentor XL: {' '.join(sentences)} The sheet {LOG} lists them.")
    reasons = dict.fromkeys(f"{held.ref or 'All'}: {held.why}" for held in result.held_back)
    shown = list(reasons)[:_MOST_REASONS]
    more = [f"And {len(reasons) - len(shown)} more: see {LOG}."] if len(reasons) > len(shown) else []
    return Answer("\n\n".join([" ".join(sentences), *shown, *more]), is_to_be_read=True)


def _counted(count: int) -> str:
    return "1 letter" if count == 1 else f"{count} letters"


def _open(front: Front, result: Build) -> None:
    paths = [front.folder / made.path for made in result.made]
    for path in paths if len(paths) <= _MOST_OPENED else [front.folder]:
        front.open_file(path)


# -- the whole job -----------------------------------------------------------------------------------------


def build_all(front: Front) -> Answer:
    """Check, count the dates, and write every letter and report that is due."""
    problems, dues = front.examined.problems, front.examined.dues
    if not front.may_write_here():
        return STOPPED
    checking.show_problems(front)
    dating.show_dates(front)
    result = write_letters(front, Selection())
    answer = told(result, front.stationery[1])
    whole = f"{answer.text}\n\n{checking.in_figures(problems)}. {dating.in_figures(dues)}."
    return Answer(whole.removeprefix("Mentor XL: "), is_to_be_read=True)


# -- looking first -----------------------------------------------------------------------------------------


def preview(front: Front) -> Answer:
    """Write what is wanted for the pupils selected where nothing is kept, and open it read-only."""
    pupils = selected_pupils(front.book, front.examined.casebook)
    if not pupils:
        return Answer(PLEASE_SELECT, is_to_be_read=True)
    home = front.remembered.cache / "preview"
    _drop(home)
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=home))
    stationery, fault = front.stationery
    source = Source(front.book.grid.name, front.book.grid.sha256)
    result = build(front.examined, source, folder, stationery, Selection((), pupils), also=lambda _: ())
    paths = [folder / made.path for made in result.made]
    for path in paths:
        path.chmod(stat.S_IREAD)
    for path in paths if len(paths) <= _MOST_OPENED else [folder]:
        front.open_file(path)
    answer = told(result, fault)
    text = answer.text.replace(f" The sheet {LOG} lists them.", "").replace(f": see {LOG}", "")
    return Answer(f"{text} This is only to look at: nothing is kept.", answer.is_to_be_read)


def _drop(folder: Path) -> None:
    """Take earlier previews away, as far as Word has them not open."""
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.chmod(stat.S_IREAD | stat.S_IWRITE)
                path.unlink()


# -- files -------------------------------------------------------------------------------------------------


def open_folder(front: Front) -> Answer:
    """Show the folder of this book's letters."""
    if not front.folder.is_dir():
        return Answer("No letter of this workbook has been written yet.", is_to_be_read=True)
    front.open_file(front.folder)
    return Answer(f"Mentor XL: the letters are in {front.folder}")


def new_workbook(front: Front) -> Answer:
    """Make a blank caseload workbook beside the letters, and open it in this Excel."""
    from mentor_xl.workbook.blank import make_blank  # noqa: PLC0415 - openpyxl is slow to import

    home = front.remembered.letters_folder()
    path = _free_name(home)
    try:
        home.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make_blank(modules=(), version=__version__))
    except OSError as error:
        raise NotWritten(error, f"{path.name} could not be written in {home}.") from error
    front.open_book(path)
    return Answer(f"Mentor XL: made {path}")


def _free_name(folder: Path) -> Path:
    number, path = 1, folder / "Caseload.xlsx"
    while path.exists():
        number += 1
        path = folder / f"Caseload {number}.xlsx"
    return path
