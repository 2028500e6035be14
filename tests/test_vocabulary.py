"""The lists behind the drop-downs hold the agreed values, once each."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from mentor_xl import records
from mentor_xl.records import Record, columns_of
from mentor_xl.vocabulary import GROWING, LISTS

CONTRACT = Path(__file__).parent / "contract" / "lists.tsv"
"""List, whether a school may add to it, its values in order: fixed words, kept as they were agreed."""

with CONTRACT.open(encoding="utf-8", newline="") as _file:
    AGREED = {row["list"]: row for row in csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE)}

every_list = pytest.mark.parametrize("name", LISTS)


def test_the_lists_are_the_agreed_ones() -> None:
    assert sorted(LISTS) == sorted(AGREED)


@pytest.mark.parametrize("name", AGREED)
def test_a_list_holds_the_agreed_values_in_the_agreed_order(name: str) -> None:
    assert LISTS[name] == tuple(AGREED[name]["values"].split("; "))


def test_a_school_may_lengthen_just_the_lists_that_were_agreed() -> None:
    assert {name for name, row in AGREED.items() if row["grows"] == "yes"} == GROWING
    assert {"Role", "Relationship", "Barrier", "Approach", "AgencyKind"} == GROWING


@every_list
def test_a_value_stands_on_its_list_once_whatever_its_capitals(name: str) -> None:
    times = Counter(value.casefold() for value in LISTS[name])
    assert [value for value, count in times.items() if count > 1] == []


@every_list
def test_a_value_can_stand_in_a_cell_that_holds_several(name: str) -> None:
    assert [value for value in LISTS[name] if ";" in value or value != " ".join(value.split())] == []


@every_list
def test_no_value_could_be_taken_for_a_formula_or_a_number(name: str) -> None:
    assert [value for value in LISTS[name] if not value[0].isalpha()] == []


def test_every_list_has_a_column_that_offers_it() -> None:
    kinds = [record for record in vars(records).values() if isinstance(record, type)]
    offered = {
        column.target
        for record in kinds
        if issubclass(record, Record)
        for column in columns_of(record)
        if column.base in {"list", "list;"}
    }
    assert offered == set(LISTS)
