"""How one edition of a template looks: bigger type for large print, and the school's logo or none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from mentor_xl.word.pictures import PictureKind, size_of

LARGEST_SCALE = 4.0
SMALLEST_SCALE = 0.25


@dataclass(frozen=True)
class Logo:
    """The school's logo, with its size in pixels."""

    data: bytes
    extension: PictureKind
    width_px: int
    height_px: int

    @classmethod
    def of(cls, data: bytes) -> Logo:
        """The logo in a PNG or JPEG file. Raises PictureRefused for any other file."""
        size = size_of(data)
        return cls(data, size.kind, size.width_px, size.height_px)


@dataclass(frozen=True)
class Variant:
    """The same for every letter of a build, so it is worked into the template once.

    `font_scale` multiplies the sizes of letters and reports but not of the letterhead and the address
    window: 18 point large print from a 12 point template is 1.5.
    """

    font_scale: float = 1.0
    logo: Logo | None = None

    def __post_init__(self) -> None:
        if not SMALLEST_SCALE <= self.font_scale <= LARGEST_SCALE:
            raise ValueError(f"font_scale must lie from {SMALLEST_SCALE} to {LARGEST_SCALE}")

    @property
    def key(self) -> str:
        """Equal for two variants that make the same files."""
        logo = hashlib.sha256(self.logo.data).hexdigest() if self.logo else "none"
        return f"{self.font_scale!r}-{logo}"


PLAIN = Variant()
"""The template as it stands, without a logo."""
