"""Do two dates of one row lie as far apart as they can: not years, and not on one day?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mentor_xl.casebook import SHEETS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.sound_dates import FAR_AHEAD
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import columns_of


class _Span(NamedTuple):
    """Two dates of a sheet and how far apart they may lie, in days."""

    sheet: str
    earlier: str
    later: str
    longest: int


_SPANS = (
    _Span("referrals", "received_on", "decided_on", 366),
    _Span("referrals", "received_on", "parent_informed_on", 366),
    _Span("cases", "started_on", "planned_end", 800),
    _Span("consents", "given_on", "review_by", 1500),
    _Span("targets", "set_on", "review_by", 400),
    _Span("targets", "set_on", "scored_on", 800),
    _Span("steps", "planned_for", "done_on", 300),
    _Span("agency_referrals", "decided_on", "sent_on", 300),
    _Span("agency_referrals", "sent_on", "acknowledged_on", 366),
    _Span("reviews", "invited_on", "booked_for", 200),
    _Span("reviews", "invited_on", "held_on", 300),
    _Span("reviews", "booked_for", "held_on", 300),
    _Span("reviews", "held_on", "report_sent_on", 300),
    _Span("passports", "version_date", "review_by", 800),
    _Span("groups", "started_on", "ends_on", 800),
    _Span("peer_pairs", "started_on", "ends_on", 500),
    _Span("policies", "reviewed_on", "review_by", 2200),
    _Span("attendance", "from_", "to", 400),
    _Span("behaviour", "from_", "to", 400),
)


@check("dates-far-apart", Severity.QUERY)
def dates_far_apart(seen: Inspection) -> Iterator[Finding]:
    """Do dates that belong together lie near each other?

    Why: A slip in the year is made in a moment, 2016 for 2026, and what is counted from it is wrong.
    Do: Correct the year of the one that is wrong.
    Fires: Referrals: Parent informed on=2016-09-15
    Silent: Referrals: Parent informed on=2026-07-15
    """
    told: set[tuple[str, int, str]] = set()
    for span in _SPANS:
        headings = {column.attribute: column.heading for column in columns_of(SHEETS[span.sheet])}
        for record in getattr(seen.casebook, span.sheet):
            one, other = getattr(record, span.earlier), getattr(record, span.later)
            if one is None or other is None or abs((other - one).days) <= span.longest:
                continue
            # The one that is further from today is more likely the slip.
            is_later = abs(other - seen.today) >= abs(one - seen.today)
            wrong, right = (span.later, span.earlier) if is_later else (span.earlier, span.later)
            if _has_a_question_of_its_own(seen, span, one, other, getattr(record, wrong)):
                continue
            if (span.sheet, record.row_number, wrong) not in told:
                told.add((span.sheet, record.row_number, wrong))
                days = f"{headings[wrong]}, {short(getattr(record, wrong))}, and {headings[right]}"
                yield Finding(record, wrong, f"{days}, {short(getattr(record, right))}, are far apart.")


def _has_a_question_of_its_own(
    seen: Inspection, span: _Span, one: dt.date, other: dt.date, wrong: dt.date
) -> bool:
    """Whether the slip is told already: dates in the wrong order, or a day far ahead."""
    is_backwards = other < one and (span.sheet, span.later) not in _IN_ANY_ORDER
    return is_backwards or (wrong - seen.today).days > FAR_AHEAD


_IN_ANY_ORDER = frozenset({("referrals", "parent_informed_on"), ("steps", "done_on"), ("reviews", "held_on")})
_ON_ONE_DAY: Mapping[str, tuple[str, str]] = {
    "cases": ("started_on", "planned_end"),
    "consents": ("given_on", "review_by"),
    "targets": ("set_on", "review_by"),
    "passports": ("version_date", "review_by"),
    "policies": ("reviewed_on", "review_by"),
}
"""Two days of which the second is for looking back at the first."""


@check("reviewed-on-the-same-day", Severity.QUERY)
def reviewed_on_the_same_day(seen: Inspection) -> Iterator[Finding]:
    """Is what begins on a day to be looked at on a later one?

    Why: A date that was copied into the next column asks for a review before anything has happened.
    Do: Fill in the day of the review.
    Fires: Targets: Set on=2026-10-05, Review by=2026-10-05
    Silent: Targets: Set on=2026-10-05, Review by=2026-12-04
    """
    for name, (first, second) in _ON_ONE_DAY.items():
        headings = {column.attribute: column.heading for column in columns_of(SHEETS[name])}
        for record in getattr(seen.casebook, name):
            day = getattr(record, second)
            if day is not None and day == getattr(record, first):
                message = f"{headings[second]} and {headings[first]} are both {short(day)}."
                yield Finding(record, second, message)


_AHEAD: Mapping[str, Mapping[str, int]] = {
    "staff": {"left_on": 10 * 366},
    "pupils": {"admission_date": 800, "leaving_date": 16 * 366},
    "events": {"ends_on": 800},
    "peer_pool": {"trained_on": 400},
    "training": {"date": 800},
    "policies": {"review_by": 8 * 366},
}
_BEHIND: Mapping[str, Mapping[str, int]] = {
    "staff": {"left_on": 60 * 366},
    "training": {"date": 50 * 366},
    "policies": {"reviewed_on": 20 * 366},
    "peer_pool": {"trained_on": 8 * 366},
    "peer_pairs": {"started_on": 8 * 366, "mentor_trained_on": 8 * 366},
}


@check("year-unlikely", Severity.QUERY)
def year_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is the year of every date one that was meant?

    Why: A slip in the year, 2062 for 2026, is made in a moment and found late.
    Do: Correct the year.
    Fires: Staff: Left on=2062-07-01
    Silent: Staff: Left on=2027-07-01
    """
    for table, sign in ((_AHEAD, 1), (_BEHIND, -1)):
        for name, limits in table.items():
            headings = {column.attribute: column.heading for column in columns_of(SHEETS[name])}
            for attribute, most in limits.items():
                for record in getattr(seen.casebook, name):
                    day: dt.date | None = getattr(record, attribute)
                    if day is not None and sign * (day - seen.today).days > most:
                        which = "ahead" if sign > 0 else "ago"
                        message = f"{headings[attribute]}, {short(day)}, is many years {which}."
                        yield Finding(record, attribute, message)


@check("target-set-in-future", Severity.ERROR)
def target_set_in_future(seen: Inspection) -> Iterator[Finding]:
    """Has every target been set?

    Why: Targets are agreed with the pupil; one that is still to be set is a plan, or a slip in the date.
    Do: Correct Set on.
    Fires: Targets: Set on=2026-12-01, Review by=2027-02-05
    Silent: Targets: Set on=2026-11-23, Review by=2027-02-05
    """
    for target in seen.casebook.targets:
        if target.set_on is not None and target.set_on > seen.today:
            yield Finding(target, "set_on", f"Set on, {short(target.set_on)}, is still to come.")
