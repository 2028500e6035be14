"""The buttons about dates: *Update review dates* and *Due now*."""

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import Due
from mentor_xl.live.dates_into_cells import Filled, fill_dates
from mentor_xl.live.front import STOPPED, Answer, Front
from mentor_xl.live.own_sheets import rebuild, to_cell
from mentor_xl.live.place_kept import place_kept
from mentor_xl.workbook.our_sheets import DUE_COLUMNS
from mentor_xl.worklist.grouping import count_by_state

DUE = "Due"


def update_dates(front: Front) -> Answer:
    """Count every date, write it into the grey columns, and list it all on *Due*."""
    dues = front.examined.dues
    if not front.may_write_here():
        return STOPPED
    filled, _ = show_dates(front)
    return Answer(f"Mentor XL: {in_figures(dues)}. The sheet {DUE} lists them.{_left_out(filled)}")


def due_now(front: Front) -> Answer:
    """The same, and then show *Due*: the most urgent stand first."""
    dues = front.examined.dues
    if not front.may_write_here():
        return STOPPED
    filled, title = show_dates(front)
    front.book.go_to(title, (2, 1))
    return Answer(f"Mentor XL: {in_figures(dues)}. The most urgent stand first.{_left_out(filled)}")


def show_dates(front: Front) -> tuple[Filled, str]:
    """Fill the columns and rebuild *Due*; what the person has in front of them stays."""
    casebook, dues = front.examined.casebook, front.examined.dues
    with place_kept(front.book):
        front.book.say("Mentor XL is writing dates…")
        filled = fill_dates(front.book, casebook, dues)
        shown = sorted(dues, key=lambda due: due.urgency)
        title = rebuild(front.book, DUE, DUE_COLUMNS, shown, lambda due: _way_to(casebook, due))
    return filled, title


def _way_to(casebook: Casebook, due: Due) -> str:
    layout = casebook.layouts.get(due.about.sheet)
    return to_cell(layout.sheet if layout else due.about.sheet, f"A{due.about.row}")


def in_figures(dues: tuple[Due, ...]) -> str:
    """``2 overdue, 1 due soon``."""
    counts = count_by_state(dues)
    return ", ".join(f"{count} {state}" for state, count in counts.items()) or "nothing is due"


def _left_out(filled: Filled) -> str:
    return f" Left as they are: {', '.join(filled.left_alone)}." if filled.left_alone else ""
