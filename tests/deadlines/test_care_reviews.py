"""Looked-after reviews, which the authority calls, and the education plan after a move."""

import pytest
from deadlines.a_school import D, dues_of, of_rule, the_only
from deadlines.the_cases import event, pupil, reviews

TODAY = D(2026, 11, 23)
SLUGS = ("care-review-first", "care-review-second", "care-review")


def in_care(came: str = "2026-09-07", *held: str) -> str:
    text = pupil(Looked_after="Looked after", Came_into_care=came)
    rows = [f"Looked-after review | | {day}" for day in held]
    return text + (reviews(*rows) if rows else "")


@pytest.mark.parametrize(
    ("came", "held", "states"),
    [
        ("2026-11-09", (), ("due soon", None, None)),
        ("2026-09-07", (), ("chase", None, None)),
        ("2026-09-07", ("2026-09-30",), ("held", "planned", None)),
        ("2026-09-07", ("2026-09-30", "2026-11-18"), ("held", "held", "planned")),
        ("2025-11-10", ("2026-11-02",), (None, None, "planned")),  # the earlier ones were not written down
        ("2025-11-10", ("2026-04-13", "2026-11-02"), (None, None, "planned")),
        ("2024-11-10", ("2026-04-13",), (None, None, "chase")),
        ("2024-11-10", (), (None, None, "needs a date")),
    ],
)
def test_reviews_follow_each_other_first_second_and_later(
    came: str, held: tuple[str, ...], states: tuple[str | None, ...]
) -> None:
    dues = [due for due in dues_of(in_care(came, *held), TODAY) if due.rule in SLUGS]
    found = {due.rule: due.state for due in reversed(dues)}  # the open one wins over what was held
    assert tuple(found.get(slug) for slug in SLUGS) == states


@pytest.mark.parametrize(
    ("came", "held", "slug", "legal", "act_by"),
    [
        ("2026-09-07", ("2026-09-30",), "care-review-second", D(2026, 12, 29), D(2026, 12, 18)),
        ("2026-09-07", ("2026-09-30", "2026-11-18"), "care-review", None, D(2027, 5, 18)),
        ("2025-11-10", ("2026-11-02",), "care-review", None, D(2027, 4, 30)),  # 2 May 2027 is a Sunday
    ],
)
def test_each_review_is_counted_from_the_one_before(
    came: str, held: tuple[str, ...], slug: str, legal: object, act_by: object
) -> None:
    dues = [due for due in of_rule(dues_of(in_care(came, *held), TODAY), slug) if due.state != "held"]
    assert [(due.legal_last_day, due.act_by) for due in dues] == [(legal, act_by)]


@pytest.mark.parametrize("status", ["No", "Previously looked after", ""])
def test_only_a_pupil_in_care_has_them(status: str) -> None:
    text = pupil(Looked_after=status, Came_into_care="2026-09-07") + event(
        "Change of placement | 2026-11-02 | |"
    )
    assert {due.rule for due in dues_of(text, TODAY)}.isdisjoint({*SLUGS, "pep-after-move"})


def test_the_event_of_coming_into_care_stands_in_where_pupils_is_blank() -> None:
    text = pupil(Looked_after="Looked after") + event("Came into care | 2026-11-09 | |")
    assert the_only(dues_of(text, TODAY), "care-review-first").legal_last_day == D(2026, 12, 7)
    assert the_only(dues_of(text, TODAY), "pep-start").legal_last_day == D(2026, 11, 23)


def test_a_missing_day_is_asked_for_once() -> None:
    dues = dues_of(pupil(Looked_after="Looked after"), TODAY)
    assert [due.rule for due in dues if due.rule in SLUGS] == ["care-review-first"]


@pytest.mark.parametrize(
    ("came", "moved", "held", "states"),
    [
        ("2024-01-08", "2026-11-02", "", ["due soon"]),
        ("2024-01-08", "2026-09-07", "", ["overdue"]),
        ("2024-01-08", "2026-09-07", "2026-09-24", ["held"]),
        ("2026-11-02", "2026-11-02", "", []),  # the first placement: the first plan is counted already
    ],
)
def test_the_education_plan_is_looked_at_again_after_a_move(
    came: str, moved: str, held: str, states: list[str]
) -> None:
    text = pupil(Looked_after="Looked after", Came_into_care=came)
    text += event(f"Change of placement | {moved} | |")
    text += reviews(f"Personal education plan | | {held}")
    assert [due.state for due in of_rule(dues_of(text, TODAY), "pep-after-move")] == states
