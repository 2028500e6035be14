"""May these two be paired: older and younger, willing, trained, still here? (reference 8)"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike, is_blank
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id
from mentor_xl.pupil_view import year_group_of
from mentor_xl.records import PeerPair

LEAST_YEARS_APART = 1
_GOING_ON = ("Agreed", "Active", "Paused")


# -- who is paired with whom --------------------------------------------------------------------------


@check("paired-with-self", Severity.ERROR)
def paired_with_self(seen: Inspection) -> Iterator[Finding]:
    """Are mentor and mentee two pupils?

    Why: The two get different letters.
    Do: Correct one of the two IDs.
    Fires: Peer pairs: Mentee pupil=004490
    Silent: Peer pairs: Mentee pupil=004511
    """
    for pair in seen.casebook.peer_pairs:
        if pair.mentor_pupil == pair.mentee_pupil:
            yield Finding(pair, "mentee_pupil", "Mentor and mentee are the same pupil.")


@check("pair-in-one-year", Severity.QUERY)
def pair_in_one_year(seen: Inspection) -> Iterator[Finding]:
    """Is every mentor at least a year above the mentee?

    Why: Two years are better; in one year friendship and rank get in the way.
    Do: Choose an older mentor; or say on the Explanations sheet why this pair suits.
    Fires: Pupils 2: Date of birth=2014-02-11, Year group=8
    Silent: Pupils 2: Date of birth=2013-02-11, Year group=9
    """
    for pair in going_on(seen, "Suggested"):
        years = [_year(seen, pupil_id) for pupil_id in (pair.mentor_pupil, pair.mentee_pupil)]
        if pair.mentor_pupil == pair.mentee_pupil or years[0] is None or years[1] is None:
            continue
        if years[0] - years[1] < LEAST_YEARS_APART:
            yield Finding(pair, "mentor_pupil", "The mentor is not in a year above the mentee.")


def _year(seen: Inspection, pupil_id: str) -> int | None:
    pupil = seen.casebook.pupil(pupil_id)
    if pupil is None:
        return None
    typed = "".join(filter(str.isdigit, pupil.year_group or ""))
    year = typed or year_group_of(pupil.date_of_birth, seen.today) or ""
    return int(year) if year.isdigit() else (0 if year else None)


@check("pair-to-be-avoided", Severity.ERROR)
def pair_to_be_avoided(seen: Inspection) -> Iterator[Finding]:
    """Is everybody paired only with pupils they may be paired with?

    Why: There is a reason, and it need not be known to matter.
    Do: End the pair, and find another.
    Fires: Peer pool: Avoid=004511
    Silent: Peer pool: Avoid=
    """
    avoids = {entry.pupil_id: frozenset(entry.avoid or ()) for entry in seen.casebook.peer_pool}
    for pair in going_on(seen, "Suggested"):
        nobody: frozenset[str] = frozenset()
        mentor, mentee = pair.mentor_pupil, pair.mentee_pupil
        if mentee in avoids.get(mentor, nobody) or mentor in avoids.get(mentee, nobody):
            yield Finding(pair, "mentee_pupil", "These two are not to be paired, says the Peer pool.")


@check("pair-member-left", Severity.ERROR)
def pair_member_left(seen: Inspection) -> Iterator[Finding]:
    """Are both pupils of every pair still at the school?

    Why: The other one waits for somebody who will not come.
    Do: End the pair with the reason Left, and tell the pupil who stays.
    Fires: Pupils 2: Leaving date=2026-10-23
    Silent: Pupils 2: Leaving date=2026-12-18
    """
    for pair in going_on(seen):
        for attribute in ("mentor_pupil", "mentee_pupil"):
            pupil_id = getattr(pair, attribute)
            if seen.has_left(pupil_id):
                yield Finding(pair, attribute, f"Pupil {quoted_id(pupil_id)} has left.")


@check("peer-consent-missing", Severity.ERROR)
def peer_consent_missing(seen: Inspection) -> Iterator[Finding]:
    """Is there consent to peer mentoring from both sides of every pair?

    Why: Both families decide, and each gets a letter of its own.
    Do: Ask for consent, enter it on Consents, and name it on Peer pool.
    Fires: Peer pool: Consent ID=
    Silent: Peer pairs: Status=Suggested
    """
    consents = {entry.pupil_id: entry.consent_id for entry in seen.casebook.peer_pool}
    for pair in going_on(seen):
        for attribute in ("mentor_pupil", "mentee_pupil"):
            pupil_id = getattr(pair, attribute)
            if not _holds(seen, consents.get(pupil_id), pupil_id):
                message = f"No consent to peer mentoring holds for pupil {quoted_id(pupil_id)}."
                yield Finding(pair, attribute, message)


def _holds(seen: Inspection, consent_id: str | None, pupil_id: str) -> bool:
    """Whether a consent to peer mentoring is the pupil's, and holds today."""
    consent = seen.casebook.consent(consent_id)
    if consent is None or consent.pupil_id != pupil_id or consent.purpose != "Peer mentoring":
        return False
    given, withdrawn, review = consent.given_on, consent.withdrawn_on, consent.review_by
    return (
        given is not None
        and given <= seen.today
        and (withdrawn is None or withdrawn > seen.today)
        and (review is None or review >= seen.today)
    )


