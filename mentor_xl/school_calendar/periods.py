"""Which stretches of days does the *Calendar* sheet name, and which half terms make up a term?"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from mentor_xl.school_calendar.working_days import KNOWN_YEARS
from mentor_xl.vocabulary import DayKind

_LONGEST = dt.timedelta(days=366)


class CalendarRow(Protocol):
    """A row of the *Calendar* sheet; ``to`` blank means one day."""

    @property
    def from_(self) -> dt.date | None:
        """The first day."""
    @property
    def to(self) -> dt.date | None:
        """The last day."""
    @property
    def kind(self) -> DayKind | None:
        """What kind of days they are."""
    @property
    def name(self) -> str | None:
        """*Autumn 1*, *Trust training*, …"""


@dataclass(frozen=True, slots=True)
class SchoolPeriod:
    """A half term or a term, or days of one kind: first and last day, both included."""

    name: str
    first: dt.date
    last: dt.date
    is_whole: bool = True
    """Whether all of it stands on the sheet: where only *Autumn 1* does, nobody knows when autumn ends."""

    @property
    def days(self) -> Iterator[dt.date]:
        """Every day of it, weekends too."""
        return map(dt.date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))


def usable(rows: Iterable[CalendarRow]) -> Iterator[tuple[DayKind, SchoolPeriod]]:
    """The rows that can be understood: a kind, a first day, and a last day within a year after it."""
    for row in rows:
        last = row.to or row.from_
        if row.kind is None or row.from_ is None or last is None or row.from_.year not in KNOWN_YEARS:
            continue
        if row.from_ <= last <= row.from_ + _LONGEST:
            yield row.kind, SchoolPeriod((row.name or "").strip(), row.from_, last)


def terms_of(half_terms: Sequence[SchoolPeriod]) -> tuple[SchoolPeriod, ...]:
    """The terms: half terms in a row whose names are alike but for a rising number.

    *Term 1* … *Term 6* pair up. ``half_terms`` are in order of their first day.
    """
    numbered = [(half_term, *_stem_and_number(half_term.name)) for half_term in half_terms]
    runs: list[list[SchoolPeriod]] = []
    for _, alike in groupby(numbered, key=lambda one: one[1]):
        highest = 0
        for half_term, _, number in alike:
            if number > highest > 0:
                runs[-1].append(half_term)
            else:
                runs.append([half_term])
            highest = number
    return tuple(map(_joined, runs))


def _joined(run: Sequence[SchoolPeriod]) -> SchoolPeriod:
    stem, number = _stem_and_number(run[0].name)
    is_whole = len(run) > 1 or number % 2 == 0
    return SchoolPeriod(stem.capitalize(), run[0].first, run[-1].last, is_whole)


def _stem_and_number(name: str) -> tuple[str, int]:
    """*Autumn 2* is ("autumn", 2); *Term 3*, the first of the second pair, is ("terms 3 and 4", 3)."""
    number = int((re.findall(r"\b\d\b", name) or ["0"])[0])
    stem = " ".join(re.sub(r"\d+", " ", name).casefold().split())
    if number and stem in ("", "term", "half term", "half-term", "ht"):
        first = (number - 1) // 2 * 2 + 1
        stem = f"terms {first} and {first + 1}"
    return stem, number


def containing(periods: Sequence[SchoolPeriod], day: dt.date) -> SchoolPeriod | None:
    """The period, of periods in order, that a day lies in."""
    place = bisect_right(periods, day, key=lambda period: period.first) - 1
    return periods[place] if place >= 0 and day <= periods[place].last else None
