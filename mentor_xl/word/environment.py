"""What may a letter template say? Jinja in a sandbox, always escaping, without what prints unsafely."""

from __future__ import annotations

from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mentor_xl.word.printing import Blank, LetterCode, Missing, is_none, printed

# Put before a tag so that each stands on a line of its own. \x01 cannot occur in XML, so it marks only ours.
LINE_MARK = "\x01\n"

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


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """One for each compiled template; the same settings whether we render or docxtpl does."""

    code_generator_class = LetterCode

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=printed)
        for name in _FILTERS_LEFT_OUT:
            del self.filters[name]
        for name in _GLOBALS_LEFT_OUT:
            del self.globals[name]
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
