"""What does the safety gate cost? `python tests/benchmarks/bench_safety.py [PUPILS] [LETTERS] [ROUNDS]`.

In one run, on the same letters: making them (planning, rendering) and looking through them, from the finished
bytes and against the names, IDs and addresses of everybody in the workbook. Rounds are interleaved and the
best counts, in processor time; the ratio is what to trust. Prints how long the register takes, once for a
workbook, and that no letter was stopped. The gate is new in each round, so that what it does once for each
pupil is in the figure; the median is that of the single letters.
"""

import datetime as dt
import gc
import sys
import time
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from mentor_xl.build import fields_of
from mentor_xl.documents import Document
from mentor_xl.examine import Examined, examine
from mentor_xl.planning import Selection, plan
from mentor_xl.safety import SafetyGate
from mentor_xl.shipped import shipped_folder
from mentor_xl.stationery import Stationery
from mentor_xl.word.render import render
from mentor_xl.workbook.files import open_grid
from mentor_xl.workbook.sample import make_sample

TODAY = dt.date(2026, 11, 23)


def seconds_since(start: float) -> float:
    """Processor time."""
    return time.process_time() - start


def a_caseload(pupils: int) -> Examined:
    """A made-up caseload, read and checked."""
    with TemporaryDirectory() as folder:
        book = Path(folder) / "caseload.xlsx"
        book.write_bytes(make_sample(pupils=pupils, seed=1, today=TODAY))
        return examine(open_grid(book), TODAY)


def median_of_letters(gate: SafetyGate, made: list[tuple[bytes, Document]]) -> float:
    """What the letter in the middle takes, in seconds."""
    taken = []
    for data, document in made:
        start = time.process_time()
        gate.faults_in(data, document)
        taken.append(seconds_since(start))
    return median(taken)


def main(pupils: int, letters: int, rounds: int) -> None:
    """Make the letters and look through them, again and again."""
    examined = a_caseload(pupils)
    stationery = Stationery((shipped_folder("letter_templates"),))
    start = time.process_time()
    items = islice(plan(examined, Selection()), letters * 2)
    planned = [one for one in items if isinstance(one, Document)][:letters]
    planning = seconds_since(start)
    for document in planned:
        stationery.template(document)
    gc.disable()
    best = {"register": 9e9, "rendering": 9e9, "looking": 9e9}
    stopped, middle = 0, 9e9
    for _ in range(rounds):
        start = time.process_time()
        gate = SafetyGate(examined.casebook, TODAY)
        best["register"] = min(best["register"], seconds_since(start))
        start = time.process_time()
        made = [(render(stationery.template(one), fields_of(one.context)), one) for one in planned]
        best["rendering"] = min(best["rendering"], seconds_since(start))
        start = time.process_time()
        stopped = sum(bool(gate.faults_in(data, one)) for data, one in made)
        best["looking"] = min(best["looking"], seconds_since(start))
        middle = min(middle, median_of_letters(SafetyGate(examined.casebook, TODAY), made))
    count = len(planned)
    print(f"{pupils} pupils, {count} letters, {rounds} rounds; {stopped} letters stopped")
    print(f"register   {best['register'] * 1e3:8.1f} ms, once for a workbook")
    for name, taken in {"planning": planning, **best}.items():
        if name != "register":
            print(f"{name:10} {taken / count * 1e3:8.3f} ms a letter")
    print(f"{'looking':10} {middle * 1e3:8.3f} ms, the median of the letters")
    slower = best["looking"] / (planning + best["rendering"])
    print(f"a letter takes {1 + slower:.2f} times as long with the gate as without")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [2_000, 1_000, 5][len(numbers) :]))
