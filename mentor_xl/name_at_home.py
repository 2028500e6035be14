"""What is a pupil called, by whom it is read? A family may not know the name that is used in school.

Decisions, *Privacy*: Known as and pronouns go home; but where pronouns are recorded and Known as is not the
legal forename, nothing goes home until a person has said which name the family's letters use.
"""

import re

from mentor_xl.audience import Audience
from mentor_xl.persons import name_words, without_surname
from mentor_xl.records import Pupil

_OF_MEN, _OF_WOMEN = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_USUAL = {
    **dict.fromkeys(("m", "male", "boy", "man"), _OF_MEN),
    **dict.fromkeys(("f", "female", "girl", "woman"), _OF_WOMEN),
}
"""The pronouns that go with what *Sex* says; with anything else none do."""


def called(pupil: Pupil, audience: Audience) -> str:
    """The name that a reader knows the pupil by: *Known as*, else the forename; without the surname."""
    forename = without_surname(pupil.legal_forename or "", pupil.legal_surname)
    known_as = without_surname(pupil.known_as or "", pupil.legal_surname)
    is_surname = name_words(known_as) == name_words(pupil.legal_surname)
    is_kept_from = audience is Audience.PARENT and is_legal_at_home(pupil)
    return forename if forename and (is_kept_from or is_surname or not known_as) else known_as


def called_in_full(pupil: Pupil, audience: Audience) -> str:
    """The same with the surname."""
    return f"{called(pupil, audience)} {pupil.legal_surname or ''}".strip()


def is_legal_at_home(pupil: Pupil) -> bool:
    """Whether the family's letters keep to the legal forename, and to no pronoun."""
    return pupil.name_for_letters_home == "Legal forename"


def is_to_be_asked(pupil: Pupil) -> bool:
    """Whether nobody has said yet which name the family knows, and it may matter."""
    if pupil.name_for_letters_home or not _is_known_otherwise(pupil):
        return False
    is_unread = not {"name_for_letters_home", "pronouns"}.isdisjoint(pupil.unread)
    return is_unread or bool(pupil.pronouns and not _has_usual_pronouns(pupil))


def telling_names(pupil: Pupil) -> frozenset[str]:
    """The words of *Known as* that the legal names do not have."""
    legal = f"{pupil.legal_forename or ''} {pupil.legal_surname or ''}"
    return _words(pupil.known_as) - _words(legal)


def telling_pronouns(pupil: Pupil) -> frozenset[str]:
    """The pronouns from which a family would learn what it may not know; *they* tells nobody anything."""
    if _has_usual_pronouns(pupil):
        return frozenset()
    typed = _words(pupil.pronouns)
    return frozenset().union(*(forms for forms in (_OF_MEN, _OF_WOMEN) if typed & forms))


def _is_known_otherwise(pupil: Pupil) -> bool:
    names = ((name or "").casefold().split() for name in (pupil.known_as, pupil.legal_forename))
    known_as, legal = names
    return bool(known_as) and known_as != legal


def _has_usual_pronouns(pupil: Pupil) -> bool:
    sex, typed = _words(pupil.sex), _words(pupil.pronouns)
    usual = _USUAL.get(next(iter(sex), ""), frozenset()) if len(sex) == 1 else frozenset()
    return bool(typed) and typed <= usual


def _words(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", (text or "").casefold()))
