"""What counts as good news, for how long, and that nothing else is in the letter."""

import pytest
from a_caseload import Row, a, all_text, made, outcome, the_document

from mentor_xl.audience import Audience
from mentor_xl.documents import kinds
from mentor_xl.letters.good_news import GoodNews

LETTER = ["parent Contacts!2"]
REWARD = "Pupil ID=000001; Date=2026-11-19; For=Helping a new pupil.; Reward=Certificate"
MET = "Status=Met; Score=1; Scored on=2026-11-16; Baseline=BASELINE; Help needed=HELP"


def news(*rows: Row, asked: bool = False) -> GoodNews:
    context = the_document(made("good-news", *rows, asked=asked), Audience.PARENT).context
    assert isinstance(context, GoodNews)
    return context


def test_it_is_made_only_where_somebody_asks_for_the_kind() -> None:
    assert kinds()["good-news"].is_on_request


REWARDS = {
    "": (LETTER, LETTER),
    "Date=2026-11-23": (LETTER, LETTER),
    "Date=2026-11-09": (LETTER, LETTER),
    "Date=2026-11-08": ([], LETTER),
    "Date=2026-11-24": ([], ["no-good-news"]),
    "Date=": ([], ["no-good-news"]),
    "Date=last week": ([], ["no-good-news"]),
    "For=": ([], ["no-good-news"]),
    "Pupil ID=000002": ([], ["no-good-news"]),
}


@pytest.mark.parametrize("cells", REWARDS)
def test_a_reward_is_news_for_two_weeks_and_for_a_person_who_asks_longer(cells: str) -> None:
    rows = (a("Rewards", f"{REWARD}; {cells}"), a("Pupils"), a("Pupils", "Pupil ID=000002"))
    found = (outcome(made("good-news", *rows)), outcome(made("good-news", *rows, asked=True)))
    assert found == REWARDS[cells]


TARGETS = {
    "": (LETTER, LETTER),
    "Status=Partly met": ([], ["no-good-news"]),
    "Status=Open": ([], ["no-good-news"]),
    "Scored on=2026-10-19": ([], LETTER),
    "Scored on=": ([], LETTER),
    "Scored on=2026-12-01": ([], ["no-good-news"]),
}


@pytest.mark.parametrize("cells", TARGETS)
def test_a_target_that_was_met_is_news(cells: str) -> None:
    row = a("Targets", f"{MET}; {cells}")
    found = (outcome(made("good-news", row)), outcome(made("good-news", row, asked=True)))
    assert found == TARGETS[cells]


ATTENDANCE = {"100": "100%", "98.6": "98.6%", "97": "97%", "96.9": "", "105": "", "": "", "high": ""}


@pytest.mark.parametrize("percent", ATTENDANCE)
def test_high_attendance_is_told_and_any_other_is_not(percent: str) -> None:
    pupil = a("Pupils", f"Attendance %={percent}")
    assert news(a("Rewards", REWARD), pupil).attendance == ATTENDANCE[percent]
    asked = outcome(made("good-news", pupil, asked=True))
    assert asked == (LETTER if ATTENDANCE[percent] else ["no-good-news"])
    assert outcome(made("good-news", pupil)) == []


def test_it_tells_what_it_was_for_and_what_was_given() -> None:
    (told,) = news(a("Rewards", REWARD)).rewards
    assert (told.what, told.reward) == ("Helping a new pupil", "a certificate")
    assert told.day == "Thursday 19 November 2026"


def test_the_latest_three_are_told_the_last_first() -> None:
    rewards = [a("Rewards", f"{REWARD}; For=Number {day}; Date=2026-11-{day}") for day in (12, 18, 16, 17)]
    assert [one.what for one in news(*rewards).rewards] == ["Number 18", "Number 17", "Number 16"]


REACHED = {
    ("2026-11-16",): "A target chosen and reached (Monday 16 November 2026)",
    ("2026-11-16", "2026-11-18"): "2 targets chosen and reached (the last on Wednesday 18 November 2026)",
    ("2026-10-19",): "A target chosen and reached (Monday 19 October 2026)",
    ("",): "A target chosen and reached",
    (): "",
}


@pytest.mark.parametrize("days", REACHED)
def test_that_a_target_was_reached_is_told_and_what_it_was_is_for_the_pupil(days: tuple[str, ...]) -> None:
    targets = [
        a("Targets", f"{MET}; Target ID=T{number}; Target=WORDS; Scored on={day}")
        for number, day in enumerate(days)
    ]
    letter = news(a("Rewards", REWARD), *targets, asked=True)
    assert letter.reached == REACHED[days]
    assert "WORDS" not in all_text(letter)


def test_other_news_is_another_letter_and_the_same_news_the_same() -> None:
    first, again, other = (
        made("good-news", a("Rewards", f"{REWARD}; {cells}")) for cells in ("", "", "For=Singing")
    )
    references = [the_document(found, Audience.PARENT).reference for found in (first, again, other)]
    assert references[0] == references[1] != references[2]


def test_nothing_of_needs_of_where_it_began_or_of_the_barrier_is_in_it() -> None:
    rows = (
        a("Rewards", REWARD),
        a("Targets", MET),
        a("Pupils", "SEN status=K; SEN type 1=SEMH; Attendance %=61"),
        a("Referrals", "Strengths=Kind.; Changes wanted=CHANGES; Strategies tried=TRIED"),
    )
    letter = news(*rows)
    told = "\n".join(all_text(one) for one in letter.rewards)
    told += letter.reached + letter.strengths + letter.attendance
    assert letter.strengths == "Kind"
    assert letter.reached
    never = ("Finish one piece", "BASELINE", "HELP", "CHANGES", "TRIED", "Friendship", "61")
    assert not any(word in told for word in never)
