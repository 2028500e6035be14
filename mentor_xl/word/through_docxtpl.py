"""What only docxtpl can do: insert whole documents, and mend the grids of tables whose columns change."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import escape

from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from mentor_xl.errors import MissingHere
from mentor_xl.word.compiling import settled_entries
from mentor_xl.word.drawings import Drawings
from mentor_xl.word.environment import LetterEnvironment
from mentor_xl.word.faults import RenderError, TemplatePlace
from mentor_xl.word.package import CONTENT_TYPES, Package
from mentor_xl.word.pictures import InsertedDocument, Picture, extent, size_of
from mentor_xl.word.printing import given_to_jinja
from mentor_xl.word.properties import CORE
from mentor_xl.word.render import rendered_parts
from mentor_xl.word.sources import opened
from mentor_xl.word.template import Template


def with_table_grids(xml: bytes) -> bytes:
    """A document part in which every table's grid has as many columns as its widest row.

    Where one of the tables has no grid at all docxtpl can mend none, and they stay as they are.
    """
    try:
        tree = DocxTemplate(io.BytesIO()).fix_tables(xml)
    except AttributeError:
        return xml
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


class _Rehearsal(Drawings):
    """Renders with inserted documents left out: it finds the place of a fault, which docxtpl cannot."""

    def drawn(self, value: Picture | InsertedDocument) -> str:
        return "" if isinstance(value, InsertedDocument) else super().drawn(value)


class _Docxtpl:
    """Draws into a letter that docxtpl is making."""

    def __init__(self, document: DocxTemplate) -> None:
        self._document = document

    def drawn(self, value: Picture | InsertedDocument) -> str:
        if isinstance(value, InsertedDocument):
            return str(_inserted(self._document, value))
        wide, high = extent(size_of(value.data), value.width_mm, value.height_mm)
        data = io.BytesIO(value.data)
        image = InlineImage(self._document, data, width=wide, height=high, anchor=value.link)
        told = f' descr="{escape(value.description)}"' if value.description else ""
        return str(image).replace("<wp:docPr ", f"<wp:docPr{told} ", 1)


def _inserted(document: DocxTemplate, value: InsertedDocument) -> object:
    try:
        return document.new_subdoc(io.BytesIO(value.data))
    except ImportError:
        raise MissingHere(
            "This letter inserts a whole Word document, which needs docxcompose. "
            "Install it with: pip install docxtpl[subdoc]"
        ) from None


def render_through_docxtpl(
    template: Template, context: Mapping[str, object], replaced: Mapping[str, bytes]
) -> bytes:
    """The letter made by docxtpl in the same environment, packed by us.

    Raises RenderError; MissingHere where docxcompose is not installed.
    """
    rehearsed = rendered_parts(template, context, _Rehearsal(template))
    document = opened(template.source)
    values = given_to_jinja(context, _Docxtpl(document))
    fault: Exception | None = None
    try:
        document.render(values, jinja_env=LetterEnvironment(), autoescape=True)
    except MissingHere:
        raise
    except Exception as error:  # noqa: BLE001  docxtpl and docxcompose can raise anything, quoting values
        fault = RenderError(TemplatePlace("body", None, ""), None, "fault", type(error).__name__)
    if fault is not None:
        raise fault
    entries = settled_entries(document)
    if CORE in rehearsed:
        entries[CORE] = rehearsed[CORE].data
    ordered = dict(sorted(entries.items(), key=lambda entry: entry[0] != CONTENT_TYPES))
    return Package.of({}).with_parts({**ordered, **replaced})
