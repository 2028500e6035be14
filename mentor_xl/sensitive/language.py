"""A small language for phrases that a person can read.

A phrase is plain words in small letters, as ``hear* voices``:

- ``cut*`` any ending, ``SH`` only in capitals, ``~pregnant`` also with one slip of the finger (whole words);
- ``(arm|leg|both wrists)`` one of these, ``[her]`` may be there, ``_`` any one word, ``..`` up to four words;
- ``@family`` one of a list that the table defines; ``/…/`` a regular expression over plain words.

It is looked for inside a sentence. A hyphen is a space, apostrophes do not count: ``dont``; dad's is ``dad``.
In ``unless``, ``& cat`` is a cat anywhere in the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_TOKEN = re.compile(r"\[|\]|\(|\)|\||[^\s\[\]()|]+")


@dataclass(frozen=True)
class Choice:
    """One of several sequences, or none where it may be missing."""

    ways: list["Sequence"]
    may_be_missing: bool = False


Sequence = list[str | Choice]
"""Words and choices, one after the other."""


class Language:
    """The language with the lists that a table defines."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._lists = lists
        self._choices: dict[str, Choice] = {}

    def parts(self, phrase: str) -> Sequence:
        """What a phrase is made of; nothing of a regular expression."""
        return [] if phrase.startswith("/") else self._parsed(iter(_TOKEN.findall(phrase)))[0]

    def pattern(self, phrase: str) -> re.Pattern[str]:
        """A pattern for a line of plain words with a space at either end."""
        if phrase.startswith("/"):
            return re.compile(rf"(?<= )(?:{phrase.strip('/')})(?= )", re.IGNORECASE)
        before, after = ("^.*", ".*") if phrase.startswith("&") else ("", "")
        expression = _as_expression(self.parts(phrase.removeprefix("&")))
        return re.compile(f"{before}(?<= ){expression}{after}", re.IGNORECASE)

    # -- what a phrase needs, without taking it apart ---------------------------------------------

    def needs(self, phrase: str) -> list[list[tuple[str, ...]]]:
        """The parts that have to be there, each by the words with which it may begin.

        A phrase that is but a choice needs those of one of its ways.
        """
        signs = [] if phrase.startswith("/") else _TOKEN.findall(phrase)
        is_choice = bool(signs) and signs[0] == "(" and _closes(signs, 0) == len(signs) - 1
        return [list(self._needed(way)) for way in (_split(signs[1:-1]) if is_choice else [signs])]

    def _needed(self, signs: list[str]) -> Iterator[tuple[str, ...]]:
        at = 0
        while at < len(signs):
            ends = _closes(signs, at)
            firsts = self._firsts(signs[at : ends + 1])
            if firsts:
                yield firsts
            at = ends + 1

    @cache  # noqa: B019 - there is one language for the whole run
    def _of_list(self, name: str) -> tuple[str, ...]:
        return self._firsts(["(", *_TOKEN.findall(self._lists[name]), ")"])

    def _firsts(self, signs: list[str]) -> tuple[str, ...]:
        """The words with which a part may begin; none where that may be any word, or it may be missing."""
        first = signs[0]
        if first == "(":
            ways = [self._firsts(way) for way in _split(signs[1:-1])]
            return tuple(word for way in ways for word in way) if all(ways) else ()
        if first in ("[", "_", ".."):
            return ()
        return self._of_list(first[1:]) if first[0] == "@" else (first,)

    # -- taking it apart ----------------------------------------------------------------------------

    def _parsed(self, tokens: Iterator[str]) -> tuple[Sequence, str]:
        """The parts up to a sign that ends them, and that sign."""
        parts: Sequence = []
        for sign in tokens:
            if sign in "([":
                parts.append(Choice(self._ways(tokens), may_be_missing=sign == "["))
            elif sign in ")]|":
                return parts, sign
            else:
                parts.append(self._list(sign[1:]) if sign[0] == "@" else sign)
        return parts, ""

    def _ways(self, tokens: Iterator[str]) -> list[Sequence]:
        ways, end = [], "|"
        while end == "|":
            way, end = self._parsed(tokens)
            ways.append(way)
        return ways

    def _list(self, name: str) -> Choice:
        if name not in self._choices:
            self._choices[name] = Choice(self._ways(iter(_TOKEN.findall(self._lists[name]))))
        return self._choices[name]


def _closes(signs: list[str], begins: int) -> int:
    """Where a part ends: a bracket where it is closed, a word where it stands."""
    depth = 0
    for at in range(begins, len(signs)):
        depth += (signs[at] in "([") - (signs[at] in ")]")
        if not depth:
            return at
    return len(signs)


def _split(signs: list[str]) -> list[list[str]]:
    """The ways of a choice."""
    ways: list[list[str]] = [[]]
    depth = 0
    for sign in signs:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and not depth:
            ways.append([])
        else:
            ways[-1].append(sign)
    return ways


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
