"""How is a table of counts drawn, with a bar to each that reads without colour?"""

from docx.table import Table

from letter_templates._drawn.tables import add_row, rows, table
from letter_templates._drawn.words import Place, each, line, run, when

_LABEL, _COUNT, _BAR = 74.0, 38.0, 48.0


def count_tables(place: Place, tables: str) -> None:
    """One table after another: ``count_tables(page, "who")`` shows every table of the list ``who``."""
    with each(place, f"table in {tables}"):
        count_table(place, "table")


def count_table(place: Place, value: str) -> None:
    """A title, a line for each count with its bar, and a note."""
    line(place, "Heading 3", f"{{{{ {value}.title }}}}")
    with when(place, f"{value}.lines"):
        drawn = table(place, "Details table", (_LABEL, _COUNT, _BAR), "Counts, with a bar to each")
        with rows(drawn, f"for item in {value}.lines"):
            # All rows but the last stay with the next one, so that no table is left with a row alone.
            with rows(drawn, "if not loop.last"):
                _count(drawn, stays_with_next=True)
            with rows(drawn, "if loop.last"):
                _count(drawn, stays_with_next=False)
    with when(place, f"{value}.note"):
        line(place, "Reference", f"{{{{ {value}.note }}}}", before=2)


def _count(drawn: Table, *, stays_with_next: bool) -> None:
    label, count, bar = add_row(drawn).cells
    line(label, "List text", "{{ item.label }}", keep_next=stays_with_next)
    line(count, "List text", "**{{ item.count }}**", keep_next=stays_with_next)
    run(line(bar, "List text", keep_next=stays_with_next), "{{ item.bar }}", "Step reached")
