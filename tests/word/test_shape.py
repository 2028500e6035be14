"""What is known of a letter before it has values: it will be well-formed, its tables keep their grids."""

from __future__ import annotations

import pytest

from mentor_xl.word.environment import LetterEnvironment
from mentor_xl.word.shape import Unbalanced, check_balance, grids_may_change

GRID = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
CELL = "<w:tc><w:p/></w:tc>"
ROW = f"<w:tr>{CELL}{CELL}</w:tr>"


@pytest.mark.parametrize(
    "source",
    [
        "<a>{% if x %}<b/>{% elif y %}<b></b>{% else %}{{ z }}{% endif %}</a>",
        "<a>{% for x in y %}</a><a>{% endfor %}</a>",
        "<a>{% set x %}<b/>{% endset %}{% set y = 1 %}</a>",
        '<a b="{% if x %}1{% else %}2{% endif %}" c="{{ d }}"/>',
        "<a>{% raw %}{% if %}{% endraw %}{# {% if %} #}</a>",
        "<a>{% macro m() %}<b></b>{% endmacro %}{{ m() }}{% with q = 1 %}{% endwith %}</a>",
        '<a b="x > y"></a>',
    ],
)
def test_a_block_may_hold_whatever_leaves_the_same_elements_open(source: str) -> None:
    check_balance(LetterEnvironment(), source)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("<a>\n{% if x %}<b>{% endif %}</b></a>", 2),
        ("<a><b>\n\n{% for x in y %}</b>{% endfor %}</a>", 3),
        ("<a>{% if x %}<b></b>\n{% else %}</a>{% endif %}", 1),
        ("<a>", 1),
        ("<a></b></a>", 1),
    ],
)
def test_a_block_that_could_leave_an_element_open_is_found(source: str, line: int) -> None:
    with pytest.raises(Unbalanced) as raised:
        check_balance(LetterEnvironment(), source)
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("table", "may_change"),
    [
        (f"{GRID}{ROW}", False),
        (f"{GRID}{ROW}{{% for x in y %}}{ROW}{{% endfor %}}", False),
        (f'{GRID}<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr>', False),
        (f"{GRID}{{% for x in y %}}{ROW}{{% endfor %}}", True),
        (f"{GRID}<w:tr>{CELL}</w:tr>", True),
        (f"{GRID}<w:tr>{CELL}{CELL}{CELL}</w:tr>", True),
        (f"{GRID}<w:tr>{{% for x in y %}}{CELL}{{% endfor %}}</w:tr>", True),
        (f"{GRID}<w:tr>{CELL}<w:tc><w:tbl>{GRID}{ROW}</w:tbl></w:tc></w:tr>", True),
        (f'{GRID}{ROW}<w:tr><w:tc><w:gridSpan w:val="{{{{ n }}}}"/></w:tc></w:tr>', True),
    ],
)
def test_a_grid_is_left_alone_only_where_no_value_can_change_it(table: str, may_change: bool) -> None:
    whole = f"<w:tbl>{table}</w:tbl>"
    assert grids_may_change(LetterEnvironment(), f"<w:body>{whole}</w:body>") is may_change
    assert (
        grids_may_change(LetterEnvironment(), f"<w:body>{{% if z %}}{whole}{{% endif %}}</w:body>")
        is may_change
    )
