"""A deflate stream woven from pieces that were packed before says what all the pieces say."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word.drafts import draft, parts, table

from mentor_xl.word.render import render
from mentor_xl.word.template import Template
from mentor_xl.word.weaving import LARGEST_WOVEN, woven, woven_ahead

LONG = [b"<w:p><w:r><w:t>" + bytes([letter]) * 60 + b"</w:t></w:r></w:p>" for letter in b"abc"]
NOISE = bytes(range(256))


def unpacked(stream: bytes) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    said = inflater.decompress(stream) + inflater.flush()
    assert inflater.eof
    assert not inflater.unused_data
    return said


@given(st.lists(st.one_of(st.sampled_from([*LONG, NOISE]), st.binary(max_size=700))))
def test_any_mixture_of_ready_and_new_pieces_is_unpacked_again(pieces: list[bytes]) -> None:
    stream = woven(pieces, woven_ahead([*LONG, NOISE]))
    assert stream is None or unpacked(stream) == b"".join(pieces)
    assert stream is not None or sum(map(len, pieces)) > LARGEST_WOVEN / 2


def test_short_pieces_are_not_packed_for_themselves() -> None:
    assert woven_ahead([b"<w:tab/>", LONG[0]]).keys() == {LONG[0]}


@pytest.mark.parametrize("pieces", [[b"x" * 70_000], [b"x" * 70_000, LONG[0]], [NOISE] * 100])
def test_what_is_too_long_to_be_woven_is_left_to_be_deflated(pieces: list[bytes]) -> None:
    assert woven(pieces, woven_ahead([*LONG, NOISE])) is None


def sizes(made: bytes) -> dict[str, int]:
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        return {each.filename: each.compress_size for each in package.infolist()}


def test_a_letter_with_a_long_table_does_not_grow() -> None:
    rows = (("{%tr for t in ts %}", ""), ("{{ t }}", "{{ loop.index }} of many"), ("{%tr endfor %}", ""))
    template = Template.compile(draft(shaped_by=lambda document: table(document, *rows)))
    made = render(template, {"ts": ["step"] * 800})
    assert parts(made)["word/document.xml"].count(b"of many") == 800
    assert sizes(made)["word/document.xml"] < LARGEST_WOVEN


def test_a_part_that_is_replaced_is_not_the_one_that_was_woven() -> None:
    template = Template.compile(draft("Dear {{ name }}, " + "it goes on. " * 9))
    made = render(template, {"name": "Ms X"}, replaced={"word/document.xml": b"<other/>"})
    assert parts(made)["word/document.xml"] == b"<other/>"


@given(st.text(max_size=300))
def test_a_woven_letter_holds_the_checksums_and_sizes_that_it_says(name: str) -> None:
    made = parts(render(LETTER, {"name": name}))  # reading them checks every checksum
    assert made["word/document.xml"].endswith(b"</w:document>")


LETTER = Template.compile(draft("Dear {{ name }}, " + "it goes on. " * 9, "and {{ name }} again, and " * 4))
