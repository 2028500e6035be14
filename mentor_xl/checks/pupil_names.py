"""Which other pupils does a text name (decisions, *Privacy*)?"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mentor_xl.casebook import Casebook
from mentor_xl.checks import beside_names as near
from mentor_xl.checks.known_people import KnownPeople
from mentor_xl.checks.names import folded, names_of
from mentor_xl.checks.ordinary_words import ORDINARY_WORDS, is_only_a_word
from mentor_xl.checks.roll import Roll
from mentor_xl.checks.sentences import Spot, Word, words_in
from mentor_xl.checks.written_as_name import (
    anothers_surname,
    is_anothers_surname,
    is_forename,
    is_surname,
)

_INITIALS = re.compile(
    r"(?:\b(?:with|from|near|by|put|beside|next to)|\bw/)\s*\b([A-Z])(?:\.\s?([A-Z])\b|([A-Z])\b)(?!\s*\d)"
)
_TWO_CAPITALS = re.compile(r"\b(?:[Ww]ith|[Ff]rom|[Bb]y)\s+(?=[A-Z][a-z’'-]+ [A-Z][a-z’'-]+)")


class Mention(NamedTuple):
    """Another pupil, and where in the text."""

    owner: str
    begins: int
    ends: int


class _Said(NamedTuple):
    """What a word may be: a forename or a surname, and whose."""

    said: str
    forename_of: Sequence[str]
    surname_of: Sequence[str]


class PupilNames:
    """The names of every pupil in the casebook, looked up word by word."""

    def __init__(self, casebook: Casebook, today: dt.date) -> None:
        self._casebook = casebook
        self._roll = Roll(casebook, today)
        self._known = KnownPeople(casebook)
        self._said = lru_cache(maxsize=65536)(self._look_up)

    def may_stand_in(self, text: str) -> bool:
        """Whether any pupil's name may stand in a text: what takes no time to see."""
        return any(map(self._may_be_name, words_in(text))) or bool(_INITIALS.search(text))

    def _may_be_name(self, word: Word) -> bool:
        said = self._said(word.plain)
        return said is not None and (
            word.has_capital or bool(said.forename_of) or said.said not in ORDINARY_WORDS
        )

    def others_in(self, text: str, pupil_id: str | None) -> Iterator[str]:
        """The IDs of other pupils who are named in a text about this one."""
        yield from dict.fromkeys(mention.owner for mention in self.mentions(text, pupil_id))

    def mentions(self, text: str, pupil_id: str | None) -> Iterator[Mention]:
        """Where other pupils are named: by forename and surname, by either, by initials."""
        words = words_in(text)
        full = list(self._full_names(text, words))
        yield from (mention for mention in full if mention.owner != pupil_id)
        taken = {at for mention in full for at in range(mention.begins, mention.ends)}
        for at, word in enumerate(words):
            said = self._said(word.plain) if word.begins not in taken else None
            owner = self._alone(Spot(text, words, at), said, pupil_id) if said else None
            if owner:
                yield Mention(owner, word.begins, word.ends)
        yield from self._by_initials(text, pupil_id)

    def _full_names(self, text: str, words: Sequence[Word]) -> Iterator[Mention]:
        for at, word in enumerate(words):
            for rest, owner in self._roll.by_full_name.get(word.plain, ()):
                ends = at + 1 + len(rest)
                is_there = tuple(other.plain for other in words[at + 1 : ends]) == rest
                if is_there and _are_names(words[at:ends]) and Spot(text, words, at).last not in near.PEOPLE:
                    yield Mention(owner, word.begins, words[ends - 1].ends)

    # -- a name alone ------------------------------------------------------------------------------

    def _alone(self, spot: Spot, said: _Said, pupil_id: str | None) -> str | None:
        """Whom a forename or a surname alone means; nobody where it is a word or somebody else."""
        if self._known.is_place(spot):
            return None
        owner = None
        if said.forename_of and is_forename(spot, said.said):
            owner = self._by_forename(spot, said, pupil_id)
        if owner is None and said.surname_of and is_surname(spot, said.said):
            owner = self._by_surname(spot, said, pupil_id)
        return owner

    def _by_forename(self, spot: Spot, said: _Said, pupil_id: str | None) -> str | None:
        owners = [owner for owner in said.forename_of if owner != pupil_id]
        if spot.last in ("brother", "sister"):
            owners = [owner for owner in owners if self._surname(owner) == self._surname(pupil_id)]
        if spot.initial:
            return self._by_initial(owners, said.said, spot.initial, pupil_id)
        surname = anothers_surname(spot)
        if surname and not self._said(surname.plain):
            is_adults = surname.plain in self._known.adults(pupil_id)
            owners = [one for one in owners if self._surname(one)[:1] == surname.plain[:1] and not is_adults]
        elif is_anothers_surname(spot) and not self._said(spot.last):
            return None
        return owners[0] if owners and not self._known.may_be_meant(spot, said.said, pupil_id) else None

    def _by_initial(self, owners: Sequence[str], said: str, initial: str, pupil_id: str | None) -> str | None:
        """*Noah B*: whom of that name, if not the pupil."""
        is_own = said in self._known.own(pupil_id) and self._surname(pupil_id).startswith(initial)
        owners = [owner for owner in owners if self._surname(owner).startswith(initial)]
        return owners[0] if owners and not is_own else None

    def _by_surname(self, spot: Spot, said: _Said, pupil_id: str | None) -> str | None:
        owners: Sequence[str] = said.surname_of
        before = spot.text[max(0, spot.word.begins - 4) : spot.word.begins]
        initial = re.search(r"\b([A-Z])\.?\s\Z", before)
        if initial:
            owners = [one for one in owners if initial[1].casefold() in self._initials_of(one)]
        elif is_anothers_surname(spot):
            return None
        is_known = said.said in self._known.own(pupil_id) or said.said in near.NEVER_NAMES
        if is_known or self._known.may_be_meant(spot, said.said, pupil_id):
            return None
        return owners[0] if owners else None

    def _by_initials(self, text: str, pupil_id: str | None) -> Iterator[Mention]:
        for found in _INITIALS.finditer(text):
            first, second, joined = found.groups()
            letters = (first + (second or joined)).casefold()
            owners = self._roll.by_initials.get(letters, ())
            is_somebody = letters not in near.NOBODYS_INITIALS and letters not in self._known.initials
            if is_somebody and len(owners) == 1 and owners[0] != pupil_id:
                yield Mention(owners[0], found.start(1), found.end())

    def _surname(self, pupil_id: str | None) -> str:
        pupil = self._casebook.pupil(pupil_id)
        return folded(pupil.legal_surname or "") if pupil else ""

    def _initials_of(self, pupil_id: str) -> set[str]:
        pupil = self._casebook.pupil(pupil_id)
        return {folded(name)[:1] for name in names_of(pupil)} if pupil else set()

    def _look_up(self, plain: str) -> _Said | None:
        """What a word may be, or without the ``s`` of *Toms*."""
        without_s = plain[:-1] if plain.endswith("s") and plain not in ORDINARY_WORDS else ""
        for said in (plain, without_s):
            forename_of, surname_of = self._roll.by_forename.get(said), self._roll.by_surname.get(said)
            if forename_of or surname_of:
                return _Said(said, forename_of or (), surname_of or ())
        return None

    # -- a child of whom nothing is known ------------------------------------------------------------

    def may_name_somebody(self, text: str) -> bool:
        """Whether two capitalised words come after *with*, *from* or *by*."""
        return bool(_TWO_CAPITALS.search(text))

    def may_name_a_stranger(self, text: str, pupil_id: str | None) -> bool:
        """Whether somebody is named whom no sheet has: two capitalised words after *with*, *from*, *by*."""
        words = words_in(text)
        at_begin = {word.begins: at for at, word in enumerate(words)}
        begins = (at_begin.get(found.end()) for found in _TWO_CAPITALS.finditer(text))
        spots = (Spot(text, words, at) for at in begins if at is not None)
        return any(self._is_stranger(spot, pupil_id) for spot in spots)

    def _is_stranger(self, spot: Spot, pupil_id: str | None) -> bool:
        known = self._known.own(pupil_id) | self._known.adults(pupil_id)
        names = spot.words[spot.at : spot.at + 2]
        are_words = any(word.plain in near.IN_TITLES or word.plain in known for word in names)
        return not are_words and not self._known.is_place(spot) and anothers_surname(spot) is not None


def _are_names(words: Sequence[Word]) -> bool:
    """Whether not only words are meant: “will young people …”."""
    return all(word.has_capital for word in words) or not all(is_only_a_word(word.plain) for word in words)
