"""Part-time timetables, off-site directions and managed moves."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only
from deadlines.the_cases import event, reviews

TODAY = D(2026, 11, 23)


def pupil(is_part_time: str = "Yes", ends: str = "") -> str:
    return (
        "\n# Pupils\n| Pupil ID | Legal surname | Legal forename | Date of birth | Part-time timetable |"
        f" Part-time timetable ends |\n| 000001 | Aske | Rowan | 2013-05-05 | {is_part_time} | {ends} |\n"
    )


STARTED = "Part-time timetable started"


@pytest.mark.parametrize(
    ("text", "act_by", "state"),
    [
        (pupil(ends="2026-12-11") + event(f"{STARTED} | 2026-11-09 | |"), D(2026, 12, 11), "due soon"),
        (pupil(ends="2026-12-11"), D(2026, 12, 11), "due soon"),
        (pupil() + event(f"{STARTED} | 2026-11-09 | 2026-12-04 |"), D(2026, 12, 4), "due soon"),
        (
            pupil() + event(f"{STARTED} | 2026-11-09 | |"),
            D(2026, 12, 18),
            "planned",
        ),  # six weeks: 21 December
        (pupil("") + event(f"{STARTED} | 2026-11-09 | |"), D(2026, 12, 18), "planned"),
        (pupil(ends="2026-11-13"), D(2026, 11, 13), "overdue"),
        (pupil(), None, "needs a date"),
    ],
)
def test_a_part_time_timetable_ends_on_its_day_else_after_six_weeks(
    text: str, act_by: dt.date | None, state: str
) -> None:
    due = the_only(dues_of(text, TODAY), "part-time-end")
    assert (due.act_by, due.state) == (act_by, state)


@pytest.mark.parametrize(
    "text",
    [
        pupil("No") + event(f"{STARTED} | 2026-11-09 | |"),
        pupil("") + event(f"{STARTED} | 2026-09-09 | 2026-10-16 |"),
        pupil("", "2026-10-16") + event(f"{STARTED} | 2026-09-09 | |"),
        pupil("No", "2026-12-11"),
    ],
)
def test_a_timetable_that_is_full_again_has_no_dates(text: str) -> None:
    assert dues_of(text, TODAY) == []


@pytest.mark.parametrize(
    ("held", "act_by"),
    [("", D(2026, 11, 16)), ("2026-11-17", D(2026, 11, 24)), ("2026-11-02", D(2026, 11, 16))],
)
def test_a_part_time_timetable_is_looked_at_every_week(held: str, act_by: dt.date) -> None:
    text = pupil() + event(f"{STARTED} | 2026-11-09 | |") + reviews(f"Part-time timetable review | | {held}")
    dues = [due for due in of_rule(dues_of(text, TODAY), "part-time-review") if due.state != "held"]
    assert [due.act_by for due in dues] == [act_by]


@pytest.mark.parametrize(
    ("ends", "held", "states"),
    [
        ("", "", ["overdue"]),
        ("", "2026-10-20", ["due soon", "held"]),
        ("2027-02-12", "2026-10-20", ["due soon", "held"]),
        ("2026-11-20", "2026-10-20", ["held"]),
    ],
)
def test_a_place_elsewhere_is_looked_at_until_it_ends(ends: str, held: str, states: list[str]) -> None:
    text = pupil("") + event(f"Off-site direction | 2026-09-07 | {ends} |")
    text += reviews(f"Off-site placement review | | {held}")
    assert [due.state for due in of_rule(dues_of(text, TODAY), "off-site-review")] == states


@pytest.mark.parametrize(
    ("ends", "held", "act_by", "state"),
    [
        ("", "", D(2026, 12, 11), "due soon"),
        ("2026-12-04", "", D(2026, 12, 4), "due soon"),
        ("2026-12-04", "2026-11-20", D(2026, 12, 4), "held"),
    ],
)
def test_a_managed_move_is_looked_at_when_its_trial_ends(
    ends: str, held: str, act_by: dt.date, state: str
) -> None:
    text = pupil("") + event(f"Managed move started | 2026-10-19 | {ends} |")
    due = the_only(dues_of(text + reviews(f"Managed move review | | {held}"), TODAY), "managed-move-trial")
    assert (due.act_by, due.state) == (act_by, state)


def test_a_managed_move_of_long_ago_is_let_go() -> None:
    text = pupil("") + event("Managed move started | 2026-01-12 | 2026-03-20 |")
    assert dues_of(text, TODAY) == []
