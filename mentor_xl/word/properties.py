"""What a letter's file properties say: the template's title and subject, and nothing about a person."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from docx.opc.coreprops import CoreProperties

from mentor_xl.word.faults import TemplatePlace
from mentor_xl.word.sources import DECLARATION, PartSource, located

CORE = "docProps/core.xml"
APP = "docProps/app.xml"

MADE_BY = "Mentor XL"
MADE_ON = "1980-01-01T00:00:00Z"
"""The same for every letter: the day it was made would make two runs differ."""

# Element, docx's name for it, and whether docxtpl renders tags in it. Author and dates are ours.
_KEPT = (
    ("dc:title", "title", True),
    ("dc:subject", "subject", True),
    ("dc:description", "comments", True),
    ("dc:identifier", "identifier", True),
    ("dc:language", "language", True),
    ("cp:keywords", "keywords", False),
    ("cp:category", "category", False),
)

_HEAD = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"<dc:creator>{MADE_BY}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
    f'<dcterms:created xsi:type="dcterms:W3CDTF">{MADE_ON}</dcterms:created>'
    f'<dcterms:modified xsi:type="dcterms:W3CDTF">{MADE_ON}</dcterms:modified>'
)

APP_XML = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{MADE_BY}</Application></Properties>"
).encode()

_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)


def core_source(properties: CoreProperties) -> PartSource:
    """The core properties as a Jinja template of their own, in which values are escaped like any other.

    Where `has_tags` is false, `before` and `source` together are the part itself.
    """
    pieces, places = [_HEAD], [TemplatePlace("document properties", None, "")]
    for element, name, holds_tags in _KEPT:
        text = str(getattr(properties, name) or "")
        if not text:
            continue
        source, lines = located(_escaped_between_tags(text) if holds_tags else _without_tags(text))
        places += [TemplatePlace(f"document properties, {name}", None, text)] * (len(lines) - 1)
        pieces.append(f"<{element}>{source}</{element}>")
    source = "".join((*pieces, "</cp:coreProperties>"))
    return PartSource(CORE, "document properties", "properties", DECLARATION, "", source, tuple(places))


def _escaped_between_tags(text: str) -> str:
    return "".join(piece if index % 2 else escape(piece) for index, piece in enumerate(_TAG.split(text)))


def _without_tags(text: str) -> str:
    return "{% raw %}" + escape(text) + "{% endraw %}" if _TAG.search(text) else escape(text)
