"""A query that was answered on the Explanations sheet is not asked again, until its day."""

import datetime as dt

import pytest

from mentor_xl.answers import row_keys
from mentor_xl.examine import Examined, examine
from mentor_xl.records import Contact, Session
from mentor_xl.workbook.grid import MarkdownGrid

TODAY = dt.date(2026, 11, 23)
BOOK = """
# Settings
| Setting | Value |
| School name | Wrenfield Academy |
| Designated safeguarding lead | Ms N Okafor |
# Pupils
| Adm No | Surname | Forename | DOB | UPN |
| '004511 | Khan | Amina | 2014-02-11 | |
| '004512 | Reid | Tom | 2014-03-11 | |
| '004513 | Low | Sam | TBC | |
# Contacts
| Pupil ID | Priority | Surname | Relationship | PR | Lives with | Address 1 | Postcode | Phone | Letters |
| '004511 | 1 | Khan | Mother | Yes | Yes | 1 Mill Row | HW4 7BD | 1632960100 | Yes |
# Explanations
| Check | Sheet | Row key | Heading | Explanation | By | Until |
"""


def examined(*answers: str, today: dt.date = TODAY) -> Examined:
    return examine(MarkdownGrid(BOOK + "\n".join(answers)), today)


def asked(*answers: str, today: dt.date = TODAY) -> set[tuple[str, str]]:
    found = examined(*answers, today=today)
    return {(problem.code, str(problem.place)) for problem in found.problems}


def test_without_an_answer_the_query_is_asked() -> None:
    assert {("upn-missing", "Pupils!E2"), ("upn-missing", "Pupils!E3")} <= asked()


def test_an_answered_query_is_silent_for_that_row_only() -> None:
    silenced = asked() - asked("| upn-missing | Pupils | '004511 | UPN | Asked for | KSA | |")
    assert silenced == {("upn-missing", "Pupils!E2")}


def test_answered_queries_are_counted() -> None:
    assert examined("| upn-missing | Pupils | '004511 | | Asked for | KSA | |").answered == 1


@pytest.mark.parametrize(("today", "is_asked"), [("2026-12-01", False), ("2026-12-02", True)])
def test_an_answer_holds_up_to_and_including_its_day(today: str, is_asked: bool) -> None:
    answer = "| upn-missing | Pupils | '004511 | UPN | Asked for | KSA | 2026-12-01 |"
    day = dt.date.fromisoformat(today)
    assert (("upn-missing", "Pupils!E2") in asked(answer, today=day)) is is_asked


@pytest.mark.parametrize(
    "answer",
    [
        "| upn-missing | Pupils | '004511 | Legal surname | Another column | KSA | |",
        "| phone-lost-zero | Pupils | '004511 | UPN | Another check | KSA | |",
        "| upn-missing | Cases | '004511 | UPN | Another sheet | KSA | |",
        "| upn-missing | Pupils | '004519 | UPN | Another row | KSA | |",
        "| upn-missing | Pupils | '004511 | UPN | | KSA | |",
    ],
)
def test_an_answer_to_something_else_or_without_words_silences_nothing(answer: str) -> None:
    assert ("upn-missing", "Pupils!E2") in asked(answer)


@pytest.mark.parametrize("heading", ["UPN", "upn", "", "Unique pupil number"])
def test_the_heading_may_be_left_out_or_written_in_any_case(heading: str) -> None:
    is_silent = ("upn-missing", "Pupils!E2") not in asked(
        f"| UPN-missing | pupils | '004511 | {heading} | Asked | K | |"
    )
    assert is_silent is (heading != "Unique pupil number")


def test_a_heading_of_the_schools_own_and_ours_both_name_the_column() -> None:
    for heading in ("Adm No", "Pupil ID"):
        answer = f"| no-contact-for-letters | Pupils | '004512 | {heading} | Lives abroad | KSA | |"
        assert ("no-contact-for-letters", "Pupils!A3") not in asked(answer)


def test_a_contact_is_named_by_pupil_and_priority() -> None:
    assert ("phone-lost-zero", "Contacts!I2") in asked()
    assert ("phone-lost-zero", "Contacts!I2") not in asked(
        "| phone-lost-zero | Contacts | 004511 1 | | Abroad | K | |"
    )


def test_an_error_cannot_be_answered_away() -> None:
    answer = "| not-known-yet | Pupils | '004513 | DOB | Nobody knows | KSA | |"
    assert ("not-known-yet", "Pupils!D4") in asked(answer)


def test_a_session_is_named_by_pupil_and_date_in_either_form() -> None:
    session = Session.model_validate({"pupil_id": "004511", "date": dt.date(2026, 9, 15)})
    assert "004511 2026-09-15" in row_keys(session)


def test_a_contact_without_priority_has_no_name() -> None:
    assert row_keys(Contact.model_validate({"pupil_id": "004511"})) == frozenset()
