"""By which words is a withheld address known, whole or in part, however it is written?"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from mentor_xl.checks.ordinary_words import ORDINARY_WORDS
from mentor_xl.recipients import address_of
from mentor_xl.records import Contact
from mentor_xl.safety.spellings import OF_A_HOUSE, is_postcode, tells_where
from mentor_xl.safety.words import Folds

_SHORTENED = (
    ("lane", "ln", "la"), ("street", "st", "str"), ("road", "rd"), ("avenue", "ave", "av"), ("close", "cl"),
    ("drive", "dr", "drv"), ("crescent", "cres", "cresc"), ("court", "ct", "crt"), ("place", "pl"),
    ("gardens", "gdns", "garden"), ("terrace", "ter", "terr"), ("square", "sq"), ("grove", "gr", "grv"),
    ("house", "hse", "ho"), ("cottage", "cott", "cot", "cottages"), ("lodge", "ldge"), ("park", "pk"),
    ("mount", "mt"), ("saint", "st"), ("north", "nth"), ("south", "sth"), ("and",),
)  # fmt: skip
_WAYS = {word: ways for ways in reversed(_SHORTENED) for word in ways}
_KINDS = frozenset(
    (*_WAYS, "way", "walk", "row", "rise", "hill", "view", "mews", "parade", "farm", "hall", "green", "barn")
)
"""What a street or a house is, said behind its name."""
_HARBOURS_SURELY = frozenset(("refuge", "hostel", "shelter", "womens", "sanctuary"))
_HARBOURS = _HARBOURS_SURELY | {"women", "aid", "safe", "supported", "haven", "project"}
_LONG_ENOUGH = 3


def spellings_of(words: list[str]) -> Iterator[list[str]]:
    """A line of an address with every word that may be shortened in each of its forms."""
    ways = [_WAYS.get(word, (word,)) if at else _first(word) for at, word in enumerate(words)]
    yield from (list(way) for way in product(*ways))


def _first(word: str) -> tuple[str, ...]:
    return ("st", "saint") if word in ("st", "saint") else (word,)


def whole_of(contact: Contact, everyone: Iterable[Contact], folds: Folds) -> Iterator[list[str]]:
    """Its streets with their numbers, in every spelling, with and without the flat."""
    for words in _lines_of(contact, everyone, folds):
        numbers = [at for at, word in enumerate(words) if word[0].isdigit()]
        for begins in (0, *numbers[-1:]):
            if tells_where(words[begins:]):
                yield from spellings_of(words[begins:])


def pieces_of(contact: Contact, everyone: Iterable[Contact], folds: Folds) -> Iterator[list[str]]:
    """What gives it away in part: a street without number or kind, a house, a refuge, its town."""
    towns = {tuple(folds.of(one.town or "")) for one in (contact, *everyone)}
    lines = [words for words in _lines_of(contact, everyone, folds) if tuple(words) not in towns]
    for words in lines:
        yield from _without_number(words)
        yield from _without_kind(words)
    has_number = any(word[0].isdigit() for words in lines for word in words)
    is_harbour = any(not _HARBOURS_SURELY.isdisjoint(words) for words in lines)
    if contact.town and (is_harbour or not has_number):
        yield folds.of(contact.town)


def _lines_of(contact: Contact, everyone: Iterable[Contact], folds: Folds) -> list[list[str]]:
    """Its lines in plain words, ``St Mary’s`` also as St Marys; no postcode."""
    lines = [part for line in address_of(contact, everyone).lines for part in line.split(",")]
    spelled = dict.fromkeys((*lines, *(re.sub("['’]", "", line) for line in lines), " ".join(lines[:2])))
    return [words for words in map(folds.of, spelled) if words and not is_postcode(words)]


def _without_kind(words: list[str]) -> Iterator[list[str]]:
    """*12 Fern* of *12 Fern Lane*."""
    numbers = [at for at, word in enumerate(words) if word[0].isdigit()]
    house = words[numbers[-1] :] if numbers else []
    if len(house) > 2 and house[-1] in _KINDS and len("".join(house[1:-1])) > _LONG_ENOUGH - 1:
        yield house[:-1]


def _without_number(words: list[str]) -> Iterator[list[str]]:
    while words and (words[0][0].isdigit() or words[0] in OF_A_HOUSE or len(words[0]) == 1):
        words = words[1:]
    numbers = [at for at, word in enumerate(words) if word[0].isdigit()]
    halves = [words[: numbers[0]], words[numbers[0] :]] if numbers else [words]
    for half in halves:
        if numbers and half is halves[1]:
            yield from _without_number(half)
        elif len("".join(half)) > _LONG_ENOUGH:
            yield from spellings_of(half)
            yield from _name_of_harbour(half)


def _name_of_harbour(words: list[str]) -> Iterator[list[str]]:
    """*Orchard House* of *Orchard House Women's Refuge*."""
    generic = next((at for at, word in enumerate(words) if word in _HARBOURS), 0)
    if generic:
        yield from spellings_of(words[:generic])


def is_written_as_place(phrase: tuple[str, ...], written: str, before: str) -> bool:
    """Whether a street's or a house's name is meant, and not the words that it is made of."""
    said = [word for word in re.findall(r"[^\W_]+", written) if word.casefold() not in ("the", "and", "of")]
    if all(word[0].isupper() or word[0].isdigit() for word in said):
        is_plain_word = len(phrase) == 1 and phrase[0] in _MAY_BE_WORDS
        return not is_plain_word or before in ("at", "in", "to", "from", "near", "called")
    name = [word for word in phrase if not word[0].isdigit()]
    has_kind = len(name) > 1 and name[-1] in _KINDS
    words = _SAID_OFTEN | _KINDS if has_kind else _MAY_BE_WORDS
    return len(phrase) > 1 and not all(word in words or word.removesuffix("s") in words for word in name)


_SAID_OFTEN = frozenset(
    (
        "care", "church", "first", "front", "full", "half", "high", "home", "long", "main", "market",
        "nature", "new", "old", "other", "play", "school", "short", "side", "station", "top", "town",
        "village",
    )
)  # fmt: skip
"""With what is behind them they are words as often as streets: *the high street*."""
_MAY_BE_WORDS = ORDINARY_WORDS | _SAID_OFTEN | {"reading", "rugby", "deal", "battle", "bury"}
