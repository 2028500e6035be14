"""The release sheet: who gets what, and what a person typed in it, for a second pair of eyes."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from mentor_xl.audience import CALLED, Audience
from mentor_xl.casebook import Casebook
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Document, kinds
from mentor_xl.examine import Examined
from mentor_xl.ledger import Entry, TakenBack
from mentor_xl.letter_parts import LetterHead, School, school_of
from mentor_xl.name_at_home import called_in_full
from mentor_xl.outputs import OutputFile
from mentor_xl.problems import Severity
from mentor_xl.recipients import contact_row
from mentor_xl.records import Contact, Settings
from mentor_xl.release import NotReleased, Release, Today
from mentor_xl.safety import SecondLook
from mentor_xl.word.render import render
from mentor_xl.word.template import Template

TEMPLATE = "sheets/release-sheet.docx"


class QuoteLine(Context):
    """Words that a person typed and that stand in a letter."""

    text: str = Field(description="The words.", examples=["Ada asks for help when she needs it."])
    place: str = Field(description="The cell.", examples=["Reviews!J4"])


class SheetLine(Context):
    """One letter."""

    pupil: str = Field(description="The pupil's name and ID.", examples=["Ada Marsh (004512)"])
    title: str = Field(description="What it is.", examples=["Invitation to a review"])
    readers: str = Field(description="Who will read it.", examples=["Parents and carers"])
    to: str = Field(description="Whose name is on it.", examples=["Mr and Mrs Marsh"])
    where: str = Field(description="Where it goes.", examples=["12 Fern Lane, AB1 2DE"])
    file: str = Field(description="Its file.", examples=["consent-1a2b3c.docx"])
    quotes: tuple[QuoteLine, ...] = Field(description="What was typed and stands in it.")
    notes: tuple[str, ...] = Field(description="What to look at twice.", examples=[["Changed in Word."]])


class StayLine(Context):
    """One letter that stays a draft."""

    pupil: str = Field(description="The pupil's name and ID.", examples=["Ada Marsh (004512)"])
    title: str = Field(description="What it is.", examples=["Invitation to a review"])
    why: str = Field(description="Why.", examples=["The workbook no longer asks for it."])


class TakenBackLine(Context):
    """One letter whose release was undone."""

    pupil: str = Field(description="The pupil's name and ID.", examples=["Ada Marsh (004512)"])
    what: str = Field(description="What it is, and its file.", examples=["Consent, consent-1a2b3c"])
    who: str = Field(description="Who released it and who took it back.", examples=["Released by KSA"])
    why: str = Field(description="Why.", examples=["Posted to the old address"])


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
    stays: tuple[StayLine, ...]
    taken_back: tuple[TakenBackLine, ...]


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
    """The sheet for what is released, or would be, and what of an earlier release was undone that day.

    With the workbook at hand it names pupils and recipients and quotes what was typed; without it, their ID
    and row.
    """
    casebook = today.examined.casebook if today else None
    day = in_words(occasion.day)
    undone = (one for one in release.ledger.taken_back if one.on == occasion.day.isoformat())
    parts = {
        "heading": f"Letters released on {day}" if occasion.is_done else "Letters to be looked over",
        "what_it_is": _what_it_is(len(release.released), occasion),
        "letters": tuple(_line(entry, release, today) for entry in release.released),
        "overrides": tuple(_overrides(release.released, casebook)),
        "stays": tuple(_stay(stay, casebook) for stay in release.stays),
        "taken_back": tuple(_taken_back(one, f"See {one.sheet}", casebook) for one in undone),
    }
    return _rendered(sheet_name(folder, occasion), template, occasion, casebook, parts)


def taken_back_sheet(
    undone: TakenBack, reason: str, template: Path, occasion: Occasion, today: Today | None
) -> OutputFile:
    """The sheet that says of a letter that its release was undone, by whom and why."""
    casebook = today.examined.casebook if today else None
    parts = {
        "heading": f"A letter taken back on {in_words(occasion.day)}",
        "what_it_is": f"It is a draft again. {IF_POSTED}",
        "letters": (),
        "overrides": (),
        "stays": (),
        "taken_back": (_taken_back(undone, reason, casebook),),
    }
    return _rendered(undone.sheet, template, occasion, casebook, parts)


IF_POSTED = (
    "If it was already posted, handed over or sent, this does not bring it back: tell whoever has it, and "
    "the safeguarding lead where they should not have read it."
)


def _rendered(
    name: str, template: Path, occasion: Occasion, casebook: Casebook | None, parts: dict[str, Any]
) -> OutputFile:
    sheet = ReleaseSheet(
        school=school_of(casebook.settings if casebook else Settings()),
        letter=LetterHead(reference=name.removesuffix(".docx"), date=in_words(occasion.day)),
        **parts,
    )
    fields = {field: getattr(sheet, field) for field in ReleaseSheet.model_fields}
    return OutputFile(name, render(Template.compile(template.read_bytes()), fields))


def _what_it_is(count: int, occasion: Occasion) -> str:
    letters = "1 letter" if count == 1 else f"{count} letters"
    if occasion.is_done:
        return f"{letters}, released by {occasion.by} on {in_words(occasion.day)}."
    return f"{letters}. None is released yet: they are to be looked over first."


def sheet_name(folder: Path, occasion: Occasion) -> str:
    """``release-sheet-2026-11-23.docx``, and ``-2`` for the day's second: none is written over."""
    base = f"{'release-sheet' if occasion.is_done else 'letters-to-check'}-{occasion.day.isoformat()}"
    names = (f"{base}.docx", *(f"{base}-{number}.docx" for number in range(2, 1000)))
    return next(name for name in names if not (folder / name).exists())


