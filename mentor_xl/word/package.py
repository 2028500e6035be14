"""The zip file around a letter: what never changes is packed once, each letter adds only its own parts.

Same input, same bytes: every date is 1 January 1980 and parts keep their order. Parts that change are
deflated at level 1 of the standard library: it costs under one per cent of size, and an optional faster
library would give other bytes on the machines that have it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")

_VERSION = 20
_STORED, _DEFLATED = 0, 8
_NAME_IS_UTF8 = 0x800
_FIRST_OF_JANUARY_1980 = (1 << 5) | 1
_ONCE, _EACH_LETTER = 9, 1
_ALREADY_PACKED = (".png", ".jpeg", ".jpg")

CONTENT_TYPES = "[Content_Types].xml"
_PICTURE_TYPES = {b"png": b"image/png", b"jpeg": b"image/jpeg", b"jpg": b"image/jpeg"}


@dataclass(frozen=True)
class _Record:
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


def _record(name: str, data: bytes, level: int) -> _Record:
    packed, method = data, _STORED
    if not (level == _EACH_LETTER and name.endswith(_ALREADY_PACKED)):
        deflater = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        deflated = deflater.compress(data) + deflater.flush()
        if len(deflated) < len(data):
            packed, method = deflated, _DEFLATED
    flags = 0 if name.isascii() else _NAME_IS_UTF8
    checksum = zlib.crc32(data)
    encoded = name.encode()
    head = _LOCAL.pack(
        b"PK\x03\x04", _VERSION, flags, method, 0, _FIRST_OF_JANUARY_1980, checksum, len(packed), len(data),
        len(encoded), 0,
    )  # fmt: skip
    return _Record(name, b"".join((head, encoded, packed)), (flags, method, checksum, len(packed), len(data)))


@dataclass(frozen=True)
class Package:
    """The parts that every letter of a template shares, ready to be copied."""

    records: tuple[_Record, ...]
    prefix: bytes
    directory: bytes

    @classmethod
    def of(cls, entries: Mapping[str, bytes]) -> Package:
        """Pack the parts, the content types first as Word expects them."""
        names = sorted(entries, key=lambda name: name != CONTENT_TYPES)
        return cls._joined(_record(name, entries[name], _ONCE) for name in names)

    @classmethod
    def _joined(cls, records: Iterable[_Record]) -> Package:
        records = tuple(records)
        directory, offset = [], 0
        for record in records:
            directory.append(record.directory_entry(offset))
            offset += len(record.local)
        return cls(records, b"".join(record.local for record in records), b"".join(directory))

    def without(self, names: Collection[str]) -> Package:
        """The same package with these parts left out."""
        return self._joined(record for record in self.records if record.name not in names)

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(record.name for record in self.records)

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The whole file: these parts, and all shared ones that have no namesake among them."""
        replaced = self.names & parts.keys()
        shared = self.without(replaced) if replaced else self
        pieces, directory, offset = [shared.prefix], [shared.directory], len(shared.prefix)
        for name, data in parts.items():
            record = _record(name, data, _EACH_LETTER)
            pieces.append(record.local)
            directory.append(record.directory_entry(offset))
            offset += len(record.local)
        count = len(shared.records) + len(parts)
        entries = b"".join(directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), offset, 0)
        return b"".join((*pieces, entries, end))


def with_picture_types(content_types: bytes) -> bytes:
    """The list of content types with PNG and JPEG in it, so that a letter may bring pictures."""
    begins = min(at for at in map(content_types.find, (b"<Default", b"<Override", b"</Types")) if at > 0)
    declared = b"".join(
        b'<Default Extension="%b" ContentType="%b"/>' % (extension, kind)
        for extension, kind in _PICTURE_TYPES.items()
        if b'Extension="%b"' % extension not in content_types
    )
    return content_types[:begins] + declared + content_types[begins:]
