"""A template's file taken apart and put together again, while it is being restyled."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from mentor_xl.word.faults import TemplateFault

_LARGEST, _LARGEST_TEXT = 30_000_000, 2_000_000
_TOO_LARGE = (
    "The template unpacks to more than a letter needs, 30 MB with its pictures or 2 MB of text: make its "
    "pictures smaller in Word (Picture Format, Compress Pictures)"
)

Entries = dict[str, bytes]
"""The parts by zip name."""


def unzipped(source: bytes) -> Entries:
    """Every part. Raises zipfile.BadZipFile, and TemplateFault before it unpacks what no letter needs."""
    with zipfile.ZipFile(io.BytesIO(source)) as package:
        sizes = [(entry.filename, entry.file_size) for entry in package.infolist()]
        texts = [size for name, size in sizes if name.endswith((".xml", ".rels"))]
        if sum(size for _, size in sizes) > _LARGEST or max(texts, default=0) > _LARGEST_TEXT:
            raise TemplateFault(_TOO_LARGE)
        return {name: package.read(name) for name in package.namelist()}


def zipped(entries: Entries) -> bytes:
    """A file of these parts, not packed: it is only read again."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in entries.items():
            package.writestr(zipfile.ZipInfo(name), data)
    return file.getvalue()


def parsed(data: bytes) -> etree._Element:
    """A part's root element. Raises etree.XMLSyntaxError; never reads another file."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def written(root: etree._Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
