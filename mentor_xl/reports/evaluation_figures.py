"""What do the year's figures come to, each told only where it can be told of nobody (reference 6.3 and 7)?"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median

from mentor_xl.documents import File
from mentor_xl.letter_parts.caseload import HIDDEN, CountTable
from mentor_xl.progress import SessionCount, changes, count_sessions, sessions_of_case
from mentor_xl.records import Pupil, Target
from mentor_xl.reports.safe_tables import TOO_FEW, lines, share_of, table
from mentor_xl.reports.supported import (
    AREAS,
    BANDS,
    Supported,
    area_of,
    band_of,
    cases_of_each,
    one_for_each_pupil,
    school_year_began,
    year_of,
)
from mentor_xl.reports.windows import windows_of
from mentor_xl.small_numbers import safe_average, safe_counts, safe_share, safe_total

TARGETS = "How far pupils came on their targets"
BEFORE_AND_SINCE = "Attendance and behaviour, before mentoring and since"
FILLED_IN_BY = ", filled in by "
"""Stands in the title of a measure."""


# -- who was supported ---------------------------------------------------------------------------------


def who(file: File, supported: tuple[Supported, ...], least: int) -> tuple[CountTable, ...]:
    """One characteristic a table, never two together."""
    everyone = one_for_each_pupil(supported)
    pupils = [one.pupil for one in everyone]
    needs = Counter(_SEN[pupil.sen_status] for pupil in pupils if pupil.sen_status)
    began = Counter(area_of(one.referral.main_barrier) for one in everyone if one.referral)
    of_needs = {need: needs[need] for need in _SEN.values()}
    of_reasons, number = {area: began[area] for area in AREAS}, len(everyone)
    return (
        _by_year(file, pupils, least),
        table("Special educational needs", of_needs, least, of=number, others=_NOT_RECORDED),
        _groups(pupils, least),
        table("Why mentoring began", of_reasons, least, of=number, others="No referral on record"),
    )


_NOT_RECORDED = "Not recorded"
_SEN: Mapping[str, str] = {
    "N": "No special educational needs", "K": "SEN support", "E": "Education, health and care plan",
}  # fmt: skip


def _by_year(file: File, pupils: Sequence[Pupil], least: int) -> CountTable:
    """By year where every year can be told, else by bands of years."""
    years = Counter(year_of(file, pupil) for pupil in pupils)
    is_told = "" not in years and None not in safe_counts(tuple(years.values()), least)
    if is_told and all(year.isdigit() for year in years):
        counts = {f"Year {year}": years[year] for year in sorted(years, key=int)}
    else:
        bands = Counter(band_of(file, pupil) for pupil in pupils)
        counts = {band: bands[band] for band in BANDS if bands[band]}
    return table("Year groups", counts, least, of=len(pupils), others=_NOT_RECORDED)


_IS_IN: tuple[tuple[str, Callable[[Pupil], bool | None]], ...] = (
    ("Pupil premium", lambda pupil: pupil.pupil_premium),
    ("English as an additional language", lambda pupil: pupil.eal),
    (
        "Known to children’s social care",
        lambda pupil: (
            pupil.social_care_status in ("Child in need", "Child protection", "Looked after")
            or pupil.looked_after == "Looked after"
        ),
    ),
)


def _groups(pupils: Sequence[Pupil], least: int) -> CountTable:
    """Each group beside the rest: a percentage only where both are large enough."""
    said = []
    for label, is_in in _IS_IN:
        answers = Counter(map(is_in, pupils))
        known = answers[True] + answers[False]
        said.append((label, share_of(answers[True], known, len(pupils), least)))
    return lines("Groups that schools look at", said, "A few who are not recorded count with the rest.")


# -- what was done -----------------------------------------------------------------------------------


def service(file: File, supported: tuple[Supported, ...], least: int) -> tuple[CountTable, ...]:
    """Referrals, waiting, sessions and endings."""
    began = school_year_began(file)
    referrals = [r for r in file.casebook.referrals if r.received_on and began <= r.received_on <= file.today]
    decided = Counter(referral.decision for referral in referrals)
    decisions = {name: decided[name] for name in ("Accepted", "Waiting", "Declined", "Redirected")}
    everyone = one_for_each_pupil(supported)
    ended = [one.case for one in everyone if one.case.status == "Closed"]
    reasons = dict(sorted(Counter(case.closing_reason or _NOT_RECORDED for case in ended).items()))
    return (
        table("Referrals received", decisions, least, of=len(referrals), others=_NOT_RECORDED),
        lines("Sessions", _sessions(file, supported, least)),
        table("Mentoring that ended, and why", reasons, least, of=len(everyone), others="Not ended"),
    )


def attended_share(file: File, supported: tuple[Supported, ...], least: int) -> str:
    """Sessions attended of those offered; a dash where too few pupils stand behind it."""
    counts = _counts(file, supported)
    attended, offered = sum(c.attended for c in counts), sum(c.offered for c in counts)
    share = safe_share(attended, offered, least) if len(counts) >= least else None
    return share.in_words if share else HIDDEN


def _counts(file: File, supported: tuple[Supported, ...]) -> list[SessionCount]:
    """The sessions of this school year, for each pupil who was offered any."""
    began = school_year_began(file)
    found = []
    for cases in cases_of_each(supported):
        of_all = (sessions_of_case(file.casebook, one.case) for one in cases)
        sessions = [s for of_case in of_all for s in of_case if s.date and s.date >= began]
        found.append(count_sessions(sessions, file.today))
    return [count for count in found if count.offered]


def _sessions(file: File, supported: tuple[Supported, ...], least: int) -> Iterable[tuple[str, str]]:
    yield "Sessions attended, of those offered", attended_share(file, supported, least)
    everyone, counts = one_for_each_pupil(supported), _counts(file, supported)
    # Of all: an average of those who were offered any would tell how many were not.
    average = sum(count.attended for count in counts) / len(everyone)
    yield "Sessions a pupil, on average", f"{average:.0f}" if len(counts) >= least else HIDDEN
    waits = [
        (one.case.started_on - one.referral.received_on).days
        for one in everyone
        if one.referral
        and one.referral.received_on
        and one.case.started_on
        and one.case.started_on >= one.referral.received_on
    ]
    has_waits = len(waits) >= least
    yield "Days from referral to the start, median", f"{median(waits):.0f}" if has_waits else HIDDEN


# -- how it went -------------------------------------------------------------------------------------


def outcomes(file: File, supported: tuple[Supported, ...], least: int) -> tuple[CountTable, ...]:
    """Targets, and every measure that was taken twice."""
    of_pupils = [_targets(file, cases) for cases in cases_of_each(supported)]
    went = Counter(_how_far(targets) for targets in of_pupils if targets)
    ways = {words: went[words] for words in _HOW_FAR}
    note = "A pupil’s targets are taken together. Each target is set for that pupil alone."
    return (
        table(TARGETS, ways, least, note, of=len(of_pupils), others="No scored target"),
        *_measures(file, supported, least),
    )


_HOW_FAR = ("Further than hoped", "About as far as hoped", "Not as far as hoped yet")


def _targets(file: File, cases: Iterable[Supported]) -> tuple[Target, ...]:
    targets = (target for one in cases for target in file.casebook.targets_of_case(one.case.case_id))
    return tuple(t for t in targets if t.score is not None and file.is_sound(t, "score"))


def _how_far(targets: Sequence[Target]) -> str:
    weights = [target.weight or 1 for target in targets]
    total = sum((target.score or 0) * weight for target, weight in zip(targets, weights, strict=True))
    mean = total / sum(weights)
    return _HOW_FAR[0] if mean >= 0.5 else _HOW_FAR[1] if mean > -0.5 else _HOW_FAR[2]


def _measures(file: File, supported: tuple[Supported, ...], least: int) -> Iterable[CountTable]:
    found: dict[tuple[str, str], list[str]] = {}
    everyone = one_for_each_pupil(supported)
    for one in everyone:
        for change in changes(file.casebook, file.casebook.measures_of(one.case.pupil_id), file.today):
            if change.scale is not None:
                found.setdefault((change.scale.measure, change.informant), []).append(change.in_words)
    for (measure, informant), words in sorted(found.items()):
        counts = Counter(words)
        told = {label: counts[label] for label in _WAYS}
        if sum(told.values()) == len(words):
            title = f"{measure}{FILLED_IN_BY}{_BY[informant]}"
            ways = {label.capitalize(): count for label, count in told.items()}
            yield table(title, ways, least, of=len(everyone), others="Not filled in twice")


_WAYS = ("a step forward", "about the same", "harder at the moment")
_BY = {"Teacher": "teachers", "Parent": "parents and carers", "Pupil": "pupils", "Mentor": "mentors"}


def attendance(file: File, supported: tuple[Supported, ...], least: int) -> CountTable:
    """Before and since mentoring began, of the same pupils."""
    everyone = one_for_each_pupil(supported)
    both = [found for one in everyone if (found := windows_of(file, one.case))]
    is_number_told = safe_total(len(everyone) - len(both), least) is not None
    title = BEFORE_AND_SINCE
    if len(both) < least:
        return CountTable(title=title, lines=(), note=TOO_FEW)
    said = []
    for label, at in (("before", 0), ("since", 1)):
        rows = [pair[at] for pair in both]
        possible, attended = sum(r.possible for r in rows), sum(r.attended for r in rows)
        said.append((f"Attendance {label}", f"{(200 * attended + possible) // (2 * possible)}%"))
    for label, at in (("before", 0), ("since", 1)):
        share = safe_share(sum(pair[at].is_persistent_absence for pair in both), len(both), least)
        if share and not is_number_told:  # All and none say nothing of how many; any other percentage may.
            told = f"{share.percent}%" if share.percent in (0, 100) else HIDDEN
        else:
            told = share.in_words if share else HIDDEN
        said.append((f"Missing 10% or more {label}", told))
    for label, at in (("before", 0), ("since", 1)):
        points = [point for pair in both if (point := pair[at].points) is not None]
        average = safe_average(points, least)
        said.append((f"Behaviour points a pupil {label}", HIDDEN if average is None else f"{average:.1f}"))
    those = f"the {len(both)} pupils" if is_number_told else "all pupils"
    return lines(title, said, f"Of {those} who have figures for both times.")


# -- what it took ------------------------------------------------------------------------------------


def hours_by_use(file: File, began: dt.date) -> dict[str, float]:
    """Hours that mentors wrote down this school year, by what the time went to."""
    hours: Counter[str] = Counter()
    for session in file.casebook.sessions:
        is_of_year = session.date is not None and began <= session.date <= file.today
        is_told = session.attended != "Cancelled by school" and file.is_sound(session, "minutes")
        if is_of_year and is_told and session.minutes:
            hours[session.time_outside_mentoring or "Mentoring"] += session.minutes
    return {use: minutes / 60 for use, minutes in hours.items()}
