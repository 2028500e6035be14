"""The caseload of a secondary school as it was handed over, and everything that a person finds in it."""

from functools import cache
from pathlib import Path

import pytest
from checks.example_workbook import inspect

from mentor_xl.checks import run_checks
from mentor_xl.problems import Problem
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import Reading, read_casebook

CASELOAD = Path(__file__).with_name("messy_secondary.md")

FOUND = """
Pupils
    B5  error upn-check-letter
    B4  error upn-shared
    B10 error upn-shared
    B9  query upn-missing
    B7  note  upn-lower-case
    C8  note  name-in-capitals
    C24 query not-a-name
    F17 error impossible-age
    J18 error sen-type-missing
    X14 query part-time-without-end
    R15 query carers-not-listed
    A12 query no-contact-for-letters
    A14 query no-contact-for-letters
    A16 query no-contact-for-letters
    A17 query no-contact-for-letters
    A18 query no-contact-for-letters
    A23 query no-contact-for-letters
    A24 query no-contact-for-letters
Settings
    B11 query phone-lost-zero
Contacts
    M4  query phone-lost-zero
    L8  query postcode-shape
    G12 query parental-responsibility-unknown
    R14 error restricted-but-letters
Referrals
    P5  error decided-before-received
Cases
    H5  error planned-end-before-start
    L5  error consent-withdrawn
    F6  error active-after-leaving
    L6  error active-without-consent
    L10 error active-without-consent
    M7  error closed-without-date
    N7  error closed-without-reason
    A4  query no-recent-contact
    A5  query no-recent-contact
    A8  query no-recent-contact
    A9  query no-recent-contact
    A11 query no-recent-contact
Consents
    F7  query given-without-responsibility
Targets
    G7  error review-before-set
    J7  error score-without-date
Sessions
    A21 query session-on-closed-day
    A22 error session-in-future
    C22 error group-session-without-group
    J2  query not-there-but-scored
    J12 query not-there-but-scored
    J16 query not-there-but-scored
    L20 query disclosure-in-text
Agencies
    M3  query agency-not-checked
    M5  query agency-not-checked
Agency referrals
    L2  query referral-not-sent
    F3  error referral-without-consent
    F4  error sent-without-consent
    C5  query safeguarding-leads-referral
Reviews
    D2  query booked-late
    D6  query booked-late
    D7  query booked-late
    D5  query booked-on-closed-day
    D5  error booked-after-legal-day
    D3  query date-to-count-from
    D8  query date-to-count-from
"""
"""Cell, severity and code of every problem that the checks find, sheet by sheet."""


def _expected() -> list[tuple[str, str, str, str]]:
    found, sheet = [], ""
    for line in FOUND.strip().splitlines():
        if line.startswith(" "):
            cell, severity, code = line.split()
            found.append((sheet, cell, severity, code))
        else:
            sheet = line
    return sorted(found)


@cache
def _reading() -> Reading:
    return read_casebook(MarkdownGrid(CASELOAD.read_text(encoding="utf-8")))


@cache
def _problems() -> tuple[Problem, ...]:
    return tuple(run_checks(inspect(_reading().casebook)))


def _messages(cell: str) -> list[str]:
    return [problem.message for problem in _problems() if str(problem.place) == cell]


def test_everything_is_found_at_its_cell_and_nothing_else() -> None:
    found = [(p.place.sheet, p.place.cell or "", p.severity.value, p.code) for p in _problems()]
    assert sorted(found) == _expected()


def test_no_cell_that_reading_refused_is_told_again() -> None:
    refused = {str(problem.place) for problem in _reading().problems if problem.severity.value == "error"}
    assert refused
    assert refused.isdisjoint(str(problem.place) for problem in _problems())


@pytest.mark.parametrize(
    ("pupil", "why"),
    [
        ("004517", "a namesake born a day and a year group apart, but for the UPN that two pupils share"),
        ("004526", "an ID that stands twice, which reading tells: 29 February is a birthday"),
    ],
)
def test_what_is_in_order_is_let_be(pupil: str, why: str) -> None:
    assert {p.code for p in _problems() if p.ref == pupil} <= {"upn-shared"}, why


def test_a_pupil_with_a_plan_who_is_not_on_the_caseload_is_no_error() -> None:
    assert [p for p in _problems() if p.ref == "004520" and p.severity.value == "error"] == []


def test_messages_say_what_a_mentor_needs() -> None:
    assert _messages("Pupils!B5") == ["The check letter of this UPN is wrong: its figures belong to W."]
    assert _messages("Pupils!B10") == ["Pupil 004511 has the same UPN."]
    assert _messages("Cases!L5") == ["Consent K4 was withdrawn on Tue 10 Nov 2026."]
    assert _messages("Reviews!D2") == ["Booked for Thu 26 Nov 2026; it is due by Fri 6 Nov 2026."]
    assert _messages("Sessions!A21") == ["School was closed on Sun 1 Nov 2026 (Sunday)."]


def test_a_disclosure_is_pointed_at_and_never_repeated() -> None:
    (message,) = _messages("Sessions!L20")
    assert message == (
        "This text may hold something that belongs in the safeguarding file."
        " DSL informed on says Thu 1 Oct 2026, which is before it."
    )


def test_a_consent_that_would_fit_is_suggested_and_not_taken() -> None:
    text = CASELOAD.read_text(encoding="utf-8").replace(
        "| Feel safe in school | K9 |", "| Feel safe in school |  |"
    )
    problems = run_checks(inspect(read_casebook(MarkdownGrid(text)).casebook))
    (problem,) = [p for p in problems if p.place.cell == "L4" and p.code == "active-without-consent"]
    assert problem.fix == "K9 would fit: if it is meant, name it here."
