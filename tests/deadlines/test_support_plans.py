"""SEN support, medical plans and passports."""

import datetime as dt

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only
from deadlines.the_cases import event, pupil, reviews

TODAY = D(2026, 11, 23)


@pytest.mark.parametrize(
    ("status", "held", "states"),
    [
        ("K", (), []),  # a school that keeps none here is not asked for the first
        ("K", ("2026-09-24",), ["planned", "held"]),
        ("K", ("2026-11-24",), []),  # held tomorrow: a slip
        ("N", ("2026-09-24",), []),
        ("E", ("2026-09-24",), []),
        ("Sort of", ("2026-09-24",), ["needs a date"]),
    ],
)
def test_sen_support_is_reviewed_once_a_term_from_the_last_review(
    status: str, held: tuple[str, ...], states: list[str]
) -> None:
    text = pupil(SEN=status) + reviews(*(f"SEN support review | | {day}" for day in held)) if held else ""
    text = text or pupil(SEN=status)
    assert [due.state for due in of_rule(dues_of(text, TODAY), "sen-support-review")] == states


@pytest.mark.parametrize(
    ("has_plan", "agreed", "held", "anchor"),
    [
        ("Yes", "2026-01-12", "", D(2026, 1, 12)),
        ("", "2026-01-12", "", D(2026, 1, 12)),
        ("Yes", "2026-01-12", "2026-06-15", D(2026, 6, 15)),
        ("Yes", "", "2026-06-15", D(2026, 6, 15)),
        ("Yes", "2026-09-14", "2026-06-15", D(2026, 9, 14)),  # agreed anew after the review
        ("No", "2026-01-12", "", None),
        ("", "", "2026-06-15", None),
    ],
)
def test_a_medical_plan_is_reviewed_within_12_months_of_the_last_look_at_it(
    has_plan: str, agreed: str, held: str, anchor: dt.date | None
) -> None:
    text = pupil(Medical_plan=has_plan) + reviews(f"Medical plan review | | {held}")
    text += event(f"Medical plan agreed | {agreed} | |") if agreed else ""
    dues = [due for due in of_rule(dues_of(text, TODAY), "medical-plan-review") if due.state != "held"]
    assert [due.counted_from for due in dues] == ([anchor] if anchor else [])


def test_a_medical_plan_of_no_known_day_says_where_to_look() -> None:
    due = the_only(dues_of(pupil(Medical_plan="Yes"), TODAY), "medical-plan-review")
    assert (due.state, str(due.wanted)) == ("needs a date", "Pupils!J2")
    assert "Events has no “Medical plan agreed” of this pupil" in due.why


def passports(*rows: str) -> str:
    lines = "\n".join(f"| 000001 | {row} |" for row in rows)
    return f"\n# Passports\n| Pupil ID | Version date | Review by |\n{lines}\n"


@pytest.mark.parametrize(
    ("versions", "held", "act_by"),
    [
        (("2026-09-28 |",), "", D(2027, 3, 25)),
        (("2026-09-28 | 2026-12-11",), "", D(2026, 12, 11)),
        (("2026-09-28 | 2026-12-11",), "2026-11-20", D(2027, 3, 25)),  # looked at before its day
        (("2026-09-28 |", "2026-11-09 | 2027-01-11"), "", D(2027, 1, 11)),  # the latest version counts
        (("2026-09-28 | 2026-12-11",), "2026-09-01", D(2026, 12, 11)),  # a look at an older version
    ],
)
def test_a_passport_is_looked_at_by_its_own_day_else_once_a_term(
    versions: tuple[str, ...], held: str, act_by: dt.date
) -> None:
    text = pupil() + passports(*versions) + reviews(f"Passport review | | {held}")
    dues = [due for due in of_rule(dues_of(text, TODAY), "passport-review") if due.state != "held"]
    assert [due.act_by for due in dues] == [act_by]


@pytest.mark.parametrize(
    ("version", "cell"),
    [("| ", "Passports!B2"), ("autumn |", "Passports!B2"), ("2026-09-28 | spring", "Passports!C2")],
)
def test_a_passport_without_a_date_says_which_cell_to_look_at(version: str, cell: str) -> None:
    due = the_only(dues_of(pupil() + passports(version), TODAY), "passport-review")
    assert (due.state, str(due.wanted)) == ("needs a date", cell)
