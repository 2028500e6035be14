"""Does a letter hold an address, a number or a person that its reader must not have?"""

from collections.abc import Iterator, Sequence

from mentor_xl.audience import Audience, Group
from mentor_xl.recipients import address_of, is_kept_away, is_withheld
from mentor_xl.records import Contact, Settings
from mentor_xl.safety.findings import MEANINGS, Finding
from mentor_xl.safety.letter import Letter
from mentor_xl.safety.sight import Known, Sight, What
from mentor_xl.safety.spellings import digits_of, is_postcode
from mentor_xl.safety.withheld import is_written_as_place
from mentor_xl.safety.words import Hit, joined
from mentor_xl.wording import phone_number


def addresses(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    """What a street, a postcode or an e-mail address in a letter comes to."""
    if letter.is_within(sight, hit, letter.of_the_reader):
        return
    if letter.is_of_the_school(sight, hit):
        return
    written = sight.written(hit)
    if hit.entries[0].what is What.EMAIL and "@" not in written and not {"at", "dot"} & set(hit.phrase):
        return
    contacts = [known.contact for known in hit.entries if known.contact]
    code = _refused(letter, contacts, is_wide=is_postcode(list(hit.phrase)))
    if code:
        yield letter.finding(code, sight, hit)


def pieces_of_addresses(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    """What the street, the house's name or the town of a withheld address of the pupil's comes to.

    A street and a town are many people's: those of the reader, the school and of whom the reader may be told
    give nobody away.
    """
    withheld = [one.contact for one in hit.entries if one.what is What.PIECE and letter.is_about(one.owner)]
    reader = {id(contact) for contact in letter.at_the_readers}
    if not withheld or any(id(contact) in reader for contact in withheld):
        return
    before = sight.words[hit.begins - 1] if hit.begins else ""
    if not is_written_as_place(hit.phrase, sight.written(hit), before):
        return
    phrase = joined(hit.phrase)
    is_others = any(phrase in longer for longer in (*letter.of_the_reader, *_places_told(letter)))
    if not is_others and not letter.is_of_the_school(sight, hit):
        yield letter.finding("withheld-address", sight, hit)


def _places_told(letter: Letter) -> tuple[str, ...]:
    places: list[Contact | Settings] = [letter.register.casebook.settings]
    places += (contact for contact in letter.contacts if _may_be_told(letter, contact))
    lines = [line for one in places for line in (one.address_line_1, one.address_line_2, one.town)]
    return letter.register.phrases_of(lines)


def phones(letter: Letter, sight: Sight) -> Iterator[Finding]:
    """What the phone numbers in a part of a letter come to."""
    for number, position in sight.phones:
        contacts = letter.register.phones.get(number)
        if contacts and number not in letter.register.phones_of_the_school:
            code = _refused(letter, contacts, is_wide=False)
            if code:
                what = MEANINGS[code].message.rstrip(".")
                yield Finding(code, what, sight.place(position), _whence(letter, number, contacts))


def postcodes_typed(letter: Letter) -> Iterator[Finding]:
    """Postcodes in what somebody typed that are neither the reader's nor the school's, whosever they are."""
    if not letter.typed.has_postcode(letter.ref):
        return
    with_one = [cell for cell in letter.shared_cells if cell.postcodes]
    for cell, halves in ((one.written, halves) for one in with_one for halves in one.postcodes):
        spellings = (f" {' '.join(halves)} ", f" {''.join(halves)} ")
        right = "".join((*letter.of_the_reader, *letter.register.of_the_school, *_told_addresses(letter)))
        if any(one in letter.line for one in spellings) and not any(one in right for one in spellings):
            place = letter.register.place(cell.record, cell.attribute)
            do = f"The words come from {place} ({place.heading}): take them out there."
            yield Finding("another-address", "It holds a postcode that somebody typed", "", do)


def _told_addresses(letter: Letter) -> tuple[str, ...]:
    told = [contact for contact in letter.contacts if _may_be_told(letter, contact)]
    return letter.register.phrases_of(contact.postcode for contact in told)


def _whence(letter: Letter, number: str, contacts: Sequence[Contact]) -> str:
    numbers = (contact.phone or "" for contact in contacts)
    typed = next((one for one in numbers if digits_of(phone_number(one)) == number), number)
    return letter.source(f" {' '.join(letter.register.folds.of(typed))} ")


def _refused(letter: Letter, contacts: Sequence[Contact], *, is_wide: bool) -> str | None:
    """Why none of those who can be reached so may be reached by this reader; None where one may.

    ``is_wide``: it is no one house's, as a postcode, so that a neighbour's does not give anybody away.
    """
    reader = {id(contact) for contact in letter.at_the_readers}
    if any(id(contact) in reader for contact in contacts):
        return None
    own = [contact for contact in contacts if letter.is_about(contact.pupil_id)]
    told = [c for c in own if _may_be_told(letter, c)]
    if told and is_wide:
        return None
    if any(is_withheld(contact) and _is_there(letter, contact, told) for contact in contacts):
        return "withheld-address"
    if told:
        return None
    is_restricted = any(is_kept_away(contact) for contact in own)
    return "restricted-contact" if is_restricted else "another-address"


def _may_be_told(letter: Letter, contact: Contact) -> bool:
    if not letter.may_be_told(Group.CONTACT) or is_withheld(contact):
        return False
    return letter.audience is Audience.LEADER or not is_kept_away(contact)


def _is_there(letter: Letter, withheld: Contact, told: Sequence[Contact]) -> bool:
    """Whether a withheld address is the very one at hand, and not one like it in another town."""
    book = letter.register.casebook
    there = address_of(withheld, book.contacts_of(withheld.pupil_id))
    places = [address_of(contact, book.contacts_of(contact.pupil_id)) for contact in told]
    return not places or not there.lines or any(there.may_be(place) for place in places)


def kept_away(letter: Letter, sight: Sight, hit: Hit[Known]) -> Iterator[Finding]:
    """What the name of somebody whom a court keeps away from the pupil comes to."""
    is_of_this_pupil = any(known.owner == letter.ref for known in hit.entries if known.what is What.ADULT)
    if letter.audience is Audience.LEADER or not is_of_this_pupil:
        return
    if "\n" not in sight.written(hit) and not letter.is_right(sight, hit):
        yield letter.finding("restricted-contact", sight, hit)
