"""What is reviewed, what that is counted from, and what helps: *Reviews*, *Events* and *Passports*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import CalcDate, CalcText, Note, PupilRef, Record, column


class Review(Record):
    """Every review meeting: when it is due, when it is booked, and what came of it."""

    sheet_name = "Reviews"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil whose review it is: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    review: vocabulary.ReviewKind | None = column(
        "Review", Group.IDENTITY, "Which review it is; the name decides how its due date is counted.",
        must=True, example="Mentoring review",
    )
    counted_from: dt.date | None = column(
        "Counted from", Group.ADMIN,
        "Leave blank and it is worked out. Fill it only to count from another day.",
        example="21/09/2026",
    )
    invited_on: dt.date | None = column(
        "Invited on", Group.IDENTITY,
        "The day the invitations went out. Once it is filled, no more reminders to invite.",
        example="09/11/2026",
    )
    booked_for: dt.date | None = column(
        "Booked for", Group.IDENTITY,
        "The day of the meeting: a day school is open, and in time for the day under Due.",
        example="26/11/2026",
    )
    time: str | None = column(
        "Time", Group.IDENTITY, "When it starts, as letters should say it.",
        example="3.30pm",
    )
    place: str | None = column(
        "Place", Group.IDENTITY, "Where it takes place, as letters should say it.",
        example="Meeting room, main building",
    )
    held_on: dt.date | None = column(
        "Held on", Group.IDENTITY, "The day it took place, once it has. The next review is counted from it.",
        example="26/11/2026",
    )
    attended_by: str | None = column(
        "Attended by", Group.IDENTITY, "Who came, as the letter afterwards should say it.",
        example="Pupil, mother, form tutor and mentor",
    )
    outcome: Note | None = column(
        "Outcome", Group.STRENGTHS,
        "What was agreed, in words for the family: the letter afterwards prints it.",
        example="Mentoring goes on until Christmas.",
    )
    report_sent_on: dt.date | None = column(
        "Report sent on", Group.IDENTITY, "The day the report of the meeting was sent.",
        example="04/12/2026",
    )
    actions: Note | None = column(
        "Actions", Group.STRENGTHS, "Who will do what, and by when.",
        example="Form tutor: new seat by Monday.",
    )
    due: CalcDate | None = column(
        "Due", Group.IDENTITY,
        "Filled by Mentor XL: the last day by law, or the day the school’s own rule gives.",
    )
    act_by: CalcDate | None = column(
        "Act by", Group.IDENTITY,
        "Filled by Mentor XL: the last school day on which you can still act in time.",
    )
    state: CalcText | None = column(
        "State", Group.ADMIN, "Filled by Mentor XL: planned, due soon, act now, overdue or held.",
    )


class Passport(Record):
    """What each pupil wants adults to know, in the pupil’s own words, strengths first."""

    sheet_name = "Passports"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil whose passport it is: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    version_date: dt.date | None = column(
        "Version date", Group.IDENTITY, "The day this version was agreed. A new version is a new row.",
        must=True, example="28/09/2026",
    )
    strengths: Note | None = column(
        "Strengths", Group.STRENGTHS, "What the pupil is good at, as they would say it.",
        example="I am good at drawing and patient with little ones.",
    )
    i_like: Note | None = column(
        "I like", Group.STRENGTHS, "What the pupil enjoys.",
        example="Dogs, baking and drawing.",
    )
    what_worries_me: Note | None = column(
        "What worries me", Group.STRENGTHS,
        "What the pupil finds hard, as they wish adults to know it. Never a disclosure.",
        example="Loud corridors and sudden changes.",
    )
    what_helps: Note | None = column(
        "What helps", Group.STRENGTHS, "What helps the pupil on a hard day.",
        example="Five minutes of quiet before the lesson.",
    )
    what_does_not_help: Note | None = column(
        "What does not help", Group.STRENGTHS, "What makes a hard day harder.",
        example="Being asked in front of everyone.",
    )
    how_to_talk_with_me: Note | None = column(
        "How to talk with me", Group.STRENGTHS, "How the pupil likes to be spoken with.",
        example="Side by side, and give me time.",
    )
    adjustments: Note | None = column(
        "Adjustments", Group.STRENGTHS, "What the school changes for the pupil.",
        example="Time-out card; leaves lessons early.",
    )
    see_me_clearly: Note | None = column(
        "See me clearly", Group.STRENGTHS, "What the pupil would like adults to see behind what they do.",
        example="When I go quiet, I am thinking.",
    )
    agreed_with: str | None = column(
        "Agreed with", Group.STRENGTHS, "Who agreed this version.",
        example="Pupil and parent",
    )
    review_by: dt.date | None = column(
        "Review by", Group.IDENTITY, "The day to look at it again together.",
        example="18/12/2026",
    )


class Event(Record):
    """Things that happened from which reviews and legal days are counted."""

    sheet_name = "Events"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil it happened to: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    event: vocabulary.EventKind | None = column(
        "Event", Group.CARE, "What happened.",
        must=True, example="Suspension",
    )
    date: dt.date | None = column(
        "Date", Group.CARE, "The day it happened or began; for a suspension the first day out of school.",
        must=True, example="12/11/2026",
    )
    ends_on: dt.date | None = column(
        "Ends on", Group.CARE, "The last day of something that lasts, such as a suspension.",
        example="13/11/2026",
    )
    days: float | None = column(
        "Days", Group.CARE, "How many school days it covers. A half counts: one lunchtime is 0.5.",
        example="1.5",
    )
    reasons: str | None = column(
        "Reasons", Group.CARE,
        "For a suspension, up to three of the official reason codes, with a semicolon between each.",
        example="DB; DM",
    )
    note: Note | None = column(
        "Note", Group.CARE, "One short fact. Never an account of what a child said or what led to a plan.",
        example="Work sent home on both days",
    )
