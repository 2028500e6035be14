"""How does a drawn document become the same bytes every time, on every machine?"""

import datetime as dt
import io
import zipfile

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION

_WANTED = {
    RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES, RELATION.EXTENDED_PROPERTIES, RELATION.STYLES,
    RELATION.SETTINGS, RELATION.NUMBERING, RELATION.FONT_TABLE, RELATION.THEME, RELATION.HEADER,
    RELATION.FOOTER, RELATION.IMAGE,
}  # fmt: skip
_DRAWN_ON = dt.datetime(2026, 1, 1)  # noqa: DTZ001  Word's properties hold no zone, and the day means nothing
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"


def name_the_document(document: Document, title: str) -> None:
    """Fill the document's properties: its title, its language, and no person's name."""
    properties = document.core_properties
    properties.title = title
    properties.language = "en-GB"
    properties.author = properties.last_modified_by = "Mentor XL"
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = _DRAWN_ON
    properties.revision = 1


def drop_unused_parts(document: Document) -> None:
    """Let go of what python-docx's blank document brings and a letter never shows."""
    for part in (document.part, document.part.package):
        for key in [key for key, relation in part.rels.items() if relation.reltype not in _WANTED]:
            del part.rels[key]


def package_bytes(document: Document) -> bytes:
    """The .docx: parts sorted, dates fixed, and stored, because packers differ from machine to machine."""
    drawn = io.BytesIO()
    document.save(drawn)
    packed = io.BytesIO()
    with zipfile.ZipFile(drawn) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()
