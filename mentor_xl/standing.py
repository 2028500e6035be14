"""How everybody in a workbook stands: who must not be written to, or found, whatever their own row says.

Worked out once for a workbook, when it has been read. What is found is kept with the record as its
``holds``, so that whoever holds the record knows. An answer on the Explanations sheet to the query of the
same code, at the same row, ends a hold that rests on doubt; what a column of ours says it never ends.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from mentor_xl import signs
from mentor_xl.answers import answered_codes
from mentor_xl.casebook import Casebook
from mentor_xl.dwellings import is_kept_away, is_withheld, typed_address
from mentor_xl.persons import is_professional, may_be_one_person, name_words, ways_to_reach
from mentor_xl.problems import Place
from mentor_xl.records import Contact, Hold, Pupil, Record, columns_of


class Refused(NamedTuple):
    """A row of Contacts that could not be kept, and the pupil it may mean."""

    contact: Contact
    pupil_id: str | None


def settled(casebook: Casebook, refused: Sequence[Refused] = (), today: dt.date | None = None) -> Casebook:
    """The casebook with everybody's holds. Without a day, answers that hold *until* one end nothing."""
    return _Settling(casebook, refused, today).done()


class _Settling:
    def __init__(self, casebook: Casebook, refused: Sequence[Refused], today: dt.date | None) -> None:
        self._book = casebook
        self._answered = answered_codes(casebook, today)
        self._pupils: list[Pupil] = list(casebook.pupils)
        self._contacts: list[Contact] = list(casebook.contacts)
        self._refused = refused

    def done(self) -> Casebook:
        self._mark(self._pupils, self._of_pupil)
        self._mark(self._contacts, self._of_contact)
        self._of_notes()
        self._of_refused_rows()
        self._of_the_same_persons()
        return replace(self._book, pupils=tuple(self._pupils), contacts=tuple(self._contacts))

    def _mark(self, records: list[Any], holds_of: Callable[[Any], Iterable[Hold]]) -> None:
        for at, record in enumerate(records):
            self._add(records, at, holds_of(record))

    def _add(self, records: list[Any], at: int, holds: Iterable[Hold]) -> None:
        new = tuple(h for h in holds if (h.place.sheet, h.place.row, h.code) not in self._answered)
        if new:
            records[at] = records[at].model_copy(update={"holds": (*records[at].holds, *new)})

    # -- what a row itself says ---------------------------------------------------------------------

    def _of_pupil(self, pupil: Pupil) -> Iterator[Hold]:
        for attribute in ("form", "year_group"):
            if signs.form_says_left(getattr(pupil, attribute)):
                why = "this pupil may have left: it says so in place of a class."
                yield Hold("form-says-left", why, self._book.place(pupil, attribute), "no letter")
        if "leaving_date" in pupil.unread:
            why = "Leaving date could not be read: this pupil may have left."
            yield Hold("leaving-date-unread", why, self._book.place(pupil, "leaving_date"), "no letter")
        for heading, cell in pupil.own.items():
            place = self._own_place(pupil, heading)
            if signs.speaks_of_leaving(heading, cell):
                why = "this column of your own says that the pupil has left."
                yield Hold("own-column-says-left", why, place, "no letter")
            elif signs.speaks_of_care(heading, cell):
                why = "this column of your own speaks of care, and who gets letters hangs on that."
                yield Hold("own-column-says-care", why, place, "no letter")

    def _of_contact(self, contact: Contact) -> Iterator[Hold]:
        for heading, cell in contact.own.items():
            yield from self._of_own_cell(heading, cell, self._own_place(contact, heading))
        texts = {**{name: getattr(contact, name) for name in _TEXTS}, **dict(contact.as_typed), **contact.own}
        written = {name: text for name, text in texts.items() if type(text) is str}
        if signs.may_say_more("\n".join(written.values())):
            for name, text in written.items():
                place = (
                    self._own_place(contact, name) if name in contact.own else self._book.place(contact, name)
                )
                yield from _of_text(text, name, place)

    def _of_own_cell(self, heading: str, cell: Any, place: Place) -> Iterator[Hold]:
        if signs.speaks_of_restriction(heading, cell):
            why = "this column of your own speaks of a court's restriction, and does not say No."
            yield Hold("restriction-in-own-column", why, place, "restricted")
        if signs.speaks_of_secrecy(heading, cell):
            why = "this column of your own says that nobody may learn the address."
            yield Hold("restriction-in-own-column", why, place, "withheld")
        if signs.heading_says_dead(heading, cell):
            yield Hold("contact-may-have-died", _DEAD, place, "no letter")
        if signs.heading_says_do_not_post(heading, cell):
            yield Hold("not-to-be-posted", _UNPOSTED, place, "no letter")

    def _own_place(self, record: Record, heading: str) -> Place:
        layout = self._book.layouts[record.sheet_name]
        return Place(layout.sheet, record.row_number, layout.own.get(heading), heading)

    # -- what is said of them elsewhere ---------------------------------------------------------------

    def _rows(self) -> Mapping[str, list[int]]:
        """Each pupil's contacts, by where they stand in the list."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, contact in enumerate(self._contacts):
            found[contact.pupil_id].append(at)
        return found

    def _of_notes(self) -> None:
        """Words of an order in a pupil's Notes: the contact they name, else all who live elsewhere."""
        rows = self._rows()
        for pupil in self._book.pupils:
            if pupil.notes and signs.may_say_more(pupil.notes) and signs.says_order(pupil.notes):
                place = self._book.place(pupil, "notes")
                of_pupil = rows.get(pupil.pupil_id, [])
                meant = {
                    id(contact) for contact in _meant(pupil.notes, [self._contacts[at] for at in of_pupil])
                }
                for at in of_pupil:
                    if id(self._contacts[at]) in meant:
                        self._add(
                            self._contacts, at, [Hold("words-of-an-order", _ORDER, place, "restricted")]
                        )

    def _of_refused_rows(self) -> None:
        """A row left out that speaks of restriction or secrecy: the pupil it may mean, and its home."""
        speaking = []
        for contact, pupil_id in self._refused:
            marked = contact.model_copy(update={"holds": tuple(self._of_contact(contact))})
            if is_kept_away(marked) or is_withheld(marked):
                speaking.append((marked, (pupil_id or "").casefold()))
        if not speaking:
            return
        homes = self._by_home()
        pupils = {pupil.pupil_id.casefold(): at for at, pupil in enumerate(self._pupils)}
        for contact, pupil_id in speaking:
            hold = Hold("refused-restriction", _REFUSED, self._book.place(contact), "no letter")
            if pupil_id in pupils:
                self._add(self._pupils, pupils[pupil_id], [hold])
            home = typed_address(contact)
            for at in sorted({at for key in _home_keys(contact) for at in homes[key]}):
                if home.could_be(typed_address(self._contacts[at])):
                    self._add(self._contacts, at, [hold])

    def _by_home(self) -> defaultdict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, contact in enumerate(self._contacts):
            for key in _home_keys(contact):
                found[key].append(at)
        return found

    def _of_the_same_persons(self) -> None:
        """Restricted or withheld on one row of a family's is so on every row of that person."""
        marked = [c for c in self._contacts if is_kept_away(c) or is_withheld(c)]
        if not marked:
            return
        family = _families(self._contacts)
        concerned: defaultdict[str, list[Contact]] = defaultdict(list)
        for contact in marked:
            concerned[family[contact.pupil_id]].append(contact)
        for at, contact in enumerate(self._contacts):
            said = concerned.get(family[contact.pupil_id], ())
            if said:
                self._add(self._contacts, at, list(self._said_elsewhere(contact, said)))

    def _said_elsewhere(self, contact: Contact, said: Sequence[Contact]) -> Iterator[Hold]:
        others = [other for other in said if other.row_number != contact.row_number]
        if not is_kept_away(contact):
            away = [other for other in others if is_kept_away(other)]
            same = next((other for other in away if may_be_one_person(contact, other)), None)
            if same:
                place = self._book.place(contact, "court_restriction")
                why = f"what seems to be the same person is kept away by {self._source(same, 'restricted')}."
                yield Hold("restricted-elsewhere", why, place, "restricted")
            for other in away:
                if other.pupil_id != contact.pupil_id and _is_one_home(contact, other):
                    place = self._book.place(contact, "address_line_1")
                    source = self._source(other, "restricted")
                    why = f"somebody at this address is kept away from a brother or sister: {source}."
                    yield Hold("restricted-for-a-sibling", why, place, "no letter")
                    break
        if not is_withheld(contact):
            for other in filter(is_withheld, others):
                if may_be_one_person(contact, other) or _is_one_home(contact, other):
                    place = self._book.place(contact, "do_not_disclose_address")
                    source = self._source(other, "withheld")
                    why = f"what seems to be the same person's address, or home, is withheld by {source}."
                    yield Hold("withheld-elsewhere", why, place, "withheld")
                    break

    def _source(self, contact: Contact, kind: str) -> Place:
        """The cell that keeps a contact away, or withholds the address."""
        column = "court_restriction" if kind == "restricted" else "do_not_disclose_address"
        if getattr(contact, column) or column in contact.unread:
            return self._book.place(contact, column)
        return next(hold.place for hold in contact.holds if hold.kind == kind)


