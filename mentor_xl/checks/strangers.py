"""Is everybody who gets letters the right person for this pupil, and do they get what they asked for?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dwellings import typed_address
from mentor_xl.persons import is_professional, may_be_one_person, name_words
from mentor_xl.problems import Severity
from mentor_xl.pupil_view import is_written_to_themself
from mentor_xl.reasons import is_looked_after
from mentor_xl.recipients import Home
from mentor_xl.records import Contact, Pupil


@check("contact-of-another-family", Severity.QUERY)
def contact_of_another_family(seen: Inspection) -> Iterator[Finding]:
    """Do all who get letters about a pupil belong to the pupil?

    Why: With one wrong figure in Pupil ID, another child's parent reads what is written about this one.
    Do: Look at Pupil ID, and correct it; if the contact is this pupil's, say so on the Explanations sheet.
    Fires:
        Contacts also: Priority=2, Forename=Ed, Surname=Todd, Address line 1=4 Mill Row, Postcode=AB1 3FG
    Silent: Contacts also: Priority=2, Forename=Ed, Surname=Todd, Address line 1=9 Dock Lane
    """
    homes = _pupils_by_home(seen)
    surnames: defaultdict[str, list[Pupil]] = defaultdict(list)
    for pupil in seen.on_roll:
        surnames[" ".join(name_words(pupil.legal_surname))].append(pupil)
    for contact in seen.casebook.contacts:
        if contact.send_letters is False or is_professional(contact):
            continue
        own = seen.casebook.pupil(contact.pupil_id)
        if own is None or name_words(contact.surname) == name_words(own.legal_surname):
            continue
        if _lives_with_another(seen, contact, homes):
            message = "Another pupil lives at this address, and this is no contact of theirs."
            yield Finding(contact, "pupil_id", message)
        elif _is_missing_from_a_neighbour(seen, contact, surnames[" ".join(name_words(contact.surname))]):
            message = "A pupil of this surname has nearly this ID, and no contact of that surname."
            yield Finding(contact, "pupil_id", message)


def _pupils_by_home(seen: Inspection) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for contact in seen.casebook.contacts:
        if contact.lives_with_pupil and not seen.has_left(contact.pupil_id):
            found[typed_address(contact).home].add(contact.pupil_id)
    return {home: frozenset(pupils) for home, pupils in found.items() if home}


def _lives_with_another(seen: Inspection, contact: Contact, homes: Mapping[str, frozenset[str]]) -> bool:
    """Whether other pupils live there, this one lives elsewhere, and nobody there knows the contact."""
    home = typed_address(contact).home
    others = homes.get(home, frozenset()) - {contact.pupil_id}
    if not others:
        return False
    of_pupil = seen.casebook.contacts_of(contact.pupil_id)
    family = [typed_address(one).home for one in of_pupil if one is not contact and one.lives_with_pupil]
    known = (one for pupil_id in others for one in seen.casebook.contacts_of(pupil_id))
    return bool(family) and home not in family and not any(may_be_one_person(contact, one) for one in known)


def _is_missing_from_a_neighbour(seen: Inspection, contact: Contact, namesakes: list[Pupil]) -> bool:
    """Whether the ID is one slip away from that of a pupil of this surname, who has no such contact."""
    name = name_words(contact.surname)

    def has_one(pupil_id: str) -> bool:
        others = seen.casebook.contacts_of(pupil_id)
        return any(name_words(other.surname) == name for other in others if other is not contact)

    near = [pupil.pupil_id for pupil in namesakes if _is_one_slip(pupil.pupil_id, contact.pupil_id)]
    return any(not has_one(pupil_id) for pupil_id in near) and not has_one(contact.pupil_id)


def _is_one_slip(one: str, other: str) -> bool:
    """Whether two IDs of one length differ in one sign, or in two that changed places."""
    if len(one) != len(other):
        return False
    at = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(at) == 1 or (len(at) == 2 and {one[n] for n in at} == {other[n] for n in at})


@check("carer-without-care", Severity.QUERY)
def carer_without_care(seen: Inspection) -> Iterator[Finding]:
    """Is everybody who has a foster carer looked after?

    Why: While Looked after says No, the parents are written to as well as the carer.
    Do: Ask the safeguarding lead, and correct Looked after on Pupils, or Relationship here.
    Fires: Contacts: Relationship=Foster carer
    Silent:
        Contacts: Relationship=Foster carer
        Pupils: Looked after=Looked after, Came into care=2025-10-27
    """
    for contact in seen.casebook.contacts:
        pupil = seen.casebook.pupil(contact.pupil_id)
        if contact.relationship == "Foster carer" and pupil and not is_looked_after(pupil):
            message = "This is a foster carer, and on Pupils nothing says that the pupil is looked after."
            yield Finding(contact, "relationship", message)


@check("format-not-made", Severity.QUERY)
def format_not_made(seen: Inspection) -> Iterator[Finding]:
    """Does everybody who is written to get letters in a format that is made?

    Why: Only Standard and Large print are made: this person would get an ordinary letter in English.
    Do: Have it put into easy words or translated before it goes; then say so on the Explanations sheet.
    Fires: Contacts: Format=Easy read
    Silent: Contacts: Format=Large print
    """
    for contact in seen.casebook.contacts:
        if contact.format in ("Easy read", "Translated") and contact.send_letters is not False:
            message = f"{contact.format} is not made: letters to this person are ordinary ones, in English."
            yield Finding(contact, "format", message)


@check("grown-up-pupil", Severity.QUERY)
def grown_up_pupil(seen: Inspection) -> Iterator[Finding]:
    """Have pupils who are 18 agreed that their parents are written to?

    Why: They are adults: what is written about them is theirs to share.
    Do: Ask the young person; then change Send letters to No, or say so on the Explanations sheet.
    Fires: Pupils: Date of birth=2008-11-23, Year group=13
    Silent: Pupils: Date of birth=2008-11-24, Year group=13
    """
    day = (seen.today.month, seen.today.day)
    for pupil in seen.on_roll:
        born = pupil.date_of_birth
        if born is None or seen.today.year - born.year - (day < (born.month, born.day)) < 18:
            continue
        is_written_to = any(isinstance(one, Home) for one in seen.letters[pupil.pupil_id])
        if is_written_to and not is_written_to_themself(pupil, seen.today, seen.nation):
            yield Finding(pupil, "date_of_birth", "This pupil is 18 or over, and the parents are written to.")
