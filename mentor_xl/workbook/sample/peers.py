"""Pupils together: groups that meet, and peer mentors with those they meet."""

import datetime as dt
from collections.abc import Iterator, Sequence

from mentor_xl.records import Consent, MentoringGroup, PeerMeeting, PeerPair, PeerPoolEntry, Session
from mentor_xl.workbook.sample import words
from mentor_xl.workbook.sample.draft import Draft, Story

_SLOTS = ("Tue lunch", "Wed tutor time", "Thu lunch")
_FEWEST = 3
"""Pupils in a group."""


def write_group(draft: Draft, stories: Sequence[Story], number: int) -> None:
    """A group of those who have that trait, and its weekly sessions."""
    members = [story for story in stories if story.role.has("group")]
    if len(members) < _FEWEST:
        return
    name = "Tuesday builders" if number == 0 else f"Tuesday builders {number + 1}"
    began = _weekday(draft.school_day(-26), 1)
    draft.add(
        MentoringGroup(
            group=name,
            programme="Lego therapy",
            mentor=members[0].mentor,
            started_on=began,
            ends_on=draft.school_day(15),
            day_and_time="Tuesdays, 12.40pm to 1.20pm",
            pupils=tuple(story.pupil_id for story in members),
        )
    )
    draft.add(*(_group_session(name, members[0].mentor, day) for day in _weekly(draft, began)))


def _group_session(group: str, mentor: str, day: dt.date) -> Session:
    return Session(
        date=day,
        group=group,
        mentor=mentor,
        kind="Group",
        minutes=40,
        place="Room 14",
        approach="Lego therapy",
        attended="Attended",
        note="Built the bridge together.",
    )


def _weekly(draft: Draft, began: dt.date) -> Iterator[dt.date]:
    """The same day of every week until today, where school is open."""
    for week in range((draft.today - began).days // 7 + 1):
        day = began + dt.timedelta(weeks=week)
        if draft.calendar.is_school_day(day):
            yield day


def _weekday(day: dt.date, weekday: int) -> dt.date:
    return day + dt.timedelta(days=(weekday - day.weekday()) % 7)


# -- peer mentors ------------------------------------------------------------------------------------------


def write_peers(draft: Draft, stories: Sequence[Story]) -> None:
    """The pool of those who would like to, a pair for each who is waiting for one, and their meetings."""
    mentors = [story for story in stories if story.role.has("peer mentor")]
    mentees = [story for story in stories if story.role.has("mentee")]
    trained = draft.school_day(-42)
    for story in (*mentors, *mentees):
        _enter_pool(draft, story, trained if story in mentors else None)
    for mentor, mentee in zip(mentors, mentees, strict=False):
        _write_pair(draft, mentor, mentee, trained, mentors[-1])


def _enter_pool(draft: Draft, story: Story, trained_on: dt.date | None) -> None:
    consent_id = draft.next_id("K")
    given_on = draft.school_day(-45)
    draft.add(
        Consent(
            consent_id=consent_id,
            pupil_id=story.pupil_id,
            purpose="Peer mentoring",
            basis="Parent and pupil",
            given_by=story.signs,
            given_on=given_on,
            review_by=given_on + dt.timedelta(days=364),
        ),
        PeerPoolEntry(
            pupil_id=story.pupil_id,
            side="Mentor" if trained_on else "Mentee",
            interests=tuple(draft.chance.sample(words.INTERESTS, 3)),
            languages=tuple(dict.fromkeys(("English", story.person.heritage.language))),
            free_slots=tuple(draft.chance.sample(_SLOTS, 2)),
            purpose="Social",
            trained_on=trained_on,
            consent_id=consent_id,
        ),
    )


def _write_pair(draft: Draft, mentor: Story, mentee: Story, trained_on: dt.date, reserve: Story) -> None:
    pair_id, began = draft.next_id("P"), _weekday(draft.school_day(-30), 3)
    draft.add(
        PeerPair(
            pair_id=pair_id,
            mentor_pupil=mentor.pupil_id,
            mentee_pupil=mentee.pupil_id,
            purpose="Social",
            mentor_trained_on=trained_on,
            status="Active",
            started_on=began,
            ends_on=draft.school_day(16),
            slot="Thursdays at lunch",
            place="Library",
            supervised_by=mentee.mentor,
            reserve_mentor=reserve.pupil_id if reserve is not mentor else None,
        )
    )
    draft.add(*(_meeting(draft, pair_id, day) for day in _weekly(draft, began)))


def _meeting(draft: Draft, pair_id: str, day: dt.date) -> PeerMeeting:
    happened = draft.chance.random() < 0.85
    if not happened:
        return PeerMeeting(pair_id=pair_id, date=day, happened=False)
    return PeerMeeting(
        pair_id=pair_id,
        date=day,
        happened=True,
        minutes=draft.chance.choice((20, 25, 30)),
        mini_goal="One round of chess, then lunch together",
        goal_done=draft.chance.random() < 0.8,
        mentor_enjoyed=draft.chance.randrange(3, 6),
        mentee_enjoyed=draft.chance.randrange(3, 6),
    )
