"""The pictures of one letter: their XML in the text, their files, and what ties the two together."""

from __future__ import annotations

import hashlib
import re
from html import escape

from mentor_xl.word.pictures import InsertedDocument, Picture, extent, inline_drawing, size_of
from mentor_xl.word.template import Template, TemplatePart

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NO_RELATIONS = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_RELATION_NUMBER = re.compile(r'Id="rId(\d+)"')
_MEDIA_NUMBER = re.compile(r"word/media/image(\d+)\.")

# docxtpl leaves the text and its run around the tag; the drawing needs a run of its own between two.
_OUT_OF_THE_TEXT = "</w:t></w:r><w:r>"
_BACK_INTO_THE_TEXT = '</w:r><w:r><w:t xml:space="preserve">'


class NeedsDocxtpl(Exception):
    """A value that only docxtpl can put into a letter."""


class Drawings:
    """What one letter draws, part by part."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._part: TemplatePart = template.parts[0]
        self._files: dict[str, bytes] = {}
        self._file_of: dict[str, str] = {}
        self._added: dict[str, dict[tuple[str, str], str]] = {}
        self.has_drawn = False

    def enter(self, part: TemplatePart) -> None:
        """From now on values are drawn into this part."""
        self._part = part
        self.has_drawn = False

    def drawn(self, value: Picture | InsertedDocument) -> str:
        """The XML that stands for a picture inside a run of text.

        Raises PictureRefused for a file that is neither PNG nor JPEG; NeedsDocxtpl for a whole document.
        """
        if isinstance(value, InsertedDocument):
            raise NeedsDocxtpl
        self.has_drawn = True
        size = size_of(value.data)
        drawing = inline_drawing(
            relation=self._related(_IMAGE, self._file(value.data, size.kind)),
            number=self._part.next_number,
            file_name=f"image.{'jpg' if size.kind == 'jpeg' else size.kind}",
            extent_emu=extent(size, value.width_mm, value.height_mm),
            description=value.description,
            link=self._related(_HYPERLINK, value.link) if value.link else None,
        )
        return f"{_OUT_OF_THE_TEXT}{drawing}{_BACK_INTO_THE_TEXT}"

    def parts(self) -> dict[str, bytes]:
        """The new picture files, and the relations of every part that shows one."""
        return {**{name: self._with_added(name).encode() for name in self._added}, **self._files}

    def _file(self, data: bytes, extension: str) -> str:
        """Where the picture lies, as a part in word/ refers to it; one file for the same picture twice."""
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        if digest not in self._file_of:
            number = _lowest_free(_MEDIA_NUMBER, " ".join((*self._template.media, *self._files)))
            self._file_of[digest] = f"media/image{number}.{extension}"
            self._files[f"word/{self._file_of[digest]}"] = data
        return self._file_of[digest]

    def _related(self, kind: str, target: str) -> str:
        name = self._part.relations_name
        added = self._added.setdefault(name, {})
        if (kind, target) not in added:
            added[kind, target] = f"rId{_lowest_free(_RELATION_NUMBER, self._with_added(name))}"
        return added[kind, target]

    def _with_added(self, name: str) -> str:
        external = ' TargetMode="External"'
        lines = "".join(
            f'<Relationship Id="{relation}" Type="{kind}" Target="{escape(target)}"'
            f"{external if kind == _HYPERLINK else ''}/>"
            for (kind, target), relation in self._added[name].items()
        )
        present = self._template.relations.get(name, _NO_RELATIONS)
        if present.endswith("/>"):
            present = present[:-2] + "></Relationships>"
        return present.replace("</Relationships>", f"{lines}</Relationships>")


def _lowest_free(numbered: re.Pattern[str], text: str) -> int:
    taken = {int(number) for number in numbered.findall(text)}
    return next(number for number in range(1, len(taken) + 2) if number not in taken)
