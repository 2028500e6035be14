"""Which events happened to which pupil, and which of them is the latest of its kind?"""

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from mentor_xl.casebook import Casebook
from mentor_xl.records import Event
from mentor_xl.vocabulary import EventKind


class Happened(NamedTuple):
    """One pupil's events of one kind."""

    past: tuple[Event, ...] = ()
    """On or before today, the latest last."""
    unread: tuple[Event, ...] = ()
    """Those whose date nobody can read."""

    @property
    def last(self) -> Event | None:
        """The latest."""
        return self.past[-1] if self.past else None

    @property
    def last_day(self) -> dt.date | None:
        """The day of the latest."""
        return self.past[-1].date if self.past else None

    def since(self, day: dt.date) -> dt.date | None:
        """The first day on or after ``day`` on which it happened."""
        return next((event.date for event in self.past if event.date and event.date >= day), None)


def events_by_kind(casebook: Casebook, today: dt.date) -> dict[EventKind, dict[str, Happened]]:
    """Every pupil's events of every kind, sorted out once; an event to come has not happened."""
    rows: defaultdict[tuple[EventKind, str], list[Event]] = defaultdict(list)
    for event in casebook.events:
        pupil = casebook.pupil(event.pupil_id)
        if pupil is not None and event.event is not None:
            rows[event.event, pupil.pupil_id].append(event)
    found: defaultdict[EventKind, dict[str, Happened]] = defaultdict(dict)
    for (kind, pupil_id), events in rows.items():
        happened = _sorted_out(events, today)
        if happened.past or happened.unread:
            found[kind][pupil_id] = happened
    return dict(found)


def _sorted_out(events: list[Event], today: dt.date) -> Happened:
    past = sorted((day, one.row_number, one) for one in events if (day := one.date) and day <= today)
    return Happened(tuple(one for *_, one in past), tuple(one for one in events if "date" in one.unread))
