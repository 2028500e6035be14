"""Ten thousand counts in every unit, next to what a spreadsheet's own functions make of them.

One workbook of formulas (WORKDAY.INTL, NETWORKDAYS.INTL, EDATE, MATCH) is worked out by LibreOffice once,
without a window. The spreadsheet knows the closed days and where half terms begin and end, nothing else.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import openpyxl
import pytest
from deadlines.a_school import casebook_of
from deadlines.the_cases import TWO_YEARS
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from mentor_xl.deadlines.counting import count
from mentor_xl.deadlines.rule import DeadlineRule
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import Nation, Unit

D, DAY = dt.date, dt.timedelta(days=1)
NATION: Nation = "England"
YEAR = SchoolCalendar.from_periods(casebook_of("", TWO_YEARS).calendar, NATION)
FIRST, LAST = D(2026, 9, 3), D(2028, 8, 31)
MOST = {
    "calendar days": 400, "weeks": 60, "months": 30, "working days": 150, "school days": 150,
    "school weeks": 40, "half terms": 6, "terms": 3,
}  # fmt: skip
CASES_PER_WAY = 1_000
CLOSED, OFF, HALF_TERMS, TERMS, WEEKS = "closed", "off", "half_terms", "terms", "weeks"


class Asked(NamedTuple):
    """One count: a formula for the spreadsheet, and what we make of it."""

    unit: str
    formula: str
    ours: dt.date | int | None


def rule(unit: Unit, amount: int, *, is_hard: bool, is_notice: bool) -> DeadlineRule:
    return DeadlineRule(
        slug="a-rule",
        reference="A-RULE",
        name="A rule",
        amount=amount,
        unit=unit,
        direction="before" if is_notice else "after",
        strength="hard" if is_hard else "soft",
        source="for a test",
        uses=(),
        find=lambda rule, diary: iter(()),  # noqa: ARG005
    )


def date(day: dt.date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


def in_the_year(formula: str) -> str:
    """Nothing where the answer lies past the calendar's edges."""
    first, last = date(YEAR.school_days[0]), date(YEAR.school_days[-1])
    return f'IFERROR(IF(AND({formula}>={first},{formula}<={last}),{formula},""),"")'


def formula_of(unit: str, n: int, day: dt.date, *, is_hard: bool) -> str:
    """How a spreadsheet counts it; n is below nothing for notice."""
    d = date(day)
    if unit in {"calendar days", "weeks"}:
        return f"{d}+{n * (7 if unit == 'weeks' else 1)}"
    if unit == "months":
        on = f"EDATE({d},{n})"
        return f"{on}-IF(DAY({on})=DAY({d}),1,0)" if is_hard and n > 0 else on
    if unit == "working days":
        return f"WORKDAY.INTL({d},{n},1,{OFF}!$A$1:$A$600)"
    if unit == "school days":
        return in_the_year(f"WORKDAY.INTL({d},{n},1,{CLOSED}!$A$1:$A$600)")
    if unit == "school weeks":
        so_far = f"LOOKUP({d},{WEEKS}!$A$1:$A$120,{WEEKS}!$C$1:$C$120)"
        week = f"INDEX({WEEKS}!$A$1:$A$120,MATCH({so_far}+{n},{WEEKS}!$C$1:$C$120,0))"
        return in_the_year(f"WORKDAY.INTL({week}+5,-1,1,{CLOSED}!$A$1:$A$600)")
    sheet = {"half terms": HALF_TERMS, "terms": TERMS}[unit]
    ends = f"INDEX({sheet}!$B$1:$B$12,MATCH({d},{sheet}!$A$1:$A$12,1)+{n})"
    return in_the_year(f"WORKDAY.INTL(IF({ends}>0,{ends})+1,-1,1,{CLOSED}!$A$1:$A$600)")


