"""What stands in a template's file: its parts, their paragraphs in order, and how each is styled."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from mentor_xl.template_check.findings import Spot
from mentor_xl.word.faults import NOT_A_WORD_DOCUMENT, TemplateFault
from mentor_xl.word.package import CONTENT_TYPES
from mentor_xl.word.parts import Entries, parsed, unzipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_OLD_OR_LOCKED = bytes.fromhex("d0cf11e0")
"""What a .doc file begins with, and a .docx that has a password."""
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError,
    etree.XMLSyntaxError,
)  # fmt: skip
"""What reading a file comes to that is cut short, locked with a password or not from Word."""
_EDITIONS = {"default": "", "first": "first-page ", "even": "even-page "}
_RUNNING = ("header", "footer")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; its number counts those in tables too, as faults while writing a letter do."""

    part: str
    number: int
    element: etree._Element
    pieces: tuple[etree._Element, ...]
    """The stretches that Word keeps its text in."""
    text: str
    heading: int | None = None
    """1 to 9 where its style is a heading's."""

    @property
    def spot(self) -> Spot:
        """Where a finding about it stands."""
        return Spot(self.part, self.number, self.text)


@dataclass(frozen=True)
class Part:
    """The body, a header, a footer or the footnotes."""

    name: str
    """The part's name in the zip file."""
    label: str
    """What a person calls it."""
    root: etree._Element
    paragraphs: tuple[Paragraph, ...]


class Layout:
    """A template's file, read but not changed."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries

    @classmethod
    def of(cls, source: bytes) -> Layout:
        """Read a .docx. Raises TemplateFault where it is none, or a part of it cannot be read."""
        if source.startswith(_OLD_OR_LOCKED):
            raise TemplateFault(
                "The template is an old .doc file or has a password. Save it in Word as .docx, without one."
            )
        try:
            layout = cls(unzipped(source))
            if CONTENT_TYPES not in layout.entries or layout.body.root.find(f"{W}body") is None:
                raise TemplateFault(NOT_A_WORD_DOCUMENT)
        except _UNREADABLE:
            raise TemplateFault(NOT_A_WORD_DOCUMENT) from None
        return layout

    @cached_property
    def main(self) -> str:
        """The zip name of the part that holds the body."""
        found = {kind: target for kind, _, target in self._relations("")}
        return found["officeDocument"]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Body, headers, footers and footnotes, in this order."""
        return tuple(self._parts())

    @property
    def body(self) -> Part:
        """The body."""
        return self.parts[0]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of every part."""
        for part in self.parts:
            yield from part.paragraphs

    @cached_property
    def styles(self) -> etree._Element | None:
        """The root of the styles; none where the file has none."""
        return self._related("styles")

    @cached_property
    def theme(self) -> etree._Element | None:
        """The root of the theme, which names fonts."""
        return self._related("theme")

    def _parts(self) -> Iterator[Part]:
        root = parsed(self.entries[self.main])
        yield Part(self.main, "body", root, self._paragraphs_of(root, "body"))
        labels = _labels(root)
        related = list(self._relations(self.main))
        for wanted in (*_RUNNING, "footnotes"):
            for kind, key, target in related:
                if kind == wanted and target in self.entries:
                    label = labels.get(key, kind)
                    inner = parsed(self.entries[target])
                    yield Part(target, label, inner, self._paragraphs_of(inner, label))

    def _paragraphs_of(self, root: etree._Element, label: str) -> tuple[Paragraph, ...]:
        found = []
        for number, element in enumerate(root.iter(f"{W}p"), 1):
            pieces = tuple(t for t in element.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is element)
            text = "".join(piece.text or "" for piece in pieces)
            level = self._levels.get(value_of(element, "pPr", "pStyle"))
            found.append(Paragraph(label, number, element, pieces, text, level))
        return tuple(found)

    @cached_property
    def _levels(self) -> Mapping[str, int]:
        """The ids of the styles that are headings, each to its level."""
        styles = () if self.styles is None else self.styles.iter(f"{W}style")
        named = ((style.get(f"{W}styleId") or "", value_of(style, "name").casefold()) for style in styles)
        return {key: int(name[-1]) for key, name in named if re.fullmatch(r"heading [1-9]", name)}

    def _related(self, wanted: str) -> etree._Element | None:
        for kind, _, target in self._relations(self.main):
            if kind == wanted and target in self.entries:
                return parsed(self.entries[target])
        return None

    def _relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """What a part refers to: the kind's last word, the key and the zip name."""
        yield from relations_in(self.entries.get(relations_name(part)), part)


def relations_name(part: str) -> str:
    """The zip name of the part that says what a part refers to."""
    folder, _, file = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def relations_in(data: bytes | None, part: str) -> Iterator[tuple[str, str, str]]:
    """The relations inside the package: the kind's last word, the key and the zip name."""
    if data is None:
        return
    for each in parsed(data).iter(f"{PACKAGE}Relationship"):
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), str(each.get("Target"))))
            yield str(each.get("Type")).rpartition("/")[2], str(each.get("Id")), target.lstrip("/")


def _labels(body: etree._Element) -> dict[str, str]:
    """What each header and footer is called, by its relation; the first section that uses it decides."""
    labels: dict[str, str] = {}
    for kind in _RUNNING:
        for reference in body.iter(f"{W}{kind}Reference"):
            edition = _EDITIONS.get(str(reference.get(f"{W}type")), "")
            labels.setdefault(str(reference.get(f"{RELATION}id")), f"{edition}{kind}")
    return labels


def value_of(element: etree._Element, *steps: str) -> str:
    """The value of an element's property; empty where it has none."""
    found = element.find("/".join(f"{W}{step}" for step in steps))
    return "" if found is None else str(found.get(f"{W}val") or "")
