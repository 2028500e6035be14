"""The placeholder in a template's letterhead: the school's logo in its place, or nothing at all."""

from __future__ import annotations

import re

from lxml import etree

from mentor_xl.word.package import CONTENT_TYPES, with_picture_types
from mentor_xl.word.parts import Entries, parsed, written
from mentor_xl.word.pictures import EMU_A_MILLIMETRE
from mentor_xl.word.variant import Logo

LOGO_PLACE = "School logo"
"""The alt text of the placeholder picture in a template's first-page header."""

LOGO_HIGHEST_MM = 20
LOGO_WIDEST_MM = 60
_TWIPS_A_MILLIMETRE = 1440 / 25.4

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HOLDS_A_LETTERHEAD = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


def place_logo(entries: Entries, logo: Logo | None) -> None:
    """Put the logo in every placeholder; without a logo, take the placeholders away.

    It is at most 20 mm high and 60 mm wide, and no wider than the table cell it stands in.
    """
    for name in [name for name in entries if _HOLDS_A_LETTERHEAD.fullmatch(name)]:
        if LOGO_PLACE.encode() in entries[name]:
            _place(entries, name, logo)


def _place(entries: Entries, name: str, logo: Logo | None) -> None:
    root = parsed(entries[name])
    drawings = [
        drawing
        for drawing in root.iter(f"{_W}drawing")
        if any(named.get("descr") == LOGO_PLACE for named in drawing.iter(f"{_WP}docPr"))
    ]
    relations = {str(blip.get(f"{_R}embed")) for drawing in drawings for blip in drawing.iter(f"{_A}blip")}
    for drawing in drawings:
        if logo is None:
            _remove_run(drawing)
        else:
            _fit(drawing, logo)
    entries[name] = written(root)
    _point_at(entries, name, relations, logo)


def _remove_run(drawing: etree._Element) -> None:
    run = next(drawing.iterancestors(f"{_W}r"))
    around = run.getparent()
    if around is not None:
        around.remove(run)


def _fit(drawing: etree._Element, logo: Logo) -> None:
    """As large as the place allows, in the logo's own ratio, and nothing of the placeholder's."""
    scale = min(_room_mm(drawing) / logo.width_px, LOGO_HIGHEST_MM / logo.height_px) * EMU_A_MILLIMETRE
    wide, high = str(round(logo.width_px * scale)), str(round(logo.height_px * scale))
    for extent in (*drawing.iter(f"{_WP}extent"), *drawing.iterfind(f".//{_A}xfrm/{_A}ext")):
        extent.set("cx", wide)
        extent.set("cy", high)
    for placeholder_only in (*drawing.iter(f"{_A}srcRect"), *drawing.iterfind(f".//{_A}blip/{_A}extLst")):
        around = placeholder_only.getparent()
        if around is not None:
            around.remove(placeholder_only)


def _room_mm(drawing: etree._Element) -> float:
    """A cell of fixed width would cut off or squeeze a wider picture."""
    width = next((cell.find(f"{_W}tcPr/{_W}tcW") for cell in drawing.iterancestors(f"{_W}tc")), None)
    if width is None or width.get(f"{_W}type") != "dxa":
        return LOGO_WIDEST_MM
    return min(LOGO_WIDEST_MM, float(width.get(f"{_W}w") or 0) / _TWIPS_A_MILLIMETRE or LOGO_WIDEST_MM)


def _point_at(entries: Entries, name: str, relations: set[str], logo: Logo | None) -> None:
    """Ties the placeholder's relations to the logo, or unties them; python-docx drops what nobody shows."""
    folder, _, file = name.rpartition("/")
    relations_name = f"{folder}/_rels/{file}.rels"
    root = parsed(entries[relations_name])
    shown = {str(value) for element in parsed(entries[name]).iter() for value in element.attrib.values()}
    for relation in [each for each in root.iter(_RELATION) if each.get("Id") in relations]:
        if logo is not None:
            relation.set("Target", f"media/school_logo.{logo.extension}")
        elif relation.get("Id") not in shown:
            root.remove(relation)
    entries[relations_name] = written(root)
    if logo is not None:
        entries[f"word/media/school_logo.{logo.extension}"] = logo.data
        entries[CONTENT_TYPES] = with_picture_types(entries[CONTENT_TYPES])
