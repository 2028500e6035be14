"""The chains of sectors in a compound file ([MS-CFB]), which an .xls is.

Each sector names the one that follows it. In a file that was made to do harm a chain comes back to itself,
and a reader follows it until the memory is full.
"""

import struct
import sys
from array import array
from collections.abc import Sequence

_HEADER = struct.Struct("<60x L 4x L 4x 436s")
"""The first sector of the small ones' table and of the list of tables; how that list begins."""
_SMALL = 64
"""Bytes of a small sector."""


def has_a_loop(data: bytes) -> bool:
    """Whether a chain comes back to itself: of sectors, of small sectors, or of the list of their tables."""
    small, listed, begins = _HEADER.unpack(data[: _HEADER.size].ljust(_HEADER.size, b"\xff"))
    size = 4096 if data[30:32] == b"\x0c\0" else 512

    def sector(number: int) -> "array[int]":
        """Its numbers; none where there is no such sector, as after the last of a chain."""
        return _numbers(data[(number + 1) * size : (number + 2) * size])

    tables, met = _numbers(begins), set[int]()
    while more := sector(listed):
        if listed in met:
            return True
        met.add(listed)
        listed = more.pop()
        tables += more
    links, smalls = array("I"), array("I")
    for table in dict.fromkeys(tables):
        links += sector(table)
    del links[len(data) // size :]
    if _comes_back(links):
        return True
    while small < len(links):
        smalls += sector(small)
        small = links[small]
    return _comes_back(smalls[: len(data) // _SMALL])


def _numbers(sector: bytes) -> "array[int]":
    numbers = array("I", sector[: len(sector) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _comes_back(links: Sequence[int]) -> bool:
    """Whether any chain does. Each sector is walked once, whatever chains lead to it."""
    walked = [0] * len(links)
    for walk in range(1, len(links) + 1):
        at = walk - 1
        while at < len(links) and not walked[at]:
            walked[at], at = walk, links[at]
        if at < len(links) and walked[at] == walk:
            return True
    return False
