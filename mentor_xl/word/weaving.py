"""How is a part packed without packing it again? The template's own text is deflated when it is compiled.

A deflate stream is made of blocks (RFC 1951, 3.2.3), and any reader takes any mixture of them. So each long
piece of the template's text is kept as blocks of its own, and a letter's values are laid between them as
stored blocks. This costs a few kilobytes a letter, because a piece cannot refer back to the one before it,
and spares the dearest step of all.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence

_SHORTEST_PIECE = 48
"""Bytes: what is shorter gains too little, and counts as one of the values around it."""

LARGEST_WOVEN = 16_384
"""Bytes: a part with long tables says the same again and again, and is smaller when deflated as one."""

_LENGTH = struct.Struct("<HH")
_STORED_BLOCK = b"\x00"
_LAST_BLOCK = b"\x03\x00"
_LENGTH_OF_AN_EMPTY_BLOCK = 4


def _length(size: int) -> bytes:
    """How long a stored block is, and the same with every bit turned round."""
    return _LENGTH.pack(size, size ^ 0xFFFF)


_LENGTHS = tuple(_length(size) for size in range(512))


def woven_ahead(texts: Iterable[bytes]) -> dict[bytes, bytes]:
    """Each piece of a template's text that is worth it, as blocks that end where a stored block begins."""
    return {text: _ending_in_a_stored_block(text) for text in texts if len(text) >= _SHORTEST_PIECE}


def _ending_in_a_stored_block(text: bytes) -> bytes:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    # This flush ends in an empty stored block. Without its length it is a stored block yet to be filled.
    blocks = deflater.compress(text) + deflater.flush(zlib.Z_SYNC_FLUSH)
    return blocks[:-_LENGTH_OF_AN_EMPTY_BLOCK]


def woven(pieces: Sequence[bytes], ahead: Mapping[bytes, bytes]) -> bytes | None:
    """The deflate stream of all pieces; None where deflating them as one is better."""
    stream = [_STORED_BLOCK, b""]
    add, blocks_of = stream.append, ahead.get
    place, size = 1, 0
    for piece in pieces:
        blocks = blocks_of(piece)
        if blocks is None:
            add(piece)
            size += len(piece)
            continue
        if size > LARGEST_WOVEN:
            return None
        stream[place] = _LENGTHS[size] if size < len(_LENGTHS) else _length(size)
        add(blocks)
        place, size = len(stream), 0
        add(b"")
    if size > LARGEST_WOVEN:
        return None
    stream[place] = _length(size)
    add(_LAST_BLOCK)
    made = b"".join(stream)
    return made if len(made) <= LARGEST_WOVEN else None
