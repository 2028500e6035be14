"""A copy of a template with a Word comment at each fault, for whoever puts it right."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lxml import etree

from mentor_xl.template_check.findings import Finding
from mentor_xl.template_check.layout import PACKAGE, Layout, Paragraph, W, relations_in, relations_name
from mentor_xl.template_check.mending import repacked
from mentor_xl.word.package import CONTENT_TYPES
from mentor_xl.word.parts import parsed, written

AUTHOR = "Mentor XL"
_INITIALS = "MXL"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_NAMESPACES = {"w": W[1:-1]}


def annotated(source: bytes, findings: Iterable[Finding]) -> bytes:
    """The template with a comment for each finding.

    Word keeps comments in the body only: what is wrong elsewhere is told at the first paragraph.

    Raises TemplateFault where it is not a Word document.
    """
    layout = Layout.of(source)
    entries = dict(layout.entries)
    name = _comments_part(layout)
    comments = parsed(entries[name]) if name in entries else etree.Element(f"{W}comments", nsmap=_NAMESPACES)
    next_id = 1 + max((int(one.get(f"{W}id") or 0) for one in comments), default=-1)
    for number, finding in enumerate(findings, next_id):
        _mark(_anchor(layout, finding), str(number))
        comments.append(_comment(finding, str(number)))
    entries[layout.main] = written(layout.body.root)
    entries[name] = written(comments)
    _declare(entries, layout.main, name)
    return repacked(entries)


def _comments_part(layout: Layout) -> str:
    """The zip name of the comments that are there, or of those to come."""
    related = relations_in(layout.entries.get(relations_name(layout.main)), layout.main)
    usual = posixpath.join(posixpath.dirname(layout.main), "comments.xml")
    return next((target for kind, _, target in related if kind == "comments"), usual)


# -- at the paragraph ---------------------------------------------------------------------------------


def _anchor(layout: Layout, finding: Finding) -> etree._Element:
    """The paragraph of the body that a finding is about; what is in a text box hangs on the one around it."""
    paragraphs = layout.body.paragraphs
    if finding.spot.part == layout.body.label and finding.spot.paragraph:
        return _outermost(paragraphs[finding.spot.paragraph - 1])
    return _outermost(paragraphs[0]) if paragraphs else _new_paragraph(layout.body.root)


def _outermost(paragraph: Paragraph) -> etree._Element:
    return [paragraph.element, *paragraph.element.iterancestors(f"{W}p")][-1]


def _new_paragraph(root: etree._Element) -> etree._Element:
    added = etree.Element(f"{W}p")
    root[0].insert(0, added)
    return added


def _mark(paragraph: etree._Element, number: str) -> None:
    """The comment spans the whole paragraph."""
    after_properties = 1 if len(paragraph) and paragraph[0].tag == f"{W}pPr" else 0
    paragraph.insert(after_properties, _element("commentRangeStart", id=number))
    paragraph.append(_element("commentRangeEnd", id=number))
    run = etree.SubElement(paragraph, f"{W}r")
    run.append(_element("commentReference", id=number))


def _element(name: str, **attributes: str) -> etree._Element:
    element = etree.Element(f"{W}{name}", nsmap=_NAMESPACES)
    for key, value in attributes.items():
        element.set(f"{W}{key}", value)
    return element


def _comment(finding: Finding, number: str) -> etree._Element:
    comment = _element("comment", id=number, author=AUTHOR, initials=_INITIALS)
    is_elsewhere = finding.spot.part != "body"
    where = f" in the {finding.spot}" if is_elsewhere else ""
    first = _paragraph_of(comment, f"{finding.severity.value.capitalize()}{where}: {finding.what}")
    marker = etree.Element(f"{W}r")
    marker.append(_element("annotationRef"))
    first.insert(0, marker)
    _paragraph_of(comment, finding.fix)
    return comment


def _paragraph_of(comment: etree._Element, words: str) -> etree._Element:
    paragraph = etree.SubElement(comment, f"{W}p")
    text = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    text.text = words
    return paragraph


# -- in the package -------------------------------------------------------------------------------------


def _declare(entries: dict[str, bytes], main: str, name: str) -> None:
    """The body refers to the comments, and the package says what they are."""
    key = relations_name(main)
    if not any(kind == "comments" for kind, _, _ in relations_in(entries.get(key), main)):
        relations = parsed(entries[key]) if key in entries else etree.Element(f"{PACKAGE}Relationships")
        taken = {one.get("Id") for one in relations}
        free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        target = posixpath.relpath(name, posixpath.dirname(main) or ".")
        etree.SubElement(relations, f"{PACKAGE}Relationship", Id=free, Type=_KIND, Target=target)
        entries[key] = written(relations)
    types = parsed(entries[CONTENT_TYPES])
    if not any(one.get("PartName") == f"/{name}" for one in types.iter(f"{_TYPES}Override")):
        etree.SubElement(types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=_TYPE)
        entries[CONTENT_TYPES] = written(types)
