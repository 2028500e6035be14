"""Which folder do the letters of a book go to, and is it the same one the next time?"""

import json
from pathlib import Path

import pytest

from mentor_xl.live.remembered import FILE_NAME, Remembered, stem_of


def remembered(home: Path) -> Remembered:
    return Remembered(home / "settings", home / "Documents", home / "cache")


def test_by_default_letters_go_to_documents(tmp_path: Path) -> None:
    folder = remembered(tmp_path).folder_of("C:\\School\\ks\\caseload.xlsx")
    assert folder == tmp_path / "Documents" / "Mentor XL" / "caseload"


def test_a_book_keeps_its_folder_and_another_of_the_same_name_gets_its_own(tmp_path: Path) -> None:
    first = remembered(tmp_path).folder_of("C:\\7A\\caseload.xlsx")
    second = remembered(tmp_path).folder_of("C:\\7B\\caseload.xlsx")
    assert first != second
    assert remembered(tmp_path).folder_of("C:\\7A\\caseload.xlsx") == first
    assert remembered(tmp_path).folder_of("c:\\7b\\Caseload.xlsx") == second


def test_a_chosen_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / FILE_NAME).write_text(json.dumps({"letters_folder": str(tmp_path / "Ours")}))
    assert remembered(tmp_path).folder_of("Book1") == tmp_path / "Ours" / "Book1"
    assert json.loads((tmp_path / "settings" / FILE_NAME).read_text())["letters_folder"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"books": 3, "letters_folder": 5}', '{"letters_folder": "x"}', "[" * 9999]
)
def test_settings_that_make_no_sense_are_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / FILE_NAME).write_text(text)
    assert remembered(tmp_path).folder_of("Book1") == tmp_path / "Documents" / "Mentor XL" / "Book1"


def test_where_nothing_can_be_remembered_the_name_leads_there(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file where the folder should be")
    for _ in range(2):
        assert remembered(tmp_path).folder_of("Book1").name == "Book1"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("C:\\School\\ks\\My caseload.xlsx", "My caseload"),
        ("https://x.sharepoint.com/sites/a/Shared Documents/caseload 26.27.xlsm", "caseload 26.27"),
        ("/school/ks/a=b & é%.xlsx", "a=b & é%"),
        ("Book1", "Book1"),
        ("....xlsx", "_____xlsx-"),
    ],
)
def test_the_folder_has_the_name_of_the_book(name: str, stem: str) -> None:
    assert stem_of(name).startswith(stem)


def test_no_name_of_a_book_is_kept_but_its_digest(tmp_path: Path) -> None:
    remembered(tmp_path).folder_of("C:\\Mentoring\\caseload.xlsx")
    books = json.loads((tmp_path / "settings" / FILE_NAME).read_text())["books"]
    assert [len(key) for key in books] == [16]
