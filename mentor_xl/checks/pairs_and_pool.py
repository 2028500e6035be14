"""Does every pair go with its status, its mentee and the other pairs, and the pool with its pupils?"""

from collections import defaultdict
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.peers import going_on
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, is_blank
from mentor_xl.problems import Severity, quoted_id


@check("mentee-twice", Severity.QUERY)
def mentee_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every mentee have one mentor at a time?

    Why: With two older pupils at once nobody knows whom to turn to.
    Do: End one of the pairs.
    Fires: Peer pairs also: Pair ID=P2
    Silent: Peer pairs also: Pair ID=P2, Status=Ended, Ended on=2026-11-13, Why ended=Finished
    """
    for first, again in alike(going_on(seen), lambda pair: pair.mentee_pupil):
        message = f"This pupil is the mentee of pair {quoted_id(first.pair_id)} too."
        yield Finding(again, "mentee_pupil", message)


@check("pair-replaces-itself", Severity.ERROR)
def pair_replaces_itself(seen: Inspection) -> Iterator[Finding]:
    """Is every pair replaced by another one?

    Why: The history of a pupil's pairs goes round in a circle.
    Do: Choose the new pair, or leave it blank.
    Fires: Peer pairs: Replaced by=P1
    Silent: Peer pairs: Replaced by=
    """
    for pair in seen.casebook.peer_pairs:
        if pair.replaced_by is not None and pair.replaced_by == pair.pair_id:
            yield Finding(pair, "replaced_by", "The pair is replaced by itself.")


@check("pair-reason-but-going-on", Severity.QUERY)
def pair_reason_but_going_on(seen: Inspection) -> Iterator[Finding]:
    """Has every pair with a reason for ending ended?

    Why: It is still counted, and its mentor is not free for another pupil.
    Do: Change Status to Ended and fill in Ended on; or clear Why ended.
    Fires: Peer pairs: Status=Active, Why ended=Mismatch
    Silent: Peer pairs: Status=Active, Why ended=
    """
    for pair in going_on(seen):
        if pair.why_ended and is_blank(pair, "ended_on"):
            yield Finding(pair, "status", f"Why ended is filled, and Status says {pair.status}.")


@check("pair-without-start", Severity.QUERY)
def pair_without_start(seen: Inspection) -> Iterator[Finding]:
    """Does every active pair have its first day?

    Why: Whether the mentor was trained before, and how long a pair has lasted, is read from it.
    Do: Fill in Started on.
    Fires: Peer pairs: Status=Active, Started on=
    Silent: Peer pairs: Status=Agreed, Started on=
    """
    for pair in seen.casebook.peer_pairs:
        if pair.status == "Active" and is_blank(pair, "started_on"):
            yield Finding(pair, "started_on", "The pair is active, and Started on is blank.")


@check("avoids-self", Severity.QUERY)
def avoids_self(seen: Inspection) -> Iterator[Finding]:
    """Does Avoid name other pupils only?

    Why: The ID of somebody else was meant, and that pupil may still be paired.
    Do: Correct the ID.
    Fires: Peer pool: Avoid=004490
    Silent: Peer pool: Avoid=
    """
    for entry in seen.casebook.peer_pool:
        if entry.pupil_id in (entry.avoid or ()):
            yield Finding(entry, "avoid", "The pupil's own ID stands under Avoid.")


@check("side-unlike-pair", Severity.QUERY)
def side_unlike_pair(seen: Inspection) -> Iterator[Finding]:
    """Is everybody paired on the side that they are in the pool for?

    Why: Consent and training are for that side; with the IDs exchanged, the younger pupil is the mentor.
    Do: Exchange the two IDs if they are the wrong way round; or correct Side in the pool.
    Fires: Peer pool: Side=Mentee
    Silent: Peer pool: Side=Either
    """
    sides: defaultdict[str, set[str | None]] = defaultdict(set)
    for entry in seen.casebook.peer_pool:
        sides[entry.pupil_id].add(entry.side)
    for pair in going_on(seen):
        for attribute, pupil_id, wrong in (
            ("mentor_pupil", pair.mentor_pupil, "Mentee"),
            ("mentee_pupil", pair.mentee_pupil, "Mentor"),
        ):
            if sides.get(pupil_id) == {wrong}:
                message = f"Pupil {quoted_id(pupil_id)} is in the pool only as {wrong.lower()}."
                yield Finding(pair, attribute, message)
