"""What came of the canaries of one sort."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from mentor_xl.documents import Document


class LetThrough(NamedTuple):
    """A canary where it must not be. No words of the workbook stand here."""

    where: str
    """The kind of letter and its reader, or the file."""
    ref: str | None
    came_from: str
    """``Reviews!J4``."""


@dataclass
class Tally:
    """The canaries of one sort, and what became of them in the letters that printed one."""

    what: str
    gate: str
    """What would have had to fail for one to get out."""
    codes: frozenset[str]
    """Why the safety gate holds a letter with one of them."""
    planted: int = 0
    letters: int = 0
    """Letters that were printed to try them."""
    held: int = 0
    told: int = 0
    """Letters whose readers may have it."""
    unclear: int = 0
    """Letters that were held, though not for this."""
    let_through: list[LetThrough] = field(default_factory=list)

    def judge(self, document: Document, came_from: str, found: Iterable[str]) -> None:
        """Count a letter whose reader may not have what stands in it; ``found``: the gate's codes for it."""
        codes = frozenset(found)
        if codes & self.codes:
            self.held += 1
        elif codes:
            self.unclear += 1
        else:
            where = f"{document.kind} to {document.audience.value}"
            self.let_through.append(LetThrough(where, document.ref, came_from))

    def as_json(self) -> dict[str, Any]:
        """As another program reads it."""
        let_through = [one._asdict() for one in self.let_through]
        return {**asdict(self), "codes": sorted(self.codes), "let_through": let_through}
