"""How may a pupil be described so that at least as many others fit as the school hides counts below?"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mentor_xl.audience import SENSITIVE_BARRIERS
from mentor_xl.casebook import Casebook
from mentor_xl.dates import MONTHS, WEEKDAYS
from mentor_xl.documents import PupilFile
from mentor_xl.reports.supported import Supported, area_of, band_of, one_for_each_pupil, supported_ever
from mentor_xl.small_numbers import least_shown


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of who the pupil is; each may be empty."""

    years: str = ""
    reason: str = ""
    need: str = ""


Says = Callable[[PupilFile, Supported], str]


def _nothing(_file: PupilFile, _one: Supported) -> str:
    return ""


def _years(file: PupilFile, one: Supported) -> str:
    return band_of(file, one.pupil)


def _barrier(_file: PupilFile, one: Supported) -> str:
    """One of the shipped barriers; a sensitive one is never told, and counts as none."""
    barrier = one.referral.main_barrier if one.referral else None
    return "" if barrier in SENSITIVE_BARRIERS or area_of(barrier) == _REST else (barrier or "")


def _area(_file: PupilFile, one: Supported) -> str:
    area = area_of(one.referral.main_barrier if one.referral else None)
    return "" if area == _REST else area


_REST = area_of(None)
_AREAS_OF_NEED = {
    "SLCN": "communication and interaction", "ASD": "communication and interaction",
    "SPLD": "cognition and learning", "MLD": "cognition and learning", "SLD": "cognition and learning",
    "PMLD": "cognition and learning", "SEMH": "social, emotional and mental health",
    "HI": "sensory and physical needs", "VI": "sensory and physical needs",
    "MSI": "sensory and physical needs", "PD": "sensory and physical needs",
}  # fmt: skip
"""Areas of need (reference 3.2); a type that is in none counts as additional needs alone."""


def _type(_file: PupilFile, one: Supported) -> str:
    if one.pupil.sen_status not in ("K", "E"):
        return ""
    return _AREAS_OF_NEED.get(one.pupil.sen_type_1 or "", "additional needs")


def _any_need(_file: PupilFile, one: Supported) -> str:
    return "additional needs" if one.pupil.sen_status in ("K", "E") else ""


_LADDER: tuple[tuple[Says, Says, Says], ...] = (
    (_years, _barrier, _type),
    (_years, _area, _type),
    (_years, _area, _any_need),
    (_nothing, _area, _any_need),
    (_years, _area, _nothing),
    (_nothing, _area, _nothing),
    (_years, _nothing, _nothing),
    (_nothing, _nothing, _nothing),
)
"""From what tells most to what tells nothing."""


def description_of(file: PupilFile) -> Description | None:
    """The fullest description that fits at least as many pupils of the caseload as may be counted.

    ``None`` where the caseload itself has fewer pupils, or this one never had a case.
    """
    everyone = one_for_each_pupil(supported_ever(file))
    own = next((one for one in everyone if one.pupil is file.pupil), None)
    least = least_shown(file.casebook.settings.hide_counts_below)
    if own is None:
        return None
    for says in _LADDER:
        told = _told(file, own, says)
        if sum(_told(file, one, says) == told for one in everyone) >= least:
            return Description(*told)
    return None


def _told(file: PupilFile, one: Supported, says: tuple[Says, Says, Says]) -> tuple[str, str, str]:
    years, reason, need = says
    return years(file, one), reason(file, one), need(file, one)


# -- words that somebody typed ---------------------------------------------------------------------------

_PLAIN_CAPITALS = frozenset({"I", "I'm", "I'll", "I'd", "I've", "English", "Maths", "PE", "ICT", "OK"})
_CALENDAR = frozenset(word.casefold() for word in (*MONTHS, *WEEKDAYS)) - {"may"}


def names_nobody(text: str, names: frozenset[str]) -> bool:
    """Whether a sentence may stand in a page that must not tell whom it is about.

    It names nobody of the workbook; no word inside a sentence begins with a capital as a name would; and it
    has no figures of a date, a room or a telephone, no address and no day.
    """
    plain = text.replace("’", "'").strip()
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", plain)
    folded = {part for word in words for part in _parts(word)}
    if folded & names or folded & _CALENDAR or re.search(r"\d{2}|[@/]|www", plain):
        return False
    return not any(_looks_like_a_name(word) for word in _inside(plain))


def _parts(word: str) -> Iterator[str]:
    yield word.casefold()
    yield word.casefold().removesuffix("'s")


def _inside(text: str) -> Iterator[str]:
    """The words of each sentence but its first."""
    for sentence in re.split(r"[.!?:;]+\s+", text):
        yield from re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", sentence)[1:]


def _looks_like_a_name(word: str) -> bool:
    return word[:1].isupper() and word not in _PLAIN_CAPITALS


def names_in(casebook: Casebook) -> frozenset[str]:
    """Every word of a name or a place that the workbook knows, in small letters."""
    settings = casebook.settings
    people: list[str | None] = [
        settings.headteacher, settings.senco, settings.designated_safeguarding_lead,
        settings.pastoral_manager,
    ]  # fmt: skip
    for pupil in casebook.pupils:
        people += [pupil.legal_forename, pupil.legal_surname, pupil.known_as, pupil.form, pupil.pupil_id]
    for contact in casebook.contacts:
        people += [contact.forename, contact.surname]
    for member in casebook.staff:
        people += [member.forename, member.surname, member.staff_code]
    places = [settings.school_name, settings.town, *(contact.town for contact in casebook.contacts)]
    places += [agency.agency for agency in casebook.agencies] + [one.group for one in casebook.groups]
    return frozenset((_words_of(people) - _TITLES) | (_words_of(places) - _OF_PLACES))


def _words_of(texts: list[str | None]) -> set[str]:
    return {word.casefold() for text in texts if text for word in re.findall(r"[^\W\d_]{2,}", text)}


_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
_OF_PLACES = frozenset(
    {
        "the", "and", "of", "in", "at", "for", "to", "on", "my", "school", "high", "primary", "academy",
        "group", "club", "service", "team", "young", "people", "family", "year", "lego", "together", "talk",
        "health",
    }
)  # fmt: skip
"""Words of schools, agencies and groups that name nobody."""
