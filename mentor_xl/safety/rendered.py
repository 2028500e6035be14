"""Which words stand in a finished letter: everywhere in its file, seen or not, however it was made."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mentor_xl.safety.xml_words import Paragraphs, readable, tidy

_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_SIZE, _LOCAL_SIZE = 22, 30
_LINE = struct.Struct("<4s6xH8xI4xHHH8xI")
"""A file's line in the directory: how it is packed, its size, the sizes of what follows, where it begins."""
_OWN_SIZES = struct.Struct("<HH")
_DEFLATED = 8
_DEEPEST = 3
"""Files within files: a chart's workbook, and what lies in that."""


class Packed(NamedTuple):
    """One file in the zip file, still packed."""

    name: str
    raw: bytes
    method: int

    def unpacked(self) -> bytes:
        """Its bytes."""
        return zlib.decompress(self.raw, -zlib.MAX_WBITS) if self.method == _DEFLATED else self.raw


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a letter's file in words, a line for each paragraph that is not empty."""

    label: str
    """What a person calls it: body, header, document properties."""
    text: str
    is_hidden: bool = False
    """Whether readers do not see it on the page: descriptions of pictures, field codes, names of things."""


def packed_in(data: bytes) -> Iterator[Packed]:
    """The files in a zip file, as its directory lists them.

    Raises:
        ValueError: it is not a zip file.
    """
    end = data.rfind(_END)
    if end < 0 or len(data) < end + _END_SIZE:
        raise ValueError("This is not a Word file.")
    count, _, offset = struct.unpack_from("<HII", data, end + 10)
    for _ in range(count):
        sign, method, size, name_size, extra, remark, begins = _LINE.unpack_from(data, offset)
        if sign != _ENTRY:
            raise ValueError("This is not a Word file.")
        name = data[offset + _LINE.size : offset + _LINE.size + name_size]
        own_name, own_extra = _OWN_SIZES.unpack_from(data, begins + 26)
        begins += _LOCAL_SIZE + own_name + own_extra
        yield Packed(name.decode("utf-8", "replace"), data[begins : begins + size], method)
        offset += _LINE.size + name_size + extra + remark


def text_of(data: bytes) -> tuple[Part, ...]:
    """Every word of a letter's file. Raises ValueError where it is not a zip file."""
    found, reader = list(packed_in(data)), Reader()
    named = names_as_part([packed.name for packed in found])
    return (*(part for packed in found for part in reader.parts_of(packed)), *((named,) if named else ()))


_USUAL_NAME = re.compile(
    r"\[Content_Types\]\.xml|(\w+/)*_rels/[\w.]*\.rels|docProps/\w+\.xml|word/(media/)?[A-Za-z]+\d*\.\w+"
    r"|word/(theme|charts|embeddings|fonts|glossary|diagrams)/[A-Za-z_]+\d*\.\w+|customXml/[A-Za-z]+\d*\.xml"
)


def names_as_part(names: list[str]) -> Part | None:
    """The names of the files in it, where any is not a usual one: a picture can be called after a child."""
    unusual = [name for name in names if not _USUAL_NAME.fullmatch(name)]
    return Part("names of the files in it", "\n".join(unusual), is_hidden=True) if unusual else None


class Reader:
    """Reads the letters of one run, and remembers the paragraphs that letters share."""

    def __init__(self) -> None:
        self._paragraphs = Paragraphs()

    def parts_of(self, packed: Packed, depth: int = 1) -> tuple[Part, ...]:
        """The words of one file in the zip file; pictures and fonts have none."""
        name = packed.name.casefold()
        if name.endswith(_TEXTS):
            return self._of_xml(name, readable(packed.unpacked()))
        data = packed.unpacked()
        if not data.startswith(_LOCAL) or depth >= _DEEPEST:
            return ()
        inner = (part for one in packed_in(data) for part in self.parts_of(one, depth + 1))
        return tuple(Part(f"file within the file, {one.label}", one.text, one.is_hidden) for one in inner)

    def _of_xml(self, name: str, xml: bytes) -> tuple[Part, ...]:
        is_link_list = name.endswith(".rels")
        found = self._paragraphs.words_in(xml)
        label = "links" if is_link_list else _label(name)
        texts = ((tidy(found.seen), False), (tidy(b"\n".join(found.hidden)), True))
        return tuple(Part(label, text, is_hidden) for text, is_hidden in texts if text)


_TEXTS = (".xml", ".rels", ".vml", ".txt", ".html", ".htm", ".rtf")
REST = "rest of the file"
"""Styles, fonts and the like, which are the same in every letter of a template."""
_LABELS = (
    ("word/document", "body"), ("word/header", "header"), ("word/footer", "footer"),
    ("word/footnotes", "footnotes"), ("word/endnotes", "endnotes"), ("word/comments", "comments"),
    ("docprops/", "document properties"), ("customxml/", "data kept with the document"),
    ("word/charts/", "charts"), ("word/settings", "document settings"),
)  # fmt: skip


def _label(name: str) -> str:
    return next((label for begins, label in _LABELS if name.startswith(begins)), REST)
