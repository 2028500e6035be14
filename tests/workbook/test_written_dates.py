"""A date typed as text is read strictly, day first, and never guessed."""

import datetime as dt
import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mentor_xl.dates import MONTHS, WEEKDAYS
from mentor_xl.records import Cell, CellError
from mentor_xl.workbook.said import Said
from mentor_xl.workbook.written_dates import FIRST_YEAR, LAST_YEAR, read_date

DAYS = st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31))


def said_of(cell: Cell) -> Said:
    said = read_date(cell)
    assert isinstance(said, Said)
    return said


# -- texts that are dates ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("14/03/2013", "2013-03-14"),
        ("1/2/2026", "2026-02-01"),
        ("01/02/2026", "2026-02-01"),
        ("14-03-2013", "2013-03-14"),
        ("14.03.2013", "2013-03-14"),
        ("14 / 03 / 2013", "2013-03-14"),
        ("14–03–2013", "2013-03-14"),
        ("2026-02-01", "2026-02-01"),
        ("2026-02-13", "2026-02-13"),
        ("2026-02-01 00:00:00", "2026-02-01"),
        ("2026-02-01T00:00:00", "2026-02-01"),
        ("14/03/2013 00:00", "2013-03-14"),
        ("14/03/2013 09:30", "2013-03-14"),
        ("14 Mar 2013", "2013-03-14"),
        ("14 March 2013", "2013-03-14"),
        ("14 MARCH 2013", "2013-03-14"),
        ("14-Mar-2013", "2013-03-14"),
        ("14/Mar/2013", "2013-03-14"),
        ("14 Mar. 2013", "2013-03-14"),
        ("5 Sept 2026", "2026-09-05"),
        ("1st May 2026", "2026-05-01"),
        ("22nd May, 2026", "2026-05-22"),
        ("3rd  May   2026", "2026-05-03"),
        ("Monday 5th October 2026", "2026-10-05"),
        ("Mon, 5 Oct 2026", "2026-10-05"),
        ("thurs 5/11/2026", "2026-11-05"),
        ("Weds. 4 November 2026", "2026-11-04"),
        ("29/02/2024", "2024-02-29"),
        (" 14/03/2013 ", "2013-03-14"),
        ("\u200e14/03/2013\u200e", "2013-03-14"),
        ("14/03/２０１３", "2013-03-14"),
    ],
)
def test_a_date_in_a_form_that_people_type_is_read_and_noted(text: str, meant: str) -> None:
    said = said_of(text)
    assert (said.code, said.is_read, said.value) == ("text-date", True, dt.date.fromisoformat(meant))


FORMS = (
    "{day.day:02}/{day.month:02}/{day.year}",
    "{day.day}/{day.month}/{day.year}",
    "{day.day:02}-{day.month:02}-{day.year}",
    "{day.day}.{day.month}.{day.year}",
    "{day.year}-{day.month:02}-{day.day:02}",
    "{day.day} {month} {day.year}",
    "{day.day} {month:.3} {day.year}",
    "{weekday} {day.day} {month} {day.year}",
    "{weekday:.3} {day.day:02}/{day.month:02}/{day.year} 00:00:00",
)


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
@example(day=dt.date(2024, 2, 29))
@example(day=dt.date(2026, 2, 1))
def test_every_day_reads_back_as_itself(form: str, day: dt.date) -> None:
    text = form.format(day=day, month=MONTHS[day.month - 1], weekday=WEEKDAYS[day.weekday()])
    said = said_of(text)
    assert (said.value, said.code) == (day, "text-date")
    assert said.details["value"] == f"“{text}”"


# -- texts that are none -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("02/13/2026", "us-date", "“02/13/2026”"),
        ("2/29/2024", "us-date", "“2/29/2024”"),
        ("13/13/2026", "not-a-date", "“13/13/2026”"),
        ("31/06/2026", "not-a-date", "“31/06/2026”"),
        ("29/02/2025", "not-a-date", "“29/02/2025”"),
        ("31 June 2026", "not-a-date", "“31 June 2026”"),
        ("2026-13-01", "not-a-date", "“2026-13-01”"),
        ("00/01/2026", "not-a-date", "“00/01/2026”"),
        ("0/0/2026", "not-a-date", "“0/0/2026”"),
        ("1/2/69", "two-digit-year", "“1/2/69”"),
        ("14/03/13", "two-digit-year", "“14/03/13”"),
        ("14-Mar-13", "two-digit-year", "“14-Mar-13”"),
        ("14 March 13", "two-digit-year", "“14 March 13”"),
        ("Tuesday 5th October 2026", "wrong-weekday", "“Tuesday 5th October 2026”"),
        ("14/03/1013", "impossible-year", "14 March 1013"),
        ("14/03/0013", "impossible-year", "14 March 13"),
        ("14/03/3013", "impossible-year", "14 March 3013"),
        ("May", "not-a-date", "words"),
        ("Monday", "not-a-date", "words"),
        ("Feb 2026", "not-a-date", "words"),
        ("Spring", "not-a-date", "words"),
        ("Y9 10", "not-a-date", "words"),
        ("10", "not-a-date", "“10”"),
        ("1/2", "not-a-date", "“1/2”"),
        ("12-14", "not-a-date", "“12-14”"),
        ("46054", "not-a-date", "“46054”"),
        ("14032013", "not-a-date", "“14032013”"),
        ("14/03-2013", "not-a-date", "“14/03-2013”"),
        ("1,4/03/2013", "not-a-date", "“1,4/03/2013”"),
        ("2026/02/01", "not-a-date", "“2026/02/01”"),
        ("March 14 2013", "not-a-date", "words"),
        ("14/03/2013 or 15/03/2013", "not-a-date", "words"),
        ("about 14/03/2013", "not-a-date", "words"),
        ("Sunita 14/03/2013", "not-a-date", "words"),
        ("Monica 5 October 2026", "not-a-date", "words"),
        ("12 Kayleigh 13", "not-a-date", "words"),
        ("5 Rose 2026", "not-a-date", "words"),
        ("=TODAY()", "not-a-date", "words"),
        ("", "not-a-date", "“”"),
    ],
)
def test_what_is_no_date_stays_none_and_its_words_are_not_repeated(text: str, code: str, shown: str) -> None:
    said = said_of(text)
    assert (said.value, said.code, said.details["value"]) == (None, code, shown)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (1e308, "1e+308"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (-5, "−5"),
        (0, "0"),
        (10**10, "10000000000"),
    ],
)
def test_a_number_that_no_day_has_is_told_as_it_stands(number: float, shown: str) -> None:
    said = read_date(number)
    assert (said.value, said.code, said.details["value"]) == (None, "not-a-date", shown)


