"""What a cell means for the kind of column it stands in."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentor_xl.audience import Group
from mentor_xl.records import Cell, CellError, Column
from mentor_xl.vocabulary import LISTS
from mentor_xl.workbook.cells import SAME, converter, did_you_mean
from mentor_xl.workbook.other_names import OTHER_NAMES, RETIRED
from mentor_xl.workbook.said import (
    NOT_KNOWN,
    Said,
    error_cell,
    figure,
    plain_text,
    says_not_known,
)


def read(
    kind: str,
    cell: Cell,
    *,
    lowest: float | None = None,
    highest: float | None = None,
    heading: str = "Score",
    lists: Mapping[str, Sequence[str]] = LISTS,
) -> Any:
    """The value of a cell, or its code and what is quoted of it."""
    column = Column("score", heading, kind, False, Group.ADMIN, "", lowest=lowest, highest=highest)
    found = converter(column, lists)(cell)
    if isinstance(found, Said):
        return (found.code, found.details["value"]) if found.value is None else (found.code, found.value)
    return found


# -- numbers -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (7, 7.0),
        (88.4, 88.4),
        (-3, -3.0),
        ("88.4", 88.4),
        (" 88.4 ", 88.4),
        ("88.4%", 88.4),
        ("88.4 %", 88.4),
        ("£18.50", 18.5),
        ("£ 1,200.50", 1200.5),
        ("1,234,567", 1234567.0),
        ("−2", -2.0),
        ("+2", 2.0),
        (".5", 0.5),
        ("\xa07\xa0", 7.0),
    ],
)
def test_a_number_is_read_with_its_signs(cell: Cell, value: float) -> None:
    found = read("number", cell)
    assert (type(found), found) == (float, value)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("1,5", "“1,5”"),
        ("12,34", "“12,34”"),
        ("1.2.3", "“1.2.3”"),
        ("5.", "“5.”"),
        (".", "“.”"),
        ("1 200", "“1 200”"),
        ("3/4", "“3/4”"),
        ("12-14", "“12-14”"),
        ("about 20", "words"),
        ("20 mins", "words"),
        ("twelve", "words"),
        ("1e3", "“1e3”"),
        ("Kay", "words"),
        ("inf", "words"),
        ("nan", "words"),
        ("9" * 400, "words"),
        (float("inf"), "words"),
        (float("nan"), "words"),
        (True, "words"),
        (dt.date(2013, 3, 14), "“14/03/2013”"),
        (dt.time(0, 40), "“00:40”"),
        (dt.timedelta(minutes=40), "“0:40:00”"),
    ],
)
@pytest.mark.parametrize("kind", ["number", "int"])
def test_what_is_no_number_is_told_and_its_words_are_not_repeated(kind: str, cell: Cell, shown: str) -> None:
    assert read(kind, cell) == ("not-a-number", shown)


@pytest.mark.parametrize("cell", [0.884, "0.884", 1, "1", 0.5])
def test_a_percentage_that_excel_keeps_as_a_fraction_is_asked_about(cell: Cell) -> None:
    found = read("number 0-100", cell, lowest=0, highest=100, heading="Attendance %")
    assert found[0] == "fraction-of-hundred"
    assert read("number 0-100", cell, lowest=0, highest=100, heading="Hours") == float(str(cell))


@pytest.mark.parametrize("cell", [0, 1.01, 88.4, 100])
def test_a_percentage_from_0_to_100_is_read(cell: float) -> None:
    assert read("number 0-100", cell, lowest=0, highest=100, heading="Attendance %") == cell


@pytest.mark.parametrize(("cell", "value"), [(4, 4), ("4", 4), (4.0, 4), ("4.0", 4), ("1,000", 1000)])
def test_a_whole_number_is_read_as_one(cell: Cell, value: int) -> None:
    found = read("int", cell)
    assert (type(found), found) == (int, value)


@pytest.mark.parametrize(("cell", "shown"), [(2.5, "2.5"), ("2.5", "2.5"), (-0.5, "−0.5")])
def test_half_of_what_is_counted_is_no_whole_number(cell: Cell, shown: str) -> None:
    assert read("int", cell) == ("not-whole", shown)


@given(st.integers(-20, 20))
def test_a_number_is_taken_just_within_its_range(number: int) -> None:
    inside = -2 <= number <= 2
    outside = ("out-of-range", figure(number))
    assert read("int -2-2", number, lowest=-2, highest=2) == (number if inside else outside)
    assert read("number -2-2", number, lowest=-2, highest=2) == (float(number) if inside else outside)


@given(st.one_of(st.integers(), st.floats(), st.text(max_size=40)))
@example("9" * 309)
@example(1e308)
def test_no_number_and_no_text_stops_a_number_column(cell: Cell) -> None:
    for kind in ("int", "number"):
        found = read(kind, cell)
        assert isinstance(found, int | float) or found[0] in ("not-a-number", "not-whole")


@pytest.mark.parametrize(
    ("number", "shown"), [(-15, "−15"), (105.0, "105"), (2.5, "2.5"), (-0.5, "−0.5"), (-0.0, "0")]
)
def test_a_figure_is_shown_with_a_true_minus_sign(number: float, shown: str) -> None:
    assert figure(number) == shown


# -- yes or no ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["Yes", "yes", "YES", "y", " Y ", "yes\xa0", True, "TRUE", 1, "1", "✓", "✔"])
def test_yes_is_understood_in_every_spelling(cell: Cell) -> None:
    assert read("yes/no", cell) is True


@pytest.mark.parametrize("cell", ["No", "no", "N", "n", False, "FALSE", 0, "0"])
def test_no_is_understood_in_every_spelling(cell: Cell) -> None:
    assert read("yes/no", cell) is False


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("x", "“x”"),
        ("Yes - since May", "words"),
        ("Mum only", "words"),
        ("Kate Smith", "words"),
        (2, "“2”"),
        (0.5, "“0.5”"),
        (dt.date(2026, 5, 1), "“01/05/2026”"),
    ],
)
def test_anything_else_is_neither_yes_nor_no(cell: Cell, shown: str) -> None:
    assert read("yes/no", cell) == ("not-yes-or-no", shown)


# -- lists -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LISTS)
def test_a_value_of_a_list_is_itself_in_any_letters_and_spaces(name: str) -> None:
    for value in LISTS[name]:
        for typed in (value, value.upper(), value.lower(), f" {value}\xa0", value.replace(" ", "  ")):
            assert read(f"list:{name}", typed) == value, typed


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_a_value_by_another_name_is_read_and_noted(name: str) -> None:
    for typed, meant in OTHER_NAMES[name].items():
        assert meant in LISTS[name]
        assert read(f"list:{name}", typed.lower()) == ("read-as", meant)


@pytest.mark.parametrize("name", SAME)
def test_a_value_in_short_needs_no_word(name: str) -> None:
    for typed, meant in SAME[name].items():
        assert meant in LISTS[name]
        assert read(f"list:{name}", typed.lower()) == meant


@pytest.mark.parametrize("name", RETIRED)
def test_a_retired_code_is_told_with_the_one_that_takes_its_place(name: str) -> None:
    for typed, meant in RETIRED[name].items():
        assert meant in LISTS[name]
        assert read(f"list:{name}", typed.lower()) == ("retired-code", f"“{typed}”")


def test_no_other_name_is_a_value_of_its_own_list() -> None:
    for table in (OTHER_NAMES, SAME, RETIRED):
        for name, others in table.items():
            values = {value.casefold() for value in LISTS[name]}
            assert not values & {other.casefold() for other in others}


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("SenStatus", "k", "K"),
        ("SenType", "asc", ("read-as", "ASD")),
        ("SenType", "BESD", ("read-as", "SEMH")),
        ("SenStatus", "P", ("retired-code", "“P”")),
        ("SocialCare", "none", "None"),
        ("SocialCare", "CIN", ("read-as", "Child in need")),
        ("LookedAfter", "LAC", ("read-as", "Looked after")),
        ("LookedAfter", "Yes", ("read-as", "Looked after")),
        ("LookedAfter", True, ("read-as", "Looked after")),
        ("LookedAfter", False, "No"),
        ("LookedAfter", "PLAC", ("read-as", "Previously looked after")),
        ("LookedAfter", "looked-after", "Looked after"),
        ("YesNoUnknown", "y", "Yes"),
        ("YesNoUnknown", "unknown", "Unknown"),
        ("SessionKind", "one to one", "One-to-one"),
        ("SessionKind", "Walk", ("not-on-list", "words")),
        ("Tier", 2, ("not-on-list", "“2”")),
        ("SenStatus", "Q", ("not-on-list", "“Q”")),
    ],
)
def test_a_list_reads_what_schools_write(name: str, typed: Cell, value: object) -> None:
    assert read(f"list:{name}", typed) == value


def test_the_nearest_value_of_a_list_is_suggested_and_never_taken() -> None:
    column = Column("attended", "Attended", "list:Attended", False, Group.ADMIN, "")
    said = converter(column, LISTS)("Atended")
    assert (said.value, said.code, said.details["hint"]) == (None, "not-on-list", " Did you mean Attended?")
    assert did_you_mean("Walk", LISTS["SessionKind"]) == ""


def test_a_value_that_a_school_added_is_read() -> None:
    lists = {**LISTS, "Barrier": (*LISTS["Barrier"], "Gaming")}
    assert read("list:Barrier", "gaming", lists=lists) == "Gaming"
    assert read("list:Barrier", "gaming") == ("not-on-list", "words")


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("list;:Barrier", "Attendance; self-esteem", ("Attendance", "Self-esteem")),
        ("list;:Barrier", "Attendance\nAnger", ("Attendance", "Anger")),
        ("list;:Barrier", "Attendance;;", ("Attendance",)),
        ("list;:Barrier", ";", ()),
        ("list;:Barrier", "Attendance; Walk", ("not-on-list", "words")),
        ("text;", "drawing; dogs;baking ", ("drawing", "dogs", "baking")),
        ("text;", "drawing, dogs", ("drawing, dogs",)),
        ("refs;:Pupils", "004511; 004512", ("004511", "004512")),
        ("refs;:Pupils", "004511, 004512", ("004511", "004512")),
        ("refs;:Pupils", "004511\n004512", ("004511", "004512")),
        ("refs;:Pupils", 4511, ("4511",)),
    ],
)
def test_a_cell_of_several_values_is_parted(kind: str, cell: Cell, value: object) -> None:
    assert read(kind, cell) == value


# -- plain text --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (" O’Neill ", "O’Neill"),
        ("\xa0004511\u200b", "004511"),
        ("\ufeff004511", "004511"),
        ("\u202a07700 900123\u202c", "07700 900123"),
        ("Mill\xa0Street", "Mill Street"),
        ("Zoe\u0308", "Zoë"),
        ("12 Fern Lane\nLittle Hollow", "12 Fern Lane\nLittle Hollow"),
        (4511, "4511"),
        (8.5, "8.5"),
        (True, "Yes"),
        (False, "No"),
        (dt.date(2026, 2, 1), "01/02/2026"),
        (dt.datetime.fromisoformat("2026-02-01T15:30"), "01/02/2026 15:30"),
        (dt.time(15, 30), "15:30"),
    ],
)
def test_text_is_what_is_typed_without_stray_spaces(cell: Cell, text: str) -> None:
    assert plain_text(cell) == text
    assert read("text", cell) == text


@given(st.text())
def test_text_that_was_cleaned_is_clean(text: str) -> None:
    assert plain_text(plain_text(text)) == plain_text(text)


@pytest.mark.parametrize("text", ["-", "n/a", "N/A", "none", "NONE", "tbc", "TBC", "?", "–"])
def test_what_says_that_nobody_knows(text: str) -> None:
    assert says_not_known(text)
    assert says_not_known(text, in_words=False)


@pytest.mark.parametrize("text", ["NA", "Na", "Unknown", "tba", "n/k"])
def test_in_words_a_surname_or_initials_are_no_gap(text: str) -> None:
    assert not says_not_known(text)
    assert says_not_known(text, in_words=False)


def test_what_says_that_nobody_knows_is_written_in_small_letters() -> None:
    assert {text.casefold() for text in NOT_KNOWN} == NOT_KNOWN


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        ("#N/A", "#N/A"),
        ("#DIV/0!", "#DIV/0!"),
        ("#NAME?", "#NAME?"),
        ("#GETTING_DATA", "#GETTING_DATA"),
        ("Err:502", "Err:502"),
        ("Kay Smith", "of an unknown kind"),
        ("", "of an unknown kind"),
    ],
)
def test_an_error_is_shown_by_its_name_and_nothing_else_is(error: str, shown: str) -> None:
    assert error_cell(CellError(error)) == Said(None, "error-cell", {"value": shown})
