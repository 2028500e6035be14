"""Is a part of a letter sound XML, so that Word opens it? Told from its pieces, most met before."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.parsers import expat


class Nesting(NamedTuple):
    """Which elements a piece of XML closes that it has not opened, and which it opens and does not close."""

    closes: tuple[bytes, ...] = ()
    opens: tuple[bytes, ...] = ()


LEVEL = Nesting()
"""That of most paragraphs between the first and the last: what they open they close."""

_TAG_NAME = re.compile(rb"<(/?)([^\s/>?!]+)[^>]*?(/?)>")
_CODING = re.compile(rb"""<\?xml[^>]*encoding=["'](?!utf-8["'])""", re.IGNORECASE)


def is_sound(data: bytes) -> bool:
    """Whether a whole file is sound XML. What brings words of its own (a DOCTYPE) is not: Word refuses it."""
    parser = expat.ParserCreate()
    doctypes: list[object] = []
    parser.StartDoctypeDeclHandler = lambda *declared: doctypes.append(declared)
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes no names
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return not doctypes


def nesting_of(piece: bytes, *, is_inner: bool) -> Nesting | None:
    """How a piece of a file nests; None where it cannot be told, or is not sound.

    ``is_inner``: other pieces come before and after it, so that it may hold several elements and text.
    """
    closes: list[bytes] = []
    opens: list[bytes] = []
    for slash, name, empty in _TAG_NAME.findall(piece):
        if not slash:
            opens.extend(() if empty else (name,))
        elif not opens:
            closes.append(name)
        elif opens.pop() != name:
            return None
    around = (b"<_>", b"</_>") if is_inner else (b"", b"")
    before = b"".join(b"<%b>" % name for name in reversed(closes))
    after = b"".join(b"</%b>" % name for name in reversed(opens))
    is_whole = not _CODING.search(piece) and is_sound(b"".join((around[0], before, piece, after, around[1])))
    if not is_whole:
        return None
    return LEVEL if is_inner and not closes and not opens else Nesting(tuple(closes), tuple(opens))


def fit_together(nestings: Sequence[Nesting | None]) -> bool:
    """Whether pieces, the first and the last of a file among them, make one sound file.

    Those between that are level may be left out.
    """
    open_now: list[bytes] = []
    for number, nesting in enumerate(nestings, 1):
        if nesting is None:
            return False
        for name in nesting.closes:
            if not open_now or open_now.pop() != name:
                return False
        is_shut = not open_now and number > 1
        open_now.extend(nesting.opens)
        if number < len(nestings) and (is_shut or not open_now):
            return False
    return not open_now
