"""What may a letter template say? Jinja in a sandbox, always escaping; nothing missing or blank printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar, Protocol, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from mentor_xl.word.faults import Reason
from mentor_xl.word.pictures import InsertedDocument, Picture, picture_from

# Put before a tag so that each stands on a line of its own. \x01 cannot occur in XML, so it marks only ours.
LINE_MARK = "\x01\n"

# A template cannot spell this key, so no template can reach what is kept under it.
RENDERING_NOW = "rendering now"

# `safe` and its like would let a pupil's name be read as XML; `random` and `lipsum` would make two
# runs differ; `pprint` and `tojson` print Python, not words.
_FILTERS_LEFT_OUT = ("safe", "tojson", "urlize", "xmlattr", "random", "pprint")
_GLOBALS_LEFT_OUT = ("lipsum",)
_STATEMENTS_LEFT_OUT: dict[type[nodes.Node], str] = {
    nodes.Include: "A template cannot include another file",
    nodes.Import: "A template cannot import another file",
    nodes.FromImport: "A template cannot import another file",
    nodes.Extends: "A template cannot extend another file",
    nodes.EvalContextModifier: "A template cannot switch escaping off",
    nodes.ScopedEvalContextModifier: "A template cannot switch escaping off",
}

_NOT_IN_XML = r"\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_NOT_IN_MARKUP = re.compile(f"[{_NOT_IN_XML}]")
# \a and \f make a new paragraph and a new page. Only Listing and RichText mean that; a cell never does.
_NOT_IN_WORDS = re.compile(f"[{_NOT_IN_XML}\\a\\f]")
_LINE_END = re.compile(r"\r\n?")


class Rendering(Protocol):
    """The letter being made: what a picture or an inserted document is drawn into."""

    def drawn(self, value: Picture | InsertedDocument) -> str:
        """The XML that stands for the value inside a run of text."""
        ...


class Stumble(TemplateRuntimeError):
    """A template met something that it cannot print. The name is the template's own last word for it."""

    def __init__(self, reason: Reason, name: str | None = None, message: str | None = None) -> None:
        super().__init__(message)
        self.reason: Reason = reason
        self.name = name


class Missing(StrictUndefined):
    """A field that the letter does not have; anything but `is defined` and `default` stops the letter."""

    __slots__ = ()
    reason: ClassVar[Reason] = "missing"

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        reason: Reason = "refused" if issubclass(exc, SecurityError) else self.reason
        stumble = partial(Stumble, reason, name if isinstance(name, str) else None)
        super().__init__(hint, obj, name, cast("type[TemplateRuntimeError]", stumble))


class Blank(Missing):
    """A field that is None. It may be asked about (`{% if %}`, `is none`, `default`), never printed."""

    __slots__ = ()
    reason: ClassVar[Reason] = "blank"

    def __bool__(self) -> bool:  # type: ignore[override]
        return False

    def __eq__(self, other: object) -> bool:  # type: ignore[override]
        return other is None or isinstance(other, Blank)

    def __ne__(self, other: object) -> bool:  # type: ignore[override]
        return not self == other

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(None)


def _words(text: str) -> str:
    return _NOT_IN_WORDS.sub("", _LINE_END.sub("\n", text))


@pass_context
def _printed(context: Context, value: object) -> object:
    """Every value passes here on its way into the letter: only words, numbers, dates and pictures go on."""
    if value.__class__ is str:
        return value if value.isprintable() else _words(value)
    if isinstance(value, Undefined):
        return value
    if hasattr(value, "image_descriptor"):  # docxtpl's InlineImage, known by its look: importing it is slow
        value = picture_from(value)
    if hasattr(value, "__html__"):
        return Markup(_NOT_IN_MARKUP.sub("", _LINE_END.sub("\n", value.__html__())))  # noqa: S704  its own XML
    if isinstance(value, str):
        return _words(str.__str__(value))
    if isinstance(value, int | float | Decimal | date | time) and not isinstance(value, bool):
        return value
    if isinstance(value, Picture | InsertedDocument):
        return Markup(_rendering(context).drawn(value))  # noqa: S704  XML that we wrote
    raise Stumble("blank" if value is None else "unprintable")


def _rendering(context: Context) -> Rendering:
    return cast("Rendering", context.parent[RENDERING_NOW])


def _is_none(value: object) -> bool:
    return value is None or isinstance(value, Blank)


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """One for each compiled template; the same settings whether we render or docxtpl does."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=_printed)
        for name in _FILTERS_LEFT_OUT:
            del self.filters[name]
        for name in _GLOBALS_LEFT_OUT:
            del self.globals[name]
        self.tests["none"] = _is_none

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key before a method of its name (`review.items`); None becomes a Blank that knows its name."""
        if obj.__class__ is dict and attribute in obj:
            value = obj[attribute]
        else:
            value = super().getattr(obj, attribute)
        return Blank(obj=obj, name=attribute) if value is None else value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As Jinja's own, but None becomes a Blank that knows its name."""
        value = super().getitem(obj, argument)
        return Blank(obj=obj, name=argument) if value is None else value

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for unwanted in tree.find_all(tuple(_STATEMENTS_LEFT_OUT)):
            raise TemplateSyntaxError(_STATEMENTS_LEFT_OUT[type(unwanted)], unwanted.lineno)
        for piece in tree.find_all(nodes.TemplateData):
            piece.data = _settled(piece.data)
        return tree


def _settled(data: str) -> str:
    """The template's own text without our line marks, and with docxtpl's `{_{` as the braces meant."""
    data = data.replace(LINE_MARK, "")
    if "_" not in data:
        return data
    return data.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")


def named_blanks(context: Mapping[str, object]) -> dict[str, object]:
    """The context with each None replaced by a Blank that knows its name."""
    return {key: Blank(name=key) if value is None else value for key, value in context.items()}
