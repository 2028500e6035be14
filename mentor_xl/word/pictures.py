"""How big is this picture, and what does Word need to show it in a line of text? PNG and JPEG only."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

from mentor_xl.word.faults import PictureRefused

EMU_A_MILLIMETRE = 36_000
EMU_AN_INCH = 914_400

PictureKind = Literal["png", "jpeg"]

_DOTS_AN_INCH_IF_UNSAID = 72
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Start-of-frame markers carry the size; C4, C8 and CC share their range but are tables, not frames.
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xDA)})


@dataclass(frozen=True)
class PictureSize:
    """A picture's kind, its size in pixels, and the dots an inch that it asks to be shown at."""

    kind: PictureKind
    width_px: int
    height_px: int
    dots_an_inch: int = _DOTS_AN_INCH_IF_UNSAID


@dataclass(frozen=True)
class Picture:
    """A picture for the place of a field; give a width or a height and the other keeps the ratio."""

    data: bytes
    width_mm: float | None = None
    height_mm: float | None = None
    description: str = ""
    """What a reader who cannot see it is told (alt text)."""
    link: str | None = None


@dataclass(frozen=True)
class InsertedDocument:
    """A whole Word document for the place of a `{{p field }}`; such a letter is rendered by docxtpl."""

    data: bytes


def size_of(data: bytes) -> PictureSize:
    """Read the size from the file's own first bytes.

    Raises PictureRefused for anything but PNG and JPEG.
    """
    size: PictureSize | None = None
    try:
        if data.startswith(_PNG_SIGNATURE):
            size = _png_size(data)
        elif data.startswith(b"\xff\xd8"):
            size = _jpeg_size(data)
    except (struct.error, IndexError):
        size = None
    if size is None or size.width_px < 1 or size.height_px < 1:
        raise PictureRefused(
            "This picture is not a PNG or JPEG file that can be read. Save it as .png or .jpg and try again."
        )
    return size


def _png_size(data: bytes) -> PictureSize:
    width, height = struct.unpack(">II", data[16:24])
    dots = _DOTS_AN_INCH_IF_UNSAID
    position = data.find(b"pHYs", 33, data.find(b"IDAT") + 1)
    if position > 0:
        a_metre, _, unit_is_metre = struct.unpack(">IIB", data[position + 4 : position + 13])
        if unit_is_metre == 1:
            dots = round(a_metre * 0.0254)
    return PictureSize("png", width, height, dots or _DOTS_AN_INCH_IF_UNSAID)


def _jpeg_size(data: bytes) -> PictureSize | None:
    dots = _DOTS_AN_INCH_IF_UNSAID
    for marker, body in _jpeg_segments(data):
        if marker == 0xE0 and body.startswith(b"JFIF\x00"):
            unit, density = struct.unpack(">BH", body[7:10])
            dots = {1: density, 2: round(density * 2.54)}.get(unit, dots) or dots
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", body[1:5])
            return PictureSize("jpeg", width, height, dots)
    return None


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with what it carries, up to the pixels themselves."""
    position = 2
    while position < len(data) - 3:
        if data[position] != 0xFF:
            return
        marker = data[position + 1]
        if marker == 0xFF or marker in _JPEG_ALONE:
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        yield marker, data[position + 4 : position + 2 + length]
        position += 2 + length


def extent(size: PictureSize, width_mm: float | None, height_mm: float | None) -> tuple[int, int]:
    """Width and height in EMU (36,000 a millimetre), keeping the ratio where only one is given."""
    wide, high = size.width_px, size.height_px
    if width_mm is None and height_mm is None:
        return own_extent(wide, high, size.dots_an_inch)
    if width_mm is None:
        width_mm = (height_mm or 0) * wide / high
    if height_mm is None:
        height_mm = width_mm * high / wide
    return round(width_mm * EMU_A_MILLIMETRE), round(height_mm * EMU_A_MILLIMETRE)


def own_extent(width_px: int, height_px: int, dots_an_inch: int) -> tuple[int, int]:
    """Width and height in EMU of a picture shown at its own density."""
    return round(width_px / dots_an_inch * EMU_AN_INCH), round(height_px / dots_an_inch * EMU_AN_INCH)


def inline_drawing(
    *,
    relation: str,
    number: int,
    file_name: str,
    extent_emu: tuple[int, int],
    description: str,
    link: str | None,
) -> str:
    """The drawing that stands in a line of text: ECMA-376 part 1, 20.4.2.8 (inline) and 20.2 (picture)."""
    wide, high = extent_emu
    told = f' descr="{escape(description)}"' if description else ""
    click = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f'<wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" name="Picture {number}"{told}>{click}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{escape(file_name)}">{click}</pic:cNvPr><pic:cNvPicPr/>'
        "</pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def picture_from(inline_image: object) -> Picture:
    """Our own picture out of a docxtpl InlineImage (a path, bytes or an open file; sizes in EMU)."""
    described = vars(inline_image)["image_descriptor"]
    if hasattr(described, "read"):
        described.seek(0)
        data = described.read()
    elif isinstance(described, bytes):
        data = described
    else:
        data = Path(described).read_bytes()
    width, height = (vars(inline_image).get(side) for side in ("width", "height"))
    return Picture(
        data,
        width_mm=None if width is None else width / EMU_A_MILLIMETRE,
        height_mm=None if height is None else height / EMU_A_MILLIMETRE,
        link=vars(inline_image).get("anchor"),
    )
