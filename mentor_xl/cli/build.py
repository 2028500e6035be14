"""``mentor-xl build``: the whole job on one workbook: letters, reports, results and manifest."""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mentor_xl.build import Build, Progress, Source, build, held_as_manifest
from mentor_xl.cli.check import counted
from mentor_xl.cli.letters import letters_option, pupil_option, selection_of, show_held, show_plan
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
from mentor_xl.cli.paper import stationery_for, templates_option
from mentor_xl.cli.results import results_file
from mentor_xl.cli.screen import complain, say, say_json, table
from mentor_xl.planning import Selection
from mentor_xl.problems import count_by_severity
from mentor_xl.shipped import shipped_folder
from mentor_xl.word.pdf import convert_to_pdf

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("build")
@option_set(*reading_options)
@click.option("-o", "--output", type=_FOLDER, metavar="DIR", help="Where to write.")
@option_set(letters_option, pupil_option)
@option_set(templates_option)
@click.option("--pdf", is_flag=True, help="Make a PDF of every document too (needs LibreOffice).")
@click.option(
    "--print-pack",
    is_flag=True,
    help="All letters as one PDF and one Word file, in posting order, with a list of who gets what.",
)
@click.option(
    "--again",
    metavar="NAME",
    multiple=True,
    help="Issue a released letter anew, consent-1a2b3c; may be given again.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show who would get what.")
@option_set(json_option, names_option)
def build_command(
    *,
    workbook: Path,
    today: dt.date,
    password_file: Path | None,
    output: Path | None,
    kinds: str,
    pupils: tuple[str, ...],
    templates: Path | None,
    pdf: bool,
    print_pack: bool,
    again: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
    names: bool,
) -> int:
    """Do the whole job on BOOK: write its letters, reports and results.

    It is checked first, and its due dates are worked out. Exit code 1 where there are problems to look
    at or letters were held back.
    """
    selection = replace(selection_of(kinds, pupils), again=again)
    if not dry_run and output is None:
        raise click.UsageError("Say where to write with -o DIR, or add --dry-run to write nothing.")
    opened = open_and_examine(workbook, today, password_file)
    if dry_run or output is None:
        return show_plan(opened, selection, as_json=as_json, names=names)
    result = build_book(opened, workbook, output, selection, templates)
    if pdf:
        convert_to_pdf([output / made.path for made in result.made])
    if print_pack and result.made:
        _write_print_pack(result, output)
    elif print_pack:
        complain("There is no draft to print. Letters that were released before are not printed again.")
    if as_json:
        say_json(_as_json(result, opened.grid.name))
    else:
        _sum_up(result, output, naming(opened.examined.casebook, names=names))
    return int(result.has_something_to_look_at)


def build_book(
    opened: Opened, workbook: Path, output: Path, selection: Selection, templates: Path | None
) -> Build:
    """Write what is wanted of a workbook that was opened: letters, results and manifest."""
    stationery = stationery_for(opened, workbook, templates)
    source = Source(opened.grid.name, opened.grid.sha256)
    with _progress_bar() as progress:
        return build(
            opened.examined,
            source,
            output,
            stationery,
            selection,
            also=lambda made: [results_file(made, workbook, output)],
            progress=progress,
        )


def _write_print_pack(result: Build, output: Path) -> None:
    from mentor_xl.print_pack import Letter, write_print_pack  # noqa: PLC0415 - slow to import

    letters = [Letter(made.document, output / made.path) for made in result.made]
    template = (shipped_folder("letter_templates") / "sheets" / "print-pack.docx").read_bytes()
    write_print_pack(output, letters, result.examined, template)


@contextmanager
def _progress_bar() -> Iterator[Progress | None]:
    """A bar on stderr while documents are written; none where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import, and wanted on a terminal only
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Writing", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _as_json(result: Build, name: str) -> dict[str, Any]:
    return {
        "workbook": name,
        "today": result.examined.today,
        "made": [made.as_manifest() for made in result.made],
        "held_back": [held_as_manifest(held) for held in result.held_back],
    }


def _sum_up(result: Build, output: Path, shown: Shown) -> None:
    counts = Counter(made.document.kind for made in result.made)
    if result.took_the_place_of:
        complain(
            f"This folder held the letters of {result.took_the_place_of}. Its drafts are gone now: give each "
            "workbook a folder of its own."
        )
    if counts:
        say("Made", bold=True)
        table(("kind", "documents"), ((kind, str(count)) for kind, count in counts.items()))
        say()
    show_held(result.held_back, shown)
    severities = count_by_severity(result.examined.problems)
    words = ", ".join(counted(severity, count) for severity, count in severities.items())
    say(f"{len(result.made)} documents made, {len(result.held_back)} held back. In the workbook: {words}.")
    _show_released(result)
    for path in result.set_aside:
        say(f"A letter that was changed by hand is kept as {path}.")
    say(f"Next: open {output / 'results.xlsx'}")


def _show_released(result: Build) -> None:
    """Released letters: how many, which the workbook would word otherwise today, which were disturbed."""
    if result.frozen:
        say(f"{len(result.frozen)} released before, and left as they are.")
    for frozen in result.frozen:
        if frozen.changed:
            what = ", ".join(frozen.changed)
            say(f"{frozen.released.path}: changed since it was released ({what}).")
            say(f"To issue it anew: --again {frozen.stem}")
    for path in result.disturbed:
        complain(f"{path} was released, and is gone or was changed since.")
