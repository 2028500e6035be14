"""What came of the canaries of one sort."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mentor_xl.documents import Document


@dataclass(frozen=True, slots=True)
class LetThrough:
    """A canary where it must not be. No words of the workbook stand here."""

    where: str
    """The kind of letter and its reader, or what sort of file."""
    ref: str | None
    came_from: str
    """``Reviews!J4``."""


@dataclass
class Tally:
    """The canaries of one sort, and what became of each in each letter that printed it."""

    what: str
    gate: str
    """What would have had to fail for one to get out."""
    codes: frozenset[str]
    """Why the safety gate holds a letter with one of them."""
    planted: int = 0
    held: int = 0
    told: int = 0
    """Letters in which it may stand: their readers may have it."""
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
        return {
            "what": self.what, "planted": self.planted, "held": self.held, "told_to_whom_it_may": self.told,
            "held_for_another_reason": self.unclear, "would_have_had_to_fail": self.gate,
            "let_through": [
                {"where": one.where, "ref": one.ref, "came_from": one.came_from} for one in self.let_through
            ],
        }  # fmt: skip
