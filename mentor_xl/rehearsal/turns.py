"""The rehearsal: every sort of canary, in turns, in every column that letters print, for every reader."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from mentor_xl.casebook import Casebook
from mentor_xl.examine import Examined
from mentor_xl.planning import Selection
from mentor_xl.rehearsal.beyond import kept_columns
from mentor_xl.rehearsal.canaries import Canaries, tokens
from mentor_xl.rehearsal.groups import GROUPS, Group, Planted, Trial
from mentor_xl.rehearsal.office import Also, office_files
from mentor_xl.rehearsal.planting import Cell
from mentor_xl.rehearsal.printing import Press, Printed, Proof, proof
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.safety import SafetyGate
from mentor_xl.stationery import Stationery


def rehearse(
    examined: Examined, stationery: Stationery, scratch: Path, *, also: Also, pdf: bool = False
) -> tuple[Tally, ...]:
    """Plant, print, search and ask the gate; ``also``: what ``build`` adds to the letters in ``scratch``."""
    press, canaries = Press(examined, stationery), Canaries(examined.casebook)
    printed = proof(press, canaries)
    return (
        *in_turns(press, printed, canaries),
        kept_columns(press, printed),
        office_files(press, printed, canaries, scratch, also=also, pdf=pdf),
    )


def in_turns(
    press: Press, printed: Proof, canaries: Canaries, groups: Sequence[Group] = GROUPS
) -> tuple[Tally, ...]:
    """Each sort in each column, until every kind and reader that print the column have been tried.

    No letter holds two of them, so that each gate is tried alone.
    """
    tallies = {group: Tally(group.what, group.gate, frozenset(group.codes)) for group in groups}
    for trials in _rounds(_trials(printed, groups)):
        book, planted = printed.casebook, list[tuple[Trial, Planted]]()
        for trial in trials:
            one = trial.group.plant(book, trial, canaries)
            book = one.casebook
            planted.append((trial, one))
        gate = press.gate(book)
        for trial, one in planted:
            _print(press, book, gate, trial, one, tallies[trial.group])
    return tuple(tallies.values())


def _print(  # noqa: PLR0917 - all of a round
    press: Press, book: Casebook, gate: SafetyGate, trial: Trial, planted: Planted, tally: Tally
) -> None:
    """Print the letters that print the cell, and count what becomes of each."""
    mine = tokens(f"{planted.text}|{planted.people}")
    tally.planted += 1
    for document, data in press.letters(book, Selection(trial.kinds, (trial.ref,))):
        tally.letters += 1
        if mine.isdisjoint(press.searcher.tokens_in(data)):
            continue
        if planted.may_read(book, document):
            tally.told += 1
        else:
            codes = (fault.code for fault in gate.faults_in(data, document))
            tally.judge(document, trial.cell.place(book), codes)


def _trials(printed: Proof, groups: Sequence[Group]) -> Iterator[Trial]:
    columns: defaultdict[tuple[str, str], list[tuple[Cell, str, set[Printed]]]] = defaultdict(list)
    for (cell, ref), letters in printed.found.items():
        if ref is not None and cell.attribute != "upn":
            columns[cell.sheet, cell.attribute].append((cell, ref, set(letters)))
    turn = 0
    for group in groups:
        for _, cells in sorted(columns.items()):
            left = set[Printed]().union(*(letters for _, _, letters in cells))
            start = turn % len(cells)
            for cell, ref, letters in (*cells[start:], *cells[:start]):
                if gain := letters & left:
                    left -= gain
                    yield Trial(group, tuple(sorted({kind for kind, _ in gain})), cell, ref, turn)
                    turn += 1


def _rounds(trials: Iterator[Trial]) -> list[list[Trial]]:
    """Those of a round do not meet: no pupil, and no row that pupils share, has two."""
    rounds: list[tuple[list[Trial], set[object]]] = []
    for trial in trials:
        keys = {trial.ref, trial.cell[:2]}
        free = next((one for one in rounds if keys.isdisjoint(one[1])), None)
        if free is None:
            free = ([], set())
            rounds.append(free)
        free[0].append(trial)
        free[1].update(keys)
    return [trials for trials, _ in rounds]
