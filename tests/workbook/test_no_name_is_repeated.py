"""A name, a note or an address in the wrong cell is never repeated by the problem that tells of it."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from workbook.sound_book import TABLES, RowsGrid, for_every_column, with_cell

from mentor_xl.casebook import SHEETS
from mentor_xl.catalogue import MEANINGS
from mentor_xl.problems import Problem
from mentor_xl.records import Column, Record, columns_of
from mentor_xl.workbook.reading import Reading, read_casebook

NAMES = (
    "Zebedee", "Zebedee Quartermain", "zebedee quartermain", "QUARTERMAIN", "Kay", "kay", "Amy1", "Jo",
    "Kay 14/03/2013", "14/03/2013 Kay", "14 Kay 13", "5 Kay 2013", "Monday Kay", "Mon Kay 5/10/2026",
    "Kay2014", "Zebedee1", "Kay; Amy1", "004511; Kay", "Attendance; Kay", "12 Fern Lane, Exeford EX4 6TB",
    "kay@exeford.example", "£5 for Kay", "Kay (mum)", "=HYPERLINK(\"http://kay\")", "{Kay}",
    "Kay told me that Zebedee hits her at home every night", "Yes Kay", "Zoë", "Łukasz",
)  # fmt: skip
WORDS = re.compile(
    r"zebedee|quartermain|\bkay|\bamy|\bjo\b|\bfern\b|exeford|ex4|mum|hyperlink|\bhits\b|zoë|łukasz",
    re.IGNORECASE,
)


def repeated(reading: Reading) -> list[str]:
    """Whatever of a problem repeats a word of the names."""
    said = (f"{problem.message} {problem.fix} {problem.ref}" for problem in reading.problems)
    return [text for text in said if WORDS.search(text)]


@for_every_column()
def test_no_name_that_is_typed_into_any_column_is_repeated(record: type[Record], column: Column) -> None:
    reading = with_cell(record, column, *NAMES)
    assert repeated(reading) == []


@pytest.mark.parametrize("column", columns_of(SHEETS["settings"]), ids=lambda column: str(column.heading))
def test_no_name_that_is_typed_into_a_setting_is_repeated(column: Column) -> None:
    for name in NAMES:
        rows = [[column.heading, name], [name, name], [column.heading, name]]
        assert repeated(read_casebook(RowsGrid({"Settings": rows}))) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_name_that_is_typed_twice_as_an_id_is_repeated(name: str) -> None:
    for record in TABLES.values():
        key = next((column for column in columns_of(record) if column.kind == "key"), None)
        if key is not None:
            reading = with_cell(record, key, name, name)
            assert repeated(reading) == []


FORENAMES = st.from_regex(r"[A-ZÀ-Ý][a-zà-ý]{2,10}", fullmatch=True)
EVERY_COLUMN = [
    (record, column)
    for record in TABLES.values()
    for column in columns_of(record)
    if not column.is_filled_by_us
]


@given(
    where=st.sampled_from(EVERY_COLUMN),
    name=FORENAMES,
    shape=st.sampled_from(
        ["{}", "{} Smithson", "{}1", "{}2014", "14/03/2013 {}", "14 {} 13", "{}; 004511", " {}\xa0", "({})"]
    ),
)
@example(where=EVERY_COLUMN[0], name="Kay", shape="{}")
@settings(max_examples=150, deadline=None)
def test_no_made_up_name_is_repeated(where: tuple[type[Record], Column], name: str, shape: str) -> None:
    record, column = where
    headings = " ".join(other.heading for other in columns_of(record)).casefold()
    reading = with_cell(record, column, shape.format(name))
    for problem in reading.problems:
        said = f"{problem.message} {problem.fix} {problem.ref}".casefold()
        words = re.findall(r"\w+", said.replace(headings, ""))
        assert name.casefold() not in words or _is_a_word_of_ours(name, problem)


def _is_a_word_of_ours(name: str, problem: Problem) -> bool:
    """Whether a made-up name is by chance a word of the sentence itself."""
    meaning = MEANINGS[problem.code]
    ours = f"{meaning.message} {meaning.fix} {problem.place.heading} {problem.place.sheet}".casefold()
    return name.casefold() in re.findall(r"\w+", ours)
