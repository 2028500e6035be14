"""Which other names of a list's values schools write, and which codes are no longer in use?"""

from collections.abc import Mapping

OTHER_NAMES: Mapping[str, Mapping[str, str]] = {
    "SenType": {"ASC": "ASD", "Autism": "ASD", "BESD": "SEMH", "Dyslexia": "SPLD"},
    "SenStatus": {"SEN support": "K", "EHCP": "E", "EHC plan": "E", "No SEN": "N"},
    "LookedAfter": {
        "LAC": "Looked after", "CLA": "Looked after", "In care": "Looked after", "Yes": "Looked after",
        "Y": "Looked after", "PLAC": "Previously looked after", "Previously LAC": "Previously looked after",
        "Previously in care": "Previously looked after", "Previously": "Previously looked after",
    },
    "SocialCare": {
        "EH": "Early help", "CIN": "Child in need", "CP": "Child protection", "CPP": "Child protection",
        "LAC": "Looked after", "CLA": "Looked after",
    },
    "YoungCarer": {"P": "Identified by parent", "S": "Identified by school"},
    "DayKind": {
        "INSET": "INSET day", "In-service day": "INSET day", "In-service": "INSET day",
        "Training day": "INSET day", "Staff training": "INSET day", "Non-pupil day": "INSET day",
        "Teacher training": "INSET day", "HMS": "INSET day", "Half-term period": "Half term",
        "Bank holiday": "Closure", "Holiday": "Closure", "Closed": "Closure", "Snow day": "Closure",
        "Local holiday": "Closure", "Occasional day": "Closure",
    },
    "Relationship": {
        "Mum": "Mother", "Mam": "Mother", "Mummy": "Mother", "Dad": "Father", "Daddy": "Father",
        "Stepmother": "Step-parent", "Stepfather": "Step-parent", "Step-mum": "Step-parent",
        "Step-dad": "Step-parent", "Step mother": "Step-parent", "Step father": "Step-parent",
        "Foster mother": "Foster carer", "Foster father": "Foster carer", "Foster parent": "Foster carer",
        "Grandmother": "Grandparent", "Grandfather": "Grandparent", "Gran": "Grandparent",
        "Nan": "Grandparent", "Nana": "Grandparent", "Grandma": "Grandparent", "Grandad": "Grandparent",
        "Brother": "Sibling", "Sister": "Sibling", "Legal guardian": "Guardian",
        "Special guardian": "Guardian", "VSH": "Virtual school head", "Virtual head": "Virtual school head",
        "SW": "Social worker", "Aunt": "Other", "Uncle": "Other",
    },
    "Role": {
        "TA": "Teaching assistant", "LSA": "Teaching assistant", "HLTA": "Teaching assistant",
        "Teacher": "Class teacher", "Form tutor": "Class teacher", "Tutor": "Class teacher",
        "Head": "Headteacher", "Head teacher": "Headteacher", "Principal": "Headteacher",
        "Deputy": "Deputy head", "Deputy headteacher": "Deputy head", "SENDCO": "SENCO", "ALNCo": "SENCO",
        "DSL": "Designated safeguarding lead", "HOY": "Head of year", "Year head": "Head of year",
        "EWO": "Attendance officer", "Nurse": "School nurse", "Mentor": "Learning mentor",
        "LM": "Learning mentor", "Admin": "Office staff", "Mother": "Parent", "Father": "Parent",
        "Self": "Pupil",
    },
    "CaseStatus": {
        "Open": "Active", "Live": "Active", "Current": "Active", "On hold": "Paused", "Ended": "Closed",
        "Complete": "Closed", "Completed": "Closed", "Waiting list": "Waiting",
    },
    "Decision": {
        "Rejected": "Declined", "Refused": "Declined", "Not accepted": "Declined", "Pending": "Waiting",
        "Agreed": "Accepted", "Yes": "Accepted", "Referred on": "Redirected", "Signposted": "Redirected",
    },
    "TargetStatus": {
        "In progress": "Open", "Ongoing": "Open", "Achieved": "Met", "Partially met": "Partly met",
        "Partially": "Partly met", "Not achieved": "Not met",
    },
    "SessionKind": {
        "1:1": "One-to-one", "1-1": "One-to-one", "1 to 1": "One-to-one", "Individual": "One-to-one",
        "Small group": "Group", "Groupwork": "Group", "Group work": "Group",
        "Phone call home": "Home contact", "Phone call": "Home contact", "Call home": "Home contact",
        "In-class support": "In class", "Class support": "In class", "Trip": "Educational visit",
    },
    "Attended": {
        "Present": "Attended", "DNA": "Absent", "Did not attend": "Absent", "Refused": "Declined",
        "Cancelled": "Cancelled by school",
    },
    "EventKind": {
        "Fixed term exclusion": "Suspension", "FTE": "Suspension",
        "FTS": "Suspension", "Fixed term suspension": "Suspension", "Temporary exclusion": "Suspension",
        "PEX": "Permanent exclusion", "Permanently excluded": "Permanent exclusion",
        "Managed move": "Managed move started", "EHCP issued": "EHC plan issued",
        "Strategy meeting": "Strategy discussion", "ICPC": "Child protection conference",
        "Left": "Left the school", "Joined": "Joined the school",
    },
    "MeasurePhase": {
        "Pre": "Entry", "Baseline": "Entry", "Start": "Entry", "Mid": "Middle", "Midpoint": "Middle",
        "Post": "Exit", "End": "Exit",
    },
    "ReviewKind": {
        "Annual review": "Annual review of EHC plan", "EHCP review": "Annual review of EHC plan",
        "EHCP annual review": "Annual review of EHC plan", "PEP": "Personal education plan",
        "PEP meeting": "Personal education plan", "PEP review": "Personal education plan",
        "LAC review": "Looked-after review", "CLA review": "Looked-after review",
        "CP conference": "Child protection conference", "CIN review": "Child in need review",
        "CIN meeting": "Child in need review", "TAF": "Early help review",
        "Reintegration": "Reintegration meeting",
    },
    "ClosingReason": {
        "Left school": "Moved school", "Moved": "Moved school",
        "Targets achieved": "Targets met", "Programme ended": "Planned end", "Completed": "Planned end",
    },
    "Frequency": {
        "Twice weekly": "Twice a week", "2x weekly": "Twice a week", "Every week": "Weekly",
        "Once a week": "Weekly", "Every two weeks": "Fortnightly", "Ad hoc": "As needed",
        "As required": "As needed",
    },
    "Approach": {
        "Lego": "Lego therapy", "Zones": "Zones of Regulation", "SFBT": "Solution-focused",
        "MI": "Motivational interviewing",
    },
    # Who agreed is never guessed: a carer may have no right to.
    "ConsentBasis": {"Pupil and parent": "Parent and pupil"},
    "Urgency": {"Normal": "Routine", "High": "Urgent"},
    "YesNoUnknown": {"Not known": "Unknown", "Don't know": "Unknown"},
    "SchoolPhase": {
        "Junior": "Primary", "Infant": "Primary", "High school": "Secondary", "AP": "Alternative provision",
        "PRU": "Alternative provision",
    },
    "Nation": {"Cymru": "Wales", "NI": "Northern Ireland", "Alba": "Scotland", "ENG": "England"},
}  # fmt: skip
"""Values that schools write under another name (reference 1.6 and 3.2), by list; told in a note."""

RETIRED: Mapping[str, Mapping[str, str]] = {
    "SenStatus": {"A": "K", "P": "K", "S": "E"},
}
"""Codes no longer in use, with the one that takes their place (reference 3.2)."""
