"""How does a value get into a letter? As escaped words; nothing missing, blank or unprintable gets there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar, Protocol, cast

from jinja2 import StrictUndefined, UndefinedError, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context, Undefined
from jinja2.utils import missing
from markupsafe import Markup, escape

from mentor_xl.word.faults import Reason
from mentor_xl.word.limits import WORK_LEFT, Work
from mentor_xl.word.pictures import InsertedDocument, Picture, picture_from

# A template cannot spell this key, so no template can reach what is kept under it.
RENDERING_NOW = "rendering now"

_NOT_IN_XML = r"\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_NOT_IN_MARKUP = re.compile(f"[{_NOT_IN_XML}]")
# \a and \f make a new paragraph and a new page. Only Listing and RichText mean that; a cell never does.
_NOT_IN_WORDS = re.compile(f"[{_NOT_IN_XML}\\a\\f]")
_LINE_END = re.compile(r"\r\n?")
_NUMBERS_AND_DATES = frozenset({int, float, Decimal, date, time})


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


def given_to_jinja(context: Mapping[str, object], rendering: Rendering) -> dict[str, object]:
    """The context of one letter with each None replaced by a Blank that knows its name."""
    named = {key: Blank(name=key) if value is None else value for key, value in context.items()}
    return {**named, RENDERING_NOW: rendering, WORK_LEFT: Work()}


def is_none(value: object) -> bool:
    """What a template asks with `is none`."""
    return value is None or isinstance(value, Blank)


def _markup(value: Any) -> str:
    xml: str = value.__html__()
    # A RichText's link is tied to the document it was made with and would dangle here. What a macro of the
    # template printed is Markup, and may hold the template's own links.
    if ' r:id="' in xml and not isinstance(value, Markup):
        raise Stumble("unprintable")
    return _NOT_IN_MARKUP.sub("", _LINE_END.sub("\n", xml))


def _words(text: str) -> str:
    return str(escape(_NOT_IN_WORDS.sub("", _LINE_END.sub("\n", text))))


@pass_context
def printed(context: Context, value: object) -> str:
    """The XML for a value: only words, numbers, dates and pictures have any."""
    kind = value.__class__
    if kind is str:
        text: str = value  # type: ignore[assignment]
        context.parent[WORK_LEFT].spend(len(text))
        # Most values are plain words. To ask costs a third of escaping them into a Markup that says the same.
        if text.isprintable() and not (
            "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
        ):
            return text
        return _words(text)
    return str(value) if kind in _NUMBERS_AND_DATES else _printed_specially(context, value)


def _printed_specially(context: Context, value: object) -> str:
    if isinstance(value, Undefined):
        return str(value)  # raises: neither Missing nor Blank lets itself be printed
    if hasattr(value, "image_descriptor"):  # docxtpl's InlineImage, known by its look: importing it is slow
        value = picture_from(value)
    if isinstance(value, Picture | InsertedDocument):
        return cast("Rendering", context.parent[RENDERING_NOW]).drawn(value)
    if isinstance(value, str):
        context.parent[WORK_LEFT].spend(len(value))
    if hasattr(value, "__html__"):
        return _markup(value)
    if isinstance(value, str):
        return _words(str.__str__(value))
    if isinstance(value, tuple(_NUMBERS_AND_DATES)) and not isinstance(value, bool):
        return _words(str(value))
    raise Stumble("blank" if value is None else "unprintable")


class LetterCode(CodeGenerator):
    """Jinja's code, but what `printed` has escaped is not wrapped and looked at once more by Jinja.

    What a loop goes through, and what `~` puts together, is paid for.
    """

    _listed: nodes.Node | None = None

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Write the code of a node."""
        if node is not self._listed:
            return super().visit(node, *args, **kwargs)
        self._listed = None
        self.write("environment.gone_through(context, ")
        super().visit(node, *args, **kwargs)
        self.write(")")
        return None

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802  Jinja's own name, here and below
        """As Jinja's own."""
        self._listed = node.iter
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """As Jinja's own, where escaping is never switched off."""
        self.write("markup_join(environment.gone_through(context, (")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write(")))")

    def _output_child_pre(
        self,
        node: nodes.Expr,  # noqa: ARG002  Jinja's own signature, here and below
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,
    ) -> None:
        self.write(finalize.src or "(")

    def _output_child_post(
        self,
        node: nodes.Expr,  # noqa: ARG002
        frame: Frame,  # noqa: ARG002
        finalize: CodeGenerator._FinalizeInfo,  # noqa: ARG002
    ) -> None:
        self.write(")")
