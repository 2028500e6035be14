"""One letter: the values of a context put into a compiled template, as the bytes of a .docx file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from jinja2.exceptions import SecurityError

from mentor_xl.errors import MentorError
from mentor_xl.word.breaks import has_break, with_breaks
from mentor_xl.word.drawings import Drawings, NeedsDocxtpl
from mentor_xl.word.faults import Reason, RenderError, TemplatePlace
from mentor_xl.word.grids import grids_are_right
from mentor_xl.word.limits import Endless
from mentor_xl.word.package import NOTHING
from mentor_xl.word.paths import Path, dotted
from mentor_xl.word.printing import Stumble, given_to_jinja
from mentor_xl.word.template import RunnablePart, Template
from mentor_xl.word.weaving import woven

Renderer = Literal["mentor_xl", "docxtpl"]

_FIRST_DRAWING = 1001
_DRAWING_ID = re.compile(rb'(<wp:docPr\b[^>]*?\sid=")[^"]*(")')


@dataclass(frozen=True)
class Rendered:
    """A letter's file, and who made it: docxtpl itself where a whole document is inserted."""

    data: bytes
    rendered_by: Renderer


class RenderedPart(NamedTuple):
    """A part's XML, and its deflate stream where that could be woven."""

    data: bytes
    deflated: bytes | None


def render(
    template: Template, context: Mapping[str, object], *, replaced: Mapping[str, bytes] = NOTHING
) -> bytes:
    """The letter as a .docx file; the same input gives the same bytes.

    `replaced` gives new bytes for parts of the package by zip name, such as a chart's numbers.
    Raises RenderError where the template asks for a field that is missing, blank or not to be used.
    """
    return rendered(template, context, replaced=replaced).data


def rendered(
    template: Template, context: Mapping[str, object], *, replaced: Mapping[str, bytes] = NOTHING
) -> Rendered:
    """As `render`, and says who made the file."""
    drawings = Drawings(template)
    try:
        parts = rendered_parts(template, context, drawings)
    except NeedsDocxtpl:
        from mentor_xl.word.through_docxtpl import render_through_docxtpl  # noqa: PLC0415  slow to import

        return Rendered(render_through_docxtpl(template, context, replaced), "docxtpl")
    return Rendered(_packed(template, parts, {**drawings.parts(), **replaced}), "mentor_xl")


def _packed(template: Template, parts: Mapping[str, RenderedPart], others: Mapping[str, bytes]) -> bytes:
    """The parts in their package. What others bring under the same name is not what was woven."""
    deflated = {name: part.deflated for name, part in parts.items() if part.deflated and name not in others}
    data = {name: part.data for name, part in parts.items()}
    return template.package.with_parts({**data, **others}, deflated)


def rendered_parts(
    template: Template, context: Mapping[str, object], drawings: Drawings
) -> dict[str, RenderedPart]:
    """The parts that change, by zip name."""
    parts = {}
    values = {**template.runnable[0].jinja.globals, **given_to_jinja(context, drawings)}
    for runnable in template.runnable:
        drawings.enter(runnable.part)
        parts[runnable.part.name] = _finished(runnable, _said(runnable, values), drawings)
    return parts


def _said(runnable: RunnablePart, values: dict[str, Any]) -> list[bytes]:
    """What Jinja makes of a part. The fault is raised outside `except`, so that it carries no value along."""
    encoded = runnable.encoded.get
    try:
        chunks = runnable.jinja.root_render_func(runnable.jinja.new_context(values, shared=True))
        return [encoded(chunk) or chunk.encode() for chunk in chunks]
    except NeedsDocxtpl:
        raise
    except Exception as error:  # noqa: BLE001  a template can raise anything, and its text may quote a value
        fault = located_fault(runnable, error)
    raise fault


def _finished(runnable: RunnablePart, said: list[bytes], drawings: Drawings) -> RenderedPart:
    part = runnable.part
    pieces = (part.before, *said, part.after)
    xml = b"".join(pieces)
    finished = xml
    if part.has_paragraphs and has_break(xml, len(part.before)):
        broken = with_breaks(b"".join(said), paragraphs_nest=part.paragraphs_nest)
        finished = b"".join((part.before, broken, part.after))
    if part.is_body and (part.has_drawings or drawings.has_drawn):
        finished = _numbered(finished)
    if part.grids_may_change and not grids_are_right(finished):
        from mentor_xl.word.through_docxtpl import with_table_grids  # noqa: PLC0415  slow to import

        finished = with_table_grids(finished)
    return RenderedPart(finished, woven(pieces, part.woven_ahead) if finished is xml else None)


def _numbered(xml: bytes) -> bytes:
    """Every drawing in the body with an id of its own, as Word asks."""
    number = _FIRST_DRAWING - 1

    def with_number(found: re.Match[bytes]) -> bytes:
        nonlocal number
        number += 1
        return b"%b%d%b" % (found[1], number, found[2])

    return _DRAWING_ID.sub(with_number, xml)


def located_fault(runnable: RunnablePart, error: Exception) -> RenderError:
    """The error said as part, paragraph and field of the template; never the value that caused it."""
    line = _line_of(runnable, error)
    reason, name = _reason_of(error)
    detail = ""
    if reason == "fault":  # Our own sentences hold no values; of other people's only the kind is told.
        detail = str(error) if isinstance(error, MentorError) else type(error).__name__
    place = _place(runnable, line)
    return RenderError(place, _field(runnable, line, name), reason, detail)


def _line_of(runnable: RunnablePart, error: Exception) -> int | None:
    """The line of the template that was running: every tag has one of its own."""
    line = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_globals.get("__jinja_template__") is runnable.jinja:
            line = runnable.jinja.get_corresponding_lineno(step.tb_lineno)
        step = step.tb_next
    return line


def _reason_of(error: Exception) -> tuple[Reason, str | None]:
    if isinstance(error, Stumble):
        return error.reason, error.name
    if isinstance(error, Endless):
        return "endless", None
    return ("refused" if isinstance(error, SecurityError) else "fault"), None


def _place(runnable: RunnablePart, line: int | None) -> TemplatePlace:
    places = runnable.part.places
    if line is None:
        return TemplatePlace(runnable.part.label, None, "")
    return places[min(line, len(places)) - 1]


def _field(runnable: RunnablePart, line: int | None, name: str | None) -> str | None:
    """The field among those of this line that has the name; the name is used only to choose."""
    paths = [path for at, path in runnable.part.paths if at == line]
    chosen: Path | None = next((path for path in paths if name in path), None)
    if chosen is not None and name is not None:
        return dotted(_up_to(chosen, name))
    return dotted(paths[0]) if paths else None


def _up_to(path: Path, name: str) -> Path:
    """`pupil.dob.year` where `dob` is missing is `pupil.dob`."""
    return path[: path.index(name) + 1]
