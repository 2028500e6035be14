"""Who must not be written to, or found, whatever their own row says (decisions, *Who gets a letter*)."""

import datetime as dt
from collections.abc import Mapping

import pytest
from a_caseload import ID, a, cells_of, made, no, outcome, reading_of, text_of

from mentor_xl.dwellings import is_kept_away, is_withheld
from mentor_xl.recipients import NoLetter, Recipient, recipients_of
from mentor_xl.workbook.grid import MarkdownGrid
from mentor_xl.workbook.reading import read_casebook

SISTER = a("Pupils", "Pupil ID=000002; Legal forename=Jade; Known as=")
STRANGER = a("Pupils", "Pupil ID=000009; Legal surname=Khan; Legal forename=Ali; Known as=")
MOTHER = a("Contacts", "")
AWAY = "Title=Mr; Forename=David; Relationship=Father; Lives with pupil=No; Postcode=EX9 9ZZ; "
RESTRICTED = f"{AWAY}Priority=2; Address line 1=9 Orchard Close; Court restriction=Yes; Send letters=No; "
FATHER = f"{AWAY}Priority=3; Address line 1=7 Elm Road; Postcode=EX7 7GG; "

Row = tuple[str, Mapping[str, str] | None]


def codes(*rows: Row, pupil: str = ID) -> dict[str, tuple[str, ...]]:
    """Each contact's row to why nothing is sent; empty for those who get a letter."""
    casebook = reading_of(*rows).casebook
    who = next(one for one in casebook.pupils if one.pupil_id == pupil)
    found = recipients_of(casebook, who)
    return {one.row: one.codes if isinstance(one, NoLetter) else () for one in found}


def written_to(*rows: Row, pupil: str = ID) -> list[str]:
    return [row for row, why in codes(*rows, pupil=pupil).items() if not why]


# -- restricted once is restricted everywhere ------------------------------------------------------------


@pytest.mark.parametrize(
    "again",
    [
        "", "Forename=Dave", "Forename=D", "Forename=", "Title=; Relationship=Other", "Surname=Aske-Todd",
        "Forename=Aske; Surname=David", "Forename=Mike; Surname=Todd; Phone=(07700) 900-222",
        "Forename=Mike; Surname=Todd; Phone=+44 7700 900222",
    "Forename=X; Surname=Y; Email=D.ASKE@example.org", ],
)  # fmt: skip
def test_whoever_is_restricted_on_one_row_is_so_on_every_row_of_the_pupil(again: str) -> None:
    first = f"{RESTRICTED}Phone=07700 900222; Email=d.aske@example.org"
    found = codes(MOTHER, a("Contacts", first), a("Contacts", FATHER + again))
    assert found == {"Contacts!2": (), "Contacts!4": ("restricted-elsewhere",)}


@pytest.mark.parametrize(
    "sister",
    [
        f"{RESTRICTED}Pupil ID=000002; Address line 1=7 Elm Road; Postcode=EX7 7GG",
        f"{RESTRICTED}Pupil ID=000002; Phone=07700 900222",
    ],
)
def test_whoever_is_restricted_for_a_sister_is_so_for_her_brother(sister: str) -> None:
    father = a("Contacts", f"{FATHER}Phone=07700 900222")
    found = codes(a("Pupils"), SISTER, MOTHER, father, a("Contacts", sister))
    assert found["Contacts!2"] == ()
    assert found["Contacts!3"][0] == "restricted-elsewhere"


def test_brothers_and_sisters_are_pupils_who_share_a_home() -> None:
    hers = (a("Contacts", "Pupil ID=000002"), a("Contacts", f"{RESTRICTED}Pupil ID=000002"))
    assert written_to(a("Pupils"), SISTER, MOTHER, a("Contacts", FATHER), *hers) == ["Contacts!2"]


def test_two_men_of_one_name_and_of_unrelated_pupils_are_two() -> None:
    khan = "Title=Mr; Forename=Mohammed; Surname=Khan; Relationship=Father; "
    first = a("Contacts", f"{khan}Address line 1=1 Elm Road; Postcode=EX1 1AA; Court restriction=Yes")
    other = a("Contacts", f"{khan}Pupil ID=000009; Address line 1=8 Dock Lane; Postcode=EX8 8BB")
    assert written_to(a("Pupils"), STRANGER, first, other, pupil="000009") == ["Contacts!3"]
    assert written_to(a("Pupils"), STRANGER, first, other) == []


