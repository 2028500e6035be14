"""Who gets a letter about a pupil, and who must not (decisions, *Who gets a letter*)."""

from functools import cache
from itertools import product

import pytest
from a_caseload import a, casebook_of, letters_of, no, the_document
from a_caseload import made as documents

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.documents import HeldBack
from mentor_xl.recipients import (
    ADDRESS_WITHHELD,
    NoLetter,
    Recipient,
    address_of,
    postal_address,
    pupils_address,
    recipients_of,
)
from mentor_xl.wording import Greeting

# -- who may be written to: every combination -------------------------------------------------------

SEND = ("Yes", "No", "", "perhaps")
COURT = ("Yes", "No", "", "see file")
RESPONSIBILITY = ("Yes", "No", "Unknown", "", "ask")
LIVES = ("Yes", "No", "", "sometimes")
CARE = ("", "No", "Looked after", "Previously looked after", "LA care")
EVERY = tuple(product(SEND, COURT, RESPONSIBILITY, LIVES, CARE))


@cache
def everybody() -> Casebook:
    """One pupil with one contact for each combination."""
    pupils = [a("Pupils", f"Pupil ID=P{n:05}; Looked after={care}") for n, (*_, care) in enumerate(EVERY)]
    contacts = [
        a(
            "Contacts",
            f"Pupil ID=P{n:05}; Send letters={send}; Court restriction={court}; "
            f"Parental responsibility={responsibility}; Lives with pupil={lives}",
        )
        for n, (send, court, responsibility, lives, _) in enumerate(EVERY)
    ]
    return casebook_of(*pupils, *contacts, no("Cases"), no("Consents"))


def is_written_to(send: str, court: str, responsibility: str, lives: str, care: str) -> bool:
    """What decisions say, in other words than the code's: a cell that nobody can read never lets through."""
    if send != "Yes" or court not in ("No", "") or care == "LA care":
        return False
    if care == "Looked after":
        return lives == "Yes"
    return "Yes" in (responsibility, lives)


def test_every_combination_of_the_four_answers_lets_through_whom_the_decisions_let_through() -> None:
    book = everybody()
    wrong = [
        combination
        for pupil, combination in zip(book.pupils, EVERY, strict=True)
        if is_written_to(*combination)
        is not any(isinstance(one, Recipient) for one in recipients_of(book, pupil))
    ]
    assert wrong == []


def test_whoever_was_meant_to_get_a_letter_is_answered_for_and_nobody_else_is_mentioned() -> None:
    book = everybody()
    for pupil, (send, *_) in zip(book.pupils, EVERY, strict=True):
        (answer,) = recipients_of(book, pupil)
        is_unmentioned = isinstance(answer, NoLetter) and not answer.row
        assert is_unmentioned is (send == "No")


def test_only_those_with_parental_responsibility_are_asked_to_sign() -> None:
    book = everybody()
    for pupil, (_, _, responsibility, *_) in zip(book.pupils, EVERY, strict=True):
        for one in recipients_of(book, pupil):
            if isinstance(one, Recipient):
                assert one.signers == (("Mrs Ada Aske",) if responsibility == "Yes" else ())


REASONS = {
    "Court restriction=Yes": "court-restriction",
    "Court restriction=ask": "court-restriction-unread",
    "Send letters=": "send-letters-blank",
    "Send letters=maybe": "send-letters-blank",
    "Court restriction=Yes; Send letters=": "court-restriction",
    "Surname=#N/A": "unread-contact",
    "Title=#REF!": "unread-contact",
    "Address line 1=#N/A": "unread-contact",
    "Parental responsibility=No; Lives with pupil=No": "no-right-to-letters",
    "Parental responsibility=Unknown; Lives with pupil=": "no-right-to-letters",
    "Parental responsibility=ask; Lives with pupil=No": "unread-contact",
    "Address line 1=; Town=; Postcode=": "no-address",
    "Address line 1=": "no-address",
}


