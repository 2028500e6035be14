"""One finished letter as the safety gate looks at it: what stands in it, and what is right to stand there."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mentor_xl.audience import Audience, Group, Release, release
from mentor_xl.documents import EVERYONE, NOBODY, Document
from mentor_xl.problems import UNSAID, quoted_id
from mentor_xl.recipients import address_of, contact_row, is_kept_away
from mentor_xl.records import Contact, Pupil
from mentor_xl.safety.findings import MEANINGS, Finding
from mentor_xl.safety.pupils_text import Telling, Typed
from mentor_xl.safety.register import Register
from mentor_xl.safety.sight import Known, Sight
from mentor_xl.safety.words import Hit, joined
from mentor_xl.wording import formal_name, name_on_envelope

_FURTHEST = 14
"""Words on either side in which a phrase that is right may reach around another."""


@dataclass(eq=False)
class Letter:
    """A finished document, and the workbook it was made from."""

    document: Document
    sights: Sequence[Sight]
    register: Register
    typed: Typed

    @property
    def ref(self) -> str:
        """The ID of the pupil it is about; empty where it is about a caseload."""
        return self.document.ref or ""

    @property
    def audience(self) -> Audience:
        """Those it is written to."""
        return self.document.audience

    @property
    def is_for_the_lead(self) -> bool:
        """Whether it goes to the safeguarding lead, as Settings names them."""
        lead = self.register.casebook.setting_place("designated_safeguarding_lead")
        return lead.row is not None and self.document.recipient.row == f"Settings!{lead.row}"

    @property
    def agency_kind(self) -> str:
        """What kind of agency it goes to; empty for everybody else."""
        row = self.document.recipient.row
        found = (one.kind for one in self.register.casebook.agencies if row == f"Agencies!{one.row_number}")
        return next(found, None) or ""

    def may_be_told(self, group: Group) -> bool:
        """Whether its reader may be told a group in full."""
        return release(self.audience, group) is Release.FULL

    @cached_property
    def pupil(self) -> Pupil | None:
        """The pupil it is about; nobody where it is about a caseload."""
        return self.register.casebook.pupil(self.ref)

    @cached_property
    def line(self) -> str:
        """All its words, plain, as one text."""
        return "|".join([sight.line for sight in self.sights if sight.is_of_this_letter])

    @cached_property
    def words(self) -> set[str]:
        """All its words, plain, each once."""
        own = [sight for sight in self.sights if sight.is_of_this_letter]
        return set[str]().union(*[passage.words for sight in own for passage in sight.passages])

    @cached_property
    def shared_cells(self) -> list[Telling]:
        """The pupil's cells of free text that share enough words with it to stand there, whole or in part."""
        return [cell for cell in self.typed.cells_of(self.ref) if cell.may_stand_among(self.words)]

    # -- whose names may stand in it ----------------------------------------------------------------

    @property
    def may_mention(self) -> tuple[str, ...]:
        """The other pupils it may speak of: all of them in a leader's report on a caseload."""
        if self.document.ref is None and self.may_be_told(Group.IDENTITY):
            return (EVERYONE,)
        return self.document.may_mention

    @cached_property
    def may_name(self) -> Collection[str]:
        """IDs of the pupils whose full name may stand in it."""
        if not self.may_be_told(Group.IDENTITY) or self.is_nameless:
            return ()
        return (self.ref, *self.may_mention)

    @property
    def is_nameless(self) -> bool:
        """Whether not even its own pupil may be told from it: a case study, or what governors read."""
        is_untold = release(self.audience, Group.IDENTITY) is Release.NONE
        return is_untold or NOBODY in self.document.may_mention

    def is_about(self, owner: str) -> bool:
        """Whether it may speak of a pupil, by ID."""
        if self.is_nameless:
            return False
        return owner == self.ref or owner in self.may_mention or EVERYONE in self.may_mention

    def is_right(self, sight: Sight, hit: Hit[Known]) -> bool:
        """Whether a phrase is but a piece of a name or a place that is right in it."""
        return self.is_of_the_school(sight, hit) or any(
            self.is_within(sight, hit, phrases) for phrases in (self.of_the_reader, self._of_the_pupil)
        )

    def is_of_the_school(self, sight: Sight, hit: Hit[Known]) -> bool:
        """Whether a phrase is but a piece of a name or a place of the school, its staff or its agencies."""
        return self.is_within(sight, hit, self.register.of_the_school_with(joined(hit.phrase)))

    @cached_property
    def of_the_reader(self) -> tuple[str, ...]:
        """The reader's names and address."""
        to = self.document.recipient
        texts = (*to.address_lines, to.greeting.name, to.greeting.salutation, *to.signers)
        return self.register.phrases_of(texts)

    @cached_property
    def _of_the_pupil(self) -> tuple[str, ...]:
        own = (self.pupil,) if self.pupil and self.ref in self.may_name else ()
        others = map(self.register.casebook.pupil, self.may_mention if self.may_name else ())
        names = (
            name for pupil in (*own, *filter(None, others)) for name in self.register.names_of(pupil.pupil_id)
        )
        texts = (
            text
            for contact in self.contacts
            if not is_kept_away(contact)
            for text in (
                f"{contact.forename or ''} {contact.surname or ''}",
                name_on_envelope(contact),
                formal_name(contact),
                contact.address_line_1,
                contact.address_line_2,
            )
        )
        return (*names, *self.register.phrases_of(texts))

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The pupil's contacts."""
        return self.register.casebook.contacts_of(self.ref)

    @cached_property
    def at_the_readers(self) -> tuple[Contact, ...]:
        """The contacts in the home it goes to."""
        reader = next((c for c in self.contacts if contact_row(c) == self.document.recipient.row), None)
        if reader is None:
            return ()
        home = address_of(reader, self.contacts)
        others = (c for c in self.contacts if home.may_be(address_of(c, self.contacts)))
        return (reader, *(c for c in others if not is_kept_away(c)))

    def is_within(self, sight: Sight, hit: Hit[Known], phrases: Collection[str]) -> bool:
        """Whether a phrase is but a piece of another that stands there: of a road's or a school's name."""
        phrase = joined(hit.phrase)
        around = ""
        for longer in phrases:
            if phrase in longer and longer in sight.line:
                around = around or joined(sight.words[max(0, hit.begins - _FURTHEST) : hit.ends + _FURTHEST])
                if longer in around and longer.replace(phrase, "|", 1) != longer:
                    return True
        return False

    # -- telling ------------------------------------------------------------------------------------

    def finding(self, code: str, sight: Sight, hit: Hit[Known], what: str = "") -> Finding:
        """What a phrase that must not stand there comes to, with its place and its source."""
        place = sight.place(sight.spans[hit.begins][0])
        return Finding(code, what or _said(code), place, self.source(joined(hit.phrase)))

    def source(self, phrase: str) -> str:
        """Where a phrase comes from, and what to do there."""
        place = self.typed.source_of(phrase, self.ref, self.line)
        if place:
            heading = f" ({place.heading})" if place.heading else ""
            return f"The words come from {place}{heading}: take them out there."
        return "They are not in this pupil's rows: look in the letter's template."

    def hits(self) -> Iterator[tuple[Sight, Hit[Known]]]:
        """Every known phrase in it."""
        for sight in self.sights:
            for hit in sight.hits:
                yield sight, hit


def called_by_id(owner: str) -> str:
    """A pupil by ID, as far as the ID is surely no name: ``ID 004512``."""
    said = quoted_id(owner)
    return f"ID {said}" if said != UNSAID else "whose ID is like a name"


def _said(code: str) -> str:
    return MEANINGS[code].message.rstrip(".")


TITLE_BEFORE = re.compile(
    r"\b(?:mr|mrs|dr|prof|professor|rev|reverend|sir|lady|cllr|pc)\.?[^\S\n]*\Z", re.IGNORECASE
)
"""A title that a pupil does not have: who comes after it is grown up."""