def test_nobody_is_written_to_at_the_home_of_somebody_kept_away_from_a_sister() -> None:
    hers = a("Contacts", f"{RESTRICTED}Pupil ID=000002; Address line 1=12 Fern Ln; Postcode=EX4 3AB; "
             "Lives with pupil=Yes")  # fmt: skip
    mine = a("Contacts", "Pupil ID=000002; Priority=1")
    assert codes(a("Pupils"), SISTER, MOTHER, mine, hers)["Contacts!2"] == ("restricted-for-a-sibling",)


def test_as_above_in_a_restricted_row_is_the_home_above() -> None:
    above = a("Contacts", f"{RESTRICTED}Address line 1=as above; Town=; Postcode=")
    assert codes(MOTHER, above) == {"Contacts!2": ("restricted-at-address",)}


def test_withheld_once_is_withheld_everywhere() -> None:
    hers = a("Contacts", "Pupil ID=000002; Do not disclose address=Yes")
    book = reading_of(a("Pupils"), SISTER, MOTHER, hers, a("Contacts", FATHER)).casebook
    assert [is_withheld(one) for one in book.contacts] == [True, True, False]
    assert {one.row for one in recipients_of(book, book.pupils[0]) if isinstance(one, Recipient)} == {
        "Contacts!2",
        "Contacts!4",
    }


def test_an_answer_ends_a_hold_that_rests_on_doubt_until_its_day() -> None:
    answer = (
        "Sheet=Contacts; Row key=000001 3; Check=restricted-elsewhere; Until=2026-12-01; Explanation=So"
    )
    grid = MarkdownGrid(
        text_of(MOTHER, a("Contacts", RESTRICTED), a("Contacts", FATHER), ("Explanations", cells_of(answer)))
    )
    days = (dt.date(2026, 12, 1), dt.date(2026, 12, 2), None)
    books = [read_casebook(grid, today=day).casebook for day in days]
    assert [is_kept_away(book.contacts[2]) for book in books] == [False, True, True]
    assert all(is_kept_away(book.contacts[1]) for book in books)


# -- unsettled ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["?", "??", "tbc", "TBA", "n/k", "unknown", "see file", "No?", "x", "not known"]
)
def test_anything_but_a_plain_yes_or_no_holds(cell: str) -> None:
    assert codes(a("Contacts", f"Court restriction={cell}"))["Contacts!2"] == ("court-restriction-unread",)
    assert codes(a("Contacts", f"Do not disclose address={cell}"))["Contacts!2"] == ("secrecy-unread",)
    assert is_withheld(reading_of(a("Contacts", f"Do not disclose address={cell}")).casebook.contacts[0])


@pytest.mark.parametrize("cell", ["n/a", "none", "nil", "-", "N/A", "–"])
def test_what_people_type_for_no_is_read_as_no_and_asked_about(cell: str) -> None:
    row = a("Contacts", f"Court restriction={cell}; Do not disclose address={cell}")
    reading = reading_of(row)
    assert [problem.code for problem in reading.problems] == ["read-as-no"] * 2
    assert written_to(row) == ["Contacts!2"]


def test_a_second_column_of_one_meaning_counts_too() -> None:
    for cell in ("Yes", "?", "see file"):
        row = a("Contacts", f"Non-contact={cell}")
        assert codes(row) == {"Contacts!2": ("restriction-in-own-column",)}
    assert written_to(a("Contacts", "Non-contact=No; Court order=")) == ["Contacts!2"]


def test_care_that_is_unsettled_holds_the_familys_letters() -> None:
    for cells in (
        "Looked after=?",
        "Social care status=tbc",
        "Looked after=see DSL",
        "Social care status=S20",
    ):
        assert codes(a("Pupils", cells)) == {"Contacts!2": ("looked-after-unread",)}
    assert written_to(a("Pupils", "Looked after=n/a; Social care status=-; Leaving date=n/a")) == [
        "Contacts!2"
    ]


