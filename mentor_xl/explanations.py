"""Every word that Mentor XL uses and can explain: codes of problems, rules, states, kinds of letters."""

import re
from collections.abc import Mapping

from mentor_xl.catalogue import MEANINGS
from mentor_xl.checks import CHECKS
from mentor_xl.deadlines import RULES, DeadlineRule
from mentor_xl.documents import Kind, kinds
from mentor_xl.examine import REGISTERED

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


def _explanations() -> dict[str, tuple[str, ...]]:
    assert REGISTERED  # noqa: S101 - the kinds of letters are registered by then
    found: dict[str, tuple[str, ...]] = {}
    for meaning in MEANINGS.values():
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
            *(f"Fires: {row}" for row in check.fires),
            *(f"Silent: {row}" for row in check.silent),
        )
    for rule in RULES:
        for word in (rule.slug, rule.reference.casefold(), rule.name.casefold()):
            found.setdefault(word, _rule(rule))
    for kind in kinds().values():
        found[kind.slug] = _kind(kind)
    return found | {state: (f"{state} (state of a date)", words) for state, words in _STATES.items()}


def _rule(rule: DeadlineRule) -> tuple[str, ...]:
    count = f"{rule.amount} {rule.unit} {rule.direction}" if rule.amount else rule.unit
    local = " Check it locally: it is a default, not law." if rule.check_locally else ""
    uses = ", ".join(f"{sheet} {heading}" for sheet, heading in rule.uses)
    return (
        f"{rule.name} ({rule.slug}, {rule.reference})",
        f"Counts: {count}, {rule.strength}.{local}",
        f"Source: {rule.source}",
        f"Nations: {', '.join(rule.nations)}",
        f"Counted from: {uses}",
    )


def _kind(kind: Kind) -> tuple[str, ...]:
    to = ", ".join(audience.value for audience in kind.audiences)
    gate = "only with valid consent to mentoring" if kind.needs_consent else "without consent to mentoring"
    return (f"{kind.title} ({kind.slug})", f"To: {to}", f"Made when {kind.when}; {gate}.")
