"""A copy of a template in which every tag is in one piece, with straight quotes and nothing unseen in it."""

from __future__ import annotations

from lxml import etree

from mentor_xl.template_check.about_tags import pieces_of
from mentor_xl.template_check.layout import Layout, Part, W
from mentor_xl.template_check.tags import Tag, tags_of
from mentor_xl.word.package import CONTENT_TYPES, Package
from mentor_xl.word.parts import Entries, written

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_SEEN = (f"{W}rPr", f"{W}t")


def mended(source: bytes) -> tuple[bytes, int]:
    """The mended copy, and how many tags were mended in it; the very same bytes where there was nothing.

    Raises TemplateFault where it is not a Word document.
    """
    layout = Layout.of(source)
    count = 0
    changed: Entries = {}
    for part in layout.parts:
        mended_here = _mend(part)
        if mended_here:
            changed[part.name] = written(part.root)
        count += mended_here
    return (repacked({**layout.entries, **changed}), count) if count else (source, 0)


def repacked(entries: Entries) -> bytes:
    """A .docx of these parts: the same parts, the same bytes."""
    return Package.of({CONTENT_TYPES: entries[CONTENT_TYPES], **entries}).with_parts({})


def _mend(part: Part) -> int:
    """Mend a part's tags in place, the last of each paragraph first, so that places stay true."""
    count = 0
    for paragraph in part.paragraphs:
        for tag in reversed(list(tags_of(paragraph))):
            if not tag.is_remark and (len(pieces_of(tag)) > 1 or tag.straight != tag.text):
                _put_in_one_piece(tag)
                count += 1
    return count


def _put_in_one_piece(tag: Tag) -> None:
    """The whole tag goes where it begins, and out of every later piece."""
    at = 0
    is_first = True
    emptied: list[etree._Element] = []
    for piece in tag.paragraph.pieces:
        text = piece.text or ""
        begins, at = at, at + len(text)
        if begins >= tag.end or at <= tag.start:
            continue
        before, after = text[: max(0, tag.start - begins)], text[max(0, tag.end - begins) :]
        piece.text = f"{before}{tag.straight if is_first else ''}{after}"
        piece.set(_SPACE, "preserve")
        is_first = False
        emptied += [] if piece.text else [piece]
    for piece in emptied:
        _drop_if_empty(piece)


def _drop_if_empty(piece: etree._Element) -> None:
    """Take a run away that holds nothing any more, so that no trace of the split is left."""
    run = piece.getparent()
    is_bare = run is not None and run.tag == f"{W}r" and all(one.tag in _NOT_SEEN for one in run)
    if run is not None and is_bare and not any(t.text for t in run.iter(f"{W}t")):
        around = run.getparent()
        if around is not None:
            around.remove(run)
