"""What can be wrong with a letter template or with what it was given, and where in the template it shows.

Every sentence quotes the template's own words only: never a value, because values are about pupils.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mentor_xl.errors import MentorError

Reason = Literal["missing", "blank", "refused", "unprintable", "endless", "fault"]

NOT_A_WORD_DOCUMENT = (
    "The template is not a Word document that can be read. Save it in Word as .docx and try again."
)

_LONGEST_QUOTE = 120

_WHAT_IS_WRONG: dict[Reason, str] = {
    "missing": "which the letter does not have",
    "blank": "which is blank here",
    "refused": "which a template may not use",
    "unprintable": "which is not words, a number or a date, so it cannot be printed",
    "endless": "and it would be more than any letter holds",
    "fault": "which cannot be worked out",
}


@dataclass(frozen=True)
class TemplatePlace:
    """Where in a template: the part, the paragraph counted from 1 as the part has them, and its text."""

    part: str
    paragraph: int | None
    text: str

    def __str__(self) -> str:
        """For example: body, paragraph 3: “Dear {{ parent.name }},”."""
        where = self.part if self.paragraph is None else f"{self.part}, paragraph {self.paragraph}"
        if not self.text:
            return where
        quoted = self.text if len(self.text) <= _LONGEST_QUOTE else self.text[: _LONGEST_QUOTE - 1] + "…"
        return f"{where}: “{quoted}”"


class TemplateFault(MentorError):
    """A letter template that cannot be used: not a Word document, or its tags do not fit together."""

    def __init__(self, what: str, place: TemplatePlace | None = None) -> None:
        super().__init__(what if place is None else f"{what} ({place})")
        self.what = what
        self.place = place

    def __reduce__(self) -> tuple[type[TemplateFault], tuple[object, ...]]:
        """A process that renders for another one hands its faults over whole."""
        return type(self), (self.what, self.place)


class RenderError(MentorError):
    """One letter that could not be made; names the field and the place in the template, never a value."""

    def __init__(self, place: TemplatePlace, field: str | None, reason: Reason, detail: str = "") -> None:
        asked = f"“{field}”" if field else "something"
        also = f" [{detail}]" if detail else ""
        super().__init__(f"The template asks for {asked}, {_WHAT_IS_WRONG[reason]}{also} ({place})")
        self.place = place
        self.field = field
        self.reason: Reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[RenderError], tuple[object, ...]]:
        """A process that renders for another one hands its faults over whole."""
        return type(self), (self.place, self.field, self.reason, self.detail)

    @property
    def part(self) -> str:
        """The part of the document: body, header, first-page header, footnotes …"""
        return self.place.part

    @property
    def paragraph(self) -> int | None:
        """The paragraph's number in that part, counted from 1 with those in tables; None in properties."""
        return self.place.paragraph

    @property
    def text(self) -> str:
        """The paragraph's text as the template has it."""
        return self.place.text


class PictureRefused(MentorError):
    """A picture that cannot go into a letter; the sentence says what kind is taken instead."""
