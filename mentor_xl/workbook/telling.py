"""The problems met while a workbook is read, each put into its sentence and told once."""

from collections.abc import Mapping

from mentor_xl.catalogue import MEANINGS
from mentor_xl.problems import Place, Problem, Waiting
from mentor_xl.records import Column, Record


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
        details = details or {}
        meaning = MEANINGS[code]
        message, fix = meaning.message.format(**details), meaning.fix.format(**details)
        self.problems.append(Problem(code, meaning.severity, place, message, fix, ref, blocks))

    def waits_for(self, record: type[Record], column: Column) -> tuple[str, ...]:
        """What cannot be made while a cell of this column is wrong; ``row`` where the row hangs on it."""
        if column.attribute in record.needs:
            return ("row",)
        return self._waiting.get((record.sheet_name, column.heading), ())
