"""Is the caseload as a whole in hand: everyone seen, nobody overloaded, every mentor still here?"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id

LONGEST_WITHOUT_CONTACT = 10
"""School days (decisions, *Dates: rules*)."""
_MENTORS = frozenset({"Learning mentor", "Inclusion mentor", "Behaviour support mentor"})


@check("no-recent-contact", Severity.QUERY)
def no_recent_contact(seen: Inspection) -> Iterator[Finding]:
    """Was every mentored pupil seen in the last ten school days?

    Why: A pupil whom nobody sees has a mentor on paper only. Any session they came to counts, but meetings.
    Do: See the pupil; write down sessions that were held; or change Status to Paused.
    Fires: Sessions: Date=2026-11-03
    Silent: Sessions: Date=2026-11-17
    """
    if "Sessions" not in seen.casebook.layouts:
        return
    yesterday = seen.today - dt.timedelta(days=1)
    for case in seen.active_cases:
        if case.started_on is None:
            continue
        last = seen.last_contact.get(case.pupil_id)
        since = max(case.started_on, last) if last else case.started_on
        days = seen.calendar.known_school_days_after(since, yesterday)
        if days >= LONGEST_WITHOUT_CONTACT:
            what = (
                "The last session they came to was on" if since == last else "No session since the start on"
            )
            yield Finding(case, None, f"{what} {short(since)}, {days} school days ago.")


@check("mentor-over-capacity", Severity.QUERY)
def mentor_over_capacity(seen: Inspection) -> Iterator[Finding]:
    """Does every mentor have a place for each of their pupils?

    Why: Past a dozen or so pupils, weekly sessions turn into monthly ones.
    Do: Share the caseload, close cases that are done, or correct Places.
    Fires: Staff: Places=0
    Silent: Staff: Places=12
    """
    pupils_of = Counter(mentor for mentor, _ in {(case.mentor, case.pupil_id) for case in seen.active_cases})
    for member in seen.casebook.staff:
        mentored = pupils_of[member.staff_code]
        if member.places is not None and 0 <= member.places < mentored:
            yield Finding(member, "places", f"Mentors {mentored} pupils, and has {member.places} places.")


@check("mentor-left", Severity.ERROR)
def mentor_left(seen: Inspection) -> Iterator[Finding]:
    """Is the mentor of every open case still at the school?

    Why: The pupil has nobody, and letters would be signed by somebody who is gone.
    Do: Choose the new mentor.
    Fires:
        Staff: Left on=2026-10-23
        Cases: Status=Paused
    Silent: Staff: Left on=2027-03-31
    """
    for case in seen.casebook.cases:
        if case.status not in ("Waiting", "Active", "Paused") or seen.has_left(case.pupil_id):
            continue
        mentor = seen.casebook.staff_member(case.mentor)
        if mentor is not None and mentor.left_on is not None and mentor.left_on < seen.today:
            message = f"Mentor {quoted_id(mentor.staff_code)} left on {short(mentor.left_on)}."
            yield Finding(case, "mentor", message)


@check("mentor-may-not-sign", Severity.NOTE)
def mentor_may_not_sign(seen: Inspection) -> Iterator[Finding]:
    """May every mentor sign letters?

    Why: Letters about their pupils are signed by somebody else.
    Do: Nothing to do if that is meant; otherwise write Yes under Signs letters.
    Fires: Staff: Signs letters=No
    Silent: Staff: Signs letters=Yes
    """
    mentoring = {case.mentor for case in seen.active_cases}
    for member in seen.casebook.staff:
        if member.staff_code in mentoring and member.role in _MENTORS and member.signs_letters is False:
            yield Finding(member, "signs_letters", "This mentor has active cases and may not sign letters.")
