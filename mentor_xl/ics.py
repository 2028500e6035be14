"""The dates as an iCalendar file: a day each, private, with the pupil's ID and no name.

A date keeps its identity (UID) when its day changes, so that a calendar which imports the file again moves
what it has. The same dates on the same day give the same bytes.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mentor_xl.casebook import SHEETS, Casebook
from mentor_xl.dates import short
from mentor_xl.deadlines import Due, State
from mentor_xl.records import columns_of
from mentor_xl.school_calendar import SchoolCalendar

if TYPE_CHECKING:
    from icalendar import Alarm, Event

REMIND_BEFORE = 5
"""School days before the day to act by, at eight in the morning."""
_EIGHT = dt.timedelta(hours=8)
_DAY = dt.timedelta(days=1)
_OURS = uuid.UUID("5a0d5c1e-6a4f-5d0e-9b53-9f6f4cc0a2d1")
_SHOWN: tuple[State, ...] = ("overdue", "act now", "chase", "due soon", "planned")
_SEQUENCE_FROM = dt.date(2020, 1, 1)
"""A file of a later day has a higher sequence, by which calendars know what is newer."""


def dues_shown(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Those that a calendar shows: what is to be done, and has a day."""
    return tuple(due for due in dues if due.act_by is not None and due.state in _SHOWN)


def as_ics(
    dues: Iterable[Due],
    calendar: SchoolCalendar,
    casebook: Casebook,
    today: dt.date,
    *,
    initials: bool = False,
) -> bytes:
    """Everything that is to be done, on its act-by day; what is done or has no day is left out.

    ``initials``: the pupil's initials stand before the ID. Times are the reader's own (no time zone).
    """
    from icalendar import Calendar  # noqa: PLC0415  a command that writes no calendar need not wait for it

    page = Calendar()
    page.add("prodid", "-//Mentor XL//due dates//EN")
    page.add("version", "2.0")
    page.add("calscale", "GREGORIAN")
    page.add("method", "PUBLISH")
    shown = dues_shown(dues)
    for due, uid in zip(shown, _uids(shown, casebook), strict=True):
        named = f"{_initials(due, casebook)} {due.ref}" if initials else due.ref
        page.add_component(_event(due, uid, named.strip(), calendar, today))
    written: bytes = page.to_ical()
    return written


def _event(due: Due, uid: str, named: str, calendar: SchoolCalendar, today: dt.date) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    act_by = due.act_by or today
    stamp = dt.datetime.combine(today, dt.time(), tzinfo=dt.UTC)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(0, (today - _SEQUENCE_FROM).days))
    event.add("dtstart", act_by)
    event.add("dtend", act_by + _DAY)
    event.add("summary", f"{due.name}: {named}")
    event.add("description", " ".join(_description(due)))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    remind_on = calendar.add_school_days(act_by, -REMIND_BEFORE)
    if remind_on is not None:
        event.add_component(_alarm(remind_on - act_by + _EIGHT, f"{due.name}: {named}"))
    return event


def _alarm(trigger: dt.timedelta, says: str) -> "Alarm":
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", says)
    alarm.add("trigger", trigger)
    return alarm


def _description(due: Due) -> Iterator[str]:
    if due.legal_last_day is not None and due.legal_last_day != due.act_by:
        yield f"Last legal day: {short(due.legal_last_day)}."
    if due.booked_for is not None:
        yield f"Booked for {short(due.booked_for)}."
    yield due.why


# -- what a date is, whatever its day ------------------------------------------------------------------


def _uids(dues: Iterable[Due], casebook: Casebook) -> Iterator[str]:
    """From rule, pupil and row key, never from the day.

    Where one rule gives a row two dates at once, the later one is the row's own; an earlier one, whose day
    to count from is past and fixed, is told apart by that day.
    """
    listed = [(due, _identity(due, casebook)) for due in dues]
    latest: dict[str, dt.date] = {}
    for due, key in listed:
        latest[key] = max(latest.get(key, dt.date.min), due.counted_from or dt.date.min)
    for due, key in listed:
        is_earlier = due.counted_from is not None and due.counted_from < latest[key]
        yield str(uuid.uuid5(_OURS, f"{key}|{due.counted_from}" if is_earlier else key)) + "@mentor-xl"


def _identity(due: Due, casebook: Casebook) -> str:
    return "|".join((due.rule, due.ref, due.about.sheet, due.about.key, *_own_date(due, casebook)))


def _own_date(due: Due, casebook: Casebook) -> Iterator[str]:
    """For a row of a sheet without IDs, such as an event: the date that with the pupil's ID is its key."""
    name, record = next(one for one in SHEETS.items() if one[1].sheet_name == due.about.sheet)
    columns = columns_of(record)
    if due.about.sheet == "Pupils" or any(column.kind == "key" for column in columns):
        return
    date = next((column.attribute for column in columns if column.base == "date"), None)
    for row in getattr(casebook, name):
        if date and row.row_number == due.about.row:
            yield str(getattr(row, date))


def _initials(due: Due, casebook: Casebook) -> str:
    pupil = casebook.pupil(due.ref)
    if pupil is None:
        return ""
    names = (pupil.known_as or pupil.legal_forename, pupil.legal_surname)
    return "".join(f"{name.strip()[:1].upper()}." for name in names if name and name.strip())
