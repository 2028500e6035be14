"""Which fonts does a template name, and which are on this machine?"""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

from mentor_xl.template_check.findings import WHOLE_DOCUMENT, Spot
from mentor_xl.template_check.layout import Layout, W, value_of

TWINS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "arial": ("Liberation Sans", "Arimo"),
        "times new roman": ("Liberation Serif", "Tinos"),
        "courier new": ("Liberation Mono", "Cousine"),
        "calibri": ("Carlito",),
        "cambria": ("Caladea",),
        "arial narrow": ("Liberation Sans Narrow",),
        "georgia": ("Gelasio",),
    }
)
"""Fonts whose letters are all as wide as those of another, so that lines break alike."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_USES_A_STYLE = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")


# -- named in the template --------------------------------------------------------------------------


def fonts_named(layout: Layout) -> dict[str, Spot]:
    """The fonts of letters that are used, each with where it is named first."""
    found: dict[str, Spot] = {}
    for element, spot in _places(layout):
        for fonts in element.iter(f"{W}rFonts"):
            for name in _names_of(fonts, layout):
                found.setdefault(name, spot)
    return found


def _places(layout: Layout) -> Iterator[tuple[etree._Element, Spot]]:
    """The defaults, the styles that are used, and the paragraphs."""
    styles = layout.styles
    if styles is not None:
        yield from ((one, WHOLE_DOCUMENT) for one in styles.iter(f"{W}docDefaults"))
        yield from _used_styles(layout, styles)
    for paragraph in layout.paragraphs:
        yield paragraph.element, paragraph.spot


def _used_styles(layout: Layout, styles: etree._Element) -> Iterator[tuple[etree._Element, Spot]]:
    """A font of a style that nobody uses matters to nobody: Word brings many."""
    by_id = {str(style.get(f"{W}styleId")): style for style in styles.iter(f"{W}style")}
    wanted = [key for key, style in by_id.items() if style.get(f"{W}default") in ("1", "true")]
    for part in layout.parts:
        wanted += [str(one.get(f"{W}val")) for one in part.root.iter(*_USES_A_STYLE)]
    seen: dict[str, None] = {}
    while wanted:
        key = wanted.pop(0)
        if key in by_id and key not in seen:
            seen[key] = None
            wanted += filter(None, (value_of(by_id[key], "basedOn"), value_of(by_id[key], "link")))
    for key in seen:
        yield by_id[key], Spot(f"style {value_of(by_id[key], 'name') or key}")


def _names_of(fonts: etree._Element, layout: Layout) -> Iterator[str]:
    for script in ("ascii", "hAnsi"):
        of_theme = fonts.get(f"{W}{script}Theme")
        name = _of_the_theme(layout, of_theme) if of_theme else fonts.get(f"{W}{script}")
        if name:
            yield name


def _of_the_theme(layout: Layout, which: str) -> str:
    if layout.theme is None:
        return ""
    group = "majorFont" if which.startswith("major") else "minorFont"
    latin = layout.theme.find(f".//{_A}{group}/{_A}latin")
    return "" if latin is None else str(latin.get("typeface") or "")


# -- on this machine ----------------------------------------------------------------------------------


def has_font(installed: frozenset[str], font: str) -> bool:
    """Whether a font is among those installed."""
    return font.casefold() in installed


Lister = Callable[[], Iterable[str] | None]
"""Tells the names of a machine's fonts; None where it cannot."""


def installed_fonts(
    platform: str = sys.platform, listers: Mapping[str, Lister] | None = None
) -> frozenset[str] | None:
    """The fonts on this machine, folded; None where nobody can say.

    Linux is asked through fontconfig, Windows through its registry (not verified on Windows).
    """
    names = (listers or _LISTERS).get(platform, lambda: None)()
    return None if names is None else frozenset(name.strip().casefold() for name in names if name.strip())


def _by_fontconfig() -> Iterable[str] | None:
    program = shutil.which("fc-list")
    if program is None:
        return None
    told = subprocess.run([program, ":", "family"], capture_output=True, check=False)  # noqa: S603 - our own words
    return [name for line in told.stdout.decode("utf-8", "replace").splitlines() for name in line.split(",")]


def _by_the_registry() -> Iterable[str] | None:
    """Fonts for everybody on the machine, and those of the one who works on it."""
    registry: Any = importlib.import_module("winreg")  # There is one on Windows only.
    names: list[str] = []
    for root in (registry.HKEY_LOCAL_MACHINE, registry.HKEY_CURRENT_USER):
        try:
            with registry.OpenKey(root, _REGISTERED) as fonts:
                count = registry.QueryInfoKey(fonts)[1]
                names += [registry.EnumValue(fonts, number)[0] for number in range(count)]
        except OSError:
            continue
    return list(families_registered(names)) if names else None


_REGISTERED = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"


_FACES = re.compile(r"(?: (?:Bold|Italic|Oblique|Regular|Light|Semibold|Black|Medium|Semilight|Condensed))+$")


def families_registered(names: Iterable[str]) -> Iterator[str]:
    """The families of what Windows registers: ``Arial Bold (TrueType)`` is a face of Arial."""
    for name in names:
        for part in re.sub(r"\s*\((?:TrueType|OpenType|All res|VGA res)[^)]*\)$", "", name).split(" & "):
            yield part
            yield _FACES.sub("", part)


_LISTERS: Mapping[str, Lister] = MappingProxyType({"linux": _by_fontconfig, "win32": _by_the_registry})
