"""Which words does one XML file of a Word document hold: by paragraph, and those that readers do not see?

It works on bytes: most of a file is tags, and only what is left between them need become text.
"""

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from mentor_xl.safety.words import composed

_TAG = re.compile(rb"<[^>]*>(?:<[^>]*>)*")
_INVISIBLE_SIGNS = (
    "\u00ad\u034f\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\ufeff"
)
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]")


def tidied(found: bytes) -> str:
    """What stands between tags as text, tidy; what is no text as a sign for that."""
    return tidy(found.decode("utf-8", "replace"))


def tidy(text: str) -> str:
    """A text as it reads: signs for what they mean, nothing invisible, no empty lines."""
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        if any(sign in text for sign in _INVISIBLE_SIGNS):
            text = _INVISIBLE.sub("", text)
        text = composed(text)
    if "\n" not in text:
        return text.strip()
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))


# -- paragraphs -------------------------------------------------------------------------------------

_COMMENT = re.compile(rb"<!--(.*?)-->", re.DOTALL)
_CDATA = re.compile(rb"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TEXT_BOX = re.compile(rb"<w:txbxContent>.*?</w:txbxContent>", re.DOTALL)
_FIELD_CODE = re.compile(rb"<w:(instrText|delInstrText)\b[^>]*>.*?</w:\1>", re.DOTALL)
_DELETED = re.compile(rb"<w:delText\b[^>]*>.*?</w:delText>", re.DOTALL)
_VANISHED = re.compile(rb"<w:r\b(?:(?!</w:r>).)*?<w:vanish/>.*?</w:r>", re.DOTALL)
_BETWEEN_TAGS = re.compile(rb">[ \t\r]*\n\s*<")
_BREAKS = {
    b"w:p": (b"</w:p>", b"\n"), b"w:tab": (b"<w:tab/>", b"\t"), b"w:ptab": (b"<w:ptab", b"\t<w:ptab"),
    b"w:br": (b"<w:br", b"\v<w:br"), b"w:cr": (b"<w:cr/>", b"\v"),
    b"w:noBreakHyphen": (b"<w:noBreakHyphen/>", b"-"), b"a:p": (b"</a:p>", b"\n"),
    b"a:br": (b"<a:br", b"\v<a:br"), b"c:v": (b"</c:v>", b"\n"), b"c:f": (b"</c:f>", b"\n"),
}  # fmt: skip
"""What parts words on the page, by its element."""


_ELEMENT = re.compile(rb"<([\w:]+)")


def elements_in(xml: bytes) -> frozenset[bytes]:
    """The names of the elements in a file: what is not there need not be looked for."""
    return frozenset(_ELEMENT.findall(xml))


def readable(data: bytes) -> bytes:
    """A file in one coding, Word's elements under one prefix, and no line ends between its tags."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    xml = _under_our_prefix(data.removeprefix(b"\xef\xbb\xbf"))
    return _BETWEEN_TAGS.sub(b"><", xml) if b"\n" in xml[100:] else xml


def words_in(xml: bytes, elements: frozenset[bytes]) -> tuple[bytes, list[bytes]]:
    """What a file says, a line for each paragraph, and what besides readers do not see."""
    xml = _with_comments(xml)
    if elements.isdisjoint((b"w:p", b"a:p")):
        return _TAG.sub(b"\n", xml), []
    besides: list[bytes] = []
    pieces = [xml]
    if b"w:txbxContent" in elements:
        pieces = [_TEXT_BOX.sub(b"", xml), *_TEXT_BOX.findall(xml)]
    texts = []
    for piece in pieces:
        shown = piece
        if not elements.isdisjoint((b"w:instrText", b"w:delInstrText")):
            besides.extend(_lines(found[0], elements) + b"\n" for found in _FIELD_CODE.finditer(piece))
            shown = _FIELD_CODE.sub(b"", piece)
        texts.append(_lines(shown, elements))
        # What is struck out or hidden is read with its neighbours and without: either can make a name.
        for element, struck in ((b"w:delText", _DELETED), (b"w:vanish", _VANISHED)):
            if element in elements:
                besides.append(_lines(struck.sub(b"", shown), elements))
    return b"\n".join(texts), besides


_MORE_THAN_WORDS = frozenset((b"w:txbxContent", b"w:instrText", b"w:delInstrText", b"w:delText", b"w:vanish"))


def has_more_than_words(elements: frozenset[bytes]) -> bool:
    """Whether a piece with these elements says something besides what stands between its tags."""
    return not elements.isdisjoint(_MORE_THAN_WORDS)


def breaks_of(elements: frozenset[bytes]) -> tuple[tuple[bytes, bytes], ...]:
    """What parts words among these elements: the tags, each with the sign that stands for it."""
    return tuple(_BREAKS[element] for element in elements & _BREAKS.keys())


def _lines(xml: bytes, elements: frozenset[bytes]) -> bytes:
    for tag, sign in breaks_of(elements):
        xml = xml.replace(tag, sign)
    return _TAG.sub(b"", xml)


def _with_comments(xml: bytes) -> bytes:
    """Comments and character data, which a look at tags alone would lose, as lines of text."""
    if b"<!" not in xml:
        return xml
    xml = _CDATA.sub(lambda found: _as_text(found[1]), xml)
    return _COMMENT.sub(b"", xml) + b"".join(b"\n%b\n" % _as_text(note) for note in _COMMENT.findall(xml))


def _as_text(words: bytes) -> bytes:
    return words.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")


_PREFIX = re.compile(rb'xmlns(?::(\w+))?="[^"]*/wordprocessingml/[^"]*main"')


def _under_our_prefix(xml: bytes) -> bytes:
    """Word's elements under the prefix ``w``, whichever the file calls them by."""
    if b"<w:" in xml:
        return xml
    declared = _PREFIX.search(xml)
    if declared is None:
        return xml
    prefix = declared[1] + b":" if declared[1] else b""
    return re.sub(rb"<(/?)%b(?=\w+[\s/>])" % prefix, rb"<\1w:", xml)


# -- attributes -------------------------------------------------------------------------------------

_VALUE = re.compile(rb'="([^"]*)"')
_QUOTED_SINGLY = re.compile(rb"='([^']*)'")
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[^;:]*?[\s_@%.+,-][^;:]*?[^\W\d_]{2,}")
_OF_THE_FORMAT = ("http://schemas.", "urn:", "application/", "http://www.w3.org", "http://purl.")


def _attribute(*names: bytes) -> tuple[re.Pattern[bytes], ...]:
    return tuple(re.compile(name + b"=[\"']([^\"']*)") for name in names)


def _value_of(element: bytes, name: bytes = b"w:val") -> tuple[re.Pattern[bytes], ...]:
    return (re.compile(b"<" + element + rb"\b[^>]*?" + name + b"=[\"']([^\"']*)"),)


_AUTHOR = _attribute(b"w:author")
_OF_A_PICTURE = _attribute(b"descr", b"title", b"name", b"tooltip")
_FOR_PEOPLE = {
    b"wp:docPr": _OF_A_PICTURE, b"pic:cNvPr": _OF_A_PICTURE, b"wps:cNvPr": _OF_A_PICTURE,
    b"v:shape": _attribute(b"alt", b"title"), b"v:textpath": _attribute(b"string"),
    b"w:ins": _AUTHOR, b"w:del": _AUTHOR, b"w:comment": _AUTHOR, b"w:rPrChange": _AUTHOR,
    b"w:hyperlink": _attribute(b"w:tooltip", b"w:anchor"), b"a:hlinkClick": _attribute(b"tooltip"),
    b"w:fldSimple": _attribute(b"w:instr"), b"Relationship": _attribute(b"Target"),
    b"w:tag": _value_of(b"w:tag"), b"w:alias": _value_of(b"w:alias"),
    b"w:listItem": _attribute(b"w:displayText"), b"w:docVar": _value_of(b"w:docVar"),
    b"w:helpText": _value_of(b"w:helpText"), b"w:statusText": _value_of(b"w:statusText"),
    b"w:default": _value_of(b"w:default"), b"w:bookmarkStart": _value_of(b"w:bookmarkStart", b"w:name"),
    b"w:tblCaption": _value_of(b"w:tblCaption"), b"w:tblDescription": _value_of(b"w:tblDescription"),
}  # fmt: skip
"""Where attributes hold words for people, of which one word alone may be an ID, and how they are found."""


class Attributes:
    """The values of attributes that may be words; the many that are none are looked at once."""

    def __init__(self) -> None:
        self._dull: set[bytes] = set()

    def for_people(self, xml: bytes, elements: frozenset[bytes]) -> list[bytes]:
        """The values that may be words: written for people, or of two words or more."""
        spoken = _spoken_in(xml, elements)
        new = _quoted_in(xml) - self._dull
        telling = {value for value in new if _is_telling(value)}
        self._dull |= new - telling
        return sorted(_decoded(spoken | telling))

    def values_in(self, xml: bytes, elements: frozenset[bytes]) -> set[bytes]:
        """All values, as they stand there."""
        return _quoted_in(xml) | _spoken_in(xml, elements)


def _quoted_in(xml: bytes) -> set[bytes]:
    values = set(_VALUE.findall(xml))
    if b"='" in xml:
        values.update(_QUOTED_SINGLY.findall(xml))
    return values


def _spoken_in(xml: bytes, elements: frozenset[bytes]) -> set[bytes]:
    spoken: set[bytes] = set()
    for element in elements & _FOR_PEOPLE.keys():
        spoken.update(value for pattern in _FOR_PEOPLE[element] for value in pattern.findall(xml))
    return spoken


def _is_telling(value: bytes) -> bool:
    text = value.decode("utf-8", "replace")
    return not text.startswith(_OF_THE_FORMAT) and _TWO_WORDS.search(text) is not None


def _decoded(values: Iterable[bytes]) -> Iterator[bytes]:
    for value in values:
        yield unquote(value.decode("utf-8", "replace")).encode() if b"%" in value else value
