"""What letters are written on, as commands are told: the school's own templates, its logo."""

import os
from pathlib import Path

import click

from mentor_xl import stationery
from mentor_xl.cli.options import Opened
from mentor_xl.cli.screen import complain
from mentor_xl.errors import WrongUse
from mentor_xl.user_folders import cache_folder
from mentor_xl.word.kept_on_disk import TemplatesOnDisk

templates_option = click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The school's own letter templates; without it, letter_templates beside the workbook.",
)


def stationery_for(opened: Opened, workbook: Path, templates: Path | None) -> stationery.Stationery:
    """What letters are written on: the school's own templates and logo, else the shipped ones.

    Raises:
        WrongUse: the folder of templates that was named is not there.
    """
    if templates and not templates.is_dir():
        raise WrongUse(f"There is no folder {templates}.")
    settings = opened.examined.casebook.settings
    store = TemplatesOnDisk(cache_folder(os.environ, Path.home()) / "templates")
    paper, fault = stationery.stationery_for(settings, workbook.parent, templates, store)
    if fault:
        complain(fault)
    return paper
