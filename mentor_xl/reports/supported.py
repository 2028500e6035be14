"""Who was supported this school year, in which words may their reasons and years be counted together?"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mentor_xl.audience import SENSITIVE_BARRIERS
from mentor_xl.documents import File
from mentor_xl.pupil_view import year_group_of
from mentor_xl.records import Case, Pupil, Referral

_STARTS_IN = {"Scotland": 8}
"""The month in which the school year begins, where it is not September."""


def school_year_began(file: File) -> dt.date:
    """The first of September, in Scotland of August, of the school year that today lies in."""
    month = _STARTS_IN.get(file.calendar.nation, 9)
    return dt.date(file.today.year - (file.today.month < month), month, 1)


@dataclass(frozen=True, slots=True)
class Supported:
    """A case of this school year, with its pupil and the referral that it came from."""

    case: Case
    pupil: Pupil
    referral: Referral | None


def supported_this_year(file: File) -> tuple[Supported, ...]:
    """Every case that ran in this school year, in the workbook's order.

    Left out: cases that wait, and those of an ID that is unknown or stands on two rows, for nobody can say
    whose they are.
    """
    return tuple(one for one in _supported(file) if _ran(one.case, school_year_began(file), file.today))


def supported_ever(file: File) -> tuple[Supported, ...]:
    """Every case that ran or runs, of whichever year, in the workbook's order."""
    return tuple(one for one in _supported(file) if _ran(one.case, dt.date.min, file.today))


def _supported(file: File) -> Iterator[Supported]:
    for case in file.casebook.cases:
        pupil = file.casebook.pupil(case.pupil_id)
        if pupil is not None:
            referral = file.casebook.referral(case.referral_id)
            is_own = referral is not None and referral.pupil_id == case.pupil_id
            yield Supported(case, pupil, referral if is_own else None)


def _ran(case: Case, began: dt.date, today: dt.date) -> bool:
    if case.started_on is not None and case.started_on > today:
        return False
    if case.status == "Closed":
        return (case.closed_on or case.started_on or dt.date.min) >= began
    return case.status in ("Active", "Paused")


def cases_of_each(supported: tuple[Supported, ...]) -> tuple[tuple[Supported, ...], ...]:
    """The cases of each pupil, the latest last; the pupils in the order of their first."""
    found: dict[str, list[Supported]] = {}
    for one in supported:
        found.setdefault(one.pupil.pupil_id, []).append(one)
    return tuple(tuple(sorted(cases, key=_began)) for cases in found.values())


def one_for_each_pupil(supported: tuple[Supported, ...]) -> tuple[Supported, ...]:
    """The latest case of each pupil, in the order of the first."""
    return tuple(cases[-1] for cases in cases_of_each(supported))


def _began(one: Supported) -> dt.date:
    return one.case.started_on or dt.date.min


# -- reasons ---------------------------------------------------------------------------------------

_OTHER = "Home, health and other reasons"
_AREAS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Behaviour": ("Behaviour", "Anger", "Risk of exclusion"),
        "Emotions and well-being": (
            "Self-esteem", "Emotional literacy", "Bereavement", "Trauma", "Anxiety or school refusal",
        ),
        "Friendship and bullying": ("Friendship", "Bullying others", "Being bullied", "Social isolation"),
        "Attendance and joining in": ("Attendance", "Disengagement", "Motivation"),
        "Learning, language and change": (
            "Transition", "Personal organisation", "Neurodivergence", "Speech and language",
            "English as an additional language",
        ),
    }
)  # fmt: skip
AREAS = (*_AREAS, _OTHER)
"""The reasons for mentoring, counted together: single barriers would be too few to be told."""


def area_of(barrier: str | None) -> str:
    """The area of a barrier; a sensitive one, and one of the school's own, counts among the others."""
    if barrier in SENSITIVE_BARRIERS:
        return _OTHER
    return next((area for area, barriers in _AREAS.items() if barrier in barriers), _OTHER)


# -- years -----------------------------------------------------------------------------------------

_BANDS = ((2, "Years 1 and 2"), (6, "Years 3 to 6"), (9, "Years 7 to 9"), (11, "Years 10 and 11"))
_OLDEST = "Years 12 to 14"
_YOUNGEST = "Before Year 1"


def year_of(file: File, pupil: Pupil) -> str:
    """``8`` or ``S2``: as it was typed, else by the date of birth."""
    has_years = file.calendar.nation in ("England", "Wales")
    worked_out = year_group_of(pupil.date_of_birth, file.today) if has_years else None
    typed = (pupil.year_group or worked_out or "").strip().upper()
    for word in ("YEAR", "YR", "Y"):
        typed = typed.removeprefix(word).strip()
    return typed


def band_of(file: File, pupil: Pupil) -> str:
    """The years in which a pupil's own lies, as ``Years 7 to 9``; empty where it is not known."""
    year = year_of(file, pupil)
    if year.isdigit():
        return next((band for last, band in _BANDS if int(year) <= last), _OLDEST)
    if year in ("R", "N", "N1", "N2"):
        return _YOUNGEST
    stages = {"P": "P1 to P7", "S": "S1 to S6"}
    return stages.get(year[:1], "") if year[1:].isdigit() else ""


BANDS = (_YOUNGEST, *(band for _, band in _BANDS), _OLDEST, "P1 to P7", "S1 to S6")
"""Every band, the youngest first."""
