"""Which fields has a kind of letter, and who may be told each?

One answer for the template check, for ``templates fields``, for the guide and for the tests: all is derived
from the kind's Context classes and from the columns of the Pupils sheet.
"""

from __future__ import annotations

import datetime as dt
import inspect
import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from pydantic.fields import FieldInfo

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Kind
from mentor_xl.pupil_view import PupilView
from mentor_xl.records import Column, Pupil, columns_of
from mentor_xl.word.paths import ELEMENT, Path

State = Literal["there", "unknown", "not told", "a list", "no list", "own columns"]

_COLUMNS = {column.attribute: column for column in columns_of(Pupil)}
_NAMES = {
    "known_as": ("The name the pupil uses: the one for all wording.", "Rowan"),
    "full_name": ("The name the pupil uses, with the surname.", "Rowan Aske"),
    "legal_name": ("Forename and surname as they stand in the school’s records.", "Rowena Aske"),
    "year": ("The year group, worked out from the date of birth where it is blank.", "Year 8"),
    "own": ("A column of the school’s own on the Pupils sheet, by its heading.", "Oak"),
}
"""What a pupil's view has besides the columns: what it is, and an example."""
_NEVER_PRINTED = frozenset({"upn"})
"""What reaches no page at all (decisions, *Privacy*)."""


@dataclass(frozen=True)
class Answer:
    """What a path in a template leads to."""

    state: State
    step: int = 0
    """Which of the path's steps failed, counted from 0."""
    names: tuple[str, ...] = ()
    """What could have stood there instead."""
    is_printable: bool = False
    """Whether it is words, a number or a date, and no list or group of fields."""
    is_a_letter: bool = False
    """Whether it is a single letter of some words."""
    is_the_pupil: bool = False
    own_column: str = ""
    """The heading of the school's own column that it is."""


@dataclass(frozen=True)
class TemplateField:
    """One field that a template of a kind can print."""

    path: str
    """As the list of fields shows it, ``targets[].target``."""
    description: str
    example: str
    may_be_blank: bool = False
    """Whether it can be nothing at all, so that a template has to ask before it prints it."""
    is_list: bool = False


def context_of(kind: Kind, audience: Audience) -> type[Context]:
    """What the letter for one audience is made from."""
    if len(kind.contexts) == 1:
        return kind.contexts[0]
    return dict(zip(kind.audiences, kind.contexts, strict=True))[audience]


# -- what a path leads to ------------------------------------------------------------------------------


def follow(annotation: object, path: Path, audience: Audience, step: int = 0) -> Answer:
    """Go along a path from a type, as a template of this audience may."""
    kinds = _without_none(annotation)
    if len(kinds) > 1:
        answers = [follow(kind, path, audience, step) for kind in kinds]
        return next((answer for answer in answers if answer.state == "there"), answers[-1])
    (kind,) = kinds
    if not path:
        return Answer("there", is_printable=_is_printable(kind), is_the_pupil=kind is PupilView)
    if _is_list(kind):
        element = typing.get_args(kind)[0]
        is_gone_through = path[0] == ELEMENT
        return follow(element, path[1:], audience, step + 1) if is_gone_through else Answer("a list", step)
    if path == (ELEMENT,) and kind is str:
        return Answer("there", step, is_printable=True, is_a_letter=True)
    return Answer("no list", step) if path[0] == ELEMENT else _step_into(kind, path, audience, step)


def _step_into(kind: Any, path: Path, audience: Audience, step: int) -> Answer:
    """One step into the pupil or a group of fields; words and numbers have nothing in them."""
    first, rest = path[0], path[1:]
    if kind is PupilView:
        return _of_the_pupil(first, rest, audience, step)
    fields = kind.model_fields if isinstance(kind, type) and issubclass(kind, Context) else {}
    if first not in fields:
        return Answer("unknown", step, tuple(fields))
    return follow(fields[first].annotation, rest, audience, step + 1)


