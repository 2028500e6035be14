"""Who on roll may be called by a word: the pupils by each form of their forename, by surname, by initials."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product

from mentor_xl.casebook import Casebook
from mentor_xl.checks.names import folded, folded_words, names_of
from mentor_xl.checks.short_forms import ways_to_say
from mentor_xl.records import Pupil

_PARTICLES = frozenset(("van", "von", "der", "den", "bin", "ibn", "mac"))
"""Of three letters; shorter ones are no half of a surname."""


def forenames_of(pupil: Pupil) -> frozenset[str]:
    """A pupil's forenames, folded, in every common form; of several the first counts alone too."""
    return frozenset[str]().union(*map(_ways, names_of(pupil)))


def _ways(name: str) -> Iterator[str]:
    words = folded_words(name.replace("-", " "))
    if words and len(words[0]) > 1:
        yield from ways_to_say(words[0])
        yield "".join(words)


def surnames_of(pupil: Pupil) -> frozenset[str]:
    """A pupil's surname, folded, and each half of one in two parts."""
    surname = pupil.legal_surname or ""
    parts = folded_words(surname.replace("-", " "))
    halves = (part for part in parts if len(part) > 2 and part not in _PARTICLES)
    return frozenset((*halves, folded(surname))) - {""}


def _initials(pupil: Pupil) -> frozenset[str]:
    surnames = folded_words((pupil.legal_surname or "").replace("-", " "))
    pairs = product(names_of(pupil), surnames[:1])
    return frozenset(folded(forename)[:1] + surname[:1] for forename, surname in pairs)


class Roll:
    """The pupils who are here – admitted, and not left – by what they are called."""

    def __init__(self, casebook: Casebook, today: dt.date) -> None:
        self._casebook = casebook
        self._today = today

    @cached_property
    def _here(self) -> tuple[Pupil, ...]:
        return tuple(
            pupil
            for pupil in self._casebook.pupils
            if not (pupil.leaving_date and pupil.leaving_date < self._today)
            and not (pupil.admission_date and pupil.admission_date > self._today)
        )

    @cached_property
    def by_forename(self) -> Mapping[str, Sequence[str]]:
        """Their IDs by each form of each forename."""
        return _by_word(self._here, forenames_of)

    @cached_property
    def by_surname(self) -> Mapping[str, Sequence[str]]:
        """Their IDs by surname."""
        return _by_word(self._here, surnames_of)

    @cached_property
    def by_initials(self) -> Mapping[str, Sequence[str]]:
        """Their IDs by two initials."""
        return _by_word(self._here, _initials)

    @cached_property
    def by_full_name(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """Of everybody, here or not: the first word of the full name to what follows it and the ID."""
        found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for pupil in self._casebook.pupils:
            surname = folded_words(pupil.legal_surname or "")
            for name in names_of(pupil):
                first, *rest = folded_words(name) or ("",)
                if first and surname:
                    found[first].append(((*rest, *surname), pupil.pupil_id))
        return {first: tuple(names) for first, names in found.items()}


def _by_word(pupils: Iterable[Pupil], words: Callable[[Pupil], Iterable[str]]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pupil in pupils:
        for word in sorted(words(pupil)):
            found[word].append(pupil.pupil_id)
    return dict(found)
