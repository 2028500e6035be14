"""In which cells of free text is another pupil named?"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.checks.free_text import Written
from mentor_xl.checks.names import names_of
from mentor_xl.checks.ordinary_words import is_only_a_word
from mentor_xl.checks.pupil_names import Mention, PupilNames
from mentor_xl.safety.findings import Finding
from mentor_xl.safety.letter import Letter, called_by_id
from mentor_xl.safety.looked_at import ANOTHER_PUPIL, LookedAt
from mentor_xl.safety.pupils_text import Typed
from mentor_xl.safety.words import Folds, joined

_NEIGHBOURS = 3
"""Words on either side of a name by which a sentence is known again in a letter."""
_PARTS = re.compile(r"[;\n]")
"""What parts a cell into pieces that may stand in a letter each by itself."""
_PIECES_KEPT = 50_000
"""Pieces of text without a space, of which notes are made."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of free text with another pupil's name in it."""

    written: Written
    owner: str
    """The other pupil's ID."""
    window: str
    """The name with its neighbours, in plain words."""


class LoneNames:
    """The cells that name another pupil than their own, each looked at when first asked for."""

    def __init__(self, casebook: Casebook, typed: Typed, folds: Folds, today: dt.date) -> None:
        self._casebook = casebook
        self._names = PupilNames(casebook, today)
        self._folds = folds
        self._today = today
        self._typed = typed
        self._may_name: dict[str, bool] = {}
        """Whether any of a pupil's cells holds a forename of anybody."""
        self._may_be_name = lru_cache(maxsize=_PIECES_KEPT)(self._names.may_stand_in)
        self._found: dict[tuple[int, str], tuple[Cell, ...]] = {}

    def may_stand_with(self, pupil_id: str) -> bool:
        """Whether anybody's forename stands in any of a pupil's cells."""
        if pupil_id not in self._may_name:
            text = "\n".join([cell.text for cell in self._typed.free_text_of(pupil_id)])
            self._may_name[pupil_id] = any(map(self._may_be_name, text.split()))
        return self._may_name[pupil_id]

    def of(self, written: Written, pupil_id: str) -> tuple[Cell, ...]:
        """Whom a cell of a pupil names beside the pupil."""
        key = id(written.record), written.attribute
        if key not in self._found:
            self._found[key] = tuple(self._cells(written, pupil_id))
        return self._found[key]

    def _cells(self, written: Written, pupil_id: str) -> Iterator[Cell]:
        if self._names.may_stand_in(written.text):
            for mention in self._names.mentions(written.text, pupil_id):
                yield Cell(written, mention.owner, self._window(written.text, mention))

    def _window(self, text: str, mention: Mention) -> str:
        before = self._folds.of(_PARTS.split(text[: mention.begins])[-1])[-_NEIGHBOURS:]
        name = self._folds.of(text[mention.begins : mention.ends])
        after = self._folds.of(_PARTS.split(text[mention.ends :])[0])[:_NEIGHBOURS]
        return joined([*before, *name, *after])


def own_forename(letter: Letter) -> Iterator[Finding]:
    """The pupil's own forename, alone, where not even that pupil may be told from the page."""
    if not letter.is_nameless or letter.pupil is None:
        return
    right = "".join((*letter.register.of_the_school, *letter.of_the_reader))
    for name in names_of(letter.pupil):
        phrase = joined(letter.register.folds.of(name))
        is_meant = not is_only_a_word(phrase.strip()) and phrase not in right
        if is_meant and phrase in letter.line:
            what = "It names its own pupil, which this reader may not be told"
            yield Finding("not-for-this-audience", what, "", letter.source(phrase))
            return


def named_in_free_text(letter: Letter, names: LoneNames, looked_at: LookedAt) -> Iterator[Finding]:
    """Names of other pupils in cells of free text that stand in the letter."""
    if letter.audience in (Audience.LEADER, Audience.GOVERNORS):
        return
    cells = letter.shared_cells if names.may_stand_with(letter.ref) else ()
    for cell in (cell for one in cells for cell in names.of(one.written, letter.ref)):
        is_there = not letter.is_about(cell.owner) and cell.window in letter.line
        if is_there and not looked_at.allows(ANOTHER_PUPIL, cell.written, letter.audience):
            what = f"Another pupil's name ({called_by_id(cell.owner)}) stands in what was typed"
            yield Finding("names-another-pupil", what, "", looked_at.where_from(ANOTHER_PUPIL, cell.written))
