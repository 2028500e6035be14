"""The closed lists a school uses: what a drop-down offers, and what a cell may hold.

The values are the contract of the workbook's own page; a list that a school may lengthen (workbook,
section 4, marked +) takes any value that stands on the school's own *Lists* sheet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal, get_args


@dataclass(frozen=True, slots=True)
class ValueList:
    """The name of the list that a column's values come from."""

    name: str
    values: tuple[str, ...] = ()
    """Given for a list that grows; otherwise the literal type holds the values."""
    grows: bool = False
    """Whether a school may add values of its own at the end."""


SchoolPhase = Annotated[
    Literal["Primary", "Secondary", "All-through", "Special", "Alternative provision"],
    ValueList("SchoolPhase"),
]
Nation = Annotated[Literal["England", "Wales", "Scotland", "Northern Ireland"], ValueList("Nation")]
MeasurePhase = Annotated[Literal["Entry", "Middle", "Exit", "Follow-up"], ValueList("MeasurePhase")]
PeerSide = Annotated[Literal["Mentor", "Mentee", "Either"], ValueList("PeerSide")]
NameHome = Annotated[Literal["Known as", "Legal forename"], ValueList("NameHome")]
SenStatus = Annotated[Literal["N", "K", "E"], ValueList("SenStatus")]
SenType = Annotated[
    Literal["SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "DS", "OTH", "NSA"],
    ValueList("SenType"),
]
YesNoUnknown = Annotated[Literal["Yes", "No", "Unknown"], ValueList("YesNoUnknown")]
LookedAfter = Annotated[Literal["No", "Looked after", "Previously looked after"], ValueList("LookedAfter")]
SocialCare = Annotated[
    Literal["None", "Early help", "Child in need", "Child protection", "Looked after"],
    ValueList("SocialCare"),
]
YoungCarer = Annotated[
    Literal["No", "Identified by parent", "Identified by school"],
    ValueList("YoungCarer"),
]
ROLES = (
    "Learning mentor", "Inclusion mentor", "Behaviour support mentor", "SENCO",
    "Designated safeguarding lead", "Headteacher", "Deputy head", "Pastoral manager", "Head of year",
    "Class teacher", "Subject teacher", "Teaching assistant", "Attendance officer", "School nurse",
    "Office staff", "Parent", "Pupil", "Other",
)
Role = Annotated[str, ValueList("Role", ROLES, grows=True)]
RELATIONSHIPS = (
    "Mother", "Father", "Step-parent", "Carer", "Foster carer", "Grandparent", "Guardian", "Sibling",
    "Social worker", "Virtual school head", "Other",
)
Relationship = Annotated[str, ValueList("Relationship", RELATIONSHIPS, grows=True)]
Format = Annotated[Literal["Standard", "Large print", "Easy read", "Translated"], ValueList("Format")]
BARRIERS = (
    "Behaviour", "Anger", "Self-esteem", "Self-harm", "Emotional literacy", "Bereavement", "Friendship",
    "Bullying others", "Being bullied", "Anxiety or school refusal", "Attendance", "Transition",
    "Personal organisation", "Drugs or alcohol", "Teenage pregnancy", "Family circumstances", "Trauma",
    "Neurodivergence", "Speech and language", "Medical", "English as an additional language",
    "Disengagement", "Risk of exclusion", "Social isolation", "Motivation", "Not sure why",
)
Barrier = Annotated[str, ValueList("Barrier", BARRIERS, grows=True)]
APPROACHES = (
    "Solution-focused", "Motivational interviewing", "Coaching", "Creative work", "Emotional literacy",
    "Lego therapy", "Circle of Friends", "Zones of Regulation", "Circle time", "Journaling",
    "Time-out card", "Mediation", "Graded return", "Study skills", "Organisation", "Mentoring outdoors",
    "Low-demand", "Social skills", "Assertiveness", "Buddy", "Peer mentoring", "Club",
    "Counselling skills", "Transition work", "Family work",
)
Approach = Annotated[str, ValueList("Approach", APPROACHES, grows=True)]
Priority = Annotated[Literal["High", "Medium", "Low"], ValueList("Priority")]
Decision = Annotated[Literal["Waiting", "Accepted", "Declined", "Redirected"], ValueList("Decision")]
Tier = Annotated[Literal["Universal", "Targeted", "Intensive", "Drop-in"], ValueList("Tier")]
CaseStatus = Annotated[Literal["Waiting", "Active", "Paused", "Closed"], ValueList("CaseStatus")]
Frequency = Annotated[
    Literal["Weekly", "Twice a week", "Fortnightly", "Half-termly", "As needed"],
    ValueList("Frequency"),
]
ClosingReason = Annotated[
    Literal[
        "Targets met", "Planned end", "Stepped up", "Moved school", "Consent withdrawn", "Disengaged",
        "Other"
    ],
    ValueList("ClosingReason"),
]
Purpose = Annotated[
    Literal["Mentoring", "Agency referral", "Sharing information", "Peer mentoring", "Photographs"],
    ValueList("Purpose"),
]
ConsentBasis = Annotated[
    Literal["Parent", "Pupil", "Parent and pupil", "Not required"],
    ValueList("ConsentBasis"),
]
ConsentNeeded = Annotated[
    Literal["Parent and pupil", "Parent", "Pupil", "Not required", "Safeguarding lead only"],
    ValueList("ConsentNeeded"),
]
TargetStatus = Annotated[
    Literal["Open", "Met", "Partly met", "Not met", "Changed"],
    ValueList("TargetStatus"),
]
SessionKind = Annotated[
    Literal[
        "One-to-one", "Group", "Drop-in", "In class", "Club", "Breaktime", "Home contact", "Home visit",
        "Educational visit", "Mediation", "Transition", "Meeting"
    ],
    ValueList("SessionKind"),
]
Attended = Annotated[
    Literal["Attended", "Absent", "Declined", "Cancelled by school"],
    ValueList("Attended"),
]
TimeUse = Annotated[Literal["Mentoring", "Cover", "Admin", "Duty"], ValueList("TimeUse")]
StepOutcome = Annotated[Literal["Managed", "Partly", "Stepped back", "Not tried"], ValueList("StepOutcome")]
Informant = Annotated[Literal["Teacher", "Parent", "Pupil", "Mentor"], ValueList("Informant")]
AGENCY_KINDS = (
    "CAMHS", "Social care", "Education welfare", "GP", "School nurse", "Drugs and alcohol",
    "Bereavement", "Teenage pregnancy", "Speech and language", "Counselling", "Educational psychology",
    "Youth club", "Family support", "Receiving school", "Other",
)
AgencyKind = Annotated[str, ValueList("AgencyKind", AGENCY_KINDS, grows=True)]
Urgency = Annotated[Literal["Routine", "Soon", "Urgent"], ValueList("Urgency")]
ReferralOutcome = Annotated[
    Literal["Waiting", "Accepted", "Declined", "More information wanted", "Closed"],
    ValueList("ReferralOutcome"),
]
PairPurpose = Annotated[
    Literal["Reading", "Subject", "Language", "Transition", "Social", "Life skills", "Settling in"],
    ValueList("PairPurpose"),
]
PairStatus = Annotated[Literal["Suggested", "Agreed", "Active", "Paused", "Ended"], ValueList("PairStatus")]
PairEnd = Annotated[
    Literal["Finished", "Mismatch", "Over-reliance", "Attendance", "Request", "Left"],
    ValueList("PairEnd"),
]
ReviewKind = Annotated[
    Literal[
        "Mentoring review", "Target review", "SEN support review", "Annual review of EHC plan",
        "Personal education plan", "Looked-after review", "Child protection conference", "Core group",
        "Child in need review", "Early help review", "Reintegration meeting", "Part-time timetable review",
        "Managed move review", "Off-site placement review", "Medical plan review", "Passport review",
        "Consent review", "Transition review", "Follow-up after closing"
    ],
    ValueList("ReviewKind"),
]
EventKind = Annotated[
    Literal[
        "Suspension", "Permanent exclusion", "Off-site direction", "Managed move started",
        "Part-time timetable started", "EHC needs assessment requested", "EHC draft plan received",
        "EHC plan issued", "Came into care", "Change of placement", "Strategy discussion",
        "Child protection conference", "Child in need plan started", "Early help started",
        "Medical plan agreed", "Joined the school", "Left the school", "Other"
    ],
    ValueList("EventKind"),
]
Reward = Annotated[Literal["Praise", "Sticker", "Certificate", "Prize"], ValueList("Reward")]
DayKind = Annotated[Literal["Half term", "INSET day", "Closure", "Extra school day"], ValueList("DayKind")]
Unit = Annotated[
    Literal[
        "calendar days", "weeks", "school days", "working days", "months", "school weeks", "half terms",
        "terms", "fixed date"
    ],
    ValueList("Unit"),
]
Strength = Annotated[Literal["Hard", "Soft"], ValueList("Strength")]
Better = Annotated[Literal["Higher", "Lower"], ValueList("Better")]

_ALL = (
    SchoolPhase, Nation, MeasurePhase, PeerSide, NameHome, SenStatus, SenType, YesNoUnknown, LookedAfter,
    SocialCare, YoungCarer, Role, Relationship, Format, Barrier, Approach, Priority, Decision, Tier,
    CaseStatus, Frequency, ClosingReason, Purpose, ConsentBasis, ConsentNeeded, TargetStatus,
    SessionKind, Attended, TimeUse, StepOutcome, Informant, AgencyKind, Urgency, ReferralOutcome,
    PairPurpose, PairStatus, PairEnd, ReviewKind, EventKind, Reward, DayKind, Unit, Strength, Better,
)


def _values(annotated: object) -> tuple[str, tuple[str, ...]]:
    plain, value_list = get_args(annotated)
    return value_list.name, value_list.values or get_args(plain)


LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(dict(_values(annotated) for annotated in _ALL))
"""Every shipped list by name, in the order its drop-down shows."""

GROWING = frozenset(value_list.name for _, value_list in map(get_args, _ALL) if value_list.grows)
"""The lists that a school may lengthen."""
