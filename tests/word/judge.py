"""docxtpl judges what a template means: its letter and ours, part for part."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from docx import Document
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from word.drafts import canonical, parts, relations

from mentor_xl.word.render import rendered
from mentor_xl.word.template import Template

Context = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """A template, and what to put in it; pictures need to know which template they are for."""

    name: str
    template: bytes
    context: Callable[[Any], Context]


def case(name: str, template: bytes, /, **context: Any) -> Case:
    return Case(name, template, lambda _: context)


def by_docxtpl(template: bytes, context: Callable[[Any], Context]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    document.render(dict(context(document)), Environment(autoescape=True, undefined=StrictUndefined))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def is_judged(name: str) -> bool:
    """What stands in docProps is ours, the picture files are judged by the relations that lead to them."""
    return name.startswith("word/") and name.endswith(".xml")


def assert_docxtpl_agrees(case: Case) -> None:
    expected = by_docxtpl(case.template, case.context)
    made = rendered(Template.compile(case.template), case.context(None))
    assert made.rendered_by == "mentor_xl"
    judged, ours = parts(expected), parts(made.data)
    names = {name for name in judged if is_judged(name)}
    assert names == {name for name in ours if is_judged(name)}
    for name in sorted(names):
        assert canonical(ours[name]) == canonical(judged[name]), name
        assert relations(made.data, name) == relations(expected, name)
        assert {ours.get(f"word/{file}") for file in pictures_of(made.data, name)} == {
            judged.get(f"word/{file}") for file in pictures_of(expected, name)
        }
    shown, wanted = (Document(io.BytesIO(file)).core_properties for file in (made.data, expected))
    for field in ("title", "subject", "comments", "identifier", "language", "keywords", "category"):
        assert getattr(shown, field) == getattr(wanted, field)


def pictures_of(docx: bytes, name: str) -> list[str]:
    return [target for target in relations(docx, name).values() if target.startswith("media/")]
