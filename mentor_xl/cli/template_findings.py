"""How what was found in letter templates is shown: by template, what is alike together, what to do next."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from mentor_xl.cli.check import counted
from mentor_xl.cli.screen import say, state_word, table
from mentor_xl.problems import Severity
from mentor_xl.template_check import WHOLE_DOCUMENT, Finding, Looked

_MOST_PLACES = 8


def as_json(looked: Sequence[Looked], written: Sequence[Path]) -> dict[str, Any]:
    """What was found, for other programs."""
    return {
        "templates": [
            {
                "file": one.file.name,
                "kind": one.file.kind.slug if one.file.kind else None,
                "audiences": [audience.value for audience in one.file.audiences],
                "shipped": one.file.is_shipped,
                "findings": [finding.as_json() for finding in one.findings],
            }
            for one in looked
        ],
        "summary": {severity.value: count for severity, count in _counts(looked).items()},
        "written": [path.name for path in written],
    }


def _counts(looked: Sequence[Looked]) -> dict[Severity, int]:
    counts = dict.fromkeys(Severity, 0)
    for one in looked:
        for finding in one.findings:
            counts[finding.severity] += 1
    return counts


def show(looked: Sequence[Looked], written: Sequence[Path]) -> None:
    """What was found, for a person."""
    common = _said_of_several(looked)
    for one in looked:
        own = [finding for finding in one.findings if _said(finding) not in common]
        if own:
            say(f"{one.file.name}{_readers(one)}", bold=True)
            table(("", "where", "what, and what to do"), map(_row, _alike(own)))
            say()
    if common:
        say("In several", bold=True)
        rows = ((state_word("note"), f"{count} templates", what) for what, count in common.items())
        table(("", "where", "what, and what to do"), rows)
        say()
    _sum_up(looked, written)


def _readers(looked: Looked) -> str:
    them = ", ".join(audience.value for audience in looked.file.audiences)
    return f", to: {them}" if them else ""


def _said(finding: Finding) -> str:
    """What may be said once for many templates: a note about the document as a whole."""
    is_general = finding.spot == WHOLE_DOCUMENT and not finding.needs_a_look
    return f"{finding.what} {finding.fix}" if is_general else ""


def _said_of_several(looked: Sequence[Looked]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in looked:
        for finding in one.findings:
            said = _said(finding)
            if said:
                counts[said] = counts.get(said, 0) + 1
    return {said: count for said, count in counts.items() if count > 1}


def _alike(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """One sentence that holds at several places of a template is one entry."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.what), []).append(finding)
    yield from groups.values()


def _row(group: list[Finding]) -> tuple[str, str, str]:
    first = group[0]
    quoted = f"“{first.spot.excerpt}” " if first.spot.excerpt else ""
    return (
        state_word(first.severity.value),
        str(first.spot),
        f"{quoted}{first.what} {first.fix}{_also(group)}",
    )


def _also(group: list[Finding]) -> str:
    if len(group) == 1:
        return ""
    places = list(dict.fromkeys(str(one.spot) for one in group[1:]))
    more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    shown = "; ".join(places[:_MOST_PLACES])
    return f" Like it in: {shown}{more}." if places != [str(group[0].spot)] else ""


def _sum_up(looked: Sequence[Looked], written: Sequence[Path]) -> None:
    counts = _counts(looked)
    count = "1 template" if len(looked) == 1 else f"{len(looked)} templates"
    say(f"{count}: " + ", ".join(counted(severity, number) for severity, number in counts.items()))
    for path in written:
        say(f"Made {path}")
    if any(path.stem.partition("-annotated")[1] for path in written):
        say("Next: open it in Word and go through the comments. Delete them before it is used.")
    elif counts[Severity.ERROR]:
        say("Next: put the errors right in Word; no letter is made from such a template.")
    elif counts[Severity.QUERY]:
        say("Next: look at the queries.")
    elif written:
        say("Next: look at the copy in Word, and put it in the place of the template.")
    else:
        say("Nothing stands in the way.")
