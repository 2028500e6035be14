"""A PDF that cannot be made or written ends in a sentence, not in a fault of the program."""

import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from mentor_xl.errors import MentorError
from mentor_xl.word import pdf


def test_a_pdf_that_is_open_in_another_program_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_open(_: Path, place: Path) -> NoReturn:
        place.touch()
        raise PermissionError(13, "in use", str(place))

    letter = tmp_path / "consent-1a2b3c.docx"
    monkeypatch.setattr(pdf, "pdfs_of", lambda _, folder: [folder / "0.pdf"])
    monkeypatch.setattr(shutil, "move", is_open)
    with pytest.raises(MentorError, match=r"consent-1a2b3c\.pdf could not be written\. If it is open"):
        pdf.convert_to_pdf([letter])


def test_a_libreoffice_that_does_not_come_to_an_end_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(command: list[str], **options: Any) -> NoReturn:
        raise subprocess.TimeoutExpired(command, options["timeout"])

    letter = tmp_path / "consent-1a2b3c.docx"
    letter.write_bytes(b"")
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr(subprocess, "run", hangs)
    with pytest.raises(MentorError, match="LibreOffice did not finish"):
        pdf.convert_to_pdf([letter])
