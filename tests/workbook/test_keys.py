"""An ID that is typed refers to one row or to none: it is never guessed, and a lost row is told of once."""

import pytest
from workbook.sound_book import CASES, PUPILS, STAFF, read, the_only, told

from mentor_xl.problems import Severity

# -- rows that hang on others ------------------------------------------------------------------------


def test_what_hangs_on_a_refused_row_is_left_out_without_another_word() -> None:
    reading = read(
        PUPILS,
        STAFF,
        CASES.replace("004511", "009999"),
        """
        # Targets
        | Target ID | Case ID | Target | Set on     | Review by  | Status |
        | T1        | C1      | Lunch  | 2026-09-28 | some day   | Open   |
        | T2        | c1      | Lunch  | 2026-09-28 | 2026-11-06 | Open   |
        """,
    )
    assert told(reading) == [("Cases!B2", "unknown-pupil")]
    assert (reading.casebook.cases, reading.casebook.targets) == ((), ())


def test_an_optional_reference_to_a_refused_row_is_blank_and_unread() -> None:
    reading = read(
        PUPILS,
        """
        # Consents
        | Consent ID | Pupil ID | Purpose   | Basis  | Given on   |
        | K1         | 009999   | Mentoring | Parent | 2026-09-18 |
        # Peer pool
        | Pupil ID | Side   | Consent ID |
        | 004511   | Mentee | K1         |
        """,
    )
    assert told(reading) == [("Consents!B2", "unknown-pupil")]
    (entry,) = reading.casebook.peer_pool
    assert (entry.consent_id, entry.unread) == (None, {"consent_id"})


def test_an_optional_reference_that_leads_nowhere_is_blank_and_unread() -> None:
    reading = read(
        PUPILS, STAFF, CASES.replace("Status |", "Status | Consent ID |").replace("Active |", "Active | K9 |")
    )
    assert told(reading) == [("Cases!E2", "unknown-reference")]
    (case,) = reading.casebook.cases
    assert (case.consent_id, case.unread) == (None, {"consent_id"})
    assert the_only(reading).message == "Consent ID K9 is not on the sheet Consents."


def test_each_contact_of_an_unknown_pupil_is_told_at_its_own_cell() -> None:
    reading = read(
        PUPILS,
        """
        # Contacts
        | Pupil ID | Priority | Surname | Relationship | Send letters |
        | 009999   | 1        | Hartley | Mother       | Yes |
        | 004511   | 1        | Hartley | Mother       | Yes |
        | 009999   | some     | Hartley | Father       | Yes |
        """,
    )
    assert told(reading) == [
        ("Contacts!A2", "unknown-pupil"), ("Contacts!A4", "unknown-pupil"), ("Contacts!B4", "not-a-number"),
    ]  # fmt: skip
    assert [problem.ref for problem in reading.problems] == ["009999"] * 3
    assert [contact.row_number for contact in reading.casebook.contacts] == [3]


def test_a_group_without_its_unknown_pupils_is_kept_and_told_once() -> None:
    groups = "# Groups\n| Group | Pupils |\n| Lego club | 004511; 009998; Kay; 009999; 004512; Kay |"
    problem = the_only(read(PUPILS, groups))
    assert problem.message == "No pupil has the ID 009998 or that stands there or 009999."
    (group,) = read(PUPILS, groups).casebook.groups
    assert (group.pupils, group.unread) == (("004511", "004512"), {"pupils"})


def test_a_group_is_silent_on_a_pupil_whose_row_was_refused() -> None:
    reading = read(
        "# Groups\n| Group | Pupils |\n| Lego club | 004511; Kay Smith |",
        PUPILS + "| Kay Smith | Smith | Kay | 2013-05-05 |",
    )
    assert told(reading) == [("Pupils!A4", "name-as-id")]
    (group,) = reading.casebook.groups
    assert (group.pupils, group.unread) == (("004511",), {"pupils"})


def test_a_pair_may_name_a_pair_that_stands_below_it() -> None:
    reading = read(
        PUPILS,
        """
        # Peer pairs
        | Pair ID | Mentor pupil | Mentee pupil | Purpose | Status | Replaced by |
        | P1      | 004511       | 004512       | Social  | Ended  | p2          |
        | P2      | 004512       | 004511       | Social  | Active |             |
        """,
    )
    assert reading.problems == ()
    assert reading.casebook.peer_pairs[0].replaced_by == "P2"


# -- IDs ---------------------------------------------------------------------------------------------


def test_an_id_is_the_same_in_capitals_or_not_and_with_stray_spaces() -> None:
    reading = read(
        PUPILS.replace("004511", "a4511 "), STAFF, CASES.replace("004511", "'A4511").replace("DWH", "dwh")
    )
    assert reading.problems == ()
    (case,) = reading.casebook.cases
    assert (case.pupil_id, case.mentor) == ("a4511", "DWH")
    assert reading.casebook.cases_of("a4511") == (case,)


def test_a_number_that_equals_exactly_one_id_but_for_zeros_is_that_id_with_a_note() -> None:
    for typed in ("4511", "'4511", "'04511", "'0004511"):
        reading = read(PUPILS, STAFF, CASES.replace("004511", typed))
        problem = the_only(reading)
        assert (problem.code, problem.ref, problem.severity) == ("zeros-added", "004511", Severity.NOTE)
        assert [case.pupil_id for case in reading.casebook.cases] == ["004511"]
    assert problem.message == "Pupil ID “0004511” is read as 004511."


def test_numbers_match_numbers() -> None:
    reading = read(PUPILS.replace("004511", "4511"), STAFF, CASES.replace("004511", "'4511"))
    assert (reading.problems, len(reading.casebook.cases)) == ((), 1)


