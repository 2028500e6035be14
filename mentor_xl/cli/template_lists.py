"""``mentor-xl templates list``, ``fields``, ``copy``: which templates and fields there are, and your own."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from mentor_xl.audience import Audience
from mentor_xl.cli.options import json_option, option_set
from mentor_xl.cli.screen import say, say_json, table
from mentor_xl.cli.template_choice import FOLDER, files_in_use, kind_called, own_templates_option
from mentor_xl.documents import Kind
from mentor_xl.errors import NotWritten, WrongUse
from mentor_xl.shipped import shipped_folder
from mentor_xl.template_check import TemplateField, TemplateFile, fields_of_kind, templates_in_use

# -- list ------------------------------------------------------------------------------------------------


@click.command("list")
@option_set(own_templates_option, json_option)
def list_templates(*, templates: Path | None, as_json: bool) -> int:
    """List every template in use: its kind, who reads it, and whose it is."""
    files = files_in_use(templates)
    if as_json:
        say_json({"templates": [_file_as_json(file) for file in files]})
        return 0
    rows = ((file.name, _whose(file), _readers(file), _title(file)) for file in files)
    table(("file", "whose", "to", "what it is"), rows)
    say()
    own = sum(not file.is_shipped for file in files)
    say(f"{len(files)} templates, {own} of them your own.")
    say("Next: mentor-xl templates copy KIND DIR, to make one your own.")
    return 0


def _file_as_json(file: TemplateFile) -> dict[str, object]:
    return {
        "file": file.name,
        "kind": file.kind.slug if file.kind else None,
        "audiences": [audience.value for audience in file.audiences],
        "shipped": file.is_shipped,
    }


def _whose(file: TemplateFile) -> str:
    return "Mentor XL" if file.is_shipped else "yours"


def _readers(file: TemplateFile) -> str:
    return ", ".join(audience.value for audience in file.audiences) or "nobody"


def _title(file: TemplateFile) -> str:
    return file.kind.title if file.kind else "No kind of letter is called so: it is never used."


# -- fields ----------------------------------------------------------------------------------------------


@click.command("fields")
@click.argument("slug", metavar="KIND")
@click.option("--to", "audience", metavar="READER", help="For this reader's edition: parent, pupil, agency …")
@option_set(json_option)
def list_fields(*, slug: str, audience: str | None, as_json: bool) -> int:
    """List every field that a template of KIND can print, with an example."""
    kind = kind_called(slug)
    readers = (_reader(kind, audience),) if audience else kind.audiences
    found = {one: fields_of_kind(kind, one) for one in readers}
    if as_json:
        say_json({"kind": kind.slug, "editions": [_edition(one, fields) for one, fields in found.items()]})
        return 0
    for fields in dict.fromkeys(found.values()):
        alike = [one.value for one in readers if found[one] == fields]
        say(f"{kind.title}, to: {', '.join(alike)}", bold=True)
        table(("field", "what it says"), (_field_row(field) for field in fields))
        say()
    say("Next: write {{ school.name }} where it goes; go through a list line by line:")
    say("{% for one in targets %} {{ one.target }} {% endfor %}")
    return 0


def _reader(kind: Kind, word: str) -> Audience:
    for audience in kind.audiences:
        if audience.value == word:
            return audience
    them = ", ".join(audience.value for audience in kind.audiences)
    raise WrongUse(f"{kind.slug} is not written to {word[:20]}. It is written to: {them}.")


def _field_row(field: TemplateField) -> tuple[str, str]:
    blank = " May be blank: ask with if first." if field.may_be_blank else ""
    listed = " A list." if field.is_list else ""
    example = f" ({field.example})" if field.example else ""
    return field.path, f"{field.description}{listed}{blank}{example}"


def _edition(audience: Audience, fields: Sequence[TemplateField]) -> dict[str, object]:
    rows = [
        {
            "field": field.path,
            "description": field.description,
            "example": field.example,
            "list": field.is_list,
            "may_be_blank": field.may_be_blank,
        }
        for field in fields
    ]
    return {"audience": audience.value, "fields": rows}


# -- copy ------------------------------------------------------------------------------------------------


@click.command("copy")
@click.argument("slug", metavar="KIND")
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--force", is_flag=True, help="Write over templates that are there.")
def copy_templates(*, slug: str, folder: Path, force: bool) -> int:
    """Copy the templates of KIND into DIR, every edition, to make them the school's own."""
    kind_called(slug)
    shipped = templates_in_use([(shipped_folder("letter_templates"), True)])
    files = [file for file in shipped if file.kind and file.kind.slug == slug]
    there = [file.name for file in files if (folder / file.name).exists()]
    if there and not force:
        raise WrongUse(f"{there[0]} is there already. Choose another folder, or add --force.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copyfile(file.path, folder / file.name)
    except OSError as error:
        why = f"The templates could not be written to {folder}. Is one open in Word?"
        raise NotWritten(error, why) from error
    for file in files:
        say(f"Made {folder / file.name}")
    say("Next: edit it in Word, then: mentor-xl templates check. What is used is the folder")
    say("letter_templates beside the workbook, or the one that --templates names.")
    return 0
