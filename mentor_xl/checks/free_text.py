"""Which cells hold words that somebody typed, and whose are they?

Some columns are notes. Every other column in which people type words may hold as much: *Place* says “Room 3
(midwife)”, *Attended by* names a friend. What a template can print is looked through, whatever its column.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from mentor_xl.casebook import SHEETS, Casebook, own_column, text_in
from mentor_xl.records import Column, Record, columns_of
from mentor_xl.vocabulary import GROWING

_ALSO_NOTES = frozenset(
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
_NAMES_AND_PLACES = frozenset(
    (
        "title", "forename", "surname", "legal_forename", "legal_surname", "known_as", "upn",
        "address_line_1", "address_line_2", "town", "postcode", "email",
    )
)  # fmt: skip
"""Who somebody is and where they live: questions of their own are asked of these. Molly is no drug."""
_OF_NO_PUPIL = frozenset(
    ("Settings", "Calendar", "Staff", "Training", "Policies", "Rules", "Explanations")
)
"""Sheets that say nothing of a pupil: what a letter prints of them is the school's to everybody."""


class Written(NamedTuple):
    """A piece of free text and where it stands."""

    record: Record
    attribute: str
    text: str


@cache
def note_columns(record: type[Record]) -> tuple[str, ...]:
    """The fields of a sheet that hold notes, be they short."""
    return tuple(column.attribute for column in columns_of(record) if _is_note(record, column))


@cache
def typed_columns(record: type[Record]) -> tuple[str, ...]:
    """The fields of a sheet that hold words which somebody typed, notes among them."""
    return tuple(
        column.attribute
        for column in columns_of(record)
        if _is_note(record, column)
        or (record.sheet_name not in _OF_NO_PUPIL and _may_hold_words(column))
    )


def _is_note(record: type[Record], column: Column) -> bool:
    return column.base == "note" or (record.sheet_name, column.attribute) in _ALSO_NOTES


def _may_hold_words(column: Column) -> bool:
    """Whether anything may be typed there: a text, a list that grows, a key that is no ID."""
    if column.attribute in _NAMES_AND_PLACES:
        return False
    is_name = column.base == "key" and column.heading in ("Group", "Agency", "Measure")
    return column.base in ("text", "text;") or is_name or column.target in GROWING


def is_note(written: Written) -> bool:
    """Whether a text stands in a column of notes."""
    return written.attribute in note_columns(type(written.record))


Columns = Callable[[type[Record]], tuple[str, ...]]
"""Which fields of a sheet are meant: ``note_columns`` or ``typed_columns``."""


Texts = Mapping[tuple[str, str], frozenset[str]]
"""What stands in each column, without the cells it stands in: by the casebook's field and the record's."""


def texts_by_column(casebook: Casebook, columns: Columns) -> Texts:
    """The texts of such columns; with ``typed_columns`` the school's own are among them."""
    return {
        (name, attribute): frozenset(
            filter(None, (text_in(record, attribute) for record in getattr(casebook, name)))
        )
        for name, record_class in SHEETS.items()
        if name != "settings"
        for attribute in (*columns(record_class), *_own(casebook, record_class, columns))
    }


def _own(casebook: Casebook, record: type[Record], columns: Columns) -> Iterator[str]:
    layout = casebook.layouts.get(record.sheet_name)
    if layout is not None and columns is typed_columns:
        yield from map(own_column, layout.own)


def written_where(casebook: Casebook, texts: Texts, holds: Callable[[str], bool]) -> Iterator[Written]:
    """The cells whose text is such, in the workbook's order; what stands in many is looked at once."""
    such = frozenset(filter(holds, frozenset[str]().union(*texts.values())))
    columns: defaultdict[str, list[str]] = defaultdict(list)
    for (name, attribute), found in texts.items():
        if not found.isdisjoint(such):
            columns[name].append(attribute)
    for name, attributes in columns.items():
        for record in getattr(casebook, name):
            for attribute in attributes:
                text = text_in(record, attribute)
                if text in such:
                    yield Written(record, attribute, text)
