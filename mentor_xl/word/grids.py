"""Has each table of a letter as many columns as its grid says? Then docxtpl would leave its grids alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STEP = re.compile(
    rb"<(?:(?P<table>w:tbl(?: [^>]*)?>)|(?P<row>w:tr(?: [^>]*[^/>])?>)|(?P<cell>w:tc(?: [^>]*)?/?>)"
    rb"|(?P<column>w:gridCol\b)|w:gridSpan [^>]*?w:val=\"(?P<span>[^\"]*)\""
    rb"|(?P<row_ends>/w:tr>)|(?P<table_ends>/w:tbl>))"
)


@dataclass
class _Table:
    columns: int = 0
    most_cells: int = 0
    widest_row: int = 0

    def take(self, row: _Row) -> None:
        self.most_cells = max(self.most_cells, row.cells)
        self.widest_row = max(self.widest_row, row.width)

    @property
    def is_right(self) -> bool:
        """A table without a grid has nothing to mend."""
        return self.columns == 0 or self.most_cells <= self.columns <= self.widest_row


@dataclass
class _Row:
    cells: int = 0
    width: int = 0


def grids_are_right(xml: bytes) -> bool:
    """Whether no table has a row of more cells than its grid, or a grid wider than its widest row.

    Says no wherever it cannot tell. As for docxtpl, the rows of a table inside a cell count for the table
    around it too.
    """
    try:
        return all(table.is_right for table in _tables(xml))
    except (IndexError, ValueError):  # rows without a table, spans that are no numbers
        return False


def _tables(xml: bytes) -> Iterator[_Table]:
    tables: list[_Table] = []
    rows: list[_Row] = []
    for step in _STEP.finditer(xml):
        match step.lastgroup:
            case "table":
                tables.append(_Table())
            case "row":
                rows.append(_Row())
            case "cell":
                rows[-1].cells += 1
                rows[-1].width += 1
            case "column":
                tables[-1].columns += 1
            case "span":
                rows[-1].width += int(step["span"]) - 1
            case "row_ends":
                row = rows.pop()
                for table in tables:
                    table.take(row)
            case _:
                yield tables.pop()
