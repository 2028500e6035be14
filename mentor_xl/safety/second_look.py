"""What should a person see who looks over a letter before it leaves: what was typed, and who will read it?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mentor_xl.audience import Group
from mentor_xl.checks.free_text import Written
from mentor_xl.recipients import contact_row
from mentor_xl.records import Contact, Pupil, columns_of
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.pupils_text import Telling, cells_told
from mentor_xl.safety.words import joined

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*")
_PART = re.compile(r"[;:,]\s+|\s[–—-]\s")
"""Where a sentence may be parted: into what a template may list singly."""
_FEW = 3
"""Words that stand in many a letter by chance: fewer count only as a whole cell that is told."""


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
    home = {contact_row(one): one for one in letter.at_the_readers}
    readers = (one for at, one in home.items() if one.send_letters or at == row)
    places: dict[str, dict[str, None]] = {}
    for text, written in _typed(letter):
        place = str(letter.register.place(written.record, written.attribute))
        places.setdefault(text, {})[place] = None
    return SecondLook(tuple(Quote(text, tuple(them)) for text, them in places.items()), tuple(readers))


def _typed(letter: Letter) -> Iterator[tuple[str, Written]]:
    """Cells that stand there whole; of others the parts that do, and that did not come from one of those."""
    pupils = dict.fromkeys((letter.ref, *letter.document.may_mention))
    there = (cell for pupil in pupils for cell in letter.typed.cells_of(pupil))
    cells = [cell for cell in there if cell.may_stand_among(letter.words) and not _is_who_it_is(cell.written)]
    whole = [cell for cell in cells if _stands_whole(cell, letter)]
    for cell in whole:
        yield " ".join(cell.written.text.split()), cell.written
    said = "|".join(joined(cell.words) for cell in whole)
    for cell in (cell for cell in cells if cell not in whole):
        for text in _pieces_of(cell.written.text, letter):
            if joined(letter.register.folds.of(text)) not in said:
                yield text, cell.written


def _is_who_it_is(cell: Written) -> bool:
    """Whether it says who the pupil is, as form and year do: no sentence that anybody typed."""
    columns = columns_of(type(cell.record)) if isinstance(cell.record, Pupil) else ()
    return any(c.attribute == cell.attribute and c.group is Group.IDENTITY for c in columns)


def _stands_whole(cell: Telling, letter: Letter) -> bool:
    is_told = (type(cell.written.record), cell.written.attribute) in cells_told(letter.audience)
    return (is_told or len(cell.words) >= _FEW) and joined(cell.words) in letter.line


def _pieces_of(text: str, letter: Letter) -> Iterator[str]:
    """The sentences of a text that stand in the letter; of others the parts that do."""

    def stands(piece: str, least: int) -> bool:
        words = letter.register.folds.of(piece)
        return len(words) >= least and joined(words) in letter.line

    for sentence in _SENTENCE.split(text):
        if stands(sentence, _FEW):
            yield sentence
        else:
            yield from (part for part in _PART.split(sentence) if stands(part, _FEW + 1))
