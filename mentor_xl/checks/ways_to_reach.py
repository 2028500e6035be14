"""Have postcodes, telephone numbers and e-mail addresses a form that can be right? On every sheet."""

from collections import defaultdict
from collections.abc import Iterator

from mentor_xl.checks.identifiers import email_fault, lost_its_zero, phone_fault, postcode_fault
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.dwellings import address_of
from mentor_xl.problems import Severity
from mentor_xl.records import Agency, Contact, Settings, StaffMember


@check("postcode-shape", Severity.QUERY)
def postcode_shape(seen: Inspection) -> Iterator[Finding]:
    """Does every postcode have the form of one?

    Why: A letter to a mistyped postcode arrives late or at a stranger's door.
    Do: Look at each letter and figure, O and 0 above all, and correct it.
    Fires: Contacts: Postcode=P01 3AX
    Silent: Contacts: Postcode=po1 3ax
    """
    for record in _with_postcodes(seen):
        fault = postcode_fault(record.postcode) if record.postcode else None
        if fault:
            yield Finding(record, "postcode", f"This postcode {fault}.")


@check("phone-lost-zero", Severity.QUERY)
def phone_lost_its_zero(seen: Inspection) -> Iterator[Finding]:
    """Has every telephone number kept the 0 at its front?

    Why: Excel takes a number for a quantity and drops its first 0; the number then rings nowhere.
    Do: Type it again with the 0, in a cell formatted as text.
    Fires: Contacts: Phone=7700900123
    Silent: Contacts: Phone=07700 900123
    """
    for record, phone in _phones(seen):
        if lost_its_zero(phone):
            yield Finding(record, "phone", "This telephone number seems to have lost the 0 at its front.")


@check("phone-shape", Severity.QUERY)
def phone_shape(seen: Inspection) -> Iterator[Finding]:
    """Does every telephone number have the form of one?

    Why: In an emergency a number that cannot be rung is worse than none.
    Do: Check the number with the person and type it again, as text.
    Fires: Contacts: Phone=07700 9001
    Silent: Contacts: Phone=+44 7700 900123
    """
    for record, phone in _phones(seen):
        fault = phone_fault(phone)
        if fault:
            yield Finding(record, "phone", f"This telephone number {fault}.")


@check("email-shape", Severity.QUERY)
def email_shape(seen: Inspection) -> Iterator[Finding]:
    """Does every e-mail address have the form of one?

    Why: What is sent to a mistyped address is lost, or read by a stranger.
    Do: Check the address with the person and type it again.
    Fires: Contacts: Email=m.hartley@example
    Silent: Contacts: Email=m.hartley@mail.example.org
    """
    for record in _with_ways_to_reach(seen):
        fault = email_fault(record.email) if record.email else None
        if fault:
            yield Finding(record, "email", f"This e-mail address {fault}.")


@check("email-shared", Severity.QUERY)
def email_shared(seen: Inspection) -> Iterator[Finding]:
    """Do people who live apart have e-mail addresses of their own?

    Why: Where parents live apart, what is sent to one is then read by the other.
    Do: Ask each of them for an address of their own.
    Fires: Contacts also: Priority=2, Title=Mr, Forename=Alan, Address line 1=9 Dock Lane
    Silent: Contacts also: Priority=2, Title=Mr, Forename=Alan
    """
    by_email: defaultdict[str, list[Contact]] = defaultdict(list)
    for contact in seen.casebook.contacts:
        if contact.email:
            by_email[contact.email.casefold()].append(contact)
    for contacts in by_email.values():
        for contact in contacts[1:]:
            if _is_another_home(seen, contacts[0], contact):
                message = f"Row {contacts[0].row_number}, at another address, has the same e-mail address."
                yield Finding(contact, "email", message)


def _is_another_home(seen: Inspection, one: Contact, other: Contact) -> bool:
    if (folded(one.forename or ""), folded(one.surname or "")) == (
        folded(other.forename or ""),
        folded(other.surname or ""),
    ):
        return False
    first, second = (address_of(each, seen.casebook.contacts_of(each.pupil_id)) for each in (one, other))
    return bool(first.street and second.street) and not first.may_be(second)


def _with_postcodes(seen: Inspection) -> tuple[Settings | Contact | Agency, ...]:
    return (seen.casebook.settings, *seen.casebook.contacts, *seen.casebook.agencies)


def _with_ways_to_reach(seen: Inspection) -> tuple[Settings | StaffMember | Contact | Agency, ...]:
    casebook = seen.casebook
    return (casebook.settings, *casebook.staff, *casebook.contacts, *casebook.agencies)


def _phones(seen: Inspection) -> Iterator[tuple[Settings | StaffMember | Contact | Agency, str]]:
    for record in _with_ways_to_reach(seen):
        if record.phone:
            yield record, record.phone
