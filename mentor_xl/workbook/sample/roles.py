"""The thirty pupils of the example: how each lives, why each is mentored, and what there is to see in it."""

from dataclasses import dataclass
from typing import Literal

from mentor_xl.vocabulary import CaseStatus

Family = Literal["together", "apart", "one parent", "step-parent", "grandparent", "foster", "restricted"]


@dataclass(frozen=True, slots=True)
class Role:
    """One pupil's part. ``traits`` are words that later modules look for."""

    family: Family
    year: int
    """Year group, 7 to 11."""
    status: CaseStatus | None = None
    """Of the case; ``None``: not on the caseload."""
    barrier: str = ""
    begun: int = 0
    """School days before today on which mentoring began."""
    traits: frozenset[str] = frozenset()

    def has(self, trait: str) -> bool:
        """Whether this part is played with a trait."""
        return trait in self.traits


def _role(  # noqa: PLR0917  a row of a table
    family: Family,
    year: int,
    status: CaseStatus | None = None,
    barrier: str = "",
    begun: int = 0,
    traits: str = "",
) -> Role:
    return Role(family, year, status, barrier, begun, frozenset(filter(None, traits.split("; "))))


ROLES: tuple[Role, ...] = (
    _role("together", 8, "Active", "Friendship", 44, "review booked"),
    _role("apart", 10, "Active", "Anxiety or school refusal", 38, "SEN K SEMH; CAMHS; steps; passport"),
    _role("one parent", 9, "Active", "Behaviour", 47, "disadvantaged; suspended; review booked"),
    _role("foster", 8, "Active", "Trauma", 60, "SEN K SEMH; in care for years; disadvantaged"),
    _role(
        "together", 9, "Active", "Neurodivergence", 52, "plan ASD; annual review booked; low demand; passport"
    ),
    _role("apart", 11, "Active", "Self-esteem", 29, "target past; review booked"),
    _role("one parent", 10, "Active", "Attendance", 26, "young carer; disadvantaged; waiting for an agency"),
    _role("together", 7, "Active", "English as an additional language", 32, "interpreter; group"),
    _role("step-parent", 9, "Active", "Anger", 41, "SEN K SEMH; part-time; disadvantaged"),
    _role("grandparent", 7, "Active", "Bereavement", 24, "bereaved; low point"),
    _role("together", 7, "Active", "Anxiety or school refusal", 35, "large print; group; review booked"),
    _role("restricted", 8, "Active", "Being bullied", 43, "address withheld"),
    _role(
        "one parent", 7, "Active", "Emotional literacy", 21, "SEN K SLCN; group; lunch club; not yet agreed"
    ),
    _role("together", 11, "Active", "Drugs or alcohol", 40, "review overdue; agreed alone"),
    _role("one parent", 7, "Active", "Friendship", 18, "mentee; disadvantaged; no title"),
    _role("together", 9, "Paused", "Medical", 55, "medical"),
    _role("apart", 10, "Closed", "Personal organisation", 112, "closed long ago"),
    _role("one parent", 8, "Closed", "Being bullied", 95, "closed lately; mentee"),
    _role("together", 9, "Closed", "Behaviour", 90, "moved away"),
    _role("one parent", 8, None, "Family circumstances", 4, "referral waiting; disadvantaged"),
    _role("together", 7, None, "Self-esteem", 2, "referral waiting; UPN missing"),
    _role("foster", 7, "Active", "Disengagement", 14, "lately in care; disadvantaged"),
    _role("apart", 11, None, "Not sure why", 22, "referral declined"),
    _role("together", 10, None, "", 0, "peer mentor"),
    _role("one parent", 11, None, "", 0, "peer mentor; letters blank"),
    _role("apart", 8, None, "", 0, "plan SPLD; annual review late"),
    _role("together", 10, None, "", 0, "peer mentor; responsibility unknown"),
    _role("together", 10, None, "", 0, "sibling of the first"),
    _role("one parent", 9, None, "", 0, "SEN K without type; disadvantaged"),
    _role("together", 8, None, "", 0, "year group differs"),
)
"""About twenty cases for every thirty pupils; a longer sample plays them again with other people."""
