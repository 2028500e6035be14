"""The invitation to a club or group: what it is, when it meets, and a slip to answer on.

Who else is in it stands in none of its fields.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial

from pydantic import Field

from mentor_xl.audience import Audience
from mentor_xl.dates import with_weekday
from mentor_xl.documents import Context, Envelope, PupilFile, Wanted, letter
from mentor_xl.letter_parts import LetterContext, reply_day, shared_parts, staff_name, to_family, who_signs
from mentor_xl.letters.approaches import approach_in_words
from mentor_xl.letters.who_to_go_to import nothing_to_tell
from mentor_xl.records import MentoringGroup


class Club(Context):
    """The club or group."""

    name: str = Field(description="Its name.", examples=["Tuesday builders"])
    about: str = Field(
        description="What it mainly does; empty where no programme is chosen.",
        examples=["building together with Lego, each with a job to do"],
    )
    leader: str = Field(description="Who leads it.", examples=["Mr Anselm Ferreira"])
    day_and_time: str = Field(description="When it meets.", examples=["Tuesdays, 12.40pm to 1.20pm"])
    first_day: str = Field(description="The day it begins.", examples=["Tuesday 13 October 2026"])
    last_day: str = Field(description="The last day planned.", examples=["Tuesday 15 December 2026"])
    has_begun: bool = Field(description="Whether it has begun already.", examples=[True])


class ClubInvitation(LetterContext):
    """What the invitation can print."""

    club: Club = Field(description="The club or group.")
    signers: tuple[str, ...] = Field(
        description="Those addressed who have parental responsibility.", examples=[("Mrs Ada Aske",)]
    )


@letter(
    "Invitation to a club or group",
    to=(Audience.PARENT,),
    when="the pupil is in a group that has not come to its end",
    contexts=(ClubInvitation,),
    uses=(("Groups", "Group"), ("Groups", "Pupils"), ("Groups", "Ends on")),
    on_request=True,
)
def club_invitation(file: PupilFile) -> Iterator[Wanted]:
    """One for each home, for each group the pupil is in."""
    groups = [group for group in file.casebook.groups if _is_for(file, group)]
    if not groups and file.is_asked_for:
        yield nothing_to_tell(file, _NOTHING, "no-group")
    for group in groups:
        yield Wanted(
            row_key=f"{group.group}|{file.pupil.pupil_id}",
            to=to_family(file),
            signs=who_signs(file, group.mentor),
            context=partial(_context, file, group),
            drawn_from=(group,),
        )


_NOTHING = "No group on the Groups sheet that still meets names this pupil."


def _is_for(file: PupilFile, group: MentoringGroup) -> bool:
    has_ended = group.ends_on is not None and group.ends_on < file.today
    return file.pupil.pupil_id in (group.pupils or ()) and not has_ended


def _context(file: PupilFile, group: MentoringGroup, envelope: Envelope) -> ClubInvitation:
    reply_by = reply_day(file, before=_first_to_come(file, group))
    return ClubInvitation.model_validate(
        {
            **shared_parts(file, envelope, reply_by=reply_by),
            "club": _club(file, group),
            "signers": envelope.to.signers,
        }
    )


def _first_to_come(file: PupilFile, group: MentoringGroup) -> dt.date | None:
    """The first meeting, where it is still to come: the answer is wanted before it."""
    day = group.started_on
    is_certain = day is not None and day > file.today and file.is_sound(group, "started_on")
    return day if is_certain else None


def _club(file: PupilFile, group: MentoringGroup) -> Club:
    leader = file.casebook.staff_member(group.mentor)
    first = group.started_on if file.is_sound(group, "started_on") else None
    last = group.ends_on if file.is_sound(group, "ends_on") else None
    return Club(
        name=group.group,
        about=approach_in_words(group.programme),
        leader=staff_name(leader) if leader else "",
        day_and_time=group.day_and_time or "",
        first_day=with_weekday(first) if first else "",
        last_day=with_weekday(last) if last else "",
        has_begun=first is not None and first <= file.today,
    )
