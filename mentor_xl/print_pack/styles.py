"""How are letters of other sizes put into one document: large print beside the usual, each in its styles?"""

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

_USES = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_LINKS = (qn("w:basedOn"), qn("w:next"), qn("w:link"))
_ID, _VALUE = qn("w:styleId"), qn("w:val")


class Styles:
    """The styles of a pack: the cover's own, and under other names those of each kind of letter."""

    def __init__(self, pack: Document) -> None:
        self._sheet = pack.styles.element
        self._suffixes = {etree.tostring(self._sheet, method="c14n"): ""}

    def suffix_of(self, letter: Document) -> str:
        """What the names of a letter's styles end with in the pack; new styles are brought in."""
        sheet = letter.styles.element
        key = etree.tostring(sheet, method="c14n")
        if key not in self._suffixes:
            self._suffixes[key] = suffix = f"-{len(self._suffixes) + 1}"
            self._bring_in(sheet, suffix)
        return self._suffixes[key]

    def _bring_in(self, sheet: Any, suffix: str) -> None:
        defaults = sheet.find(qn("w:docDefaults"))
        for style in sheet.findall(qn("w:style")):
            copy = deepcopy(style)
            copy.set(_ID, style.get(_ID) + suffix)
            copy.attrib.pop(qn("w:default"), None)
            name = copy.find(qn("w:name"))
            name.set(_VALUE, name.get(_VALUE) + suffix)
            for link in (found for tag in _LINKS for found in copy.findall(tag)):
                link.set(_VALUE, link.get(_VALUE) + suffix)
            if style.get(qn("w:type")) == "paragraph" and style.find(qn("w:basedOn")) is None:
                _take_defaults(copy, defaults)
            self._sheet.append(copy)

    def rename(self, element: Any, suffix: str) -> None:
        """Let an element of a letter use the letter's styles under their names in the pack."""
        if not suffix:
            return
        for use in element.iter(*_USES):
            use.set(_VALUE, use.get(_VALUE) + suffix)
        for paragraph in element.iter(qn("w:p")):
            properties = paragraph.find(qn("w:pPr"))
            if properties is None or properties.find(qn("w:pStyle")) is None:
                _in_style(paragraph, f"Normal{suffix}")

    def renamed_xml(self, blob: bytes, suffix: str) -> bytes:
        """As ``rename``, for a part of its own: a head, a foot."""
        root = etree.fromstring(blob)
        self.rename(root, suffix)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _take_defaults(style: Any, defaults: Any) -> None:
    """What holds for a whole letter has to stand in its styles, where the pack's own defaults differ."""
    for tag, default in (("w:pPr", "w:pPrDefault"), ("w:rPr", "w:rPrDefault")):
        found = defaults.find(f"{qn(default)}/{qn(tag)}") if defaults is not None else None
        if found is None:
            continue
        own = style.find(qn(tag))
        if own is None:
            own = OxmlElement(tag)
            _before_the_rest(style, own, tag)
        for setting in found:
            if own.find(setting.tag) is None:
                own.append(deepcopy(setting))


def _before_the_rest(style: Any, properties: Any, tag: str) -> None:
    """Word wants paragraph properties before those of runs, and both before those of tables."""
    later = ("w:rPr", "w:tblPr") if tag == "w:pPr" else ("w:tblPr",)
    place = next((style.find(qn(name)) for name in later if style.find(qn(name)) is not None), None)
    if place is None:
        style.append(properties)
    else:
        place.addprevious(properties)


def _in_style(paragraph: Any, name: str) -> None:
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        properties = OxmlElement("w:pPr")
        paragraph.insert(0, properties)
    style = OxmlElement("w:pStyle")
    style.set(_VALUE, name)
    properties.insert(0, style)
