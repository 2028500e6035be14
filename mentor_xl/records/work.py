"""What mentor and pupil do together: *Targets*, *Sessions*, *Groups*, *Steps* and *Rewards*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import (
    CaseRef,
    GroupRef,
    Key,
    Note,
    PupilRef,
    PupilRefs,
    Record,
    StaffRef,
    column,
)


class Target(Record):
    """The action plan: what the pupil wants to reach, by when, and how it went."""

    sheet_name = "Targets"
    needs = ("target_id", "case_id")

    target_id: Key = column(
        "Target ID", Group.ADMIN, "A short code for this target; no two rows share one.",
        must=True, example="T1",
    )
    case_id: CaseRef = column(
        "Case ID", Group.ADMIN, "The period of mentoring it belongs to: its ID on the Cases sheet.",
        must=True, example="C1",
    )
    target: str | None = column(
        "Target", Group.STRENGTHS, "What the pupil wants to reach, in their own words.",
        must=True, example="I will sit with someone at lunch on three days.",
    )
    strategy: vocabulary.Approach | None = column(
        "Strategy", Group.STRENGTHS, "The approach that will help to reach it.",
        example="Buddy",
    )
    help_needed: Note | None = column(
        "Help needed", Group.STRENGTHS, "What the pupil needs from others to reach it.",
        example="A quiet table kept free.",
    )
    agreed_with: str | None = column(
        "Agreed with", Group.STRENGTHS, "Who agreed the target.",
        example="Pupil, parent and form tutor",
    )
    set_on: dt.date | None = column(
        "Set on", Group.STRENGTHS, "The day it was agreed.",
        must=True, example="28/09/2026",
    )
    review_by: dt.date | None = column(
        "Review by", Group.STRENGTHS, "The day to look at it again together. It cannot be before Set on.",
        must=True, example="06/11/2026",
    )
    baseline: str | None = column(
        "Baseline", Group.STRENGTHS, "Where things stood on the day it was set.",
        example="With someone on one day a week",
    )
    score: int | None = column(
        "Score", Group.STRENGTHS,
        "From -2, much less than hoped, through 0, as hoped, to 2, much more than hoped.",
        example="0", lowest=-2, highest=2,
    )
    scored_on: dt.date | None = column(
        "Scored on", Group.STRENGTHS, "The day you scored it together. A score needs its day.",
        example="06/11/2026",
    )
    status: vocabulary.TargetStatus | None = column(
        "Status", Group.STRENGTHS, "Open until it is looked at; then Met, Partly met, Not met or Changed.",
        must=True, example="Met",
    )
    weight: int | None = column(
        "Weight", Group.ADMIN, "How much it counts beside the other targets: 1 as usual, 2 more, 3 most.",
        example="1", lowest=1, highest=3,
    )


class Session(Record):
    """What you did and when, in short facts. A disclosure is never written here."""

    sheet_name = "Sessions"

    date: dt.date | None = column(
        "Date", Group.IDENTITY,
        "The day of the session. A day to come is an error: write it down afterwards.",
        must=True, example="05/10/2026",
    )
    pupil_id: PupilRef | None = column(
        "Pupil ID", Group.ADMIN, "The pupil’s ID on the Pupils sheet; leave it blank where Group is filled.",
        aliases=("Adm No",), example="004511",
    )
    group: GroupRef | None = column(
        "Group", Group.ADMIN, "For a group session: the group’s name on the Groups sheet.",
        example="Lego club Year 8",
    )
    mentor: StaffRef | None = column(
        "Mentor", Group.IDENTITY, "The code, on the Staff sheet, of the person who led it.",
        must=True, example="DWH",
    )
    kind: vocabulary.SessionKind | None = column(
        "Kind", Group.IDENTITY, "What kind of session it was. Group needs the Group column filled.",
        must=True, example="One-to-one",
    )
    minutes: int | None = column(
        "Minutes", Group.IDENTITY, "How long it lasted: minutes from 1 to 480.",
        must=True, example="40", lowest=1, highest=480,
    )
    place: str | None = column(
        "Place", Group.NOTES, "Where it took place.",
        example="Library",
    )
    approach: vocabulary.Approach | None = column(
        "Approach", Group.STRENGTHS, "What you mainly did.",
        example="Solution-focused",
    )
    attended: vocabulary.Attended | None = column(
        "Attended", Group.ATTENDANCE, "Whether the pupil came; if not, why not.",
        must=True, example="Attended",
    )
    energy_in: int | None = column(
        "Energy in", Group.SCORES,
        "How the pupil was at the start: from 1, very low, to 5, very good. Blank if they did not come.",
        example="2", lowest=1, highest=5,
    )
    energy_out: int | None = column(
        "Energy out", Group.SCORES,
        "How the pupil was at the end: from 1, very low, to 5, very good. Blank if they did not come.",
        example="4", lowest=1, highest=5,
    )
    note: Note | None = column(
        "Note", Group.NOTES,
        "Short and factual. Never what a child disclosed: that goes to the safeguarding lead.",
        example="Planned Thursday lunch; chose a table.",
    )
    next_step: str | None = column(
        "Next step", Group.NOTES, "What will happen next, in a few words.",
        example="Try the table on Thursday",
    )
    time_outside_mentoring: vocabulary.TimeUse | None = column(
        "Time outside mentoring", Group.COST,
        "What the time really went to, where a mentor was used for Cover, Admin or Duty.",
        example="Mentoring",
    )


class MentoringGroup(Record):
    """Groups you run, who is in them, and when they meet."""

    sheet_name = "Groups"
    needs = ("group",)

    group: Key = column(
        "Group", Group.IDENTITY,
        "The group’s name, which Sessions uses. Families may see it, so name no difficulty.",
        must=True, example="Lego club Year 8",
    )
    programme: vocabulary.Approach | None = column(
        "Programme", Group.IDENTITY, "What the group mainly does.",
        example="Lego therapy",
    )
    mentor: StaffRef | None = column(
        "Mentor", Group.IDENTITY, "The code, on the Staff sheet, of the person who leads it.",
        example="DWH",
    )
    started_on: dt.date | None = column(
        "Started on", Group.IDENTITY, "The day the group first met.",
        example="22/09/2026",
    )
    ends_on: dt.date | None = column(
        "Ends on", Group.IDENTITY, "The day of the last meeting that is planned.",
        example="15/12/2026",
    )
    day_and_time: str | None = column(
        "Day and time", Group.IDENTITY, "When it meets, as letters should say it.",
        example="Tuesdays, 12.40pm to 1.20pm",
    )
    pupils: PupilRefs | None = column(
        "Pupils", Group.ADMIN, "The Pupil IDs of those in the group, with a semicolon between each.",
        example="004511; 004512",
    )


class Step(Record):
    """A graded return to school or lessons: one ladder for each pupil, one step a row."""

    sheet_name = "Steps"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil whose step this is: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    step: int | None = column(
        "Step", Group.STRENGTHS, "The number of the step: 1 is the first and smallest.",
        must=True, example="2", lowest=1, highest=99,
    )
    what: str | None = column(
        "What", Group.STRENGTHS, "What the pupil will try, in words they agree with.",
        must=True, example="Art lesson with my mentor beside me",
    )
    planned_for: dt.date | None = column(
        "Planned for", Group.STRENGTHS, "The day it is planned for; leave blank if there is no hurry.",
        example="12/10/2026",
    )
    done_on: dt.date | None = column(
        "Done on", Group.STRENGTHS, "The day it was tried.",
        example="12/10/2026",
    )
    outcome: vocabulary.StepOutcome | None = column(
        "Outcome", Group.STRENGTHS,
        "How it went. Stepped back is a normal part of a return and never counts against a pupil.",
        example="Managed",
    )
    next: str | None = column(
        "Next", Group.STRENGTHS, "What comes next: on, again, or a step back.",
        example="The same lesson again next week",
    )


class RewardGiven(Record):
    """Praise and rewards given, so that successes are counted too."""

    sheet_name = "Rewards"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil who earned it: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    date: dt.date | None = column(
        "Date", Group.STRENGTHS, "The day it was given.",
        must=True, example="16/10/2026",
    )
    for_: str | None = column(
        "For", Group.STRENGTHS,
        "What it was for, as a certificate would say it: never the reason for mentoring.",
        must=True, example="Helping a new pupil to find her way",
    )
    reward: vocabulary.Reward | None = column(
        "Reward", Group.STRENGTHS, "What was given.",
        must=True, example="Certificate",
    )
