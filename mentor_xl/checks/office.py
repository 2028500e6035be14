"""Do the office's own sheets hold together: Training, Policies, Rules, Explanations?"""

from collections.abc import Iterator
from difflib import get_close_matches

from mentor_xl.casebook import SHEETS
from mentor_xl.checks.inspection import Inspection
from mentor_xl.checks.register import Finding, check
from mentor_xl.checks.rows import filled_alone, out_of_order
from mentor_xl.dates import short
from mentor_xl.deadlines import RULES
from mentor_xl.problems import Severity

LONGEST_RULE = 730
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


@check("rule-without-unit", Severity.ERROR)
def rule_without_unit(seen: Inspection) -> Iterator[Finding]:
    """Does every rule of the school's own say what it counts?

    Why: Six what? Until that is known the shipped rule holds.
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

    Why: A slip here moves the dates of every pupil.
    Do: Correct Within or Unit.
    Fires: Rules: Within=600
    Silent: Rules: Within=6
    """
    per_unit = {"months": 30, "weeks": 7, "school weeks": 7, "half terms": 45, "terms": 90}
    for rule in seen.casebook.rules:
        if rule.within is None or rule.unit is None or rule.unit == "fixed date":
            continue
        days = rule.within * per_unit.get(rule.unit, 1)
        if rule.within == 0 or days > LONGEST_RULE:
            yield Finding(rule, "within", f"The rule counts {rule.within} {rule.unit}.")


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
        if row.rule.casefold() not in known:
            near = get_close_matches(row.rule.casefold(), list(known), n=1, cutoff=0.75)
            hint = f" Did you mean {known[near[0]]}?" if near else ""
            yield Finding(row, "rule", f"There is no rule of this name.{hint}")


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
