"""``mentor-xl build``: the whole job on one workbook: letters, reports, results and manifest."""

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
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
from mentor_xl.cli.results import results_file
from mentor_xl.cli.screen import complain, say, say_json, table
from mentor_xl.planning import Selection
from mentor_xl.problems import count_by_severity
from mentor_xl.shipped import shipped_folder
from mentor_xl.stationery import DEFAULT_SIZE, Stationery, logo_beside
from mentor_xl.word.pdf import convert_to_pdf

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("build")
@option_set(*reading_options)
@click.option("-o", "--output", type=_FOLDER, metavar="DIR", help="Where to write.")
@option_set(letters_option, pupil_option)
@click.option(
    "--templates",
    type=_FOLDER,
    metavar="DIR",
    help="The school's own letter templates; without it, letter_templates beside the workbook.",
)
@click.option("--pdf", is_flag=True, help="Make a PDF of every document too (needs LibreOffice).")
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
    dry_run: bool,
    as_json: bool,
    names: bool,
) -> int:
    """Do the whole job on BOOK: write its letters, reports and results.

    It is checked first, and its due dates are worked out. Exit code 1 where there are problems to look
    at or letters were held back.
    """
    selection = selection_of(kinds, pupils)
    if not dry_run and output is None:
        raise click.UsageError("Say where to write with -o DIR, or add --dry-run to write nothing.")
    if templates and not templates.is_dir():
        raise click.UsageError(f"There is no folder {templates}.")
    opened = open_and_examine(workbook, today, password_file)
    if dry_run or output is None:
        return show_plan(opened, selection, as_json=as_json, names=names)
    result = _make(opened, workbook, output, selection, templates)
    if pdf:
        convert_to_pdf([output / made.path for made in result.made])
    if as_json:
        say_json(_as_json(result, opened.grid.name))
    else:
        _sum_up(result, output, naming(opened.examined.casebook, names=names))
    return int(result.has_something_to_look_at)


def _make(
    opened: Opened, workbook: Path, output: Path, selection: Selection, templates: Path | None
) -> Build:
    stationery = _stationery(opened, workbook, templates)
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


def _stationery(opened: Opened, workbook: Path, templates: Path | None) -> Stationery:
    settings = opened.examined.casebook.settings
    logo, fault = logo_beside(workbook, settings)
    if fault:
        complain(fault)
    own = templates or workbook.parent / "letter_templates"
    folders = (own, shipped_folder("letter_templates"))
    return Stationery(folders, settings.letter_font_size or DEFAULT_SIZE, logo)


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
    if counts:
        say("Made", bold=True)
        table(("kind", "documents"), ((kind, str(count)) for kind, count in counts.items()))
        say()
    show_held(result.held_back, shown)
    severities = count_by_severity(result.examined.problems)
    words = ", ".join(counted(severity, count) for severity, count in severities.items())
    say(f"{len(result.made)} documents made, {len(result.held_back)} held back. In the workbook: {words}.")
    for path in result.set_aside:
        say(f"A letter that was changed by hand is kept as {path}.")
    say(f"Next: open {output / 'results.xlsx'}")
