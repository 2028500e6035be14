"""Reviews held and booked, the events they are counted from, and passports."""

import datetime as dt
from typing import Any

from mentor_xl.records import Event, Passport, Review
from mentor_xl.vocabulary import ReviewKind
from mentor_xl.workbook.sample import words
from mentor_xl.workbook.sample.draft import Draft, Story

_TIMES = ("8.45am", "2.15pm", "3.30pm", "3.45pm")
_PLACES = ("Meeting room, main building", "Mentor room", "Learning base")
_SCHOOL_WEEKS = 6


def write_meetings(draft: Draft, story: Story) -> None:
    """Everything that is reviewed for one pupil."""
    role = story.role
    if role.status and not role.has("moved away"):
        _write_mentoring_reviews(draft, story)
    for trait, write in _BY_TRAIT:
        if any(own.startswith(trait) for own in role.traits):
            write(draft, story)
    if role.family == "foster":
        _write_care_reviews(draft, story)


def review(draft: Draft, story: Story, kind: ReviewKind, **fields: Any) -> None:
    """Add one review of the pupil."""
    draft.add(Review.model_validate({"pupil_id": story.pupil_id, "review": kind, **fields}))


def held(draft: Draft, on: dt.date) -> dict[str, Any]:
    """The fields of a meeting that took place."""
    return {
        "invited_on": draft.school_day(-12, on),
        "booked_for": on,
        "time": draft.one_of(_TIMES),
        "place": draft.one_of(_PLACES),
        "held_on": on,
        "attended_by": "Pupil, parent, form tutor and mentor",
        "outcome": draft.one_of(words.OUTCOMES),
        "report_sent_on": min(draft.today, draft.school_day(4, on)),
        "actions": draft.one_of(words.ACTIONS),
    }


def booked(draft: Draft, on: dt.date, *, is_invited: bool = False) -> dict[str, Any]:
    """The fields of a meeting that is to come."""
    fields = {"booked_for": on, "time": draft.one_of(_TIMES), "place": draft.one_of(_PLACES)}
    return fields | ({"invited_on": draft.school_day(-3)} if is_invited else {})


def _write_mentoring_reviews(draft: Draft, story: Story) -> None:
    """Every six school weeks since the start, held in time; the next booked where it is near."""
    started, ends = story.started_on, story.closed_on or draft.today
    due = draft.calendar.add_school_weeks(started, _SCHOOL_WEEKS)
    while due is not None and due < ends and not story.role.has("review overdue"):
        on = draft.school_day(-draft.chance.randrange(1, 5), due)
        review(draft, story, "Mentoring review", **held(draft, on))
        due = draft.calendar.add_school_weeks(on, _SCHOOL_WEEKS)
    if story.role.has("review booked") and due is not None:
        near = min(due, draft.school_day(draft.chance.randrange(4, 12)))
        review(
            draft,
            story,
            "Mentoring review",
            **booked(draft, draft.on_school_day(max(near, draft.school_day(2)))),
        )
    if story.closed_on and story.role.has("closed long ago"):
        looked_in = draft.on_school_day(story.closed_on + dt.timedelta(weeks=6))
        review(draft, story, "Follow-up after closing", **held(draft, looked_in))


# -- plans, care, health -----------------------------------------------------------------------------


def _write_annual_review(draft: Draft, story: Story) -> None:
    """The plan's last review was nearly a year ago; its next meeting is booked, or late."""
    ahead = 21 if story.role.has("annual review booked") else -6
    last = draft.on_school_day(draft.today + dt.timedelta(days=ahead + 28 - 364))
    issued = draft.on_school_day(last - dt.timedelta(days=350))
    story.pupil = story.pupil.model_copy(update={"ehcp_issued": issued, "ehcp_last_review": last})
    review(draft, story, "Annual review of EHC plan", **held(draft, last))
    if ahead > 0:
        in_time = last + dt.timedelta(days=365 - 28 - 2)
        on = draft.on_school_day(min(draft.today + dt.timedelta(days=18), in_time))
        review(draft, story, "Annual review of EHC plan", **booked(draft, on, is_invited=True))


