"""Referrals to services outside school: one to be sent, one that waits for consent, one unanswered."""

import datetime as dt

from mentor_xl.records import AgencyReferral, Consent
from mentor_xl.vocabulary import ConsentBasis, Urgency
from mentor_xl.workbook.sample.draft import Draft, Story


def write_agency_referrals(draft: Draft, story: Story) -> None:
    """The referrals of one pupil, each with the consent it rests on."""
    if story.role.has("CAMHS"):
        _write_camhs(draft, story)
    if story.role.has("bereaved"):
        _write_bereavement(draft, story)
    if story.role.has("waiting for an agency"):
        _write_attendance(draft, story)
    if story.role.has("agreed alone"):
        _write_clear_path(draft, story)
    if story.role.has("not yet agreed"):
        _write_speech(draft, story)


def _write_camhs(draft: Draft, story: Story) -> None:
    """Decided and agreed to, still to be sent: its letter is made."""
    consent = _consent(draft, story, "Hollowbridge CAMHS", "Parent and pupil", draft.school_day(-8))
    _refer(
        draft,
        story,
        "Hollowbridge CAMHS",
        consent,
        draft.school_day(-6),
        urgency="Soon",
        reason="Has not stayed in lessons since the summer; sleeps badly; worries about crowds.",
        tried="Graded return, weekly mentoring, a quiet place at lunch.",
        wanted="An assessment, and advice on the way back into lessons.",
    )


def _write_bereavement(draft: Draft, story: Story) -> None:
    sent = draft.school_day(-9)
    consent = _consent(draft, story, "Willow Bereavement", "Parent and pupil", draft.school_day(-13))
    _refer(
        draft,
        story,
        "Willow Bereavement",
        consent,
        draft.school_day(-11),
        sent_on=sent,
        acknowledged_on=draft.school_day(4, sent),
        outcome="Accepted",
        reason="Lost a close relative in the summer and would like to meet others.",
        tried="Weekly mentoring and a memory book.",
        wanted="A place in the children's group.",
    )


def _write_attendance(draft: Draft, story: Story) -> None:
    """Sent, and no answer came."""
    _refer(
        draft,
        story,
        "Attendance Service",
        None,
        draft.school_day(-20),
        sent_on=draft.school_day(-18),
        outcome="Waiting",
        reason="Attendance has fallen for two terms; the family would welcome a visit.",
        tried="Calls home, breakfast club, mentoring.",
        wanted="A home visit together with school.",
    )


def _write_clear_path(draft: Draft, story: Story) -> None:
    consent = _consent(draft, story, "Clear Path", "Pupil", draft.school_day(-10))
    _refer(
        draft,
        story,
        "Clear Path",
        consent,
        draft.school_day(-9),
        sent_on=draft.school_day(-7),
        outcome="Waiting",
        reason="Would like to talk with somebody about smoking at weekends.",
        tried="Mentoring and a health lesson.",
        wanted="Two or three talks in school.",
    )


def _write_speech(draft: Draft, story: Story) -> None:
    """Decided, and the family has not been asked yet: its letter waits."""
    _refer(
        draft,
        story,
        "Talk Together",
        None,
        draft.school_day(-4),
        reason="Loses the thread in long instructions and asks others what to do.",
        tried="Pictures of the task; short sentences; a partner.",
        wanted="An assessment, and advice for class.",
    )


def _consent(draft: Draft, story: Story, agency: str, basis: ConsentBasis, given_on: dt.date) -> str:
    """Agreement to one service: only that one."""
    alone = basis == "Pupil"
    consent_id = draft.next_id("K")
    draft.add(
        Consent(
            consent_id=consent_id,
            pupil_id=story.pupil_id,
            purpose="Agency referral",
            agency=agency,
            basis=basis,
            given_by=story.person.full_name if alone else story.signs,
            given_on=given_on,
            competence_judged_by=draft.settings.designated_safeguarding_lead if alone else None,
            review_by=given_on + dt.timedelta(days=364),
        )
    )
    return consent_id


def _refer(
    draft: Draft,
    story: Story,
    agency: str,
    consent_id: str | None,
    decided_on: dt.date,
    *,
    reason: str,
    tried: str,
    wanted: str,
    urgency: Urgency = "Routine",
    **fields: object,
) -> None:
    draft.add(
        AgencyReferral.model_validate(
            {
                "agency_referral_id": draft.next_id("A"),
                "pupil_id": story.pupil_id,
                "agency": agency,
                "reason": reason,
                "decided_on": decided_on,
                "consent_id": consent_id,
                "urgency": urgency,
                "support_tried": tried,
                "desired_outcome": wanted,
                "written_by": story.mentor,
                **fields,
            }
        )
    )
