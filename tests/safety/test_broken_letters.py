"""A letter whose file is broken does not leave: what cannot be read cannot be vouched for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safety.planted import codes, found, letter_file, p

from mentor_xl.safety.well_formed import is_sound

BROKEN = {
    "an element left open": letter_file(body="<w:p><w:r><w:t>Rowan</w:p>" + p("x")),
    "an element closed twice": letter_file(body=p("Rowan") + "</w:tc>" + p("x")),
    "elements closed crosswise": letter_file(body="<w:tc><w:tr><w:p/></w:tc></w:tr>" + p("x")),
    "two bodies": letter_file(body=p("x") + "</w:body></w:document><w:document><w:body>" + p("x")),
    "words behind the end": letter_file(**{"word/header1.xml": "<w:hdr><w:p></w:p></w:hdr>Rowan"}),
    "two roots": letter_file(**{"word/header1.xml": "<w:p></w:p><w:p></w:p>"}),
    "half a file": letter_file(**{"word/header1.xml": "<w:hdr><w:p></w:p>"}),
    "a bare ampersand": letter_file(body="<w:p><w:r><w:t>Aske & Sons</w:t></w:r></w:p>"),
    "a sign nobody declared": letter_file(body="<w:p><w:r><w:t>Aske&nbsp;Rowan</w:t></w:r></w:p>"),
    "a sign that XML has not": letter_file(body="<w:p><w:r><w:t>Ro\x07wan</w:t></w:r></w:p>"),
    "an attribute twice": letter_file(body='<w:p><w:r w:a="1" w:a="2"><w:t>x</w:t></w:r></w:p>'),
    "an open comment": letter_file(body="<!-- Rowan" + p("x")),
    "words declared elsewhere": letter_file(
        **{"word/header1.xml": '<!DOCTYPE w:hdr [<!ENTITY a "Rowan">]><w:hdr><w:p>&a;</w:p></w:hdr>'}),
    "a list of links": letter_file(**{"word/_rels/document.xml.rels": "<R><Relationship></R>"}),
    "styles": letter_file(**{"word/styles.xml": "<w:styles><w:style></w:styles>"}),
}  # fmt: skip


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_a_part_that_is_no_sound_xml_is_caught(data: bytes) -> None:
    assert codes(data) == {"unreadable-letter"}


def test_a_broken_part_is_looked_through_all_the_same_and_named() -> None:
    name, broken = found(letter_file(body=p("We saw Anna Smith.") + "</w:tc>"))
    assert name.code == "names-another-pupil"
    assert broken.why.startswith("It is broken in the body. ")


@pytest.mark.parametrize("size", [0, 40, 400])
def test_what_is_left_of_a_letters_file_is_caught(size: int) -> None:
    assert codes(letter_file()[:size]) == {"unreadable-letter"}


def test_a_file_whose_packing_is_spoilt_is_caught() -> None:
    data = letter_file(header=p("Rowan Aske is doing well, Rowan Aske is doing well"))
    at = data.index(b"word/header1.xml") + len("word/header1.xml")
    assert codes(data[:at] + b"\xff" * 8 + data[at + 8 :]) == {"unreadable-letter"}


PIECES = (
    "<w:p>", "</w:p>", "<w:tc>", "</w:tc>", "<w:t>", "</w:t>", "<w:tab/>", "Rowan", "&amp;", "&", "'", '"',
    "]]>", '<w:r w:a="x">', "</w:r>", "<!--", "-->", "<w:document>", "</w:document>", "<", ">", "é",
    "<w:p></w:p>", "<w:tc><w:p>", "</w:p></w:tc>",
)  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=16))
def test_soundness_told_from_pieces_is_that_of_the_whole(pieces: list[str]) -> None:
    xml = f"<w:document><w:p>Rowan</w:p>{''.join(pieces)}</w:document>"
    header = letter_file(**{"word/header1.xml": xml})
    assert ("unreadable-letter" in codes(header)) is not is_sound(xml.encode())
