"""The small school's workbook, in a folder of its own."""

from pathlib import Path

import pytest
from cli.small_school import PUPILS, SETTINGS, saved


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The whole workbook: letters to make, one held back, queries."""
    return saved(tmp_path / "school" / "caseload.xlsx")


@pytest.fixture
def quiet_book(tmp_path: Path) -> Path:
    """A workbook in which nothing is wrong and nothing is due."""
    return saved(tmp_path / "school" / "quiet.xlsx", SETTINGS + PUPILS.partition("# Contacts")[0])
