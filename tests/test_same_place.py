"""May two addresses be one place, however they were typed?"""

import pytest

from mentor_xl.same_place import may_be_one_place

ONE_PLACE = (
    ("12 Fern Lane Exeford EX4 3AB", "12 Fern Ln, Exeford EX43AB"),
    ("Flat 2, 12 Fern Lane EX4 3AB", "12 Fern Lane Flat 2 EX4 3AB"),
    ("Flat 2, 12 Fern Lane EX4 3AB", "12 Fern Lane EX4 3AB"),
    ("Rose Cottage, Fern Lane EX4 3AB", "12 Fern Lane EX4 3AB"),
    ("12 Fern Lane EX4 3AB", "EX4 3AB"),
    ("12 Fern Lane EX4 3AB", "12 Fern Lane EX4 3BA"),
    ("12 Fern Lane, Exeford", "12 Fern Ln"),
    ("12 Fern Lane EX4 3AB", "12, Fern Street"),
)
TWO_PLACES = (
    ("12 Fern Lane EX4 3AB", "14 Fern Lane EX4 3AB"),
    ("12 Fern Lane EX4 3AB", "12a Fern Lane EX4 3AB"),
    ("Flat 2, 12 Fern Lane EX4 3AB", "Flat 3, 12 Fern Lane EX4 3AB"),
    ("12 Fern Lane EX4 3AB", "12 Fern Lane PL1 1AA"),
    ("12 Fern Lane EX4 3AB", "12 Dock Lane"),
    ("12 Fern Lane", "14 Fern Lane"),
    ("12 Fern Lane EX4 3AB", "12 Dock Lane EX4 9ZZ"),
    ("Rose Cottage, Fern Lane", "12 Fern Lane"),
    ("", "12 Fern Lane EX4 3AB"),
)


@pytest.mark.parametrize(("one", "other"), ONE_PLACE)
def test_they_may_whichever_comes_first(one: str, other: str) -> None:
    assert may_be_one_place(one, other)
    assert may_be_one_place(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_PLACES)
def test_they_may_not_whichever_comes_first(one: str, other: str) -> None:
    assert not may_be_one_place(one, other)
    assert not may_be_one_place(other, one)
