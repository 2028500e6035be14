"""Which letter templates a command is about: those that were named, or all that a build would use."""

from collections.abc import Sequence
from pathlib import Path

import click

from mentor_xl.documents import Kind, kinds
from mentor_xl.errors import WrongUse
from mentor_xl.examine import REGISTERED
from mentor_xl.shipped import shipped_folder
from mentor_xl.template_check import TemplateFile, template_file, templates_in_use

assert REGISTERED  # noqa: S101 - the kinds of letters are registered by then
FOLDER = click.Path(path_type=Path, file_okay=False)
own_templates_option = click.option(
    "--templates",
    type=FOLDER,
    metavar="DIR",
    help="The school's own templates; without it, letter_templates beside the workbook, or here.",
)


def chosen_files(files: Sequence[Path], slug: str | None) -> tuple[TemplateFile, ...]:
    """The files that were named; each kind's other editions beside it are taken account of."""
    missing = [path for path in files if not path.is_file()]
    if missing:
        raise WrongUse(f"There is no file {missing[0]}.")
    as_kind = kind_called(slug) if slug else None
    shipped = [path.name for path in shipped_folder("letter_templates").glob("*.docx")]
    return tuple(
        template_file(path, [*shipped, *(one.name for one in path.parent.glob("*.docx"))], as_kind=as_kind)
        for path in files
    )


def kind_called(slug: str) -> Kind:
    """The kind of this name. Raises WrongUse where there is none."""
    known = kinds()
    if slug not in known:
        raise WrongUse(f"There is no kind of letter called {slug}. There are: {', '.join(known)}.")
    return known[slug]


def files_in_use(templates: Path | None, book: Path | None = None) -> tuple[TemplateFile, ...]:
    """Every template that a build would use: the school's own first."""
    if templates and not templates.is_dir():
        raise WrongUse(f"There is no folder {templates}.")
    shipped = shipped_folder("letter_templates")
    own = templates or (book.parent if book else Path()) / "letter_templates"
    is_shipped = own.is_dir() and own.resolve() == shipped.resolve()
    return templates_in_use(((own, is_shipped), (shipped, True)))
