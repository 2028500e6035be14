"""How the dates of one pupil are shown with their working: each day counted or left out, and the sentence."""

from collections.abc import Sequence

from mentor_xl.cli.options import Opened, Shown
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.dates import short
from mentor_xl.deadlines import Due
from mentor_xl.errors import WrongUse
from mentor_xl.problems import quoted_id
from mentor_xl.worklist.counted import Step
from mentor_xl.worklist.working import working


def show_working(opened: Opened, ref: str, shown: Shown, *, with_held: bool, as_json: bool) -> None:
    """Show every date of a pupil as it was counted; what is done only where asked for, or in JSON.

    Raises:
        WrongUse: no pupil, or more than one, has this ID.
    """
    casebook = opened.examined.casebook
    pupil = casebook.pupil(ref.strip())
    if pupil is None:
        doubled = ref.strip().casefold() in {one.casefold() for one in casebook.duplicated_pupils}
        raise WrongUse(
            f"The ID {ref.strip()} stands on two rows: nothing is counted for it."
            if doubled
            else f"No pupil has the ID {quoted_id(ref)}."
        )
    calendar = opened.examined.calendar
    found = [(due, working(calendar, due)) for due in opened.examined.dues if due.ref == pupil.pupil_id]
    if as_json:
        rows = [due.as_json() | {"working": [step.as_json() for step in steps]} for due, steps in found]
        today = opened.examined.today
        say_json({"workbook": opened.grid.name, "today": today, "ref": pupil.pupil_id, "due": rows})
        return
    listed = [(due, steps) for due, steps in found if with_held or due.state != "held"]
    for due, steps in listed:
        _show(due, steps)
    dates = "1 date" if len(listed) == 1 else f"{len(listed)} dates"
    say(f"{dates} for {shown(pupil.pupil_id)}." if listed else f"Nothing is due for {shown(pupil.pupil_id)}.")
    if len(listed) < len(found):
        say("Next: --all shows also what was done, and by when it had to be.")


def _show(due: Due, steps: Sequence[Step]) -> None:
    say(f"{due.name} ({due.rule}), about {due.about.sheet} row {due.about.row}", bold=True)
    if steps:
        table(("count", "day", "what"), map(_row, steps), indent="  ")
    table((f"so: {due.state}",), ((due.why,),), indent="  ")
    say()


def _row(step: Step) -> tuple[str, str, str]:
    days = short(step.first) if step.first == step.last else f"{_shorter(step)} - {short(step.last)}"
    return f"{step.number:>5}" if step.number else "     ", days, step.says


def _shorter(step: Step) -> str:
    """The first day without a year that the last day has too."""
    first = short(step.first)
    return first.rpartition(" ")[0] if step.first.year == step.last.year else first
