"""The sorts of canaries that are typed where a letter prints them, and who may read each after all.

Who may is said here anew, from decisions (*Privacy*): what asked the gate could not catch it. Only two tables
are taken as they stand, the matrix of groups and who may read of which theme.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.documents import Document
from mentor_xl.reasons import is_looked_after
from mentor_xl.recipients import contact_row, is_kept_away, is_withheld
from mentor_xl.records import Contact
from mentor_xl.rehearsal.canaries import Canaries
from mentor_xl.rehearsal.planting import Cell, with_texts
from mentor_xl.sensitive import DISCLOSURE, may_read, rows, themes_in
from mentor_xl.sensitive.readers import SOCIAL_CARE

MayRead = Callable[[Casebook, Document], bool]


@dataclass(frozen=True, slots=True)
class Planted:
    """One canary in its cell."""

    casebook: Casebook
    text: str
    people: str
    """Who was made up for it, in words: they may stand in a letter beside the cell."""
    may_read: MayRead
    """Whether the reader of a letter about the pupil may have it."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One canary: a cell that letters of these kinds about this pupil print."""

    group: "Group"
    kinds: tuple[str, ...]
    cell: Cell
    ref: str
    turn: int
    """Each turn another way to write it, or another theme."""


@dataclass(frozen=True, slots=True)
class Group:
    """A sort of canary."""

    what: str
    gate: str
    codes: tuple[str, ...]
    plant: Callable[[Casebook, Trial, Canaries], Planted]


def _typed(book: Casebook, trial: Trial, ways: Sequence[str], may: MayRead, people: str = "") -> Planted:
    text = ways[trial.turn % len(ways)]
    return Planted(with_texts(book, {trial.cell: text}), text, people, may)


def _leaders(_: Casebook, document: Document) -> bool:
    return document.audience is Audience.LEADER


# -- people ---------------------------------------------------------------------------------------


def _kept_away(book: Casebook, trial: Trial, canaries: Canaries) -> Planted:
    """Somebody with every right to letters but for the court."""
    first, last, phone = canaries.word(), canaries.word(), canaries.phone()
    book = _with_contact(
        book, trial.ref, is_kept_away, street=last, phone=phone, forename=first, surname=last, title="Mr",
        court_restriction=True, send_letters=True, parental_responsibility="Yes",
    )  # fmt: skip
    ways = (f"{first} {last} rang about it", f"Mr {last} rang about it", *_ways(last, phone))
    return _typed(book, trial, ways, _leaders, f"{first} {last}")


def _withheld(book: Casebook, trial: Trial, canaries: Canaries) -> Planted:
    street, phone = canaries.word(), canaries.phone()
    book = _with_contact(
        book, trial.ref, is_withheld, street=street, phone=phone, do_not_disclose_address=True
    )
    ways = (f"They moved to {street} Lane", *_ways(street, phone))
    return _typed(book, trial, ways, _the_owner)


def _the_owner(book: Casebook, document: Document) -> bool:
    owners = filter(is_withheld, book.contacts_of(document.ref or ""))
    return document.recipient.row in map(contact_row, owners)


def _with_contact(
    book: Casebook, ref: str, is_such: Callable[[Contact], bool], *, street: str, **more: object
) -> Casebook:
    """The pupil's own such contacts with a canary's ways to reach them, else one made for the rehearsal."""
    more |= {"address_line_1": f"17 {street} Lane", "address_line_2": None, "email": _email(street)}
    theirs = [one.pupil_id == ref and is_such(one) for one in book.contacts]
    row = max((one.row_number for one in book.contacts), default=1) + 1
    made = Contact(row_number=row, pupil_id=ref, surname=street, send_letters=False, lives_with_pupil=False)
    # In their places: the cells of a trial are counted.
    pairs = [*zip(book.contacts, theirs, strict=True), *([] if any(theirs) else [(made, True)])]
    contacts = (one.model_copy(update=more) if such else one for one, such in pairs)
    return replace(book, contacts=tuple(contacts))


def _email(street: str) -> str:
    return f"{street.casefold()}@example.org"


def _ways(street: str, phone: str) -> tuple[str, ...]:
    return f"They live at 17 {street} Lane now", f"Ring {phone} first", f"Write to {_email(street)}"


def _another_pupil(book: Casebook, trial: Trial, canaries: Canaries) -> Planted:
    """Somebody of the same class, on roll like everybody."""
    first, last, number = canaries.word(), canaries.word(), canaries.word()
    like = next(pupil for pupil in book.pupils if pupil.pupil_id == trial.ref)
    row = max(pupil.row_number for pupil in book.pupils) + 1
    names = {"legal_forename": first, "legal_surname": last, "known_as": None, "upn": None}
    other = like.model_copy(update={**names, "pupil_id": number, "row_number": row, "notes": None, "own": {}})
    ways = (
        f"Was seen with {first} {last}", f"Sat beside {first} at lunch", f"We rang {first}'s mum",
        f"See pupil ID {number}",
    )  # fmt: skip
    book = replace(book, pupils=(*book.pupils, other))
    return _typed(book, trial, ways, _leaders, f"{first} {last} {number}")


# -- words ----------------------------------------------------------------------------------------


_EXAMPLES = 12


@cache
def _sentences(theme: str) -> tuple[str, ...]:
    """The first of the table's own examples, best those that touch no other theme."""
    mine = [row.fires for row in rows() if row.theme == theme][:_EXAMPLES]
    return tuple(one for one in mine if themes_in(one) == {theme}) or tuple(mine)


def _for_few(book: Casebook, trial: Trial, canaries: Canaries) -> Planted:
    pupil = book.pupil(trial.ref)
    is_usual = trial.cell.sheet == "reviews" or (pupil is not None and is_looked_after(pupil))
    settled = {DISCLOSURE, SOCIAL_CARE} if is_usual else {DISCLOSURE}
    themes = tuple(dict.fromkeys(row.theme for row in rows() if row.theme not in settled))
    theme = themes[trial.turn % len(themes)]
    said = _sentences(theme)
    text = f"{canaries.word()} {said[trial.turn // len(themes) % len(said)]}"
    return _typed(
        book, trial, (text,), lambda now, letter: may_read(theme, letter.audience, _kind(now, letter))
    )


def _kind(book: Casebook, document: Document) -> str:
    row = document.recipient.row
    return next((one.kind or "" for one in book.agencies if row == f"Agencies!{one.row_number}"), "")


def _disclosure(book: Casebook, trial: Trial, canaries: Canaries) -> Planted:
    return _typed(book, trial, [f"{canaries.word()} {one}" for one in _sentences(DISCLOSURE)], _the_lead)


def _the_lead(book: Casebook, document: Document) -> bool:
    place = book.setting_place("designated_safeguarding_lead")
    return place.row is not None and document.recipient.row == f"Settings!{place.row}"


GROUPS = (
    Group(
        "A person kept away by a court", "the gate for restricted contacts",
        ("restricted-contact", "another-address"), _kept_away,
    ),
    Group(
        "An address that must not be disclosed", "the gate for withheld addresses",
        ("withheld-address",), _withheld,
    ),
    Group(
        "Another pupil", "the gate for names and IDs", ("names-another-pupil",),
        _another_pupil,
    ),
    Group(
        "Words for few readers", "the table of sensitive words, or its readers", ("sensitive-in-text",),
        _for_few,
    ),
    Group(
        "What a child may have disclosed", "the table's words of a disclosure", ("disclosure-in-text",),
        _disclosure,
    ),
)  # fmt: skip
