"""How fast a large caseload is read and checked: `python tests/benchmarks/bench_check.py [PUPILS] [ROUNDS]`.

In one run, on one file: Mentor XL's whole examination (read, calendar, due dates, checks), the reading
alone, and the plain way: openpyxl's read-only mode and one pydantic model a row, without any check.
Every way runs in a process of its own; prints medians, ratios and peak memory.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TODAY = "2026-11-23"


def whole(book: Path) -> int:
    """Everything that `mentor-xl check` does but printing."""
    import datetime as dt

    from mentor_xl.examine import examine
    from mentor_xl.workbook.files import open_grid

    gc.disable()  # as the command does
    return len(examine(open_grid(book), dt.date.fromisoformat(TODAY)).problems)


def reading(book: Path) -> int:
    """The casebook alone."""
    from mentor_xl.workbook.files import open_grid
    from mentor_xl.workbook.reading import read_casebook

    gc.disable()
    return len(read_casebook(open_grid(book)).casebook.sessions)


def plain(book: Path) -> int:
    """What a script would do: every row through a pydantic model, nothing looked up or explained."""
    import datetime as dt

    import openpyxl
    from pydantic import ValidationError, create_model

    from mentor_xl.casebook import SHEETS
    from mentor_xl.records import columns_of

    plain_types = {"date": dt.datetime | dt.date, "int": int, "number": float}
    workbook = openpyxl.load_workbook(book, read_only=True)
    rows = 0
    for record in SHEETS.values():
        if record.sheet_name == "Settings" or record.sheet_name not in workbook.sheetnames:
            continue
        kinds = {c.heading: plain_types.get(c.base, str) for c in columns_of(record)}
        fields = {f"f{i}": (kind | None, None) for i, kind in enumerate(kinds.values())}
        model = create_model(record.sheet_name.replace(" ", ""), **fields)  # type: ignore[call-overload]
        at: dict[int, str] = {}
        for row in workbook[record.sheet_name].iter_rows(values_only=True):
            if not at:
                at = {i: f"f{list(kinds).index(c)}" for i, c in enumerate(row) if c in kinds}
                continue
            values = {name: row[i] for i, name in at.items() if i < len(row)}
            if any(value is not None for value in values.values()):
                try:
                    model(**values)
                except ValidationError:
                    continue
                rows += 1
    return rows


WAYS: dict[str, Callable[[Path], int]] = {"whole": whole, "reading": reading, "plain": plain}


def measured(way: str, book: Path) -> dict[str, float]:
    """Seconds and megabytes of one way in a fresh process."""
    command = [sys.executable, __file__, "--one", way, str(book)]
    # An installed package is compiled: a run that compiles it anew each time would measure that.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    out = subprocess.run(command, check=True, capture_output=True, text=True, env=compiled).stdout
    result: dict[str, float] = json.loads(out)
    return result


def one(way: str, book: Path) -> None:
    """Run one way and say what it took."""
    started = time.perf_counter()
    count = WAYS[way](book)
    seconds = time.perf_counter() - started
    of_processor = time.process_time()
    # Not getrusage: on Linux its peak is handed down from the process that started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps({"seconds": seconds, "processor": of_processor, "megabytes": peak, "count": count}))


def main(pupils: int, rounds: int) -> None:
    """Interleave the ways and print what they took."""
    import datetime as dt

    from mentor_xl.workbook.sample import make_sample

    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "caseload.xlsx"
        book.write_bytes(make_sample(pupils=pupils, seed=1, today=dt.date.fromisoformat(TODAY)))
        print(f"{pupils} pupils, {book.stat().st_size / 1e6:.1f} MB, {rounds} rounds")
        taken: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
        for _ in range(rounds):
            for way, results in taken.items():
                results.append(measured(way, book))
    medians = {way: statistics.median(r["seconds"] for r in results) for way, results in taken.items()}
    # On a machine that does other work too, the least of the processor's own time says more.
    least = {way: min(r["processor"] for r in results) for way, results in taken.items()}
    for way, seconds in medians.items():
        peak = max(r["megabytes"] for r in taken[way])
        print(
            f"{way:8} {seconds:7.2f} s   {medians['plain'] / seconds:5.1f} x the plain way   "
            f"{least[way]:7.2f} s of the processor   {least['plain'] / least[way]:5.1f} x   {peak:5.0f} MB"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        numbers = [int(argument) for argument in sys.argv[1:]]
        main(*(numbers + [10_000, 3][len(numbers) :]))
