"""Small Word files for the tests, and ways to look into them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOLDS_WORDS = {f"{W}t", f"{W}instrText", f"{W}delText"}

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def draft(*paragraphs: str, shaped_by: Callable[[WordDocument], None] | None = None) -> bytes:
    """A .docx with these paragraphs, and whatever else `shaped_by` does to it."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if shaped_by is not None:
        shaped_by(document)
    return saved(document)


def in_runs(document: WordDocument, *runs: str) -> None:
    """A paragraph whose text is cut into runs, as Word cuts it."""
    paragraph = document.add_paragraph()
    for text in runs:
        paragraph.add_run(text)


def table(document: WordDocument, *rows: Iterable[str]) -> None:
    """A table with these cells; short rows leave cells empty."""
    cells = [list(row) for row in rows]
    made = document.add_table(rows=len(cells), cols=max(map(len, cells)))
    for row, texts in zip(made.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def footnote(document: WordDocument, text: str) -> None:
    """A footnote on a new paragraph."""
    blob = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'>"
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    document.add_paragraph("Noted").add_run()._r.append(reference)


def letterhead(document: WordDocument) -> None:
    """A first-page header with a place for the school's logo, and a picture in the body that is none."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    header = section.first_page_header
    header.paragraphs[0].add_run("School ")
    header.paragraphs[0].add_run().add_picture(io.BytesIO(png(10, 10, grey=1)), width=Mm(20))
    drawing = next(header._element.iter(qn("wp:docPr")))
    drawing.set("descr", "School logo")
    document.add_paragraph().add_run().add_picture(io.BytesIO(png(6, 6, grey=2)), width=Mm(5))


def parts(docx: bytes) -> dict[str, bytes]:
    """Every part of a .docx by its zip name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def words(docx: bytes) -> list[str]:
    """The text of each paragraph of the body, those in tables left out."""
    return [paragraph.text for paragraph in Document(io.BytesIO(docx)).paragraphs]


def canonical(xml: bytes) -> str:
    """Equal for XML that says the same: prefixes, order of attributes and space between elements aside."""
    root = etree.fromstring(xml)
    for element in root.iter():
        element.tail = None if not (element.tail or "").strip() else element.tail
        if element.tag not in HOLDS_WORDS and not (element.text or "").strip():
            element.text = None
    return str(etree.canonicalize(etree.tostring(root, encoding="unicode"), rewrite_prefixes=True))


def relations(docx: bytes, part: str) -> dict[str, str]:
    """What each relation of a part points at."""
    folder, _, file = part.rpartition("/")
    xml = parts(docx).get(f"{folder}/_rels/{file}.rels")
    if xml is None:
        return {}
    return {str(each.get("Id")): str(each.get("Target")) for each in etree.fromstring(xml)}


def png(width: int = 4, height: int = 2, dots_a_metre: int | None = None, grey: int = 128) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes([grey]) * width for _ in range(height))
    asked = dots_a_metre or 0
    density = chunk(b"pHYs", struct.pack(">IIB", asked, asked, 1)) if asked else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + density + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(width: int = 30, height: int = 10, dots_an_inch: int = 96) -> bytes:
    """The beginning of a JPEG, which is all that says how big it is."""
    jfif = b"JFIF\x00\x01\x01" + struct.pack(">BHHBB", 1, dots_an_inch, dots_an_inch, 0, 0)
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"".join(
        (
            b"\xff\xd8\xff\xe0", struct.pack(">H", len(jfif) + 2), jfif,
            b"\xff\xdb", struct.pack(">H", 67), bytes(65),
            b"\xff\xc0", struct.pack(">H", len(frame) + 2), frame, b"\xff\xd9",
        )
    )  # fmt: skip


def with_part(docx: bytes, changes: Mapping[str, bytes]) -> bytes:
    """The .docx with some parts put in place of, or beside, its own."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in {**parts(docx), **changes}.items():
            package.writestr(name, data)
    return file.getvalue()
