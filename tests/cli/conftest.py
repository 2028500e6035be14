"""The small school's workbook, in a folder of its own."""

from pathlib import Path

import pytest
from cli.commands import build
from cli.small_school import PUPILS, SETTINGS, saved


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The whole workbook: letters to make, one held back, queries."""
    return saved(tmp_path / "school" / "caseload.xlsx")


@pytest.fixture
def quiet_book(tmp_path: Path) -> Path:
    """A workbook in which nothing is wrong and nothing is due."""
    return saved(tmp_path / "school" / "quiet.xlsx", SETTINGS + PUPILS.partition("# Contacts")[0])


@pytest.fixture
def out(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The folder in which the small school's letters were built."""
    build(book, tmp_path / "out")
    capsys.readouterr()
    return tmp_path / "out"
