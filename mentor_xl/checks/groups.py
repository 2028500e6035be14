"""Do groups have pupils and days, and did they meet on them?"""

from collections import Counter
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import is_blank, out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity, quoted_id


@check("group-ends-before-it-starts", Severity.ERROR)
def group_ends_before_it_starts(seen: Inspection) -> Iterator[Finding]:
    """Does every group end after it starts?

    Why: No session lies in a group that runs backwards.
    Do: Correct Ends on or Started on.
    Fires: Groups: Started on=2026-09-22, Ends on=2026-09-15
    Silent: Groups: Started on=2026-09-22, Ends on=2026-12-15
    """
    message = "Ends on, {later}, is before Started on, {earlier}."
    return out_of_order(seen.casebook.groups, "started_on", "ends_on", message)


@check("group-of-nobody", Severity.QUERY)
def group_of_nobody(seen: Inspection) -> Iterator[Finding]:
    """Does every group have at least two pupils who are still here?

    Why: Group sessions count for the pupils who are listed.
    Do: List the Pupil IDs with a semicolon between them; or end the group.
    Fires: Groups: Pupils=004511
    Silent: Groups: Pupils=004511; 004490
    """
    for group in seen.casebook.groups:
        if group.ends_on is not None and group.ends_on < seen.today:
            continue
        here = {pupil_id for pupil_id in group.pupils or () if not seen.has_left(pupil_id)}
        if len(here) < 2:
            yield Finding(
                group, "pupils", f"The group has {len(here)} {'pupil' if len(here) == 1 else 'pupils'}."
            )


@check("group-met-outside-its-days", Severity.QUERY)
def group_met_outside_its_days(seen: Inspection) -> Iterator[Finding]:
    """Did every group meet between its first day and its last?

    Why: One of the dates is wrong, or the group goes on longer than it says.
    Do: Correct the session's date or the group's days.
    Fires: Sessions: Kind=Group, Group=Lego club, Pupil ID=, Date=2026-09-15
    Silent: Sessions: Kind=Group, Group=Lego club, Pupil ID=, Date=2026-09-22
    """
    groups = {group.group.casefold(): group for group in seen.casebook.groups}
    for session in seen.casebook.sessions:
        group = groups.get((session.group or "").casefold())
        if group is None or session.date is None or session.date > seen.today:
            continue
        begins, ends = group.started_on or session.date, group.ends_on or session.date
        if not begins <= session.date <= ends:
            yield Finding(session, "date", f"The group runs from {short(begins)} to {short(ends)}.")


@check("group-member-twice", Severity.QUERY)
def group_member_twice(seen: Inspection) -> Iterator[Finding]:
    """Is every pupil in a group's list once?

    Why: Another pupil may have been meant, and is missing from the group.
    Do: Correct the ID that stands there twice.
    Fires: Groups: Pupils=004511; 004490; 004511
    Silent: Groups: Pupils=004511; 004490
    """
    for group in seen.casebook.groups:
        twice = [pupil_id for pupil_id, times in Counter(group.pupils or ()).items() if times > 1]
        if twice:
            which = " and ".join(map(quoted_id, twice))
            yield Finding(group, "pupils", f"Pupil {which} is in this list more than once.")


@check("group-member-left", Severity.QUERY)
def group_member_left(seen: Inspection) -> Iterator[Finding]:
    """Is everybody in a group that goes on still at the school?

    Why: Sessions of the group are counted for everybody who is listed.
    Do: Take the ID out of the list.
    Fires: Pupils 2: Leaving date=2026-10-23
    Silent: Pupils 2: Leaving date=2026-12-18
    """
    for group in seen.casebook.groups:
        if group.ends_on is not None and group.ends_on < seen.today:
            continue
        left = [pupil_id for pupil_id in dict.fromkeys(group.pupils or ()) if seen.has_left(pupil_id)]
        if left:
            which = " and ".join(map(quoted_id, left[:3]))
            yield Finding(group, "pupils", f"Pupil {which} has left.")


@check("group-without-adult", Severity.QUERY)
def group_without_adult(seen: Inspection) -> Iterator[Finding]:
    """Has every group that goes on a member of staff?

    Why: Pupils and colleagues need to know whose group it is.
    Do: Fill in the code of the member of staff.
    Fires: Groups: Mentor=
    Silent: Groups: Mentor=DWH
    """
    for group in seen.casebook.groups:
        if is_blank(group, "mentor") and (group.ends_on is None or group.ends_on >= seen.today):
            yield Finding(group, "mentor", "No member of staff is named for this group.")


@check("not-in-the-group", Severity.QUERY)
def not_in_the_group(seen: Inspection) -> Iterator[Finding]:
    """Is the pupil of a group session one of the group?

    Why: The session is counted for the pupil named, and they may not have been there.
    Do: Correct Group or Pupil ID; or add the pupil to the group's list.
    Fires:
        Groups: Pupils=004490; 004490
        Sessions: Kind=Group, Group=Lego club
    Silent: Sessions: Kind=Group, Group=Lego club
    """
    members = {group.group.casefold(): frozenset(group.pupils or ()) for group in seen.casebook.groups}
    for session in seen.casebook.sessions:
        listed = members.get(session.group.casefold()) if session.group else None
        if listed and session.pupil_id and session.pupil_id not in listed:
            message = f"Pupil {quoted_id(session.pupil_id)} is not in the list of this group."
            yield Finding(session, "pupil_id", message)
