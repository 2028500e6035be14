"""A small language for phrases that a person can read, and where in a text one of many stands.

A phrase is plain words in small letters, as ``hear* voices``:

- ``cut*`` any ending, ``SH`` only in capitals, ``~pregnant`` also with one slip of the finger (whole words);
- ``(arm|leg|both wrists)`` one of these, ``[her]`` may be there, ``_`` any one word, ``..`` up to four words;
- ``@family`` one of a list that the table defines; ``/…/`` a regular expression over plain words.

In ``unless``, ``& cat`` is a cat anywhere in the sentence.

It is looked for inside a sentence. A hyphen is a space, apostrophes do not count: ``dont``; dad's is ``dad``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from mentor_xl.plain_words import WORD, Folds, composed

_END_OF_SENTENCE = re.compile(r"[.!?;:\n|•]+(?:\s|$)|[\n|•]")
_TOKEN = re.compile(r"\[|\]|\(|\)|\||[^\s\[\]()|]+")
_LEAST_WITH_A_SLIP = 6
"""Letters of a word in which one may be wrong, too many or missing."""
_NEIGHBOURS = 2


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
    """Many phrases, looked up at once: only those are tried of which a word stands in the text."""

    def __init__(self, phrases: Iterable[Phrase], lists: Mapping[str, str]) -> None:
        self._lists = lists
        self._phrases = tuple(phrases)
        self._folds = Folds()
        self._exact: defaultdict[str, set[int]] = defaultdict(set)
        self._begun: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        self._everywhere: set[int] = set()
        self._slips: dict[str, str] = {}
        self._known: set[str] = set()
        """Words of any phrase, which are no slips of another."""
        self._compiled: dict[int, tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]] = {}
        self._candidates: dict[str, frozenset[int]] = {}
        for number, phrase in enumerate(self._phrases):
            self._index(number, phrase)

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Every place where a phrase stands."""
        return tuple(dict.fromkeys(spot for one in self._sentences(text) for spot in self._in(one)))

    def _in(self, sentence: Sentence) -> Iterator[Spot]:
        tried = self._everywhere.union(*map(self._tried_for, set(sentence.words)))
        line = sentence.line if tried else ""
        for number in sorted(tried):
            pattern, unless = self._pattern(number)
            for found in pattern.finditer(line):
                if not any(_is_over(found, one) for harmless in unless for one in harmless.finditer(line)):
                    first = line.count(" ", 0, found.start()) - 1
                    last = line[: found.end()].rstrip().count(" ") - 1
                    theme, spans = self._phrases[number].theme, sentence.spans
                    near = spans[max(0, first - _NEIGHBOURS) : last + 1 + _NEIGHBOURS]
                    yield Spot(theme, spans[first][0], spans[last][1], (near[0][0], near[-1][1]))

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
        if len(plain) >= _LEAST_WITH_A_SLIP and plain not in self._known and not self._tried_for(plain):
            near = (self._slips.get(one) for one in (plain, *_with_a_slip(plain)))
            plain = next(filter(None, near), plain)
        return plain.upper() if word.isupper() and len(word) > 1 else plain

    # -- phrases ----------------------------------------------------------------------------------

    def _tried_for(self, word: str) -> frozenset[int]:
        if word not in self._candidates:
            plain = word.casefold()
            begun = {number for begin, number in self._begun.get(plain[:2], ()) if plain.startswith(begin)}
            self._candidates[word] = frozenset(begun | self._exact.get(plain, set()))
        return self._candidates[word]

    def _index(self, number: int, phrase: Phrase) -> None:
        """Remember under which words a phrase is to be tried: those of its most telling part."""
        parts = self._parts(phrase.phrase) if not phrase.phrase.startswith("/") else []
        self._known.update(word for word in _words(parts) if word[0] != "~")
        needed = _needed(parts)
        best = max(needed, key=lambda words: min(len(word.strip("*~")) for word in words), default=())
        if not best:
            self._everywhere.add(number)
        for word in (one.casefold() for one in best):
            begin = word.strip("*~")
            if word.startswith("~"):
                self._slips.update(dict.fromkeys((begin, *_with_a_slip(begin)), begin))
            if word.endswith("*"):
                self._begun[begin[:2]].append((begin, number))
            else:
                self._exact[begin].add(number)

    def _pattern(self, number: int) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
        if number not in self._compiled:
            phrase = self._phrases[number]
            unless = tuple(map(self._as_pattern, phrase.unless))
            self._compiled[number] = self._as_pattern(phrase.phrase), unless
        return self._compiled[number]

    def _as_pattern(self, phrase: str) -> re.Pattern[str]:
        if phrase.startswith("/"):
            return re.compile(rf"(?<= )(?:{phrase.strip('/')})(?= )", re.IGNORECASE)
        before, after = ("^.*", ".*") if phrase.startswith("&") else ("", "")
        expression = _as_expression(self._parts(phrase.removeprefix("&")))
        return re.compile(f"{before}(?<= ){expression}{after}", re.IGNORECASE)

    def _parts(self, phrase: str) -> "Sequence":
        for name, words in self._lists.items():
            phrase = phrase.replace(f"@{name}", f"({words})")
        return _parsed(iter(_TOKEN.findall(phrase)))[0]


def _is_over(found: re.Match[str], harmless: re.Match[str]) -> bool:
    return harmless.start() < found.end() and found.start() < harmless.end()


def _with_a_slip(word: str) -> Iterator[str]:
    """A word without each of its letters but the first: two words that share one are a slip apart."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


# -- the language ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """One of several sequences, or none where it may be missing."""

    ways: list["Sequence"]
    may_be_missing: bool


Sequence = list[str | Choice]
"""Words and choices, one after the other."""


def _parsed(tokens: Iterator[str]) -> tuple[Sequence, str]:
    """The parts up to a sign that ends them, and that sign."""
    parts: Sequence = []
    for sign in tokens:
        if sign in "([":
            ways, end = [], "|"
            while end == "|":
                way, end = _parsed(tokens)
                ways.append(way)
            parts.append(Choice(ways, may_be_missing=sign == "["))
        elif sign in ")]|":
            return parts, sign
        else:
            parts.append(sign)
    return parts, ""


def _needed(parts: Sequence) -> list[tuple[str, ...]]:
    """The parts that have to be there, each by the words of which one begins it."""
    found: list[tuple[str, ...]] = []
    for part in parts:
        if isinstance(part, Choice):
            firsts = [next(iter(_needed(way)), ()) for way in part.ways]
            if all(firsts) and not part.may_be_missing:
                found.append(tuple(word for first in firsts for word in first))
        elif part not in ("_", ".."):
            found.append((part,))
    return found


def _words(parts: Sequence) -> Iterator[str]:
    """Every word of a phrase."""
    for part in parts:
        if isinstance(part, Choice):
            yield from chain.from_iterable(map(_words, part.ways))
        else:
            yield part


def _as_expression(parts: Sequence) -> str:
    """A regular expression over words that each have a space behind them."""
    return "".join(_of_choice(part) if isinstance(part, Choice) else _of_word(part) for part in parts)


def _of_choice(choice: Choice) -> str:
    return f"(?:{'|'.join(map(_as_expression, choice.ways))}){'?' if choice.may_be_missing else ''}"


def _of_word(word: str) -> str:
    if word == "_":
        return "[^ ]+ "
    if word == "..":
        return "(?:[^ ]+ ){0,4}?"
    plain = re.escape(word.strip("*~"))
    shown = f"(?-i:{plain})" if len(word) > 1 and word.isupper() else plain
    return f"{shown}{'[^ ]*' if word.endswith('*') else ''} "
