"""How is a table of an evaluation made, so that nothing in it is about too few?

A reader has the number of all pupils and every table at hand, and can take one from the other. So each
table accounts for all: those of whom it tells nothing are a cell of it, hidden with others where too few.
"""

from collections.abc import Iterable, Mapping

from mentor_xl.letter_parts.caseload import HIDDEN, CountLine, CountTable, count_lines
from mentor_xl.small_numbers import safe_counts, safe_share, safe_total

TOO_FEW = "Too few to be told."


def table(
    title: str, counts: Mapping[str, int], least: int, note: str = "", *, of: int, others: str
) -> CountTable:
    """Counts of one kind. Those too small stand together in one line; where all are, a sentence says so.

    ``of``: how many there are in all; ``others`` is what those in no count are called.
    """
    rest = of - sum(counts.values())
    if rest == of:
        return CountTable(title=title, lines=(), note=f"{others}: all." if of else "There were none.")
    cells = {**counts, others: rest} if rest else counts
    safe = dict(zip(cells, safe_counts(tuple(cells.values()), least), strict=True))
    told = {label: cells[label] for label in counts if safe[label] is not None}
    if not told:
        return CountTable(title=title, lines=(), note=TOO_FEW)
    found = list(count_lines(tuple(told), tuple(told.values())))
    together = [label for label, count in safe.items() if count is None]
    if together:
        hidden = sum(cells[label] for label in together)
        found.append(CountLine(label="; ".join(together), count=f"{hidden} together", bar=""))
    if safe.get(others):
        found.append(CountLine(label=others, count=str(rest), bar=""))
    return CountTable(title=title, lines=tuple(found), note=note)


def share_of(part: int, known: int, everyone: int, least: int) -> str:
    """A part of those of whom it is known; where too few are not known, of all: they are in the rest."""
    whole = known if safe_total(everyone - known, least) is not None else everyone
    share = safe_share(part, whole, least) if known else None
    return share.in_words if share else HIDDEN


def lines(title: str, said: Iterable[tuple[str, str]], note: str = "") -> CountTable:
    """Figures that need no bar; where none of them may be told, a sentence says so."""
    said = tuple(said)
    if said and all(figure == HIDDEN for _, figure in said):
        return CountTable(title=title, lines=(), note=TOO_FEW)
    found = tuple(CountLine(label=label, count=figure, bar="") for label, figure in said)
    return CountTable(title=title, lines=found, note=note)
