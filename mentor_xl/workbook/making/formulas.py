"""Formulas about the workbook's own sheets, put together from the names of sheets and columns."""

from __future__ import annotations

from mentor_xl.casebook import SHEETS
from mentor_xl.records import columns_of
from mentor_xl.workbook.as_text import quoted_title
from mentor_xl.workbook.making.table_sheet import letter
from mentor_xl.workbook.our_sheets import OUR_TITLES


def column_at(title: str, heading: str) -> str:
    """The letters of a column of a sheet, as a new workbook has it."""
    return letter(_headings(title).index(heading))


def _headings(title: str) -> list[str]:
    if title in OUR_TITLES:
        return [column.heading for column in OUR_TITLES[title]]
    record = next(record for record in SHEETS.values() if record.sheet_name == title)
    return [column.heading for column in columns_of(record)]


def whole(title: str, heading: str) -> str:
    """A whole column of a sheet."""
    at = column_at(title, heading)
    return f"{quoted_title(title)}!${at}:${at}"


def nth(title: str, heading: str, number: str | int) -> str:
    """The nth value of a column; ``number`` is a number or the cell that holds it."""
    at = column_at(title, heading)
    return f"INDEX({quoted_title(title)}!${at}$2:${at}$500,{number})"


def text(words: str) -> str:
    """Words as a formula writes them."""
    return f'"{words}"'


def count(*pairs: str) -> str:
    """COUNTIFS of columns and what each has to be: plain enough for Excel 2016 and LibreOffice."""
    return f"COUNTIFS({','.join(pairs)})"


def count_words(title: str, heading: str, *words: str) -> str:
    """How often a column says one of these words."""
    return "+".join(count(whole(title, heading), text(word)) for word in words)
