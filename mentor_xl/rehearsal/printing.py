"""Every letter that a casebook could give, and which column of it each prints for whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from mentor_xl.audience import Audience, Release, release
from mentor_xl.build import fields_of
from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.documents import Document, kinds
from mentor_xl.examine import Examined
from mentor_xl.planning import Selection, plan
from mentor_xl.rehearsal.canaries import Canaries, Searcher
from mentor_xl.rehearsal.planting import Cell, text_cells, with_texts
from mentor_xl.safety import Reader, SafetyGate
from mentor_xl.stationery import Stationery
from mentor_xl.word.faults import RenderError, TemplateFault
from mentor_xl.word.render import render

Printed = tuple[str, Audience]
"""A kind of letter and whom it is written to."""
Columns = Mapping[tuple[str, str], AbstractSet[Printed]]
"""A sheet's name and a heading, to the letters that print what is typed there."""
_HARMLESS = "likes a quiet corner near library windows"
"""Enough words for the gate to know a note again by them."""


@dataclass(frozen=True, slots=True)
class Press:
    """What letters are printed with."""

    examined: Examined
    stationery: Stationery
    searcher: Searcher = field(default_factory=Searcher)
    reader: Reader = field(default_factory=Reader)

    def gate(self, casebook: Casebook) -> SafetyGate:
        """The safety gate for letters of this casebook."""
        return SafetyGate(casebook, self.examined.today, self.reader)

    def letters(self, casebook: Casebook, selection: Selection) -> Iterator[tuple[Document, bytes]]:
        """Every letter that no rule holds back, before the safety gate has seen it."""
        for item in plan(at(self.examined, casebook), selection):
            if isinstance(item, Document):
                try:
                    yield item, render(self.stationery.template(item), fields_of(item.context))
                except (RenderError, TemplateFault):
                    continue


def at(examined: Examined, casebook: Casebook) -> Examined:
    """The same day with another casebook."""
    return replace(examined, reading=replace(examined.reading, casebook=casebook))


@dataclass(frozen=True)
class Proof:
    """All letters of a casebook whose every typed cell holds a canary of its own."""

    casebook: Casebook
    cells: Mapping[str, Cell]
    """Each canary to its cell."""
    letters: Sequence[tuple[Document, bytes]]
    found: Mapping[tuple[Cell, str | None], AbstractSet[Printed]]
    """Which letters about a pupil print a cell."""

    def may_have(self, audience: Audience, token: str) -> bool:
        """Whether the matrix lets a reader have the column that a canary stands in, if any."""
        cell = self.cells.get(token)
        if cell is None or cell.column is None:
            return True
        is_their_override = audience is Audience.LEADER and cell.attribute == "override_reason"
        return is_their_override or release(audience, cell.column.group) in (Release.FULL, Release.SUMMARY)


def proof(press: Press, canaries: Canaries) -> Proof:
    """Print everything for everybody once."""
    book = press.examined.casebook
    words = {cell: canaries.word() for cell in text_cells(book)}
    cells = {word.casefold(): cell for cell, word in words.items()}
    planted = with_texts(book, {cell: f"{word} {_HARMLESS}" for cell, word in words.items()})
    whole = tuple(slug for slug, kind in kinds().items() if kind.is_about_caseload)
    each = tuple(slug for slug in kinds() if slug not in whole)
    refs = tuple(dict.fromkeys(pupil.pupil_id for pupil in book.pupils))
    selections = (Selection(each, refs), Selection(whole))
    letters = [one for selection in selections for one in press.letters(planted, selection)]
    found: defaultdict[tuple[Cell, str | None], set[Printed]] = defaultdict(set)
    for document, data in letters:
        for cell in map(cells.get, sorted(press.searcher.tokens_in(data))):
            if cell:
                found[cell, document.ref].add((document.kind, document.audience))
    return Proof(planted, cells, letters, found)


def printed_columns(examined: Examined, stationery: Stationery) -> Columns:
    """Which kinds print what is typed in which column, for whom, as far as this workbook shows it."""
    found: defaultdict[tuple[str, str], set[Printed]] = defaultdict(set)
    for (cell, _), printed in proof(Press(examined, stationery), Canaries(examined.casebook)).found.items():
        if cell.column:
            found[SHEETS[cell.sheet].sheet_name, cell.column.heading] |= printed
    return found
