"""Which reviews were held, and which one comes next?"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from mentor_xl.casebook import Casebook
from mentor_xl.records import Review
from mentor_xl.vocabulary import ReviewKind


class Reviews(NamedTuple):
    """One pupil's reviews of one kind."""

    rows: tuple[Review, ...] = ()
    held: tuple[Review, ...] = ()
    """Held on or before today, the latest last."""
    coming: Review | None = None
    """The row for the next one: the next booking, else the last one that passed, else one not booked."""

    def held_from(self, day: dt.date | None) -> tuple[Review, ...]:
        """Those held on or after a day; all of them where there is no such day."""
        return tuple(row for row in self.held if day is None or (row.held_on and row.held_on >= day))


def reviews_by_pupil(casebook: Casebook, today: dt.date) -> dict[tuple[str, ReviewKind], Reviews]:
    """Every pupil's reviews of every kind, sorted out once."""
    rows: defaultdict[tuple[str, ReviewKind], list[Review]] = defaultdict(list)
    for row in casebook.reviews:
        pupil = casebook.pupil(row.pupil_id)
        if pupil is not None and row.review is not None:
            rows[pupil.pupil_id, row.review].append(row)
    return {key: _sorted_out(tuple(of_one), today) for key, of_one in rows.items()}


def _sorted_out(rows: tuple[Review, ...], today: dt.date) -> Reviews:
    held = sorted((day, row.row_number, row) for row in rows if (day := row.held_on) and day <= today)
    last = held[-1][0] if held else dt.date.min
    open_rows = [row for row in rows if row.held_on is None or row.held_on > today]
    booked = sorted((day, row.row_number, row) for row in open_rows if (day := row.booked_for) and day > last)
    not_booked = [row for row in open_rows if row.booked_for is None and "booked_for" not in row.unread]
    return Reviews(rows, tuple(row for *_, row in held), _coming(booked, not_booked, today))


def _coming(
    booked: Sequence[tuple[dt.date, int, Review]], not_booked: Sequence[Review], today: dt.date
) -> Review | None:
    ahead = [row for day, _, row in booked if day >= today]
    passed = [row for day, _, row in booked if day < today]
    return next(iter((*ahead, *reversed(passed), *not_booked)), None)
