"""The tables of rules, as tables."""

from dataclasses import replace
from typing import get_args

import pytest
from deadlines.a_school import PUPIL, D, dues_of, of_rule

from mentor_xl import look, vocabulary
from mentor_xl.casebook import SHEETS
from mentor_xl.deadlines import NOT_COMPUTED, RULES, STATES, DeadlineRule, rules_in_force
from mentor_xl.deadlines.diary import attributes_used
from mentor_xl.records import columns_of
from mentor_xl.school_calendar import SchoolCalendar
from mentor_xl.vocabulary import Nation

HEADINGS = {
    (record.sheet_name, column.heading) for record in SHEETS.values() for column in columns_of(record)
}


@pytest.mark.parametrize(
    ("slug", "reference", "amount", "unit", "strength"),
    [
        ("mentoring-review", "MENTORING-REVIEW", 6, "school weeks", "soft"),
        ("target-review", "TARGET-REVIEW", 0, "fixed date", "soft"),
        ("consent-review", "CONSENT-REVIEW", 12, "months", "soft"),
        ("follow-up", "FOLLOW-UP", 6, "weeks", "soft"),
        ("follow-up-term", "FOLLOW-UP", 1, "terms", "soft"),
        ("agency-chase", "AGENCY-CHASE", 10, "working days", "soft"),
        ("ehcp-annual-review", "EHCP-AR", 12, "months", "hard"),
        ("ehcp-meeting", "EHCP-AR-M", 28, "calendar days", "hard"),
        ("ehcp-invitation", "EHCP-INV", 14, "calendar days", "hard"),
        ("ehcp-report", "EHCP-RPT", 14, "calendar days", "hard"),
        ("pep-start", "PEP-INIT", 10, "working days", "hard"),
        ("pep-ready", "PEP-READY", 20, "working days", "hard"),
        ("pep-termly", "PEP-TERM", 1, "terms", "hard"),
    ],
)
def test_a_rule_is_the_reference_s(slug: str, reference: str, amount: int, unit: str, strength: str) -> None:
    (rule,) = [one for one in RULES if one.slug == slug]
    assert (rule.reference, rule.amount, rule.unit, rule.strength) == (reference, amount, unit, strength)


def test_slugs_and_names_are_each_a_rule_s_own() -> None:
    assert len({rule.slug for rule in RULES}) == len(RULES)
    assert len({rule.name.casefold() for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_rule_counts_from_columns_that_exist_and_says_where_it_comes_from(rule: DeadlineRule) -> None:
    assert rule.uses
    assert set(rule.uses) <= HEADINGS
    sheets = {sheet for sheet, _ in rule.uses}
    assert sum(len(attributes_used(rule, sheet)) for sheet in sheets) == len(rule.uses)
    assert rule.source
    assert rule.strength == "soft" or not rule.check_locally


@pytest.mark.parametrize("nation", get_args(get_args(vocabulary.Nation)[0]))
def test_english_law_runs_in_england_only_and_every_nation_reviews_its_own_plan(nation: Nation) -> None:
    slugs = {rule.slug for rule in rules_in_force(SchoolCalendar.from_periods((), nation))}
    plans = {
        "England": "ehcp-annual-review",
        "Wales": "idp-review",
        "Scotland": "csp-review",
        "Northern Ireland": "statement-review",
    }
    assert slugs & set(plans.values()) == {plans[nation]}
    assert any(slug.startswith(("ehcp", "pep")) for slug in slugs) == (nation == "England")
    assert {"mentoring-review", "agency-chase", "consent-review"} <= slugs


def test_wales_reviews_a_plan_within_12_months_starting_with_the_day_it_was_given() -> None:
    text = """
    # Settings
    | Setting | Value |
    | Nation  | Wales |
    # Pupils
    | Pupil ID | Legal surname | Legal forename | Date of birth | EHCP issued |
    | 000001   | Aske          | Rowan          | 2013-05-05    | 2025-11-30  |
    """
    (due,) = dues_of(text, D(2026, 11, 2))
    assert (due.rule, due.legal_last_day, due.act_by) == ("idp-review", D(2026, 11, 29), D(2026, 11, 26))


def test_a_school_s_own_rule_replaces_the_shipped_one() -> None:
    (shipped,) = [one for one in RULES if one.slug == "mentoring-review"]
    case = """
    # Cases
    | Case ID | Pupil ID | Mentor | Status | Started on |
    | C1      | 000001   | KSA    | Active | 2026-09-14 |
    """
    dues = dues_of(PUPIL + case, D(2026, 9, 21), overrides=(replace(shipped, amount=4),))
    assert [due.act_by for due in of_rule(dues, "mentoring-review")] == [D(2026, 10, 16)]


def test_the_meeting_and_the_invitations_follow_the_school_s_own_rule_for_the_review() -> None:
    (shipped,) = [one for one in RULES if one.slug == "ehcp-annual-review"]
    (meeting,) = [one for one in RULES if one.slug == "ehcp-meeting"]
    own = (replace(shipped, amount=6), replace(meeting, amount=35))
    text = """
    # Pupils
    | Pupil ID | Legal surname | Legal forename | Date of birth | SEN | EHCP issued |
    | 000001   | Aske          | Rowan          | 2013-05-05    | E   | 2026-06-09  |
    """
    dues = dues_of(text, D(2026, 9, 21), overrides=own)
    days = {due.rule: due.legal_last_day for due in dues}
    assert days["ehcp-annual-review"] == D(2026, 12, 8)
    assert days["ehcp-meeting"] == D(2026, 11, 3)
    assert days["ehcp-invitation"] == D(2026, 10, 20)


def test_every_state_has_its_look() -> None:
    assert [state for state in look.STATES if state in STATES] == list(STATES)


def test_what_is_not_computed_is_said_once_and_why() -> None:
    references = [one.reference for one in NOT_COMPUTED]
    assert len(set(references)) == len(references)
    assert not set(references) & {rule.reference for rule in RULES}
    assert all(one.name and one.why and one.source for one in NOT_COMPUTED)


def test_every_kind_of_review_but_the_transition_review_has_its_rule() -> None:
    kinds = set(get_args(get_args(vocabulary.ReviewKind)[0]))
    assert kinds - {rule.review for rule in RULES} == {"Transition review"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_number_without_a_source_is_no_law(rule: DeadlineRule) -> None:
    if "no source read yet" in rule.source or rule.source.startswith(("Good practice", "Local")):
        assert rule.strength == "soft" or rule.is_authority_clock
    assert rule.check_locally or "no source read yet" not in rule.source.casefold()
