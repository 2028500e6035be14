"""Where in a text does one of many thousand phrases stand?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from mentor_xl.plain_words import WORD, Folds, composed, joined

__all__ = ["WORD", "Entry", "Folds", "Hit", "Phrases", "composed", "grouped", "joined"]

Entry = TypeVar("Entry")


class Hit(NamedTuple, Generic[Entry]):
    """A phrase that stands in a text: from one word to before another, and what it stands for."""

    begins: int
    ends: int
    phrase: tuple[str, ...]
    entries: Sequence[Entry]


class Phrases(Generic[Entry]):
    """Many phrases of plain words, each standing for one thing or more, looked up in one pass."""

    def __init__(self) -> None:
        self._whole: dict[tuple[str, ...], list[Entry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._seconds: defaultdict[str, dict[str, int]] = defaultdict(dict)
        """The words that come second, by the first, and how many words a phrase that begins so may have."""

    def add(self, phrase: Sequence[str], entry: Entry) -> None:
        """Let a phrase stand for something; a phrase of no words is not kept."""
        if not phrase or not phrase[0]:
            return
        entries = self._whole.setdefault(tuple(phrase), [])
        if entry not in entries:
            entries.append(entry)
        lengths = self._lengths.get(phrase[0], ())
        if len(phrase) not in lengths:
            self._lengths[phrase[0]] = (*lengths, len(phrase))
        if len(phrase) > 1:
            seconds = self._seconds[phrase[0]]
            seconds[phrase[1]] = max(len(phrase), seconds.get(phrase[1], 0))

    def begins_in(self, words: list[str]) -> list[int]:
        """Where a phrase may begin, by its first two words; at the last word of all, by that one."""
        lengths = self._lengths
        if lengths.keys().isdisjoint(words):
            return []
        begins = [at for at, word in enumerate(words) if word in lengths]
        last = len(words) - 1
        return [at for at in begins if at == last or self.may_begin(words[at], words[at + 1])]

    def may_begin(self, first: str, second: str) -> bool:
        """Whether two words may begin a phrase; the first is one that begins some."""
        seconds = self._seconds[first]
        if second in seconds or len(second) <= 1 or 1 in self._lengths[first]:
            return True
        return second.endswith("s") and second[:-1] in seconds

    def reach(self, first: str, second: str = "") -> int:
        """How many words a phrase that begins so may take in the text, an initial among them."""
        if len(second) <= 1:
            return max(self._lengths[first]) + 1
        return max(self._seconds[first].get(second, 0), 2)

    def found_at(self, words: list[str], begins: int) -> Iterator[Hit[Entry]]:
        """The phrases that stand at a place where one may begin; ``Smiths`` counts as Smith at its end."""
        for length in self._lengths[words[begins]]:
            phrase = tuple(words[begins : begins + length])
            if len(phrase) < length:
                continue
            entries = self._whole.get(phrase)
            if entries is None and phrase[-1].endswith("s"):
                entries = self._whole.get((*phrase[:-1], phrase[-1][:-1])) if length > 1 else None
            if entries:
                yield Hit(begins, begins + length, phrase, entries)
            elif length > 1 and len(phrase[1]) == 1:
                yield from self._around_an_initial(words, begins, length)

    def _around_an_initial(self, words: list[str], begins: int, length: int) -> Iterator[Hit[Entry]]:
        """``Anna L Smith``."""
        phrase = (words[begins], *words[begins + 2 : begins + length + 1])
        entries = self._whole.get(phrase) if len(phrase) == length else None
        if entries:
            yield Hit(begins, begins + length + 1, phrase, entries)


def grouped(pairs: Iterator[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Each key to all that came with it."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        found[key].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
