"""A grid read into a casebook, with a problem for every cell that could not be understood.

One bad cell gives one problem: a row that refers to a row which could not be kept is left out without
another word.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import Any

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.problems import Place, Problem, Waiting
from mentor_xl.records import CellError, Record, Settings, columns_of
from mentor_xl.vocabulary import GROWING, LISTS
from mentor_xl.workbook.cells import converter
from mentor_xl.workbook.grid import Grid, Row
from mentor_xl.workbook.keys import Keys
from mentor_xl.workbook.quick import plain_rows
from mentor_xl.workbook.rows import RowReading
from mentor_xl.workbook.said import plain_text
from mentor_xl.workbook.settings_sheet import read_settings
from mentor_xl.workbook.sheets import (
    OURS,
    FoundHeadings,
    KnownSheet,
    find_headings,
    fold,
    nearest_heading,
    nearest_sheet,
    sheet_by_name,
)
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


def read_casebook(grid: Grid, waiting: Waiting | None = None) -> Reading:
    """Read every known sheet of a workbook, hidden or not.

    ``waiting`` says for a column which documents and rules use it, so that a problem says
    what it holds up.
    """
    telling = Telling(waiting or {})
    found = _find_sheets(grid, telling)
    keys = Keys()
    for title in found.without_headings:
        keys.cannot_tell(title)
    for sheet in found.sheets.values():
        keys.collect(sheet, telling)
    sheets: dict[str, Any] = {
        name: tuple(_records(found.sheets[name], found.lists, keys, telling))
        for name in _after_what_they_refer_to()
        if name in found.sheets
    }
    layouts = {sheet.title: sheet.layout for sheet in found.sheets.values()}
    setting_rows: Mapping[str, int] = {}
    if found.settings:
        title, rows = found.settings
        settings, layouts["Settings"], setting_rows = read_settings(title, rows, found.lists, telling)
        sheets["settings"] = settings
    if not grid.shows_errors():
        telling.say("errors-not-shown", Place(next(iter(grid.sheet_names()), "")))
    casebook = Casebook(**sheets, layouts=layouts, setting_rows=setting_rows)
    return Reading(casebook, tuple(telling.problems), tuple(found.left_alone))


# -- sheets ----------------------------------------------------------------------------------


@dataclass
class _Found:
    """The sheets of a workbook, sorted into known and the school's own."""

    sheets: dict[str, KnownSheet] = field(default_factory=dict)
    settings: tuple[str, Sequence[Row]] | None = None
    without_headings: list[str] = field(default_factory=list)
    """Sheets that have a known name, and nothing on them was understood."""
    left_alone: list[str] = field(default_factory=list)
    lists: dict[str, tuple[str, ...]] = field(default_factory=lambda: dict(LISTS))


def _find_sheets(grid: Grid, telling: Telling) -> _Found:
    found = _Found()
    for title in grid.sheet_names():
        name = sheet_by_name().get(fold(title))
        if fold(title) == "lists":
            found.lists.update(_longer_lists(list(grid.rows(title))))
        elif name == "settings" and found.settings is None:
            found.settings = (title, list(grid.rows(title)))
        elif name and name != "settings" and name not in found.sheets:
            _take_sheet(found, name, title, list(grid.rows(title)), telling)
        elif fold(title) not in OURS:
            found.left_alone.append(title)
    for title in found.left_alone:
        _tell_left_alone(found, title, telling)
    return found


def _tell_left_alone(found: _Found, title: str, telling: Telling) -> None:
    """Ask whether a sheet that was left alone is one of ours, where that one is missing or empty."""
    name = sheet_by_name().get(fold(title))
    if name:
        telling.say("doubled-sheet", Place(title), {"meant": SHEETS[name].sheet_name})
        return
    meant = nearest_sheet(title)
    there = found.sheets.get(sheet_by_name()[fold(meant)]) if meant else None
    is_settings = meant == Settings.sheet_name and found.settings is not None
    if meant and not is_settings and (there is None or not there.rows):
        telling.say("misspelt-sheet", Place(title), {"meant": meant})


def _take_sheet(found: _Found, name: str, title: str, rows: list[Row], telling: Telling) -> None:
    if not rows:
        return
    record = SHEETS[name]
    headings = find_headings(title, record, rows)
    if headings is None:
        telling.say("no-headings", Place(title))
        found.without_headings.append(record.sheet_name)
        return
    below = [row for row in rows if row[0] > (headings.layout.heading_row or 0)]
    found.sheets[name] = KnownSheet(name, record, headings.layout, below)
    _tell_headings(record, headings, telling)


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


def _records(
    sheet: KnownSheet, lists: Mapping[str, Sequence[str]], keys: Keys, telling: Telling
) -> Iterator[Record]:
    """The records of a sheet; what cannot be kept is told, and remembered for those that refer to it."""
    if not sheet.has_what_rows_hang_on:
        return
    converters = [converter(column, lists) for column in sheet.columns]
    validate = sheet.record.__pydantic_validator__.validate_python
    for (number, cells), plain in zip(sheet.rows, plain_rows(sheet, converters, keys), strict=True):
        if plain == {} or sheet.is_total(cells):
            continue
        fields = plain if plain and not _may_be_named_by(sheet, plain) else None
        if fields is None:
            row = RowReading(sheet, number, cells, keys)
            if row.is_blank:
                continue
            fields = row.fields(converters)
            row.tell(fields, telling)
            if not row.is_kept:
                keys.refuse(sheet, row.key)
                continue
        if sheet.name == "cases":
            keys.pupil_of_case[fields["case_id"]] = fields["pupil_id"]
        yield validate(fields)


def _may_be_named_by(sheet: KnownSheet, fields: Mapping[str, Any]) -> bool:
    """Whether a pupil's ID might be a name: one that is all figures is none."""
    return sheet.name == "pupils" and not str(fields["pupil_id"]).isdigit()


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