@given(DAYS)
def test_a_month_first_date_is_never_swapped(day: dt.date) -> None:
    assume(day.day > 12)
    said = said_of(f"{day.month:02}/{day.day:02}/{day.year}")
    assert (said.value, said.code) == (None, "us-date")


@given(DAYS)
def test_a_year_of_two_figures_is_never_completed(day: dt.date) -> None:
    for text in (f"{day:%d/%m/%y}", f"{day.day} {MONTHS[day.month - 1]} {day:%y}"):
        assert (said_of(text).value, said_of(text).code) == (None, "two-digit-year")


@given(DAYS, st.integers(1, 6))
def test_a_date_under_the_wrong_weekday_is_not_read(day: dt.date, later: int) -> None:
    weekday = WEEKDAYS[(day.weekday() + later) % 7]
    said = said_of(f"{weekday} {day.day} {MONTHS[day.month - 1]} {day.year}")
    assert (said.value, said.code) == (None, "wrong-weekday")
    assert said.details["weekday"] == WEEKDAYS[day.weekday()]


PIECES = st.sampled_from(
    [
        "1",
        "2",
        "14",
        "31",
        "03",
        "2013",
        "26",
        "/",
        "-",
        ".",
        " ",
        ",",
        ":",
        "May",
        "Oct",
        "Kay",
        "th",
        "Mon",
        "T",
    ]
)


@given(st.one_of(st.text(max_size=24), st.lists(PIECES, max_size=9).map("".join)))
@example("1,4/03/2013")
@example("14/03/2013 99")
@example("14/03/201313")
def test_nothing_but_a_whole_date_becomes_one(text: str) -> None:
    said = said_of(text)
    if said.value is None:
        return
    figures = [int(run) for run in re.findall(r"\d+", text.partition(":")[0])]
    names = re.findall(r"[^\W\d_]+", text)
    day: dt.date = said.value
    assert said.code == "text-date"
    assert figures[0] in (day.day, day.year)
    assert {day.day, day.year} <= set(figures)
    assert all(
        name in ("May", "Oct", "th", "Mon", "T") or name.casefold() in _CALENDAR_WORDS for name in names
    )


_CALENDAR_WORDS = {word[:n].casefold() for word in (*MONTHS, *WEEKDAYS) for n in (1, 2, 3, 4, 5, 9)}


# -- cells that are no text --------------------------------------------------------------------------


@given(DAYS, st.times())
def test_a_real_date_is_itself_whatever_the_time(day: dt.date, time: dt.time) -> None:
    assert read_date(day) == day
    assert read_date(dt.datetime.combine(day, time)) == day


@pytest.mark.parametrize(
    ("cell", "code", "shown"),
    [
        (41275, "number-date", "41275"),
        (41275.5, "number-date", "41275.5"),
        (20000, "number-date", "20000"),
        (80000, "number-date", "80000"),
        (19999, "not-a-date", "19999"),
        (80001, "not-a-date", "80001"),
        (2013, "not-a-date", "2013"),
        (20130314, "not-a-date", "20130314"),
        (-41275, "not-a-date", "−41275"),
        (0, "not-a-date", "0"),
        (True, "not-a-date", "words"),
        (dt.time(9, 30), "not-a-date", "“09:30”"),
        (dt.timedelta(hours=36), "not-a-date", "words"),
        (CellError("#N/A"), "not-a-date", "words"),
        (dt.date(1899, 12, 30), "impossible-year", "30 December 1899"),
        (dt.date(1900, 1, 5), "impossible-year", "5 January 1900"),
        (dt.datetime.fromisoformat("1899-12-31T15:30"), "impossible-year", "31 December 1899"),
        (dt.date(9999, 12, 31), "impossible-year", "31 December 9999"),
    ],
)
def test_a_cell_that_is_no_date_is_not_made_one(cell: Cell, code: str, shown: str) -> None:
    said = said_of(cell)
    assert (said.value, said.code, said.is_read, said.details["value"]) == (None, code, False, shown)


def test_a_number_says_which_day_it_would_be_in_excel() -> None:
    assert said_of(41275).details["meant"] == "1 January 2013"
    assert said_of(41275 - 1462).details["meant"] == "31 December 2008"