def ids(*ids: str) -> str:
    rows = "\n".join(f"| {pupil_id} | Hartley | Rosalind | 2013-05-05 |" for pupil_id in ids)
    return f"# Pupils\n| Pupil ID | Legal surname | Legal forename | Date of birth |\n{rows}"


@pytest.mark.parametrize(
    ("there", "typed", "hint"),
    [
        (("004511", "009000"), "004512", " Did you mean 004511?"),
        (("004511", "009000"), "0045111", " Did you mean 004511?"),
        (("004511", "009000"), "005411", " Did you mean 004511?"),
        (("004511", "004513"), "004512", ""),
        (("004511", "04511"), "4511", ""),
        (("004511",), "7777", ""),
        (("004511",), "Kay", ""),
        (("C9",), "C99", " Did you mean C9?"),
        (("KAY1",), "KAY2", ""),
    ],
)
def test_an_id_is_suggested_where_one_alone_is_nearly_what_was_typed(
    there: tuple[str, ...], typed: str, hint: str
) -> None:
    problem = the_only(
        read(
            ids(*there),
            f"# Rewards\n| Pupil ID | Date | For | Reward |\n| '{typed} | 2026-10-16 | Help | Praise |",
        )
    )
    assert problem.message.partition(".")[2] == hint


def test_an_id_on_two_rows_is_told_on_each() -> None:
    reading = read(ids("004511", "004512", "004511 ", "004511"))
    assert told(reading) == [(f"Pupils!A{row}", "duplicate-id") for row in (2, 4, 5)]
    assert {problem.message for problem in reading.problems} == {
        "Pupil ID 004511 is on more than one row of Pupils: rows 2, 4 and 5."
    }
    assert {problem.ref for problem in reading.problems} == {"004511"}
    many = read(ids(*["004511"] * 300)).problems
    assert {one.message.partition(": ")[2] for one in many} == {
        "rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 290 more."
    }
    assert {problem.blocks for problem in reading.problems} == {("row",)}


def test_ids_that_differ_in_capitals_alone_are_one_and_nobodys() -> None:
    reading = read(ids("a1", "A1"))
    assert [problem.code for problem in reading.problems] == ["duplicate-id"] * 2
    assert reading.casebook.duplicated_pupils == {"a1", "A1"}
    assert reading.casebook.pupil("a1") is None


def test_a_contact_of_a_doubled_pupil_is_kept_and_not_told_again() -> None:
    reading = read(
        ids("004511", "004511"),
        "# Contacts\n| Pupil ID | Priority | Surname | Relationship | Send letters |\n"
        "| 004511 | 1 | Hartley | Mother | Yes |",
    )
    assert [problem.code for problem in reading.problems] == ["duplicate-id"] * 2
    assert len(reading.casebook.contacts) == 1


def test_of_two_cases_with_one_id_no_target_goes_to_either() -> None:
    reading = read(
        PUPILS,
        STAFF,
        CASES + "| c1 | 004512 | DWH | Active |",
        "# Targets\n| Target ID | Case ID | Target | Set on | Review by | Status |\n"
        "| T1 | C1 | Lunch | 2026-09-28 | 2026-11-06 | Open |",
    )
    assert told(reading) == [("Cases!A2", "duplicate-id"), ("Cases!A3", "duplicate-id")]
    casebook = reading.casebook
    assert casebook.targets == ()
    assert [case.pupil_id for case in casebook.cases] == ["004511", "004512"]


def test_a_mentor_whose_code_two_people_share_is_not_guessed() -> None:
    reading = read(PUPILS, STAFF + "| dwh | Drew | Hall | Learning mentor |", CASES)
    assert told(reading) == [("Staff!A2", "duplicate-id"), ("Staff!A3", "duplicate-id")]
    (case,) = reading.casebook.cases
    assert (case.mentor, case.unread) == (None, {"mentor"})


@pytest.mark.parametrize(
    "pupil_id", ["Kay Smith", "Kayleigh", "kay", "KAY", "Smith", "Kay12", "KSMITH01", "Smith-2014"]
)
def test_a_pupils_name_is_no_id(pupil_id: str) -> None:
    reading = read(
        "# Pupils\n| Pupil ID | Surname | Forename | Known as | DOB |\n"
        f"| {pupil_id} | Smith | Kayleigh | Kay | TBC |",
        f"# Rewards\n| Pupil ID | Date | For | Reward |\n| {pupil_id} | 2026-10-16 | Help | Praise |",
    )
    assert told(reading) == [("Pupils!E2", "not-known-yet"), ("Pupils!A2", "name-as-id")]
    assert {problem.ref for problem in reading.problems} == {None}
    assert (reading.casebook.pupils, reading.casebook.rewards) == ((), ())


def test_a_remark_below_the_pupils_is_one_problem() -> None:
    reading = read(PUPILS + "| Updated by KS on 12 September | | | |")
    assert told(reading) == [("Pupils!A4", "name-as-id")]


@pytest.mark.parametrize(
    "pupil_id", ["004511", "P1", "AB", "ABCD", "REF12", "Adm 123", "2014/033", "A-12", "Lei4"]
)
def test_a_code_is_an_id_whoever_it_belongs_to(pupil_id: str) -> None:
    reading = read(
        f"# Pupils\n| Pupil ID | Surname | Forename | DOB |\n| '{pupil_id} | Li | Jo | 2013-05-05 |"
    )
    assert reading.problems == ()
    assert reading.casebook.pupil(pupil_id) is not None
