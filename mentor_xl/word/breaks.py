"""Where a value holds a line end or a tab, what does Word want written instead?

In a run of text a line end becomes a line break and a tab a tab stop. Listing and RichText may also ask
for a new paragraph (\\a) or a new page (\\f). The new paragraph and run keep the properties of the old.
"""

from __future__ import annotations

import re

_BREAKS = (b"\n", b"\t", b"\a", b"\f")
_BREAK = re.compile(rb"[\n\t\a\f]")
_PIECE = re.compile(
    rb"(?P<paragraph_has><w:pPr>.*?</w:pPr>)|(?P<run_has><w:rPr>.*?</w:rPr>)"
    rb"|(?P<paragraph><w:p(?: [^>]*[^/>])?>)|(?P<paragraph_ends></w:p>)"
    rb"|(?P<run><w:r(?: [^>]*[^/>])?>)|(?P<run_ends></w:r>)"
    rb"|<w:t(?: [^>]*[^/>])?>(?P<text>[^<]+)",
    re.DOTALL,
)
_LEFT_OVER = b"\a\f"

_TEXT = b'<w:t xml:space="preserve">'
_TEXT_ENDS = b"</w:t>"
_RUN_ENDS = b"</w:t></w:r>"
_PARAGRAPH_ENDS = b"</w:t></w:r></w:p>"


def has_break(xml: bytes, begins: int = 0) -> bool:
    """Whether there is anything to do; four searches for one byte each, which is the fast way to ask."""
    return any(xml.find(each, begins) >= 0 for each in _BREAKS)


def with_breaks(xml: bytes, *, paragraphs_nest: bool) -> bytes:
    """The part's XML with every line end, tab, \\a and \\f in its text written as Word wants it."""
    broken = _broken(xml) if paragraphs_nest else _broken_by_paragraph(xml)
    # In an attribute or outside a text they mean nothing, and XML does not allow them.
    return broken.translate(None, _LEFT_OVER)


def _broken_by_paragraph(xml: bytes) -> bytes:
    """Looks only into the paragraphs that hold a break; true while no paragraph lies inside another."""
    pieces, done = [], 0
    for found in _BREAK.finditer(xml):
        at = found.start()
        if at < done:
            continue
        begins = max(xml.rfind(b"<w:p>", done, at), xml.rfind(b"<w:p ", done, at))
        ends = xml.find(b"</w:p>", at)
        if begins < 0 or ends < 0:
            continue
        pieces += [xml[done:begins], _broken(xml[begins:ends])]
        done = ends
    return b"".join((*pieces, xml[done:]))


def _broken(xml: bytes) -> bytes:
    """Walks through the elements and keeps the properties of the paragraph and run it is in."""
    pieces, done = [], 0
    properties = {"paragraph": [b""], "run": [b""]}
    for piece in _PIECE.finditer(xml):
        kind, _, ends_or_has = (piece.lastgroup or "").partition("_")
        if kind == "text":
            if _BREAK.search(piece[0]):
                begins, ends = piece.span("text")
                held = (properties["paragraph"][-1], properties["run"][-1])
                pieces += [xml[done:begins], _rewritten(piece["text"], *held)]
                done = ends
        elif ends_or_has == "has":
            properties[kind][-1] = properties[kind][-1] or piece[0]
        elif ends_or_has == "ends":
            properties[kind] = properties[kind][:-1] or [b""]
        else:
            properties[kind].append(b"")
    return b"".join((*pieces, xml[done:]))


def _rewritten(text: bytes, paragraph: bytes, run: bytes) -> bytes:
    new_text = b"".join((b"<w:r>", run, _TEXT))
    new_paragraph = b"".join((b"<w:p>", paragraph, new_text))
    written = {
        b"\n": b"".join((_TEXT_ENDS, b"<w:br/>", _TEXT)),
        b"\t": b"".join((_RUN_ENDS, b"<w:r>", run, b"<w:tab/></w:r>", new_text)),
        b"\a": _PARAGRAPH_ENDS + new_paragraph,
        b"\f": b"".join((_PARAGRAPH_ENDS, b'<w:p><w:r><w:br w:type="page"/></w:r></w:p>', new_paragraph)),
    }
    return _BREAK.sub(lambda found: written[found[0]], text)