def _without_none(annotation: object) -> list[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return [part for part in typing.get_args(annotation) if part is not types.NoneType]
    return [annotation]


def _is_list(kind: object) -> bool:
    return typing.get_origin(kind) in (tuple, list)


def _is_printable(kind: object) -> bool:
    is_group = isinstance(kind, type) and issubclass(kind, Context | PupilView)
    return not is_group and not _is_list(kind) and kind is not bool


def _of_the_pupil(first: str, rest: Path, audience: Audience, step: int) -> Answer:
    if first not in _NAMES and first not in _COLUMNS:
        return Answer("unknown", step, tuple(sorted({*_NAMES, *_COLUMNS})))
    if not _is_told(first, audience):
        return Answer("not told", step)
    if first != "own":
        return follow(str, rest, audience, step + 1)
    if not rest or rest[0] == ELEMENT:
        return Answer("own columns", step)
    return replace(follow(str, rest[1:], audience, step + 2), own_column=rest[0])


def _is_told(name: str, audience: Audience) -> bool:
    """As ``PupilView`` decides it, and never what reaches no page."""
    if name in _NEVER_PRINTED:
        return False
    group = Group.IDENTITY if name in _NAMES else _COLUMNS[name].group
    told = release(audience, group)
    return told is Release.FULL or (name == "known_as" and told is Release.SUMMARY)


# -- the list of them ------------------------------------------------------------------------------------


@cache
def fields_of_kind(kind: Kind, audience: Audience) -> tuple[TemplateField, ...]:
    """Every field that a template of a kind can print for an audience, in the order they are declared."""
    return tuple(_fields_of(context_of(kind, audience), "", audience))


def _fields_of(context: type[Context], before: str, audience: Audience) -> Iterator[TemplateField]:
    for name, info in context.model_fields.items():
        yield from _field(info.annotation, f"{before}{name}", info, audience)


def _field(annotation: object, path: str, info: FieldInfo, audience: Audience) -> Iterator[TemplateField]:
    (kind, *_) = _without_none(annotation)
    if kind is PupilView:
        yield from _pupils_fields(path, audience)
    elif _is_list(kind):
        element = typing.get_args(kind)[0]
        yield _leaf(f"{path}[]", info, is_list=True)
        if isinstance(element, type) and issubclass(element, Context):
            yield from _fields_of(element, f"{path}[].", audience)
    elif isinstance(kind, type) and issubclass(kind, Context):
        yield from _fields_of(kind, f"{path}.", audience)
    else:
        yield _leaf(path, info, may_be_blank=kind is not annotation)


def _leaf(path: str, info: FieldInfo, *, may_be_blank: bool = False, is_list: bool = False) -> TemplateField:
    return TemplateField(path, described(info), _example(info), may_be_blank, is_list)


def described(info: FieldInfo) -> str:
    """What a field says of itself; a group of fields, what its class says."""
    if info.description:
        return info.description
    (kind, *_) = _without_none(info.annotation)
    element = typing.get_args(kind)[0] if _is_list(kind) else kind
    is_group = isinstance(element, type) and issubclass(element, Context)
    return (inspect.getdoc(element) or "").partition("\n")[0] if is_group else ""


def _example(info: FieldInfo) -> str:
    (first, *_) = info.examples or [""]
    if isinstance(first, bool):
        return "Yes" if first else "No"
    return " · ".join(map(str, first)) if isinstance(first, list | tuple) else str(first)


def _pupils_fields(path: str, audience: Audience) -> Iterator[TemplateField]:
    for name, (description, example) in _NAMES.items():
        if _is_told(name, audience):
            shown = f'{path}.own["House"]' if name == "own" else f"{path}.{name}"
            yield TemplateField(shown, description, example)
    for name, column in _COLUMNS.items():
        if name not in _NAMES and _is_told(name, audience):
            yield TemplateField(f"{path}.{name}", column.description, _as_printed(column))


def _as_printed(column: Column) -> str:
    """A date typed as 17/03/2014 is printed in words."""
    day = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", column.example)
    return in_words(dt.date(int(day[3]), int(day[2]), int(day[1]))) if day else column.example
