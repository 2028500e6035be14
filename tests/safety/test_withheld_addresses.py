"""A withheld address is seen however it is written, and in part; what only shares a word with it is not."""

from functools import cache

import pytest
from a_caseload import a, reading_of
from safety.planted import TODAY, letter_file, p

from mentor_xl.audience import Audience
from mentor_xl.documents import Context, Document
from mentor_xl.recipients import Greeting, Recipient
from mentor_xl.safety import SafetyGate

TO_FATHER = Recipient(
    Audience.PARENT, "Contacts!3", Greeting("Mr David Aske", "Dear Mr Aske", "Yours sincerely"),
    ("Mr David Aske", "9 Orchard Close", "Exeford", "EX9 9ZZ"),
)  # fmt: skip


def _gate(line_1: str, line_2: str = "", town: str = "Torbridge") -> SafetyGate:
    secret = f"Address line 1={line_1}; Address line 2={line_2}; Town={town}; Postcode=TB2 2AA"
    mother = f"{secret}; Phone='07700 900111; Email=ada.aske@example.org; Do not disclose address=Yes"
    father = (
        "Priority=2; Title=Mr; Forename=David; Surname=Aske; Address line 1=9 Orchard Close; Town=Exeford; "
        "Postcode=EX9 9ZZ; Lives with pupil=No; Relationship=Father; Do not disclose address="
    )
    rows = (a("Pupils"), a("Contacts", mother), a("Contacts", father))
    return SafetyGate(reading_of(a("Settings", "Setting=Town; Value=Exeford"), *rows).casebook, TODAY)


@cache
def _of(address: str) -> SafetyGate:
    return _gate(*address.split("; "))


def _codes(address: str, words: str) -> set[str]:
    document = Document("consent", "000001", TO_FATHER, "WS/26/consent/1a2b3c", Context(), "", ())
    letter = letter_file(body=p("Dear Mr Aske,") + p(words))
    return {finding.code for finding in _of(address).faults_in(letter, document)}


SEEN = {
    "12 Fern Lane": (
        "12 Fern Ln", "12 fern lane", "number 12, Fern Lane", "No.12 Fern Lane.", "in Fern Lane",
        "Flat 2 12 Fern", "at 12, Fern", "off Fern Ln.",
        "07700/900111", "07700.900.111",
        "+44 (0)7700 900111", "0044 7700 900111", "07700, then 900 111",
        "ada.aske at example dot org", "ada dot aske @ example.org",
    ),
    "Flat 2, 12 St Mary's Road": ("12 Saint Marys Rd", "2/12 St. Mary's Rd", "the flat in St Marys Road"),
    "Rose Cottage; Back Lane": ("Taxi from Rose Cottage", "rose cott", "Back Ln", "the bus to Torbridge"),
    "Orchard House Women's Refuge": ("at Orchard House", "by taxi from Torbridge", "Orchard Hse"),
    "14 The Hawthorns": ("They are at The Hawthorns.", "14 the hawthorns"),
    "Hope": ("She lives at Hope now.",),
    "5 Mill Rise": ("collected from 5 Mill Rise", "collected from Mill Rise"),
}  # fmt: skip
LET_BE = {
    "12 Fern Lane": (
        "12 ferns by the lane", "a fern", "the bus to Torbridge", "12 points", "07700 900112",
        "on 12 November 2026 at 07.30, 5 of 20, room 900", "ada at example",
    ),
    "Rose Cottage; Back Lane; Exeford": ("the rose by the cottage", "in Exeford", "back in lane two"),
    "Hope": ("Hope to see more.", "We hope so.", "Full of Hope", "hope at lunch"),
    "Reading House; High Street; Exeford": ("Reading is going well", "the high street shops", "Reading age"),
    "9 Orchard Close; ; Exeford": ("9 Orchard Close", "Orchard Close"),
    "5 Mill Rise": ("the mill by the rise",),
}  # fmt: skip


@pytest.mark.parametrize("address", SEEN)
def test_it_is_seen_in_any_spelling_and_in_part(address: str) -> None:
    assert [words for words in SEEN[address] if "withheld-address" not in _codes(address, words)] == []


@pytest.mark.parametrize("address", LET_BE)
def test_words_numbers_and_the_readers_own_street_are_let_be(address: str) -> None:
    assert [words for words in LET_BE[address] if _codes(address, words)] == []
