"""Writes the pages of this folder that are made from the code: `python docs/_make.py`.

A test compares the pages with what is made, so that they cannot drift.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from mentor_xl.audience import MATRIX, Audience, Group
from mentor_xl.casebook import SHEETS
from mentor_xl.catalogue import MEANINGS, Meaning
from mentor_xl.checks import CHECKS
from mentor_xl.deadlines import RULES, DeadlineRule
from mentor_xl.deadlines.not_computed import NOT_COMPUTED
from mentor_xl.documents import kinds
from mentor_xl.examine import REGISTERED
from mentor_xl.explanations import amount_in_words, for_readers
from mentor_xl.records import Column, columns_of
from mentor_xl.vocabulary import GROWING, LISTS

FOLDER = Path(__file__).resolve().parent


def checks() -> str:
    """Every code a problem can carry."""
    return "\n".join(
        [
            "# What is checked",
            "",
            f"{len(CHECKS) + len(MEANINGS)} questions are asked of a workbook. An **error** is certainly wrong and "
            "holds back what depends on the cell. A **query** is unlikely or unwise: correct it, or answer it once "
            "on the Explanations sheet. A **note** tells how something was understood.",
            "",
            "`mentor-xl explain CODE` prints one entry. In an example, `Sheet: Heading=Value` is a row laid over a "
            "sound workbook: *fires* shows the problem, *silent* shows none.",
            "",
            "## While reading",
            *(line for meaning in MEANINGS.values() for line in _meaning(meaning)),
            "",
            "## Looking further",
            *_checks(),
            "",
        ]
    )


def _meaning(meaning: Meaning) -> Iterator[str]:
    yield ""
    yield f"### {meaning.code} ({meaning.severity.value})"
    yield f"{meaning.question} {meaning.why}"
    fix = meaning.fix.replace("{", "*").replace("}", "*")
    yield f"*Do:* {fix}"


def _checks() -> Iterator[str]:
    for check in CHECKS.values():
        yield ""
        yield f"### {check.code} ({check.severity.value})"
        yield f"{check.question} {check.why}"
        yield ""
        yield f"*Do:* {check.do}"
        yield ""
        yield from (f"- fires: `{row}`" for row in check.fires)
        yield from (f"- silent: `{row}`" for row in check.silent)


def workbook() -> str:
    """Every sheet and column."""
    lines = [
        "# The caseload workbook",
        "",
        "Headings may stand in any order, in capitals or not, with stray spaces, and under the other names given. "
        "**•** must be filled. *Group* is the privacy group: who may be told is in the table at the end.",
    ]
    for record in SHEETS.values():
        lines += ["", f"## {record.sheet_name}", " ".join((record.__doc__ or "").split()), ""]
        lines += ["| Heading | Holds | Group | What to type | Also called |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(column) for column in columns_of(record)]
    lines += ["", "## Lists", "A school may add values of its own to the lists marked +.", ""]
    lines += [f"- **{name}**{' +' if name in GROWING else ''}: {', '.join(v)}" for name, v in LISTS.items()]
    lines += ["", *_matrix(), ""]
    return "\n".join(lines)


def _row(column: Column) -> str:
    must = " •" if column.must else ""
    also = ", ".join(column.aliases)
    return f"| {column.heading}{must} | {column.kind} | {column.group.value} | {column.description} | {also} |"


def _matrix() -> Iterator[str]:
    yield "## Who may be told what"
    yield "Y the field itself · S only a summary · F one fixed sentence · - nothing"
    yield ""
    yield "| | " + " | ".join(audience.value for audience in Audience) + " |"
    yield "| --- " * (len(Audience) + 1) + "|"
    for group in Group:
        cells = " | ".join(MATRIX[audience, group].value for audience in Audience)
        yield f"| {group.value} | {cells} |"


def dates_and_letters() -> str:
    """Every rule and every kind of letter."""
    assert REGISTERED
    lines = ["# Review dates and letters", "", "## Rules", ""]
    lines += ["| Rule | Counts | Strength | Nations | Source |", "| --- | --- | --- | --- | --- |"]
    lines += [_rule(rule) for rule in RULES]
    lines += ["", "## Not computed", "These dates have no anchor in the workbook: no date is kept, and none is guessed.", ""]
    lines += [f"- {rule.name} ({rule.reference}): {rule.why}." for rule in NOT_COMPUTED]
    lines += ["", "## Letters and reports", "", "| Kind | To | Made when |", "| --- | --- | --- |"]
    for kind in kinds().values():
        to = ", ".join(audience.value for audience in kind.audiences)
        lines.append(f"| `{kind.slug}` {kind.title} | {to} | {kind.when} |")
    return "\n".join([*lines, ""])


def _rule(rule: DeadlineRule) -> str:
    count = amount_in_words(rule)
    local = " (check locally)" if rule.check_locally else ""
    nations = "all" if len(rule.nations) == 4 else ", ".join(rule.nations)
    return f"| {rule.name} `{rule.slug}` | {count}{local} | {rule.strength} | {nations} | {rule.source} |"


def _plain(page: Callable[[], str]) -> Callable[[], str]:
    return lambda: for_readers(page())


PAGES = {
    "checks.md": _plain(checks),
    "workbook.md": _plain(workbook),
    "dates_and_letters.md": _plain(dates_and_letters),
}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
