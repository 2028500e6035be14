"""Which sheet and which column is which, however a school writes the names."""

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from mentor_xl.casebook import SHEETS, SheetLayout
from mentor_xl.problems import Place
from mentor_xl.records import Cell, Column, Record, columns_of
from mentor_xl.workbook.grid import Row
from mentor_xl.workbook.said import plain_text
from mentor_xl.workbook.tables import Table

HEADING_ROWS = 20
"""Rows from the top in which a heading row is looked for."""

OURS = frozenset(
    {
        "start", "dashboard", "due", "problems", "letterslog", "lists", "answers",
        "mentorxl", "duementorxl", "problemsmentorxl", "letterslogmentorxl", "answersmentorxl",
    }
)  # fmt: skip
"""Sheets that Mentor XL fills: never read as records."""

_TOTAL = re.compile(r"((grand|overall|sub)[ -]?)?totals?\b|.*\btotals?\W*$", re.IGNORECASE | re.DOTALL)
_FIGURE = re.compile(r"(averages?|avg|mean|count|sum|number of|no\.? of)\b", re.IGNORECASE)
"""How a line of totals below a table begins; the second kind only where a figure stands beside it."""


def fold(name: str) -> str:
    """A name without case, spaces and punctuation: ``D.O.B.`` and ``DOB`` are one."""
    return re.sub(r"[\W_]+", "", name.casefold())


@cache
def sheet_by_name() -> Mapping[str, str]:
    """Folded sheet name to the casebook's field."""
    return {fold(record.sheet_name): name for name, record in SHEETS.items()}


def nearest_sheet(name: str) -> str | None:
    """The known sheet that an unknown name is nearly, if any."""
    titles = {fold(record.sheet_name): record.sheet_name for record in SHEETS.values()}
    near = difflib.get_close_matches(fold(name), list(titles), n=1, cutoff=0.8)
    return titles[near[0]] if near else None


@cache
def _headings(record: type[Record]) -> Mapping[str, Column]:
    """Folded headings to their column."""
    return {fold(column.heading): column for column in columns_of(record)}


@cache
def _aliases(record: type[Record]) -> Mapping[str, Column]:
    """Folded aliases to their column; what is another column's heading is no alias."""
    headings = _headings(record)
    known = {fold(alias): column for column in columns_of(record) for alias in column.aliases}
    return {alias: column for alias, column in known.items() if alias not in headings}


_REMARK = re.compile(
    r"\s*[(\[]([\s/%£.,*–-]|\d|[dmy]+|n|yes|no|or|school|working|days?|weeks?|min(ute)?s?|hours?|optional"
    r"|required|several|dates?|numbers?|text)+[)\]]$",
    re.IGNORECASE,
)


def without_remark(name: str) -> str:
    """A name without what it says in brackets on how to fill it: ``D.O.B. (dd/mm/yyyy)``."""
    return _REMARK.sub("", name)


def _as_typed(cell: Cell) -> str:
    """A heading as it is shown: in one line, without stray spaces."""
    return "" if cell is None else " ".join(plain_text(cell).split())


@dataclass(frozen=True)
class KnownSheet:
    """A sheet that was understood: its record class, how it is laid out, what stands below its headings."""

    name: str
    """The casebook's field."""
    record: type[Record]
    layout: SheetLayout
    table: Table

    @property
    def title(self) -> str:
        """The sheet's name in the contract."""
        return self.record.sheet_name

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that stand there for people to type in, in the record's order."""
        found = self.layout.columns
        return tuple(c for c in columns_of(self.record) if c.attribute in found and not c.is_filled_by_us)

    @cached_property
    def key(self) -> Column | None:
        """The column that holds each row's own ID, if the sheet has one and it is there."""
        return next((column for column in self.columns if column.kind == "key"), None)

    @property
    def has_what_rows_hang_on(self) -> bool:
        """Whether the columns without which no row can be kept are there."""
        return set(self.record.needs) <= self.layout.columns.keys()

    def index(self, column: Column) -> int:
        """Where a column stands, counted from 0."""
        return self.layout.columns[column.attribute][0]

    def place(self, column: Column, row: int) -> Place:
        """A cell of this sheet."""
        index, heading = self.layout.columns.get(column.attribute, (None, column.heading))
        return Place(self.layout.sheet, row, index, heading)

    def without_totals(self) -> "KnownSheet":
        """The sheet without its lines of totals."""
        first = self.table.first_filled()
        if not _may_hold_a_total([cell for cell in first if type(cell) is str]):
            return self
        totals = {at for at in range(len(self.table)) if self.is_total(self.table.row(at))}
        return replace(self, table=self.table.without(totals))

    def is_total(self, cells: Sequence[Cell]) -> bool:
        """Whether a row is a line of totals: it begins so, and whatever else it must have is figures."""
        at, first = 0, cells[0] if cells else None
        if first is None:
            at, first = next(((at, cell) for at, cell in enumerate(cells) if cell is not None), (0, None))
        if not isinstance(first, str) or not _may_begin_a_total(first):
            return False
        text, has_more = plain_text(first), any(cell is not None for cell in cells[at + 1 :])
        if not (_TOTAL.match(text) or (has_more and _FIGURE.match(text))):
            return False
        must = [self.index(column) for column in self.columns if column.must]
        if len(must) == 1:  # A group may be called Total Football: what else stands there has to tell.
            return has_more and all(map(_is_figure, cells[at + 1 :]))
        return all(_is_figure(cells[index]) for index in must if at < index < len(cells))


