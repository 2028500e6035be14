"""Who gets a letter about a pupil, at which address, greeted how, and who must not.

The rules are those of decisions, *Who gets a letter*. Every contact who was meant to get a letter is
answered for: a ``Recipient``, or a ``NoLetter`` with its reason. A contact whose *Send letters* is No is
not meant to, and is not mentioned.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.name_at_home import called_in_full
from mentor_xl.records import Contact, Pupil, Settings
from mentor_xl.same_place import Address
from mentor_xl.wording import Greeting, greet_contacts, in_a_list, name_on_envelope, postcode

ADDRESS_LINES = 6
"""Lines that fit in the window of an envelope, the name among them (reference 5.4)."""

ADDRESS_WITHHELD = "Address withheld – contact the school"

_PROFESSIONALS = frozenset({"social worker", "virtual school head"})
"""Contacts of a looked-after child who are written to although they neither live with it nor have PR."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One envelope: who it goes to and how they are to be written to."""

    audience: Audience
    row: str
    """The sheet and row it was taken from, ``Contacts!14``."""
    greeting: Greeting
    address_lines: tuple[str, ...] = ()
    """The name and the address, six lines at most."""
    is_large_print: bool = False
    interpreter: str = ""
    """The language, where an interpreter is wanted."""
    signers: tuple[str, ...] = ()
    """Those among the addressees who have parental responsibility, and so may sign a consent."""


@dataclass(frozen=True, slots=True)
class NoLetter:
    """A contact who was meant to get a letter and gets none."""

    row: str
    why: str
    code: str


def contact_row(contact: Contact) -> str:
    """A contact as manifests and messages name it."""
    return f"Contacts!{contact.row_number}"


_NOBODY = NoLetter("", "No contact of this pupil may get letters.", "no-contact-for-letters")


class Home(NamedTuple):
    """Who gets one envelope, and where: not yet how it is worded."""

    contacts: Sequence[Contact]
    address: Address


def recipients_of(casebook: Casebook, pupil: Pupil) -> tuple[Recipient | NoLetter, ...]:
    """Everyone who gets the parents' edition of a letter about a pupil, one for each home."""
    return tuple(
        found if isinstance(found, NoLetter) else _recipient(found, casebook.settings, pupil)
        for found in homes_of(casebook, pupil)
    )


def homes_of(casebook: Casebook, pupil: Pupil) -> tuple[Home | NoLetter, ...]:
    """Where the parents' edition of a letter about a pupil goes, and which contacts get none."""
    contacts = casebook.contacts_of(pupil.pupil_id)
    found: list[Home | NoLetter] = []
    writable: list[Contact] = []
    for contact in contacts:
        refused = _refused(contact, pupil)
        if refused:
            found.append(refused)
        elif contact.send_letters is True:
            writable.append(contact)
    found.extend(_homes(writable, contacts))
    return tuple(found) or (_NOBODY,)


# -- who may be written to ---------------------------------------------------------------------

_NAME_AND_ADDRESS = frozenset(
    {"title", "forename", "surname", "address_line_1", "address_line_2", "town", "postcode"}
)
_RIGHT = frozenset({"parental_responsibility", "lives_with_pupil"})


def _refused(contact: Contact, pupil: Pupil) -> NoLetter | None:
    """Why a contact who is meant to get letters gets none; ``None`` for the others."""
    if contact.send_letters is False:
        return None
    why = _kept_back(contact) or (_care(contact) if is_looked_after(pupil) else _right(contact))
    if why is None and "looked_after" in pupil.unread and not is_looked_after(pupil):
        why = _CARE_UNREAD
    return NoLetter(contact_row(contact), *why) if why else None


def _kept_back(contact: Contact) -> tuple[str, str] | None:
    """What keeps letters from anybody, whoever they are to the pupil."""
    reasons = (
        (contact.court_restriction, _RESTRICTED),
        (is_kept_away(contact), _RESTRICTION_UNREAD),
        (contact.send_letters is None, _BLANK),
        (_NAME_AND_ADDRESS & contact.unread, _UNREAD),
    )
    return next((why for holds, why in reasons if holds), None)


def _care(contact: Contact) -> tuple[str, str] | None:
    """A looked-after pupil's letters go to those who have the care of the pupil, and to professionals."""
    is_written_to = contact.lives_with_pupil or is_professional(contact)
    return None if is_written_to else _LOOKED_AFTER


def _right(contact: Contact) -> tuple[str, str] | None:
    if contact.parental_responsibility == "Yes" or contact.lives_with_pupil:
        return None
    return _RIGHT_UNREAD if _RIGHT & contact.unread else _NO_RIGHT


_RESTRICTED = (
    "A court restriction stands against a contact whose letters are not stopped.",
    "court-restriction",
)
_RESTRICTION_UNREAD = (
    "Court restriction could not be read, and may say that no letter must be sent.",
    "court-restriction-unread",
)
_BLANK = ("Send letters does not say Yes or No.", "send-letters-blank")
_UNREAD = ("The contact's name or address could not be read.", "unread-contact")
_NO_RIGHT = (
    "This contact has neither parental responsibility nor the care of the pupil.",
    "no-right-to-letters",
)
_RIGHT_UNREAD = (
    "Whether this contact has parental responsibility or the care of the pupil could not be read.",
    "unread-contact",
)
_LOOKED_AFTER = (
    "The pupil is looked after: letters go to the carer, the social worker and the virtual school head.",
    "looked-after-other-contact",
)
_CARE_UNREAD = ("Looked after could not be read, and who gets letters hangs on it.", "looked-after-unread")


