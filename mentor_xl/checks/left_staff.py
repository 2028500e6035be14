"""Does anything still rest on a member of staff who has left?"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.peers import going_on
from mentor_xl.checks.register import Finding, check
from mentor_xl.dates import short
from mentor_xl.problems import Severity


@check("session-by-someone-gone", Severity.QUERY)
def session_by_someone_gone(seen: Inspection) -> Iterator[Finding]:
    """Was every session held by somebody who was still at the school?

    Why: The time is counted for the wrong person, or the date is a slip.
    Do: Correct Mentor or Date; or Left on, on Staff.
    Fires: Staff: Left on=2026-11-13
    Silent: Staff: Left on=2026-11-17
    """
    left_on = {code: _left_on(seen, code) for code in {session.mentor for session in seen.casebook.sessions}}
    for session in seen.casebook.sessions:
        left = left_on[session.mentor]
        if left is not None and session.date is not None and left < session.date <= seen.today:
            yield Finding(session, "mentor", f"This member of staff left on {short(left)}.")


@check("adult-gone", Severity.QUERY)
def adult_gone(seen: Inspection) -> Iterator[Finding]:
    """Are the adults of every group, pair and waiting referral still at the school?

    Why: Pupils have nobody to turn to, and a letter would be signed by somebody who is gone.
    Do: Choose who takes it over.
    Fires:
        Staff: Left on=2026-11-13
        Cases: Mentor=PBR
    Silent: Staff: Left on=2027-03-31
    """
    groups = (g for g in seen.casebook.groups if g.ends_on is None or g.ends_on >= seen.today)
    waiting = (r for r in seen.casebook.agency_referrals if r.sent_on is None and r.closed_on is None)
    for record, attribute, code in (
        *((group, "mentor", group.mentor) for group in groups),
        *((pair, "supervised_by", pair.supervised_by) for pair in going_on(seen)),
        *((referral, "written_by", referral.written_by) for referral in waiting),
    ):
        left = _left_on(seen, code)
        if left is not None and left < seen.today:
            yield Finding(record, attribute, f"This member of staff left on {short(left)}.")


@check("left-but-signs", Severity.QUERY)
def left_but_signs(seen: Inspection) -> Iterator[Finding]:
    """Is everybody who signs letters still at the school?

    Why: A letter in the name of somebody who is gone cannot be answered.
    Do: Change Signs letters to No; or correct Left on.
    Fires: Staff: Left on=2026-11-13
    Silent: Staff: Left on=2026-11-13, Signs letters=No
    """
    for member in seen.casebook.staff:
        if member.signs_letters and member.left_on is not None and member.left_on < seen.today:
            yield Finding(
                member, "signs_letters", f"Signs letters says Yes, and Left on says {short(member.left_on)}."
            )


def _left_on(seen: Inspection, code: str | None) -> dt.date | None:
    member = seen.casebook.staff_member(code)
    return member.left_on if member else None
