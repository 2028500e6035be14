"""What is known in a paragraph's text by itself, whichever letter it stands in, and what over its end?

The same text comes back from letter to letter, so that most is looked up once. A name or an address may
reach over several paragraphs (the cells of a table): what may begin near an end is looked at in its letter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Generic, NamedTuple

from mentor_xl.safety.leftovers import may_have_left
from mentor_xl.safety.spellings import digits_of
from mentor_xl.safety.words import Entry, Folds, Hit, Phrases

_PASSAGES_KEPT = 20_000


class Phone(NamedTuple):
    """A phone number in a text."""

    number: str
    """Its digits."""
    begins: int
    is_from_abroad: bool


class Passage(NamedTuple, Generic[Entry]):
    """A text and what is known in it."""

    text: str
    words: list[str]
    line: str
    """The words as one text, a space behind each."""
    hits: tuple[Hit[Entry], ...]
    """Phrases that stand in it, whatever comes after it."""
    near_end: tuple[int, ...]
    """The words, all behind those phrases, at which one may begin that goes on after it."""
    phones: tuple[Phone, ...]
    may_have_left: bool
    """Whether there may be a tag or a gap, in it or over its ends."""
    says_more: bool
    """Whether there may be anything but words in it."""


class Passages(dict[str, Passage[Entry]], Generic[Entry]):
    """Each text met to what is known in it."""

    def __init__(self, phrases: Phrases[Entry], folds: Folds) -> None:
        super().__init__()
        self._phrases = phrases
        self._folds = folds

    def __missing__(self, text: str) -> Passage[Entry]:
        if len(self) > _PASSAGES_KEPT:
            self.clear()
        found = self[text] = self._look_at(text)
        return found

    def _look_at(self, text: str) -> Passage[Entry]:
        words = self._folds.of_composed(text)
        hits: list[Hit[Entry]] = []
        begins, last = self._phrases.begins_in(words), len(words) - 1
        for number, at in enumerate(begins):
            if at == last or at + self._phrases.reach(words[at], words[at + 1]) > len(words):
                near_end = tuple(begins[number:])
                break
            hits.extend(self._phrases.found_at(words, at))
        else:
            near_end = ()
        phones = tuple(_phones_in(text)) if "0" in text or "44" in text else ()
        line = f"{' '.join(words)} " if words else ""
        has_gap = may_have_left(text)
        says_more = bool(hits or near_end or phones or has_gap)
        return Passage(text, words, line, tuple(hits), near_end, phones, has_gap, says_more)

    def hits_in(self, passages: Sequence[Passage[Entry]]) -> Iterator[Hit[Entry]]:
        """Every place where a phrase stands in texts that follow each other."""
        telling = [at for at, passage in enumerate(passages) if passage.says_more]
        before, counted = 0, 0
        for number in telling:
            before += sum([len(one.words) for one in passages[counted:number]])
            counted, passage = number, passages[number]
            for hit in passage.hits:
                yield hit._replace(begins=hit.begins + before, ends=hit.ends + before)
            if passage.near_end and self._may_go_on(passage, passages[number + 1 :]):
                yield from self._over_the_end(passage, passages[number + 1 :], before)

    def _may_go_on(self, passage: Passage[Entry], after: Sequence[Passage[Entry]]) -> bool:
        """Whether more than the last word may begin something, or the next word goes with that."""
        is_last = passage.near_end[0] == len(passage.words) - 1
        following = after[0].words if after else ()
        return not (is_last and following) or self._phrases.may_begin(passage.words[-1], following[0])

    def _over_the_end(
        self, passage: Passage[Entry], after: Sequence[Passage[Entry]], before: int
    ) -> Iterator[Hit[Entry]]:
        reach = max(self._phrases.reach(passage.words[at]) for at in passage.near_end)
        longer = [*passage.words, *islice(chain.from_iterable(one.words for one in after), reach)]
        for at in passage.near_end:
            for hit in self._phrases.found_at(longer, at):
                yield hit._replace(begins=hit.begins + before, ends=hit.ends + before)


# -- phone numbers ----------------------------------------------------------------------------------

_PHONE = re.compile(r"0[\d ().\-\u00a0]{8,}")
_FROM_ABROAD = re.compile(r"\+44[\d ().\-\u00a0]{9,}")
_SCATTERED = re.compile(r"\d(?:[^\d\n]{0,12}\d){8,}")
LEAST_DIGITS = 9
_LENGTHS = (11, 10)
"""Digits of a number with its 0."""


def _phones_in(text: str) -> Iterator[Phone]:
    for begins, pattern in (("0", _PHONE), ("+44", _FROM_ABROAD)):
        for found in pattern.finditer(text) if begins in text else ():
            number = digits_of(found[0])
            if len(number) >= LEAST_DIGITS:
                yield Phone(number, found.start(), is_from_abroad=begins != "0")
    for found in _SCATTERED.finditer(text):
        for number in _numbers_among("".join(filter(str.isdigit, found[0]))):
            yield Phone(number, found.start(), is_from_abroad=False)


def _numbers_among(digits: str) -> Iterator[str]:
    """Each number that digits hold, whatever stands between them: ``07700/900111``, ``0044 7700 900111``."""
    for at in range(len(digits) - LEAST_DIGITS):
        home = f"0{digits[at + 2 :].lstrip('0')}" if digits.startswith("44", at) else digits[at:]
        if home.startswith("0"):
            yield from (home[:length] for length in _LENGTHS if len(home) >= length)


def phones_in(passages: Sequence[Passage[Entry]]) -> Iterator[tuple[str, int]]:
    """The phone numbers in texts that follow each other, a line end between; those from abroad last."""
    found: list[tuple[Phone, int]] = []
    for number in [at for at, passage in enumerate(passages) if passage.phones]:
        before = sum(len(one.text) + 1 for one in passages[:number])
        found.extend((phone, before) for phone in passages[number].phones)
    for phone, before in sorted(found, key=lambda one: one[0].is_from_abroad):
        yield phone.number, phone.begins + before
