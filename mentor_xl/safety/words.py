"""Are two ways of writing a name the same, and where in a text does one of many thousand phrases stand?"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from mentor_xl.checks.names import PLAIN_LETTERS

Entry = TypeVar("Entry")

WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´′][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’‘ʼ`´′]s$", re.IGNORECASE)


class Folds(dict[str, str]):
    """Each word met to its plain form: without case, accents, apostrophes and a possessive ``’s``."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces = _Pieces(self)

    def __missing__(self, word: str) -> str:
        plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).casefold()).translate(PLAIN_LETTERS)
        plain = self[word] = "".join(sign for sign in plain if sign.isalnum())
        return plain

    def of(self, text: str) -> list[str]:
        """The words of a text, plain. A hyphen parts two words as a space does."""
        return self.of_composed(composed(text))

    def of_composed(self, text: str) -> list[str]:
        """As ``of``, of a text whose letters are one sign each."""
        return list(chain.from_iterable([self._pieces[piece] for piece in text.split()]))


class _Pieces(dict[str, list[str]]):
    """Each piece of text without a space to its words, plain."""

    def __init__(self, folds: Folds) -> None:
        super().__init__()
        self._folds = folds

    def __missing__(self, piece: str) -> list[str]:
        if len(self) > _PIECES_KEPT:
            self.clear()
        words = self[piece] = [self._folds[word] for word in WORD.findall(piece)]
        return words


_PIECES_KEPT = 100_000


def composed(text: str) -> str:
    """A text in which every letter with its accents is one sign."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


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


def joined(words: Sequence[str]) -> str:
    """Words as one text with a space at either end, so that ``in`` finds whole words only."""
    return f" {' '.join(words)} "


def grouped(pairs: Iterator[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Each key to all that came with it."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        found[key].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
