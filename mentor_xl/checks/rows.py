"""What many checks ask of one row: are two of its dates in order, is one filled where the other is?"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from mentor_xl.checks.register import Finding
from mentor_xl.dates import short
from mentor_xl.records import Record

R = TypeVar("R", bound=Record)


def out_of_order(records: Iterable[Record], earlier: str, later: str, message: str) -> Iterator[Finding]:
    """The rows on which the later date lies before the earlier one, at the later one's cell.

    ``message`` may say ``{earlier}`` and ``{later}``.
    """
    for record in records:
        first, second = getattr(record, earlier), getattr(record, later)
        if first is not None and second is not None and second < first:
            yield Finding(record, later, message.format(earlier=short(first), later=short(second)))


def is_blank(record: Record, attribute: str) -> bool:
    """Whether nothing stands in the cell; one that could not be read is not blank."""
    return getattr(record, attribute) is None and attribute not in record.unread


def is_filled(record: Record, attribute: str) -> bool:
    """Whether something stands in the cell, read or not."""
    return not is_blank(record, attribute)


def filled_alone(records: Iterable[Record], filled: str, blank: str, message: str) -> Iterator[Finding]:
    """The rows on which one cell is filled and the other, which belongs to it, is blank: at the blank one."""
    for record in records:
        if is_filled(record, filled) and is_blank(record, blank):
            yield Finding(record, blank, message)


def alike(records: Iterable[R], key: Callable[[R], Hashable | None]) -> Iterator[tuple[R, R]]:
    """Each row that has the key of an earlier one, with the first such row; a key of ``None`` is none."""
    first: dict[Hashable, R] = {}
    for record in records:
        found = key(record)
        if found is None:
            continue
        if found in first:
            yield first[found], record
        else:
            first[found] = record


def grouped(records: Iterable[R], key: Callable[[R], Hashable | None]) -> Iterator[list[R]]:
    """The rows that share a key, where more than one does."""
    found: defaultdict[Hashable, list[R]] = defaultdict(list)
    for record in records:
        value = key(record)
        if value is not None:
            found[value].append(record)
    return (rows for rows in found.values() if len(rows) > 1)
