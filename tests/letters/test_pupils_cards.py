"""When cards and sheets for a pupil's hand are made, and what stands on them."""

import pytest
from a_caseload import Row, a, all_text, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.pupils_cards import LadderPage, LadderStep, ToDoPage

ONE = ["pupil Pupils!2"]
KINDS = ("time-out-card", "step-ladder-card", "to-do-list", "emotion-check-in")
TIME_OUT = a("Targets", "Strategy=Time-out card")
SESSION = "Note=Cried about home; Next step=Tell nan; Place=Boiler room"


def ladder(*cells: str) -> tuple[LadderStep, ...]:
    rows = tuple(a("Steps", one) for one in cells)
    context = the_document(made("step-ladder-card", *rows), Audience.PUPIL).context
    assert isinstance(context, LadderPage)
    return context.steps


def to_do(*rows: Row) -> ToDoPage:
    context = the_document(made("to-do-list", *rows), Audience.PUPIL).context
    assert isinstance(context, ToDoPage)
    return context


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_made_while_a_case_is_open_or_where_somebody_asks(kind: str) -> None:
    closed = a("Cases", "Status=Closed; Closing reason=Targets met; Closed on=2026-11-02")
    rows = (TIME_OUT, a("Steps"))
    assert outcome(made(kind, *rows)) == ONE
    assert made(kind, *rows, closed) == []
    assert outcome(made(kind, *rows, closed, asked=True)) == ONE


@pytest.mark.parametrize("kind", KINDS)
def test_none_is_made_without_consent_to_mentoring(kind: str) -> None:
    rows = (TIME_OUT, a("Steps"), a("Cases", "Consent ID="))
    assert outcome(made(kind, *rows)) == ["no-consent"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_was_noted_at_a_session_stands_on_them(kind: str) -> None:
    rows = (TIME_OUT, a("Steps"), a("Sessions", SESSION), a("Pupils", "Notes=Asks for nan"))
    text = all_text(the_document(made(kind, *rows), Audience.PUPIL).context)
    assert not any(word in text for word in ("Cried", "nan", "Boiler"))


# -- time out ----------------------------------------------------------------------------------------------

PLANNED = [
    a("Targets", "Strategy=Time-out card"),
    a("Sessions", "Approach=Time-out card"),
    a("Barriers", "Pupil ID=000001; Assessed on=2026-09-21; Strategy=Time-out card"),
]


@pytest.mark.parametrize("row", PLANNED, ids=lambda row: row[0])
def test_a_time_out_card_is_made_where_it_is_a_strategy(row: Row) -> None:
    assert outcome(made("time-out-card", row)) == ONE


def test_without_that_strategy_it_is_made_only_where_somebody_asks() -> None:
    assert made("time-out-card", a("Targets", "Strategy=Coaching")) == []
    assert outcome(made("time-out-card", asked=True)) == ONE


# -- the ladder --------------------------------------------------------------------------------------------

STATES = {
    "Done on=2026-11-02; Outcome=Managed": ("done", True, ""),
    "Done on=2026-11-02; Outcome=Partly": ("part of the way", False, ""),
    "Done on=2026-11-02; Outcome=Stepped back": ("we chose a smaller step", False, ""),
    "Outcome=Not tried; Planned for=2026-11-02": ("another day", False, ""),
    "Done on=2026-11-02; Outcome=": ("tried", False, ""),
    "Planned for=2026-12-02": ("", False, "2 December"),
    "": ("", False, ""),
    "Planned for=some day": ("", False, ""),
}


@pytest.mark.parametrize("cells", STATES)
def test_a_step_says_how_far_it_is_and_going_back_is_part_of_the_way(cells: str) -> None:
    (step,) = ladder(cells)
    assert (step.state, step.is_done, step.day) == STATES[cells]


def test_the_first_step_stands_at_the_foot_however_the_rows_are_typed() -> None:
    steps = ladder("Step=2; What=Reception", "Step=3; What=Art", "Step=1; What=Gate")
    assert [(step.number, step.what) for step in steps] == [("3", "Art"), ("2", "Reception"), ("1", "Gate")]


def test_a_pupil_without_steps_has_no_ladder_and_only_somebody_who_asks_is_told_so() -> None:
    assert made("step-ladder-card", no("Steps")) == []
    assert outcome(made("step-ladder-card", no("Steps"), asked=True)) == ["no-steps"]


# -- things to do ------------------------------------------------------------------------------------------


def test_a_to_do_list_begins_with_the_targets_that_are_open() -> None:
    rows = (a("Targets"), a("Targets", "Target ID=T2; Target=Old one; Status=Met; Scored on=2026-11-02"))
    assert to_do(*rows).targets == ("Finish one piece of work",)


def test_without_targets_it_is_lines_alone() -> None:
    assert to_do(no("Targets")).targets == ()
