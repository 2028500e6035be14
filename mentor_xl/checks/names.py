"""Whose name stands in a text? Every pupil's names, looked up word by word."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mentor_xl.casebook import Casebook
from mentor_xl.records import Pupil

_WORD = re.compile(r"[^\W\d_]+(?:[’'`-][^\W\d_]+)*")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "prof", "rev"})
_ALSO_WORDS = frozenset(
    (
        "will", "may", "mark", "grace", "hope", "joy", "faith", "summer", "art", "bill", "rose",
        "april", "june", "august", "lily", "dawn", "eve", "skye", "sky", "chase", "jack", "max",
        "pat", "rich", "frank", "sunny", "precious", "star", "amber", "violet", "olive", "ivy",
        "daisy", "holly", "angel", "rain", "carol", "robin", "christian", "guy", "drew", "grant",
        "lance", "miles", "wade", "reed", "clay", "dean", "earl", "ray", "rocky", "sandy", "ruby",
        "pearl", "jade", "crystal", "harmony", "melody", "heather", "iris", "basil", "sage",
        "autumn", "winter", "june", "jordan", "chelsea", "france", "paris", "london", "asia",
    )
)  # fmt: skip
"""Forenames that are words, places or clubs too: alone they do not say that a pupil is meant."""


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """A name without case, accents and punctuation: ``O’Neill`` and ``ONEILL`` are one."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def _plain(word: str) -> str:
    """A word of a text folded; ``Ben’s`` is Ben."""
    if word.isascii() and word.isalpha():
        return word.lower()
    return folded(re.sub(r"[’']s$", "", word))


def words_of(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=65536)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(map(folded, words_of(text)))


def names_of(pupil: Pupil) -> tuple[str, ...]:
    """The forenames a pupil goes by: the register's and the one used."""
    return tuple(dict.fromkeys(name for name in (pupil.legal_forename, pupil.known_as) if name))


@dataclass(frozen=True)
class PupilNames:
    """The names of every pupil in the casebook."""

    casebook: Casebook

    def may_stand_in(self, text: str) -> bool:
        """Whether any pupil's forename stands in a text."""
        return not self._all_forenames.isdisjoint(map(_plain, words_of(text)))

    def others_in(self, text: str, pupil_id: str | None) -> Iterator[str]:
        """The IDs of other pupils who are named in a text about this one (decisions, *Privacy*).

        A forename beside its surname counts anywhere; a forename alone only when its owner is on the
        caseload now, the pupil does not share it, and it is not also a common word.
        """
        words = words_of(text)
        plain = list(map(_plain, words))
        found: dict[str, None] = {}
        for place, word in enumerate(plain):
            for rest, owner in self._by_forename.get(word, ()):
                if tuple(plain[place + 1 : place + 1 + len(rest)]) == rest:
                    found[owner] = None
        if not found:
            found.update(dict.fromkeys(self._alone(words, plain, pupil_id)))
        yield from (owner for owner in found if owner != pupil_id)

    def _alone(self, words: list[str], plain: list[str], pupil_id: str | None) -> Iterator[str]:
        for place, word in enumerate(plain):
            owners = self._on_caseload.get(word)
            if not owners or pupil_id in owners or not words[place][0].isupper():
                continue
            has_title = place > 0 and plain[place - 1] in _TITLES
            if not has_title and word not in self._known_to(pupil_id):
                yield from owners[:1]

    def _known_to(self, pupil_id: str | None) -> frozenset[str]:
        """The names of the pupil's own family and of staff: theirs may be meant."""
        contacts = self.casebook.contacts_of(pupil_id) if pupil_id else ()
        family = (name for contact in contacts for name in (contact.forename, contact.surname) if name)
        own = self.casebook.pupil(pupil_id)
        names = (*family, own.legal_surname or "" if own else "")
        return self._staff.union(*map(folded_words, names))

    @cached_property
    def _staff(self) -> frozenset[str]:
        staff = self.casebook.staff
        names = (name for one in staff for name in (one.forename, one.surname) if name)
        return frozenset().union(*map(folded_words, names))

    @cached_property
    def _by_forename(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """First word of a full name to the words that follow it and the pupil's ID."""
        found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for pupil in self.casebook.pupils:
            surname = folded_words(pupil.legal_surname or "")
            for name in names_of(pupil):
                first, *rest = folded_words(name) or ("",)
                if first and surname:
                    found[first].append(((*rest, *surname), pupil.pupil_id))
        return {first: tuple(names) for first, names in found.items()}

    @cached_property
    def _all_forenames(self) -> frozenset[str]:
        return frozenset(self._by_forename) | frozenset(self._on_caseload)

    @cached_property
    def _on_caseload(self) -> Mapping[str, list[str]]:
        """Forename to the IDs of the pupils of that name who have an open case."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for case in self.casebook.cases:
            pupil = self.casebook.pupil(case.pupil_id) if case.status != "Closed" else None
            for name in names_of(pupil) if pupil else ():
                word = folded(name)
                if len(word) > 2 and word not in _ALSO_WORDS and case.pupil_id not in found[word]:
                    found[word].append(case.pupil_id)
        return dict(found)
