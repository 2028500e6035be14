"""What does each paragraph of a file hold? Most are the template's own and were met in another letter.

Of a paragraph that is new, the tags mostly are not: only its words are looked at then.
"""

import re
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from mentor_xl.safety.well_formed import LEVEL, Nesting, fit_together, nesting_of
from mentor_xl.safety.xml_words import (
    Attributes,
    breaks_of,
    elements_in,
    has_more_than_words,
    tidied,
    tidy,
    words_in,
)

_END = b"</w:p>"
_PARAGRAPHS_KEPT = 20_000
_SHAPES_KEPT = 4_096


class Held(NamedTuple):
    """What a file says, a text for each paragraph that says something, and what readers do not see."""

    seen: tuple[str, ...]
    hidden: str
    is_sound: bool
    """Whether it is sound XML, as far as can be told without reading it whole."""


class Paragraph(NamedTuple):
    """What a piece of a file holds, up to the end of a paragraph."""

    seen: str
    hidden: tuple[bytes, ...]
    nesting: Nesting | None
    """None where it has to be looked at within its file."""


class Shape(NamedTuple):
    """What the tags of a piece say by themselves, whatever words stand between them."""

    hidden: tuple[bytes, ...]
    nesting: Nesting
    breaks: tuple[tuple[bytes, bytes], ...] | None
    """The tags that part its words; None where its words are all that stands between tags, as they are."""
    instead: bytes
    """What stands for a tag among its words."""


_TEXT = re.compile(rb">([^<]+)<")
_TAG = re.compile(rb"<[^>]*>(?:<[^>]*>)*")
_DOUBTFUL = b"\"']\xef" + bytes(sign for sign in range(32) if sign not in b"\t\n\r")
"""Signs that call for a look at the whole piece: they may end a value, or are not allowed at all."""
_UNKNOWN_SIGN = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#34|#39);)")


class Pieces(dict[bytes, Paragraph]):
    """Pieces that stand at one place in a file: first, last or between."""

    def __init__(self, attributes: Attributes, *, is_inner: bool, end: bytes) -> None:
        super().__init__()
        self._attributes = attributes
        self._is_inner = is_inner
        self._end = end
        self._shapes: dict[bytes, Shape | None] = {}

    def __missing__(self, piece: bytes) -> Paragraph:
        if len(self) > _PARAGRAPHS_KEPT:
            self.clear()
        found = self[piece] = self._by_its_shape(piece) or self._look_into(piece)
        return found

    def _by_its_shape(self, piece: bytes) -> Paragraph | None:
        """What it holds, where its words are such that they change nothing in what its tags say."""
        words = b"".join(_TEXT.findall(piece))
        if len(words.translate(None, _DOUBTFUL)) != len(words):
            return None
        if b"&" in words and _UNKNOWN_SIGN.search(words):
            return None
        try:
            text = words.decode()
        except UnicodeDecodeError:
            return None
        shape = self._shape(_TEXT.sub(b"><", piece))
        if shape is None:
            return None
        if shape.breaks is not None:
            for tag, sign in shape.breaks:
                piece = piece.replace(tag, sign)
            text = _TAG.sub(shape.instead, piece).decode()
        return Paragraph(tidy(text), shape.hidden, shape.nesting)

    def _shape(self, tags: bytes) -> Shape | None:
        if tags not in self._shapes:
            if len(self._shapes) > _SHAPES_KEPT:
                self._shapes.clear()
            self._shapes[tags] = self._shape_of(tags)
        return self._shapes[tags]

    def _shape_of(self, tags: bytes) -> Shape | None:
        elements = elements_in(tags)
        nesting = self._nesting(tags)
        if nesting is None or has_more_than_words(elements):
            return None
        raw = self._attributes.values_in(tags, elements)
        if any(b"<" in value or b">" in value for value in raw):
            return None
        hidden = tuple(self._attributes.for_people(tags, elements))
        if elements.isdisjoint((b"w:p", b"a:p")):
            return Shape(hidden, nesting, (), b"\n")
        has_ends = tags[:1] == b"<" and tags[-1:] == b">"
        breaks = breaks_of(elements - {b"w:p"})
        return Shape(hidden, nesting, breaks if breaks or not has_ends else None, b"")

    def _look_into(self, piece: bytes) -> Paragraph:
        seen, hidden = look_into(piece, self._attributes)
        return Paragraph(tidied(seen), hidden, self._nesting(piece))

    def _nesting(self, piece: bytes) -> Nesting | None:
        # A text box lies within a paragraph and has paragraphs of its own; comments may reach over several.
        if b"txbxContent" in piece or b"<!" in piece:
            return None
        return nesting_of(piece + self._end, is_inner=self._is_inner)


def look_into(xml: bytes, attributes: Attributes) -> tuple[bytes, tuple[bytes, ...]]:
    """What a piece of XML says, and what it holds that readers do not see."""
    elements = elements_in(xml)
    seen, besides = words_in(xml, elements)
    return seen, (*attributes.for_people(xml, elements), *besides)


class Paragraphs:
    """The paragraphs of the letters of one run."""

    def __init__(self) -> None:
        self._attributes = Attributes()
        self._first = Pieces(self._attributes, is_inner=False, end=_END)
        self._between = Pieces(self._attributes, is_inner=True, end=_END)
        self._last = Pieces(self._attributes, is_inner=False, end=b"")
        self._as_text = lru_cache(maxsize=_SHAPES_KEPT)(_as_text)

    def held_in(self, xml: bytes) -> Held:
        """What a file holds."""
        pieces = xml.split(_END)
        if len(pieces) == 1:
            return self._as_a_whole(xml)
        first, *between, last = pieces
        found = [self._first[first], *map(self._between.__getitem__, between), self._last[last]]
        nestings = [one.nesting for one in found if one.nesting is not LEVEL]
        if None in nestings and (b"txbxContent" in xml or b"<!" in xml):
            return self._as_a_whole(xml)
        hidden = [one.hidden for one in found if one.hidden]
        values = tuple(dict.fromkeys(chain.from_iterable(hidden))) if len(hidden) > 1 else tuple(*hidden)
        is_sound = fit_together(nestings)
        return Held(tuple([one.seen for one in found if one.seen]), self._as_text(values), is_sound)

    def _as_a_whole(self, xml: bytes) -> Held:
        seen, hidden = look_into(xml, self._attributes)
        return Held(tuple(filter(None, (tidied(seen),))), self._as_text(hidden), is_sound=False)


def _as_text(values: tuple[bytes, ...]) -> str:
    return tidied(b"\n".join(values))
