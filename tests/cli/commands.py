"""Commands as a person or another program runs them: in this process, and in one of their own."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from cli.small_school import TODAY
from docx import Document

import mentor_xl
from mentor_xl.cli import run

ON_THE_DAY = ("--today", TODAY)

READING = (
    ("check",), ("check", "--json"), ("due", "--all", "--reasons"), ("due", "--json"),
    ("due", "--by", "mentor"), ("due", "--by", "form"), ("due", "--why", "900001"), ("letters",),
    ("letters", "--json"), ("build", "--dry-run"), ("build", "--dry-run", "--json"),
)  # fmt: skip
"""Every command that looks at a workbook and writes nothing: to be called with the workbook."""

OF_THE_SCHOOL = (("calendar",), ("calendar", "--all"), ("calendar", "--json"))
"""Those that look at the school's year alone, and say nothing of any pupil."""


def on_book(command: Sequence[str], book: Path, *more: str) -> list[str]:
    """The arguments that run a command on a workbook, on the day of the small school."""
    name, *options = command
    return [name, str(book), *options, *ON_THE_DAY, *more]


def answered(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Any]:
    """Run a command that answers in JSON: its exit code and its answer, with nothing said beside it."""
    code = run([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert said.err == ""
    return code, json.loads(said.out)


def in_a_process(
    *arguments: object, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m mentor_xl`` in a process of its own, whose output is piped."""
    here = str(Path(mentor_xl.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "mentor_xl", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": here, **environment},
        cwd=cwd,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def files_in(folder: Path) -> dict[str, str]:
    """Every file below a folder, by its place with forward slashes, and its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(book: Path, out: Path, *more: str) -> int:
    """Build a workbook's letters in a folder, on the day of the small school unless told: the exit code."""
    return run(["build", str(book), "-o", str(out), *(more or ON_THE_DAY)])


def ledger_of(out: Path) -> dict[str, list[dict[str, Any]]]:
    """The ledger of a folder."""
    ledger: dict[str, list[dict[str, Any]]] = json.loads((out / "ledger.json").read_text(encoding="utf-8"))
    return ledger


def text_of(path: Path) -> str:
    """What stands in a Word document, its tables last."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(p.text for p in document.paragraphs), *cells))
