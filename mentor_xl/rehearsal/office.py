"""A whole build in a scratch folder: what lies beside the letters must name nobody, and PDFs tell no more."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader

from mentor_xl.audience import Audience
from mentor_xl.build import Build, Source, build
from mentor_xl.casebook import Casebook
from mentor_xl.checks import Inspection, run_checks
from mentor_xl.examine import what_waits
from mentor_xl.outputs import OutputFile
from mentor_xl.planning import Selection
from mentor_xl.rehearsal.canaries import Canaries, tokens
from mentor_xl.rehearsal.printing import Press, Proof, at
from mentor_xl.rehearsal.tally import LetThrough, Tally
from mentor_xl.word.pdf import convert_to_pdf

Also = Callable[[Build], Sequence[OutputFile]]
"""What a build adds to its letters."""


def office_files(
    press: Press, printed: Proof, canaries: Canaries, scratch: Path, *, also: Also, pdf: bool
) -> Tally:
    """Names, streets and every typed cell in manifest, ledger, results, file names and PDFs."""
    what = "Names and words in file names, manifest, ledger, results"
    tally = Tally(what, "the rule that messages quote IDs, dates and cells alone", frozenset())
    book = _renamed(printed.casebook, canaries)
    examined = at(press.examined, book)
    asked = Inspection(book, examined.calendar, examined.dues, examined.today)
    examined = replace(examined, problems=tuple(run_checks(asked, what_waits())))
    made = build(examined, Source("rehearsal", ""), scratch, press.stationery, Selection(), also=also).made
    if pdf:
        convert_to_pdf([scratch / one.path for one in made])
    readers = {(scratch / one.path).with_suffix(""): one.document.audience for one in made}
    for path in sorted(one for one in scratch.rglob("*") if one.is_file()):
        for token in sorted(_astray(press, path, readers.get(path.with_suffix("")), printed)):
            cell = printed.cells.get(token)
            came_from = cell.place(book) if cell else "Pupils or Contacts"
            tally.let_through.append(LetThrough(path.name, None, came_from))
    tally.planted = len(printed.cells) + len(book.pupils) + len(book.contacts)
    tally.held = tally.planted - len({one.came_from for one in tally.let_through})
    return tally


def _astray(press: Press, path: Path, reader: Audience | None, printed: Proof) -> set[str]:
    """What stands in a file, or in its name, and must not; a letter may hold what its reader may have."""
    is_pdf = path.suffix == ".pdf"
    there = tokens(_text_of(path)) if is_pdf else press.searcher.tokens_in(path.read_bytes())
    kept = {token for token in there if reader is None or not printed.may_have(reader, token)}
    return kept | tokens(path.name)


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