# -- columns of the school's own, and words ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("Any injunctions=Yes", "restriction-in-own-column"),
        ("Restrictions=see file", "restriction-in-own-column"),
        ("Relationship=Father (no contact - court order)", "words-of-an-order"),
        ("Remarks=Non-molestation order", "words-of-an-order"),
        ("Surname=Aske (deceased)", "contact-may-have-died"),
        ("Title=The late Mrs", "contact-may-have-died"),
        ("Relationship=Mother RIP", "contact-may-have-died"),
        ("Deceased=Yes", "contact-may-have-died"),
        ("Address line 1=Do not post - in refuge", "not-to-be-posted"),
        ("No letters=Yes", "not-to-be-posted"),
    ],
)
def test_what_a_contacts_row_says_holds_its_letters(cells: str, code: str) -> None:
    assert code in codes(a("Contacts", cells))["Contacts!2"]


def test_a_column_that_says_no_or_nothing_holds_nobody() -> None:
    harmless = (
        "Any injunctions=No; Restrictions=; Order of contact=2; Remarks=Works in order to pay; Deceased=No"
    )
    assert written_to(a("Contacts", f"{harmless}; Address line 2=Old Post Office")) == ["Contacts!2"]


@pytest.mark.parametrize(
    ("notes", "held"),
    [
        ("Non-molestation order against Mr David Aske", ["Contacts!3"]),
        ("Court order: no contact with dad", ["Contacts!3"]),
        ("Court order in place", ["Contacts!3", "Contacts!4"]),
        ("Ada has an injunction", ["Contacts!2", "Contacts!3", "Contacts!4"]),
        ("No contact with gran", ["Contacts!4"]),
        ("Likes things in order; restricted diet", []),
    ],
)
def test_words_in_a_pupils_notes_hold_whom_they_name_else_all_who_live_elsewhere(
    notes: str, held: list[str]
) -> None:
    gran = a(
        "Contacts",
        "Priority=4; Title=Mrs; Forename=Joan; Surname=Todd; Relationship=Grandparent; Lives with pupil=No; "
        "Address line 1=2 Mill Row; Postcode=EX5 5EE",
    )
    book = reading_of(a("Pupils", f"Notes={notes}"), MOTHER, a("Contacts", FATHER), gran).casebook
    assert [f"Contacts!{one.row_number}" for one in book.contacts if is_kept_away(one)] == held


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("Social services=CP plan", "own-column-says-care"),
        ("Adopted=Yes", "own-column-says-care"),
        ("Enrolment status=Leaver", "own-column-says-left"),
        ("On roll=No", "own-column-says-left"),
        ("Form=LEFT", "form-says-left"),
        ("Leaving date=July 2026", "leaving-date-unread"),
        ("Leaving date=tbc", "leaving-date-unread"),
    ],
)
def test_what_a_pupils_row_says_holds_every_letter_about_the_pupil(cells: str, code: str) -> None:
    rows = (a("Pupils", cells), a("Reviews"))
    assert codes(*rows) == {"Contacts!2": (code,)}
    assert outcome(made("review-invitation", *rows)) == [code, code]


def test_columns_that_sound_alike_hold_nothing() -> None:
    harmless = (
        "SEN status=K; Childcare=Yes; Health care=Yes; Last ordered=Blazer; On roll=Yes; Enrolment=Current"
    )
    assert written_to(a("Pupils", harmless)) == ["Contacts!2"]


# -- addresses ---------------------------------------------------------------------------------------------


PLACEHOLDERS = (
    "As above", "same as mum", "SAME", "Address not known", "awaiting new address",
    "Moved - awaiting new address", "see SIMS", "xxx", ".", "unknown", "?", "tbc", "TBA", "Not known",
    "ditto", "No longer at this address", "moved", "new address to follow", "Confidential", "no address",
)  # fmt: skip


@pytest.mark.parametrize("line", PLACEHOLDERS)
def test_what_is_no_address_holds_the_letter_and_takes_no_other(line: str) -> None:
    step = "Priority=2; Title=Mr; Forename=Bo; Surname=Todd; Relationship=Step-parent; "
    found = codes(MOTHER, a("Contacts", f"{step}Address line 1={line}; Town=; Postcode="))
    assert found["Contacts!2"] == ()
    assert found["Contacts!3"] in (("not-an-address",), ("unread-contact",))


def test_no_fixed_abode_and_a_pseudo_postcode_are_no_address() -> None:
    for line in ("No fixed abode", "NFA", "Temporary accommodation", "temp accom - Travelodge"):
        assert codes(a("Contacts", f"Address line 1={line}"))["Contacts!2"] == ("no-fixed-address",)
    assert codes(a("Contacts", "Postcode=ZZ99 3VZ"))["Contacts!2"] == ("not-an-address",)


