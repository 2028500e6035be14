"""Where a contact lives, as far as it may be written to; and who must not be written to, or found."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mentor_xl.records import Contact
from mentor_xl.same_place import Address, is_as_another, is_no_address, is_no_fixed_one
from mentor_xl.wording import postcode

PARTS = ("address_line_1", "address_line_2", "town", "postcode")
"""The cells of an address."""


def is_kept_away(contact: Contact) -> bool:
    """Whether a court keeps a contact away, or may: a cell that nobody can read counts as a restriction."""
    if contact.court_restriction or "court_restriction" in contact.unread:
        return True
    return any(hold.kind == "restricted" for hold in contact.holds)


def is_withheld(contact: Contact) -> bool:
    """Whether nobody may learn a contact's address and number; a cell that nobody can read counts as Yes."""
    is_unread = "do_not_disclose_address" in contact.unread
    return (
        bool(contact.do_not_disclose_address) or is_unread or any(h.kind == "withheld" for h in contact.holds)
    )


def address_of(contact: Contact, everyone: Iterable[Contact]) -> Address:
    """A contact's address; a blank one at the pupil's home is that home's, unless it is withheld."""
    return _own_or(contact, (other for other in everyone if not is_withheld(other)))


def where_they_may_live(contact: Contact, everyone: Iterable[Contact]) -> Address:
    """The same of somebody who must be kept away: *as above*, and a home that is withheld, count too."""
    everyone = tuple(everyone)
    meant = meant_by(contact, everyone)
    return typed_address(meant) if meant else _own_or(contact, everyone)


def _own_or(contact: Contact, others: Iterable[Contact]) -> Address:
    own = typed_address(contact)
    if own.lines or not contact.lives_with_pupil or any(getattr(contact, part) for part in PARTS):
        return own
    if "address_line_1" in contact.unread:
        return own
    at_home = (typed_address(other) for other in others if other.lives_with_pupil)
    return next((address for address in at_home if address.lines), own)


def typed_address(contact: Contact) -> Address:
    """The address in a contact's own row; a town or postcode alone has no lines, nor has *as above*."""
    street = tuple(filter(None, (contact.address_line_1, contact.address_line_2)))
    if not street or next(no_address_in(contact), None):
        return Address(
            postcode="" if is_no_address(contact.postcode or "x") else _folded(contact.postcode or "")
        )
    rest = (contact.town, postcode(contact.postcode))
    return Address((*street, *filter(None, rest)), _folded("".join(street)), _folded(contact.postcode or ""))


def no_address_in(contact: Contact) -> Iterator[str]:
    """The cells of an address in which something else stands."""
    for part in PARTS:
        text: str | None = getattr(contact, part)
        if text and (is_no_address(text) or is_no_fixed_one(text)):
            yield part


def meant_by(contact: Contact, everyone: Iterable[Contact]) -> Contact | None:
    """Whose address *as above* and *same as mum* may mean: of those the nearest above, else the first."""
    if not any(is_as_another(getattr(contact, part) or "") for part in PARTS):
        return None
    with_one = [other for other in everyone if typed_address(other).lines]
    above = [other for other in with_one if other.row_number < contact.row_number]
    return max(above, key=lambda other: other.row_number) if above else next(iter(with_one), None)


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())
