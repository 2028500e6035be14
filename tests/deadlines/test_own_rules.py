"""The school's own rules on the *Rules* sheet."""

import datetime as dt

import pytest
from deadlines.a_school import CALENDAR, PUPIL, D, casebook_of, dues_of, of_rule
from deadlines.the_cases import CASES, pupil

from mentor_xl.deadlines import RULES, DeadlineRule, due_dates, overrides_from, rules_in_force
from mentor_xl.deadlines.own_rules import how_weakened, why_not
from mentor_xl.school_calendar import SchoolCalendar

TODAY = D(2026, 9, 21)
CASE = (
    PUPIL
    + CASES["mentoring-review"].partition("# Cases")[1]
    + (CASES["mentoring-review"].partition("# Cases")[2].replace("{d}", "2026-09-14"))
)
HEADINGS = "| Rule | On | Within | Unit | Strength | Warn within | Source |"


def rules(*rows: str) -> str:
    lines = "\n".join(f"| {row} |" for row in rows)
    return f"\n# Rules\n{HEADINGS}\n{lines}\n"


def overridden(row: str) -> DeadlineRule:
    (found,) = overrides_from(casebook_of(rules(row)).rules)
    return found


@pytest.mark.parametrize(
    ("row", "act_by"),
    [
        ("Mentoring review | | 4 | school weeks | | |", D(2026, 10, 16)),
        ("mentoring review | Yes | 4 | school weeks | | |", D(2026, 10, 16)),
        ("mentoring-review | | 4 | school weeks | | |", D(2026, 10, 16)),
        ("MENTORING-REVIEW | | 4 | school weeks | | |", D(2026, 10, 16)),
        ("Mentoring review | | 4 | | | |", D(2026, 10, 16)),  # a blank unit keeps the shipped one
        ("Mentoring review | | 4 | weeks | | |", D(2026, 10, 12)),
        ("Mentoring review | | 2 | months | | |", D(2026, 11, 13)),
        ("Mentoring review | | | | | |", D(2026, 11, 6)),
        ("Mentoring review | | | weeks | | |", D(2026, 11, 6)),  # six weeks of what? the shipped rule holds
        ("Mentoring review | | 0 | weeks | | |", D(2026, 11, 6)),
        ("Mentoring review | | -6 | weeks | | |", D(2026, 11, 6)),
        ("Mentoring review | | 99999 | months | | |", D(2026, 11, 6)),
        ("Mentoring review | | 6 | fixed date | | |", D(2026, 11, 6)),
        ("A walk in the park | | 4 | weeks | | |", D(2026, 11, 6)),
    ],
)
def test_a_row_of_the_rules_sheet_changes_the_shipped_rule(row: str, act_by: dt.date) -> None:
    dues = of_rule(dues_of(CASE + rules(row), TODAY), "mentoring-review")
    assert [due.act_by for due in dues] == [act_by]


def test_no_switches_a_rule_off() -> None:
    assert of_rule(dues_of(CASE + rules("Mentoring review | No | | | | |"), TODAY), "mentoring-review") == []
    own = overrides_from(casebook_of(rules("Mentoring review | No | | | | |")).rules)
    england = SchoolCalendar.from_periods((), "England")
    assert {rule.slug for rule in RULES} - {rule.slug for rule in rules_in_force(england, own)} >= {
        "mentoring-review"
    }


def test_a_reference_names_all_of_its_rules() -> None:
    own = overrides_from(casebook_of(rules("SUS-D6 | No | | | | |")).rules)
    assert {rule.slug: rule.is_on for rule in own} == {"suspension-day-6": False, "exclusion-day-6": False}


def test_strength_warning_and_source_are_the_school_s_own() -> None:
    rule = overridden("Mentoring review | | | | Hard | 3 | Mentoring policy, page 3")
    assert (rule.amount, rule.unit) == (6, "school weeks")
    assert (rule.strength, rule.warn_within, rule.source) == ("hard", 3, "Mentoring policy, page 3")
    assert not rule.check_locally


