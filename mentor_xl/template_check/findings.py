"""What is wrong in a letter template, at which paragraph, and what to do.

Every sentence quotes the template's own words only, never a value: values are about pupils.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mentor_xl.problems import Severity

LONGEST_QUOTE = 80
"""Characters of a paragraph that a finding shows."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a template: the part, the paragraph counted from 1 with those in tables, and its text."""

    part: str = ""
    """Body, header, first-page header, footnotes …; empty: the whole document."""
    paragraph: int | None = None
    text: str = ""

    def __str__(self) -> str:
        """For example: body, paragraph 3."""
        if not self.part:
            return "whole document"
        return self.part if self.paragraph is None else f"{self.part}, paragraph {self.paragraph}"

    @property
    def excerpt(self) -> str:
        """The paragraph's text, cut where it is long."""
        words = " ".join(self.text.split())
        return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1]}…"


WHOLE_DOCUMENT = Spot()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in one template."""

    code: str
    """A readable code, ``unknown-field``."""
    severity: Severity
    file: str
    """The template's file name."""
    spot: Spot
    what: str
    """What is wrong."""
    fix: str
    """What to do."""

    @property
    def needs_a_look(self) -> bool:
        """Whether it is more than a note."""
        return self.severity is not Severity.NOTE

    def as_json(self) -> dict[str, str | int | None]:
        """For other programs."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.file,
            "part": self.spot.part or None,
            "paragraph": self.spot.paragraph,
            "text": self.spot.excerpt,
            "message": self.what,
            "fix": self.fix,
        }

    def __str__(self) -> str:
        """One sentence with its place, as a letter that is held back shows it."""
        return f"{self.file} ({self.spot}): {self.what} {self.fix}"


def in_order(findings: Iterable[Finding], parts: Sequence[str]) -> tuple[Finding, ...]:
    """Serious first, then as the template has them; each once. ``parts``: the parts' labels in order."""
    places = {label: place for place, label in enumerate(parts, 1)}

    def key(one: Finding) -> tuple[int, int, int]:
        return one.severity.rank, places.get(one.spot.part, 0), one.spot.paragraph or 0

    return tuple(sorted(dict.fromkeys(findings), key=key))