@pytest.mark.parametrize("cells", REASONS)
def test_a_contact_who_gets_nothing_is_told_of_with_the_true_reason(cells: str) -> None:
    (answer,) = letters_of(a("Contacts", cells))
    assert isinstance(answer, NoLetter)
    assert (answer.code, answer.row) == (REASONS[cells], "Contacts!2")
    assert "Aske" not in answer.why


def test_a_sheet_without_the_column_send_letters_sends_nothing() -> None:
    columns = "Pupil ID=000001; Priority=1; Surname=Aske; Relationship=Mother; Lives with pupil=Yes"
    cells = dict(part.split("=") for part in columns.split("; "))
    (answer,) = letters_of(("Contacts", {**cells, "Address line 1": "12 Fern Lane"}))
    assert isinstance(answer, NoLetter)
    assert answer.code == "send-letters-blank"


def test_a_pupil_without_contacts_is_said_once_and_without_a_row() -> None:
    expected = (NoLetter("", "No contact of this pupil may get letters.", "no-contact-for-letters"),)
    assert letters_of(no("Contacts")) == expected
    assert letters_of(a("Contacts", "Send letters=No; Court restriction=Yes")) == expected


# -- homes -------------------------------------------------------------------------------------------

FATHER = "Priority=2; Title=Mr; Forename=Bo; Relationship=Father; "


def homes(*contacts: str) -> list[str]:
    """The salutations of the letters, in order, or the codes of those held back."""
    found = letters_of(*(a("Contacts", cells) for cells in contacts))
    return [one.greeting.salutation if isinstance(one, Recipient) else one.code for one in found]


SAME_HOME = (
    "",
    "Address line 1=12 FERN LANE",
    "Address line 1=12, Fern Lane.",
    "Address line 1=12  Fern-Lane",
    "Address line 1=12; Address line 2=Fern Lane",
    "Address line 1=; Address line 2=12 Fern Lane",
    "Postcode=ex43ab",
    "Postcode=EX4 3AB ",
    "Town=Elsewhere",
    "Town=",
    "Address line 1=; Town=; Postcode=",
)


@pytest.mark.parametrize("cells", SAME_HOME)
def test_one_letter_goes_to_one_home_however_its_address_is_typed(cells: str) -> None:
    assert homes("", FATHER + cells) == ["Dear Mr and Mrs Aske"]


OTHER_HOMES = (
    "Address line 1=13 Fern Lane",
    "Address line 2=Flat 2",
    "Postcode=EX4 3AC",
    "Postcode=",
)


@pytest.mark.parametrize("cells", OTHER_HOMES)
def test_another_line_or_postcode_is_another_home(cells: str) -> None:
    assert homes("", FATHER + cells) == ["Dear Mrs Aske", "Dear Mr Aske"]


def test_parents_who_live_apart_never_see_a_word_of_the_others_row() -> None:
    apart = "Address line 1=88 Topsham Road; Address line 2=Flat 2; Town=Lympstone; Postcode=EX2 4LF; "
    apart += "Phone=01392 999999; Email=bo@mail.example; Language=Welsh; Interpreter=Yes; Lives with pupil=No"
    mother, father = letters_of(a("Contacts"), a("Contacts", FATHER + apart))
    assert isinstance(mother, Recipient)
    assert isinstance(father, Recipient)
    assert mother.address_lines == ("Mrs Ada Aske", "12 Fern Lane", "Exeford", "EX4 3AB")
    assert father.address_lines == ("Mr Bo Aske", "88 Topsham Road", "Flat 2", "Lympstone", "EX2 4LF")
    assert not any(word in repr(mother) for word in ("Bo", "Topsham", "Lympstone", "Welsh", "EX2"))
    assert not any(word in repr(father) for word in ("Ada", "Fern", "Exeford", "EX4"))