def test_what_is_not_typed_is_as_shipped() -> None:
    (shipped,) = [rule for rule in RULES if rule.slug == "part-time-review"]
    assert overridden("Part-time timetable review | | | | | |") == shipped


def test_a_hard_rule_made_soft_has_no_legal_day() -> None:
    text = pupil(SEN="E", EHCP_issued="2025-12-09")
    text += rules("Annual review of EHC plan | | | | Soft | |")
    (due,) = of_rule(dues_of(text, TODAY), "ehcp-annual-review")
    assert (due.strength, due.legal_last_day, due.act_by) == ("soft", None, D(2026, 12, 9))


def test_the_chain_follows_a_rule_that_is_switched_off_too() -> None:
    text = pupil(SEN="E", EHCP_issued="2026-06-09")
    text += rules("Annual review of EHC plan | No | 6 | months | | |")
    dues = {due.rule: due.legal_last_day for due in dues_of(text, TODAY)}
    assert "ehcp-annual-review" not in dues
    assert dues["ehcp-meeting"] == D(2026, 11, 10)


def test_rules_given_by_the_caller_stand_in_place_of_the_sheet_s() -> None:
    casebook = casebook_of(CASE + rules("Mentoring review | | 4 | school weeks | | |"), CALENDAR)
    year = SchoolCalendar.from_periods(casebook.calendar, "England")
    days = [
        [due.act_by for due in of_rule(due_dates(casebook, year, TODAY, own), "mentoring-review")]
        for own in (None, ())
    ]
    assert days == [[D(2026, 10, 16)], [D(2026, 11, 6)]]


@pytest.mark.parametrize("slug", [rule.slug for rule in RULES])
@pytest.mark.parametrize("unit", ["terms", "school weeks", "fixed date", "months", "calendar days"])
def test_no_unit_that_a_school_can_choose_breaks_a_rule(slug: str, unit: str) -> None:
    row = f"{slug} | | 2 | {unit} | | |"
    text = CASES[slug].replace("{d}", "2026-09-14").replace("{before}", "2026-09-07")
    assert isinstance(dues_of(text + rules(row), TODAY), list)


@pytest.mark.parametrize(
    ("row", "is_possible"),
    [
        ("EHC plan review invitation | | 3 | weeks | | |", True),
        ("EHC plan review invitation | | 2 | school weeks | | |", False),
        ("Target review | | 2 | weeks | | |", False),
        ("Education from the sixth day of a suspension | | 5 | school days | | |", True),
        ("Education from the sixth day of a suspension | | 1 | weeks | | |", False),
        ("Mentoring review | | 6 | fixed date | | |", False),
        ("Mentoring review | | 731 | calendar days | | |", False),
        ("Mentoring review | | 730 | calendar days | | |", True),
        ("Mentoring review | | 24 | months | | |", True),
    ],
)
def test_what_makes_no_sense_is_said(row: str, *, is_possible: bool) -> None:
    (typed,) = casebook_of(rules(row)).rules
    (shipped,) = [rule for rule in RULES if rule.name == typed.rule]
    assert (why_not(typed, shipped) is None) == is_possible


@pytest.mark.parametrize(
    ("row", "is_weaker"),
    [
        ("Annual review of EHC plan | | 11 | months | | |", False),
        ("Annual review of EHC plan | | 50 | weeks | | |", False),
        ("Annual review of EHC plan | | 13 | months | | |", True),
        ("Annual review of EHC plan | | | | Soft | |", True),
        ("Annual review of EHC plan | No | | | | |", True),
        ("EHC plan review invitation | | 3 | weeks | | |", False),  # longer notice is stricter
        ("EHC plan review invitation | | 1 | weeks | | |", True),
        ("Mentoring review | No | 12 | school weeks | | |", False),  # good practice is the school's
    ],
)
def test_more_time_than_the_law_gives_is_said(row: str, *, is_weaker: bool) -> None:
    (typed,) = casebook_of(rules(row)).rules
    (shipped,) = [rule for rule in RULES if rule.name == typed.rule]
    assert (how_weakened(typed, shipped) is not None) == is_weaker
