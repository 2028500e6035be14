"""The rehearsal: every sort of canary, in turns, in every column that letters print, for every reader."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mentor_xl.build import Build
from mentor_xl.casebook import Casebook
from mentor_xl.examine import Examined
from mentor_xl.planning import Selection
from mentor_xl.rehearsal.beyond import kept_columns
from mentor_xl.rehearsal.canaries import Canaries, tokens
from mentor_xl.rehearsal.groups import GROUPS, Group, Planted, Spot
from mentor_xl.rehearsal.office import Also, office_files
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
    examined: Examined,
    stationery: Stationery,
    scratch: Path,
    also: Also,
    pdf: Callable[[Build], object] | None = None,
) -> Rehearsal:
    """Plant, print, search and ask the gate.

    ``also``: what ``build`` adds to the letters; ``pdf``: makes their PDFs. Both go to ``scratch``.
    """
    press, canaries = Press(examined, stationery), Canaries(examined.casebook)
    printed = proof(press, canaries)
    tried, count = in_turns(press, printed, canaries)
    tallies = (
        *tried,
        kept_columns(press, printed),
        office_files(press, printed, canaries, scratch, also, pdf),
    )
    columns = {(cell.sheet, cell.attribute) for cell, _ in printed.found}
    return Rehearsal(tallies, len(printed.letters) + count, len(columns))


# -- typed where letters print them -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trial:
    """One canary, to be planted for one pupil."""

    group: Group
    spot: Spot
    kinds: tuple[str, ...]


def in_turns(
    press: Press, printed: Proof, canaries: Canaries, groups: Sequence[Group] = GROUPS
) -> tuple[tuple[Tally, ...], int]:
    """Each sort in each column, until every kind and reader that print the column have been tried.

    What came of it, and how many letters were printed for it.
    """
    tallies, count = {group: group.tally() for group in groups}, 0
    for trials in _rounds(_trials(printed, groups)):
        book, planted = printed.casebook, list[tuple[Trial, Planted]]()
        for trial in trials:
            one = trial.group.plant(book, trial.spot, canaries)
            book = one.casebook
            planted.append((trial, one))
        gate = press.gate(book)
        for trial, one in planted:
            tally = tallies[trial.group]
            tally.planted += 1
            count += _try(press, book, gate, trial, one, tally)
    return tuple(tallies.values()), count


def _try(press: Press, book: Casebook, gate: SafetyGate, trial: Trial, planted: Planted, tally: Tally) -> int:
    """Print the letters that print the cell; how many they were."""
    place = trial.spot.cell.place(book)
    mine, count = tokens(f"{planted.text}|{planted.people}"), 0
    for document, data in press.letters(book, Selection(trial.kinds, (trial.spot.ref,))):
        count += 1
        if mine.isdisjoint(press.searcher.tokens_in(data)):
            continue
        if planted.may_read(book, document):
            tally.told += 1
        else:
            tally.judge(document, place, (fault.code for fault in gate.faults_in(data, document)))
    return count


def _trials(printed: Proof, groups: Sequence[Group]) -> Iterator[Trial]:
    columns: defaultdict[tuple[str, str], list[tuple[Spot, set[Printed]]]] = defaultdict(list)
    for (cell, ref), letters in printed.found.items():
        if ref is not None and cell.attribute != "upn":
            columns[cell.sheet, cell.attribute].append((Spot(cell, ref, 0), set(letters)))
    turn = 0
    for group in groups:
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
