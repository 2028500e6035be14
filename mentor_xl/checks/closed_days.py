"""Do closed days close something, and does nothing begin on them that needs an open school?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity


@check("closed-day-already-closed", Severity.QUERY)
def closed_day_already_closed(seen: Inspection) -> Iterator[Finding]:
    """Does every INSET day and closure stand on a day that would be a school day?

    Why: On a weekend or in a holiday it closes nothing; the day that was meant counts as a school day.
    Do: Correct From and To, or delete the row.
    Fires: Calendar also: From=2026-11-28, To=, Kind=INSET day, Name=Training
    Silent: Calendar also: From=2026-11-26, To=, Kind=INSET day, Name=Training
    """
    for row in seen.casebook.calendar:
        first = row.from_
        if row.kind not in ("INSET day", "Closure") or first is None or (row.to or first) != first:
            continue
        if first.weekday() >= 5:
            yield Finding(row, "from_", f"{short(first)} is at a weekend, when school is closed anyway.")


@check("suspended-on-closed-day", Severity.QUERY)
def suspended_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Does every suspension begin on a day when school is open?

    Why: Its days are counted from there, and so is what governors and families have a right to.
    Do: Correct Date.
    Fires: Events: Date=2026-10-03, Ends on=2026-10-05
    Silent: Events: Date=2026-10-05
    """
    for event in seen.casebook.events:
        if event.event != "Suspension" or event.date is None or event.date > seen.today:
            continue
        if why := seen.why_closed(event.date):
            yield Finding(event, "date", f"School was closed on {short(event.date)} ({why}).")
