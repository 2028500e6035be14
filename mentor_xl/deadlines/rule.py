"""What is a deadline rule, and what is one thing that is due?"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mentor_xl.problems import Place
from mentor_xl.vocabulary import Nation, ReviewKind, Unit

if TYPE_CHECKING:
    from mentor_xl.deadlines.diary import Diary

Strength = Literal["hard", "soft"]
"""Hard: the law or an authority's clock sets a last day. Soft: good practice, a date to aim at."""

State = Literal[
    "overdue", "act now", "chase", "due soon", "needs a date", "needs calendar", "planned", "held"
]
STATES: tuple[State, ...] = (
    "overdue", "act now", "chase", "due soon", "needs a date", "needs calendar", "planned", "held",
)
"""The states, most urgent first (decisions, *Dates: states*)."""

EVERY_NATION: tuple[Nation, ...] = ("England", "Wales", "Scotland", "Northern Ireland")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """By when something has to be done, counted from a date in the workbook; a row of a theme's table."""

    slug: str
    reference: str
    """The rule's ID in the domain reference, section 2."""
    name: str
    """The name that a row of the *Rules* sheet overrides it by."""
    amount: int = 0
    unit: Unit
    direction: Literal["after", "before"] = "after"
    """*before*: notice, counted back from a meeting, which is itself not counted."""
    strength: Strength
    source: str
    """The law or guidance it comes from."""
    check_locally: bool = False
    """Whether the number is a default that the school should compare with its own authority's."""
    warn_within: int | None = None
    """School days before the act-by day from when it is *due soon*; blank: the school's own setting."""
    nations: tuple[Nation, ...] = EVERY_NATION
    review: ReviewKind | None = None
    """The kind of review on the *Reviews* sheet that books it and does it."""
    uses: tuple[tuple[str, str], ...]
    """The columns (sheet, heading) it counts from: a cell there that cannot be read blocks the date."""
    is_authority_clock: bool = False
    """Whether the authority has to act: the school can only chase."""
    is_not_before: bool = False
    """Whether it says from when something may be done, not by when: such a day is never overdue."""
    keeps_its_unit: bool = False
    """Whether it makes sense in its own unit alone, as the sixth *school* day does."""
    is_on: bool = True
    """Whether the school has not switched it off on its *Rules* sheet."""
    find: "Callable[[DeadlineRule, Diary], Iterator[Due]]"
    """Finds everything in a caseload that this rule makes due."""


@dataclass(frozen=True, slots=True)
class About:
    """The row that a date is about, and its key."""

    sheet: str
    row: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that is due, or was done, for one pupil on one day."""

    ref: str
    """The pupil's ID."""
    rule: str
    reference: str
    name: str
    about: About
    counted_from: dt.date | None = None
    legal_last_day: dt.date | None = None
    """The last day that the law allows; always ``None`` for a soft rule."""
    act_by: dt.date | None = None
    """The school day to act by; the date itself for a soft rule."""
    booked_for: dt.date | None = None
    held_on: dt.date | None = None
    """When it was done."""
    state: State
    strength: Strength
    why: str
    """How the date was counted, for a person to check; names no pupil."""

    mentor: str | None = None
    """The staff code of the mentor whose list it belongs on."""
    form: str | None = None
    review_row: int | None = None
    """The row of *Reviews* that books it or did it."""
    moved_days: int = 0
    """How many calendar days a soft date was moved to reach a school day."""
    is_on_closed_day: bool = False
    """The legal day stands as act-by day although school is closed: no school day lies between."""
    anchor_disagrees: bool = False
    """The dates in the workbook that it could be counted from contradict each other."""
    wanted: Place | None = None
    """For *needs a date*: the cell to fill or to put right."""

    @property
    def moved_more_than_10_days(self) -> bool:
        """Whether a soft date was moved so far that a person should be told (reference 2.6)."""
        return self.moved_days > 10

    @property
    def last_day(self) -> dt.date | None:
        """The day after which it is overdue: the legal last day, or a soft rule's date."""
        return self.legal_last_day if self.strength == "hard" else self.act_by

    @property
    def urgency(self) -> tuple[int, dt.date, str, str, int]:
        """Sorts the most urgent first."""
        day = self.held_on or self.act_by or self.legal_last_day or dt.date.max
        return (_RANKS[self.state], day, self.ref, self.rule, self.about.row)

    def as_json(self) -> dict[str, object]:
        """The fields that ``mentor-xl due --json`` shows, dates as 2026-11-23."""
        return {
            "ref": self.ref,
            "rule": self.rule,
            "reference": self.reference,
            "name": self.name,
            "about": {"sheet": self.about.sheet, "row": self.about.row, "key": self.about.key},
            "counted_from": _iso(self.counted_from),
            "legal_last_day": _iso(self.legal_last_day),
            "act_by": _iso(self.act_by),
            "booked_for": _iso(self.booked_for),
            "held_on": _iso(self.held_on),
            "state": self.state,
            "strength": self.strength,
            "why": self.why,
        }


_RANKS = {state: rank for rank, state in enumerate(STATES)}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
