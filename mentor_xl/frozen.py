"""What a release writes: ledger and manifest of letters that are frozen, or taken back to drafts."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mentor_xl.errors import MentorError, WrongUse
from mentor_xl.ledger import LEDGER, Entry, Ledger, TakenBack, issue_of, name_of, still
from mentor_xl.outputs import MANIFEST, PRINT_PACK_PDF, PRINT_PACK_WORD, OutputFile, write_outputs


def write_release(
    folder: Path, before: Ledger, released: Sequence[Entry], also: Iterable[OutputFile] = ()
) -> None:
    """Write the ledger with the letters that are released now, and what goes with it.

    Raises:
        MentorError: the folder cannot be written, or its manifest cannot be read.
    """
    # One that was changed by hand is listed as it left.
    digests = {entry.path: entry.sha256 for entry in released}
    ledger = replace(
        before,
        released=(*before.released, *released),
        drafts=tuple(entry for entry in before.drafts if entry.path not in digests),
    )
    _write(folder, before, ledger, digests, also, outdated=_outdated(folder, released))


def _write(
    folder: Path,
    before: Ledger,
    ledger: Ledger,
    digests: Mapping[str, str],
    also: Iterable[OutputFile],
    *,
    outdated: Iterable[str] = (),
) -> None:
    """Write a ledger, and the manifest with the digests of these letters as they are from now on."""
    manifest = manifest_of(folder)
    for row in manifest["made"]:
        if row["path"] in digests:
            row["sha256"] = digests[row["path"]]
    still(folder, before)
    write_outputs(folder, [OutputFile(LEDGER, ledger.as_text().encode()), *also], manifest, outdated=outdated)


def _outdated(folder: Path, released: Iterable[Entry]) -> list[str]:
    """PDFs that show a letter as it was before somebody changed it in Word."""
    letters = [folder / entry.path for entry in released if entry.is_changed_by_hand]
    pdfs = [letter.with_suffix(".pdf") for letter in letters]
    older = [
        pdf.relative_to(folder).as_posix()
        for letter, pdf in zip(letters, pdfs, strict=True)
        if pdf.is_file() and pdf.stat().st_mtime <= letter.stat().st_mtime
    ]
    return [*older, PRINT_PACK_PDF, PRINT_PACK_WORD] if letters else []


def manifest_of(folder: Path) -> dict[str, Any]:
    """The manifest of a folder.

    Raises:
        MentorError: it cannot be read.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if all(isinstance(row["path"], str) for row in manifest["made"]):
            return manifest
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    raise MentorError(f"{MANIFEST} in this folder could not be read. Build the letters again first.")


# -- taking back -------------------------------------------------------------------------------


def released_letter(ledger: Ledger, name: str) -> Entry:
    """The released letter of a stem, whichever issue was the latest, or of a file name.

    Raises:
        WrongUse: no such letter has been released, or a later issue of it has.
    """
    wanted = name.replace("\\", "/").rpartition("/")[2].removesuffix(".docx")
    stem = issue_of(wanted)[0]
    issues = sorted(
        (e for e in ledger.released if issue_of(e.path)[0] == stem), key=lambda e: issue_of(e.path)[1]
    )
    if not issues or wanted not in (stem, *(name_of(entry.path) for entry in issues)):
        raise WrongUse(
            "No letter of this name has been released. Its name is that of its file, consent-1a2b3c."
        )
    latest = issues[-1]
    if name_of(latest.path) != wanted and (name.endswith(".docx") or wanted != stem):
        raise WrongUse(
            f"A later issue of this letter has been released: take back {name_of(latest.path)} first."
        )
    return latest


def take_back(folder: Path, before: Ledger, entry: Entry, undone: TakenBack, sheet: OutputFile) -> None:
    """Make a released letter a draft again. Its file stays as it is.

    One that was changed in Word is again a draft that was changed in Word: nothing is written over it.

    Raises:
        MentorError: the folder cannot be written, or its manifest cannot be read.
    """
    digest = "" if entry.is_changed_by_hand else entry.sha256
    draft = replace(entry, released_on="", by="", is_changed_by_hand=False, sha256=digest)
    ledger = replace(
        before,
        released=tuple(one for one in before.released if one is not entry),
        drafts=(*before.drafts, draft),
        taken_back=(*before.taken_back, undone),
    )
    _write(folder, before, ledger, {entry.path: digest}, [sheet])
