"""Which cells hold free text, and whose are they?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter
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


FreeColumn = tuple[str, str]
"""The casebook's field and the record's."""


def texts_by_column(casebook: Casebook) -> dict[FreeColumn, frozenset[str]]:
    """What stands in each column of free text, without the cells in which it stands."""
    return {
        (name, attribute): frozenset(filter(None, map(attrgetter(attribute), getattr(casebook, name))))
        for name, record_class in SHEETS.items()
        if name != "settings"
        for attribute in free_columns(record_class)
    }


def written_among(
    casebook: Casebook, texts: Mapping[FreeColumn, frozenset[str]], wanted: frozenset[str]
) -> Iterator[Written]:
    """The cells in which one of these texts stands, in the workbook's order."""
    columns: defaultdict[str, list[str]] = defaultdict(list)
    for (name, attribute), found in texts.items():
        if not found.isdisjoint(wanted):
            columns[name].append(attribute)
    for name, attributes in columns.items():
        for record in getattr(casebook, name):
            for attribute in attributes:
                text = getattr(record, attribute)
                if text in wanted:
                    yield Written(record, attribute, text)
