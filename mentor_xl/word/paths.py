"""Which field of the letter does an expression in a template stand for?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import nodes

Path = tuple[str, ...]
"""The steps to a field: names and keys; `[]` stands for any element of a list."""

Scope = dict[str, "Path | None"]
"""What the template's own names stand for: a field of the letter, or None for something it made itself."""

ELEMENT = "[]"

# These give elements of the list that they are given.
_KEEP_ELEMENTS = frozenset(
    {"list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr", "default", "d"}
)
_GIVE_ONE_ELEMENT = frozenset({"first", "last", "min", "max"})
_ATTRIBUTE_FIRST = frozenset({"selectattr", "rejectattr", "groupby", "sum"})
_ATTRIBUTE_NAMED = frozenset({"sort", "map", "sum", "min", "max", "unique", "groupby", "join"})


def dotted(path: Path) -> str:
    """A path as a template writes it."""
    written = ""
    for step in path:
        if step == ELEMENT:
            written += step
        elif step.isidentifier():
            written += f".{step}" if written else step
        else:
            written += f'["{step}"]'
    return written


def path_of(node: nodes.Node, scope: Scope, own: Mapping[str, None]) -> Path | None:
    """The field that an expression stands for; None for what the template makes itself."""
    path: Path | None = None
    match node:
        case nodes.Name():
            path = scope.get(node.name, None if node.name in own else (node.name,))
        case nodes.Getattr():
            path = _further(path_of(node.node, scope, own), node.attr)
        case nodes.Getitem():
            path = _item_path(node, path_of(node.node, scope, own))
        case nodes.Filter(node=nodes.Expr() as given) if node.name in _GIVE_ONE_ELEMENT:
            path = element_of(given, scope, own)
        case nodes.Filter(node=nodes.Expr() as given) if node.name in _KEEP_ELEMENTS:
            path = path_of(given, scope, own)
        case nodes.Call(node=nodes.Getattr(attr="get") as method, args=[nodes.Const(value=str(key)), *_]):
            path = _further(path_of(method.node, scope, own), key)
    return path


def _further(base: Path | None, *steps: str) -> Path | None:
    return None if base is None else (*base, *steps)


def _item_path(node: nodes.Getitem, base: Path | None) -> Path | None:
    if base is None or isinstance(node.arg, nodes.Slice):
        return base
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        return (*base, node.arg.value)
    return (*base, ELEMENT)


def element_of(node: nodes.Node, scope: Scope, own: Mapping[str, None]) -> Path | None:
    """What stands for one element of the list that an expression gives."""
    if isinstance(node, nodes.Filter) and node.node is not None:
        if node.name == "map":
            base = element_of(node.node, scope, own)
            return next((_further(base, *attribute) for attribute in attributes(node)), None)
        if node.name in _KEEP_ELEMENTS:
            return element_of(node.node, scope, own)
    if isinstance(node, nodes.List | nodes.Tuple):
        return next(filter(None, (path_of(item, scope, own) for item in node.items)), None)
    path = path_of(node, scope, own)
    return _further(path, ELEMENT)


def attributes(node: nodes.Filter) -> Iterator[Path]:
    """The attributes that a filter such as `sort(attribute="review_by")` looks at in each element."""
    named = [word.value for word in node.kwargs if word.key == "attribute" and node.name in _ATTRIBUTE_NAMED]
    first = node.args[:1] if node.name in _ATTRIBUTE_FIRST else []
    for value in [*named, *first]:
        if isinstance(value, nodes.Const) and isinstance(value.value, str):
            yield tuple(value.value.split("."))


def names_of(names: list[nodes.Name]) -> Scope:
    """A scope in which these names are the template's own, not fields."""
    return {name.name: None for name in names}


def bind(target: nodes.Node, path: Path | None, scope: Scope) -> None:
    """Let the name, or the names, on the left stand for what a path leads to."""
    if isinstance(target, nodes.Name):
        scope[target.name] = path
    elif isinstance(target, nodes.Tuple):
        for item in target.items:
            bind(item, _further(path, ELEMENT), scope)


def bind_elements(target: nodes.Node, listed: nodes.Node, scope: Scope, own: Mapping[str, None]) -> None:
    """Names a loop's variables: `.items()` gives a key and a value, groupby a word and a list."""
    if isinstance(target, nodes.Tuple) and len(target.items) == 2:
        word, value = target.items
        match listed:
            case nodes.Call(node=nodes.Getattr(attr="items") as method):
                path = path_of(method.node, scope, own)
                bind(word, None, scope)
                bind(value, _further(path, ELEMENT), scope)
                return
            case nodes.Filter(name="groupby", node=nodes.Expr() as grouped):
                bind(word, None, scope)
                bind(value, path_of(grouped, scope, own), scope)
                return
    bind(target, element_of(listed, scope, own), scope)
