"""How many letters a second, beside docxtpl and beside the least that any engine could do?

    python tests/benchmarks/bench_word.py [rounds]

One letter of two pages: letterhead picture, header and footer fields, eight paragraphs, three conditional
ones, a table of six rows. Every engine makes the same letters; rounds are interleaved, so that a busy machine
slows all of them alike. The ratios are what to trust. Nothing is asserted but that the texts are the same.
"""

from __future__ import annotations

import io
import os
import random
import statistics
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate
from jinja2 import Environment

sys.path[:0] = [str(Path(__file__).parents[2])]

from mentor_xl.word.package import Package  # noqa: E402  found beside this file, installed or not
from mentor_xl.word.render import render  # noqa: E402
from mentor_xl.word.template import Template  # noqa: E402

Letter = dict[str, Any]
Engine = Callable[[Letter], bytes]

PLENTY = 300
FEW = 6

SENTENCE = (
    "Mentoring is going well: we meet every week, look at the small steps agreed last time and choose"
    " the next one together. "
)


def words(document: WordDocument, text: str) -> None:
    """A paragraph as Word writes one: several runs, each with its own properties."""
    paragraph = document.add_paragraph()
    for number in range(0, len(text), 110):
        run = paragraph.add_run(text[number : number + 110])
        run.font.name, run.font.size = "Arial", Pt(10.5)


def photograph(side: int = 180) -> bytes:
    """A picture that does not compress, as a letterhead's does not."""
    noise = random.Random(7)  # noqa: S311  the same picture each time, not a secret
    rows = b"".join(b"\x00" + noise.randbytes(side) for _ in range(side))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def template() -> bytes:
    """The letter that every engine fills in."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(photograph()), width=Mm(40))
    section.header.add_paragraph("Reference {{ ref }}    Confidential: {{ pupil }}")
    section.footer.paragraphs[0].text = "Letter about {{ pupil }}, born {{ dob }}"
    for field in ("today", "parent", "street", "town"):
        words(document, f"{{{{ {field} }}}}")
    words(document, "Dear {{ parent }},")
    for _ in range(5):
        words(
            document, "{{ first }} and I met. " + SENTENCE * 4 + "Ring {{ mentor }} if {{ first }} is away."
        )
    for question in ("urgent", "interpreter", "has_plan"):
        words(document, f"{{%p if {question} %}}")
        words(document, "{{ first }}: " + SENTENCE * 2)
        words(document, "{%p endif %}")
    table = document.add_table(rows=4, cols=4)
    table.style = "Table Grid"
    rows = (
        ("No", "Target", "Began at", "Now"),
        ("{%tr for t in targets %}", "", "", ""),
        ("{{ t.no }}", "{{ t.text }}", "{{ t.base }}", "{{ t.now }}"),
        ("{%tr endfor %}", "", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    words(document, "Yours sincerely,")
    words(document, "{{ mentor }}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def letters(count: int) -> list[Letter]:
    """Invented families, with everything that XML minds in their names."""
    choose = random.Random(3)  # noqa: S311  the same families each time
    firsts = ("Ava", "Noah", "Zoë", "Łukasz", "Siân", "Chloé")
    lasts = ("Smith", "Jones & Kaur", "O’Neil", "<Test>", "Müller")
    made = []
    for number in range(count):
        first, last = choose.choice(firsts), choose.choice(lasts)
        made.append(
            {
                "ref": f"MXL/26/{number:06}", "pupil": f"{first} {last}", "first": first, "dob": "3 May 2014",
                "parent": f"Mr & Mrs {last}", "street": f"{number} High Street", "town": "Newtown",
                "today": "22 November 2026", "mentor": "Ms J. Doe", "urgent": number % 4 == 0,
                "interpreter": number % 5 == 0, "has_plan": number % 2 == 1,
                "targets": [
                    {"no": n, "text": SENTENCE[: 40 + n * 8], "base": choose.randrange(40), "now": 50 + n}
                    for n in range(1, 7)
                ],
            }
        )  # fmt: skip
    return made


def with_docxtpl(source: bytes) -> Engine:
    def make(letter: Letter) -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(letter, Environment(autoescape=True))
        file = io.BytesIO()
        document.save(file)
        return file.getvalue()

    return make


def with_ours(source: bytes) -> Engine:
    compiled = Template.compile(source)
    return lambda letter: render(compiled, letter)


def with_the_floor(source: bytes, letter: Letter) -> Engine:
    """Copy the parts that stay and deflate finished parts: no engine with this file format can do less."""
    made = with_ours(source)(letter)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    changing = ("word/document.xml", "word/header1.xml", "word/footer1.xml")
    shared = Package.of({name: data for name, data in entries.items() if name not in changing})
    finished = {name: entries[name] for name in changing}
    return lambda _: shared.with_parts(finished)


def text_of(made: bytes) -> list[str]:
    document = Document(io.BytesIO(made))
    section = document.sections[0]
    running = [*section.header.paragraphs, *section.footer.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in (*document.paragraphs, *running)] + cells


def milliseconds_a_letter(engine: Engine, some: list[Letter], folder: Path | None) -> float:
    """In memory, or each letter written to a new file of the folder."""
    begun = time.perf_counter()
    for number, letter in enumerate(some):
        made = engine(letter)
        if folder is not None:
            (folder / f"{number}.docx").write_bytes(made)
    return (time.perf_counter() - begun) / len(some) * 1000


def show(title: str, times: dict[str, list[float]]) -> None:
    """Medians, and medians of the ratios inside each round."""
    print(f"{title:20}{'ms a letter':>14}{'a second':>10}{'x docxtpl':>12}{'x the floor':>13}")
    for name, taken in times.items():
        middle = statistics.median(taken)
        faster = statistics.median(a / b for a, b in zip(times["docxtpl"], taken, strict=True))
        slower = statistics.median(a / b for a, b in zip(taken, times["floor"], strict=True))
        print(f"  {name:18}{middle:14.3f}{1000 / middle:10.0f}{faster:12.1f}{slower:13.2f}")


def main(rounds: int) -> None:
    source = template()
    some = letters(PLENTY)
    engines: dict[str, tuple[Engine, int]] = {
        "docxtpl": (with_docxtpl(source), FEW),
        "mentor_xl": (with_ours(source), PLENTY),
        "floor": (with_the_floor(source, some[0]), PLENTY),
    }
    for letter in some[:3]:
        assert text_of(engines["docxtpl"][0](letter)) == text_of(engines["mentor_xl"][0](letter))
    in_memory: dict[str, list[float]] = {name: [] for name in engines}
    written: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(rounds):
        for name, (engine, count) in engines.items():
            in_memory[name].append(milliseconds_a_letter(engine, some[:count], None))
            with tempfile.TemporaryDirectory() as folder:
                written[name].append(milliseconds_a_letter(engine, some[:count], Path(folder)))
    begun = time.perf_counter()
    Template.compile(source)
    compiling = (time.perf_counter() - begun) * 1000
    size = len(engines["mentor_xl"][0](some[0])) / 1024
    print(f"template compiled in {compiling:.0f} ms; a letter is {size:.0f} KB; {os.cpu_count()} processors")
    show("in memory", in_memory)
    show("written to files", written)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
