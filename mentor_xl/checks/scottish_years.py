"""Does the year group of a pupil in Scotland fit the date of birth?"""

import re
from collections.abc import Iterator

from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.problems import Severity


@check("scottish-year-differs", Severity.QUERY)
def scottish_year_differs(seen: Inspection) -> Iterator[Finding]:
    """Does the year from P1 to S6 fit the date of birth?

    Why: A pupil may start a year late; further apart, one of the two is mistyped.
    Do: Correct one of them; or say on the Explanations sheet that the pupil is taught out of year.
    Fires:
        Settings: Nation=Scotland
        Pupils: Date of birth=2010-05-03, Year group=S1
    Silent:
        Settings: Nation=Scotland
        Pupils: Date of birth=2014-05-03, Year group=S1
        Pupils 2: Date of birth=2011-05-03, Year group=S4
    """
    begins = seen.today.year - (seen.today.month < 8)
    for pupil in seen.on_roll:
        typed = re.fullmatch(
            r"(?=P\s?0?[1-7]|S\s?0?[1-6])(P|S)\s?0?(\d)", (pupil.year_group or "").strip().upper()
        )
        born = pupil.date_of_birth
        if typed is None or born is None:
            continue
        year = int(typed[2]) + (7 if typed[1] == "S" else 0)
        # In P1 are those born from March five years before to February; some of them wait a year.
        expected = begins - (born.year - (born.month < 3)) - 4
        if not expected - 1 <= year <= expected:
            yield Finding(
                pupil,
                "year_group",
                f"Year group is {typed[0]}; by the date of birth it would be {_scottish(expected)}.",
            )


def _scottish(year: int) -> str:
    return f"P{year}" if year <= 7 else f"S{year - 7}"
