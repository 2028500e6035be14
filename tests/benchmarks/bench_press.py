"""How long from the press of a button to the letter on disk? In a fresh process, compiled templates kept.

``python tests/benchmarks/bench_press.py [PUPILS] [TIMES]``; 20 pupils are some 500 rows. Excel is one of
plain Python that answers at once: what is measured is our own time, stage by stage.
"""

import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parents[1]
_CHILD = """
import gc, sys, time
began = time.time()
gc.disable()  # as the command line does
sys.path.insert(0, sys.argv[2])
import json
from pathlib import Path
spans = {}
def timed(name, do):
    def run(*a, **k):
        start = time.perf_counter()
        try:
            return do(*a, **k)
        finally:
            spans[name] = time.perf_counter() - start
            spans['at ' + name] = time.time()
    return run
start = time.perf_counter()
import mentor_xl.ribbon
spans['imports'] = time.perf_counter() - start
from live import press_once
from mentor_xl.live import front, writing
start = time.perf_counter()
app_of = press_once.app_of
def made_before(*a):
    start = time.perf_counter()
    try:
        return app_of(*a)
    finally:
        spans['fake'] = time.perf_counter() - start
press_once.app_of = made_before
front.examine = timed('read and examine', front.examine)
writing.build = timed('plan and write', writing.build)
press_once.press_letter(Path(sys.argv[1]), 'consent', int(sys.argv[3]))
over = time.time()
spans['rest'] = over - spans['at plan and write']
print(json.dumps(spans | {'began': began}))
"""
_OURS = ("Start", "Dashboard", "Lists", "Due", "Problems", "Letters log")
STAGES = ("python starts", "imports", "read and examine", "plan and write", "letter on disk after", "the log")


def one_press(home: Path, row: int) -> dict[str, float]:
    """The seconds of each stage."""
    asked = time.time()
    command = [sys.executable, "-c", _CHILD, str(home), str(TESTS), str(row)]
    # An installed package is compiled; a checkout may be told not to keep what Python compiled.
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=TESTS.parent, env=os.environ | compiled
    )
    told = json.loads(done.stdout.splitlines()[-1])
    starts = told["began"] - asked
    parts = [starts, told["imports"], told["read and examine"], told["plan and write"]]
    return dict(zip(STAGES, [*parts, sum(parts), told["rest"]], strict=True))


def main(pupils: int = 20, times: int = 9) -> None:
    """Show the median of each stage, in milliseconds."""
    sys.path.insert(0, str(TESTS))
    from live.press_once import keep

    from mentor_xl.workbook.files import FileGrid
    from mentor_xl.workbook.sample import make_sample

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        grid = FileGrid("sample.xlsx", make_sample(pupils=pupils, seed=1, today=dt.date(2026, 11, 23)))
        keep(grid, home / "book.pickle")
        cold = one_press(home, 3)
        warm = [one_press(home, 3) for _ in range(times)]
        letters = len(list(home.rglob("*.docx")))
        rows = sum(len(list(grid.rows(name))) for name in grid.sheet_names() if name not in _OURS)
    print(f"{pupils} pupils, {rows} rows; {times} fresh processes; {letters} letters. Milliseconds:")
    print(f"{'':24}{'first ever':>12}{'median':>10}{'best':>10}")
    for stage in STAGES:
        found = [one[stage] * 1000 for one in warm]
        print(f"{stage:24}{cold[stage] * 1000:12.0f}{statistics.median(found):10.0f}{min(found):10.0f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
