"""Which pupils mentor which, and how it goes: *Peer pool*, *Peer pairs* and *Peer meetings*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import (
    ConsentRef,
    Key,
    PairRef,
    PupilRef,
    PupilRefs,
    Record,
    Several,
    StaffRef,
    column,
)


class PeerPoolEntry(Record):
    """Pupils who would like to be a peer mentor or to have one."""

    sheet_name = "Peer pool"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil’s ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    side: vocabulary.PeerSide | None = column(
        "Side", Group.IDENTITY, "Whether the pupil would be a mentor, a mentee or either.",
        must=True, example="Mentee",
    )
    interests: Several | None = column(
        "Interests", Group.STRENGTHS,
        "What the pupil enjoys, with a semicolon between each; pairs are matched on it.",
        example="drawing; dogs; baking",
    )
    languages: Several | None = column(
        "Languages", Group.IDENTITY, "Languages the pupil speaks, with a semicolon between each.",
        example="English; Polish",
    )
    free_slots: Several | None = column(
        "Free slots", Group.IDENTITY,
        "When the pupil is free, with a semicolon between each. Use the same words for everyone.",
        example="Tue lunch; Thu tutor time",
    )
    avoid: PupilRefs | None = column(
        "Avoid", Group.CARE,
        "Pupil IDs never to be paired with this one, with a semicolon between each. Do not say why.",
        example="004530",
    )
    purpose: vocabulary.PairPurpose | None = column(
        "Purpose", Group.IDENTITY, "What a pair would mainly be for.",
        example="Social",
    )
    trained_on: dt.date | None = column(
        "Trained on", Group.IDENTITY, "For a mentor: the day the training was finished.",
        example="25/09/2026",
    )
    consent_id: ConsentRef | None = column(
        "Consent ID", Group.ADMIN, "The consent to peer mentoring: its ID on the Consents sheet.",
        example="K3",
    )


class PeerPair(Record):
    """Peer mentors and their mentees: who meets whom, when, and under whose eye."""

    sheet_name = "Peer pairs"
    needs = ("pair_id", "mentor_pupil", "mentee_pupil")

    pair_id: Key = column(
        "Pair ID", Group.ADMIN, "A short code for this pair; no two rows share one.",
        must=True, example="P1",
    )
    mentor_pupil: PupilRef = column(
        "Mentor pupil", Group.IDENTITY, "The mentor: their Pupil ID.",
        must=True, example="004489",
    )
    mentee_pupil: PupilRef = column(
        "Mentee pupil", Group.IDENTITY, "The mentee: their Pupil ID. It cannot be the mentor’s own.",
        must=True, example="004511",
    )
    purpose: vocabulary.PairPurpose | None = column(
        "Purpose", Group.IDENTITY, "What the pair is mainly for.",
        must=True, example="Social",
    )
    mentor_trained_on: dt.date | None = column(
        "Mentor trained on", Group.IDENTITY,
        "The day the mentor finished training. It comes before the first meeting.",
        example="25/09/2026",
    )
    status: vocabulary.PairStatus | None = column(
        "Status", Group.IDENTITY,
        "Suggested until both pupils and their families say yes; then Agreed, and Active once they meet.",
        must=True, example="Active",
    )
    started_on: dt.date | None = column(
        "Started on", Group.IDENTITY, "The day they first met.",
        example="06/10/2026",
    )
    ends_on: dt.date | None = column(
        "Ends on", Group.IDENTITY, "The day it is meant to end: one term is usual.",
        example="15/12/2026",
    )
    slot: str | None = column(
        "Slot", Group.IDENTITY, "When they meet, as letters should say it.",
        example="Tuesdays at lunch",
    )
    place: str | None = column(
        "Place", Group.IDENTITY, "Where they meet: somewhere open, with an adult near.",
        example="Library",
    )
    supervised_by: StaffRef | None = column(
        "Supervised by", Group.IDENTITY,
        "The code, on the Staff sheet, of the adult who keeps an eye on them.",
        example="DWH",
    )
    reserve_mentor: PupilRef | None = column(
        "Reserve mentor", Group.ADMIN, "Another trained mentor who can step in: their Pupil ID.",
        example="004490",
    )
    ended_on: dt.date | None = column(
        "Ended on", Group.IDENTITY, "The day it ended.",
        example="15/12/2026",
    )
    why_ended: vocabulary.PairEnd | None = column(
        "Why ended", Group.ADMIN, "Why it ended. No blame: not every pair suits.",
        example="Finished",
    )
    replaced_by: PairRef | None = column(
        "Replaced by", Group.ADMIN, "The pair that follows this one: its Pair ID.",
        example="P2",
    )


class PeerMeeting(Record):
    """What peer pairs did when they met, and whether they both enjoyed it."""

    sheet_name = "Peer meetings"
    needs = ("pair_id",)

    pair_id: PairRef = column(
        "Pair ID", Group.ADMIN, "The pair that met: its ID on the Peer pairs sheet.",
        must=True, example="P1",
    )
    date: dt.date | None = column(
        "Date", Group.IDENTITY, "The day of the meeting.",
        must=True, example="13/10/2026",
    )
    happened: bool | None = column(
        "Happened", Group.IDENTITY, "Yes if they met; No if it was missed.",
        must=True, example="Yes",
    )
    minutes: int | None = column(
        "Minutes", Group.IDENTITY, "How long they met: minutes from 1 to 480. Blank if they did not meet.",
        example="25", lowest=1, highest=480,
    )
    mini_goal: str | None = column(
        "Mini-goal", Group.STRENGTHS, "The small thing they set out to do.",
        example="Finish one page of the comic",
    )
    goal_done: bool | None = column(
        "Goal done", Group.STRENGTHS, "Yes if they did it.",
        example="Yes",
    )
    mentor_enjoyed: int | None = column(
        "Mentor enjoyed", Group.SCORES,
        "How the mentor liked it: from 1, not at all, to 5, very much. Never shown to the mentee.",
        example="4", lowest=1, highest=5,
    )
    mentee_enjoyed: int | None = column(
        "Mentee enjoyed", Group.SCORES,
        "How the mentee liked it: from 1, not at all, to 5, very much. Never shown to the mentor.",
        example="5", lowest=1, highest=5,
    )
