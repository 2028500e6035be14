"""Does every part of an address stand in its own cell, and is it the family's own? (reference 3.6)"""

import re
from collections.abc import Iterator

from mentor_xl.checks.identifiers import phone_figures, postcode_fault
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.problems import Severity
from mentor_xl.records import Agency, Contact, Settings, StaffMember

_LINES = ("address_line_1", "address_line_2", "town")
_ENDS_IN_A_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$", re.IGNORECASE)
_PROFESSIONAL = frozenset({"Social worker", "Virtual school head"})


@check("address-in-wrong-cell", Severity.QUERY)
def address_in_wrong_cell(seen: Inspection) -> Iterator[Finding]:
    """Does every line of an address hold what belongs there?

    Why: An envelope is printed line by line, and two homes are told apart by them.
    Do: Move it to its own column: the postcode under Postcode, an e-mail address under Email.
    Fires: Contacts: Address line 1=12 Fern Lane AB1 2DE
    Silent: Contacts: Address line 1=12 Fern Lane
    """
    for record in _with_addresses(seen):
        for attribute in _LINES:
            line: str | None = getattr(record, attribute)
            if line is None:
                continue
            if "@" in line:
                yield Finding(record, attribute, "An e-mail address stands where an address belongs.")
            elif _ENDS_IN_A_POSTCODE.search(line) and _holds_postcode(line):
                yield Finding(record, attribute, "A postcode stands in this line of the address.")
            elif re.fullmatch(r"[+\d() -]{9,}", line):
                yield Finding(record, attribute, "A telephone number stands where an address belongs.")


def _holds_postcode(line: str) -> bool:
    words = line.rstrip(" .,;").split()
    return any(postcode_fault(" ".join(words[-n:]).lstrip(",")) is None for n in (1, 2) if len(words) >= n)


@check("contact-has-schools-number", Severity.QUERY)
def contact_has_schools_number(seen: Inspection) -> Iterator[Finding]:
    """Have contacts telephone numbers and e-mail addresses of their own, not the school's?

    Why: What is sent to the family would come back to school, and in an emergency nobody could be rung.
    Do: Ask the family; clear the cell until you know.
    Fires: Contacts: Email=office@example.org
    Silent: Contacts: Email=m.hartley@example.org
    """
    schools = _of_the_school(seen)
    for contact in seen.casebook.contacts:
        for attribute, typed in (("email", _email(contact.email)), ("phone", phone_figures(contact.phone))):
            theirs = schools.get(typed) if typed else None
            if theirs is not None and folded(contact.surname or "") not in theirs - {""}:
                what = "e-mail address" if attribute == "email" else "telephone number"
                yield Finding(contact, attribute, f"This is the {what} of the school or of a colleague.")


def _of_the_school(seen: Inspection) -> dict[str, set[str]]:
    """Each address and number of the school and its staff to the surnames of those who have it."""
    found: dict[str, set[str]] = {}
    members: tuple[Settings | StaffMember, ...] = (seen.casebook.settings, *seen.casebook.staff)
    for record in members:
        surname = (record.surname or "") if isinstance(record, StaffMember) else ""
        for typed in (_email(record.email), phone_figures(record.phone)):
            if typed:
                found.setdefault(typed, set()).add(folded(surname))
    return found


def _email(typed: str | None) -> str:
    return (typed or "").strip().casefold().removeprefix("mailto:")


@check("contact-at-the-school", Severity.QUERY)
def contact_at_the_school(seen: Inspection) -> Iterator[Finding]:
    """Do contacts have addresses of their own, not the school's?

    Why: The letter would be posted to the school.
    Do: Ask the family for the address.
    Fires: Contacts: Address line 1=1 School Lane, Postcode=AB1 2DE
    Silent: Contacts: Address line 1=2 School Lane, Postcode=AB1 2DE
    """
    settings = seen.casebook.settings
    schools = (folded(settings.address_line_1 or ""), folded(settings.postcode or ""))
    for contact in seen.casebook.contacts:
        own = (folded(contact.address_line_1 or ""), folded(contact.postcode or ""))
        if all(own) and own == schools:
            yield Finding(contact, "address_line_1", "This is the address of the school.")


