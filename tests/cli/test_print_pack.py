"""The print pack of a real build: one PDF and one Word file, each letter on a sheet of its own."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.commands import ON_THE_DAY
from cli.small_school import WHOLE, saved
from docx import Document
from lxml import etree
from pypdf import PdfReader

from mentor_xl.cli import run
from mentor_xl.print_pack.in_word import one_document
from mentor_xl.print_pack.on_paper import one_pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGE = Path(__file__).parents[2] / "workbook_templates" / "example_caseload.xlsx"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's invitations, one of them in large print."""
    folder = tmp_path_factory.mktemp("pack")
    options = ("--letters", "review-invitation", "--print-pack", "--today", "2026-11-23")
    assert run(["build", str(LARGE), "-o", str(folder), *options]) == 1
    return folder


@pytest.mark.libreoffice
def test_every_letter_starts_on_a_page_of_odd_number_and_is_all_there(out: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(out / "print-pack.pdf").pages]
    assert len(pages) % 2 == 0
    references = [
        re.search(r"WRA/26/review-invitation/[0-9a-f]{6}", page) for page in pages
    ]
    starts = [
        index
        for index, found in enumerate(references)
        if found and (index == 0 or not references[index - 1] or references[index - 1][0] != found[0])
    ]
    assert all(index % 2 == 0 for index in starts)
    assert len({found[0] for found in references if found}) == len(list(out.glob("*/*.docx")))


@pytest.mark.libreoffice
def test_the_list_in_front_says_on_which_page_each_letter_starts(out: Path) -> None:
    pages = [page.extract_text() for page in PdfReader(out / "print-pack.pdf").pages]
    cover = Document(str(out / "print-pack.docx")).tables[0]
    assert cover.rows[0].cells[4].text == "Page"
    for row in cover.rows[1:]:
        name = row.cells[1].text.partition(",")[0]
        page = pages[int(row.cells[4].text) - 1]
        assert [word for word in name.split() if word in page]


@pytest.mark.libreoffice
def test_the_pdf_does_not_say_who_made_it_or_when(out: Path) -> None:
    assert not PdfReader(out / "print-pack.pdf").metadata


@pytest.mark.libreoffice
def test_the_word_file_holds_every_letters_words_in_sections_that_count_their_own_pages(out: Path) -> None:
    pack = Document(str(out / "print-pack.docx"))
    letters = [Document(str(path)) for path in out.glob("*/*.docx")]
    assert len(pack.sections) == len(letters) + 1
    words = sorted(p.text for letter in letters for p in letter.paragraphs if p.text)
    cover = {p.text for p in pack.paragraphs[:2]}
    assert sorted(p.text for p in pack.paragraphs if p.text and p.text not in cover) == words
    types = [section._sectPr.find(f"{W}type") for section in list(pack.sections)[1:]]
    assert {kind.get(f"{W}val") for kind in types if kind is not None} == {"oddPage"}


def _styles_used(xml: bytes) -> Iterator[str]:
    for tag in ("pStyle", "rStyle", "tblStyle"):
        yield from (use.get(f"{W}val") for use in etree.fromstring(xml).iter(f"{W}{tag}"))


@pytest.mark.libreoffice
def test_large_print_keeps_its_own_styles_and_every_style_is_there(out: Path) -> None:
    with zipfile.ZipFile(out / "print-pack.docx") as package:
        sheet = etree.fromstring(package.read("word/styles.xml"))
        known = {style.get(f"{W}styleId") for style in sheet.iter(f"{W}style")}
        parts = [name for name in package.namelist() if re.search(r"(document|header|footer)\d*\.xml$", name)]
        used = {style for name in parts for style in _styles_used(package.read(name))}
    assert used <= known
    assert {name for name in used if name.endswith("-3")}, "more than one size is in the pack"


def test_the_same_letters_give_the_same_word_file(book: Path, tmp_path: Path) -> None:
    run(["build", str(book), "-o", str(tmp_path / "out"), *ON_THE_DAY])
    letters = sorted((tmp_path / "out").glob("*/*.docx"))
    cover = letters[0].read_bytes()
    assert one_document(cover, letters) == one_document(cover, letters)


def test_a_pdf_of_an_odd_number_of_pages_gets_a_blank_one(tmp_path: Path) -> None:
    from pypdf import PdfWriter  # noqa: PLC0415

    files = []
    for count in (1, 2, 3):
        writer = PdfWriter()
        for _ in range(count):
            writer.add_blank_page(595, 842)
        files.append(tmp_path / f"{count}.pdf")
        writer.write(files[-1])
    assert len(PdfReader(io.BytesIO(one_pdf(files))).pages) == 2 + 2 + 4


def test_without_libreoffice_the_word_file_is_made_and_the_command_says_what_is_missing(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mentor_xl.word.pdf.find_libreoffice", lambda: None)
    out = tmp_path / "out"
    assert run(["build", str(book), "-o", str(out), "--print-pack", *ON_THE_DAY]) == 4
    assert "LibreOffice, which is not on this machine" in capsys.readouterr().err
    assert (out / "print-pack.docx").is_file()
    assert not (out / "print-pack.pdf").exists()


def test_a_pack_that_holds_a_letter_nobody_should_get_any_more_is_taken_away(
    book: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(["build", str(book), "-o", str(out), *ON_THE_DAY])
    for name in ("print-pack.pdf", "print-pack.docx"):
        (out / name).write_bytes(b"the letters as they were")
    run(["build", str(book), "-o", str(out), *ON_THE_DAY])
    assert (out / "print-pack.pdf").exists(), "the letters are still the same"
    saved(book, WHOLE.replace("hepzibah@post.example | Yes  ", "hepzibah@post.example | No   "))
    run(["build", str(book), "-o", str(out), *ON_THE_DAY])
    assert not list(out.glob("print-pack.*"))


def test_released_letters_are_not_printed_again_and_no_empty_pack_takes_the_place_of_theirs(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    run(["build", str(book), "-o", str(out), *ON_THE_DAY])
    run(["release", str(out), "--by", "AMM", *ON_THE_DAY])
    (out / "print-pack.pdf").write_bytes(b"the letters as they were released")
    capsys.readouterr()
    run(["build", str(book), "-o", str(out), "--print-pack", *ON_THE_DAY])
    assert "There is no draft to print" in capsys.readouterr().err
    assert (out / "print-pack.pdf").read_bytes() == b"the letters as they were released"
    assert not (out / "print-pack.docx").exists()


def test_a_pack_stays_while_other_letters_are_made(book: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["build", str(book), "-o", str(out), "--letters", "consent", *ON_THE_DAY])
    (out / "print-pack.docx").write_bytes(b"the letters as they were")
    run(["build", str(book), "-o", str(out), "--letters", "review-invitation", *ON_THE_DAY])
    assert (out / "print-pack.docx").exists()
