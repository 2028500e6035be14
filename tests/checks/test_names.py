"""Who is named in a text, who gave a consent, and who may be one child."""

import pytest
from checks.example_workbook import TODAY, inspect, problems_of, read

from mentor_xl.checks.givers import is_named, who_gave
from mentor_xl.checks.names import folded
from mentor_xl.checks.pupil_names import PupilNames
from mentor_xl.records import Contact, Pupil

CASELOAD = (
    "Pupils also: Pupil ID=004512, UPN=, Legal surname=van der Berg, Legal forename=Nikolai, Known as=Kolya",
    "Pupils also: Pupil ID=004513, UPN=, Legal surname=O’Neill, Legal forename=Siobhán, Known as=",
    "Pupils also: Pupil ID=004514, UPN=, Legal surname=Green, Legal forename=Will, Known as=",
    "Cases also: Case ID=C2, Pupil ID=004512, Referral ID=",
    "Cases also: Case ID=C3, Pupil ID=004513, Referral ID=",
    "Cases also: Case ID=C4, Pupil ID=004514, Referral ID=",
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sat with Nikolai van der Berg.", "004512"),
        ("sat with kolya VAN DER BERG", "004512"),
        ("Siobhan O'Neill came too", "004513"),
        ("Kwame Osei helped", "004490"),  # not on the caseload, but named in full
        ("Kolya helped", "004512"),
        ("Worked with Siobhán’s group", "004513"),
        ("Will Green was there", "004514"),
        ("Will kindly showed her round", "004514"),
        ("Will G to move seats", "004514"),
        ("keep apart from o'neill", "004513"),
    ],
)
def test_another_pupil_is_recognised(text: str, named: str) -> None:
    names = PupilNames(read(CASELOAD).casebook, TODAY)
    assert list(names.others_in(text, "004511")) == [named]


@pytest.mark.parametrize(
    "text",
    [
        "Rosie chose a table.",
        "Rosalind Hartley sat down.",
        "Will try again on Monday.",  # a word as well as a name
        "Talked with Mr Osei.",
        "Ms Dana Whitlock joined us.",
        "Miriam rang.",  # her mother
        "The green table by the berg.",
        "Drew the words Will and Courage on a poster.",
        "Will also need a quiet room.",
        "Played a game in Green class, dressed as Kolya.",
        "Read Siobhan’s Marvellous Medicine.",
        "",
    ],
)
def test_the_pupil_family_staff_and_words_are_nobody_else(text: str) -> None:
    names = PupilNames(read(CASELOAD).casebook, TODAY)
    assert list(names.others_in(text, "004511")) == []


def test_names_are_compared_without_case_accents_and_marks() -> None:
    assert folded("O’Neill") == folded("oneill") == folded("O'NEILL")
    assert folded("Nguyễn") == folded("NGUYEN")


# -- who gave a consent ----------------------------------------------------------------------------

MOTHER = Contact(pupil_id="1", title="Mrs", forename="Miriam", surname="Hartley")
BOTH = Contact(pupil_id="1", title="Mr & Mrs", surname="Patel")
DOCTOR = Contact(pupil_id="1", title="Dr", forename="Anneke", surname="van der Berg")
ONEILL = Contact(pupil_id="1", title="Mr", forename="Declan", surname="O'Neill")
EVERYBODY = (MOTHER, BOTH, DOCTOR, ONEILL)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Mrs Hartley", MOTHER),
        ("Mrs M Hartley", MOTHER),
        ("miriam hartley", MOTHER),
        ("Mr Patel", BOTH),
        ("Mr and Mrs Patel", BOTH),
        ("Dr A van der Berg", DOCTOR),
        ("Declan O’Neill", ONEILL),
    ],
)
def test_the_contact_who_is_meant_is_found(typed: str, meant: Contact) -> None:
    assert who_gave(typed, EVERYBODY) == (meant,)


@pytest.mark.parametrize("typed", ["Mr Hartley", "Mrs J Hartley", "Ms Patel", "Mrs Berg", "Mother", ""])
def test_another_title_or_initial_is_another_person(typed: str) -> None:
    assert who_gave(typed, EVERYBODY) == ()


@pytest.mark.parametrize(
    ("typed", "is_known"),
    [
        ("Mr Hartley", True),
        ("her mum", True),
        ("Rosie", True),
        ("Rosalind Hartley", True),
        ("Mr P Larkin", False),
    ],
)
def test_a_name_is_known_when_it_could_be_a_contacts_or_the_pupils(typed: str, is_known: bool) -> None:
    pupil = Pupil(pupil_id="1", legal_surname="Adair", legal_forename="Rosalind", known_as="Rosie")
    assert is_named(typed, EVERYBODY, pupil) is is_known


# -- who may be one child ---------------------------------------------------------------------------

_TWICE = "Pupils also: Pupil ID=004512, UPN=, "


@pytest.mark.parametrize(
    "other",
    [
        "Legal surname=Hartly",
        "Legal surname=HARTLEY, Legal forename=ROSALIND, Known as=",
        "Legal surname=Hartley, Legal forename=Rosie, Known as=",
        "Legal surname=Rosalind, Legal forename=Hartley, Known as=",
        "Date of birth=2014-03-18",
        "Date of birth=2015-03-17",
        "Date of birth=2014-04-17",
    ],
)
def test_one_child_under_two_ids_is_noticed_on_both_rows(other: str) -> None:
    found = [p for p in problems_of([_TWICE + other]) if p.code == "pupil-twice"]
    assert [p.ref for p in found] == ["004511", "004512"]


@pytest.mark.parametrize(
    "other",
    [
        "Legal forename=Thomas, Known as=",  # twins
        "Legal surname=Khan, Legal forename=Amina, Known as=",
        "Date of birth=2013-08-31",  # a namesake
        "Legal surname=Osei, Date of birth=2013-09-01",
    ],
)
def test_twins_and_namesakes_are_let_be(other: str) -> None:
    assert "pupil-twice" not in {p.code for p in problems_of([_TWICE + other])}


def test_an_id_that_stands_twice_is_told_once_and_by_reading() -> None:
    rows = ["Pupils also: UPN=B801200005001"]
    assert [p.code for p in read(rows).problems] == ["duplicate-id", "duplicate-id"]
    about = [p for p in problems_of(rows) if p.place.sheet == "Pupils"]
    assert about == []
    assert inspect(read(rows).casebook).on_roll[0].pupil_id == "004490"
