"""The casebook answers for one ID and for one pupil, and never gives what might be another's."""

import datetime as dt

import pytest

from mentor_xl.casebook import SHEETS, Casebook, SheetLayout
from mentor_xl.problems import Place
from mentor_xl.records import Case, Contact, Pupil, Session, Settings, Target, columns_of
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import read_casebook

BOOK = """
# Staff
| Staff code | Forename | Surname  | Role            |
| DWH        | Dana     | Whitlock | Learning mentor |
# Pupils @3
| Adm No | Surname | First name | D.O.B.     |
| 004511 | Hartley | Rosalind   | 2013-05-05 |
| 004512 | Adair   | Sol        | 2013-05-06 |
| a4513  | Adair   | Sam        | 2013-05-07 |
# Contacts
| Pupil ID | Priority | Surname | Relationship | Send letters |
| 004511   | 2        | Two     | Father       | Yes          |
| 004512   | 1        | Other   | Mother       | Yes          |
| 004511   |          | Blank   | Other        | No           |
| 004511   | 1000     | Last    | Other        | No           |
| 004511   | 1        | One     | Mother       | Yes          |
| 004511   | 0        | Nought  | Carer        | Yes          |
| 004511   | 1        | Also    | Mother       | Yes          |
# Referrals
| Referral ID | Pupil ID | Received on | Main barrier |
| R1          | 004511   | 2026-09-14  | Friendship   |
# Consents
| Consent ID | Pupil ID | Purpose   | Basis  | Given on   |
| K1         | 004511   | Mentoring | Parent | 2026-09-18 |
# Cases
| Case ID | Pupil ID | Mentor | Status |
| C1      | 004511   | DWH    | Closed |
| C2      | 004512   | DWH    | Active |
| C3      | 004511   | DWH    | Active |
# Targets
| Target ID | Case ID | Target | Set on     | Review by  | Status |
| T1        | C3      | One    | 2026-09-28 | 2026-11-06 | Open   |
| T2        | C2      | Two    | 2026-09-28 | 2026-11-06 | Open   |
| T3        | C1      | Three  | 2026-09-28 | 2026-11-06 | Open   |
| T4        | C3      | Four   | 2026-09-28 | 2026-11-06 | Open   |
# Sessions
| Date       | Pupil ID | Group | Mentor | Kind       | Minutes | Attended |
| 2026-10-05 | 004511   |       | DWH    | One-to-one | 40      | Attended |
| 2026-10-06 |          | Club  | DWH    | Group      | 40      | Attended |
# Groups
| Group | Pupils         |
| Club  | 004511; 004512 |
# Agencies
| Agency             | Kind  |
| Hollowbridge CAMHS | CAMHS |
# Agency referrals
| Agency referral ID | Pupil ID | Agency             | Reason | Decided on |
| A1                 | 004512   | hollowbridge camhs | Sad    | 2026-11-02 |
# Reviews
| Pupil ID | Review           |
| 004512   | Mentoring review |
# Scales
| Measure   | Better is |
| SDQ total | Lower     |
# Measures
| Pupil ID | Measure   | Informant | Taken on   | Phase | Score |
| 004511   | SDQ total | Teacher   | 2026-09-22 | Entry | 17    |
"""


@pytest.fixture(scope="module")
def casebook() -> Casebook:
    reading = read_casebook(MarkdownGrid(BOOK))
    assert [problem.code for problem in reading.problems] == ["missing-value"]
    return reading.casebook


# -- one record by its key ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask", "key"),
    [
        ("pupil", "a4513"),
        ("staff_member", "DWH"),
        ("agency", "Hollowbridge CAMHS"),
        ("case", "C1"),
        ("consent", "K1"),
        ("referral", "R1"),
        ("scale", "SDQ total"),
    ],
)
def test_a_record_is_found_by_its_key_in_capitals_or_not(casebook: Casebook, ask: str, key: str) -> None:
    find = getattr(casebook, ask)
    found = find(key)
    assert found is not None
    assert find(key.lower()) is found
    assert find(key.upper()) is found
    for other in (None, "", "C99", f"{key}x"):
        assert find(other) is None


def test_a_key_is_looked_up_as_text_with_its_zeros(casebook: Casebook) -> None:
    assert casebook.pupil("004511") is casebook.pupils[0]
    assert casebook.pupil("4511") is None


def pupil(pupil_id: str) -> Pupil:
    return Pupil(pupil_id=pupil_id)


@pytest.mark.parametrize(("one", "other"), [("a1", "a1"), ("a1", "A1")])
def test_an_id_on_two_rows_is_nobodys(one: str, other: str) -> None:
    casebook = Casebook(pupils=(pupil(one), pupil("b2"), pupil(other)))
    assert casebook.duplicated_pupils == {one, other}
    assert [casebook.pupil(name) for name in (one, other, "A1", "a1")] == [None] * 4
    assert casebook.pupil("b2") is not None


def test_no_id_is_doubled_in_a_sound_workbook(casebook: Casebook) -> None:
    assert casebook.duplicated_pupils == frozenset()


