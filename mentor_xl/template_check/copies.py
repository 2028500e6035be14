"""Copies of a template for whoever puts it right: mended, and with comments. The template stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mentor_xl.errors import NotWritten
from mentor_xl.template_check.annotating import annotated
from mentor_xl.template_check.checking import Looked, look_over
from mentor_xl.template_check.findings import WHOLE_DOCUMENT, Finding
from mentor_xl.template_check.mending import mended

_MANY = 1000
"""More copies of one template than anybody keeps in a folder."""


def copies_of(
    looked: Looked, installed: frozenset[str] | None, *, annotate: bool, repair: bool
) -> Iterator[tuple[str, bytes]]:
    """The copies that are worth making, each with what its name ends in."""
    if not looked.is_word:
        return
    source, count = mended(looked.source)
    if repair and count:
        yield "mended", source
    if annotate:
        left = look_over(looked.file, source, installed).findings
        marked = [one for one in left if _is_for_a_comment(one)]
        if marked:
            yield "annotated", annotated(source, marked)


def _is_for_a_comment(finding: Finding) -> bool:
    """A hint about the document as a whole would only be in the way."""
    return finding.needs_a_look or finding.spot != WHOLE_DOCUMENT


def put_beside(folder: Path, name: str, data: bytes) -> Path:
    """Write a new file whole or not at all, never over one that is there: then the name gets a number.

    Raises:
        MentorError: it could not be written.
    """
    stem, _, suffix = name.rpartition(".")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = next(p for p in (folder / one for one in _names(stem, suffix)) if not p.exists())
        _write_whole(place, data)
    except OSError as error:
        raise NotWritten(error, f"{name} could not be written there. Choose another folder.") from error
    return place


def _names(stem: str, suffix: str) -> Iterator[str]:
    yield f"{stem}.{suffix}"
    yield from (f"{stem}-{number}.{suffix}" for number in range(2, _MANY))


def _write_whole(place: Path, data: bytes) -> None:
    try:
        with place.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise
    except BaseException:
        place.unlink(missing_ok=True)
        raise
