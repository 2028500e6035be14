"""When families are told what was agreed at a review, and what the letter tells."""

import datetime as dt
from typing import get_args

import pytest
from a_caseload import CALENDAR, TODAY, Row, a, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.letters.review_invitation import NOT_OURS
from mentor_xl.letters.review_outcome import ReviewOutcome
from mentor_xl.vocabulary import ReviewKind

D = dt.date
LETTER = ["parent Contacts!2"]
HELD = "Booked for=; Held on=2026-11-16; Outcome=Going well"


def told(cells: str, *, today: dt.date = TODAY, asked: bool = False, calendar: str = CALENDAR) -> list[str]:
    rows = (a("Reviews", f"{HELD}; {cells}"),)
    return outcome(made("review-outcome", *rows, today=today, asked=asked, calendar=calendar))


def letter(*rows: Row) -> ReviewOutcome:
    context = the_document(made("review-outcome", *rows), Audience.PARENT).context
    assert isinstance(context, ReviewOutcome)
    return context


# The 30 school days up to 23 November 2026: 16 from 2 to 23 November, 14 back from 23 October to 6 October,
# without the closure that this calendar does not have.
MOMENTS = {
    "": LETTER,
    "Held on=2026-11-23": LETTER,
    "Held on=2026-11-24": [],
    "Held on=2026-10-06": LETTER,
    "Held on=2026-10-05": [],
    "Held on=2026-09-03": [],
    "Held on=2026-07-15": [],
    "Held on=": [],
    "Outcome=": [],
    "Outcome=; Actions=Do this": [],
}


@pytest.mark.parametrize("cells", MOMENTS)
def test_an_outcome_is_told_for_thirty_school_days(cells: str) -> None:
    assert told(cells) == MOMENTS[cells]


ASKED = {
    "Held on=2026-09-03": LETTER,
    "Held on=2025-03-03": LETTER,
    "Held on=2026-11-24": [],
    "Outcome=": [],
    "Review=Core group": [],
}


@pytest.mark.parametrize("cells", ASKED)
def test_a_person_may_ask_for_an_old_outcome_but_not_for_one_that_is_not_there(cells: str) -> None:
    assert told(cells, asked=True) == ASKED[cells]


SHORT = """
# Calendar
| From       | To         | Kind      | Name     |
| 2026-11-02 | 2026-12-18 | Half term | Autumn 2 |
"""


def test_where_the_calendar_cannot_say_how_long_ago_it_was_the_letter_waits() -> None:
    assert told("Held on=2026-10-20", calendar=SHORT) == ["needs-calendar"]
    assert told("Held on=2026-10-20", calendar="") == ["needs-calendar"]
    assert told("Held on=2026-10-20", calendar=SHORT, asked=True) == LETTER


def test_what_was_certainly_long_ago_needs_no_calendar_to_be_left_alone() -> None:
    assert told("Held on=2026-06-20", calendar="") == []
    # 34 school days of this half term have passed since, wherever the others lay.
    assert told("Held on=2026-10-20", calendar=SHORT, today=D(2026, 12, 17)) == []


@pytest.mark.parametrize("kind", get_args(get_args(ReviewKind)[0]))
def test_the_outcomes_of_social_cares_meetings_are_not_the_schools_to_tell(kind: str) -> None:
    assert told(f"Review={kind}") == ([] if kind in NOT_OURS else LETTER)


def test_a_review_of_a_kind_that_nobody_can_read_may_be_social_cares() -> None:
    assert told("Review=CP conf") == ["unread-review"]


# -- what it tells ------------------------------------------------------------------------------------------


def test_actions_are_told_one_by_one() -> None:
    cells = "Actions=RTW to join Art"
    assert letter(a("Reviews", f"{HELD}; {cells}")).review.actions == ("RTW to join Art",)
    assert letter(a("Reviews", HELD)).review.actions == ()


def test_the_next_review_is_the_next_of_its_kind_on_an_open_day() -> None:
    sen = f"{HELD}; Review=SEN support review"
    rows = (
        a("Reviews", sen),
        a("Reviews"),
        a("Reviews", "Review=SEN support review; Booked for=2026-11-27"),
        a("Reviews", "Review=SEN support review; Booked for=2026-12-08"),
        a("Reviews", "Review=SEN support review; Booked for=2026-12-10"),
    )
    assert letter(*rows).review.next_review == "Tuesday 8 December 2026"
    assert letter(rows[0], rows[1]).review.next_review == ""


def test_only_the_targets_of_this_pupils_case_are_told() -> None:
    rows = (
        a("Pupils"), a("Pupils", "Pupil ID=000002"),
        a("Cases"), a("Cases", "Case ID=C2; Pupil ID=000002"),
        a("Targets"), a("Targets", "Target ID=T2; Case ID=C2; Target=HERS"),
        a("Reviews", HELD),
    )  # fmt: skip
    assert [line.target for line in letter(*rows).targets] == ["Finish one piece of work"]


SCORES = {
    "Score=1": (1, "More than hoped"),
    "Score=": (None, "Not scored yet"),
    "Score=5": (None, "Not scored yet"),
}


@pytest.mark.parametrize("cells", SCORES)
def test_a_target_is_told_with_its_score_in_words_and_never_with_one_off_the_scale(cells: str) -> None:
    (line,) = letter(a("Reviews", HELD), a("Targets", cells)).targets
    assert (line.score, line.score_words) == SCORES[cells]
