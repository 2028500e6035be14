"""Do mended and annotated copies say the same, open in Word processors, and leave the template alone?"""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from template_check.sketches import SHIPPED, drawn, file_of
from word.drafts import parts, words

from mentor_xl.template_check import copies_of, look_over, put_beside
from mentor_xl.template_check.annotating import AUTHOR, annotated
from mentor_xl.template_check.checking import check_template
from mentor_xl.template_check.layout import Layout
from mentor_xl.template_check.mending import mended
from mentor_xl.template_check.tags import straightened

CONSENT = file_of("consent.docx")
LETTERS = Path(__file__).parents[2] / "letter_templates"

BROKEN = (
    "[Heading 1] Help for {{ pupil.knwon_as }} ¶ [Heading 3] What we do ¶ Our number: {{ pupil.upn }} ¶ "
    "[pieces] Dear {{ pup~il.known_as }}, answer {% if reply_by == “” %}~soon{% endif %}. ¶ "
    "{%p for signer in signers %} ¶ {{ signer }} ¶ [picture] Us ¶ [header] {{ school.nmae }}"
)


# -- mended ------------------------------------------------------------------------------------------------


def test_a_split_tag_comes_together_and_keeps_its_words_around() -> None:
    source, count = mended(drawn("[pieces] Dear {{ pup~il.~known_as }}~, welcome {{ reply~_by }}!"))
    assert words(source) == ["Dear {{ pupil.known_as }}, welcome {{ reply_by }}!"]
    assert count == 2
    assert [run.text for run in Document(io.BytesIO(source)).paragraphs[0].runs] == [
        "Dear {{ pupil.known_as }}",
        ", welcome {{ reply_by }}",
        "!",
    ]


def test_quotes_in_tags_become_straight_and_those_in_words_stay() -> None:
    source, _ = mended(drawn("“Dear” {{ pupil.own[“House”] }} {% if reply_by == ‘’ %}–{% endif %}"))
    assert words(source) == ["“Dear” {{ pupil.own[\"House\"] }} {% if reply_by == '' %}–{% endif %}"]


def test_signs_that_cannot_be_seen_go_from_tags_only() -> None:
    source, _ = mended(drawn("so\u00adft {{ pupil.\u200bknown_as }}"))
    assert words(source) == ["so\u00adft {{ pupil.known_as }}"]
    assert "strange-sign" not in {one.code for one in check_template(CONSENT, source)}


def test_what_needs_no_mending_stays_the_very_same() -> None:
    source = drawn("Dear {{ pupil.known_as }}")
    assert mended(source) == (source, 0)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_shipped_template_needs_mending(name: str) -> None:
    source = (LETTERS / name).read_bytes()
    assert mended(source) == (source, 0)


PIECES = st.lists(
    st.sampled_from(["{{", " a.b ", "}}", "“x”", " ", "word", "{%", " if c ", "%}"]), max_size=12
)


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_mending_never_loses_a_word_and_mends_all_at_once(pieces: list[str]) -> None:
    source = drawn("[pieces] " + "~".join(pieces))
    copy, _ = mended(source)
    said, before = words(copy)[0], words(source)[0]
    assert straightened(said) == straightened(before)
    assert mended(copy) == (copy, 0)


def test_mending_twice_gives_the_same_bytes() -> None:
    assert mended(drawn(BROKEN))[0] == mended(drawn(BROKEN))[0]


# -- annotated -----------------------------------------------------------------------------------------------


def _annotated(sketch: str) -> bytes:
    (_, source), *_ = (
        copy for copy in copies_of(look_over(CONSENT, drawn(sketch)), None, annotate=True, repair=False)
    )
    return source


def test_a_comment_stands_at_each_fault_and_says_what_to_do() -> None:
    document = Document(io.BytesIO(_annotated(BROKEN)))
    said = [comment.text for comment in document.comments]
    assert {comment.author for comment in document.comments} == {AUTHOR}
    assert "Did you mean “pupil.known_as”?" in next(text for text in said if "knwon_as" in text)
    assert sum("has no {% endfor %}" in text for text in said) == 1
    starts = [
        paragraph.text
        for paragraph in document.paragraphs
        if paragraph._p.xpath("./w:commentRangeStart")
    ]
    assert starts == [
        "Help for {{ pupil.knwon_as }}", "What we do", "Our number: {{ pupil.upn }}",
        "{%p for signer in signers %}", "Us",
    ]  # fmt: skip