def test_targets_of_a_case_id_that_two_pupils_share_are_neithers() -> None:
    casebook = Casebook(
        pupils=(pupil("a1"), pupil("b2")),
        cases=(Case(case_id="C1", pupil_id="a1"), Case(case_id="c1", pupil_id="b2")),
        targets=(Target(target_id="T1", case_id="C1"),),
    )
    assert casebook.case("C1") is None
    assert casebook.targets_of_case("C1") == ()
    assert casebook.targets_of("a1") == casebook.targets_of("b2") == ()


# -- all records of one pupil ------------------------------------------------------------------------


def test_contacts_come_by_priority_and_those_without_one_last(casebook: Casebook) -> None:
    surnames = [contact.surname for contact in casebook.contacts_of("004511")]
    assert surnames == ["Nought", "One", "Also", "Two", "Last", "Blank"]


@pytest.mark.parametrize(
    ("ask", "key", "keys"),
    [
        ("cases_of", "case_id", ["C1", "C3"]),
        ("targets_of", "target_id", ["T3", "T1", "T4"]),
        ("referrals_of", "referral_id", ["R1"]),
        ("consents_of", "consent_id", ["K1"]),
        ("sessions_of", "date", [dt.date(2026, 10, 5)]),
        ("measures_of", "measure", ["SDQ total"]),
        ("reviews_of", "review", []),
        ("agency_referrals_of", "agency", []),
    ],
)
def test_a_pupils_records_come_in_the_order_of_the_sheet(
    casebook: Casebook, ask: str, key: str, keys: list[object]
) -> None:
    of = getattr(casebook, ask)
    assert [getattr(record, key) for record in of("004511")] == keys
    assert of("a4513") == of("009999") == of("") == ()


def test_another_pupils_records_are_that_pupils(casebook: Casebook) -> None:
    assert [review.review for review in casebook.reviews_of("004512")] == ["Mentoring review"]
    assert [referral.agency for referral in casebook.agency_referrals_of("004512")] == ["Hollowbridge CAMHS"]
    assert [target.target_id for target in casebook.targets_of_case("C2")] == ["T2"]
    assert casebook.targets_of_case("C99") == ()


def test_a_session_of_a_group_is_no_one_pupils(casebook: Casebook) -> None:
    assert [session.group for session in casebook.sessions] == [None, "Club"]
    assert casebook.sessions_of("004512") == ()


def test_every_list_of_a_pupil_covers_every_record_once(casebook: Casebook) -> None:
    found = [contact for one in casebook.pupils for contact in casebook.contacts_of(one.pupil_id)]
    assert sorted(contact.row_number for contact in found) == [
        contact.row_number for contact in casebook.contacts
    ]


# -- places ------------------------------------------------------------------------------------------


def test_a_place_is_where_the_record_stands_with_its_heading_as_typed(casebook: Casebook) -> None:
    first = casebook.pupils[0]
    assert casebook.place(first) == Place("Pupils", 4)
    assert casebook.place(first, "date_of_birth") == Place("Pupils", 4, 3, "D.O.B.")
    assert str(casebook.place(first, "date_of_birth")) == "Pupils!D4"


def test_a_column_that_is_not_there_has_its_row_for_a_place(casebook: Casebook) -> None:
    assert casebook.place(casebook.pupils[0], "upn") == Place("Pupils", 4, None, "UPN")


def test_a_record_of_a_sheet_that_was_not_read_has_the_sheets_own_name() -> None:
    assert Casebook().place(Contact(pupil_id="004511", row_number=7), "surname") == Place(
        "Contacts", 7, None, "Surname"
    )


def test_a_setting_has_its_line_for_a_place() -> None:
    casebook = Casebook(layouts={"Settings": SheetLayout("settings ")}, setting_rows={"phone": 11})
    assert casebook.place(Settings(), "phone") == Place("settings ", 11, 1, "Phone")
    assert casebook.place(Settings(), "town") == Place("settings ", None, None, "Town")
    assert casebook.place(Settings()) == Place("settings ")


# -- the whole ---------------------------------------------------------------------------------------


def test_a_casebook_has_a_field_for_every_sheet_and_all_may_be_missing() -> None:
    nothing = Casebook()
    assert len({record.sheet_name for record in SHEETS.values()}) == len(SHEETS) == 30
    for name in SHEETS:
        assert getattr(nothing, name) == (Settings() if name == "settings" else ())


def test_a_field_is_its_sheet_in_small_letters() -> None:
    for name, record in SHEETS.items():
        assert name == record.sheet_name.lower().replace(" ", "_")
        assert columns_of(record)


def test_asking_changes_nothing() -> None:
    one, other = Casebook(pupils=(pupil("a1"),)), Casebook(pupils=(pupil("a1"),))
    assert one.pupil("a1") is not None
    assert one.sessions_of("a1") == ()
    assert one == other


def test_a_session_without_a_pupil_is_under_no_empty_id() -> None:
    casebook = Casebook(sessions=(Session(kind="Group"),))
    assert casebook.sessions_of("") == ()