def counts(chance: Random) -> Iterator[Asked]:
    """A thousand of every unit, forwards and, where notice is given in it, backwards."""
    for unit, most in MOST.items():
        goes_back = unit not in {"school weeks", "half terms", "terms"}
        for _ in range(CASES_PER_WAY):
            day = FIRST + chance.randrange((LAST - FIRST).days + 1) * DAY
            amount, is_hard = chance.randint(1, most), chance.random() < 0.5
            is_notice = goes_back and chance.random() < 0.3
            ours = count(YEAR, rule(unit, amount, is_hard=is_hard, is_notice=is_notice), day)  # type: ignore[arg-type]
            yield Asked(unit, formula_of(unit, -amount if is_notice else amount, day, is_hard=is_hard), ours)
    for _ in range(2 * CASES_PER_WAY):
        first, last = sorted(FIRST + chance.randrange((LAST - FIRST).days + 1) * DAY for _ in range(2))
        formula = f"NETWORKDAYS.INTL({date(first)},{date(last)},1,{CLOSED}!$A$1:$A$600)"
        yield Asked("school days between", formula, YEAR.count_school_days(first, last))


def write_calendar(book: openpyxl.Workbook) -> None:
    """What the spreadsheet is told: closed weekdays, bank holidays, periods; it finds the weeks itself."""
    days = [FIRST + place * DAY for place in range((LAST - FIRST).days + 1)]
    weekdays = [day for day in days if day.weekday() < 5]
    fill(book.create_sheet(CLOSED), [(day,) for day in weekdays if not YEAR.is_school_day(day)])
    years = range(FIRST.year - 1, LAST.year + 3)
    off = [day for day in YEAR.working_days.bank_holidays if day.year in years]
    fill(book.create_sheet(OFF), [(day,) for day in off])
    fill(book.create_sheet(HALF_TERMS), [(one.first, one.last) for one in YEAR.half_terms])
    fill(book.create_sheet(TERMS), [(one.first, one.last) for one in YEAR.terms])
    monday = FIRST - FIRST.weekday() * DAY
    weeks = []
    for row in range(1, 121):
        is_known = f"AND(A{row}+4>={date(FIRST)},A{row}<={date(LAST)})"
        open_days = f"NETWORKDAYS.INTL(MAX(A{row},{date(FIRST)}),A{row}+4,1,{CLOSED}!$A$1:$A$600)"
        so_far = f"=C{row - 1}+IF(B{row}>0,1,0)" if row > 1 else f"=IF(B{row}>0,1,0)"
        weeks.append((monday + 7 * (row - 1) * DAY, f"=IF({is_known},{open_days},0)", so_far))
    fill(book.create_sheet(WEEKS), weeks)


def fill(sheet: Worksheet, rows: list[tuple[object, ...]]) -> None:
    for row in rows:
        sheet.append(row)


@pytest.mark.libreoffice
def test_ten_thousand_counts_are_those_of_a_spreadsheet(
    tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    asked = list(counts(Random(20261123)))  # noqa: S311  the same cases every time
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "counts"
    fill(sheet, [(f"={one.formula}",) for one in asked])
    write_calendar(book)
    path = tmp_path / "counts.xlsx"
    book.save(path)
    answers = CalamineWorkbook.from_path(soffice(path, "ods")).get_sheet_by_name("counts").to_python()
    assert len(asked) == len(answers) == 10_000
    wrong = [
        (one, theirs)
        for one, (answer, *_) in zip(asked, answers, strict=True)
        if (theirs := as_typed(answer, one.ours)) != one.ours
    ]
    assert wrong == []
    for unit in (*MOST, "school days between"):
        known = [one for one in asked if one.unit == unit and one.ours is not None]
        assert len(known) > CASES_PER_WAY / 10, unit


def as_typed(answer: object, ours: object) -> object:
    """A cell's number as the date or the number that it stands for; nothing for an empty text."""
    if isinstance(answer, dt.date):
        return answer
    if isinstance(answer, float | int):
        is_number = isinstance(ours, int)
        return int(answer) if is_number else D(1899, 12, 30) + int(answer) * DAY
    return answer or None
