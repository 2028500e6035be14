"""Which folder do the letters of a book go to? One for each book, the same one every time.

What is remembered stands in ``settings.json`` in the user's own profile, to be changed there: the folder for
all letters, and for each book its own, under a digest of where the book lies.
"""

import contextlib
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from mentor_xl.outputs import safe_name

FILE_NAME = "settings.json"
_ALL, _BOOKS = "letters_folder", "books"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What this user's Mentor XL remembers between presses."""

    settings: Path
    """The folder that ``settings.json`` lies in."""
    documents: Path
    cache: Path
    """The folder for what can be made again."""

    def letters_folder(self) -> Path:
        """The folder for the letters of every book: ``Documents/Mentor XL``, unless another was chosen."""
        chosen = self._read().get(_ALL)
        if isinstance(chosen, str) and Path(chosen).is_absolute():
            return Path(chosen)
        return self.documents / "Mentor XL"

    def folder_of(self, whole_name: str) -> Path:
        """The folder of one book. Two books of the same name never share one: each has its own letters."""
        told, key = self._read(), _digest(whole_name)
        books = told.get(_BOOKS)
        books = {k: v for k, v in books.items() if isinstance(v, str)} if isinstance(books, dict) else {}
        if key in books and Path(books[key]).is_absolute():
            return Path(books[key])
        folder = self._free(stem_of(whole_name), {Path(taken) for taken in books.values()})
        self._write(told | {_BOOKS: books | {key: str(folder)}})
        return folder

    def _free(self, stem: str, taken: set[Path]) -> Path:
        home, number = self.letters_folder(), 1
        folder = home / stem
        while folder in taken:
            number += 1
            folder = home / f"{stem} ({number})"
        return folder

    def _read(self) -> dict[str, Any]:
        try:
            told = json.loads((self.settings / FILE_NAME).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return told if isinstance(told, dict) else {}

    def _write(self, told: dict[str, Any]) -> None:
        """Where it cannot be written, the folder is found again by the book's name."""
        new = self.settings / f".new-{FILE_NAME}"
        with contextlib.suppress(OSError):
            self.settings.mkdir(parents=True, exist_ok=True)
            new.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
            new.replace(self.settings / FILE_NAME)


def stem_of(whole_name: str) -> str:
    """The name of a book without folder and ending: of a path, of an address in the cloud, of ``Book1``."""
    name = PurePosixPath(whole_name.replace("\\", "/")).name
    stem = name.rpartition(".")[0] or name
    return stem.strip(" .") or safe_name(name)


def _digest(whole_name: str) -> str:
    return hashlib.sha256(whole_name.casefold().encode(errors="surrogatepass")).hexdigest()[:16]
