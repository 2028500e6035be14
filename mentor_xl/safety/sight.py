"""What is known in a part of a letter: whose names, IDs and ways to reach, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import chain

from mentor_xl.records import Contact
from mentor_xl.safety.leftovers import Left
from mentor_xl.safety.passages import Passage
from mentor_xl.safety.rendered import REST, Part
from mentor_xl.safety.words import WORD, Hit


class What(Enum):
    """What a phrase in a letter is."""

    NAME = "name"
    """A forename and its surname."""
    NAME_TURNED = "surname first"
    ID = "ID"
    UPN = "UPN"
    ADDRESS = "address"
    """A street with its number, or a postcode."""
    PIECE = "piece of a withheld address"
    """A street without its number, a house's name, a refuge and its town."""
    EMAIL = "email"
    ADULT = "adult"
    """Somebody whom a court keeps away."""

    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase stands for."""

    what: What
    owner: str
    """A pupil's ID, as typed."""
    contact: Contact | None = None


@dataclass(eq=False)
class Sight:
    """A part of a letter, and what is known in it."""

    part: Part
    passages: Sequence[Passage[Known]]
    line: str
    """The words as one text, a space at either end."""
    hits: tuple[Hit[Known], ...]
    phones: tuple[tuple[str, int], ...]
    """Numbers, digits only, and where each begins in the text."""
    left: tuple[Left, ...]
    """Tags and gaps."""

    @property
    def has_something(self) -> bool:
        """Whether there is anything to judge in it."""
        return bool(self.hits or self.phones or self.left)

    @property
    def is_of_this_letter(self) -> bool:
        """Whether its words may be this letter's own."""
        return self.part.label != REST

    @cached_property
    def words(self) -> list[str]:
        """Its words, plain."""
        return list(chain.from_iterable([passage.words for passage in self.passages]))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends in the text."""
        return [found.span() for found in WORD.finditer(self.part.text)]

    def written(self, hit: Hit[Known]) -> str:
        """A phrase as it stands in the text."""
        return self.part.text[self.spans[hit.begins][0] : self.spans[hit.ends - 1][1]]

    def place(self, position: int) -> str:
        """Where a position of the text is, for a person: ``paragraph 3 of the body``."""
        if self.part.is_hidden:
            return f"out of sight in the {self.part.label}"
        return f"in paragraph {self.part.text.count(chr(10), 0, position) + 1} of the {self.part.label}"
