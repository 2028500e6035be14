"""Which cells hold free text, and whose are they?"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.records import Record, columns_of

_ALSO_FREE = frozenset(
    {
        ("Targets", "target"),
        ("Targets", "baseline"),
        ("Sessions", "next_step"),
        ("Steps", "what"),
        ("Steps", "next"),
        ("Rewards", "for_"),
        ("Events", "reasons"),
        ("Peer meetings", "mini_goal"),
        ("Referrals", "how_long_a_concern"),
        ("Explanations", "explanation"),
    }
)
"""One-line texts in which people write as they would in a note."""


class Written(NamedTuple):
    """A piece of free text and where it stands."""

    record: Record
    attribute: str
    text: str


@cache
def free_columns(record: type[Record]) -> tuple[str, ...]:
    """The fields of a sheet that hold free text."""
    return tuple(
        column.attribute
        for column in columns_of(record)
        if column.base == "note" or (record.sheet_name, column.attribute) in _ALSO_FREE
    )


def everything_written(casebook: Casebook) -> Iterator[Written]:
    """Every piece of free text in the workbook, in its order."""
    for name, record_class in SHEETS.items():
        attributes = free_columns(record_class)
        for record in getattr(casebook, name) if attributes else ():
            for attribute in attributes:
                text = getattr(record, attribute)
                if text:
                    yield Written(record, attribute, text)
