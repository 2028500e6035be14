"""What a letter or report is: which kinds there are, what each is made from, and what holds one back.

A kind is one function, registered by ``@letter`` or ``@report``; its name is the stem of its template, the
word on the command line and the ``kind`` in the manifest. It yields what is wanted for one pupil; the
gates that hold for every kind are in ``gates``.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict

from mentor_xl.audience import Audience
from mentor_xl.casebook import Casebook
from mentor_xl.consent import Gate
from mentor_xl.deadlines import Due
from mentor_xl.problems import Place, Problem
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import Consent, Pupil, Record, StaffMember
from mentor_xl.school_calendar import SchoolCalendar


class Context(BaseModel):
    """What a template can print: every field described, every field always there."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True, kw_only=True)
class File:
    """The casebook on one day: what every kind of document is made from."""

    casebook: Casebook
    calendar: SchoolCalendar
    dues: tuple[Due, ...]
    """What is due: for the one pupil that the file is about, else for all."""
    today: dt.date
    is_asked_for: bool = False
    """Whether a person named this pupil and kind, so that the usual moment need not have come."""
    wrong: frozenset[Place] = frozenset()
    """The cells that are certainly wrong: a document does without them."""

    def is_sound(self, record: Record, attribute: str) -> bool:
        """Whether what stands in a cell may be used: it could be read, and no error stands against it."""
        return attribute not in record.unread and self.casebook.place(record, attribute) not in self.wrong

    @property
    def ref(self) -> str | None:
        """The ID of the pupil that it is about; ``None``: it is about the whole caseload."""
        return None


@dataclass(frozen=True, kw_only=True)
class PupilFile(File):
    """One pupil on one day."""

    pupil: Pupil

    @property
    def ref(self) -> str:
        """The pupil's ID."""
        return self.pupil.pupil_id


@dataclass(frozen=True, kw_only=True)
class CaseloadFile(File):
    """The whole caseload on one day: what reports about no one pupil are made from."""

    problems: tuple[Problem, ...] = ()
    """What is wrong in the workbook, and so may be missing from the figures."""


EVERYONE, NOBODY = "every pupil", "no pupil"
"""Whom a report on a caseload may name, and whom a case study may: not even its own pupil."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason not to make what is wanted: a sentence that names no person, and its code."""

    why: str
    code: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """One copy of a document on its way: to whom, signed by whom, under which reference."""

    to: Recipient
    signs: StaffMember
    reference: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What tells one edition of a report of figures from another: how far it counts, and whom."""

    up_to: dt.date
    pupils: frozenset[str]
    """The IDs of those who are counted."""
    least: int
    """The smallest count that is shown."""


@dataclass(frozen=True)
class Wanted:
    """One document that is wanted for one pupil, and those it should go to."""

    row_key: str
    """What the document is about: a record's ID, or pupil ID and date."""
    to: Sequence[Recipient | NoLetter]
    signs: StaffMember | None
    """Who signs; nobody: it is held back."""
    context: Callable[[Envelope], Context]
    """Makes what the template prints for one recipient."""
    drawn_from: Sequence[Record] = ()
    """The rows whose cells the document uses, beside the pupil's own."""
    refusal: Refusal | None = None
    """Why it must not be made for anyone."""
    override: Consent | None = None
    """The record that sets consent aside on safeguarding grounds, and says who did and why."""
    may_mention: tuple[str, ...] = ()
    """The IDs of other pupils it may name, as the partner of a pair; or ``EVERYONE``, or ``NOBODY``."""
    edition: Edition | None = None
    """For figures that must not be given twice with a few pupils more or less (``editions``)."""


@dataclass(frozen=True)
class Document:
    """A document to be made: everything but its bytes."""

    kind: str
    ref: str | None
    """The pupil's ID; ``None``: it is about the whole caseload."""
    recipient: Recipient
    reference: str
    """``TH/26/consent/1a2b3c``, printed on it."""
    context: Context
    override: str = ""
    """The row that sets consent aside on safeguarding grounds, ``Consents!7``: the release sheet names it."""
    may_mention: tuple[str, ...] = ()
    """As ``Wanted`` has it."""
    edition: Edition | None = None
    """As ``Wanted`` has it."""
    identity: str = field(default="", repr=False)
    """Who the pupil is in full: what the ledger's digests are keyed with. It is never written anywhere."""

    @property
    def audience(self) -> Audience:
        """Those it is written to."""
        return self.recipient.audience

    @property
    def file_name(self) -> str:
        """``consent-1a2b3c.docx``: no name of a person in it."""
        return f"{self.kind}-{self.reference.rpartition('/')[2]}.docx"

    @property
    def stem(self) -> str:
        """``consent-1a2b3c``: the same for every issue of one letter."""
        return stem_of(self.kind, self.reference.rpartition("/")[2][:6])


