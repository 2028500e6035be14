"""Deterministic English: who is greeted how, times, lists, and what a score or a review is called.

Salutations follow reference 5.3 and decisions, *Who gets a letter*: a title is never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mentor_xl.persons import without_surname
from mentor_xl.records import Contact

_TITLES = {
    "rev": "Reverend", "revd": "Reverend", "prof": "Professor", "mr": "Mr", "mrs": "Mrs", "ms": "Ms",
    "miss": "Miss", "mx": "Mx", "dr": "Dr",
}  # fmt: skip
_NAMELESS = "parent/carer"


@dataclass(frozen=True, slots=True)
class Greeting:
    """How those a letter goes to are named on it."""

    name: str
    """On the envelope: ``Mr and Mrs Adeyemi``."""
    salutation: str
    """``Dear Mr and Mrs Adeyemi``, without the comma."""
    close: str
    """``Yours sincerely`` to people and teams by name, ``Yours faithfully`` where no name is known."""


def greet_contacts(contacts: Sequence[Contact], *, names_both: bool, pupil: str = "") -> Greeting:
    """How one or two contacts in one home are named. ``names_both``: never ``Mr and Mrs X``.

    Where a name is missing the letter is to the parents or carers of ``pupil``, the pupil's full name.
    """
    if not all(map(_has_name, contacts)):
        on_envelope = f"To the parents/carers of {pupil}" if pupil else "To the parents/carers"
        return Greeting(on_envelope, f"Dear {_NAMELESS}", "Yours faithfully")
    together = _mr_and_mrs(contacts) if not names_both else None
    greeted = together or in_a_list([without_article(formal_name(contact)) for contact in contacts])
    named = together or in_a_list([name_on_envelope(contact) for contact in contacts])
    return Greeting(named, f"Dear {greeted}", "Yours sincerely")


def greet_by_name(name: str) -> Greeting:
    """How somebody whose name stands whole in one cell is greeted: staff named in Settings."""
    return Greeting(name, f"Dear {without_initials(name)}", "Yours sincerely")


def greet_team(team: str) -> Greeting:
    """How an agency is greeted: by the person or team it gave, or as colleagues (reference 5.3)."""
    name = without_initials(without_article(team))
    return Greeting(team, f"Dear {name or 'colleagues'}", "Yours sincerely")


def formal_name(contact: Contact) -> str:
    """``Mr Khan``; the full name where no title is known; ``parent/carer`` where a name is missing."""
    title = polite_title(contact.title)
    if title and contact.surname:
        return f"{title} {contact.surname}"
    if not (contact.forename and contact.surname):
        return _NAMELESS
    return f"{without_surname(contact.forename, contact.surname)} {contact.surname}"


@lru_cache(maxsize=1024)
def polite_title(typed: str | None) -> str:
    """A title as a letter writes it: ``Rev`` is Reverend, ``Mr & Mrs`` is Mr and Mrs; others as typed."""
    parts = re.split(r"\s*(?:&|\+|\band\b)\s*", (typed or "").strip(), flags=re.IGNORECASE)
    return " and ".join(" ".join(map(_title_word, part.split())) for part in parts if part)


def _title_word(word: str) -> str:
    return _TITLES.get(word.rstrip(".").casefold(), word)


def _has_name(contact: Contact) -> bool:
    return formal_name(contact) != _NAMELESS


def name_on_envelope(contact: Contact) -> str:
    """``Mrs Folake Adeyemi``; a title for two, ``Mr and Mrs Patel``, goes without a forename."""
    title = polite_title(contact.title)
    forename = "" if " and " in title else without_surname(contact.forename or "", contact.surname)
    return " ".join(filter(None, (title, forename, contact.surname)))


def _mr_and_mrs(contacts: Sequence[Contact]) -> str | None:
    titles = sorted(polite_title(contact.title) for contact in contacts)
    surnames = {(contact.surname or "").casefold() for contact in contacts}
    return f"Mr and Mrs {contacts[0].surname}" if titles == ["Mr", "Mrs"] and len(surnames) == 1 else None


_INITIALS = re.compile(r"(?:\w\.\s*|[A-Z]\s+)+(?=\w)")


def without_initials(name: str) -> str:
    """``Ms H. Lindqvist`` is greeted as ``Ms Lindqvist``; a name without a title stays whole."""
    title, _, rest = name.strip().partition(" ")
    if polite_title(title) not in _TITLES.values() or not rest:
        return name.strip()
    initials = _INITIALS.match(rest)
    return f"{polite_title(title)} {rest[initials.end() if initials else 0 :]}"


def without_article(team: str) -> str:
    """``The Referrals Team`` is greeted as ``Referrals Team``."""
    return re.sub(r"^the\s+", "", team.strip(), flags=re.IGNORECASE)


def in_a_list(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def clock_time(typed: str | None) -> str:
    """``14:15`` as ``2.15pm``, ``10:00`` as ``10am``; anything else as typed (reference 5.2)."""
    text = (typed or "").strip()
    match = re.fullmatch(r"(\d{1,2})[:.](\d\d)(?::\d\d)?", text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return text
    hour, minute = int(match[1]), match[2]
    half = "am" if hour < 12 else "pm"
    shown = hour % 12 or 12
    return f"{shown}{half}" if minute == "00" else f"{shown}.{minute}{half}"


SCORE_WORDS = {
    -2: "Much less than hoped",
    -1: "Less than hoped",
    0: "As hoped",
    1: "More than hoped",
    2: "Much more than hoped",
}
"""What a goal attainment score says in words (reference 3.7)."""

REVIEWS_IN_WORDS = {
    "Mentoring review": "a meeting about how mentoring is going",
    "Target review": "a meeting to look at targets together",
    "SEN support review": "a meeting about the extra help in school",
    "Annual review of EHC plan": "the yearly review of the education, health and care plan",
    "Personal education plan": "a personal education plan meeting",
    "Early help review": "an early help review meeting",
    "Reintegration meeting": "a meeting to welcome your child back to school",
    "Part-time timetable review": "a meeting about the part-time timetable",
    "Managed move review": "a meeting about the move between schools",
    "Off-site placement review": "a meeting about the placement",
    "Medical plan review": "a meeting about the medical plan",
    "Passport review": "a meeting about the pupil passport",
    "Consent review": "a conversation about what you agreed to",
    "Transition review": "a meeting about the move to the next stage",
    "Follow-up after closing": "a meeting to see how things are going since mentoring ended",
}
"""What a family is told a review is."""


def phone_number(typed: str | None) -> str:
    """A phone number as a letter prints it: Excel eats the first 0 of a number typed as a figure."""
    text = (typed or "").strip()
    return f"0{text[:4]} {text[4:]}" if re.fullmatch(r"[1-9]\d{9}", text) else text


@lru_cache(maxsize=65536)
def postcode(typed: str | None) -> str:
    """A postcode in capitals with one space before its last three; others as typed."""
    text = re.sub(r"\s+", "", typed or "").upper()
    has_form = re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", text)
    return f"{text[:-3]} {text[-3:]}" if has_form else (typed or "")


def count_of(number: int, one: str, several: str = "") -> str:
    """``one session``, ``7 sessions``, ``no sessions``: small numbers in words where they begin plainly."""
    if number == 0:
        return f"no {several or one + 's'}"
    return f"one {one}" if number == 1 else f"{number} {several or one + 's'}"
