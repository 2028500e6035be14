"""Child protection: which conference is which, what follows it, and what ends it."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only
from deadlines.the_cases import event, reviews

TODAY = D(2026, 11, 23)
TALK, CONFERENCE, GROUP = "Strategy discussion", "Child protection conference", "Core group"


def pupil(status: str = "Child protection") -> str:
    return (
        "\n# Pupils\n| Pupil ID | Legal surname | Legal forename | Date of birth | Social care status |\n"
        f"| 000001 | Aske | Rowan | 2013-05-05 | {status} |\n"
    )


def events(*rows: str) -> str:
    return event(*(f"{row} | |" for row in rows)) if rows else ""


def open_rules(text: str, today: dt.date = TODAY) -> dict[str, dt.date | None]:
    dues = [due for due in dues_of(text, today) if due.state != "held"]
    return {due.rule: due.legal_last_day or due.act_by for due in dues}


@pytest.mark.parametrize(
    ("rows", "held", "expected"),
    [
        ((f"{TALK} | 2026-11-02",), (), {"protection-initial": D(2026, 11, 23)}),
        (
            (f"{TALK} | 2026-11-02", f"{CONFERENCE} | 2026-11-18"),
            (),
            {"core-group-first": D(2026, 12, 2), "protection-review-first": D(2027, 2, 22)},
        ),
        (  # the second conference is the first review
            (f"{TALK} | 2026-06-01", f"{CONFERENCE} | 2026-06-18", f"{CONFERENCE} | 2026-09-10"),
            (f"{GROUP} | | 2026-06-25", f"{GROUP} | | 2026-11-05"),
            {"core-group": D(2026, 12, 4), "protection-review": D(2027, 3, 9)},
        ),
        (  # a held row of Reviews is a conference as an event is; the same day counts once
            (f"{TALK} | 2026-06-01", f"{CONFERENCE} | 2026-06-18"),
            (f"{CONFERENCE} | | 2026-06-18", f"{CONFERENCE} | | 2026-09-10", f"{GROUP} | | 2026-11-05"),
            {"core-group": D(2026, 12, 4), "protection-review": D(2027, 3, 9)},
        ),
        (  # a new discussion without a conference yet: the old plan goes on
            (f"{CONFERENCE} | 2026-06-18", f"{CONFERENCE} | 2026-09-10", f"{TALK} | 2026-11-16"),
            (f"{GROUP} | | 2026-11-05",),
            {
                "core-group": D(2026, 12, 4),
                "protection-review": D(2027, 3, 9),
                "protection-initial": D(2026, 12, 7),
            },
        ),
        (  # the conference after the latest discussion is the initial one again
            (f"{CONFERENCE} | 2025-06-18", f"{TALK} | 2026-10-19", f"{CONFERENCE} | 2026-11-05"),
            (f"{GROUP} | | 2025-06-25",),
            {"core-group-first": D(2026, 11, 19), "protection-review-first": D(2027, 2, 5)},
        ),
        ((), (f"{CONFERENCE} | | 2026-11-18",), {"core-group-first": D(2026, 12, 2)}),
    ],
)
def test_conferences_and_core_groups_follow_each_other(
    rows: tuple[str, ...], held: tuple[str, ...], expected: dict[str, dt.date]
) -> None:
    found = open_rules(pupil() + events(*rows) + (reviews(*held) if held else ""))
    assert found.items() >= expected.items()
    assert found.keys() - expected.keys() <= {"protection-review-first"}


def test_no_clock_of_the_authority_s_is_the_school_s_overdue() -> None:
    text = pupil() + events(f"{TALK} | 2026-10-05", f"{CONFERENCE} | 2026-10-07")
    states = {due.rule: due.state for due in dues_of(text, D(2027, 3, 1))}
    assert states["core-group-first"] == states["protection-review-first"] == "chase"


@pytest.mark.parametrize("status", ["Child in need", "Early help", "None", "Looked after"])
def test_another_status_ends_the_plan(status: str) -> None:
    text = pupil(status) + events(f"{CONFERENCE} | 2026-11-05") + reviews(f"{GROUP} | | 2026-11-12")
    assert {due.state for due in dues_of(text, TODAY)} == {"held"}


@pytest.mark.parametrize(("today", "is_shown"), [(D(2027, 1, 4), True), (D(2027, 1, 5), False)])
def test_a_discussion_that_led_to_no_conference_is_let_go(today: dt.date, *, is_shown: bool) -> None:
    text = pupil("") + events(f"{TALK} | 2026-11-02")
    assert bool(of_rule(dues_of(text, today), "protection-initial")) == is_shown


@pytest.mark.parametrize(
    ("rows", "slug", "act_by"),
    [
        ((f"{TALK} | 2026-11-16",), "initial-conference-report", D(2026, 12, 1)),
        ((), "initial-conference-report", D(2026, 12, 1)),
        ((f"{CONFERENCE} | 2026-09-10",), "conference-report", D(2026, 11, 30)),
        (
            (f"{CONFERENCE} | 2025-09-10", f"{TALK} | 2026-11-16"),
            "initial-conference-report",
            D(2026, 12, 1),
        ),
    ],
)
def test_the_family_has_the_school_s_report_before_the_conference(
    rows: tuple[str, ...], slug: str, act_by: dt.date
) -> None:
    text = pupil() + events(*rows) + reviews(f"{CONFERENCE} | 2026-12-03 |")
    due = the_only(dues_of(text, TODAY), slug)
    assert (due.act_by, due.state, due.strength) == (act_by, "due soon", "soft")
    assert due.why.startswith(("2 days before Thu 3 Dec 2026", "3 working days before Thu 3 Dec 2026"))


def test_a_report_that_was_sent_is_done() -> None:
    text = pupil() + (
        "\n# Reviews\n| Pupil ID | Review | Booked for | Report sent on |\n"
        f"| 000001 | {CONFERENCE} | 2026-12-03 | 2026-11-20 |\n"
    )
    due = the_only(dues_of(text, TODAY), "initial-conference-report")
    assert (due.state, due.held_on) == ("held", D(2026, 11, 20))


def test_a_conference_whose_day_cannot_be_read_says_which_cell_to_look_at() -> None:
    dues = dues_of(pupil() + events(f"{CONFERENCE} | in spring"), TODAY)
    assert {(due.state, str(due.wanted)) for due in dues} == {("needs a date", "Events!C2")}


def test_wales_has_its_own_first_review_as_law() -> None:
    wales = "\n# Settings\n| Setting | Value |\n| Nation | Wales |\n"
    text = wales + pupil() + events(f"{CONFERENCE} | 2026-11-18")
    found = {due.rule: due.strength for due in dues_of(text, TODAY)}
    assert found == {"core-group-first": "hard", "protection-review-first-wales": "hard"}
