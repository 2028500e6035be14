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
from mentor_xl.dwellings import (
    address_of,
    is_kept_away,
    is_withheld,
    meant_by,
    no_address_in,
    typed_address,
    where_they_may_live,
)
from mentor_xl.persons import is_professional
from mentor_xl.problems import Place
from mentor_xl.pupil_view import called
from mentor_xl.records import Contact, Hold, Pupil, Settings
from mentor_xl.same_place import Address, is_no_fixed_one
from mentor_xl.wording import Greeting, greet_contacts, in_a_list, name_on_envelope

__all__ = [
    "ADDRESS_WITHHELD",
    "Home",
    "NoLetter",
    "Reason",
    "Recipient",
    "address_of",
    "because",
    "contact_row",
    "homes_of",
    "is_kept_away",
    "is_looked_after",
    "is_professional",
    "is_withheld",
    "of_hold",
    "postal_address",
    "pupils_address",
    "recipients_of",
]

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


class Reason(NamedTuple):
    """Why somebody gets no letter: a sentence that names no person, its code, and the cell that says so."""

    why: str
    code: str
    place: Place | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.why}" if self.place else self.why


@dataclass(frozen=True, slots=True)
class NoLetter:
    """A contact who was meant to get a letter and gets none."""

    row: str
    why: str
    """All the reasons at once."""
    code: str
    """Of the first of them."""
    reasons: tuple[Reason, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Those of all the reasons."""
        return tuple(dict.fromkeys((self.code, *(reason.code for reason in self.reasons))))


def because(row: str, reasons: Sequence[Reason]) -> NoLetter:
    """Who gets no letter, for all of these reasons."""
    return NoLetter(row, " ".join(dict.fromkeys(map(str, reasons))), reasons[0].code, tuple(reasons))


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
    away = [(other, where_they_may_live(other, contacts)) for other in contacts if is_kept_away(other)]
    for contact in contacts:
        if contact.send_letters is False:
            continue
        reasons = [*_reasons(casebook, contact, pupil), *_no_home(casebook, contact, contacts, away)]
        # Whoever a court keeps away will get no letter, whatever else is put right.
        reasons = [reason for reason in reasons if reason.code == "court-restriction"] or reasons
        if reasons:
            found.append(because(contact_row(contact), reasons))
        else:
            writable.append(contact)
    found.extend(_homes(writable, contacts))
    return tuple(found) or (_NOBODY,)


# -- who may be written to ---------------------------------------------------------------------

_NAME_AND_ADDRESS = (
    "title", "forename", "surname", "address_line_1", "address_line_2", "town", "postcode",
)  # fmt: skip
_RIGHT = ("parental_responsibility", "lives_with_pupil")


def _reasons(casebook: Casebook, contact: Contact, pupil: Pupil) -> Iterator[Reason]:
    """Every reason, but for the address, why a contact who is meant to get letters gets none."""

    def reason(why: tuple[str, str], attribute: str, record: Contact | Pupil = contact) -> Reason:
        return Reason(*why, casebook.place(record, attribute))

    if contact.court_restriction:
        yield reason(_RESTRICTED, "court_restriction")
    if "court_restriction" in contact.unread:
        yield reason(_RESTRICTION_UNREAD, "court_restriction")
    if "do_not_disclose_address" in contact.unread:
        yield reason(_SECRECY_UNREAD, "do_not_disclose_address")
    yield from map(of_hold, (hold for hold in contact.holds if hold.kind != "withheld"))
    if contact.send_letters is None:
        yield reason(_BLANK, "send_letters")
    yield from (reason(_UNREAD, one) for one in _NAME_AND_ADDRESS if one in contact.unread)
    if is_looked_after(pupil):
        if not (contact.lives_with_pupil or is_professional(contact)):
            yield reason(_LOOKED_AFTER, "lives_with_pupil")
        return
    if contact.parental_responsibility != "Yes" and not contact.lives_with_pupil:
        unread = [one for one in _RIGHT if one in contact.unread]
        yield reason(_RIGHT_UNREAD, unread[0]) if unread else reason(_NO_RIGHT, _RIGHT[0])
    yield from (reason(_CARE_UNREAD, one, pupil) for one in _CARE if one in pupil.unread)
    yield from map(of_hold, pupil.holds)


def of_hold(hold: Hold) -> Reason:
    """A hold as a reason: its sentence begins as one of its own."""
    return Reason(hold.why[:1].upper() + hold.why[1:], hold.code, hold.place)


_CARE = ("looked_after", "social_care_status")
_RESTRICTED = (
    "A court restriction stands against a contact whose letters are not stopped.",
    "court-restriction",
)
_RESTRICTION_UNREAD = (
    "Court restriction could not be read, and may say that no letter must be sent.",
    "court-restriction-unread",
)
_SECRECY_UNREAD = (
    "Do not disclose address could not be read; until it says Yes or No, nothing is sent there.",
    "secrecy-unread",
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


def is_looked_after(pupil: Pupil) -> bool:
    """Whether either column says that the pupil is looked after; who gets letters takes no chances."""
    return pupil.looked_after == "Looked after" or pupil.social_care_status == "Looked after"


# -- homes -------------------------------------------------------------------------------------


def _no_home(
    casebook: Casebook, contact: Contact, everyone: Sequence[Contact], away: Sequence[tuple[Contact, Address]]
) -> Iterator[Reason]:
    """Why there is nowhere to write to, or nowhere that is safe."""
    nowhere = next(no_address_in(contact), None)
    if nowhere and is_no_fixed_one(getattr(contact, nowhere)):
        why = "There is no fixed address to post to: hand the letter over."
        yield Reason(why, "no-fixed-address", casebook.place(contact, nowhere))
        return
    if nowhere:
        meant = meant_by(contact, everyone)
        place = casebook.place(meant, "address_line_1") if meant else None
        hint = f" It may mean the address in {place}: type it here." if place else ""
        yield Reason(f"This is no address.{hint}", "not-an-address", casebook.place(contact, nowhere))
        return
    address = address_of(contact, everyone)
    if address.lines:
        if any(other is not contact and address.could_be(theirs) for other, theirs in away):
            why = "A contact with a court restriction is recorded at this address, or one much like it."
            yield Reason(why, "restricted-at-address", casebook.place(contact, "address_line_1"))
    elif "address_line_1" not in contact.unread:
        is_hidden = bool(where_they_may_live(contact, everyone).lines)
        why = "The home of the pupil is withheld, and is not taken for a blank." if is_hidden else _NO_ADDRESS
        yield Reason(why, "no-address", casebook.place(contact, "address_line_1"))


_NO_ADDRESS = "There is no address to write to."


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
    name = f"{called(pupil)} {pupil.legal_surname or ''}".strip()
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
