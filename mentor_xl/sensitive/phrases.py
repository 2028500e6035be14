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
from functools import cache
from typing import NamedTuple

from mentor_xl.plain_words import WORD, Folds, composed

_END_OF_SENTENCE = re.compile(r"[.!?;:\n|•]+(?:\s|$)|[\n|•]")
_TOKEN = re.compile(r"\[|\]|\(|\)|\||[^\s\[\]()|]+")
_LEAST_WITH_A_SLIP = 6
"""Letters of a word in which one may be wrong, too many or missing."""
_MOST_WAYS = 400
_COMMON = frozenset(
    """about after again all alone always and are asked back because been before being can cannot come comes
    could dad day did does doing done dont down every family from gets getting goes going gone good got had has
    have he her here him his home house how into is just know last like long made make making mother mum my
    never night no not of off on only other out over own people put says said see she should some something
    take taken taking tell than that the their them then there they thing things this time to told too took
    up very wants was we week well went were what when where which while who will with without work would year
    school class lesson he new old first two some any by for in it at as be if or so
    friends friend brother sister father parents uncle boy girl boys girls man men work
    """.split()
)
"""Words that tell little: a phrase is looked up by others."""


class Spot(NamedTuple):
    """Where in a text a phrase stands."""

    theme: str
    begins: int
    """The sign it begins at; and the one before which it ends."""
    ends: int


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
        self._lists = lists
        self._phrases = tuple(phrases)
        self._folds = Folds()
        self._slips: dict[str, str] = {}
        self._exact: defaultdict[str, set[str]] = defaultdict(set)
        self._begun: defaultdict[str, set[str]] = defaultdict(set)
        self._tried_under: defaultdict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
        self._needs: dict[int, list[Need]] = {}
        self._everywhere: list[int] = []
        self._signs_of, self._plain, self._pattern = map(cache, (self._signs, self._without_slip, self._compiled))
        for number, phrase in enumerate(self._phrases):
            self._index(number, phrase.phrase)

    def spots(self, text: str) -> tuple[Spot, ...]:
        """Every place where a phrase stands."""
        return tuple(dict.fromkeys(spot for one in self._sentences(text) for spot in self._in(one)))

    def _in(self, sentence: Sentence) -> Iterator[Spot]:
        signs = frozenset().union(*map(self._signs_of, sentence.words))
        tried = {
            number
            for sign in signs & self._tried_under.keys()
            for way, number in self._tried_under[sign]
            if way <= signs and all(need.is_met_by(signs) for need in self._needs[number])
        }
        for number in sorted(tried.union(self._everywhere)):
            phrase, line = self._phrases[number], sentence.line
            for found in self._pattern(phrase.phrase).finditer(line):
                if not any(self._stands_over(found, harmless) for harmless in phrase.unless):
                    first, after = (line.count(" ", 0, at) for at in found.span())
                    yield Spot(phrase.theme, sentence.spans[first][0], sentence.spans[after - 1][1])

    def _stands_over(self, found: re.Match[str], harmless: str) -> bool:
        return any(
            one.start() < found.end() and found.start() < one.end()
            for one in self._pattern(harmless).finditer(found.string)
        )

    # -- texts ------------------------------------------------------------------------------------

    def _sentences(self, text: str) -> Iterator[Sentence]:
        text, begins = composed(text), 0
        for end in (*(found.end() for found in _END_OF_SENTENCE.finditer(text)), len(text)):
            found = list(WORD.finditer(text, begins, end))
            if found:
                yield Sentence([self._plain(one[0]) for one in found], [one.span() for one in found])
            begins = end

    def _without_slip(self, word: str) -> str:
        """A word without case, but for one in capitals, which may be an abbreviation; slips mended."""
        plain = self._folds[word]
        if len(plain) >= _LEAST_WITH_A_SLIP and not self._signs_of(plain):
            near = (self._slips.get(one) for one in (plain, *_with_a_slip(plain)))
            plain = next(filter(None, near), plain)
        return plain.upper() if word.isupper() and len(word) > 1 else plain

    def _signs(self, word: str) -> frozenset[str]:
        """What stands for a word in phrases: itself, ``cut*``, ``CIN``."""
        plain = word.casefold()
        begun = {sign for sign in self._begun.get(plain[:2], ()) if plain.startswith(sign[:-1].casefold())}
        return frozenset(begun | self._exact.get(plain, set()))

    # -- phrases ----------------------------------------------------------------------------------

    def _index(self, number: int, phrase: str) -> None:
        """Note what a phrase needs, and try it wherever one of the words of its most telling part stands."""
        needs = [] if phrase.startswith("/") else [_ways([part]) for part in self._parts(phrase)]
        needs = [ways for ways in needs if all(ways)]
        for sign in {sign for ways in needs for way in ways for sign in way}:
            self._note(sign)
        if not needs:
            self._everywhere.append(number)
            return
        best = min(needs, key=_how_often)
        for way in best:
            self._tried_under[min(way, key=_how_often_a_word)].append((way, number))
        self._needs[number] = [Need.of(ways) for ways in needs if ways is not best]

    def _note(self, sign: str) -> None:
        word = sign.strip("~*").casefold()
        if sign.endswith("*"):
            self._begun[word[:2]].add(sign)
        else:
            self._exact[word].add(sign)
        if sign.startswith("~"):
            self._slips.update(dict.fromkeys((word, *_with_a_slip(word)), word))

    def _compiled(self, phrase: str) -> re.Pattern[str]:
        return re.compile(self._as_expression(phrase), re.IGNORECASE)

    def _as_expression(self, phrase: str) -> str:
        if phrase.startswith("/"):
            return f" (?:{phrase.strip('/')})(?= )"
        before, after = ("^.*", ".*") if phrase.startswith("&") else ("", "")
        return f"{before}{_as_expression(self._parts(phrase.removeprefix('&')))}(?= ){after}"

    def _parts(self, phrase: str) -> "Sequence":
        for name, words in self._lists.items():
            phrase = phrase.replace(f"@{name}", f"({words})")
        return _parsed(iter(_TOKEN.findall(phrase)))[0]


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
Ways = list[frozenset[str]]
"""Words that have to stand together, in each of some ways."""