@check("peer-mentor-untrained", Severity.ERROR)
def peer_mentor_untrained(seen: Inspection) -> Iterator[Finding]:
    """Was every peer mentor trained before the pair first met?

    Why: A mentor has to know what to pass on, and that no secrets are kept.
    Do: Train the mentor before they meet again, and fill in the day.
    Fires: Peer pairs: Mentor trained on=2026-10-09
    Silent: Peer pairs: Mentor trained on=2026-10-06
    """
    for pair in seen.casebook.peer_pairs:
        trained, started = pair.mentor_trained_on, pair.started_on
        if pair.status == "Active" and is_blank(pair, "mentor_trained_on"):
            yield Finding(pair, "mentor_trained_on", "The pair is active, and no training is noted.")
        elif trained is not None and started is not None and started < trained:
            message = f"The mentor was trained on {short(trained)}; the pair started on {short(started)}."
            yield Finding(pair, "mentor_trained_on", message)


@check("peer-mentor-twice", Severity.QUERY)
def peer_mentor_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every peer mentor have one mentee at a time?

    Why: It is a gift of time from a child who has lessons of their own.
    Do: Ask the mentor; end one pair or find another mentor.
    Fires: Peer pairs also: Pair ID=P2
    Silent: Peer pairs also: Pair ID=P2, Status=Ended, Ended on=2026-11-13, Why ended=Finished
    """
    for first, again in alike(going_on(seen), lambda pair: pair.mentor_pupil):
        message = f"This pupil is the mentor of pair {quoted_id(first.pair_id)} too."
        yield Finding(again, "mentor_pupil", message)


# -- the pool --------------------------------------------------------------------------------------


@check("in-the-pool-twice", Severity.QUERY)
def in_the_pool_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every pupil in the pool listed once?

    Why: Pairs are suggested from the pool.
    Do: Keep one row; Either says that a pupil would be both.
    Fires: Peer pool also: Side=Mentee
    Silent: Peer pool: Side=Either
    """
    for first, again in alike(seen.casebook.peer_pool, lambda entry: entry.pupil_id):
        yield Finding(again, "pupil_id", f"This pupil is in the pool in row {first.row_number} too.")


@check("own-reserve", Severity.ERROR)
def own_reserve(seen: Inspection) -> Iterator[Finding]:
    """Is the reserve mentor a third pupil?

    Why: The reserve steps in when the mentor cannot.
    Do: Choose another trained mentor, or leave it blank.
    Fires: Peer pairs: Reserve mentor=004490
    Silent: Peer pairs: Reserve mentor=
    """
    for pair in seen.casebook.peer_pairs:
        if pair.reserve_mentor is not None and pair.reserve_mentor in (pair.mentor_pupil, pair.mentee_pupil):
            yield Finding(pair, "reserve_mentor", "The reserve mentor is one of the pair.")


def going_on(seen: Inspection, *also: str) -> Iterator[PeerPair]:
    """The pairs that are agreed and have not ended, and those of the statuses named."""
    return (pair for pair in seen.casebook.peer_pairs if pair.status in (*_GOING_ON, *also))