def _write_support_review(draft: Draft, story: Story) -> None:
    on = draft.school_day(-draft.chance.randrange(20, 40))
    review(draft, story, "SEN support review", **held(draft, on))


def _write_care_reviews(draft: Draft, story: Story) -> None:
    """PEP meetings, one a term, and the authority's own reviews."""
    came = story.pupil.came_into_care or draft.today
    draft.add(Event(pupil_id=story.pupil_id, event="Came into care", date=came))
    first = draft.calendar.first_school_day_from(draft.calendar.add_working_days(came, 8)) or came
    first = min(first, draft.on_school_day(draft.today))
    if story.role.has("lately in care"):
        review(draft, story, "Personal education plan", **held(draft, first))
        review(draft, story, "Looked-after review", held_on=draft.calendar.add_working_days(came, 18))
        return
    over = [term for term in draft.calendar.terms if term.last < draft.today]
    for term in over[-2:]:
        on = draft.on_school_day(term.first + dt.timedelta(days=37))
        review(draft, story, "Personal education plan", **held(draft, on))
    soon = draft.school_day(8)
    if draft.calendar.term_of(soon) == draft.calendar.term_of(draft.today):
        review(draft, story, "Personal education plan", **booked(draft, soon, is_invited=True))
    else:
        review(draft, story, "Personal education plan", **held(draft, draft.school_day(-4)))
    review(draft, story, "Looked-after review", held_on=draft.school_day(-66))


def _write_suspension(draft: Draft, story: Story) -> None:
    first, last = draft.school_day(-19), draft.school_day(-18)
    draft.add(
        Event(
            pupil_id=story.pupil_id,
            event="Suspension",
            date=first,
            ends_on=last,
            days=2.0,
            reasons="DB; VA",
            note="Work was set for both days.",
        )
    )
    review(draft, story, "Reintegration meeting", **held(draft, last))


def _write_part_time(draft: Draft, story: Story) -> None:
    began = draft.school_day(-14)
    draft.add(
        Event(
            pupil_id=story.pupil_id,
            event="Part-time timetable started",
            date=began,
            ends_on=story.pupil.part_time_timetable_ends,
        )
    )
    review(draft, story, "Part-time timetable review", **held(draft, draft.school_day(-5)))
    review(draft, story, "Part-time timetable review", **booked(draft, draft.school_day(5), is_invited=True))


def _write_medical_plan(draft: Draft, story: Story) -> None:
    agreed = draft.school_day(-120)
    draft.add(Event(pupil_id=story.pupil_id, event="Medical plan agreed", date=agreed))
    review(draft, story, "Medical plan review", **held(draft, draft.school_day(-40)))


def _write_early_help(draft: Draft, story: Story) -> None:
    draft.add(Event(pupil_id=story.pupil_id, event="Early help started", date=draft.school_day(-48)))
    review(draft, story, "Early help review", **held(draft, draft.school_day(-20)))


def _write_passport(draft: Draft, story: Story) -> None:
    version = draft.school_day(-30)
    draft.add(
        Passport(
            pupil_id=story.pupil_id,
            version_date=version,
            strengths="I notice things that others miss, and I am patient with animals.",
            i_like="Maps, dogs, drawing and quiet corners.",
            what_worries_me="Loud corridors, and plans that change without a word.",
            what_helps="A picture of the day. Five minutes before we begin.",
            what_does_not_help="Being asked in front of everybody.",
            how_to_talk_with_me="Side by side. Give me time to answer.",
            adjustments="Time-out card. Leaves lessons two minutes early.",
            see_me_clearly="When I go quiet I am thinking, not refusing.",
            agreed_with="Pupil and parent",
            review_by=draft.school_day(12),
        )
    )


_BY_TRAIT = (
    ("plan ", _write_annual_review),
    ("SEN K ", _write_support_review),
    ("suspended", _write_suspension),
    ("part-time", _write_part_time),
    ("medical", _write_medical_plan),
    ("young carer", _write_early_help),
    ("passport", _write_passport),
)
