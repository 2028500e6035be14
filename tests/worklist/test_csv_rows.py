"""Do the lines open in Excel and elsewhere as they are meant, and start no formula?"""

import csv
import datetime as dt
import io
from dataclasses import replace

import pytest
from deadlines.a_school import PUPIL, casebook_of, dues_of, the_only

from mentor_xl.deadlines import Due
from mentor_xl.worklist.csv_rows import HEADINGS, as_csv

TODAY = dt.date(2026, 11, 23)
CASES = "\n# Cases\n| Case ID | Pupil ID | Status | Started on |\n| C1 | 000001 | Active | 2026-09-21 |\n"
TEXT = PUPIL + CASES
CASEBOOK = casebook_of(TEXT)
DUE = the_only(dues_of(TEXT, TODAY), "mentoring-review")


def _rows(*dues: Due) -> list[dict[str, str]]:
    text = as_csv(dues, CASEBOOK).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_date_is_one_line_under_its_headings() -> None:
    (row,) = _rows(DUE)
    assert list(row) == list(HEADINGS)
    assert (row["State"], row["Act by"], row["Legal last day"]) == ("overdue", "2026-11-13", "")
    assert (row["Pupil ID"], row["Rule"]) == ("000001", "mentoring-review")
    assert (row["Sheet"], row["Row"], row["Key"]) == ("Cases", "2", "C1")
    assert row["Why"] == "6 school weeks after Mon 21 Sep 2026, half term left out, is Fri 13 Nov 2026."


def test_lines_end_as_rfc_4180_has_it_and_excel_is_told_the_encoding() -> None:
    data = as_csv([DUE, replace(DUE, why="It’s Ünïcode")], CASEBOOK)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3
    assert data.count(b"\n") == 3
    assert "It’s Ünïcode".encode() in data


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_excel_would_calculate_begins_with_an_apostrophe(begin: str) -> None:
    (row,) = _rows(replace(DUE, ref=f"{begin}1+1", why=f"{begin}cmd"))
    assert row["Pupil ID"] == f"'{begin}1+1"
    assert row["Why"] == f"'{begin}cmd"


def test_commas_quotes_and_line_breaks_come_back_as_they_were() -> None:
    why = 'One, "two"\nand\r\nthree'
    (row,) = _rows(replace(DUE, why=why))
    assert row["Why"] == why


def test_no_dates_are_a_heading_line_alone() -> None:
    assert _rows() == []
    assert as_csv([], CASEBOOK).count(b"\r\n") == 1
