"""What should a person see who looks over a letter before it leaves: what was typed, and who will read it?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mentor_xl.recipients import contact_row
from mentor_xl.records import Contact
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.pupils_text import Telling, cells_told
from mentor_xl.safety.words import joined

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*")
_FEW = 3
"""Words that stand in many a letter by chance: fewer count only where the reader may be told their column."""


class Quote(NamedTuple):
    """Words that stand in a letter, and the cells in which they were typed, ``Reviews!J4``."""

    text: str
    places: tuple[str, ...]


class SecondLook(NamedTuple):
    """One letter."""

    quotes: tuple[Quote, ...]
    readers: tuple[Contact, ...]
    """Those of the family who get it."""


def second_look(letter: Letter) -> SecondLook:
    """What was typed and stands in a letter, and the contacts whom it goes to."""
    row = letter.document.recipient.row
    readers = (c for c in letter.at_the_readers if c.send_letters or contact_row(c) == row)
    places: dict[str, dict[str, None]] = {}
    for text, place in _typed(letter):
        places.setdefault(text, {})[place] = None
    return SecondLook(tuple(Quote(text, tuple(them)) for text, them in places.items()), tuple(readers))


def _typed(letter: Letter) -> Iterator[tuple[str, str]]:
    for pupil in dict.fromkeys((letter.ref, *letter.document.may_mention)):
        for cell in letter.typed.cells_of(pupil):
            if cell.may_stand_among(letter.words):
                place = letter.register.place(cell.written.record, cell.written.attribute)
                for text in _standing(cell, letter):
                    yield text, str(place)


def _standing(cell: Telling, letter: Letter) -> Iterator[str]:
    """The whole text of a cell where it stands in the letter, else those of its sentences that do."""
    is_told = (type(cell.written.record), cell.written.attribute) in cells_told(letter.audience)
    text, is_whole = cell.written.text.strip(), joined(cell.words) in letter.line
    pieces = [" ".join(text.split())] if is_whole else _SENTENCE.split(text)
    for piece in pieces:
        words = letter.register.folds.of(piece)
        if words and joined(words) in letter.line and (is_told or len(words) >= _FEW):
            yield piece
