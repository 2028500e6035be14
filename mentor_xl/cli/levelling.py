"""How moves out of weeks that hold too many reviews are proposed, and what they change."""

from collections.abc import Sequence

from mentor_xl.cli.options import Opened, Shown
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.dates import short
from mentor_xl.worklist.grouping import ShownNames
from mentor_xl.worklist.level import Levelling, Load, Move, level


def show_level(opened: Opened, shown: Shown, most: int, *, as_json: bool) -> None:
    """Show which reviews could move, from when to when, and each mentor's weeks before and after."""
    examined = opened.examined
    found = level(examined.dues, examined.calendar, examined.casebook, examined.today, most)
    mentors = ShownNames(examined.casebook)
    if as_json:
        moves = [_move_as_json(move, mentors) for move in found.moves]
        loads = [_load_as_json(load, mentors) for load in found.loads]
        answer = {"workbook": opened.grid.name, "today": examined.today, "most": most}
        say_json(answer | {"moves": moves, "weeks": loads})
        return
    if not found.loads:
        say(f"No mentor has more than {_reviews(most)} in a week.")
        return
    _show(found, mentors, shown)


def _move_as_json(move: Move, mentors: ShownNames) -> dict[str, object]:
    due = move.due
    return {
        "mentor": mentors.mentor(move.mentor),
        "ref": due.ref,
        "rule": due.rule,
        "about": due.as_json()["about"],
        "strength": due.strength,
        "legal_last_day": due.legal_last_day,
        "from": move.before,
        "to": move.after,
    }


def _load_as_json(load: Load, mentors: ShownNames) -> dict[str, object]:
    name = mentors.mentor(load.mentor)
    return {"mentor": name, "monday": load.monday, "before": load.before, "after": load.after}


def _show(found: Levelling, mentors: ShownNames, shown: Shown) -> None:
    if found.moves:
        say("Could move", bold=True)
        headings = ("mentor", "pupil", "from", "to", "what")
        table(headings, (_row(move, mentors, shown) for move in found.moves))
        say()
    say("Reviews in a week", bold=True)
    rows = ((mentors.mentor(one.mentor), short(one.monday), *_change(one)) for one in found.loads)
    table(("mentor", "week of", "now", "then"), rows)
    say()
    say(_summary(found.moves, found.still_too_full, found.most))
    if found.moves:
        say("Nothing was changed.")
        say("Next: on the Reviews sheet, write the days that suit under Booked for.")


def _row(move: Move, mentors: ShownNames, shown: Shown) -> tuple[str, ...]:
    legal = move.due.legal_last_day
    law = f" (by law {short(legal)})" if legal else ""
    days = short(move.before), short(move.after)
    return mentors.mentor(move.mentor), shown(move.due.ref), *days, f"{move.due.name}{law}"


def _change(load: Load) -> tuple[str, str]:
    return f"{load.before:>3}", f"{load.after:>4}"


def _summary(moves: Sequence[Move], too_full: Sequence[Load], most: int) -> str:
    told = f"{_reviews(len(moves))} could move." if moves else "No review can move."
    if too_full:
        weeks = "1 week still holds" if len(too_full) == 1 else f"{len(too_full)} weeks still hold"
        return f"{told} {weeks} more than {most}."
    return f"{told} Then no mentor has more than {_reviews(most)} in a week."


def _reviews(count: int) -> str:
    return "1 review" if count == 1 else f"{count} reviews"
