"""Whom may a name rightly mean in a text about a pupil: the pupil, the family, staff, the school itself?"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from mentor_xl.casebook import Casebook
from mentor_xl.checks import beside_names as near
from mentor_xl.checks.names import folded_words, words_of
from mentor_xl.checks.roll import forenames_of, surnames_of
from mentor_xl.checks.sentences import Spot
from mentor_xl.checks.written_as_name import is_among_pupils, is_beside


class KnownPeople:
    """The people and places of a casebook that are no other pupils."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self.own = lru_cache(maxsize=1024)(self._own)
        self.adults = lru_cache(maxsize=1024)(self._adults)
        staff, agencies = casebook.staff, casebook.agencies
        names = (name for one in staff for name in (one.forename, one.surname))
        self._of_the_school = _words((*names, *(one.contact_name for one in agencies)))
        self.initials = _words(one.staff_code for one in staff) | frozenset(
            f"{(one.forename or '')[:1]}{(one.surname or '')[:1]}".casefold() for one in staff
        )
        self._places = dict(_places_of(casebook))

    def _own(self, pupil_id: str | None) -> frozenset[str]:
        """What the pupil may be called."""
        pupil = self._casebook.pupil(pupil_id)
        return forenames_of(pupil) | surnames_of(pupil) if pupil else frozenset()

    def _adults(self, pupil_id: str | None) -> frozenset[str]:
        """The names of the pupil's family, of staff and of those at agencies."""
        contacts = self._casebook.contacts_of(pupil_id) if pupil_id else ()
        names = (name for contact in contacts for name in (contact.forename, contact.surname))
        return self._of_the_school | _words(names)

    def may_be_meant(self, spot: Spot, said: str, pupil_id: str | None) -> bool:
        """Whether by a name that another pupil has too one of them may be meant here."""
        own = self.own(pupil_id)
        if said in own:
            return not is_beside(spot, own)
        is_childs = is_among_pupils(spot) or spot.following in near.KIN
        return said in self.adults(pupil_id) and not is_childs

    def is_place(self, spot: Spot) -> bool:
        """Whether it is but a word of what the school, an agency, a group or their town is called."""
        plain = spot.word.plain
        for phrase in self._places.get(plain, ()):
            begins = spot.at - phrase.index(plain)
            there = spot.words[max(begins, 0) : begins + len(phrase)]
            if tuple(word.plain for word in there) == phrase:
                return True
        return False


def _words(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset[str]().union(*map(folded_words, filter(None, names)))


def _places_of(casebook: Casebook) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    agencies = (text for one in casebook.agencies for text in (one.agency, one.town))
    groups = (one.group for one in casebook.groups if len(words_of(one.group)) > 1)
    school = (casebook.settings.school_name, casebook.settings.town)
    phrases = [folded_words(text) for text in (*agencies, *groups, *school) if text]
    for word in {word for phrase in phrases for word in phrase}:
        yield word, tuple(phrase for phrase in phrases if word in phrase)
