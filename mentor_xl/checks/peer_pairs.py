"""Does every peer pair run in order, under an adult's eye, to a proper ending? (reference 8)"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.peers import going_on
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank, is_filled, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity


@check("pair-unsupervised", Severity.QUERY)
def pair_unsupervised(seen: Inspection) -> Iterator[Finding]:
    """Does an adult keep an eye on every pair?

    Why: Both pupils need somebody to turn to.
    Do: Fill in the code of the member of staff.
    Fires: Peer pairs: Supervised by=
    Silent: Peer pairs: Supervised by=DWH
    """
    for pair in going_on(seen):
        if is_blank(pair, "supervised_by"):
            yield Finding(pair, "supervised_by", "No adult is named who keeps an eye on this pair.")


@check("pair-ends-before-it-starts", Severity.ERROR)
def pair_ends_before_it_starts(seen: Inspection) -> Iterator[Finding]:
    """Does every pair end after it starts?

    Why: Meetings belong to a pair by its days.
    Do: Correct the date that is wrong.
    Fires: Peer pairs: Started on=2026-10-06, Ends on=2026-09-15
    Silent: Peer pairs: Started on=2026-10-06, Ends on=2026-12-15
    """
    pairs = seen.casebook.peer_pairs
    yield from out_of_order(
        pairs, "started_on", "ends_on", "Ends on, {later}, is before Started on, {earlier}."
    )
    yield from out_of_order(
        pairs, "started_on", "ended_on", "Ended on, {later}, is before Started on, {earlier}."
    )


@check("pair-ended-without-date", Severity.QUERY)
def pair_ended_without_date(seen: Inspection) -> Iterator[Finding]:
    """Does every pair that ended have its last day?

    Why: How long pairs last says whether they suit.
    Do: Fill in Ended on.
    Fires: Peer pairs: Status=Ended, Why ended=Finished
    Silent: Peer pairs: Status=Ended, Ended on=2026-11-13, Why ended=Finished
    """
    for pair in seen.casebook.peer_pairs:
        if pair.status == "Ended" and is_blank(pair, "ended_on"):
            yield Finding(pair, "ended_on", "The pair has ended, and Ended on is blank.")


@check("pair-ended-without-reason", Severity.QUERY)
def pair_ended_without_reason(seen: Inspection) -> Iterator[Finding]:
    """Does every pair that ended say why?

    Why: A mismatch is nobody's fault, and the next pair is chosen by it.
    Do: Choose Why ended.
    Fires: Peer pairs: Status=Ended, Ended on=2026-11-13, Why ended=
    Silent: Peer pairs: Status=Ended, Ended on=2026-11-13, Why ended=Mismatch
    """
    for pair in seen.casebook.peer_pairs:
        if pair.status == "Ended" and is_blank(pair, "why_ended"):
            yield Finding(pair, "why_ended", "The pair has ended, and Why ended is blank.")


@check("pair-end-but-going-on", Severity.QUERY)
def pair_end_butgoing_on(seen: Inspection) -> Iterator[Finding]:
    """Has every pair with a last day ended?

    Why: It is still counted, and its mentor is not free for another pupil.
    Do: Change Status to Ended; or clear Ended on.
    Fires: Peer pairs: Status=Active, Ended on=2026-11-13
    Silent: Peer pairs: Status=Active, Ended on=
    """
    for pair in going_on(seen):
        if is_filled(pair, "ended_on"):
            yield Finding(pair, "status", f"Ended on is filled, and Status says {pair.status}.")


@check("pair-past-its-end", Severity.QUERY)
def pair_past_its_end(seen: Inspection) -> Iterator[Finding]:
    """Is every pair still within its planned time?

    Why: An ending that is celebrated is part of the plan; one that never comes makes pupils lean on it.
    Do: End it with a thank-you; or agree a new day with both.
    Fires: Peer pairs: Ends on=2026-11-13
    Silent: Peer pairs: Ends on=2026-12-15
    """
    for pair in going_on(seen):
        ends = pair.ends_on
        if ends is not None and ends < seen.today and (pair.started_on or ends) <= ends:
            yield Finding(pair, "ends_on", f"The pair was to end on {short(ends)}.")
