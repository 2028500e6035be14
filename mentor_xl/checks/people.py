"""Is every title a title and every name a name, as a letter would print them? (reference 5.3)"""

import re
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.names import folded, folded_words
from mentor_xl.checks.register import Finding, check
from mentor_xl.name_at_home import is_to_be_asked
from mentor_xl.persons import name_words, without_surname
from mentor_xl.problems import Place, Severity, looks_like_an_id
from mentor_xl.records import Contact, Pupil, StaffMember

_TITLES = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "reverend", "prof", "professor", "sir", "dame",
        "lord", "lady", "master", "imam", "rabbi", "father", "fr", "sister", "sr", "brother", "br", "canon",
        "pastor", "bishop", "archdeacon", "deacon", "sheikh", "shaykh", "maulana", "mufti", "granthi", "guru",
        "pandit", "hafiz", "hajji", "sri", "shri", "smt", "captain", "capt", "major", "maj", "colonel", "col",
        "lieutenant", "lt", "sergeant", "sgt", "corporal", "cpl", "commander", "cdr", "general", "admiral",
        "cllr", "councillor", "judge", "hon", "baron", "baroness", "count", "countess", "earl", "viscount",
        "monsieur", "madame", "mme", "mlle", "herr", "frau", "senor", "senora", "senorita", "sra", "srta",
        "pan", "pani", "dhr", "mevrouw", "misc", "ind", "mre", "sqn", "ldr", "wing", "flt", "the", "right",
        "and", "m", "mstr", "messrs", "mesdames", "her", "his", "of", "qc", "kc", "doctor", "nurse",
    )
)  # fmt: skip
_BEFORE_A_NAME = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
_OF_MEN, _OF_WOMEN = frozenset({"mr", "sir"}), frozenset({"mrs", "ms", "miss", "lady", "dame"})

Person = StaffMember | Contact


@check("title-unknown", Severity.QUERY)
def title_unknown(seen: Inspection) -> Iterator[Finding]:
    """Does every title hold a title and nothing else?

    Why: Letters begin with it: Dear Mrs Hartley.
    Do: Type the title alone, as in Mrs; a name belongs under Forename or Surname.
    Fires: Contacts: Title=Miriam
    Silent: Contacts: Title=Mr & Mrs
    """
    for person in _people(seen):
        words = folded_words(person.title or "")
        if person.title and (not words or not _TITLES.issuperset(words) or re.search(r"\d", person.title)):
            yield Finding(person, "title", "This is not a title alone.")


@check("title-in-name", Severity.QUERY)
def title_in_name(seen: Inspection) -> Iterator[Finding]:
    """Do names stand without their titles?

    Why: Letters put the title before the name: it would stand there twice.
    Do: Move it to Title.
    Fires: Contacts: Surname=Mrs Hartley
    Silent: Contacts: Surname=Hartley
    """
    for person in _people(seen):
        for attribute in ("forename", "surname"):
            words = folded_words(getattr(person, attribute) or "")
            if len(words) > 1 and words[0] in _BEFORE_A_NAME:
                yield Finding(person, attribute, "The name begins with a title.")


@check("title-unlike-relationship", Severity.QUERY)
def title_unlike_relationship(seen: Inspection) -> Iterator[Finding]:
    """Do title and relationship of every contact go together?

    Why: One of the two is usually a slip, and a letter would begin with the wrong one.
    Do: Ask how the person wishes to be addressed; then correct one of them, or explain it.
    Fires: Contacts: Title=Mrs, Relationship=Father
    Silent: Contacts: Title=Mrs, Relationship=Carer
    """
    for contact in seen.casebook.contacts:
        titles = frozenset(folded_words(contact.title or ""))
        wrong = {"Mother": _OF_MEN, "Father": _OF_WOMEN}.get(contact.relationship or "")
        if wrong and titles and titles <= wrong:
            yield Finding(contact, "title", f"Title and Relationship ({contact.relationship}) disagree.")


@check("name-in-small-letters", Severity.QUERY)
def name_in_small_letters(seen: Inspection) -> Iterator[Finding]:
    """Does every name begin with a capital?

    Why: Letters print a name as it stands here.
    Do: Type the name as the family writes it; or say on the Explanations sheet that it is so.
    Fires: Pupils: Legal surname=hartley
    Silent: Pupils: Legal surname=d’Souza
    """
    for pupil in seen.casebook.pupils:
        yield from _in_small_letters(pupil, "legal_surname", "legal_forename", "known_as")
    for person in _people(seen):
        yield from _in_small_letters(person, "surname", "forename")


def _in_small_letters(record: Pupil | Person, *attributes: str) -> Iterator[Finding]:
    for attribute in attributes:
        if (getattr(record, attribute) or "").islower():
            yield Finding(record, attribute, "The name is in small letters, and letters will print it so.")


@check("name-only-initial", Severity.QUERY)
def name_only_initial(seen: Inspection) -> Iterator[Finding]:
    """Is every pupil's forename written out?

    Why: Letters call the pupil by it.
    Do: Type the whole name.
    Fires: Pupils: Legal forename=R, Known as=
    Silent: Pupils: Legal forename=Jo, Known as=
    """
    for pupil in seen.casebook.pupils:
        name = folded(pupil.legal_forename or "")
        if len(name) == 1 and name.isascii():  # One sign is a whole name in other scripts.
            yield Finding(pupil, "legal_forename", "There is only an initial.")


