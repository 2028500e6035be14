"""A letter template, compiled once: what Jinja runs for each part, and the package around the parts."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import CodeType
from typing import Protocol

import jinja2

from mentor_xl.word.environment import LetterEnvironment
from mentor_xl.word.faults import TemplatePlace
from mentor_xl.word.package import Package
from mentor_xl.word.paths import Path
from mentor_xl.word.variant import PLAIN, Variant


@dataclass(frozen=True)
class TemplatePart:
    """One part that changes from letter to letter."""

    name: str
    label: str
    is_body: bool
    has_paragraphs: bool
    before: bytes
    after: bytes
    code: CodeType
    woven_ahead: Mapping[bytes, bytes]
    """The longer pieces of the part's own text, each with what it is in a deflate stream."""
    places: tuple[TemplatePlace, ...]
    """Where each line of the compiled source stands in the template."""
    paths: tuple[tuple[int, Path], ...]
    """The fields read, each with its line."""
    paragraphs_nest: bool
    has_drawings: bool
    grids_may_change: bool
    next_number: int
    """One more than the highest id in the part, for the name of a new picture."""

    @property
    def relations_name(self) -> str:
        """The zip name of the part that says what this part refers to."""
        folder, _, file = self.name.rpartition("/")
        return f"{folder}/_rels/{file}.rels"


@dataclass(frozen=True)
class RunnablePart:
    """A part with its code loaded, and the bytes of every piece of text that the code holds."""

    part: TemplatePart
    jinja: jinja2.Template
    encoded: Mapping[str, bytes]


@dataclass(frozen=True)
class Template:
    """A .docx template in one variant, ready to render any number of letters.

    Plain data but for `runnable`, which is made when the first letter asks for it.
    """

    key: str
    source: bytes
    """The .docx with its variant worked in: what docxtpl is given where it has to do the work."""
    parts: tuple[TemplatePart, ...]
    package: Package
    relations: Mapping[str, str]
    """Every part's relations as XML, by zip name."""
    media: frozenset[str]

    @classmethod
    def compile(
        cls, source: bytes, *, variant: Variant = PLAIN, cache: TemplateCache | None = None
    ) -> Template:
        """Compile a .docx file's bytes, or take what the cache has.

        Raises TemplateFault: not a Word document, a tag that Jinja does not understand, or a block that
        begins and ends in different places.
        """
        key = template_key(source, variant)
        kept = cache.get(key) if cache is not None else None
        if kept is not None:
            return kept
        from mentor_xl.word.compiling import compiled  # noqa: PLC0415  docxtpl is slow to import

        template = compiled(source, variant, key)
        if cache is not None:
            cache.keep(template)
        return template

    @cached_property
    def runnable(self) -> tuple[RunnablePart, ...]:
        """The parts with their code loaded."""
        environment = LetterEnvironment()
        return tuple(
            RunnablePart(
                part,
                jinja2.Template.from_code(environment, part.code, environment.globals),
                {text: text.encode() for text in texts_in(part.code) if text},
            )
            for part in self.parts
        )


def texts_in(code: CodeType) -> Iterator[str]:
    """Every piece of text in compiled code: looking one up is quicker than encoding it for each letter."""
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, CodeType):
            yield from texts_in(constant)


def template_key(source: bytes, variant: Variant) -> str:
    """Equal for equal bytes in an equal variant, compiled by an equal Jinja."""
    return f"{hashlib.sha256(source).hexdigest()}-{variant.key}-jinja{jinja2.__version__}"


class TemplateStore(Protocol):
    """A place outside this process that keeps compiled templates, such as a folder of trusted local files."""

    def load(self, key: str) -> Template | None:
        """The template kept under the key, if any."""
        ...

    def save(self, template: Template) -> None:
        """Keep a template under its key."""
        ...


class TemplateCache:
    """The templates used last, at most `limit` of them; behind it, if wanted, a store that outlives us."""

    def __init__(self, limit: int = 64, store: TemplateStore | None = None) -> None:
        if limit < 1:
            raise ValueError("a cache keeps at least one template")
        self._limit = limit
        self._store = store
        self._templates: OrderedDict[str, Template] = OrderedDict()

    def __len__(self) -> int:
        return len(self._templates)

    def get(self, key: str) -> Template | None:
        """The template with this key, from here or from the store."""
        template = self._templates.get(key)
        if template is not None:
            self._templates.move_to_end(key)
            return template
        if self._store is not None and (template := self._store.load(key)) is not None:
            self._remember(template)
        return template

    def keep(self, template: Template) -> None:
        """Keep a template; the one that was not used for longest makes room."""
        self._remember(template)
        if self._store is not None:
            self._store.save(template)

    def _remember(self, template: Template) -> None:
        self._templates[template.key] = template
        self._templates.move_to_end(template.key)
        while len(self._templates) > self._limit:
            self._templates.popitem(last=False)
