"""What a bad cell holds up: only what counts from that row, in this school."""

from collections.abc import Iterable

import pytest
from checks.example_workbook import TODAY, grid_of, sheets_with

from mentor_xl import examine as looked_at
from mentor_xl.deadlines import RULES
from mentor_xl.examine import examine
from mentor_xl.problems import Problem


def _problems(rows: Iterable[str]) -> tuple[Problem, ...]:
    return examine(grid_of(sheets_with(rows)), TODAY).problems


def _blocks(rows: Iterable[str], sheet: str) -> set[str]:
    return {name for p in _problems(rows) if p.place.sheet == sheet for name in p.blocks}


def _slugs(blocks: set[str]) -> set[str]:
    return blocks & {rule.slug for rule in RULES}


def test_a_mentoring_review_holds_up_no_review_of_another_kind() -> None:
    blocks = _slugs(_blocks(["Reviews: Held on=soon"], "Reviews"))
    assert blocks == {"mentoring-review"}


def test_a_review_whose_kind_nobody_can_read_holds_up_every_review() -> None:
    blocks = _slugs(_blocks(["Reviews: Held on=soon, Review=Coffee morning"], "Reviews"))
    assert {"mentoring-review", "ehcp-annual-review", "pep-ready"} <= blocks


@pytest.mark.parametrize(
    ("event", "held_up", "not_held_up"),
    [
        ("Suspension", {"suspension-day-6", "reintegration"}, {"exclusion-day-6", "early-help-first"}),
        ("Early help started", {"early-help-first"}, {"suspension-day-6", "in-need-review"}),
    ],
)
def test_an_event_holds_up_what_is_counted_from_its_kind(
    event: str, held_up: set[str], not_held_up: set[str]
) -> None:
    blocks = _blocks([f"Events: Event={event}, Date=soon"], "Events")
    assert held_up <= blocks
    assert blocks.isdisjoint(not_held_up)


def test_core_groups_wait_for_a_conference_too() -> None:
    rows = ["Reviews: Review=Child protection conference, Held on=soon"]
    assert {"core-group", "protection-review"} <= _blocks(rows, "Reviews")


def test_a_rule_that_the_school_has_switched_off_waits_for_nothing() -> None:
    rows = ["Targets: Review by=soon"]
    assert "target-review" in _blocks(rows, "Targets")
    off = "Rules also: Rule=Target review, On=No, Within=, Unit=, Strength=, Warn within="
    assert "target-review" not in _blocks([*rows, off], "Targets")


def test_every_rule_that_counts_from_an_event_says_which() -> None:
    counting = {rule.slug for rule in RULES if ("Events", "Date") in rule.uses}
    assert counting == set(looked_at._EVENTS_OF)


@pytest.mark.parametrize("heading", ["Court restriction", "Send letters"])
def test_a_cell_that_says_nobody_knows_is_asked_about_once(heading: str) -> None:
    problems = [p for p in _problems([f"Contacts: {heading}=?"]) if p.place.heading == heading]
    assert [p.severity.value for p in problems] == ["query"]
