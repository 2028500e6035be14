"""How mentoring came about and goes: referrals, consents, cases, barriers, targets and sessions."""

import datetime as dt
from typing import Any

from mentor_xl.records import BarrierAssessment, Case, Consent, Referral, Session, Target
from mentor_xl.workbook.sample import words
from mentor_xl.workbook.sample.draft import Draft, Story

_REFERRERS = (
    ("Head of year", "Mr J Penrose"), ("Head of year", "Mrs C Achebe"), ("Class teacher", "Ms L Dunmore"),
    ("Pastoral manager", "Mrs R Tweddle"), ("SENCO", "Mr D Pryce-Owen"), ("Parent", None),
)  # fmt: skip
_YEAR = dt.timedelta(days=364)


def plan_of(story: Story) -> words.Plan:
    """What is written for the pupil's main barrier."""
    return words.PLANS.get(story.role.barrier, words.OTHER)


# -- referral, consent, case -----------------------------------------------------------------------


def write_referral(draft: Draft, story: Story) -> None:
    """The request for mentoring; with a case, what followed from it."""
    role, begun = story.role, story.role.begun
    received = draft.school_day(-begun - (draft.chance.randrange(9, 16) if role.status else 0))
    decided = draft.school_day(draft.chance.randrange(2, 5), received)
    referral = _referral(draft, story, received, None if role.has("referral waiting") else decided)
    draft.add(referral)
    if role.status:
        story.started_on = draft.school_day(-begun)
        _write_consent(draft, story, draft.school_day(2, decided))
        _write_case(draft, story, referral.referral_id)


def _referral(draft: Draft, story: Story, received: dt.date, decided: dt.date | None) -> Referral:
    who, name = draft.chance.choice(_REFERRERS)
    return Referral.model_validate(
        {
            "referral_id": draft.next_id("R"),
            "pupil_id": story.pupil_id,
            "received_on": received,
            "referred_by": name or story.signs,
            "referrer_role": who,
            "main_barrier": story.role.barrier,
            "how_long_a_concern": draft.one_of(words.CONCERNS),
            "strategies_tried": draft.one_of(words.TRIED),
            "strengths": draft.one_of(words.STRENGTHS),
            "changes_wanted": plan_of(story).wanted,
            "pupils_view": draft.one_of(words.VIEWS),
            "parent_informed_on": received + dt.timedelta(days=1) if received < draft.today else received,
            "priority": draft.one_of(("High", "Medium", "Medium", "Low")),
            "decision": _decision(story, decided),
            "decided_on": decided,
        }
    )


def _decision(story: Story, decided: dt.date | None) -> str:
    if decided is None:
        return "Waiting"
    return "Declined" if story.role.has("referral declined") else "Accepted"


def _write_consent(draft: Draft, story: Story, given_on: dt.date) -> None:
    """Consent to mentoring: from the family, or from a pupil judged to understand."""
    alone = story.role.has("agreed alone")
    story.consent_id = draft.next_id("K")
    draft.add(
        Consent(
            consent_id=story.consent_id,
            pupil_id=story.pupil_id,
            purpose="Mentoring",
            basis="Pupil" if alone else "Parent and pupil",
            given_by=story.person.full_name if alone else story.signs,
            given_on=given_on,
            competence_judged_by=draft.settings.designated_safeguarding_lead if alone else None,
            review_by=given_on + _YEAR,
        )
    )


