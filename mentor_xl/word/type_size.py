"""The sizes of a template's type, multiplied: large print, or a school's own letter size."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from lxml import etree

from mentor_xl.word.parts import Entries, parsed, written

KEPT_STYLES = ("Letterhead", "Window")
"""Styles whose names begin so keep their size: they must fit their place whatever the letter's size."""

_SIZE_WHERE_NONE_IS_SAID = 20
"""Half-points: Word's own default of 10 pt (ECMA-376 part 1, 17.3.2.38)."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_SIZED = re.compile(r"word/(document|footnotes|endnotes|numbering)\.xml")
_AFTER_SIZE = frozenset(
    f"{_W}{name}"
    for name in (
        "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
        "eastAsianLayout", "specVanish", "oMath",
    )
)  # fmt: skip
"""What may follow a size among the properties of a run (ECMA-376 part 1, 17.3.2.28)."""


def scale_type(entries: Entries, scale: float) -> None:
    """Multiply every size of the styles and of the body; headers, footers and the kept styles stay.

    A multiple is rounded to the half point. Raises KeyError where the file has no styles.
    """
    styles = parsed(entries[_STYLES])
    kept = _kept_styles(styles)
    _hold_sizes(styles, kept)
    _default_size(styles)
    for size in _sizes(styles):
        style = next(size.iterancestors(f"{_W}style"), None)
        if style is None or style.get(f"{_W}styleId") not in kept:
            _multiply(size, scale)
    entries[_STYLES] = written(styles)
    for name in [name for name in entries if _SIZED.fullmatch(name)]:
        root = parsed(entries[name])
        for size in _sizes(root):
            if not _is_kept(size, kept):
                _multiply(size, scale)
        entries[name] = written(root)


def _sizes(root: etree._Element) -> Iterator[etree._Element]:
    return root.iter(f"{_W}sz", f"{_W}szCs")


def _multiply(size: etree._Element, scale: float) -> None:
    half_points = float(size.get(f"{_W}val") or _SIZE_WHERE_NONE_IS_SAID)
    size.set(f"{_W}val", str(max(2, math.floor(half_points * scale + 0.5))))


def _kept_styles(styles: etree._Element) -> set[str]:
    """The ids of the styles whose names say that they keep their size."""
    return {
        str(style.get(f"{_W}styleId"))
        for style in styles.iter(f"{_W}style")
        if _value(style, "name").startswith(KEPT_STYLES)
    }


def _value(element: etree._Element, *steps: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in steps))
    return "" if found is None else str(found.get(f"{_W}val") or "")


def _hold_sizes(styles: etree._Element, kept: set[str]) -> None:
    """Writes an inherited size into each style that keeps it, before what it inherits from grows."""
    by_id = {str(style.get(f"{_W}styleId")): style for style in styles.iter(f"{_W}style")}
    for name in sorted(kept):
        style = by_id[name]
        if style.get(f"{_W}type") == "paragraph" and not _value(style, "rPr", "sz"):
            _put_size(_child(style, "rPr"), _inherited_size(styles, by_id, style))


def _inherited_size(
    styles: etree._Element, by_id: dict[str, etree._Element], style: etree._Element | None
) -> str:
    seen: set[str] = set()
    while style is not None:
        if size := _value(style, "rPr", "sz"):
            return size
        based_on = _value(style, "basedOn")
        style = None if based_on in seen else by_id.get(based_on)
        seen.add(based_on)
    return _value(styles, "docDefaults", "rPrDefault", "rPr", "sz") or str(_SIZE_WHERE_NONE_IS_SAID)


def _default_size(styles: etree._Element) -> None:
    """Says the default size out loud, so that it can be multiplied."""
    if not _value(styles, "docDefaults", "rPrDefault", "rPr", "sz"):
        defaults = _child(styles, "docDefaults", first=True)
        properties = _child(_child(defaults, "rPrDefault", first=True), "rPr")
        _put_size(properties, str(_SIZE_WHERE_NONE_IS_SAID))


def _child(element: etree._Element, name: str, *, first: bool = False) -> etree._Element:
    found = element.find(f"{_W}{name}")
    if found is None:
        found = etree.Element(f"{_W}{name}")
        element.insert(0 if first else len(element), found)
    return found


def _put_size(properties: etree._Element, half_points: str) -> None:
    at = next((index for index, each in enumerate(properties) if each.tag in _AFTER_SIZE), len(properties))
    for name in ("szCs", "sz"):
        if properties.find(f"{_W}{name}") is None:
            size = etree.Element(f"{_W}{name}")
            size.set(f"{_W}val", half_points)
            properties.insert(at, size)


def _is_kept(size: etree._Element, kept: set[str]) -> bool:
    paragraph = next(size.iterancestors(f"{_W}p"), None)
    run = next(size.iterancestors(f"{_W}r"), None)
    return (paragraph is not None and _value(paragraph, "pPr", "pStyle") in kept) or (
        run is not None and _value(run, "rPr", "rStyle") in kept
    )
