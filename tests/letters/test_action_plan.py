"""Which targets an action plan tells, to whom, and what it says of a day that is missing or past."""

import pytest
from a_caseload import Row, a, made, no, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.action_plan import ActionPlan
from mentor_xl.letters.approaches import IN_WORDS, approach_in_words
from mentor_xl.vocabulary import APPROACHES

EVERYBODY = ["parent Contacts!2", "pupil Pupils!2", "teacher Pupils!2"]


def plan(*rows: Row, audience: Audience = Audience.PARENT) -> ActionPlan:
    context = the_document(made("action-plan", *rows), audience).context
    assert isinstance(context, ActionPlan)
    return context


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["action-plan"].is_on_request


STATUSES = {
    "Status=Open": EVERYBODY,
    "Status=Met": [],
    "Status=Partly met": [],
    "Status=Not met": [],
    "Status=Changed": [],
    "Status=": [],
    "Target=": [],
}


@pytest.mark.parametrize("cells", STATUSES)
def test_only_targets_that_are_open_make_a_plan(cells: str) -> None:
    assert outcome(made("action-plan", a("Targets", cells))) == STATUSES[cells]


@pytest.mark.parametrize("status", ["Waiting", "Active", "Paused", "Closed"])
def test_the_targets_of_a_closed_case_are_no_plan(status: str) -> None:
    found = outcome(made("action-plan", a("Targets"), a("Cases", f"Status={status}")))
    assert found == ([] if status == "Closed" else EVERYBODY)


def test_a_person_who_asks_hears_that_nothing_is_open() -> None:
    assert outcome(made("action-plan", no("Targets"), asked=True)) == ["no-open-target"]


def test_of_several_targets_those_that_are_open_are_told_in_their_order() -> None:
    rows = (
        a("Targets", "Target=First."),
        a("Targets", "Target ID=T2; Target=Second; Status=Met"),
        a("Targets", "Target ID=T3; Target=Third"),
    )
    assert [target.target for target in plan(*rows).targets] == ["First", "Third"]


def test_no_other_pupils_target_is_told() -> None:
    rows = (
        a("Pupils"), a("Pupils", "Pupil ID=000002"),
        a("Cases"), a("Cases", "Case ID=C2; Pupil ID=000002"),
        a("Targets"), a("Targets", "Target ID=T2; Case ID=C2; Target=HERS"),
    )  # fmt: skip
    assert [target.target for target in plan(*rows).targets] == ["Finish one piece of work"]


# -- days ------------------------------------------------------------------------------------------------

DAYS = {
    "Review by=2026-12-04": ("Friday 4 December 2026", False),
    "Review by=2026-11-23": ("Monday 23 November 2026", False),
    "Review by=2026-11-20": ("", True),
    "Review by=": ("", False),
    "Review by=after half term": ("", False),
}


@pytest.mark.parametrize("cells", DAYS)
def test_a_target_says_when_it_is_looked_at_or_that_no_day_is_set_or_that_it_has_come(cells: str) -> None:
    (target,) = plan(a("Targets", cells)).targets
    assert (target.review_by, target.is_time) == DAYS[cells]


SET = {"Set on=2026-09-14": "Monday 14 September 2026", "Set on=": "", "Set on=2026-12-01": ""}


@pytest.mark.parametrize("cells", SET)
def test_the_day_it_was_agreed_is_told_unless_it_cannot_be(cells: str) -> None:
    (target,) = plan(a("Targets", cells)).targets
    assert target.set_on == SET[cells]


# -- what helps, and who does what -------------------------------------------------------------------------


def test_every_approach_that_is_shipped_is_told_in_words_of_its_own() -> None:
    assert set(IN_WORDS) == set(APPROACHES)
    assert len(set(IN_WORDS.values())) == len(IN_WORDS)
    assert not any(words.endswith(".") for words in IN_WORDS.values())


def test_an_approach_that_a_school_added_is_told_as_typed_and_a_blank_one_not_at_all() -> None:
    assert approach_in_words("Forest school") == "Forest school"
    assert approach_in_words(None) == ""


def test_help_that_is_needed_is_told_to_staff_once() -> None:
    rows = (
        a("Targets", "Help needed=A quiet table."),
        a("Targets", "Target ID=T2; Help needed=A quiet table"),
        a("Targets", "Target ID=T3; Help needed="),
    )
    assert plan(*rows, audience=Audience.TEACHER).help_from_staff == ("A quiet table",)


OFTEN = {
    "Weekly": "once a week", "Twice a week": "twice a week", "Fortnightly": "every two weeks",
    "Half-termly": "once each half term", "As needed": "when it helps", "": "",
}  # fmt: skip


@pytest.mark.parametrize("frequency", OFTEN)
def test_how_often_they_meet_is_told_in_words(frequency: str) -> None:
    told = plan(a("Targets"), a("Cases", f"Frequency={frequency}"))
    assert (told.mentor, told.how_often) == ("Mrs Kathleen Salt", OFTEN[frequency])


def test_a_mentor_who_has_left_is_not_named() -> None:
    staff = (a("Staff", "Left on=2026-10-23"), a("Staff", "Staff code=RTW; Surname=Tweddle"))
    assert plan(a("Targets"), *staff).mentor == ""


def test_a_pupil_is_given_no_day_to_answer_by() -> None:
    assert plan(a("Targets")).reply_by == "Tuesday 1 December 2026"
    assert plan(a("Targets"), audience=Audience.PUPIL).reply_by == ""


def test_the_low_demand_profile_reaches_what_the_pupil_reads() -> None:
    pupil = a("Pupils", "Low-demand approach=Yes")
    assert plan(a("Targets"), pupil, audience=Audience.PUPIL).low_demand
    assert not plan(a("Targets"), audience=Audience.PUPIL).low_demand
