"""How fast due dates are worked out: `python tests/benchmarks/bench_deadlines.py [PUPILS] [ROUNDS]`.

Twelve rules for every pupil, three ways on the same cases in the same run: counting by look-up and a loop
from day to day, each of which finds the two dates and no more; and the whole of `due_dates`, with bookings,
states, reasons and order. All must agree on every date. Prints medians and ratios.
"""

import datetime as dt
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from deadlines.a_school import casebook_of  # noqa: E402
from deadlines.day_by_day import PlainYear, plain_year  # noqa: E402
from deadlines.the_cases import TWO_YEARS  # noqa: E402

from mentor_xl.casebook import Casebook  # noqa: E402
from mentor_xl.deadlines import RULES, DeadlineRule, Due, due_dates  # noqa: E402
from mentor_xl.deadlines.counting import count  # noqa: E402
from mentor_xl.records import Agency, AgencyReferral, Case, Consent, Event, Passport, Pupil  # noqa: E402
from mentor_xl.school_calendar import SchoolCalendar  # noqa: E402

T = TypeVar("T")
Dates = dict[tuple[str, str], tuple[dt.date | None, dt.date | None]]

D = dt.date
TODAY = D(2027, 11, 23)
TWELVE = (
    "mentoring-review", "consent-review", "agency-chase", "ehcp-annual-review", "ehcp-meeting",
    "pep-start", "pep-ready", "pep-termly", "care-review-first", "medical-plan-review", "passport-review",
    "early-help-first",
)  # fmt: skip
ELSEWHERE = tuple(replace(rule, is_on=False) for rule in RULES if rule.slug not in TWELVE)
BY_SLUG = {rule.slug: rule for rule in RULES}


def anchors_of(pupils: int) -> list[dt.date]:
    """A day for every pupil, in the last nine months."""
    days = [TODAY - dt.timedelta(days=place) for place in range(1, 270)]
    return [days[number * 7 % len(days)] for number in range(pupils)]


def caseload(anchors: list[dt.date]) -> Casebook:
    """Pupils for each of whom all twelve rules have something to count."""
    numbered = [(f"{number:06}", number + 2, day) for number, day in enumerate(anchors)]
    return Casebook(
        pupils=tuple(
            Pupil(
                pupil_id=one, row_number=row, sen_status="E", ehcp_issued=day, looked_after="Looked after",
                came_into_care=day, medical_plan=True,
            )
            for one, row, day in numbered
        ),
        cases=tuple(
            Case(case_id=f"C{one}", pupil_id=one, row_number=row, status="Active", started_on=day)
            for one, row, day in numbered
        ),
        consents=tuple(
            Consent(consent_id=f"K{one}", pupil_id=one, row_number=row, purpose="Mentoring", given_on=day)
            for one, row, day in numbered
        ),
        agencies=(Agency(agency="An agency", row_number=2),),
        agency_referrals=tuple(
            AgencyReferral(
                agency_referral_id=f"A{one}", pupil_id=one, row_number=row, agency="An agency", sent_on=day
            )
            for one, row, day in numbered
        ),
        passports=tuple(
            Passport(pupil_id=one, row_number=row, version_date=day) for one, row, day in numbered
        ),
        events=tuple(
            Event(pupil_id=one, row_number=row, event=event, date=day)
            for event in ("Medical plan agreed", "Early help started")
            for one, row, day in numbered
        ),
    )  # fmt: skip


def day_by_day(year: PlainYear, anchors: list[dt.date]) -> Dates:
    """What a script would do: every pupil, every rule, from one day to the next."""
    return {
        (f"{number:06}", slug): plain_dates(year, BY_SLUG[slug], day)
        for number, day in enumerate(anchors)
        for slug in TWELVE
    }


def plain_dates(
    year: PlainYear, rule: DeadlineRule, anchor: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """The legal day and the day to act by."""
    is_hard, from_day = rule.strength == "hard", anchor
    if rule.slug == "ehcp-meeting":
        review = year.count("months", 12, anchor, is_hard=True)
        assert review is not None
        anchor, from_day = review, dt.date.min
    day = year.count(rule.unit, rule.amount, anchor, is_hard=is_hard, is_notice=rule.direction == "before")
    if rule.slug == "agency-chase" and day is not None:
        day = year.walk(day, year.is_open, 1) if year.is_known(day) else None
    if day is None:
        return None, None
    return day if is_hard else None, year.act_by(day, from_day, is_hard=is_hard)


def by_look_up(calendar: SchoolCalendar, anchors: list[dt.date]) -> Dates:
    """The same dates from the prebuilt calendar; nothing is remembered from one pupil to the next."""
    return {
        (f"{number:06}", slug): looked_up(calendar, BY_SLUG[slug], day)
        for number, day in enumerate(anchors)
        for slug in TWELVE
    }


def looked_up(
    calendar: SchoolCalendar, rule: DeadlineRule, anchor: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """The legal day and the day to act by."""
    from_day = anchor
    if rule.slug == "ehcp-meeting":
        review = count(calendar, BY_SLUG["ehcp-annual-review"], anchor)
        assert review is not None
        anchor, from_day = review, dt.date.min
    day = count(calendar, rule, anchor)
    if rule.slug == "agency-chase" and day is not None:
        day = calendar.next_school_day(day)
    if day is None:
        return None, None
    if rule.strength == "soft":
        return None, calendar.nearest_school_day(day)
    back = calendar.last_school_day_by(day)
    return day, back if back is None or back >= from_day else day


def found(dues: list[Due]) -> Dates:
    """The same of what Mentor XL says."""
    return {(due.ref, due.rule): (due.legal_last_day, due.act_by) for due in dues}


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds, and what came of it."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def main(pupils: int, rounds: int) -> None:
    """Interleave both ways and print what they took."""
    sheet = casebook_of("", TWO_YEARS).calendar
    building, calendar = timed(lambda: SchoolCalendar.from_periods(sheet, "England"))
    year = plain_year(sheet, calendar.working_days.bank_holidays)
    anchors = anchors_of(pupils)
    print(f"{pupils} pupils, {len(TWELVE)} rules each, {rounds} rounds; calendar built in {building:.2f} s")
    taken: dict[str, list[float]] = {"look-up": [], "day by day": [], "due_dates": []}
    for _ in range(rounds):
        casebook = caseload(anchors)  # anew: look-ups once made are kept in it
        seconds, dues = timed(lambda casebook=casebook: due_dates(casebook, calendar, TODAY, ELSEWHERE))
        taken["due_dates"].append(seconds)
        seconds, plain = timed(lambda: day_by_day(year, anchors))
        taken["day by day"].append(seconds)
        seconds, quick = timed(lambda: by_look_up(calendar, anchors))
        taken["look-up"].append(seconds)
        assert len(dues) == len(plain) == pupils * len(TWELVE)
        assert found(dues) == plain == quick, "the ways disagree"
    medians = {way: statistics.median(seconds) for way, seconds in taken.items()}
    for way, seconds in medians.items():
        each = seconds / pupils / len(TWELVE) * 1e6
        ratio = medians["day by day"] / seconds
        print(f"{way:10} {seconds:6.2f} s   {each:5.1f} µs a date   {ratio:4.1f} x day by day")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [10_000, 3][len(numbers) :]))
