"""Do groups have pupils and days, and did they meet on them?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import out_of_order
from mentor_xl.dates import short
from mentor_xl.problems import Severity


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
