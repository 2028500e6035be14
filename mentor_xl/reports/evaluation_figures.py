"""What do the year's figures come to, each told only where it can be told of nobody (reference 6.3 and 7)?"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from mentor_xl.documents import File
from mentor_xl.letter_parts.caseload import HIDDEN, CountTable
from mentor_xl.progress import SessionCount, changes, count_sessions, sessions_of_case
from mentor_xl.records import Pupil, Target
from mentor_xl.reports.safe_tables import TOO_FEW, lines, table
from mentor_xl.reports.supported import (
    AREAS,
    BANDS,
    Supported,
    area_of,
    band_of,
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
    pupils = [one.pupil for one in one_for_each_pupil(supported)]
    reasons = [area_of(one.referral.main_barrier) for one in supported if one.referral]
    return (
        _by_year(file, pupils, least),
        table("Special educational needs", _counted(pupils, _SEN, _sen), least),
        _groups(pupils, least),
        table("Why mentoring began", {area: reasons.count(area) for area in AREAS}, least),
    )


def _by_year(file: File, pupils: Sequence[Pupil], least: int) -> CountTable:
    """By year where every year can be told, else by bands of years."""
    years = Counter(year_of(file, pupil) for pupil in pupils)
    is_told = "" not in years and None not in safe_counts(tuple(years.values()), least)
    if is_told and all(year.isdigit() for year in years):
        counts = {f"Year {year}": years[year] for year in sorted(years, key=int)}
        return table("Year groups", counts, least)
    bands = Counter(band_of(file, pupil) or "Not recorded" for pupil in pupils)
    return table(
        "Year groups", {band: bands[band] for band in (*BANDS, "Not recorded") if bands[band]}, least
    )


_SEN = ("No special educational needs", "SEN support", "Education, health and care plan", "Not recorded")


def _sen(pupil: Pupil) -> str:
    return {"N": _SEN[0], "K": _SEN[1], "E": _SEN[2]}.get(pupil.sen_status or "", _SEN[3])


def _counted(
    pupils: Iterable[Pupil], labels: Sequence[str], label_of: Callable[[Pupil], str]
) -> dict[str, int]:
    found = Counter(map(label_of, pupils))
    return {label: found[label] for label in labels if found[label] or label != "Not recorded"}


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
        answers = [is_in(pupil) for pupil in pupils]
        known = [answer for answer in answers if answer is not None]
        # Those not recorded are a third cell of the same total.
        cells = (known.count(True), known.count(False), len(answers) - len(known))
        share = safe_share(cells[0], len(known), least)
        is_told = share is not None and safe_counts(cells, least)[0] is not None
        said.append((label, share.in_words if share and is_told else HIDDEN))
    return lines("Groups that schools look at", said)


# -- what was done -----------------------------------------------------------------------------------


def service(file: File, supported: tuple[Supported, ...], least: int) -> tuple[CountTable, ...]:
    """Referrals, waiting, sessions and endings."""
    began = school_year_began(file)
    referrals = [r for r in file.casebook.referrals if r.received_on and began <= r.received_on <= file.today]
    decided = Counter(referral.decision or "Not recorded" for referral in referrals)
    decisions = {name: decided[name] for name in ("Accepted", "Waiting", "Declined", "Redirected")}
    if decided["Not recorded"]:
        decisions["Not recorded"] = decided["Not recorded"]
    closed = Counter(
        one.case.closing_reason or "Not recorded" for one in supported if one.case.status == "Closed"
    )
    return (
        table("Referrals received", decisions, least),
        lines("Sessions", _sessions(file, supported, least)),
        table("Mentoring that ended, and why", dict(sorted(closed.items())), least),
    )


def attended_share(file: File, supported: tuple[Supported, ...], least: int) -> str:
    """Sessions attended of those offered; a dash where too few pupils stand behind it."""
    counts = _counts(file, supported)
    attended, offered = sum(c.attended for c in counts), sum(c.offered for c in counts)
    share = safe_share(attended, offered, least) if len(counts) >= least else None
    return share.in_words if share else HIDDEN


def _counts(file: File, supported: tuple[Supported, ...]) -> list[SessionCount]:
    """The sessions of this school year, for each case that was offered any."""
    began = school_year_began(file)
    found = []
    for one in supported:
        sessions = [s for s in sessions_of_case(file.casebook, one.case) if s.date and s.date >= began]
        found.append(count_sessions(sessions, file.today))
    return [count for count in found if count.offered]


def _sessions(file: File, supported: tuple[Supported, ...], least: int) -> Iterable[tuple[str, str]]:
    yield "Sessions attended, of those offered", attended_share(file, supported, least)
    average = safe_average([count.attended for count in _counts(file, supported)], least)
    yield "Sessions a pupil, on average", HIDDEN if average is None else f"{average:.0f}"
    waits = [
        (one.case.started_on - one.referral.received_on).days
        for one in supported
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
    of_pupils = [_targets(file, one) for one in supported]
    scored = [found for found in of_pupils if found]
    went = Counter(map(_how_far, scored))
    note = "A pupil’s targets are taken together. Each target is set for that pupil alone."
    return (
        table(TARGETS, {words: went[words] for words in _HOW_FAR}, least, note),
        *_measures(file, supported, least),
    )


_HOW_FAR = ("Further than hoped", "About as far as hoped", "Not as far as hoped yet")


def _targets(file: File, one: Supported) -> tuple[Target, ...]:
    targets = file.casebook.targets_of_case(one.case.case_id)
    return tuple(t for t in targets if t.score is not None and file.is_sound(t, "score"))


def _how_far(targets: Sequence[Target]) -> str:
    weights = [target.weight or 1 for target in targets]
    total = sum((target.score or 0) * weight for target, weight in zip(targets, weights, strict=True))
    mean = total / sum(weights)
    return _HOW_FAR[0] if mean >= 0.5 else _HOW_FAR[1] if mean > -0.5 else _HOW_FAR[2]


def _measures(file: File, supported: tuple[Supported, ...], least: int) -> Iterable[CountTable]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in one_for_each_pupil(supported):
        for change in changes(file.casebook, file.casebook.measures_of(one.case.pupil_id), file.today):
            if change.scale is not None:
                found.setdefault((change.scale.measure, change.informant), []).append(change.in_words)
    for (measure, informant), words in sorted(found.items()):
        counts = Counter(words)
        told = {label: counts[label] for label in _WAYS}
        if sum(told.values()) == len(words):
            title = f"{measure}{FILLED_IN_BY}{_BY[informant]}"
            yield table(title, {label.capitalize(): count for label, count in told.items()}, least)


_WAYS = ("a step forward", "about the same", "harder at the moment")
_BY = {"Teacher": "teachers", "Parent": "parents and carers", "Pupil": "pupils", "Mentor": "mentors"}


def attendance(file: File, supported: tuple[Supported, ...], least: int) -> CountTable:
    """Before and since mentoring began, of the same pupils."""
    both = [found for one in one_for_each_pupil(supported) if (found := windows_of(file, one.case))]
    title = BEFORE_AND_SINCE
    if len(both) < least:
        return CountTable(title=title, lines=(), note=TOO_FEW)
    said = []
    for label, at in (("before", 0), ("since", 1)):
        rows = [pair[at] for pair in both]
        possible, attended = sum(r.possible for r in rows), sum(r.attended for r in rows)
        said.append((f"Attendance {label}", f"{(200 * attended + possible) // (2 * possible)}%"))
    for label, at in (("before", 0), ("since", 1)):
        persistent = sum(pair[at].is_persistent_absence for pair in both)
        share = safe_share(persistent, len(both), least)
        said.append((f"Missing 10% or more {label}", share.in_words if share else HIDDEN))
    for label, at in (("before", 0), ("since", 1)):
        points = [point for pair in both if (point := pair[at].points) is not None]
        average = safe_average(points, least)
        said.append((f"Behaviour points a pupil {label}", HIDDEN if average is None else f"{average:.1f}"))
    total = safe_total(len(both), least)
    return lines(title, said, f"Of the {total} pupils who have figures for both times.")


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
