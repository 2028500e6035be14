"""The release sheet: one page that says who gets what, for a second pair of eyes."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Document, kinds
from mentor_xl.ledger import Entry
from mentor_xl.letter_parts import LetterHead, School, school_of
from mentor_xl.name_at_home import called_in_full
from mentor_xl.outputs import OutputFile
from mentor_xl.records import Settings
from mentor_xl.release import Release, Today
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

TEMPLATE = "sheets/release-sheet.docx"


class SheetLine(Context):
    """One letter."""

    pupil: str = Field(description="The pupil's name and ID.", examples=["Ada Marsh (004512)"])
    title: str = Field(description="What it is.", examples=["Invitation to a review"])
    to: str = Field(description="Who gets it.", examples=["Mr and Mrs Marsh"])
    file: str = Field(description="Its file.", examples=["consent-1a2b3c.docx"])
    note: str = Field(description="What to look at twice.", examples=["Changed in Word"])


class OverrideLine(Context):
    """One letter that goes without consent."""

    pupil: str = Field(description="The pupil's name and ID.", examples=["Ada Marsh (004512)"])
    by: str = Field(description="Who decided.", examples=["Ms H. Lindqvist"])
    reason: str = Field(description="Why.", examples=["Risk of harm, see the safeguarding record"])


class ReleaseSheet(Context):
    """What the sheet prints."""

    school: School
    letter: LetterHead
    heading: str = Field(description="The heading.", examples=["Letters released on 23 November 2026"])
    what_it_is: str = Field(description="What the sheet is.", examples=["12 letters, released by KSA."])
    letters: tuple[SheetLine, ...]
    overrides: tuple[OverrideLine, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """When letters are released, and by whom."""

    day: dt.date
    by: str
    """The code of the member of staff."""
    is_done: bool
    """Whether they are released, or only to be looked over first."""


def release_sheet(
    folder: Path, release: Release, template: Path, occasion: Occasion, today: Today | None
) -> OutputFile:
    """The sheet for what is released, or would be.

    With the workbook at hand it names pupils and recipients; without it, their ID and row.
    """
    casebook = today.examined.casebook if today else None
    name, day = _name(folder, occasion), in_words(occasion.day)
    lines = (_line(entry, release.documents.get(entry.path), casebook) for entry in release.released)
    sheet = ReleaseSheet(
        school=school_of(casebook.settings if casebook else Settings()),
        letter=LetterHead(reference=name.removesuffix(".docx"), date=day),
        heading=f"Letters released on {day}" if occasion.is_done else "Letters to be looked over",
        what_it_is=_what_it_is(len(release.released), occasion),
        letters=tuple(lines),
        overrides=tuple(_overrides(release.released, casebook)),
    )
    fields = {field: getattr(sheet, field) for field in ReleaseSheet.model_fields}
    return OutputFile(name, render(Template.compile(template.read_bytes()), fields))


def _what_it_is(count: int, occasion: Occasion) -> str:
    letters = "1 letter" if count == 1 else f"{count} letters"
    if occasion.is_done:
        return f"{letters}, released by {occasion.by} on {in_words(occasion.day)}."
    return f"{letters}. None is released yet: they are to be looked over first."


def _name(folder: Path, occasion: Occasion) -> str:
    """``release-sheet-2026-11-23.docx``, and ``-2`` for the day's second: none is written over."""
    base = f"{'release-sheet' if occasion.is_done else 'letters-to-check'}-{occasion.day.isoformat()}"
    names = (f"{base}.docx", *(f"{base}-{number}.docx" for number in range(2, 1000)))
    return next(name for name in names if not (folder / name).exists())


def _line(entry: Entry, document: Document | None, casebook: Casebook | None) -> SheetLine:
    kind = kinds().get(entry.kind)
    notes = (
        "Changed in Word" if entry.is_changed_by_hand else "",
        "Without consent: see below" if entry.override else "",
    )
    return SheetLine(
        pupil=_pupil(entry, casebook),
        title=kind.title if kind else entry.kind,
        to=_to(document) if document else entry.recipient,
        file=entry.path.rpartition("/")[2],
        note=". ".join(filter(None, notes)),
    )


def _pupil(entry: Entry, casebook: Casebook | None) -> str:
    pupil = casebook.pupil(entry.ref) if casebook and entry.ref else None
    if pupil is None:
        return entry.ref or "The caseload"
    return f"{called_in_full(pupil, Audience.LEADER)} ({entry.ref})"


def _to(document: Document) -> str:
    """The name on the envelope and where it goes; a letter without an address is handed over in school."""
    recipient = document.recipient
    name = recipient.greeting.name or document.audience.value.capitalize()
    place = ", ".join(recipient.address_lines[1:]) or "by hand"
    return f"{name}: {place}"


def _overrides(released: Iterable[Entry], casebook: Casebook | None) -> Iterable[OverrideLine]:
    for entry in released:
        if entry.override:
            row = int(entry.override.rpartition("!")[2])
            found = [c for c in casebook.consents if c.row_number == row] if casebook else []
            yield OverrideLine(
                pupil=_pupil(entry, casebook),
                by=(found[0].override_by or "") if found else f"See {entry.override}",
                reason=(found[0].override_reason or "") if found else "",
            )
