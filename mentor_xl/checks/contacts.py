"""Can the contacts be written to, and is it clear who must not be? (reference 5.2)"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, is_blank
from mentor_xl.problems import Place, Severity, quoted_id
from mentor_xl.recipients import Home, NoLetter, contact_row
from mentor_xl.records import Contact

# -- courts ----------------------------------------------------------------------------------------


@check("restricted-but-letters", Severity.ERROR)
def restricted_but_letters(seen: Inspection) -> Iterator[Finding]:
    """Does Send letters say No wherever a court restriction stands?

    Why: A letter to somebody whom a court keeps away can put a child in danger. None is ever made.
    Do: Ask the safeguarding lead. If the restriction holds, change Send letters to No.
    Fires: Contacts: Court restriction=Yes, Send letters=Yes
    Silent: Contacts: Court restriction=Yes, Send letters=No
    """
    for contact in seen.casebook.contacts:
        if contact.court_restriction and contact.send_letters:
            message = (
                "Court restriction says Yes and Send letters says Yes: no letter is made for this contact."
            )
            yield Finding(contact, "send_letters", message)


@check("court-restriction-blank", Severity.QUERY)
def court_restriction_blank(seen: Inspection) -> Iterator[Finding]:
    """Is it known whether a court restricts contact with those who get letters?

    Why: Blank is taken for No, and a letter is sent.
    Do: Ask the office, and choose Yes or No.
    Fires: Contacts: Court restriction=
    Silent: Contacts: Court restriction=No
    """
    if not seen.casebook.contacts:
        return
    if not seen.has_column("Contacts", "court_restriction"):
        layout = seen.casebook.layouts.get("Contacts")
        if layout is not None:
            place = Place(layout.sheet, layout.heading_row, None, "Court restriction")
            yield Finding(place, None, "There is no column Court restriction: everybody is taken for No.")
        return
    for contact in seen.casebook.contacts:
        if contact.send_letters and is_blank(contact, "court_restriction"):
            yield Finding(contact, "court_restriction", "Court restriction is blank: it is taken for No.")


@check("restricted-at-address", Severity.QUERY)
def restricted_at_address(seen: Inspection) -> Iterator[Finding]:
    """Are letters sent only to homes where nobody lives whom a court keeps away?

    Why: The letter would lie on that person's door mat too; it is held back.
    Do: Ask the safeguarding lead, and correct the address that is out of date.
    Fires: Contacts also: Priority=2, Forename=Alan, Court restriction=Yes, Send letters=No
    Silent:
        Contacts also: Priority=2, Court restriction=Yes, Send letters=No, Address line 1=9 Dock Lane
    """
    return _not_written_to(seen, "restricted-at-address", "address_line_1")


# -- who may get letters ---------------------------------------------------------------------------


@check("no-contact-for-letters", Severity.QUERY)
def no_contact_for_letters(seen: Inspection) -> Iterator[Finding]:
    """Does every pupil on roll have a contact who may get letters?

    Why: Without one, consent letters and invitations for the pupil are held back.
    Do: Add a contact with Send letters Yes who has parental responsibility or lives with the pupil.
    Fires: Contacts: Send letters=No
    Silent: Contacts: Send letters=Yes
    """
    if "Contacts" not in seen.casebook.layouts:
        return
    for pupil in seen.on_roll:
        letters = seen.letters[pupil.pupil_id]
        if any(isinstance(one, Home) for one in letters):
            continue
        if all(one.code in _NOBODY for one in letters if isinstance(one, NoLetter)):
            yield Finding(
                pupil, "pupil_id", f"Pupil {quoted_id(pupil.pupil_id)} has no contact who may get letters."
            )


_NOBODY = frozenset({"no-contact-for-letters", "court-restriction", "no-right-to-letters"})
"""Reasons for no letter that are about who somebody is; the others are said at their own cell."""


@check("no-right-to-letters", Severity.QUERY)
def no_right_to_letters(seen: Inspection) -> Iterator[Finding]:
    """Do all who are to get letters have parental responsibility or the care of the pupil?

    Why: Others may not be told about a child; their letters are held back.
    Do: Correct Parental responsibility or Lives with pupil; or change Send letters to No.
    Fires: Contacts: Parental responsibility=No, Lives with pupil=No
    Silent: Contacts: Parental responsibility=Yes, Lives with pupil=No
    """
    return _not_written_to(seen, "no-right-to-letters", "send_letters")


@check("letters-beside-care", Severity.QUERY)
def letters_beside_care(seen: Inspection) -> Iterator[Finding]:
    """Do letters about a looked-after pupil go only to the carer and the professionals?

    Why: What a parent may be told while a child is looked after is for the social worker to say.
    Do: Ask the social worker, then change Send letters to No or say so on the Explanations sheet.
    Fires:
        Pupils: Looked after=Looked after, Came into care=2025-10-27
        Contacts: Lives with pupil=No
    Silent:
        Pupils: Looked after=Looked after, Came into care=2025-10-27
        Contacts: Relationship=Foster carer
    """
    return _not_written_to(seen, "looked-after-other-contact", "send_letters")


@check("no-address-for-letters", Severity.QUERY)
def no_address_for_letters(seen: Inspection) -> Iterator[Finding]:
    """Does everybody who is to get letters have an address?

    Why: A letter without an address is held back.
    Do: Fill in the address; or write Yes under Lives with pupil if it is the pupil's own.
    Fires: Contacts: Address line 1=
    Silent:
        Contacts: Address line 1=12 Fern Lane
        Contacts also: Priority=2, Forename=Alan, Address line 1=, Town=, Postcode=
    """
    return _not_written_to(seen, "no-address", "address_line_1")


@check("address-without-postcode", Severity.QUERY)
def address_without_postcode(seen: Inspection) -> Iterator[Finding]:
    """Does every address that letters go to have a postcode?

    Why: Without one a letter is slow, and two homes in one street look alike.
    Do: Fill in the postcode.
    Fires: Contacts: Postcode=
    Silent: Contacts: Postcode=AB1 2DE
    """
    for contact in seen.casebook.contacts:
        if contact.send_letters and contact.address_line_1 and is_blank(contact, "postcode"):
            yield Finding(contact, "postcode", "This address has no postcode.")


@check("parental-responsibility-unknown", Severity.QUERY)
def parental_responsibility_unknown(seen: Inspection) -> Iterator[Finding]:
    """Is it known whether those who care for a pupil have parental responsibility?

    Why: Only somebody who has it can agree on the pupil's behalf.
    Do: Ask the family or the office, and choose Yes or No.
    Fires: Contacts: Parental responsibility=Unknown
    Silent: Contacts: Parental responsibility=No
    """
    for contact in seen.casebook.contacts:
        if contact.parental_responsibility == "Unknown" and contact.lives_with_pupil:
            message = "Parental responsibility is Unknown: letters are sent, but no signature is asked for."
            yield Finding(contact, "parental_responsibility", message)


@check("not-an-address", Severity.QUERY)
def not_an_address(seen: Inspection) -> Iterator[Finding]:
    """Is every address one that a letter can be posted to?

    Why: The envelope would say “As above”, or “see SIMS”; the letter is held back.
    Do: Type the address; or write No under Send letters.
    Fires: Contacts: Address line 1=As above
    Silent: Contacts: Address line 1=Above Town House, 3 Fern Lane
    """
    return _not_written_to(seen, "not-an-address", None)


@check("no-fixed-address", Severity.QUERY)
def no_fixed_address(seen: Inspection) -> Iterator[Finding]:
    """Has everybody who is to get letters a fixed address?

    Why: Post to somebody without a home of their own is lost, or read by others; the letter is held back.
    Do: Hand the letter over; type an address when there is one.
    Fires: Contacts: Address line 1=No fixed abode
    Silent: Contacts: Address line 1=Flat 3, Abode House
    """
    return _not_written_to(seen, "no-fixed-address", None)


def _not_written_to(seen: Inspection, code: str, attribute: str | None) -> Iterator[Finding]:
    """The contacts who were meant to get letters and get none, for one reason: in its own words.

    Without a field: at the cell that says so.
    """
    contacts = {contact_row(contact): contact for contact in seen.casebook.contacts}
    for letters in seen.letters.values():
        for letter in letters:
            if not isinstance(letter, NoLetter) or letter.row not in contacts:
                continue
            contact = contacts[letter.row]
            for reason in letter.reasons:
                if reason.code == code:
                    where = (not attribute and reason.place) or contact
                    yield Finding(where, attribute, reason.why, ref=contact.pupil_id)


# -- one contact and another -------------------------------------------------------------------------


@check("contact-twice", Severity.QUERY)
def contact_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every contact of a pupil listed once?

    Why: With two rows one of them goes out of date, and nobody knows which.
    Do: Delete the row that is out of date.
    Fires: Contacts also: Priority=2
    Silent: Contacts also: Priority=2, Title=Mr, Forename=Alan
    """
    for first, again in alike(seen.casebook.contacts, _person):
        yield Finding(again, None, f"This seems to be the same person as in row {first.row_number}.")


