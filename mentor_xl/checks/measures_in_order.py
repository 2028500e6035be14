"""Do scores and steps come one after the other, with a first one to compare with?"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, grouped
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import Step


@check("phase-twice", Severity.QUERY)
def phase_twice(seen: Inspection) -> Iterator[Finding]:
    """Has every measure one entry and one exit from the same person?

    Why: How far a pupil has come is read from entry to exit; of two entries nobody knows which counts.
    Do: Change Phase to Middle; or correct it.
    Fires: Measures also: Taken on=2026-11-17
    Silent: Measures also: Taken on=2026-11-17, Phase=Middle
    """
    rows = (row for row in seen.casebook.measures if row.phase in ("Entry", "Exit") and row.taken_on)
    ordered = sorted(rows, key=lambda row: row.taken_on or dt.date.min)
    for first, again in alike(
        ordered, lambda r: (r.pupil_id, (r.measure or "").casefold(), r.informant, r.phase)
    ):
        if first.taken_on is not None and first.taken_on != again.taken_on:
            yield Finding(again, "phase", f"{again.phase} was taken on {short(first.taken_on)} already.")


@check("exit-without-entry", Severity.QUERY)
def exit_without_entry(seen: Inspection) -> Iterator[Finding]:
    """Is there an entry score for every exit score?

    Why: How far a pupil has come is read from entry to exit.
    Do: Add the entry score; or correct Phase.
    Fires: Measures: Phase=Exit
    Silent: Measures: Phase=Entry
    """
    begun = {
        (row.pupil_id, (row.measure or "").casefold())
        for row in seen.casebook.measures
        if row.phase in ("Entry", None)
    }
    for row in seen.casebook.measures:
        if row.phase in ("Exit", "Follow-up") and (row.pupil_id, (row.measure or "").casefold()) not in begun:
            yield Finding(
                row, "phase", f"There is no entry score to compare this {row.phase.lower()} score with."
            )


@check("steps-out-of-order", Severity.QUERY)
def steps_out_of_order(seen: Inspection) -> Iterator[Finding]:
    """Was every step first tried after the step before it?

    Why: A ladder is walked rung by rung; one of the dates or numbers is a slip.
    Do: Correct Done on or Step.
    Fires: Steps also: Step=2, Done on=2026-10-08
    Silent: Steps also: Step=2, Done on=2026-10-19
    """
    tried = [step for step in seen.casebook.steps if step.done_on is not None]
    for of_one in grouped(tried, lambda step: step.pupil_id):
        first: dict[int, Step] = {}
        for step in sorted(of_one, key=lambda step: step.done_on or dt.date.min):
            first.setdefault(step.step or 0, step)
        for (number, before), (_, after) in pairwise(sorted(first.items())):
            earlier, later = before.done_on, after.done_on
            if earlier is not None and later is not None and later < earlier:
                message = f"Done on {short(later)}; step {number} was first done on {short(earlier)}."
                yield Finding(after, "done_on", message)
