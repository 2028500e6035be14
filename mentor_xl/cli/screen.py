"""How results are shown: quiet tables on stdout, complaints on stderr, plain ASCII where a console needs."""

import datetime as dt
import json
import os
import sys
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

import click

WIDTH = 80
_ASCII = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "·": "-", "→": "->"}
)


def steady_streams() -> None:
    """Let a console that cannot show a character show something else rather than fail.

    Where there is no console at all, as under ``pythonw``, what is said goes nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def shows_unicode(stream: TextIO) -> bool:
    """Whether a stream takes every character."""
    return (getattr(stream, "encoding", None) or "").lower().replace("-", "") in ("utf8", "utf16", "cp65001")


def _fitted(text: str, stream: TextIO) -> str:
    return text if shows_unicode(stream) else text.translate(_ASCII)


def say(text: str = "", *, bold: bool = False) -> None:
    """A line of the result."""
    # The stream is always named: left to itself, click writes UTF-8 to a console that has only ASCII.
    click.secho(_fitted(text, sys.stdout), file=sys.stdout, bold=bold or None)


def complain(text: str) -> None:
    """A line about the run itself, on stderr."""
    click.echo(_fitted(text, sys.stderr), file=sys.stderr)


def say_json(value: Any) -> None:
    """The result for another program; dates as 2026-11-23."""
    text = json.dumps(value, ensure_ascii=not shows_unicode(sys.stdout), indent=2, default=_plain)
    click.echo(text, file=sys.stdout)


def _plain(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def state_word(state: str) -> str:
    """A state or severity in its colour, spelled out; no colour where output is piped."""
    colour = _COLOURS.get(state)
    return click.style(state, fg=colour, bold=True) if colour else state


_COLOURS = {
    "error": "red", "overdue": "red", "act now": "yellow", "chase": "yellow", "query": "yellow",
    "due soon": "yellow", "planned": "green", "made": "green", "held back": "yellow",
    "needs a date": "cyan", "needs calendar": "cyan", "note": "cyan",
}  # fmt: skip


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, indent: str = "") -> None:
    """Aligned columns under a heading line; the last column is wrapped to the width of 80."""
    body = [[_fitted(cell, sys.stdout) for cell in row] for row in rows]
    widths = [max(len(click.unstyle(row[i])) for row in (headings, *body)) for i in range(len(headings) - 1)]
    click.secho(indent + _line(headings, widths), file=sys.stdout, dim=True)
    start = len(indent) + sum(widths) + 2 * len(widths)
    room = max(WIDTH - start, 24)
    for row in body:
        first, *more = _wrapped(row[-1], room)
        click.echo(indent + _line([*row[:-1], first], widths), file=sys.stdout)
        for line in more:
            click.echo(" " * start + line, file=sys.stdout)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    shown = zip(cells[:-1], widths, strict=True)
    padded = [cell + " " * (width - len(click.unstyle(cell))) for cell, width in shown]
    return "  ".join([*padded, cells[-1]]).rstrip()


def _wrapped(text: str, room: int) -> list[str]:
    return textwrap.wrap(text, room, break_long_words=False) or [""]

