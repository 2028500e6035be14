"""The zip file around a letter: what never changes is packed once, each letter adds only its own parts.

Same input, same bytes: every date is 1 January 1980 and parts keep their order. A part that was not woven
(see weaving) is deflated at level 1 of the standard library: it costs under one per cent of size, and an
optional faster library would give other bytes on the machines that have it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")

_VERSION = 20
_STORED, _DEFLATED = 0, 8
_NAME_IS_UTF8 = 0x800
_FIRST_OF_JANUARY_1980 = (1 << 5) | 1
_ALREADY_PACKED = (".png", ".jpeg", ".jpg")

CONTENT_TYPES = "[Content_Types].xml"
_PICTURE_TYPES = {b"png": b"image/png", b"jpeg": b"image/jpeg", b"jpg": b"image/jpeg"}

NOTHING: Mapping[str, bytes] = MappingProxyType({})


class Record(NamedTuple):
    """One part as it lies in the file, and what the directory at the end says of it."""

    name: str
    local: bytes
    fields: tuple[int, int, int, int, int]
    """Flags, method, checksum, packed size, size."""

    def directory_entry(self, offset: int) -> bytes:
        """The part's line in the central directory, when it begins `offset` bytes into the file."""
        flags, method, checksum, packed, size = self.fields
        name = self.name.encode()
        head = _CENTRAL.pack(
            b"PK\x01\x02", _VERSION, _VERSION, flags, method, 0, _FIRST_OF_JANUARY_1980,
            checksum, packed, size, len(name), 0, 0, 0, 0, 0, offset,
        )  # fmt: skip
        return head + name


def _deflated_once(data: bytes) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(data) + deflater.flush()


def _deflated_each_letter(data: bytes) -> bytes:
    # A window of 16 KB and small tables stay under the size for which memory is fetched from the system
    # and given back each time, which takes longer than to deflate a letter.
    deflater = zlib.compressobj(1, zlib.DEFLATED, -14, 6)
    return deflater.compress(data) + deflater.flush()


def _record(name: str, data: bytes, deflated: bytes) -> Record:
    packed, method = (deflated, _DEFLATED) if len(deflated) < len(data) else (data, _STORED)
    flags = 0 if name.isascii() else _NAME_IS_UTF8
    checksum = zlib.crc32(data)
    encoded = name.encode()
    head = _LOCAL.pack(
        b"PK\x03\x04", _VERSION, flags, method, 0, _FIRST_OF_JANUARY_1980, checksum, len(packed), len(data),
        len(encoded), 0,
    )  # fmt: skip
    return Record(name, b"".join((head, encoded, packed)), (flags, method, checksum, len(packed), len(data)))


@dataclass(frozen=True)
class Package:
    """The parts that every letter of a template shares, ready to be copied."""

    records: tuple[Record, ...]

    @classmethod
    def of(cls, entries: Mapping[str, bytes]) -> Package:
        """Pack the parts, the content types first as Word expects them."""
        names = sorted(entries, key=lambda name: name != CONTENT_TYPES)
        return cls(tuple(_record(name, entries[name], _deflated_once(entries[name])) for name in names))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(record.name for record in self.records)

    @cached_property
    def prefix(self) -> bytes:
        """The parts as they lie in the file, one after the other."""
        return b"".join(record.local for record in self.records)

    @cached_property
    def directory(self) -> bytes:
        """What the directory at the end says of them."""
        return b"".join(_directory_entries(self.records, 0))

    def without(self, names: Collection[str]) -> Package:
        """The same package with these parts left out."""
        return Package(tuple(record for record in self.records if record.name not in names))

    def with_parts(self, parts: Mapping[str, bytes], deflated: Mapping[str, bytes] = NOTHING) -> bytes:
        """The whole file: these parts, and all shared ones that have no namesake among them.

        `deflated` has the deflate streams of those parts for which there is one already.
        """
        shared = self if self.names.isdisjoint(parts) else self.without(parts.keys())
        records = [
            _record(name, data, deflated.get(name) or _packed(name, data)) for name, data in parts.items()
        ]
        entries = b"".join((shared.directory, *_directory_entries(records, len(shared.prefix))))
        count = len(shared.records) + len(records)
        locals_ = [record.local for record in records]
        offset = len(shared.prefix) + sum(map(len, locals_))
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), offset, 0)
        return b"".join((shared.prefix, *locals_, entries, end))


def _packed(name: str, data: bytes) -> bytes:
    return data if name.endswith(_ALREADY_PACKED) else _deflated_each_letter(data)


def _directory_entries(records: Iterable[Record], offset: int) -> Iterator[bytes]:
    for record in records:
        yield record.directory_entry(offset)
        offset += len(record.local)


def with_picture_types(content_types: bytes) -> bytes:
    """The list of content types with PNG and JPEG in it, so that a letter may bring pictures."""
    begins = min(at for at in map(content_types.find, (b"<Default", b"<Override", b"</Types")) if at > 0)
    declared = b"".join(
        b'<Default Extension="%b" ContentType="%b"/>' % (extension, kind)
        for extension, kind in _PICTURE_TYPES.items()
        if b'Extension="%b"' % extension not in content_types
    )
    return content_types[:begins] + declared + content_types[begins:]
