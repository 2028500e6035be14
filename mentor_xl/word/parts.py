"""A template's file taken apart and put together again, while it is being restyled."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

Entries = dict[str, bytes]
"""The parts by zip name."""


def unzipped(source: bytes) -> Entries:
    """Every part. Raises zipfile.BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(source)) as package:
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
