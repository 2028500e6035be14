"""A word of a typed text, and what stands around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from mentor_xl.checks import beside_names as near
from mentor_xl.checks.names import WORD_PATTERN, plain_word


class Word(NamedTuple):
    """A word of a text."""

    written: str
    plain: str
    begins: int
    ends: int
    gap: str
    """What stands between it and the word before."""

    @property
    def has_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.written[0].isupper()

    @property
    def is_titled(self) -> bool:
        """Whether small letters follow the capital: ``Grace``, not ``TA``."""
        return self.has_capital and self.written[-1].islower()


@lru_cache(maxsize=4096)
def words_in(text: str) -> tuple[Word, ...]:
    """The words of a text."""
    words, last = [], 0
    for found in WORD_PATTERN.finditer(text):
        begins, ends = found.span()
        words.append(Word(found[0], plain_word(found[0]), begins, ends, text[last:begins]))
        last = ends
    return tuple(words)


_NEW_SENTENCE = re.compile(r"[.!?:;\n•“\"(–—|*]|\d[).]|(?:^|\s)-\s")
_SPACE = re.compile(r"[^\S\n]+")


@dataclass(frozen=True)
class Spot:
    """A word where it stands."""

    text: str
    words: Sequence[Word]
    at: int

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.words[self.at]

    @cached_property
    def opens(self) -> bool:
        """Whether it is the first of its sentence, so that its capital says nothing."""
        if self.at == 0:
            return True
        gap, before = self.word.gap, self.words[self.at - 1]
        is_shortened = gap.startswith(".") and (before.plain in near.TITLES or len(before.written) == 1)
        return bool(_NEW_SENTENCE.search(gap)) and not is_shortened

    @cached_property
    def before(self) -> Word | None:
        """The word right before, nothing but a space between; ``w/`` is a word, and ``Mrs.``."""
        if self.at == 0:
            return None
        gap, before = self.word.gap, self.words[self.at - 1]
        is_right_there = _SPACE.fullmatch(gap) or gap in ("/", "/ ")
        return before if is_right_there or (gap[:1] == "." and before.plain in near.TITLES) else None

    @cached_property
    def after(self) -> Word | None:
        """The word right behind, nothing but a space between."""
        following = self.words[self.at + 1 : self.at + 2]
        return following[0] if following and _SPACE.fullmatch(following[0].gap) else None

    @property
    def last(self) -> str:
        """The word right before, plain; empty where there is none."""
        return self.before.plain if self.before else ""

    @property
    def following(self) -> str:
        """The word right behind, plain; empty where there is none."""
        return self.after.plain if self.after else ""

    @property
    def third(self) -> str:
        """The one after that."""
        return self.moved(1).following if self.after else ""

    @cached_property
    def initial(self) -> str:
        """The letter behind a forename: *Noah B*."""
        after = self.after
        is_one = after and after.written.isupper() and len(after.plain) == 1 and after.plain != "i"
        is_number = after and self.text[after.ends : after.ends + 1].isdigit()  # P5
        return self.following if is_one and not is_number and self.word.has_capital else ""

    def moved(self, steps: int) -> "Spot":
        """The same for a word further on, or further back."""
        return Spot(self.text, self.words, self.at + steps)

    def plain_before(self, count: int) -> set[str]:
        """The words before, plain, whatever stands between."""
        return {word.plain for word in self.words[max(0, self.at - count) : self.at]}

    @cached_property
    def sentence(self) -> Sequence[Word]:
        """The words of its sentence."""
        begins = next(at for at in range(self.at, -1, -1) if Spot(self.text, self.words, at).opens)
        behind = range(self.at + 1, len(self.words))
        ends = next((at for at in behind if Spot(self.text, self.words, at).opens), len(self.words))
        return self.words[begins:ends]

    @property
    def rest(self) -> str:
        """The text right behind it."""
        return self.text[self.word.ends : self.word.ends + 12]
