"""A compiled template as tuples, words, numbers and code, which Python's marshal can write, and back."""

from __future__ import annotations

from dataclasses import astuple, fields
from typing import Any

from mentor_xl.word.faults import TemplatePlace
from mentor_xl.word.package import Package, Record
from mentor_xl.word.template import Template, TemplatePart

_NAMES = [field.name for field in fields(TemplatePart)]


def plain_data(template: Template) -> tuple[Any, ...]:
    """The template in values that marshal knows."""
    return (
        template.key,
        template.source,
        tuple(_plain_part(part) for part in template.parts),
        tuple(tuple(record) for record in template.package.records),
        dict(template.relations),
        template.media,
    )


def _plain_part(part: TemplatePart) -> tuple[Any, ...]:
    values = {name: getattr(part, name) for name in _NAMES}
    places = tuple(astuple(place) for place in part.places)
    return tuple({**values, "places": places, "woven_ahead": dict(part.woven_ahead)}.values())


def template_from(data: tuple[Any, ...]) -> Template:
    """The template again. Raises TypeError or ValueError where it is none."""
    key, source, parts, records, relations, media = data
    return Template(
        key=key,
        source=source,
        parts=tuple(_part(*values) for values in parts),
        package=Package(tuple(Record(*record) for record in records)),
        relations=relations,
        media=media,
    )


def _part(*values: Any) -> TemplatePart:
    given = dict(zip(_NAMES, values, strict=True))
    return TemplatePart(**{**given, "places": tuple(TemplatePlace(*place) for place in given["places"])})
