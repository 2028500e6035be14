"""How big a picture is, read from its own first bytes."""

from __future__ import annotations

import io

import pytest
from docx.image.image import Image
from hypothesis import given
from hypothesis import strategies as st
from word.drafts import jpeg, png

from mentor_xl.word.pictures import PictureSize, extent, size_of


@pytest.mark.parametrize("data", [png(7, 3), png(7, 3, dots_a_metre=5906), jpeg(31, 17), jpeg(31, 17, 300)])
def test_the_size_is_what_python_docx_reads(data: bytes) -> None:
    judged = Image.from_file(io.BytesIO(data))
    size = size_of(data)
    assert (size.width_px, size.height_px) == (judged.px_width, judged.px_height)
    assert size.dots_an_inch == judged.horz_dpi
    assert extent(size, None, None) == (judged.width, judged.height)


@given(st.integers(1, 5000), st.integers(1, 5000), st.floats(1, 200))
def test_the_side_that_is_not_given_keeps_the_ratio(width: int, height: int, millimetres: float) -> None:
    size = PictureSize("png", width, height)
    wide, high = extent(size, millimetres, None)
    assert high == pytest.approx(wide * height / width, abs=height / width + 1)
    wide, high = extent(size, None, millimetres)
    assert wide == pytest.approx(high * width / height, abs=width / height + 1)
    assert extent(size, 10, 20) == (360_000, 720_000)