_TEXTS = tuple(c.attribute for c in columns_of(Contact) if c.base in ("text", "list"))
_DEAD = "these words speak of a death."
_UNPOSTED = "these words ask not to send anything there."
_ORDER = "these words speak of a court's order, or of no contact."
_REFUSED = "this row could not be kept, and it says that somebody is kept away or an address withheld."


def _of_text(text: str, name: str, place: Place) -> Iterator[Hold]:
    if signs.says_order(text, name):
        yield Hold("words-of-an-order", _ORDER, place, "restricted")
    if signs.says_dead(text, name):
        yield Hold("contact-may-have-died", _DEAD, place, "no letter")
    if signs.says_do_not_post(text):
        yield Hold("not-to-be-posted", _UNPOSTED, place, "no letter")
    if signs.says_secret(text):
        yield Hold(
            "not-to-be-posted", "these words say that nobody may learn the address.", place, "withheld"
        )


# -- whom a note means --------------------------------------------------------------------------------

_CALLED = {
    "Mother": frozenset({"mother", "mum", "mam", "mums", "mothers"}),
    "Father": frozenset({"father", "dad", "dads", "fathers"}),
    "Step-parent": frozenset({"step", "stepfather", "stepdad", "stepmother", "stepmum", "partner"}),
    "Grandparent": frozenset({"gran", "nan", "nana", "grandma", "grandad", "grandmother", "grandfather",
                              "grandparents", "grandparent"}),
}  # fmt: skip


