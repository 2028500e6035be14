"""Children in need and early help: local numbers, first and next reviews, and what ends them."""

import pytest
from deadlines.a_school import D, dues_of
from deadlines.the_cases import event, reviews

TODAY = D(2026, 11, 23)


def pupil(status: str) -> str:
    return (
        "\n# Pupils\n| Pupil ID | Legal surname | Legal forename | Date of birth | Social care status |\n"
        f"| 000001 | Aske | Rowan | 2013-05-05 | {status} |\n"
    )


@pytest.mark.parametrize(
    ("status", "kind", "held", "states"),
    [
        ("Child in need", "Child in need", (), {"in-need-planning": "chase"}),
        ("", "Child in need", (), {"in-need-planning": "chase"}),
        (
            "Child in need",
            "Child in need",
            ("2026-09-18",),
            {"in-need-planning": "held", "in-need-review": "due soon"},
        ),
        ("Early help", "Child in need", ("2026-09-18",), {"in-need-planning": "held"}),
        ("None", "Child in need", (), {}),
        (
            "Early help",
            "Early help",
            (),
            {"early-help-first": "overdue", "early-help-again": "needs calendar"},
        ),
        (
            "Early help",
            "Early help",
            ("2026-10-19",),
            {
                "early-help-first": "held",
                "early-help-review": "due soon",
                "early-help-again": "needs calendar",
            },
        ),
        ("Child in need", "Early help", (), {}),
    ],
)
def test_the_first_review_is_followed_by_the_next_while_it_goes_on(
    status: str, kind: str, held: tuple[str, ...], states: dict[str, str]
) -> None:
    begun = {"Child in need": "Child in need plan started", "Early help": "Early help started"}[kind]
    text = pupil(status) + event(f"{begun} | 2026-09-07 | |")
    text += reviews(*(f"{kind} review | | {day}" for day in held)) if held else ""
    dues = dues_of(text, TODAY)
    assert {due.rule: due.state for due in reversed(dues)} == states
    assert {due.strength for due in dues} <= {"soft"}


def test_what_has_ended_on_events_is_over() -> None:
    text = pupil("Early help") + event("Early help started | 2026-09-07 | 2026-11-20 |")
    assert dues_of(text, TODAY) == []


def test_a_review_from_before_the_plan_is_another_plan_s() -> None:
    text = pupil("Child in need") + event("Child in need plan started | 2026-11-09 | |")
    text += reviews("Child in need review | | 2026-11-06")
    assert [(due.rule, due.state) for due in dues_of(text, TODAY)] == [("in-need-planning", "due soon")]
