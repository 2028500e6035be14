"""Two pupils are paired: what the mentor's home and the mentee's home are told, and each pupil.

Nothing of why the other pupil is in the pair; and at home not even who it is.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import in_words
from mentor_xl.documents import Context, Envelope, PupilFile, Wanted, letter
from mentor_xl.letter_parts import (
    LetterContext,
    has_own_letters,
    reads_low_demand,
    reply_day,
    shared_parts,
    staff_name,
    to_family,
    to_pupil,
    who_signs,
)
from mentor_xl.letters.pair_rules import Role, partner_id, partner_of, refusal_of, who_supervises
from mentor_xl.letters.who_to_go_to import nothing_to_tell
from mentor_xl.pupil_view import PupilView, year_group_of, year_in_words
from mentor_xl.recipients import NoLetter, Recipient
from mentor_xl.records import PeerPair, Pupil
from mentor_xl.wording import in_a_list


class PairTimes(Context):
    """What the two do, when, where, and who is near."""

    activity: str = Field(description="What they do, after *they*.", examples=["read together"])
    slot: str = Field(description="When they meet.", examples=["Tuesdays at lunch"])
    place: str = Field(description="Where they meet; empty where not recorded.", examples=["Library"])
    supervisor: str = Field(description="The adult who is near.", examples=["Ms Parveen Jandu"])
    begins: str = Field(description="The first day; empty where not known.", examples=["6 October 2026"])
    has_begun: bool = Field(description="Whether that day has come.", examples=[True])
    ends: str = Field(description="The day it is to end; may be empty.", examples=["15 December 2026"])


class PairingLetter(LetterContext):
    """What the letter home can print: of the other pupil, no more than the year."""

    pair: PairTimes = Field(description="What, when, where, with whom near.", examples=["Tuesdays at lunch"])
    other_pupil: str = Field(description="The other pupil, unnamed.", examples=["another pupil in Year 8"])


class PairingPage(LetterContext):
    """What the pupil's own page can print: of the other pupil, the first name and what both enjoy."""

    pair: PairTimes = Field(description="What, when, where, with whom near.", examples=["Tuesdays at lunch"])
    partner: str = Field(description="The name that the other pupil uses.", examples=["Rowan"])
    both_enjoy: str = Field(description="What both enjoy; may be empty.", examples=["chess and dogs"])
    low_demand: bool = Field(
        description="Whether the pupil’s profile asks for invitational wording.", examples=[False]
    )


_WHEN = "the pupil is in a pair that is agreed or active, and both have consented"
_USES = (
    ("Peer pairs", "Status"),
    ("Peer pairs", "Slot"),
    ("Peer pairs", "Supervised by"),
    ("Peer pairs", "Mentor trained on"),
    ("Peer pool", "Consent ID"),
)


@letter(
    "Peer pairing: to the mentor’s side",
    to=(Audience.PARENT, Audience.PUPIL),
    when=_WHEN,
    contexts=(PairingLetter, PairingPage),
    uses=_USES,
    needs_consent=False,
    on_request=True,
)
def peer_mentor_pairing(file: PupilFile) -> Iterator[Wanted]:
    """One for each home of the older pupil and one for that pupil, for each pair."""
    return _letters(file, "Mentor")


@letter(
    "Peer pairing: to the mentee’s side",
    to=(Audience.PARENT, Audience.PUPIL),
    when=_WHEN,
    contexts=(PairingLetter, PairingPage),
    uses=_USES,
    needs_consent=False,
    on_request=True,
)
def peer_mentee_pairing(file: PupilFile) -> Iterator[Wanted]:
    """One for each home of the younger pupil and one for that pupil, for each pair."""
    return _letters(file, "Mentee")


