"""Whatever the values are, will the letter be well-formed, and will its tables keep their columns?

docxtpl asks after each letter, with a parser that mends and so drops text in silence. We ask once: at every
`else` and `end…` the same elements must be open as at the beginning of its `if` or `for`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import Environment

_OPENS_A_BLOCK = frozenset({"for", "if", "macro", "call", "filter", "with", "block"})
_BETWEEN = frozenset({"else", "elif"})

# A statement stands as \x02name\x03 between the elements; inside an attribute it is part of its element.
_STEP = re.compile(r"\x02(\w*):(\d+)\x03|<(/?)([A-Za-z_][\w:.-]*)((?:[^<>\"]|\"[^\"]*\")*?)(/?)>")
_SPAN = re.compile(r'w:val="(\d+)"')


class Unbalanced(Exception):
    """A block whose branches begin and end at different places; `line` is the statement's line."""

    def __init__(self, line: int, statement: str) -> None:
        super().__init__(statement)
        self.line = line
        self.statement = statement


@dataclass(frozen=True)
class _Element:
    name: str
    attributes: str
    opens: bool
    closes: bool


@dataclass(frozen=True)
class _Statement:
    keyword: str
    line: int


def _steps(environment: Environment, source: str) -> Iterator[_Element | _Statement]:
    """The elements and Jinja's statements in order, without text and expressions."""
    for found in _STEP.finditer(_without_expressions(environment, source)):
        keyword, line, slash, name, attributes, alone = found.groups()
        if name is None:
            yield _Statement(keyword, int(line))
        else:
            yield _Element(name, attributes, opens=not slash, closes=bool(slash or alone))


def _without_expressions(environment: Environment, source: str) -> str:
    pieces: list[str] = []
    tokens: list[str] | None = None
    begun = 0
    for line, kind, value in environment.lex(source):
        if kind == "data":
            pieces.append(value)
        elif kind == "block_begin":
            tokens, begun = [], line
        elif kind == "block_end":
            pieces.append(f"\x02{_keyword(tokens or [])}:{begun}\x03")
            tokens = None
        elif tokens is not None and kind != "whitespace":
            tokens.append(value)
    return "".join(pieces)


def _keyword(tokens: list[str]) -> str:
    """`set` opens a block only where no value is given."""
    if tokens[:1] == ["set"]:
        return "line" if "=" in tokens else "with"
    return tokens[0] if tokens else ""


def check_balance(environment: Environment, source: str) -> None:
    """Raises Unbalanced where some values would leave an element open, or close it twice."""
    opened: list[str] = []
    blocks: list[tuple[int, str, tuple[str, ...]]] = []
    for step in _steps(environment, source):
        if isinstance(step, _Element):
            _follow(opened, step, blocks[-1][:2] if blocks else (1, "document"))
        elif step.keyword in _OPENS_A_BLOCK:
            blocks.append((step.line, step.keyword, tuple(opened)))
        elif blocks and (step.keyword in _BETWEEN or step.keyword.startswith("end")):
            line, keyword, at_first = blocks[-1]
            if tuple(opened) != at_first:
                raise Unbalanced(line, keyword)
            if step.keyword not in _BETWEEN:
                blocks.pop()
    if opened:
        raise Unbalanced(1, "document")


def _follow(opened: list[str], element: _Element, block: tuple[int, str]) -> None:
    if element.opens:
        opened.append(element.name)
    if element.closes and (not opened or opened.pop() != element.name):
        raise Unbalanced(*block)


@dataclass
class _Table:
    """What is known of one table: its grid, and how wide each row is."""

    depth: int
    columns: int = 0
    has_a_full_row: bool = False
    row_depth: int | None = None
    cell_depth: int | None = None
    row_cells: int = 0
    row_width: int = field(default=0)


def grids_may_change(environment: Environment, source: str) -> bool:
    """Whether some values could give a table more or fewer columns than its grid has.

    Says yes wherever it cannot tell: nested tables, statements between cells, spans that are computed.
    """
    depth = 0
    table: _Table | None = None
    for step in _steps(environment, source):
        if isinstance(step, _Statement):
            if table and table.row_depth is not None and table.cell_depth is None:
                return True
            depth += (step.keyword in _OPENS_A_BLOCK) - step.keyword.startswith("end")
        elif step.name == "w:tbl":
            if step.opens == (table is not None) or (table and not table.has_a_full_row):
                return True
            table = _Table(depth) if step.opens else None
        elif table and not _is_steady(table, step, depth):
            return True
    return table is not None


def _is_steady(table: _Table, element: _Element, depth: int) -> bool:
    """Takes one more element of the table into account; False where its columns could change."""
    match element.name:
        case "w:gridCol":
            table.columns += element.opens
        case "w:tr" if element.opens and not element.closes:
            table.row_depth, table.row_cells, table.row_width = depth, 0, 0
        case "w:tr":
            table.has_a_full_row |= depth == table.depth and table.row_width >= table.columns
            same, table.row_depth = table.row_depth == depth, None
            return same and table.row_cells <= table.columns
        case "w:tc" if element.opens and not element.closes:
            table.cell_depth = depth
            table.row_cells += 1
            table.row_width += 1
        case "w:tc":
            same, table.cell_depth = table.cell_depth == depth, None
            return same
        case "w:gridSpan" if table.cell_depth is not None:
            span = _SPAN.search(element.attributes)
            table.row_width += int(span[1]) - 1 if span else 0
            return span is not None
    return True
