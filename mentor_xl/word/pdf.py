"""Word documents as PDF, by the LibreOffice on this machine, all of a build in one run."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from mentor_xl.errors import MentorError, MissingHere, NotWritten

_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_AT_ONCE = 40
"""Documents that one run of LibreOffice takes: enough to be quick, few enough for a command line."""


def find_libreoffice() -> Path | None:
    """LibreOffice's program, on the path or where it is usually installed."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    if on_path:
        return Path(on_path)
    return next((Path(place) for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert_to_pdf(documents: Sequence[Path]) -> list[Path]:
    """A PDF beside each document.

    Raises:
        MissingHere: LibreOffice is not on this machine.
        MentorError: it did not make them all.
    """
    with tempfile.TemporaryDirectory(prefix="mentor-xl-") as scratch:
        made = pdfs_of(documents, Path(scratch))
        places = [document.with_suffix(".pdf") for document in documents]
        for pdf, place in zip(made, places, strict=True):
            try:
                shutil.move(pdf, place)
            except OSError as fault:
                why = f"{place.name} could not be written. If it is open, close it, and try again."
                raise NotWritten(fault, why) from fault
    return places


def pdfs_of(documents: Sequence[Path], folder: Path) -> list[Path]:
    """A PDF of each document, in a folder that is made for them.

    Raises:
        MissingHere: LibreOffice is not on this machine.
        MentorError: it did not make them all.
    """
    program = find_libreoffice()
    if program is None:
        raise MissingHere("PDFs need LibreOffice, which is not on this machine. The Word files are made.")
    made = []
    for start in range(0, len(documents), _AT_ONCE):
        made += _convert(program, folder, documents[start : start + _AT_ONCE], start)
    return made


def _convert(program: Path, scratch: Path, documents: Sequence[Path], number: int) -> list[Path]:
    """One run; documents are copied under numbers, so that two of one name do not meet."""
    inbox, outbox = scratch / f"in{number}", scratch / f"out{number}"
    inbox.mkdir(parents=True)
    copies = [shutil.copyfile(place, inbox / f"{i}.docx") for i, place in enumerate(documents)]
    command = [
        os.fspath(program),
        f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        os.fspath(outbox),
        *map(os.fspath, copies),
    ]
    try:
        subprocess.run(command, check=False, capture_output=True, timeout=60 + 10 * len(copies))  # noqa: S603
    except subprocess.TimeoutExpired as fault:
        why = "LibreOffice did not finish. The Word files are made; try again for the PDFs."
        raise MentorError(why) from fault
    made = []
    for i, place in enumerate(documents):
        pdf = outbox / f"{i}.pdf"
        if not pdf.is_file():
            raise MentorError(f"LibreOffice made no PDF of {place.name}. The Word files are made.")
        made.append(pdf)
    return made
