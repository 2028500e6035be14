"""Do the office's own sheets hold together: Training, Policies, Rules, Explanations?"""

from collections.abc import Iterator
from difflib import get_close_matches

from mentor_xl.casebook import SHEETS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import filled_alone, out_of_order
from mentor_xl.dates import short
from mentor_xl.deadlines import RULES, DeadlineRule
from mentor_xl.deadlines.own_rules import how_weakened, is_likely, named, why_not
from mentor_xl.problems import Severity
from mentor_xl.records import RuleOverride, Settings, StaffMember

_SHEET_NAMES = frozenset(record.sheet_name.casefold() for record in SHEETS.values())


@check("policy-past-review", Severity.QUERY)
def policy_past_review(seen: Inspection) -> Iterator[Finding]:
    """Was every policy reviewed in time?

    Why: Mentoring rests on them, and inspectors ask for the date.
    Do: Ask its owner; then fill in Reviewed on and the next Review by.
    Fires: Policies: Review by=2026-11-20
    Silent: Policies: Review by=2027-06-10
    """
    for policy in seen.casebook.policies:
        if policy.review_by is not None and policy.review_by < seen.today:
            yield Finding(policy, "review_by", f"It was to be reviewed by {short(policy.review_by)}.")


@check("policy-review-backwards", Severity.ERROR)
def policy_review_backwards(seen: Inspection) -> Iterator[Finding]:
    """Is the next review of every policy after the last one?

    Why: One of the two dates is wrong.
    Do: Correct Review by or Reviewed on.
    Fires: Policies: Reviewed on=2026-06-10, Review by=2026-05-10
    Silent: Policies: Reviewed on=2026-06-10, Review by=2027-06-10
    """
    message = "Review by, {later}, is before Reviewed on, {earlier}."
    return out_of_order(seen.casebook.policies, "reviewed_on", "review_by", message)