@check("professional-at-home", Severity.QUERY)
def professional_at_home(seen: Inspection) -> Iterator[Finding]:
    """Do social workers and virtual school heads live elsewhere than the pupil?

    Why: Whoever lives with the pupil gets letters as a carer, and the pupil's own address is taken from them.
    Do: Change Lives with pupil to No, or correct Relationship.
    Fires: Contacts: Relationship=Social worker
    Silent: Contacts: Relationship=Social worker, Lives with pupil=No
    """
    for contact in seen.casebook.contacts:
        if contact.relationship in _PROFESSIONAL and contact.lives_with_pupil:
            message = f"Relationship says {contact.relationship}, and Lives with pupil says Yes."
            yield Finding(contact, "lives_with_pupil", message)


# -- the order of contacts --------------------------------------------------------------------------


@check("no-first-contact", Severity.QUERY)
def no_first_contact(seen: Inspection) -> Iterator[Finding]:
    """Has every pupil with contacts one whose priority is 1?

    Why: In an emergency, and on a letter to two, number 1 comes first.
    Do: Number the contacts of the pupil 1, 2, 3.
    Fires: Contacts: Priority=2
    Silent: Contacts: Priority=1
    """
    for pupil_id in dict.fromkeys(contact.pupil_id for contact in seen.casebook.contacts):
        contacts = seen.casebook.contacts_of(pupil_id)
        priorities = [contact.priority for contact in contacts]
        if not contacts or any(priority is None or priority <= 1 for priority in priorities):
            continue
        if pupil_id not in seen.casebook.duplicated_pupils:
            message = f"No contact of this pupil has priority 1; this one has {contacts[0].priority}."
            yield Finding(contacts[0], "priority", message)


@check("priority-far-down", Severity.QUERY)
def priority_far_down(seen: Inspection) -> Iterator[Finding]:
    """Is every priority one that a family can have?

    Why: It is easily typed twice, 11 for 1, and then the first contact is asked last.
    Do: Number the contacts of the pupil 1, 2, 3.
    Fires: Contacts also: Priority=11, Title=Mr, Forename=Alan
    Silent: Contacts also: Priority=2, Title=Mr, Forename=Alan
    """
    for contact in seen.casebook.contacts:
        if contact.priority is not None and contact.priority > 9:
            message = f"Priority is {contact.priority}; a pupil’s contacts are numbered 1, 2, 3."
            yield Finding(contact, "priority", message)


# -- languages ---------------------------------------------------------------------------------------


@check("interpreter-into-english", Severity.QUERY)
def interpreter_into_english(seen: Inspection) -> Iterator[Finding]:
    """Is an interpreter or a translation asked for only where the language is not English?

    Why: Either nobody has to be booked, or the wrong language is noted.
    Do: Ask the family, and correct one of the two.
    Fires: Contacts: Interpreter=Yes, Language=English
    Silent: Contacts: Interpreter=Yes, Language=British Sign Language
    """
    for contact in seen.casebook.contacts:
        is_english = folded(contact.language or "") in ("english", "eng", "en")
        if is_english and (contact.interpreter or contact.format == "Translated"):
            yield Finding(contact, "language", "An interpreter or a translation is wanted, into English.")


@check("language-unlikely", Severity.QUERY)
def language_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Does every language hold a language?

    Why: An interpreter is booked by it.
    Do: Type the language in words, as in Polish.
    Fires: Contacts: Language=Yes
    Silent: Contacts: Language=Polish
    """
    for record, attribute in (
        *((contact, "language") for contact in seen.casebook.contacts),
        *((pupil, "first_language") for pupil in seen.casebook.pupils),
    ):
        typed: str | None = getattr(record, attribute)
        if typed and (folded(typed) in ("yes", "no", "y", "n", "eal") or any(map(str.isdigit, typed))):
            yield Finding(record, attribute, "This is not the name of a language.")


def _with_addresses(seen: Inspection) -> tuple[Settings | Contact | Agency, ...]:
    return (seen.casebook.settings, *seen.casebook.contacts, *seen.casebook.agencies)
