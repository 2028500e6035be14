"""The one page that a data protection officer can file: what was tried, what was held, what got out."""

import datetime as dt
from pathlib import Path

from pydantic import Field

from mentor_xl import __version__
from mentor_xl.build import Source
from mentor_xl.dates import in_words
from mentor_xl.documents import Context
from mentor_xl.letter_parts import LetterHead, School, school_of
from mentor_xl.outputs import OutputFile
from mentor_xl.records import Settings
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.rehearsal.turns import Rehearsal
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

TEMPLATE = "sheets/rehearsal.docx"
_SHOWN = 6
"""Lines of what got out that still leave it one page; the JSON has all."""


class SortLine(Context):
    """The canaries of one sort."""

    what: str = Field(description="What was planted.", examples=["Another pupil"])
    gate: str = Field(description="What would have had to fail.", examples=["the gate for names"])
    planted: int = Field(description="How many.", examples=[56])
    held: int = Field(description="How often they were held.", examples=[142])
    told: int = Field(description="How often the reader may have them.", examples=[6])
    let_through: int = Field(description="How often one got out.", examples=[0])


class RehearsalPage(Context):
    """What the page prints."""

    school: School
    letter: LetterHead
    verdict: str = Field(description="What came of it.", examples=["Nothing was let through."])
    workbook: str = Field(description="The workbook's file.", examples=["caseload.xlsx"])
    sha256: str = Field(description="Its digest.", examples=["9f86d081884c7d65"])
    version: str = Field(description="The program's version.", examples=["0.1.0"])
    looked_at: str = Field(description="How much was looked at.", examples=["1,905 letters"])
    sorts: tuple[SortLine, ...]
    got_out: tuple[str, ...] = Field(description="Where one got out.", examples=[["consent to parent"]])
    ask: str = Field(description="Who to ask.", examples=["Ms H. Lindqvist"])


def rehearsal_page(
    rehearsal: Rehearsal, source: Source, settings: Settings, today: dt.date, template: Path
) -> OutputFile:
    """``rehearsal-2026-12-01.docx``. No pupil is named in it: IDs, cells and counts alone."""
    reference = f"rehearsal-{today.isoformat()}"
    page = RehearsalPage(
        school=school_of(settings),
        letter=LetterHead(reference=reference, date=in_words(today)),
        verdict=verdict(rehearsal),
        workbook=source.name,
        sha256=source.sha256,
        version=__version__,
        looked_at=f"{rehearsal.letters:,} letters of every kind to every reader, printed from copies in "
        f"memory; {rehearsal.columns} columns of typed words that letters print",
        sorts=tuple(map(_line, rehearsal.tallies)),
        got_out=_got_out(rehearsal),
        ask=settings.designated_safeguarding_lead or "the designated safeguarding lead",
    )
    fields = {name: getattr(page, name) for name in RehearsalPage.model_fields}
    return OutputFile(f"{reference}.docx", render(Template.compile(template.read_bytes()), fields))


def verdict(rehearsal: Rehearsal) -> str:
    """One sentence: whether anything got out."""
    planted = f"{sum(tally.planted for tally in rehearsal.tallies):,} canaries were planted"
    count = rehearsal.let_through
    if not count:
        return f"{planted}, and none was let through."
    where = "1 place" if count == 1 else f"{count:,} places"
    return f"{planted}, and one was let through in {where}. Send no letter until this is mended."


def _line(tally: Tally) -> SortLine:
    return SortLine(
        what=tally.what,
        gate=tally.gate,
        planted=tally.planted,
        held=tally.held,
        told=tally.told,
        let_through=len(tally.let_through),
    )


def _got_out(rehearsal: Rehearsal) -> tuple[str, ...]:
    all_of_them = [one for tally in rehearsal.tallies for one in tally.let_through]
    lines = tuple(dict.fromkeys(f"{one.where}, from {one.came_from}" for one in all_of_them))
    more = len(lines) - _SHOWN
    return (*lines[:_SHOWN], *((f"and {more} more: --json lists them all",) if more > 0 else ()))
