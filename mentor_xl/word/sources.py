"""What does each part of a .docx template say to Jinja, and in which paragraph does each tag stand?

docxtpl turns the parts into Jinja templates; paragraphs are numbered before, because a `{%p` or `{%tr` tag
takes its paragraph or row away. A tag remembers its paragraph as 16 spaces and tabs at its own end, which
mean nothing to Jinja and survive everything docxtpl does.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.oxml import parse_xml
from docx.opc.part import Part
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from mentor_xl.word.environment import LINE_MARK
from mentor_xl.word.faults import NOT_A_WORD_DOCUMENT, TemplateFault, TemplatePlace

PartKind = Literal["body", "header", "footer", "footnotes", "properties"]

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EDITION = {"default": "", "first": "first-page ", "even": "even-page "}

_TAG = re.compile(r"\{\{.*?(?P<value>-?\}\})|\{%.*?(?P<statement>-?%\})|\{#.*?#\}", re.DOTALL)
_TAG_BEGINS = re.compile(r"\{\{|\{%")
_SIGNATURE = re.compile(r"([ \t]{16})(?=-?[%}]\})")
_SIGNATURE_BITS = 16


@dataclass(frozen=True)
class PartSource:
    """One part as Jinja reads it, each tag on a line of its own."""

    name: str
    """The part's name in the zip file."""
    label: str
    """What a person calls it: body, first-page header, footnotes."""
    kind: PartKind
    before: str
    after: str
    source: str
    places: tuple[TemplatePlace, ...]
    """Where each line of the source stands in the template."""

    @property
    def has_tags(self) -> bool:
        """Whether Jinja has anything to do here."""
        return _TAG.search(self.source) is not None

    def place(self, line: int) -> TemplatePlace:
        """Where a line of the source stands in the template."""
        return self.places[min(line, len(self.places)) - 1]


def opened(source: bytes) -> DocxTemplate:
    """The template opened by docxtpl. Raises TemplateFault where it is not a .docx file."""
    template = DocxTemplate(io.BytesIO(source))
    try:
        template.render_init()
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError):
        raise TemplateFault(NOT_A_WORD_DOCUMENT) from None
    return template


def sources_of(template: DocxTemplate) -> Iterator[PartSource]:
    """Body, headers, footers and footnotes, in this order."""
    document: Document = template.docx
    yield _body(template, document)
    labels = _labels(document)
    running: tuple[tuple[PartKind, str], ...] = (
        ("header", template.HEADER_URI),
        ("footer", template.FOOTER_URI),
    )
    for kind, address in running:
        for relation, part in template.get_headers_footers(address):
            yield _whole_part(template, part, labels.get(relation, kind), kind)
    for part in document.part.package.iter_parts():
        if part.content_type == _FOOTNOTES:
            yield _whole_part(template, part, "footnotes", "footnotes")


def _body(template: DocxTemplate, document: Document) -> PartSource:
    root = document.element
    paragraphs = number_tags(root, "body")
    xml = template.xml_to_string(root)
    begins, ends = xml.find("<w:body"), xml.rfind("</w:body>") + len("</w:body>")
    if begins < 0:  # docxtpl, too, knows the elements by this prefix, which all word processors write.
        raise TemplateFault(NOT_A_WORD_DOCUMENT)
    source, numbers = located(template.patch_xml(xml[begins:ends]))
    return PartSource(
        name=document.part.partname.lstrip("/"),
        label="body",
        kind="body",
        before=DECLARATION + xml[:begins],
        after=xml[ends:],
        source=source,
        places=_places("body", numbers, paragraphs),
    )


def _whole_part(template: DocxTemplate, part: Part, label: str, kind: PartKind) -> PartSource:
    root = parse_xml(cast("str", part.blob))  # lxml takes bytes, whatever the annotation says
    paragraphs = number_tags(root, label)
    source, numbers = located(template.patch_xml(template.xml_to_string(root)))
    places = _places(label, numbers, paragraphs)
    return PartSource(part.partname.lstrip("/"), label, kind, DECLARATION, "", source, places)


def _places(label: str, numbers: Iterable[int | None], texts: Mapping[int, str]) -> tuple[TemplatePlace, ...]:
    return tuple(TemplatePlace(label, number, texts.get(number or 0, "")) for number in numbers)


def _labels(document: Document) -> dict[str, str]:
    """What each header and footer is called, by its relation; the first section that uses it decides."""
    labels: dict[str, str] = {}
    for kind in ("header", "footer"):
        for reference in document.element.iter(qn(f"w:{kind}Reference")):
            edition = _EDITION.get(str(reference.get(qn("w:type"))), "")
            labels.setdefault(str(reference.get(qn("r:id"))), f"{edition}{kind}")
    return labels


def number_tags(root: etree._Element, label: str) -> dict[int, str]:
    """Signs every tag with its paragraph's number, and gives the text of the paragraphs that hold one.

    Raises TemplateFault for a tag that does not end in the paragraph it begins in.
    """
    paragraphs: dict[int, str] = {}
    for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
        pieces = [text for text in paragraph.iter(qn("w:t")) if _paragraph_around(text) is paragraph]
        words = "".join(text.text or "" for text in pieces)
        if "{" not in words:
            continue
        if _TAG_BEGINS.search(_TAG.sub("", words)):
            place = TemplatePlace(label, number, words)
            raise TemplateFault("A tag is opened and not closed in the same paragraph", place)
        tags = list(_TAG.finditer(words))
        if tags:
            paragraphs[number] = words
        for tag in reversed(tags):
            if tag.lastgroup:
                _insert(pieces, tag.start(tag.lastgroup), _signature(number))
    return paragraphs


def _paragraph_around(text: etree._Element) -> etree._Element | None:
    return next(text.iterancestors(qn("w:p")), None)


def _signature(number: int) -> str:
    return f"{number:0{_SIGNATURE_BITS}b}".replace("0", " ").replace("1", "\t")[-_SIGNATURE_BITS:]


def _signed(tag: str) -> int | None:
    found = _SIGNATURE.search(tag)
    return int(found[1].replace(" ", "0").replace("\t", "1"), 2) if found else None


def _insert(pieces: Iterable[etree._Element], position: int, what: str) -> None:
    """Puts `what` at a position of the text that the pieces make together."""
    for piece in pieces:
        text = piece.text or ""
        if position < len(text):
            piece.text = text[:position] + what + text[position:]
            return
        position -= len(text)


def located(patched: str) -> tuple[str, tuple[int | None, ...]]:
    """Each tag on a line of its own, and for each line the number of the paragraph it came from.

    A tag that docxtpl made (vertical merge and the like) has no number and counts with the tag before it.
    """
    pieces: list[str] = []
    lines: list[int | None] = [None]
    done = 0
    for tag in _TAG.finditer(patched):
        between, text = patched[done : tag.start()], tag[0]
        lines += [lines[-1]] * between.count("\n")
        done = tag.end()
        number = _signed(text)
        # A tag that strips the space before it would strip the mark's line end and not the mark.
        begins_a_line = text[2] != "-"
        pieces += [between, LINE_MARK if begins_a_line else "", _SIGNATURE.sub(" ", text)]
        lines += [number or lines[-1]] * (begins_a_line + text.count("\n"))
    return "".join((*pieces, patched[done:])), tuple(lines)
