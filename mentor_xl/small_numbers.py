"""Which numbers are too small to be told, so that nobody can know whom they are about (reference 6.3)?

What is hidden must not be found by taking what is shown from a total. So the cells to hide are chosen by
their size alone, all of one size together: any two hidden cells of different size could be each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

DEFAULT = 5
"""Where the school sets nothing (workbook, *Settings*)."""
LOWEST = 3
"""Below this, hiding hides nothing: of counts under 2 everybody knows that they are 1."""
ONLY_A_SHARE_BELOW = 10
"""Of fewer than this a percentage is given and no count (reference 6.3)."""


def least_shown(hide_counts_below: int | None) -> int:
    """The smallest count that is shown: the school's own *Hide counts below*, never less than 3."""
    return max(LOWEST, DEFAULT if hide_counts_below is None else hide_counts_below)


def safe_counts(counts: Sequence[int], least: int) -> tuple[int | None, ...]:
    """The counts of one table whose total may be known; ``None`` stands for one that is hidden.

    Where a count lies between 1 and ``least`` less one, it is hidden with all others below ``least``, the
    noughts too; and so are the next larger, while all that are hidden are alike or make too little together.
    """
    hidden = {count for count in counts if count < least}
    if not hidden - {0}:
        return tuple(counts)
    larger = sorted(set(counts) - hidden)
    while larger and _gives_itself_away([count for count in counts if count in hidden], least):
        hidden.add(larger.pop(0))
    return tuple(None if count in hidden else count for count in counts)


def _gives_itself_away(hidden: Sequence[int], least: int) -> bool:
    """Whether what the total leaves for the hidden cells says what each is, or is itself too small."""
    return len(set(hidden)) == 1 or sum(hidden) < least


def safe_total(total: int, least: int) -> int | None:
    """A count that stands alone: ``None`` where it is too small to be told; nought may be told."""
    return None if 0 < total < least else total


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole that may be told."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """In whole percent, a half rounded up."""
        return (200 * self.part + self.whole) // (2 * self.whole)

    @property
    def in_words(self) -> str:
        """``60% (12 of 20)``; of fewer than ten the percentage alone."""
        if self.whole < ONLY_A_SHARE_BELOW:
            return f"{self.percent}%"
        return f"{self.percent}% ({self.part} of {self.whole})"


def safe_share(part: int, whole: int, least: int) -> Share | None:
    """A part of a whole; ``None`` where the whole, the part or the rest is too small to be told."""
    is_told = whole >= least and None not in safe_counts((part, whole - part), least)
    return Share(part, whole) if is_told else None


def safe_average(values: Sequence[float], least: int) -> float | None:
    """The mean of at least so many values; of fewer none is given."""
    return sum(values) / len(values) if len(values) >= least else None
