"""Which questions are asked in which nation and school year."""

import datetime as dt
from dataclasses import replace

import pytest

from mentor_xl.checks import CHECKS, RULE_SETS, rule_set
from mentor_xl.checks import rule_sets as table
from mentor_xl.examine import examine
from mentor_xl.explanations import explanations
from mentor_xl.vocabulary import LISTS
from mentor_xl.workbook.grid import MarkdownGrid


def test_every_nation_has_a_set() -> None:
    assert {rules.nation for rules in RULE_SETS} == set(LISTS["Nation"])


def test_a_set_leaves_out_only_questions_that_there_are_and_says_why() -> None:
    for rules in RULE_SETS:
        assert set(rules.left_out) <= set(CHECKS)
        assert all(rules.left_out.values())


def test_england_asks_everything_but_about_the_years_of_scotland() -> None:
    england = rule_set("England", dt.date(2026, 11, 23))
    assert [code for code in CHECKS if not england.asks(code)] == ["scottish-year-differs"]


@pytest.mark.parametrize(
    ("nation", "code", "is_asked"),
    [
        ("England", "sen-type-missing", True),
        ("Wales", "sen-type-missing", False),
        ("Wales", "upn-check-letter", True),
        ("Scotland", "upn-check-letter", False),
        ("Scotland", "year-group-differs", False),
        ("Scotland", "scottish-year-differs", True),
        ("Northern Ireland", "scottish-year-differs", False),
        ("Northern Ireland", "suspended-too-long", False),
        ("Northern Ireland", "no-contact-for-letters", True),
    ],
)
def test_a_nation_leaves_out_what_its_law_does_not_know(nation: str, code: str, is_asked: bool) -> None:
    assert rule_set(nation, dt.date(2026, 11, 23)).asks(code) is is_asked  # type: ignore[arg-type]


def test_a_set_holds_until_a_later_one_of_its_nation_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    later = replace(RULE_SETS[0], from_year=2028, left_out={"upn-missing": "abolished"})
    monkeypatch.setattr(table, "RULE_SETS", (*RULE_SETS, later))
    assert rule_set("England", dt.date(2028, 8, 31)).asks("upn-missing")
    assert not rule_set("England", dt.date(2028, 9, 1)).asks("upn-missing")
    assert rule_set("England", dt.date(2020, 1, 1)).name == "England 2026-27"


def test_the_scottish_year_begins_in_august(monkeypatch: pytest.MonkeyPatch) -> None:
    later = replace(RULE_SETS[2], from_year=2027)
    monkeypatch.setattr(table, "RULE_SETS", (*RULE_SETS, later))
    assert rule_set("Scotland", dt.date(2027, 7, 31)).from_year == 2026
    assert rule_set("Scotland", dt.date(2027, 8, 1)).from_year == 2027


@pytest.mark.parametrize(("nation", "is_asked"), [("England", True), ("Scotland", False)])
def test_the_whole_examination_goes_by_the_schools_nation(nation: str, is_asked: bool) -> None:
    book = f"""
        # Settings
        | Setting | Value |
        | School name | Wrenfield Academy |
        | Nation | {nation} |
        # Pupils
        | Pupil ID | Surname | Forename | DOB | UPN |
        | '004511 | Khan | Amina | 2014-02-11 | |
    """
    problems = examine(MarkdownGrid(book), dt.date(2026, 11, 23)).problems
    assert any(problem.code == "upn-missing" for problem in problems) is is_asked


def test_explaining_a_question_says_where_it_is_not_asked() -> None:
    lines = explanations()["upn-missing"]
    assert "Not asked in Scotland 2026-27: pupils have no unique pupil number here." in lines
