"""Which fields does a letter template read? `pupil.known_as`, `targets[].target`, `pupil.own["House"]`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from mentor_xl.word import paths
from mentor_xl.word.environment import LetterEnvironment
from mentor_xl.word.paths import Path, Scope


@dataclass(frozen=True)
class FieldUse:
    """One field that a template reads, and where: `paragraph` is None in the document's properties."""

    field: str
    part: str
    paragraph: int | None
    text: str


def fields_of(source: bytes) -> tuple[FieldUse, ...]:
    """Every field the template reads, in order, each once for a paragraph.

    Raises TemplateFault for a template that is not a Word document or whose tags do not fit together.
    """
    from mentor_xl.word.compiling import parsed_parts  # noqa: PLC0415  docxtpl is slow to import

    environment = LetterEnvironment()
    found: dict[FieldUse, None] = {}
    for part, tree in parsed_parts(source, environment):
        for line, path in paths_in(tree, environment):
            place = part.place(line)
            found[FieldUse(paths.dotted(path), place.part, place.paragraph, place.text)] = None
    return tuple(found)


def paths_in(tree: nodes.Template, environment: LetterEnvironment) -> Iterator[tuple[int, Path]]:
    """Every field read, with its line in the source, in order."""
    reader = _Reader(dict.fromkeys(environment.globals, None))
    reader.read_all(tree.body, {})
    reader.read_macros_never_called()
    return iter(reader.found)


class _Reader:
    """Walks through a template and notes the fields, following loop variables to the lists they come from."""

    def __init__(self, own: Mapping[str, None]) -> None:
        self.found: list[tuple[int, Path]] = []
        self._own = own
        self._macros: dict[str, nodes.Macro] = {}
        self._called: set[str] = set()

    def read_all(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            self.read(node, scope)

    def read(self, node: nodes.Node, scope: Scope) -> None:
        """Note the fields that a node reads; a node that names things adds them to the scope."""
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                self._read_chain(node, scope)
            case nodes.Call():
                self._read_call(node, scope)
            case nodes.Filter():
                self._read_filter(node, scope)
            case nodes.Stmt():
                self._read_statement(node, scope)
            case _:
                self.read_all(list(node.iter_child_nodes()), scope)

    def _read_statement(self, node: nodes.Stmt, scope: Scope) -> None:
        match node:
            case nodes.For():
                self._read_loop(node, scope)
            case nodes.Assign():
                self.read(node.node, scope)
                paths.bind(node.target, paths.path_of(node.node, scope, self._own), scope)
            case nodes.AssignBlock():
                self.read_all(node.body, dict(scope))
                paths.bind(node.target, None, scope)
            case nodes.With():
                self._read_with(node, scope)
            case nodes.Macro():
                self._macros[node.name] = node
                scope[node.name] = None
            case _:
                self.read_all(list(node.iter_child_nodes()), scope)

    def _note(self, node: nodes.Node, path: Path | None) -> None:
        if path:
            self.found.append((node.lineno, path))

    def _read_chain(self, node: nodes.Expr, scope: Scope) -> None:
        self._note(node, paths.path_of(node, scope, self._own))
        step: nodes.Node = node
        while isinstance(step, nodes.Getattr | nodes.Getitem):
            if isinstance(step, nodes.Getitem):
                self.read(step.arg, scope)
            step = step.node
        if not isinstance(step, nodes.Name):
            self.read(step, scope)

    def _read_loop(self, node: nodes.For, scope: Scope) -> None:
        self.read(node.iter, scope)
        inner: Scope = {**scope, "loop": None}
        paths.bind_elements(node.target, node.iter, inner, self._own)
        if node.test is not None:
            self.read(node.test, inner)
        self.read_all(node.body, inner)
        self.read_all(node.else_, dict(scope))

    def _read_with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            self.read(value, scope)
            paths.bind(target, paths.path_of(value, scope, self._own), inner)
        self.read_all(node.body, inner)

    def _read_call(self, node: nodes.Call, scope: Scope) -> None:
        self.read_all([*node.args, *node.kwargs], scope)
        if (path := paths.path_of(node, scope, self._own)) is not None:  # own.get("House colour")
            self._note(node, path)
        elif isinstance(node.node, nodes.Getattr):
            self.read(node.node.node, scope)
        elif isinstance(node.node, nodes.Name) and node.node.name in self._macros:
            self._read_macro(node, scope)
        else:
            self.read(node.node, scope)

    def _read_macro(self, call: nodes.Call, scope: Scope) -> None:
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        macro = self._macros[name]
        given = paths.names_of(macro.args)
        given |= {
            argument.name: paths.path_of(value, scope, self._own)
            for argument, value in zip(macro.args, call.args, strict=False)
        }
        given |= {word.key: paths.path_of(word.value, scope, self._own) for word in call.kwargs}
        self._called.add(name)
        del self._macros[name]  # A macro that calls itself is read once.
        self.read_all(macro.body, {**scope, **given, "caller": None})
        self._macros[name] = macro

    def read_macros_never_called(self) -> None:
        """What such a macro reads of the letter itself; of its arguments nothing is known."""
        for name, macro in list(self._macros.items()):
            if name not in self._called:
                self.read_all(macro.body, {**paths.names_of(macro.args), "caller": None})

    def _read_filter(self, node: nodes.Filter, scope: Scope) -> None:
        if node.node is not None:
            self.read(node.node, scope)
            for attribute in paths.attributes(node):
                element = paths.element_of(node.node, scope, self._own)
                self._note(node, element and (*element, *attribute))
        self.read_all([*node.args, *node.kwargs], scope)
