"""Are full weeks eased without any date past its law, and the same way each time?"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import pytest
from deadlines.a_school import CALENDAR, casebook_of, dues_of
from hypothesis import given, settings
from hypothesis import strategies as st

from mentor_xl.casebook import Casebook
from mentor_xl.deadlines import Due
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.worklist.level import Levelling, level

D = dt.date
TODAY = D(2026, 11, 9)
STARTS = {"23 November": "2026-10-05", "30 November": "2026-10-12", "7 December": "2026-10-19"}
"""Mentoring reviews that start on these days fall in these weeks."""


STAFF = "\n# Staff\n| Staff code | Forename | Surname |\n| AMM | Anna | Moss |\n| BNN | Ben | Nash |\n"
WITH_PLANS = (
    "\n# Pupils\n| Pupil ID | Legal surname | Legal forename | Date of birth | SEN status | EHCP issued |\n"
)
CASES = "\n# Cases\n| Case ID | Pupil ID | Mentor | Status | Started on |\n"


def _school(starts: Sequence[str], *, more: str = "", columns: str = "", cells: str = "") -> str:
    pupils = "".join(f"| {n:06} | Aske | Rowan | 2013-05-05 |\n" for n in range(len(starts)))
    cases = "".join(f"| C{n} | {n:06} | AMM | Active | {start} |{cells}\n" for n, start in enumerate(starts))
    return (
        f"{STAFF}\n# Pupils\n| Pupil ID | Legal surname | Legal forename | Date of birth |\n{pupils}"
        f"\n# Cases\n| Case ID | Pupil ID | Mentor | Status | Started on |{columns}\n{cases}{more}"
    )


def _of(text: str, most: int = 5, today: dt.date = TODAY) -> tuple[Levelling, list[Due], Casebook]:
    casebook = casebook_of(text)
    year = SchoolCalendar.from_periods(casebook.calendar, casebook.settings.nation)
    dues = dues_of(text, today)
    return level(dues, year, casebook, today, most), dues, casebook


def _loads(found: Levelling) -> list[tuple[str, int, int]]:
    return [(one.monday.isoformat(), one.before, one.after) for one in found.loads]


def test_a_week_that_holds_five_is_left_as_it_is() -> None:
    found, *_ = _of(_school([STARTS["23 November"]] * 5))
    assert (found.moves, found.loads) == ((), ())


def test_the_sixth_goes_to_the_week_before_which_is_as_near_as_the_week_after() -> None:
    found, *_ = _of(_school([STARTS["23 November"]] * 6))
    (move,) = found.moves
    assert (move.due.ref, move.before, move.after) == ("000000", D(2026, 11, 26), D(2026, 11, 19))
    assert [(before, after) for _, before, after in _loads(found)] == [(0, 1), (6, 5)]


def test_more_go_to_the_weeks_on_both_sides_until_each_has_room_no_more() -> None:
    found, *_ = _of(_school([STARTS["23 November"]] * 14))
    assert [after for _, _, after in _loads(found)] == [5, 5, 4]
    assert found.still_too_full == ()


def test_what_finds_no_room_stays_and_is_said() -> None:
    found, *_ = _of(_school([STARTS["23 November"]] * 8), most=1, today=D(2026, 11, 16))
    assert len(found.still_too_full) == 1
    assert sum(one.after for one in found.loads) == sum(one.before for one in found.loads) == 8


def test_a_booked_review_stays_and_counts_in_the_week_of_its_booking() -> None:
    booked = "\n# Reviews\n| Pupil ID | Review | Booked for |\n" + "".join(
        f"| {n:06} | Mentoring review | 2026-11-25 |\n" for n in range(6)
    )
    found, *_ = _of(_school([STARTS["30 November"]] * 6, more=booked))
    assert found.moves == ()
    assert _loads(found) == [("2026-11-23", 6, 6)]


def test_a_review_goes_no_further_than_the_planned_end_of_its_case() -> None:
    text = _school([STARTS["23 November"]] * 3, columns=" Planned end |", cells=" 2026-11-27 |")
    found, *_ = _of(text, most=1)
    assert found.moves
    assert all(move.after < move.before for move in found.moves)


def test_a_day_that_somebody_wrote_down_is_only_moved_forward() -> None:
    targets = "\n# Targets\n| Target ID | Case ID | Set on | Review by | Status |\n" + "".join(
        f"| T{n} | C{n} | 2026-10-01 | 2026-12-09 | Open |\n" for n in range(3)
    )
    found, *_ = _of(_school(["2026-11-02"] * 3, more=targets), most=1)
    moved = [move for move in found.moves if move.due.rule == "target-review"]
    assert moved
    assert all(move.after < move.before for move in moved)


def test_a_date_that_another_is_counted_from_stays() -> None:
    pupils = "".join(f"| {n:06} | Aske | Rowan | 2013-05-05 | E | 2026-02-0{n + 2} |\n" for n in range(6))
    cases = "".join(f"| C{n} | {n:06} | AMM | Active | 2026-09-14 |\n" for n in range(6))
    text = f"{STAFF}{WITH_PLANS}{pupils}{CASES}{cases}"
    found, *_ = _of(text, most=1)
    assert found.moves
    assert not {"ehcp-annual-review", "ehcp-meeting"} & {move.due.rule for move in found.moves}
    assert "ehcp-invitation" in {move.due.rule for move in found.moves}


def test_each_mentor_s_weeks_are_their_own() -> None:
    text = _school([STARTS["23 November"]] * 6).replace("| C5 | 000005 | AMM", "| C5 | 000005 | BNN")
    found, *_ = _of(text)
    assert found.moves == ()


def test_dates_without_a_mentor_are_nobody_s_load() -> None:
    found, *_ = _of(_school([STARTS["23 November"]] * 8).replace("| AMM |", "| |"))
    assert found.loads == ()


starts = st.lists(st.dates(D(2026, 9, 3), D(2027, 3, 20)), min_size=1, max_size=25)


@settings(max_examples=40, deadline=None)
@given(starts, st.integers(1, 6))
def test_whatever_the_caseload_no_rule_of_levelling_is_broken(days: list[dt.date], most: int) -> None:
    issued = [D(2026, 1, 5) + n * dt.timedelta(days=9) for n in range(len(days))]
    pupils = "".join(f"| {n:06} | Aske | Rowan | 2013-05-05 | E | {day} |\n" for n, day in enumerate(issued))
    cases = "".join(f"| C{n} | {n:06} | AMM | Active | {day} |\n" for n, day in enumerate(days))
    text = f"{STAFF}{WITH_PLANS}{pupils}{CASES}{cases}"
    found, _, casebook = _of(text, most)
    year = SchoolCalendar.from_periods(casebook.calendar, None)
    for move in found.moves:
        assert year.is_school_day(move.after)
        assert move.after > TODAY
        assert (
            move.due.counted_from is None
            or move.due.counted_from < move.after
            or (move.due.counted_from == move.before or move.due.rule == "ehcp-invitation")
        )
        assert move.due.legal_last_day is None or move.after <= move.due.legal_last_day
        assert abs((move.after - move.before).days) <= 7 * 5
    assert len({id(move.due) for move in found.moves}) == len(found.moves)
    before, after = Counter[str](), Counter[str]()
    for one in found.loads:
        before[one.mentor] += one.before
        after[one.mentor] += one.after
        assert one.after <= max(one.before, most)
    assert before == after
    assert _of(text, most)[0] == found


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_in_which_dates_come_does_not_matter(order: int) -> None:
    text = _school([*STARTS.values()] * 4)
    casebook = casebook_of(text, CALENDAR)
    year = SchoolCalendar.from_periods(casebook.calendar, None)
    dues = dues_of(text, TODAY)
    assert level(dues[::order], year, casebook, TODAY, 2) == level(dues, year, casebook, TODAY, 2)
