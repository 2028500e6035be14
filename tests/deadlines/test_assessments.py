"""The authority's clocks on a plan: chased at most, ended by what has come, and let go in the end."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only
from deadlines.the_cases import event, pupil, reviews

ASKED = "EHC needs assessment requested"
CLOCKS = ("assessment-decision", "plan-decision", "plan-issued")


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (D(2026, 10, 19), ("due soon", "planned", "planned")),  # six weeks after 7 September
        (D(2026, 10, 20), ("chase", "planned", "planned")),
        (D(2026, 11, 30), ("chase", "due soon", "planned")),
        (D(2026, 12, 1), (None, "due soon", "planned")),  # six weeks on nobody asks any more
        (D(2027, 1, 26), (None, "chase", "chase")),
        (D(2027, 3, 9), (None, None, None)),
    ],
)
def test_an_authority_s_clock_is_chased_and_then_let_go(
    today: dt.date, states: tuple[str | None, ...]
) -> None:
    dues = dues_of(pupil() + event(f"{ASKED} | 2026-09-07 | |"), today)
    assert tuple({due.rule: due.state for due in dues}.get(slug) for slug in CLOCKS) == states


@pytest.mark.parametrize(
    ("events", "states"),
    [
        ((f"{ASKED} | 2026-06-29 | |", "EHC draft plan received | 2026-11-16 | |"), {"plan-issued": "chase"}),
        ((f"{ASKED} | 2026-06-29 | |", "EHC plan issued | 2026-11-18 | |"), {"plan-issued": "held"}),
        # a plan of long ago does not answer a new request
        (
            (f"{ASKED} | 2026-10-12 | |", "EHC plan issued | 2020-11-18 | |"),
            {"assessment-decision": "due soon", "plan-decision": "planned", "plan-issued": "planned"},
        ),
    ],
)
def test_a_draft_ends_the_decisions_and_the_plan_ends_them_all(
    events: tuple[str, ...], states: dict[str, str]
) -> None:
    dues = dues_of(pupil() + event(*events), D(2026, 11, 23))
    assert {due.rule: due.state for due in dues if due.rule in CLOCKS} == states


def test_the_plan_s_own_day_on_pupils_answers_a_request() -> None:
    text = pupil(SEN="E", EHCP_issued="2026-11-16") + event(f"{ASKED} | 2026-06-29 | |")
    due = the_only(dues_of(text, D(2026, 11, 23)), "plan-issued")
    assert (due.state, due.held_on, due.legal_last_day) == ("held", D(2026, 11, 16), D(2026, 11, 16))


def test_only_the_latest_request_has_clocks() -> None:
    text = pupil() + event(f"{ASKED} | 2026-01-12 | |", f"{ASKED} | 2026-11-02 | |")
    assert the_only(dues_of(text, D(2026, 11, 23)), "plan-issued").counted_from == D(2026, 11, 2)


@pytest.mark.parametrize(("today", "is_shown"), [(D(2026, 12, 1), True), (D(2026, 12, 2), False)])
def test_the_family_s_time_for_comments_is_never_overdue(today: dt.date, *, is_shown: bool) -> None:
    text = pupil() + event("EHC draft plan received | 2026-11-16 | |")
    dues = of_rule(dues_of(text, today), "draft-plan-comments")
    assert [due.state for due in dues] == (["planned"] if is_shown else [])
    assert all(due.why.startswith("Not before then: 15 days after Mon 16 Nov 2026") for due in dues)


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (D(2026, 11, 2), ["planned"]),
        (D(2026, 11, 5), ["due soon"]),
        (D(2026, 12, 1), ["chase"]),
        (D(2027, 1, 11), ["chase"]),
        (D(2027, 1, 12), []),
    ],
)
def test_the_authority_decides_within_four_weeks_of_the_meeting(today: dt.date, states: list[str]) -> None:
    text = pupil(SEN="E", EHCP_issued="2024-01-08")
    text += reviews("Annual review of EHC plan | | 2026-11-02")
    quick = "\n# Settings\n| Setting | Value |\n| Due soon within | 16 |\n"
    dues = of_rule(dues_of(quick + text, today), "ehcp-decision")
    assert [due.state for due in dues] == states


def test_a_plan_issued_after_the_meeting_is_the_decision() -> None:
    text = pupil(SEN="E", EHCP_issued="2026-11-20")
    text += reviews("Annual review of EHC plan | | 2026-11-02")
    assert of_rule(dues_of(text, D(2026, 11, 23)), "ehcp-decision") == []


def test_the_event_of_a_plan_stands_in_where_its_day_on_pupils_is_blank() -> None:
    text = pupil(SEN="E") + event("EHC plan issued | 2026-02-02 | |")
    due = the_only(dues_of(text, D(2026, 11, 23)), "ehcp-annual-review")
    assert (due.counted_from, due.legal_last_day) == (D(2026, 2, 2), D(2027, 2, 1))


@pytest.mark.parametrize(
    ("born", "shown"), [("2022-04-01", True), ("2021-12-01", False), ("2021-11-23", False), ("", False)]
)
def test_a_plan_is_looked_at_more_often_until_the_fifth_birthday(born: str, *, shown: bool) -> None:
    text = pupil(SEN="E", EHCP_issued="2026-09-07", Date_of_birth=born)
    dues = of_rule(dues_of(text, D(2026, 11, 23)), "ehcp-under-five")
    assert [due.act_by for due in dues] == ([D(2026, 12, 7)] if shown else [])