def test_two_names_at_most_stand_on_one_letter_and_others_in_the_home_get_their_own() -> None:
    rows = [
        "Priority=3; Title=Ms; Forename=Cy; Surname=Cole",
        "Priority=1",
        "Priority=4; Title=Dr; Forename=Di; Surname=Dunn",
        "Priority=2; Title=Mr; Forename=Bo",
    ]
    assert homes(*rows) == ["Dear Mr and Mrs Aske", "Dear Ms Cole", "Dear Dr Dunn"]


def test_the_order_of_names_is_the_order_of_priority_and_not_of_the_rows() -> None:
    assert homes(
        "Priority=2; Title=Ms; Forename=Cy; Surname=Cole",
        "Priority=1; Title=Mr; Forename=Bo; Surname=Bray",
    ) == ["Dear Mr Bray and Ms Cole"]


def test_a_school_that_names_both_parents_has_no_mr_and_mrs() -> None:
    (letter,) = letters_of(a("Settings", "Name both parents=Yes"), a("Contacts"), a("Contacts", FATHER))
    assert isinstance(letter, Recipient)
    assert letter.greeting == Greeting(
        "Mrs Ada Aske and Mr Bo Aske", "Dear Mrs Aske and Mr Aske", "Yours sincerely"
    )


def test_an_address_left_blank_is_taken_from_the_home_only_by_those_who_live_there() -> None:
    blank = "Address line 1=; Town=; Postcode=; "
    assert homes("", f"{FATHER}{blank}Lives with pupil=Yes") == ["Dear Mr and Mrs Aske"]
    assert homes("", f"{FATHER}{blank}Lives with pupil=No") == ["no-address", "Dear Mrs Aske"]
    assert homes("", f"{FATHER}{blank}Lives with pupil=") == ["no-address", "Dear Mrs Aske"]
    # A town or a postcode alone is an address that somebody began to type, and not the pupil's home.
    assert homes("", f"{FATHER}Address line 1=; Town=; Postcode=EX9 9ZZ") == ["no-address", "Dear Mrs Aske"]


def test_the_home_that_a_blank_address_takes_is_that_of_the_first_by_priority() -> None:
    book = casebook_of(
        a("Contacts", "Priority=3; Address line 1=; Town=; Postcode="),
        a("Contacts", "Priority=2; Address line 1=2 Second Street"),
        a("Contacts", "Priority=1; Address line 1=; Town=; Postcode="),
        a("Contacts", "Priority=4; Address line 1=4 Fourth Street"),
    )
    contacts = book.contacts_of("000001")
    assert address_of(contacts[0], contacts).lines[0] == "2 Second Street"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "Address line 1=12 fern lane",
        "Postcode=",
        "Address line 1=; Town=; Postcode=; Lives with pupil=Yes",
    ],
)
@pytest.mark.parametrize("restriction", ["Yes", "ask the DSL"])
def test_nobody_at_the_address_of_somebody_kept_away_gets_a_letter(address: str, restriction: str) -> None:
    kept_away = f"{FATHER}Send letters=No; Court restriction={restriction}; Lives with pupil=No; {address}"
    assert homes("", "Priority=3; Title=Ms; Forename=Cy; Surname=Cole", kept_away) == [
        "restricted-at-address",
        "restricted-at-address",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "Address line 1=12 Fern Ln; Town=",
        "Address line 1=12 Fern Lane, Exeford, EX4 3AB; Town=; Postcode=",
        "Address line 1=12 Fern Lane; Address line 2=Exeford; Town=",
        "Address line 1=Rose Cottage, 12 Fern Lane",
        "Address line 1=12 Fern Lane; Address line 2=Flat 2",
        "Address line 1=Rose Cottage",
        "Address line 1=12 Fern Lane; Postcode=EX4 3A8",
        "Address line 1=; Town=",
    ],
)
def test_an_address_typed_otherwise_is_still_that_of_somebody_kept_away(address: str) -> None:
    kept_away = f"{FATHER}Send letters=No; Court restriction=Yes; Lives with pupil=No; {address}"
    assert homes("", kept_away) == ["restricted-at-address"]


