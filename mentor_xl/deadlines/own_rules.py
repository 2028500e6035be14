"""Which rules has a school made its own on the *Rules* sheet, and does what it typed make sense?

A row names a shipped rule by its name, slug or reference; a blank cell keeps what is shipped. What makes no
sense is left as it was shipped, and a check says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from mentor_xl.deadlines.rule import DeadlineRule, Strength
from mentor_xl.records import RuleOverride
from mentor_xl.vocabulary import Unit

LONGEST = 730
"""Days: no rule counts more than two years."""

_DAYS: Mapping[Unit, float] = MappingProxyType(
    {
        "calendar days": 1,
        "weeks": 7,
        "school days": 1.9,
        "working days": 1.4,
        "months": 30.4,
        "school weeks": 9.3,
        "half terms": 61,
        "terms": 122,
    }
)
"""How many days a unit comes to in a year's average: enough to compare two rules by."""
_NEVER_BACK = ("school weeks", "half terms", "terms")


def named(row: RuleOverride, rules: Iterable[DeadlineRule]) -> tuple[DeadlineRule, ...]:
    """The shipped rules that a row names: one by its name or slug, or all of a reference."""
    word = " ".join(row.rule.casefold().split())
    rules = tuple(rules)
    exact = tuple(rule for rule in rules if word in (rule.name.casefold(), rule.slug))
    return exact or tuple(rule for rule in rules if word == rule.reference.casefold())


def own_rules(rows: Iterable[RuleOverride], rules: Iterable[DeadlineRule]) -> Iterator[DeadlineRule]:
    """Each rule that a row changes, as changed; of two rows for one rule the lower one holds."""
    changed: dict[str, DeadlineRule] = {}
    rules = tuple(rules)
    for row in rows:
        for rule in named(row, rules):
            changed[rule.slug] = changed_by(row, rule)
    return iter(changed.values())


def changed_by(row: RuleOverride, rule: DeadlineRule) -> DeadlineRule:
    """A rule with what a row says in place of what is shipped."""
    amount, unit = rule.amount, rule.unit
    if row.within is not None and why_not(row, rule) is None:
        amount, unit = row.within, row.unit or rule.unit
    warn_within = row.warn_within if row.warn_within is not None and row.warn_within >= 0 else None
    return replace(
        rule,
        is_on=row.on is not False,
        amount=amount,
        unit=unit,
        strength=_strength(row, rule),
        warn_within=rule.warn_within if warn_within is None else warn_within,
        source=row.source or rule.source,
        check_locally=rule.check_locally and row.source is None,
    )


def _strength(row: RuleOverride, rule: DeadlineRule) -> Strength:
    if row.strength is None:
        return rule.strength
    return "hard" if row.strength == "Hard" else "soft"


def why_not(row: RuleOverride, rule: DeadlineRule) -> str | None:
    """Why *Within* and *Unit* of a row cannot be counted by; ``None`` where they can."""
    unit = row.unit or rule.unit
    if rule.unit == "fixed date":
        return "This rule takes its day from another sheet or from the law: nothing is counted."
    if unit == "fixed date":
        return "This rule counts; it has no fixed date."
    if rule.keeps_its_unit and unit != rule.unit:
        return f"This rule counts {rule.unit} only."
    if rule.direction == "before" and unit in _NEVER_BACK:
        return f"This rule counts back from a meeting; nobody gives notice in {unit}."
    if row.within is not None and not is_likely(row.within, unit):
        return f"The rule counts {row.within} {unit}."
    return None


def is_likely(amount: int, unit: Unit) -> bool:
    """Whether a rule can count so much: at least one, and two years at most."""
    return amount >= 1 and amount * _DAYS.get(unit, 1) <= LONGEST


def how_weakened(row: RuleOverride, rule: DeadlineRule) -> str | None:
    """How a row gives more time than the law does; ``None`` where it does not, or where no law is named."""
    if rule.strength != "hard":
        return None
    if row.on is False:
        return "switches off a rule that the law or an authority's clock sets"
    own = changed_by(row, rule)
    if own.strength == "soft":
        return "makes soft what the law or an authority's clock sets"
    days, shipped = (one.amount * _DAYS.get(one.unit, 0) for one in (own, rule))
    if (own.amount, own.unit) != (rule.amount, rule.unit) and (
        days < shipped if rule.direction == "before" else days > shipped
    ):
        return f"counts {own.amount} {own.unit} where {rule.amount} {rule.unit} are set"
    return None
