"""Which fields of a template does a workbook never fill?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mentor_xl.documents import Context
from mentor_xl.problems import Severity
from mentor_xl.pupil_view import NotReleased, OwnColumns, PupilView
from mentor_xl.template_check.findings import WHOLE_DOCUMENT, Finding, Spot
from mentor_xl.template_check.layout import Layout
from mentor_xl.template_check.names import TemplateFile
from mentor_xl.template_check.register import Draft
from mentor_xl.word.paths import ELEMENT, Path, dotted

NEVER_FILLED = "never-filled"
NO_LETTER = "no-letter-asked-for"


def never_filled(file: TemplateFile, source: bytes, contexts: Iterable[Context]) -> Iterator[Finding]:
    """The fields that stand in a template and are empty in every letter of a workbook. Notes, no values.

    ``contexts``: what each letter of this template would print.
    """
    every = tuple(contexts)
    if not every:
        what = "This workbook has no pupil for whom this letter could be made: its fields were not looked at."
        yield Finding(NO_LETTER, Severity.NOTE, file.name, WHOLE_DOCUMENT, what, "Nothing to do.")
        return
    draft = Draft(file.name, source, Layout.of(source), file.kind, file.audiences)
    spots: dict[Path, Spot] = {}
    for read in draft.reads:
        spots.setdefault(read.path, read.tag.paragraph.spot)
    empty = [path for path in spots if not any(_is_filled(context, path) for context in every)]
    for path in empty:
        if not any(path[: len(above)] == above != path for above in empty):
            what = f"{dotted(path)} is empty in every letter of this workbook."
            fix = "See whether its column is filled, and whether the letter reads well without it."
            yield Finding(NEVER_FILLED, Severity.NOTE, file.name, spots[path], what, fix)


def _is_filled(value: object, path: Path) -> bool:
    """Whether something stands at the end of a path. A yes or no is always an answer."""
    if not path:
        return value is not None and value not in ("", (), [])
    first, rest = path[0], path[1:]
    if first == ELEMENT:
        return isinstance(value, tuple | list) and any(_is_filled(one, rest) for one in value)
    try:
        if isinstance(value, OwnColumns):
            return _is_filled(value.get(first), rest)
        inner = getattr(value, first, "") if isinstance(value, Context | PupilView) else ""
    except NotReleased:
        return False
    return _is_filled(inner, rest)
