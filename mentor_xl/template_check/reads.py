"""Which fields does a template read, tag by tag, even where some of its tags are broken?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from mentor_xl.template_check.tags import Blocks, Tag
from mentor_xl.template_check.understanding import source_of, why_not_understood
from mentor_xl.word.environment import LetterEnvironment
from mentor_xl.word.fields import paths_in
from mentor_xl.word.paths import Path


@dataclass(frozen=True)
class Read:
    """One field that one tag reads."""

    tag: Tag
    path: Path
    is_printed: bool
    """Whether the tag prints just this field, as it is."""


def reads_in(blocks: Blocks) -> Iterator[Read]:
    """Every field that a part reads, in order, each once for a tag."""
    # Each tag stands on a line of its own, so that the line tells the tag.
    environment = LetterEnvironment()
    tags = [None if isinstance(one, str) else one for one in blocks.healed]
    lines = [one if isinstance(one, str) else _line(one) for one in blocks.healed]
    try:
        tree = environment.parse("\n".join(lines))
    except TemplateSyntaxError:  # What is wrong was said of the tag itself.
        return
    found = dict.fromkeys(paths_in(tree, environment))
    for line, path in found:
        tag = tags[line - 1]
        if tag is not None:
            yield Read(tag, path, tag.prints and _is_a_field_alone(environment, tag))


def _line(tag: Tag) -> str:
    """The tag; of one that is not understood, what keeps its block whole."""
    if why_not_understood(tag) is None:
        return source_of(tag).replace("\n", " ")
    stand_in = {"for": "{% for a in [] %}", "if": "{% if true %}", "elif": "{% elif true %}"}
    return stand_in.get(tag.word, "")


def _is_a_field_alone(environment: LetterEnvironment, tag: Tag) -> bool:
    """Whether nothing is made of the field on the way: no filter, no sum, no choice."""
    outputs = list(environment.parse(source_of(tag)).find_all(nodes.Output))
    inner = [node for output in outputs for node in output.nodes if not isinstance(node, nodes.TemplateData)]
    return len(inner) == 1 and isinstance(inner[0], nodes.Name | nodes.Getattr | nodes.Getitem)
