"""A grid read into a casebook, with a problem for every cell that could not be understood.

One bad cell gives one problem: a row that refers to a row which could not be kept is left out without
another word.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import Any

from mentor_xl.casebook import SHEETS, Casebook, SheetLayout
from mentor_xl.problems import Place, Problem, Waiting
from mentor_xl.records import CellError, Contact, Record, Settings, columns_of
from mentor_xl.standing import Refused, settled
from mentor_xl.vocabulary import GROWING, LISTS
from mentor_xl.workbook.cells import converter
from mentor_xl.workbook.grid import Grid, Row
from mentor_xl.workbook.keys import Keys
from mentor_xl.workbook.quick import plain_records
from mentor_xl.workbook.rows import RowReading
from mentor_xl.workbook.said import Converter, plain_text
from mentor_xl.workbook.settings_sheet import read_settings
from mentor_xl.workbook.sheets import (
    HEADING_ROWS,
    OURS,
    FoundHeadings,
    KnownSheet,
    find_headings,
    fold,
    nearest_heading,
    nearest_sheet,
    sheet_by_name,
)
from mentor_xl.workbook.tables import HasTables, Table, table_of
from mentor_xl.workbook.telling import Telling


@dataclass(frozen=True)
class Reading:
    """What a workbook says, what in it could not be read, and what was left alone."""

    casebook: Casebook
    problems: tuple[Problem, ...]
    left_alone: tuple[str, ...] = ()
    """Sheets that are the school's own."""

    @property
    def is_understood(self) -> bool:
        """Whether the Pupils sheet, without which a workbook says nothing, was understood."""
        return "Pupils" in self.casebook.layouts


def read_casebook(grid: Grid, waiting: Waiting | None = None, today: dt.date | None = None) -> Reading:
    """Read every known sheet of a workbook, hidden or not.

    ``waiting`` says for a column which documents and rules use it, so that a problem says
    what it holds up; ``today`` whether an answer on the Explanations sheet still holds.
    """
    telling = Telling(waiting or {})
    found = _Found(lists=_lists_of(grid))
    in_turn = _in_turn(grid)
    if isinstance(grid, HasTables):
        grid.read_ahead([title for _, title in in_turn])
    for name, title in in_turn:
        if name not in found.sheets:
            _read_sheet(found, name, title, table_of(grid, title), telling)
    left_alone = tuple(title for title in grid.sheet_names() if _is_left_alone(found, title))
    for title in left_alone:
        _tell_left_alone(found, title, telling)
    if not grid.shows_errors():
        telling.say("errors-not-shown", Place(next(iter(grid.sheet_names()), "")))
    casebook = Casebook(**found.sheets, layouts=found.layouts, setting_rows=found.setting_rows)
    casebook = settled(casebook, found.refused, today)
    return Reading(casebook, tuple(telling.problems), left_alone)


# -- sheets ----------------------------------------------------------------------------------


@dataclass
class _Found:
    """What was found so far. Of a sheet's cells nothing is kept but its records."""

    lists: Mapping[str, Sequence[str]]
    keys: Keys = field(default_factory=Keys)
    sheets: dict[str, Any] = field(default_factory=dict)
    """The casebook's field to its records."""
    layouts: dict[str, SheetLayout] = field(default_factory=dict)
    setting_rows: Mapping[str, int] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    """The titles that were taken for sheets of ours."""
    filled: set[str] = field(default_factory=set)
    """The casebook's fields whose sheet has rows."""
    refused: list[Refused] = field(default_factory=list)
    """The contacts whose row could not be kept: what they say may still keep letters back."""


def _in_turn(grid: Grid) -> list[tuple[str, str]]:
    """The casebook's fields and the titles that mean them: each after those that it refers to."""
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for title in grid.sheet_names():
        titles[sheet_by_name().get(fold(title), "")].append(title)
    return [(name, title) for name in (*_after_what_they_refer_to(), "settings") for title in titles[name]]


def _read_sheet(found: _Found, name: str, title: str, table: Table, telling: Telling) -> None:
    found.known.add(title)
    if name == "settings":
        settings, layout, found.setting_rows = read_settings(title, list(table.rows()), found.lists, telling)
        found.sheets[name], found.layouts[Settings.sheet_name] = settings, layout
        found.filled.add(name)
        return
    sheet = _understood(name, title, table, telling)
    if sheet is not None:
        found.keys.collect(sheet, telling)
        records = found.sheets[name] = tuple(_records(sheet, found, telling))
        if name == "cases":
            found.keys.pupil_of_case = {case.case_id: case.pupil_id for case in records}
        found.layouts[sheet.title] = sheet.layout
        found.filled.update({name} if sheet.table else ())
    elif table:
        found.keys.cannot_tell(SHEETS[name].sheet_name)