@pytest.mark.parametrize(
    "address", ["Address line 1=14 Fern Lane", "Address line 1=12 Fern Lane; Postcode=PL1 1AA"]
)
def test_a_neighbour_and_a_street_of_that_name_in_another_town_hold_nothing_up(address: str) -> None:
    kept_away = f"{FATHER}Send letters=No; Court restriction=Yes; Lives with pupil=No; {address}"
    assert homes("", kept_away) == ["Dear Mrs Aske"]


def test_the_pupils_address_is_withheld_where_it_is_typed_otherwise_in_the_row_that_withholds_it() -> None:
    withheld = f"{FATHER}Do not disclose address=Yes; Lives with pupil=; Address line 1=12 Fern Ln"
    book = casebook_of(a("Contacts"), a("Contacts", withheld))
    assert pupils_address(book, book.pupils[0]) == (ADDRESS_WITHHELD,)


def test_somebody_kept_away_elsewhere_holds_nothing_up() -> None:
    kept_away = (
        f"{FATHER}Send letters=No; Court restriction=Yes; Address line 1=9 Dock Lane; Postcode=EX3 0AA"
    )
    assert homes("", kept_away) == ["Dear Mrs Aske"]


def test_letters_go_on_to_others_while_one_contact_is_kept_away_though_letters_say_yes() -> None:
    kept_away = f"{FATHER}Court restriction=Yes; Address line 1=1 Cliff Road; Postcode=EX8 1AA"
    assert homes("", kept_away) == ["court-restriction", "Dear Mrs Aske"]


def test_brothers_and_sisters_get_a_letter_each_to_the_one_home() -> None:
    rows = [
        a("Pupils"),
        a("Pupils", "Pupil ID=000002; Known as=Robin"),
        a("Contacts"),
        a("Contacts", "Pupil ID=000002"),
    ]
    first, second = letters_of(*rows), letters_of(*rows, pupil="000002")
    assert [one.row for one in (*first, *second)] == ["Contacts!2", "Contacts!3"]


# -- how they are written to --------------------------------------------------------------------------


def test_large_print_wins_for_the_whole_home() -> None:
    both = (a("Contacts", "Format=Standard"), a("Contacts", f"{FATHER}Format=Large print"))
    (letter,) = letters_of(*both)
    assert isinstance(letter, Recipient)
    assert letter.is_large_print


def test_large_print_stays_in_the_home_that_wants_it() -> None:
    apart = f"{FATHER}Format=Large print; Address line 1=9 Dock Lane"
    sizes = [
        one.is_large_print
        for one in letters_of(a("Contacts"), a("Contacts", apart))
        if isinstance(one, Recipient)
    ]
    assert sizes == [False, True]


INTERPRETERS = {
    ("Interpreter=Yes; Language=Vietnamese", "Language=Welsh"): "Vietnamese",
    ("Interpreter=No; Language=Vietnamese", "Interpreter=Yes; Language=Welsh"): "Welsh",
    ("Interpreter=Yes; Language=Polish", "Interpreter=Yes; Language=Polish"): "Polish",
    ("Interpreter=Yes; Language=Polish", "Interpreter=Yes; Language=Urdu"): "Polish and Urdu",
    ("Interpreter=Yes; Language=", "Interpreter=Yes; Language=Urdu"): "Urdu",
    ("Interpreter=Yes; Language=", ""): "please tell us the language",
    ("Language=Polish", "Language=Polish"): "",
}


@pytest.mark.parametrize("pair", INTERPRETERS)
def test_an_interpreter_is_offered_to_whoever_in_the_home_wants_one(pair: tuple[str, str]) -> None:
    (letter,) = letters_of(a("Contacts", pair[0]), a("Contacts", FATHER + pair[1]))
    assert isinstance(letter, Recipient)
    assert letter.interpreter == INTERPRETERS[pair]


def test_a_contact_without_a_name_is_written_to_as_the_parents_or_carers_of_the_pupil() -> None:
    (letter,) = letters_of(a("Contacts", "Title=; Forename=; Surname="))
    assert isinstance(letter, Recipient)
    assert letter.greeting.salutation == "Dear parent/carer"
    assert letter.address_lines[0] == "To the parents/carers of Rowan Aske"
    assert letter.signers == ("Parent/carer",)


