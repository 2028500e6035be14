"""What the mentor's office keeps: *Training*, *Policies*, *Rules* and *Explanations*."""

import datetime as dt

from mentor_xl import vocabulary
from mentor_xl.audience import Group
from mentor_xl.records.columns import Key, Record, StaffRef, column


class TrainingRecord(Record):
    """Training that staff have done, one row for each person and course."""

    sheet_name = "Training"
    needs = ("staff_code",)

    staff_code: StaffRef = column(
        "Staff code", Group.IDENTITY, "The code, on the Staff sheet, of the person who was trained.",
        must=True, example="DWH",
    )
    date: dt.date | None = column(
        "Date", Group.IDENTITY, "The day of the training, or its last day.",
        must=True, example="04/11/2026",
    )
    title: str | None = column(
        "Title", Group.IDENTITY, "What the training was called.",
        must=True, example="Emotional literacy in school",
    )
    hours: float | None = column(
        "Hours", Group.COST, "How many hours it took; a half is 0.5.",
        example="2.5",
    )
    provider: str | None = column(
        "Provider", Group.IDENTITY, "Who gave the training.",
        example="Educational psychology service",
    )


class Policy(Record):
    """School policies that mentoring rests on, and when each is to be looked at again."""

    sheet_name = "Policies"
    needs = ("policy",)

    policy: Key = column(
        "Policy", Group.ADMIN, "The policy’s name; no two rows share one.",
        must=True, example="Mentoring policy",
    )
    owner: str | None = column(
        "Owner", Group.ADMIN, "Who keeps it up to date.",
        example="Pastoral manager",
    )
    reviewed_on: dt.date | None = column(
        "Reviewed on", Group.ADMIN, "The day it was last reviewed.",
        example="10/06/2026",
    )
    review_by: dt.date | None = column(
        "Review by", Group.ADMIN, "The day it is to be reviewed next.",
        example="10/06/2027",
    )


class RuleOverride(Record):
    """Your school’s own review rules: a row here takes the place of the built-in rule of that name."""

    sheet_name = "Rules"
    needs = ("rule",)

    rule: Key = column(
        "Rule", Group.ADMIN, "The rule’s name, as the Due sheet shows it.",
        must=True, example="Mentoring review",
    )
    on: bool | None = column(
        "On", Group.ADMIN, "No switches the rule off; Yes keeps it on.",
        example="Yes",
    )
    within: int | None = column(
        "Within", Group.ADMIN,
        "How many days, weeks or other units after its starting day; the next column says which.",
        example="6",
    )
    unit: vocabulary.Unit | None = column(
        "Unit", Group.ADMIN,
        "What is counted. School weeks, half terms and terms follow your Calendar sheet.",
        example="school weeks",
    )
    strength: vocabulary.Strength | None = column(
        "Strength", Group.ADMIN, "Hard if the law fixes the day; Soft if the school chose it.",
        example="Soft",
    )
    warn_within: int | None = column(
        "Warn within", Group.ADMIN,
        "How many school days ahead it is shown as due soon; blank: as on the Settings sheet.",
        example="10",
    )
    source: str | None = column(
        "Source", Group.ADMIN, "Where the rule comes from, so that others can check it.",
        example="Mentoring policy, page 3",
    )


class Explanation(Record):
    """Your answers to queries, so that the same query is not asked again."""

    sheet_name = "Explanations"

    check: str | None = column(
        "Check", Group.ADMIN, "The code of the query you answer, as the Problems sheet shows it.",
        must=True, example="missing-upn",
    )
    sheet: str | None = column(
        "Sheet", Group.ADMIN, "The sheet the query is about.",
        must=True, example="Pupils",
    )
    row_key: str | None = column(
        "Row key", Group.ADMIN, "The row’s ID. No ID: pupil ID and date; on Contacts, pupil ID and priority.",
        must=True, example="004516",
    )
    heading: str | None = column(
        "Heading", Group.ADMIN, "The column the query is about; leave blank if it is about the whole row.",
        example="UPN",
    )
    explanation: str | None = column(
        "Explanation", Group.ADMIN,
        "Why it is right as it stands. Say nothing private: the row already says who it is.",
        must=True, example="Asked for from the last school",
    )
    readers: str | None = column(
        "Readers", Group.ADMIN,
        "Whose letters may now hold these words: parent, pupil, teacher … with ; between. Blank: nobody’s.",
        aliases=("For whom",), example="agency",
    )
    code: str | None = column(
        "Code", Group.ADMIN,
        "The four letters beside the problem. They stand for the words as they are: changed words ask anew.",
        example="KTRM",
    )
    by: str | None = column(
        "By", Group.ADMIN, "Who gives this answer: a name or a staff code.",
        must=True, example="DWH",
    )
    until: dt.date | None = column(
        "Until", Group.ADMIN,
        "The last day the answer holds, after which the query comes back; blank: it holds for good.",
        example="18/12/2026",
    )
