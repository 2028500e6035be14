"""When does a part-time timetable end, and when is it, a place elsewhere or a managed move looked at?

Each is meant to be short: local numbers, which a school compares with its authority's (reference 2.3).
"""

import datetime as dt
from collections.abc import Iterator

from mentor_xl.deadlines.courses import Course, every_one, since
from mentor_xl.deadlines.diary import Diary, Matter
from mentor_xl.deadlines.rule import DeadlineRule, Due
from mentor_xl.records import Event, Pupil
from mentor_xl.vocabulary import Nation

_ENGLAND: tuple[Nation, ...] = ("England",)


# -- part-time timetables --------------------------------------------------------------------------------


def timetable_ends(rule: DeadlineRule, diary: Diary) -> Iterator[Due]:
    """The end that Pupils or Events give, else the longest that is usual, counted from the start."""
    with_events = diary.pupils_with("Part-time timetable started")
    flagged = (pupil for pupil in diary.pupils() if pupil.part_time_timetable)
    for pupil_id in dict.fromkeys(pupil.pupil_id for pupils in (flagged, with_events) for pupil in pupils):
        pupil = diary.pupil(pupil_id)
        if pupil is not None:
            yield from _timetable_end(rule, diary, pupil)


def _timetable_end(rule: DeadlineRule, diary: Diary, pupil: Pupil) -> Iterator[Due]:
    happened = diary.happened(pupil, "Part-time timetable started")
    event = happened.last
    if not _is_part_time(pupil, event, diary.today):
        return
    matter = Matter(pupil, event or pupil, diary.mentor_of(pupil))
    ends_on = pupil.part_time_timetable_ends or (event.ends_on if event else None)
    wanted = diary.unreadable(rule, pupil, *happened.unread, event)
    if wanted:
        yield diary.needs_a_date(rule, matter, wanted)
    elif ends_on is not None:
        yield diary.due(rule, matter, diary.reckon_on(rule, ends_on, "The end of the part-time timetable"))
    elif event is not None and event.date is not None:
        yield diary.due(rule, matter, diary.reckon(rule, event.date))
    else:
        place = diary.casebook.place(pupil, "part_time_timetable")
        reason = "is Yes, and neither its end nor “Part-time timetable started” on Events is filled"
        yield diary.needs_a_date(rule, matter, place, reason=reason)


def _is_part_time(pupil: Pupil, event: Event | None, today: dt.date) -> bool:
    """Yes on Pupils; where that is blank, from the event to the end that is given."""
    if pupil.part_time_timetable is not None or event is None:
        return bool(pupil.part_time_timetable)
    ends_on = pupil.part_time_timetable_ends or event.ends_on
    return ends_on is None or ends_on >= today


# -- a place elsewhere -----------------------------------------------------------------------------------


def _trial(rule: DeadlineRule, diary: Diary, course: Course) -> Iterator[Due]:
    """One review, at the end of the trial: Ends on, else the rule's own time."""
    ends_on = course.event.ends_on
    if ends_on is not None:
        reckoning = diary.reckon_on(rule, ends_on, "The end of the trial", course.began)
    else:
        reckoning = diary.reckon(rule, course.began)
    if course.held:
        yield diary.held(rule, course.matter, course.held[-1].held_on, course.held[-1], reckoning)
    elif not diary.is_let_go(reckoning):
        yield diary.due(rule, course.matter, reckoning, course.reviews.coming)


_HELD = ("Reviews", "Held on")
_STARTED = (("Events", "Date"), ("Events", "Ends on"))

PLACEMENT_RULES = (
    DeadlineRule(
        slug="part-time-end",
        reference="PTT-END",
        name="Part-time timetable ends",
        amount=6,
        unit="weeks",
        strength="soft",
        source="Attendance guidance: the shortest time, with an end; 6 to 12 weeks locally (reference 2.3)",
        check_locally=True,
        nations=_ENGLAND,
        uses=(*_STARTED, ("Pupils", "Part-time timetable"), ("Pupils", "Part-time timetable ends")),
        find=timetable_ends,
    ),
    DeadlineRule(
        slug="part-time-review",
        reference="PTT-REV",
        name="Part-time timetable review",
        amount=1,
        unit="weeks",
        strength="soft",
        source="Good practice: looked at every week or two; no source read yet (reference 2.3)",
        check_locally=True,
        nations=_ENGLAND,
        review="Part-time timetable review",
        uses=(*_STARTED, ("Pupils", "Part-time timetable"), _HELD),
        find=since("Part-time timetable started", every_one, _is_part_time),
    ),
    DeadlineRule(
        slug="off-site-review",
        reference="OSD-REV",
        name="Off-site placement review",
        amount=6,
        unit="weeks",
        strength="soft",
        source="Off-site directions are kept under review: how often, no source read yet (reference 2.3)",
        check_locally=True,
        nations=_ENGLAND,
        review="Off-site placement review",
        uses=(*_STARTED, _HELD),
        find=since("Off-site direction", every_one),
    ),
    DeadlineRule(
        slug="managed-move-trial",
        reference="MM-TRIAL",
        name="Managed move review",
        amount=6,
        unit="school weeks",
        strength="soft",
        source="Local protocols: a trial of 6 to 16 school weeks (reference 2.3)",
        check_locally=True,
        nations=_ENGLAND,
        review="Managed move review",
        uses=(*_STARTED, _HELD),
        find=since("Managed move started", _trial),
    ),
)
