"""Do peer pairs meet in their time and in school, neither too often nor in vain? (reference 8)"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.peers import going_on
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike
from mentor_xl.dates import short
from mentor_xl.problems import Severity
from mentor_xl.records import PeerMeeting, PeerPair

MOST_MEETINGS_A_WEEK = 2
LONGEST_MEETING = 120
"""Minutes."""


@check("pair-met-outside-its-days", Severity.QUERY)
def pair_met_outside_its_days(seen: Inspection) -> Iterator[Finding]:
    """Did every pair meet between its first day and its last?

    Why: One of the dates is wrong, or the meeting is another pair's.
    Do: Correct the meeting's date or the pair's days.
    Fires: Peer meetings: Date=2026-09-29
    Silent: Peer meetings: Date=2026-10-13
    """
    pairs = _pairs(seen)
    for meeting in seen.casebook.peer_meetings:
        pair, day = pairs.get(meeting.pair_id.casefold()), meeting.date
        if pair is None or day is None or day > seen.today:
            continue
        if day < (pair.started_on or day) or day > (pair.ended_on or day):
            yield Finding(meeting, "date", f"{short(day)} is not in the time of this pair.")


@check("pair-met-on-closed-day", Severity.QUERY)
def pair_met_on_closed_day(seen: Inspection) -> Iterator[Finding]:
    """Was school open whenever a pair met?

    Why: Pairs meet in school, with an adult near.
    Do: Correct the date. If they met elsewhere, speak with both and their parents.
    Fires: Peer meetings: Date=2026-10-28
    Silent: Peer meetings: Date=2026-10-28, Happened=No
    """
    for meeting in seen.casebook.peer_meetings:
        day = meeting.date if meeting.happened else None
        if day is not None and day <= seen.today and seen.calendar.is_closed(day):
            why = seen.why_closed(day)
            yield Finding(meeting, "date", f"School was closed on {short(day)} ({why}).")


@check("pair-meets-too-often", Severity.QUERY)
def pair_meets_too_often(seen: Inspection) -> Iterator[Finding]:
    """Does every pair meet twice a week at most?

    Why: A mentee who leans on one friend finds no others; a mentor grows tired.
    Do: Plan fewer meetings with both: weekly, then every fortnight, then a good ending.
    Fires:
        Peer meetings also: Date=2026-10-14
        Peer meetings also: Date=2026-10-15
    Silent: Peer meetings also: Date=2026-10-15
    """
    weeks: defaultdict[tuple[str, dt.date], list[PeerMeeting]] = defaultdict(list)
    for meeting in seen.casebook.peer_meetings:
        if meeting.happened and meeting.date is not None:
            monday = meeting.date - dt.timedelta(days=meeting.date.weekday())
            weeks[meeting.pair_id, monday].append(meeting)
    for (_, monday), meetings in weeks.items():
        if len(meetings) > MOST_MEETINGS_A_WEEK:
            last = max(meetings, key=lambda meeting: meeting.date or monday)
            yield Finding(last, "date", f"{len(meetings)} meetings in the week of {short(monday)}.")


@check("pair-in-trouble", Severity.QUERY)
def pair_in_trouble(seen: Inspection) -> Iterator[Finding]:
    """Did every pair meet, and enjoy it, at least once in their last two meetings?

    Why: A pair that goes wrong tells so early, and not every pair suits.
    Do: Talk with each of them alone; try something new, or change the pair without blame.
    Fires:
        Peer meetings: Happened=No, Minutes=, Mentor enjoyed=, Mentee enjoyed=
        Peer meetings also: Date=2026-10-20
    Silent: Peer meetings: Mentee enjoyed=2
    """
    paired = {pair.pair_id.casefold() for pair in going_on(seen)}
    meetings_of: defaultdict[str, list[PeerMeeting]] = defaultdict(list)
    for meeting in seen.casebook.peer_meetings:
        if meeting.date is not None and meeting.pair_id.casefold() in paired:
            meetings_of[meeting.pair_id].append(meeting)
    for meetings in meetings_of.values():
        last = sorted(meetings, key=lambda meeting: meeting.date or dt.date.min)[-2:]
        if len(last) == 2 and (all(m.happened is False for m in last) or all(map(_was_little_enjoyed, last))):
            yield Finding(last[1], None, "The last two meetings were missed or little enjoyed.")


def _was_little_enjoyed(meeting: PeerMeeting) -> bool:
    return any(score is not None and score < 3 for score in (meeting.mentor_enjoyed, meeting.mentee_enjoyed))


@check("missed-meeting-with-scores", Severity.QUERY)
def missed_meeting_with_scores(seen: Inspection) -> Iterator[Finding]:
    """Are minutes and scores given only for meetings that happened?

    Why: They spoil the pair's picture.
    Do: Clear them; or change Happened to Yes.
    Fires: Peer meetings: Happened=No
    Silent: Peer meetings: Happened=No, Minutes=, Mentor enjoyed=, Mentee enjoyed=
    """
    for meeting in seen.casebook.peer_meetings:
        if meeting.happened is not False:
            continue
        filled = [
            n for n in ("minutes", "mentor_enjoyed", "mentee_enjoyed") if getattr(meeting, n) is not None
        ]
        if filled:
            yield Finding(meeting, filled[0], "Happened says No, and there are minutes or scores.")


@check("very-long-peer-meeting", Severity.QUERY)
def very_long_peer_meeting(seen: Inspection) -> Iterator[Finding]:
    """Does every meeting of a pair last two hours at most?

    Why: A pair meets in a break or in tutor time; 250 is easily typed for 25.
    Do: Correct Minutes.
    Fires: Peer meetings: Minutes=250
    Silent: Peer meetings: Minutes=25
    """
    for meeting in seen.casebook.peer_meetings:
        if meeting.minutes is not None and meeting.minutes > LONGEST_MEETING:
            yield Finding(meeting, "minutes", f"The meeting lasted {meeting.minutes} minutes.")


@check("peer-meeting-twice", Severity.QUERY)
def peer_meeting_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every meeting of a pair written down once?

    Why: Two rows count as two meetings.
    Do: Delete the double.
    Fires: Peer meetings also: Minutes=20
    Silent: Peer meetings also: Date=2026-10-20
    """
    rows = (meeting for meeting in seen.casebook.peer_meetings if meeting.date)
    for first, again in alike(rows, lambda meeting: (meeting.pair_id, meeting.date)):
        yield Finding(again, "date", f"Row {first.row_number} is a meeting of the same pair on that day.")


def _pairs(seen: Inspection) -> Mapping[str, PeerPair]:
    return {pair.pair_id.casefold(): pair for pair in seen.casebook.peer_pairs}
