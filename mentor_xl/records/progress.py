"""How far a pupil has come, in numbers: *Attendance*, *Behaviour*, *Measures* and *Scales*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import Key, Note, PupilRef, Record, ScaleRef, column


class AttendanceRow(Record):
    """Each pupil’s attendance for a period, in sessions: a morning or an afternoon is one session."""

    sheet_name = "Attendance"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil’s ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    from_: dt.date | None = column(
        "From", Group.ATTENDANCE, "The first day of the period that is counted.",
        must=True, example="02/09/2026",
    )
    to: dt.date | None = column(
        "To", Group.ATTENDANCE, "The last day of the period that is counted.",
        must=True, example="23/10/2026",
    )
    possible_sessions: int | None = column(
        "Possible sessions", Group.ATTENDANCE,
        "How many sessions the pupil could have come to: two for each school day.",
        must=True, example="74",
    )
    attended_sessions: int | None = column(
        "Attended sessions", Group.ATTENDANCE,
        "How many sessions the pupil came to; never more than were possible.",
        must=True, example="68",
    )
    authorised: int | None = column(
        "Authorised", Group.ATTENDANCE,
        "How many sessions were missed with the school’s leave, such as illness.",
        example="4",
    )
    unauthorised: int | None = column(
        "Unauthorised", Group.ATTENDANCE, "How many sessions were missed without the school’s leave.",
        example="2",
    )
    late: int | None = column(
        "Late", Group.ATTENDANCE, "How many times the pupil came late.",
        example="3",
    )


class BehaviourRow(Record):
    """Each pupil’s behaviour record for a period, in counts taken from the school’s system."""

    sheet_name = "Behaviour"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil’s ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    from_: dt.date | None = column(
        "From", Group.ATTENDANCE, "The first day of the period that is counted.",
        must=True, example="02/09/2026",
    )
    to: dt.date | None = column(
        "To", Group.ATTENDANCE, "The last day of the period that is counted.",
        must=True, example="23/10/2026",
    )
    positive_points: int | None = column(
        "Positive points", Group.ATTENDANCE, "How many points were given for doing well.",
        example="42",
    )
    negative_points: int | None = column(
        "Negative points", Group.ATTENDANCE,
        "How many behaviour points were given, as a plain number without a minus sign.",
        example="6",
    )
    removals: int | None = column(
        "Removals", Group.ATTENDANCE, "How many times the pupil was taken out of a lesson.",
        example="1",
    )
    suspension_sessions: int | None = column(
        "Suspension sessions", Group.ATTENDANCE,
        "How many sessions were lost to suspension: one day is two sessions.",
        example="0",
    )
    reasons: str | None = column(
        "Reasons", Group.CARE,
        "Up to three of the official reason codes for suspensions, with a semicolon between each.",
        example="DB; DM",
    )


class Measure(Record):
    """Scores taken at the start, on the way and at the end, to see how far a pupil has come."""

    sheet_name = "Measures"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil the score is about: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    measure: ScaleRef | None = column(
        "Measure", Group.SCORES, "What was measured: its name on the Scales sheet.",
        must=True, example="SDQ total difficulties",
    )
    informant: vocabulary.Informant | None = column(
        "Informant", Group.SCORES,
        "Who filled it in. A teacher’s score is never compared with a parent’s or a pupil’s.",
        must=True, example="Teacher",
    )
    taken_on: dt.date | None = column(
        "Taken on", Group.SCORES, "The day it was filled in.",
        must=True, example="22/09/2026",
    )
    phase: vocabulary.MeasurePhase | None = column(
        "Phase", Group.SCORES,
        "Entry at the start, Middle on the way, Exit at the end, Follow-up afterwards.",
        must=True, example="Entry",
    )
    score: float | None = column(
        "Score", Group.SCORES, "The score itself, as a number; not the band it falls in.",
        must=True, example="17",
    )
    note: Note | None = column(
        "Note", Group.NOTES, "A short remark on the day, such as a pupil being unwell. Never a disclosure.",
        example="Filled in by the form tutor",
    )


class Scale(Record):
    """The measures your school uses: their range, and which way is better."""

    sheet_name = "Scales"
    needs = ("measure",)

    measure: Key = column(
        "Measure", Group.ADMIN, "The measure’s name. Each scale of a questionnaire has a row of its own.",
        must=True, example="SDQ total difficulties",
    )
    lowest: float | None = column(
        "Lowest", Group.ADMIN, "The lowest score there can be.",
        example="0",
    )
    highest: float | None = column(
        "Highest", Group.ADMIN, "The highest score there can be.",
        example="40",
    )
    better_is: vocabulary.Better | None = column(
        "Better is", Group.ADMIN, "Whether a higher or a lower score is the better one.",
        must=True, example="Lower",
    )
    repeat_no_sooner_than: int | None = column(
        "Repeat no sooner than", Group.ADMIN, "How many days to wait before the same measure is taken again.",
        example="28",
    )
    band_table: str | None = column(
        "Band table", Group.ADMIN,
        "The name of the published table that its bands come from, as reports print it.",
        example="SDQ, teacher form, four bands",
    )
