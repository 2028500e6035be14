"""Files written whole or not at all, under names that hold no person's name, with a manifest of them.

A folder belongs to one workbook. What an earlier run made there and this one no longer would is taken
away, unless somebody has changed it by hand since; a letter changed by hand is never written over.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mentor_xl.errors import MentorError, NotWritten

MANIFEST = "manifest.json"
CASELOAD = "caseload"
"""The folder of what is about no one pupil; no pupil's ID gives this name (``safe_name``)."""
PRINT_PACK_PDF, PRINT_PACK_WORD = "print-pack.pdf", "print-pack.docx"
_STAGE, _NEW, _OLD = ".being-made", "new", "old"
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)(\..*)?")
_KEPT = "-kept-"
"""What the name of a letter that was changed by hand goes on with when a new one takes its place."""


def safe_name(text: str) -> str:
    """A folder or file name that every system takes: two different texts never get the same one.

    A text of capitals, digits, ``.``, ``-`` and ``_`` stays as it is. Any other begins with ``_`` and ends
    with a hash: small letters too, for to Windows ``a1`` and ``A1`` are one name.
    """
    is_safe = re.fullmatch(r"[A-Z0-9-]([A-Z0-9._-]{0,58}[A-Z0-9_-])?", text) and not _RESERVED.fullmatch(text)
    if is_safe:
        return text
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", text)[:40]
    return f"_{plain}-{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:12]}"


