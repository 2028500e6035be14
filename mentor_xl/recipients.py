"""Who gets a letter about a pupil, at which address, greeted how, and who must not.

The rules are those of decisions, *Who gets a letter*. Every contact who was meant to get a letter is
answered for: a ``Recipient``, or a ``NoLetter`` with its reason. A contact whose *Send letters* is No is
not meant to, and is not mentioned.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.dwellings import address_of, is_kept_away, is_withheld, typed_address, where_they_may_live
from mentor_xl.name_at_home import called_in_full
from mentor_xl.persons import is_professional
from mentor_xl.reasons import NoLetter, because, contact_row, no_home, reasons_against
from mentor_xl.records import Contact, Pupil, Settings
from mentor_xl.same_place import Address
from mentor_xl.wording import Greeting, greet_contacts, in_a_list, name_on_envelope

__all__ = [
    "ADDRESS_WITHHELD", "Home", "NoLetter", "Recipient", "address_of", "contact_row", "homes_of",
    "is_kept_away", "is_withheld", "postal_address", "pupils_address", "recipients_of",
]  # fmt: skip

ADDRESS_LINES = 6
"""Lines that fit in the window of an envelope, the name among them (reference 5.4)."""

ADDRESS_WITHHELD = "Address withheld – contact the school"


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
    away = [(other, where_they_may_live(other, contacts)) for other in contacts if is_kept_away(other)]
    for contact in contacts:
        if contact.send_letters is False:
            continue
        reasons = [*reasons_against(casebook, contact, pupil), *no_home(casebook, contact, contacts, away)]
        # Whoever a court keeps away will get no letter, whatever else is put right.
        reasons = [reason for reason in reasons if reason.code == "court-restriction"] or reasons
        if reasons:
            found.append(because(contact_row(contact), reasons))
        else:
            writable.append(contact)
    found.extend(_homes(writable, contacts))
    return tuple(found) or (_NOBODY,)


# -- homes -------------------------------------------------------------------------------------


def _homes(writable: Sequence[Contact], everyone: Sequence[Contact]) -> Iterator[Home]:
    """One letter a home: two names at most on each, by priority; the others get their own."""
    homes: dict[str, tuple[Address, list[Contact]]] = {}
    for contact in writable:
        address = address_of(contact, everyone)
        # Professionals are written to by themselves, wherever they work.
        home = contact_row(contact) if is_professional(contact) else address.home
        homes.setdefault(home, (address, []))[1].append(contact)
    for address, together in homes.values():
        for letter in (together[:2], *([contact] for contact in together[2:])):
            yield Home(letter, address)


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
        if contact.lives_with_pupil or home.could_be(typed_address(contact)):
            return (ADDRESS_WITHHELD,)
    return home.lines


def postal_address(casebook: Casebook, pupil: Pupil) -> tuple[str, ...]:
    """Where a letter to the pupil may be posted: nowhere, if the address is withheld or not safe."""
    lines = pupils_address(casebook, pupil)
    contacts = casebook.contacts_of(pupil.pupil_id)
    home = _home_of(contacts)
    is_shared = any(home.could_be(where_they_may_live(c, contacts)) for c in contacts if is_kept_away(c))
    return () if lines == (ADDRESS_WITHHELD,) or is_shared else lines


def _home_of(contacts: Iterable[Contact]) -> Address:
    """Somebody whom a court keeps away is passed over, whatever the row says of where the pupil lives."""
    at_home = (contact for contact in contacts if contact.lives_with_pupil and not is_kept_away(contact))
    return next((address for address in map(typed_address, at_home) if address.lines), Address())
