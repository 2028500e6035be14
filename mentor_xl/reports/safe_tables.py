"""How is a table of an evaluation made, so that nothing in it is about too few?"""

from collections.abc import Iterable

from mentor_xl.letter_parts.caseload import HIDDEN, CountLine, CountTable, count_lines
from mentor_xl.small_numbers import safe_counts

TOO_FEW = "Too few to be told."


def table(title: str, counts: dict[str, int], least: int, note: str = "") -> CountTable:
    """Counts of one kind. Those too small stand together in one line; where all are, a sentence says so."""
    if not any(counts.values()):
        return CountTable(title=title, lines=(), note="There were none.")
    safe = dict(zip(counts, safe_counts(tuple(counts.values()), least), strict=True))
    told = {label: count for label, count in safe.items() if count is not None}
    if not told:
        return CountTable(title=title, lines=(), note=TOO_FEW)
    together = tuple(label for label, count in safe.items() if count is None)
    found = count_lines(tuple(told), tuple(told.values()))
    if together:
        rest = sum(counts.values()) - sum(told.values())
        found = (*found, CountLine(label="; ".join(together), count=f"{rest} together", bar=""))
    return CountTable(title=title, lines=found, note=note)


def lines(title: str, said: Iterable[tuple[str, str]], note: str = "") -> CountTable:
    """Figures that need no bar; where none of them may be told, a sentence says so."""
    said = tuple(said)
    if said and all(figure == HIDDEN for _, figure in said):
        return CountTable(title=title, lines=(), note=TOO_FEW)
    found = tuple(CountLine(label=label, count=figure, bar="") for label, figure in said)
    return CountTable(title=title, lines=found, note=note)
