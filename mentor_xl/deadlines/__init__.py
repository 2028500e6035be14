"""What is due for each pupil, by when, and why: the rules and the dates they make."""

import datetime as dt
from collections.abc import Iterable

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines.agreements import AGREEMENT_RULES
from mentor_xl.deadlines.diary import Diary
from mentor_xl.deadlines.looked_after import LOOKED_AFTER_RULES
from mentor_xl.deadlines.mentoring import MENTORING_RULES
from mentor_xl.deadlines.rule import STATES, About, DeadlineRule, Due, State, Strength
from mentor_xl.deadlines.send import SEND_RULES
from mentor_xl.school_calendar import SchoolCalendar

__all__ = [
    "RULES",
    "STATES",
    "About",
    "DeadlineRule",
    "Due",
    "State",
    "Strength",
    "due_dates",
    "rules_in_force",
]

RULES: tuple[DeadlineRule, ...] = (
    *MENTORING_RULES,
    *AGREEMENT_RULES,
    *SEND_RULES,
    *LOOKED_AFTER_RULES,
)
"""Every shipped rule, a theme after the other."""


def rules_in_force(
    calendar: SchoolCalendar, overrides: Iterable[DeadlineRule] = ()
) -> tuple[DeadlineRule, ...]:
    """The rules of the school's nation; a rule of the school's own replaces the shipped one of its slug."""
    own = {rule.slug: rule for rule in overrides}
    shipped = (own.pop(rule.slug, rule) for rule in RULES)
    return tuple(rule for rule in (*shipped, *own.values()) if calendar.nation in rule.nations)


def due_dates(
    casebook: Casebook,
    calendar: SchoolCalendar,
    today: dt.date,
    overrides: Iterable[DeadlineRule] = (),
) -> list[Due]:
    """Everything that is due, planned or done, the most urgent first.

    A pupil who has left is shown only what was done; one whose ID stands on two rows, nothing.
    """
    rules = rules_in_force(calendar, overrides)
    diary = Diary(casebook, calendar, today, rules)
    dues = (due for rule in rules for due in rule.find(rule, diary))
    return sorted(
        (due for due in dues if due.state == "held" or not diary.has_left(due.ref)),
        key=lambda due: due.urgency,
    )
