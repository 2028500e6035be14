"""Every word that Mentor XL uses and can explain: codes of problems, rules, states, kinds of letters."""

import inspect
import re
from collections.abc import Iterator, Mapping

from mentor_xl.catalogue import MEANINGS
from mentor_xl.checks import CHECKS, RULE_SETS
from mentor_xl.deadlines import RULES, DeadlineRule
from mentor_xl.deadlines.not_computed import NOT_COMPUTED
from mentor_xl.deadlines.rule import EVERY_NATION
from mentor_xl.documents import Kind, kinds
from mentor_xl.examine import REGISTERED
from mentor_xl.safety import MEANINGS as SAFETY
from mentor_xl.template_check import CANNOT_BE_USED, NOT_WORD, QUESTIONS

_STATES = {
    "held": "Done. Only the latest is shown.",
    "overdue": "The last day that counts has passed: for a hard date the legal day, for a soft one the date.",
    "act now": "The last school day to act on has passed; the legal last day has not.",
    "due soon": "The day to act by is today, has just come near, or is within the school's own warning time.",
    "planned": "There is time.",
    "needs calendar": "The Calendar sheet does not reach that far. Nothing is guessed.",
    "needs a date": "The date it counts from is missing or wrong; a query or an error says which cell.",
    "chase": "The clock is somebody else's, and it has run out: ask them.",
}


_OUR_OWN_NOTES = re.compile(r" \((reference|decisions),? [^)]*\)")


def for_readers(text: str) -> str:
    """A sentence without the pointers into the makers' own notes, which a school does not have."""
    return _OUR_OWN_NOTES.sub("", text)


def explanations() -> Mapping[str, tuple[str, ...]]:
    """Each word, folded, to the lines that explain it."""
    found = _explanations()
    return {word: tuple(map(for_readers, lines)) for word, lines in found.items()}


def _left_out_in(code: str) -> Iterator[str]:
    """Where a question is not asked, and why."""
    for rules in RULE_SETS:
        if not rules.asks(code):
            yield f"Not asked in {rules.name}: {rules.left_out[code]}."


def _explanations() -> dict[str, tuple[str, ...]]:
    assert REGISTERED  # noqa: S101 - the kinds of letters are registered by then
    found: dict[str, tuple[str, ...]] = {}
    for meaning in (*MEANINGS.values(), NOT_WORD, CANNOT_BE_USED, *SAFETY.values()):
        found[meaning.code] = (
            f"{meaning.code} ({meaning.severity.value})",
            f"Asks: {meaning.question}",
            f"Why: {meaning.why}",
            f"Do: {meaning.fix}",
        )
    for check in CHECKS.values():
        found[check.code] = (
            f"{check.code} ({check.severity.value})",
            f"Asks: {check.question}",
            f"Why: {check.why}",
            f"Do: {check.do}",
            *_left_out_in(check.code),
            *(f"Fires: {row}" for row in check.fires),
            *(f"Silent: {row}" for row in check.silent),
        )
    for asked in QUESTIONS.values():
        found[asked.code] = (
            f"{asked.code} ({asked.severity.value}, of a letter template)",
            f"Asks: {asked.question}",
            f"Why: {asked.why}",
            f"Do: {asked.do}",
            *(f"Fires: {sketch}" for sketch in asked.fires),
            *(f"Silent: {sketch}" for sketch in asked.silent),
        )
    for rule in RULES:
        for word in (rule.slug, rule.reference.casefold(), rule.name.casefold()):
            found.setdefault(word, _rule(rule))
    for missing in NOT_COMPUTED:
        lines = (f"{missing.name} ({missing.reference})", f"Not computed: {missing.why}.")
        found.setdefault(missing.reference.casefold(), lines)
    for kind in kinds().values():
        found[kind.slug] = _kind(kind)
    return found | {state: (f"{state} (state of a date)", words) for state, words in _STATES.items()}


