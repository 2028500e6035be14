"""May the two pupils of a pair, and their families, be told of it (reference 8)?"""

import datetime as dt
from collections.abc import Callable
from typing import Literal

from mentor_xl.consent import peer_consent
from mentor_xl.dates import in_words
from mentor_xl.documents import PupilFile, Refusal
from mentor_xl.problems import quoted_id
from mentor_xl.records import PeerPair, Pupil, StaffMember

Role = Literal["Mentor", "Mentee"]
"""The part that the pupil of the letter has in the pair."""


def partner_id(pair: PeerPair, role: Role) -> str:
    """The other pupil's ID."""
    return pair.mentee_pupil if role == "Mentor" else pair.mentor_pupil


def partner_of(file: PupilFile, pair: PeerPair, role: Role) -> Pupil | None:
    """The other pupil, unless the ID is unknown or stands on two rows."""
    return file.casebook.pupil(partner_id(pair, role))


def who_supervises(file: PupilFile, pair: PeerPair) -> StaffMember | None:
    """The adult who keeps an eye on the pair, unless they have left."""
    member = file.casebook.staff_member(pair.supervised_by)
    if member is None or "left_on" in member.unread:
        return None
    return None if member.left_on and member.left_on < file.today else member


def refusal_of(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:
    """The first reason not to write of a pair to anybody."""
    rules: tuple[Callable[[PupilFile, PeerPair, Role], Refusal | None], ...] = (
        _two_pupils, _not_to_be_avoided, _is_agreed, _both_consented, _is_trained, _has_its_facts,
    )  # fmt: skip
    found = (rule(file, pair, role) for rule in rules)
    return next((refusal for refusal in found if refusal), None)


def _two_pupils(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:
    other = partner_of(file, pair, role)
    if pair.mentor_pupil == pair.mentee_pupil:
        return Refusal("Mentor and mentee are the same pupil.", "paired-with-self")
    if other is None:
        why = f"Nobody can say who pupil {quoted_id(partner_id(pair, role))} is."
        return Refusal(why, "unknown-partner")
    if "leaving_date" in other.unread or (other.leaving_date and other.leaving_date < file.today):
        return Refusal(f"Pupil {quoted_id(other.pupil_id)} has left.", "pair-member-left")
    return None


def _not_to_be_avoided(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:  # noqa: ARG001
    both = (pair.mentor_pupil, pair.mentee_pupil)
    for entry in file.casebook.peer_pool:
        if entry.pupil_id in both:
            if "avoid" in entry.unread:
                why = f"{file.casebook.place(entry, 'avoid')} has to be put right first."
                return Refusal(why, "unread-cell")
            if set(entry.avoid or ()) & set(both) - {entry.pupil_id}:
                return Refusal("These two are not to be paired, says the Peer pool.", "pair-to-be-avoided")
    return None


def _is_agreed(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:  # noqa: ARG001
    if pair.status in ("Agreed", "Active"):
        return None
    said = f"Status says {pair.status}" if pair.status else "Status is blank or could not be read"
    return Refusal(f"The pair is not agreed: {said}.", "pair-not-agreed")


def _both_consented(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:  # noqa: ARG001
    for pupil_id, side in ((pair.mentor_pupil, "Mentor"), (pair.mentee_pupil, "Mentee")):
        gate = peer_consent(file.casebook, pupil_id, "Mentor" if side == "Mentor" else "Mentee", file.today)
        if not gate.is_open:
            return Refusal(gate.why, gate.code)
    return None


def _is_trained(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:  # noqa: ARG001
    if {"mentor_trained_on", "started_on"} & pair.unread:
        return Refusal("When the mentor was trained, or the pair began, could not be read.", "unread-cell")
    trained = trained_on(file, pair)
    if trained is None or trained > file.today:
        return Refusal("No training of the mentor is noted.", "peer-mentor-untrained")
    if pair.started_on and trained > pair.started_on:
        why = f"The mentor was trained on {in_words(trained)}, after the pair began."
        return Refusal(why, "peer-mentor-untrained")
    return None


def trained_on(file: PupilFile, pair: PeerPair) -> dt.date | None:
    """When the mentor finished training: as the pair says, else as the pool does."""
    in_pool = (row.trained_on for row in file.casebook.peer_pool if row.pupil_id == pair.mentor_pupil)
    return pair.mentor_trained_on or next(filter(None, in_pool), None)


def _has_its_facts(file: PupilFile, pair: PeerPair, role: Role) -> Refusal | None:  # noqa: ARG001
    """What no such letter can do without: when they meet, and which adult keeps an eye on them."""
    if not pair.slot:
        return Refusal(f"{file.casebook.place(pair, 'slot')}: when they meet is missing.", "no-slot")
    if who_supervises(file, pair) is None:
        place = file.casebook.place(pair, "supervised_by")
        return Refusal(f"{place}: no adult in school is named who keeps an eye on them.", "no-supervisor")
    if pair.purpose is None:
        place = file.casebook.place(pair, "purpose")
        return Refusal(f"{place}: what the pair is for is missing.", "no-purpose")
    return None