def _meant(notes: str, contacts: Sequence[Contact]) -> Sequence[Contact]:
    """The contacts that a note names and who live elsewhere; else those, and all who live elsewhere."""
    words = frozenset(name_words(notes))
    named = [contact for contact in contacts if _is_named(contact, words)]
    away = [contact for contact in contacts if not contact.lives_with_pupil]
    return [contact for contact in named if not contact.lives_with_pupil] or [*named, *away]


def _is_named(contact: Contact, words: frozenset[str]) -> bool:
    forename, surname, title = map(name_words, (contact.forename, contact.surname, contact.title))
    by_title = title and not words.isdisjoint(title) and words.issuperset(surname)
    by_name = (forename and forename[0] in words) or (surname and by_title)
    return bool(by_name) or not words.isdisjoint(_CALLED.get(contact.relationship or "", ()))


# -- families -----------------------------------------------------------------------------------------

_MOST_OF_ONE_FAMILY = 20
"""Pupils who have a home or a number in common; more of them are a hostel's, an office's or the school's."""


def _families(contacts: Iterable[Contact]) -> Mapping[str, str]:
    """Each pupil with contacts to one of their brothers and sisters, the same for all of them."""
    root: dict[str, str] = {}
    sharing: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for contact in contacts:
        root[contact.pupil_id] = contact.pupil_id
        if not is_professional(contact):
            for key in _shared_by_a_family(contact):
                sharing[key][contact.pupil_id] = None

    def of(pupil_id: str) -> str:
        while root[pupil_id] != pupil_id:
            root[pupil_id] = pupil_id = root[root[pupil_id]]
        return pupil_id

    for pupils in sharing.values():
        if 1 < len(pupils) <= _MOST_OF_ONE_FAMILY:
            for one, other in pairwise(pupils):
                root[of(other)] = of(one)
    return {pupil_id: of(pupil_id) for pupil_id in root}


def _shared_by_a_family(contact: Contact) -> Iterator[tuple[str, ...]]:
    """What makes pupils brothers and sisters: a home, or a contact of one name with home or number."""
    home = typed_address(contact).home
    if home and contact.lives_with_pupil:
        yield ("home", home)
    for reach in (*filter(None, (home,)), *ways_to_reach(contact)):
        for word in name_words(contact.surname):
            yield (word, reach)


def _home_keys(contact: Contact) -> tuple[str, ...]:
    """Where addresses that may be one are looked for."""
    address = typed_address(contact)
    return tuple(filter(None, {address.street, address.postcode}))


def _is_one_home(one: Contact, other: Contact) -> bool:
    return typed_address(one).could_be(typed_address(other))
