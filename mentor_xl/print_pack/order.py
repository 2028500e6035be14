"""In which order are letters printed, so that they go into envelopes as they come out of the printer?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mentor_xl.documents import Document


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the pack: what it is, and its Word file."""

    document: Document
    file: Path

    @property
    def is_posted(self) -> bool:
        """Whether it goes into an envelope; the others are handed over in school."""
        return bool(self.document.recipient.address_lines)

    @property
    def envelope(self) -> tuple[str, ...]:
        """Equal for letters that could share an envelope: one name, one address."""
        return tuple(_plain(line) for line in self.document.recipient.address_lines)


def in_posting_order(letters: Iterable[Letter]) -> list[Letter]:
    """Those that are posted first, by postcode, street and name; then by pupil those handed over in school.

    Letters for one envelope stand together, and each pupil's keep the order in which they were made.
    """
    return sorted(letters, key=_place)


def _place(letter: Letter) -> tuple[object, ...]:
    if not letter.is_posted:
        return True, (letter.document.audience.value, letter.document.ref or ""), letter.file.name
    name, *address = letter.envelope
    return False, (*reversed(address), name), (letter.document.ref or "", letter.file.name)


def _plain(line: str) -> str:
    """An address line without what makes no difference; house numbers sort as numbers."""
    folded = re.sub(r"[^\w]+", " ", line).strip().casefold()
    return re.sub(r"\d+", lambda number: number[0].zfill(6), folded)