def _write_case(draft: Draft, story: Story, referral_id: str) -> None:
    role, started = story.role, story.started_on
    story.case_id = draft.next_id("C")
    gone = draft.calendar.count_school_days(started, draft.today) or 1
    weeks = max(12, gone // 5 + draft.chance.randrange(3, 7))
    closed = _closing(draft, story)
    story.closed_on = closed.get("closed_on")
    draft.add(
        Case.model_validate(
            {
                "case_id": story.case_id,
                "pupil_id": story.pupil_id,
                "referral_id": referral_id,
                "mentor": story.mentor,
                "tier": "Intensive" if role.has("CAMHS") or role.family == "foster" else "Targeted",
                "status": role.status,
                "started_on": started,
                "planned_end": closed.get("closed_on") or draft.calendar.add_school_weeks(started, weeks),
                "planned_sessions": weeks,
                "frequency": "Weekly",
                "aim": plan_of(story).aim,
                "consent_id": story.consent_id,
                **closed,
            }
        )
    )


def _closing(draft: Draft, story: Story) -> dict[str, Any]:
    """When and why a closed case ended, and when to look in."""
    if story.role.has("closed long ago"):
        closed_on = draft.school_day(-48)
        return {"closed_on": closed_on, "closing_reason": "Targets met"}
    if story.role.has("closed lately"):
        closed_on = draft.school_day(-12)
        look_in = draft.on_school_day(closed_on + dt.timedelta(weeks=6))
        return {"closed_on": closed_on, "closing_reason": "Planned end", "follow_up_on": look_in}
    if story.role.has("moved away"):
        return {"closed_on": draft.school_day(-30), "closing_reason": "Moved school"}
    return {}


# -- what gets in the way, and what the pupil wants --------------------------------------------------


def write_plan(draft: Draft, story: Story) -> None:
    """What was found at the start, and targets: the first looked at, the next still open."""
    started = story.started_on
    plan, first_day = plan_of(story), draft.school_day(2, started)
    draft.add(
        BarrierAssessment.model_validate(
            {
                "pupil_id": story.pupil_id,
                "assessed_on": first_day,
                "instrument": "Talk with pupil and form tutor",
                "barrier": story.role.barrier,
                "severity": draft.chance.randrange(2, 5),
                "evidence": f"At the start: {plan.targets[0][1].lower()}.",
                "strategy": plan.approaches[0],
                "assessed_by": story.mentor,
            }
        )
    )
    for number, (target, baseline) in enumerate(plan.targets):
        set_on = draft.school_day(number * 22, first_day)
        if set_on < draft.today:
            draft.add(_target(draft, story, target, baseline, set_on))


def _target(draft: Draft, story: Story, target: str, baseline: str, set_on: dt.date) -> Target:
    review_by = draft.school_day(20, set_on)
    ends = story.closed_on or draft.today
    is_over = review_by < ends or story.closed_on is not None
    score = draft.chance.choice((-1, 0, 0, 1, 1, 2))
    return Target.model_validate(
        {
            "target_id": draft.next_id("T"),
            "case_id": story.case_id,
            "target": target,
            "strategy": draft.chance.choice(plan_of(story).approaches),
            "help_needed": "Subject teachers know about it.",
            "agreed_with": "Pupil, parent and form tutor",
            "set_on": set_on,
            "review_by": review_by,
            "baseline": baseline,
            **({"score": score, "scored_on": min(review_by, ends)} if is_over else {}),
            "status": _target_status(score) if is_over else "Open",
            "weight": 1,
        }
    )


def _target_status(score: int) -> str:
    return "Met" if score >= 0 else "Partly met"


# -- sessions ----------------------------------------------------------------------------------------


def write_sessions(draft: Draft, story: Story) -> None:
    """A session a week on the pupil's own weekday, when school is open."""
    started, ends = story.started_on, story.closed_on or draft.today
    if story.role.status == "Paused":
        ends = draft.school_day(-15)
    day = started + dt.timedelta(days=1)
    while day <= ends:
        on = draft.on_school_day(day)
        if day - on < dt.timedelta(days=3) and on > started:
            draft.add(_session(draft, story, on))
        day += dt.timedelta(days=7)


def _session(draft: Draft, story: Story, on: dt.date) -> Session:
    chance = draft.chance
    attended = chance.choices(("Attended", "Absent", "Declined", "Cancelled by school"), (86, 7, 3, 4))[0]
    came = attended == "Attended"
    energy = chance.randrange(1, 5)
    return Session.model_validate(
        {
            "date": on,
            "pupil_id": story.pupil_id,
            "mentor": story.mentor,
            "kind": "One-to-one"
            if chance.random() < 0.9
            else chance.choice(("In class", "Breaktime", "Home contact")),
            "minutes": chance.choice((20, 30, 30, 40, 45)),
            "place": draft.one_of(words.PLACES),
            "approach": chance.choice(plan_of(story).approaches),
            "attended": attended,
            "energy_in": energy if came else None,
            "energy_out": min(5, energy + chance.randrange(0, 3)) if came else None,
            "note": draft.one_of(words.NOTES) if came else None,
            "next_step": draft.one_of(words.NEXT_STEPS) if came and chance.random() < 0.5 else None,
        }
    )
