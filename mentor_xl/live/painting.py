"""The cells with problems, marked: a ground and a note, which go again when the cell is put right.

What a person coloured or noted is theirs: their ground comes back, their notes are never touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mentor_xl.live.addresses import At
from mentor_xl.live.kept_marks import Kept, keep_marks, kept_marks
from mentor_xl.live.marks import OUR_GROUNDS, OUR_WORD, Mark
from mentor_xl.live.open_book import OpenBook

Cell = tuple[str, At]
Ground = tuple[str, str | None]
"""A sheet and a colour."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What came of it."""

    marked: int
    """Cells that carry a mark now."""
    protected: tuple[str, ...] = ()
    """Sheets that are protected, and so were left as they were."""


def paint(book: OpenBook, marks: Sequence[Mark]) -> Painted:
    """Mark these cells and no others; pressing again changes nothing.

    The list of what was marked is written before any cell is touched: a press that is cut off can be mended.
    """
    titles = frozenset(book.titles())
    protected = {title for title in {mark.sheet for mark in marks} & titles if book.is_protected(title)}
    wanted = {(m.sheet, m.at): m for m in marks if m.sheet in titles and m.sheet not in protected}
    written = kept_marks(book)
    before = {kept.cell: kept for kept in written if kept.sheet in titles}
    locked = {kept.sheet for kept in before.values()} - protected
    protected |= {title for title in locked if book.is_protected(title)}
    ours = _Ours(book, before, wanted)
    stays = [kept for kept in ours.kept.values() if kept.sheet in protected]
    now = [ours.as_marked(cell, mark) for cell, mark in wanted.items()]
    gone = [kept for cell, kept in ours.kept.items() if cell not in wanted and kept.sheet not in protected]
    if (*now, *stays, *gone) != written:
        keep_marks(book, (*now, *stays, *gone))
    ours.take_away(gone)
    ours.show(now)
    shown = [replace(kept, has_note=ours.has_our_note(kept.cell)) for kept in now]
    if gone or shown != now:
        keep_marks(book, (*shown, *stays))
    return Painted(len(now), tuple(sorted(protected)))


class _Ours:
    """The marks of an earlier press, and how the cells in question look now."""

    def __init__(self, book: OpenBook, before: dict[Cell, Kept], wanted: Iterable[Cell]) -> None:
        self._book = book
        sheets = {sheet for sheet, _ in (*wanted, *before)}
        self._notes = {(sheet, at): note for sheet in sheets for at, note in book.notes(sheet).items()}
        self._said: dict[Cell, str] = {cell: book.ask(lambda note=note: note.text)  # type: ignore[misc]
                      for cell, note in self._notes.items()}  # fmt: skip
        self.kept = dict(self._followed(before))
        self._grounds: dict[Cell, str | None] = {}
        self._look_at({*self.kept, *wanted})

    def _followed(self, before: dict[Cell, Kept]) -> Iterable[tuple[Cell, Kept]]:
        """Each mark where its note is now: sorting a table moves notes and colours, and no formula."""
        strays = defaultdict(list)
        for cell in self._notes:
            if self.has_our_note(cell) and cell not in before:
                strays[self._said[cell]].append(cell)
        for cell, kept in before.items():
            has_lost = kept.has_note and not self.has_our_note(cell)
            if has_lost and strays[kept.said]:
                sheet, at = strays[kept.said].pop()
                yield (sheet, at), replace(kept, sheet=sheet, at=at)
            else:
                yield cell, kept
        for cells in strays.values():
            for sheet, at in cells:
                yield (sheet, at), Kept(sheet, at, None, "", has_note=True, said="")

    def _look_at(self, cells: Iterable[Cell]) -> None:
        by_sheet: defaultdict[str, list[At]] = defaultdict(list)
        for sheet, at in cells:
            by_sheet[sheet].append(at)
        for sheet, places in by_sheet.items():
            found = self._book.colours(sheet, places, OUR_GROUNDS)
            self._grounds.update({(sheet, at): colour for at, colour in found.items()})

    def has_our_note(self, cell: Cell) -> bool:
        """Whether the note on a cell is ours."""
        return self._said.get(cell, "").startswith(OUR_WORD)

    def _is_ours(self, kept: Kept) -> bool:
        """Whether a cell still has the ground that we gave it."""
        ground = self._grounds[kept.cell]
        return ground == kept.ground if kept.ground else ground in OUR_GROUNDS

    def as_marked(self, cell: Cell, mark: Mark) -> Kept:
        """What is to be written down of a cell that gets a mark: what was there before, too."""
        kept = self.kept.get(cell)
        before = kept.before if kept and self._is_ours(kept) else self._grounds[cell]
        has_note = cell not in self._said or self.has_our_note(cell)
        return Kept(*cell, before, mark.ground, has_note=has_note, said=mark.said)

    def take_away(self, gone: Iterable[Kept]) -> None:
        """Give cells back what they had: their ground, unless somebody has coloured them since."""
        grounds: defaultdict[Ground, list[At]] = defaultdict(list)
        for kept in gone:
            if self._is_ours(kept):
                grounds[kept.sheet, kept.before].append(kept.at)
            if self.has_our_note(kept.cell):
                self._drop_note(kept.cell)
        self._fill(grounds)

    def show(self, marks: Iterable[Kept]) -> None:
        """Give cells their mark, where they have not got it."""
        grounds: defaultdict[Ground, list[At]] = defaultdict(list)
        for kept in marks:
            if self._grounds[kept.cell] != kept.ground:
                grounds[kept.sheet, kept.ground].append(kept.at)
            if kept.has_note and self._said.get(kept.cell) != kept.said:
                self._drop_note(kept.cell)
                if self._book.add_note(kept.sheet, kept.at, kept.said):
                    self._said[kept.cell] = kept.said
        self._fill(grounds)

    def _drop_note(self, cell: Cell) -> None:
        if self._said.pop(cell, None) is not None:
            self._book.ask(self._notes[cell].delete)

    def _fill(self, grounds: dict[Ground, list[At]]) -> None:
        for (sheet, colour), cells in grounds.items():
            self._book.fill(sheet, cells, colour)
