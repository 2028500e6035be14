"""Who may release letters: the codes of the Staff sheet, and which of them are the safeguarding lead's."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from mentor_xl.casebook import Casebook
from mentor_xl.errors import WrongUse
from mentor_xl.problems import UNSAID, quoted_id

LEAD = "Designated safeguarding lead"


@dataclass(frozen=True, slots=True)
class StaffCode:
    """One member of staff by code, as the sheet spells it."""

    code: str
    until: str
    """The last day, ``2027-08-31``; empty while no leaving is known."""
    is_lead: bool
    """Whether it is the safeguarding lead's: nobody else can release a disclosure."""


def staff_codes(casebook: Casebook, today: dt.date) -> tuple[StaffCode, ...]:
    """Those who work here. A code on two rows is nobody's; a leaving date that cannot be read is one."""
    return tuple(
        StaffCode(one.staff_code, one.left_on.isoformat() if one.left_on else "", one.role == LEAD)
        for one in casebook.staff
        if casebook.staff_member(one.staff_code) is one
        and "left_on" not in one.unread
        and not (one.left_on and one.left_on < today)
    )


def as_manifest(codes: Iterable[StaffCode]) -> list[dict[str, Any]]:
    """The codes for the manifest, but for those that might be a name."""
    return [asdict(one) for one in codes if quoted_id(one.code) != UNSAID]


def from_manifest(manifest: Mapping[str, Any]) -> tuple[StaffCode, ...]:
    """The codes that a manifest keeps.

    Raises:
        WrongUse: it keeps none: an earlier version made it, or somebody changed it.
    """
    try:
        return tuple(
            StaffCode(str(row["code"]), str(row["until"]), row["is_lead"] is True)
            for row in manifest["staff"]
        )
    except (KeyError, TypeError):
        why = "Which staff codes there are is not said in this folder's manifest: add --book BOOK."
    raise WrongUse(why)


def member(codes: Iterable[StaffCode], typed: str, day: str) -> StaffCode:
    """Whose a code is that somebody typed, in capitals or not.

    Raises:
        WrongUse: nobody has it who works here on that day.
    """
    wanted = typed.strip().casefold()
    for one in codes:
        if one.code.strip().casefold() == wanted and not (one.until and one.until < day):
            return one
    said = quoted_id(typed)
    raise WrongUse(
        f"Nobody who works here has the code {said if said != UNSAID else 'after --by'}. Take one from the "
        "column Staff code of the workbook's Staff sheet; one that is new there needs --book BOOK."
    )
