"""Sheets that are read ahead are the sheets that are asked for."""

from typing import Any, cast

import pytest

from mentor_xl.workbook.ahead import SheetsAhead


class Book:
    """A book whose sheets are their names."""

    sheet_names = ("Pupils", "Cases", "Sessions", "Reviews", "Staff", "Damaged")

    def __init__(self, asked: list[str]) -> None:
        self.asked = asked

    def get_sheet_by_name(self, name: str) -> str:
        self.asked.append(name)
        if name == "Damaged":
            raise ValueError(name)
        return name


def sheets_ahead() -> tuple[SheetsAhead, list[str]]:
    asked: list[str] = []
    return SheetsAhead(cast("Any", Book(asked))), asked


def test_sheets_that_were_announced_come_whatever_their_order() -> None:
    sheets, asked = sheets_ahead()
    sheets.announce(["Pupils", "Cases", "Sessions", "Reviews"])
    assert [sheets.sheet(name) for name in ("Cases", "Pupils", "Reviews", "Sessions")] == [
        "Cases", "Pupils", "Reviews", "Sessions",
    ]  # fmt: skip
    assert sorted(asked) == ["Cases", "Pupils", "Reviews", "Sessions"]


def test_a_sheet_that_was_not_announced_comes_too_and_as_often_as_it_is_asked_for() -> None:
    sheets, asked = sheets_ahead()
    assert (sheets.sheet("Staff"), asked) == ("Staff", ["Staff"])
    sheets.announce(["Pupils"])
    assert [sheets.sheet(name) for name in ("Staff", "Pupils", "Pupils")] == ["Staff", "Pupils", "Pupils"]


def test_only_a_few_sheets_wait_to_be_asked_for() -> None:
    sheets, asked = sheets_ahead()
    sheets.announce(["Pupils", "Cases", "Sessions", "Reviews", "Staff"])
    sheets.sheet("Pupils")
    assert "Staff" not in asked


def test_a_fault_comes_when_its_own_sheet_is_asked_for_and_stops_no_other() -> None:
    sheets, _ = sheets_ahead()
    sheets.announce(["Damaged", "Pupils"])
    assert sheets.sheet("Pupils") == "Pupils"
    with pytest.raises(ValueError, match="Damaged"):
        sheets.sheet("Damaged")
