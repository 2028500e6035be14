"""A whole build in a scratch folder: what lies beside the letters must name nobody, and PDFs tell no more."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from mentor_xl.audience import Audience, Release, release
from mentor_xl.build import Build, Source, build
from mentor_xl.casebook import Casebook
from mentor_xl.checks import Inspection, run_checks
from mentor_xl.examine import what_waits
from mentor_xl.outputs import MANIFEST, OutputFile
from mentor_xl.planning import Selection
from mentor_xl.rehearsal.canaries import Canaries, tokens
from mentor_xl.rehearsal.printing import Press, Proof, at
from mentor_xl.rehearsal.tally import LetThrough, Tally

Also = Callable[[Build], Sequence[OutputFile]]
"""What a build adds to its letters."""
_LETTERS = frozenset({".docx", ".pdf"})


def office_files(
    press: Press,
    printed: Proof,
    canaries: Canaries,
    scratch: Path,
    also: Also,
    pdf: Callable[[Build], object] | None,
) -> Tally:
    """Names, streets and every typed cell in manifest, ledger, results, file names and PDFs."""
    tally = Tally(
        "Names and typed words in file names, manifest, ledger and results",
        "the rule that messages quote IDs, dates and cells alone",
        frozenset(),
    )
    book = _renamed(printed.casebook, canaries)
    examined = at(press.examined, book)
    asked = Inspection(book, examined.calendar, examined.dues, examined.today)
    examined = replace(examined, problems=tuple(run_checks(asked, what_waits())))
    made = build(examined, Source("rehearsal", ""), scratch, press.stationery, Selection(), also=also)
    if pdf:
        pdf(made)
    tally.planted = len(printed.cells) + len(book.pupils) + len(book.contacts)
    readers = {one.path: one.document.audience for one in made.made}
    for path in sorted(one for one in scratch.rglob("*") if one.is_file()):
        name = path.relative_to(scratch).as_posix()
        reader = readers.get(name.removesuffix(path.suffix) + ".docx")
        for token in _found(press, path, name, reader, printed):
            cell = printed.cells.get(token)
            came_from = cell.place(book) if cell else "Pupils or Contacts"
            tally.let_through.append(LetThrough(_sort(path), None, came_from))
    tally.held = tally.planted - len({one.came_from for one in tally.let_through})
    return tally


def _sort(path: Path) -> str:
    return f"a {path.suffix} letter" if path.suffix in _LETTERS else path.name


def _found(press: Press, path: Path, name: str, reader: Audience | None, printed: Proof) -> Iterator[str]:
    """What stands in a file, or in its name, and must not."""
    yield from tokens(name)
    there = press.searcher.tokens_in(path.read_bytes()) if path.suffix != ".pdf" else tokens(_text_of(path))
    for token in sorted(there):
        column = printed.cells[token].column if token in printed.cells else None
        is_letters_own = reader is not None and (
            token not in printed.cells or column is None or release(reader, column.group) in _TOLD
        )
        if not is_letters_own:
            yield token


_TOLD = (Release.FULL, Release.SUMMARY)


def _text_of(pdf: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def _renamed(book: Casebook, canaries: Canaries) -> Casebook:
    """Every pupil and contact under a name of their own that nobody has."""
    word = canaries.word
    pupils = (
        one.model_copy(update={"legal_surname": word(), "legal_forename": word(), "known_as": None})
        for one in book.pupils
    )
    contacts = (
        one.model_copy(update={"surname": word(), "address_line_1": f"{one.row_number} {word()} Lane"})
        for one in book.contacts
    )
    return replace(book, pupils=tuple(pupils), contacts=tuple(contacts))