@dataclass(frozen=True)
class HeldBack:
    """A document that was wanted and is not made."""

    kind: str
    ref: str | None
    recipient: str | None
    why: str
    codes: tuple[str, ...]
    audience: Audience | None = None


Finds = Callable[[PupilFile], Iterator[Wanted]]
FindsInCaseload = Callable[[CaseloadFile], Iterator[Wanted]]


@dataclass(frozen=True)
class Kind:
    """A kind of letter or report."""

    slug: str
    title: str
    audiences: tuple[Audience, ...]
    when: str
    """When ``build`` makes it, in words."""
    find: Callable[[Any], Iterator[Wanted]]
    """Given a ``PupilFile``; a ``CaseloadFile`` where the kind is about the caseload."""
    needs_consent: bool
    """Whether it waits for valid consent to mentoring (all but *consent* and *exit*)."""
    uses: tuple[tuple[str, str], ...]
    """The columns (sheet, heading) it cannot do without: a bad cell there holds it back."""
    contexts: tuple[type[Context], ...] = field(default=())
    is_report: bool = False
    if_held_back: str = ""
    """What a person should do meanwhile, where waiting could do harm."""
    is_on_request: bool = False
    """Whether it is made only where somebody asks for the kind, or for this kind and pupil."""
    is_about_caseload: bool = False
    """Whether it is about the whole caseload and no one pupil: one run makes it once."""


NO_SIGNATORY = Refusal("Nobody on the Staff sheet can sign it.", "no-signatory")
_NAMES = (("Pupils", "Legal surname"), ("Pupils", "Legal forename"))
_KINDS: dict[str, Kind] = {}


def letter(
    title: str,
    *,
    to: tuple[Audience, ...],
    when: str,
    contexts: tuple[type[Context], ...],
    uses: tuple[tuple[str, str], ...] = (),
    needs_consent: bool = True,
    is_report: bool = False,
    if_held_back: str = "",
    on_request: bool = False,
) -> Callable[[Finds], Finds]:
    """Register a kind of letter; the function's name is the kind's."""

    def register(find: Finds) -> Finds:
        slug = find.__name__.rstrip("_").replace("_", "-")
        _KINDS[slug] = Kind(
            slug,
            title,
            to,
            when,
            find,
            needs_consent,
            (*_NAMES, *uses),
            contexts,
            is_report,
            if_held_back,
            is_on_request=on_request,
        )
        return find

    return register


def report(title: str, **kind: Any) -> Callable[[Finds], Finds]:
    """Register a kind of report; as ``letter``."""
    return letter(title, is_report=True, **kind)


def report_on_caseload(
    title: str, *, to: tuple[Audience, ...], when: str, contexts: tuple[type[Context], ...]
) -> Callable[[FindsInCaseload], FindsInCaseload]:
    """Register a kind of report about the whole caseload, made on request only."""

    def register(find: FindsInCaseload) -> FindsInCaseload:
        slug = find.__name__.replace("_", "-")
        _KINDS[slug] = Kind(
            slug,
            title,
            to,
            when,
            find,
            needs_consent=False,
            uses=(),
            contexts=contexts,
            is_report=True,
            is_on_request=True,
            is_about_caseload=True,
        )
        return find

    return register


def kinds() -> Mapping[str, Kind]:
    """Every kind that has been registered, in the order of ``letters`` and ``reports``."""
    return dict(_KINDS)


def without_consent(gate: Gate) -> Refusal:
    """What a shut gate to mentoring says of every kind but the consent letter."""
    return Refusal(f"{gate.why} Until there is consent, only the consent letter is made.", gate.code)


def stem_of(slug: str, six: str) -> str:
    """How a letter's file name begins, whichever issue of it this is."""
    return f"{slug}-{six}"


def six_characters(*parts: str) -> str:
    """What tells two letters apart in a reference: six characters of a hash, the same on every run."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:6]
