"""The problems met while a workbook is read, each put into its sentence and told once."""

from collections.abc import Mapping

from mentor_xl.catalogue import MEANINGS
from mentor_xl.problems import UNSAID, Place, Problem, Waiting, quoted
from mentor_xl.records import Column, Record

UNSAYABLE = quoted("words that may be anything")
"""What stands for a value that is not repeated."""


class Telling:
    """Collects problems in the order they are met."""

    def __init__(self, waiting: Waiting) -> None:
        self.problems: list[Problem] = []
        self._waiting = waiting

    def say(
        self,
        code: str,
        place: Place,
        details: Mapping[str, str] | None = None,
        *,
        ref: str | None = None,
        blocks: tuple[str, ...] = (),
    ) -> None:
        """Tell what the catalogue has for a code, with ``details`` in its blanks."""
        details = _in_words(details or {})
        meaning = MEANINGS[code]
        message, fix = meaning.message.format(**details), meaning.fix.format(**details)
        self.problems.append(Problem(code, meaning.severity, place, message, fix, ref, blocks))

    def waits_for(self, record: type[Record], column: Column) -> tuple[str, ...]:
        """What cannot be made while a cell of this column is wrong; ``row`` where the row hangs on it."""
        if column.attribute in record.needs:
            return ("row",)
        return self._waiting.get((record.sheet_name, column.heading), ())


def _in_words(details: Mapping[str, str]) -> Mapping[str, str]:
    """What a sentence needs beside a value: “x”, which … or something that …; and what is ``named``.

    A heading that ends in *is* stands in quotation marks: “Better is” is blank.
    """
    heading, value = details.get("heading", ""), details.get("value", "")
    that = "something that" if value == UNSAYABLE else f"{value}, which"
    named = f"This {heading}" if value == UNSAID else f"{heading} {value}"
    heading = f"“{heading}”" if heading.endswith(" is") else heading
    return {**details, "that": that, "named": named, "heading": heading}
