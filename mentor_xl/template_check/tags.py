"""Which tags stand in a paragraph, what does each say, and which of them belong together?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from mentor_xl.template_check.layout import Paragraph

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
LOOSE = re.compile(r"\{\{|\{%|\}\}|%\}")
"""What is left of a tag that has no other end in its paragraph."""

CURLY: Mapping[str, str] = MappingProxyType({"“": '"', "”": '"', "‘": "'", "’": "'"})
"""What Word makes of straight quotes; in a tag they are understood nevertheless."""
STRANGE: Mapping[str, str] = MappingProxyType(
    {
        "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "＂": '"', "‚": "'", "‛": "'", "′": "'",
        "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "≤": "<=", "≥": ">=", "≠": "!=",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\u00ad": "", "\u200e": "",
        "\u200f": "",
    }
)  # fmt: skip
"""Signs that look right in a tag, or cannot be seen at all, and that nothing understands there."""
_STRAIGHT = str.maketrans(dict(CURLY))
_PLAIN = str.maketrans(dict(STRANGE))
_QUOTED = re.compile(r"(\"[^\"]*\"|'[^']*')")

_INSIDE = re.compile(r"\{[{%#](?:(?P<level>p|tr|tc|r)\s)?[-+]?(?P<inner>.*?)[-+]?[}%#]\}", re.DOTALL)
_OPENS = frozenset({"if", "for", "with", "macro", "call", "filter", "autoescape", "raw", "block"})
_GOES_ON = {"else": ("if", "for"), "elif": ("if",)}
_OF_A_TABLE_CELL = ("cellbg", "colspan", "vm", "hm")
"""Statements that colour, widen or merge the table cell they stand in."""

Level = Literal["", "p", "tr", "tc", "r"]


@dataclass(frozen=True)
class Tag:
    """One tag, as the template has it."""

    paragraph: Paragraph
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in its paragraph's text."""
        return self.start + len(self.text)

    @cached_property
    def straight(self) -> str:
        """The tag with straight quotes, and without what cannot be seen."""
        return straightened(self.text)

    @property
    def prints(self) -> bool:
        """Whether it prints a field; else it is a statement or a remark."""
        return self.text.startswith("{{")

    @property
    def is_remark(self) -> bool:
        """Whether it says nothing to anybody but those who edit the template."""
        return self.text.startswith("{#")

    @property
    def level(self) -> Level:
        """What it takes away besides itself: its paragraph, table row, table cell or run."""
        found = _INSIDE.fullmatch(self.straight)
        return (found and found["level"]) or ""  # type: ignore[return-value]

    @cached_property
    def inner(self) -> str:
        """What it says, without brackets and level."""
        found = _INSIDE.fullmatch(self.straight)
        return found["inner"].strip() if found else ""

    @property
    def word(self) -> str:
        """A statement's first word: ``if``, ``for``, ``endif``; empty for what prints."""
        is_statement = not self.prints and not self.is_remark
        return self.inner.partition(" ")[0] if is_statement else ""

    @property
    def opens_a_block(self) -> bool:
        """Whether an ``end…`` has to follow."""
        return self.word in _OPENS or (self.word == "set" and "=" not in self.inner)

    @property
    def is_of_a_table_cell(self) -> bool:
        """Whether it colours, widens or merges its table cell."""
        return self.word in _OF_A_TABLE_CELL


def straightened(text: str) -> str:
    """A tag with straight quotes, and without strange signs but in words that it prints itself: ``"–"``."""
    parts = _QUOTED.split(text.translate(_STRAIGHT))
    return "".join(part if number % 2 else part.translate(_PLAIN) for number, part in enumerate(parts))


def strange_signs(tag: Tag) -> list[str]:
    """The signs in a tag that nothing understands there, each once."""
    if tag.is_remark or tag.straight == tag.text.translate(_STRAIGHT):
        return []
    outside = _QUOTED.split(tag.text.translate(_STRAIGHT))[::2]
    return [sign for sign in dict.fromkeys("".join(outside)) if sign in STRANGE]


def tags_of(paragraph: Paragraph) -> Iterator[Tag]:
    """The whole tags of a paragraph, in order."""
    if "{" in paragraph.text:
        for found in TAG.finditer(paragraph.text):
            yield Tag(paragraph, found.start(), found[0])


def without_tags(text: str, instead: str = "") -> str:
    """A paragraph's own words, with something in place of each field that is printed."""
    return TAG.sub(lambda tag: instead if tag[0].startswith("{{") else "", text)


# -- which belong together --------------------------------------------------------------------------

Condition = tuple[str, bool]
"""What an ``if`` asks, and whether it holds here."""


@dataclass(frozen=True)
class Stretch:
    """Words between tags, and under which conditions they stand in the letter."""

    paragraph: Paragraph
    text: str
    conditions: tuple[Condition, ...]


@dataclass
class Blocks:
    """What opens and what closes in one part."""

    never_closed: list[Tag] = field(default_factory=list)
    never_opened: list[Tag] = field(default_factory=list)
    healed: list[Tag | str] = field(default_factory=list)
    """The tags with what is missing put in and what is too much left out: every block closes."""
    stretches: list[Stretch] = field(default_factory=list)
    _open: list[tuple[Tag, Condition]] = field(default_factory=list)

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Blocks:
        """Go through a part once."""
        blocks = cls()
        for paragraph in paragraphs:
            at = 0
            for tag in tags_of(paragraph):
                blocks._keep(paragraph, paragraph.text[at : tag.start])
                at = tag.end
                blocks._take(tag)
            blocks._keep(paragraph, paragraph.text[at:])
        while blocks._open:
            blocks._miss()
        return blocks

    def _keep(self, paragraph: Paragraph, text: str) -> None:
        if text.strip():
            self.stretches.append(Stretch(paragraph, text, tuple(one for _, one in self._open)))

    def _take(self, tag: Tag) -> None:
        if tag.opens_a_block:
            self._open.append((tag, (tag.inner.removeprefix("if").strip(), True)))
            self.healed.append(tag)
        elif tag.word.startswith("end"):
            self._close(tag, tag.word.removeprefix("end"))
        elif tag.word in _GOES_ON:
            self._go_on(tag)
        else:
            self.healed.append(tag)

    def _go_on(self, tag: Tag) -> None:
        if not self._close_down_to(_GOES_ON[tag.word]):
            self.never_opened.append(tag)
            return
        opened, (asked, _) = self._open[-1]
        went_on = (asked, False) if tag.word == "else" else (tag.inner.removeprefix("elif").strip(), True)
        self._open[-1] = (opened, went_on)
        self.healed.append(tag)

    def _close(self, tag: Tag, name: str) -> None:
        if not self._close_down_to((name,)):
            self.never_opened.append(tag)
            return
        self._open.pop()
        self.healed.append(tag)

    def _close_down_to(self, names: tuple[str, ...]) -> bool:
        """Whether such a block is open; those inside it that were forgotten are closed."""
        if not any(tag.word in names for tag, _ in self._open):
            return False
        while self._open[-1][0].word not in names:
            self._miss()
        return True

    def _miss(self) -> None:
        tag, _ = self._open.pop()
        self.never_closed.append(tag)
        self.healed.append(f"{{% end{tag.word} %}}")
