"""Personal education plans, counted in working days from the day a pupil came into care."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only

TODAY = D(2026, 11, 23)
SLUGS = {"pep-start", "pep-ready", "pep-termly"}


def pupil(came: str = "2026-10-26", looked_after: str = "Looked after") -> str:
    return f"""
    # Pupils
    | Pupil ID | Legal surname | Legal forename | Date of birth | Looked after   | Came into care |
    | 000001   | Aske          | Rowan          | 2013-05-05    | {looked_after} | {came}         |
    """


def peps(*rows: str) -> str:
    """Rows of *booked for, held on*."""
    lines = "\n".join(f"| 000001 | Personal education plan | {row} |" for row in rows)
    return f"# Reviews\n| Pupil ID | Review | Booked for | Held on |\n{lines}\n"


@pytest.mark.parametrize(
    ("came", "slug", "legal", "act_by"),
    [
        ("2026-10-26", "pep-start", D(2026, 11, 9), D(2026, 11, 9)),  # half term counts
        ("2026-10-26", "pep-ready", D(2026, 11, 23), D(2026, 11, 23)),
        ("2026-10-24", "pep-start", D(2026, 11, 6), D(2026, 11, 6)),  # from a Saturday
        ("2026-12-11", "pep-start", D(2026, 12, 29), D(2026, 12, 18)),  # the holiday counts, 25 and 28 do not
        ("2026-12-11", "pep-ready", D(2027, 1, 13), D(2027, 1, 13)),
        ("2026-11-13", "pep-start", D(2026, 11, 27), D(2026, 11, 26)),  # the INSET day counts
        ("2027-07-26", "pep-start", D(2027, 8, 9), D(2027, 8, 9)),  # no school day lies between
        ("2027-08-06", "pep-ready", D(2027, 9, 6), None),
    ],
)
def test_working_days_count_school_holidays_and_the_act_by_day_does_not(
    came: str, slug: str, legal: dt.date, act_by: dt.date | None
) -> None:
    due = the_only(dues_of(pupil(came), TODAY), slug)
    assert (due.counted_from, due.legal_last_day, due.act_by) == (D.fromisoformat(came), legal, act_by)
    assert due.is_on_closed_day == (came == "2027-07-26")


@pytest.mark.parametrize("looked_after", ["No", "Previously looked after", ""])
def test_only_a_pupil_who_is_looked_after_has_a_plan(looked_after: str) -> None:
    assert dues_of(pupil(looked_after=looked_after), TODAY) == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (pupil(""), "Pupils!F2"),
        (pupil("half term"), "Pupils!F2"),
        (pupil(looked_after="Sort of"), "Pupils!E2"),
        (pupil() + peps("|Thursday"), "Reviews!D2"),
    ],
)
def test_a_plan_without_a_readable_date_says_which_cell_to_look_at(text: str, cell: str) -> None:
    dues = [due for due in dues_of(text, TODAY) if due.rule in SLUGS]
    assert {(due.rule, due.state, str(due.wanted)) for due in dues} == {
        (slug, "needs a date", cell) for slug in SLUGS
    }


@pytest.mark.parametrize(
    ("rows", "start", "ready"),
    [
        ((), "overdue", "due soon"),
        (("|",), "overdue", "due soon"),
        (("2026-11-27|",), "held", "due soon"),  # booked is started, not ready
        (("|2026-11-05",), "held", "held"),
        (("2026-10-20|",), "overdue", "due soon"),  # booked before the pupil came into care
        (("|2026-10-20",), "overdue", "due soon"),
        (("|2026-11-24",), "overdue", "due soon"),  # held tomorrow: a slip
    ],
)
def test_a_plan_is_started_by_a_booking_and_ready_when_a_meeting_was_held(
    rows: tuple[str, ...], start: str, ready: str
) -> None:
    dues = dues_of(pupil() + (peps(*rows) if rows else ""), TODAY)
    assert (the_only(dues, "pep-start").state, the_only(dues, "pep-ready").state) == (start, ready)


def test_the_first_meeting_held_is_what_made_the_plan_ready() -> None:
    text = pupil("2026-09-07") + peps("|2026-11-05", "|2026-09-24")
    assert the_only(dues_of(text, TODAY), "pep-ready").held_on == D(2026, 9, 24)


@pytest.mark.parametrize(
    ("came", "rows", "counted_from", "legal"),
    [
        ("2026-10-26", (), D(2026, 10, 26), D(2027, 3, 25)),
        ("2026-09-07", ("|2026-09-24",), D(2026, 9, 24), D(2027, 3, 25)),
        ("2026-09-07", ("|2026-09-24", "|2026-11-20"), D(2026, 11, 20), D(2027, 3, 25)),
        ("2026-08-10", ("|2026-09-03",), D(2026, 9, 3), D(2027, 3, 25)),
    ],
)
def test_a_review_serves_its_own_term_and_the_next_is_due_by_the_end_of_the_next(
    came: str, rows: tuple[str, ...], counted_from: dt.date, legal: dt.date
) -> None:
    dues = of_rule(dues_of(pupil(came) + (peps(*rows) if rows else ""), TODAY), "pep-termly")
    (due,) = [one for one in dues if one.state != "held"]
    assert (due.counted_from, due.legal_last_day, due.act_by) == (counted_from, legal, legal)


def test_the_next_term_s_review_needs_the_calendar_of_the_next_term() -> None:
    dues = of_rule(dues_of(pupil("2027-04-14"), D(2027, 5, 10)), "pep-termly")
    assert [(due.legal_last_day, due.state) for due in dues] == [(None, "needs calendar")]


def test_what_is_booked_before_the_first_plan_is_ready_is_not_the_next_term_s_review() -> None:
    first = the_only(dues_of(pupil() + peps("2026-11-27|"), TODAY), "pep-termly")
    assert first.booked_for is None
    later = of_rule(dues_of(pupil() + peps("|2026-11-05", "2027-02-10|"), TODAY), "pep-termly")
    assert [due.booked_for for due in later if due.state != "held"] == [D(2027, 2, 10)]
