"""How a question to a template is declared, and how what it finds becomes a finding."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from mentor_xl.audience import Audience
from mentor_xl.documents import Kind
from mentor_xl.problems import Severity
from mentor_xl.template_check.findings import Finding, Spot
from mentor_xl.template_check.layout import Layout, Part
from mentor_xl.template_check.reads import Read, reads_in
from mentor_xl.template_check.tags import Blocks, Tag, tags_of

_LABEL = re.compile(r"^(Why|Do|Fires|Silent):[ \t]*", re.MULTILINE)
FAMILY = frozenset({Audience.PARENT, Audience.PUPIL, Audience.PEER})
"""Those whose letters have to be easy to read."""


@dataclass(frozen=True)
class Draft:
    """A template as the questions see it."""

    name: str
    source: bytes
    layout: Layout
    kind: Kind | None = None
    audiences: tuple[Audience, ...] = ()
    installed: frozenset[str] | None = None
    """The fonts on this machine, folded; none where that is not known."""

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every whole tag, in order."""
        return tuple(tag for paragraph in self.layout.paragraphs for tag in tags_of(paragraph))

    @cached_property
    def blocks(self) -> tuple[tuple[Part, Blocks], ...]:
        """Each part with what opens and closes in it."""
        return tuple((part, Blocks.of(part.paragraphs)) for part in self.layout.parts)

    @cached_property
    def reads(self) -> tuple[Read, ...]:
        """Every field that is read, with its tag."""
        return tuple(read for _, blocks in self.blocks for read in reads_in(blocks))

    @property
    def is_for_the_family(self) -> bool:
        """Whether a parent or a child reads it."""
        return bool(FAMILY.intersection(self.audiences))


@dataclass(frozen=True, slots=True)
class Found:
    """One answer to a question."""

    spot: Spot
    what: str
    fix: str = ""
    """What to do; empty: the question's own ``Do:`` line."""


Ask = Callable[[Draft], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question that is asked of every template."""

    code: str
    severity: Severity
    ask: Ask
    question: str
    why: str
    do: str
    fires: tuple[str, ...]
    """Small templates that answer it wrongly; a paragraph from the next is parted by ``¶``."""
    silent: tuple[str, ...]
    """Small templates like them that are in order."""

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """What this question finds."""
        for one in self.ask(draft):
            yield Finding(self.code, self.severity, draft.name, one.spot, one.what, one.fix or self.do)


@dataclass
class Register:
    """The questions of one family, in the order they are declared."""

    questions: list[Question] = field(default_factory=list)

    def question(self, code: str, severity: Severity) -> Callable[[Ask], Ask]:
        """Declare a question. Its docstring explains it.

        The first line asks; then ``Why:``, ``Do:``, and the examples ``Fires:`` and ``Silent:``, one a line.
        """

        def declared(ask: Ask) -> Ask:
            asked, *labelled = _LABEL.split(inspect.cleandoc(ask.__doc__ or ""))
            told = dict(zip(labelled[::2], labelled[1::2], strict=True))
            missing = {"Why", "Do", "Fires", "Silent"} - told.keys()
            if missing or not asked.strip():
                raise TypeError(f"The docstring of the question {code} lacks {sorted(missing) or 'itself'}.")
            self.questions.append(
                Question(
                    code=code,
                    severity=severity,
                    ask=ask,
                    question=" ".join(asked.split()),
                    why=" ".join(told["Why"].split()),
                    do=" ".join(told["Do"].split()),
                    fires=_lines(told["Fires"]),
                    silent=_lines(told["Silent"]),
                )
            )
            return ask

        return declared


def _lines(text: str) -> tuple[str, ...]:
    return tuple(re.sub(" +", " ", line).strip() for line in text.splitlines() if line.strip())
