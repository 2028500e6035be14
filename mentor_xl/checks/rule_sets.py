"""Which questions are asked in which nation, and from which school year on: a table, so that law can change.

A set holds from its school year until a later one of the same nation takes its place. England 2026-27 asks
everything but Scotland's years; the other nations leave out what their law and their codes do not know
(reference 2.7, 3 and 4).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from mentor_xl.vocabulary import Nation

_SEN_CODES = (
    "sen-type-missing", "sen-type-without-need", "not-assessed-with-plan", "sen-types-alike",
    "second-type-alone", "plan-without-status", "sen-status-missing", "premium-of-looked-after",
)  # fmt: skip
"""N, K and E with their types of need are England's school census (reference 3.2)."""

_UPNS = ("upn-missing", "upn-shape", "upn-check-letter", "upn-lower-case", "upn-shared")
"""England and Wales number pupils alike; Scotland and Northern Ireland do not (reference 2.7, 3.1)."""

_YEAR_GROUPS = ("year-group-differs", "age-unlike-phase")
"""Years counted from 1 September, Reception first (reference 3.3)."""

_SCOTTISH_YEARS = ("scottish-year-differs",)
"""P1 to P7 and S1 to S6, by the intake of August."""

_SUSPENSIONS = ("suspended-too-long", "too-many-reasons", "reason-unknown", "suspension-without-reason")
"""England's law and census codes on suspension (reference 2.3, 3.5)."""

_SCHOOL_NUMBERS = ("laestab-shape",)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """What one nation leaves out, from one school year on."""

    nation: Nation
    from_year: int
    """The year in which the school year begins: 2026 is 2026-27."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Code to the reason why it is not asked."""

    @property
    def name(self) -> str:
        """``England 2026-27``."""
        return f"{self.nation} {self.from_year}-{(self.from_year + 1) % 100:02}"

    def asks(self, code: str) -> bool:
        """Whether a question is asked under this set."""
        return code not in self.left_out


def _left_out(*themes: tuple[tuple[str, ...], str]) -> Mapping[str, str]:
    return MappingProxyType({code: why for codes, why in themes for code in codes})


_NO_SEN_CODES = (_SEN_CODES, "N, K and E are England's codes")
_NO_UPNS = (_UPNS, "pupils have no unique pupil number here")
_OTHER_YEARS = (_YEAR_GROUPS, "year groups are counted in another way here")
_NOT_SCOTLANDS = (_SCOTTISH_YEARS, "P1 to S6 are Scotland's years")
_OTHER_LAW = (_SUSPENSIONS, "suspension has another law here")
_OTHER_NUMBERS = (_SCHOOL_NUMBERS, "schools are numbered in another way here")

RULE_SETS: tuple[RuleSet, ...] = (
    RuleSet("England", 2026, _left_out(_NOT_SCOTLANDS)),
    RuleSet("Wales", 2026, _left_out(_NO_SEN_CODES, _OTHER_LAW, _NOT_SCOTLANDS)),
    RuleSet("Scotland", 2026, _left_out(_NO_SEN_CODES, _NO_UPNS, _OTHER_YEARS, _OTHER_LAW, _OTHER_NUMBERS)),
    RuleSet(
        "Northern Ireland",
        2026,
        _left_out(_NO_SEN_CODES, _NO_UPNS, _OTHER_YEARS, _OTHER_LAW, _OTHER_NUMBERS, _NOT_SCOTLANDS),
    ),
)
"""Every set, in the order of nation and year."""

_FIRST_MONTH: Mapping[Nation, int] = {"Scotland": 8}
"""School years begin in September, in Scotland in August (reference 2.7)."""


def rule_set(nation: Nation, today: dt.date) -> RuleSet:
    """The set in force: the latest of the nation that has begun; before the first of all, the first."""
    year = today.year - (today.month < _FIRST_MONTH.get(nation, 9))
    of_nation = sorted((s for s in RULE_SETS if s.nation == nation), key=lambda one: one.from_year)
    begun = [one for one in of_nation if one.from_year <= year]
    return begun[-1] if begun else of_nation[0]