def _may_begin_a_total(first: str) -> bool:
    """Whether a closer look is worth its while: asked of every row."""
    folded = plain_text(first).casefold()
    return "total" in folded or folded.startswith(_FIGURES)


_FIGURES = ("average", "avg", "mean", "count", "sum", "no", "number")
_BEGINS_A_FIGURE = re.compile(rf"^[^\S\n]*(?:{'|'.join(_FIGURES)})", re.MULTILINE)


def _may_hold_a_total(firsts: Sequence[str]) -> bool:
    """``_may_begin_a_total`` for any of a whole column: in one text they are looked through soonest."""
    together = "\n".join(firsts)
    if not together.isascii():
        return any(map(_may_begin_a_total, firsts))
    folded = together.lower()
    return "total" in folded or bool(_BEGINS_A_FIGURE.search(folded))


def _is_figure(cell: Cell) -> bool:
    """Whether a cell of a line of totals may stand under any heading: no word and no date."""
    if isinstance(cell, str):
        return bool(_TOTAL.match(cell) or _FIGURE.match(cell)) or not any(map(str.isalpha, cell))
    return not isinstance(cell, dt.date)


@dataclass(frozen=True, slots=True)
class FoundHeadings:
    """The heading row of a sheet and what was understood in it."""

    layout: SheetLayout
    doubled: tuple[tuple[Column, int, str], ...] = ()
    """Columns that stand there twice: the column, where the second one is, its heading as typed."""


def find_headings(sheet: str, record: type[Record], rows: Iterable[Row]) -> FoundHeadings | None:
    """The row among the first twenty in which most headings are known; ``None`` where there is none."""
    best: FoundHeadings | None = None
    best_count = 1
    for number, cells in rows:
        if number > HEADING_ROWS:
            break
        found = _understood(sheet, record, (number, cells))
        if len(found.layout.columns) > best_count:
            best, best_count = found, len(found.layout.columns)
    return best


def _understood(sheet: str, record: type[Record], row: Row) -> FoundHeadings:
    """What a row would say as the heading row: a heading counts before an alias, wherever it stands."""
    number, cells = row
    typed = {index: heading for index, cell in enumerate(cells) if (heading := _as_typed(cell))}
    columns: dict[str, tuple[int, str]] = {}
    doubled: dict[int, tuple[Column, int, str]] = {}
    for names in (_headings(record), _aliases(record)):
        for index, heading in typed.items():
            column = names.get(fold(heading))
            if column is None:
                continue
            if columns.setdefault(column.attribute, (index, heading))[0] != index:
                doubled[index] = (column, index, heading)
    # A second column of one meaning is the school's own: what it says must not go unheard.
    own = typed.keys() - {index for index, _ in columns.values()}
    own -= _take_without_remarks(record, {index: typed[index] for index in sorted(own)}, columns)
    mine: dict[str, int] = {}
    for index in sorted(own):
        mine.setdefault(typed[index], index)
    layout = SheetLayout(sheet, number, columns, mine)
    return FoundHeadings(layout, tuple(doubled[index] for index in sorted(doubled)))


def _take_without_remarks(
    record: type[Record], unknown: Mapping[int, str], columns: dict[str, tuple[int, str]]
) -> set[int]:
    """Add columns that are known but for a remark in brackets, where none is there yet; where they stand."""
    taken = set()
    for index, heading in unknown.items():
        name = without_remark(heading)
        column = _headings(record).get(fold(name)) or _aliases(record).get(fold(name))
        if column is not None and column.attribute not in columns:
            columns[column.attribute] = (index, name)
            taken.add(index)
    return taken


def nearest_heading(column: Column, layout: SheetLayout) -> str:
    """`` Is it “…”?`` for the school's own heading that is nearly this column, or nothing."""
    names = {fold(heading): heading for heading in layout.own}
    wanted = [fold(column.heading), *map(fold, column.aliases)]
    for name in wanted:
        near = difflib.get_close_matches(name, list(names), n=1, cutoff=0.8)
        if near:
            return f" Is it the column “{names[near[0]][:30]}”?"
    return ""