def _line(entry: Entry, release: Release, today: Today | None) -> SheetLine:
    document, look = release.documents.get(entry.path), release.looks.get(entry.path, SecondLook((), ()))
    to, where = _to(document) if document else (entry.recipient, "")
    casebook = today.examined.casebook if today else None
    notes = [
        "Changed in Word: read the whole letter, not these words alone." if entry.is_changed_by_hand else "",
        "Without consent: see below." if entry.override else "",
        *(_about_the_readers(entry, look.readers, today.examined) if today else ()),
    ]
    return SheetLine(
        pupil=_pupil(entry.ref, casebook),
        title=_title(entry.kind),
        readers=_called(entry.audience),
        to=to,
        where=where,
        file=entry.path.rpartition("/")[2],
        quotes=tuple(QuoteLine(text=quote.text, place=_places(quote.places)) for quote in look.quotes),
        notes=tuple(filter(None, notes)),
    )


def _places(places: Sequence[str]) -> str:
    """The cells that hold the same words; of many the first."""
    more = f" and {len(places) - _CELLS} more" if len(places) > _CELLS else ""
    return ", ".join(places[:_CELLS]) + more


_CELLS = 3


def _title(kind: str) -> str:
    known = kinds().get(kind)
    return known.title if known else kind


def _called(audience: str) -> str:
    words = next((words for one, words in CALLED.items() if one == audience), audience)
    return words[:1].upper() + words[1:]


_MADE = frozenset({None, "Standard", "Large print"})
"""The formats that letters are made in."""


def _about_the_readers(entry: Entry, readers: Iterable[Contact], examined: Examined) -> Iterator[str]:
    """Formats that were asked for and not made, and what the checks ask about the readers' rows."""
    casebook = examined.casebook
    rows = {entry.recipient, *map(contact_row, readers)}
    for contact in readers:
        if contact.format not in _MADE:
            place = casebook.place(contact, "format")
            yield f"{contact.format} was asked for ({place}): this is the ordinary letter."
    names = {sheet: layout.sheet for sheet, layout in casebook.layouts.items()}
    places = {(names.get(sheet, sheet), number) for sheet, _, number in (row.rpartition("!") for row in rows)}
    for problem in (one for one in examined.problems if one.code != "format-not-made"):  # Told above.
        is_theirs = (problem.place.sheet, str(problem.place.row)) in places
        if is_theirs and problem.severity is not Severity.NOTE and problem.ref in (None, entry.ref):
            yield f"{problem.place}: {problem.message}"


def _stay(stay: NotReleased, casebook: Casebook | None) -> StayLine:
    return StayLine(pupil=_pupil(stay.entry.ref, casebook), title=_title(stay.entry.kind), why=stay.why)


def _taken_back(one: TakenBack, why: str, casebook: Casebook | None) -> TakenBackLine:
    return TakenBackLine(
        pupil=_pupil(one.ref, casebook),
        what=f"{_title(one.kind)}, {one.path.rpartition('/')[2]}",
        who=f"Released on {one.released_on} by {one.released_by}; taken back by {one.by}",
        why=why,
    )


def _pupil(ref: str | None, casebook: Casebook | None) -> str:
    pupil = casebook.pupil(ref) if casebook and ref else None
    if pupil is None:
        return ref or "The caseload"
    return f"{called_in_full(pupil, Audience.LEADER)} ({ref})"


def _to(document: Document) -> tuple[str, str]:
    """The name on the envelope and where it goes; a letter without an address is handed over in school."""
    recipient = document.recipient
    name = recipient.greeting.name or document.audience.value.capitalize()
    place = ", ".join(recipient.address_lines[1:]) or "by hand"
    return name, place


def _overrides(released: Iterable[Entry], casebook: Casebook | None) -> Iterable[OverrideLine]:
    for entry in released:
        if entry.override:
            row = int(entry.override.rpartition("!")[2])
            found = [c for c in casebook.consents if c.row_number == row] if casebook else []
            yield OverrideLine(
                pupil=_pupil(entry.ref, casebook),
                by=(found[0].override_by or "") if found else f"See {entry.override}",
                reason=(found[0].override_reason or "") if found else "",
            )
