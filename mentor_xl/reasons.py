"""Why somebody who is meant to get letters gets none: every reason, each with the cell that says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mentor_xl.casebook import Casebook
from mentor_xl.dwellings import address_of, meant_by, no_address_in, where_they_may_live
from mentor_xl.persons import is_professional
from mentor_xl.problems import Place
from mentor_xl.records import Contact, Hold, Pupil
from mentor_xl.same_place import Address, is_no_fixed_one


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


# -- who may be written to ---------------------------------------------------------------------

_NAME_AND_ADDRESS = (
    "title", "forename", "surname", "address_line_1", "address_line_2", "town", "postcode",
)  # fmt: skip
_RIGHT = ("parental_responsibility", "lives_with_pupil")


def reasons_against(casebook: Casebook, contact: Contact, pupil: Pupil) -> Iterator[Reason]:
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


# -- where --------------------------------------------------------------------------------------


def no_home(
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
