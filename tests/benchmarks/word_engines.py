"""The engines side by side: each makes some letters and says how long one took."""

from __future__ import annotations

import gc
import io
import json
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from docxtpl import DocxTemplate
from jinja2 import Environment
from word_letter import CARBONE, CURLY, IF_SO, JINJA, MERGE_FIELDS, QUESTIONS, Language, Letter, template

from mentor_xl import __version__
from mentor_xl.word.package import Package
from mentor_xl.word.printing import named_blanks
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

Make = Callable[[Letter], bytes]

_NODE = Path(__file__).with_name("node")
_CHANGING = ("word/document.xml", "word/header1.xml", "word/footer1.xml")


class Engine(Protocol):
    """Something that makes letters."""

    name: str
    version: str
    at_once: int
    """Letters in one round."""

    def milliseconds_a_letter(self, letters: Sequence[Letter], folder: Path | None) -> float:
        """In memory, or each letter written to a new file `0.docx`, `1.docx` … of the folder."""
        ...


@dataclass
class PythonEngine:
    """An engine in this process."""

    name: str
    version: str
    at_once: int
    make: Callable[[Letter], object]

    def milliseconds_a_letter(self, letters: Sequence[Letter], folder: Path | None) -> float:
        """Garbage is collected before, not in between, as Python's own timeit does."""
        gc.collect()
        gc.disable()
        begun = time.perf_counter()
        for number, letter in enumerate(letters):
            made = self.make(letter)
            if folder is not None and isinstance(made, bytes):
                (folder / f"{number}.docx").write_bytes(made)
        taken = time.perf_counter() - begun
        gc.enable()
        return taken / len(letters) * 1000


def ours() -> PythonEngine:
    compiled = Template.compile(template(JINJA))
    return PythonEngine("mentor_xl", __version__, 300, lambda letter: render(compiled, letter))


def render_alone() -> PythonEngine:
    """What our Jinja code alone takes: no bytes, no checksum, no package."""
    compiled = Template.compile(template(JINJA))

    def make(letter: Letter) -> list[list[str]]:
        values = named_blanks(letter)
        return [
            list(jinja.root_render_func(jinja.new_context({**jinja.globals, **values}, shared=True)))
            for jinja in (each.jinja for each in compiled.runnable)
        ]

    return PythonEngine("Jinja's render alone", version("jinja2"), 300, make)


def floor(letter: Letter) -> PythonEngine:
    """Copy the parts that stay, deflate the finished ones, join: an engine that need not say anything."""
    made = ours().make(letter)
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        entries = {name: package.read(name) for name in package.namelist()}
    shared = Package.of({name: data for name, data in entries.items() if name not in _CHANGING})
    finished = {name: entries[name] for name in _CHANGING}
    return PythonEngine("the floor", "", 300, lambda _: shared.with_parts(finished))


def docxtpl() -> PythonEngine:
    source = template(JINJA)

    def make(letter: Letter) -> bytes:
        document = DocxTemplate(io.BytesIO(source))
        document.render(letter, Environment(autoescape=True))
        return _saved(document)

    return PythonEngine("docxtpl", version("docxtpl"), 4, make)


class PeersMissing(Exception):
    """Which engines are not measured, and why."""


def docx_mailmerge2() -> list[PythonEngine]:
    """Raises PeersMissing."""
    try:
        from mailmerge import MailMerge
    except ImportError:
        raise PeersMissing("docx-mailmerge2: the extra “bench” is not installed") from None
    source = template(MERGE_FIELDS)

    def make(letter: Letter) -> bytes:
        fields = {name: value for name, value in letter.items() if isinstance(value, str)}
        said = IF_SO.replace("«first»", letter["first"])
        with MailMerge(io.BytesIO(source)) as document:
            document.merge(**fields, **{f"if_{each}": said if letter[each] else "" for each in QUESTIONS})
            document.merge_rows("no", [{k: str(v) for k, v in row.items()} for row in letter["targets"]])
            file = io.BytesIO()
            document.write(file)
        return file.getvalue()

    return [PythonEngine("docx-mailmerge2", version("docx-mailmerge2"), 8, make)]


def _saved(document: Any) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@dataclass
class NodeEngine:
    """An engine in a node process, which measures its own time."""

    name: str
    version: str
    at_once: int
    template: Path
    process: subprocess.Popen[str]

    def milliseconds_a_letter(self, letters: Sequence[Letter], folder: Path | None) -> float:
        task = {"engine": self.name, "template": str(self.template), "letters": letters}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({**task, "folder": folder and str(folder)}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(f"{self.name}: {answer['error']}")
        taken: float = answer["milliseconds"]
        return taken


def node_engines(folder: Path) -> list[NodeEngine]:
    """docxtemplater, easy-template-x and carbone, installed by npm into the folder. Raises PeersMissing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise PeersMissing("the JavaScript engines: node and npm are not on this machine")
    for file in _NODE.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    quietly = ("--no-audit", "--no-fund", "--no-package-lock", "--silent")
    if subprocess.run([npm, "install", *quietly], cwd=folder, check=False).returncode != 0:
        raise PeersMissing("the JavaScript engines: npm could not install them")
    process = subprocess.Popen(
        [node, "letters.js"],
        cwd=folder,
        encoding="utf-8",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    wanted: dict[str, tuple[Language, int]] = {
        "docxtemplater": (CURLY, 12), "easy-template-x": (CURLY, 12), "carbone": (CARBONE, 4),
    }  # fmt: skip
    return [
        NodeEngine(name, _node_version(folder, name), at_once, _written(folder, name, language), process)
        for name, (language, at_once) in wanted.items()
    ]


def _written(folder: Path, name: str, language: Language) -> Path:
    file = folder / f"{name}.docx"
    file.write_bytes(template(language))
    return file


def _node_version(folder: Path, name: str) -> str:
    found = json.loads((folder / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
    said: str = found["version"]
    return said
