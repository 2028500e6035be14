"""``mentor-xl letters``: which letters a workbook asks for, who would get them, what is held back."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from mentor_xl.build import Build, held_as_manifest
from mentor_xl.cli.options import (
    Opened,
    Shown,
    json_option,
    names_option,
    naming,
    open_and_examine,
    option_set,
    reading_options,
)
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.documents import Document, HeldBack
from mentor_xl.planning import Selection, plan

letters_option = click.option(
    "--letters",
    "kinds",
    metavar="KIND,…",
    default="",
    help="Only these kinds, parted by commas: consent,review-invitation.",
)
pupil_option = click.option(
    "--pupil", "pupils", metavar="ID", multiple=True, help="Only this pupil; may be given again."
)


@click.command("letters")
@option_set(*reading_options, letters_option, pupil_option, json_option, names_option)
def letters_command(
    *,
    workbook: Path,
    today: dt.date,
    password_file: Path | None,
    kinds: str,
    pupils: tuple[str, ...],
    as_json: bool,
    names: bool,
) -> int:
    """Show who would get which letter, and what is held back. Writes nothing."""
    opened = open_and_examine(workbook, today, password_file)
    return show_plan(opened, selection_of(kinds, pupils), as_json=as_json, names=names)


def selection_of(kinds: str, pupils: tuple[str, ...]) -> Selection:
    """What was asked for: kinds parted by commas, pupils by their IDs."""
    return Selection(tuple(kind.strip() for kind in kinds.split(",") if kind.strip()), pupils)


def show_plan(opened: Opened, selection: Selection, *, as_json: bool, names: bool) -> int:
    """Show who would get what; the exit code."""
    planned = list(plan(opened.examined, selection))
    wanted = [item for item in planned if isinstance(item, Document)]
    held = [item for item in planned if isinstance(item, HeldBack)]
    if as_json:
        say_json(
            {
                "workbook": opened.grid.name,
                "today": opened.examined.today,
                "would_make": [_as_json(document) for document in wanted],
                "held_back": [held_as_manifest(item) for item in held],
            }
        )
    else:
        _show(wanted, held, naming(opened.examined.casebook, names=names))
    return int(Build(opened.examined, held_back=tuple(held)).has_something_to_look_at)


def _as_json(document: Document) -> dict[str, str | None]:
    return {
        "kind": document.kind,
        "ref": document.ref,
        "audience": document.audience.value,
        "recipient": document.recipient.row,
        "file": document.file_name,
    }


def _show(wanted: Sequence[Document], held: Sequence[HeldBack], shown: Shown) -> None:
    if wanted:
        say("Would be made", bold=True)
        rows = ((d.kind, shown(d.ref), d.audience.value, d.recipient.row) for d in wanted)
        table(("kind", "pupil", "to", "row"), rows)
        say()
    show_held(held, shown)
    say(f"{len(wanted)} to be made, {len(held)} held back. Nothing was written.")


def show_held(held: Iterable[HeldBack], shown: Shown) -> None:
    """What is held back, and why: what one reason holds back for one pupil stands in one line."""
    reasons: defaultdict[tuple[str | None, str], list[HeldBack]] = defaultdict(list)
    for one in held:
        reasons[one.ref, one.why].append(one)
    rows = [
        (_first_of(them), shown(ref), them[0].recipient or "-", why) for (ref, why), them in reasons.items()
    ]
    if rows:
        say("Held back", bold=True)
        table(("kind", "pupil", "row", "why"), rows)
        say()


def _first_of(held: Sequence[HeldBack]) -> str:
    """``passport``, or ``passport and 3 more``."""
    return held[0].kind if len(held) == 1 else f"{held[0].kind} and {len(held) - 1} more"
