"""The buttons about problems: *Check*, *Next problem* and *Explain*."""

from mentor_xl.deadlines import Due
from mentor_xl.live.front import STOPPED, Answer, Front
from mentor_xl.live.kept_marks import kept_marks
from mentor_xl.live.marks import in_one_line, marks_of
from mentor_xl.live.own_sheets import rebuild, to_cell
from mentor_xl.live.painting import Painted, paint
from mentor_xl.live.place_kept import place_kept
from mentor_xl.live.selected import row_selected
from mentor_xl.problems import Problem, Severity, count_by_severity
from mentor_xl.workbook.our_sheets import (
    ANSWER_COLUMNS,
    ANSWERS,
    DUE_COLUMNS,
    PROBLEM_COLUMNS,
    to_be_answered,
)

PROBLEMS = "Problems"
_SEVERAL = {Severity.ERROR: "errors", Severity.QUERY: "queries", Severity.NOTE: "notes"}


def check(front: Front) -> Answer:
    """Find what is wrong, mark each cell, and list it all on *Problems*."""
    problems = front.examined.problems
    if not front.may_write_here():
        return STOPPED
    painted = show_problems(front)
    next_step = "Next problem takes you to each of them." if painted.marked else "Nothing stands in the way."
    return Answer(f"Mentor XL: {in_figures(problems)}. {next_step}{_left_out(painted)}")


def show_problems(front: Front) -> Painted:
    """Mark the cells and rebuild *Problems*; what the person has in front of them stays."""
    problems = front.examined.problems
    with place_kept(front.book):
        front.book.say("Mentor XL is marking cells…")
        painted = paint(front.book, marks_of(problems))
        rebuild(front.book, PROBLEMS, PROBLEM_COLUMNS, problems, _way_to)
        asked = to_be_answered(problems)
        if asked or ANSWERS in front.book.grid.sheet_names():
            rebuild(front.book, ANSWERS, ANSWER_COLUMNS, asked, _way_to)
    return painted


def _way_to(problem: Problem) -> str:
    return to_cell(problem.place.sheet, problem.place.cell)


def _left_out(painted: Painted) -> str:
    if not painted.protected:
        return ""
    return f" Protected, so not marked: {', '.join(painted.protected)}; see the sheet {PROBLEMS}."


def in_figures(problems: tuple[Problem, ...]) -> str:
    """``2 errors, 1 query, 0 notes``."""
    counts = count_by_severity(problems).items()
    return ", ".join(f"{n} {severity.value if n == 1 else _SEVERAL[severity]}" for severity, n in counts)


# -- going from one to the next ----------------------------------------------------------------------------


def next_problem(front: Front) -> Answer:
    """Select the next marked cell, the most serious first; after the last comes the first."""
    marks = kept_marks(front.book)
    if not marks:
        return Answer("Mentor XL: no cell is marked. Press Check first.")
    sheet, areas = front.book.selected()
    cells = [mark.cell for mark in marks]
    here = (sheet, row_selected(areas))
    number = (cells.index(here) + 1) % len(cells) if here in cells else 0
    front.book.go_to(*cells[number])
    return Answer(f"{number + 1} of {len(cells)}: {in_one_line(marks[number].said)}")


# -- explaining --------------------------------------------------------------------------------------------


def explain(front: Front) -> Answer:
    """Say what was found at the selected cell, or how the date of its row was counted, and what to do."""
    sheet, areas = front.book.selected()
    at = row_selected(areas)
    if at is None:
        return Answer("Select a cell first.", is_to_be_read=True)
    problems, dues = _listed_there(front, sheet, at[0])
    problems = problems or [
        problem
        for problem in front.examined.problems
        if problem.place.sheet == sheet and (problem.place.row, (problem.place.column or 0) + 1) == at
    ]
    if problems:
        return Answer("\n\n".join(map(_about_problem, problems[:3])), is_to_be_read=True)
    dues = dues or [due for due in front.examined.dues
                    if (_typed(front, due), due.about.row) == (sheet, at[0])]  # fmt: skip
    if dues:
        return Answer("\n\n".join(map(_about_due, dues[:4])), is_to_be_read=True)
    return Answer("Nothing was found in this cell, and no date is counted for its row.", is_to_be_read=True)


def _typed(front: Front, due: Due) -> str:
    """The sheet that a date is about, as this book calls it."""
    layout = front.examined.casebook.layouts.get(due.about.sheet)
    return layout.sheet if layout else due.about.sheet


def _listed_there(front: Front, sheet: str, row: int) -> tuple[list[Problem], list[Due]]:
    """What a row of *Problems* or *Due* stands for."""
    rows = dict(front.book.grid.rows(sheet))
    cells = list(rows.get(row, ()))
    headings = list(rows.get(1, ()))
    if headings[:2] == [column.heading for column in PROBLEM_COLUMNS[:2]]:
        keys = [column.heading for column in PROBLEM_COLUMNS]
        told = dict(zip(keys, cells, strict=False))
        return [
            problem
            for problem in front.examined.problems
            if (problem.code, problem.place.sheet, problem.place.cell)
            == (told.get("Code"), told.get("Sheet"), told.get("Cell"))
        ], []
    if headings[:2] == [column.heading for column in DUE_COLUMNS[:2]]:
        told = dict(zip([column.heading for column in DUE_COLUMNS], cells, strict=False))
        return [], [due for due in front.examined.dues
                    if (due.name, due.ref, f"{due.about.sheet}!{due.about.row}")
                    == (told.get("What"), str(told.get("Pupil ID")), told.get("Row"))]  # fmt: skip
    return [], []


def _about_problem(problem: Problem) -> str:
    why = [line for line in _explained(problem.code) if line.startswith("Why:")]
    return "\n".join([f"{problem.message} {problem.what_to_do}", *why])


def _about_due(due: Due) -> str:
    by = f", by {due.act_by or due.legal_last_day:%d/%m/%Y}" if due.act_by or due.legal_last_day else ""
    return "\n".join([f"{due.name}: {due.state}{by}.", due.why, *_explained(due.state)[-1:]])


def _explained(word: str) -> tuple[str, ...]:
    from mentor_xl.explanations import explanations  # noqa: PLC0415 - no other button waits for it

    return explanations().get(word, ())
