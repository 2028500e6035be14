"""One Word document of many: each letter a section with its own head and foot, on a sheet of its own."""

import io
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from mentor_xl.print_pack.styles import Styles

_SHARED = frozenset(
    {RELATION.STYLES, RELATION.SETTINGS, RELATION.FONT_TABLE, RELATION.THEME, RELATION.NUMBERING}
)
"""What the whole pack has once. Other parts, heads and feet and pictures, come with each letter."""
_PAGES_OF_ALL, _PAGES_OF_LETTER = b" NUMPAGES ", b" SECTIONPAGES "
"""In the pack, *Page 1 of 2* counts the letter's own pages."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def one_document(cover: bytes, letters: Sequence[Path]) -> bytes:
    """The cover and every letter as one .docx. The same letters give the same bytes."""
    pack = Document(io.BytesIO(cover))
    styles = Styles(pack)
    body = pack.element.body
    _end_section(body, is_first=True)
    for number, letter in enumerate(letters, 1):
        _append(pack, Document(str(letter)), number, styles)
    _last_section_is_the_bodys(body)
    for number, drawing in enumerate(body.iter(_DRAWING), 1):
        drawing.set("id", str(number))
    return _with_fixed_dates(pack)


def _append(pack: Opened, letter: Opened, number: int, styles: Styles) -> None:
    suffix = styles.suffix_of(letter)
    source = letter.element.body
    _end_section(source)
    renamed = _parts_of(pack, letter.part, number, styles, suffix)
    for element in source:
        copy = deepcopy(element)
        _retarget(copy, renamed)
        styles.rename(copy, suffix)
        pack.element.body.append(copy)


# -- sections ----------------------------------------------------------------------------------


def _end_section(body: Any, *, is_first: bool = False) -> None:
    """Make the body's section end in a paragraph, so that another can follow it.

    Each starts on a page of odd number, and counts its pages from 1.
    """
    section = body.find(qn("w:sectPr"))
    body.remove(section)
    if not is_first:
        _start_on_odd_page(section)
    last = body[-1] if len(body) else None
    if last is None or last.tag != qn("w:p") or last.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
        last = _smallest_paragraph()
        body.append(last)
    last.get_or_add_pPr().append(section)


def _start_on_odd_page(section: Any) -> None:
    for tag in ("w:type", "w:pgNumType"):
        for old in section.findall(qn(tag)):
            section.remove(old)
    kind, numbers = OxmlElement("w:type"), OxmlElement("w:pgNumType")
    kind.set(qn("w:val"), "oddPage")
    numbers.set(qn("w:start"), "1")
    section.find(qn("w:pgSz")).addprevious(kind)
    section.find(qn("w:pgMar")).addnext(numbers)


def _smallest_paragraph() -> Any:
    """What Word wants after a table, too small to make a page of its own."""
    paragraph: Any = OxmlElement("w:p")
    spacing = OxmlElement("w:spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", "20"), ("lineRule", "exact")):
        spacing.set(qn(f"w:{name}"), value)
    paragraph.get_or_add_pPr().append(spacing)
    return paragraph


def _last_section_is_the_bodys(body: Any) -> None:
    section = body[-1].find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    section.getparent().remove(section)
    body.append(section)


# -- parts -------------------------------------------------------------------------------------


def _parts_of(pack: Opened, owner: Part, number: int, styles: Styles, suffix: str) -> dict[str, str]:
    """Bring the parts that a letter refers to into the pack; its relation ids, each with its new one."""
    renamed = {}
    for name, relation in sorted(owner.rels.items()):
        if relation.is_external:
            renamed[name] = pack.part.relate_to(relation.target_ref, relation.reltype, is_external=True)
        elif relation.reltype not in _SHARED:
            part = _copied(relation.target_part, number, styles, suffix)
            renamed[name] = pack.part.relate_to(part, relation.reltype)
    return renamed


def _copied(part: Part, number: int, styles: Styles, suffix: str) -> Part:
    """A part of a letter under a name of its own, with what it refers to in turn."""
    folder, _, file = part.partname.rpartition("/")
    blob = part.blob
    if part.content_type.endswith("+xml"):
        blob = styles.renamed_xml(blob, suffix).replace(_PAGES_OF_ALL, _PAGES_OF_LETTER)
    copy = Part(PackURI(f"{folder}/letter{number}-{file}"), part.content_type, blob, part.package)
    for name, relation in sorted(part.rels.items()):
        if relation.is_external:
            copy.load_rel(relation.reltype, relation.target_ref, name, is_external=True)
        else:
            target = _copied(relation.target_part, number, styles, suffix)
            copy.load_rel(relation.reltype, target, name)
    return copy


def _retarget(element: Any, renamed: dict[str, str]) -> None:
    for node in element.iter():
        for name, value in node.attrib.items():
            if name.startswith(_RELATION) and value in renamed:
                node.set(name, renamed[value])


def _with_fixed_dates(pack: Opened) -> bytes:
    """The .docx without the hour at which it was packed."""
    drawn, packed = io.BytesIO(), io.BytesIO()
    pack.save(drawn)
    with ZipFile(drawn) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name)  # 1 January 1980
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()
