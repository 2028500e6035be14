"""Who may be told what: audiences, privacy groups, and the one table that joins them.

The table is reference 6.2. A field reaches a page only if the page's audience has its group here;
a group that stands in no row for an audience is refused, by the template check before anything is
made and again when the page is written.
"""

from enum import StrEnum
from types import MappingProxyType


class Audience(StrEnum):
    """Those a document can be written to."""

    PUPIL = "pupil"
    PARENT = "parent"
    TEACHER = "teacher"
    AGENCY = "agency"
    LEADER = "leader"
    GOVERNORS = "governors"
    SCHOOL = "school"
    """A receiving school: read as an agency, plus need and attendance (decisions, *Privacy*)."""
    PEER = "peer"


CALLED = MappingProxyType({
    Audience.PUPIL: "the pupil", Audience.PARENT: "parents and carers", Audience.TEACHER: "staff",
    Audience.AGENCY: "the agency", Audience.LEADER: "school leaders", Audience.GOVERNORS: "governors",
    Audience.SCHOOL: "the next school", Audience.PEER: "peers",
})  # fmt: skip
"""What each is called where a person chooses or looks over a letter."""


class Group(StrEnum):
    """The privacy group of a field: what kind of thing it tells about a child."""

    IDENTITY = "identity"
    CONTACT = "contact"
    STRENGTHS = "strengths"
    BARRIER = "barrier"
    NEED = "need"
    NOTES = "notes"
    SCORES = "scores"
    ATTENDANCE = "attendance"
    CARE = "care"
    FAMILY = "family"
    SENSITIVE = "sensitive"
    DISADVANTAGE = "disadvantage"
    COST = "cost"
    ADMIN = "admin"


class Release(StrEnum):
    """How much of a group an audience may be told."""

    FULL = "Y"
    SUMMARY = "S"
    """Only through a named summary field."""
    FIXED = "F"
    """Only as one fixed sentence."""
    NONE = "-"


_COLUMNS = (
    Audience.PUPIL, Audience.PARENT, Audience.TEACHER, Audience.AGENCY,
    Audience.LEADER, Audience.GOVERNORS, Audience.SCHOOL, Audience.PEER,
)  # fmt: skip
_TABLE = {
    #                    pupil parent teacher agency leader governors school peer
    Group.IDENTITY:     "Y     Y      Y       Y      Y      -         Y      S",
    Group.CONTACT:      "-     S      -       Y      Y      -         Y      -",
    Group.STRENGTHS:    "Y     Y      Y       Y      Y      -         Y      S",
    Group.BARRIER:      "S     S      F       Y      Y      -         Y      -",
    Group.NEED:         "Y     Y      S       Y      Y      -         Y      -",
    Group.NOTES:        "-     -      -       -      Y      -         -      -",
    Group.SCORES:       "S     Y      -       Y      Y      -         Y      -",
    Group.ATTENDANCE:   "Y     Y      S       Y      Y      -         Y      -",
    Group.CARE:         "-     -      F       F      F      -         F      -",
    Group.FAMILY:       "-     S      -       Y      S      -         Y      -",
    Group.SENSITIVE:    "Y     -      -       S      S      -         S      -",
    Group.DISADVANTAGE: "-     S      -       S      Y      -         S      -",
    Group.COST:         "-     -      -       -      Y      Y         -      -",
    Group.ADMIN:        "-     -      -       -      Y      -         -      -",
}  # fmt: skip

MATRIX = MappingProxyType(
    {
        (audience, group): Release(cell)
        for group, row in _TABLE.items()
        for audience, cell in zip(_COLUMNS, row.split(), strict=True)
    }
)
"""Reference 6.2, one entry for each audience and group."""

SENSITIVE_BARRIERS = frozenset({"Self-harm", "Drugs or alcohol", "Teenage pregnancy"})
"""Barriers that count as sensitive wherever they stand (workbook, section 5)."""


def release(audience: Audience, group: Group) -> Release:
    """How much of a privacy group an audience may be told."""
    return MATRIX[audience, group]
