"""Who may read of which theme without being asked about (decisions, *Privacy*)."""

from mentor_xl.audience import Audience

SELF_HARM, DRUGS, PREGNANCY = "self-harm", "drugs or alcohol", "pregnancy and sexual health"
SEXUAL_ABUSE, DOMESTIC_ABUSE, HONOUR = "sexual abuse and exploitation", "domestic abuse", "honour-based abuse"
PARENTS, SOCIAL_CARE = "parents' mental illness or prison", "social care status"
CRIME, COUNTY_LINES = "crime and gangs", "county lines and trafficking"
EATING = "eating disorders"

_NOT_FOR = frozenset({Audience.PARENT, Audience.TEACHER, Audience.PEER})
_NOT_IN_THE_PUPILS_PAGES = frozenset({SEXUAL_ABUSE, DOMESTIC_ABUSE, COUNTY_LINES, HONOUR})
"""Others read those pages too: the wrong person at home, a friend."""
_THERE_FOR_ALL = frozenset({"CAMHS", "Counselling", "GP", "School nurse", "Social care"})
_THERE_FOR = {
    "Drugs and alcohol": frozenset({DRUGS, CRIME, COUNTY_LINES}),
    "Teenage pregnancy": frozenset({PREGNANCY}),
    "Family support": frozenset({SOCIAL_CARE, DOMESTIC_ABUSE, PARENTS}),
    "Education welfare": frozenset({SOCIAL_CARE, DOMESTIC_ABUSE, PARENTS}),
}
"""What a kind of agency works on; those that are not here, a receiving school among them, on none of it."""


def may_read(theme: str, audience: Audience, agency_kind: str = "") -> bool:
    """Whether words of a theme may stand in a letter to a reader. A disclosure is not asked about here."""
    if audience in _NOT_FOR:
        return False
    if audience is Audience.PUPIL:
        return theme not in _NOT_IN_THE_PUPILS_PAGES
    if audience in (Audience.AGENCY, Audience.SCHOOL):
        return agency_kind in _THERE_FOR_ALL or theme in _THERE_FOR.get(agency_kind, ())
    return True
