"""How many letters a second, beside other engines and beside the least that any engine could do?

    python -m pip install -e ".[bench]"
    python tests/benchmarks/bench_word.py [rounds]

Every engine makes the same letters (see word_letter.py), and what they say is compared before anything is
measured. Rounds are interleaved, so that a busy machine slows all alike: the ratios are what to trust. Of
three goes in a round the best counts, as what disturbs can only slow.
Where node and npm are, three JavaScript engines are installed into a temporary folder and take part.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2])]

from word_engines import (  # noqa: E402  our own code is found beside this file, installed or not
    Engine,
    PeersMissing,
    docx_mailmerge2,
    docxtpl,
    floor,
    node_engines,
    ours,
    render_alone,
)
from word_letter import JINJA, Letter, letters, template, text_of  # noqa: E402

from mentor_xl.word.kept_on_disk import TemplatesOnDisk  # noqa: E402
from mentor_xl.word.template import Template, TemplateCache  # noqa: E402

OURS, FLOOR, RENDER = "mentor_xl", "the floor", "Jinja's render alone"

GOES = 3

Times = dict[str, list[float]]


def assert_they_say_the_same(engines: Sequence[Engine], some: Sequence[Letter]) -> None:
    said: list[list[str]] = []
    for engine in engines:
        with tempfile.TemporaryDirectory() as folder:
            engine.milliseconds_a_letter(some, Path(folder))
            said = said or _texts(Path(folder), len(some))
            assert _texts(Path(folder), len(some)) == said, engine.name


def _texts(folder: Path, count: int) -> list[list[str]]:
    return [text_of((folder / f"{number}.docx").read_bytes()) for number in range(count)]


def measured(engines: Sequence[Engine], some: Sequence[Letter], rounds: int) -> tuple[Times, Times]:
    """In memory and written to files, a time for each engine and round: the best of three goes each."""
    in_memory: Times = {engine.name: [] for engine in engines}
    written: Times = {engine.name: [] for engine in engines}
    for _ in range(rounds):
        for engine in engines:
            share = some[: engine.at_once]
            in_memory[engine.name].append(
                min(engine.milliseconds_a_letter(share, None) for _ in range(GOES))
            )
            written[engine.name].append(min(_to_new_files(engine, share) for _ in range(GOES)))
    return in_memory, written


def _to_new_files(engine: Engine, share: Sequence[Letter]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return engine.milliseconds_a_letter(share, Path(folder))


def ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """The median of the ratios inside each round."""
    return statistics.median(a / b for a, b in zip(these, those, strict=True))


def table(engines: Sequence[Engine], in_memory: Times, written: Times) -> list[str]:
    """A Markdown table; ratios are in memory."""
    lines = [
        "| engine | version | ms a letter in memory | in a new file | times our time | times the floor |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for engine in sorted(engines, key=lambda engine: statistics.median(in_memory[engine.name])):
        memory, file = in_memory[engine.name], written[engine.name]
        middle = f"{statistics.median(memory):.3f} | {statistics.median(file):.3f}"
        times = f"{ratio(memory, in_memory[OURS]):.1f} | {ratio(memory, in_memory[FLOOR]):.1f}"
        lines.append(f"| {engine.name} | {engine.version} | {middle} | {times} |")
    return lines


def said_of_the_floor(in_memory: Times, written: Times) -> list[str]:
    """How near to the floor we are, with and without what Jinja needs to say the letter at all."""
    render = in_memory[RENDER]
    lines = []
    for where, times in (("in memory", in_memory), ("written", written)):
        with_render = [a + b for a, b in zip(times[FLOOR], render, strict=True)]
        alone, counted = ratio(times[FLOOR], times[OURS]), ratio(with_render, times[OURS])
        lines.append(f"{where}: {alone:.0%} of the floor; with Jinja's render counted in, {counted:.0%}")
    return lines


def milliseconds_to_compile() -> tuple[float, float]:
    """A template compiled, and one taken from where it is kept."""
    source = template(JINJA)
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for _ in range(2):
            begun = time.perf_counter()
            Template.compile(source, cache=TemplateCache(store=TemplatesOnDisk(Path(folder) / "kept")))
            times.append((time.perf_counter() - begun) * 1000)
    return times[0], times[1]


def main(rounds: int) -> None:
    some = letters(300)
    engines: list[Engine] = [docxtpl(), ours()]
    with tempfile.TemporaryDirectory() as folder:
        for peers in (docx_mailmerge2, partial(node_engines, Path(folder))):
            try:
                engines += peers()
            except PeersMissing as missing:
                print(f"Measured without {missing}.")
        assert_they_say_the_same(engines, some[:4])
        bare: list[Engine] = [floor(some[0]), render_alone()]
        measured([*engines, *bare], some, rounds=1)  # to warm up: node compiles what runs often
        in_memory, written = measured([*engines, *bare], some, rounds)
    print("\n".join(table([*engines, bare[0]], in_memory, written)))
    print(f"Jinja's render alone: {statistics.median(in_memory[RENDER]):.3f} ms")
    print("\n".join(said_of_the_floor(in_memory, written)))
    size = len(ours().make(some[0])) / 1024  # type: ignore[arg-type]
    smaller = len(bare[0].make(some[0])) / 1024  # type: ignore[attr-defined]
    compiled, kept = milliseconds_to_compile()
    print(f"a template is compiled in {compiled:.0f} ms, or taken from where it is kept in {kept:.1f} ms")
    print(f"a letter is {size:.0f} KB, and {smaller:.0f} KB with every part deflated as one")
    print(f"{rounds} rounds of {GOES}; Python {platform.python_version()}, {os.cpu_count()} processors")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