def _understood(name: str, title: str, table: Table, telling: Telling) -> KnownSheet | None:
    record = SHEETS[name]
    headings = find_headings(title, record, table.up_to(HEADING_ROWS))
    if headings is None:
        if table:
            telling.say("no-headings", Place(title))
        return None
    _tell_headings(record, headings, telling)
    below = table.below(headings.layout.heading_row or 0)
    return KnownSheet(name, record, headings.layout, below).without_totals()


def _is_left_alone(found: _Found, title: str) -> bool:
    return title not in found.known and fold(title) not in OURS


def _tell_left_alone(found: _Found, title: str, telling: Telling) -> None:
    """Ask whether a sheet that was left alone is one of ours, where that one is missing or empty."""
    name = sheet_by_name().get(fold(title))
    if name:
        telling.say("doubled-sheet", Place(title), {"meant": SHEETS[name].sheet_name})
        return
    meant = nearest_sheet(title)
    if meant and sheet_by_name()[fold(meant)] not in found.filled:
        telling.say("misspelt-sheet", Place(title), {"meant": meant})


def _tell_headings(record: type[Record], headings: FoundHeadings, telling: Telling) -> None:
    layout = headings.layout
    for column in columns_of(record):
        if column.must and column.attribute not in layout.columns:
            telling.say(
                "missing-column",
                Place(layout.sheet, layout.heading_row, None, column.heading),
                {"heading": column.heading, "hint": nearest_heading(column, layout)},
                blocks=telling.waits_for(record, column),
            )
    for column, index, typed in headings.doubled:
        place = Place(layout.sheet, layout.heading_row, index, typed)
        telling.say("doubled-column", place, {"heading": column.heading})


def _lists_of(grid: Grid) -> Mapping[str, Sequence[str]]:
    lists: dict[str, tuple[str, ...]] = dict(LISTS)
    for title in grid.sheet_names():
        if fold(title) == "lists":
            lists.update(_longer_lists(list(grid.rows(title))))
    return lists


def _longer_lists(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists to which a school added values of its own, at the end, on its Lists sheet."""
    growing = {fold(name): name for name in GROWING}
    for index, heading in enumerate(rows[0][1]) if rows else ():
        name = growing.get(fold(heading)) if isinstance(heading, str) else None
        if name:
            cells = (cells[index] for _, cells in rows[1:] if index < len(cells))
            typed = (plain_text(cell) for cell in cells if not (cell is None or isinstance(cell, CellError)))
            # The shipped value stays when a school writes it in other letters: rules know it by that.
            known = {value.casefold(): value for value in reversed((*LISTS[name], *filter(None, typed)))}
            yield name, tuple(reversed(known.values()))


# -- rows --------------------------------------------------------------------------------------


def _records(sheet: KnownSheet, found: _Found, telling: Telling) -> Iterator[Record]:
    """The records of a sheet; what cannot be kept is told, and remembered for those that refer to it."""
    if not sheet.has_what_rows_hang_on:
        return
    converters = [converter(column, found.lists) for column in sheet.columns]
    for record in plain_records(sheet, converters, found.keys):
        if isinstance(record, int):
            yield from _looked_at_twice(sheet, record, converters, found, telling)
        else:
            yield record


def _looked_at_twice(
    sheet: KnownSheet, at: int, converters: Sequence[Converter], found: _Found, telling: Telling
) -> Iterator[Record]:
    """The record of a row about which something may have to be said, if it can be kept."""
    row = RowReading(sheet, sheet.table.numbers[at], sheet.table.row(at), found.keys)
    if row.is_blank:
        return
    fields = row.fields(converters)
    row.tell(fields, telling)
    if row.is_kept:
        yield sheet.record.model_validate(fields)
        return
    found.keys.refuse(sheet, row.key)
    if sheet.record is Contact:
        contact = Contact.model_validate({**fields, "pupil_id": fields.get("pupil_id", "")})
        found.refused.append(Refused(contact, found.keys.meant("Pupils", row.typed("pupil_id"))))


def _after_what_they_refer_to() -> tuple[str, ...]:
    """The sheets, each after those it refers to, so that a refused row is known when it is looked for."""
    by_title = {record.sheet_name: name for name, record in SHEETS.items()}
    refers = {
        name: sorted(by_title[target] for target in _referred_to(record))
        for name, record in SHEETS.items()
        if name != "settings"
    }
    return tuple(TopologicalSorter(refers).static_order())


def _referred_to(record: type[Record]) -> set[str]:
    return {
        column.target
        for column in columns_of(record)
        if column.base in ("ref", "refs;") and column.target != record.sheet_name
    }
