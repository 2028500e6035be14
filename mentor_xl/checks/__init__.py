"""Every question that is asked of a caseload, and what it finds: problems at their cells.

A check is a function with ``@check``; its docstring explains it. The modules below are listed in the order
in which their problems are.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType, ModuleType

from mentor_xl.catalogue import MEANINGS, Meaning
from mentor_xl.checks import (
    addresses,
    agencies,
    agency_rows,
    answered,
    attendance,
    bookings,
    calendar_rows,
    case_status,
    caseload,
    cases,
    closed_days,
    consent_rows,
    consent_use,
    consents,
    contacts,
    copied_down,
    courses_of_care,
    doubles,
    due_dates,
    event_marks,
    events,
    far_apart,
    groups,
    happened,
    in_school,
    kept_apart,
    leavers,
    left_staff,
    measures,
    measures_in_order,
    needs,
    office,
    pairs_and_pool,
    peer_meetings,
    peer_pairs,
    peers,
    people,
    pupil_answers,
    pupils,
    referrals,
    reviews,
    safeguarding,
    scales,
    school,
    scottish_years,
    sessions,
    settings_sense,
    sound_dates,
    staff,
    strangers,
    suspensions,
    targets,
    twins,
    upns,
    ways_to_reach,
    who_is_asked,
)
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Check, Finding
from mentor_xl.checks.rule_sets import RULE_SETS, RuleSet, rule_set
from mentor_xl.problems import Problem, Waiting

__all__ = [
    "CHECKS",
    "RULE_SETS",
    "Check",
    "Finding",
    "Inspection",
    "RuleSet",
    "meaning_of",
    "rule_set",
    "run_checks",
]

_IN_ORDER: tuple[ModuleType, ...] = (
    school,
    staff,
    settings_sense,
    closed_days,
    calendar_rows,
    people,
    left_staff,
    pupils,
    scottish_years,
    upns,
    twins,
    pupil_answers,
    copied_down,
    doubles,
    needs,
    courses_of_care,
    leavers,
    contacts,
    kept_apart,
    strangers,
    addresses,
    ways_to_reach,
    who_is_asked,
    referrals,
    cases,
    case_status,
    caseload,
    consents,
    consent_rows,
    consent_use,
    targets,
    sessions,
    groups,
    events,
    suspensions,
    event_marks,
    attendance,
    measures,
    measures_in_order,
    scales,
    agencies,
    agency_rows,
    bookings,
    reviews,
    due_dates,
    far_apart,
    in_school,
    peers,
    peer_pairs,
    pairs_and_pool,
    peer_meetings,
    office,
    happened,
    sound_dates,
    safeguarding,
    answered,
)


def _by_code(modules: tuple[ModuleType, ...]) -> Iterator[tuple[str, Check]]:
    told = set(MEANINGS)
    for module in modules:
        for check in vars(module).values():
            if not isinstance(check, Check):
                continue
            if check.code in told:
                raise ValueError(f"Two questions have the code {check.code}.")
            told.add(check.code)
            yield check.code, check


CHECKS: Mapping[str, Check] = MappingProxyType(dict(_by_code(_IN_ORDER)))
"""Every check by its code, in the order in which problems are listed."""


def run_checks(seen: Inspection, waiting: Waiting | None = None) -> list[Problem]:
    """Ask every question that applies in the school's nation and school year.

    ``waiting``: (sheet, heading) to the document kinds and rules that use that column; an error in one of
    its cells holds those back.
    """
    rules = rule_set(seen.nation, seen.today)
    return [
        problem
        for check in CHECKS.values()
        if rules.asks(check.code)
        for problem in check.problems(seen, waiting or {})
    ]


def meaning_of(code: str) -> Meaning | None:
    """What a code means, be it met while reading or found by a check; ``None`` for an unknown one."""
    if code in CHECKS:
        return CHECKS[code].meaning
    return MEANINGS.get(code)
