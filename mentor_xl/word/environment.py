"""What may a letter template say? Jinja in a sandbox, always escaping, without what prints unsafely."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mentor_xl.word.limits import LARGEST_NUMBER, gone_through, paid_for, spend_on_call, spend_on_sum
from mentor_xl.word.printing import Blank, LetterCode, Missing, is_none, printed

# Put before a tag so that each stands on a line of its own. \x01 cannot occur in XML, so it marks only ours.
LINE_MARK = "\x01\n"

# `safe` and its like would let a pupil's name, or `indent` the template's own words, be read as XML; `random`
# and `lipsum` would make two runs differ; `pprint` and `tojson` print Python, not words; `attr` reads what a
# template check cannot see; `striptags` can take for ever.
_FILTERS_LEFT_OUT = (
    "safe", "tojson", "urlize", "xmlattr", "indent", "random", "pprint", "attr", "striptags",
)  # fmt: skip
_GLOBALS_LEFT_OUT = ("lipsum",)
_STATEMENTS_LEFT_OUT: dict[type[nodes.Node], str] = {
    nodes.Include: "A template cannot include another file",
    nodes.Import: "A template cannot import another file",
    nodes.FromImport: "A template cannot import another file",
    nodes.Extends: "A template cannot extend another file",
    nodes.EvalContextModifier: "A template cannot switch escaping off",
    nodes.ScopedEvalContextModifier: "A template cannot switch escaping off",
    nodes.FilterBlock: "A filter stands behind a field: {{ field|upper }}",  # what it gives is not escaped
    nodes.CallBlock: "A template cannot use a call block",  # neither is this
    nodes.Pow: "A template cannot raise to a power",
}
_REACHES_IN = re.compile(r"(?:^|[.\[{])_+[a-zA-Z]|\{\w*[.\[]")
"""What leads to something private in a value or, in a format, from one value to another: ``{0.notes}``."""


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """One for each compiled template; the same settings whether we render or docxtpl does."""

    code_generator_class = LetterCode
    intercepted_binops = frozenset({"+", "*", "%"})
    gone_through = staticmethod(gone_through)

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=printed)
        for name in _FILTERS_LEFT_OUT:
            del self.filters[name]
        for name in _GLOBALS_LEFT_OUT:
            del self.globals[name]
        self.filters = {name: paid_for(name, filter_) for name, filter_ in self.filters.items()}
        self.tests["none"] = is_none

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key before a method of its name (`review.items`); None becomes a Blank that knows its name."""
        kind = obj.__class__
        if kind is dict and attribute in obj:
            value = obj[attribute]
        elif attribute in getattr(kind, "__pydantic_fields__", ()):
            # A declared field is data, never a way out of the sandbox, which takes long to say so itself.
            value = getattr(obj, attribute)
        else:
            value = super().getattr(obj, attribute)
        return Blank(obj=obj, name=attribute) if value is None else value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As Jinja's own, but None becomes a Blank that knows its name."""
        value = super().getitem(obj, argument)
        return Blank(obj=obj, name=argument) if value is None else value

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """As Jinja's own, but paid for."""
        spend_on_sum(context, operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """As Jinja's own, but paid for; names that begin with _ are what Jinja itself gives along."""
        given = [*args, *(value for name, value in kwargs.items() if not name.startswith("_"))]
        spend_on_call(context, obj, given)
        return super().call(context, obj, *args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except RecursionError:
            raise TemplateSyntaxError("Too many brackets stand in one another", 1) from None
        for node in tree.find_all(nodes.Node):
            if why := _why_refused(node):
                raise TemplateSyntaxError(why, node.lineno)
        for piece in tree.find_all(nodes.TemplateData):
            piece.data = _settled(piece.data)
        return tree


def _why_refused(node: nodes.Node) -> str | None:
    match node:
        case nodes.Getattr(attr=str(word)) | nodes.Const(value=str(word)) if _REACHES_IN.search(word):
            return "A template cannot read what is private in a value"
        case nodes.For(recursive=True):
            return "A loop cannot call itself"
        case nodes.AssignBlock(filter=nodes.Filter()):
            return _STATEMENTS_LEFT_OUT[nodes.FilterBlock]
        case nodes.Call() | nodes.Filter():
            return _too_large(*node.args, *(named.value for named in node.kwargs))
        case nodes.Mul():
            return _too_large(node.left, node.right)
    return _STATEMENTS_LEFT_OUT.get(type(node))


def _too_large(*given: nodes.Node) -> str | None:
    for one in given:
        if isinstance(one, nodes.Const) and isinstance(one.value, int | float) and one.value > LARGEST_NUMBER:
            return f"{one.value} is more than a letter can hold; the most is {LARGEST_NUMBER}"
    return None


def _settled(data: str) -> str:
    """The template's own text without our line marks, and with docxtpl's `{_{` as the braces meant."""
    data = data.replace(LINE_MARK, "")
    if "_" not in data:
        return data
    return data.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")
