"""Are two rows of Contacts one person, however a school spelled them?"""

import pytest

from mentor_xl.persons import may_be_one_person, name_words, without_surname
from mentor_xl.records import Contact


def who(text: str) -> Contact:
    """``Mr | David | Aske | Father | phone | e-mail``."""
    names = ("title", "forename", "surname", "relationship", "phone", "email")
    cells = zip(names, (part.strip() or None for part in text.split("|")), strict=False)
    return Contact(pupil_id="1", **dict(cells))


DAVID = "Mr | David | Aske | Father | 07700 900222 | d.aske@aske.example"
THE_SAME = (
    "Mr | David | Aske", "Mr | Dave | Aske", "Mr | D. | Aske", "Mr || Aske", "| david | ASKE | Other",
    "Mr | Davíd | Aske", "Mr | David John | Aske-Smith", "| Aske | David", "Mrs | David | Aske",
    "Mr | Davey | Aske", "|| Aske | Father", "Mr | Davd | Aske", "Mr | David Aske | Aske",
    "| Mike | Jones | Step-parent | 07700-900222", "||| Other | +44 (0)7700 900222",
    "| X | Y || 01392 555 111 / 07700 900 222", "|||| | D.ASKE@aske.example",
    "| Bo | Todd | Carer | 7700900222",
)  # fmt: skip
OTHERS = (
    "Mrs | Mary | Aske | Mother", "Mr | Daniel | Aske", "Mr | Paul | Aske", "Mr | David | Todd",
    "Mrs || Aske", "Mrs | Mary | Aske | Mother | 07700 900222", "Ms | Jo | Bryce | Mother | 07700 900333",
    "Mr | Peter | Asker", "| Ann | Aske | Mother | | d.aske@aske.example",
)  # fmt: skip


@pytest.mark.parametrize("other", THE_SAME)
def test_they_may_be_one(other: str) -> None:
    assert may_be_one_person(who(DAVID), who(other))
    assert may_be_one_person(who(other), who(DAVID))


@pytest.mark.parametrize("other", OTHERS)
def test_they_are_two(other: str) -> None:
    assert not may_be_one_person(who(DAVID), who(other))
    assert not may_be_one_person(who(other), who(DAVID))


def test_names_in_any_spelling_of_theirs() -> None:
    pairs = (
        "Mohammed Muhammad",
        "Steven Stephen",
        "Kate Katherine",
        "Bill William",
        "Catherine Kathryn",
        "Jo Joanna",
    )
    for one, other in map(str.split, pairs):
        assert may_be_one_person(who(f"| {one} | Khan"), who(f"| {other} | Khan"))
    assert name_words("O’Neill-Źak") == ("oneill", "zak")


def test_a_surname_is_taken_out_of_a_forename_and_never_out_of_nothing() -> None:
    for typed in ("Luke Catchpole", "Catchpole, Luke", "Luke CATCHPOLE", "Luke"):
        assert without_surname(typed, "Catchpole") == "Luke"
    assert without_surname("James", "James") == "James"
    assert without_surname("Mary Jane", "Smith") == "Mary Jane"
    assert without_surname("Ana de Souza", "de Souza") == "Ana"
    assert without_surname("Rosie", None) == "Rosie"
