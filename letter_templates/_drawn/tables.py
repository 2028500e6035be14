"""What kinds of table does a page use: details, lists, a shaded box, cards?"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from letter_templates._drawn.styles import NAMESPACES, style_id, twips
from letter_templates._drawn.words import Place, each, line, run
from mentor_xl import look

_LABEL_WIDTH = 42.0


def table(place: Place, style: str, widths: Sequence[float], says: str) -> Table:
    """An empty table with columns of fixed width in millimetres; `says` tells what it holds, read aloud."""
    total = sum(widths)
    drawn: Table
    if isinstance(place, Document):
        drawn = place.add_table(0, len(widths))
    else:
        drawn = place.add_table(0, len(widths), Mm(total))
    drawn._tbl.replace(drawn._tbl.tblPr, parse_xml(
        f'<w:tblPr {NAMESPACES}><w:tblStyle w:val="{style_id(style)}"/>'
        f'<w:tblW w:w="{twips(total)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{says}"/></w:tblPr>'
    ))  # fmt: skip
    for column, width in zip(drawn._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(twips(width)))
    return drawn


def add_row(
    drawn: Table, *, is_heading: bool = False, height: float = 0, divides: bool = False
) -> _Row:
    """A row that no page break divides unless it may; a heading row is repeated. Height in millimetres."""
    row: _Row = drawn.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()
    if not divides:
        properties.append(OxmlElement("w:cantSplit"))
    if height:
        lowest = OxmlElement("w:trHeight")
        lowest.set(qn("w:val"), str(twips(height)))
        lowest.set(qn("w:hRule"), "atLeast")
        properties.append(lowest)
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))
    return row


@contextmanager
def rows(drawn: Table, tag: str) -> Iterator[None]:
    """The rows drawn inside stand under ``if …`` or ``for …``."""
    line(add_row(drawn).cells[0], "Tag", f"{{%tr {tag} %}}")
    yield
    line(add_row(drawn).cells[0], "Tag", f"{{%tr end{tag.split(maxsplit=1)[0]} %}}")


@dataclass(frozen=True, slots=True)
class Detail:
    """One row of a details table; with `when` it stands only if that value is there.

    With `each`, as in ``step in next_steps``, the value is a list: a bullet for each thing given.
    """

    label: str
    value: str
    when: str = ""
    each: str = ""


def details(place: Place, says: str, items: Sequence[Detail], *, stays_with_next: bool = False) -> None:
    """The quiet two-column table: label in slate, value in ink.

    One that stays with what follows is small: it is not divided either, as far as a page allows.
    """
    drawn = table(place, "Details table", (_LABEL_WIDTH, look.TEXT.width - _LABEL_WIDTH), says)
    for item in items:
        if item.when:
            with rows(drawn, f"if {item.when}"):
                _detail(drawn, item, stays_with_next)
        else:
            _detail(drawn, item, stays_with_next)


def _detail(drawn: Table, item: Detail, keep_next: bool) -> None:
    label, value = add_row(drawn).cells
    line(label, "Table label", item.label, keep_next=keep_next)
    if item.each:
        with each(value, item.each):
            line(value, "Table bullet", item.value, keep_next=keep_next)
    else:
        line(value, "Table text", item.value, keep_next=keep_next)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: its heading, its width in millimetres, what a row shows there."""

    heading: str
    width: float
    words: str
    steps: str = ""
    """The value that a five-step bar shows above the words; none: no bar."""


def list_of(place: Place, says: str, loop: str, columns: Sequence[Column], *, is_short: bool = False) -> None:
    """A table with a heading row and a row for each thing given; a short one is not divided."""
    drawn = table(place, "Details table", [column.width for column in columns], says)
    for cell, column in zip(add_row(drawn, is_heading=True).cells, columns, strict=True):
        line(cell, "List heading", column.heading)
    with rows(drawn, f"for {loop}"):
        for cell, column in zip(add_row(drawn).cells, columns, strict=True):
            if column.steps:
                step_bar(cell, column.steps, column.words)
            else:
                line(cell, "List text", column.words, keep_next=is_short)


def step_bar(place: Place, score: str, words: str) -> None:
    """Five steps from −2 to +2, the one reached filled, and the word under them: it reads without colour."""
    line(place, "Tag", f"{{%p if {score} is not none %}}")
    bar = line(place, "Step bar")
    for step in (-2, -1, 0, 1, 2):
        shown = f"\N{NO-BREAK SPACE}{f'{step:+d}'.replace('-', '−') if step else '0'}\N{NO-BREAK SPACE}"
        _either(bar, f"{score} == {step}", (shown, "Step reached"), (shown, "Step"))
        if step != 2:
            run(bar, " ", "Step gap")
    line(place, "Tag", "{%p endif %}")
    line(place, "List text", words)


def _either(paragraph: Paragraph, condition: str, then: tuple[str, str], otherwise: tuple[str, str]) -> None:
    """One of two stretches of words, as the condition says."""
    run(paragraph, f"{{%r if {condition} %}}")
    run(paragraph, *then)
    run(paragraph, "{%r else %}")
    run(paragraph, *otherwise)
    run(paragraph, "{%r endif %}")


def box(place: Place, heading: str, says: str) -> _Cell:
    """A shaded box with a heading, kept on one page; what it says is drawn into the cell that is given back.

    The heading has a row of its own: some word processors keep a table with what follows only if it has two.
    """
    drawn = table(place, "Ask box", (look.TEXT.width,), says)
    top, rest = (add_row(drawn).cells[0] for _ in range(2))
    for cell, open_edge in ((top, "bottom"), (rest, "top")):
        shade(cell)
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:tcMar {NAMESPACES}><w:{open_edge} w:w="0" w:type="dxa"/></w:tcMar>')
        )
    line(top, "Heading 2", heading, before=0, keep_next=True)
    return rest


def say(cell: _Cell, words: str, *, stays_with_next: bool = False) -> None:
    """A sentence in a box; a box that comes right before the close stays with it."""
    line(cell, "Box text", words, keep_next=stays_with_next)


def shade(cell: _Cell, colour: str = look.PAPER) -> None:
    """Give a cell its ground."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def figure_cards(place: Place) -> None:
    """The strip of four figures at the top of a report: ``cards[0]`` to ``cards[3]``."""
    drawn = table(place, "Cards", (look.TEXT.width / 4,) * 4, "Four figures")
    for at, cell in enumerate(add_row(drawn).cells):
        shade(cell)
        line(cell, "Card number", f"{{{{ cards[{at}].number }}}}")
        line(cell, "Card label", f"{{{{ cards[{at}].label }}}}")


def stand_at_the_foot(cell: _Cell) -> None:
    """Let what a cell says stand on its lower line."""
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:vAlign {NAMESPACES} w:val="bottom"/>'))
