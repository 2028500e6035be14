"""Which words stand in a finished letter: everywhere in its file, seen or not, however it was made."""

import re
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mentor_xl.safety.paragraphs import Paragraphs
from mentor_xl.safety.well_formed import is_sound
from mentor_xl.safety.xml_words import readable

_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_END_SIZE, _LOCAL_SIZE, _BEFORE_OWN_SIZES = 22, 30, 26
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
        """Its bytes. Raises ValueError where they cannot be unpacked."""
        if self.method != _DEFLATED:
            return self.raw
        try:
            return zlib.decompress(self.raw, -zlib.MAX_WBITS)
        except zlib.error:
            raise ValueError("This is not a Word file.") from None


class Part(NamedTuple):
    """A piece of a letter's file in words."""

    label: str
    """What a person calls it: body, header, document properties."""
    texts: tuple[str, ...]
    """A text for each paragraph that is not empty; one of several lines where a file has no paragraphs."""
    is_hidden: bool = False
    """Whether readers do not see it on the page: descriptions of pictures, field codes, names of things."""

    @property
    def text(self) -> str:
        """All of it, a line for each paragraph."""
        return "\n".join(self.texts)


class Opened(NamedTuple):
    """What one file in the zip file holds."""

    parts: tuple[Part, ...]
    broken: str = ""
    """What a person calls it, where it is no sound XML; empty: it is sound."""


def packed_in(data: bytes) -> Iterator[Packed]:
    """The files in a zip file, as its directory lists them.

    Raises:
        ValueError: it is not a zip file.
    """
    end = data.rfind(_END)
    if end < 0 or len(data) < end + _END_SIZE:
        raise ValueError("This is not a Word file.")
    count, _, offset = struct.unpack_from("<HII", data, end + 10)
    try:
        for _ in range(count):
            sign, method, size, name_size, extra, remark, begins = _LINE.unpack_from(data, offset)
            if sign != _ENTRY:
                raise ValueError("This is not a Word file.")
            offset += _LINE.size
            name = data[offset : offset + name_size]
            own_name, own_extra = _OWN_SIZES.unpack_from(data, begins + _BEFORE_OWN_SIZES)
            begins += _LOCAL_SIZE + own_name + own_extra
            yield Packed(name.decode("utf-8", "replace"), data[begins : begins + size], method)
            offset += name_size + extra + remark
    except struct.error:
        raise ValueError("This is not a Word file.") from None


def text_of(data: bytes) -> tuple[Part, ...]:
    """Every word of a letter's file. Raises ValueError where it is not a zip file."""
    found, reader = list(packed_in(data)), Reader()
    named = names_as_part([packed.name for packed in found])
    return (*(part for packed in found for part in reader.opened(packed).parts), *((named,) if named else ()))


_USUAL_NAME = re.compile(
    r"\[Content_Types\]\.xml|(\w+/)*_rels/[\w.]*\.rels|docProps/\w+\.xml|word/(media/)?[A-Za-z]+\d*\.\w+"
    r"|word/(theme|charts|embeddings|fonts|glossary|diagrams)/[A-Za-z_]+\d*\.\w+|customXml/[A-Za-z]+\d*\.xml"
)


@lru_cache(maxsize=256)
def _is_usual(name: str) -> bool:
    return _USUAL_NAME.fullmatch(name) is not None


def names_as_part(names: list[str]) -> Part | None:
    """The names of the files in it, where any is not a usual one: a picture can be called after a child."""
    if all(map(_is_usual, names)):
        return None
    unusual = "\n".join(name for name in names if not _is_usual(name))
    return Part("names of the files in it", (unusual,), is_hidden=True)


class Reader:
    """Reads the letters of one run, and remembers the paragraphs that letters share."""

    def __init__(self) -> None:
        self._paragraphs = Paragraphs()

    def opened(self, packed: Packed, depth: int = 1) -> Opened:
        """The words of one file in the zip file; pictures and fonts have none.

        Raises:
            ValueError: it cannot be unpacked.
        """
        name = packed.name.casefold()
        data = packed.unpacked()
        if name.endswith(_TEXTS):
            return self._of_xml(name, data)
        if not data.startswith(_LOCAL) or depth >= _DEEPEST:
            return Opened(())
        inner = [self.opened(one, depth + 1) for one in packed_in(data)]
        parts = (Part(_within(one.label), one.texts, one.is_hidden) for each in inner for one in each.parts)
        return Opened(tuple(parts), next((_within(each.broken) for each in inner if each.broken), ""))

    def _of_xml(self, name: str, data: bytes) -> Opened:
        label = "links" if name.endswith(".rels") else _label(name)
        xml = readable(data)
        held = self._paragraphs.held_in(xml)
        may_be_broken = name.endswith(_XML) and not (held.is_sound and xml is data)
        seen = (Part(label, held.seen),) if held.seen else ()
        hidden = (Part(label, (held.hidden,), is_hidden=True),) if held.hidden else ()
        return Opened((*seen, *hidden), label if may_be_broken and not is_sound(data) else "")


def _within(label: str) -> str:
    return f"file within the file, {label}"


_XML = (".xml", ".rels")
_TEXTS = (*_XML, ".vml", ".txt", ".html", ".htm", ".rtf")
REST = "rest of the file"
"""Styles, fonts and the like, which are the same in every letter of a template."""
_LABELS = (
    ("word/document", "body"), ("word/header", "header"), ("word/footer", "footer"),
    ("word/footnotes", "footnotes"), ("word/endnotes", "endnotes"), ("word/comments", "comments"),
    ("docprops/", "document properties"), ("customxml/", "data kept with the document"),
    ("word/charts/", "charts"), ("word/settings", "document settings"),
)  # fmt: skip


@lru_cache(maxsize=256)
def _label(name: str) -> str:
    return next((label for begins, label in _LABELS if name.startswith(begins)), REST)
