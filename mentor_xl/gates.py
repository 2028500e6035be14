"""What is made of what is wanted for a pupil, and what is held back: the gates that hold for every kind."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.consent import pupil_has_agreed
from mentor_xl.documents import (
    NO_SIGNATORY,
    Document,
    Envelope,
    File,
    HeldBack,
    Kind,
    PupilFile,
    Refusal,
    Wanted,
    six_characters,
    stem_of,
    without_consent,
)
from mentor_xl.name_at_home import is_to_be_asked
from mentor_xl.problems import Place, Problem, Severity
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Record, columns_of

_TWICE = Refusal("Two rows ask for this same letter; it is made once.", "asked-twice")


def documents_of(
    kind: Kind,
    file: File,
    problems: Sequence[Problem],
    prefix: str,
    issues: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Document | HeldBack]:
    """Every document of one kind that one file gives, made or held back. ``problems`` are the pupil's own.

    ``issues``: which issue of a letter that was released before is at hand, by its stem.
    """
    seen: set[str] = set()
    for wanted in kind.find(file):
        refusal = wanted.refusal
        if refusal is None and isinstance(file, PupilFile):
            refusal = _refusal(kind, file, wanted, problems)
        for to in wanted.to:
            if isinstance(to, NoLetter):
                yield HeldBack(kind.slug, file.ref, to.row or None, to.why, (to.code,))
                continue
            six = six_characters(kind.slug, file.ref or "", wanted.row_key, to.row)
            issue = issues.get(stem_of(kind.slug, six), 1)
            reference = f"{prefix}/{file.today:%y}/{kind.slug}/{six}" + (f"-{issue}" if issue > 1 else "")
            refused = refusal or _name_not_settled(file, to)
            if refused or wanted.signs is None or reference in seen:
                yield _held(kind, file, to, refused or (_TWICE if wanted.signs else NO_SIGNATORY))
                continue
            seen.add(reference)
            context = wanted.context(Envelope(to, wanted.signs, reference))
            override = f"Consents!{wanted.override.row_number}" if wanted.override else ""
            yield Document(
                kind.slug, file.ref, to, reference, context, override, wanted.may_mention, wanted.edition,
                _identity(file),
            )  # fmt: skip


def _identity(file: File) -> str:
    """Name and birthday together: nobody who knows but the names that children have can guess them."""
    pupil = file.pupil if isinstance(file, PupilFile) else None
    return f"{pupil.legal_surname}|{pupil.legal_forename}|{pupil.date_of_birth}" if pupil else ""


def _name_not_settled(file: File, to: Recipient) -> Refusal | None:
    """Nothing goes home while the family may not know the name that stands in it."""
    if isinstance(file, PupilFile) and to.audience is Audience.PARENT and is_to_be_asked(file.pupil):
        place = file.casebook.place(file.pupil, "name_for_letters_home")
        if place.column is None:
            place = file.casebook.place(file.pupil, "known_as")
        what = "the family may not know this name and these pronouns. Fill in Name for letters home."
        return Refusal(f"{place}: {what}", "name-at-home")
    return None


def _held(kind: Kind, file: File, to: Recipient, refusal: Refusal) -> HeldBack:
    why = f"{refusal.why} {kind.if_held_back}".strip()
    return HeldBack(kind.slug, file.ref, to.row, why, (refusal.code,), audience=to.audience)


def _refusal(kind: Kind, file: PupilFile, wanted: Wanted, problems: Sequence[Problem]) -> Refusal | None:
    """The gates that hold for every kind: whose row it is, consent, a signature, cells that can be used."""
    return (
        _whose(file, wanted)
        or _not_agreed(kind, file)
        or (NO_SIGNATORY if wanted.signs is None else None)
        or _wrong_cell(kind, file, wanted, problems)
    )


def _whose(file: PupilFile, wanted: Wanted) -> Refusal | None:
    """Nobody can say whose a row is, or which of two is meant, while two rows have one ID."""
    if file.casebook.pupil(file.pupil.pupil_id) is not file.pupil:
        return _doubled(file.casebook.place(file.pupil, "pupil_id"))
    for record in (file.pupil, *wanted.drawn_from):
        key = next((c.attribute for c in columns_of(type(record)) if c.kind == "key"), None)
        if key and not file.is_sound(record, key):
            return _doubled(file.casebook.place(record, key))
    return None


def _doubled(place: Place) -> Refusal:
    return Refusal(f"{place}: this ID stands on more than one row.", "duplicate-id")


def _not_agreed(kind: Kind, file: PupilFile) -> Refusal | None:
    if not kind.needs_consent:
        return None
    gate = pupil_has_agreed(file.casebook, file.pupil.pupil_id, file.today)
    return None if gate.is_open else without_consent(gate)


def _wrong_cell(kind: Kind, file: PupilFile, wanted: Wanted, problems: Sequence[Problem]) -> Refusal | None:
    """A cell that the kind cannot do without and that holds an error, or nothing that could be read."""
    records = (file.pupil, *wanted.drawn_from)
    rows = {_row(file.casebook, record) for record in records}
    for problem in problems:
        is_here = (problem.place.sheet, problem.place.row) in rows
        if problem.severity is Severity.ERROR and kind.slug in problem.blocks and is_here:
            return Refusal(f"{problem.place} has to be put right first.", problem.code)
    # Cells of sheets that are about no one pupil, an agency's among them, are in no pupil's problems.
    for record in records:
        for column in columns_of(type(record)) if record.unread else ():
            if column.attribute in record.unread and (record.sheet_name, column.heading) in kind.uses:
                place = file.casebook.place(record, column.attribute)
                return Refusal(f"{place} has to be put right first.", "unread-cell")
    return None


def _row(casebook: Casebook, record: Record) -> tuple[str, int | None]:
    place = casebook.place(record)
    return place.sheet, place.row