def test_an_address_has_six_lines_at_most_and_ends_with_the_postcode_in_capitals() -> None:
    full = "Address line 1=Flat 2; Address line 2=12 Fern Lane; Town=Exeford; Postcode=ex4 3ab"
    (letter,) = letters_of(a("Contacts", full))
    assert isinstance(letter, Recipient)
    assert letter.address_lines == ("Mrs Ada Aske", "Flat 2", "12 Fern Lane", "Exeford", "EX4 3AB")


# -- looked-after pupils ------------------------------------------------------------------------------

CARER = "Relationship=Foster carer; Parental responsibility=No"
MOTHER = "Priority=2; Lives with pupil=No; Address line 1=1 Old Road"
WORKER = (
    "Priority=3; Title=Mr; Forename=Wes; Surname=Ward; Relationship=Social worker; "
    "Parental responsibility=No; Lives with pupil=No; Address line 1=County Hall"
)
HEAD = (
    "Priority=4; Title=Ms; Forename=Vi; Surname=Hart; Relationship=Virtual school head; "
    "Parental responsibility=No; Lives with pupil=No; Address line 1=County Hall"
)


@pytest.mark.parametrize("column", ["Looked after=Looked after", "Social care status=Looked after"])
def test_letters_about_a_looked_after_pupil_go_to_the_carer_and_to_each_professional(column: str) -> None:
    found = letters_of(a("Pupils", column), *(a("Contacts", one) for one in (CARER, MOTHER, WORKER, HEAD)))
    assert [one.greeting.salutation if isinstance(one, Recipient) else one.code for one in found] == [
        "looked-after-other-contact",
        "Dear Mrs Aske",
        "Dear Mr Ward",
        "Dear Ms Hart",
    ]


def test_the_professionals_of_a_pupil_who_is_not_looked_after_get_nothing() -> None:
    found = letters_of(a("Contacts"), a("Contacts", WORKER), a("Contacts", HEAD))
    assert [one.code for one in found if isinstance(one, NoLetter)] == ["no-right-to-letters"] * 2


def test_a_professional_is_held_to_send_letters_and_to_courts_like_everybody() -> None:
    looked_after = a("Pupils", "Looked after=Looked after")
    rows = (a("Contacts", f"{WORKER}; Send letters="), a("Contacts", f"{HEAD}; Court restriction=Yes"))
    assert [one.code for one in letters_of(looked_after, *rows) if isinstance(one, NoLetter)] == [
        "send-letters-blank",
        "court-restriction",
    ]


def test_nobody_gets_a_letter_while_nobody_can_read_whether_the_pupil_is_looked_after() -> None:
    (answer,) = letters_of(a("Pupils", "Looked after=s.20?"))
    assert isinstance(answer, NoLetter)
    assert answer.code == "looked-after-unread"


# -- the pupil's own address -----------------------------------------------------------------------------


def address(*contacts: str) -> tuple[str, ...]:
    book = casebook_of(*(a("Contacts", cells) for cells in contacts))
    return pupils_address(book, book.pupils[0])


def test_the_pupil_lives_with_the_first_contact_by_priority_who_lives_with_them() -> None:
    assert address(
        "Priority=1; Lives with pupil=No; Address line 1=1 First Street",
        "Priority=3; Address line 1=3 Third Street",
        "Priority=2; Address line 1=2 Second Street",
    ) == ("2 Second Street", "Exeford", "EX4 3AB")


def test_no_address_is_recorded_where_nobody_lives_with_the_pupil() -> None:
    assert address("Lives with pupil=No") == ()
    assert address("Lives with pupil=") == ()