def _rule(rule: DeadlineRule) -> tuple[str, ...]:
    lines = (
        f"{rule.name} ({rule.slug}, {rule.reference})",
        f"By when: {amount_in_words(rule)}",
        f"How: {_how(rule)}" if _how(rule) else "",
        f"Strength: {_STRENGTHS[rule.strength]}",
        f"Source: {rule.source}",
        "Check locally: this is a default, not law. Ask your authority." if rule.check_locally else "",
        "Whose clock: the authority's; the school can only chase." if rule.is_authority_clock else "",
        f"Nations: {_nations(rule)}",
        f"Counted from: {'; '.join(_columns(rule))}",
        f"Done: {_done_by(rule)}",
    )
    return tuple(line for line in lines if line)


_STRENGTHS: Mapping[str, str] = {
    "hard": "hard. It has a last legal day; act by the last school day on or before it.",
    "soft": "soft. A date to aim at; it moves to the nearest school day.",
}


def _how(rule: DeadlineRule) -> str:
    """What the rule looks for, in one sentence."""
    return (inspect.getdoc(rule.find) or "").partition("\n")[0]


def amount_in_words(rule: DeadlineRule) -> str:
    """``6 school weeks after the date it is counted from``."""
    if rule.unit == "fixed date":
        return "the date itself, as it is given; nothing is counted"
    unit = rule.unit.removesuffix("s") if rule.amount == 1 else rule.unit
    amount = f"{rule.amount} {unit} {rule.direction} the date it is counted from"
    return f"not before {amount}" if rule.is_not_before else amount


def _nations(rule: DeadlineRule) -> str:
    return "all four" if set(rule.nations) == set(EVERY_NATION) else " and ".join(rule.nations)


def _columns(rule: DeadlineRule) -> Iterator[str]:
    """``Cases: Status, Started on``: a sheet once, with its columns."""
    sheets: dict[str, list[str]] = {}
    for sheet, heading in rule.uses:
        sheets.setdefault(sheet, []).append(heading)
    return (f"{sheet}: {', '.join(headings)}" for sheet, headings in sheets.items())


_WAYS_TO_BE_DONE = {
    "target-review": "the target's Status is no longer Open, or its Review by is a later day.",
    "consent-review": "the consent has a later Review by, or is withdrawn or no longer used.",
    "agency-chase": "Acknowledged on or Closed on is filled, or Outcome is another than Waiting.",
    "social-care-chase": "Acknowledged on or Closed on is filled, or Outcome is another than Waiting.",
    "waiting-contact": "the referral's Decision is another than Waiting.",
    "measure-again": "the measure is taken again: a later row on Measures.",
    "ehcp-decision": "no sheet holds the authority's answer: the date is let go some weeks after.",
    "part-time-end": "Part-time timetable on Pupils is no longer Yes.",
    "pep-start": "a “Personal education plan” is booked or held since then: a row on Reviews.",
}


def _done_by(rule: DeadlineRule) -> str:
    """What in the workbook closes a date of this rule."""
    if rule.slug in _WAYS_TO_BE_DONE:
        return _WAYS_TO_BE_DONE[rule.slug]
    if rule.review is None:
        whose = "the authority's answer" if rule.is_authority_clock else "that it was done"
        return f"no sheet holds {whose}: the date is let go some time after it has passed."
    headings = {heading for sheet, heading in rule.uses if sheet == "Reviews"}
    filled = next((one for one in ("Invited on", "Report sent on") if one in headings), "Held on")
    return f"a row “{rule.review}” on Reviews has its {filled} filled."


def _kind(kind: Kind) -> tuple[str, ...]:
    to = ", ".join(audience.value for audience in kind.audiences)
    gate = "only with valid consent to mentoring" if kind.needs_consent else "without consent to mentoring"
    return (f"{kind.title} ({kind.slug})", f"To: {to}", f"Made when {kind.when}; {gate}.")
