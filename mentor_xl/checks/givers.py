"""Which of a pupil's contacts is meant by a name typed under *Given by*?"""

from collections.abc import Iterable

from mentor_xl.casebook import Casebook
from mentor_xl.checks.names import folded_words, names_of
from mentor_xl.reasons import is_looked_after
from mentor_xl.records import Consent, Contact, Pupil

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "prof", "sir", "lady"})
_RELATIONS = frozenset(
    (
        "mother", "mum", "mam", "father", "dad", "parent", "parents", "carer", "carers", "guardian",
        "guardians", "both", "grandmother", "grandfather", "gran", "nan", "grandparent",
        "grandparents", "stepmother", "stepfather", "social", "worker", "authority", "foster",
    )
)  # fmt: skip
"""Words for a relation: they name a contact without a name."""


def who_gave(typed: str, contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """The contacts whose surname stands in the name, and whose title and initial do not speak against it.

    ``Mr Patel`` may be the contact ``Mr & Mrs Patel``, and is not ``Mrs Patel``.
    """
    words = folded_words(typed)
    return tuple(contact for contact in contacts if _may_be(contact, words))


def is_named(typed: str, contacts: Iterable[Contact], pupil: Pupil) -> bool:
    """Whether a name could be one of the contacts' or the pupil's, or only says a relation."""
    words = folded_words(typed)
    if not words or set(words) & _RELATIONS:
        return True
    surnames = (contact.surname or "" for contact in contacts)
    own = (pupil.legal_surname or "", *names_of(pupil))
    return any(_stands_in(name, words) for name in (*surnames, *own))


def _stands_in(name: str, words: tuple[str, ...]) -> bool:
    """Whether all words of a name stand together among the words."""
    wanted = folded_words(name)
    if len(wanted) == 1:
        return wanted[0] in words
    places = range(len(words) - len(wanted) + 1)
    return bool(wanted) and any(words[place : place + len(wanted)] == wanted for place in places)


def _may_be(contact: Contact, words: tuple[str, ...]) -> bool:
    if not _stands_in(contact.surname or "", words):
        return False
    typed_titles = _TITLES.intersection(words)
    own_titles = _TITLES.intersection(folded_words(contact.title or ""))
    if typed_titles and own_titles and not typed_titles & own_titles:
        return False
    others = _TITLES.union(folded_words(contact.surname or ""), ("and",))
    forenames = [word for word in words if word not in others]
    own = folded_words(contact.forename or "")
    return not (forenames and own) or any(name[0] == own[0][0] for name in forenames)


_SOCIAL_WORK = frozenset({"social", "authority", "council", "childrens", "la"})


def is_the_authoritys(casebook: Casebook, consent: Consent) -> bool:
    """Whether the social worker of a looked-after child agreed, as the authority may under a care order."""
    pupil = casebook.pupil(consent.pupil_id)
    if pupil is None or not is_looked_after(pupil) or not consent.given_by or consent.basis == "Pupil":
        return False
    givers = who_gave(consent.given_by, casebook.contacts_of(consent.pupil_id))
    if givers:
        return all((giver.relationship or "").casefold() == "social worker" for giver in givers)
    return not _SOCIAL_WORK.isdisjoint(folded_words(consent.given_by))


def is_the_pupil(typed: str, pupil: Pupil) -> bool:
    """Whether a name is the pupil's own: one of their forenames beside their surname, without a title."""
    words = folded_words(typed)
    surname = folded_words(pupil.legal_surname or "")
    return bool(surname) and any(words == (*folded_words(name), *surname) for name in names_of(pupil))
