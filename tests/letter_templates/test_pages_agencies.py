"""How many pages does a letter to an agency take? Counted as LibreOffice lays it out."""

import re
from pathlib import Path

import pytest
from a_caseload import Row, made
from agency_caseload import WHOLE, referral_to
from conftest import Convert

from mentor_xl.build import fields_of
from mentor_xl.documents import Document
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

FOLDER = Path(__file__).parents[2] / "letter_templates"
LONGEST = ("CAMHS", "Education welfare", "Educational psychology", "Speech and language")
SENT = "Sent on=2026-11-02; Outcome=Accepted"


def _letters(slug: str, kind: str, referral: str = "", agency: str = "") -> list[Document]:
    rows: tuple[Row, ...] = (*WHOLE, *referral_to(kind, referral=referral, agency=agency))
    return [one for one in made(slug, *rows, asked=True) if isinstance(one, Document)]


def _pages(folder: Path, soffice: Convert, document: Document) -> int:
    own = FOLDER / f"{document.kind}.{document.audience.value}.docx"
    source = own if own.is_file() else FOLDER / f"{document.kind}.docx"
    letter = folder / f"{document.kind}.docx"
    letter.write_bytes(render(Template.compile(source.read_bytes()), fields_of(document.context)))
    return len(re.findall(rb"/Type\s*/Page\b", soffice(letter, "pdf").read_bytes()))


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", LONGEST)
def test_a_referral_takes_two_pages_however_much_there_is_to_tell(
    kind: str, tmp_path: Path, soffice: Convert
) -> None:
    (letter,) = _letters("camhs-referral" if kind == "CAMHS" else "agency-referral", kind)
    assert _pages(tmp_path, soffice, letter) == 2


@pytest.mark.libreoffice
@pytest.mark.parametrize("slug", ["agency-chaser", "agency-thanks", "salt-update"])
def test_what_follows_a_referral_takes_one_page(slug: str, tmp_path: Path, soffice: Convert) -> None:
    letters = _letters(slug, "Speech and language", SENT)
    assert letters
    assert [_pages(tmp_path, soffice, letter) for letter in letters] == [1] * len(letters)


@pytest.mark.libreoffice
def test_the_hand_off_sheet_is_one_leaf_with_the_checklist_on_its_back(
    tmp_path: Path, soffice: Convert
) -> None:
    (sheet,) = _letters("mash-hand-off", "Other", agency="Kind=Social care")
    assert _pages(tmp_path, soffice, sheet) == 2
