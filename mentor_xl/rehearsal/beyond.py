"""What no shipped template prints: tried by writing it into finished letters, as a bad template would.

Notes, care, disadvantage and UPN have readers of their own; should a template ever print one, the gate on the
finished file is all that stands between. So it is tried by itself, in the body and in the properties.
"""

import datetime as dt
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.casebook import Casebook
from mentor_xl.rehearsal.printing import Press, Printed, Proof
from mentor_xl.rehearsal.tally import Tally
from mentor_xl.safety import SafetyGate

_INFORMED = dt.date(2026, 10, 5)
_FOR_FEW = frozenset({Group.NOTES, Group.CARE, Group.DISADVANTAGE, Group.ADMIN})


def kept_columns(press: Press, printed: Proof) -> Tally:
    """Columns that a reader may not be told: none of them printed, and held where a template would."""
    tally = Tally(
        "Notes, session notes, care, disadvantage and UPN",
        "the matrix for templates, then the gate for notes and values",
        frozenset({"not-for-this-audience"}),
    )
    book = _with_care(printed.casebook)
    gate = press.gate(book)
    _as_printed(press, printed, gate, tally)
    turns: Counter[Printed] = Counter()
    for document, data in printed.letters:
        items = tuple(_items(book, document.ref or ""))
        turn = turns[document.kind, document.audience]
        if turn < len(items):
            turns[document.kind, document.audience] += 1
            group, heading, text = items[(turn + len(document.kind)) % len(items)]
            tally.planted += 1
            if release(document.audience, group) is Release.FULL or document.audience is Audience.LEADER:
                tally.told += 1
            else:
                forged = _forged(data, text, in_body=turn % 3 != 2)
                tally.judge(document, heading, (one.code for one in gate.faults_in(forged, document)))
    return tally


def _as_printed(press: Press, printed: Proof, gate: SafetyGate, tally: Tally) -> None:
    """The canaries of such columns in letters as they are made: few may be there, and most nowhere."""
    columns = {token: cell.column for token, cell in printed.cells.items()}
    kept = {token for token, column in columns.items() if column and column.group in _FOR_FEW}
    nowhere = set(kept)
    for document, data in printed.letters:
        tally.letters += 1
        for token in sorted(press.searcher.tokens_in(data) & printed.cells.keys()):
            nowhere.discard(token)
            if printed.may_have(document.audience, token):
                tally.told += token in kept
            else:
                place = printed.cells[token].place(printed.casebook)
                tally.judge(document, place, (one.code for one in gate.faults_in(data, document)))
    tally.planted += len(kept)
    tally.held += len(nowhere)


def _with_care(book: Casebook) -> Casebook:
    """Every pupil with something to keep under care and disadvantage."""
    told = {"social_care_status": "Child protection", "free_school_meals": True, "dsl_informed_on": _INFORMED}
    return replace(book, pupils=tuple(pupil.model_copy(update=told) for pupil in book.pupils))


def _items(book: Casebook, ref: str) -> Iterator[tuple[Group, str, str]]:
    """What is kept of a pupil: its group, where it stands, and how a template would print it."""
    pupil = book.pupil(ref)
    if pupil is None:
        return
    yield Group.NOTES, "Notes of Pupils", pupil.notes or ""
    yield Group.ADMIN, "UPN of Pupils", pupil.upn or ""
    yield Group.CARE, "Social care status of Pupils", pupil.social_care_status or ""
    yield Group.DISADVANTAGE, "Free school meals of Pupils", "Free school meals: Yes"
    yield Group.ADMIN, "DSL informed on of Pupils", "DSL informed on: 5 October 2026"
    if sessions := book.sessions_of(ref):
        yield Group.NOTES, "Note of Sessions", sessions[0].note or ""


def _forged(data: bytes, text: str, *, in_body: bool) -> bytes:
    """A letter with one more paragraph, or with the words among its properties."""
    place = "word/document.xml" if in_body else "docProps/core.xml"
    before, more = (
        (b"<w:sectPr", f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
        if in_body
        else (b"</cp:coreProperties>", f"<cp:category>{text}</cp:category>")
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as forged:
        for part in packed.infolist():
            held = packed.read(part)
            if part.filename == place:
                begin, mark, end = held.rpartition(before)
                held = begin + more.encode() + mark + end
            forged.writestr(part, held)
    return out.getvalue()