def sha256_of(data: bytes) -> str:
    """The digest that manifests keep of a file."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: its place in the output folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


def write_outputs(
    folder: Path,
    files: Iterable[OutputFile],
    manifest: Mapping[str, Any],
    covers: Iterable[str] = (),
    outdated: Iterable[str] = (),
) -> tuple[str, ...]:
    """Write every file, and the manifest last; whatever goes wrong, the folder stays as it was.

    ``covers``: paths of earlier letters this run would make again; ``outdated``: other files to take away.
    Gives the paths of those letters that somebody had changed by hand: each is kept beside the new one.

    Raises:
        MentorError: a file there is open in another program, or the folder cannot be written, or one in it
            is a link.
    """
    stage = folder / _STAGE
    is_whole = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _mend(folder, stage)
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        paths = _put_on_stage(stage / _NEW, [*files, OutputFile(MANIFEST, text.encode())])
        _refuse_links(folder, paths)
        changed = _renew(folder, stage, paths, covers, outdated)
        is_whole = True
    except OSError as error:
        raise _not_written(error, Path(str(error.filename or folder)).name) from error
    finally:
        if is_whole or not _files_in(stage / _OLD):
            shutil.rmtree(stage, ignore_errors=True)
    return changed


def write_beside(folder: Path, files: Iterable[OutputFile]) -> None:
    """Write files that are no letters beside the manifest, each whole or not at all.

    Raises:
        MentorError: one of them is open in another program, or the folder cannot be written.
    """
    for file in files:
        place = folder / file.path
        new = place.with_name(f".new-{place.name}")
        try:
            new.write_bytes(file.data)
            new.replace(place)
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise _not_written(error, place.name) from error


def _not_written(fault: OSError, name: str) -> NotWritten:
    why = f"{name} could not be written. If it is open in Word or Excel, close it, and try again."
    return NotWritten(fault, why)


def _renew(
    folder: Path, stage: Path, paths: Sequence[str], covers: Iterable[str], outdated: Iterable[str]
) -> tuple[str, ...]:
    """Bring the folder to what stands on the stage; gives the letters that were changed by hand."""
    untouched = {row["path"] for row in made_before(folder)}
    stale = untouched.intersection(covers).difference(paths)
    others = _others_than_there(folder, stage, paths)
    pdfs = _pdfs_beside(folder, [*stale, *others])
    changed = {path: _kept(folder, path) for path in others if "/" in path and path not in untouched}
    aside = changed | {pdf: _beside(changed[letter]) for pdf, letter in pdfs.items() if letter in changed}
    for path, kept in aside.items():
        shutil.copyfile(folder / path, stage / _NEW / kept)
    _exchange(folder, stage, [*aside.values(), *paths], [*stale, *pdfs, *outdated])
    return tuple(changed)


def put_back(folder: Path) -> None:
    """Put back what a run that was cut off had moved away, before anything is read there.

    Raises:
        MentorError: the folder cannot be written.
    """
    stage = folder / _STAGE
    if _files_in(stage / _OLD):
        try:
            _mend(folder, stage)
        except OSError as error:
            raise _not_written(error, Path(str(error.filename or folder)).name) from error


# -- all or nothing ----------------------------------------------------------------------------


def _put_on_stage(stage: Path, files: Sequence[OutputFile]) -> list[str]:
    for file in files:
        place = stage / file.path
        if not _is_inside(place, stage):
            raise ValueError("A file of the output lies outside its folder.")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    return list(dict.fromkeys(file.path for file in files))


def _exchange(folder: Path, stage: Path, new: Sequence[str], stale: Sequence[str]) -> None:
    """Move the old files out and the new ones in; after a fault, back to where each was."""
    moved: list[tuple[Path, Path]] = []
    try:
        for path in (*sorted(stale), *new):
            if (folder / path).is_file():
                _move(folder / path, stage / _OLD / path, moved)
        for path in new:
            _move(stage / _NEW / path, folder / path, moved)
    except BaseException:
        for source, place in reversed(moved):
            with suppress(OSError):
                os.replace(place, source)  # noqa: PTH105 - over whatever is there
        raise
    finally:
        _drop_empty_folders(folder, [*stale, *new])


def _move(source: Path, place: Path, moved: list[tuple[Path, Path]]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    os.replace(source, place)  # noqa: PTH105 - whole or not at all
    moved.append((source, place))


def _mend(folder: Path, stage: Path) -> None:
    """Put back what a run that was cut off had moved away. The manifest is the last to go in."""
    _refuse_links(folder, [f"{_STAGE}/{_NEW}"])
    if (stage / _NEW / MANIFEST).exists():
        for kept in _files_in(stage / _OLD):
            _move(kept, folder / kept.relative_to(stage / _OLD), [])
    shutil.rmtree(stage, ignore_errors=True)


def _refuse_links(folder: Path, paths: Iterable[str]) -> None:
    """Raise MentorError where a folder on the way is a link: what is written there would lie elsewhere."""
    for name in {PurePosixPath(path).parts[0] for path in paths}:
        if (folder / name).is_dir() and (folder / name).resolve() != folder.resolve() / name:
            raise MentorError(
                f"{name} in the output folder is a link to another folder, and letters would lie there. "
                "Take the link away, or write into another folder."
            )


def _files_in(folder: Path) -> list[Path]:
    return [place for place in sorted(folder.rglob("*")) if place.is_file()]


def _drop_empty_folders(folder: Path, paths: Iterable[str]) -> None:
    for parent in {(folder / path).parent for path in paths} - {folder}:
        with suppress(OSError):  # It is not there, or not empty.
            parent.rmdir()


# -- what earlier runs made --------------------------------------------------------------------


def made_before(folder: Path) -> list[dict[str, Any]]:
    """The ``made`` rows of the manifest that stands in a folder, as far as their files are untouched."""
    try:
        rows = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["made"]
        return [row for row in rows if _is_ours(folder, row)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def has_letters_of_nobody(folder: Path) -> bool:
    """Whether there are letters like ours, though nothing lists them and no run was cut off."""
    if (folder / MANIFEST).exists() or (folder / _STAGE).exists():
        return False
    return any(_LIKE_OURS.fullmatch(f"{place.parent.name}/{place.name}") for place in folder.glob("*/*.docx"))


_LIKE_OURS = re.compile(
    rf"({CASELOAD}|[A-Z0-9._-]+|_[A-Za-z0-9_-]*-[0-9a-f]{{12}})/[a-z0-9-]+-[0-9a-f]{{6}}(-\d+)?\.docx"
)


def workbook_before(folder: Path) -> str:
    """The file name of the workbook whose letters a folder holds; empty where nobody can say."""
    try:
        name = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["workbook"]["name"]
        return name if isinstance(name, str) else ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _is_ours(folder: Path, row: object) -> bool:
    """Whether a manifest's row is sound, and its file is there just as it was made."""
    if not isinstance(row, dict) or not all(type(row.get(name)) is str for name in _OF_A_ROW):
        return False
    path = PurePosixPath(row["path"])
    is_about_caseload = row.get("ref", "") is None and path.parent == PurePosixPath(CASELOAD)
    if type(row.get("ref")) is not str and not is_about_caseload:
        return False
    place = folder / path
    try:
        is_letter = len(path.parts) == 2 and path.suffix == ".docx" and _is_inside(place, folder)
        return is_letter and place.is_file() and sha256_of(place.read_bytes()) == row["sha256"]
    except (OSError, ValueError):
        return False


_OF_A_ROW = ("kind", "path", "sha256")


def _is_inside(place: Path, folder: Path) -> bool:
    return place.resolve().is_relative_to(folder.resolve())


def _others_than_there(folder: Path, stage: Path, paths: Iterable[str]) -> list[str]:
    """The new files in whose place another one stands."""
    return [
        path
        for path in paths
        if (folder / path).is_file() and (folder / path).read_bytes() != (stage / _NEW / path).read_bytes()
    ]


def _kept(folder: Path, path: str) -> str:
    """Where a letter that was changed by hand is kept: beside the new one, under its own digest."""
    place, digest = PurePosixPath(path), sha256_of((folder / path).read_bytes())
    return str(place.with_name(f"{place.stem}{_KEPT}{digest[:6]}{place.suffix}"))


def _pdfs_beside(folder: Path, letters: Iterable[str]) -> dict[str, str]:
    """The PDFs, each to its letter, of letters that go or change: nobody should send one by mistake."""
    pdfs = {_beside(letter): letter for letter in letters if letter.endswith(".docx")}
    return {pdf: letter for pdf, letter in pdfs.items() if (folder / pdf).is_file()}


def _beside(letter: str) -> str:
    """Where the PDF of a letter lies."""
    return str(PurePosixPath(letter).with_suffix(".pdf"))
