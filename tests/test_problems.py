"""A problem names its cell as Excel does, and repeats nothing that might be a name."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_xl.problems import (
    LONGEST_QUOTE,
    UNSAID,
    Place,
    Problem,
    Severity,
    column_letters,
    count_by_severity,
    looks_like_an_id,
    quoted,
    quoted_id,
)

# -- places ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "letters"),
    [
        (0, "A"),
        (18, "S"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
        (16383, "XFD"),
    ],
)
def test_a_column_has_excels_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters


@given(st.integers(0, 20_000))
def test_every_column_has_letters_of_its_own(column: int) -> None:
    number = 0
    for letter in column_letters(column):
        number = number * 26 + ord(letter) - 64
    assert number == column + 1


@pytest.mark.parametrize(
    ("place", "cell", "shown"),
    [
        (Place("Pupils", 8, 18, "Came into care"), "S8", "Pupils!S8"),
        (Place("Pupils", 8), "A8", "Pupils!A8"),
        (Place("Pupils"), None, "Pupils"),
    ],
)
def test_a_place_is_named_as_in_excel(place: Place, cell: str | None, shown: str) -> None:
    assert (place.cell, str(place)) == (cell, shown)


def test_errors_come_before_queries_and_queries_before_notes() -> None:
    assert sorted(Severity, key=lambda severity: severity.rank) == ["error", "query", "note"]


def test_problems_are_counted_and_every_severity_has_its_count() -> None:
    problems = [Problem("x", Severity.NOTE, Place("Pupils"), "", "")] * 2
    assert count_by_severity(problems) == {"error": 0, "query": 0, "note": 2}


# -- what may be repeated ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "004511",
        "4511",
        "C12",
        "C1",
        "c99",
        "R10",
        "AR1",
        "K3",
        "2026/014",
        "A-2026.7",
        "B801200005001",
        "REF012",
    ],
)
def test_a_code_looks_like_an_id(text: str) -> None:
    assert looks_like_an_id(text)
    assert quoted_id(text) == text
    assert quoted(text) == f"“{text}”"


@pytest.mark.parametrize(
    "text",
    [
        "Kay", "kay", "KAY", "Jo", "Amy1", "Jo1", "kay2014", "Kay.2014", "JSMITH1", "004511 Kay", "", " ",
        "Zoë1", "004511\n", "1" * 21, "---",
    ],
)  # fmt: skip
def test_what_might_be_a_name_does_not_look_like_an_id(text: str) -> None:
    assert not looks_like_an_id(text)


@pytest.mark.parametrize("code", ["ZZZ", "DWH", "K", "KSm"])
def test_initials_that_the_workbook_has_may_be_shown(code: str) -> None:
    assert quoted_id(code) == code


@pytest.mark.parametrize("text", ["Kay", "kay", "Jo", "KAYLEIGH", "Amy1", "Kay Smith", "O’N"])
def test_a_name_in_an_ids_place_stays_unsaid(text: str) -> None:
    assert quoted_id(text) == UNSAID
    assert quoted(text) == "words"


@pytest.mark.parametrize("text", ["14/03/2013", "-15", "105 %", "£1,200", "?", "P", "é", "0:40:00"])
def test_figures_signs_and_single_letters_are_repeated(text: str) -> None:
    assert quoted(text) == f"“{text}”"


def test_long_text_is_not_repeated_even_when_it_is_figures() -> None:
    assert quoted("1" * LONGEST_QUOTE) == f"“{'1' * LONGEST_QUOTE}”"
    assert quoted("1" * (LONGEST_QUOTE + 1)) == "words"


NAMES = st.from_regex(r"[A-ZÀ-Ý][a-zà-ÿ]{1,11}", fullmatch=True)


@given(NAMES, NAMES, st.from_regex(r"[ ._-]?[0-9]{0,4}", fullmatch=True))
@example("Kay", "Smith", "2014")
def test_no_name_is_ever_repeated_with_or_without_figures(forename: str, surname: str, figures: str) -> None:
    for text in (f"{forename}{figures}", f"{figures}{forename.lower()}", f"{forename} {surname}{figures}"):
        assert quoted(text) == "words"
        assert quoted_id(text) == UNSAID
