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
from mentor_xl.template_check import CANNOT_BE_USED, NOT_WORD, QUESTIONS, TemplateField, fields_of_kind
from mentor_xl.template_check.register import Question
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
    lines += ["", "## Letters and reports of a usual run", *_kinds(on_request=False)]
    lines += ["", "## Letters and reports that are made on request", ""]
    lines += ["Ask for them by name: `--letters KIND`. With `--pupil ID` too, the moment need not have come."]
    lines += _kinds(on_request=True)
    return "\n".join([*lines, ""])


def _kinds(*, on_request: bool) -> Iterator[str]:
    yield from ("", "| Kind | To | Made when |", "| --- | --- | --- |")
    for kind in kinds().values():
        if kind.is_on_request is on_request:
            to = ", ".join(audience.value for audience in kind.audiences)
            yield f"| `{kind.slug}` {kind.title} | {to} | {kind.when} |"


def _rule(rule: DeadlineRule) -> str:
    count = amount_in_words(rule)
    local = " (check locally)" if rule.check_locally else ""
    nations = "all" if len(rule.nations) == 4 else ", ".join(rule.nations)
    return f"| {rule.name} `{rule.slug}` | {count}{local} | {rule.strength} | {nations} | {rule.source} |"


MADE = "<!-- made from the code: python docs/_make.py -->"


def templates() -> str:
    """The guide to templates: what stands above the mark is written by hand."""
    by_hand = (FOLDER / "templates.md").read_text(encoding="utf-8").partition(MADE)[0]
    return "\n".join([f"{by_hand}{MADE}", "", *_template_questions(), ""])


def template_fields() -> str:
    """Every field that each kind of letter can print."""
    opening = "`mentor-xl templates fields KIND` shows the same for one kind. How to write them in a template: "
    return "\n".join(["# What letters can print", "", f"{opening}[Letters of your own](templates.md).", "", *_template_fields(), ""])


def _template_questions() -> Iterator[str]:
    yield "## What is checked"
    yield ""
    yield "`mentor-xl explain CODE` shows an example of each."
    yield ""
    yield "| Code | | Asks | What to do |"
    yield "| --- | --- | --- | --- |"
    for one in (*QUESTIONS.values(), NOT_WORD, CANNOT_BE_USED):
        do = one.do if isinstance(one, Question) else one.fix
        do = do.replace("{", "&#123;").replace("|", "&#124;")
        yield f"| `{one.code}` | {one.severity.value} | {one.question} | {do} |"


Listed = dict[str, TemplateField]


def _template_fields() -> Iterator[str]:
    """What every letter has, what it has of the pupil, and what each kind has besides."""
    assert REGISTERED
    editions: dict[str, dict[Audience, Listed]] = {}
    for kind in kinds().values():
        them = {to: {field.path: field for field in fields_of_kind(kind, to)} for to in kind.audiences}
        editions[kind.slug] = them
    letters = [listed for them in editions.values() for listed in them.values() if "pupil.known_as" in listed]
    common = {path: field for path, field in letters[0].items() if all(path in one for one in letters)}
    yield "## Fields of every letter about a pupil"
    yield ""
    yield from _field_table({path: one for path, one in common.items() if not path.startswith("pupil.")})
    yield ""
    yield "## Fields of the pupil"
    yield ""
    yield from _pupils_fields(editions)
    for slug, them in editions.items():
        yield ""
        yield f"## Fields of `{slug}` besides"
        yield from _besides(them, common)


def _besides(them: dict[Audience, Listed], common: Listed) -> Iterator[str]:
    """One table for editions that have the same fields."""
    own = {
        to: {path: one for path, one in listed.items() if path not in common and not path.startswith("pupil.")}
        for to, listed in them.items()
    }
    for listed in [listed for number, listed in enumerate(own.values()) if listed not in list(own.values())[:number]]:
        readers = ", ".join(to.value for to, theirs in own.items() if theirs == listed)
        yield ""
        yield f"To: {readers}" if listed else f"To: {readers}. None."
        if listed:
            yield ""
            yield from _field_table(listed)


def _field_table(listed: Listed) -> Iterator[str]:
    yield "| Field | What it says | For example |"
    yield "| --- | --- | --- |"
    for path, field in listed.items():
        more = " A list." if field.is_list else ""
        more += " May be blank." if field.may_be_blank else ""
        yield f"| `{path}` | {field.description}{more} | {field.example} |"


def _pupils_fields(editions: dict[str, dict[Audience, Listed]]) -> Iterator[str]:
    told: dict[str, tuple[TemplateField, list[str]]] = {}
    for them in editions.values():
        for to, listed in them.items():
            for path, field in listed.items():
                if path.startswith("pupil."):
                    readers = told.setdefault(path, (field, []))[1]
                    readers += [] if to.value in readers else [to.value]
    order = [audience.value for audience in Audience]
    yield "| Field | What it says | For example | In letters to |"
    yield "| --- | --- | --- | --- |"
    for path, (field, readers) in told.items():
        who = ", ".join(sorted(readers, key=order.index))
        yield f"| `{path}` | {field.description} | {field.example} | {who} |"


def _plain(page: Callable[[], str]) -> Callable[[], str]:
    return lambda: for_readers(page())


PAGES = {
    "checks.md": _plain(checks),
    "workbook.md": _plain(workbook),
    "dates_and_letters.md": _plain(dates_and_letters),
    "templates.md": _plain(templates),
    "template_fields.md": _plain(template_fields),
}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
