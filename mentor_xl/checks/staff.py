"""Does Staff name everybody once, and somebody who may sign?"""

from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import alike
from mentor_xl.problems import Severity, quoted_id


@check("nobody-signs-letters", Severity.QUERY)
def nobody_signs_letters(seen: Inspection) -> Iterator[Finding]:
    """May at least one member of staff sign letters?

    Why: A letter goes out in somebody's name.
    Do: Write Yes under Signs letters for those who may sign.
    Fires:
        Staff: Signs letters=No
        Staff 2: Signs letters=No
    Silent: Staff 2: Signs letters=No
    """
    staff = seen.casebook.staff
    if staff and not any(member.signs_letters for member in staff if member.left_on is None):
        yield Finding(staff[0], "signs_letters", "Nobody on this sheet may sign letters.")


@check("staff-twice", Severity.QUERY)
def staff_twice(seen: Inspection) -> Iterator[Finding]:
    """Does every member of staff have one row only?

    Why: A mentor with two codes has two caseloads, and neither is counted rightly.
    Do: Keep one row, and change the other code where it is used.
    Fires: Staff also: Staff code=DW2
    Silent: Staff also: Staff code=MBE, Forename=Maya, Surname=Bell
    """
    for first, again in alike(
        seen.casebook.staff,
        lambda member: (
            (member.forename.casefold(), member.surname.casefold())
            if member.forename and member.surname
            else None
        ),
    ):
        code = quoted_id(first.staff_code)
        yield Finding(again, None, f"This seems to be the person with the code {code}.")
