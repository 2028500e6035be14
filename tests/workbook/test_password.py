"""Workbooks with a password to open."""

import hashlib
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from mentor_xl.workbook.files import open_grid
from mentor_xl.workbook.guard import PasswordNeeded
from mentor_xl.workbook.password import WrongPassword

PASSWORD = "Thörnfield 1"  # noqa: S105 - it guards nothing


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Pupils"
    sheet.append(["Pupil ID", "Surname"])
    sheet.append(["004511", "Adeyemi"])
    plain, place = BytesIO(), tmp_path / "caseload.xlsx"
    book.save(plain)
    with place.open("wb") as file:
        OOXMLFile(plain).encrypt(PASSWORD, file)
    return place


def test_the_right_password_opens_the_workbook_and_leaves_it_encrypted_on_the_disk(locked: Path) -> None:
    before = locked.read_bytes()
    grid = open_grid(locked, PASSWORD)
    assert [cells for _, cells in grid.rows("Pupils")][1] == ["004511", "Adeyemi"]
    assert locked.read_bytes() == before


def test_without_a_password_the_workbook_is_not_opened(locked: Path) -> None:
    with pytest.raises(PasswordNeeded):
        open_grid(locked)


@pytest.mark.parametrize("password", ["", "thörnfield 1", "wrong"])
def test_a_wrong_password_is_said_in_one_sentence(locked: Path, password: str) -> None:
    with pytest.raises(WrongPassword, match="does not open"):
        open_grid(locked, password)


def test_the_digest_is_of_the_file_as_it_lies_on_the_disk(locked: Path) -> None:
    assert open_grid(locked, PASSWORD).sha256 == hashlib.sha256(locked.read_bytes()).hexdigest()