@dataclass(frozen=True)
class Need:
    """A part of a phrase: one word of some, or the words of one of some ways."""

    one_of: frozenset[str]
    ways: Ways

    @classmethod
    def of(cls, ways: Ways) -> "Need":
        """The part that may be read in these ways."""
        singles = frozenset().union(*(way for way in ways if len(way) == 1))
        return cls(singles, [way for way in ways if way.isdisjoint(singles)])

    def is_met_by(self, signs: frozenset[str]) -> bool:
        """Whether the part may stand in a sentence with these words."""
        return not self.one_of.isdisjoint(signs) or any(way <= signs for way in self.ways)


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


def _ways(parts: Sequence) -> Ways:
    """The words that have to stand there, in each of the ways in which the parts may be read."""
    ways: Ways = [frozenset()]
    for part in parts:
        if isinstance(part, Choice):
            more = [] if part.may_be_missing else [way for one in part.ways for way in _ways(one)]
        else:
            more = [] if part in ("_", "..") else [frozenset({part})]
        if more and len(ways) * len(more) <= _MOST_WAYS:
            ways = [one | other for one in ways for other in more]
    return ways


def _how_often(ways: Ways) -> float:
    return sum(min(map(_how_often_a_word, way)) for way in ways)


def _how_often_a_word(sign: str) -> float:
    """About how often a word stands in texts, against others: the shorter, the oftener."""
    word = sign.strip("~*").casefold()
    return 1 if word in _COMMON else len(word) ** -3


def _as_expression(parts: Sequence) -> str:
    """A regular expression over words that each have a space before them."""
    return "".join(_of_choice(part) if isinstance(part, Choice) else _of_word(part) for part in parts)


def _of_choice(choice: Choice) -> str:
    return f"(?:{'|'.join(map(_as_expression, choice.ways))}){'?' if choice.may_be_missing else ''}"


def _of_word(word: str) -> str:
    if word == "_":
        return " [^ ]+"
    if word == "..":
        return "(?: [^ ]+){0,4}?"
    plain = re.escape(word.strip("*~"))
    shown = f"(?-i:{plain})" if len(word) > 1 and word.isupper() else plain
    return f" {shown}{'[^ ]*' if word.endswith('*') else '(?![^ ])'}"
