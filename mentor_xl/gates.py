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
from mentor_xl.reasons import of_hold
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
        refusals = _refusals(kind, file, wanted, problems)
        for to in wanted.to:
            here = [*refusals, *_waits(file, to), *_name_not_settled(file, to)]
            if isinstance(to, NoLetter):
                yield _held(kind, file, to, here)
                continue
            six = six_characters(kind.slug, file.ref or "", wanted.row_key, to.row)
            issue = issues.get(stem_of(kind.slug, six), 1)
            reference = f"{prefix}/{file.today:%y}/{kind.slug}/{six}" + (f"-{issue}" if issue > 1 else "")
            if here or wanted.signs is None or reference in seen:
                yield _held(kind, file, to, here or [_TWICE])
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


def _name_not_settled(file: File, to: Recipient | NoLetter) -> Iterator[Refusal]:
    """Nothing goes home while the family may not know the name that stands in it."""
    is_parents = isinstance(to, Recipient) and to.audience is Audience.PARENT
    if is_parents and isinstance(file, PupilFile) and is_to_be_asked(file.pupil):
        place = file.casebook.place(file.pupil, "name_for_letters_home")
        if place.column is None:
            place = file.casebook.place(file.pupil, "known_as")
        what = "the family may not know this name and these pronouns. Fill in Name for letters home."
        yield Refusal(f"{place}: {what}", "name-at-home")


def _held(kind: Kind, file: File, to: Recipient | NoLetter, refusals: Sequence[Refusal]) -> HeldBack:
    """What is held back, with every reason at once: those of its reader first."""
    of_reader = to if isinstance(to, NoLetter) else None
    whys = [of_reader.why] if of_reader else []
    whys += [one.why for one in refusals if not any(one.why in why for why in whys)]
    whys += [kind.if_held_back] if kind.if_held_back and not of_reader else []
    codes = [*(of_reader.codes if of_reader else ()), *(one.code for one in refusals)]
    return HeldBack(
        kind.slug,
        file.ref,
        to.row or None,
        " ".join(dict.fromkeys(whys)),
        tuple(dict.fromkeys(codes)),
        audience=None if isinstance(to, NoLetter) else to.audience,
    )


def _refusals(kind: Kind, file: File, wanted: Wanted, problems: Sequence[Problem]) -> list[Refusal]:
    """The gates that hold for every kind: whose row it is, consent, a signature, cells that can be used."""
    found = [wanted.refusal]
    if isinstance(file, PupilFile):
        found += [_whose(file, wanted), _not_agreed(kind, file)]
    if wanted.signs is None:
        found.append(NO_SIGNATORY)
    if isinstance(file, PupilFile):
        found += _wrong_cells(kind, file, wanted, problems)
    return [refusal for refusal in found if refusal]


def _waits(file: File, to: Recipient | NoLetter) -> Iterator[Refusal]:
    """What keeps every letter about a pupil back, but for those that leaders read."""
    if isinstance(file, PupilFile) and not (isinstance(to, Recipient) and to.audience is Audience.LEADER):
        for reason in map(of_hold, file.pupil.holds):
            yield Refusal(str(reason), reason.code)


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


def _wrong_cells(
    kind: Kind, file: PupilFile, wanted: Wanted, problems: Sequence[Problem]
) -> Iterator[Refusal]:
    """The cells that the kind cannot do without and that hold an error, or nothing that could be read."""
    records = (file.pupil, *wanted.drawn_from)
    rows = {_row(file.casebook, record) for record in records}
    for problem in problems:
        is_here = (problem.place.sheet, problem.place.row) in rows
        if problem.severity is Severity.ERROR and kind.slug in problem.blocks and is_here:
            yield Refusal(f"{problem.place} has to be put right first.", problem.code)
    # Cells of sheets that are about no one pupil, an agency's among them, are in no pupil's problems.
    for record in records:
        for column in columns_of(type(record)) if record.unread else ():
            if column.attribute in record.unread and (record.sheet_name, column.heading) in kind.uses:
                place = file.casebook.place(record, column.attribute)
                yield Refusal(f"{place} has to be put right first.", "unread-cell")


def _row(casebook: Casebook, record: Record) -> tuple[str, int | None]:
    place = casebook.place(record)
    return place.sheet, place.row
