"""The records keep the workbook's contract, and speak plainly to whoever fills a column in."""

import csv
import datetime as dt
import inspect
import keyword
import re
from collections import Counter
from pathlib import Path

import pytest

from mentor_xl import records
from mentor_xl.records import Cell, Column, Record, columns_of
from mentor_xl.vocabulary import LISTS

CONTRACT = Path(__file__).parent / "contract" / "sheets.tsv"
"""Sheet, heading, kind, must, group and aliases: fixed words, kept as they were agreed."""

LONGEST_INPUT_MESSAGE = 255
"""Characters Excel shows in a cell's input message."""
LONGEST_INPUT_TITLE = 32
"""Characters Excel shows in its title: the heading, with a dot and a space before it."""

CLASSES = [
    record
    for record in vars(records).values()
    if isinstance(record, type) and issubclass(record, Record) and record is not Record
]
RECORDS = {record.sheet_name: record for record in CLASSES}
every_record = pytest.mark.parametrize("record", CLASSES, ids=lambda record: record.sheet_name)

Agreed = tuple[str, str, bool, str, tuple[str, ...]]
"""Heading, kind, must, group, aliases."""


def _contract() -> dict[str, list[Agreed]]:
    with CONTRACT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    sheets: dict[str, list[Agreed]] = {row["sheet"]: [] for row in rows}
    for row in rows:
        aliases = tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip())
        agreed = (row["heading"], row["kind"], row["must"] == "yes", row["group"], aliases)
        sheets[row["sheet"]].append(agreed)
    return sheets


AGREED = _contract()


# -- the contract ----------------------------------------------------------------------------------


def test_every_sheet_of_the_contract_has_one_record_and_no_record_is_of_another_sheet() -> None:
    assert sorted(record.sheet_name for record in CLASSES) == sorted(AGREED)


@pytest.mark.parametrize("sheet", AGREED)
def test_a_sheet_has_the_agreed_columns_in_the_agreed_order(sheet: str) -> None:
    declared = [(c.heading, c.kind, c.must, c.group.value, c.aliases) for c in columns_of(RECORDS[sheet])]
    assert declared == AGREED[sheet]


@every_record
def test_a_row_hangs_only_on_columns_that_must_be_filled(record: type[Record]) -> None:
    must = {column.attribute for column in columns_of(record) if column.must}
    assert set(record.needs) <= must


@every_record
def test_a_sheets_own_key_is_its_first_column_and_its_rows_hang_on_it(record: type[Record]) -> None:
    first, *others = columns_of(record)
    assert "key" not in {column.kind for column in others}
    assert first.kind != "key" or first.attribute in record.needs


@every_record
def test_a_column_that_points_to_a_list_or_a_sheet_points_to_one_there_is(record: type[Record]) -> None:
    targets = {"list": LISTS, "list;": LISTS, "ref": RECORDS, "refs;": RECORDS}
    lost = [c.heading for c in columns_of(record) if c.target and c.target not in targets[c.base]]
    assert lost == []


# -- names -----------------------------------------------------------------------------------------


def _attribute_of(heading: str) -> str:
    """The naming rule: what the code calls a heading."""
    words = heading.lower().replace("'", "").replace("%", "percent")
    name = re.sub(r"[^a-z0-9]+", "_", words)
    return f"{name}_" if keyword.iskeyword(name) else name


@pytest.mark.parametrize(
    ("heading", "attribute"),
    [
        ("Pupil's view", "pupils_view"),
        ("From", "from_"),
        ("Attendance %", "attendance_percent"),
        ("Known as", "known_as"),
        ("Part-time timetable ends", "part_time_timetable_ends"),
        ("SEN type 1", "sen_type_1"),
    ],
)
def test_the_naming_rule_reads_as_agreed(heading: str, attribute: str) -> None:
    assert _attribute_of(heading) == attribute


@every_record
def test_an_attribute_is_its_heading_in_small_letters(record: type[Record]) -> None:
    columns = columns_of(record)
    assert [c.attribute for c in columns] == [_attribute_of(c.heading) for c in columns]


@every_record
def test_no_name_on_a_sheet_could_mean_two_columns(record: type[Record]) -> None:
    names = Counter(
        name.casefold() for column in columns_of(record) for name in (column.heading, *column.aliases)
    )
    assert [name for name, times in names.items() if times > 1] == []


# -- words -----------------------------------------------------------------------------------------


