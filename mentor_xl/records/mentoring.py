"""How a pupil comes to be mentored, and who agreed: *Referrals*, *Cases*, *Consents*, *Barriers*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import (
    AgencyRef,
    BarrierList,
    CalcDate,
    CalcText,
    ConsentRef,
    Key,
    Note,
    PupilRef,
    Record,
    ReferralRef,
    StaffRef,
    column,
)


class Referral(Record):
    """Requests for mentoring: who is worried, about what, and what was decided."""

    sheet_name = "Referrals"
    needs = ("referral_id", "pupil_id")

    referral_id: Key = column(
        "Referral ID", Group.ADMIN, "A short code for this request; no two rows share one.",
        must=True, aliases=("Ref",), example="R1",
    )
    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil who is referred: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    received_on: dt.date | None = column(
        "Received on", Group.BARRIER, "The day the request reached you.",
        must=True, aliases=("Date received", "Date"), example="14/09/2026",
    )
    referred_by: str | None = column(
        "Referred by", Group.BARRIER, "The name of the person who asked for mentoring.",
        example="Mr J Penrose",
    )
    referrer_role: vocabulary.Role | None = column(
        "Referrer role", Group.BARRIER, "What that person is: teacher, parent, the pupil, and so on.",
        example="Head of year",
    )
    main_barrier: vocabulary.Barrier | None = column(
        "Main barrier", Group.BARRIER,
        "What gets most in the way of learning. Choose Not sure why rather than guess.",
        must=True, aliases=("Reason",), example="Friendship",
    )
    other_barriers: BarrierList | None = column(
        "Other barriers", Group.BARRIER,
        "Anything else on the list that gets in the way, with a semicolon between each.",
        example="Attendance; Self-esteem",
    )
    how_long_a_concern: str | None = column(
        "How long a concern", Group.BARRIER, "How long people have been worried, in a few words.",
        example="Since Easter",
    )
    strategies_tried: Note | None = column(
        "Strategies tried", Group.BARRIER, "What has been tried so far, and what came of it.",
        example="Seat near a friend; helped a little.",
    )
    strengths: Note | None = column(
        "Strengths", Group.STRENGTHS,
        "What the pupil does well and enjoys. Families and staff may read this.",
        example="Draws well and is kind to younger pupils.",
    )
    changes_wanted: Note | None = column(
        "Changes wanted", Group.BARRIER, "What the person who asked hopes will be different.",
        example="Comes into lessons without a delay.",
    )
    pupils_view: Note | None = column(
        "Pupil's view", Group.STRENGTHS,
        "What the pupil says about it, in their own words. Never a disclosure.",
        example="I would like one person to talk to.",
    )
    parent_informed_on: dt.date | None = column(
        "Parent informed on", Group.ADMIN, "The day a parent or carer was told of the request.",
        example="15/09/2026",
    )
    priority: vocabulary.Priority | None = column(
        "Priority", Group.ADMIN, "How soon this pupil should be seen, beside others who wait.",
        example="Medium",
    )
    decision: vocabulary.Decision | None = column(
        "Decision", Group.ADMIN, "Waiting until it is decided; then Accepted, Declined or Redirected.",
        example="Accepted",
    )
    decided_on: dt.date | None = column(
        "Decided on", Group.ADMIN, "The day of the decision. It cannot be before Received on.",
        example="17/09/2026",
    )


class Case(Record):
    """Periods of mentoring, one row each; a pupil who comes back has a new row."""

    sheet_name = "Cases"
    needs = ("case_id", "pupil_id")

    case_id: Key = column(
        "Case ID", Group.ADMIN, "A short code for this period of mentoring; no two rows share one.",
        must=True, example="C1",
    )
    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil who is mentored: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    referral_id: ReferralRef | None = column(
        "Referral ID", Group.ADMIN, "The request it began with: its ID on the Referrals sheet.",
        example="R1",
    )
    mentor: StaffRef | None = column(
        "Mentor", Group.IDENTITY, "The mentor’s code on the Staff sheet.",
        must=True, example="DWH",
    )
    tier: vocabulary.Tier | None = column(
        "Tier", Group.ADMIN,
        "How much support: for all (Universal), for some (Targeted), for a few (Intensive), or Drop-in.",
        example="Targeted",
    )
    status: vocabulary.CaseStatus | None = column(
        "Status", Group.ADMIN,
        "Waiting before it starts, then Active. Paused stops its dates for now; Closed ends them.",
        must=True, example="Active",
    )
    started_on: dt.date | None = column(
        "Started on", Group.IDENTITY, "The day mentoring began. The first review is counted from it.",
        aliases=("Start", "Start date"), example="21/09/2026",
    )
    planned_end: dt.date | None = column(
        "Planned end", Group.IDENTITY,
        "The day mentoring is meant to end. No mentoring review is asked for after it.",
        aliases=("End date",), example="18/12/2026",
    )
    planned_sessions: int | None = column(
        "Planned sessions", Group.IDENTITY, "How many sessions are planned.",
        example="12",
    )
    frequency: vocabulary.Frequency | None = column(
        "Frequency", Group.IDENTITY, "How often you meet.",
        example="Weekly",
    )
    aim: Note | None = column(
        "Aim", Group.STRENGTHS,
        "What the mentoring is for, in words the pupil and family would be glad to read.",
        example="To enjoy lunchtimes again.",
    )
    summary_for_home: Note | None = column(
        "Summary for home", Group.STRENGTHS,
        "Two or three sentences for the family, printed in the progress report.",
        aliases=("Message home", "Comment for parents"),
        example="Rosie has been to every session and now asks for help herself.",
    )
    consent_id: ConsentRef | None = column(
        "Consent ID", Group.ADMIN,
        "The consent to this mentoring: its ID on the Consents sheet. It is never guessed.",
        example="K1",
    )
    closed_on: dt.date | None = column(
        "Closed on", Group.ADMIN, "The day mentoring ended. Fill it when Status is Closed.",
        example="18/12/2026",
    )
    closing_reason: vocabulary.ClosingReason | None = column(
        "Closing reason", Group.ADMIN, "Why mentoring ended. Fill it when Status is Closed.",
        example="Targets met",
    )
    follow_up_on: dt.date | None = column(
        "Follow up on", Group.ADMIN,
        "The day to look in after closing. Blank: after six weeks, and again after a term.",
        example="29/01/2027",
    )
    next_review: CalcDate | None = column(
        "Next review", Group.ADMIN, "Filled by Mentor XL: the day the next mentoring review is due.",
    )
    review_state: CalcText | None = column(
        "Review state", Group.ADMIN,
        "Filled by Mentor XL: whether that review is planned, due soon or overdue.",
    )


class Consent(Record):
    """Who agreed to what, and when: one row for each purpose and each agency."""

    sheet_name = "Consents"
    needs = ("consent_id", "pupil_id")

    consent_id: Key = column(
        "Consent ID", Group.ADMIN,
        "A short code for this consent; other sheets name it, and no two rows share one.",
        must=True, example="K1",
    )
    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil it is about: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    purpose: vocabulary.Purpose | None = column(
        "Purpose", Group.ADMIN, "What was agreed to. One consent covers one purpose only.",
        must=True, example="Mentoring",
    )
    agency: AgencyRef | None = column(
        "Agency", Group.ADMIN, "For Agency referral: the one agency it covers, as on the Agencies sheet.",
        example="Hollowbridge CAMHS",
    )
    basis: vocabulary.ConsentBasis | None = column(
        "Basis", Group.ADMIN, "Who agreed. Not required is only for agencies that need no consent.",
        must=True, example="Parent and pupil",
    )
    given_by: str | None = column(
        "Given by", Group.CONTACT,
        "The name of the person who agreed, as it stands on the Contacts or Pupils sheet.",
        example="Miriam Hartley",
    )
    given_on: dt.date | None = column(
        "Given on", Group.ADMIN, "The day it was given. A letter or referral before this day has no consent.",
        must=True, example="18/09/2026",
    )
    competence_judged_by: str | None = column(
        "Competence judged by", Group.ADMIN,
        "Who judged that the pupil understands enough to agree alone. Age never decides it.",
        example="Mrs N Okoye",
    )
    override_by: str | None = column(
        "Override by", Group.ADMIN,
        "Who decided to share without consent to keep a child safe, usually the safeguarding lead.",
        example="Mrs N Okoye",
    )
    override_reason: Note | None = column(
        "Override reason", Group.CARE,
        "In one line, why sharing could not wait for consent. Never what the child said.",
        example="Asking first would raise the risk.",
    )
    review_by: dt.date | None = column(
        "Review by", Group.ADMIN,
        "The last day it holds before it is looked at again; blank: 12 months after it was given.",
        example="17/09/2027",
    )
    withdrawn_on: dt.date | None = column(
        "Withdrawn on", Group.ADMIN, "The day it was taken back. From that day it allows nothing.",
        example="10/11/2026", must_be_settled=True,
    )


class BarrierAssessment(Record):
    """What gets in the way of learning, as assessed with the pupil and those who know them."""

    sheet_name = "Barriers"
    needs = ("pupil_id",)

    pupil_id: PupilRef = column(
        "Pupil ID", Group.ADMIN, "The pupil who was assessed: their ID on the Pupils sheet.",
        must=True, aliases=("Adm No",), example="004511",
    )
    assessed_on: dt.date | None = column(
        "Assessed on", Group.BARRIER, "The day of the assessment.",
        must=True, example="22/09/2026",
    )
    instrument: str | None = column(
        "Instrument", Group.BARRIER, "What was used: a questionnaire’s name, an observation or a talk.",
        example="Barriers to learning questionnaire",
    )
    barrier: vocabulary.Barrier | None = column(
        "Barrier", Group.BARRIER, "One barrier a row; add a row for each.",
        must=True, example="Friendship",
    )
    severity: int | None = column(
        "Severity", Group.BARRIER, "How much it gets in the way: from 0, not at all, to 4, very much.",
        example="3", lowest=0, highest=4,
    )
    evidence: Note | None = column(
        "Evidence", Group.BARRIER,
        "What was seen or counted, and when: facts, not opinions. Never a disclosure.",
        example="Ate alone on 4 of 5 days.",
    )
    strategy: vocabulary.Approach | None = column(
        "Strategy", Group.STRENGTHS, "The approach that will be tried for it.",
        example="Circle of Friends",
    )
    assessed_by: StaffRef | None = column(
        "Assessed by", Group.IDENTITY, "The code, on the Staff sheet, of the person who made the assessment.",
        example="DWH",
    )
