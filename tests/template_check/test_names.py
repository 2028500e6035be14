"""What is a template for? Its name says so, and whose edition another file already is."""

from pathlib import Path

import pytest
from template_check.sketches import REGISTERED

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.template_check import template_file, templates_in_use

assert REGISTERED


@pytest.mark.parametrize(
    ("name", "others", "kind", "audiences"),
    [
        ("consent.docx", [], "consent", [Audience.PARENT]),
        ("review-invitation.docx", ["review-invitation.pupil.docx"], "review-invitation", [Audience.PARENT]),
        ("review-invitation.pupil.docx", [], "review-invitation", [Audience.PUPIL]),
        ("consent.pupl.docx", [], "consent", []),
        ("consent.agency.docx", [], "consent", []),
        ("Copy of consent.docx", [], None, []),
    ],
)
def test_the_name_says_kind_and_readers(
    name: str, others: list[str], kind: str | None, audiences: list[Audience]
) -> None:
    file = template_file(Path(name), others)
    assert (file.kind.slug if file.kind else None) == kind
    assert [one for one in file.audiences if one in audiences] == audiences
    assert len(file.audiences) == len(audiences)


def test_any_file_can_be_taken_as_a_template_of_a_kind() -> None:
    file = template_file(Path("new words.docx"), as_kind=kinds()["consent"])
    assert file.kind is kinds()["consent"]
    assert file.audiences == kinds()["consent"].audiences


def test_a_schools_own_file_wins_over_its_namesake_and_no_other(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    there = ((own, ["consent.docx", "~$consent.docx"]), (shipped, ["consent.docx", "exit.docx"]))
    for folder, names in there:
        folder.mkdir()
        for name in names:
            (folder / name).write_bytes(b"x")
    found = templates_in_use([(own, False), (shipped, True)])
    assert [(file.name, file.path.parent.name, file.is_shipped) for file in found] == [
        ("consent.docx", "own", False),
        ("exit.docx", "shipped", True),
    ]


def test_a_folder_that_is_not_there_has_no_templates(tmp_path: Path) -> None:
    assert templates_in_use([(tmp_path / "nowhere", False)]) == ()