def test_what_is_wrong_in_a_header_is_told_at_the_first_paragraph() -> None:
    document = Document(io.BytesIO(_annotated("Dear parents ¶ [header] {{ school.nmae }}")))
    (comment,) = document.comments
    assert comment.text.startswith("Error in the header, paragraph 1: school has no field “nmae”.")
    assert document.paragraphs[0]._p.xpath("./w:commentRangeStart")


def test_comments_of_others_are_kept_beside_ours() -> None:
    document = Document(io.BytesIO(_annotated("[comment] Dear {{ pupil.knwon_as }}")))
    assert [comment.author for comment in document.comments] == ["A. Colleague", AUTHOR, AUTHOR]
    assert len({comment.comment_id for comment in document.comments}) == 3


def test_every_mark_has_its_comment_and_the_package_names_the_part_once() -> None:
    entries = parts(_annotated(BROKEN))
    body = etree.fromstring(entries["word/document.xml"])
    comments = etree.fromstring(entries["word/comments.xml"])
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    ids = [one.get(f"{w}id") for one in comments]
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(str(one.get(f"{w}id")) for one in body.iter(f"{w}{mark}")) == sorted(map(str, ids))
    assert entries["[Content_Types].xml"].count(b"/word/comments.xml") == 1
    assert entries["word/_rels/document.xml.rels"].count(b"/comments") == 1


def test_an_annotated_copy_that_is_used_as_it_is_would_be_noticed() -> None:
    found = check_template(CONSENT, _annotated("Dear {{ pupil.knwon_as }}"))
    assert "comments-left" in {one.code for one in found}


def test_annotating_twice_gives_the_same_bytes() -> None:
    assert _annotated(BROKEN) == _annotated(BROKEN)


def test_a_document_without_a_paragraph_takes_its_comment_too() -> None:
    empty = drawn("x")
    entries = parts(empty)
    body = etree.fromstring(entries["word/document.xml"])
    for paragraph in list(body.iter("{*}p")):
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]
    layout = Layout({**entries, "word/document.xml": etree.tostring(body)})
    assert layout.body.paragraphs == ()
    findings = check_template(CONSENT, drawn("[language none] x"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, data in layout.entries.items():
            package.writestr(name, data)
    assert list(Document(io.BytesIO(annotated(file.getvalue(), findings))).comments)


@pytest.mark.libreoffice
def test_libreoffice_shows_the_comments(tmp_path: Path, soffice: Callable[[Path, str], Path]) -> None:
    (tmp_path / "copy.docx").write_bytes(_annotated(BROKEN))
    with zipfile.ZipFile(soffice(tmp_path / "copy.docx", "odt")) as package:
        content = etree.fromstring(package.read("content.xml"))
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
    shown = ["".join(map(str, one.itertext())) for one in content.iter(office)]
    expected = len(list(Document(io.BytesIO((tmp_path / "copy.docx").read_bytes())).comments))
    assert len(shown) == expected
    assert any("Did you mean “pupil.known_as”?" in words_of for words_of in shown)


# -- on the disk ---------------------------------------------------------------------------------------------


def test_a_copy_is_never_written_over_another(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "copies"
    names = [put_beside(folder, "consent-mended.docx", data).name for data in (b"1", b"2", b"3")]
    assert names == ["consent-mended.docx", "consent-mended-2.docx", "consent-mended-3.docx"]
    assert [(folder / name).read_bytes() for name in names] == [b"1", b"2", b"3"]


def test_only_copies_that_are_worth_it_are_made() -> None:
    sound = look_over(CONSENT, drawn("Dear {{ pupil.known_as }}"))
    assert list(copies_of(sound, None, annotate=True, repair=True)) == []
    no_word = look_over(CONSENT, b"hello")
    assert list(copies_of(no_word, None, annotate=True, repair=True)) == []
    split = look_over(CONSENT, drawn("[pieces] Dear {{ pup~il.known_as }}"))
    assert [name for name, _ in copies_of(split, None, annotate=True, repair=True)] == ["mended"]
