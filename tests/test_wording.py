"""How people are greeted, and what scores, times and numbers are called (reference 5.2 and 5.3)."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentor_xl.records import Contact
from mentor_xl.vocabulary import ReviewKind
from mentor_xl.wording import (
    REVIEWS_IN_WORDS,
    SCORE_WORDS,
    clock_time,
    count_of,
    greet_by_name,
    greet_contacts,
    greet_team,
    in_a_list,
    phone_number,
    polite_title,
    postcode,
)


def person(typed: str) -> Contact:
    """A contact from ``title | forename | surname``."""
    title, forename, surname = (part.strip() or None for part in typed.split("|"))
    return Contact(pupil_id="000001", title=title, forename=forename, surname=surname)


# -- one contact -----------------------------------------------------------------------------------

ONE = {
    "Mrs | Folake | Adeyemi": ("Dear Mrs Adeyemi", "Mrs Folake Adeyemi"),
    "mr | Ade | Khan": ("Dear Mr Khan", "Mr Ade Khan"),
    "MR. | Ade | Khan": ("Dear Mr Khan", "Mr Ade Khan"),
    "Ms | | Byrne": ("Dear Ms Byrne", "Ms Byrne"),
    "Miss | Jade | Brown": ("Dear Miss Brown", "Miss Jade Brown"),
    "Mx | Sam | Reed": ("Dear Mx Reed", "Mx Sam Reed"),
    "Dr | Anneke | van der Berg": ("Dear Dr van der Berg", "Dr Anneke van der Berg"),
    "Rev | Joan | Marsh": ("Dear Reverend Marsh", "Reverend Joan Marsh"),
    "Revd. | Joan | Marsh": ("Dear Reverend Marsh", "Reverend Joan Marsh"),
    "The Revd Dr | Joan | Marsh": ("Dear Reverend Dr Marsh", "The Reverend Dr Joan Marsh"),
    "Prof | Joan | d'Souza": ("Dear Professor d'Souza", "Professor Joan d'Souza"),
    "Sir | Tom | Hale": ("Dear Sir Hale", "Sir Tom Hale"),
    "Imam | Yusuf | Ali": ("Dear Imam Ali", "Imam Yusuf Ali"),
    "Rabbi | Ruth | Stern": ("Dear Rabbi Stern", "Rabbi Ruth Stern"),
    "Mr & Mrs | | Patel": ("Dear Mr and Mrs Patel", "Mr and Mrs Patel"),
    "mr and mrs | Raj | Patel": ("Dear Mr and Mrs Patel", "Mr and Mrs Patel"),
    "Mr+Mrs | | Patel": ("Dear Mr and Mrs Patel", "Mr and Mrs Patel"),
    "Mr/Mrs | Asha | Patel": ("Dear Mr/Mrs Patel", "Mr/Mrs Asha Patel"),
    "| Thi Hoa | Nguyễn": ("Dear Thi Hoa Nguyễn", "Thi Hoa Nguyễn"),
    "Mrs | Mary-Jane | SMITH-JONES": ("Dear Mrs SMITH-JONES", "Mrs Mary-Jane SMITH-JONES"),
    "Mr | | McDonald": ("Dear Mr McDonald", "Mr McDonald"),
    "Mr | Declan | O'Neill": ("Dear Mr O'Neill", "Mr Declan O'Neill"),
    "Ms | Siobhán | O’Neill": ("Dear Ms O’Neill", "Ms Siobhán O’Neill"),
    "Dr | | de la Cruz": ("Dear Dr de la Cruz", "Dr de la Cruz"),
}


@pytest.mark.parametrize("typed", ONE)
def test_one_contact_is_greeted_by_the_title_as_typed_and_never_by_a_guess(typed: str) -> None:
    greeting = greet_contacts([person(typed)], names_both=False)
    assert (greeting.salutation, greeting.name) == ONE[typed]
    assert greeting.close == "Yours sincerely"


@pytest.mark.parametrize("typed", ["| | ", "Mrs | | ", "| Ada | ", "| | Khan", "Mrs | Ada | "])
def test_where_a_name_is_missing_the_letter_is_to_the_parents_or_carers_of_the_pupil(typed: str) -> None:
    greeting = greet_contacts([person(typed)], names_both=False, pupil="Rowan Aske")
    assert greeting.salutation == "Dear parent/carer"
    assert greeting.name == "To the parents/carers of Rowan Aske"
    assert greeting.close == "Yours faithfully"


@given(
    title=st.sampled_from(["", "Mr", "Mrs", "Dr", "Mx", "Captain", "Rev"]),
    forename=st.text("abcdÉé' -", max_size=8),
    surname=st.text("abcdÉé' -", max_size=8),
)
def test_no_title_is_ever_made_up(title: str, forename: str, surname: str) -> None:
    contact = Contact(pupil_id="1", title=title, forename=forename.strip(), surname=surname.strip())
    salutation = greet_contacts([contact], names_both=False).salutation
    greeted_as = {"Rev": "Reverend"}.get(title, title)
    others = {"Mr", "Mrs", "Dr", "Mx", "Captain", "Reverend"} - {greeted_as}
    assert not others & set(salutation.split())


# -- two contacts in one home ------------------------------------------------------------------------

TWO = {
    ("Mr | Segun | Adeyemi", "Mrs | Folake | Adeyemi"): "Dear Mr and Mrs Adeyemi",
    ("Mrs | Folake | Adeyemi", "Mr | Segun | Adeyemi"): "Dear Mr and Mrs Adeyemi",
    ("mrs. | Folake | ADEYEMI", "MR | Segun | Adeyemi"): "Dear Mr and Mrs ADEYEMI",
    ("Dr | Ada | Khan", "Mr | Imran | Khan"): "Dear Dr Khan and Mr Khan",
    ("Mrs | Ada | Khan", "Ms | Zoe | Khan"): "Dear Mrs Khan and Ms Khan",
    ("Mr | Al | Khan", "Mr | Bo | Khan"): "Dear Mr Khan and Mr Khan",
    ("Ms | Eve | Jones", "Mr | Tom | Smith"): "Dear Ms Jones and Mr Smith",
    ("Mr | Tom | Smith", "Ms | Eve | Jones"): "Dear Mr Smith and Ms Jones",
    ("Mrs | Eve | Jones", "Mr | Tom | Smith"): "Dear Mrs Jones and Mr Smith",
    ("Rev | Eve | Jones", "Prof | Tom | Jones"): "Dear Reverend Jones and Professor Jones",
    ("Mx | Eve | Jones", "Dr | Tom | Jones"): "Dear Mx Jones and Dr Jones",
    ("| Thi Hoa | Nguyễn", "Mr | Minh | Nguyễn"): "Dear Thi Hoa Nguyễn and Mr Nguyễn",
    ("Mr | Tom | van der Berg", "Mrs | Eve | van der Berg"): "Dear Mr and Mrs van der Berg",
}


@pytest.mark.parametrize("pair", TWO)
def test_two_contacts_are_greeted_in_the_order_of_priority_or_as_mr_and_mrs(pair: tuple[str, str]) -> None:
    assert greet_contacts([person(one) for one in pair], names_both=False).salutation == TWO[pair]


@pytest.mark.parametrize("pair", TWO)
def test_a_school_may_always_name_both_parents(pair: tuple[str, str]) -> None:
    one, other = (greet_contacts([person(typed)], names_both=True) for typed in pair)
    both = greet_contacts([person(typed) for typed in pair], names_both=True)
    assert both.salutation == f"{one.salutation} and {other.salutation.removeprefix('Dear ')}"
    assert both.name == f"{one.name} and {other.name}"


def test_a_title_that_two_typed_for_themselves_stays_when_both_are_to_be_named() -> None:
    assert (
        greet_contacts([person("Mr & Mrs | | Patel")], names_both=True).salutation == "Dear Mr and Mrs Patel"
    )


def test_two_of_whom_one_has_no_name_are_not_half_greeted() -> None:
    greeting = greet_contacts([person("Mrs | Ada | Khan"), person("| | ")], names_both=False)
    assert greeting.salutation == "Dear parent/carer"


@given(st.permutations(["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Reverend", "Professor"]))
def test_only_mr_and_mrs_of_one_surname_share_it(titles: list[str]) -> None:
    first, second = titles[:2]
    pair = [person(f"{first} | A | Khan"), person(f"{second} | B | Khan")]
    shared = greet_contacts(pair, names_both=False).salutation == "Dear Mr and Mrs Khan"
    assert shared is ({first, second} == {"Mr", "Mrs"})


# -- staff and agencies ------------------------------------------------------------------------------

NAMES = {
    "Ms H. Lindqvist": "Dear Ms Lindqvist",
    "Mr J.R. Reyes": "Dear Mr Reyes",
    "Mrs A B Okonkwo": "Dear Mrs Okonkwo",
    "Mr S. O'Neill": "Dear Mr O'Neill",
    "Dr É. Roux": "Dear Dr Roux",
    "Ms Hanna Lindqvist": "Dear Ms Hanna Lindqvist",
    "Hanna Lindqvist": "Dear Hanna Lindqvist",
    "Mr D": "Dear Mr D",
    "Rev J. Marsh": "Dear Reverend Marsh",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_one_cell_is_greeted_without_initials(name: str) -> None:
    assert greet_by_name(name).salutation == NAMES[name]


TEAMS = {
    "The Referrals Team": "Dear Referrals Team",
    "Dr A. Malik": "Dear Dr Malik",
    "Duty desk": "Dear Duty desk",
    "Thea Marsh": "Dear Thea Marsh",
    "": "Dear colleagues",
}


@pytest.mark.parametrize("team", TEAMS)
def test_an_agency_is_greeted_by_the_person_or_team_it_gave(team: str) -> None:
    assert greet_team(team).salutation == TEAMS[team]


# -- the rest ------------------------------------------------------------------------------------------


def test_a_title_that_is_blank_stays_blank() -> None:
    assert [polite_title(typed) for typed in (None, "", "  ")] == ["", "", ""]


CLOCK = {
    "14:15": "2.15pm", "10:00": "10am", "09:05": "9.05am", "00:30": "12.30am", "12:00": "12pm",
    "14:15:00": "2.15pm", "9.30": "9.30am", "25:00": "25:00", "10:75": "10:75", "after lunch": "after lunch",
    "": "",
}  # fmt: skip


@pytest.mark.parametrize("typed", CLOCK)
def test_a_time_is_told_in_one_way_and_what_is_none_as_typed(typed: str) -> None:
    assert clock_time(typed) == CLOCK[typed]


def test_a_phone_number_gets_back_the_nought_that_excel_ate() -> None:
    assert phone_number("1392555014") == "01392 555014"
    assert phone_number("01392 555014") == "01392 555014"
    assert phone_number("ext 214") == "ext 214"
    assert phone_number(None) == ""


def test_a_postcode_is_in_capitals_with_one_space_and_what_is_none_as_typed() -> None:
    assert postcode("ex4 6tb") == "EX4 6TB"
    assert postcode("SW1A1AA") == "SW1A 1AA"
    assert postcode("P01 3AX") == "P01 3AX"
    assert postcode(None) == ""


def test_lists_and_counts_read_as_english() -> None:
    assert [in_a_list(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [count_of(n, "session") for n in (0, 1, 2)] == ["no sessions", "one session", "2 sessions"]
    assert count_of(2, "target is", "targets are") == "2 targets are"


def test_every_score_has_its_words_and_none_of_them_blames() -> None:
    assert sorted(SCORE_WORDS) == [-2, -1, 0, 1, 2]
    assert not any(word in " ".join(SCORE_WORDS.values()).casefold() for word in ("fail", "poor", "bad"))


def test_every_review_that_school_invites_to_is_named_in_plain_words() -> None:
    social_care = {"Looked-after review", "Child protection conference", "Core group", "Child in need review"}
    (kinds, *_) = get_args(ReviewKind)
    assert set(REVIEWS_IN_WORDS) == set(get_args(kinds)) - social_care
