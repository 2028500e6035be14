"""The one page that a data protection officer can file: what was tried, what was held, what got out."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from mentor_xl import __version__
from mentor_xl.build import Source
from mentor_xl.dates import in_words
from mentor_xl.letter_parts import LetterHead, school_of
from mentor_xl.outputs import OutputFile
from mentor_xl.records import Settings
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

TEMPLATE = "sheets/rehearsal.docx"
_SHOWN = 3
"""Lines of what got out that still leave it one page; the JSON has all."""


def rehearsal_page(
    tallies: Sequence[Tally], source: Source, settings: Settings, today: dt.date, template: Path
) -> OutputFile:
    """``rehearsal-2026-12-01.docx``. No pupil is named in it: cells and counts alone."""
    reference = f"rehearsal-{today.isoformat()}"
    got_out = dict.fromkeys(
        f"{one.where}, from {one.came_from}" for tally in tallies for one in tally.let_through
    )
    fields = {
        "school": school_of(settings),
        "letter": LetterHead(reference=reference, date=in_words(today)),
        "verdict": verdict(tallies),
        "workbook": source.name,
        "sha256": source.sha256,
        "version": __version__,
        "letters": f"{sum(tally.letters for tally in tallies):,}",
        "sorts": tallies,
        "got_out": tuple(got_out)[:_SHOWN],
        "more": max(0, len(got_out) - _SHOWN),
        "ask": settings.designated_safeguarding_lead or "the designated safeguarding lead",
    }
    return OutputFile(f"{reference}.docx", render(Template.compile(template.read_bytes()), fields))


def verdict(tallies: Sequence[Tally]) -> str:
    """Whether anything got out; and what was not tried, which proves nothing."""
    planted = f"{sum(tally.planted for tally in tallies):,} canaries were planted"
    count = sum(len(tally.let_through) for tally in tallies)
    times = "once" if count == 1 else f"{count:,} times"
    if count:
        return f"{planted}, and one was let through {times}. Send no letter until this is mended."
    untried = "; ".join(tally.what for tally in tallies if tally.unclear or not tally.held)
    unproved = f" Not proved, since too few letters are made here: {untried}." if untried else ""
    return f"{planted}, and none was let through.{unproved}"
