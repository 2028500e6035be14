"""Where in a text does one of many phrases of the language stand?"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from mentor_xl.plain_words import WORD, Folds, composed
from mentor_xl.sensitive.language import Language

_END_OF_SENTENCE = re.compile(r"[.!?;:\n|•]+(?:\s|$)|[\n|•]")
_LEAST_WITH_A_SLIP = 6
"""Letters of a word in which one may be wrong, too many or missing."""
_NEIGHBOURS = 2
_ALWAYS = -1
_MOST_TEXTS = """
    about after again all alone always and are asked back because been before being came can cannot
    come could dad did does doing done down every family friend friends from girl boy going good got
    had has have help her him his home house into just know last lesson lessons like long made make
    making mother mum never new night not now off old only other out over own parents people put
    said say says school see she should some something take taken than that the their them then
    there these they thing things this time today told too took want want* wants was week well went
    were what when where which while who will with without work would year
"""
_COMMON = frozenset(_MOST_TEXTS.split())
"""Words that stand in most texts."""


class Spot(NamedTuple):
    """Where in a text a phrase stands."""

    theme: str
    begins: int
    """The sign it begins at; and the one before which it ends."""
    ends: int
    around: tuple[int, int]
    """The same with its neighbours in the sentence, by which it is known again elsewhere."""


class Sentence(NamedTuple):
    """A sentence by its plain words, and where each stands in the text."""

    words: list[str]
    spans: list[tuple[int, int]]

    @property
    def line(self) -> str:
        """Its words with a space at either end; those in capitals still so."""
        return f" {' '.join(self.words)} "


@dataclass(frozen=True)
class Phrase:
    """One row of the table."""

    theme: str
    phrase: str
    unless: tuple[str, ...] = ()
    """Phrases in which the same words are harmless: nothing is found where one of them stands over it."""


class Phrases:
    """Many phrases, looked up at once: only those are tried of which every part may stand in the text."""

    def __init__(self, phrases: Iterable[Phrase], lists: Mapping[str, str]) -> None:
        self._language = Language(lists)
        self._phrases = tuple(phrases)
        self._folds = Folds()
        self._parts: dict[tuple[str, ...], int] = {}
        """Each part that a phrase needs, once, by the words of which one begins it, and its number."""
        self._exact: defaultdict[str, set[int]] = defaultdict(set)
        self._begun: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        """The numbers of the parts by a word, and by how a word may begin."""
        self._with: defaultdict[int, list[tuple[frozenset[int], int]]] = defaultdict(list)
        """By its most telling part what a phrase needs, and its number; those that need none too."""
        self._tried: dict[str, tuple[tuple[frozenset[int], int], ...]] = {}
        self._slips: dict[str, str] = {}
        self._parts_of: dict[str, frozenset[int]] = {}
        self._pattern = lru_cache(maxsize=None)(self._language.pattern)
        for number, phrase in enumerate(self._phrases):
            self._index(number, phrase)

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Every place where a phrase stands."""
        return tuple(dict.fromkeys(spot for one in self._sentences(text) for spot in self._in(one)))

    def _in(self, sentence: Sentence) -> Iterator[Spot]:
        tried = self._tried_in(set(sentence.words))
        line = sentence.line if tried else ""
        for phrase in (self._phrases[number] for number in tried):
            for found in self._pattern(phrase.phrase).finditer(line):
                if not self._is_harmless(found, phrase, line):
                    first = line.count(" ", 0, found.start()) - 1
                    last = line[: found.end()].rstrip().count(" ") - 1
                    spans = sentence.spans
                    near = spans[max(0, first - _NEIGHBOURS) : last + 1 + _NEIGHBOURS]
                    yield Spot(phrase.theme, spans[first][0], spans[last][1], (near[0][0], near[-1][1]))

    def _is_harmless(self, found: re.Match[str], phrase: Phrase, line: str) -> bool:
        """Whether one of the phrases in which the words are harmless stands over them."""
        harmless = (one for unless in phrase.unless for one in self._pattern(unless).finditer(line))
        return any(one.start() < found.end() and found.start() < one.end() for one in harmless)

    # -- texts ------------------------------------------------------------------------------------

    def _sentences(self, text: str) -> Iterator[Sentence]:
        text, begins = composed(text), 0
        for end in (*(found.end() for found in _END_OF_SENTENCE.finditer(text)), len(text)):
            found = [one for one in WORD.finditer(text, begins, end) if self._folds[one[0]]]
            if found:
                yield Sentence([self._plain(one[0]) for one in found], [one.span() for one in found])
            begins = end

    def _plain(self, word: str) -> str:
        """A word without case, but for one in capitals, which may be an abbreviation; slips mended."""
        plain = self._folds[word]
        if len(plain) >= _LEAST_WITH_A_SLIP and not self._parts_with(plain):
            near = (self._slips.get(one) for one in (plain, *_with_a_slip(plain)))
            meant = next(filter(None, near), plain)
            plain = plain if plain in self._known else meant
        return plain.upper() if word.isupper() and len(word) > 1 else plain

    def _tried_in(self, words: Collection[str]) -> list[int]:
        """The phrases that may stand among these words."""
        found = [*self._with[_ALWAYS], *chain.from_iterable(map(self._begun_by, words))]
        if not found:
            return []
        there = frozenset[int]().union(*map(self._parts_with, words))
        return sorted({number for needed, number in found if needed <= there})

    def _begun_by(self, word: str) -> tuple[tuple[frozenset[int], int], ...]:
        """The phrases whose most telling part is there with a word, each with what it needs beside."""
        if word not in self._tried:
            parts = self._parts_with(word)
            self._tried[word] = tuple(one for part in parts if part in self._with for one in self._with[part])
        return self._tried[word]

    def _parts_with(self, word: str) -> frozenset[int]:
        if word not in self._parts_of:
            plain = word.casefold()
            begun = {part for begin, part in self._begun.get(plain[:2], ()) if plain.startswith(begin)}
            self._parts_of[word] = frozenset(begun | self._exact.get(plain, set()))
        return self._parts_of[word]

    @cached_property
    def _known(self) -> frozenset[str]:
        """Words of any phrase, which are no slips of another."""
        return frozenset(WORD.findall(" ".join(one.phrase.replace("~", "~_") for one in self._phrases)))

    # -- phrases ----------------------------------------------------------------------------------

    def _index(self, number: int, phrase: Phrase) -> None:
        """Remember which parts a phrase needs: it is tried where its most telling one stands."""
        for way in self._language.needs(phrase.phrase):
            wanted = {self._part(words): words for words in way}
            best = max(wanted, key=lambda part: _telling(wanted[part]), default=_ALWAYS)
            self._with[best].append((frozenset(wanted), number))

    def _part(self, words: tuple[str, ...]) -> int:
        """The number of a part."""
        if words not in self._parts:
            part = self._parts[words] = len(self._parts)
            for word in map(str.casefold, words):
                begin = word.strip("*~")
                if word.startswith("~"):
                    self._slips.update(dict.fromkeys((begin, *_with_a_slip(begin)), begin))
                if word.endswith("*"):
                    self._begun[begin[:2]].append((begin, part))
                else:
                    self._exact[begin].add(part)
        return self._parts[words]


def _telling(words: Iterable[str]) -> int:
    """How seldom one of these words stands in a text: the longer, the seldomer."""
    return min(0 if word in _COMMON else len(word.strip("*~")) for word in words)


def _with_a_slip(word: str) -> Iterator[str]:
    """A word without each of its letters but the first: two words that share one are a slip apart."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))
