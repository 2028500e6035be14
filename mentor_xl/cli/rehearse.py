"""``mentor-xl rehearse``: canaries in a copy of the workbook, and whether any letter lets one out."""

import datetime as dt
import tempfile
from pathlib import Path

import click

from mentor_xl import __version__
from mentor_xl.build import Build, Source
from mentor_xl.cli.options import json_option, open_and_examine, option_set, reading_options
from mentor_xl.cli.paper import stationery_for, templates_option
from mentor_xl.cli.results import results_file
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.outputs import write_beside
from mentor_xl.rehearsal import Rehearsal, rehearse
from mentor_xl.rehearsal.page import TEMPLATE, rehearsal_page, verdict
from mentor_xl.shipped import shipped_folder
from mentor_xl.word.pdf import convert_to_pdf


@click.command("rehearse")
@option_set(*reading_options)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the page goes; without it, beside the workbook.",
)
@option_set(templates_option)
@click.option("--pdf", is_flag=True, help="Look through PDFs too (needs LibreOffice).")
@json_option
def rehearse_command(
    *,
    workbook: Path,
    today: dt.date,
    password_file: Path | None,
    output: Path | None,
    templates: Path | None,
    pdf: bool,
    as_json: bool,
) -> int:
    """Try BOOK before the first letter: does anything get out that must not?

    Harmless made-up names, numbers and sentences are planted in copies of the workbook, every kind of letter
    is made from them for every reader, and each is searched. The workbook is not touched, and nothing of the
    letters is kept: only a page to file. Exit code 1 where anything was let through.
    """
    opened = open_and_examine(workbook, today, password_file)
    stationery = stationery_for(opened, workbook, templates)
    with tempfile.TemporaryDirectory(prefix="mentor-xl-") as name:
        scratch = Path(name)

        def pdfs(made: Build) -> None:
            convert_to_pdf([scratch / one.path for one in made.made])

        result = rehearse(
            opened.examined,
            stationery,
            scratch,
            also=lambda made: [results_file(made, workbook, scratch)],
            pdf=pdfs if pdf else None,
        )
    source = Source(opened.grid.name, opened.grid.sha256)
    template = shipped_folder("letter_templates") / TEMPLATE
    page = rehearsal_page(result, source, opened.examined.casebook.settings, today, template)
    folder = output or workbook.resolve().parent
    folder.mkdir(parents=True, exist_ok=True)
    write_beside(folder, [page])
    if as_json:
        say_json(_as_json(result, source, today, page.path))
    else:
        _sum_up(result, folder / page.path)
    return int(bool(result.let_through))


def _as_json(result: Rehearsal, source: Source, today: dt.date, page: str) -> dict[str, object]:
    return {
        "workbook": {"name": source.name, "sha256": source.sha256},
        "today": today,
        "version": __version__,
        "letters": result.letters,
        "let_through": result.let_through,
        "sorts": [tally.as_json() for tally in result.tallies],
        "page": page,
    }


def _sum_up(result: Rehearsal, page: Path) -> None:
    rows = [
        (str(t.planted), str(t.held), str(t.told), str(len(t.let_through)), t.what) for t in result.tallies
    ]
    table(("planted", "held", "may have it", "let through", "what"), rows)
    say()
    for tally in result.tallies:
        for one in tally.let_through[:3]:
            say(f"Let through: {one.where}, from {one.came_from}. {tally.what}.")
    say(f"{result.letters} letters were looked through. {verdict(result)}")
    say(f"Next: file {page}")