def is_kept_away(contact: Contact) -> bool:
    """Whether a court keeps a contact away, or may: a cell that nobody can read counts as a restriction."""
    return bool(contact.court_restriction) or "court_restriction" in contact.unread


def is_looked_after(pupil: Pupil) -> bool:
    """Whether either column says that the pupil is looked after; who gets letters takes no chances."""
    return pupil.looked_after == "Looked after" or pupil.social_care_status == "Looked after"


def is_professional(contact: Contact) -> bool:
    """Whether a contact is the social worker or the virtual school head."""
    return (contact.relationship or "").casefold() in _PROFESSIONALS


# -- homes -------------------------------------------------------------------------------------


def _homes(writable: Sequence[Contact], everyone: Sequence[Contact]) -> Iterator[Home | NoLetter]:
    """One letter a home: two names at most on each, by priority; the others get their own."""
    restricted = [address_of(contact, everyone) for contact in everyone if is_kept_away(contact)]
    homes: dict[str, tuple[Address, list[Contact]]] = {}
    for contact in writable:
        address = address_of(contact, everyone)
        if not address.lines:
            yield NoLetter(contact_row(contact), "There is no address to write to.", "no-address")
        elif any(address.could_be(other) for other in restricted):
            why = "A contact with a court restriction is recorded at this address, or one much like it."
            yield NoLetter(contact_row(contact), why, "restricted-at-address")
        else:
            # Professionals are written to by themselves, wherever they work.
            home = contact_row(contact) if is_professional(contact) else address.home
            homes.setdefault(home, (address, []))[1].append(contact)
    for address, together in homes.values():
        for letter in (together[:2], *([contact] for contact in together[2:])):
            yield Home(letter, address)


def address_of(contact: Contact, everyone: Iterable[Contact]) -> Address:
    """A contact's address; one left wholly blank at the pupil's home is that home's."""
    own = _typed_address(contact)
    if own.lines or not contact.lives_with_pupil or contact.town or contact.postcode:
        return own
    at_home = (_typed_address(other) for other in everyone if other.lives_with_pupil)
    return next((address for address in at_home if address.lines), own)


def _typed_address(contact: Contact) -> Address:
    """The address in a contact's own row; a town or postcode alone has no lines."""
    street = tuple(filter(None, (contact.address_line_1, contact.address_line_2)))
    if not street:
        return Address(postcode=_folded(contact.postcode or ""))
    rest = (contact.town, postcode(contact.postcode))
    return Address((*street, *filter(None, rest)), _folded("".join(street)), _folded(contact.postcode or ""))


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _recipient(home: Home, settings: Settings, pupil: Pupil) -> Recipient:
    contacts = home.contacts
    name = called_in_full(pupil, Audience.PARENT)
    greeting = greet_contacts(contacts, names_both=bool(settings.name_both_parents), pupil=name)
    return Recipient(
        audience=Audience.PARENT,
        row=contact_row(contacts[0]),
        greeting=greeting,
        address_lines=(greeting.name, *home.address.lines)[:ADDRESS_LINES],
        is_large_print=any(contact.format == "Large print" for contact in contacts),
        interpreter=_languages(contacts),
        signers=tuple(
            name_on_envelope(contact) or "Parent/carer"
            for contact in contacts
            if contact.parental_responsibility == "Yes"
        ),
    )


def _languages(contacts: Sequence[Contact]) -> str:
    """The languages in which an interpreter is wanted; nothing where none is."""
    wanted = [contact.language for contact in contacts if contact.interpreter]
    known = dict.fromkeys(language for language in wanted if language)
    return in_a_list(tuple(known)) or ("please tell us the language" if wanted else "")


# -- the pupil's own address ---------------------------------------------------------------------


def pupils_address(casebook: Casebook, pupil: Pupil) -> tuple[str, ...]:
    """Where the pupil lives: the address of the first contact, by priority, who lives with them.

    One line that says so where that address is withheld; empty where none is recorded.
    """
    contacts = casebook.contacts_of(pupil.pupil_id)
    home = _home_of(contacts)
    for contact in filter(is_withheld, contacts):
        if contact.lives_with_pupil or home.could_be(address_of(contact, contacts)):
            return (ADDRESS_WITHHELD,)
    return home.lines


def postal_address(casebook: Casebook, pupil: Pupil) -> tuple[str, ...]:
    """Where a letter to the pupil may be posted: nowhere, if the address is withheld or not safe."""
    lines = pupils_address(casebook, pupil)
    contacts = casebook.contacts_of(pupil.pupil_id)
    home = _home_of(contacts)
    is_shared = any(home.could_be(address_of(c, contacts)) for c in contacts if is_kept_away(c))
    return () if lines == (ADDRESS_WITHHELD,) or is_shared else lines


def _home_of(contacts: Iterable[Contact]) -> Address:
    """Somebody whom a court keeps away is passed over, whatever the row says of where the pupil lives."""
    at_home = (contact for contact in contacts if contact.lives_with_pupil and not is_kept_away(contact))
    return next((address for address in map(_typed_address, at_home) if address.lines), Address())


def is_withheld(contact: Contact) -> bool:
    """Whether nobody may learn a contact's address and number; a cell that nobody can read counts as Yes."""
    return bool(contact.do_not_disclose_address) or "do_not_disclose_address" in contact.unread
