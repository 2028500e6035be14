"""Which outcomes staff are told, and which reviews are not theirs to know of."""

from typing import get_args

import pytest
from a_caseload import Row, a, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.review_invitation import NOT_OURS
from mentor_xl.letters.review_outcome_staff import NOT_FOR_STAFF, StaffReviewOutcome
from mentor_xl.vocabulary import ReviewKind

PAGE = ["teacher Pupils!2"]
HELD = "Booked for=; Held on=2026-11-16; Outcome=Going well"


def found(cells: str = "", *, asked: bool = False) -> list[str]:
    return outcome(made("review-outcome-staff", a("Reviews", f"{HELD}; {cells}"), asked=asked))


def page(*rows: Row) -> StaffReviewOutcome:
    context = the_document(made("review-outcome-staff", *rows), Audience.TEACHER).context
    assert isinstance(context, StaffReviewOutcome)
    return context


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["review-outcome-staff"].is_on_request


MOMENTS = {
    "": (PAGE, PAGE),
    "Held on=2026-10-06": (PAGE, PAGE),
    "Held on=2026-09-10": ([], PAGE),
    "Held on=2026-11-24": ([], ["no-outcome"]),
    "Outcome=": ([], ["no-outcome"]),
    "Review=CP conf": (["unread-review"], ["unread-review"]),
}


@pytest.mark.parametrize("cells", MOMENTS)
def test_an_outcome_is_told_for_thirty_school_days_or_to_a_person_who_asks(cells: str) -> None:
    assert (found(cells), found(cells, asked=True)) == MOMENTS[cells]


def kinds_of_review() -> tuple[str, ...]:
    return get_args(get_args(ReviewKind)[0])


@pytest.mark.parametrize("kind", kinds_of_review())
def test_a_review_whose_name_tells_of_care_or_health_is_not_for_all_staff(kind: str) -> None:
    expected = PAGE
    if kind in NOT_OURS:
        expected = []
    elif kind in NOT_FOR_STAFF:
        expected = ["not-for-staff"]
    assert found(f"Review={kind}") == expected


def test_among_staff_a_review_goes_by_its_own_name() -> None:
    assert page(a("Reviews", f"{HELD}; Review=Reintegration meeting")).review.name == "Reintegration meeting"


TARGETS = {
    "Review by=2026-12-04": ["4 December 2026"],
    "Review by=2026-11-20": ["at the next meeting"],
    "Review by=": [""],
    "Status=Partly met; Review by=2026-12-04": ["4 December 2026"],
    "Status=Met": [],
    "Status=Not met": [],
    "Target=": [],
}


@pytest.mark.parametrize("cells", TARGETS)
def test_only_targets_that_go_on_are_told_and_no_day_that_has_passed(cells: str) -> None:
    told = page(a("Reviews", HELD), a("Targets", cells)).targets
    assert [target.review_by for target in told] == TARGETS[cells]
