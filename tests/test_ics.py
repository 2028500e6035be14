"""Is the calendar file what a calendar program reads, the same each time, and free of names?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from deadlines.a_school import casebook_of, dues_of
from icalendar import Calendar
from icalendar.cal import Component

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import Due
from mentor_xl.ics import as_ics, dues_shown
from mentor_xl.school_calendar import SchoolCalendar

D = dt.date
TODAY = D(2026, 11, 23)
NAMES = ("Quillfeather", "Zephyrine", "Zeffie")

TEXT = """
# Pupils
| Pupil ID | Legal surname | Legal forename | Known as | Date of birth | SEN status | EHCP issued |
| 900001   | Quillfeather  | Zephyrine      | Zeffie   | 2013-05-05    | E          | 2026-01-02  |

# Cases
| Case ID | Pupil ID | Status | Started on |
| C1      | 900001   | Active | 2026-10-12 |
| C2      | 900001   | Active | |

# Reviews
| Pupil ID | Review                    | Held on    | Booked for | Report sent on |
| 900001   | Annual review of EHC plan | 2026-11-20 |            |                |
| 900001   | Annual review of EHC plan |            | 2027-01-15 |                |
"""


def _written(
    text: str = TEXT, today: dt.date = TODAY, *, initials: bool = False
) -> tuple[bytes, list[Due], Casebook]:
    casebook = casebook_of(text)
    year = SchoolCalendar.from_periods(casebook.calendar, None)
    dues = dues_of(text, today)
    return as_ics(dues, year, casebook, today, initials=initials), dues, casebook


def _events(data: bytes) -> Sequence[Component]:
    return Calendar.from_ical(data).walk("VEVENT")


def _by_summary(data: bytes) -> dict[str, Component]:
    return {str(event["SUMMARY"]): event for event in _events(data)}


def test_every_date_that_is_to_be_done_is_an_event_and_nothing_else_is() -> None:
    data, dues, _ = _written()
    expected = [due for due in dues if due.state not in ("held", "needs a date", "needs calendar")]
    assert len(expected) < len(dues)
    assert len(_events(data)) == len(expected) == len(dues_shown(dues))


def test_an_event_is_a_private_whole_day_that_blocks_no_time() -> None:
    event = _by_summary(_written()[0])["Mentoring review: 900001"]
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTSTART"].dt == D(2026, 12, 4)
    assert event["DTEND"].dt == D(2026, 12, 5)
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
    why = "6 school weeks after Mon 12 Oct 2026, half term left out, is Fri 4 Dec 2026."
    assert event["DESCRIPTION"] == why


def test_a_hard_date_stands_on_its_act_by_day_and_tells_the_legal_one() -> None:
    text = TEXT.partition("\n# Reviews")[0]
    event = _by_summary(_written(text)[0])["Annual review of EHC plan: 900001"]
    assert event["DTSTART"].dt == D(2026, 12, 18)
    assert str(event["DESCRIPTION"]).startswith("Last legal day: Fri 1 Jan 2027.")


def test_the_reminder_comes_five_school_days_before_at_eight_past_an_inset_day() -> None:
    event = _by_summary(_written()[0])["Mentoring review: 900001"]
    (alarm,) = event.walk("VALARM")
    start = dt.datetime.combine(event["DTSTART"].dt, dt.time())
    assert start + alarm["TRIGGER"].dt == dt.datetime.fromisoformat("2026-11-26T08:00")
    assert alarm["ACTION"] == "DISPLAY"


# -- a second import ------------------------------------------------------------------------------------


def test_the_same_dates_on_the_same_day_give_the_same_bytes() -> None:
    assert _written()[0] == _written()[0]


def test_a_date_that_moves_keeps_its_identity_and_is_newer() -> None:
    first = _by_summary(_written()[0])["Mentoring review: 900001"]
    moved = TEXT.replace("2026-10-12", "2026-10-19")
    second = _by_summary(_written(moved, TODAY + dt.timedelta(days=3))[0])["Mentoring review: 900001"]
    assert first["DTSTART"].dt != second["DTSTART"].dt
    assert first["UID"] == second["UID"]
    assert first["SEQUENCE"] < second["SEQUENCE"]
    assert first["DTSTAMP"].dt < second["DTSTAMP"].dt


def test_rows_that_are_sorted_another_way_keep_their_identity() -> None:
    case = "| C1      | 900001   | Active | 2026-10-12 |\n"
    second = "| C2      | 900001   | Active | |\n"
    sorted_again = TEXT.replace(case + second, second + case)
    assert sorted_again != TEXT
    assert {event["UID"] for event in _events(_written()[0])} == {
        event["UID"] for event in _events(_written(sorted_again)[0])
    }


def test_no_two_events_have_one_identity() -> None:
    uids = [str(event["UID"]) for event in _events(_written()[0])]
    assert len(uids) == len(set(uids))
    said = [str(event["SUMMARY"]) for event in _events(_written()[0])]
    assert said.count("EHC plan review report: 900001") == 2


def test_two_events_of_one_pupil_are_told_apart_by_their_day() -> None:
    text = (
        TEXT.partition("\n# Reviews")[0]
        + "\n# Events\n| Pupil ID | Event | Date |\n"
        + "".join(f"| 900001 | Suspension | {day} |\n" for day in ("2026-11-09", "2026-11-16"))
    )
    _, dues, casebook = _written(text)
    one = next(due for due in dues if due.rule == "mentoring-review")
    two = [
        replace(one, rule="suspension", about=replace(one.about, sheet="Events", row=row, key="900001"))
        for row in (2, 3)
    ]
    year = SchoolCalendar.from_periods(casebook.calendar, None)
    uids = {str(event["UID"]) for event in _events(as_ics(two, year, casebook, TODAY))}
    assert len(uids) == 2


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("initials", [False, True])
def test_no_name_stands_in_it(initials: bool) -> None:
    text = _written(initials=initials)[0].decode().replace("\r\n ", "")
    assert "900001" in text
    assert [name for name in NAMES if name in text] == []


def test_initials_are_there_only_where_they_were_asked_for() -> None:
    with_them = {str(event["SUMMARY"]) for event in _events(_written(initials=True)[0])}
    assert "Mentoring review: Z.Q. 900001" in with_them
    assert "Z.Q." not in _written()[0].decode()


def test_a_caseload_without_dates_is_a_calendar_without_events() -> None:
    text = TEXT.partition("\n# Cases")[0].replace("| E          | 2026-01-02  |", "| N | |")
    data, dues, _ = _written(text)
    assert dues == []
    assert _events(data) == []
    assert Calendar.from_ical(data)["METHOD"] == "PUBLISH"
