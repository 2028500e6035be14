"""Which template a letter is written on, and in what size."""

from pathlib import Path

import docx
import pytest
from a_caseload import a, made, the_document
from docx.opc.constants import RELATIONSHIP_TYPE

from mentor_xl.audience import Audience
from mentor_xl.documents import Document
from mentor_xl.errors import MissingHere
from mentor_xl.outputs import sha256_of
from mentor_xl.records import Settings
from mentor_xl.stationery import Stationery, logo_beside
from mentor_xl.word.faults import TemplateFault

ROOT = Path(__file__).parents[1]


def invitation(audience: Audience, contact: str = "") -> Document:
    return the_document(made("review-invitation", a("Reviews"), a("Contacts", contact)), audience)


def folders(tmp_path: Path, **files: tuple[str, ...]) -> tuple[Path, ...]:
    """Folders that hold files, each file saying which folder it is from."""
    for name, held in files.items():
        (tmp_path / name).mkdir()
        for file in held:
            (tmp_path / name / file).write_text(f"{name}/{file}")
    return tuple(tmp_path / name for name in files)


SHIPPED = ("review-invitation.docx", "review-invitation.pupil.docx")
CHOICES = [
    ((), Audience.PARENT, "shipped/review-invitation.docx"),
    ((), Audience.PUPIL, "shipped/review-invitation.pupil.docx"),
    (("review-invitation.docx",), Audience.PARENT, "own/review-invitation.docx"),
    (("review-invitation.docx",), Audience.PUPIL, "shipped/review-invitation.pupil.docx"),
    (("review-invitation.pupil.docx",), Audience.PARENT, "shipped/review-invitation.docx"),
    (("review-invitation.pupil.docx",), Audience.PUPIL, "own/review-invitation.pupil.docx"),
    (("review-invitation.parent.docx",), Audience.PARENT, "own/review-invitation.parent.docx"),
]


@pytest.mark.parametrize(("own", "audience", "chosen"), CHOICES)
def test_a_schools_own_template_wins_file_by_file_and_never_over_an_edition_for_somebody_else(
    tmp_path: Path, own: tuple[str, ...], audience: Audience, chosen: str
) -> None:
    stationery = Stationery(folders(tmp_path, own=own, shipped=SHIPPED))
    assert stationery.digest(invitation(audience)) == sha256_of(chosen.encode())


def test_a_template_that_is_nowhere_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingHere, match=r"review-invitation\.docx"):
        Stationery((tmp_path,)).digest(invitation(Audience.PARENT))


SIZES = {
    (12, "", Audience.PARENT): 12,
    (14, "", Audience.PARENT): 14,
    (14, "", Audience.PUPIL): 14,
    (12, "Format=Large print", Audience.PARENT): 18,
    (20, "Format=Large print", Audience.PARENT): 20,
    (12, "Format=Large print", Audience.PUPIL): 12,
}


@pytest.mark.parametrize(("setting", "contact", "audience"), SIZES)
def test_large_print_is_18_point_and_never_smaller_than_the_schools_other_letters(
    setting: int, contact: str, audience: Audience
) -> None:
    scale = Stationery((), letter_font_size=setting)._scale(invitation(audience, contact))
    assert scale * 12 == pytest.approx(SIZES[setting, contact, audience])


def test_a_logo_is_taken_from_the_workbooks_own_folder_only(tmp_path: Path) -> None:
    book = tmp_path / "in" / "book.xlsx"
    book.parent.mkdir()
    (tmp_path / "logo.png").write_bytes(b"not a picture")
    for name in ("../logo.png", "..\\logo.png", str(tmp_path / "logo.png"), "logo.png"):
        logo, why = logo_beside(book, Settings(logo=name))
        assert logo is None
        assert why
    assert logo_beside(book, Settings()) == (None, "")


def test_a_schools_own_template_that_asks_for_what_no_letter_has_is_refused_before_anything_is_made(
    tmp_path: Path,
) -> None:
    own = docx.Document()
    own.add_paragraph("Dear {{ pupil.knwon_as }}")
    own.save(str(tmp_path / "review-invitation.docx"))
    stationery = Stationery((tmp_path, ROOT / "letter_templates"))
    with pytest.raises(TemplateFault, match=r"knwon_as.*Did you mean “pupil\.known_as”"):
        stationery.template(invitation(Audience.PARENT))
    assert stationery.template(invitation(Audience.PUPIL)), "the shipped edition is not touched by it"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("{% for heading, cell in pupil.own.items() %}{{ cell }}{% endfor %}", "paragraph 1.*Name the one"),
        ("{{ pupil.own['House'] }}{{ pupil.own|join }}", "paragraph 1.*Name the one"),
        ("{{ 'A' * 2000000000 }}", "more than a letter can hold"),
    ],
)
def test_a_template_that_takes_all_own_columns_or_never_ends_makes_no_letter(
    tmp_path: Path, words: str, why: str
) -> None:
    own = docx.Document()
    own.add_paragraph(words)
    own.save(str(tmp_path / "review-invitation.docx"))
    with pytest.raises(TemplateFault, match=why):
        Stationery((tmp_path, ROOT / "letter_templates")).template(invitation(Audience.PARENT))


def test_a_template_with_a_linked_picture_makes_no_letter(tmp_path: Path) -> None:
    own = docx.Document()
    own.part.relate_to("https://school.example/logo.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    own.save(str(tmp_path / "review-invitation.docx"))
    with pytest.raises(TemplateFault, match="Insert the picture itself instead of a link to it"):
        Stationery((tmp_path, ROOT / "letter_templates")).template(invitation(Audience.PARENT))