@check("surname-in-forename", Severity.QUERY)
def surname_in_forename(seen: Inspection) -> Iterator[Finding]:
    """Do forenames stand without the surname?

    Why: Letters put the two together; Mentor XL leaves the second surname out, but cannot know that it may.
    Do: Type the forename alone.
    Fires: Pupils: Known as=Rosie Hartley
    Silent: Pupils: Known as=Rosie May
    """
    books: tuple[tuple[tuple[Pupil, ...] | tuple[Contact, ...], str, str], ...] = (
        (seen.casebook.pupils, "known_as", "legal_surname"),
        (seen.casebook.pupils, "legal_forename", "legal_surname"),
        (seen.casebook.contacts, "forename", "surname"),
    )
    for records, attribute, surname in books:
        filled = [record for record in records if getattr(record, attribute)]
        held = [record for record in filled if _holds_surname(record, attribute, getattr(record, surname))]
        if len(held) == len(filled) > 2:
            place = seen.casebook.place(held[0], attribute)
            layout = seen.casebook.layouts[held[0].sheet_name]
            heading = Place(place.sheet, layout.heading_row, place.column, place.heading)
            yield Finding(heading, None, "Every name in this column holds the row’s own surname too.")
            continue
        for record in held:
            yield Finding(record, attribute, "The name holds the row’s own surname too.")


def _holds_surname(record: Pupil | Contact, attribute: str, surname: str | None) -> bool:
    """Known as that is the surname alone counts too, unless the forename is the same: James James."""
    name: str = getattr(record, attribute)
    if attribute == "known_as" and isinstance(record, Pupil) and name_words(name) == name_words(surname):
        return name_words(record.legal_forename) != name_words(surname)
    return without_surname(name, surname) != name


@check("names-exchanged", Severity.QUERY)
def names_exchanged(seen: Inspection) -> Iterator[Finding]:
    """Do surname and forename stand in their own columns?

    Why: A letter would say Dear parents of the wrong name, and registers would not find the pupil.
    Do: Look the pupil up in your school's system, and exchange the two if they are the wrong way round.
    Fires: Pupils: Legal surname=Rosalind, Legal forename=Hartley, Known as=
    Silent: Pupils: Legal surname=Hartley, Legal forename=Rosalind
    """
    for pupil in seen.casebook.pupils:
        surname, forename = folded(pupil.legal_surname or ""), folded(pupil.legal_forename or "")
        if not surname or not forename or surname == forename:
            continue
        family = {folded(one.surname or "") for one in seen.casebook.contacts_of(pupil.pupil_id)}
        if forename in family and surname not in family:
            message = "The forename is a contact’s surname: the two names may be exchanged."
            yield Finding(pupil, "legal_surname", message)


@check("pronouns-unlikely", Severity.QUERY)
def pronouns_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Do pronouns hold words that stand for a name?

    Why: Texts about the pupil are written with them; M or F is no pronoun.
    Do: Type them as in she/her; or leave it blank, and the name is repeated.
    Fires: Pupils: Pronouns=F
    Silent: Pupils: Pronouns=they/them
    """
    for pupil in seen.casebook.pupils:
        typed = (pupil.pronouns or "").strip()
        if len(typed) == 1 or any(map(str.isdigit, typed)) or typed.casefold() in _OF_A_SEX:
            yield Finding(pupil, "pronouns", "This does not read as pronouns.")


_OF_A_SEX = frozenset(
    {"male", "female", "boy", "girl", "man", "woman", "mr", "mrs", "ms", "miss", "yes", "no"}
)


@check("name-at-home", Severity.QUERY)
def name_at_home(seen: Inspection) -> Iterator[Finding]:
    """Where pronouns are recorded and the name used is not the legal one, is it said which goes home?

    Why: A family that may not know would learn it from a letter: until it is said, none is made for them.
    Do: Ask the pupil, and fill in Name for letters home: Known as or Legal forename. Or fill in Sex, where
        the pronouns are the usual ones for it.
    Fires: Pupils: Pronouns=he/him
    Silent:
        Pupils: Pronouns=she/her, Sex=F
        Pupils: Pronouns=he/him, Name for letters home=Legal forename
    """
    has_column = seen.has_column("Pupils", "name_for_letters_home")
    for pupil in filter(is_to_be_asked, seen.on_roll):
        message = "Pronouns are recorded, and Known as is not the legal forename: the family may not know."
        yield Finding(pupil, "name_for_letters_home" if has_column else "known_as", message)


_NAMED = (
    ("referrals", "referred_by"), ("consents", "given_by"), ("consents", "competence_judged_by"),
    ("consents", "override_by"),
)  # fmt: skip


@check("person-is-a-code", Severity.QUERY)
def person_is_a_code(seen: Inspection) -> Iterator[Finding]:
    """Do the columns for a person's name hold names?

    Why: Letters print who asked and who agreed; a number there was meant for another column.
    Do: Type the person's name with title.
    Fires: Referrals: Referred by=004511
    Silent: Referrals: Referred by=Mr J Penrose
    """
    for sheet, attribute in _NAMED:
        for record in getattr(seen.casebook, sheet):
            typed = getattr(record, attribute)
            if typed and (looks_like_an_id(typed) or typed.casefold() in ("yes", "no", "y", "n")):
                yield Finding(record, attribute, "This is not a person’s name.")


def _people(seen: Inspection) -> Iterator[Person]:
    yield from seen.casebook.staff
    yield from seen.casebook.contacts
