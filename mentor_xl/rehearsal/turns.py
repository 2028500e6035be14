"""The rehearsal: every sort of canary, in turns, in every column that letters print, for every reader."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mentor_xl.examine import Examined
from mentor_xl.planning import Selection
from mentor_xl.rehearsal.beyond import kept_columns
from mentor_xl.rehearsal.canaries import Canaries, tokens
from mentor_xl.rehearsal.groups import GROUPS, Planted, Spot
from mentor_xl.rehearsal.office import Also, Pdf, office_files
from mentor_xl.rehearsal.printing import Press, Printed, Proof, proof
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.safety import SafetyGate
from mentor_xl.stationery import Stationery


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of it."""

    tallies: tuple[Tally, ...]
    letters: int
    """Letters that were printed and looked through."""
    columns: int
    """Columns of typed words that some letter prints."""

    @property
    def let_through(self) -> int:
        """Canaries that stood where they must not: there must be none."""
        return sum(len(tally.let_through) for tally in self.tallies)


def rehearse(
    examined: Examined, stationery: Stationery, scratch: Path, also: Also, pdf: Pdf | None = None
) -> Rehearsal:
    """Plant, print, search and ask the gate.

    ``also``: what ``build`` adds to the letters; ``pdf``: makes their PDFs. Both go to ``scratch``.
    """
    press, canaries = Press(examined, stationery), Canaries(examined.casebook)
    printed = proof(press, canaries)
    tried, count = _in_turns(press, printed, canaries)
    office = office_files(press, printed, canaries, scratch, (also, pdf))
    tallies = (*tried, kept_columns(press, printed), office)
    columns = {(cell.sheet, cell.attribute) for cell, _ in printed.found}
    return Rehearsal(tallies, len(printed.letters) + count, len(columns))


# -- typed where letters print them -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """One canary, to be planted for one pupil."""

    group: int
    spot: Spot
    kinds: tuple[str, ...]


def _in_turns(press: Press, printed: Proof, canaries: Canaries) -> tuple[list[Tally], int]:
    """Each sort in each column, until every kind and reader that print the column have been tried."""
    tallies, count = [group.tally() for group in GROUPS], 0
    for trials in _rounds(_trials(printed)):
        book, planted = printed.casebook, list[tuple[Trial, Planted]]()
        for trial in trials:
            one = GROUPS[trial.group].plant(book, trial.spot, canaries)
            book = one.casebook
            planted.append((trial, one))
        gate = SafetyGate(book, press.examined.today)
        for trial, one in planted:
            tally = tallies[trial.group]
            tally.planted += 1
            count += _try(press, gate, trial, one, tally)
    return tallies, count


def _try(press: Press, gate: SafetyGate, trial: Trial, planted: Planted, tally: Tally) -> int:
    """Print the letters that print the cell; how many they were."""
    cell, read, book = trial.spot.cell, press.examined.casebook, gate.casebook
    place = str(read.place(cell.record(read), cell.attribute))
    mine, count = tokens(planted.text), 0
    for document, data in press.letters(book, Selection(trial.kinds, (trial.spot.ref,))):
        count += 1
        if mine.isdisjoint(press.searcher.tokens_in(data)):
            continue
        if planted.may_read(book, document):
            tally.told += 1
        else:
            tally.judge(document, place, (fault.code for fault in gate.faults_in(data, document)))
    return count


def _trials(printed: Proof) -> Iterator[Trial]:
    columns: defaultdict[tuple[str, str], list[tuple[Spot, set[Printed]]]] = defaultdict(list)
    for (cell, ref), letters in printed.found.items():
        if ref is not None and cell.attribute != "upn":
            columns[cell.sheet, cell.attribute].append((Spot(cell, ref, 0), set(letters)))
    turn = 0
    for group in range(len(GROUPS)):
        for _, spots in sorted(columns.items()):
            left = set[Printed]().union(*(letters for _, letters in spots))
            start = turn % len(spots)
            for spot, letters in (*spots[start:], *spots[:start]):
                if gain := letters & left:
                    left -= gain
                    yield Trial(group, replace(spot, turn=turn), tuple(sorted({kind for kind, _ in gain})))
                    turn += 1


def _rounds(trials: Iterator[Trial]) -> list[list[Trial]]:
    """Those of a round do not meet: no pupil, and no row that pupils share, has two."""
    rounds: list[list[Trial]] = []
    met: list[set[object]] = []
    for trial in trials:
        keys = {trial.spot.ref, trial.spot.cell[:2]}
        free = next((at for at, taken in enumerate(met) if taken.isdisjoint(keys)), len(rounds))
        if free == len(rounds):
            rounds.append([])
            met.append(set())
        rounds[free].append(trial)
        met[free] |= keys
    return rounds