@every_record
def test_every_sheet_says_what_it_is_for(record: type[Record]) -> None:
    purpose = inspect.cleandoc(record.__doc__ or "")
    assert purpose.endswith(".")
    assert len(purpose.splitlines()) <= 2
    assert "TODO" not in purpose


@every_record
def test_every_column_says_in_a_sentence_what_to_type(record: type[Record]) -> None:
    said = [column.description for column in columns_of(record)]
    assert [words for words in said if not re.fullmatch(r"\S+( \S+)+\.", words) or "TODO" in words] == []


@every_record
def test_what_a_column_says_fits_excels_input_message(record: type[Record]) -> None:
    columns = columns_of(record)
    assert max(len(column.description) for column in columns) <= LONGEST_INPUT_MESSAGE
    assert max(len(f"• {column.heading}") for column in columns) <= LONGEST_INPUT_TITLE


@every_record
def test_columns_are_described_in_a_mentors_words(record: type[Record]) -> None:
    words = set(re.findall(r"[a-z]+", " ".join(c.description.lower() for c in columns_of(record))))
    assert words & {"entity", "item", "client", "student", "workflow", "boolean", "string", "null"} == set()


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        ("Pupils", "DSL informed on"),
        ("Pupils", "Notes"),
        ("Referrals", "Pupil's view"),
        ("Barriers", "Evidence"),
        ("Sessions", "Note"),
        ("Measures", "Note"),
        ("Agency referrals", "Reason"),
        ("Passports", "What worries me"),
    ],
)
def test_where_a_disclosure_might_be_typed_the_column_says_that_it_may_not(sheet: str, heading: str) -> None:
    described = {column.heading: column.description for column in columns_of(RECORDS[sheet])}
    assert "disclos" in described[heading]


# -- examples --------------------------------------------------------------------------------------


def _typed_in(record: type[Record]) -> list[Column]:
    return [column for column in columns_of(record) if not column.is_filled_by_us]


def _typed_date(text: str) -> dt.date:
    day, month, year = text.split("/")
    assert (len(day), len(month), len(year)) == (2, 2, 4)
    return dt.date(int(year), int(month), int(day))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";"))


def _value(column: Column) -> Cell | tuple[str, ...]:
    """The example as the record holds it; an example that cannot be read raises."""
    match column.base:
        case "date":
            return _typed_date(column.example)
        case "int":
            return int(column.example)
        case "number":
            return float(column.example)
        case "yes/no":
            return {"Yes": True, "No": False}[column.example]
        case "list;" | "refs;" | "text;":
            return _parts(column.example)
        case _:
            return column.example


def _shape(key: str) -> str:
    """A key without its own digits: C12 and C70 have one shape."""
    return re.sub(r"\d", "0", key)


@every_record
def test_every_column_that_people_fill_has_an_example_and_no_other_has(record: type[Record]) -> None:
    columns = columns_of(record)
    assert [c.heading for c in columns if bool(c.example.strip()) is c.is_filled_by_us] == []
    assert [c.heading for c in columns if "TODO" in c.example] == []


@every_record
def test_the_examples_of_a_sheet_make_one_row_of_it(record: type[Record]) -> None:
    typed = {column.attribute: _value(column) for column in _typed_in(record)}
    row = record.model_validate(typed)
    assert {name: getattr(row, name) for name in typed} == typed


@every_record
def test_an_example_from_a_list_stands_on_the_list(record: type[Record]) -> None:
    listed = [column for column in columns_of(record) if column.base in {"list", "list;"}]
    assert [c.example for c in listed if not set(_parts(c.example)) <= set(LISTS[c.target])] == []


@every_record
def test_an_example_that_points_to_another_sheet_looks_like_the_key_shown_there(record: type[Record]) -> None:
    for column in columns_of(record):
        if column.base in {"ref", "refs;"}:
            key = columns_of(RECORDS[column.target])[0].example
            assert {_shape(part) for part in _parts(column.example)} == {_shape(key)}, column.heading


@every_record
def test_every_cell_may_be_blank_but_those_a_row_hangs_on(record: type[Record]) -> None:
    key = {c.attribute: _value(c) for c in columns_of(record) if c.attribute in record.needs}
    others = [c.attribute for c in columns_of(record) if c.attribute not in record.needs]
    row = record.model_validate(key | dict.fromkeys(others))
    assert {getattr(row, name) for name in others} == {None}
