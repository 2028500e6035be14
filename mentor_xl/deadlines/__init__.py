"""What is due for each pupil, by when, and why: the rules and the dates they make."""

import datetime as dt
from collections.abc import Iterable

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines.agreements import AGREEMENT_RULES
from mentor_xl.deadlines.assessments import ASSESSMENT_RULES
from mentor_xl.deadlines.care_reviews import CARE_REVIEW_RULES
from mentor_xl.deadlines.conference_reports import CONFERENCE_REPORT_RULES
from mentor_xl.deadlines.diary import Diary
from mentor_xl.deadlines.exclusions import EXCLUSION_RULES
from mentor_xl.deadlines.family_help import FAMILY_HELP_RULES
from mentor_xl.deadlines.looked_after import LOOKED_AFTER_RULES
from mentor_xl.deadlines.measures import MEASURE_RULES
from mentor_xl.deadlines.mentoring import MENTORING_RULES
from mentor_xl.deadlines.not_computed import NOT_COMPUTED, NotComputed
from mentor_xl.deadlines.own_rules import own_rules
from mentor_xl.deadlines.placements import PLACEMENT_RULES
from mentor_xl.deadlines.plan_stages import PLAN_STAGE_RULES
from mentor_xl.deadlines.protection import PROTECTION_RULES
from mentor_xl.deadlines.rule import STATES, About, DeadlineRule, Due, State, Strength
from mentor_xl.deadlines.send import SEND_RULES
from mentor_xl.deadlines.support_plans import SUPPORT_RULES
from mentor_xl.records import RuleOverride
from mentor_xl.school_calendar import SchoolCalendar

__all__ = [
    "NOT_COMPUTED",
    "RULES",
    "STATES",
    "About",
    "DeadlineRule",
    "Due",
    "NotComputed",
    "State",
    "Strength",
    "due_dates",
    "overrides_from",
    "rules_in_force",
]

RULES: tuple[DeadlineRule, ...] = (
    *MENTORING_RULES,
    *AGREEMENT_RULES,
    *MEASURE_RULES,
    *SEND_RULES,
    *PLAN_STAGE_RULES,
    *ASSESSMENT_RULES,
    *SUPPORT_RULES,
    *LOOKED_AFTER_RULES,
    *CARE_REVIEW_RULES,
    *PROTECTION_RULES,
    *CONFERENCE_REPORT_RULES,
    *FAMILY_HELP_RULES,
    *EXCLUSION_RULES,
    *PLACEMENT_RULES,
)
"""Every shipped rule, a theme after the other."""


def overrides_from(rows: Iterable[RuleOverride]) -> tuple[DeadlineRule, ...]:
    """The rules that a school's *Rules* sheet changes, as changed; one that is off has ``is_on`` false."""
    return tuple(own_rules(rows, RULES))


def rules_in_force(
    calendar: SchoolCalendar, overrides: Iterable[DeadlineRule] = ()
) -> tuple[DeadlineRule, ...]:
    """The rules of the school's nation; a rule of the school's own replaces the shipped one of its slug.

    Without those that the school has switched off.
    """
    return tuple(rule for rule in _all_rules(calendar, overrides) if rule.is_on)


def _all_rules(calendar: SchoolCalendar, overrides: Iterable[DeadlineRule]) -> tuple[DeadlineRule, ...]:
    own = {rule.slug: rule for rule in overrides}
    shipped = (own.pop(rule.slug, rule) for rule in RULES)
    return tuple(rule for rule in (*shipped, *own.values()) if calendar.nation in rule.nations)


def due_dates(
    casebook: Casebook,
    calendar: SchoolCalendar,
    today: dt.date,
    overrides: Iterable[DeadlineRule] | None = None,
) -> list[Due]:
    """Everything that is due, planned or done, the most urgent first.

    ``overrides``: the school's own rules; those of its *Rules* sheet where none are given. A pupil who has
    left is shown only what was done; one whose ID stands on two rows, nothing.
    """
    own = overrides_from(casebook.rules) if overrides is None else overrides
    rules = _all_rules(calendar, own)
    diary = Diary(casebook, calendar, today, rules)
    dues = (due for rule in rules if rule.is_on for due in rule.find(rule, diary))
    return sorted(
        (due for due in dues if due.state == "held" or not diary.has_left(due.ref)),
        key=lambda due: due.urgency,
    )
