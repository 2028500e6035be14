"""The parts of a workbook's package: unpacked to be looked at, and packed anew for its reader.

Two readers may understand one zip differently. So the reader is given a new one of exactly the parts that
were looked at; each keeps the packing from which it was unpacked, which costs neither time nor room.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it stands in a package."""

    name: str
    packed: bytes
    size: int
    """Of what it unpacks to."""
    checksum: int
    """CRC-32 of what it unpacks to."""
    method: int
    """``ZIP_STORED`` or ``ZIP_DEFLATED``."""
    is_mended: bool = False
    """Whether it says something else than the user's own file."""
    tags: int = 0
    """How many it has: a cell of a sheet has four."""
    longest: int = 0
    """Bytes of the longest text that cells share."""


def unpack(data: bytes, entry: ZipInfo, name: str) -> tuple[Part, bytes]:
    """The part of a package that an entry names, and what it unpacks to.

    Never more is unpacked than the entry says, whatever else is in there.

    Raises:
        BadZipFile, zlib.error, struct.error: it is not what the entry says.
    """
    lengths = struct.unpack_from("<2H", data, entry.header_offset + _LENGTHS_AT)
    start = entry.header_offset + _LOCAL.size + sum(lengths)
    packed = content = data[start : start + entry.compress_size]
    if entry.compress_type == ZIP_DEFLATED:
        inflating = zlib.decompressobj(-zlib.MAX_WBITS)
        content = inflating.decompress(packed, entry.file_size + 1)
        if not inflating.eof:
            raise BadZipFile(name)
        packed = packed.removesuffix(inflating.unused_data)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise BadZipFile(name)
    return Part(name, packed, entry.file_size, entry.CRC, entry.compress_type), content


def mended_part(name: str, content: bytes) -> Part:
    """A part with other content than the user's own file has, not packed."""
    return Part(name, content, len(content), zlib.crc32(content), ZIP_STORED, is_mended=True)


# -- a new package (PKWARE's APPNOTE.TXT, 4.3) -----------------------------------------------------

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LENGTHS_AT = _LOCAL.size - 4
_VERSION = 20
_NAME_IS_UTF_8 = 0x800
_FIRST_DAY = (1 << 5) + 1
"""1 January 1980: a package has no date but this one."""


def package_of(parts: Sequence[Part]) -> bytes:
    """A zip of these parts."""
    package, directory = bytearray(), bytearray()
    for part in parts:
        name = part.name.encode()
        sizes = (part.checksum, len(part.packed), part.size, len(name), 0)
        about = (_VERSION, _NAME_IS_UTF_8, part.method, 0, _FIRST_DAY, *sizes)
        directory += _CENTRAL.pack(b"PK\1\2", _VERSION, *about, 0, 0, 0, 0, len(package)) + name
        package += _LOCAL.pack(b"PK\3\4", *about) + name
        package += part.packed
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(directory), len(package), 0)
    return bytes(package + directory + end)