def _letters(file: PupilFile, role: Role) -> Iterator[Wanted]:
    own_id = file.pupil.pupil_id
    pairs = [
        pair
        for pair in file.casebook.peer_pairs
        if own_id == (pair.mentor_pupil if role == "Mentor" else pair.mentee_pupil)
        and pair.status not in ("Paused", "Ended")
    ]
    if not pairs and file.is_asked_for:
        yield nothing_to_tell(file, "The pupil is in no peer pair on this side.", "no-pair")
    for pair in pairs:
        if not has_own_letters(file):
            yield _wanted(file, pair, role, to_family(file))
        # At home nobody is told who the other pupil is; only the two themselves are.
        named = (partner_id(pair, role),)
        yield replace(_wanted(file, pair, role, (to_pupil(file),)), may_mention=named)


def _wanted(file: PupilFile, pair: PeerPair, role: Role, to: tuple[Recipient | NoLetter, ...]) -> Wanted:
    """Peer mentors need have no mentor of their own: the consent that counts is that to peer mentoring."""
    pool = [row for row in file.casebook.peer_pool if row.pupil_id == file.pupil.pupil_id]
    return Wanted(
        row_key=pair.pair_id,
        to=to,
        signs=who_signs(file, pair.supervised_by),
        context=partial(_context, file, pair, role),
        drawn_from=(pair, *pool),
        refusal=refusal_of(file, pair, role),
    )


def _context(file: PupilFile, pair: PeerPair, role: Role, envelope: Envelope) -> LetterContext:
    other = partner_of(file, pair, role) or file.pupil
    is_for_pupil = envelope.to.audience is Audience.PUPIL
    reply_by = None if is_for_pupil else reply_day(file)
    fields = {
        **shared_parts(file, envelope, reply_by=reply_by),
        "pair": _times(file, pair, for_pupil=is_for_pupil),
    }
    if not is_for_pupil:
        return PairingLetter.model_validate({**fields, "other_pupil": _unnamed(file, other)})
    return PairingPage.model_validate(
        {
            **fields,
            "partner": PupilView(other, Audience.PEER, file.today).known_as,
            "both_enjoy": _both_enjoy(file, partner_id(pair, role)),
            "low_demand": reads_low_demand(file),
        }
    )


def _unnamed(file: PupilFile, other: Pupil) -> str:
    has_years = file.calendar.nation in ("England", "Wales")
    worked_out = year_group_of(other.date_of_birth, file.today) if has_years else None
    year = year_in_words(other.year_group or worked_out)
    return f"another pupil in {year}" if year else "another pupil"


def _times(file: PupilFile, pair: PeerPair, *, for_pupil: bool) -> PairTimes:
    supervisor = who_supervises(file, pair)
    begins = pair.started_on if file.is_sound(pair, "started_on") else None
    ends = pair.ends_on if file.is_sound(pair, "ends_on") else None
    activity = _ACTIVITIES.get(pair.purpose or "", "spend time together")
    return PairTimes(
        activity=activity.format(both="you both enjoy" if for_pupil else "both enjoy"),
        slot=pair.slot or "",
        place=pair.place or "",
        supervisor=staff_name(supervisor) if supervisor else "",
        begins=in_words(begins) if begins else "",
        has_begun=begins is not None and begins < file.today,
        ends=in_words(ends) if ends else "",
    )


_ACTIVITIES = {
    "Reading": "read together",
    "Subject": "do some school work together",
    "Language": "talk and read in more than one language",
    "Transition": "talk about what is new in school",
    "Social": "talk, play a game or do something {both}",
    "Life skills": "try out everyday things together",
    "Settling in": "get to know school together",
}
"""What a pair does: never what either of them finds hard."""


def _both_enjoy(file: PupilFile, other_id: str) -> str:
    """Only what stands in both pupils' rows, in this pupil's own words."""
    rows = file.casebook.peer_pool
    own = [one for row in rows if row.pupil_id == file.pupil.pupil_id for one in row.interests or ()]
    theirs = {one.casefold() for row in rows if row.pupil_id == other_id for one in row.interests or ()}
    return in_a_list(list(dict.fromkeys(one for one in own if one.casefold() in theirs)))