WITHHELD = {
    "its own flag": ("Do not disclose address=Yes",),
    "a flag that nobody can read": ("Do not disclose address=ask",),
    "the flag of the second at home": ("", f"{FATHER}Do not disclose address=Yes"),
    "the flag of somebody at the same address": (
        "",
        f"{FATHER}Lives with pupil=; Do not disclose address=Yes",
    ),
    "the flag on a row without an address": (
        "",
        f"{FATHER}Address line 1=; Town=; Postcode=; Do not disclose address=Yes",
    ),
}


@pytest.mark.parametrize("why", WITHHELD)
def test_an_address_is_withheld_by(why: str) -> None:
    assert address(*WITHHELD[why]) == (ADDRESS_WITHHELD,)


def test_an_address_withheld_elsewhere_does_not_withhold_the_home() -> None:
    elsewhere = f"{FATHER}Lives with pupil=No; Address line 1=9 Dock Lane; Do not disclose address=Yes"
    assert address("", elsewhere)[0] == "12 Fern Lane"


def test_the_home_of_somebody_kept_away_is_never_given_as_the_pupils() -> None:
    kept_away = f"{FATHER}Court restriction=Yes; Send letters=No; Address line 1=1 Cliff Road"
    assert address(f"Priority=1; {kept_away}", "Priority=2")[0] == "12 Fern Lane"
    assert address(kept_away) == ()


def test_a_withheld_address_stands_on_the_contacts_own_letter() -> None:
    (letter,) = letters_of(a("Contacts", "Do not disclose address=Yes"))
    assert isinstance(letter, Recipient)
    assert "12 Fern Lane" in letter.address_lines


NOT_POSTED = (
    ("Do not disclose address=Yes",),
    ("Lives with pupil=No",),
    ("", f"{FATHER}Lives with pupil=No; Send letters=No; Court restriction=Yes"),
)


@pytest.mark.parametrize("contacts", NOT_POSTED)
def test_a_young_persons_own_letter_is_not_posted_where_it_is_not_safe(contacts: tuple[str, ...]) -> None:
    book = casebook_of(*(a("Contacts", cells) for cells in contacts))
    assert postal_address(book, book.pupils[0]) == ()


# -- young people with a plan ---------------------------------------------------------------------------

YOUNG = "Date of birth=2010-05-05; SEN status=E"


def test_a_young_person_past_school_age_with_a_plan_is_written_to_in_the_parents_stead() -> None:
    found = documents("review-invitation", a("Pupils", YOUNG), a("Reviews"))
    letter = the_document(found, Audience.PUPIL)
    assert len(found) == 1
    assert letter.recipient.row == "Pupils!2"
    assert letter.recipient.greeting.salutation == "Dear Rowan"
    assert letter.recipient.address_lines == ("Rowan Aske", "12 Fern Lane", "Exeford", "EX4 3AB")


STAYS_WITH_PARENTS = (
    "Date of birth=2010-05-05; SEN status=K",
    "Date of birth=2010-09-01; SEN status=E",
    "Date of birth=2010-05-05; SEN status=K; EHCP issued=2020-01-01",
)


@pytest.mark.parametrize("cells", STAYS_WITH_PARENTS)
def test_without_a_plan_or_before_the_age_the_parents_are_written_to(cells: str) -> None:
    found = documents("review-invitation", a("Pupils", cells), a("Reviews"))
    assert the_document(found, Audience.PARENT).recipient.row == "Contacts!2"
    assert the_document(found, Audience.PUPIL).recipient.address_lines == ()


@pytest.mark.parametrize("kind", ["consent", "review-outcome", "progress-report"])
def test_what_has_no_edition_for_a_young_person_is_held_back_and_never_sent_to_the_parents(kind: str) -> None:
    rows = (
        a("Pupils", YOUNG),
        a("Sessions"),
        a("Reviews", "Booked for=; Held on=2026-11-16; Outcome=Going well"),
    )
    found = documents(kind, *rows, asked=True)
    held = [one.codes for one in found if isinstance(one, HeldBack) and one.recipient == "Pupils!2"]
    assert held == [("written-to-themself",)]
    assert not any(one.audience is Audience.PARENT for one in found)
