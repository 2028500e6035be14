"""``mentor-xl rehearse``: canaries in a copy of the workbook, and whether any letter lets one out."""

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from mentor_xl import __version__
from mentor_xl.build import Source
from mentor_xl.cli.options import json_option, open_and_examine, option_set, reading_options
from mentor_xl.cli.paper import stationery_for, templates_option
from mentor_xl.cli.results import results_file
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.outputs import write_beside
from mentor_xl.rehearsal import rehearse
from mentor_xl.rehearsal.page import TEMPLATE, rehearsal_page, verdict
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.shipped import shipped_folder

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("rehearse")
@option_set(*reading_options)
@click.option("-o", "--output", type=_FOLDER, metavar="DIR", help="Where the page goes, if not beside BOOK.")
@option_set(templates_option)
@click.option("--pdf", is_flag=True, help="Look through PDFs too (needs LibreOffice).")
@option_set(json_option)
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

    Made-up names, numbers and sentences are planted in copies of the workbook, every kind of letter is made
    from them for every reader, and each is searched. Nothing is kept but a page to file. Exit code 1 where
    anything was let through.
    """
    opened = open_and_examine(workbook, today, password_file)
    stationery = stationery_for(opened, workbook, templates)
    with tempfile.TemporaryDirectory(prefix="mentor-xl-") as name:
        scratch = Path(name)
        tallies = rehearse(
            opened.examined,
            stationery,
            scratch,
            also=lambda made: [results_file(made, workbook, scratch)],
            pdf=pdf,
        )
    source = Source(opened.grid.name, opened.grid.sha256)
    template = shipped_folder("letter_templates") / TEMPLATE
    page = rehearsal_page(tallies, source, opened.examined.casebook.settings, today, template)
    folder = output or workbook.parent
    folder.mkdir(parents=True, exist_ok=True)
    write_beside(folder, [page])
    if as_json:
        book = {"name": source.name, "sha256": source.sha256}
        sorts = [tally.as_json() for tally in tallies]
        say_json(
            {"workbook": book, "today": today, "version": __version__, "sorts": sorts, "page": page.path}
        )
    else:
        _sum_up(tallies, folder / page.path)
    return int(any(tally.let_through for tally in tallies))


def _sum_up(tallies: Sequence[Tally], page: Path) -> None:
    rows = ((str(t.planted), str(t.held), str(t.told), str(len(t.let_through)), t.what) for t in tallies)
    table(("planted", "held", "may have it", "let through", "what"), rows)
    say()
    for tally in tallies:
        for one in tally.let_through[:3]:
            say(f"Let through: {one.where}, from {one.came_from}. {tally.what}.")
    say(f"{sum(tally.letters for tally in tallies)} letters were looked through. {verdict(tallies)}")
    say(f"Next: file {page}")