def test_real_houses_are_addresses() -> None:
    for line in ("Above Town House", "Same Lane Farm", "3 Unknown Soldier Way", "Nfa House", "Temple Road"):
        assert written_to(a("Contacts", f"Address line 1={line}")) == ["Contacts!2"]


def test_as_above_offers_the_cell_it_may_mean() -> None:
    step = (
        "Priority=2; Title=Mr; Forename=Bo; Surname=Todd; Relationship=Step-parent; Address line 1=as above"
    )
    book = reading_of(MOTHER, a("Contacts", f"{step}; Town=; Postcode=")).casebook
    (held,) = (one for one in recipients_of(book, book.pupils[0]) if isinstance(one, NoLetter))
    assert "It may mean the address in Contacts!I2" in held.why
    assert "Fern" not in held.why


def test_a_blank_address_never_takes_a_withheld_one() -> None:
    father = "Priority=2; Title=Mr; Forename=David; Relationship=Father; Address line 1=; Town=; Postcode="
    assert codes(a("Contacts", "Do not disclose address=Yes"), a("Contacts", father)) == {
        "Contacts!2": (),
        "Contacts!3": ("no-address",),
    }


# -- rows that could not be kept ---------------------------------------------------------------------------


def test_an_id_that_lost_its_zeros_is_the_one_id_that_fits() -> None:
    row = a("Contacts", f"{RESTRICTED}Pupil ID=1; Address line 1=12 Fern Lane; Postcode=EX4 3AB")
    reading = reading_of(MOTHER, row)
    assert [problem.code for problem in reading.problems] == ["zeros-added"]
    assert codes(MOTHER, row) == {"Contacts!2": ("restricted-at-address",)}


@pytest.mark.parametrize(
    "says", ["Court restriction=Yes", "Court restriction=?", "Do not disclose address=Yes", "Injunctions=Yes"]
)
def test_a_refused_row_that_restricts_holds_the_pupil_it_may_mean(says: str) -> None:
    row = a("Contacts", f"{FATHER}Pupil ID=0000011; Send letters=No; {says}")
    assert codes(MOTHER, row) == {"Contacts!2": ("refused-restriction",)}
    assert outcome(made("review-invitation", MOTHER, row, a("Reviews"))) == ["refused-restriction"] * 2


def test_a_refused_row_holds_the_same_address_and_one_that_says_nothing_holds_nobody() -> None:
    home = "Pupil ID=; Priority=2; Title=Mr; Forename=Bo; Surname=Todd; "
    assert codes(MOTHER, a("Contacts", f"{home}Court restriction=Yes")) == {
        "Contacts!2": ("refused-restriction",)
    }
    assert written_to(MOTHER, a("Contacts", home)) == ["Contacts!2"]
    elsewhere = f"{home}Court restriction=Yes; Address line 1=3 Dock Road; Postcode=PL1 1AA"
    assert written_to(MOTHER, a("Contacts", elsewhere)) == ["Contacts!2"]


# -- all reasons at once -------------------------------------------------------------------------------------


def test_every_reason_is_told_at_once_with_its_cell_and_no_name() -> None:
    cells = "Court restriction=?; Send letters=; Parental responsibility=No; Lives with pupil=No"
    row = a("Contacts", f"{cells}; Address line 1=As above")
    casebook = reading_of(a("Pupils", "Form=LEFT"), row).casebook
    (held,) = recipients_of(casebook, casebook.pupils[0])
    assert isinstance(held, NoLetter)
    assert held.codes == (
        "court-restriction-unread", "send-letters-blank", "no-right-to-letters", "form-says-left",
    "not-an-address", )  # fmt: skip
    for cell in ("Contacts!M2", "Contacts!L2", "Contacts!G2", "Pupils!F2", "Contacts!I2"):
        assert f"{cell}: " in held.why
    assert "Aske" not in held.why


def test_a_letter_tells_the_gates_of_its_reader_and_of_the_pupil_together() -> None:
    found = made("review-invitation", a("Contacts", "Send letters="), a("Reviews"), no("Consents"))
    assert "send-letters-blank" in found[0].codes  # type: ignore[union-attr]
    assert len(found[0].codes) > 1  # type: ignore[union-attr]
