"""``mentor-xl templates``: letter templates looked over, listed, their fields told, and copied."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from mentor_xl.cli.options import json_option, open_and_examine, option_set, password_option, today_option
from mentor_xl.cli.screen import say_json
from mentor_xl.cli.template_choice import FOLDER, chosen_files, files_in_use, own_templates_option
from mentor_xl.cli.template_findings import as_json as findings_as_json
from mentor_xl.cli.template_findings import show
from mentor_xl.cli.template_lists import copy_templates, list_fields, list_templates
from mentor_xl.documents import Document, kinds
from mentor_xl.errors import MentorError, UnreadableWorkbook
from mentor_xl.examine import Examined
from mentor_xl.planning import Selection, plan
from mentor_xl.template_check import (
    Finding,
    Looked,
    TemplateFile,
    copies_of,
    installed_fonts,
    look_over,
    never_filled,
    put_beside,
)

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("templates")
def templates_command() -> None:
    """Look over the letter templates, list them and their fields, copy them."""


templates_command.add_command(list_templates)
templates_command.add_command(list_fields)
templates_command.add_command(copy_templates)


# -- check ------------------------------------------------------------------------------------------------


@templates_command.command("check")
@click.argument("files", metavar="[FILE]…", nargs=-1, type=_FILE)
@option_set(own_templates_option)
@click.option("--kind", "slug", metavar="KIND", help="Take FILE as a template of KIND, whatever its name.")
@click.option("--book", type=_FILE, metavar="BOOK", help="Tell also which fields BOOK never fills.")
@option_set(today_option, password_option)
@click.option("--annotate", is_flag=True, help="Write a copy, mended, with a Word comment at each fault.")
@click.option("--repair", is_flag=True, help="Write a copy with mended tags: straight quotes, in one piece.")
@click.option("-o", "--output", type=FOLDER, metavar="DIR", help="Where copies of your own ones go.")
@option_set(json_option)
def check_templates(
    *,
    files: tuple[Path, ...],
    templates: Path | None,
    slug: str | None,
    book: Path | None,
    today: dt.date,
    password_file: Path | None,
    annotate: bool,
    repair: bool,
    output: Path | None,
    as_json: bool,
) -> int:
    """Find what is wrong in letter templates, at which paragraph, and what to do.

    Without FILE: every template in use, the school's own and those that came with Mentor XL. Exit code 1
    for an error or a query, 3 for a file that is no Word document; notes alone are 0.
    """
    if (annotate or repair) and output is None:
        raise click.UsageError("Say where copies go with -o DIR.")
    if slug and not files:
        raise click.UsageError("--kind goes with FILE.")
    chosen = chosen_files(files, slug) if files else files_in_use(templates, book)
    fonts = installed_fonts()
    looked = [look_over(file, _bytes_of(file), fonts) for file in chosen]
    if book:
        looked = _with_what_is_never_filled(looked, open_and_examine(book, today, password_file).examined)
    written = _copies(looked, fonts, output, annotate=annotate, repair=repair)
    if as_json:
        say_json(findings_as_json(looked, written))
    else:
        show(looked, written)
    if not all(one.is_word for one in looked):
        return UnreadableWorkbook.exit_code
    return int(any(finding.needs_a_look for one in looked for finding in one.findings))


def _bytes_of(file: TemplateFile) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise MentorError(f"{file.name} could not be read.") from error


def _with_what_is_never_filled(looked: Sequence[Looked], examined: Examined) -> list[Looked]:
    """Each template with the fields that are empty in every letter that the workbook could make of it."""
    slugs = dict.fromkeys(one.file.kind.slug for one in looked if one.is_word and one.file.kind)
    documents = list(_documents(examined, tuple(slugs)))
    return [
        Looked(one.file, one.source, (*one.findings, *_empty_fields(one, documents))) for one in looked
    ]


def _documents(examined: Examined, slugs: tuple[str, ...]) -> Iterator[Document]:
    """Every letter of these kinds that could be made for anybody, whether its moment has come or not."""
    everybody = tuple(dict.fromkeys(pupil.pupil_id for pupil in examined.casebook.pupils))
    about_caseload = {slug for slug, kind in kinds().items() if kind.is_about_caseload}
    for slug in slugs:
        selection = Selection((slug,), () if slug in about_caseload else everybody)
        if everybody:
            yield from (one for one in plan(examined, selection) if isinstance(one, Document))


def _empty_fields(looked: Looked, documents: Sequence[Document]) -> Iterator[Finding]:
    file = looked.file
    if looked.is_word and file.kind and file.audiences:
        slug, audiences = file.kind.slug, file.audiences
        contexts = [d.context for d in documents if d.kind == slug and d.audience in audiences]
        yield from never_filled(file, looked.source, contexts)


def _copies(
    looked: Sequence[Looked],
    fonts: frozenset[str] | None,
    output: Path | None,
    *,
    annotate: bool,
    repair: bool,
) -> list[Path]:
    if output is None:
        return []
    return [
        put_beside(output, f"{one.file.name.removesuffix('.docx')}-{end}.docx", data)
        for one in looked
        if not one.file.is_shipped
        for end, data in copies_of(one, fonts, annotate=annotate, repair=repair)
    ]
