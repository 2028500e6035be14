"""How far a pupil has come: sessions attended, targets scored, measures at entry and now.

Only what is certain is counted: nothing dated after today, no score outside its scale.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mentor_xl.casebook import Casebook
from mentor_xl.records import Case, Measure, Scale, Session, Target


@dataclass(frozen=True, slots=True)
class SessionCount:
    """Time with a mentor up to a day: what stands in the pupil's own rows, meetings left out."""

    attended: int
    offered: int
    """Attended, absent and declined; those that school cancelled were never offered."""
    last_attended: dt.date | None = None


def count_sessions(sessions: Iterable[Session], today: dt.date) -> SessionCount:
    """How many sessions were offered and attended up to and including today."""
    past = [s for s in sessions if s.date and s.date <= today and s.kind != "Meeting"]
    attended = [s.date for s in past if s.attended == "Attended" and s.date]
    offered = sum(1 for s in past if s.attended in ("Attended", "Absent", "Declined"))
    return SessionCount(len(attended), offered, max(attended, default=None))


def sessions_of_case(casebook: Casebook, case: Case) -> tuple[Session, ...]:
    """The pupil's sessions since the case started, and until it closed."""
    return tuple(
        session
        for session in casebook.sessions_of(case.pupil_id)
        if session.date
        and (case.started_on is None or session.date >= case.started_on)
        and (case.closed_on is None or session.date <= case.closed_on)
    )


def is_met(target: Target) -> bool:
    """Whether a target counts as met: its status says so."""
    return target.status == "Met"


@dataclass(frozen=True, slots=True)
class Change:
    """One measure by one informant, at entry and at the latest time it was taken."""

    measure: str
    informant: str
    entry: float
    latest: float
    latest_on: dt.date
    scale: Scale | None

    @property
    def is_better(self) -> bool | None:
        """Whether the change goes the way the scale calls better; ``None`` for no change or no scale."""
        if self.latest == self.entry or self.scale is None or self.scale.better_is is None:
            return None
        return (self.latest > self.entry) is (self.scale.better_is == "Higher")

    @property
    def in_words(self) -> str:
        """What the change says, claiming no cause (reference 7)."""
        if self.latest == self.entry:
            return "about the same"
        if self.is_better is None:
            return "changed"
        return "a step forward" if self.is_better else "harder at the moment"


def changes(casebook: Casebook, measures: Iterable[Measure], today: dt.date) -> tuple[Change, ...]:
    """Entry and latest of every measure taken twice by the same informant, in order of first taking."""
    taken: dict[tuple[str, str], list[Measure]] = {}
    for measure in measures:
        if measure.measure and measure.informant and measure.taken_on and measure.taken_on <= today:
            taken.setdefault((measure.measure, measure.informant), []).append(measure)
    return tuple(_changes(casebook, taken, today))


def _changes(
    casebook: Casebook, taken: dict[tuple[str, str], list[Measure]], today: dt.date
) -> Iterator[Change]:
    for (name, informant), several in taken.items():
        scale = casebook.scale(name)
        with_score = [m for m in several if m.score is not None and _lies_on(scale, m.score)]
        scored = sorted(
            ((m.taken_on or today, m.phase == "Entry", m.score or 0.0) for m in with_score),
            key=lambda one: one[0],
        )
        entries = [one for one in scored if one[1]] or scored[:1]
        if not entries or scored[-1][0] <= entries[0][0]:
            continue
        entry, (latest_on, _, latest) = entries[0][2], scored[-1]
        yield Change(name, informant, entry, latest, latest_on, scale)


def _lies_on(scale: Scale | None, score: float) -> bool:
    """Whether a score lies between the ends of its scale, as far as they are known."""
    lowest = scale.lowest if scale else None
    highest = scale.highest if scale else None
    return (lowest is None or score >= lowest) and (highest is None or score <= highest)
