"""Everything that must not stand in just any letter: names, IDs and ways to reach, looked up at once.

Made once for a workbook. What stands in a text is the same for every letter; whether it may stand there is
decided for each (``mentions``, ``ways_to_reach``).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from mentor_xl.casebook import Casebook
from mentor_xl.problems import Place
from mentor_xl.recipients import address_of, is_kept_away, is_withheld
from mentor_xl.records import Column, Contact, Pupil, Record, StaffMember, columns_of
from mentor_xl.safety.leftovers import leftovers_in
from mentor_xl.safety.passages import LEAST_DIGITS, Passages, phones_in
from mentor_xl.safety.rendered import Part
from mentor_xl.safety.sight import Known, Sight, What
from mentor_xl.safety.spellings import (
    digits_of,
    emails_spelled,
    full_names,
    is_postcode,
    parted,
    tells_where,
)
from mentor_xl.safety.withheld import pieces_of, whole_of
from mentor_xl.safety.words import Folds, Phrases, joined
from mentor_xl.wording import phone_number, polite_title

_TEXTS_KEPT = 8192
"""Names and lines of addresses that come back from letter to letter."""


class Register:
    """The names, IDs and ways to reach of everybody in a workbook."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self.folds = Folds()
        self.phones: dict[str, tuple[Contact, ...]] = {}
        self._phrases: Phrases[Known] = Phrases()
        self._passages = Passages(self._phrases, self.folds)
        self._headings: dict[str, tuple[str, ...]] = {}
        self._phrase = lru_cache(maxsize=_TEXTS_KEPT)(self._as_phrase)
        self.names_of = lru_cache(maxsize=_TEXTS_KEPT)(self._names_of)
        self.of_the_school_with = lru_cache(maxsize=_TEXTS_KEPT)(self._of_the_school_with)
        for pupil in casebook.pupils:
            self._add_pupil(pupil)
        for contact in casebook.contacts:
            self._add_contact(contact)

    def sight(self, part: Part) -> Sight:
        """What is known in a part of a letter."""
        passages = list(map(self._passages.__getitem__, part.texts))
        line = f" {''.join([passage.line for passage in passages]) or ' '}"
        if not any(passage.says_more for passage in passages):
            return Sight(part, passages, line, (), (), ())
        hits = tuple(self._passages.hits_in(passages))
        with_phones = self.phones and any(passage.phones for passage in passages)
        phones = tuple(phones_in(passages)) if with_phones else ()
        may_have_left = any(passage.may_have_left for passage in passages)
        left = tuple(leftovers_in(part.text, is_hidden=part.is_hidden)) if may_have_left else ()
        return Sight(part, passages, line, hits, phones, left)

    # -- pupils ------------------------------------------------------------------------------------

    def _add_pupil(self, pupil: Pupil) -> None:
        owner = pupil.pupil_id
        for name in full_names(pupil, self.folds):
            self._phrases.add(name.words, Known(What.NAME_TURNED if name.is_turned else What.NAME, owner))
        self._phrases.add(self.folds.of(owner), Known(What.ID, owner))
        if pupil.upn:
            self._phrases.add(self.folds.of(pupil.upn), Known(What.UPN, owner))

    # -- contacts ----------------------------------------------------------------------------------

    def _add_contact(self, contact: Contact) -> None:
        everyone = self.casebook.contacts_of(contact.pupil_id)
        is_secret = is_withheld(contact)
        for words in self._address_phrases(contact, everyone):
            self._phrases.add(words, Known(What.ADDRESS, contact.pupil_id, contact))
        for words in whole_of(contact, everyone, self.folds) if is_secret else ():
            self._phrases.add(words, Known(What.ADDRESS, contact.pupil_id, contact))
        for words in pieces_of(contact, everyone, self.folds) if is_secret else ():
            self._phrases.add(words, Known(What.PIECE, contact.pupil_id, contact))
        if contact.email and "@" in contact.email:
            for way in emails_spelled(contact.email) if is_secret else (contact.email,):
                self._phrases.add(self.folds.of(way), Known(What.EMAIL, contact.pupil_id, contact))
        number = digits_of(phone_number(contact.phone))
        if len(number) >= LEAST_DIGITS:
            self.phones[number] = (*self.phones.get(number, ()), contact)
        if is_kept_away(contact):
            for words in self._adult_phrases(contact):
                self._phrases.add(words, Known(What.ADULT, contact.pupil_id, contact))

    def _address_phrases(self, contact: Contact, everyone: Iterable[Contact]) -> Iterator[list[str]]:
        """The street with its number, the house with its street, and the postcode in its two spellings."""
        lines = address_of(contact, everyone).lines
        if not lines and contact.postcode:
            lines = (contact.postcode,)
        folded = [self.folds.of(line) for line in lines]
        for number, words in enumerate(folded):
            if is_postcode(words):
                yield from (words, ["".join(words)], parted("".join(words)))
            elif tells_where(words):
                yield words
            elif number == 0 and len(folded) > 1 and not is_postcode(folded[1]):
                yield [*words, *folded[1]]

    def _adult_phrases(self, contact: Contact) -> Iterator[list[str]]:
        title = polite_title(contact.title)
        for first in filter(None, (contact.forename, title)):
            if contact.surname:
                yield self.folds.of(f"{first} {contact.surname}")

    # -- names that are right anywhere --------------------------------------------------------------

    @cached_property
    def of_the_school(self) -> tuple[str, ...]:
        """Phrases of the school, its staff and its agencies, which may stand in any letter."""
        book = self.casebook
        members = (way for one in book.staff for way in _ways_to_name(one))
        agencies = (text for one in book.agencies for text in _texts(one))
        texts = (*_texts(book.settings), *members, *agencies)
        return self.phrases_of(way for text in texts if text for way in (text, _TITLE.sub("", text)))

    def _of_the_school_with(self, phrase: str) -> tuple[str, ...]:
        """Those of them that a phrase is a piece of."""
        return tuple(longer for longer in self.of_the_school if phrase in longer)

    def _names_of(self, pupil_id: str) -> tuple[str, ...]:
        """Every way to write a pupil's full name, as phrases."""
        pupil = self.casebook.pupil(pupil_id)
        return tuple(joined(name.words) for name in full_names(pupil, self.folds)) if pupil else ()

    def phrases_of(self, texts: Iterable[str | None]) -> tuple[str, ...]:
        """Texts as phrases of plain words, each with a space at either end."""
        return tuple(dict.fromkeys(filter(None, (self._phrase(text) for text in texts if text))))

    @cached_property
    def phones_of_the_school(self) -> frozenset[str]:
        """The phone numbers of the school, its staff and its agencies."""
        book = self.casebook
        numbers = (book.settings.phone, *(s.phone for s in book.staff), *(a.phone for a in book.agencies))
        return frozenset(digits_of(phone_number(number)) for number in numbers if number)

    def _as_phrase(self, text: str) -> str:
        words = self.folds.of(text)
        return joined(words) if words else ""

    def headings_of(self, column: Column) -> tuple[str, ...]:
        """What a column of pupils is called here and in the school's workbook, as phrases."""
        if column.attribute not in self._headings:
            layout = self.casebook.layouts.get("Pupils")
            typed = layout.columns.get(column.attribute) if layout else None
            names = (column.heading, typed[1] if typed else None)
            self._headings[column.attribute] = self.phrases_of(names)
        return self._headings[column.attribute]

    @cached_property
    def keys_of_other_rows(self) -> frozenset[str]:
        """IDs of cases, targets, pairs and the like, folded: a pupil's ID may look the same."""
        book = self.casebook
        rows: tuple[Iterable[Record], ...] = (
            book.cases, book.referrals, book.targets, book.consents, book.agency_referrals, book.peer_pairs,
        )  # fmt: skip
        return frozenset(str(getattr(row, _key_of(row))).casefold() for sheet in rows for row in sheet)

    def place(self, record: Record, attribute: str) -> Place:
        """Where a cell stands in the workbook."""
        return self.casebook.place(record, attribute)


_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|prof|professor|rev|reverend)\.?\s+", re.IGNORECASE)


def _ways_to_name(member: StaffMember) -> tuple[str | None, ...]:
    forename, surname = member.forename or "", member.surname or ""
    titled = f"{polite_title(member.title)} {surname}"
    return f"{forename} {surname}", f"{surname} {forename}", titled, member.email, member.phone


def _key_of(record: Record) -> str:
    return columns_of(type(record))[0].attribute


def _texts(record: Record) -> Iterator[str]:
    for column in columns_of(type(record)):
        value = getattr(record, column.attribute)
        if isinstance(value, str):
            yield value