@check("rule-without-unit", Severity.QUERY)
def rule_without_unit(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own say what it counts?

    Why: Six what? Until Unit says so, it counts what the shipped rule counts.
    Do: Choose Unit.
    Fires: Rules: Within=6, Unit=
    Silent: Rules: Within=6, Unit=school weeks
    """
    return filled_alone(seen.casebook.rules, "within", "unit", "Within is filled, and Unit is blank.")


@check("rule-without-amount", Severity.ERROR)
def rule_without_amount(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own say how many it counts?

    Why: How many school weeks? Until that is known the shipped rule holds.
    Do: Fill in Within.
    Fires: Rules: Within=, Unit=school weeks
    Silent: Rules: Within=, Unit=
    """
    rules = (rule for rule in seen.casebook.rules if rule.unit != "fixed date")
    return filled_alone(rules, "unit", "within", "Unit is filled, and Within is blank.")


@check("rule-amount-unlikely", Severity.QUERY)
def rule_amount_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own count a time that makes sense?

    Why: A slip here would move the dates of every pupil; until it is put right, the shipped rule holds.
    Do: Correct Within or Unit: at least one, and two years at most.
    Fires: Rules: Within=600
    Silent: Rules: Within=6
    """
    for row, rule in _rules_changed(seen):
        unit = row.unit or rule.unit
        if row.within is not None and unit != "fixed date" and not is_likely(row.within, unit):
            yield Finding(row, "within", f"The rule counts {row.within} {unit}.")


@check("rule-unit-impossible", Severity.QUERY)
def rule_unit_impossible(seen: Inspection) -> Iterator[Finding]:
    """Can every rule of the school's own be counted in the unit that it names?

    Why: Notice is given in days or weeks, and a fixed date is not counted; the shipped rule holds.
    Do: Choose the unit that the shipped rule has, or clear Within and Unit.
    Fires: Rules: Rule=EHC plan review invitation, Within=2, Unit=school weeks, Strength=
    Silent: Rules: Rule=EHC plan review invitation, Within=3, Unit=weeks, Strength=
    """
    for row, rule in _rules_changed(seen):
        reason = why_not(row, rule)
        is_about_amount = row.within is not None and not is_likely(row.within, row.unit or rule.unit)
        if reason is not None and not is_about_amount and (row.within or row.unit):
            yield Finding(row, "unit", reason)


@check("rule-weakened", Severity.QUERY)
def rule_weakened(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own keep to the last day that the law or an authority sets?

    Why: A school may be stricter; a later day of its own moves no legal day, and only hides it.
    Do: Clear the row; or say on the Explanations sheet who agreed to it.
    Fires: Rules: Rule=Annual review of EHC plan, Within=14, Unit=months, Strength=
    Silent: Rules: Rule=Annual review of EHC plan, Within=11, Unit=months, Strength=
    """
    for row, rule in _rules_changed(seen):
        how = how_weakened(row, rule)
        if how is not None:
            attribute = "on" if row.on is False else "strength" if row.strength == "Soft" else "within"
            yield Finding(row, attribute, f"This row {how}.")


@check("rule-made-hard", Severity.QUERY)
def rule_made_hard(seen: Inspection) -> Iterator[Finding]:
    """Is every rule that a school calls hard set by law?

    Why: Its day is shown as the last day by law, to families too.
    Do: Choose Soft; or write under Source which law it is.
    Fires: Rules: Strength=Hard, Source=
    Silent: Rules: Strength=Hard, Source=Local authority protocol
    """
    for row, rule in _rules_changed(seen):
        if row.strength == "Hard" and rule.strength == "soft" and row.source is None:
            yield Finding(row, "strength", "Strength is Hard, and no law is named for this rule.")


@check("rule-unknown", Severity.QUERY)
def rule_unknown(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own replace one that there is?

    Why: A row under another name replaces nothing, and the shipped rule goes on.
    Do: Type the rule's name as the Due sheet shows it.
    Fires: Rules: Rule=Mentor review
    Silent: Rules: Rule=mentoring review
    """
    known = {word.casefold(): rule.name for rule in RULES for word in (rule.name, rule.slug)}
    for row in seen.casebook.rules:
        if not named(row, RULES):
            near = get_close_matches(row.rule.casefold(), list(known), n=1, cutoff=0.6)
            hint = f" Did you mean {known[near[0]]}?" if near else ""
            yield Finding(row, "rule", f"There is no rule of this name.{hint}")


def _rules_changed(seen: Inspection) -> Iterator[tuple[RuleOverride, DeadlineRule]]:
    """Each row with the shipped rule that it names; with the first where it names several."""
    for row in seen.casebook.rules:
        for rule in named(row, RULES)[:1]:
            yield row, rule


@check("explained-sheet-unknown", Severity.QUERY)
def explained_sheet_unknown(seen: Inspection) -> Iterator[Finding]:
    """Does every explanation name a sheet that there is?

    Why: An answer to a question that nobody asked silences nothing.
    Do: Type the sheet's name as the Problems sheet shows it.
    Fires: Explanations also: Check=upn-missing, Sheet=Pupil list, Row key=004511, Explanation=Asked, By=DWH
    Silent: Explanations also: Check=upn-missing, Sheet=Pupils, Row key=004511, Explanation=Asked, By=DWH
    """
    for explanation in seen.casebook.explanations:
        sheet = (explanation.sheet or "").strip().casefold()
        if sheet and sheet not in _SHEET_NAMES:
            yield Finding(explanation, "sheet", "There is no sheet of this name.")


@check("trained-after-leaving", Severity.QUERY)
def trained_after_leaving(seen: Inspection) -> Iterator[Finding]:
    """Was everybody who was trained still at the school?

    Why: The training is somebody else's, or a date is wrong.
    Do: Correct Date or Staff code; or Left on, on Staff.
    Fires: Staff: Left on=2026-10-23
    Silent: Staff: Left on=2026-12-18
    """
    for training in seen.casebook.training:
        member = seen.casebook.staff_member(training.staff_code)
        left = member.left_on if member else None
        if training.date is not None and left is not None and left < training.date:
            yield Finding(training, "date", f"This member of staff left on {short(left)}.")


@check("training-hours-unlikely", Severity.QUERY)
def training_hours_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is every training shorter than a working week?

    Why: Minutes are easily typed for hours, and the hours are added up.
    Do: Correct Hours.
    Fires: Training: Hours=75
    Silent: Training: Hours=6
    """
    for training in seen.casebook.training:
        if training.hours is not None and training.hours > 40:
            yield Finding(training, "hours", f"Hours is {training.hours:g}, more than a working week.")


@check("warning-unlikely", Severity.QUERY)
def warning_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own warn within a term?

    Why: With hundreds of days a date is due soon all year, and nobody looks any more.
    Do: Correct Warn within: school days before the day to act.
    Fires: Rules: Warn within=300
    Silent: Rules: Warn within=10
    """
    for rule in seen.casebook.rules:
        if rule.warn_within is not None and rule.warn_within > 100:
            yield Finding(rule, "warn_within", f"Warn within is {rule.warn_within} school days.")


@check("cost-unlikely", Severity.QUERY)
def cost_unlikely(seen: Inspection) -> Iterator[Finding]:
    """Is the cost of an hour one that a school can pay?

    Why: Pence for pounds, or a month's pay, makes every report on cost wrong.
    Do: Type the cost of one hour in pounds.
    Fires: Settings: Hourly cost=1650
    Silent: Settings: Hourly cost=16.5
    """
    records: tuple[Settings | StaffMember, ...] = (seen.casebook.settings, *seen.casebook.staff)
    for record in records:
        if record.hourly_cost is not None and record.hourly_cost > 150:
            yield Finding(record, "hourly_cost", f"An hour costs £{record.hourly_cost:g}.")