@check("priority-twice", Severity.QUERY)
def priority_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every contact of a pupil have a priority of their own?

    Why: In an emergency, and on a letter to two, the order decides who comes first.
    Do: Number the contacts of each pupil 1, 2, 3.
    Fires: Contacts also: Priority=1, Title=Mr, Forename=Alan
    Silent: Contacts also: Priority=2, Title=Mr, Forename=Alan
    """
    ordered = (contact for contact in seen.casebook.contacts if contact.priority is not None)
    for first, again in alike(ordered, lambda contact: (contact.pupil_id, contact.priority)):
        if _person(first) != _person(again):
            yield Finding(again, "priority", f"Row {first.row_number} has priority {again.priority} too.")


def _person(contact: Contact) -> tuple[str, ...] | None:
    if not contact.surname:
        return None
    names = (contact.title or "", contact.forename or "", contact.surname)
    return (contact.pupil_id, *map(folded, names))


@check("language-missing", Severity.QUERY)
def language_missing(seen: Inspection) -> Iterator[Finding]:
    """Is the language known wherever an interpreter or a translation is wanted?

    Why: Nobody can book an interpreter without it.
    Do: Fill in Language.
    Fires: Contacts: Interpreter=Yes, Language=
    Silent: Contacts: Interpreter=Yes, Language=Polish
    """
    for contact in seen.casebook.contacts:
        wants = contact.interpreter or contact.format == "Translated"
        if wants and is_blank(contact, "language"):
            yield Finding(
                contact, "language", "An interpreter or a translation is wanted; Language is blank."
            )
