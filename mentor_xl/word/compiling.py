"""From the bytes of a .docx to a compiled template: all that does not depend on the pupil, done once."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from types import CodeType

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes

from mentor_xl.word import properties
from mentor_xl.word.breaks import has_break
from mentor_xl.word.environment import LetterEnvironment
from mentor_xl.word.faults import TemplateFault
from mentor_xl.word.fields import paths_in
from mentor_xl.word.package import CONTENT_TYPES, Package, with_picture_types
from mentor_xl.word.restyle import restyled
from mentor_xl.word.shape import Unbalanced, check_balance, grids_may_change
from mentor_xl.word.sources import PartSource, opened, sources_of
from mentor_xl.word.template import Template, TemplatePart, texts_in
from mentor_xl.word.variant import Variant
from mentor_xl.word.weaving import woven_ahead

# Other people's properties (a classification label holds an e-mail address) and a picture of the template.
_LEFT_OUT = ("/custom-properties", "/thumbnail")
_ID = re.compile(r'\sid="(\d+)"')
_TAG_OUT_OF_PLACE = {
    "tr": "A {%tr … %} tag must stand in a table row",
    "tc": "A {%tc … %} tag must stand in a table cell",
    "p": "A {%p … %} tag must stand in a paragraph, with one space after the p",
    "r": "A {%r … %} tag must stand in a line of text",
}


def compiled(source: bytes, variant: Variant, key: str) -> Template:
    """Compile a template; see Template.compile."""
    varied = restyled(source, variant)
    document = opened(varied)
    environment = LetterEnvironment()
    parts = tuple(
        _compiled_part(part, tree, environment)
        for part, tree in _parsed(document, environment)
        if part.kind == "body" or part.has_tags or has_break(part.source.encode())
    )
    entries = settled_entries(document)
    shared = {name: data for name, data in entries.items() if name not in {part.name for part in parts}}
    return Template(
        key=key,
        source=varied,
        parts=parts,
        package=Package.of(shared),
        relations={name: data.decode() for name, data in entries.items() if name.endswith(".rels")},
        media=frozenset(name for name in entries if name.startswith("word/media/")),
    )


def parsed_parts(
    source: bytes, environment: LetterEnvironment
) -> Iterator[tuple[PartSource, nodes.Template]]:
    """Every part of a template with what Jinja makes of it. Raises TemplateFault."""
    return _parsed(opened(source), environment)


def _parsed(
    document: DocxTemplate, environment: LetterEnvironment
) -> Iterator[tuple[PartSource, nodes.Template]]:
    core = properties.core_source(document.docx.core_properties)
    for part in (*sources_of(document), core):
        try:
            tree = environment.parse(part.source)
            check_balance(environment, part.source)
        except TemplateSyntaxError as error:
            fault = TemplateFault(_said_plainly(error.message or ""), part.place(error.lineno))
        except Unbalanced as error:
            fault = TemplateFault(
                f"A {error.statement} begins and ends in different places, as inside and outside a table",
                part.place(error.line),
            )
        else:
            yield part, tree
            continue
        raise fault


def _said_plainly(message: str) -> str:
    """Jinja's sentence, bettered where the real mistake is a tag in the wrong place."""
    unknown = re.search(r"unknown tag '(\w+)'", message)
    if unknown and unknown[1] in _TAG_OUT_OF_PLACE:
        return _TAG_OUT_OF_PLACE[unknown[1]]
    return f"A tag cannot be understood: {message}"


def _compiled_part(part: PartSource, tree: nodes.Template, environment: LetterEnvironment) -> TemplatePart:
    code = _code(part, tree, environment)
    before, after = part.before.encode(), part.after.encode()
    return TemplatePart(
        name=part.name,
        label=part.label,
        is_body=part.kind == "body",
        has_paragraphs=part.kind != "properties",
        before=before,
        after=after,
        code=code,
        woven_ahead=woven_ahead((before, *(text.encode() for text in texts_in(code)), after)),
        places=part.places,
        paths=tuple(paths_in(tree, environment)),
        paragraphs_nest="txbxContent" in part.source,
        has_drawings="<wp:docPr" in part.source,
        grids_may_change=part.kind == "body" and grids_may_change(environment, part.source),
        next_number=1 + max((int(number) for number in _ID.findall(part.before + part.source)), default=0),
    )


def _code(part: PartSource, tree: nodes.Template, environment: LetterEnvironment) -> CodeType:
    try:
        return environment.compile(tree)
    except TemplateSyntaxError as error:
        fault = TemplateFault(_said_plainly(error.message or ""), part.place(error.lineno))
    raise fault


def settled_entries(document: DocxTemplate) -> dict[str, bytes]:
    """The parts as python-docx saves them, without the author's name, and with picture types declared."""
    relations = document.docx.part.package.rels
    for number in [number for number, each in relations.items() if each.reltype.endswith(_LEFT_OUT)]:
        del relations[number]
    saved = io.BytesIO()
    document.docx.save(saved)
    with zipfile.ZipFile(saved) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    core = properties.core_source(document.docx.core_properties)
    entries[properties.CORE] = f"{core.before}{core.source}".encode()
    if properties.APP in entries:
        entries[properties.APP] = properties.APP_XML
    entries[CONTENT_TYPES] = with_picture_types(entries[CONTENT_TYPES])
    return entries
